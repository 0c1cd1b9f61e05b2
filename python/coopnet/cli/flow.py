"""flow: how much can get from one actor to another, by which routes, and which ties hold it up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from .. import flows
from ..errors import InvalidOption
from ..network import Network
from ..privacy.suppress import HIDDEN
from ..projection import Projection
from .complete import complete_actor
from .flags import command, several
from .output import Output
from .progress import bar
from .terminal import note

__all__ = ["flow"]

_LIMITS: dict[str, Any] = {"rich_help_panel": "What limits the flow"}
_ENDS = {"autocompletion": complete_actor}


@command
def flow(
    network: Network,
    source: Annotated[str, typer.Argument(metavar="FROM", help="Whom it comes from; several by commas.", **_ENDS)],
    target: Annotated[str, typer.Argument(metavar="TO", help="Whom it goes to; several by commas.", **_ENDS)],
    over: Projection,
    output: Output,
    cost: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="At the least cost, by this column of the ties.")
    ] = None,
    amount: Annotated[float | None, typer.Option(min=0, help="With --cost: how much flows; else the most.")] = None,
    cut: Annotated[bool, typer.Option("--cut", help="All sets of ties of least capacity that hold it up.")] = False,
    routes: Annotated[bool, typer.Option("--routes", help="The routes it takes, each with its amount.")] = False,
    least: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="What ties must carry at least.", **_LIMITS)
    ] = None,
    room: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="A column of the actors: how much passes each.", **_LIMITS)
    ] = None,
    unlimited: Annotated[
        bool, typer.Option("--unlimited", help="A tie without a capacity holds anything.", **_LIMITS)
    ] = False,
    max_results: Annotated[int, typer.Option(min=1, help="At most so many cuts, or routes.")] = 1000,
    time_limit: Annotated[float | None, typer.Option(help="Seconds for cuts or routes; then those found.")] = None,
) -> None:
    """Find the most that flows from one actor to another through the capacities of the ties, an amount a tie.

    Exit code 1 if nothing can.
    """
    _require(cut, routes, cost, amount, least)
    sources, targets = several(source), several(target)
    limits: dict[str, Any] = {"room": room, "unlimited": unlimited, "over": over}
    stops: dict[str, Any] = {"max_results": max_results, "time_limit": time_limit}
    with bar("Flowing") as progress:
        limits["progress"] = progress
        found: Any
        if cut:
            found = flows.minimum_cut(network, sources, targets, **limits, **stops)
        elif cost is not None:
            found = flows.minimum_cost(network, sources, targets, amount=amount, cost=cost, least=least, **limits)
        else:
            found = flows.maximum(network, sources, targets, least=least, **limits)
        value = found.value
        priced = getattr(found, "cost", None) if cost is not None else None
        if routes:
            found = flows.decompose(found, **stops, progress=progress)
    rows = [_with_names(network, row, output.lang) for row in found.rows()]
    output.show(found, rows=rows, seen=rows if cut or routes else _used(rows))
    if not output.as_json:
        note(_in_all(network, value, priced))
    if value == 0:
        raise typer.Exit(1)


def _require(cut: bool, routes: bool, cost: str | None, amount: float | None, least: str | None) -> None:
    if cut and (routes or cost is not None or least is not None):
        raise InvalidOption("--cut is a question of its own. Leave --routes, --cost and --least out.")
    if amount is not None and cost is None:
        raise InvalidOption("--amount is what flows at the least --cost. Say which column that is.")


def _in_all(network: Network, value: float, cost: float | None) -> str:
    if 0 < value < network.disclosure.get("k", 0):
        return f"In all: {HIDDEN}."
    return f"In all: {value:g}." if cost is None else f"In all: {value:g}, at a cost of {cost:g}."


def _used(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The ties that carry something, as the screen shows them."""
    columns = ("tie", "source", "source_name", "target", "target_name", "stage", "amount")
    return [{name: row[name] for name in columns} for row in rows if row["amount"]]


def _with_names(network: Network, row: dict[str, Any], lang: str) -> dict[str, Any]:
    if "actors" in row and "circle" in row:
        return row | {"names": tuple(network.label(actor, lang, short=True) for actor in row["actors"])}
    if "source" in row:
        return row | {end + "_name": network.label(row[end], lang) for end in ("source", "target")}
    return row
