"""Dates as people write them, to ISO 8601 at the precision they have; what may be two days is refused."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

__all__ = ["day_before", "order_by_evidence", "plain_dates", "split_span"]

_ISO = re.compile(r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?|\.\.")
_TIME = r"([T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})(?:\2(\d{{1,2}}))?{_TIME}", re.IGNORECASE)
_DAY_OR_MONTH_FIRST = re.compile(rf"(\d{{1,2}})([-/. ])(\d{{1,2}})\2(\d{{4}}){_TIME}", re.IGNORECASE)
_SHORT_YEAR = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d{2}")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_QUARTER = re.compile(r"(?:Q([1-4])[-/ ]?(\d{4})|(\d{4})[-/ ]?Q([1-4]))", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_SERIAL = re.compile(r"[2-6]\d{4}")
_WORDS = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[-/. ]+)?([^\W\d_]+)\.?[-/ ]+(?:(\d{1,2}),? +)?(\d{4})")
_MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan januari",
            "february feb februari",
            "march mar maret",
            "april apr",
            "may mei",
            "june jun juni",
            "july jul juli",
            "august aug agustus agu agt",
            "september sep sept",
            "october oct oktober okt",
            "november nov nop nopember",
            "december dec desember des",
        ),
        start=1,
    )
    for name in names.split()
}


def plain_dates(cells: Iterable[str], dayfirst: bool | None) -> tuple[dict[str, str], dict[str, str]]:
    """Of different cells, those to be written otherwise, and what is wrong with those that are no certain date."""
    plain: dict[str, str] = {}
    wrong: dict[str, str] = {}
    kept = list(cells)
    for cell in kept:
        text = " ".join(cell.split())
        if not text or _ISO.fullmatch(text):
            continue  # whether the day exists is checked with all others
        try:
            plain[cell] = _read(text, dayfirst)
        except ValueError as error:
            wrong[cell] = str(error)
    return plain, wrong


def _read(text: str, dayfirst: bool | None) -> str:
    if found := _YEAR_FIRST.fullmatch(text):
        return _written(text, int(found[1]), int(found[3]), int(found[4]) if found[4] else None)
    if found := _DAY_OR_MONTH_FIRST.fullmatch(text):
        return _ordered(text, int(found[1]), int(found[3]), int(found[4]), dayfirst)
    if found := _MONTH_YEAR.fullmatch(text):
        return _written(text, int(found[2]), int(found[1]), None)
    if found := _QUARTER.fullmatch(text):
        return f"{found[2] or found[3]}-Q{found[1] or found[4]}"
    if (found := _WORDS.fullmatch(text)) and (month := _MONTHS.get(found[2].lower())):
        day = found[1] or found[3]
        return _written(text, int(found[4]), month, int(day) if day else None)
    if found := _COMPACT.fullmatch(text):
        return _written(text, int(found[1]), int(found[2]), int(found[3]))
    if _SHORT_YEAR.fullmatch(text):
        raise ValueError(f'"{text}" has a year of two digits. Write all four.')
    if _SERIAL.fullmatch(text):
        day = datetime.date(1899, 12, 30) + datetime.timedelta(int(text))
        raise ValueError(f'"{text}" is how a spreadsheet counts days ({day}). Write the column as dates.')
    raise ValueError(
        f'"{text}" is no date. Write 2022, 2022-08 or 2022-08-15, or say in the mapping\'s values which it is.'
    )


def _ordered(text: str, first: int, second: int, year: int, dayfirst: bool | None) -> str:
    if dayfirst is None:
        if first <= 12 and second <= 12 and first != second:
            readings = f"{year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"
            raise ValueError(f'"{text}" may be {readings}. Say dayfirst, true or false, in the mapping.')
        dayfirst = first > 12 or first == second
    day, month = (first, second) if dayfirst else (second, first)
    return _written(text, year, month, day)


def _written(text: str, year: int, month: int, day: int | None) -> str:
    try:
        written = datetime.date(year, month, day or 1).isoformat()
    except ValueError:
        raise ValueError(f'"{text}" is a day that does not exist. Mend it, or say dayfirst in the mapping.') from None
    return written if day else written[:7]


def order_by_evidence(cells: Iterable[str]) -> tuple[bool | None, str, str]:
    """Whether days come first, as far as cells with a part above 12 tell; and such a cell for it and against it."""
    first = second = ""
    for cell in cells:
        found = _DAY_OR_MONTH_FIRST.fullmatch(" ".join(cell.split()))
        if found and int(found[1]) > 12:
            first = first or cell.strip()
        elif found and int(found[3]) > 12:
            second = second or cell.strip()
    return (None if bool(first) == bool(second) else bool(first)), first, second


def day_before(date: str) -> str:
    """The last day, month, quarter or year before one that is no longer meant."""
    if "Q" in date:
        year, quarter = int(date[:4]), int(date[-1])
        return f"{year}-Q{quarter - 1}" if quarter > 1 else f"{year - 1}-Q4"
    parts = date.split("-")
    if len(parts) == 1:
        return f"{int(date) - 1:04}" if date.isdecimal() else date
    if len(parts) == 2:
        year, month = int(parts[0]), int(parts[1])
        return f"{year}-{month - 1:02}" if month > 1 else f"{year - 1}-12"
    try:
        return (datetime.date.fromisoformat(date) - datetime.timedelta(1)).isoformat()
    except ValueError:
        return date  # a day that does not exist is refused with all others


def split_span(cell: str) -> tuple[str, str]:
    """Since and until of a cell that holds one date, or two as 2022-07/2022-09."""
    first, slash, last = cell.partition("/")
    if slash and _ISO.fullmatch(first.strip()) and _ISO.fullmatch(last.strip()) and "-" in first + last:
        return first.strip(), last.strip()
    return cell, cell
