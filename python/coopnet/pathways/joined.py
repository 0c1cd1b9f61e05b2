"""Which instruments join groups of actors, and which pairs of groups none joins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import UnknownName
from ..groups import groups_of, require_group
from ..projection import Projection
from ..tables import Asked
from ..ways import Instruments, JoinedPairs

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["instruments", "joined_pairs"]

Pair = frozenset[str]


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


def joined_pairs(
    network: Network,
    groups: str | Mapping[str, Any] = "country",
    *,
    kinds: Iterable[str] | None = None,
    among: Iterable[str] | None = None,
    binding: Iterable[str] = ("party_to", "linked_to"),
    over: Projection | None = None,
) -> JoinedPairs:
    """How many pairs of groups an instrument in force joins, kind by kind, and where the holes are.

    The number counts pairs and kinds: two states with an extradition treaty and two police memoranda
    count twice, once for each kind. `.holes(kind)` are the pairs that no instrument of a kind joins,
    `.pending(kind)` those of them that one would join if both were bound by it (signed, negotiated).

    Parameters
    ----------
    groups, among, binding
        As in `instruments`, which says what is in force.
    kinds
        Kinds of instrument, an instrument below a kind counts for it; by default every kind of which
        the network has an instrument.

    Notes
    -----
    What is not recorded may still exist: a hole is a hole of the record. With ``dates="certain"`` only
    what certainly holds counts. A number that more ties can only raise, so `scenario.best_additions`
    states a bound. Costs one pass over the ties, and the pairs of the parties of each instrument.
    Raises UnknownName for a kind that is no kind of instrument, and as `instruments`.

    Examples
    --------
    >>> import coopnet as cn
    >>> states = cn.load("asean-instruments")
    >>> extradition = joined_pairs(states, kinds=["extradition"], over=cn.Projection(at="2025-12-31"))
    >>> int(extradition), len(extradition.holes("extradition")), ("KHM", "IDN") in extradition.pending("extradition")
    (14, 41, True)
    """
    binding = tuple(binding)
    among = None if among is None else tuple(among)
    found = instruments(network, groups, among=among, binding=binding, over=over)
    wanted = _kinds_of_instruments(network, kinds)
    force: dict[str, dict[Pair, list[str]]] = {kind: {} for kind in wanted}
    pending: dict[str, dict[Pair, list[str]]] = {kind: {} for kind in wanted}
    group_of = _among(groups_of(network, groups), among)
    for key, row in found.items():
        bound, would = _pairs_of(network, row, group_of, binding)
        for kind in (kind for kind in wanted if network.vocabulary.is_a(row["kind"], kind)):
            for into, pairs in ((force[kind], bound), (pending[kind], would)):
                for pair in pairs:
                    into.setdefault(pair, []).append(key)
    options = {"kinds": wanted, "among": among, "binding": binding}
    return JoinedPairs(
        list(combinations(dict.fromkeys(group_of.values()), 2)),
        force,
        pending,
        Asked(joined_pairs, network, over, (groups,), options),
        ties=found._ties,
        convention=f"Pairs of groups and kinds of instrument, each once. {found.convention}",
    )


def _kinds_of_instruments(network: Network, kinds: Iterable[str] | None) -> tuple[str, ...]:
    words = network.vocabulary
    known = [kind for kind in words["kinds"] if kind != "instrument" and words.is_a(kind, "instrument")]
    if kinds is None:
        used = {actor.kind for actor in network.actors.values()}
        return tuple(kind for kind in known if kind in used)
    wanted = tuple(kinds)
    for kind in wanted:
        if kind not in known:
            hint = _core.nearest_hint(kind, known)
            raise UnknownName(f'"{kind}" is no kind of instrument.{hint}')
    return wanted


def _pairs_of(
    network: Network, row: Mapping[str, Any], group_of: Mapping[str, str], binding: tuple[str, ...]
) -> tuple[list[Pair], list[Pair]]:
    """The pairs that an instrument joins: bound each for itself, or by a tie they share; and those that it would."""
    instrument = row["id"]
    members: set[str] = set()
    signed: set[str] = set()
    shared: set[Pair] = set()
    for tie in (network.ties[key] for key in row["ties"]):
        if instrument not in (tie.source, tie.target):
            shared.add(frozenset((group_of[tie.source], group_of[tie.target])))
        else:
            member = group_of[tie.target if tie.source == instrument else tie.source]
            (members if tie.relation in binding else signed).add(member)
    bound = shared | _all_pairs(members)
    return sorted(bound, key=sorted), sorted(_all_pairs(members | signed) - bound, key=sorted)


def _all_pairs(groups: Iterable[str]) -> set[Pair]:
    return {frozenset(pair) for pair in combinations(groups, 2)}


def _among(group_of: dict[str, str], among: tuple[str, ...] | None) -> dict[str, str]:
    for group in among or ():
        require_group(group_of, group)
    return {key: group for key, group in group_of.items() if among is None or group in among}
