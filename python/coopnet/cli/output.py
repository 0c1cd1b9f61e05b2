"""Where an answer goes: a table, JSON or CSV, to stdout or into a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from ..errors import InvalidOption
from ..files import write_atomically
from ..flows import Flow
from ..frames import columns_of_records, csv_text
from ..tables import Result
from .terminal import note, print_table

__all__ = ["Answer", "Listing", "Output"]


class Answer(Protocol):
    """What can be shown: every result of the package, and `Listing`."""

    def rows(self) -> list[dict[str, Any]]: ...
    def notes(self) -> list[str]: ...
    def to_dict(self) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Listing:
    """Rows that are no result of an analysis: what there is, what is wrong."""

    question: str
    network: str
    found: Sequence[Mapping[str, Any]]
    remarks: Sequence[str] = ()
    sources: Sequence[str] = ()
    more: Mapping[str, Any] = field(default_factory=dict)

    def rows(self) -> list[dict[str, Any]]:
        return [dict(row) for row in self.found]

    def notes(self) -> list[str]:
        return list(self.remarks)

    def to_dict(self) -> dict[str, Any]:
        answer = {"question": self.question, "network": self.network, "projection": {}, "convention": ""}
        return answer | {"rows": self.rows(), "sources": list(self.sources)} | dict(self.more)


@dataclass(frozen=True)
class Output:
    """How the user wants the answer."""

    lang: str = "en"
    as_json: bool = False
    as_csv: bool = False
    out: Path | None = None

    def __post_init__(self) -> None:
        if self.as_json and self.as_csv:
            raise InvalidOption("--json and --csv exclude each other. Choose one.")

    @property
    def is_read(self) -> bool:
        """On a screen, not as a file."""
        return not (self.as_json or self.as_csv or self.out)

    def show(
        self, answer: Answer, *, rows: list[dict[str, Any]] | None = None, seen: list[dict[str, Any]] | None = None
    ) -> None:
        """Show an answer; `rows` stand in for its own in files, names added, and `seen` on the screen.

        Amounts of a network that was made public are hidden where they are small, in whatever form.
        """
        if isinstance(answer, Flow) and answer.network.disclosure:
            answer = answer.public(answer.network.disclosure["k"])
            rows = seen = answer.shown_rows()
        elif isinstance(answer, Result) and rows is None:
            rows = answer.shown_rows()
        named = answer.rows() if rows is None else rows
        if self.as_json:
            self._write(json.dumps(answer.to_dict(), ensure_ascii=False, indent=1) + "\n")
        elif self.as_csv or self.out is not None:
            self._write(csv_text(columns_of_records(named)))
        else:
            print_table(named if seen is None else seen)
        if not self.as_json:
            for line in answer.notes():
                note(line)

    def _write(self, text: str) -> None:
        if self.out is not None:
            write_atomically(self.out, text.encode())
        elif sys.stdout is not None:
            sys.stdout.write(text)
