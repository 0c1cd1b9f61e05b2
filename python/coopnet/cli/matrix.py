"""matrix: who is tied to whom as a square of cells, in blocks."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from ..network import Network
from ..projection import Projection
from .drawing import Dpi, PictureFile, PictureLang, ThemeName, Title
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
    out: PictureFile,
    order: Annotated[
        Order, typer.Option(help="Beside each other: actors tied alike, of one country, of one kind; or by name.")
    ] = Order.blocks,
    theme: ThemeName = "print",
    title: Title = None,
    dpi: Dpi = 144,
    lang: PictureLang = Lang.en,
) -> None:
    """Draw who is tied to whom as a matrix: a row and a column an actor, shade by number of ties, blocks parted.

    Where coopnet draw shows a knot of lines, the matrix still shows every tie. Up to 200 actors.
    """
    from ..matrix import matrix as drawn

    picture = drawn(network, over=over, order=str(order), theme=theme, title=title, lang=str(lang))
    picture.save(out, dpi=dpi)
    note(f"Wrote {out}: {picture.title}.")
