"""What a section of the report says, before it is a page, a file or a line on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Actor", "Column", "Drawing", "Fact", "Section", "Share", "Sources", "Status", "Table", "When"]


@dataclass(frozen=True)
class Actor:
    """A cell that names an actor: by name where people read, by id where machines do."""

    id: str
    name: str


@dataclass(frozen=True)
class Status:
    """A cell that says how sure something is."""

    id: str
    name: str


@dataclass(frozen=True)
class Sources:
    """A cell of sources, each a link to its line at the end of the page."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class When:
    """A cell of two dates, as recorded; either may be unknown."""

    since: str
    until: str

    @property
    def text(self) -> str:
        if self.since == self.until:
            return self.since
        return f"{self.since or '?'} – {self.until or '?'}"


@dataclass(frozen=True)
class Share:
    """A cell that is a share of the whole: percent where people read, 0 to 1 in files."""

    value: float


@dataclass(frozen=True)
class Column:
    """A column: its name in files, its heading for readers."""

    key: str
    label: str


@dataclass(frozen=True)
class Table:
    """A table of a section; `name` is its file's, `rows` follow the columns."""

    name: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]

    def numeric(self, place: int) -> bool:
        """A column of numbers, though a word may stand for one."""
        return any(isinstance(row[place], int | float | Share) for row in self.rows)


@dataclass(frozen=True)
class Drawing:
    """A picture of a section: its caption, and what it shows in words for who cannot see it."""

    name: str
    caption: str
    words: str
    picture: Any


@dataclass(frozen=True)
class Fact:
    """One number that the answer hangs on."""

    value: str
    label: str


@dataclass(frozen=True)
class Section:
    """One question with its answer.

    `lead` decides in a few words, `sentences` say why; `turns` says what would turn the
    answer over, `stays` is true if nothing asked about does.
    """

    key: str
    label: str
    title: str
    lead: str
    sentences: Sequence[str]
    turns: Sequence[str]
    stays: bool
    conventions: Sequence[str]
    sources: tuple[str, ...]
    weakest: str
    facts: Sequence[Fact] = ()
    tables: Sequence[Table] = ()
    drawings: Sequence[Drawing] = ()
    notes: Sequence[str] = field(default=())

    @property
    def answer(self) -> str:
        """The answer in full, without what decides it."""
        return " ".join(self.sentences)
