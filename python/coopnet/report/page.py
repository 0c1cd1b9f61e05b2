"""The report as files: one page, a CSV a table, an SVG a picture."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from ..frames import cell_text, csv_text
from ..network import Record
from .case import Case
from .section import Actor, Drawing, Section, Share, Sources, Status, Table, When

__all__ = ["NAME", "files"]

NAME = "report.html"
SHOWN_ROWS = 12


def files(case: Case, sections: Sequence[Section], missing: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, bytes]]:
    """Every file by name: tables, pictures, and the page last, so that it never points at what is not there."""
    for section in sections:
        for table in section.tables:
            yield f"{file_name(section, table)}.csv", csv_text(_columns(table)).encode()
        for drawing in section.drawings:
            yield f"{file_name(section, drawing)}.svg", drawing.picture.svg.encode()
    yield NAME, html(case, sections, missing).encode()


def file_name(section: Section, part: Table | Drawing) -> str:
    return f"{section.key}-{part.name}".replace("_", "-")


# --- tables as CSV ------------------------------------------------------------------------


def _columns(table: Table) -> list[tuple[str, list[str]]]:
    """The columns of the file: an actor as id and name, dates as two columns, numbers in full."""
    columns: list[tuple[str, list[str]]] = []
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        if any(isinstance(cell, Actor) for cell in cells):
            columns.append((column.key, [cell.id for cell in cells]))
            columns.append((f"{column.key}_name", [cell.name for cell in cells]))
        elif any(isinstance(cell, When) for cell in cells):
            columns.append(("since", [cell.since for cell in cells]))
            columns.append(("until", [cell.until for cell in cells]))
        else:
            columns.append((column.key, [_data(cell) for cell in cells]))
    return columns


def _data(cell: Any) -> str:
    if isinstance(cell, Status):
        return cell.id
    if isinstance(cell, Sources):
        return ";".join(cell.ids)
    return cell_text(cell.value if isinstance(cell, Share) else cell)


# --- the page -----------------------------------------------------------------------------


def html(case: Case, sections: Sequence[Section], missing: Mapping[str, Sequence[str]]) -> str:
    """The page as text."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    here = Path(__file__).parent
    environment = Environment(
        loader=FileSystemLoader(here),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.tests |= {
        "actor": lambda cell: isinstance(cell, Actor),
        "status": lambda cell: isinstance(cell, Status),
        "sources": lambda cell: isinstance(cell, Sources),
        "when": lambda cell: isinstance(cell, When),
    }
    environment.filters |= {"data_uri": _data_uri, "shown": lambda cell: _shown(case, cell)}
    numbers = {source: number for number, source in enumerate(case.ordered(_all_sources(sections)), start=1)}
    return environment.get_template("page.html.j2").render(
        case=case,
        network=case.network,
        say=case.say,
        sections=sections,
        missing={key: [case.say(f"part.{part}") for part in parts] for key, parts in missing.items()},
        numbers=numbers,
        file_name=file_name,
        shown_rows=SHOWN_ROWS,
        cite=lambda source: cite(case, case.network.sources[source]),
        style=(here / "page.css").read_text(encoding="utf-8"),
        grading=case.network.grading(case.lang),
    )


def _all_sources(sections: Sequence[Section]) -> set[str]:
    """Every source that a section or one of its tables names."""
    cells = (cell for section in sections for table in section.tables for row in table.rows for cell in row)
    named = {source for cell in cells if isinstance(cell, Sources) for source in cell.ids}
    return named | {source for section in sections for source in section.sources}


def cite(case: Case, source: Record) -> str:
    """A source in full, in one line; where it has neither title nor publisher, its note names it."""
    parts = [f"“{source.title}”" if source.title else "", source.publisher or "", case.say.date(source.date)]
    if not source.title and not source.publisher:
        parts.append(str(source.get("note") or ""))
    return ", ".join(part for part in parts if part) or str(source["id"])


def _data_uri(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _shown(case: Case, cell: Any) -> str:
    if isinstance(cell, Share):
        return case.say.percent(cell.value)
    return case.say.number(cell) if isinstance(cell, int | float) else str(cell)
