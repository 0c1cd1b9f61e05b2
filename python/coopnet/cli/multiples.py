"""multiples: a network window by window as small pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..network import Network
from ..projection import Projection
from .flags import Lang, command
from .terminal import note
from .timeline import Window

__all__ = ["multiples"]


@command
def multiples(
    network: Network,
    over: Projection,
    out: Annotated[Path, typer.Option(metavar="FILE", help="An .svg, .pdf or .png file.")],
    window: Annotated[Window, typer.Option(help="A picture for each; --during says from when to when.")] = Window.year,
    layout: Annotated[str, typer.Option(help="auto, banks or graph.")] = "auto",
    theme: Annotated[str, typer.Option(help="print, dark or gray.")] = "print",
    title: Annotated[str | None, typer.Option(help="The finding, as a sentence.")] = None,
    lang: Annotated[Lang, typer.Option(help="The language of names and legend.")] = Lang.en,
) -> None:
    """Draw a network window by window: small pictures with everything on its place, new ties set off. Up to 36."""
    from ..multiples import multiples as drawn

    picture = drawn(network, str(window), over=over, layout=layout, theme=theme, title=title, lang=str(lang))
    picture.save(out)
    note(f"Wrote {out}: {picture.title}.")
