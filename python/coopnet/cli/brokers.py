"""brokers: who stands between which groups, and in which role."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from .. import brokerage
from ..network import Network
from ..projection import Projection
from .flags import command
from .measures import labeled
from .output import Output
from .progress import bar

__all__ = ["brokers"]


@command
def brokers(
    network: Network,
    over: Projection,
    output: Output,
    groups: Annotated[str, typer.Option(help="The actor column that groups: country, kind, your own.")] = "country",
    missing: Annotated[str | None, typer.Option(help="The group of actors whose cell is empty.")] = None,
    permutations: Annotated[int, typer.Option(min=0, help="Random assignments of the groups for p; 999 or more.")] = 0,
    seed: Annotated[int, typer.Option(min=0, help="Of the random assignments.")] = 0,
    top: Annotated[int, typer.Option(min=1, help="How many actors to show, most roles first.")] = 10,
) -> None:
    """Count the brokerage roles of Gould and Fernandez: coordinator, itinerant, gatekeeper, representative, liaison."""
    with bar("Permuting") as progress:
        found = brokerage.roles(
            network,
            groups=groups,
            missing=missing,
            permutations=permutations,
            seed=seed,
            over=over,
            progress=progress,
        )
    ranked = sorted(labeled(network, found.rows(), output.lang), key=lambda row: -row["total"])
    output.show(found, rows=ranked[:top], seen=[_narrow(row) for row in ranked[:top]])


def _narrow(row: dict[str, Any]) -> dict[str, Any]:
    """Few enough columns for a screen: counts, and p where it was asked for; files have all."""
    return {name: cell for name, cell in row.items() if not name.startswith(("expected_", "z_"))}
