"""What questions of pathways are asked with."""

from __future__ import annotations

from operator import index
from typing import SupportsIndex

from ..errors import InvalidOption

__all__ = ["count"]


def count(name: str, number: SupportsIndex) -> int:
    """A number of pathways: any whole number that is no truth value."""
    try:
        count = -1 if isinstance(number, bool) else index(number)
    except TypeError:
        count = -1
    if count < 1:
        raise InvalidOption(f"{name}={number!r} is not a number of pathways. Say 1 or more.")
    return count
