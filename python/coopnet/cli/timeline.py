"""timeline: what holds when, window by window."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .. import temporal
from ..network import Network
from ..projection import Projection
from .complete import complete_actor
from .flags import command
from .output import Output
from .progress import bar

__all__ = ["timeline"]


class Window(StrEnum):
    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    half_year = "half-year"
    year = "year"


Ends = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FROM TO]", help="The pathway between these two.", autocompletion=complete_actor),
]


@command
def timeline(
    network: Network,
    over: Projection,
    output: Output,
    ends: Ends = None,
    window: Annotated[
        Window, typer.Option(help="How long a row lasts; --during says from when to when.")
    ] = Window.month,
) -> None:
    """Tell window by window which ties hold, possibly and certainly; of two actors, whether a pathway joins them."""
    if ends and len(ends) != 2:
        raise typer.BadParameter("name both ends of the pathway, or none.")
    source, target = ends or (None, None)
    with bar("Windows") as progress:
        found = temporal.timeline(network, source, target, window=str(window), over=over, progress=progress)
    seen = [{name: cell for name, cell in row.items() if name not in ("type", "ties")} for row in found.rows()]
    output.show(found, rows=found.rows(), seen=[_read(network, row, output.lang) for row in seen])


def _read(network: Network, row: dict[str, object], lang: str) -> dict[str, object]:
    """Actors by their short names."""
    actors = row.get("actors")
    if not isinstance(actors, tuple):
        return row
    return row | {"actors": " → ".join(network.label(actor, lang, short=True) for actor in actors)}
