"""The dense parts of a network: cores and cliques."""

from __future__ import annotations

from typing import Any

from .. import _core
from ..conventions import As, reproduces, stated
from ..network import Network
from ..projection import Projection
from ..tables import ActorSets, Asked, Progress, Scores, scores

__all__ = ["Cliques", "cliques", "cores"]


class Cliques(ActorSets):
    """Sets of actors of whom each is tied to each; a Sequence of tuples, the largest first."""


@reproduces(
    networkx=As(note="A directed network counts ties sent and received together."),
    igraph=As(),
    sna=As(),
    ucinet=As(over={"direction": "undirected"}),
)
def cores(
    network: Network, *, over: Projection | None = None, mode: str = "all", convention: str | None = None
) -> Scores:
    """How deep in the core each actor is: the largest k so that it is in a k-core.

    A k-core is the largest set of actors of whom each has at least k ties to others of the set.

    Parameters
    ----------
    mode
        Ties that count within the core: ``"out"`` those an actor sends, ``"in"`` those it receives, ``"all"`` both
        together.
    convention
        ``"networkx"``, ``"igraph"``, ``"sna"`` or ``"ucinet"``: the numbers that tool gives by default.

    Notes
    -----
    Higher is deeper; cores lie within each other. A directed tie in return is a tie more, an undirected one is
    one. Loops do not count, kept parallel ties count each, weights do not matter. An isolate has 0. Each piece
    of a network has cores of its own; numbers compare across pieces.

    Takes one pass over the ties. Raises `InvalidOption` for another mode. Seidman (1983),
    doi:10.1016/0378-8733(83)90028-X; Batagelj and Zaveršnik (2011), doi:10.1007/s11634-010-0079-y.

    Examples
    --------
    >>> kite = Network.from_edges([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")], directed=False)
    >>> dict(cores(kite))
    {'a': 2.0, 'b': 2.0, 'c': 2.0, 'd': 1.0}
    """
    view = network.freeze(over)
    values, why = _core.cohesion.cores(view, mode=mode)
    towards = {"out": "sent", "in": "received", "all": "sent and received"}[mode]
    said = stated(
        view,
        over,
        f"The largest k of a core, by ties {towards} within it.",
        ties="each counts 1",
        disconnected="each piece has cores of its own",
        loops="do not count",
    )
    return scores("cores", view, values, Asked(cores, network, over, options={"mode": mode}), convention=said, why=why)


def cliques(
    network: Network,
    *,
    over: Projection | None = None,
    min_size: int = 3,
    mutual: bool = False,
    max_results: int = 100_000,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Cliques:
    """The sets of actors of whom each is tied to each, and which no other actor could join.

    Parameters
    ----------
    min_size
        Leave out smaller ones.
    mutual
        Two are tied only if both send a tie, as Luce and Perry define it for directed ties. Off: one is enough.
    max_results, time_limit
        How many to find, how many seconds to look for them; if one stops the search, `.partial` says so, and which
        ones were found by then follows from the network alone.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    Largest first, then in actor order. An actor may be in several. Loops, parallel ties and weights make no
    difference. An isolate is a clique of one, listed for ``min_size=1``.

    There may be 3^(n/3) of them: the work is exponential in the size of the largest core, in practice quick on
    sparse networks. Raises `Cancelled`. Luce and Perry (1949), doi:10.1007/BF02289146; Bron and Kerbosch (1973),
    doi:10.1145/362342.362367.

    Examples
    --------
    >>> kite = Network.from_edges([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")], directed=False)
    >>> list(cliques(kite, min_size=2))
    [('a', 'b', 'c'), ('c', 'd')]
    """
    view = network.freeze(over)
    keys = view.keys
    options: dict[str, Any] = {
        "min_size": min_size,
        "mutual": mutual,
        "max_results": max_results,
        "time_limit": time_limit,
    }
    found, partial = _core.cohesion.cliques(view, progress, **options)
    said = stated(
        view,
        over,
        f"Each tied to each, {'both ways' if mutual else 'in one direction at least'}; none could join.",
        ties="all alike",
        loops="make no difference",
    )
    return Cliques(
        [tuple(keys[v] for v in members) for members in found],
        Asked(cliques, network, over, options=options),
        ties=view.all_ties,
        convention=said,
        partial=partial,
    )
