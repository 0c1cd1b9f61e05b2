"""A network taken apart into its cells, to be put together again when they are fit to be seen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from ..frames import TABLES
from ..network import Network

__all__ = ["NAME_ACTORS", "Draft"]

# The columns that name one actor.
NAME_ACTORS = (
    ("actors", "id"),
    ("actors", "parent"),
    ("ties", "source"),
    ("ties", "target"),
    ("ties", "instrument"),
    ("figures", "origin"),
    ("figures", "destination"),
)


class Draft:
    """The cells of a network's tables, by column, and what goes with them; changed in place."""

    def __init__(self, network: Network) -> None:
        core = network.core
        self.vocabulary = network.vocabulary
        self.about: dict[str, Any] = core.about
        self.package: dict[str, Any] = json.loads(self.about["package"] or "{}")
        self.tables: dict[str, dict[str, list[str]]] = {table: dict(core.columns(table)) for table in TABLES}
        self.playbook: str = core.playbook
        self.report: dict[str, Any] = dict(network.report)
        self._words: dict[str, Any] = {"vocabulary": core.vocabulary, "open_vocabulary": core.open_vocabulary}

    def cells(self, table: str, column: str) -> list[str]:
        """The cells of a column; empty ones if the table has no such column."""
        columns = self.tables[table]
        return columns.get(column, [""] * self.length(table))

    def length(self, table: str) -> int:
        return len(self.tables[table].get("id", ()))

    def keep(self, table: str, rows: Iterable[bool]) -> None:
        """Only these rows."""
        wanted = list(rows)
        for name, cells in self.tables[table].items():
            self.tables[table][name] = [cell for cell, kept in zip(cells, wanted, strict=True) if kept]

    def change(self, table: str, column: str, change: Callable[[str], str]) -> None:
        """Each cell of a column through `change`, if the table has such a column."""
        if column in self.tables[table]:
            self.tables[table][column] = [change(cell) for cell in self.tables[table][column]]

    def without(self, table: str, columns: Iterable[str]) -> None:
        types = self.about["types"].get(table, {})
        for column in columns:
            del self.tables[table][column]
            types.pop(column, None)

    def network(self) -> Network:
        about = self.about | {"package": json.dumps(self.package, ensure_ascii=False) if self.package else ""}
        report = json.dumps(self.report, ensure_ascii=False) if self.report else ""
        sheets = {table: list(columns.items()) for table, columns in self.tables.items() if columns}
        return Network.from_columns(sheets, about=about, playbook=self.playbook, report=report, **self._words)
