"""draw: a network as a picture, a pathway lit on it if asked."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from ..errors import InvalidOption
from ..network import Network
from ..projection import Projection
from .drawing import Dpi, PictureFile, PictureLang, ThemeName, Title
from .flags import Lang, command, listed
from .measures import complete_measure
from .terminal import note

__all__ = ["draw"]


@command
def draw(
    network: Network,
    over: Projection,
    out: PictureFile,
    layout: Annotated[str, typer.Option(help="auto, banks, graph, two-mode, layers, map or ego.")] = "auto",
    size: Annotated[str | None, typer.Option(metavar="SIZE", help="a4, a3, slide, or WIDTHxHEIGHT in pixels.")] = None,
    theme: ThemeName = "print",
    labels: Annotated[str, typer.Option(help="name or id.")] = "name",
    color: Annotated[
        str, typer.Option(help="kind, or a measure such as betweenness.", autocompletion=complete_measure)
    ] = "kind",
    highlight: Annotated[
        str | None, typer.Option(metavar="FROM,TO", help="Light the shortest pathway between two actors.")
    ] = None,
    around: Annotated[
        str | None, typer.Option(metavar="ACTOR", help="Only this actor and who is near, in rings.")
    ] = None,
    steps: Annotated[int, typer.Option(min=1, help="How many ties away --around reaches.")] = 1,
    cluster: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="A column of the actors: its groups in boxes or hulls.")
    ] = None,
    backbone: Annotated[
        float | None, typer.Option(metavar="ALPHA", help="Only ties stronger than chance at this level, as 0.05.")
    ] = None,
    title: Title = None,
    dpi: Dpi = 144,
    lang: PictureLang = Lang.en,
) -> None:
    """Draw a network: shapes for kinds, colors and builds for channels, broken lines for what is not documented."""
    from .. import pictures

    options: dict[str, Any] = {"layout": layout, "title": title, "lang": str(lang)}
    options |= {"around": around, "steps": steps, "cluster": cluster, "theme": theme, "labels": labels}
    options |= {"size": _size(size), "backbone": backbone}
    options["color"] = color if color == "kind" else _scores(network, over, color)
    if highlight is not None:
        options["highlight"] = _pathway(network, over, highlight)
    pictures.draw(network, over=over, **options).save(out, dpi=dpi)
    note(f"Wrote {out}.")


def _size(text: str | None) -> Any:
    width, times, height = (text or "").partition("x")
    if not times:
        return text
    try:
        return float(width), float(height)
    except ValueError:
        raise InvalidOption(
            f'--size "{text}" is no size. Write a4, a3, slide or WIDTHxHEIGHT, as in 1200x900.'
        ) from None


def _scores(network: Network, over: Projection, measure: str) -> Any:
    from .measures import measures

    known = measures()
    return known[measure](network, over=over) if measure in known else measure


def _pathway(network: Network, over: Projection, ends: str) -> Any:
    from .. import pathways

    names = [name for name in listed([ends]) if name]
    if len(names) != 2:
        raise InvalidOption(f'--highlight "{ends}" does not name two actors. Write FROM,TO.')
    return pathways.shortest(network, names[0], names[1], over=over)
