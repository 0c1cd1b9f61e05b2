"""What the pages of a playbook know beside the network: `python/web/src/player/data.ts` is its shape."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from ..ways import Pathway
from .content import content, drawn
from .stage import Change
from .told import Told, acting
from .ways import Outcome

__all__ = ["told_and_drawn"]


def told_and_drawn(said: Told, lang: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the pages of a playbook know, and their picture."""
    stage = said.stage
    picture = drawn(stage.whole, said.over, "auto", lang, **stage.variants)
    data = content(stage.whole, said.over, picture, lang=lang, part=("play", "lesson"))
    return data | _Writer(said, data).data(), picture


class _Writer:
    def __init__(self, said: Told, data: Mapping[str, Any]) -> None:
        self.said = said
        self.languages = data["languages"]
        self.actors = {actor["id"]: row for row, actor in enumerate(data["actors"])}
        self.ties = {tie["id"]: row for row, tie in enumerate(data["ties"])}
        self.sources = {source["id"]: row for row, source in enumerate(data["sources"])}

    def data(self) -> dict[str, Any]:
        playbook = self.said.playbook
        return {
            "title": playbook.title,
            "steps": [self.step(place) for place in range(len(playbook.steps))],
            "routes": [
                {"text": route.text, "outcomes": [self.outcome(*one) for one in enumerate(outcomes)]}
                for route, outcomes in zip(playbook.routes, self.said.routes, strict=True)
            ],
            "exercises": [self.exercise(place) for place in range(len(playbook.exercises))],
            "branches": [self.branch(place) for place in range(len(playbook.branches))],
            "onTable": self.said.rests_on_table,
        }

    def step(self, place: int) -> dict[str, Any]:
        playbook = self.said.playbook
        step = playbook.steps[place]
        ties = [self.said.network.ties[tie] for tie in step.ties]
        sources = [*step.sources, *(source for tie in ties for source in tie.sources or ())]
        numbers = {other.id: number for number, other in enumerate(playbook.steps)}
        return {
            "id": step.id,
            "title": step.title,
            "text": step.text,
            "note": step.note,
            "ties": [self.ties[tie] for tie in step.ties if tie in self.ties],
            "actors": [self.actors[actor] for actor in step.actors],
            "acting": [self.actors[actor] for actor in acting(self.said.network, step)],
            "sources": [self.sources[source] for source in dict.fromkeys(sources)],
            "days": step.days,
            "daysFrom": numbers.get(step.days_from) if step.days_from else None,
        }

    def exercise(self, place: int) -> dict[str, Any]:
        exercise = self.said.playbook.exercises[place]
        steps = [step.id for step in self.said.playbook.steps]
        return {
            "step": steps.index(exercise.step),
            "ask": exercise.ask,
            "goal": self.actors[exercise.goal.actor] if exercise.goal else None,
            "choices": [self.choice(place, number) for number in range(len(exercise.choices))],
        }

    def choice(self, exercise: int, number: int) -> dict[str, Any]:
        choice = self.said.playbook.exercises[exercise].choices[number]
        outcomes = self.said.choices[exercise][number]
        return {
            "text": choice.text,
            "actor": self.actors[choice.actor] if choice.actor else None,
            "answers": [
                {
                    "right": self.said.right(exercise, number, branch),
                    "there": choice.actor is None or choice.actor in self.said.after[branch].actors,
                    "outcome": self.outcome(branch, outcome) if outcome is not None else None,
                }
                for branch, outcome in enumerate(outcomes)
            ],
        }

    def branch(self, place: int) -> dict[str, Any]:
        branch = self.said.playbook.branches[place]
        change = self.said.stage.changes[place]
        return {
            "id": branch.id,
            "text": branch.text,
            "note": branch.note,
            **{
                part: {
                    "actors": [self.actors[key] for key in sorted(getattr(change, f"{part}_actors"))],
                    "ties": [self.ties[key] for key in sorted(getattr(change, f"{part}_ties")) if key in self.ties],
                }
                for part in ("removed", "added", "changed")
            },
            "lost": [number for number, left in enumerate(self.left(place)) if left == 0],
            "weaker": [number for number, left in enumerate(self.left(place)) if 0 < left < 1],
        }

    def left(self, branch: int) -> Iterator[float]:
        """By step, the share of its ties (of its actors, where it has none) that a branch leaves."""
        after = self.said.playbook.branches[branch].after
        for step in self.said.playbook.steps:
            kept = [tie in after.ties for tie in step.ties] or [actor in after.actors for actor in step.actors]
            yield sum(kept) / len(kept)

    def outcome(self, branch: int, outcome: Outcome) -> dict[str, Any]:
        change = self.said.stage.changes[branch - 1] if branch else None
        return {
            "steps": outcome.steps,
            "reliability": _known(outcome.reliability),
            "more": outcome.more,
            "ways": [self.way(way, change) for way in outcome.ways],
        }

    def way(self, way: Pathway, change: Change | None) -> dict[str, Any]:
        names = change.names if change else {}
        ties = [names.get(tie, tie) for tie in way.ties]
        return {
            "actors": [self.actors[actor] for actor in way.actors],
            "ties": [self.ties[tie] for tie in ties if tie in self.ties],
            "steps": way.steps,
            "reliability": _known(way.reliability),
        }


def _known(number: float) -> float | None:
    return None if math.isnan(number) else number
