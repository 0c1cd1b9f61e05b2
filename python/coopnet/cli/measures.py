"""rank: actors, ties, groups or the whole network by a measure."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import Annotated, Any

import typer

from .. import _core
from ..errors import InvalidOption, UnknownName
from ..network import Network
from ..projection import Projection
from ..questions import named
from ..tables import PairScores, Scores
from .flags import Flags, command, flag, listed
from .output import Output
from .progress import bar

__all__ = ["labeled", "measures", "rank"]

# Options that are no flags of a measure: what every measure is given, and names that other flags have.
TAKEN = {"network", "progress", "over", "measure", "top", "lang", "out"} | {item.name for item in fields(Projection)}
# They have commands of their own.
FROM_ACTOR_TO_ACTOR = ("pathways", "flows")
KINDS = {"bool": bool, "int": int, "float": float, "str": str, "Groups": str, "States": str}


def complete_measure(incomplete: str) -> list[str]:
    return [name for name in measures() if name.startswith(incomplete)]


@cache
def measures() -> dict[str, Callable[..., Any]]:
    """Every question but those from one actor to another, by name; with its family where an earlier has the name."""
    known: dict[str, Callable[..., Any]] = {}
    for long, function in named():
        family, _, name = long.partition(".")
        if family not in FROM_ACTOR_TO_ACTOR:
            known[long if name in known else name] = function
    return known


def _measure(name: str) -> Callable[..., Any]:
    known = measures() | {
        long: function for long, function in named() if long.partition(".")[0] not in FROM_ACTOR_TO_ACTOR
    }
    if name not in known:
        hint = _core.nearest_hint(name, list(known))
        raise UnknownName(f'There is no measure "{name}".{hint} Measures: {", ".join(measures())}.')
    return known[name]


# --- options of measures as flags -----------------------------------------------------------


def _flags() -> list[inspect.Parameter]:
    """A flag for each option that some measure has and a flag can say; several measures may share one."""
    takers: dict[str, list[str]] = {}
    kinds: dict[str, Any] = {}
    for name, function in measures().items():
        for option, parameter in inspect.signature(function).parameters.items():
            kind = _kind(str(parameter.annotation))
            if option not in TAKEN and kind is not None:
                takers.setdefault(option, []).append(name)
                kinds.setdefault(option, kind)
    return [_flag(option, kinds[option], names) for option, names in takers.items()]


def _kind(annotation: str) -> Any:
    for choice in annotation.split(" | "):
        if choice in KINDS:
            return KINDS[choice]
        if choice in ("Iterable[str]", "Sequence[str]", "Collection[str]"):
            return list[str]
    return None


def _flag(option: str, kind: Any, names: list[str]) -> inspect.Parameter:
    dashed = "--" + option.replace("_", "-")
    spelled = f"{dashed}/--no-{dashed[2:]}" if kind is bool else dashed
    more = {"metavar": "A,B"} if kind == list[str] else {}
    some = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    return flag(option, kind | None, None, f"Of {some}.", spelled, rich_help_panel="Options of measures", **more)


def _given(**flags: Any) -> dict[str, Any]:
    said = {name: value for name, value in flags.items() if value is not None}
    return {name: listed(value) if isinstance(value, list) else value for name, value in said.items()}


def _fitting(measure: str, function: Callable[..., Any], options: Mapping[str, Any]) -> dict[str, Any]:
    """The options as the measure takes them: `of` may name the measure that a measure is about."""
    takes = inspect.signature(function).parameters
    fitting = {"measure" if name == "of" and "measure" in takes else name: value for name, value in options.items()}
    for name in fitting:
        if name not in takes:
            raise InvalidOption(f"{measure} takes no --{name.replace('_', '-')}. Leave it out.")
    for name, parameter in takes.items():
        many = parameter.kind in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL)
        if parameter.default is parameter.empty and not many and name not in ("network", *fitting):
            raise InvalidOption(f"{measure} needs --{'of' if name == 'measure' else name.replace('_', '-')}. Say it.")
    return fitting


# --- the command ----------------------------------------------------------------------------


def _documented(function: Callable[..., Any]) -> Callable[..., Any]:
    function.__doc__ = (
        "Rank actors or ties by a measure, highest first, equals share a rank; or show a measure of the whole.\n\n"
        f"Measures: {', '.join(measures())}."
    )
    return function


@command(options=Flags(_flags(), _given))
@_documented
def rank(
    network: Network,
    over: Projection,
    output: Output,
    options: dict[str, Any],
    measure: Annotated[
        str, typer.Option(help="degree, betweenness, constraint, density …", autocompletion=complete_measure)
    ] = "betweenness",
    top: Annotated[int, typer.Option(min=1, help="How many actors or ties to show, highest first.")] = 10,
) -> None:
    function = _measure(measure)
    fitting = _fitting(measure, function, options)
    if "progress" in inspect.signature(function).parameters:
        with bar("Working") as progress:
            answer = function(network, over=over, progress=progress, **fitting)
    else:
        answer = function(network, over=over, **fitting)
    if not isinstance(answer, (Scores, PairScores)):
        output.show(answer, rows=labeled(network, answer.rows(), output.lang))
        return
    best = answer.top(top)
    rows = labeled(network, best.rows(), output.lang)
    if isinstance(answer, Scores):
        ranks = answer.ranks()
        rows = [{"rank": ranks.get(row["id"])} | row for row in rows]
    output.show(best, rows=rows)


def labeled(network: Network, rows: list[dict[str, Any]], lang: str) -> list[dict[str, Any]]:
    """The rows with the name of each actor behind its id."""
    return [dict(_labels(network, row, lang)) for row in rows]


def _labels(network: Network, row: Mapping[str, Any], lang: str) -> Any:
    for column, cell in row.items():
        yield column, cell
        if column == "id" and cell in network.actors:
            yield "name", network.label(cell, lang)
