"""What every page knows of a network, as plain data: `python/web/src/data.ts` is its shape."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from .. import _core
from ..errors import InvalidOption
from ..network import Network, Record
from ..pictures import picture_texts
from ..projection import Projection
from ..texts import LANGUAGES, texts

__all__ = ["content", "drawn"]

_DATE = re.compile(r"(\d{4})(?:-Q([1-4])|-(\d{2})(?:-(\d{2}))?)?")


def drawn(network: Network, over: Projection, layout: str, lang: str, **variants: Any) -> dict[str, Any]:
    """The picture as the core draws it for pages: in both themes and all languages at once, labeled in `lang`.

    `variants` (`difference`, `removed`, `changed`) are what scenarios do to it.
    """
    view = network.freeze(over, merges=False)
    languages = [(language, picture_texts(language)) for language in _languages(lang)]
    return dict(_core.render.page_picture(view, layout=layout, languages=languages, **variants))


def content(
    network: Network, over: Projection, picture: Mapping[str, Any], *, lang: str, part: str | tuple[str, ...]
) -> dict[str, Any]:
    """The network within a projection; `part` names the texts of the page beside those of all pages."""
    languages = _languages(lang)
    view = network.freeze(over, merges=False)
    actors = {key: row for row, key in enumerate(network.actors)}
    sources = {key: row for row, key in enumerate(network.sources)}
    shown = sorted({*view.all_ties})
    line_of = {tie: line["style"] for line in picture["lines"] for tie in line["ties"]}
    ids = list(network.ties)
    place = {row: number for number, row in enumerate(shown)}
    return {
        "name": network.name,
        "title": {language: network.title(language) for language in languages},
        "version": network.version,
        "handling": str(json.loads(network.core.about["package"] or "{}").get("handling", "")),
        "languages": list(languages),
        "lang": lang,
        "projection": str(over),
        "public": bool(network.disclosure),
        "texts": {language: _texts(language, part) for language in languages},
        "actors": [_actor(network, key, languages, sources) for key in actors],
        "inside": [actors[key] for key in view.keys],
        "ties": [_tie(network, ids[row], row, actors, sources, line_of) for row in shown],
        "sources": [_source(source) for source in network.sources.values()],
        **_vocabulary(network, languages),
        "picture": _picture(picture, place, languages),
    }


def _languages(first: str) -> tuple[str, ...]:
    if first not in LANGUAGES:
        raise InvalidOption(f'There are no texts in "{first}". Choose one of: {", ".join(LANGUAGES)}.')
    return (first, *(language for language in LANGUAGES if language != first))


def _texts(language: str, part: str | tuple[str, ...]) -> dict[str, str]:
    parts = (part,) if isinstance(part, str) else part
    wanted = tuple(f"{name}." for name in ("page", "status", *parts))
    return {key: value for key, value in texts(language).items() if key.startswith(wanted)}


def _actor(network: Network, key: str, languages: tuple[str, ...], sources: Mapping[str, int]) -> dict[str, Any]:
    record = network.actors[key]
    return {
        "id": key,
        "name": {language: network.label(key, language) for language in languages},
        "short": {language: network.label(key, language, short=True) for language in languages},
        "kind": record.kind or "",
        "country": record.country or "",
        "note": record.note or "",
        "sources": [sources[source] for source in record.sources or ()],
    }


def _tie(
    network: Network,
    key: str,
    row: int,
    actors: Mapping[str, int],
    sources: Mapping[str, int],
    line_of: Mapping[int, str],
) -> dict[str, Any]:
    record = network.ties[key]
    relation = network.vocabulary["relations"].get(record.relation, {})
    return {
        "id": key,
        "source": actors[record.source],
        "target": actors[record.target],
        "relation": record.relation,
        "channel": record.channel or "",
        "line": line_of.get(row, ""),
        "directed": relation.get("directed", True),
        "status": record.status or "",
        "since": record.since or "",
        "until": record.until or "",
        "first": _day(record.since, last=False),
        "last": _day(record.until, last=True),
        "strength": record.strength,
        "reliability": network.core.reliability(row),
        "delay": record.delay_days,
        "instrument": actors.get(record.instrument or ""),
        "grade": network.core.weakest_grade([row]),
        "note": record.note or "",
        "sources": [sources[source] for source in record.sources or ()],
    }


def _source(record: Record) -> dict[str, Any]:
    columns = ("id", "title", "publisher", "url", "date", "grade")
    told = {column: record.get(column) or "" for column in columns}
    if not told["title"] and not told["publisher"]:
        told["title"] = record.get("note") or ""  # nothing else names it
    return told


def _day(text: str | None, *, last: bool) -> int | None:
    """The first or last day that a date of unknown day may be, from 1970-01-01 on; None if it is open or unknown."""
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    year, quarter, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    first_month, last_month = (3 * quarter - 2, 3 * quarter) if quarter else (month or 1, month or 12)
    if last:
        return _since_1970(date(year, last_month, day or monthrange(year, last_month)[1]))
    return _since_1970(date(year, first_month, day or 1))


def _since_1970(day: date) -> int:
    return day.toordinal() - date(1970, 1, 1).toordinal()


def _vocabulary(network: Network, languages: tuple[str, ...]) -> dict[str, Any]:
    words = network.vocabulary
    said: dict[str, Any] = {
        section: [
            {"id": name, "label": {language: words.label(section, name, language) for language in languages}}
            for name in words.get(section, {})
        ]
        for section in ("kinds", "relations", "layers", "lines")
    }
    for relation in said["relations"]:
        relation["layer"] = words["relations"][relation["id"]].get("layer", "")
    codes = dict.fromkeys(actor.country for actor in network.actors.values() if actor.country)
    said["countries"] = [
        {"id": code, "label": {language: _country(network, code, language) for language in languages}} for code in codes
    ]
    return said


def _country(network: Network, code: str, language: str) -> str:
    """A country by its name if it is an actor, else by its code."""
    return network.label(code, language, short=True) if code in network.actors else code


def _picture(picture: Mapping[str, Any], place: Mapping[int, int], languages: tuple[str, ...]) -> dict[str, Any]:
    """What scripts need of the picture; ties by their place among those that the page knows."""

    def said(values: list[str]) -> dict[str, str]:
        return dict(zip(languages, values, strict=True))

    def legend(name: str) -> list[dict[str, Any]]:
        return [{"of": item["of"], "text": said(item["texts"]), "svg": item["svg"]} for item in picture[name]]

    lines = [
        {**line, "ties": [place[tie] for tie in line["ties"]], "label": said(line["labels"])}
        for line in picture["lines"]
    ]
    for line in lines:
        del line["labels"]
    return {
        "title": said(picture["titles"]),
        "description": said(picture["descriptions"]),
        "size": list(picture["size"]),
        "boxes": picture["boxes"],
        "lines": lines,
        "kinds": legend("kinds"),
        "channels": legend("channels"),
        "breaks": legend("breaks"),
    }
