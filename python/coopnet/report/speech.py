"""How numbers, dates and lists are said in each language."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..texts import text

__all__ = ["Speech"]

_MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
}
_QUARTER = re.compile(r"(\d{4})-Q(\d)")
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@dataclass(frozen=True)
class Speech:
    """One language's way of saying things."""

    lang: str

    def __call__(self, key: str, /, **values: Any) -> str:
        """A text of the report, its places filled in."""
        return text(f"report.{key}", self.lang, **values)

    def status(self, status: str | None) -> str:
        return text(f"status.{status or 'unsaid'}", self.lang)

    def count(self, what: str, number: int) -> str:
        """A number with its noun: 1 step, 3 steps."""
        return self(f"{what}.one" if number == 1 else f"{what}.many", n=self.number(number))

    def number(self, value: float, digits: int = 2) -> str:
        """Whole numbers whole, others with `digits` decimals, small ones with as many digits that say something."""
        if math.isnan(value):
            return "–"
        if isinstance(value, float) and digits == 2 and 0 < abs(value) < 0.1:
            digits += -math.floor(math.log10(abs(value))) - 1
        written = f"{value:,}" if isinstance(value, int) else f"{value:,.{digits}f}"
        marks = str.maketrans("-,.", "−.,") if self.lang == "id" else str.maketrans("-", "−")
        return written.translate(marks)

    def percent(self, share: float, digits: int = 1) -> str:
        """A share of the whole, in percent."""
        return "–" if math.isnan(share) else f"{self.number(100 * share, digits)}%"

    @staticmethod
    def inside(label: str) -> str:
        """A label inside a sentence: its capital goes, unless it is a name or an abbreviation."""
        return label[:1].lower() + label[1:] if label[1:2].islower() else label

    @staticmethod
    def opening(words: str) -> str:
        """Words at the start of a sentence."""
        return words[:1].upper() + words[1:]

    def date(self, iso: str | None) -> str:
        """2 Aug 2022, Aug 2022, Q3 2022 or 2022, as far as known."""
        if quarter := _QUARTER.fullmatch(iso or ""):
            return self("quarter", year=quarter[1], quarter=quarter[2])
        found = _DATE.fullmatch(iso or "")
        if not found:
            return iso or ""
        year, month, day = found.groups()
        parts = [str(int(day))] if day else []
        parts += [_MONTHS[self.lang][int(month) - 1]] if month else []
        return " ".join([*parts, year])

    def period(self, during: str | None) -> str:
        """A span as the projection takes it: 2021 to 2022."""
        if not during:
            return self("period.all")
        since, _, until = during.partition("/")
        return self("period.span", since=self.date(since), until=self.date(until)) if until else self.date(since)

    def either(self, items: Sequence[str]) -> str:
        return self._joined(items, "list.or")

    def all_of(self, items: Sequence[str]) -> str:
        return self._joined(items, "list.and")

    def _joined(self, items: Sequence[str], key: str) -> str:
        if len(items) < 2:
            return "".join(items)
        return self(key, first=", ".join(items[:-1]), last=items[-1])
