"""Files and frames of other people to a network: everything wrong at once, or all of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import InvalidNetwork, InvalidOption, ParseError, Problem
from ..frames import Columns, columns_of_frame, invalid, row_names
from ..network import Network
from .grid import Findings, Grid
from .mapping import Given, TableMapping
from .matrix import Block, MatrixTies, blocks, looks_like, ties_of
from .merged import joined
from .sheet import Sheet, find_header, listed
from .text import text_grid
from .workbook import SUFFIXES, workbook_grids

__all__ = ["grids_of", "network_of_files", "network_of_frames", "sheet_of"]


def network_of_files(path: Path, actors: Path | None, mapping: Given) -> Network:
    """The network of a file of ties, with that of its actors if there is one."""
    meant = TableMapping.of(mapping)
    grids = grids_of(path, meant)
    actor_grids = None if actors is None else grids_of(actors, meant)
    return _network(grids, actor_grids, {}, meant, name=path.stem)


def network_of_frames(
    ties: Any,
    actors: Any,
    others: dict[str, Columns],
    mapping: Given,
    files: Mapping[str, str] | None = None,
    **facts: Any,
) -> Network:
    """The network of data frames, called as in `files`; the index of a matrix has its rows' names."""
    meant = TableMapping.of(mapping)
    names = {"ties": "ties.csv", "actors": "actors.csv"} | dict(files or {})
    grids = [_frame_grid(ties, names["ties"])]
    if meant.matrix is not False and find_header(grids[0], "ties", meant) is None and (rows := row_names(ties)):
        grids = [Grid(names["ties"], [["", *rows], *grids[0].columns])]
    actor_grids = None if actors is None else [_frame_grid(actors, names["actors"])]
    return _network(grids, actor_grids, others, meant, **facts)


def grids_of(path: Path, mapping: TableMapping) -> list[Grid]:
    """The sheets of a file, a text's only one."""
    suffix = path.suffix.lower()
    if suffix in (".xls", ".ods", ".xlsb", ".numbers"):
        raise ParseError(f"{path} is not read. Save it as .xlsx or as CSV UTF-8.", str(path))
    grids = workbook_grids(path) if suffix in SUFFIXES else [text_grid(path, mapping)]
    if not grids:
        raise ParseError(f"{path}: the workbook is empty. Write at least a header row.", str(path))
    return grids


def _frame_grid(frame: Any, name: str) -> Grid:
    return Grid(name, [[column, *cells] for column, cells in columns_of_frame(frame)])


# --- the network ------------------------------------------------------------------------


@dataclass
class _Read:
    """Tables in our words, and what was found while reading them."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    relations: dict[str, dict[str, Any]] = field(default_factory=dict)
    findings: Findings = field(default_factory=Findings)


def _network(
    grids: list[Grid], actor_grids: list[Grid] | None, others: dict[str, Columns], mapping: TableMapping, **facts: Any
) -> Network:
    read = _Read()
    ties = sheet_of(grids, "ties", mapping, read.findings)
    if ties is not None:
        read.findings.take(ties)
        made = listed(ties, "ties", mapping, read.findings)
        if made is not None:
            read.sheets["ties"] = _with_relation(made, mapping, read)
    else:
        _read_matrices(grids, mapping, read)
    at_home = None if actor_grids or ties is None else _other_sheet(grids, ties, mapping)
    actors = sheet_of(actor_grids, "actors", mapping, read.findings) if actor_grids else at_home
    if actors is not None:
        read.findings.take(actors)
        table = listed(actors, "actors", mapping, read.findings)
        if table is not None:
            read.sheets["actors"] = joined(table, mapping, read.findings)
    for column, meanings in mapping.values.items():
        for theirs in sorted(meanings.keys() - read.findings.used):
            read.findings.remark(
                grids[0], None, column, f'no cell holds "{theirs}", which the mapping\'s values explain.'
            )
    return _built(read, others, facts)


def sheet_of(grids: Sequence[Grid], table: str, mapping: TableMapping, findings: Findings) -> Grid | None:
    """The sheet that lists a table; None if there are matrices instead."""
    said = mapping.sheet if table == "ties" else mapping.actor_sheet
    if said is not None and any(grid.sheet for grid in grids):
        chosen = [grid for grid in grids if grid.sheet == said]
        if not chosen:
            names = ", ".join(grid.sheet for grid in grids)
            raise InvalidOption(f'There is no sheet "{said}" with cells in {grids[0].name.partition(",")[0]}: {names}.')
        grids = chosen
    if table == "ties" and mapping.matrix:
        return None
    fitting = [grid for grid in grids if find_header(grid, table, mapping)]
    if len(fitting) > 1:
        key = "sheet" if table == "ties" else "actor_sheet"
        names = ", ".join(grid.sheet for grid in fitting)
        raise InvalidOption(f"Several sheets list {table}: {names}. Say {key} in the mapping.")
    if fitting:
        for grid in grids:
            if grid is not fitting[0] and table == "actors":
                findings.remark(grid, None, "", "the sheet lists no actors and is left out.")
        return fitting[0]
    if table == "ties" and mapping.matrix is None and _are_matrices(grids, mapping, findings):
        return None
    return grids[0]


def _other_sheet(grids: Sequence[Grid], ties: Grid, mapping: TableMapping) -> Grid | None:
    """A workbook's own sheet of actors."""
    others = [grid for grid in grids if grid is not ties and find_header(grid, "actors", mapping)]
    if mapping.actor_sheet is not None:
        others = [grid for grid in others if grid.sheet == mapping.actor_sheet]
    if len(others) > 1 and ties.sheet == "Edges":  # of NodeXL, which lists vertices by group too
        others = [grid for grid in others if grid.sheet == "Vertices"] or others
    if len(others) > 1:
        names = ", ".join(grid.sheet for grid in others)
        raise InvalidOption(f"Several sheets list actors: {names}. Say actor_sheet in the mapping.")
    return others[0] if others else None


def _are_matrices(grids: Sequence[Grid], mapping: TableMapping, findings: Findings) -> bool:
    """Certain where both sides bear the same names; a matrix of two modes may as well be a list of numbers."""
    found = [block for grid in grids for block in blocks(grid, mapping)]
    if not found or not all(looks_like(block, mapping) for block in found):
        return False
    if all(block.certain for block in found):
        return True
    block = next(block for block in found if not block.certain)
    findings.wrong(
        block.grid,
        0,
        "",
        "this may be a matrix (actors by actors, or by events) or a list without names of columns. "
        "Say matrix: true in the mapping, or columns.",
    )
    return False


# --- matrices ---------------------------------------------------------------------------


def _read_matrices(grids: list[Grid], mapping: TableMapping, read: _Read) -> None:
    if mapping.sheet is not None and any(grid.sheet for grid in grids):
        grids = [grid for grid in grids if grid.sheet == mapping.sheet]
    made: list[MatrixTies] = []
    parts = [(grid, block) for grid in grids for block in blocks(grid, mapping)]
    for grid in grids:
        read.findings.take(grid)
    for grid, block in parts:
        relation = _relation_of(grid, block, grids, len(parts), mapping)
        known = stock_relations().get(relation)
        directed = known["directed"] if known and relation != "tie" else mapping.directed
        kind = "a square matrix" if block.square else "a matrix of two modes"
        read.findings.remark(block.grid, 0, "", f'read as {kind} of the relation "{relation}".')
        ties = ties_of(block, relation, directed, mapping, read.findings)
        if not known or relation == "tie":
            layer = "membership" if ties.two_mode else "cooperation"
            read.relations[relation] = {"layer": layer, "directed": ties.directed, "affiliation": ties.two_mode}
        made.append(ties)
    names = list(dict.fromkeys(name for ties in made for name in ties.actors))
    first = parts[0][1].grid if parts else grids[0]
    columns: Columns = [
        ("source", [name for ties in made for name in ties.sources]),
        ("target", [name for ties in made for name in ties.targets]),
        ("relation", [ties.relation for ties in made for _ in ties.sources]),
        ("strength", [number for ties in made for number in ties.strengths]),
    ]
    read.sheets["ties"] = Sheet(first, columns, {}, [first.first, *(line for ties in made for line in ties.lines)])
    read.sheets["actors"] = Sheet(first, [("id", names)], {}, None)


def _relation_of(grid: Grid, block: Block, grids: list[Grid], parts: int, mapping: TableMapping) -> str:
    """A block's title, else the corner of several, else the sheet's name where there are several."""
    corner = block.grid.columns[0][0].strip()
    if block.title and parts > 1:
        return block.title
    if parts > len(grids) and corner:
        return corner
    if len(grids) > 1:
        return grid.sheet
    return mapping.relation or "tie"


def stock_relations() -> dict[str, Any]:
    """The relations that every network knows."""
    return dict(Network.from_edges([]).vocabulary["relations"])


def _with_relation(sheet: Sheet, mapping: TableMapping, read: _Read) -> Sheet:
    """A list whose ties are of the mapping's relation where no column says of which."""
    columns = list(sheet.columns)
    named = dict(columns)
    if "relation" not in named and mapping.directed is None and (types := _gephi_types(named)):
        columns.append(("relation", _by_type(types, mapping.relation or "tie", sheet, read)))
    elif mapping.relation is not None and "relation" not in named:
        columns.append(("relation", [mapping.relation] * len(named["source"])))
    if mapping.directed is not None:
        found = set(dict(columns).get("relation", ["tie"])) - (set(stock_relations()) - {"tie"})
        for relation in found:
            read.relations[relation.strip() or "tie"] = {"layer": "cooperation", "directed": mapping.directed}
    return Sheet(sheet.grid, columns, sheet.theirs, sheet.lines)


def _gephi_types(named: dict[str, list[str]]) -> list[str]:
    """The cells of a column Type that says of each tie whether it is directed, as Gephi writes it; else none."""
    cells = [cell.strip().lower() for cell in next((named[name] for name in ("Type", "type") if name in named), [])]
    return cells if "undirected" in cells and set(cells) <= {"directed", "undirected", ""} else []


def _by_type(types: list[str], relation: str, sheet: Sheet, read: _Read) -> list[str]:
    """Directed and undirected ties of one table are two relations of one label."""
    mixed = len({cell or "directed" for cell in types}) > 1
    undirected = f"{relation}_undirected" if mixed else relation
    words = {"layer": "cooperation", "directed": False, "label": {"en": relation, "id": relation}}
    read.relations[undirected] = words
    read.findings.remark(sheet.grid, None, "Type", f'undirected ties are of the relation "{undirected}".')
    return [undirected if cell == "undirected" else relation for cell in types]


# --- building ---------------------------------------------------------------------------


def _built(read: _Read, others: dict[str, Columns], facts: dict[str, Any]) -> Network:
    """Hand over what could be read, so that what the core finds is said together with what was found here."""
    problems = list(read.findings.problems)
    if "ties" not in read.sheets:
        raise invalid(problems)
    vocabulary = facts.pop("vocabulary", None)
    if vocabulary is None and read.relations:
        facts["vocabulary"], facts["open_vocabulary"] = json.dumps({"relations": read.relations}), True
    else:
        facts["vocabulary"] = vocabulary
    files = {table: sheet.grid.name for table, sheet in read.sheets.items()}
    try:
        network = Network.from_columns(
            {table: sheet.columns for table, sheet in read.sheets.items()} | others,
            files=files,
            lines={table: sheet.lines for table, sheet in read.sheets.items() if sheet.lines is not None},
            remarks=read.findings.remarks,
            **facts,
        )
    except InvalidNetwork as error:
        known = {(item.file, item.row, item.column) for item in problems} | {
            (item.file, item.row, "") for item in problems if not item.column
        }
        found = [_as_theirs(problem, read) for problem in error.problems]
        problems += [item for item in found if (item.file, item.row, item.column) not in known]
        raise invalid(sorted(problems, key=lambda item: (item.file, item.row or 0))) from None
    if problems:
        raise invalid(sorted(problems, key=lambda item: (item.file, item.row or 0)))
    return network


def _as_theirs(problem: Problem, read: _Read) -> Problem:
    """With the column as it is called in the file, and what to do about an actor that only ties know."""
    message = problem.message
    if message.startswith("there is no actor") and "actors" in read.sheets:
        message += (
            f" Add it to {read.sheets['actors'].grid.name}, or say under actor in the mapping's values who it is."
        )
    for sheet in read.sheets.values():
        if sheet.grid.name == problem.file:
            return problem._replace(column=sheet.theirs.get(problem.column, problem.column), message=message)
    return problem
