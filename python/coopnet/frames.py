"""Tables of text cells, from and to files and data frames; only their shape is checked here."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _core
from .errors import InvalidNetwork, ParseError, Problem
from .files import read_text

if TYPE_CHECKING:
    import pandas as pd

Columns = list[tuple[str, list[str]]]

# By table, the columns of the format and what each holds: "text", "number" or "list". Others are the network's own.
FORMAT: dict[str, dict[str, str]] = {table: dict(columns) for table, columns in _core.columns_of_format().items()}
TABLES = ("actors", "ties", "sources", "figures")

# A spreadsheet runs a cell that begins so; numbers are harmless and stay numbers.
_FORMULA = re.compile("'*[=+@\\-\t\r\n＝＋－＠]")
_NEEDS_QUOTES = re.compile('[",\r\n]')
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


def cell_text(value: Any) -> str:
    """One cell as text: nothing is empty, whole floats lose no digit and gain no point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value) if isinstance(value, (set, frozenset)) else value
        return ";".join(cell_text(item) for item in items)
    if type(value).__name__ in ("NAType", "NaTType"):
        return ""
    if hasattr(value, "isoformat"):
        return str(value.isoformat())[:10]
    if hasattr(value, "item"):  # a NumPy scalar
        return cell_text(value.item())
    return str(value)


def columns_of_frame(frame: Any) -> Columns:
    """The columns of any data frame, every cell as text; a named index becomes a column."""
    import narwhals as nw
    import pandas as pd

    if isinstance(frame, pd.DataFrame):
        if frame.index.name is not None:
            frame = frame.reset_index()
        columns = [frame.iloc[:, place].tolist() for place in range(frame.shape[1])]  # names may be doubled
        return [(str(name), [cell_text(cell) for cell in cells]) for name, cells in zip(frame, columns, strict=True)]
    table = nw.from_native(frame, eager_only=True)
    return [(name, [cell_text(cell) for cell in table[name].to_list()]) for name in table.columns]


def row_names(frame: Any) -> list[str]:
    """The names of a pandas frame's rows, where its index has no name of its own and does not merely count."""
    import pandas as pd

    if not isinstance(frame, pd.DataFrame) or frame.index.name is not None:
        return []
    names = frame.index.tolist()
    return [] if names == list(range(len(names))) else [cell_text(name) for name in names]


def columns_of_records(records: Iterable[Mapping[str, Any]]) -> Columns:
    """The columns of a list of records; a key that a record lacks is an empty cell."""
    rows = list(records)
    names = dict.fromkeys(name for row in rows for name in row)
    return [(str(name), [cell_text(row.get(name)) for row in rows]) for name in names]


def read_csv(path: Path) -> tuple[Columns, list[Problem]]:
    """A CSV table as text cells, and its rows that have not as many fields as the header; these are cut or filled up.

    The standard reader, not pandas: pandas fills short rows in silence, stops at the first
    long one, and takes the first column for an index where all rows are long.
    """
    rows = _rows(path, read_text(path))
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise ParseError(f"{path}: the file is empty. Write at least a header row.", str(path), 1)
    header = [as_meant(name.strip()) for name in rows[0]]
    width = len(header)
    problems = [
        Problem(path.name, number, "", _misfit(len(fields), width))
        for number, fields in enumerate(rows[1:], start=2)
        if len(fields) != width
    ]
    rows[1:] = [fields if len(fields) == width else (fields + [""] * width)[:width] for fields in rows[1:]]
    return [(name, [as_meant(row[place].strip()) for row in rows[1:]]) for place, name in enumerate(header)], problems


def _misfit(fields: int, width: int) -> str:
    if fields == 0:
        return "the row is empty. Remove it."
    return f"{fields} fields where the header has {width}. Put quotes around commas that are text."


def _rows(path: Path, text: str) -> list[list[str]]:
    import csv
    from io import StringIO

    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        line = max(reader.line_num, 1)
        raise ParseError(
            f"{path}, line {line}: {error}. Close the quotes, double those inside.", str(path), line
        ) from None


def invalid(problems: Sequence[Problem]) -> InvalidNetwork:
    """All problems of a file in one error, in the words the core uses."""
    sentences = [
        f"{item.file}, row {item.row}{', ' + item.column if item.column else ''}: {item.message}" for item in problems
    ]
    if len(sentences) == 1:
        return InvalidNetwork(sentences[0], problems)
    shown = "\n  ".join(sentences[:20])
    more = f"\n  … and {len(sentences) - 20} more." if len(sentences) > 20 else ""
    return InvalidNetwork(f"The network has {len(sentences)} problems:\n  {shown}{more}", problems)


def typed(cells: Sequence[str], holds: str) -> list[Any]:
    """The cells of a column as Python values: numbers, tuples of a list column, text; empty is None (NaN)."""
    if holds == "list":
        return [tuple(part.strip() for part in cell.split(";") if part.strip()) for cell in cells]
    if holds == "number":
        return [float(cell) if cell else math.nan for cell in cells]
    return [cell or None for cell in cells]


def holds(table: str, name: str, types: Mapping[str, str]) -> str:
    """What a column holds: "text", "number" or "list". `types` are those of the network's own columns."""
    own = "number" if types.get(name) in ("number", "integer") else "text"
    return FORMAT[table].get(name, own)


def table_frame(table: str, columns: Columns, types: Mapping[str, str]) -> pd.DataFrame:
    """A network's table as a data frame, indexed by id."""
    import pandas as pd

    frame = pd.DataFrame({name: typed(cells, holds(table, name, types)) for name, cells in columns})
    return frame.set_index("id") if "id" in frame.columns else frame


def is_formula(cell: str) -> bool:
    """Whether a spreadsheet would run the cell."""
    return _FORMULA.match(cell) is not None and not _NUMBER.fullmatch(cell)


def _as_text(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula: a leading ' before what would begin one."""
    return f"'{cell}" if is_formula(cell) else cell


def as_meant(cell: str) -> str:
    """The cell without the ' that `_as_text` put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def csv_text(columns: Columns) -> str:
    """CSV text of text cells, one line end; `read_csv` reads back the same cells.

    A cell that a spreadsheet would run gets a leading ', which `read_csv` takes off again.
    """
    rows = [[name for name, _ in columns], *zip(*(cells for _, cells in columns), strict=True)]
    return "".join(_csv_line(row) for row in rows)


def _csv_line(row: Sequence[str]) -> str:
    # Not the standard writer: Python 3.11's leaves a lone carriage return unquoted, and then cannot read its own file.
    return (",".join(_field(_as_text(cell)) for cell in row) or '""') + "\n"


def _field(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text
