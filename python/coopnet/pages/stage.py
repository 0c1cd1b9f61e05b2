"""The network that a player's picture shows: who has a part in the playbook, and whoever some branch brings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .. import _core
from ..errors import InvalidOption
from ..network import Network
from ..scenario import Scenario
from ..scenario.edits import Edit, core_edits
from .playbook import Branch, Playbook
from .ways import Outcome

__all__ = ["Change", "Stage", "staged"]


@dataclass(frozen=True)
class Change:
    """What a branch does to the stage, as ids of its network."""

    removed_actors: frozenset[str]
    removed_ties: frozenset[str]
    added_actors: frozenset[str]
    added_ties: frozenset[str]
    changed_actors: frozenset[str]
    changed_ties: frozenset[str]
    names: dict[str, str]  # of ties that it adds: their id in the branch's network, and on the stage


@dataclass(frozen=True)
class Stage:
    recorded: Network  # who has a part, as recorded
    whole: Network  # and all that branches add
    changes: tuple[Change, ...]  # by branch
    actor_fates: list[str]
    tie_fates: list[str]

    @property
    def variants(self) -> dict[str, Any]:
        """What the core draws a second time: all that some branch removes or changes."""
        core = self.whole.core

        def rows(actors: Iterable[str], ties: Iterable[str]) -> tuple[list[int], list[int]]:
            return [core.actor(key) for key in actors], [core.tie(key) for key in ties]

        return {
            "difference": (self.recorded.core, "", self.actor_fates, self.tie_fates),
            "removed": rows(_all(self.changes, "removed_actors"), _all(self.changes, "removed_ties")),
            "changed": rows(_all(self.changes, "changed_actors"), _all(self.changes, "changed_ties")),
        }


def staged(network: Network, playbook: Playbook, outcomes: Iterable[Outcome]) -> Stage:
    """The stage of a playbook; those on the pathways of `outcomes` have a part in it."""
    recorded = _with_part(network, _parts(network, playbook, outcomes))
    merged, places = _merged(playbook.branches)
    core, actor_fates, tie_fates, actor_edits, tie_edits = _core.scenario.overlaid(
        recorded.core, core_edits(merged), []
    )
    whole = Network(core)
    actor_of = {
        edit: key for key, fate, edit in zip(whole.actors, actor_fates, actor_edits, strict=True) if fate == "added"
    }
    tie_of = {edit: key for key, fate, edit in zip(whole.ties, tie_fates, tie_edits, strict=True) if fate == "added"}
    changes = tuple(
        _change(recorded, branch, mine, actor_of, tie_of)
        for branch, mine in zip(playbook.branches, places, strict=True)
    )
    return Stage(recorded, whole, changes, list(actor_fates), list(tie_fates))


# --- who has a part ---------------------------------------------------------------------


def _parts(network: Network, playbook: Playbook, outcomes: Iterable[Outcome]) -> set[str]:
    edits = [edit for branch in playbook.branches for edit in branch.scenario.edits]
    named = [tie for step in playbook.steps for tie in step.ties]
    named += [edit[key] for edit in edits for key in ("tie", "id") if edit.get(key) in network.ties]
    ties = [network.ties[tie] for tie in named]
    parts = {end for tie in ties for end in (tie.source, tie.target)}
    parts |= {actor for step in playbook.steps for actor in step.actors}
    parts |= {choice.actor for exercise in playbook.exercises for choice in exercise.choices if choice.actor}
    parts |= {exercise.goal.actor for exercise in playbook.exercises if exercise.goal}
    for route in playbook.routes:
        parts |= {route.source, route.goal.actor, *route.via}
    parts |= {edit[key] for edit in edits for key in ("actor", "source", "target", "instrument", "id") if edit.get(key)}
    parts |= {actor for outcome in outcomes for way in outcome.ways for actor in way.actors}
    return parts


def _with_part(network: Network, parts: set[str]) -> Network:
    """The network without actors that have no part; states name the banks, and an instrument takes its ties along."""
    words = network.vocabulary
    instruments = {
        tie.instrument for tie in network.ties.values() if tie.instrument and {tie.source, tie.target} <= parts
    }
    stay = parts | instruments
    edits = [
        {"edit": "remove", "actor": key}
        for key, actor in network.actors.items()
        if key not in stay and not (actor.kind and words.is_a(actor.kind, "state"))
    ]
    return Scenario(edits=tuple(edits)).apply(network) if edits else network


# --- branches ---------------------------------------------------------------------------


def _merged(branches: Iterable[Branch]) -> tuple[list[Edit], list[dict[int, int]]]:
    """All edits of the branches that add, equal ones once; and by branch, which of its edits is which of those.

    Added ties get ids of their own: the same name may stand for two ties in two branches.
    """
    merged: list[Edit] = []
    places: list[dict[int, int]] = []
    actors: dict[str, Edit] = {}
    for branch in branches:
        mine: dict[int, int] = {}
        for number, edit in enumerate(branch.scenario.edits):
            if edit["edit"] == "add_actor" and actors.setdefault(edit["actor"], edit) != edit:
                raise InvalidOption(
                    f'Two branches add the actor "{edit["actor"]}" and say different things of it, the second in '
                    f'branch "{branch.id}". Say the same, or name it differently.'
                )
            if not edit["edit"].startswith("add_"):
                continue
            plain = {key: value for key, value in edit.items() if key != "id"}
            if plain not in merged:
                merged.append(plain)
            mine[number] = merged.index(plain)
        places.append(mine)
    return merged, places


def _change(
    recorded: Network, branch: Branch, mine: dict[int, int], actor_of: dict[int, str], tie_of: dict[int, str]
) -> Change:
    after = branch.after
    edits = branch.scenario.edits
    core, actor_fates, tie_fates, _, tie_edits = _core.scenario.overlaid(recorded.core, core_edits(edits), [])
    laid = Network(core)
    names = {key: tie_of[mine[edit]] for edit, key in _added_by(laid.ties, tie_fates, tie_edits).items()}
    added = set(mine.values())
    return Change(
        removed_actors=frozenset(key for key in recorded.actors if key not in after.actors),
        removed_ties=frozenset(key for key in recorded.ties if key not in after.ties),
        added_actors=frozenset(actor_of[place] for place in added if actor_of.get(place) in after.actors),
        added_ties=frozenset(names.values()),
        changed_actors=_changed(laid.actors, actor_fates),
        changed_ties=_changed(laid.ties, tie_fates),
        names=names,
    )


def _added_by(ids: Iterable[str], fates: Iterable[str], edits: Iterable[int]) -> dict[int, str]:
    """By edit, what it added."""
    return {edit: key for key, fate, edit in zip(ids, fates, edits, strict=True) if fate == "added"}


def _changed(ids: Iterable[str], fates: Iterable[str]) -> frozenset[str]:
    return frozenset(key for key, fate in zip(ids, fates, strict=True) if fate == "changed")


def _all(changes: Iterable[Change], part: str) -> list[str]:
    return sorted({key for change in changes for key in getattr(change, part)})
