"""Which figures count persons, how they add up, and which of them must be hidden."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .. import _core
from .draft import Draft
from .suppress import Count, CountTable, suppress
from .words import quarter

__all__ = ["THINGS", "counts_persons", "hide_small_figures"]

# Measures that count no persons. All others are taken to: a case and a complaint stand for a person, too.
THINGS = frozenset(
    [
        "articles",
        "days",
        "growth",
        "institutions",
        "instruments",
        "interview_days",
        "investigations",
        "meetings",
        "mlat_made",
        "mlat_received",
        "sites_linked",
        "states",
        "suspects_growth",
        "tip_tier",
        "treaties",
    ]
)
_NO_COUNT = ("percent", "ratio", "rank")
_SETS = 200  # sets of parts of one whole, the fullest
# Among so many figures, sums of so many parts are looked for: of more, most would be chance.
_PARTS = ((10, 6), (12, 4), (20, 3), (50, 2))
_TRIED = 16  # parts of a whole of which the core tries every set


def counts_persons(measure: str, definition: str = "", things: Collection[str] = ()) -> bool:
    """A figure of this measure counts persons: its number is hidden if it is small.

    All do but `THINGS`, what else the caller says, and what its definition calls a percent, ratio or rank.
    """
    return measure not in THINGS and measure not in things and not definition.lower().startswith(_NO_COUNT)


def hide_small_figures(draft: Draft, *, k: float, things: Collection[str], together: Iterable[Draft] = ()) -> None:
    """Empty the numbers of figures below k, and of those that would give them back; column `suppressed` says `c`.

    Of `together`, networks that are published beside this one, what has the same id and numbers is the same figure.
    """
    if not draft.length("figures"):
        return
    published = [_Figures(each, things) for each in (draft, *together)]
    sums = {(whole, tuple(sorted(parts)), exact) for figures in published for whole, parts, exact in figures.sums()}
    summed = {key for whole, parts, exact in sums if exact for key in (whole, *parts)}
    counts = {key: count for figures in published for key, count in figures.counts(summed).items()}
    # Sorted, so that each of the networks is hidden alike, whichever of them is asked for.
    exact, at_most = (
        sorted((whole, parts) for whole, parts, is_exact in sums if is_exact is kind) for kind in (True, False)
    )
    hidden = suppress(CountTable(dict(sorted(counts.items())), exact, at_most), k=k).hidden
    figures = published[0]
    marks = ["c" if was == "c" or row.key in hidden or row.is_left_out(summed) else "" for row, was in figures.marked()]
    columns = draft.tables["figures"]
    for name in ("value", "low", "high"):
        if name in columns:
            columns[name] = [
                "" if mark or (row.persons and cell and 0 < float(cell) < k) else cell
                for cell, mark, row in zip(columns[name], marks, figures.rows, strict=True)
            ]
    columns["suppressed"] = marks
    draft.about["types"].setdefault("figures", {})["suppressed"] = "string"


@dataclass(frozen=True)
class _Row:
    """A figure: what sums are looked for by."""

    key: str
    measure: str
    ends: tuple[str, str]
    dates: tuple[str, str, str]
    part_of: str
    persons: bool
    derived: bool
    count: Count

    @property
    def number(self) -> float:
        """The number by which sums are looked for; NaN if only ends are reported."""
        return self.count if isinstance(self.count, float) else math.nan

    @property
    def least(self) -> float:
        return self.count[0] if isinstance(self.count, tuple) else self.number

    def is_left_out(self, summed: Collection[str]) -> bool:
        """It was computed from others, and nobody sees from which: it cannot be known what it gives away."""
        return self.persons and self.derived and self.key not in summed

    @property
    def quarters(self) -> set[str]:
        return {quarter(date) for date in self.dates if date and date != ".."}


class _Figures:
    """The figures of a network, and the sums that hold among those that count persons."""

    def __init__(self, draft: Draft, things: Collection[str]) -> None:
        self._suppressed = draft.cells("figures", "suppressed")
        names = [
            "id",
            "measure",
            "origin",
            "destination",
            "value",
            "low",
            "high",
            "definition",
            "since",
            "until",
            "as_of",
            "part_of",
        ]
        self.rows = [
            _row(dict(zip(names, cells, strict=True)), things)
            for cells in zip(*(draft.cells("figures", name) for name in names), strict=True)
        ]
        self._counted = [row for row in self.rows if row.persons]
        ids = draft.cells("figures", "id")
        self._by_id = dict(zip(ids, self.rows, strict=True))

    def marked(self) -> Iterator[tuple[_Row, str]]:
        return zip(self.rows, self._suppressed, strict=True)

    def counts(self, summed: Collection[str]) -> dict[str, Count]:
        return {row.key: None if row.is_left_out(summed) else row.count for row in self._counted}

    def sums(self) -> Iterator[tuple[str, list[str], bool]]:
        yield from self._within_wholes()
        for rows in _grouped(self._counted, lambda row: [(row.measure, *row.ends)]):
            yield from _sums_among(rows, 1, 1)
        for rows in _grouped(self._counted, _places_and_quarters):
            yield from _sums_among(rows, 2, 4)

    def _within_wholes(self) -> Iterator[tuple[str, list[str], bool]]:
        families: defaultdict[str, list[_Row]] = defaultdict(list)
        for row in self._counted:
            if row.part_of:
                families[row.part_of].append(row)
        for name, parts in families.items():
            whole = self._by_id[name]
            if not whole.persons:
                continue
            if not math.isnan(whole.number):
                yield from _fitting(whole, parts)
                for kinds in _grouped(parts, _kinds_of_part) if len(parts) > _TRIED else ():
                    yield from _fitting(whole, kinds)
            # A total that somebody computed stands beside the whole, of the same measure and dates.
            beside = [row for row in self._counted if row.measure == parts[0].measure and row.dates == parts[0].dates]
            together = {row.key: row for row in (whole, *parts, *beside)}
            yield from _sums_among(list(together.values()), 2, 6)


def _row(cells: Mapping[str, str], things: Collection[str]) -> _Row:
    value, low, high = (float(cells[name]) if cells[name] else None for name in ("value", "low", "high"))
    count: Count = value
    if value is None and (low is not None or high is not None):
        count = (low or 0.0, math.inf if high is None else high)
    return _Row(
        key="|".join(cells[name] for name in ("id", "value", "low", "high")),
        measure=cells["measure"],
        ends=(cells["origin"], cells["destination"]),
        dates=(cells["since"], cells["until"], cells["as_of"]),
        part_of=cells["part_of"],
        persons=counts_persons(cells["measure"], cells["definition"], things),
        derived=bool(re.match(r"derived\s*[;:]", cells["definition"])),  # from what, it says behind
        count=count,
    )


def _fitting(whole: _Row, parts: Sequence[_Row]) -> Iterator[tuple[str, list[str], bool]]:
    found = _core.flows.fitting_parts(whole.number, [part.least for part in parts], limit=_SETS)
    for _, places, is_exact in found:
        yield whole.key, [parts[place].key for place in places], is_exact


def _kinds_of_part(row: _Row) -> list[Hashable]:
    """Of very many parts, not every set is tried: those by place are alike in their dates, those by month in place."""
    return [("measure", row.measure), ("dates", row.measure, row.dates), ("ends", row.measure, row.ends)]


def _places_and_quarters(row: _Row) -> list[tuple[str, str]]:
    return [(place, when) for place in row.ends if place for when in sorted(row.quarters)]


def _grouped(rows: Iterable[_Row], names: Callable[[_Row], Iterable[Hashable]]) -> Iterator[list[_Row]]:
    groups: defaultdict[Hashable, list[_Row]] = defaultdict(list)
    for row in rows:
        for name in names(row):
            groups[name].append(row)
    return iter(groups.values())


def _sums_among(rows: Sequence[_Row], fewest: int, most: int) -> Iterator[tuple[str, list[str], bool]]:
    """Whoever reads the figures side by side sees which of them add up."""
    most = min(most, next((parts for size, parts in _PARTS if len(rows) <= size), 1))
    for whole, parts, _ in _core.flows.sums_among([row.number for row in rows], fewest=fewest, most=most):
        yield rows[whole].key, [rows[part].key for part in parts], True
