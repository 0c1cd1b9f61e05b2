"""Tables of text cells, from and to files and data frames; only their shape is checked here."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import InvalidNetwork, ParseError, Problem

if TYPE_CHECKING:
    import pandas as pd

Columns = list[tuple[str, list[str]]]

NUMBERS = frozenset({"strength", "reliability", "delay_days", "capacity", "value", "low", "high"})
LISTS = frozenset({"sources"})
# Columns of the format; others are the network's own.
STANDARD = {
    "actors": ("id", "name", "name_id", "short", "kind", "country", "parent", "sources", "note"),
    "ties": (
        "id", "source", "target", "relation", "channel", "since", "until", "strength", "reliability",
        "delay_days", "capacity", "instrument", "status", "sources", "note",
    ),
    "sources": ("id", "title", "publisher", "url", "date", "language", "grade"),
    "figures": (
        "id", "measure", "origin", "destination", "value", "low", "high", "definition", "since", "until",
        "as_of", "part_of", "sources", "note",
    ),
}  # fmt: skip

# A spreadsheet runs a cell that begins so; numbers are harmless and stay numbers.
_FORMULA = re.compile("'*[=+@\\-\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_PLAIN_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")


def cell_text(value: Any) -> str:
    """One cell as text: nothing is empty, whole floats lose no digit and gain no point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
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
    return str(value).strip()


def columns_of_frame(frame: Any) -> Columns:
    """The columns of any data frame, every cell as text; a named index becomes a column."""
    import narwhals as nw
    import pandas as pd

    if isinstance(frame, pd.DataFrame):
        if frame.index.name is not None:
            frame = frame.reset_index()
        return [(str(name).strip(), [cell_text(cell) for cell in frame[name].tolist()]) for name in frame.columns]
    table = nw.from_native(frame, eager_only=True)
    return [(name.strip(), [cell_text(cell) for cell in table[name].to_list()]) for name in table.columns]


def columns_of_records(records: Iterable[Mapping[str, Any]]) -> Columns:
    """The columns of a list of records; a key that a record lacks is an empty cell."""
    rows = list(records)
    names = dict.fromkeys(name for row in rows for name in row)
    return [(str(name), [cell_text(row.get(name)) for row in rows]) for name in names]


def read_csv(path: Path) -> Columns:
    """A CSV table as text cells. Every row must have as many fields as the header; all that do not are reported.

    The standard reader, not pandas: pandas fills short rows in silence, stops at the first
    long one, and takes the first column for an index where all rows are long.
    """
    rows = _rows(path, _decode(path))
    while rows and not any(rows[-1]):
        rows.pop()
    if not rows:
        raise ParseError(f"{path}: the file is empty. Write at least a header row.", str(path), 1)
    header = [_as_meant(name.strip()) for name in rows[0]]
    problems = _header_problems(path, header)
    for number, fields in enumerate(rows[1:], start=2):
        if len(fields) != len(header):
            message = "the row is empty. Remove it."
            if fields:
                message = (
                    f"{len(fields)} fields where the header has {len(header)}. Put quotes around commas that are text."
                )
            problems.append(Problem(path.name, number, "", message))
    if problems:
        raise invalid(problems)
    return [(name, [_as_meant(row[place].strip()) for row in rows[1:]]) for place, name in enumerate(header)]


def _decode(path: Path) -> str:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ParseError(
            f"{path}, line {line}: this is not UTF-8 text. Save the table as “CSV UTF-8”.", str(path), line
        ) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise ParseError(f"{path}, line {line}: a NUL character. Save the table as “CSV UTF-8”.", str(path), line)
    return text


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


def _header_problems(path: Path, names: Sequence[str]) -> list[Problem]:
    problems = [
        Problem(path.name, 1, name, "two columns have this name. Rename one.")
        for name in dict.fromkeys(name for name in names if name and names.count(name) > 1)
    ]
    if "" in names:
        place = names.index("") + 1
        problems.append(Problem(path.name, 1, "", f"column {place} has no name. Name it or remove it."))
    return problems


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


def typed(table: str, name: str, cells: Sequence[str], declared: str | None = None) -> list[Any]:
    """The cells of a column as Python values: numbers, tuples of a list column, text; empty is None (NaN)."""
    if name in LISTS:
        return [tuple(part.strip() for part in cell.split(";") if part.strip()) for cell in cells]
    if is_number_column(table, name, cells, declared):
        return [float(cell) if cell else math.nan for cell in cells]
    return [cell or None for cell in cells]


def is_number_column(table: str, name: str, cells: Sequence[str], declared: str | None = None) -> bool:
    """Numbers where the format or the data package says so, or where every filled cell is a plain decimal."""
    if name in STANDARD[table]:
        return name in NUMBERS
    if declared is not None:
        return declared in ("number", "integer")
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_PLAIN_DECIMAL.fullmatch(cell) for cell in filled)


def table_frame(table: str, columns: Columns, types: Mapping[str, str]) -> pd.DataFrame:
    """A network's table as a data frame, indexed by id."""
    import pandas as pd

    frame = pd.DataFrame({name: typed(table, name, cells, types.get(name)) for name, cells in columns})
    return frame.set_index("id") if "id" in frame.columns else frame


def _as_text(cell: str) -> str:
    """The cell so that no spreadsheet takes it for a formula: a leading ' before what would begin one."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _as_meant(cell: str) -> str:
    """The cell without the ' that `_as_text` put before it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def csv_text(columns: Columns) -> str:
    """CSV text of text cells, one line end; `read_csv` reads back the same cells.

    A cell that a spreadsheet would run gets a leading ', which `read_csv` takes off again.
    """
    import csv
    from io import StringIO

    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([_as_text(name) for name, _ in columns])
    writer.writerows([_as_text(cell) for cell in row] for row in zip(*(cells for _, cells in columns), strict=True))
    return out.getvalue()
