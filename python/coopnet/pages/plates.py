"""Each step of a playbook as a picture that the core draws: for slides."""

from __future__ import annotations

import re

from .. import _core
from ..pictures import Picture, period_text, picture_texts
from .told import Told, acting

__all__ = ["FORMATS", "file_name", "plates", "printed"]

FORMATS = ("pdf", "png", "svg")


def file_name(place: int, step: str, form: str) -> str:
    """02-verification.pdf; what a file system could misread in an id is left out."""
    return f"{place:02}-{re.sub(r'[^A-Za-z0-9_-]+', '-', step)[:60]}.{form}"


def printed(picture: Picture, form: str, dpi: float = 144) -> bytes:
    return picture.svg.encode() if form == "svg" else picture.printed(form, dpi=dpi)


def plates(said: Told, lang: str) -> tuple[Picture, ...]:
    """Every step as the core draws it, on the same places."""
    stage = said.stage.recorded
    core = stage.core
    view = stage.freeze(said.over, merges=False)
    steps = []
    for number, step in enumerate(said.playbook.steps, 1):
        ties = [stage.ties[tie] for tie in step.ties]
        ends = [actor for tie in ties for actor in (tie.source, tie.target)]
        steps.append(
            (
                f"{number} {step.title[lang]}",
                [core.tie(tie) for tie in step.ties],
                [core.actor(actor) for actor in dict.fromkeys([*step.actors, *ends])],
                [core.actor(actor) for actor in acting(stage, step)],
            )
        )
    drawings = _core.render.draw_plates(
        view,
        steps,
        layout="auto",
        theme="print",
        language=lang,
        texts=picture_texts(lang),
        period=period_text(said.over, lang),
        selection=str(said.over),
    )
    return tuple(Picture(drawing) for drawing in drawings)
