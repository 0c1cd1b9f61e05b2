"""A mapping guessed from a table: each guess with its reason, for a person to correct and use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..frames import FORMAT
from .alike import alike, plain
from .dates import order_by_evidence, plain_dates
from .grid import Grid
from .mapping import TableMapping, clean_name
from .matrix import blocks, looks_like
from .numbers import plain_numbers
from .reading import grids_of
from .sheet import find_header
from .words import COUNTRIES, NAMES, SCALES

__all__ = ["Proposal", "propose"]


@dataclass
class Proposal:
    """A mapping to edit: `mapping`, and a reason for each guess; `open` are questions that the tables do not answer."""

    mapping: dict[str, Any] = field(default_factory=dict)
    reasons: list[dict[str, str]] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def because(self, key: str, guess: Any, why: str) -> None:
        shown = guess if isinstance(guess, str) else json.dumps(guess, ensure_ascii=False)
        self.reasons.append({"key": key, "guess": shown, "why": why})

    def to_json(self) -> str:
        """The mapping as a file, its reasons beside it."""
        why = [f"{item['key']} = {item['guess']}: {item['why']}" for item in self.reasons] + self.open
        return json.dumps(self.mapping | {"why": why}, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True)
class _Table:
    """A grid with a guess of which column is which."""

    grid: Grid
    at: int
    names: list[str]
    columns: dict[str, str]  # ours to theirs

    def cells(self, theirs: str) -> list[str]:
        cells = self.grid.columns[self.names.index(theirs)][self.at + 1 :]
        return [cell.strip() for cell in cells if clean_name(cell) not in ("", theirs)]  # the header may stand again


def propose(path: Path, actors: Path | None = None) -> Proposal:
    """Guess what a table of ties (and one of actors) means, from names of columns, evidence in dates and spellings."""
    made = Proposal()
    grids = grids_of(path, TableMapping())
    for remark in (remark for grid in grids for remark in grid.remarks):
        made.open.append(f"{path.name}: {remark}")
    if _is_matrix(grids, made):
        return made
    ties = _best(grids, "ties")
    others = grids_of(actors, TableMapping()) if actors else [grid for grid in grids if grid is not ties.grid]
    table = _best(others, "actors") if others else None
    if table is not None and actors is None and not table.columns:
        table = None
    _propose_columns(made, [("ties", ties), *([("actors", table)] if table else [])])
    _propose_sheets(made, grids, ties, others, table)
    _propose_dates(made, ties)
    _propose_numbers(made, ties)
    _propose_countries(made, table)
    _propose_actors(made, ties, table)
    return made


# --- tables and columns -------------------------------------------------------------------


def _is_matrix(grids: Sequence[Grid], made: Proposal) -> bool:
    found = [block for grid in grids for block in blocks(grid, TableMapping())]
    if not found or any(find_header(grid, "ties", TableMapping()) for grid in grids):
        return False
    if not all(looks_like(block, TableMapping()) for block in found):
        return False
    square = all(block.square for block in found)
    made.mapping["matrix"] = True
    why = "the same names at both sides" if square else "names at both sides and numbers between; rows are in columns"
    made.because("matrix", True, f"{why}, {len(found)} of them" if len(found) > 1 else why)
    names = [name for block in found for name in (*block.rows, *block.names)]
    _tell_alike(made, names)
    return True


def _best(grids: Sequence[Grid], table: str) -> _Table:
    """The sheet and the row in it that names most of what a table has."""
    tried = [_guess(grid, at, table) for grid in grids for at in grid.first_rows(20)]
    needed = {"ties": ("source", "target"), "actors": ("id",)}[table]
    return max(tried, key=lambda item: (sum(key in item.columns for key in needed), len(item.columns)))


def _guess(grid: Grid, at: int, table: str) -> _Table:
    names = grid.names(at)
    known = {plain(name): name for name in reversed(names) if name}
    columns: dict[str, str] = {}
    for ours, words in NAMES[table].items():
        spellings = [plain(word) for word in [ours, *words.split(";")] if word != "source" or table == "ties"]
        if ours in ("source", "sources"):  # "Source" is where a tie begins only if nothing else says so
            spellings = spellings[1:]
        theirs = next(
            (known[word] for word in spellings if word in known and known[word] not in columns.values()), None
        )
        if theirs is not None:
            columns[ours] = theirs
    if table == "actors" and "id" not in columns and "name" in columns:
        columns["id"] = columns["name"]
    if table == "ties" and "date" in columns and ("since" in columns or "until" in columns):
        del columns["date"]
    return _Table(grid, at, names, columns)


def _propose_columns(made: Proposal, tables: Sequence[tuple[str, _Table]]) -> None:
    shown: dict[str, str] = {}
    for name, table in tables:
        for ours, theirs in table.columns.items():
            if ours == theirs:
                continue
            other = FORMAT["actors" if name == "ties" else "ties"]
            key = f"{name}.{ours}" if ours in other and (len(tables) > 1 or name == "actors") else ours
            shown[key] = theirs
            made.because(f"columns.{key}", theirs, f'the column "{theirs}" of {table.grid.name}')
        if table.at > 0:
            made.open.append(f"{table.grid.name}: the column names stand in row {table.grid.line(table.at)}.")
        kept = [item for item in table.names if item and item not in table.columns.values()]
        if kept:
            made.open.append(f"{table.grid.name}: kept under their own names: {', '.join(kept)}.")
    ties = tables[0][1]
    for ours in ("source", "target"):
        if ours not in ties.columns:
            names = ", ".join(item for item in ties.names if item)
            made.open.append(f"Say in columns which is {ours}: {names}.")
            shown[ours] = ""
    if shown:
        made.mapping["columns"] = shown


def _propose_sheets(
    made: Proposal, grids: Sequence[Grid], ties: _Table, others: Sequence[Grid], actors: _Table | None
) -> None:
    if len(grids) > 1:
        made.mapping["sheet"] = ties.grid.sheet
        made.because("sheet", ties.grid.sheet, "it has the columns of ties")
    if actors is not None and actors.grid.sheet and (len(others) > 1 or others[0] in grids):
        made.mapping["actor_sheet"] = actors.grid.sheet
        made.because("actor_sheet", actors.grid.sheet, "it has the columns of actors")


# --- dates, numbers, values ---------------------------------------------------------------


def _propose_dates(made: Proposal, ties: _Table) -> None:
    cells = [
        cell for key in ("date", "since", "until") if key in ties.columns for cell in ties.cells(ties.columns[key])
    ]
    order, first, second = order_by_evidence(cells)
    _, doubtful = plain_dates(set(cells), None)
    unsure = sorted(cell for cell, message in doubtful.items() if "may be" in message)
    if first and second:
        made.open.append(f'Dates contradict each other: "{first}" has the day first, "{second}" the month. Mend one.')
    elif order is not None and unsure:
        made.mapping["dayfirst"] = order
        made.because("dayfirst", order, f'"{first or second}" can be read in one way only')
    elif unsure:
        made.open.append(f'Say dayfirst, true or false: nothing tells whether "{unsure[0]}" begins with the day.')
    unread = sorted(cell for cell, message in doubtful.items() if "is no date" in message)
    if unread:
        made.mapping.setdefault("values", {})["date"] = dict.fromkeys(unread[:50])
        made.because("values.date", unread[:50], "no dates; null leaves the cell empty: unknown")


def _propose_numbers(made: Proposal, ties: _Table) -> None:
    decimal = ""
    for ours, theirs in ties.columns.items():
        if FORMAT["ties"].get(ours) != "number":
            continue
        cells = set(ties.cells(theirs))
        found, wrong = plain_numbers(cells, TableMapping(), semicolons=ties.grid.semicolons)
        comma = next((cell for cell in sorted(found) if _decimal_comma(cell, found[cell])), "")
        if comma and not decimal:
            decimal = comma
            made.mapping["decimal"] = ","
            made.because("decimal", ",", f'"{comma}" in "{theirs}" is no whole number')
        elif unsure := sorted(cell for cell, message in wrong.items() if "may be" in message):
            made.open.append(f'Say decimal or thousands: "{unsure[0]}" in "{theirs}" has two readings.')
        _propose_scale(made, ours, sorted(cell for cell, message in wrong.items() if "is no number" in message))


def _decimal_comma(cell: str, plain_form: str) -> bool:
    return cell.count(",") == 1 and plain_form == cell.replace(".", "").replace(" ", "").replace(",", ".")


def _propose_scale(made: Proposal, ours: str, words: Sequence[str]) -> None:
    if not words:
        return
    guesses = {word: SCALES.get(plain(word)) if ours == "reliability" else None for word in words[:50]}
    made.mapping.setdefault("values", {})[ours] = guesses
    made.because(f"values.{ours}", guesses, "words where numbers belong: put your own numbers; null is unknown")


def _propose_countries(made: Proposal, table: _Table | None) -> None:
    if table is None or "country" not in table.columns:
        return
    found = {cell: COUNTRIES[plain(cell)] for cell in table.cells(table.columns["country"]) if plain(cell) in COUNTRIES}
    if found:
        made.mapping.setdefault("values", {})["country"] = found
        made.because("values.country", found, "ISO 3166-1 alpha-3 codes of these states")


# --- actors -----------------------------------------------------------------------------------


def _propose_actors(made: Proposal, ties: _Table, table: _Table | None) -> None:
    ends = list(_ends(ties))
    if table is None or "id" not in table.columns:
        _tell_alike(made, ends)
        return
    places = {ours: table.names.index(theirs) for ours, theirs in table.columns.items()}
    rows = [table.grid.row(at) for at in range(table.at + 1, len(table.grid))]
    owner: dict[str, str] = {}
    for row in rows:
        key = row[places["id"]].strip()
        for ours in ("id", "short", "name"):
            if key and ours in places and (label := row[places[ours]].strip()):
                owner.setdefault(label, key)
    known = {plain(label): key for label, key in reversed(owner.items())}
    ids = set(owner.values())
    named = {end: known[plain(end)] for end in ends if end not in ids and known.get(plain(end), end) != end}
    if named:
        made.mapping.setdefault("values", {})["actor"] = named
        made.because("values.actor", named, f"what {table.grid.name} calls the actors with these ids")
    _tell_alike(made, [*owner, *(end for end in ends if end not in named)], owner)


def _ends(ties: _Table) -> Iterator[str]:
    for ours in ("source", "target"):
        if ours in ties.columns:
            yield from dict.fromkeys(ties.cells(ties.columns[ours]))


def _tell_alike(made: Proposal, names: Iterable[str], owner: Mapping[str, str] | None = None) -> None:
    """Names that may be one actor's, with the line that makes them one; `owner` has the id that a name stands for."""
    ids = owner or {}
    told = []
    for first, second, why in alike(names):
        kept, other = (second, first) if second in ids and first not in ids else (first, second)
        if ids.get(kept, kept) != ids.get(other, other):
            line = json.dumps({ids.get(other, other): ids.get(kept, kept)}, ensure_ascii=False)
            told.append(f'"{other}" and "{kept}" may be one actor ({why}). If so, add to values.actor: {line}.')
    made.open += told[:50]
    if len(told) > 50:
        made.open.append(f"… and {len(told) - 50} more pairs of names that are alike.")
