"""The figures that a projection leaves in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from ..network import Record
from ..projection import Projection

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["figures_within"]


def figures_within(network: Network, over: Projection) -> list[Record]:
    """Those within its days, that another source than `without_sources` and one of `min_grade` tells of."""
    rows = _core.flows.figures_within(network.core, projection=over.settings())
    return [network.figures.row(row) for row in rows]
