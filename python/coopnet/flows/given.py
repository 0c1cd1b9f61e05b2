"""Numbers of ties and actors as a question is given them, and the days they are said of."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption
from ..network import Network, Table
from ..projection import Projection
from .asked import Room, held, require_ties, tie_ids

if TYPE_CHECKING:
    import numpy as np

__all__ = ["amount", "by_edge", "carried", "day", "numbers_of", "rooms", "way"]


def numbers_of(
    network: Network, table: Table, name: str, given: str | Mapping[str, float] | None, empty: float
) -> dict[str, float]:
    """The number of each tie or actor by a column or a mapping; `empty` where neither says one."""
    if isinstance(given, str):
        said = table.column(given)
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


def rooms(network: Network, view: _core.View, room: Room | None) -> list[float]:
    """How much passes each actor of the view at most; infinite where nothing is said. No `room`: no list."""
    if room is None:
        return []
    number = numbers_of(network, network.actors, "room", room, math.inf)
    return [number[key] for key in view.keys]


def day(text: Any) -> date:
    """A day as it is written everywhere, 2022-08-05."""
    if isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise InvalidOption(f'"{text}" is no day. Write it as 2022-08-05.') from None


def carried(network: Network, over: Projection | None) -> tuple[Projection, _core.View, np.ndarray]:
    """The projection, its view and what each tie carries: what its weight says, or one without a weight."""
    import numpy as np

    if over is not None and over.weight is not None:
        told, view = held(network, over)
        return told, view, view.weights
    over = over or Projection()
    require_ties(over)
    view = network.freeze(over, merges=False)
    return over, view, np.ones(view.edge_count)


def by_edge(network: Network, view: _core.View, number: Mapping[str, float]) -> np.ndarray:
    """What is said of the tie behind each edge."""
    import numpy as np

    return np.array([number[tie] for tie in tie_ids(network, view)], float)


def way(view: _core.View, vertices: Sequence[int]) -> list[str]:
    """The actors that some vertices are."""
    return [view.keys[vertex] for vertex in vertices]
