"""What the record says: questions to a network, answered as sentences, tables and pictures."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from .. import _core
from ..errors import CoopnetError, UnknownName
from ..files import write_atomically
from ..network import Network
from ..privacy.redact import published
from .case import Case
from .section import Section

__all__ = ["Report", "report"]


@dataclass(frozen=True)
class Report:
    """What was written: the folder, the page, all files, and the sections in it.

    `missing` names the sections that could not be asked, with what `report.json` would have
    to give for them.
    """

    folder: Path
    page: Path
    files: tuple[Path, ...]
    sections: tuple[Section, ...]
    missing: Mapping[str, tuple[str, ...]]

    def __str__(self) -> str:
        return "\n".join(f"{section.title} {section.lead} {section.answer}" for section in self.sections)


def report(
    network: Network,
    folder: str | os.PathLike[str],
    *,
    lang: str = "en",
    asked: Mapping[str, Any] | None = None,
    public: bool = False,
    progress: Callable[[int, int], Any] | None = None,
) -> Report:
    """Answer the questions a network allows, and write the answers into a folder.

    Writes ``report.html``, one self-contained page without script or address outside it, with
    each table as CSV and each picture as SVG beside it. Every answer has its sentence, its
    numbers with their convention, its sources, the weakest grade it needs, and what would
    turn it over.

    Parameters
    ----------
    network
        Its ``report.json`` names the actors and dates asked about; sections that need what
        it does not give are left out and named in `.missing`. Where it lists `sections`, no other is asked.
    folder
        Made if it is not there; files of these names are replaced, others stay.
    lang
        ``"en"`` or ``"id"``.
    asked
        Further actors and dates, or others in place of those of ``report.json``.
    public
        Report on what `coopnet.redact` leaves with ``public=True``; `asked` then names what is left.
    progress
        Called with (sections done, sections to do).

    Raises
    ------
    UnknownActor, UnknownName
        If ``report.json`` names an actor that is not there, a section that is none.
    CoopnetError
        If the folder cannot be written to; a file that stood there stays as it was.

    Examples
    --------
    >>> import tempfile
    >>> import coopnet as cn
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = cn.report(cn.load("demo-referral"), folder)
    >>> [section.key for section in written.sections], written.page.name
    (['stakeholders'], 'report.html')
    """
    from . import page

    network = published(network, public)
    case = Case(network, {**network.report, **(asked or {})}, lang)
    sections, missing = _answers(case, progress)
    contents = dict(page.files(case, sections, missing))
    where = Path(folder)
    try:
        where.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CoopnetError(f"The folder {where} cannot be made: {error.strerror}. Choose another place.") from error
    for name, content in contents.items():
        write_atomically(where / name, content)
    files = tuple(where / name for name in contents)
    return Report(where, where / page.NAME, files, tuple(sections), missing)


def _answers(
    case: Case, progress: Callable[[int, int], Any] | None
) -> tuple[list[Section], dict[str, tuple[str, ...]]]:
    questions = list(_questions(case.asked.get("sections")))
    sections: list[Section] = []
    missing: dict[str, tuple[str, ...]] = {}
    for done, question in enumerate(questions):
        if progress is not None:
            progress(done, len(questions))
        lacking = case.lacks(question.NEEDS)
        if lacking:
            missing[question.KEY] = tuple(lacking)
        else:
            sections.append(question.section(case))
    if progress is not None:
        progress(len(questions), len(questions))
    return sections, missing


# The modules that answer, in the order of the page.
QUESTIONS = (
    "q1_routes",
    "q2_counts",
    "q3_stakeholders",
    "q4_bureau_tie",
    "q5_roles",
    "q6_first_report",
    "q7_instruments",
    "q8_return",
    "q9_openings",
    "q9_wider",
    "way_home",
)


def _questions(wanted: Sequence[str] | None) -> Iterator[Any]:
    questions = {question.KEY: question for question in (import_module(f"{__name__}.{name}") for name in QUESTIONS)}
    for key in wanted or ():
        if key not in questions:
            hint = _core.nearest_hint(key, list(questions))
            raise UnknownName(f'The report\'s sections: there is no section "{key}".{hint}')
    yield from (question for key, question in questions.items() if wanted is None or key in wanted)
