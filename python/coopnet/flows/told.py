"""The figures that a projection leaves in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..network import Record
from ..projection import Projection

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["figures_within"]


def figures_within(network: Network, over: Projection) -> list[Record]:
    """Those within its days, that another source than `without_sources` and one of `min_grade` tells of."""
    left_out = set(over.without_sources or ())
    return [
        figure
        for row, figure in enumerate(network.figures.values())
        if not (figure.sources and left_out.issuperset(figure.sources))
        and (over.min_grade is None or network.core.meets(row, over.min_grade))
        and _within(figure, over)
    ]


def _within(figure: Record, over: Projection) -> bool:
    asked = over.during or over.at
    if asked is None:
        return True
    since, _, until = asked.partition("/")
    first, last = figure.since or figure.as_of or "", figure.until or figure.as_of or ""
    return bool(first) and since <= first and last[: len(until or since)] <= (until or since)
