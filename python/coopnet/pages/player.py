"""The page that plays a playbook: a cooperation flow told step by step on one fixed picture."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import InvalidOption
from ..files import write_files
from ..network import Network
from ..pictures import Picture
from ..privacy.redact import published
from ..projection import Projection
from .page import Page, assembled
from .plates import FORMATS, file_name, plates, printed
from .player_data import told_and_drawn
from .told import Told, told

__all__ = ["Player", "play", "player"]


def play(
    network: Network,
    playbook: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    *,
    over: Projection | None = None,
    lang: str = "en",
    public: bool = False,
) -> Player:
    """A cooperation flow shown step by step on one picture whose places stay: a page to teach with.

    Each step says who acts, by which instrument, after how many days, how sure it is and on which source. At an
    exercise the class chooses who acts next, and the page says what the network says: which pathways remain, and how
    likely they are. Branches are what-ifs, computed here: which steps are lost, what becomes of the pathways. The
    page speaks English and Indonesian, needs no server and no network, prints as a handout (a page a step) and saves
    each step as PNG.

    Parameters
    ----------
    playbook
        A JSON file or a dict as `coopnet.pages.playbook` describes it; by default the network's own.
    over
        What the picture shows, in place of the playbook's `over`. Only who has a part in the playbook is drawn.
        Pathways are asked of the whole network, over what the playbook says of them.
    lang
        The language it opens in, ``"en"`` or ``"id"``.
    public
        Play on what `coopnet.redact` leaves with ``public=True``. That takes the network's own playbook away; give one
        that is written for the public.

    Raises
    ------
    InvalidNetwork
        The playbook names what is not there, or lacks what it needs: all of it, by step or exercise (`.problems`).
    CoopnetError
        There is no playbook.

    `.pictures()` and `.save_steps(folder, "pdf")` of the page give each step as the core draws it, for slides.

    Examples
    --------
    >>> import coopnet as cn
    >>> page = cn.play(cn.load("demo-referral"), lang="id")
    >>> page.title
    'Dari laporan keluarga sampai pulang: Alfa dan Bravo'
    >>> page.save("demo.html")  # doctest: +SKIP
    """
    said = told(published(network, public), playbook, over)
    return player(said, lang, *told_and_drawn(said, lang))


class Player(Page):
    """The page that `play` returns: it also gives each step as a picture that the core draws."""

    def __init__(self, title: str, html: str, svg: str, said: Told, lang: str) -> None:
        super().__init__(title, html, svg)
        self._said = said
        self._lang = lang

    def pictures(self, *, lang: str | None = None) -> tuple[Picture, ...]:
        """Each step as a picture with title, legend, sources and stamp; all have the same places."""
        return plates(self._said, lang or self._lang)

    def save_steps(
        self, folder: str | os.PathLike[str], format: str = "pdf", *, lang: str | None = None, dpi: float = 144
    ) -> tuple[Path, ...]:
        """Write each step as a ``"pdf"``, ``"png"`` or ``"svg"`` into a folder, all or none: 01-report.pdf …

        The folder is made if it is not there; other files in it stay.
        """
        if format not in FORMATS:
            raise InvalidOption(f'format="{format}" is not known. Choose one of: {", ".join(FORMATS)}.')
        names = [file_name(place, step.id, format) for place, step in enumerate(self._said.playbook.steps, 1)]
        drawn = [printed(picture, format, dpi) for picture in self.pictures(lang=lang)]
        write_files(folder, dict(zip(names, drawn, strict=True)))
        return tuple(Path(folder) / name for name in names)


def player(said: Told, lang: str, data: Mapping[str, Any], picture: Mapping[str, Any]) -> Player:
    """The page of a playbook."""
    html = assembled("player", data, picture, lang=lang)
    return Player(data["title"][lang], html, picture["svg"], said, lang)
