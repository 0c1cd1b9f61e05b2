"""Groups of actors, as a question names them: a column, a mapping, a partition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import _core
from .errors import InvalidOption, UnknownName

if TYPE_CHECKING:
    from .network import Network

__all__ = ["Groups", "codes", "groups_of", "require_group"]

# An actor column; or actor → group: a dict, a Series, a Partition.
Groups = str | Mapping[str, Any] | Any


def groups_of(network: Network, groups: Groups) -> dict[str, str]:
    """The group of each actor that has one, in actor order."""
    if isinstance(groups, str):
        if groups not in network.actors.columns:
            hint = _core.nearest_hint(groups, list(network.actors.columns))
            raise UnknownName(f'Actors have no column "{groups}".{hint}')
        given = {key: actor[groups] for key, actor in network.actors.items()}
    else:
        given = dict(_mapping(groups))
        for key in given:
            network.core.actor(str(key))  # UnknownActor, with the nearest ones named
    return {key: str(given[key]) for key in network.actors if _filled(given.get(key))}


def require_group(group_of: Mapping[str, str], group: str) -> None:
    """Refuses a group that no actor is in, naming the nearest."""
    if group not in group_of.values():
        hint = _core.nearest_hint(group, list(dict.fromkeys(group_of.values())))
        raise UnknownName(f'No actor is in the group "{group}".{hint}')


def codes(
    network: Network, keys: Sequence[str], groups: Groups, *, missing: str | None = None
) -> tuple[list[str], list[int]]:
    """The names of the groups, in the order of their first actors, and the number of each actor's group.

    Actors without a group are refused unless `missing` names one for them.
    """
    group = groups_of(network, groups)
    without = [key for key in keys if key not in group]
    if without and missing is None:
        whose = f'column "{groups}"' if isinstance(groups, str) else "groups"
        some = ", ".join(without[:5]) + (f" and {len(without) - 5} more" if len(without) > 5 else "")
        raise InvalidOption(
            f"{len(without)} actors have no group in the {whose}: {some}. "
            'Fill them in, or say missing="…" to group them.'
        )
    named = [group.get(key, missing) for key in keys]
    number: dict[str | None, int] = {}
    numbers = [number.setdefault(name, len(number)) for name in named]
    return [str(name) for name in number], numbers


def _mapping(groups: Any) -> Mapping[str, Any]:
    if isinstance(groups, Mapping):
        return groups
    if hasattr(groups, "to_dict") and hasattr(groups, "index"):  # a pandas Series
        series: Mapping[str, Any] = groups.to_dict()
        return series
    raise InvalidOption("groups= takes a column of the actors or a mapping from actor to group.")


def _filled(group: Any) -> bool:
    return group is not None and group == group and group != ""
