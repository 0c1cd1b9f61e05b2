"""sankey: flows along ties as bands as wide as their amounts."""

from __future__ import annotations

from typing import Annotated

import typer

from ..errors import InvalidOption
from ..network import Network
from ..privacy.redact import published
from ..projection import Projection
from .drawing import Dpi, PictureFile, PictureLang, ThemeName, Title
from .flags import Lang, Opened, command
from .terminal import note

__all__ = ["sankey"]


@command
def sankey(
    opened: Opened,
    over: Projection,
    out: PictureFile,
    amount: Annotated[
        str | None,
        typer.Option(metavar="COLUMN", help="The column of the ties that holds the amounts; else what figures say."),
    ] = None,
    unknown: Annotated[bool, typer.Option("--unknown", help="Ties of which no amount is known, too.")] = False,
    theme: ThemeName = "print",
    title: Title = None,
    dpi: Dpi = 144,
    lang: PictureLang = Lang.en,
) -> None:
    """Draw flows along ties as bands as wide as their amounts, from left to right.

    Without --amount, the balanced flow of persons that is closest to the figures.
    """
    from ..sankey import sankey as drawn

    network, public = opened.network, opened.public
    flow = None if amount is None else _amounts(published(network, public), amount)
    chosen = None if over == Projection() else over
    picture = drawn(
        network, flow=flow, over=chosen, unknown=unknown, public=public, theme=theme, title=title, lang=str(lang)
    )
    picture.save(out, dpi=dpi)
    note(f"Wrote {out}: {picture.title}.")


def _amounts(network: Network, column: str) -> dict[str, float]:
    cells = {tie: row.get(column) for tie, row in network.ties.items()}
    filled = {tie: cell for tie, cell in cells.items() if cell is not None and cell == cell}
    if not filled:
        raise InvalidOption(f'--amount "{column}": no tie has a value in this column. Name a column of numbers.')
    for tie, cell in filled.items():
        if isinstance(cell, bool) or not isinstance(cell, int | float):
            raise InvalidOption(f'--amount "{column}": tie "{tie}" has "{cell}" there, which is no number.')
    return {tie: float(cell) for tie, cell in filled.items()}
