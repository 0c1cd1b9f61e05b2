"""Which actors matter, and in which sense."""

from __future__ import annotations

from collections.abc import Mapping

from . import _core
from .network import Network
from .projection import Projection
from .tables import Asked, PairScores, Progress, Scores, joined, scores

__all__ = [
    "betweenness",
    "closeness",
    "degree",
    "edge_betweenness",
    "eigenvector",
    "harmonic",
    "pagerank",
    "strength",
]


def degree(network: Network, *, over: Projection | None = None, mode: str = "all", normalized: bool = False) -> Scores:
    """How many ties each actor has: whom it deals with directly.

    Parameters
    ----------
    mode
        ``"out"``: ties it starts; ``"in"``: ties it receives; ``"all"``: both together. Without
        directions all three are the same.
    normalized
        Divide by the n − 1 other actors, as `networkx.degree_centrality` does.

    Notes
    -----
    One unit is one tie. Parallel ties are merged first, one for each ordered pair, unless the
    projection keeps them. An undirected tie counts once at each end, among directed ones too; a loop
    counts once in, once out, and two in all, as in NetworkX. The weight of ties is not read: that is
    `strength`. An isolate has 0; normalized, the only actor of a network is undefined.

    Takes one pass over the ties. Raises `UnknownName` and its like for a projection that names what is
    not there. Freeman (1978), doi:10.1016/0378-8733(78)90021-7.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")])
    >>> degree(chain)["ministry"], degree(chain, mode="out")["shelter"]
    (2.0, 0.0)
    """
    view = network.freeze(over)
    values, why = _core.centrality.degree(view, mode=mode, normalized=normalized)
    asked = Asked(degree, network, over, options={"mode": mode, "normalized": normalized})
    convention = f"Ties {_TOWARDS[mode]}, {_direction(view)}; a loop counts once each way."
    if normalized:
        convention += " Divided by the number of other actors."
    return scores("degree", view, values, asked, convention=convention, why=why)


def strength(network: Network, *, over: Projection | None = None, mode: str = "all") -> Scores:
    """The sum of the strengths of each actor's ties: how much it deals with others.

    Reads the column ``strength`` (empty is 1) unless the projection names another weight; a
    probability is a strength too, a cost or a capacity is not.

    Parameters
    ----------
    mode
        ``"out"``: ties it starts; ``"in"``: ties it receives; ``"all"``: both together.

    Notes
    -----
    The unit is that of the weight. Ties count as in `degree`: an undirected one once at each end, a loop
    twice in all. An isolate has 0. Takes one pass over the ties. Raises `InvalidWeight` for a weight
    that is no strength. Barrat et al. (2004), doi:10.1073/pnas.0400087101.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], weights=[2, 0.5])
    >>> strength(chain)["ministry"]
    2.5
    """
    over = over or Projection()
    if over.weight is None:
        over = over.replace(weight="strength")
    view = network.freeze(over)
    values, why = _core.centrality.strength(view, mode=mode)
    asked = Asked(strength, network, over, options={"mode": mode})
    convention = f"Sum of {_strengths(view)} over ties {_TOWARDS[mode]}, {_direction(view)}; a loop counts each way."
    return scores("strength", view, values, asked, convention=convention, why=why)


def closeness(
    network: Network,
    *,
    over: Projection | None = None,
    mode: str = "in",
    wf_improved: bool = True,
    progress: Progress | None = None,
) -> Scores:
    """How near each actor is to those it is connected with: one over its mean distance.

    Parameters
    ----------
    mode
        ``"in"``: the distances from others to the actor, as NetworkX takes them; ``"out"``: from the
        actor to others; ``"all"``: direction is ignored.
    wf_improved
        Multiply by the share of the n − 1 others that are connected (Wasserman and Faust), so that the
        middle of a small piece does not outrank that of a large one. Off: each piece by itself.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: one step from everybody. The weight of the projection decides lengths: a cost is a length, a
    strength s has length 1/s, without a weight each tie has length 1. A probability is refused, since
    products have no mean: ask `harmonic`. Who is not connected does not enter the mean. An isolate has
    0, and without ``wf_improved`` it is undefined. Loops are no steps; of parallel ties the shortest
    counts.

    Takes a search from each actor: n·(n + m) steps, or n·m·log n with lengths. Raises `InvalidWeight` for
    a probability or a capacity, `Cancelled`. Freeman (1978), doi:10.1016/0378-8733(78)90021-7; Wasserman
    and Faust (1994), Social Network Analysis, section 5.2.2.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> closeness(chain)["ministry"]
    1.0
    """
    view = network.freeze(over)
    values, why = _core.centrality.closeness(view, progress, mode=mode, wf_improved=wf_improved)
    asked = Asked(closeness, network, over, options={"mode": mode, "wf_improved": wf_improved})
    convention = f"One over the mean distance {_DISTANCES[mode]} connected with it; {_lengths(view)}."
    if wf_improved:
        convention += " Times the share of others connected (Wasserman–Faust)."
    return scores("closeness", view, values, asked, convention=convention, why=why)


def harmonic(
    network: Network,
    *,
    over: Projection | None = None,
    mode: str = "in",
    normalized: bool = False,
    progress: Progress | None = None,
) -> Scores:
    """How near each actor is to all others: the sum of one over each distance, 0 for who is out of reach.

    With a probability as weight (``weight="reliability"``): the sum, over the others, of the probability
    that the most reliable pathway between them holds, the product of its steps.

    Parameters
    ----------
    mode
        ``"in"``: pathways from others to the actor, as NetworkX takes them; ``"out"``: from the actor to
        others; ``"all"``: direction is ignored.
    normalized
        Divide by the n − 1 other actors: 1 is one (sure) step from everybody.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    Defined in networks of several pieces, where a mean distance is not. One unit is one actor at distance
    1. Lengths follow the weight as in `closeness`. An isolate has 0; normalized, the only actor of a
    network is undefined. Loops are no steps; of parallel ties the best counts.

    Takes a search from each actor: n·(n + m) steps, or n·m·log n with lengths. Raises `InvalidWeight` for
    a capacity, `Cancelled`. Marchiori and Latora (2000), doi:10.1016/S0378-4371(00)00311-3.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> harmonic(chain)["police"]
    1.5
    """
    view = network.freeze(over)
    values, why = _core.centrality.harmonic(view, progress, mode=mode, normalized=normalized)
    asked = Asked(harmonic, network, over, options={"mode": mode, "normalized": normalized})
    if view.meaning == "probability":
        convention = f"Sum of the most reliable pathways' products {_DISTANCES[mode]}."
    else:
        convention = f"Sum of one over the distance {_DISTANCES[mode]}, 0 out of reach; {_lengths(view)}."
    if normalized:
        convention += " Divided by the number of other actors."
    return scores("harmonic", view, values, asked, convention=convention, why=why)


def betweenness(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    endpoints: bool = False,
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
    convention = f"Pairs whose shortest pathways pass, shared alike; {ends}; {_lengths(view)}; {_direction(view)}."
    if normalized:
        convention += " Divided by all pairs that could pass."
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
    convention = f"Pairs whose shortest pathways pass, shared alike; {_lengths(view)}; {_direction(view)}."
    if normalized:
        convention += " Divided by all pairs."
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
    convention = f"Leading eigenvector of ties received, length 1; {_strengths(view)}; {_direction(view)}."
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
    convention = f"Shares that add up to 1; alpha {alpha:g}; jumps where no tie leaves; {_strengths(view)}."
    return scores("pagerank", view, values, asked, convention=convention, why=why)


def _shares(view: _core.View, personalization: Mapping[str, float] | None) -> list[float]:
    if personalization is None:
        return []
    shares = [0.0] * view.vertex_count
    for actor, share in personalization.items():
        shares[view.vertex(actor)] = float(share)
    return shares


# --- what conventions say ---------------------------------------------------------

_TOWARDS = {"out": "started", "in": "received", "all": "started and received"}
_DISTANCES = {"in": "from others to the actor", "out": "from the actor to others", "all": "to others either way"}


def _direction(view: _core.View) -> str:
    if not view.directed:
        return "undirected"
    return "directed, some ties both ways" if view.both_ways.any() else "directed"


def _lengths(view: _core.View) -> str:
    return {
        "none": "each tie has length 1",
        "cost": "the weight is the length",
        "strength": "a tie has length 1/strength",
        "probability": "a tie has length −ln(probability)",
    }[view.meaning]


def _strengths(view: _core.View) -> str:
    return "ties alike" if view.meaning == "none" else f"ties by {view.meaning}"
