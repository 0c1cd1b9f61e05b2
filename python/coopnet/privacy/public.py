"""The public profile: what a network says after small counts, days, places and free text are taken out of it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from .draft import NAME_ACTORS, Draft
from .markings import LEVELS
from .words import changed, quarter, says_a_number, says_a_small_number

__all__ = ["coarsen", "folded_places"]

# The columns that stay: all others may hold anything. Names and short names stay in every language.
_STAY = {
    "actors": "id kind country parent sources handling",
    "ties": "id source target relation channel since until strength reliability delay_days capacity instrument status "
    "sources handling",
    "sources": "id title publisher date language grade handling",
    "figures": "id measure origin destination value low high since until as_of part_of sources handling suppressed",
}
_NAMES = {"actors": re.compile(r"(name|short)(_[a-z]{2})?"), "figures": re.compile(r"definition(_[a-z]{2})?")}
_DATES = {"ties": ("since", "until"), "sources": ("date",), "figures": ("since", "until", "as_of")}
_PACKAGE = ("profile", "name", "licenses", "gradings", "handling", "disclosure")
_KINDS_OF_COUNT = frozenset(
    (
        "flow",
        "stock",
        "total",
        "derived",
        "percent",
        "ratio",
        "rank",
        "alur",
        "stok",
        "turunan",
        "persen",
        "rasio",
        "peringkat",
    )
)
_OF_PERSONS = ("flow", "illicit")  # layers whose ties carry persons: their strengths and capacities count them


def coarsen(draft: Draft, *, k: float) -> None:
    """Dates to quarters, places to countries; free text and what else may hold a count or a place goes."""
    places = _fold_places(draft)
    _rename(draft, k)
    for table in draft.tables:
        _keep_columns(draft, table)
    _empty_amounts(draft)
    for table, columns in _DATES.items():
        for column in columns:
            draft.change(table, column, quarter)
    for column in ("title", "publisher"):
        draft.change("sources", column, lambda text: "" if says_a_number(text) else text)
    for column in [name for name in draft.tables["figures"] if name.startswith("definition")]:
        draft.change("figures", column, _kind_of_count)
    draft.playbook = ""
    draft.package = {key: value for key, value in draft.package.items() if key in _PACKAGE}
    draft.about["title"] = {
        lang: title for lang, title in draft.about["title"].items() if not says_a_small_number(title, k)
    }
    draft.report = _report(draft.report, places, k)


def folded_places(draft: Draft) -> dict[str, str]:
    """By place, the actor that stands for all places of its kind in its country."""
    rows = zip(*(draft.cells("actors", name) for name in ("id", "kind", "country")), strict=True)
    return {
        key: f"{country}.{kind}" if country else kind
        for key, kind, country in rows
        if draft.vocabulary.is_a(kind, "place")
    }


def _fold_places(draft: Draft) -> dict[str, str]:
    places = folded_places(draft)
    if not places:
        return places
    columns = draft.tables["actors"]
    joined = {name: _joined(draft, name, places) for name in ("sources", "handling")}
    for column in [name for name in columns if _NAMES["actors"].fullmatch(name)]:
        columns[column] = _place_names(draft, column, places)
    first: dict[str, str] = {}
    for key in columns["id"]:
        first.setdefault(places.get(key, key), key)
    draft.keep("actors", [first[places.get(key, key)] == key for key in columns["id"]])

    def folded(cell: str) -> str:
        return places.get(cell, cell)

    for table, column in NAME_ACTORS:
        draft.change(table, column, folded)
    ids = columns["id"]
    if "sources" in columns:
        united = {key: ";".join(dict.fromkeys(";".join(cells).split(";"))) for key, cells in joined["sources"].items()}
        columns["sources"] = [united.get(key, cell) for key, cell in zip(ids, columns["sources"], strict=True)]
    if "handling" in columns:
        strictest = {key: max(cells, key=LEVELS.index) for key, cells in joined["handling"].items()}
        columns["handling"] = [strictest.get(key, cell) for key, cell in zip(ids, columns["handling"], strict=True)]
    if "parent" in columns:
        stand_for_places = set(places.values())
        columns["parent"] = [
            "" if key in stand_for_places else cell for key, cell in zip(ids, columns["parent"], strict=True)
        ]
    return places


def _joined(draft: Draft, column: str, places: dict[str, str]) -> dict[str, list[str]]:
    """By what stands for some places, their cells of a column, but for empty ones."""
    joined: dict[str, list[str]] = {}
    for key, cell in zip(draft.cells("actors", "id"), draft.cells("actors", column), strict=True):
        if key in places and cell:
            joined.setdefault(places[key], []).append(cell)
    return joined


def _place_names(draft: Draft, column: str, places: dict[str, str]) -> list[str]:
    """`Cambodia (site)`, by the name of the state where the network has it."""
    rows = list(zip(*(draft.cells("actors", name) for name in ("id", "kind", "country", column)), strict=True))
    states = {country: name for _, kind, country, name in rows if kind == "state" and name}
    lang = column.partition("_")[2] or "en"

    def named(kind: str, country: str) -> str:
        label = draft.vocabulary.label("kinds", kind, lang)
        return f"{states.get(country, country)} ({label})" if country else label

    return [named(kind, country) if key in places else name for key, kind, country, name in rows]


def _rename(draft: Draft, k: float) -> None:
    """What happened is named after a day or a number of persons: its kind stands for its name. So for small numbers."""
    columns = draft.tables["actors"]
    kinds = draft.cells("actors", "kind")
    for column in [name for name in columns if _NAMES["actors"].fullmatch(name)]:
        lang = column.partition("_")[2] or "en"
        columns[column] = [
            draft.vocabulary.label("kinds", kind, lang) if _tells(draft, kind, name, k) else name
            for kind, name in zip(kinds, columns[column], strict=True)
        ]


def _tells(draft: Draft, kind: str, name: str, k: float) -> bool:
    return says_a_number(name) if draft.vocabulary.is_a(kind, "event") else says_a_small_number(name, k)


def _keep_columns(draft: Draft, table: str) -> None:
    names, stay = _NAMES.get(table), _STAY[table].split()
    columns = list(draft.tables[table])
    draft.without(table, [name for name in columns if name not in stay and not (names and names.fullmatch(name))])


def _empty_amounts(draft: Draft) -> None:
    relations = draft.vocabulary["relations"]
    carries = [relations[name]["layer"] in _OF_PERSONS for name in draft.cells("ties", "relation")]
    columns = draft.tables["ties"]
    for name in ("strength", "capacity"):
        if name in columns:
            columns[name] = ["" if empty else cell for empty, cell in zip(carries, columns[name], strict=True)]


def _kind_of_count(definition: str) -> str:
    """What a definition begins with, if it is a word for a kind of count; the rest is free text."""
    word = re.match(r"\w*", definition.strip())
    return word[0] if word and word[0] in _KINDS_OF_COUNT else ""


# --- what the report asks about -----------------------------------------------------------


def _report(asked: dict[str, Any], places: dict[str, str], k: float) -> dict[str, Any]:
    if not asked:
        return asked
    report: dict[str, Any] = changed(_without_days(asked), lambda text: _asked(text, places, k))
    instruments = asked.get("instruments")
    if isinstance(instruments, dict):
        report["instruments"] = {part: _day_outside(part, str(day)) for part, day in instruments.items()}
    return report


def _without_days(asked: Any) -> Any:
    """Without what is asked day by day."""
    if not isinstance(asked, dict):
        return asked
    kept = {key: _without_days(item) for key, item in asked.items() if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", key)}
    return {key: item for key, item in kept.items() if item != {}}


def _asked(text: str, places: dict[str, str], k: float) -> str:
    since, slash, until = text.partition("/")
    coarse = quarter(since) + slash + quarter(until)
    if coarse != text:
        return coarse
    return places.get(text, "" if says_a_small_number(text, k) else text)


def _day_outside(part: str, day: str) -> str:
    """What held `before` or `after` a date: on the last day of a quarter before it, the first of one after it."""
    try:
        asked = date.fromisoformat(day)
    except ValueError:
        return quarter(day)
    if part == "before":
        return (_begin(asked + timedelta(days=1)) - timedelta(days=1)).isoformat()
    return _begin(_begin(asked - timedelta(days=1)) + timedelta(days=100)).isoformat()


def _begin(day: date) -> date:
    """The first day of its quarter."""
    return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
