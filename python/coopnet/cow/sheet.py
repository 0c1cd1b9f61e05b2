"""A published table: its cells checked one by one, with what is wrong by row and column; and the network made of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import ParseError, Problem
from ..frames import columns_of_records, invalid, read_csv
from ..network import Network

__all__ = ["Sheet", "network_of"]

MISSING = "-9"
_WHOLE = re.compile(r"(-?[0-9]{1,9})(?:\.0*)?")


class Sheet:
    """The cells of a CSV by column, and the problems found in them; names of columns in small letters."""

    def __init__(self, path: Path, needs: Sequence[str], what: str) -> None:
        columns, problems = read_csv(path)
        self.path = path
        self.problems: list[Problem] = list(problems)
        self.names = [name.lower() for name, _ in columns]
        self._require_once(path)
        self._cells = {name: cells for name, (_, cells) in zip(self.names, columns, strict=True)}
        self.spelling = {name.lower(): name for name, _ in columns}
        self.require(needs, what)

    def require(self, needs: Iterable[str], what: str) -> None:
        """Raises ParseError if a column is not there."""
        for name in needs:
            if name not in self._cells:
                hint = _core.nearest_hint(name, self.names)
                raise ParseError(
                    f"{self.path}, line 1: there is no column {name}, so this is not {what}.{hint} "
                    "Read the file as it was published, or say another format.",
                    str(self.path),
                    1,
                )

    def _require_once(self, path: Path) -> None:
        for place, name in enumerate(self.names):
            if name in self.names[:place]:
                raise ParseError(
                    f"{path}, line 1: the column {name} stands twice. Remove one.", str(path), 1, place + 1
                )

    def __len__(self) -> int:
        return len(self._cells[self.names[0]])

    def __contains__(self, name: str) -> bool:
        return name in self._cells

    def column(self, name: str) -> list[str]:
        return self._cells[name]

    def text(self, name: str, place: int) -> str:
        """A cell that must say something."""
        cell = self._cells[name][place]
        if not cell:
            self.wrong(name, place, "the cell is empty. Fill it in as it was published.")
        return cell

    def whole(self, name: str, place: int, *, among: Iterable[int] | None = None, meaning: str = "") -> int | None:
        """A cell that must be a whole number, of some if these are given; None, and a problem, if it is not."""
        found = _WHOLE.fullmatch(self._cells[name][place])
        value = int(found[1]) if found else None
        if value is None:
            self.wrong(name, place, f'"{self._cells[name][place]}" is not a whole number. Write {meaning or "one"}.')
        elif among is not None and value not in among:
            self.wrong(name, place, f"{value} is no code of this table. Write {meaning}.")
            return None
        return value

    def year(self, name: str, place: int) -> int | None:
        year = self.whole(name, place, meaning="a year")
        if year is not None and not 1000 <= year <= 2999:
            self.wrong(name, place, f"{year} is not a year. Write four digits.")
            return None
        return year

    def day(self, parts: Sequence[str], place: int) -> str:
        """A date of year, month and day columns at the precision known; empty or -9 is not known."""
        numbers: list[int] = []
        for name in parts:
            if self._cells[name][place] in ("", MISSING):
                break
            number = self.whole(name, place, meaning="a number, or -9 for not known")
            if number is None:
                return ""
            numbers.append(number)
        try:
            year, month, day = ([*numbers, 1, 1] if numbers else [1, 1, 1])[:3]
            date(year, month, day)
        except (ValueError, OverflowError):
            self.wrong(parts[len(numbers) - 1], place, f"{'-'.join(map(str, numbers))} is not a date. Correct it.")
            return ""
        return "-".join(f"{number:0{4 if rank == 0 else 2}}" for rank, number in enumerate(numbers))

    def wrong(self, name: str, place: int, message: str) -> None:
        self.problems.append(Problem(self.path.name, place + 2, self.spelling[name], message))

    def finish(self) -> None:
        """Raises InvalidNetwork with all problems, if there is one."""
        if self.problems:
            raise invalid(sorted(self.problems, key=lambda problem: problem.row or 0))


def network_of(
    path: Path,
    actors: Iterable[Mapping[str, Any]],
    ties: Iterable[Mapping[str, Any]],
    *,
    source: Mapping[str, str],
    vocabulary: Mapping[str, Any],
) -> Network:
    """The network of some records; every tie rests on the one source, documented."""
    resting: list[Mapping[str, Any]] = [{**tie, "status": "documented", "sources": source["id"]} for tie in ties]
    tables: dict[str, list[Mapping[str, Any]]] = {"actors": list(actors), "ties": resting, "sources": [source]}
    columns = {table: columns_of_records(records) for table, records in tables.items()}
    if not resting:
        columns["ties"] = [(name, []) for name in ("source", "target", "relation")]
    return Network.from_columns(columns, name=path.stem, vocabulary=json.dumps(vocabulary))
