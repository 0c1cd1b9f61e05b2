"""What an audience reads, in English and Indonesian: one file a language, the same keys in each."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import InvalidOption

__all__ = ["LANGUAGES", "text"]

LANGUAGES = ("en", "id")


@cache
def texts(lang: str) -> dict[str, str]:
    """All texts of a language by their key."""
    if lang not in LANGUAGES:
        raise InvalidOption(f'There are no texts in "{lang}". Choose one of: {", ".join(LANGUAGES)}.')
    return dict(json.loads((Path(__file__).parent / f"{lang}.json").read_text(encoding="utf-8")))


def text(key: str, lang: str = "en", /, **values: Any) -> str:
    """The text of a key, its ``{places}`` filled in.

    >>> text("pathway.none", "id")
    'Tidak ada langkah.'
    """
    return texts(lang)[key].format_map(values)
