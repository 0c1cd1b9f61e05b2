"""Questions by name, and the numbers in their answers: for those that ask about questions."""

from __future__ import annotations

import importlib
import inspect
import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from . import _core
from .errors import InvalidOption, UnknownName
from .flows import Bottleneck, Conflicts, Flow, FlowCuts, Interdiction, Observed, Reconciled, Routes, Together, Waiting
from .pathways.apart import MinimumCuts
from .position import Blockmodel
from .tables import Counts, Matrix, PairScores, Rows, Scores, Value
from .ways import Pathway, Pathways, Reach

__all__ = ["FAMILIES", "found", "named", "numbers"]

# Of two questions of one name the earlier family's is meant.
FAMILIES = ("pathways", "centrality", "brokerage", "cohesion", "community", "position", "layers", "two_mode", "flows")

Question = Callable[..., Any]

# What of these answers can be compared: of a flow no amount of a tie, since other flows may be as good.
_NUMBERS: dict[type, tuple[str, ...]] = {
    Bottleneck: ("value",),
    Conflicts: (),
    Flow: ("value", "cost"),
    FlowCuts: ("value",),
    Interdiction: ("before", "value", "bound"),
    Observed: ("low", "person_days", "high", "longest", "unexplained"),
    Reconciled: ("value",),
    Routes: (),
    Together: ("value", "share", "cost"),
    Waiting: ("person_days", "waited", "left"),
}


def named() -> Iterator[tuple[str, Question]]:
    """Every question there is, as ("pathways.shortest", its function)."""
    for family in FAMILIES:
        module = importlib.import_module(f"coopnet.{family}")
        for name in module.__all__:
            question = getattr(module, name)
            if inspect.isfunction(question) and "over" in inspect.signature(question).parameters:
                yield f"{family}.{name}", question


def found(question: str | Question) -> Question:
    """A function, or the one of this name: ``"betweenness"``, ``"pathways.shortest"``."""
    if callable(question):
        return question
    known = dict(named())
    for name, function in known.items():
        if question in (name, name.partition(".")[2]):
            return function
    short = [name.partition(".")[2] for name in known]
    hint = _core.nearest_hint(question, [*short, *known])
    raise UnknownName(f'There is no question "{question}".{hint} Name one as "pathways.shortest" or "betweenness".')


def numbers(answer: Any) -> dict[Any, float]:
    """What can be compared of an answer: its numbers, by actor, by pair, by type or by name."""
    if answer is None:
        return {}
    if isinstance(answer, Pathways):
        answer = answer[0]
    if isinstance(answer, Pathway):
        names = ("steps", "cost", "delay_days", "reliability")
        return {name: float(getattr(answer, name)) for name in names}
    if isinstance(answer, Value):
        return {"value": float(answer)}
    if isinstance(answer, MinimumCuts):
        return {"size": math.nan if answer.size is None else float(answer.size), "sets": float(len(answer))}
    if type(answer) in _NUMBERS:
        return _of_flows(answer)
    if isinstance(answer, Rows):
        return {
            f"{key}: {column}": float(cell)
            for key, row in answer.items()
            for column, cell in row.items()
            if isinstance(cell, (int, float)) and not isinstance(cell, bool)
        }
    if isinstance(answer, (Scores, PairScores, Matrix, Blockmodel, Reach, Counts)):
        return {name: float(value) for name, value in answer.items()}
    raise InvalidOption(
        "Only scores, values, flows and pathways can be compared. Ask the question of each network alone."
    )


def _of_flows(answer: Any) -> dict[str, float]:
    told = {name: float(getattr(answer, name)) for name in _NUMBERS[type(answer)]}
    asked = {name: number for name, number in told.items() if name not in ("cost", "share") or not math.isnan(number)}
    if isinstance(answer, Reconciled):  # there is one
        return asked | dict(answer)
    if isinstance(answer, Sequence):
        return asked | {"routes" if isinstance(answer, Routes) else "sets": float(len(answer))}
    return asked
