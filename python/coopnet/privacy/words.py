"""What texts say that they must not: small numbers, in figures or words, and days."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

__all__ = ["changed", "quarter", "says_a_number", "says_a_small_number", "whole_quarters"]

_WORD = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|single|pair|dozen|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas"
    r"|belas|puluh|seorang|sepasang|selusin)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?![\w/]|[.,-]\d)")
_DATE = re.compile(r"(\d{4})-(\d{2})(-\d{2})?")


def says_a_number(text: str) -> bool:
    """A digit, or a number below twenty-one as a word of English or Indonesian."""
    return any(letter.isdigit() for letter in text) or bool(_WORD.search(text))


def says_a_small_number(text: str, k: float) -> bool:
    """A number below k that stands by itself, in figures or words: not `I-24/7`, `Law 12/2017`, `22nd` or `2022`."""
    return bool(_WORD.search(text)) or any(int(number) < k for number in _NUMBER.findall(text))


def quarter(date: str) -> str:
    """A date no more precise than a quarter: `2022-08-05` and `2022-08` are `2022-Q3`; other texts stay."""
    found = _DATE.fullmatch(date)
    if not found:
        return date
    return f"{found[1]}-Q{(int(found[2]) + 2) // 3}"


def whole_quarters(span: str) -> str:
    """The quarters in which a day or a span lies, as a span of months; years stay."""
    since, _, until = span.partition("/")
    first, last = _month(since, 0), _month(until or since, 2)
    return first if first == last else f"{first}/{last}"


def _month(date: str, later: int) -> str:
    found = _DATE.fullmatch(date)
    return f"{found[1]}-{(int(found[2]) - 1) // 3 * 3 + 1 + later:02d}" if found else date


def changed(value: Any, change: Callable[[str], str]) -> Any:
    """Plain data with each text in it through `change`."""
    if isinstance(value, dict):
        return {key: changed(item, change) for key, item in value.items()}
    if isinstance(value, list):
        return [changed(item, change) for item in value]
    return change(value) if isinstance(value, str) else value
