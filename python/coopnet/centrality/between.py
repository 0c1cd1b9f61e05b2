"""Who, and which ties, lie between others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .. import _core
from ..conventions import As, lengths, reproduces, stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, PairScores, Progress, Scores, joined, scores
from .chosen import named, vertices_or_all

__all__ = ["betweenness", "edge_betweenness"]

PARALLEL = "It counts parallel ties as further pathways, if they are equally short."


@reproduces(
    networkx=As(),
    igraph=As(normalized=False, parallel_pathways=True, over={"parallel": "keep"}, note=PARALLEL),
    sna=As(normalized=False),
    ucinet=As(scaled=100, note="In percent."),
)
def betweenness(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    endpoints: bool = False,
    cutoff: float | None = None,
    sources: Iterable[str] | None = None,
    targets: Iterable[str] | None = None,
    parallel_pathways: bool = False,
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
    cutoff
        Count pathways of at most this length (in the unit of lengths; without a weight: steps).
    sources, targets
        Count pathways from these actors, to these actors. The divisor stays that of all pairs. Without
        directions a pair is one half from either end, as in NetworkX and igraph: it is one if both ends
        are among the sources and the targets, a half if only one way around is asked for.
    parallel_pathways
        Count equally short parallel ties, which the projection must keep, as further pathways.
    convention
        ``"networkx"``, ``"igraph"``, ``"sna"`` or ``"ucinet"``: the numbers that tool gives by default.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: on every shortest pathway between others. A pair with several shortest pathways shares its
    one unit between them, each alike; parallel ties are no further pathways unless
    asked. An undirected pair counts
    once. Pairs without a pathway give nothing. With fewer than three actors every score is 0.

    The weight of the projection decides lengths: a cost is a length, a strength s has length 1/s, a
    probability p has length −ln p, without a weight each tie has length 1. Sums of costs that are equal on
    paper, 0.1 + 0.7 and 0.3 + 0.5, are equal here. Loops are no steps.

    Takes n·m steps, or n·m·log n with lengths. Raises `InvalidWeight` for a capacity, `InvalidOption` for a
    negative cutoff, `UnknownActor`, `Cancelled`. Brandes (2001), doi:10.1080/0022250X.2001.9990249; for the
    options Brandes (2008), doi:10.1016/j.socnet.2007.11.001.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> betweenness(chain)["ministry"]
    1.0
    """
    view = network.freeze(over)
    options = {"normalized": normalized, "endpoints": endpoints, **_ways(cutoff, sources, targets, parallel_pathways)}
    values, why = _core.centrality.betweenness(
        view,
        progress,
        normalized=normalized,
        endpoints=endpoints,
        cutoff=cutoff,
        sources=vertices_or_all(view, options["sources"]),
        targets=vertices_or_all(view, options["targets"]),
        parallel_pathways=parallel_pathways,
    )
    ends = "ends count" if endpoints else "ends do not count"
    said = stated(
        view,
        over,
        f"Pairs whose shortest pathways{_which(options)} pass, shared alike; {ends}.",
        ties=lengths(view),
        normalized="by all pairs that could pass" if normalized else "no",
        disconnected="pairs without a pathway give nothing",
        loops="no steps",
    )
    asked = Asked(betweenness, network, over, options=options)
    return scores("betweenness", view, values, asked, convention=said, why=why)


@reproduces(
    networkx=As(),
    igraph=As(normalized=False, parallel_pathways=True, over={"parallel": "keep"}, note=PARALLEL),
)
def edge_betweenness(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    cutoff: float | None = None,
    sources: Iterable[str] | None = None,
    targets: Iterable[str] | None = None,
    parallel_pathways: bool = False,
    convention: str | None = None,
    progress: Progress | None = None,
) -> PairScores:
    """How often each tie lies on a shortest cooperation pathway between two actors.

    Parameters
    ----------
    normalized
        Divide by the pairs of actors: n(n − 1) ordered ones, half of them without directions.
    cutoff, sources, targets, parallel_pathways
        As in `betweenness`.
    convention
        ``"networkx"`` or ``"igraph"``: the numbers that tool gives by default.
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
    options = {"normalized": normalized, **_ways(cutoff, sources, targets, parallel_pathways)}
    values, why = _core.centrality.edge_betweenness(
        view,
        progress,
        normalized=normalized,
        cutoff=cutoff,
        sources=vertices_or_all(view, options["sources"]),
        targets=vertices_or_all(view, options["targets"]),
        parallel_pathways=parallel_pathways,
    )
    said = stated(
        view,
        over,
        f"Pairs whose shortest pathways{_which(options)} pass, shared alike.",
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
        Asked(edge_betweenness, network, over, options=options),
        ties=view.all_ties,
        convention=said,
        why=why,
    )


def _ways(
    cutoff: float | None, sources: Iterable[str] | None, targets: Iterable[str] | None, parallel_pathways: bool
) -> dict[str, Any]:
    """The options that say which pathways count; actors are kept by name, to be asked again."""
    return {
        "cutoff": cutoff,
        "sources": None if sources is None else named(sources),
        "targets": None if targets is None else named(targets),
        "parallel_pathways": parallel_pathways,
    }


def _which(options: dict[str, Any]) -> str:
    """Which pathways count, in words."""
    which = []
    if options["sources"] is not None:
        which.append(f" from {len(options['sources'])} chosen")
    if options["targets"] is not None:
        which.append(f" to {len(options['targets'])} chosen")
    if options["cutoff"] is not None:
        which.append(f" of length {options['cutoff']:g} at most")
    if options["parallel_pathways"]:
        which.append(", one for each parallel tie,")
    return "".join(which)
