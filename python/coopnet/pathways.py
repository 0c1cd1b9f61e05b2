"""By which way something gets from one actor to another: a report to the police, a person home.

A pathway steps from actor to actor over ties, never to an actor twice. Directed ties are
followed as they run, undirected ones both ways, loops never; parallel ties are kept and make
pathways of their own. How long a step is, is the projection's to say: without a weight every
tie is one step, a cost (``delay_days``) adds up, strength s costs 1/s, and a probability
(``reliability``) multiplies. Equal on paper is equal: sums that share a decimal scale are
compared exactly, all else within a relative 1e-10. Among equals fewer steps come first, then
the order of actors and ties in the network, so that an answer is the same every time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import index
from typing import TYPE_CHECKING, Any, SupportsIndex

from . import _core
from .errors import InvalidOption, InvalidWeight, NoPathway, UnknownName
from .groups import groups_of
from .projection import Projection
from .tables import Asked, Progress
from .ways import Instruments, Pathway, Pathways, Reach

if TYPE_CHECKING:
    from .network import Network

__all__ = ["all_shortest", "instruments", "k_shortest", "most_reliable", "reach", "shortest"]


def shortest(
    network: Network, source: str, target: str, *, over: Projection | None = None, progress: Progress | None = None
) -> Pathway:
    """The shortest pathway from one actor to another: of fewest steps, or of least total weight.

    From an actor to itself leads the pathway without a step.

    Raises
    ------
    NoPathway
        With how far one gets (`.reached`) and the recorded ties onward that the projection left out (`.cut`).
    UnknownActor
        Naming the nearest ids.
    InvalidWeight
        If the weight is a capacity, which says nothing of length.

    Notes
    -----
    O(E + V log V). Dijkstra (1959), doi:10.1007/BF01386390.

    Examples
    --------
    >>> from coopnet import Network
    >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Police"), ("Family", "NGO")])
    >>> shortest(report, "Family", "Police").actors
    ('Family', 'Embassy', 'Police')
    """
    asked = Asked(shortest, network, over, (source, target))
    return _best(asked, most=1, progress=progress)[0]


def all_shortest(
    network: Network,
    source: str,
    target: str,
    *,
    over: Projection | None = None,
    max_results: int = 1000,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """All pathways that are as short as the shortest.

    `.partial` says that there are more than `max_results`, or that `time_limit` (seconds)
    ended the search. Raises as `shortest`.

    Notes
    -----
    That of `shortest`, and usually O(V) a further pathway.

    Examples
    --------
    0.1 + 0.7 and 0.3 + 0.5 are equal, though their binary sums are not:

    >>> from coopnet import Network, Projection
    >>> pairs = [("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")]
    >>> diamond = Network.from_edges(pairs).with_column("ties", "delay_days", [0.1, 0.7, 0.3, 0.5])
    >>> [way.actors for way in all_shortest(diamond, "a", "d", over=Projection(weight="delay_days"))]
    [('a', 'b', 'd'), ('a', 'c', 'd')]
    """
    max_results = _count("max_results", max_results)
    options = {"max_results": max_results, "time_limit": time_limit}
    asked = Asked(all_shortest, network, over, (source, target), options)
    return _best(asked, most=max_results, only_equal=True, time_limit=time_limit, progress=progress)


def k_shortest(
    network: Network,
    source: str,
    target: str,
    k: int = 5,
    *,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """The k shortest pathways, or all if there are fewer; no actor stands twice on one.

    `.partial` says that `time_limit` (seconds) ended the search before. Raises as `shortest`.

    Notes
    -----
    At worst k·V searches, usually little more than k. Yen (1971), doi:10.1287/mnsc.17.11.712,
    as improved by Lawler (1972), doi:10.1287/mnsc.18.7.401.

    Examples
    --------
    >>> from coopnet import Network
    >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")])
    >>> [way.steps for way in k_shortest(report, "Family", "Police", 3)]
    [1, 2]
    """
    k = _count("k", k)
    asked = Asked(k_shortest, network, over, (source, target, k), {"time_limit": time_limit})
    return _best(asked, most=k, time_limit=time_limit, progress=progress)


def most_reliable(
    network: Network,
    source: str,
    target: str,
    k: int = 1,
    *,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """The k pathways most likely to work from end to end.

    Each step works with its reliability, one independent of the other, so a pathway works with
    their product. Products are compared as they run, never by logarithms; a sure step is still
    a step: fewer steps come first among equals. A tie of reliability 0 is none.

    Without a weight the projection's weight is ``reliability``. What is not recorded there
    follows from grade and status by the vocabulary's table: a convention, not a finding.
    `.convention` says where an answer rests on it, and whether the order of these pathways
    stays under a flatter and a steeper table (`Pathways.survives`).

    Raises as `shortest`; InvalidWeight if the projection's weight is no probability.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")]
    >>> report = Network.from_edges(pairs).with_column("ties", "reliability", [0.9, 0.8, 0.7])
    >>> best = most_reliable(report, "Family", "Police", k=2)
    >>> [(way.actors, round(way.reliability, 2)) for way in best]
    [(('Family', 'Embassy', 'Police'), 0.72), (('Family', 'Police'), 0.7)]
    """
    k = _count("k", k)
    over = over or Projection()
    if over.weight is None:
        over = over.replace(weight="reliability")
    asked = Asked(most_reliable, network, over, (source, target, k), {"time_limit": time_limit})
    view = network.freeze(over, merges=False)
    if view.meaning != "probability":
        raise InvalidWeight(
            f"The most reliable pathway multiplies probabilities, and the weight {over.weight} is a {view.meaning}. "
            "Leave the weight out, or choose reliability."
        )
    return _best(asked, most=k, time_limit=time_limit, progress=progress)


def reach(
    network: Network,
    source: str,
    within: int | None = None,
    *,
    mode: str = "out",
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Reach:
    """Whom an actor reaches, in how many steps: a Mapping from actor to steps, itself at 0, nearest first.

    `within` limits the steps; `mode` follows ties as they run (``"out"``), against it
    (``"in"``: who reaches the actor) or both ways (``"all"``). Weights do not matter.

    Notes
    -----
    O(V + E). Raises UnknownActor.

    Examples
    --------
    >>> from coopnet import Network
    >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Police"), ("NGO", "Police")])
    >>> dict(reach(report, "Family", within=1))
    {'Family': 0, 'Embassy': 1}
    >>> list(reach(report, "Police", mode="in"))
    ['Police', 'Embassy', 'NGO', 'Family']
    """
    if within is not None and within < 0:
        raise InvalidOption(f"within={within} is not a number of steps. Say 0 or more, or None for as far as one gets.")
    options = {"within": within, "mode": mode}
    view = network.freeze(over, merges=False)
    vertices, steps = _core.pathways.reach(view, source, within=within, mode=mode, progress=progress)
    keys = view.keys
    how = {"out": "as they run", "in": "against their direction", "all": "both ways"}[mode]
    return Reach(
        {keys[vertex]: int(count) for vertex, count in zip(vertices, steps, strict=True)},
        Asked(reach, network, over, (source,), options),
        ties=view.all_ties,
        convention=f"Steps from {source}, following ties {how}; an undirected tie leads both ways.",
    )


def instruments(
    network: Network,
    groups: str | Mapping[str, Any] = "country",
    *,
    among: Iterable[str] | None = None,
    binding: Iterable[str] = ("party_to", "linked_to"),
    over: Projection | None = None,
) -> Instruments:
    """Which instruments (treaties, memoranda, channels) join groups of actors, and which kinds are missing.

    An instrument is an actor whose kind ``is_a`` instrument. It is in force between groups if
    actors of each have a `binding` relation to it, or if a tie between two groups names it as
    its instrument. A signature or a negotiation does not bring it into force: such
    instruments are listed with ``in_force`` false. `.missing` names the kinds of which no
    instrument, of the kind itself or below it, is in force.

    `groups` is a column of the actors or a mapping from actor to group; `among` leaves only
    some groups, actors without one are not asked. Dates are the projection's: ``at="2023-08-22"``.

    Raises UnknownRelation, UnknownName for a group that no actor is in.

    Examples
    --------
    >>> import coopnet as cn
    >>> case = cn.load("indonesia-cambodia-2021-2022")
    >>> before = instruments(case, among=["IDN", "KHM"], over=cn.Projection(at="2023-08-20"))
    >>> "IN.MLAT" in before, before["IN.ASEXT"]["in_force"], "extradition" in before.missing
    (True, False, True)
    """
    binding = tuple(binding)
    among = None if among is None else tuple(among)
    over = over or Projection()
    view = network.freeze(over.replace(weight=None, fill=None, affiliations="keep", parallel="keep"), merges=False)
    group_of = _among(groups_of(network, groups), among)
    found, missing = _core.pathways.instruments(view, [group_of.get(actor, "") for actor in network.actors], binding)
    options = {"among": among, "binding": [name for name in binding if name in network.vocabulary["relations"]]}
    whose = groups if isinstance(groups, str) else "group"
    return Instruments(
        found,
        missing,
        Asked(instruments, network, over, (groups,), options),
        convention=(
            f"In force: actors of two or more groups ({whose}) are bound to it ({', '.join(binding)}), "
            "or a tie between two groups names it as instrument."
        ),
    )


# --- steps they share -------------------------------------------------------------
def _count(name: str, number: SupportsIndex) -> int:
    """A number of pathways: any whole number that is no truth value."""
    try:
        count = -1 if isinstance(number, bool) else index(number)
    except TypeError:
        count = -1
    if count < 1:
        raise InvalidOption(f"{name}={number!r} is not a number of pathways. Say 1 or more.")
    return count


def _best(
    asked: Asked,
    *,
    most: int,
    only_equal: bool = False,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    source, target = asked.subjects[:2]
    view = asked.network.freeze(asked.over, merges=False)
    ways, partial = _core.pathways.best(
        view, source, target, most=most, only_equal=only_equal, time_limit=time_limit, progress=progress
    )
    if not ways:
        raise _no_pathway(asked.network, source, target, asked.over, time_limit if partial else None)
    return Pathways(view, ways, asked, partial=partial)


def _no_pathway(
    network: Network, source: str, target: str, over: Projection | None, time_limit: float | None
) -> NoPathway:
    """Says how far one gets, and by which recorded ties one would get on if the projection kept them."""
    over = over or Projection()
    reached = list(reach(network, source, over=over))
    whole = network.freeze(Projection(direction=over.direction), merges=False)
    to_target, _ = _core.pathways.reach(whole, target, within=None, mode="in", progress=None)
    leads_on = {whole.keys[vertex] for vertex in to_target}
    inside = set(reached)
    cut = []
    for edge in _core.pathways.leaving(whole, reached):
        (row,) = whole.ties(edge)
        tie = network.ties.row(row)
        if (tie.source in leads_on and tie.source not in inside) or (
            tie.target in leads_on and tie.target not in inside
        ):
            cut.append(tie)
    if time_limit is not None:
        start = f"No pathway from {source} to {target} was found within {time_limit} s. Give it more time."
    else:
        start = f"No pathway leads from {source} to {target}."
    return NoPathway(f"{start} {_how_far(reached)} {_left_out(cut)}", reached, cut)


def _how_far(reached: Sequence[str]) -> str:
    if len(reached) == 1:
        return "One does not get on from there."
    return f"One gets to {_some(reached[1:])}."


def _left_out(cut: Sequence[Any]) -> str:
    if not cut:
        return "No recorded tie leads on from there."
    named = _some([f"{tie.source} → {tie.target} ({tie.relation}, {tie.id})" for tie in cut])
    return f"The projection leaves out ties that lead on: {named}. Widen it."


def _some(items: Sequence[str], most: int = 5) -> str:
    if len(items) <= most:
        return ", ".join(items)
    return f"{', '.join(items[:most])} and {len(items) - most} more"


def _among(group_of: dict[str, str], among: tuple[str, ...] | None) -> dict[str, str]:
    for group in among or ():
        if group not in group_of.values():
            known = list(dict.fromkeys(group_of.values()))
            raise UnknownName(f'No actor is in the group "{group}".{_core.nearest_hint(group, known)}')
    return {key: group for key, group in group_of.items() if among is None or group in among}
