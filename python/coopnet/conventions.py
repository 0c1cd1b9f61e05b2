"""What a number assumes, said in the same words everywhere, and the numbers of other tools."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar, cast

from . import _core
from .errors import InvalidOption
from .projection import Projection

__all__ = ["As", "direction", "lengths", "reproduces", "stated", "strengths"]

Question = TypeVar("Question", bound=Callable[..., Any])

TOOLS = {"networkx": "NetworkX", "igraph": "igraph (Python)", "sna": "sna (R)", "ucinet": "UCINET"}


def stated(
    view: _core.View,
    over: Projection | None,
    what: str,
    *,
    ties: str,
    normalized: str = "no",
    disconnected: str = "makes no difference",
    loops: str,
) -> str:
    """The convention of a result: what is counted, and the six things on which tools differ."""
    return (
        f"{what} Ties: {ties}. Normalized: {normalized}. Disconnected: {disconnected}. "
        f"Direction: {direction(view)}. Parallel ties: {_parallel(view, over)}. Loops: {loops}."
    )


def direction(view: _core.View) -> str:
    """How the ties of a view run."""
    if not view.directed:
        return "undirected"
    return "directed, some ties both ways" if view.both_ways.any() else "directed"


def lengths(view: _core.View) -> str:
    """How long a tie is, for questions about pathways."""
    return {
        "none": "each has length 1",
        "cost": "the weight is the length",
        "strength": "length 1/strength",
        "probability": "length −ln(probability)",
    }[view.meaning]


def strengths(view: _core.View) -> str:
    """How much a tie counts, for questions about strength."""
    return "all alike" if view.meaning == "none" else f"by {view.meaning}"


def _parallel(view: _core.View, over: Projection | None) -> str:
    rule = (over or Projection()).parallel
    if rule == "keep":
        return "kept, each by itself"
    if rule != "auto":
        return f"merged by {rule}"
    merged = {"strength": ", strengths added", "cost": ", the least cost", "probability": ", the greatest probability"}
    return "merged" + merged.get(view.meaning, "")


# --- other tools --------------------------------------------------------------------


@dataclass(frozen=True, init=False)
class As:
    """How to ask so that the answer is another tool's: options, changes of the projection, a factor.

    `note` says in a sentence what the tool does that these reproduce.
    """

    options: Mapping[str, Any]
    over: Mapping[str, Any] = field(default_factory=dict)
    scaled: float = 1
    note: str = ""

    def __init__(self, *, over: Mapping[str, Any] | None = None, scaled: float = 1, note: str = "", **options: Any):
        for name, value in {"options": options, "over": dict(over or {}), "scaled": scaled, "note": note}.items():
            object.__setattr__(self, name, value)


def reproduces(**tools: As) -> Callable[[Question], Question]:
    """A question whose `convention=` gives the numbers of other tools.

    The question names `convention: str | None = None` in its signature; this reads it. What is asked for
    in words wins over what the tool does, and that over the defaults of the question.
    """

    def decorate(question: Question) -> Question:
        @wraps(question)
        def asked(
            network: Any,
            *subjects: Any,
            over: Projection | None = None,
            convention: str | None = None,
            **options: Any,
        ) -> Any:
            if convention is None:
                return question(network, *subjects, over=over, **options)
            tool = _known(convention, tools, question.__name__)
            over = (over or Projection()).replace(**tool.over) if tool.over else over
            answer = question(network, *subjects, over=over, **{**tool.options, **options})
            return answer.told_as(convention, f"As in {TOOLS[convention]}.", tool.scaled)

        asked.tools = tools  # type: ignore[attr-defined]
        return cast(Question, asked)

    return decorate


def _known(convention: str, tools: Mapping[str, As], question: str) -> As:
    if convention in tools:
        return tools[convention]
    if convention in TOOLS:
        raise InvalidOption(f"{TOOLS[convention]} has no {question}. It is compared with: {', '.join(tools)}.")
    hint = _core.nearest_hint(convention, list(TOOLS))
    raise InvalidOption(f'convention="{convention}" is not known.{hint} Choose one of: {", ".join(tools)}.')
