"""Who is tied to those who matter: measures of walks through the network."""

from __future__ import annotations

from collections.abc import Mapping

from .. import _core
from ..conventions import stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Scores, scores

__all__ = ["eigenvector", "pagerank"]


def eigenvector(network: Network, *, over: Projection | None = None) -> Scores:
    """How well each actor is tied to actors that are well tied themselves.

    The leading eigenvector of the ties received, of Euclidean length 1, as in NetworkX: only the ratios
    of scores mean something.

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
    values, why = _core.centrality.eigenvector(view)
    asked = Asked(eigenvector, network, over)
    convention = stated(
        view,
        over,
        "Leading eigenvector of ties received.",
        ties=strengths(view),
        normalized="to Euclidean length 1",
        disconnected="0 outside the leading piece",
        loops="count once",
    )
    return scores("eigenvector", view, values, asked, convention=convention, why=why)


def pagerank(
    network: Network,
    *,
    over: Projection | None = None,
    alpha: float = 0.85,
    personalization: Mapping[str, float] | None = None,
) -> Scores:
    """How much of its time a surfer at random, who follows ties in their direction, spends at each actor.

    Parameters
    ----------
    alpha
        How often the surfer follows a tie; else it jumps. At least 0 and below 1.
    personalization
        Where it jumps: shares by actor, those not named 0. None: to all alike.

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


def _shares(view: _core.View, personalization: Mapping[str, float] | None) -> list[float]:
    if personalization is None:
        return []
    shares = [0.0] * view.vertex_count
    for actor, share in personalization.items():
        shares[view.vertex(actor)] = float(share)
    return shares
