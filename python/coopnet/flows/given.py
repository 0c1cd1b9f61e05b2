"""Numbers of ties and actors as a question is given them, and the days they are said of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from .. import _core
from ..errors import InvalidOption, UnknownName
from ..frames import FORMAT
from ..network import Network, Table

__all__ = ["amount", "day", "numbers_of"]


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
