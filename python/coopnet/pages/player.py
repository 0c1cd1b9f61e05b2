"""The page that plays a playbook: a cooperation flow told step by step on one fixed picture."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import InvalidOption
from ..files import write_files
from ..network import Network
from ..pictures import Picture, period_text, picture_texts
from ..privacy.redact import published
from ..projection import Projection
from ..ways import Pathway
from .content import content, drawn
from .page import Page, assembled
from .playbook import Choice, Exercise, Playbook, Step
from .playbook_reader import read_playbook
from .stage import Change, Stage, staged
from .ways import Outcome, from_actor, of_route

__all__ = ["Player", "Told", "play", "told"]


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


def play(
    network: Network,
    playbook: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    *,
    over: Projection | None = None,
    lang: str = "en",
    public: bool = False,
) -> Player:
    """A cooperation flow shown step by step on one picture whose places stay: a page to teach with.

    Each step says who acts, by which instrument, after how many days, how sure it is and on which source. At an
    exercise the class chooses who acts next, and the page says what the network says: which pathways remain, and how
    likely they are. Branches are what-ifs, computed here: which steps are lost, what becomes of the pathways. The
    page speaks English and Indonesian, needs no server and no network, prints as a handout (a page a step) and saves
    each step as PNG.

    Parameters
    ----------
    playbook
        A JSON file or a dict as `coopnet.pages.playbook` describes it; by default the network's own.
    over
        What the picture shows, in place of the playbook's `over`. Only who has a part in the playbook is drawn.
        Pathways are asked of the whole network, over what the playbook says of them.
    lang
        The language it opens in, ``"en"`` or ``"id"``.
    public
        Play on what `coopnet.redact` leaves with ``public=True``. That takes the network's own playbook away; give one
        that is written for the public.

    Raises
    ------
    InvalidNetwork
        The playbook names what is not there, or lacks what it needs: all of it, by step or exercise (`.problems`).
    CoopnetError
        There is no playbook.

    `.pictures()` and `.save_steps(folder, "pdf")` of the page give each step as the core draws it, for slides.

    Examples
    --------
    >>> import coopnet as cn
    >>> page = cn.play(cn.load("demo-referral"), lang="id")
    >>> page.title
    'Dari laporan keluarga sampai pulang: Alfa dan Bravo'
    >>> page.save("demo.html")  # doctest: +SKIP
    """
    said = told(published(network, public), playbook, over)
    return player(said, lang, *told_and_drawn(said, lang))


class Player(Page):
    """The page that `play` returns: it also gives each step as a picture that the core draws."""

    def __init__(self, title: str, html: str, svg: str, said: Told, lang: str) -> None:
        super().__init__(title, html, svg)
        self._said = said
        self._lang = lang

    def pictures(self, *, lang: str | None = None) -> tuple[Picture, ...]:
        """Each step as a picture with title, legend, sources and stamp; all have the same places."""
        return plates(self._said, lang or self._lang)

    def save_steps(
        self, folder: str | os.PathLike[str], format: str = "pdf", *, lang: str | None = None, dpi: float = 144
    ) -> tuple[Path, ...]:
        """Write each step as a ``"pdf"``, ``"png"`` or ``"svg"`` into a folder, all or none: 01-report.pdf …

        The folder is made if it is not there; other files in it stay.
        """
        if format not in FORMATS:
            raise InvalidOption(f'format="{format}" is not known. Choose one of: {", ".join(FORMATS)}.')
        names = [file_name(place, step.id, format) for place, step in enumerate(self._said.playbook.steps, 1)]
        drawn = [printed(picture, format, dpi) for picture in self.pictures(lang=lang)]
        write_files(folder, dict(zip(names, drawn, strict=True)))
        return tuple(Path(folder) / name for name in names)


FORMATS = ("pdf", "png", "svg")


def file_name(place: int, step: str, form: str) -> str:
    """02-verification.pdf; what a file system could misread in an id is left out."""
    return f"{place:02}-{re.sub(r'[^A-Za-z0-9_-]+', '-', step)[:60]}.{form}"


def printed(picture: Picture, form: str, dpi: float = 144) -> bytes:
    return picture.svg.encode() if form == "svg" else picture.printed(form, dpi=dpi)


def plates(said: Told, lang: str) -> tuple[Picture, ...]:
    """Every step as the core draws it, on the same places."""
    stage = said.stage.recorded
    core = stage.core
    view = stage.freeze(said.over, merges=False)
    steps = []
    for number, step in enumerate(said.playbook.steps, 1):
        ties = [stage.ties[tie] for tie in step.ties]
        ends = [actor for tie in ties for actor in (tie.source, tie.target)]
        steps.append(
            (
                f"{number} {step.title[lang]}",
                [core.tie(tie) for tie in step.ties],
                [core.actor(actor) for actor in dict.fromkeys([*step.actors, *ends])],
                [core.actor(actor) for actor in acting(stage, step)],
            )
        )
    drawings = _core.render.draw_plates(
        view,
        steps,
        layout="auto",
        theme="print",
        language=lang,
        texts=picture_texts(lang),
        period=period_text(said.over, lang),
        selection=str(said.over),
    )
    return tuple(Picture(drawing) for drawing in drawings)


def acting(network: Network, step: Step) -> list[str]:
    """Who acts in a step: those that its ties start from, and both ends where a tie runs both ways. Places never do."""
    words = network.vocabulary
    ties = [network.ties[tie] for tie in step.ties]
    both_ways = [tie.target for tie in ties if not words["relations"][tie.relation]["directed"]]
    ends = dict.fromkeys([*(tie.source for tie in ties), *both_ways])
    bodies = [actor for actor in ends if not words.is_a(network.actors[actor].kind or "", "place")]
    return list(dict.fromkeys([*step.actors, *bodies]))


def player(said: Told, lang: str, data: Mapping[str, Any], picture: Mapping[str, Any]) -> Player:
    """The page of a playbook."""
    html = assembled("player", data, picture, lang=lang)
    return Player(data["title"][lang], html, picture["svg"], said, lang)


def told_and_drawn(said: Told, lang: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the pages of a playbook know, and their picture."""
    stage = said.stage
    picture = drawn(stage.whole, said.over, "auto", lang, **stage.variants)
    data = content(stage.whole, said.over, picture, lang=lang, part=("play", "lesson"))
    return data | _Writer(said, data).data(), picture


class _Writer:
    """What the page knows beside the network: `python/web/src/player/data.ts` is its shape."""

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
