"""Numbers of ties and actors as a question is given them, and the days they are said of."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption, InvalidWeight, UnknownName
from ..frames import FORMAT
from ..network import Network, Table
from ..projection import Projection

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Actors", "amount", "by_edge", "capacities", "day", "named", "numbers_of", "require_limit", "rooms_of"]

Actors = str | Sequence[str]


def numbers_of(
    network: Network, table: Table, name: str, given: str | Mapping[str, float] | None, empty: float
) -> dict[str, float]:
    """The number of each tie or actor by a column or a mapping; `empty` where neither says one."""
    if isinstance(given, str):
        if given not in table.columns and given not in FORMAT[table.name]:
            hint = _core.nearest_hint(given, [*FORMAT[table.name], *table.columns])
            raise UnknownName(f'{table.name.capitalize()} have no column "{given}".{hint}')
        said = {key: record.get(given) for key, record in table.items()}
    else:
        said = dict(given or {})
        for key in said:
            table[key]  # UnknownActor or UnknownName, with the nearest ones named
    return {key: amount(f"{name} of {key}", number, empty) for key, number in _all(table, said).items()}


def _all(table: Table, said: Mapping[str, Any]) -> dict[str, Any]:
    return {key: said.get(key) for key in table}


def amount(what: str, number: Any, empty: float | None = None) -> float:
    """A number of persons: not negative, infinite for no limit; `empty` for nothing said, if that is allowed."""
    missing = number is None or number == "" or number != number
    if missing and empty is not None:
        return empty
    if missing or isinstance(number, (bool, str)) or number < 0:
        raise InvalidOption(f"The {what} is {number!r}. Give a number that is not negative.")
    return float(number)


def day(text: Any) -> date:
    """A day as it is written everywhere, 2022-08-05."""
    if isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise InvalidOption(f'"{text}" is no day. Write it as 2022-08-05.') from None


def named(what: str, actors: Actors) -> list[str]:
    """One actor, or several that count as one; none of them twice."""
    several = [actors] if isinstance(actors, str) or not isinstance(actors, Iterable) else list(actors)
    if not several or not all(isinstance(actor, str) for actor in several):
        raise InvalidOption(f"{what}={actors!r} names no actor. Give an id, or a list of ids.")
    return list(dict.fromkeys(several))


def capacities(network: Network, over: Projection | None, *, unit: bool) -> tuple[Projection, _core.View, np.ndarray]:
    """The projection whose weight is a capacity, its view, and what each edge holds.

    Without a weight each edge holds one, if that is the question; else what its ties' `capacity` says.
    """
    import numpy as np

    over = over or Projection()
    if over.weight is None and not unit:
        over = over.replace(weight="capacity")
    view = network.freeze(over, merges=False)
    if over.weight is None:
        return over, view, np.ones(view.edge_count)
    if view.meaning != "capacity":
        raise InvalidWeight(
            f"A flow keeps within capacities, and the weight {over.weight} is a {view.meaning}. "
            'Choose capacity, or say weight_means="capacity".'
        )
    return over, view, view.weights


def rooms_of(network: Network, view: _core.View, rooms: str | Mapping[str, float] | None) -> np.ndarray:
    """What passes each vertex at most; where nothing is said there is no limit."""
    import numpy as np

    said = numbers_of(network, network.actors, "room", rooms, math.inf)
    return np.array([said[key] for key in view.keys], float)


def by_edge(network: Network, view: _core.View, number: Mapping[str, float]) -> list[float]:
    """The sum of what is said of the ties behind each edge."""
    ids = list(network.ties)
    return [sum(number[ids[row]] for row in view.ties(edge)) for edge in range(view.edge_count)]


def require_limit(view: _core.View, endless: Sequence[int]) -> None:
    """Refuses a flow along a way that nothing limits."""
    if endless:
        way = " → ".join(view.keys[vertex] for vertex in endless)
        raise InvalidWeight(f"Nothing limits what flows along {way}. Give a tie or an actor on it a capacity.")
