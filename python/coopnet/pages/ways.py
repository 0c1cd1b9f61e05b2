"""What a network says of the ways from an actor to a goal: how many steps, how likely, which pathways."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .. import pathways
from ..errors import InvalidWeight, NoPathway
from ..network import Network
from ..ways import Pathway
from .playbook import Goal, Route

__all__ = ["Outcome", "from_actor", "of_route"]

TRIED = 12  # pathways by their ties; those of the same actors are one way to an audience
SHOWN = 3


@dataclass(frozen=True)
class Outcome:
    """The best pathways, of different actors each, the most reliable first; none if there is no way."""

    ways: tuple[Pathway, ...]
    steps: int | None  # of the shortest
    more: bool  # there are further ones

    @property
    def reliability(self) -> float:
        return self.ways[0].reliability if self.ways else math.nan


NO_WAY = Outcome((), None, False)


def of_route(network: Network, route: Route) -> Outcome:
    return _outcome(network, route.source, route.goal, route.via, route.avoid)


def from_actor(network: Network, actor: str, goal: Goal) -> Outcome:
    return _outcome(network, actor, goal, (), ())


def _outcome(network: Network, source: str, goal: Goal, via: Sequence[str], avoid: Sequence[str]) -> Outcome:
    named = (source, goal.actor, *via)
    if any(actor not in network.actors for actor in named) or source == goal.actor:
        return NO_WAY
    avoided = [actor for actor in avoid if actor in network.actors]
    by_steps = goal.over.replace(weight=None, weight_means=None)
    try:
        shortest = pathways.find(network, source, goal.actor, 1, via=via, avoid=avoided, over=by_steps)[0]
        found = _most_reliable(network, source, goal, via, avoided)
    except NoPathway:
        return NO_WAY
    distinct = {way.actors: way for way in reversed(found)}
    ways = sorted(distinct.values(), key=lambda way: found.index(way))
    return Outcome(tuple(ways[:SHOWN]), shortest.steps, len(ways) > SHOWN or len(found) == TRIED)


def _most_reliable(
    network: Network, source: str, goal: Goal, via: Sequence[str], avoid: Sequence[str]
) -> Sequence[Pathway]:
    """By reliability; by steps where it is not recorded and no table says it."""
    over = goal.over.replace(weight="reliability", weight_means=None)
    try:
        return pathways.find(network, source, goal.actor, TRIED, via=via, avoid=avoid, over=over)
    except InvalidWeight:
        return pathways.find(network, source, goal.actor, TRIED, via=via, avoid=avoid, over=over.replace(weight=None))
