"""Traffic Light Protocol 2.0: what is marked above a level, and a network without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .. import _core
from ..errors import InvalidOption
from ..frames import TABLES
from .draft import Draft

__all__ = ["LEVELS", "keep_within", "marked_above"]

LEVELS = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")


def marked_above(draft: Draft, level: str) -> list[str]:
    """What is marked above a level, as `ties T7 (RED)`."""
    most = _rank(level, "max_tlp")
    own = draft.package.get("handling", "")
    whole = [f"the network ({own})"] if own and _rank(str(own), "datapackage.json, handling") > most else []
    return whole + [f"{table} {key} ({cell})" for table, key, cell, rank in _marks(draft) if rank > most]


def keep_within(draft: Draft, level: str) -> None:
    """Take out each row that is marked above a level, and all that rests on such rows alone."""
    most = _rank(level, "max_tlp")
    own = str(draft.package.get("handling", ""))
    if own and _rank(own, "datapackage.json, handling") > most:
        raise InvalidOption(f"The network as a whole is marked {own}, above {level}. Ask its owner to mark it anew.")
    gone: dict[str, set[str]] = {table: set() for table in TABLES}
    for table, key, _, rank in _marks(draft):
        if rank > most:
            gone[table].add(key)

    def known_elsewhere(cell: str) -> bool:
        return not cell or bool(set(cell.split(";")) - gone["sources"])

    _drop(draft, gone, "sources", {})
    _drop(draft, gone, "actors", {"sources": known_elsewhere})

    def stays(cell: str) -> bool:
        return cell not in gone["actors"]

    ends = {"source": stays, "target": stays, "instrument": stays, "sources": known_elsewhere}
    _drop(draft, gone, "ties", ends)
    _drop(draft, gone, "figures", {"origin": stays, "destination": stays, "sources": known_elsewhere})
    draft.change("actors", "parent", lambda cell: "" if cell in gone["actors"] else cell)
    draft.change("figures", "part_of", lambda cell: "" if cell in gone["figures"] else cell)
    for table in ("actors", "ties", "figures"):
        draft.change(
            table, "sources", lambda cell: ";".join(key for key in cell.split(";") if key not in gone["sources"])
        )
    if any(gone.values()):
        draft.playbook = ""  # its texts may speak of what is gone
        draft.report = {part: value for part, value in draft.report.items() if not _names(value, gone["actors"])}


def _drop(draft: Draft, gone: dict[str, set[str]], table: str, rules: Mapping[str, Callable[[str], bool]]) -> None:
    """Drop the rows that are gone, and those of which a cell does not pass its rule; they are gone, too."""
    ids = draft.cells(table, "id")
    kept = [key not in gone[table] for key in ids]
    for column, rule in rules.items():
        kept = [keep and rule(cell) for keep, cell in zip(kept, draft.cells(table, column), strict=True)]
    gone[table] |= {key for key, keep in zip(ids, kept, strict=True) if not keep}
    draft.keep(table, kept)


def _names(value: Any, actors: set[str]) -> bool:
    if isinstance(value, dict):
        return any(_names(item, actors) for item in value.values())
    if isinstance(value, list):
        return any(_names(item, actors) for item in value)
    return value in actors


def _marks(draft: Draft) -> Iterator[tuple[str, str, str, int]]:
    for table in TABLES:
        for key, cell in zip(draft.cells(table, "id"), draft.cells(table, "handling"), strict=True):
            if cell:
                yield table, key, cell, LEVELS.index(cell)


def _rank(marking: str, where: str) -> int:
    if marking not in LEVELS:
        hint = _core.nearest_hint(marking, list(LEVELS))
        raise InvalidOption(f'{where}: "{marking}" is no marking of TLP 2.0.{hint} Known: {", ".join(LEVELS)}.')
    return LEVELS.index(marking)
