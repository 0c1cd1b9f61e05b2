"""report: the questions that a network can answer, on a page with its tables and pictures beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from ..network import Network
from .complete import complete_actor
from .flags import Lang, command, listed
from .progress import bar
from .terminal import note, print_answers

__all__ = ["report"]

_ACTOR: dict[str, Any] = {
    "metavar": "ACTOR",
    "autocompletion": complete_actor,
    "rich_help_panel": "In place of report.json",
}
_OTHER: dict[str, Any] = {"rich_help_panel": "In place of report.json"}


@command
def report(
    network: Network,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where report.html, tables and pictures go.")],
    lang: Annotated[Lang, typer.Option(help="The language of the report.")] = Lang.en,
    period: Annotated[str | None, typer.Option(help="The span asked about: 2021/2022.", **_OTHER)] = None,
    bureaus: Annotated[str | None, typer.Option(metavar="A,B", help="The two bureaus.", **_OTHER)] = None,
    representatives: Annotated[
        str | None, typer.Option(metavar="A,B", help="The two bodies that may represent the home state.", **_OTHER)
    ] = None,
    relation: Annotated[str | None, typer.Option(help="The relation between them.", **_OTHER)] = None,
    first_report: Annotated[str | None, typer.Option(help="Who reports first.", **_ACTOR)] = None,
    acting_police: Annotated[str | None, typer.Option(help="The police that acts.", **_ACTOR)] = None,
    channels: Annotated[str | None, typer.Option(metavar="A,B", help="The channels compared.", **_OTHER)] = None,
    task_force: Annotated[str | None, typer.Option(help="The task force.", **_ACTOR)] = None,
    home: Annotated[str | None, typer.Option(metavar="COUNTRY", help="The home state.", **_OTHER)] = None,
    partner: Annotated[str | None, typer.Option(metavar="COUNTRY", help="The partner state.", **_OTHER)] = None,
    dates: Annotated[
        str | None, typer.Option(metavar="BEFORE,AFTER", help="Instruments on two days.", **_OTHER)
    ] = None,
    way_home: Annotated[str | None, typer.Option(metavar="FROM,TO", help="The ends of the way home.", **_OTHER)] = None,
) -> None:
    """Answer the questions a network allows: a summary here, a page with tables and pictures in a folder."""
    from ..report import report as write

    asked: dict[str, Any] = {"period": period, "relation": relation, "task_force": task_force}
    asked |= {"first_report": first_report, "acting_police": acting_police, "home": home, "partner": partner}
    asked |= {"bureaus": _several(bureaus), "channels": _several(channels)}
    asked |= {"representatives": _several(representatives)}
    asked |= {"instruments": _pair(dates, "before", "after"), "way_home": _pair(way_home, "from", "to")}
    given = {part: value for part, value in asked.items() if value is not None}
    with bar("Answering") as progress:
        written = write(network, out, lang=str(lang), asked=given, progress=progress)
    print_answers([(item.label, item.title, item.lead, item.sentences[0]) for item in written.sections])
    for key, parts in written.missing.items():
        note(f"Not asked: {key} needs {', '.join(parts)} (report.json or flags).")
    note(f"Wrote {len(written.files)} files. Open {written.page}.")


def _several(text: str | None) -> list[str | None] | None:
    return None if text is None else listed([text])


def _pair(text: str | None, first: str, second: str) -> dict[str, Any] | None:
    if text is None:
        return None
    return dict(zip((first, second), listed([text]), strict=False))
