"""Figures as questions read them: which a projection leaves in, and what each says."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .. import _core
from ..network import Record
from ..projection import Projection

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["days_of", "figures_within", "number_of", "words_of"]


def figures_within(network: Network, over: Projection) -> list[Record]:
    """Those within its days, that another source than `without_sources` and one of `min_grade` tells of."""
    rows = _core.flows.figures_within(network.core, projection=over.settings())
    return [network.figures.row(row) for row in rows]


def number_of(figure: Record | None) -> float:
    """The value that a figure gives; NaN if it gives none, or there is no figure."""
    value = None if figure is None else figure.value
    return math.nan if value is None else float(value)


def words_of(figure: Record, lang: str = "en") -> str:
    """What a figure counts, in a language; its measure where no definition says it."""
    return str(figure.get("definition_id" if lang == "id" else "definition") or figure.measure)


def days_of(figure: Record) -> str:
    """The days a figure counts, as a projection takes them: since/until, or its day; open counts run up to it."""
    until = figure.until or (figure.as_of if figure.since else "")
    return "/".join(dict.fromkeys(str(day) for day in (figure.since, until) if day)) or str(figure.as_of or "")
