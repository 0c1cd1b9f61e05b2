"""matrix: who is tied to whom as a square of cells, in blocks."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..network import Network
from ..projection import Projection
from .flags import Lang, command
from .terminal import note

__all__ = ["matrix"]


class Order(StrEnum):
    blocks = "blocks"
    country = "country"
    kind = "kind"
    name = "name"


@command
def matrix(
    network: Network,
    over: Projection,
    out: Annotated[Path, typer.Option(metavar="FILE", help="An .svg, .pdf or .png file.")],
    order: Annotated[
        Order, typer.Option(help="Beside each other: actors tied alike, of one country, of one kind; or by name.")
    ] = Order.blocks,
    theme: Annotated[str, typer.Option(help="print, dark or gray.")] = "print",
    title: Annotated[str | None, typer.Option(help="The finding, as a sentence.")] = None,
    lang: Annotated[Lang, typer.Option(help="The language of names and legend.")] = Lang.en,
) -> None:
    """Draw who is tied to whom as a matrix: a row and a column an actor, shade by number of ties, blocks parted.

    Where coopnet draw shows a knot of lines, the matrix still shows every tie. Up to 200 actors.
    """
    from ..matrix import matrix as drawn

    picture = drawn(network, over=over, order=str(order), theme=theme, title=title, lang=str(lang))
    picture.save(out)
    note(f"Wrote {out}: {picture.title}.")
