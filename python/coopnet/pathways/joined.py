"""Which instruments join groups of actors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .. import _core
from ..groups import groups_of, require_group
from ..projection import Projection
from ..tables import Asked
from ..ways import Instruments

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["instruments"]


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


def _among(group_of: dict[str, str], among: tuple[str, ...] | None) -> dict[str, str]:
    for group in among or ():
        require_group(group_of, group)
    return {key: group for key, group in group_of.items() if among is None or group in among}
