"""Bytes of a text file to rows of cells: its encoding and the mark between cells are found out, and said."""

from __future__ import annotations

import csv
import re
from io import StringIO
from pathlib import Path

from ..errors import InvalidOption, ParseError
from ..files import read_bytes
from ..frames import as_meant
from .grid import Grid
from .mapping import TableMapping

__all__ = ["decoded", "text_grid"]

MARKS = {"utf-8-sig": b"\xef\xbb\xbf", "utf-32": b"\xff\xfe\x00\x00", "utf-16": b"\xff\xfe", "utf-16 ": b"\xfe\xff"}
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
SAMPLE = 1 << 16
_SAID = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# What says the same as cp1252 wherever it speaks of Western letters at all.
_WESTERN = {"cp1252", "latin_1", "iso8859_1", "iso8859_15", "cp1250", "cp1254", "iso8859_9", "mac_roman", "cp850"}


def text_grid(path: Path, mapping: TableMapping) -> Grid:
    """The cells of a CSV, TSV or other separated text."""
    data = read_bytes(path)
    remarks: list[str] = []
    text = decoded(data, path, mapping.encoding, remarks)
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise ParseError(f"{path}, line {line}: a NUL character. Save it as UTF-8 text.", str(path), line)
    begin = 0
    separator = mapping.separator
    if said := _SAID.match(text):
        separator, begin = separator or said[1], said.end()
    separator = separator or _separator(text[begin:], path, remarks)
    columns, widths = _cells(text[begin:], separator, path)
    if "'" in text:
        columns = [[as_meant(cell.strip()) for cell in column] for column in columns]
    if not any(any(cell.strip() for cell in column) for column in columns):
        raise ParseError(f"{path}: the file is empty. Write at least a header row.", str(path), 1)
    return Grid(
        path.name, columns, widths=widths, first=2 if begin else 1, semicolons=separator == ";", remarks=remarks
    )


# --- encoding ---------------------------------------------------------------------------


def decoded(data: bytes, path: Path, encoding: str | None, remarks: list[str], western: str = "cp1252") -> str:
    """The text of some bytes, in the encoding that is said or found out; `western` is what the program writes."""
    if encoding is None:
        marked = next((name.strip() for name, mark in MARKS.items() if data.startswith(mark)), None)
        encoding = marked or _without_mark(data)
        if encoding is None:
            return _guessed(data, path, remarks, western)
        if encoding not in ("utf-8", "utf-8-sig"):
            remarks.append(f"read as {encoding.upper()}.")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except LookupError:
        raise InvalidOption(f'encoding "{encoding}" is not known. Try utf-8, utf-16 or cp1252.') from None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "Save it as UTF-8, or say its encoding in the mapping."
        raise ParseError(f"{path}, line {line}: this is not {encoding} text. {hint}", str(path), line) from None


def _without_mark(data: bytes) -> str | None:
    """UTF-16 shows by the zeros of its Latin letters, UTF-8 by being it."""
    head = data[:SAMPLE]
    for zeros, name in ((head[1::2], "utf-16-le"), (head[::2], "utf-16-be")):
        if len(head) >= 8 and zeros.count(0) > 0.6 * len(zeros):
            return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _guessed(data: bytes, path: Path, remarks: list[str], western: str) -> str:
    from charset_normalizer import from_bytes

    lines = [line for line in data.splitlines() if not line.isascii()]
    best = from_bytes(b"\n".join(lines)[:SAMPLE]).best()
    names = [] if best is None else [best.encoding, *best.could_be_from_charset]
    for name in [western, *names] if _WESTERN & set(names) else names:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        word = next((word for word in text.split() if not word.isascii()), "")[:30]
        remarks.append(f'not UTF-8; read as {name}, so that it says "{word}". If that is wrong, say encoding.')
        return text
    line = data[: data.index(lines[0])].count(b"\n") + 1
    raise ParseError(
        f"{path}, line {line}: neither UTF-8 nor any encoding known here. Save it as UTF-8 (“CSV UTF-8”).",
        str(path),
        line,
    )


# --- cells ------------------------------------------------------------------------------


def _separator(text: str, path: Path, remarks: list[str]) -> str:
    """The only mark that cuts the first rows into as many cells each; with several, what the header is cut by most."""
    head = text[:SAMPLE]
    lines = [line for line in head.splitlines() if line.strip()][: -1 if len(text) > SAMPLE else None][:50]
    good, whole = {}, set()
    for mark in SEPARATORS:
        counts = [len(row) for row in csv.reader(lines, delimiter=mark) if any(row)]
        usual = max(counts, key=counts.count, default=1)
        if usual > 1 and counts.count(usual) >= 0.8 * len(counts):
            good[mark] = usual
            if counts[0] == usual:  # the header, too, unless titles stand above it
                whole.add(mark)
    if whole:
        good = {mark: width for mark, width in good.items() if mark in whole}
    if not good:
        return max(SEPARATORS, key=lines[0].count) if lines else ","  # a header of one name: a comma is as good as any
    widest = max(good.values())
    best = [mark for mark, width in good.items() if width == widest]
    if len(best) > 1:
        both = " and by ".join(SEPARATORS[mark] for mark in best)
        raise ParseError(
            f"{path}, line 1: rows can be cut by {both}, into {widest} cells each. Say separator in the mapping.",
            str(path),
            1,
        )
    if best[0] != "," and not (best[0] == "\t" and path.suffix.lower() in (".tsv", ".tab")):
        remarks.append(f"cells are cut by {SEPARATORS[best[0]]}.")
    return best[0]


def _cells(text: str, separator: str, path: Path) -> tuple[list[list[str]], list[int] | None]:
    if '"' not in text and "\r" not in text.replace("\r\n", ""):
        plain = _plain_cells(text.replace("\r\n", "\n"), separator)
        if plain is not None:
            return plain, None
    reader = csv.reader(StringIO(text, newline=""), strict=True, delimiter=separator)
    try:
        rows = list(reader)
    except csv.Error as error:
        line = max(reader.line_num, 1)
        raise ParseError(
            f"{path}, line {line}: {error}. Close the quotes, double those inside.", str(path), line
        ) from None
    widths = [len(row) for row in rows]
    most = max(widths, default=0)
    return [[row[at] if at < len(row) else "" for row in rows] for at in range(most)], widths


def _plain_cells(text: str, separator: str) -> list[list[str]] | None:
    """Without quotes, rows of one width are cut in one step: a row a list is what costs in a million of them."""
    text = text.rstrip("\n")
    lines = text.split("\n")
    marks = lines[0].count(separator)
    if {line.count(separator) for line in lines} != {marks}:
        return None
    if marks == 0:
        return [lines]
    cells = text.replace("\n", separator).split(separator)
    return [cells[at :: marks + 1] for at in range(marks + 1)]
