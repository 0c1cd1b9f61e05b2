"""How far people came: what is reported of each stage of their way, and what is missing between two stages."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .. import _core
from ..network import Record
from ..privacy.suppress import HIDDEN
from ..projection import Projection
from ..tables import Asked, Rows
from ..texts import text
from .told import figures_within, number_of

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["Stages", "stages"]


class Stages(Rows):
    """What is reported of each stage; a Mapping from stage to its row (with windows: from ``"stage since/until"``)."""

    _persons = ("count", "low", "high", "held")
    _differences = ("gap",)

    def explain(self, lang: str = "en") -> str:
        """A sentence for each stage that has a number, and for what is missing on the way to it."""
        label = self.network.vocabulary.label
        told = []
        for row in self.shown_rows():
            if row["count"] != row["count"]:
                continue
            low, high = row["low"], row["high"]
            numbers = HIDDEN if HIDDEN in (low, high) else _interval(low, high, lang)
            figures = ", ".join(row["figures"])
            name = label("stages", row["stage"], lang)
            told.append(text("stages.count", lang, stage=name, count=numbers, figures=figures))
            if row["gap"] != HIDDEN and not math.isnan(row["gap"]):
                key = "stages.fewer" if row["gap"] > 0 else "stages.more" if row["gap"] < 0 else "stages.same"
                before = label("stages", row["after"], lang)
                told[-1] += " " + text(key, lang, gap=f"{abs(row['gap']):g}", before=before)
        return "\n".join(told) or text("stages.none", lang)


def stages(
    network: Network,
    *,
    window: str | Iterable[str] | None = None,
    group: str = "",
    over: Projection | None = None,
) -> Stages:
    """How many persons reached each stage of the way, by what is reported, and how many are missing between two.

    From recruited over held, freed, screened, sheltered and brought back to followed up at home, as the vocabulary
    lists its ``stages``, with the branches that leave the way (stopped before they left, judged not to be victims,
    gone again).

    Parameters
    ----------
    window
        Spans to tell apart: ``"month"``, ``"week"``, ``"quarter"`` … or a list of spans. Who goes again in one span
        is counted as recruited in a later one: a way that leads back is spread over time, never cut. None: one span.
    group
        The figures of this group of persons; those of all of them if empty.
    over
        Its `at` or `during` bounds the days, `without_sources` and `min_grade` leave figures out.

    Notes
    -----
    `count` is the most inclusive account: of all sums of figures that count nobody twice, and of which none is part
    of another (as in `conflicts`; figures of two measures of a stage add up if their days do not meet), the greatest.
    Where several figures report one number it is their mean, with `low` and `high` from the lowest and the highest.
    Figures count if their days lie within the span; totals so far if their day does. `held` is the last stock
    reported of those who are at the stage. `gap` is who came to the last stage before that has a number (`after`),
    less who left the way there by a branch, less `count`: persons the record loses, or if negative, gains. It is a gap
    of the data, and is not spread over the stages; the people in it may be at the stage still. `without_number` lists
    figures that tell of it without one. What no figure tells is NaN, never zero.

    Raises `InvalidOption` for an unknown window or a span that is none.

    Examples
    --------
    >>> from coopnet import Projection, load
    >>> wave = stages(load("indonesia-cambodia-2021-2022"), over=Projection(during="2022-07/2022-08"))
    >>> wave["rescued"]["count"], wave["repatriated"]["count"], wave["repatriated"]["gap"]
    (234.0, 241.0, -7.0)
    >>> wave["stopped"]["low"], wave["stopped"]["high"]
    (211.0, 215.0)
    """
    asked = over or Projection()
    spans = _spans(network, window, asked)
    rows = [row for span in spans for row in _told(network, asked.replace(**span), group, named=len(spans) > 1)]
    figures = [row for told in rows for row in told.pop("rows")]
    return Stages(
        rows,
        Asked(stages, network, over, (), {"window": window, "group": group}),
        figures=sorted(set(figures)),
        convention=(
            "The most inclusive account of each stage: the greatest sum of figures that count nobody twice, none part "
            "of another. Gap: who came to the stage before, less its branches, less who came here."
        ),
    )


def _spans(network: Network, window: str | Iterable[str] | None, over: Projection) -> list[dict[str, Any]]:
    if window is None:
        return [{}]
    from ..temporal import windows

    return [{"during": span.during} for span in windows(network, over, window, 1)]


def _told(network: Network, over: Projection, group: str, *, named: bool) -> Iterator[dict[str, Any]]:
    words = network.vocabulary.get("stages", {})
    within = figures_within(network, over)
    places = {key: place for place, key in enumerate(network.figures)}
    measures = [list(stage["reached_by"]) for stage in words.values()]
    counted = _core.flows.counts(network.core, projection=over.settings(), measures=measures, group=group)
    counts = {stage: count if rows else math.nan for stage, (count, _, _, rows) in zip(words, counted, strict=True)}
    highs = {stage: high for stage, (_, _, high, _) in zip(words, counted, strict=True)}
    before = ""
    for (stage, word), (count, low, high, rows) in zip(words.items(), counted, strict=True):
        known = bool(rows)
        held = _held(within, group, word["holds"])
        after = word["branch_of"] or before
        row: dict[str, Any] = {"id": f"{stage} {over.during}" if named else stage, "stage": stage}
        row |= {"during": over.during or over.at, "branch": bool(word["branch_of"])}
        row |= {"count": counts[stage], "low": low if known else math.nan, "high": high if known else math.nan}
        row |= {"held": number_of(held), "after": after, "gap": math.nan}
        open_end = math.isinf(high) or math.isinf(highs.get(before, 0.0))  # so many or more: no difference is known
        if known and before and not word["branch_of"] and not open_end:
            row["gap"] = counts[before] - _left(words, counts, before) - count
        told = [network.figures.row(number) for number in rows]
        silent = [figure.id for figure in _of(within, group, word["reached_by"]) if _says_nothing(figure)]
        used = [*told, *([held] if held else [])]
        row |= {"figures": tuple(figure.id for figure in told), "without_number": tuple(silent)}
        row["sources"] = tuple(dict.fromkeys(source for figure in used for source in figure.sources or ()))
        yield row | {"rows": [places[figure.id] for figure in used]}
        if known and not word["branch_of"]:
            before = stage


def _left(words: Any, counts: dict[str, float], stage: str) -> float:
    """Who left the way at a stage, by all branches that have a number."""
    branches = [counts[name] for name, word in words.items() if word["branch_of"] == stage]
    return sum(count for count in branches if not math.isnan(count))


def _of(within: Iterable[Record], group: str, measures: Collection[str]) -> list[Record]:
    """The figures of these measures and this group."""
    return [figure for figure in within if figure.measure in measures and (figure.group or "") == group]


def _held(within: Iterable[Record], group: str, measures: Collection[str]) -> Record | None:
    """The last stock of those who are at a stage."""
    stocks = [figure for figure in _of(within, group, measures) if not math.isnan(number_of(figure))]
    return max(stocks, key=lambda figure: str(figure.as_of or ""), default=None)


def _says_nothing(figure: Record) -> bool:
    told = (figure.value, figure.low, figure.high)
    return all(number is None or math.isnan(number) for number in told)


def _interval(low: float, high: float, lang: str) -> str:
    if low == high:
        return f"{low:g}"
    key = "stages.at_least" if math.isinf(high) else "stages.between"
    return text(key, lang, low=f"{low:g}", high=f"{high:g}")
