"""A grid that lists rows, to a table in our words: header, columns, values, dates and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .. import _core
from ..frames import FORMAT, Columns
from .dates import day_before, plain_dates, split_span
from .grid import Findings, Grid
from .mapping import ACTOR_COLUMNS, TableMapping
from .numbers import is_number, plain_numbers

__all__ = ["NEEDED", "Header", "Sheet", "find_header", "listed"]

NEEDED = {"ties": ("source", "target"), "actors": ("id",), "sources": ("id",), "figures": ("measure",)}
DATE_COLUMNS = {"since", "until", "date", "as_of"}
# Columns of workbooks as NodeXL makes them.
_NODEXL = {"ties": {"source": "Vertex 1", "target": "Vertex 2"}, "actors": {"id": "Vertex"}}


@dataclass(frozen=True)
class Sheet:
    """A table in our words: the columns, under which name each stood there, and where header and rows stood."""

    grid: Grid
    columns: Columns
    theirs: dict[str, str]
    lines: list[int] | None


@dataclass(frozen=True)
class Header:
    """The row of names, and by our names the places of theirs."""

    at: int
    names: list[str]
    places: dict[str, int]

    def has(self, table: str) -> bool:
        return all(name in self.places for name in NEEDED[table])


def find_header(grid: Grid, table: str, mapping: TableMapping) -> Header | None:
    """The first row that names what the table needs; nothing if none does."""
    for at in grid.first_rows(20):
        header = _header(grid, at, table, mapping)
        if header.has(table):
            return header
    return None


def _header(grid: Grid, at: int, table: str, mapping: TableMapping) -> Header:
    names = grid.names(at)
    wanted = {ours: theirs for ours, theirs in mapping.columns_of(table).items() if theirs in names}
    known = _NODEXL.get(table, {})
    if not wanted and known and all(theirs in names for theirs in known.values()):
        wanted = dict(known)
    taken = set(wanted.values())
    places = {ours: names.index(theirs) for ours, theirs in wanted.items()}
    for place, name in enumerate(names):
        low = name.lower()
        if name not in taken:
            ours = low if low in FORMAT[table] and low not in names else name
            places.setdefault(ours if ours not in places else name, place)
    if "date" in wanted and table == "ties":
        place = places.pop("date")
        places = {"since": place, "until": place} | places
    return Header(at, names, places)


def listed(grid: Grid, table: str, mapping: TableMapping, findings: Findings) -> Sheet | None:
    """The table that a grid lists; None, with the reason, if it has not the columns it needs."""
    header = find_header(grid, table, mapping)
    if header is None:
        _say_what_is_missing(grid, table, mapping, findings)
        return None
    _check_header(grid, header, table, mapping, findings)
    rows = _rows(grid, header, findings)
    theirs = {ours: header.names[place] for ours, place in header.places.items()}
    columns: Columns = []
    for ours, place in header.places.items():
        cells = grid.columns[place]
        cells = cells[header.at + 1 :] if rows is None else [cells[at] for at in rows]
        cells = _meant(_Column(grid, table, ours, theirs[ours], place, rows, header.at), cells, mapping, findings)
        columns.append((ours, cells))
    if rows is None and header.at == 0 and grid.first == 1:
        return Sheet(grid, columns, theirs, None)
    places: Iterable[int] = range(header.at + 1, len(grid)) if rows is None else rows
    return Sheet(grid, columns, theirs, [grid.line(header.at), *map(grid.line, places)])


def _say_what_is_missing(grid: Grid, table: str, mapping: TableMapping, findings: Findings) -> None:
    at = next(grid.first_rows(1), 0)
    names = grid.names(at) if len(grid) else []
    missing = [name for name in NEEDED[table] if name not in _header(grid, at, table, mapping).places]
    for ours in missing:
        wanted = mapping.columns_of(table).get(ours)
        hint = _core.nearest_hint(wanted or ours, names)
        what = f'the mapping takes {ours} from "{wanted}", but there is no such column' if wanted else ""
        findings.wrong(
            grid,
            at,
            wanted or ours,
            f"{what or f'there is no column {ours}'}. The columns are: {', '.join(names)[:300]}.{hint} "
            "Say in a mapping which it is; coopnet mapping proposes one.",
        )


def _check_header(grid: Grid, header: Header, table: str, mapping: TableMapping, findings: Findings) -> None:
    if header.at > 0 and not all(grid.is_empty(at) for at in range(header.at)):
        findings.remark(grid, header.at, "", "the rows above these column names are left out.")
    for ours, theirs in mapping.columns_of(table).items():
        is_ours = ours in FORMAT[table] or ours == "date"
        if (
            theirs not in header.names
            and is_ours
            and not any(ours in FORMAT[other] for other in FORMAT if other != table)
        ):
            hint = _core.nearest_hint(theirs, header.names)
            findings.wrong(
                grid, header.at, theirs, f"the mapping takes {ours} from this column, which is not there.{hint}"
            )
    doubled = {name for name in header.names if name and header.names.count(name) > 1}
    for name in sorted(doubled):
        findings.wrong(grid, header.at, name, "two columns have this name. Rename one.")
    used = set(header.places.values())
    hidden = [name for place, name in enumerate(header.names) if name and place not in used and name not in doubled]
    for name in hidden:
        findings.wrong(
            grid,
            header.at,
            name,
            "the mapping fills this column from another one. Map it to another name, or rename it.",
        )


def _rows(grid: Grid, header: Header, findings: Findings) -> list[int] | None:
    """The rows below the header that say something; None if all do."""
    begin, width = header.at + 1, len(header.names)
    _check_widths(grid, header, findings)
    left_out = set()
    for at in _suspects(grid.columns[0], header):
        if grid.is_empty(at):
            left_out.add(at)
        elif grid.names(at) == header.names:
            left_out.add(at)
            findings.remark(grid, at, "", "the column names stand here once more; the row is left out.")
    if further := grid.columns[width:]:
        for at in range(begin, len(grid)):
            if any(column[at].strip() for column in further):
                fields = max(place for place, cell in enumerate(grid.row(at), start=1) if cell.strip())
                remedy = "Put quotes around commas that are text."
                findings.wrong(grid, at, "", f"{fields} fields where the header has {width}. {remedy}")
    return [at for at in range(begin, len(grid)) if at not in left_out] if left_out else None


def _suspects(first: Sequence[str], header: Header) -> list[int]:
    """Rows that may be empty or the header once more, as far as the first column tells."""
    cells = {cell for cell in set(first) if cell.strip() in ("", header.names[0])}
    name = first[header.at]
    if cells == {name} and first.count(name) == 1:
        return []
    return [at for at in range(header.at + 1, len(first)) if first[at] in cells]


def _check_widths(grid: Grid, header: Header, findings: Findings) -> None:
    """Rows of a text that end too early: nobody knows which cell is missing."""
    if grid.widths is None:
        return
    width = len(header.names)
    for at in range(header.at + 1, len(grid)):
        if 0 < grid.widths[at] < width and not grid.is_empty(at):
            findings.wrong(
                grid,
                at,
                "",
                f"{grid.widths[at]} fields where the header has {width}. Add what is missing, if only commas.",
            )


# --- what the cells mean ------------------------------------------------------------------


@dataclass(frozen=True)
class _Column:
    """Where cells come from, for messages."""

    grid: Grid
    table: str
    ours: str
    theirs: str
    place: int
    rows: Sequence[int] | None
    header: int

    def at(self, row: int) -> int:
        return self.header + 1 + row if self.rows is None else self.rows[row]


Reader = Callable[[Iterable[str]], tuple[dict[str, str], dict[str, str]]]


def _meant(column: _Column, cells: list[str], mapping: TableMapping, findings: Findings) -> list[str]:
    """The cells in our words: what the mapping's values say as they say it, all else as the column is read."""
    cells = _without_odd(column, cells, findings)
    meanings = mapping.values_of(column.table, column.ours)
    format = FORMAT[column.table]
    if format.get(column.ours) == "number":
        return _settled(
            column,
            cells,
            meanings,
            lambda found: plain_numbers(found, mapping, semicolons=column.grid.semicolons),
            findings,
        )
    if column.ours in DATE_COLUMNS and column.ours in format:
        return _as_dates(column, cells, meanings, mapping, findings)
    if column.ours not in format and (mapping.decimal or mapping.thousands):
        return _settled(column, cells, meanings, lambda found: _own_numbers(found, mapping), findings)
    return _settled(column, cells, meanings, lambda found: ({}, {}), findings) if meanings else cells


def _without_odd(column: _Column, cells: list[str], findings: Findings) -> list[str]:
    if not column.grid.odd:
        return cells
    cells = list(cells)
    for row in range(len(cells)):
        odd = column.grid.odd.get((column.at(row), column.place))
        if odd and (not odd.ids_only or column.ours in ACTOR_COLUMNS[column.table]):
            findings.wrong(column.grid, column.at(row), column.theirs, odd.message)
    return cells


def _settled(
    column: _Column, cells: list[str], meanings: dict[str, str], read: Reader, findings: Findings
) -> list[str]:
    """The cells rewritten, those that cannot be reported one by one and left empty."""
    found = set(cells)
    known = {cell: meanings[cell.strip()] for cell in found if cell.strip() in meanings} if meanings else {}
    findings.used |= {cell.strip() for cell in known}
    plain, wrong = read(found - known.keys())
    if wrong:
        for row, cell in enumerate(cells):
            if cell in wrong:
                findings.wrong(column.grid, column.at(row), column.theirs, wrong[cell])
    changed = plain | known | dict.fromkeys(wrong, "")
    return [changed.get(cell, cell) for cell in cells] if changed else cells


def _as_dates(
    column: _Column, cells: list[str], meanings: dict[str, str], mapping: TableMapping, findings: Findings
) -> list[str]:
    one_column = mapping.columns_of(column.table).get("date") == column.theirs
    exclusive = column.ours == "until" and mapping.until == "exclusive" and not one_column

    def read(found: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
        plain, wrong = plain_dates(found, mapping.dayfirst)
        if exclusive:
            plain = {
                cell: day_before(plain.get(cell, cell.strip())) for cell in found if cell.strip() not in ("", "..")
            }
        return plain, wrong

    if one_column:
        side = ("since", "until").index(column.ours)
        meanings = {theirs: split_span(ours)[side] for theirs, ours in meanings.items()}
        cells = [cell if cell.strip() in meanings else split_span(cell)[side] for cell in cells]
    silent = Findings() if one_column and column.ours == "until" else findings  # said of since already
    return _settled(column, cells, meanings, read, silent)


def _own_numbers(found: Iterable[str], mapping: TableMapping) -> tuple[dict[str, str], dict[str, str]]:
    """A network's own column in plain decimals, if that is what all its filled cells are."""
    filled = [cell for cell in found if cell.strip()]
    if not all(is_number(cell.strip(), mapping) for cell in filled):
        return {}, {}
    return plain_numbers(filled, mapping)[0], {}
