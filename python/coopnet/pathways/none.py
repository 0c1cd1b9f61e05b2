"""Where no pathway leads: how far one gets, and what would lead on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import NoPathway
from ..projection import Projection
from .reached import reach

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["no_pathway"]


def no_pathway(
    network: Network, source: str, target: str, over: Projection | None, time_limit: float | None
) -> NoPathway:
    """Says how far one gets, and by which recorded ties one would get on if the projection kept them."""
    over = over or Projection()
    reached = list(reach(network, source, over=over))
    whole = network.freeze(Projection(direction=over.direction), merges=False)
    to_target, _ = _core.pathways.reach(whole, target, within=None, mode="in", progress=None)
    leads_on = {whole.keys[vertex] for vertex in to_target}
    inside = set(reached)
    cut = []
    for edge in _core.pathways.leaving(whole, reached):
        (row,) = whole.ties(edge)
        tie = network.ties.row(row)
        if (tie.source in leads_on and tie.source not in inside) or (
            tie.target in leads_on and tie.target not in inside
        ):
            cut.append(tie)
    if time_limit is not None:
        start = f"No pathway from {source} to {target} was found within {time_limit} s. Give it more time."
    else:
        start = f"No pathway leads from {source} to {target}."
    return NoPathway(f"{start} {_how_far(reached)} {_left_out(cut)}", reached, cut)


def _how_far(reached: Sequence[str]) -> str:
    if len(reached) == 1:
        return "One does not get on from there."
    return f"One gets to {_some(reached[1:])}."


def _left_out(cut: Sequence[Any]) -> str:
    if not cut:
        return "No recorded tie leads on from there."
    named = _some([f"{tie.source} → {tie.target} ({tie.relation}, {tie.id})" for tie in cut])
    return f"The projection leaves out ties that lead on: {named}. Widen it."


def _some(items: Sequence[str], most: int = 5) -> str:
    if len(items) <= most:
        return ", ".join(items)
    return f"{', '.join(items[:most])} and {len(items) - most} more"
