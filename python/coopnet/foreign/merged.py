"""Rows of one actor under several spellings, which the mapping's values made one."""

from __future__ import annotations

from ..frames import Columns
from .grid import Findings
from .mapping import TableMapping
from .sheet import Sheet

__all__ = ["joined"]


def joined(sheet: Sheet, mapping: TableMapping, findings: Findings) -> Sheet:
    """One row for each id that several rows have by the mapping: the first that says something decides a cell."""
    asked = set(mapping.values_of("actors", "id").values())
    ids = [cell.strip() for cell in dict(sheet.columns)["id"]]
    rows: dict[str, list[int]] = {}
    for row, key in enumerate(ids):
        rows.setdefault(key, []).append(row)
    doubled = {key: found for key, found in rows.items() if len(found) > 1 and key in asked}
    if not doubled:
        return sheet
    columns: Columns = [(name, list(cells)) for name, cells in sheet.columns]
    first_line = sheet.lines or range(sheet.grid.first, sheet.grid.first + len(ids) + 1)
    for key, found in doubled.items():
        for name, cells in columns:
            said = list(dict.fromkeys(cells[row].strip() for row in found if cells[row].strip()))
            cells[found[0]] = said[0] if said else ""
            if len(said) > 1:
                at = first_line[found[0] + 1] - sheet.grid.first
                others = ", ".join(f'"{item}"' for item in said[1:])
                findings.remark(
                    sheet.grid, at, sheet.theirs.get(name, name), f'"{said[0]}" is kept for {key}, not {others}.'
                )
    gone = {row for found in doubled.values() for row in found[1:]}
    kept = [row for row in range(len(ids)) if row not in gone]
    lines = [first_line[0], *(first_line[row + 1] for row in kept)]
    return Sheet(sheet.grid, [(name, [cells[row] for row in kept]) for name, cells in columns], sheet.theirs, lines)
