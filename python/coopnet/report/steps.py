"""Pathways as the report shows them: step by step, with certainty, dates and sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..ways import Pathway
from .case import Case
from .section import Column, Table, When

__all__ = ["route", "step_name", "steps_table", "unsure_steps", "weakest_step"]

_COLUMNS = ("source", "target", "relation", "when", "status", "reliability", "grade", "sources")


def steps_table(case: Case, name: str, caption: str, way: Pathway) -> Table:
    """Every step with who, by what, when, how sure, by which sources."""
    columns = [Column("step", case.say("column.step"))] + [Column(key, case.say(f"column.{key}")) for key in _COLUMNS]
    rows = [[number, *_cells(case, step)] for number, step in enumerate(way.rows(), start=1)]
    return Table(name, caption, columns, rows)


def _cells(case: Case, step: Mapping[str, Any]) -> list[Any]:
    return [
        case.cell(step["source"]),
        case.cell(step["target"]),
        _relation(case, step),
        When(step["since"] or "", step["until"] or ""),
        case.status(step["status"]),
        step["reliability"],
        step["grade"] if step["sources"] else "",
        case.sources(step["sources"]),
    ]


def _relation(case: Case, step: Mapping[str, Any]) -> str:
    """The relation in words; one that is walked against its direction says who does it."""
    tie = case.network.ties[step["ties"][0]]
    words = case.relation(tie["relation"])
    directed = case.network.vocabulary["relations"][tie["relation"]]["directed"]
    if directed and tie["source"] != step["source"]:
        return case.say("step.backwards", actor=case.name(tie["source"]), relation=words)
    return words


def route(case: Case, way: Pathway) -> str:
    """The actors of a pathway in a line."""
    return " → ".join(case.name(actor) for actor in way.actors)


def step_name(case: Case, step: Mapping[str, Any]) -> str:
    return f"{case.name(step['source'])} → {case.name(step['target'])}"


def weakest_step(way: Pathway) -> Mapping[str, Any]:
    """The step least likely to work; the first of equals."""
    return min(way.rows(), key=lambda step: step["reliability"])


def unsure_steps(ways: Sequence[Pathway]) -> list[Mapping[str, Any]]:
    """The inferred steps that stand on every one of these pathways."""
    if not ways:
        return []
    inferred = [[step for step in way.rows() if step["status"] == "inferred"] for way in ways]
    everywhere = set.intersection(*({step["ties"] for step in steps} for steps in inferred))
    return [step for step in inferred[0] if step["ties"] in everywhere]
