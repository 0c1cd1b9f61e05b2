"""The cells of a sheet before anybody has said what they mean, and the findings while that is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ..errors import Problem
from .mapping import clean_name

__all__ = ["Findings", "Grid", "Odd"]


@dataclass(frozen=True)
class Odd:
    """A cell that is not what it shows; `ids_only` if that matters only where an id is expected."""

    message: str
    ids_only: bool = False


@dataclass(frozen=True)
class Grid:
    """Cells by column, all columns of one length; rows are counted as the spreadsheet does."""

    name: str
    columns: list[list[str]]
    widths: list[int] | None = None  # fields a row, where not all rows have as many
    first: int = 1
    sheet: str = ""
    semicolons: bool = False  # between the cells, as where decimals have a comma
    odd: dict[tuple[int, int], Odd] = field(default_factory=dict)  # by row and column, from 0
    remarks: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    def row(self, at: int) -> list[str]:
        return [column[at] for column in self.columns]

    def line(self, at: int) -> int:
        """The number of a row in its file."""
        return at + self.first

    def is_empty(self, at: int) -> bool:
        return not any(cell.strip() for cell in self.row(at))

    def names(self, at: int) -> list[str]:
        """A row as the names of columns, without those at the end that are empty."""
        names = [clean_name(cell) for cell in self.row(at)]
        while names and not names[-1]:
            names.pop()
        return names

    def first_rows(self, most: int) -> Iterator[int]:
        """The first rows that hold something."""
        found = 0
        for at in range(len(self)):
            if found == most:
                return
            if not self.is_empty(at):
                found += 1
                yield at

    def part(self, begin: int, end: int) -> Grid:
        """Some of its rows, under their old numbers."""
        odd = {(row - begin, column): what for (row, column), what in self.odd.items() if begin <= row < end}
        widths = None if self.widths is None else self.widths[begin:end]
        columns = [column[begin:end] for column in self.columns]
        return replace(self, columns=columns, widths=widths, first=self.first + begin, odd=odd)


@dataclass
class Findings:
    """What is wrong, and what was taken as found or set right."""

    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)  # what of the mapping's values stood in some cell

    def wrong(self, grid: Grid, at: int | None, column: str, message: str) -> None:
        self.problems.append(Problem(grid.name, None if at is None else grid.line(at), column, message))

    def remark(self, grid: Grid, at: int | None, column: str, message: str) -> None:
        self.remarks.append(Problem(grid.name, None if at is None else grid.line(at), column, message))

    def take(self, grid: Grid) -> None:
        """What was remarked when the cells were read."""
        for message in grid.remarks:
            self.remark(grid, None, "", message)
