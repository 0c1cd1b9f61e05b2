"""Who, and which ties, lie between others."""

from __future__ import annotations

from .. import _core
from ..conventions import As, lengths, reproduces, stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, PairScores, Progress, Scores, joined, scores

__all__ = ["betweenness", "edge_betweenness"]


@reproduces(networkx=As(), igraph=As(normalized=False), sna=As(normalized=False))
def betweenness(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    endpoints: bool = False,
    convention: str | None = None,
    progress: Progress | None = None,
) -> Scores:
    """How often each actor lies on a shortest cooperation pathway between two others.

    Parameters
    ----------
    normalized
        Divide by the pairs that could pass through an actor: (n − 1)(n − 2) ordered ones, half of them
        without directions. Off: the number of pairs.
    endpoints
        Count an actor as lying on the pathways that begin or end with it; then n(n − 1) pairs.
    convention
        ``"networkx"``, ``"igraph"`` or ``"sna"``: the numbers that tool gives by default.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: on every shortest pathway between others. A pair with several shortest pathways shares its
    one unit between them, each alike; parallel ties are no further pathways. An undirected pair counts
    once. Pairs without a pathway give nothing. With fewer than three actors every score is 0.

    The weight of the projection decides lengths: a cost is a length, a strength s has length 1/s, a
    probability p has length −ln p, without a weight each tie has length 1. Sums of costs that are equal on
    paper, 0.1 + 0.7 and 0.3 + 0.5, are equal here. Loops are no steps.

    Takes n·m steps, or n·m·log n with lengths. Raises `InvalidWeight` for a capacity, `Cancelled`. Brandes
    (2001), doi:10.1080/0022250X.2001.9990249.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> betweenness(chain)["ministry"]
    1.0
    """
    view = network.freeze(over)
    values, why = _core.centrality.betweenness(view, progress, normalized=normalized, endpoints=endpoints)
    asked = Asked(betweenness, network, over, options={"normalized": normalized, "endpoints": endpoints})
    ends = "ends count" if endpoints else "ends do not count"
    convention = stated(
        view,
        over,
        f"Pairs whose shortest pathways pass, shared alike; {ends}.",
        ties=lengths(view),
        normalized="by all pairs that could pass" if normalized else "no",
        disconnected="pairs without a pathway give nothing",
        loops="no steps",
    )
    return scores("betweenness", view, values, asked, convention=convention, why=why)


def edge_betweenness(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    progress: Progress | None = None,
) -> PairScores:
    """How often each tie lies on a shortest cooperation pathway between two actors.

    Parameters
    ----------
    normalized
        Divide by the pairs of actors: n(n − 1) ordered ones, half of them without directions.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: on every shortest pathway. Each row names the actors and the ties that join them; merged
    parallel ties are one row, and if the projection keeps them, equally short ones share. An undirected
    tie among directed ones gathers both its ways in one row. A loop has 0. Lengths, equal sums and pairs
    are as in `betweenness`.

    Takes n·m steps, or n·m·log n with lengths. Raises `InvalidWeight` for a capacity, `Cancelled`. Brandes
    (2008), doi:10.1016/j.socnet.2007.11.001.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> edge_betweenness(chain, normalized=False)["police", "ministry"]
    2.0
    """
    view = network.freeze(over)
    values, why = _core.centrality.edge_betweenness(view, progress, normalized=normalized)
    convention = stated(
        view,
        over,
        "Pairs whose shortest pathways pass, shared alike.",
        ties=lengths(view),
        normalized="by all pairs" if normalized else "no",
        disconnected="pairs without a pathway give nothing",
        loops="have 0",
    )
    pairs, ties = joined(network, view)
    return PairScores(
        "edge_betweenness",
        pairs,
        ties,
        values,
        Asked(edge_betweenness, network, over, options={"normalized": normalized}),
        ties=view.all_ties,
        convention=convention,
        why=why,
    )
