"""multiples: a network window by window as small pictures."""

from __future__ import annotations

from typing import Annotated

import typer

from ..network import Network
from ..projection import Projection
from .drawing import Dpi, PictureFile, PictureLang, ThemeName, Title
from .flags import Lang, command
from .terminal import note
from .timeline import Window

__all__ = ["multiples"]


@command
def multiples(
    network: Network,
    over: Projection,
    out: PictureFile,
    window: Annotated[Window, typer.Option(help="A picture for each; --during says from when to when.")] = Window.year,
    layout: Annotated[str, typer.Option(help="auto, banks or graph.")] = "auto",
    theme: ThemeName = "print",
    title: Title = None,
    dpi: Dpi = 144,
    lang: PictureLang = Lang.en,
) -> None:
    """Draw a network window by window: small pictures with everything on its place, new ties set off. Up to 36."""
    from ..multiples import multiples as drawn

    picture = drawn(network, str(window), over=over, layout=layout, theme=theme, title=title, lang=str(lang))
    picture.save(out, dpi=dpi)
    note(f"Wrote {out}: {picture.title}.")
