"""Memberships in intergovernmental organizations, version 3: by state and year, by organization and year."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..errors import InvalidOption, ParseError
from ..network import Network
from .sheet import Sheet, network_of

__all__ = ["igo_state_year", "igo_year"]

STATUS = {1: "member_of", 2: "associate_member_of", 3: "observes"}
NONE = 0
ABSENT = -1  # what is absent, the two tables say differently
MISSING = -9
CODES = (*STATUS, NONE, ABSENT, MISSING)
MEANING = "0 none, 1 full member, 2 associate, 3 observer, -1 {absent}, or -9 missing"
# What the table by organization says of it; all other columns are states.
FACTS = frozenset(
    {"ioname", "orgname", "longorgname", "label", "year", "ionum", "sdate", "deaddate", "dead", "integrated"}
    | {"replaced", "igocode", "version", "accuracyofpre1965membershipdates", "sourcesandnotes", "imputed"}
    | {"political", "social", "economic"}
)
PERIOD = {"began": "sdate", "ended": "deaddate"}
VOCABULARY = {
    "relations": {
        "associate_member_of": {
            "layer": "membership",
            "affiliation": True,
            "from": ["state"],
            "to": ["igo"],
            "label": {"en": "is an associate member of", "id": "menjadi anggota asosiasi"},
        },
        "observes": {
            "layer": "membership",
            "affiliation": True,
            "from": ["state"],
            "to": ["igo"],
            "label": {"en": "is an observer of", "id": "menjadi pengamat di"},
        },
    }
}
SOURCE = {
    "id": "COW.IGO",
    "title": "Intergovernmental Organizations, version 3",
    "publisher": "Correlates of War Project",
    "url": "https://doi.org/10.1177/0022343319881175",
}


def igo_state_year(path: str | os.PathLike[str], *, bridge: int = 1) -> Network:
    """Memberships of states from ``state_year_formatv3.csv``: a row a state and year, a column an organization.

    A run of years with the same status is one tie, `since` its first year, `until` its last: ``member_of``,
    ``associate_member_of`` or ``observes``. `ended_by` says what stands in the next year that the table has:
    ``none`` (0, no membership), ``igo_not_in_existence`` (-1), ``missing`` (-9), another ``status``, ``gap`` (the next
    year of the table is further away than `bridge`), or ``last_year`` (the table ends: the membership may go on).

    Parameters
    ----------
    bridge
        How far apart two years of the table may lie and still be one run. The table has every fifth year through 1965
        and every year after: by default nothing is assumed of the years between, so that each of the early years is a
        tie of its own. ``bridge=5`` joins them; the tie's `bridged` counts the years that were assumed.

    Notes
    -----
    -1 means that the organization did not exist; in the table by organization it means that the state was not in the
    system. Neither is a membership, and -9 is never read as none. Organizations without a member stay, as actors
    without a tie. Reads the whole table of 8 million cells in seconds. Raises InvalidNetwork with every cell that is
    no code, by row and column, and with every state and year that stands twice; ParseError for another table.
    doi:10.1177/0022343319881175.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     table = pathlib.Path(folder, "state_year.csv")
    ...     rows = ["ccode,year,state,alpha", "9001,1970,north,0", "9001,1971,north,1", "9001,1972,north,1"]
    ...     _ = table.write_text("\\n".join(rows))
    ...     states = igo_state_year(table)
    >>> [(tie.source, tie.target, tie.since, tie.until, tie.ended_by) for tie in states.ties.values()]
    [('9001', 'alpha', '1971', '1972', 'last_year')]
    """
    path = Path(path)
    sheet = Sheet(path, ("ccode", "year", "state"), "the IGO table by state and year")
    _refuse(sheet, "ioname", "cow-igo-year")
    bodies = [name for name in sheet.names if name not in ("ccode", "year", "state")]
    states: dict[str, str] = {}
    for place, code in enumerate(sheet.column("ccode")):
        sheet.whole("ccode", place, meaning="the state's COW number")
        states.setdefault(code, sheet.text("state", place))
    runs = _Runs(sheet, sheet.column("ccode"), "igo_not_in_existence", bridge)
    ties = [tie | {"target": sheet.spelling[name]} for name in bodies for tie in runs.of(name, "source")]
    sheet.finish()
    actors = [{"id": code, "name": name, "kind": "state"} for code, name in states.items()]
    actors += [{"id": sheet.spelling[name], "name": sheet.spelling[name], "kind": "igo"} for name in bodies]
    return network_of(path, actors, ties, source=SOURCE, vocabulary=VOCABULARY)


def igo_year(path: str | os.PathLike[str], *, bridge: int = 1) -> Network:
    """Memberships of states from ``igo_year_formatv3.csv``: a row an organization and year, a column a state.

    As `igo_state_year`, but here -1 means that the state was not in the system of states (`ended_by`
    ``state_not_in_system``), not that the organization did not exist. States are named by their column, since this
    table has no numbers; organizations keep their full name, `began` and `ended` as years where they are given.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     table = pathlib.Path(folder, "igo_year.csv")
    ...     _ = table.write_text("ioname,orgname,year,north,south\\nAAA,Alpha,1970,1,-1\\nAAA,Alpha,1971,1,3\\n")
    ...     states = igo_year(table)
    >>> [(tie.source, tie.relation, tie.since, tie.until) for tie in states.ties.values()]
    [('north', 'member_of', '1970', '1971'), ('south', 'observes', '1971', '1971')]
    """
    path = Path(path)
    sheet = Sheet(path, ("ioname", "orgname", "year"), "the IGO table by organization and year")
    _refuse(sheet, "ccode", "cow-igo-state-year")
    bodies: dict[str, dict[str, Any]] = {}
    for place, name in enumerate(sheet.column("ioname")):
        facts = {"id": sheet.text("ioname", place), "name": sheet.column("orgname")[place], "kind": "igo"}
        facts |= {
            ours: _year_or_none(sheet, theirs, place) for ours, theirs in (("began", "sdate"), ("ended", "deaddate"))
        }
        bodies.setdefault(name, facts)
    states = [name for name in sheet.names if name not in FACTS]
    runs = _Runs(sheet, sheet.column("ioname"), "state_not_in_system", bridge)
    ties = [tie | {"source": sheet.spelling[name]} for name in states for tie in runs.of(name, "target")]
    sheet.finish()
    actors = [{"id": sheet.spelling[name], "name": sheet.spelling[name], "kind": "state"} for name in states]
    return network_of(path, [*actors, *bodies.values()], ties, source=SOURCE, vocabulary=VOCABULARY)


def _refuse(sheet: Sheet, column: str, format: str) -> None:
    if column in sheet:
        raise ParseError(
            f'{sheet.path}, line 1: the column {column} belongs to another table. Read it with format="{format}".',
            str(sheet.path),
            1,
            sheet.names.index(column) + 1,
        )


def _year_or_none(sheet: Sheet, name: str, place: int) -> str:
    """A year of an organization; what is not known, or has not come, is empty."""
    if name not in sheet or sheet.column(name)[place] in ("", str(MISSING), str(ABSENT)):
        return ""
    return str(sheet.year(name, place) or "")


class _Runs:
    """Runs of years, unit by unit (a state, an organization), in any column of the table."""

    def __init__(self, sheet: Sheet, units: Sequence[str], absent: str, bridge: int) -> None:
        if isinstance(bridge, bool) or not isinstance(bridge, int) or bridge < 1:
            raise InvalidOption(f"bridge={bridge!r} is no number of years. Say 1 or more.")
        self._sheet = sheet
        self._absent = absent
        self._bridge = bridge
        self._meaning = MEANING.format(absent=absent.replace("_", " "))
        self._rows: dict[str, list[tuple[int, int]]] = {}  # by unit: (year, place), in the order of years
        for place, unit in enumerate(units):
            year = sheet.year("year", place)
            if year is not None:
                self._rows.setdefault(unit, []).append((year, place))
        for unit, rows in self._rows.items():
            rows.sort()
            self._require_each_once(unit, rows)

    def _require_each_once(self, unit: str, rows: Sequence[tuple[int, int]]) -> None:
        for (year, first), (next_year, second) in pairwise(rows):
            if year == next_year:
                message = f"{unit} has {year} twice, first in row {first + 2}. Remove one of the two rows."
                self._sheet.wrong("year", second, message)

    def of(self, column: str, end: str) -> Iterator[dict[str, Any]]:
        """The ties of a column, without their other end; `end` is that of the unit."""
        cells = self._sheet.column(column)
        idle = {"0", "-1"}  # nearly all cells: not worth a closer look
        for unit, rows in self._rows.items():
            if all(cells[place] in idle for _, place in rows):
                continue
            codes = [(year, self._code(column, place)) for year, place in rows]
            yield from ({end: unit} | tie for tie in self._ties(codes))

    def _code(self, column: str, place: int) -> int:
        code = self._sheet.whole(column, place, among=CODES, meaning=self._meaning)
        return MISSING if code is None else code

    def _ties(self, codes: Sequence[tuple[int, int]]) -> Iterator[dict[str, Any]]:
        begin = 0
        for place, (year, code) in enumerate(codes):
            following = codes[place + 1] if place + 1 < len(codes) else None
            if following is not None and following[1] == code and following[0] - year <= self._bridge:
                continue
            if code in STATUS:
                first = codes[begin][0]
                yield {
                    "relation": STATUS[code],
                    "since": str(first),
                    "until": str(year),
                    "bridged": year - first - (place - begin),
                    "ended_by": self._ended_by(year, code, following),
                }
            begin = place + 1

    def _ended_by(self, year: int, code: int, following: tuple[int, int] | None) -> str:
        if following is None:
            return "last_year"
        if following[0] - year > self._bridge:
            return "gap"
        return {NONE: "none", ABSENT: self._absent, MISSING: "missing"}.get(following[1], "status")
