"""What passes through each actor on its way between others."""

from __future__ import annotations

from .. import _core
from ..conventions import As, lengths, reproduces, stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Scores, scores
from .chosen import States, states_of

__all__ = ["load", "percolation", "stress"]


@reproduces(sna=As())
def stress(
    network: Network,
    *,
    over: Projection | None = None,
    convention: str | None = None,
    progress: Progress | None = None,
) -> Scores:
    """How many shortest cooperation pathways between two others pass through each actor.

    Parameters
    ----------
    convention
        ``"sna"``: the same.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    One unit is one pathway: a pair with three shortest pathways counts three, where `betweenness` lets
    them share one. Parallel ties are no further pathways, loops no steps. An undirected pair counts once.
    Pairs without a pathway give nothing. With fewer than three actors every score is 0. Lengths, and
    which of them are equal, are as in `betweenness`.

    Takes n·m steps, or n·m·log n with lengths. Raises `InvalidWeight` for a capacity, `Cancelled`. Shimbel
    (1953), doi:10.1007/BF02476438; Brandes (2008), doi:10.1016/j.socnet.2007.11.001.

    Examples
    --------
    >>> two_ways = Network.from_edges([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d"), ("d", "e")], directed=False)
    >>> stress(two_ways)["d"]
    5.0
    """
    view = network.freeze(over)
    values, why = _core.centrality.stress(view, progress)
    said = stated(
        view,
        over,
        "Shortest pathways that pass, each by itself; ends do not count.",
        ties=lengths(view),
        disconnected="pairs without a pathway give nothing",
        loops="no steps",
    )
    return scores("stress", view, values, Asked(stress, network, over), convention=said, why=why)


@reproduces(networkx=As())
def load(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    convention: str | None = None,
    progress: Progress | None = None,
) -> Scores:
    """How much passes through each actor if everybody sends one unit to everybody else by shortest pathways.

    Who has several neighbors next on shortest pathways shares what it hands on equally among *them*. In
    `betweenness` the pathways share equally: where ways fork and join again, the two differ.

    Parameters
    ----------
    normalized
        Divide by the (n − 1)(n − 2) ordered pairs of others, also without directions. Off: units.
    convention
        ``"networkx"``: the same.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: all that others send each other. A unit is followed from its end back to its beginning, as in
    NetworkX: who hands it back shares among those before it, which matters only among directed ties.
    Without directions both ways of a pair count, one unit each. Parallel ties are one, loops no steps.
    Pairs without a pathway send nothing. With fewer than three actors every score is 0. Lengths are as
    in `betweenness`.

    Takes n·m steps, or n·m·log n with lengths. Raises `InvalidWeight` for a capacity, `Cancelled`. Newman
    (2001), doi:10.1103/PhysRevE.64.016132; Goh, Kahng and Kim (2001), doi:10.1103/PhysRevLett.87.278701;
    for the difference Brandes (2008), doi:10.1016/j.socnet.2007.11.001.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> load(chain)["ministry"], load(chain, normalized=False)["ministry"]
    (1.0, 2.0)
    """
    view = network.freeze(over)
    values, why = _core.centrality.load(view, progress, normalized=normalized)
    said = stated(
        view,
        over,
        "Units that pass, one from everybody to everybody else; at each fork in equal parts.",
        ties=lengths(view),
        normalized="by all ordered pairs of others" if normalized else "no",
        disconnected="pairs without a pathway give nothing",
        loops="no steps",
    )
    asked = Asked(load, network, over, options={"normalized": normalized})
    return scores("load", view, values, asked, convention=said, why=why)


def percolation(
    network: Network,
    states: States,
    *,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Scores:
    """How much of what spreads through the network, by shortest pathways, passes through each actor.

    Parameters
    ----------
    states
        How far each actor is taken hold of already, from 0 to 1: an actor column of numbers, or a mapping
        from actor to state.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    `betweenness` whose pathways count by the state of the actor they start from, as a share of the states
    of all others: 1 means on every shortest pathway from whoever has anything to pass on. With equal
    states it is normalized betweenness. An actor has 0 if the states of all others are 0, and with fewer
    than three actors everybody has. Lengths are as in `betweenness`; parallel ties are one, loops no
    steps. `networkx.percolation_centrality` gives the same numbers.

    Takes n·m steps, or n·m·log n with lengths. Raises `InvalidOption` for a missing state or one that is
    not from 0 to 1, `UnknownName`, `UnknownActor`, `InvalidWeight` for a capacity, `Cancelled`. Piraveenan,
    Prokopenko and Hossain (2013), doi:10.1371/journal.pone.0053095.

    Examples
    --------
    >>> chain = Network.from_edges([("a", "b"), ("b", "c")])
    >>> percolation(chain, {"a": 1, "b": 0, "c": 0})["b"]
    1.0
    """
    view = network.freeze(over)
    values, why = _core.centrality.percolation(view, progress, states=states_of(network, view, states))
    said = stated(
        view,
        over,
        "Shortest pathways that pass, shared alike, by the state of whom they start from; ends do not count.",
        ties=lengths(view),
        normalized="by the states of all others and the n − 2 ends",
        disconnected="pairs without a pathway give nothing",
        loops="no steps",
    )
    return scores("percolation", view, values, Asked(percolation, network, over, (states,)), convention=said, why=why)
