"""figures: what sources report, what of it cannot all be true, what fits best, how far people came."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

import typer

from .. import _core, flows
from ..errors import InvalidOption, UnknownName
from ..flows.told import figures_within
from ..network import Network, Record
from ..privacy.suppress import HIDDEN
from ..projection import Projection
from ..show import shown
from .flags import command, listed
from .output import Listing, Output
from .progress import bar
from .terminal import note, print_lines

__all__ = ["figures"]

_QUESTIONS: dict[str, Any] = {"rich_help_panel": "Instead of the list"}
_WHICH: dict[str, Any] = {"rich_help_panel": "Which figures are listed (lists by commas; - is the empty cell)"}
Choice = list[str] | None
Chosen = Mapping[str, Sequence[str | None]]


def _choice(text: str) -> Any:
    return typer.Option(metavar="A,B", help=text, **_WHICH)


@command
def figures(
    network: Network,
    over: Projection,
    output: Output,
    measure: Annotated[Choice, _choice("What is counted: a relation such as repatriates, or a name.")] = None,
    group: Annotated[Choice, _choice("Of whom: men, women …; - is all of them.")] = None,
    origin: Annotated[Choice, _choice("Where they come from.")] = None,
    destination: Annotated[Choice, _choice("Where they go to.")] = None,
    conflicts: Annotated[
        bool, typer.Option("--conflicts", help="Smallest sets that cannot all be true.", **_QUESTIONS)
    ] = False,
    reconcile: Annotated[
        bool, typer.Option("--reconcile", help="What the closest balanced flow makes of each figure.", **_QUESTIONS)
    ] = False,
    stages: Annotated[
        bool, typer.Option("--stages", help="How many reached each stage of the way.", **_QUESTIONS)
    ] = False,
    window: Annotated[
        str | None, typer.Option(help="With --stages: month, quarter, year … apart.", **_QUESTIONS)
    ] = None,
) -> None:
    """List what sources report: value or interval, what it counts, days, sources and the best grade.

    --during, --without-sources and --min-grade choose among figures. Exit code 1 if there is none.
    """
    wanted = {"measure": measure, "group": group, "origin": origin, "destination": destination}
    chosen = {name: listed(items) for name, items in wanted.items() if items}
    _require(conflicts + reconcile + stages, chosen, window is not None and not stages)
    asked = None if over == Projection() else over
    if conflicts:
        found = flows.conflicts(network, over=asked)
        if output.is_read:
            print_lines(found.explain(output.lang))
        output.show(found, seen=[])
    elif reconcile:
        with bar("Reconciling") as progress:
            fitted = flows.reconcile(network, over=_of_persons(over), progress=progress)
        output.show(fitted.residuals, rows=[_fit(network, row) for row in fitted.residuals.shown_rows()])
        if fitted.unused and not output.as_json:
            note(f"Figures that say nothing about these ties: {len(fitted.unused)}.")
    elif stages:
        reached = flows.stages(network, window=window, over=asked)
        output.show(reached, seen=_reached(reached, output.lang))
    else:
        _list(network, over, chosen, output)


def _require(questions: int, chosen: Chosen, window_alone: bool) -> None:
    if questions > 1:
        raise InvalidOption("--conflicts, --reconcile and --stages are a question each. Ask one.")
    if questions and chosen:
        names = ", ".join(f"--{name}" for name in chosen)
        raise InvalidOption(f"{names}: these choose among the list. Leave out the question, or them.")
    if window_alone:
        raise InvalidOption("--window tells stages apart in time. Add --stages.")


def _of_persons(over: Projection) -> Projection:
    return over if over.to_dict().keys() & {"layers", "relations"} else over.replace(layers="flow")


def _fit(network: Network, row: dict[str, Any]) -> dict[str, Any]:
    """A residual, and what the figure counts."""
    figure = network.figures[row["id"]]
    what = {name: figure.get(name) or "" for name in ("measure", "group", "origin", "destination")}
    return {"id": row["id"], **what, **row}


def _reached(stages: flows.Stages, lang: str) -> list[dict[str, Any]]:
    """The stages of which something is told, by name, as the screen has room for them."""
    label = stages.network.vocabulary.label
    names = ("during", "count", "low", "high", "held", "after", "gap", "figures")
    return [
        {"stage": label("stages", row["stage"], lang)}
        | {name: row[name] for name in names}
        | {"after": label("stages", row["after"], lang) if row["after"] else ""}
        for row in stages.shown_rows()
        if not all(row[name] != row[name] for name in ("count", "held"))
    ]


def _list(network: Network, over: Projection, chosen: Chosen, output: Output) -> None:
    for name in ("origin", "destination"):
        for actor in chosen.get(name, ()):
            if actor is not None:
                network.core.actor(actor)
    for name in ("measure", "group"):
        for value in chosen.get(name, ()):
            _require_told(network, name, value)
    network.freeze(over, merges=False)  # it refuses days and grades that are none
    rows = list(_rows(network, over, chosen))
    sources = list(dict.fromkeys(source for row in rows for source in row["sources"]))
    output.show(
        Listing("figures", network.name, rows, [f"Figures: {len(rows)} of {len(network.figures)}."], sources),
        seen=[_seen(row) for row in rows],
    )
    if not rows:
        raise typer.Exit(1)


def _require_told(network: Network, column: str, value: str | None) -> None:
    """Refuses what no figure of the network says, naming what is nearest to it."""
    told = {figure.get(column) or None for figure in network.figures.values()}
    if value is not None and value not in told:
        hint = _core.nearest_hint(value, sorted(name for name in told if name))
        raise UnknownName(f'No figure has the {column} "{value}".{hint}')


def _rows(network: Network, over: Projection, chosen: Chosen) -> Iterator[dict[str, Any]]:
    places = {key: place for place, key in enumerate(network.figures)}
    for figure in figures_within(network, over):
        if all((figure.get(name) or None) in wanted for name, wanted in chosen.items()):
            yield _row(network, figure, places[figure.id])


def _row(network: Network, figure: Record, place: int) -> dict[str, Any]:
    hidden = figure.get("suppressed") == "c"
    row: dict[str, Any] = {name: figure.get(name) or "" for name in ("id", "measure", "group", "origin", "destination")}
    row |= {name: HIDDEN if hidden else _number(figure.get(name)) for name in ("value", "low", "high")}
    row |= {"counts": network.core.counting_of(place)}
    row |= {name: figure.get(name) or "" for name in ("since", "until", "as_of", "part_of")}
    sources = tuple(figure.sources or ())
    return row | {"sources": sources, "grade": network.core.weakest_grade([], [place])}


def _seen(row: dict[str, Any]) -> dict[str, Any]:
    """As the screen has room for it: the number in one cell, the days in another."""
    days = "/".join(dict.fromkeys(day for day in (row["since"], row["until"]) if day)) or row["as_of"]
    names = ("id", "measure", "group", "origin", "destination")
    told = {name: row[name] for name in names} | {"number": _told(row), "counts": row["counts"], "days": days}
    return told | {"sources": row["sources"], "grade": row["grade"]}


def _told(row: dict[str, Any]) -> str:
    low, high = row["low"], row["high"]
    if row["value"] is not None:
        return shown(row["value"])
    if low is not None and high is not None:
        return f"{shown(low)}–{shown(high)}"
    return f"≥ {shown(low)}" if low is not None else f"≤ {shown(high)}" if high is not None else ""


def _number(value: Any) -> float | None:
    return None if value is None or math.isnan(value) else float(value)
