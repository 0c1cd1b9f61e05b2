"""The trainer's kit: a folder with the player, a handout, an answer sheet, pictures for slides and the data."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import InvalidOption
from ..files import read_text, write_files
from ..io import write
from ..network import Network
from ..privacy.redact import published
from ..texts import LANGUAGES, text
from .page import assembled
from .plates import file_name, plates, printed
from .player import player
from .player_data import told_and_drawn
from .told import Told, told

__all__ = ["Lesson", "lesson"]


@dataclass(frozen=True)
class Lesson:
    """What was written: the folder, the page to open, and all files."""

    folder: Path
    player: Path
    files: tuple[Path, ...]


def lesson(
    network: Network,
    folder: str | os.PathLike[str],
    playbook: str | os.PathLike[str] | Mapping[str, Any] | None = None,
    *,
    lang: str = "en",
    public: bool = False,
    progress: Callable[[int, int], Any] | None = None,
) -> Lesson:
    """Write a trainer's kit into a folder: all that a class of one playbook needs, on paper and without a network.

    - ``player.html``: the page of `coopnet.play`;
    - ``handout.html``: for the class, to print on A4, a page a step, exercises without answers;
    - ``answers.html``: for the trainer, what is right in each branch, the pathways and their numbers, the notes;
    - ``pictures/``: each step as a PDF for slides, in a folder a language where `lang` is ``"both"``;
    - ``data/``: the network as a data package of CSV files, with the playbook, that `coopnet.read` reads;
    - ``README.md``: what these are, in both languages.

    Parameters
    ----------
    folder
        Made if it is not there; files of these names are replaced, others stay. Each of its folders is written whole
        or not at all, and nothing is before everything is made.
    playbook
        As `coopnet.play` takes it.
    lang
        ``"en"``, ``"id"``: the language that pages open in and pictures have. ``"both"``: pictures in both.
    public
        As of `coopnet.play`; the data is redacted, too.
    progress
        Called with (parts done, parts to do).

    Raises
    ------
    As `coopnet.play`; CoopnetError if the folder cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> import coopnet as cn
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     kit = cn.lesson(cn.load("demo-referral"), folder)
    ...     sorted(file.name for file in kit.files if file.parent == kit.folder)
    ['README.md', 'answers.html', 'handout.html', 'player.html']
    """
    if lang not in (*LANGUAGES, "both"):
        raise InvalidOption(f'There are no texts in "{lang}". Choose one of: {", ".join(LANGUAGES)}, both.')
    tell = progress or (lambda done, to_do: None)
    network = published(network, public)
    said = told(network, playbook, None)
    languages = LANGUAGES if lang == "both" else (lang,)
    tell(0, 3)
    pages = _pages(said, languages[0])
    tell(1, 3)
    pictures = {
        f"pictures/{language}" if lang == "both" else "pictures": _pictures(said, language) for language in languages
    }
    tell(2, 3)
    where = Path(folder)
    written = [where / "data" / name for name in _write_data(network, playbook, where / "data")]
    for place, files in (*pictures.items(), ("", pages)):
        write_files(where / place, files)
        written += [where / place / name for name in files]
    tell(3, 3)
    return Lesson(where, where / "player.html", tuple(written))


def _pages(said: Told, lang: str) -> dict[str, bytes]:
    data, picture = told_and_drawn(said, lang)
    sheet = data | {"exercises": [_unanswered(exercise) for exercise in data["exercises"]], "routes": []}
    return {
        "player.html": player(said, lang, data, picture).html.encode(),
        "handout.html": assembled("handout", sheet, picture, lang=lang).encode(),
        "answers.html": assembled("answersheet", data, picture, lang=lang).encode(),
        "README.md": _readme(said).encode(),
    }


def _unanswered(exercise: Mapping[str, Any]) -> dict[str, Any]:
    """An exercise as the class gets it: nothing in the file says what is right."""
    return {**exercise, "choices": [{**choice, "answers": []} for choice in exercise["choices"]]}


def _pictures(said: Told, lang: str) -> dict[str, bytes]:
    steps = zip(said.playbook.steps, plates(said, lang), strict=True)
    return {file_name(place, step.id, "pdf"): printed(picture, "pdf") for place, (step, picture) in enumerate(steps, 1)}


def _readme(said: Told) -> str:
    parts = []
    for language in LANGUAGES:
        parts.append(
            text(
                "lesson.readme",
                language,
                title=said.playbook.title[language],
                network=said.network.title(language),
                version=said.network.version or "–",
                steps=len(said.playbook.steps),
                exercises=len(said.playbook.exercises),
                branches=len(said.playbook.branches),
            )
        )
    return "\n\n".join(parts) + "\n"


def _write_data(
    network: Network, playbook: str | os.PathLike[str] | Mapping[str, Any] | None, folder: Path
) -> list[str]:
    """The network as a data package; with the playbook that was played, if that is not its own."""
    folder.mkdir(parents=True, exist_ok=True)
    write(network, folder)
    if playbook is not None:
        told_so = playbook if isinstance(playbook, Mapping) else json.loads(read_text(Path(playbook)))
        content = json.dumps(told_so, ensure_ascii=False, indent=1) + "\n"
        write_files(folder, {"playbook.json": content.encode()})
    return sorted(file.name for file in folder.iterdir() if file.suffix in (".csv", ".json"))
