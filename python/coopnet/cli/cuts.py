"""cut: what must fail for nothing to get there, who is needed for it, and which pathways share nobody."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from .. import pathways
from ..errors import InvalidOption, NoPathway
from ..network import Network
from ..projection import Projection
from .flags import command
from .output import Output
from .pathways import Source, Target, show_none, show_ways
from .progress import bar

__all__ = ["cut"]


class Of(StrEnum):
    actors = "actors"
    ties = "ties"


@command
def cut(
    network: Network,
    source: Source,
    target: Target,
    over: Projection,
    output: Output,
    of: Annotated[Of, typer.Option(help="What fails, or what pathways do not share.")] = Of.actors,
    dominators: Annotated[
        bool, typer.Option("--dominators", help="Those that every pathway passes, from FROM to TO.")
    ] = False,
    disjoint: Annotated[
        bool, typer.Option("--disjoint", help="As many pathways as there are that share none, step by step.")
    ] = False,
    max_results: Annotated[int, typer.Option(min=1, help="At most so many sets.")] = 1000,
    time_limit: Annotated[float | None, typer.Option(help="Seconds; then what was found by then.")] = None,
) -> None:
    """List the smallest sets of actors, or ties, without which nothing gets from one actor to another.

    Exit code 1 if nothing does anyway, with how far one gets.
    """
    if dominators and disjoint:
        raise InvalidOption("--dominators and --disjoint are two questions. Ask one.")
    kind = str(of)
    with bar("Searching") as progress:
        options: dict[str, Any] = {"of": kind, "over": over, "progress": progress}
        try:
            if disjoint:
                show_ways(network, pathways.disjoint(network, source, target, **options), output)
                return
            if dominators:
                found: Any = pathways.dominators(network, source, target, **options)
            else:
                found = pathways.cuts(
                    network, source, target, max_results=max_results, time_limit=time_limit, **options
                )
        except NoPathway as none:
            show_none(network, over, output, none)
            raise
    output.show(found, rows=[_with_names(network, row, output.lang) for row in found.rows()])


def _with_names(network: Network, row: dict[str, Any], lang: str) -> dict[str, Any]:
    if "actors" in row:
        return row | {"names": tuple(network.label(actor, lang, short=True) for actor in row["actors"])}
    if row.get("id") in network.actors:
        return row | {"name": network.label(row["id"], lang)}
    return row
