"""How central a group of actors is together."""

from __future__ import annotations

from collections.abc import Iterable

from .. import _core
from ..conventions import As, lengths, reproduces, stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Value
from .chosen import named, vertices

__all__ = ["group_betweenness", "group_closeness", "group_degree"]


@reproduces(networkx=As(mode="out", note='Ties that members start; group_in_degree_centrality is mode="in".'))
def group_degree(
    network: Network,
    group: Iterable[str],
    *,
    over: Projection | None = None,
    mode: str = "all",
    normalized: bool = True,
    convention: str | None = None,
) -> Value:
    """Which share of the actors outside a group has a tie with somebody in it.

    Parameters
    ----------
    group
        The actors of the group: ids.
    mode
        ``"out"``: ties that members start; ``"in"``: ties they receive; ``"all"``: both.
    normalized
        Divide by the number of actors outside. Off: how many they are.
    convention
        ``"networkx"``: the numbers it gives by default.

    Notes
    -----
    Each outsider counts once, however many members it is tied to. Ties within the group, parallel ties,
    loops and weights make no difference. With everybody in the group the share is undefined. Takes one
    pass over the ties. Raises `UnknownActor`, `InvalidOption` for a group of nobody. Everett and Borgatti
    (1999), doi:10.1080/0022250X.1999.9990219.

    Examples
    --------
    >>> chain = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")], directed=False)
    >>> round(float(group_degree(chain, ["a", "d"])), 3)
    1.0
    """
    view = network.freeze(over)
    members = named(group)
    value, why = _core.centrality.group_degree(view, vertices(view, members), mode=mode, normalized=normalized)
    said = stated(
        view,
        over,
        f"Outsiders with a tie {_TOWARDS[mode]} one of {len(members)} in the group, each once.",
        ties="each counts alike",
        normalized="by the number of outsiders" if normalized else "no",
        loops="do not count",
    )
    asked = Asked(group_degree, network, over, (members,), {"mode": mode, "normalized": normalized})
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


@reproduces(
    networkx=As(wf_improved=False, note="It counts who is not reached as being at no distance: compare where all are.")
)
def group_closeness(
    network: Network,
    group: Iterable[str],
    *,
    over: Projection | None = None,
    mode: str = "in",
    wf_improved: bool = True,
    normalized: bool = True,
    unreached: str = "skipped",
    convention: str | None = None,
    progress: Progress | None = None,
) -> Value:
    """How near the actors outside a group are to its nearest member: one over their mean distance.

    Parameters
    ----------
    group
        The actors of the group: ids.
    mode
        ``"in"``: distances from others to the group; ``"out"``: from the group to others; ``"all"``:
        direction is ignored.
    wf_improved, normalized, unreached
        As in `closeness`, for the actors outside.
    convention
        ``"networkx"``: the numbers it gives where everybody is connected.
    progress
        Called now and then with members done and to do; returning False stops the work.

    Notes
    -----
    1 means: one step from everybody outside. The nearest member counts, as Everett and Borgatti recommend.
    A group of one has that actor's closeness. With everybody in the group it is undefined. Lengths
    follow the weight as in `closeness`; loops are no steps, of parallel ties the shortest counts.

    Takes a search from each member. Raises `UnknownActor`, `InvalidOption` for a group of nobody,
    `InvalidWeight` for a probability or a capacity, `Cancelled`. Everett and Borgatti (1999),
    doi:10.1080/0022250X.1999.9990219.

    Examples
    --------
    >>> chain = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")], directed=False)
    >>> float(group_closeness(chain, ["a", "b"]))
    0.5
    """
    view = network.freeze(over)
    members = named(group)
    options = {"mode": mode, "wf_improved": wf_improved, "normalized": normalized, "unreached": unreached}
    value, why = _core.centrality.group_closeness(
        view,
        vertices(view, members),
        progress,
        mode=mode,
        wf_improved=wf_improved,
        normalized=normalized,
        unreached=unreached,
    )
    own = "times the share of outsiders connected (Wasserman–Faust)" if wf_improved else "each piece by itself"
    said = stated(
        view,
        over,
        f"One over the {'mean' if normalized else 'sum'} of distances {_DISTANCES[mode]} the nearest of "
        f"{len(members)} in the group.",
        ties=lengths(view),
        normalized="by the number of outsiders connected" if normalized else "no",
        disconnected={
            "skipped": own,
            "infinite": "0 if an outsider is not connected",
            "n": "who is not connected is as far as there are actors",
        }[unreached],
        loops="no steps",
    )
    asked = Asked(group_closeness, network, over, (members,), options)
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


def group_betweenness(
    network: Network,
    group: Iterable[str],
    *,
    over: Projection | None = None,
    normalized: bool = True,
    progress: Progress | None = None,
) -> Value:
    """How often a shortest cooperation pathway between two actors outside a group passes through it.

    Parameters
    ----------
    group
        The actors of the group: ids.
    normalized
        Divide by the pairs of actors outside, ordered ones if ties have directions. Off: the number of
        pairs.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: no two outsiders reach each other by a shortest pathway but through the group, and all do. A
    pathway through several members counts once, so that this is no sum over members. A group of one has
    that actor's betweenness. With fewer than two actors outside it is 0. Lengths, and which of them are
    equal, are as in `betweenness`; parallel ties are no further pathways. NetworkX finds the same for
    groups of one or two where everybody is connected; for others its numbers are not those of the
    definition.

    Takes n·m steps, or n·m·log n with lengths. Raises `UnknownActor`, `InvalidOption` for a group of
    nobody, `InvalidWeight` for a capacity, `Cancelled`. Everett and Borgatti (1999),
    doi:10.1080/0022250X.1999.9990219.

    Examples
    --------
    >>> chain = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")], directed=False)
    >>> float(group_betweenness(chain, ["b", "c"], normalized=False))
    2.0
    """
    view = network.freeze(over)
    members = named(group)
    value, why = _core.centrality.group_betweenness(view, vertices(view, members), progress, normalized=normalized)
    said = stated(
        view,
        over,
        f"Pairs of outsiders whose shortest pathways pass through one of {len(members)} in the group, or several.",
        ties=lengths(view),
        normalized="by all pairs of outsiders" if normalized else "no",
        disconnected="pairs without a pathway give nothing",
        loops="no steps",
    )
    asked = Asked(group_betweenness, network, over, (members,), {"normalized": normalized})
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


_TOWARDS = {"out": "from", "in": "to", "all": "with"}
_DISTANCES = {"in": "from outsiders to", "out": "to outsiders from", "all": "either way between outsiders and"}
