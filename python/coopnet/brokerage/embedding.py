"""How ties are embedded among others: between dense regions, or within cliques."""

from __future__ import annotations

from .. import _core
from ..conventions import lengths, stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, PairScores, Progress, Scores, scores
from .pairs import ties_between

__all__ = ["bridging", "simmelian", "simmelian_ties"]


def bridging(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    progress: Progress | None = None,
) -> Scores:
    """How much an actor lies between densely tied regions: few contacts, each with many, and much passing through.

    Its betweenness times its bridging coefficient, (1/d) / Σ over contacts of 1/d, for d the number of an
    actor's contacts.

    Parameters
    ----------
    normalized
        Divide betweenness by the pairs that could pass through an actor. Off: the number of pairs.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    Only its order and ratios mean something. Contacts are counted whatever the direction of ties, which
    betweenness follows; lengths are as in `centrality.betweenness`. An isolate bridges nothing: it is
    undefined. 0 for who lies on no shortest pathway. Loops do not count, parallel ties are one.

    Takes n·m steps, or n·m·log n with lengths. Raises `InvalidWeight` for a capacity, `Cancelled`. Hwang,
    Kim, Ramanathan and Zhang (2008), doi:10.1145/1401890.1401934, who multiply the values, as here; an
    earlier report (Hwang and others 2006) multiplies the ranks.

    Examples
    --------
    >>> pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "x"), ("x", "d"), ("d", "e"), ("e", "f"), ("f", "d")]
    >>> round(bridging(Network.from_edges(pairs, directed=False))["x"], 9)
    0.45
    """
    view = network.freeze(over)
    values, why = _core.brokerage.bridging(view, progress, normalized=normalized)
    convention = stated(
        view,
        over,
        "Betweenness times the bridging coefficient, one over the number of contacts compared with theirs.",
        ties=lengths(view),
        normalized="betweenness, by all pairs that could pass" if normalized else "no",
        disconnected="pairs without a pathway give nothing; an isolate is undefined",
        loops="do not count",
    )
    asked = Asked(bridging, network, over, options={"normalized": normalized})
    return scores("bridging", view, values, asked, convention=convention, why=why)


def simmelian(network: Network, *, over: Projection | None = None) -> Scores:
    """How many Simmelian ties each actor has: mutual ties within a clique of three or more.

    A tie is Simmelian if it runs both ways and some third actor is tied both ways to both. Such ties are
    strong and sticky: who leaves one breaks with a group.

    Notes
    -----
    One unit is one tie; `simmelian_ties` names them. Undirected ties are mutual. An isolate has 0. Weights
    do not matter; loops do not count, parallel ties are one.

    Takes m·√m·log d steps at most. Krackhardt (1998), "Simmelian ties: super strong and sticky", in Power
    and Influence in Organizations.

    Examples
    --------
    >>> pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]
    >>> dict(simmelian(Network.from_edges(pairs, directed=False)))
    {'a': 2.0, 'b': 2.0, 'c': 2.0, 'd': 0.0}
    """
    view = network.freeze(over)
    values, why = _core.brokerage.simmelian(view)
    convention = _simmelian(view, over, "The number of Simmelian ties: mutual, and with a common third.")
    return scores("simmelian", view, values, Asked(simmelian, network, over), convention=convention, why=why)


def simmelian_ties(network: Network, *, over: Projection | None = None) -> PairScores:
    """All mutual ties, and how many third actors are tied both ways to both: the tie is Simmelian if any is.

    Notes
    -----
    0 is a mutual tie that stands alone (sole-symmetric); ties that run one way are not listed. Pairs stand
    once, the earlier actor first. Everything else, and the reference, as in `simmelian`.

    Examples
    --------
    >>> pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]
    >>> ties = simmelian_ties(Network.from_edges(pairs, directed=False))
    >>> ties["a", "b"], ties["c", "d"]
    (1.0, 0.0)
    """
    view = network.freeze(over)
    keys = view.keys
    places, thirds = _core.brokerage.simmelian_ties(view)
    return PairScores(
        "simmelian_ties",
        [(keys[first], keys[second]) for first, second in places],
        ties_between(network, view, places),
        thirds,
        Asked(simmelian_ties, network, over),
        ties=view.all_ties,
        convention=_simmelian(view, over, "Mutual ties, and the number of thirds tied both ways to both actors."),
    )


def _simmelian(view: _core.View, over: Projection | None, what: str) -> str:
    return stated(view, over, what, ties="all alike, mutual ones alone", loops="do not count")
