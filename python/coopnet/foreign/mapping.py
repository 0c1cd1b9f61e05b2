"""What somebody else's table means in our words: a dict, or the JSON file that `coopnet mapping` proposes."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeAlias

from .. import _core
from ..errors import InvalidOption, ParseError
from ..files import read_text
from ..frames import FORMAT, cell_text

__all__ = ["ACTOR_COLUMNS", "Given", "TableMapping", "clean_name"]

Given: TypeAlias = "Mapping[str, Any] | str | os.PathLike[str] | TableMapping | None"

# What the mapping's values of "actor" and "date" speak of.
ACTOR_COLUMNS = {
    "ties": ("source", "target", "instrument"),
    "actors": ("id", "parent"),
    "figures": ("origin", "destination"),
    "sources": (),
}
DATES = ("since", "until")


@dataclass(frozen=True)
class TableMapping:
    """What somebody else's table means.

    `columns` maps ours to theirs (`date` fills `since` and `until`; `actors.note` says which table, where both have
    the column), `values` by our column theirs to ours (`actor` stands for every column that names one).
    `dayfirst` settles 03/04/2022, `decimal` and `thousands` settle 1,234; `until` is "inclusive" or "exclusive".
    `matrix` settles whether the table is one, `relation` and `directed` what its ties are. `separator`, `encoding`,
    `sheet` and `actor_sheet` say where the cells are. `why` is for people and not read.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    dayfirst: bool | None = None
    decimal: str | None = None
    thousands: str | None = None
    until: str = "inclusive"
    matrix: bool | None = None
    relation: str | None = None
    directed: bool | None = None
    separator: str | None = None
    encoding: str | None = None
    sheet: str | None = None
    actor_sheet: str | None = None
    why: Any = None

    @staticmethod
    def of(given: Given) -> TableMapping:
        """From a dict, a JSON file or nothing; everything that is wrong with it is said at once."""
        if given is None:
            return TableMapping()
        if isinstance(given, TableMapping):
            return given
        name = "The mapping"
        if not isinstance(given, Mapping):
            name, given = os.fspath(given), _from_file(Path(given))
        wrong = list(_wrong(given))
        if wrong:
            raise InvalidOption(f"{name}: " + " ".join(wrong))
        plain = {key: value for key, value in given.items() if key not in ("columns", "values")}
        columns = {ours: clean_name(theirs) for ours, theirs in given.get("columns", {}).items()}
        values = {
            column: {theirs.strip(): cell_text(ours) for theirs, ours in meanings.items()}
            for column, meanings in given.get("values", {}).items()
        }
        return TableMapping(columns=columns, values=values, **plain)

    def columns_of(self, table: str) -> dict[str, str]:
        """Ours to theirs, of the entries that may speak of a table; one prefixed by it comes before one that is not."""
        own = {}
        for key, theirs in self.columns.items():
            if "." in key and key.partition(".")[0] in FORMAT:
                continue
            known_elsewhere = any(key in columns for name, columns in FORMAT.items() if name != table)
            if key in FORMAT[table] or (key == "date" and "since" in FORMAT[table]) or not known_elsewhere:
                own[key] = theirs
        return own | {
            key.partition(".")[2]: theirs for key, theirs in self.columns.items() if key.startswith(f"{table}.")
        }

    def values_of(self, table: str, column: str) -> dict[str, str]:
        """Theirs to ours, of a column."""
        found: dict[str, str] = {}
        for name, covers in (("actor", ACTOR_COLUMNS[table]), ("date", DATES), (column, (column,))):
            if column in covers:
                found |= self.values.get(name, {})
        return found


def clean_name(name: str) -> str:
    """The name of a column without marks that nobody sees, blanks at its ends or line ends inside."""
    return " ".join(name.replace("\ufeff", "").replace("\u200b", "").split())


def _from_file(path: Path) -> Mapping[str, Any]:
    text = read_text(path)
    _core.require_json(text, str(path))
    given = json.loads(text)
    if not isinstance(given, dict):
        raise ParseError(f"{path}: a mapping is a JSON object. See coopnet mapping --help.", str(path))
    return given


def _wrong(given: Mapping[str, Any]) -> Any:
    keys = [item.name for item in fields(TableMapping)]
    for key in given:
        if key not in keys:
            yield f'There is no "{key}" in a mapping.{_core.nearest_hint(str(key), keys)}'
    columns, values = given.get("columns", {}), given.get("values", {})
    if not isinstance(columns, Mapping) or not all(isinstance(theirs, str) for theirs in columns.values()):
        yield 'columns maps ours to theirs: {"source": "From"}.'
    if not isinstance(values, Mapping) or not all(_is_meaning(item) for item in values.values()):
        yield 'values maps, by column, theirs to ours: {"reliability": {"High": 0.9}}.'
    for key in ("dayfirst", "matrix", "directed"):
        if given.get(key) not in (None, True, False) or isinstance(given.get(key), (int, float)) > isinstance(
            given.get(key), bool
        ):
            yield f"{key} is true or false, or left out."
    for key in ("relation", "encoding", "sheet", "actor_sheet"):
        if not isinstance(given.get(key), str | None):
            yield f"{key} is a text."
    if given.get("until", "inclusive") not in ("inclusive", "exclusive"):
        yield 'until is "inclusive" (the last day counts) or "exclusive" (it does not).'
    yield from _wrong_marks(given)


def _is_meaning(meanings: Any) -> bool:
    return isinstance(meanings, Mapping) and all(
        isinstance(theirs, str) and isinstance(ours, str | int | float | None) for theirs, ours in meanings.items()
    )


def _wrong_marks(given: Mapping[str, Any]) -> Any:
    decimal, thousands, separator = (given.get(key) for key in ("decimal", "thousands", "separator"))
    if decimal not in (None, ".", ","):
        yield 'decimal is "." or ",".'
    if thousands not in (None, ".", ",", " ", "'"):
        yield "thousands is one of . , ' or a blank."
    if decimal is not None and decimal == thousands:
        yield f'decimal and thousands are both "{decimal}": they must differ.'
    if separator is not None and (not isinstance(separator, str) or len(separator) != 1 or separator in '"\r\n'):
        yield 'separator is one character: "," ";" "|" or a tab, "\\t".'
