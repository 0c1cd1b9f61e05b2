"""Names that may be one actor's: told, never merged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import combinations

__all__ = ["alike", "plain"]

# Above this many names only what a table of plain forms and initials finds is told.
MOST_COMPARED = 2_000
_SMALL_WORDS = {"the", "of", "and", "for", "on", "in", "dan", "untuk", "di", "de", "la", "du", "des"}


def plain(name: str) -> str:
    """A name without accents, marks and doubled blanks, in small letters."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[\W_]+", " ", bare.casefold()).split())


def alike(names: Iterable[str]) -> list[tuple[str, str, str]]:
    """Pairs of different names that may be one, each with the reason; in the order of the names."""
    kept = list(dict.fromkeys(name for name in names if name.strip()))
    plains = [plain(name) for name in kept]
    found: dict[tuple[int, int], str] = {}
    for (first, second), why in [*_same(plains), *_initials(kept, plains), *_near(plains)]:
        found.setdefault((first, second), why)
    return [(kept[first], kept[second], why) for (first, second), why in sorted(found.items())]


Pairs = Iterator[tuple[tuple[int, int], str]]


def _same(plains: list[str]) -> Pairs:
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(plains):
        if name:
            rows.setdefault(name, []).append(row)
    for group in rows.values():
        for first, second in combinations(group, 2):
            yield (first, second), "the same but for case, accents or marks"


def _initials(names: list[str], plains: list[str]) -> Pairs:
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(plains):
        words = name.split()
        if len(words) >= 2:
            for kept in (words, [word for word in words if word not in _SMALL_WORDS]):
                rows.setdefault("".join(word[0] for word in kept), []).append(row)
    for row, name in enumerate(names):
        letters = name.strip().replace(".", "")
        if 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper():
            for other in dict.fromkeys(rows.get(letters.casefold(), ())):
                if other != row:
                    yield (min(row, other), max(row, other)), "one is the initials of the other"


def _near(plains: list[str]) -> Pairs:
    if len(plains) > MOST_COMPARED:
        return
    digits = [re.findall(r"\d+", name) for name in plains]
    words = [name.split() for name in plains]
    for first, second in combinations(range(len(plains)), 2):
        a, b = plains[first], plains[second]
        if digits[first] != digits[second] or not a or not b:
            continue
        if abs(len(a) - len(b)) <= 2 and min(len(a), len(b)) >= 5 and _within(a, b, 2 if len(a) >= 10 else 1):
            yield (first, second), "spelt almost alike"
        elif len(words[first]) == len(words[second]) >= 2 and _abbreviates(words[first], words[second]):
            yield (first, second), "one abbreviates words of the other"


def _abbreviates(first: list[str], second: list[str]) -> bool:
    equal = sum(a == b for a, b in zip(first, second, strict=True))
    return equal >= 1 and all(a == b or _shortens(a, b) or _shortens(b, a) for a, b in zip(first, second, strict=True))


def _shortens(short: str, word: str) -> bool:
    """Some letters of a word in their order, the first among them: `jkt` of `jakarta`."""
    rest = iter(word)
    return 2 <= len(short) < len(word) and short[0] == word[0] and all(letter in rest for letter in short)


def _within(a: str, b: str, most: int) -> bool:
    """Whether so many letters inserted, left out or exchanged make one of the other (Levenshtein)."""
    before = list(range(len(b) + 1))
    for row, letter in enumerate(a, start=1):
        now = [row]
        for column, other in enumerate(b, start=1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != other)))
        if min(now) > most:
            return False
        before = now
    return 0 < before[-1] <= most
