"""A playbook and what the network says of it: asked once, told by the player and by the kit."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..network import Network
from ..projection import Projection
from .playbook import Choice, Exercise, Playbook, Step
from .playbook_reader import read_playbook
from .stage import Stage, staged
from .ways import Outcome, from_actor, of_route

__all__ = ["Told", "acting", "told"]


@dataclass(frozen=True)
class Told:
    """A playbook and all that the network says of it, computed once: the player and the kit tell the same."""

    network: Network
    playbook: Playbook
    over: Projection
    routes: tuple[tuple[Outcome, ...], ...]  # by pathway: as recorded, then in each branch
    choices: tuple[tuple[tuple[Outcome | None, ...], ...], ...]  # by exercise and choice
    stage: Stage

    @property
    def after(self) -> tuple[Network, ...]:
        """The network as recorded, then as each branch leaves it."""
        return (self.network, *(branch.after for branch in self.playbook.branches))

    def right(self, exercise: int, choice: int, branch: int) -> bool:
        """Whether a choice is right as recorded (0) or in a branch (from 1)."""
        said = self.playbook.exercises[exercise].choices[choice]
        outcome = self.choices[exercise][choice][branch]
        there = said.actor is None or said.actor in self.after[branch].actors
        if said.right is None:
            return there and outcome is not None and bool(outcome.ways)
        recorded = self.choices[exercise][choice][0]
        lost = bool(recorded and recorded.ways) and not (outcome and outcome.ways)
        return said.right and there and not lost

    @cached_property
    def rests_on_table(self) -> bool:
        """Some reliability was not recorded, but follows from grade and status."""
        return any(way.rests_on_table for outcome in self.outcomes() for way in outcome.ways)

    def outcomes(self) -> Iterator[Outcome]:
        yield from _outcomes(self.routes, self.choices)


def told(
    network: Network, playbook: str | os.PathLike[str] | Mapping[str, Any] | None, over: Projection | None
) -> Told:
    """Reads a playbook and asks the network all that it needs."""
    read = read_playbook(network, playbook)
    after = [network, *(branch.after for branch in read.branches)]
    routes = tuple(tuple(of_route(one, route) for one in after) for route in read.routes)
    choices = tuple(
        tuple(_asked(after, exercise, choice) for choice in exercise.choices) for exercise in read.exercises
    )
    stage = staged(network, read, _outcomes(routes, choices))
    return Told(network, read, over or read.over, routes, choices, stage)


def _asked(after: Sequence[Network], exercise: Exercise, choice: Choice) -> tuple[Outcome | None, ...]:
    actor, goal = choice.actor, exercise.goal
    if actor is None or goal is None:
        return tuple(None for _ in after)
    return tuple(from_actor(one, actor, goal) for one in after)


def _outcomes(
    routes: Sequence[Sequence[Outcome]], choices: Sequence[Sequence[Sequence[Outcome | None]]]
) -> Iterator[Outcome]:
    yield from (outcome for outcomes in routes for outcome in outcomes)
    yield from (outcome for exercise in choices for outcomes in exercise for outcome in outcomes if outcome is not None)


def acting(network: Network, step: Step) -> list[str]:
    """Who acts in a step: those that its ties start from, and both ends where a tie runs both ways. Places never do."""
    words = network.vocabulary
    ties = [network.ties[tie] for tie in step.ties]
    both_ways = [tie.target for tie in ties if not words["relations"][tie.relation]["directed"]]
    ends = dict.fromkeys([*(tie.source for tie in ties), *both_ways])
    bodies = [actor for actor in ends if not words.is_a(network.actors[actor].kind or "", "place")]
    return list(dict.fromkeys([*step.actors, *bodies]))
