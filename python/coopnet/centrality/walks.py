"""Who is tied to those who matter: measures of walks through the network."""

from __future__ import annotations

from collections.abc import Mapping

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Rows, Scores, scores

__all__ = ["eigenvector", "hits", "pagerank", "subgraph"]

UNITS = {
    "raw": "no",
    "length": "to Euclidean length 1",
    "largest": "the largest is 1",
    "sum": "they add up to 1",
    "size": "their squares add up to the number of actors",
}


@reproduces(
    networkx=As(),
    igraph=As(scale="largest", over={"parallel": "keep"}),
    sna=As(over={"direction": "reversed", "loops": False}, note="scores follow ties sent, and loops are left out."),
    ucinet=As(over={"direction": "undirected"}, note="directed ties are symmetrized."),
)
def eigenvector(
    network: Network, *, over: Projection | None = None, scale: str = "length", convention: str | None = None
) -> Scores:
    """How well each actor is tied to actors that are well tied themselves.

    The leading eigenvector of the ties received: only the ratios of scores mean something.

    Parameters
    ----------
    scale
        The unit: ``"length"``, Euclidean length 1, as in NetworkX; ``"largest"``, the largest is 1;
        ``"sum"``, they add up to 1; ``"size"``, their squares add up to the number of actors.
    convention
        As in another tool: ``"networkx" "igraph" "sna" "ucinet"``.

    Notes
    -----
    Ties weigh by strength (or probability) if the projection has such a weight, else alike. An undirected
    tie counts both ways, a loop once. Undefined, with a reason in ``.why``: without ties; where no ties
    run in a circle, so that nothing feeds the scores; and where two pieces of the network lead equally,
    since then any mixture of their scores would do as well. Who is neither in the leading piece nor fed
    by it has 0.

    Takes some rounds over the ties, few unless two eigenvalues nearly coincide. Raises `InvalidWeight` for
    a cost or a capacity, `NotConverged`. Bonacich (1972), doi:10.1080/0022250X.1972.9989806.

    Examples
    --------
    >>> star = Network.from_edges([("hub", "a"), ("hub", "b"), ("hub", "c"), ("hub", "d")], directed=False)
    >>> round(eigenvector(star)["hub"] / eigenvector(star)["a"], 9)
    2.0
    >>> print(eigenvector(Network.from_edges([("a", "b"), ("c", "d")], directed=False)).why)
    2 pieces of the network lead equally, so that no one answer is right.
    """
    view = network.freeze(over)
    values, why = _core.centrality.eigenvector(view, scale=scale)
    asked = Asked(eigenvector, network, over, options={"scale": scale})
    convention = stated(
        view,
        over,
        "Leading eigenvector of ties received.",
        ties=strengths(view),
        normalized=UNITS[scale],
        disconnected="0 outside the leading piece",
        loops="count once",
    )
    return scores("eigenvector", view, values, asked, convention=convention, why=why)


@reproduces(
    networkx=As(),
    igraph=As(over={"parallel": "keep"}, note="parallel ties are taken each by itself."),
)
def pagerank(
    network: Network,
    *,
    over: Projection | None = None,
    alpha: float = 0.85,
    personalization: Mapping[str, float] | None = None,
    convention: str | None = None,
) -> Scores:
    """How much of its time a surfer at random, who follows ties in their direction, spends at each actor.

    Parameters
    ----------
    alpha
        How often the surfer follows a tie; else it jumps. At least 0 and below 1.
    personalization
        Where it jumps: shares by actor, those not named 0. None: to all alike.
    convention
        As in another tool: ``"networkx" "igraph"``.

    Notes
    -----
    The scores are shares: they add up to 1. The surfer chooses among ties in proportion to their strength
    (or probability) if the projection has such a weight, else alike. Where no tie leaves, it jumps, as
    everywhere by ``personalization``. An undirected tie runs both ways, a loop once. Always defined.

    Takes some 200 rounds over the ties, to 1e-14 of the whole. Raises `InvalidOption` for shares or an
    alpha out of range, `UnknownActor`, `InvalidWeight` for a cost or a capacity. Brin and Page (1998),
    doi:10.1016/S0169-7552(98)00110-X.

    Examples
    --------
    >>> ring = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    >>> round(pagerank(ring)["a"], 9)
    0.25
    """
    view = network.freeze(over)
    values, why = _core.centrality.pagerank(view, alpha=alpha, personalization=_shares(view, personalization))
    asked = Asked(pagerank, network, over, options={"alpha": alpha, "personalization": personalization})
    convention = stated(
        view,
        over,
        f"Share of time of a surfer at random; alpha {alpha:g}.",
        ties=strengths(view),
        normalized="shares add up to 1",
        disconnected="it jumps where no tie leaves",
        loops="count once",
    )
    return scores("pagerank", view, values, asked, convention=convention, why=why)


def hits(network: Network, *, over: Projection | None = None, scale: str = "sum") -> Rows:
    """Who points to those worth pointing to (hubs), and who is pointed to by such (authorities).

    Parameters
    ----------
    scale
        The unit, of hubs and authorities each: ``"sum"``, they add up to 1, as in NetworkX;
        ``"largest"``, the largest is 1, as in igraph; ``"length"``, Euclidean length 1; ``"size"``, their
        squares add up to the number of actors.

    Notes
    -----
    A row an actor, with ``hub`` and ``authority``: the leading singular vectors of the ties, of which only
    ratios mean something. Ties weigh by strength (or probability) if the projection has such a weight, else
    alike. An undirected tie points both ways, so that without directions both columns are the same; a loop
    counts once. Who points to nobody is no hub: 0.

    Undefined, with a reason in ``.why``: without ties, and where pieces lead equally, pieces being actors
    who point to the same. In an undirected network whose ties all run between two groups the groups lead
    equally, one as hubs and one as authorities: ask `eigenvector`.

    Takes some rounds over the ties. Raises `InvalidWeight` for a cost or a capacity. Kleinberg (1999),
    doi:10.1145/324133.324140.

    Examples
    --------
    >>> referrals = Network.from_edges([("hotline", "police"), ("hotline", "shelter"), ("embassy", "police")])
    >>> roles = hits(referrals)
    >>> round(roles["hotline"]["hub"], 4), round(roles["police"]["authority"], 4)
    (0.618, 0.618)
    """
    view = network.freeze(over)
    hubs, authorities, why = _core.centrality.hits(view, scale=scale)
    rows = [
        {"id": key, "hub": hub, "authority": authority}
        for key, hub, authority in zip(view.keys, hubs.tolist(), authorities.tolist(), strict=True)
    ]
    convention = stated(
        view,
        over,
        "Leading singular vectors of the ties: hubs point to authorities.",
        ties=strengths(view),
        normalized=UNITS[scale],
        disconnected="0 outside the leading piece",
        loops="count once",
    )
    asked = Asked(hits, network, over, options={"scale": scale})
    return Rows(rows, asked, ties=view.all_ties, convention=convention, why=why)


@reproduces(networkx=As())
def subgraph(
    network: Network,
    *,
    over: Projection | None = None,
    beta: float = 1,
    progress: Progress | None = None,
    convention: str | None = None,
) -> Scores:
    """In how many ways one gets from an actor back to it along ties, longer ways counting less and less.

    Parameters
    ----------
    beta
        How much longer walks count: a walk of k steps counts beta to the power of k, over k!. At least 0.
        Known as the inverse temperature.
    progress
        Called now and then with steps done and to do; returning False stops the work.
    convention
        As in another tool: ``"networkx"``.

    Notes
    -----
    The diagonal of the exponential of the matrix of ties. An isolate has 1, for the walk of no step; a tie
    adds about ½, a triangle about ⅓. So who lies in small dense groups has much. Strengths (or probabilities)
    multiply along a walk if the projection has such a weight, else each tie counts 1. Walks follow the
    direction of ties, an undirected one both ways, a loop once. Pieces do not touch each other. Always
    defined.

    Takes n·(n + m) steps a few dozen times, on several threads. Raises `InvalidOption` for a beta that is
    negative, or past the limit where scores are too large for a number, `InvalidWeight` for a cost or a
    capacity, `Cancelled`. Estrada and Rodríguez-Velázquez (2005), doi:10.1103/PhysRevE.71.056103.

    Examples
    --------
    >>> pair = Network.from_edges([("police", "shelter")], directed=False)
    >>> round(subgraph(pair)["police"], 6)  # the hyperbolic cosine of 1
    1.543081
    """
    view = network.freeze(over)
    values, why = _core.centrality.subgraph(view, progress, beta=beta)
    convention = stated(
        view,
        over,
        f"Closed walks, one of k steps counted beta^k/k!; beta {beta:g}.",
        ties=strengths(view),
        loops="count once",
    )
    return scores(
        "subgraph", view, values, Asked(subgraph, network, over, options={"beta": beta}), convention=convention, why=why
    )


def _shares(view: _core.View, personalization: Mapping[str, float] | None) -> list[float]:
    if personalization is None:
        return []
    shares = [0.0] * view.vertex_count
    for actor, share in personalization.items():
        shares[view.vertex(actor)] = float(share)
    return shares
