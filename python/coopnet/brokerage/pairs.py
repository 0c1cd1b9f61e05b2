"""The ties between pairs of actors, whichever way they run."""

from __future__ import annotations

from collections.abc import Sequence

from .. import _core
from ..network import Network

__all__ = ["ties_between"]


def ties_between(network: Network, view: _core.View, places: Sequence[tuple[int, int]]) -> list[tuple[str, ...]]:
    """For each pair of places in a view, the ids of the ties between the two, in their order."""
    ids = list(network.ties)
    rows: dict[tuple[int, int], set[int]] = {}
    sources, targets = (ends.tolist() for ends in view.ends)
    for edge, ends in enumerate(zip(sources, targets, strict=True)):
        rows.setdefault((min(ends), max(ends)), set()).update(view.ties(edge))
    return [tuple(ids[row] for row in sorted(rows[min(pair), max(pair)])) for pair in places]
