"""Networks as Excel workbooks in the shape of NodeXL: a sheet of edges, one of vertices, names in the second row."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .errors import InvalidOption
from .frames import Columns, holds, is_formula
from .losses import lost_by_workbook

if TYPE_CHECKING:
    from .network import Network

__all__ = ["workbook_of"]

LONGEST_CELL = 32_767
MOST_ROWS = 1_048_574  # Excel's, without the two of names
# Our columns by NodeXL's names, which stand first.
ENDS = {"ties": {"source": "Vertex 1", "target": "Vertex 2"}, "actors": {"id": "Vertex"}}
SHEETS = {"ties": "Edges", "actors": "Vertices"}
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_NEVER = datetime.datetime(1980, 1, 1)  # the earliest day of a ZIP: what is written does not depend on the clock


def workbook_of(network: Network) -> tuple[bytes, list[str]]:
    """The workbook, and what it could not carry."""
    try:
        import openpyxl
    except ImportError:
        raise InvalidOption("A workbook needs openpyxl: pip install coopnet[excel]. Or write .csv.") from None
    book = openpyxl.Workbook(write_only=True)
    book.properties.created = _NEVER
    losses = lost_by_workbook(network)
    dropped = 0
    for table, sheet in SHEETS.items():
        columns, renamed = _named(table, network.core.columns(table))
        losses += renamed
        if len(columns[0][1]) > MOST_ROWS:
            raise InvalidOption(f"A sheet holds 1,048,576 rows, fewer than there are {table}. Write .csv or .parquet.")
        types = network.core.about["types"].get(table, {})
        page = book.create_sheet(sheet)
        page.append(["" if place < len(ENDS[table]) else "Other Columns" for place in range(len(ENDS[table]) + 1)])
        page.append([_text_cell(page, name) for name, _, _ in columns])
        for row in _rows(columns, [holds(table, ours, types) for _, _, ours in columns]):
            cells = [_cell(page, *item) for item in row]
            dropped += sum(lost for _, lost in cells)
            page.append([cell for cell, _ in cells])
    if dropped:
        losses.append(
            f"A workbook carries no control characters and 32,767 characters in a cell: {dropped} cells lose some."
        )
    return _timeless(book), losses


def _named(table: str, columns: Columns) -> tuple[list[tuple[str, list[str], str]], list[str]]:
    """Columns by the names in the sheet, ends first, each with our own name; and those whose names were taken."""
    ends = ENDS[table]
    found = dict(columns)
    first = [(theirs, found.get(ours, []), ours) for ours, theirs in ends.items()]
    taken = [name for name in found if name in ends.values()]
    others = [(f"{name} (own)" if name in taken else name, cells, name) for name, cells in columns if name not in ends]
    return first + others, [f'A workbook has a column "{name}" of its own: ours is "{name} (own)".' for name in taken]


def _rows(columns: Sequence[tuple[str, list[str], str]], kinds: Sequence[str]) -> Iterator[list[tuple[str, str]]]:
    for row in zip(*(cells for _, cells, _ in columns), strict=True):
        yield list(zip(row, kinds, strict=True))


def _cell(page: Any, text: str, what: str) -> tuple[Any, bool]:
    """A cell, and whether it lost something. Numbers are numbers where they read back as the same text."""
    if not text:
        return None, False
    if what == "number" and _as_shown(text):
        return float(text), False
    kept = _CONTROLS.sub("", text)[:LONGEST_CELL]
    return _text_cell(page, kept), kept != text


def _as_shown(text: str) -> bool:
    number = float(text)
    if number.is_integer():
        return abs(number) < 1e15 and str(int(number)) == text
    return repr(number) == text


def _text_cell(page: Any, text: str) -> Any:
    """Text that stays text: no id becomes a number, no cell that begins like a formula is run."""
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page)
    cell.value = text
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = is_formula(text)
    return cell


def _timeless(book: Any) -> bytes:
    """The workbook's bytes, without the time of writing."""
    saved, made = io.BytesIO(), io.BytesIO()
    book.save(saved)
    with zipfile.ZipFile(saved) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + _NEVER.isoformat().encode() + b"Z", content)
            after.writestr(zipfile.ZipInfo(name, _NEVER.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
