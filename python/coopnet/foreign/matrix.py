"""Matrices to ties: rows and columns are matched by name, never by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from .grid import Findings, Grid
from .mapping import TableMapping
from .numbers import plain_numbers

__all__ = ["MISSING", "Block", "MatrixTies", "blocks", "looks_like", "ties_of"]

# Cells that say that nobody knows; 0 says that there is no tie.
MISSING = {"", "NA", "N/A", "n/a", "na", "-", "–", "—", ".", "?"}
MARKS = {"x", "X", "✓", "✔", "yes", "Yes", "ya", "Ya"}


@dataclass(frozen=True)
class Block:
    """One matrix of a sheet; without a title the sheet's name may say what it holds."""

    grid: Grid
    title: str
    called: Mapping[str, str]  # actors, by what stands for them here

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", self.grid.names(0)[1:] if len(self.grid) else [])
        object.__setattr__(self, "rows", [cell.strip() for cell in self.grid.columns[0][1:]] if len(self.grid) else [])

    names: list[str] = field(init=False)
    rows: list[str] = field(init=False)

    def cells(self, at: int) -> list[str]:
        """The cells of a row below the header."""
        return [column[at + 1].strip() for column in self.grid.columns[1 : len(self.names) + 1]]

    @property
    def square(self) -> bool:
        """Half of the names stand at both sides."""
        return bool(self.common) and 2 * len(self.common) >= max(len(self.names), len(self.rows))

    @property
    def common(self) -> set[str]:
        return set(self.column_actors) & set(self.row_actors)

    @property
    def row_actors(self) -> list[str]:
        return [self.called.get(name, name) for name in self.rows]

    @property
    def column_actors(self) -> list[str]:
        return [self.called.get(name, name) for name in self.names]

    @property
    def certain(self) -> bool:
        """No list of numbered actors without a header looks so."""
        corner = self.grid.columns[0][0].strip()
        return self.square and len(self.common) > 1 and not corner.replace(".", "").isdecimal()


@dataclass
class MatrixTies:
    """The ties of one matrix, with the rows that they stand in."""

    relation: str
    directed: bool
    two_mode: bool
    sources: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    strengths: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)


def blocks(grid: Grid, mapping: TableMapping) -> list[Block]:
    """The parts of a sheet between empty rows; a row of one cell before a part is its title."""
    found: list[Block] = []
    title, called = "", mapping.values_of("ties", "source")
    for begin, end in _parts(grid):
        filled = [cell.strip() for cell in grid.row(begin) if cell.strip()]
        if len(filled) == 1 and len(grid.columns) > 1:
            title = filled[0]
            begin += 1
        if begin < end:
            found.append(Block(grid.part(begin, end), title, called))
            title = ""
    return found


def _parts(grid: Grid) -> Iterator[tuple[int, int]]:
    begin = None
    for at in range(len(grid)):
        if grid.is_empty(at):
            if begin is not None:
                yield begin, at
            begin = None
        elif begin is None:
            begin = at
    if begin is not None:
        yield begin, len(grid)


def looks_like(block: Block, mapping: TableMapping) -> bool:
    """Names of its own at both sides, and numbers, marks or nothing between them."""
    if not block.names or not block.rows or not all(block.names) or not all(block.rows):
        return False
    if len(set(block.names)) < len(block.names) or len(set(block.rows)) < len(block.rows):
        return False
    found = {cell for at in range(len(block.rows)) for cell in block.cells(at)} - MISSING - MARKS
    found -= set(mapping.values_of("ties", "strength"))
    if not found and len(block.names) + len(block.rows) < 3:
        return False
    _, wrong = plain_numbers(found, mapping)
    return not any("is no number" in message for message in wrong.values())


def ties_of(
    block: Block, relation: str, directed: bool | None, mapping: TableMapping, findings: Findings
) -> MatrixTies:
    """The ties of a matrix; what is not certain in it is found, and none of its ties are then of use."""
    _check_names(block, findings)
    cells = _numbers(block, mapping, findings)
    findings.used |= {*block.rows, *block.names}
    rows, columns = block.row_actors, block.column_actors
    if block.square:
        _say_one_sided(block, rows, columns, findings)
        directed = _direction(block, rows, columns, cells, directed, findings)
    made = MatrixTies(relation, directed is not False, not block.square)
    made.actors = [name for name in dict.fromkeys([*rows, *columns]) if name]
    pairs: set[tuple[str, str]] = set()
    for at, source in enumerate(rows):
        for place, target in enumerate(columns):
            strength = cells[at][place]
            if (
                not (source and target)
                or strength in MISSING
                or float(strength) == 0
                or ((target, source) in pairs and not made.directed)
            ):
                continue
            pairs.add((source, target))
            made.sources.append(source)
            made.targets.append(target)
            made.strengths.append(strength)
            made.lines.append(block.grid.line(at + 1))
    _say_unknown(block, cells, findings)
    return made


def _check_names(block: Block, findings: Findings) -> None:
    width = len(block.names) + 1
    for at, fields in enumerate(block.grid.widths or ()):
        if fields < width:
            findings.wrong(block.grid, at, "", f"{fields} fields where the header has {width}. Add what is missing.")
    for at in range(1, len(block.grid)):
        if any(column[at].strip() for column in block.grid.columns[width:]):
            findings.wrong(
                block.grid, at, "", f"more fields than the {width} of the header. Name the column or empty it."
            )
    for at, name in enumerate(block.rows):
        if not name:
            findings.wrong(block.grid, at + 1, "", "the row of the matrix has no name. Name it or remove it.")
        elif block.rows.index(name) < at:
            first = block.grid.line(block.rows.index(name) + 1)
            findings.wrong(
                block.grid, at + 1, "", f'"{name}" names row {first} already. Rows of a matrix need own names.'
            )
    for place, name in enumerate(block.names):
        if not name:
            findings.wrong(block.grid, 0, "", f"column {place + 2} of the matrix has no name. Name it or remove it.")
        elif block.names.index(name) < place:
            findings.wrong(block.grid, 0, name, "two columns of the matrix have this name. Rename one.")


def _numbers(block: Block, mapping: TableMapping, findings: Findings) -> list[list[str]]:
    """The cells as plain decimals; what is no certain number is said, and missing from there on."""
    meanings = mapping.values_of("ties", "strength")
    raw = [block.cells(at) for at in range(len(block.rows))]
    plain, wrong = plain_numbers({cell for row in raw for cell in row} - MISSING - meanings.keys(), mapping)
    plain |= meanings
    findings.used |= {cell for row in raw for cell in row}
    for cell in set(wrong) & MARKS:
        wrong[cell] = (
            f'"{cell}" is a mark. Say in the mapping what it counts: {{"values": {{"strength": {{"{cell}": 1}}}}}}.'
        )
    for at, row in enumerate(raw):
        for place, cell in enumerate(row):
            odd = block.grid.odd.get((at + 1, place + 1))
            message = wrong.get(cell) or (odd.message if odd and not odd.ids_only else None)
            if message:
                findings.wrong(block.grid, at + 1, block.names[place], message)
    return [["" if cell in wrong else plain.get(cell, cell) for cell in row] for row in raw]


def _say_one_sided(block: Block, rows: list[str], columns: list[str], findings: Findings) -> None:
    for only, there, missing in ((rows, columns, "column"), (columns, rows, "row")):
        names = [name for name in only if name not in set(there)]
        if names:
            findings.remark(block.grid, 0, "", f"without a {missing} of their own: {', '.join(names)[:300]}.")


def _direction(
    block: Block, rows: list[str], columns: list[str], cells: list[list[str]], directed: bool | None, findings: Findings
) -> bool | None:
    """Whether a square matrix is directed, if nobody says: it is not where both halves say the same."""
    value = {
        (source, target): float(cells[at][place])
        for at, source in enumerate(rows)
        for place, target in enumerate(columns)
        if cells[at][place] not in MISSING and source != target
    }
    if directed:
        return True
    differing = [(a, b) for (a, b), found in value.items() if value.get((b, a), found) != found]
    if directed is False:
        for a, b in differing:
            if rows.index(a) < (rows.index(b) if b in rows else len(rows)):
                findings.wrong(
                    block.grid,
                    rows.index(a) + 1,
                    b,
                    f'from "{a}" it says {value[a, b]:g}, from "{b}" {value[b, a]:g}; '
                    "without direction both must agree. "
                    "Mend one, or say directed: true.",
                )
        return False
    if differing:
        return True
    halves = sum((b, a) not in value for a, b in value)
    if halves and halves == len(value):
        findings.wrong(
            block.grid,
            0,
            "",
            "only one half of the matrix is filled. Say in the mapping directed: false (each pair is written once) "
            "or directed: true (the empty half is not known).",
        )
        return True
    if value and not halves:
        findings.remark(block.grid, 0, "", "both halves of the matrix say the same: its ties have no direction.")
        return False
    return True


def _say_unknown(block: Block, cells: list[list[str]], findings: Findings) -> None:
    def told(at: int, place: int) -> bool:
        return cells[at][place] in MISSING and block.rows[at] != block.names[place]

    counter = count(1)
    first, number = "", 0
    for at in range(len(block.rows)):
        for place in range(len(block.names)):
            if told(at, place):
                number = next(counter)
                first = first or f'row "{block.rows[at]}", column "{block.names[place]}"'
    if number:
        findings.remark(
            block.grid,
            0,
            "",
            f"{number} cells are empty (first: {first}): not known, so no tie; 0 would say there is none.",
        )
