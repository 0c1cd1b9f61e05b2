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

__all__ = ["no_pathway", "no_pathway_in_time"]


def no_pathway(
    network: Network, source: str, target: str, over: Projection | None, time_limit: float | None
) -> NoPathway:
    """Says how far one gets, and by which recorded ties one would get on if the projection kept them."""
    over = over or Projection()
    reached = list(reach(network, source, over=over))
    cut = _leading_on(network, target, over, reached)
    if time_limit is not None:
        start = f"No pathway from {source} to {target} was found within {time_limit} s. Give it more time."
    else:
        start = f"No pathway leads from {source} to {target}."
    return NoPathway(f"{start} {_how_far(reached)} {_left_out(cut)}", reached, cut)


def no_pathway_in_time(
    network: Network,
    source: str,
    target: str,
    over: Projection,
    start: str,
    arrivals: Sequence[tuple[str, str | None, bool]],
) -> NoPathway:
    """Says how far one gets by when, and by which ties one would get on if they held at that time.

    `arrivals` are the actors one gets to, when, and whether that is soon enough.
    """
    reached = [actor for actor, _, soon in arrivals if soon]
    if late := [when for actor, when, soon in arrivals if actor == target and not soon]:
        return NoPathway(f"{start} One gets there on {late[0]} at the earliest.", reached, [])
    shown = [actor if when is None else f"{actor} ({when})" for actor, when, soon in arrivals if soon]
    cut = _leading_on(network, target, over, reached)
    kept = {str(network.ties.row(row).id) for row in network.freeze(over, merges=False).all_ties}
    left = [tie for tie in cut if str(tie.id) not in kept]
    untimely = [tie for tie in cut if str(tie.id) in kept]
    sentences = [start, _how_far(shown)]
    if untimely:
        held = [f"{_named(tie)}: {tie.since or '?'} – {tie.until or '?'}" for tie in untimely]
        sentences.append(f"Ties that lead on do not hold at the time: {_some(held)}.")
    if left or not untimely:
        sentences.append(_left_out(left))
    return NoPathway(" ".join(sentences), reached, cut)


def _leading_on(network: Network, target: str, over: Projection, reached: Sequence[str]) -> list[Any]:
    """Recorded ties that lead from where one gets to where the target can be got to."""
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
    return cut


def _how_far(reached: Sequence[str]) -> str:
    if len(reached) == 1:
        return "One does not get on from there."
    return f"One gets to {_some(reached[1:])}."


def _left_out(cut: Sequence[Any]) -> str:
    if not cut:
        return "No recorded tie leads on from there."
    named = _some([_named(tie) for tie in cut])
    return f"The projection leaves out ties that lead on: {named}. Widen it."


def _named(tie: Any) -> str:
    return f"{tie.source} → {tie.target} ({tie.relation}, {tie.id})"


def _some(items: Sequence[str], most: int = 5) -> str:
    if len(items) <= most:
        return ", ".join(items)
    return f"{', '.join(items[:most])} and {len(items) - most} more"
