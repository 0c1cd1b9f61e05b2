"""What all commands that draw a picture are told: where it goes, how it looks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .flags import Lang

__all__ = ["Dpi", "PictureFile", "PictureLang", "ThemeName", "Title"]

PictureFile = Annotated[Path, typer.Option("--out", metavar="FILE", help="An .svg, .pdf or .png file.")]
ThemeName = Annotated[str, typer.Option("--theme", help="print, light, dark or gray.")]
Title = Annotated[str | None, typer.Option("--title", help="The finding, as a sentence.")]
Dpi = Annotated[float, typer.Option("--dpi", min=1, help="Dots per inch of a PNG; 96 is 100 %.")]
PictureLang = Annotated[Lang, typer.Option("--lang", help="The language of names and legend.")]
