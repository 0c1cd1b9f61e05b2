"""play and lesson: a playbook as a page to teach with, and the trainer's kit around it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from ..errors import InvalidOption
from ..network import Network
from ..projection import Projection
from .drawing import Dpi
from .flags import Lang, command
from .progress import bar
from .terminal import note

__all__ = ["lesson", "play"]

Playbook = Annotated[
    Path | None, typer.Option("--playbook", metavar="FILE", help="A playbook; by default the network's own.")
]


@command
def play(
    network: Network,
    over: Projection,
    playbook: Playbook = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="The page, an .html file.")] = None,
    steps: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Each step as a picture, into it.")] = None,
    format: Annotated[str, typer.Option(help="Of those pictures: pdf, png or svg.")] = "pdf",
    dpi: Dpi = 144,
    lang: Annotated[Lang, typer.Option(help="The language it opens in, and of the pictures.")] = Lang.en,
) -> None:
    """Play a cooperation flow step by step: one offline page to teach with, or a picture a step for slides."""
    from ..pages import play as made

    if out is None and steps is None:
        raise InvalidOption("Say where to: --out FILE for the page, --steps FOLDER for a picture a step.")
    page = made(network, playbook, over=_given(over), lang=str(lang))
    if out is not None:
        page.save(out)
        note(f"Wrote {out}.")
    if steps is not None:
        note(f"Wrote {len(page.save_steps(steps, format, dpi=dpi))} pictures into {steps}.")


@command
def lesson(
    network: Network,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where the kit goes.")],
    playbook: Playbook = None,
    lang: Annotated[str, typer.Option(help="en, id, or both: pictures in both languages.")] = "en",
) -> None:
    """Write a trainer's kit: the player, a handout, an answer sheet, a picture a step, the data."""
    from ..pages import lesson as written

    with bar("Writing the kit") as progress:
        kit = written(network, out, playbook, lang=lang, progress=progress)
    note(f"Wrote {len(kit.files)} files. Open {kit.player}.")


def _given(over: Projection) -> Any:
    """None if no flag selects anything: then the playbook says what is shown."""
    return over if over.to_dict() else None
