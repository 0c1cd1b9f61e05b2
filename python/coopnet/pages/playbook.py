"""A playbook: a cooperation flow told step by step, with exercises and what-ifs; read strictly, all errors at once.

The file `playbook.json` of a network, or a dict of the same shape::

    {"title": SAID, "over": {…}, "goal": "KH.PSNH",
     "steps": [{"id": "i247", "title": SAID, "text": SAID, "note": SAID, "ties": ["T026"], "actors": [],
                "sources": ["S02"], "after_days": 6, "days_low": 2, "days_high": 4, "days_from": "report"}],
     "pathways": [{"id": "police", "text": SAID, "from": "ID.FAM", "to": "KH.PSNH", "over": {…}, "via": [],
                   "avoid": []}],
     "exercises": [{"step": "i247", "ask": SAID, "goal": "KH.PSNH",
                    "choices": [{"actor": "ID.EMB", "text": SAID, "right": true}]}],
     "branches": [{"id": "without_i247", "text": SAID, "note": SAID, "scenario": [EDIT, …]}]}

- SAID is a text by language, `{"en": …, "id": …}`, in every language of the pages; or one text that all share.
- A step has an `id`, a `title`, a `text`, and the `ties` of the network it shows (or `actors`, where none is recorded).
  `note` is for the presenter. `after_days`, or `days_low` and `days_high`, count from the step `days_from` if it is
  named.
- `over` is what the picture shows, by the keywords of `coopnet.Projection`; that of a pathway says which ties it may
  use. A pathway's numbers stand beside each branch.
- An exercise stands at a step. Its choices have a `text`, or an `actor`, or both; `right` says what is right. A choice
  of an actor without `right` is right while a pathway leads from it to the `goal`: an actor, or
  `{"actor": …, "over": {…}}`; of the exercise, else of the playbook.
- The edits of a branch are those of `coopnet.Scenario`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..network import Network
from ..projection import Projection
from ..scenario import Scenario

__all__ = ["Branch", "Choice", "Exercise", "Goal", "Playbook", "Route", "Said", "Step"]

Said = Mapping[str, str]


@dataclass(frozen=True)
class Step:
    id: str
    title: Said
    text: Said
    note: Said
    ties: tuple[str, ...]
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    days: tuple[float, float] | None  # the least and the most
    days_from: str | None


@dataclass(frozen=True)
class Goal:
    """Where pathways are to lead, and which ties they may use."""

    actor: str
    over: Projection


@dataclass(frozen=True)
class Route:
    """Two actors between whom pathways are looked for, in the network as recorded and in each branch."""

    id: str
    text: Said
    source: str
    goal: Goal
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choice:
    text: Said
    actor: str | None
    right: bool | None  # None: the network says


@dataclass(frozen=True)
class Exercise:
    step: str
    ask: Said
    choices: tuple[Choice, ...]
    goal: Goal | None


@dataclass(frozen=True)
class Branch:
    id: str
    text: Said
    note: Said
    scenario: Scenario
    after: Network = field(compare=False, repr=False)


@dataclass(frozen=True)
class Playbook:
    title: Said
    over: Projection
    steps: tuple[Step, ...]
    routes: tuple[Route, ...]
    exercises: tuple[Exercise, ...]
    branches: tuple[Branch, ...]
