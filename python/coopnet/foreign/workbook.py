"""Excel workbooks to grids: what is shown, not what is behind it, and what a spreadsheet has spoilt is told."""

from __future__ import annotations

import datetime
import re
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from ..errors import CoopnetError, InvalidOption, ParseError
from ..files import read_bytes
from ..frames import cell_text
from .grid import Grid, Odd

__all__ = ["SUFFIXES", "workbook_grids"]

SUFFIXES = (".xlsx", ".xlsm")
MOST_BYTES = 1 << 29  # unpacked
MOST_CELLS = 20_000_000
_MERGED = re.compile(rb'<mergeCell [^>]*ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')
_ZEROS = re.compile(r"0{2,}")


def workbook_grids(path: Path) -> list[Grid]:
    """The sheets of a workbook that hold something, in its order."""
    data = read_bytes(path)
    has_formulas = _checked(path, data)
    try:
        import openpyxl
    except ImportError:
        raise InvalidOption(
            f"{path} needs openpyxl to be read: pip install coopnet[excel]. Or save the sheet as CSV."
        ) from None
    try:
        shown = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        behind = openpyxl.load_workbook(BytesIO(data), read_only=True) if has_formulas else None
        grids = []
        for sheet in shown.worksheets:
            grid = _grid(path, sheet, behind and behind[sheet.title])
            grids.append(replace(grid, odd=grid.odd | _merged(data, sheet)))
    except CoopnetError:
        raise
    except Exception as error:  # a spoilt workbook ends openpyxl in a dozen ways
        raise ParseError(
            f"{path}: this is no workbook that can be read ({type(error).__name__}). "
            "Open it in a spreadsheet and save it as .xlsx again.",
            str(path),
        ) from None
    return [grid for grid in grids if len(grid)]


def _checked(path: Path, data: bytes) -> bool:
    """Whether there are formulas; sizes and declarations are looked at before anything is unpacked for good."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > MOST_BYTES:
                raise ParseError(f"{path}: it unpacks to more than 512 MB. Save the sheet as CSV.", str(path))
            formulas = False
            for item in archive.infolist():
                if not item.filename.endswith((".xml", ".rels")):
                    continue
                content = archive.read(item)
                if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content[:4096]:
                    raise ParseError(
                        f"{path}: {item.filename} declares entities, which no spreadsheet does.", str(path)
                    )
                formulas = formulas or (item.filename.startswith("xl/worksheets/") and b"<f" in content)
            return formulas
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error) as error:
        if isinstance(error, ParseError):
            raise
        raise ParseError(
            f"{path}: this is no .xlsx workbook. Open it in a spreadsheet and save it as .xlsx or CSV UTF-8.", str(path)
        ) from None


def _grid(path: Path, sheet: Any, behind: Any) -> Grid:
    name = f"{path.name}, sheet {sheet.title}"
    odd: dict[tuple[int, int], Odd] = {}
    rows: list[list[str]] = []
    formulas = behind.iter_rows(values_only=True) if behind is not None else None
    cells = 0
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows()):
        written = next(formulas, ()) if formulas is not None else ()
        texts = []
        for place, cell in enumerate(row):
            text, what = _text(cell)
            if cell.value is None and place < len(written) and str(written[place] or "").startswith("="):
                what = Odd("the value of this formula is not stored. Open the workbook in a spreadsheet and save it.")
            if what is not None:
                odd[number, place] = what
            texts.append(text)
        cells += len(texts)
        if cells > MOST_CELLS:
            raise ParseError(f"{path}: more than 20 million cells. Save the sheet as CSV.", str(path))
        rows.append(texts)
    while rows and not any(cell.strip() for cell in rows[-1]) and not any(at == len(rows) - 1 for at, _ in odd):
        rows.pop()
    width = max(map(len, rows), default=0)
    columns = [[row[place] if place < len(row) else "" for row in rows] for place in range(width)]
    while columns and not any(columns[-1]):
        columns.pop()
    return Grid(name, columns if rows else [], sheet=sheet.title, odd=odd)


def _text(cell: Any) -> tuple[str, Odd | None]:
    """What the spreadsheet shows in a cell."""
    value = cell.value
    if value is None:
        return "", None
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, (datetime.datetime, datetime.date)):
        text = value.isoformat()[:10]
        return text, Odd(
            f"this is the date {text}, where an id is expected: the spreadsheet made it one. "
            "Format the column as text and write the id again.",
            ids_only=True,
        )
    if isinstance(value, (int, float)):
        return _number_text(cell, value)
    text = str(value)
    if getattr(cell, "data_type", "") == "e":
        return "", Odd(f"the formula of this cell ends in {text}. Mend it, or write the value.")
    return text, None


def _number_text(cell: Any, value: float) -> tuple[str, Odd | None]:
    text = cell_text(value)
    shape = str(getattr(cell, "number_format", "") or "")
    if _ZEROS.fullmatch(shape) and text.isdecimal():
        return text.zfill(len(shape)), None
    if abs(value) >= 1e15:
        return text, Odd(
            "a spreadsheet keeps 15 digits of a number, this one had more. Format the column as text.",
            ids_only=True,
        )
    return text, None


def _merged(data: bytes, sheet: Any) -> dict[tuple[int, int], Odd]:
    """Cells below the first of merged ones: the sheet shows one value for all, the file has it once."""
    from openpyxl.utils import column_index_from_string

    odd = {}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
        content = archive.read(part) if part in archive.namelist() else b""
    for left, top, right, bottom in _MERGED.findall(content):
        first, last = (column_index_from_string(letters.decode()) - 1 for letters in (left, right))
        what = Odd(
            f"cells {left.decode()}{int(top)} to {right.decode()}{int(bottom)} are merged. Unmerge and fill them."
        )
        for row in range(int(top), min(int(bottom), int(top) + 10_000)):
            for place in range(first, min(last, first + 1000) + 1):
                odd[row, place] = what
    return odd
