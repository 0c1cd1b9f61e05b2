"""bottleneck, interdict: what holds a flow, what one failure stops, and what to watch so that least gets through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Any

import typer

from .. import flows
from ..errors import NoPathway
from ..network import Network
from ..projection import Projection
from .complete import complete_actor
from .cuts import Of
from .flags import command, listed, several
from .output import Output
from .pathways import show_none
from .progress import bar

__all__ = ["bottleneck", "interdict"]

_MANY = "or several, by commas, which count as one."
Sources = Annotated[
    str, typer.Argument(metavar="FROM", help=f"The actor it starts from, {_MANY}", autocompletion=complete_actor)
]
Targets = Annotated[
    str, typer.Argument(metavar="TO", help=f"The actor it should get to, {_MANY}", autocompletion=complete_actor)
]
Room = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The actor column that says how much passes an actor at most.")
]


class Goal(StrEnum):
    flow = "flow"
    path = "path"


@command
def bottleneck(
    network: Network,
    source: Sources,
    target: Targets,
    over: Projection,
    output: Output,
    room: Room = None,
    unlimited: Annotated[bool, typer.Option("--unlimited", help="An empty capacity holds anything.")] = False,
    failures: Annotated[
        Of | None,
        typer.Option(help="Instead: what each single failure stops; without --weight of routes that share no tie."),
    ] = None,
) -> None:
    """List the ties and actors that hold a flow, and what one more unit of capacity there brings."""
    ends = (several(source), several(target))
    with bar("Searching") as progress:
        options: dict[str, Any] = {"room": room, "over": over, "progress": progress}
        if failures is None:
            found: Any = flows.bottleneck(network, *ends, unlimited=unlimited, **options)
        else:
            with _none_shown(network, over, output):
                found = flows.failures(network, *ends, of=str(failures), **options)
    output.show(found, rows=[_with_name(network, row, output.lang) for row in found.rows()])


@command
def interdict(
    network: Network,
    source: Sources,
    target: Targets,
    over: Projection,
    output: Output,
    budget: Annotated[float, typer.Option(min=0, help="What the set may cost; how many are in it at one each.")] = 1,
    of: Annotated[Of, typer.Option(help="What is watched and lets nothing through.")] = Of.actors,
    goal: Annotated[Goal, typer.Option(help="That least flows, or that the shortest pathway is longest.")] = Goal.flow,
    prices: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="The column that says what watching each costs; else 1.")
    ] = None,
    candidates: Annotated[
        list[str] | None, typer.Option(metavar="A,B", help="Only these can be watched: actors or ties.")
    ] = None,
    room: Room = None,
    max_results: Annotated[int, typer.Option(min=1, help="At most so many sets.")] = 100,
    time_limit: Annotated[float | None, typer.Option(help="Seconds; then the best by then, and a bound.")] = None,
) -> None:
    """List the best sets of actors, or ties, to watch within a budget, so that least gets from one actor to another.

    Without --weight each tie carries one: the flow is the number of routes that share no tie.
    """
    with bar("Searching") as progress, _none_shown(network, over, output):
        found = flows.interdict(
            network,
            several(source),
            several(target),
            budget=budget,
            of=str(of),
            goal=str(goal),
            prices=prices,
            candidates=[item or "" for item in listed(candidates)] if candidates else None,
            room=room,
            over=over,
            max_results=max_results,
            time_limit=time_limit,
            progress=progress,
        )
    output.show(found, rows=[_with_name(network, row, output.lang) for row in found.rows()])


@contextmanager
def _none_shown(network: Network, over: Projection, output: Output) -> Iterator[None]:
    try:
        yield
    except NoPathway as none:
        show_none(network, over, output, none)
        raise


def _with_name(network: Network, row: dict[str, Any], lang: str) -> dict[str, Any]:
    """What the ids are called, behind them."""
    if "actors" in row:
        return row | {"names": tuple(network.label(actor, lang, short=True) for actor in row["actors"])}
    actor = str(row.get("id") or row.get("place"))
    return row | {"name": network.label(actor, lang) if actor in network.actors else ""}
