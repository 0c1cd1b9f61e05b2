"""explore: a network as one offline page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..projection import Projection
from .flags import Lang, Opened, command
from .terminal import note

__all__ = ["explore"]


@command
def explore(
    opened: Opened,
    over: Projection,
    out: Annotated[Path, typer.Option(metavar="FILE", help="An .html file.")],
    layout: Annotated[str, typer.Option(help="auto, banks or graph.")] = "auto",
    lang: Annotated[Lang, typer.Option(help="The language it opens in; a button changes it.")] = Lang.en,
) -> None:
    """Write a network as one page to explore in a browser: picture, table, ways between actors, what-ifs.

    The page needs no server and no network; it can be sent by mail. --public makes one to hand out.
    """
    from .. import pages

    page = pages.explore(opened.network, over=over, layout=layout, lang=str(lang), public=opened.public)
    page.save(out)
    note(f"Wrote {out}: {page.title}, {len(page.html) / 1e6:.1f} MB.")
