"""Measures of an actor and its own ties."""

from __future__ import annotations

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Scores, scores

__all__ = ["degree", "laplacian", "leverage", "strength", "voterank"]


@reproduces(
    networkx=As(normalized=True, note='As degree_centrality; for parallel ties of a MultiGraph parallel="keep".'),
    igraph=As(over={"parallel": "keep"}, note="Parallel ties count each."),
    sna=As(over={"loops": False}, note="Loops do not count unless diag=TRUE."),
    ucinet=As(
        mode="out",
        normalized=True,
        over={"loops": False},
        scaled=100,
        note='In percent of n − 1. mode="in" is in-degree.',
    ),
)
def degree(
    network: Network,
    *,
    over: Projection | None = None,
    mode: str = "all",
    normalized: bool = False,
    convention: str | None = None,
) -> Scores:
    """How many ties each actor has: whom it deals with directly.

    Parameters
    ----------
    mode
        ``"out"``: ties it starts; ``"in"``: ties it receives; ``"all"``: both together. Without
        directions all three are the same.
    normalized
        Divide by the n − 1 other actors, as `networkx.degree_centrality` does.
    convention
        ``"networkx"``, ``"igraph"``, ``"sna"`` or ``"ucinet"``: the numbers that tool gives by default.

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
    said = stated(
        view,
        over,
        f"Ties {_TOWARDS[mode]}.",
        ties="each counts 1",
        normalized="by the number of other actors" if normalized else "no",
        loops="count once each way",
    )
    return scores("degree", view, values, asked, convention=said, why=why)


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
    convention = stated(
        view, over, f"Sum over ties {_TOWARDS[mode]}.", ties=strengths(view), loops="count once each way"
    )
    return scores("strength", view, values, asked, convention=convention, why=why)


@reproduces(
    networkx=As(
        over={"direction": "undirected"},
        note="Without directions: among directed ties it takes another Laplacian, that of a walk.",
    )
)
def laplacian(
    network: Network, *, over: Projection | None = None, normalized: bool = True, convention: str | None = None
) -> Scores:
    """How much Laplacian energy the network loses with each actor: what it is to its neighborhood.

    Parameters
    ----------
    normalized
        As a share of the energy of the whole network.
    convention
        ``"networkx"``: the same, without directions.

    Notes
    -----
    The Laplacian holds the strength of each actor's ties in its diagonal and, negative, that of each tie
    elsewhere; its energy is the sum of the squares of all entries, without directions the same as of all
    eigenvalues. Unweighted, an actor of degree d loses d² + d and twice the degrees of its neighbors: it
    sees two steps far. Among directed ties the diagonal holds the ties an actor starts.

    Ties weigh by strength (or probability) if the projection has such a weight, else alike; parallel ties
    add up, loops do not count. An isolate has 0. Without ties the share is undefined. Takes one pass over
    the ties. Raises `InvalidWeight` for a cost or a capacity. Qi et al. (2012),
    doi:10.1016/j.ins.2011.12.027.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> laplacian(chain, normalized=False)["ministry"]
    10.0
    """
    view = network.freeze(over)
    values, why = _core.centrality.laplacian(view, normalized=normalized)
    said = stated(
        view,
        over,
        "Laplacian energy lost with the actor.",
        ties=strengths(view),
        normalized="by the energy of the whole" if normalized else "no",
        loops="do not count",
    )
    asked = Asked(laplacian, network, over, options={"normalized": normalized})
    return scores("laplacian", view, values, asked, convention=said, why=why)


def leverage(network: Network, *, over: Projection | None = None, mode: str = "all") -> Scores:
    """Whether each actor has more neighbors than its neighbors have: who depends on whom.

    Parameters
    ----------
    mode
        Which neighbors: ``"out"``, those its ties lead to; ``"in"``, those whose ties lead to it; ``"all"``.

    Notes
    -----
    From −1 to 1: the mean, over the neighbors, of the difference of both numbers of neighbors as a share
    of their sum. Above 0, the neighbors have fewer others to turn to than the actor has. Weights do not
    count; parallel ties make one neighbor, loops none. An isolate is undefined. Takes one pass over the
    ties. Joyce et al. (2010), doi:10.1371/journal.pone.0012200.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> leverage(chain)["ministry"] == -leverage(chain)["police"] == 1 / 3
    True
    """
    view = network.freeze(over)
    values, why = _core.centrality.leverage(view, mode=mode)
    said = stated(
        view,
        over,
        f"Neighbors by ties {_TOWARDS[mode]}, against those of each neighbor.",
        ties="each neighbor counts 1",
        normalized="differences by sums, and their mean",
        disconnected="an isolate is undefined",
        loops="do not count",
    )
    asked = Asked(leverage, network, over, options={"mode": mode})
    return scores("leverage", view, values, asked, convention=said, why=why)


@reproduces(
    networkx=As(over={"loops": False}, note="It gives the list of those elected, and counts votes in rounded numbers.")
)
def voterank(
    network: Network, *, over: Projection | None = None, k: int | None = None, convention: str | None = None
) -> Scores:
    """The votes with which each actor is elected to a set that spreads well and lies apart.

    In each round every actor votes for its neighbors (among directed ties, for those whose ties lead to
    it). Who has the most votes is elected, the first in order among equals, and votes no more; whom its
    ties lead to, from then on has one vote less, divided by the mean number of neighbors.

    Parameters
    ----------
    k
        How many actors to elect at most. None: until no vote is left.
    convention
        ``"networkx"``: the same election.

    Notes
    -----
    One unit is a full vote. Votes never rise from one election to the next, so that ``.top()`` is the
    order of election. Who is not elected is undefined. Weights do not count; parallel ties make one
    neighbor, loops none. Votes that are equal on paper are equal.

    Takes some rounds over the ties, as many as the mean number of neighbors. Raises `InvalidOption` for a
    k below 1. Zhang et al. (2016), doi:10.1038/srep27823.

    Examples
    --------
    >>> hubs = [("a", "b"), ("a", "c"), ("a", "d"), ("x", "y"), ("x", "z"), ("d", "x")]
    >>> list(voterank(Network.from_edges(hubs, directed=False), k=2).top(2))
    ['a', 'x']
    """
    view = network.freeze(over)
    values, why = _core.centrality.voterank(view, k=k)
    said = stated(
        view,
        over,
        "Votes of neighbors at election.",
        ties="each neighbor counts 1",
        disconnected="all pieces vote together",
        loops="do not count",
    )
    return scores("voterank", view, values, Asked(voterank, network, over, options={"k": k}), convention=said, why=why)


_TOWARDS = {"out": "started", "in": "received", "all": "started and received"}
