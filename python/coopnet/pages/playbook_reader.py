"""Reads a playbook against a network, and gathers what is wrong with it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from .. import _core
from ..errors import CoopnetError, InvalidNetwork, Problem
from ..files import read_text
from ..network import Network
from ..projection import Projection
from ..scenario import Scenario
from ..texts import LANGUAGES
from .playbook import Branch, Choice, Exercise, Goal, Playbook, Route, Said, Step

__all__ = ["read_playbook"]

T = TypeVar("T")
SHOWN = 20


def read_playbook(network: Network, playbook: str | os.PathLike[str] | Mapping[str, Any] | None) -> Playbook:
    """The playbook of a file, a dict, or the network's own.

    Raises InvalidNetwork with everything that is wrong with it (`.problems`), ParseError for what is no JSON.
    """
    name = "playbook"
    if playbook is None:
        said: Any = network.playbook
        if not said:
            raise CoopnetError(_no_playbook(network))
    elif isinstance(playbook, str | os.PathLike):
        name = Path(playbook).name
        text = read_text(Path(playbook))
        _core.require_json(text, os.fspath(playbook))
        said = json.loads(text)
    else:
        said = playbook
    reader = _Reader(network, name)
    read = reader.playbook(said)
    if reader.problems:
        raise _invalid(reader.problems)
    assert read is not None
    return read


def _no_playbook(network: Network) -> str:
    if network.disclosure:
        return (
            f"The network {network.name} has no playbook: the public profile takes it away, for its texts may tell "
            "what is hidden. Give one that is written for the public: playbook=, or --playbook FILE."
        )
    return (
        f"The network {network.name} has no playbook, and nothing to play without one. Give one: playbook=, or "
        "--playbook FILE, with steps that have an id, a title, a text and the ids of their ties."
    )


def _invalid(problems: Sequence[Problem]) -> InvalidNetwork:
    lines = [f"{problem.file}, {problem.column}: {problem.message}" for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(f"… and {len(problems) - SHOWN} more (.problems has them all).")
    return InvalidNetwork("\n".join(lines), problems)


class _Reader:
    """Reads what a playbook says against a network, and gathers what is wrong with it."""

    def __init__(self, network: Network, file: str) -> None:
        self.network = network
        self.file = file
        self.problems: list[Problem] = []
        self.branches: tuple[Branch, ...] = ()
        self.added: set[str] = set()  # actors that some branch brings
        self.step_ids: list[str] = []

    def playbook(self, said: Any) -> Playbook | None:
        known = ("title", "over", "goal", "steps", "pathways", "exercises", "branches")
        if not isinstance(said, Mapping):
            self.wrong("playbook", 'It is no object. Write {"title": …, "steps": [ … ]}.')
            return None
        self.only(said, "playbook", known)
        self.branches = branches = self.each(said, "branches", "branch", self.branch)
        self.added = {actor for branch in branches for actor in branch.after.actors} - set(self.network.actors)
        self.step_ids = [str(step.get("id")) for step in _objects(said.get("steps"))]
        if not said.get("steps"):
            self.wrong("steps", "There is none. Write at least one, with an id, a title, a text and its ties.")
        goal = self.goal(said, "goal", None) if said.get("goal") is not None else None
        playbook = Playbook(
            title=self.said(said, "title", "playbook") if "title" in said else _all(self.network.title),
            over=self.projection(said.get("over"), "over"),
            steps=self.each(said, "steps", "step", self.step),
            routes=self.each(said, "pathways", "pathway", self.route),
            exercises=self.each(said, "exercises", "exercise", lambda item, at: self.exercise(item, at, goal)),
            branches=branches,
        )
        self.once("step", [step.id for step in playbook.steps])
        self.once("branch", [branch.id for branch in branches])
        return playbook

    # --- the parts ------------------------------------------------------------------
    def step(self, item: Mapping[str, Any], at: str) -> Step:
        known = ("id", "title", "text", "note", "ties", "actors", "sources", "after_days", "days_low", "days_high")
        self.only(item, at, (*known, "days_from"))
        ties = self.ids(item, "ties", at, self.network.ties, "tie")
        actors = self.ids(item, "actors", at, self.network.actors, "actor")
        if not item.get("ties") and not item.get("actors"):
            self.wrong(f"{at}, ties", "It shows nothing. Name ties by their ids, or actors where no tie is recorded.")
        return Step(
            id=self.text(item, "id", at),
            title=self.said(item, "title", at),
            text=self.said(item, "text", at),
            note=self.said(item, "note", at) if "note" in item else {},
            ties=ties,
            actors=actors,
            sources=self.ids(item, "sources", at, self.network.sources, "source"),
            days=self.days(item, at),
            days_from=self.another_step(item, at),
        )

    def route(self, item: Mapping[str, Any], at: str) -> Route:
        self.only(item, at, ("id", "text", "from", "to", "over", "via", "avoid"))
        over = self.projection(item.get("over"), f"{at}, over")
        return Route(
            id=self.text(item, "id", at),
            text=self.said(item, "text", at),
            source=self.actor(item.get("from"), f"{at}, from"),
            goal=Goal(self.actor(item.get("to"), f"{at}, to"), over),
            via=self.ids(item, "via", at, self.network.actors, "actor"),
            avoid=self.ids(item, "avoid", at, self.network.actors, "actor"),
        )

    def exercise(self, item: Mapping[str, Any], at: str, goal: Goal | None) -> Exercise:
        self.only(item, at, ("step", "ask", "goal", "choices"))
        goal = self.goal(item, f"{at}, goal", goal)
        step = self.text(item, "step", at)
        if step and step not in self.step_ids:
            self.wrong(f"{at}, step", f'There is no step "{step}".{_nearest(step, self.step_ids)}')
        choices = self.each(item, "choices", f"{at}, choice", lambda one, where: self.choice(one, where, goal))
        if len(choices) < 2:
            self.wrong(f"{at}, choices", "There is nothing to choose. Write at least two.")
        elif not any(choice.right or choice.right is None for choice in choices):
            self.wrong(f"{at}, choices", 'None is right. Write "right": true at one of them.')
        return Exercise(step, self.said(item, "ask", at), choices, goal)

    def choice(self, item: Mapping[str, Any], at: str, goal: Goal | None) -> Choice:
        self.only(item, at, ("text", "actor", "right"))
        actor = self.actor(item["actor"], f"{at}, actor") if item.get("actor") is not None else None
        right = item.get("right")
        if right is not None and not isinstance(right, bool):
            self.wrong(f"{at}, right", f"{right!r} is no answer. Write true or false.")
            right = None
        elif right is None and (actor is None or goal is None):
            remedy = "true or false" if actor is None else "true or false, or a goal that pathways are to reach"
            self.wrong(f"{at}, right", f"It is not said whether it is right. Write {remedy}.")
        if actor is None or "text" in item:
            return Choice(self.said(item, "text", at), actor, right)
        return Choice(self.named(actor), actor, right)

    def branch(self, item: Mapping[str, Any], at: str) -> Branch:
        self.only(item, at, ("id", "text", "note", "scenario"))
        name = self.text(item, "id", at)
        text = self.said(item, "text", at)
        note = self.said(item, "note", at) if "note" in item else {}
        edits = item.get("scenario")
        scenario, after = Scenario(name), self.network
        if not isinstance(edits, Sequence) or isinstance(edits, str) or not edits:
            self.wrong(f"{at}, scenario", 'It changes nothing. Write a list of edits: {"edit": "remove", "actor": …}.')
        else:
            try:
                scenario = Scenario(name, tuple(edits))
                after = scenario.apply(self.network)
            except CoopnetError as error:
                self.wrong(f"{at}, scenario", str(error))
        return Branch(name, text, note, scenario, after)

    def goal(self, item: Mapping[str, Any], at: str, default: Goal | None) -> Goal | None:
        said = item.get("goal")
        if said is None:
            return default
        if isinstance(said, Mapping):
            self.only(said, at, ("actor", "over"))
            return Goal(self.actor(said.get("actor"), at), self.projection(said.get("over"), f"{at}, over"))
        return Goal(self.actor(said, at), Projection())

    # --- values ---------------------------------------------------------------------
    def wrong(self, where: str, message: str) -> None:
        self.problems.append(Problem(self.file, None, where, message))

    def only(self, item: Mapping[str, Any], at: str, known: Sequence[str]) -> None:
        for key in item:
            if key not in known:
                hint = _nearest(str(key), known) or f" Known: {', '.join(known)}."
                self.wrong(at, f'"{key}" says nothing here.{hint}')

    def each(
        self, item: Mapping[str, Any], key: str, name: str, read: Callable[[Mapping[str, Any], str], T]
    ) -> tuple[T, ...]:
        items = item.get(key, [])
        if not isinstance(items, Sequence) or isinstance(items, str):
            self.wrong(key, "It is no list. Write [ … ].")
            return ()
        found = []
        for number, one in enumerate(items, 1):
            at = _called(name, number, one)
            if isinstance(one, Mapping):
                found.append(read(one, at))
            else:
                self.wrong(at, "It is no object. Write { … }.")
        return tuple(found)

    def once(self, what: str, ids: Sequence[str]) -> None:
        for number, name in enumerate(ids, 1):
            if name and name in ids[: number - 1]:
                first = ids.index(name) + 1
                self.wrong(f'{what} {number} "{name}", id', f"{what.capitalize()} {first} is called so. Name it anew.")

    def text(self, item: Mapping[str, Any], key: str, at: str) -> str:
        said = item.get(key)
        if isinstance(said, str) and said.strip():
            return said
        self.wrong(f"{at}, {key}", "It is missing. Write a text.")
        return ""

    def said(self, item: Mapping[str, Any], key: str, at: str) -> Said:
        said = item.get(key)
        where = f"{at}, {key}"
        if isinstance(said, str) and said.strip():
            return dict.fromkeys(LANGUAGES, said)
        if not isinstance(said, Mapping):
            self.wrong(where, 'It is missing. Write {"en": …, "id": …}, or one text for all languages.')
            return {}
        for language in LANGUAGES:
            if not isinstance(said.get(language), str) or not said[language].strip():
                self.wrong(where, f'It says nothing in "{language}". Write it, or one text for all languages.')
        return {language: text for language, text in said.items() if isinstance(text, str)}

    def named(self, actor: str) -> Said:
        holders = [self.network, *(branch.after for branch in self.branches)]
        holder = next((network for network in holders if actor in network.actors), None)
        return _all(lambda language: holder.label(actor, language) if holder else actor)

    def ids(self, item: Mapping[str, Any], key: str, at: str, table: Any, what: str) -> tuple[str, ...]:
        said = item.get(key) or ()
        if isinstance(said, str) or not isinstance(said, Sequence):
            self.wrong(f"{at}, {key}", "It is no list of ids. Write [ … ].")
            return ()
        known = []
        for name in said:
            if isinstance(name, str) and name in table:
                known.append(name)
            else:
                self.wrong(f"{at}, {key}", f'There is no {what} "{name}".{_nearest(str(name), list(table))}')
        return tuple(dict.fromkeys(known))

    def actor(self, said: Any, where: str) -> str:
        if isinstance(said, str) and (said in self.network.actors or said in self.added):
            return said
        if said is None:
            self.wrong(where, "It is missing. Write the id of an actor.")
        else:
            hint = _nearest(str(said), [*self.network.actors, *self.added])
            self.wrong(where, f'There is no actor "{said}".{hint}')
        return ""

    def projection(self, said: Any, where: str) -> Projection:
        if said is None:
            return Projection()
        known = [field.name for field in fields(Projection)]
        if not isinstance(said, Mapping) or not said.keys() <= set(known):
            self.wrong(where, f"Write an object with keywords of a projection: {', '.join(known[:8])} …")
            return Projection()
        try:
            over = Projection(**said)
            self.network.freeze(over)
            return over
        except (CoopnetError, TypeError, AttributeError) as error:
            self.wrong(where, str(error))
            return Projection()

    def days(self, item: Mapping[str, Any], at: str) -> tuple[float, float] | None:
        values = {}
        for key in ("after_days", "days_low", "days_high"):
            value = item.get(key)
            if value is None:
                continue
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value < float("inf"):
                self.wrong(f"{at}, {key}", f"{value!r} is no number of days. Write 0 or more.")
            else:
                values[key] = value
        if "after_days" in values:
            if len(values) > 1:
                self.wrong(f"{at}, after_days", "Write after_days, or days_low and days_high, not both.")
            return values["after_days"], values["after_days"]
        if len(values) == 1:
            self.wrong(f"{at}, {next(iter(values))}", "Write both days_low and days_high, or after_days.")
        if len(values) < 2:
            return None
        if values["days_low"] > values["days_high"]:
            self.wrong(f"{at}, days_low", f"{values['days_low']} is more than days_high. Turn them round.")
        return values["days_low"], values["days_high"]

    def another_step(self, item: Mapping[str, Any], at: str) -> str | None:
        name = item.get("days_from")
        if name is None:
            return None
        others = [other for other in self.step_ids if other != item.get("id")]
        if name not in others:
            self.wrong(f"{at}, days_from", f'There is no other step "{name}".{_nearest(str(name), others)}')
        return str(name)


def _all(say: Callable[[str], str]) -> Said:
    return {language: say(language) for language in LANGUAGES}


def _objects(items: Any) -> list[Mapping[str, Any]]:
    return [item for item in items if isinstance(item, Mapping)] if isinstance(items, list | tuple) else []


def _called(name: str, number: int, item: Any) -> str:
    """step 3 "i247"."""
    called = item.get("id") if isinstance(item, Mapping) else None
    return f'{name} {number} "{called}"' if isinstance(called, str) and called else f"{name} {number}"


def _nearest(name: str, known: Sequence[str]) -> str:
    return _core.nearest_hint(name, list(known))
