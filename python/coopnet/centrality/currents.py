"""All pathways at once, as current takes them."""

from __future__ import annotations

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Scores, scores

__all__ = ["current_flow_betweenness", "current_flow_closeness"]

_UNDIRECTED = {"direction": "undirected"}


@reproduces(
    networkx=As(scale="raw", note="a network in pieces is refused."),
    sna=As(
        scale="information",
        over=_UNDIRECTED,
        note="directed ties are symmetrized; isolates, which have 0, change the scores of the others too.",
    ),
    ucinet=As(scale="information", over=_UNDIRECTED),
)
def current_flow_closeness(
    network: Network,
    *,
    over: Projection | None = None,
    scale: str = "others",
    progress: Progress | None = None,
    convention: str | None = None,
) -> Scores:
    """How near each actor is to the others if all pathways count, not only the shortest: information centrality.

    Parameters
    ----------
    scale
        What the sum of the resistances between the actor and the others is made into, in a piece of p
        actors: ``"others"``, (p − 1)/sum, one over the mean; ``"information"``, p/sum, Stephenson and
        Zelen's; ``"raw"``, 1/sum.
    progress
        Called now and then with steps done and to do; returning False stops the work.
    convention
        As in another tool: ``"networkx" "sna" "ucinet"``.

    Notes
    -----
    Ties are wires that conduct by their strength (or probability) if the projection has such a weight, else
    alike. 1 means: on the mean as near as by one tie of strength 1 and no other way; a second way brings
    actors nearer, a longer one less so. Each piece by itself; an isolate, which no current reaches, has 0.
    Always defined. Parallel ties follow the projection, loops carry nothing.

    Only without directions, since current flows both ways: `InvalidOption` where some ties run one way, which
    ``over=Projection(direction="undirected")`` settles. Raises `InvalidWeight` for a cost or a capacity,
    `Cancelled`. Takes n³ steps for the largest piece, on several threads. Stephenson and Zelen (1989),
    doi:10.1016/0378-8733(89)90016-6; Brandes and Fleischer (2005), doi:10.1007/978-3-540-31856-9_44.

    Examples
    --------
    >>> ring = Network.from_edges([("a", "b"), ("b", "c"), ("c", "a")], directed=False)
    >>> round(current_flow_closeness(ring)["a"], 9)  # two ways to each: 1 and 2 long
    1.5
    """
    view = network.freeze(over)
    values, why = _core.centrality.current_flow_closeness(view, progress, scale=scale)
    asked = Asked(current_flow_closeness, network, over, options={"scale": scale})
    means = {"others": "by the number of others", "information": "by the size of the piece", "raw": "no"}
    convention = stated(
        view,
        over,
        "One over the sum of resistances to the others.",
        ties=f"conduct {strengths(view)}",
        normalized=means[scale],
        disconnected="each piece by itself, an isolate 0",
        loops="carry nothing",
    )
    return scores("current_flow_closeness", view, values, asked, convention=convention, why=why)


@reproduces(networkx=As(note="a network in pieces is refused."))
def current_flow_betweenness(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    endpoints: bool = False,
    progress: Progress | None = None,
    convention: str | None = None,
) -> Scores:
    """How much of what flows between two others passes through each actor, if it takes all ways at once.

    Parameters
    ----------
    normalized
        Divide by the (n − 1)(n − 2)/2 pairs that could pass through an actor.
    endpoints
        Count the pairs an actor belongs to, one each, as Newman does; then n(n − 1)/2 pairs.
    progress
        Called now and then with steps done and to do; returning False stops the work.
    convention
        As in another tool: ``"networkx"``.

    Notes
    -----
    Also known as betweenness of walks at random. 1 means: all of it. Of two ways between others the shorter
    and stronger carries more, as current does, while `betweenness` knows the shortest alone. Ties conduct by
    their strength (or probability) if the projection has such a weight, else alike. Pairs in different
    pieces give nothing. With fewer than three actors (two, with endpoints) every score is 0. Parallel ties
    follow the projection, loops carry nothing.

    Only without directions, since current flows both ways: `InvalidOption` where some ties run one way, which
    ``over=Projection(direction="undirected")`` settles. Raises `InvalidWeight` for a cost or a capacity,
    `Cancelled`. Takes n³ + m·n·log n steps for the largest piece, on several threads. Newman (2005),
    doi:10.1016/j.socnet.2004.11.009; Brandes and Fleischer (2005), doi:10.1007/978-3-540-31856-9_44.

    Examples
    --------
    >>> detour = [("police", "ministry"), ("ministry", "shelter"), ("police", "ngo"), ("ngo", "shelter")]
    >>> square = Network.from_edges(detour, directed=False)
    >>> round(current_flow_betweenness(square)["ngo"] * 6, 9)  # half of one pair, a quarter of each of two
    2.0
    """
    view = network.freeze(over)
    values, why = _core.centrality.current_flow_betweenness(view, progress, normalized=normalized, endpoints=endpoints)
    asked = Asked(current_flow_betweenness, network, over, options={"normalized": normalized, "endpoints": endpoints})
    pairs = "n(n − 1)/2" if endpoints else "(n − 1)(n − 2)/2"
    convention = stated(
        view,
        over,
        f"Current through the actor over all pairs, {'its own too' if endpoints else 'its own left out'}.",
        ties=f"conduct {strengths(view)}",
        normalized=f"by the {pairs} pairs" if normalized else "no",
        disconnected="pairs in different pieces give nothing",
        loops="carry nothing",
    )
    return scores("current_flow_betweenness", view, values, asked, convention=convention, why=why)
