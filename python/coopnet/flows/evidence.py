"""What sources report: which of it cannot all be true."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption
from ..network import Record
from ..projection import Projection
from ..tables import Asked, Progress, Result
from ..texts import text
from .told import days_of, words_of

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["Conflicts", "conflicts"]


# What the figures of a set are in it: those that demand more, the one that allows less.
_PLACES = {
    "differ": ("differ", "differ"),
    "falls": ("falls: earlier", "falls: later"),
    "exceed": ("exceed: part", "exceed: whole"),
}


class Conflicts(Result, Sequence[tuple[str, ...]]):
    """Sets of figures that cannot all be true, though without any one of a set the others can; a Sequence of tuples.

    `.reasons` says why, a word a set: ``"differ"`` (two reports of one number), ``"falls"`` (a total so far that is
    less than an earlier one), ``"exceed"`` (parts that are more than a whole); `.excess` by how much.
    """

    def __init__(
        self, sets: Sequence[tuple[int, Sequence[int], str, float]], asked: Asked, *, partial: bool, convention: str
    ) -> None:
        self._sets = [(most, tuple(least)) for most, least, _, _ in sets]
        figures = sorted({row for most, least in self._sets for row in (most, *least)})
        super().__init__(asked, figures=figures, convention=convention, partial=partial)
        self.reasons = tuple(reason for _, _, reason, _ in sets)
        self.excess = tuple(excess for _, _, _, excess in sets)

    def __getitem__(self, place: Any) -> Any:
        return list(self)[place]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        for most, least in self._sets:
            yield tuple(self._figure(row).id for row in (*least, most))

    def __len__(self) -> int:
        return len(self._sets)

    def _figure(self, row: int) -> Record:
        return self.network.figures.row(row)

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "set": number,
                "figure": figure.id,
                "value": _told(figure),
                "reason": _PLACES[reason][row == most],
                "sources": tuple(figure.sources or ()),
            }
            for number, ((most, least), reason) in enumerate(zip(self._sets, self.reasons, strict=True), start=1)
            for row in (*least, most)
            for figure in [self._figure(row)]
        ]

    def explain(self, lang: str = "en") -> str:
        """A sentence a set, with the numbers and their sources, in English or Indonesian."""
        if not self._sets:
            return text("conflict.none", lang)
        told = zip(self._sets, self.reasons, self.excess, strict=True)
        return "\n".join(self._sentence(most, least, reason, excess, lang) for (most, least), reason, excess in told)

    def _sentence(self, most: int, least: Sequence[int], reason: str, excess: float, lang: str) -> str:
        return text(
            f"conflict.{reason}",
            lang,
            whole=self._named(self._figure(most), lang),
            parts="; ".join(self._named(self._figure(row), lang) for row in least),
            excess=f"{excess:g}",
        )

    def _named(self, figure: Record, lang: str) -> str:
        defined = words_of(figure, lang)
        places = " → ".join(str(end) for end in (figure.origin, figure.destination) if end)
        where = ", ".join(part for part in (places, days_of(figure), ", ".join(figure.sources or ())) if part)
        return f"{figure.id} = {_told(figure):g} ({defined}; {where})"


def _told(figure: Record) -> float:
    """The number a figure gives; of an interval the end that is given."""
    told = [figure.value, figure.low, figure.high]
    return float(next((number for number in told if number is not None and not math.isnan(number)), math.nan))


def conflicts(
    network: Network,
    *,
    tolerance: float = 0.0,
    max_results: int = 20,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Conflicts:
    """Which reported figures cannot all be true, as the smallest sets that contradict each other.

    Two reports of one number that differ; totals so far that fall; parts that are more than their whole, through any
    number of wholes between. Nothing is judged: which report of a set is wrong, the record does not say.

    Parameters
    ----------
    tolerance
        A share by which a reported number may be off and still hold: 0.05 lets 100 mean 95 to 105.
    max_results, time_limit
        How many sets against each figure that allows too few, how many seconds; if one stops the search, `.partial`
        says so.
    over
        Its `at` or `during` leaves out figures that count other days, too, as `without_sources` and `min_grade` do;
        the rest of it is for ties.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    How a figure counts is the first word of its definition, before a colon: ``flow`` (within its dates, both in),
    ``stock`` (on a day; it may fall), ``total`` (so far, up to a day; it may not). Without such a word a figure with
    dates is a flow, one with `as_of` alone a stock. ``derived`` figures say nothing of their own; ratios and ranks
    count nothing.

    Two figures are of *one number* if measure, group, kind of count, ends and days are the same; days of stocks and
    totals only if known to the day. A figure is *part* of another if `part_of` says so, or if it counts the same
    (measure, group, kind) within it: ends that lie in the other's ends (an actor in its parent, a place in its
    state, anything in an empty end), and days within its days (flows), on the same day (stocks), or no later
    (totals). Parts add up if none is counted twice: other groups of the same whole, or the same measure and group at
    ends apart or on days apart. Parts need not be all of a whole: that 978 are itemized of 1,018 is no contradiction
    but a gap, see `stages`.

    Of these rules the search finds every smallest set, up to its limits; there may be exponentially many. It does
    not see that days or places which together cover a whole bound it from above. Raises `InvalidOption`,
    `Cancelled`.

    Examples
    --------
    Fourteen or sixteen came home that day; with sixteen the flights are more than the month:

    >>> import pandas as pd
    >>> from coopnet import Network
    >>> ties = pd.DataFrame({"source": ["Embassy"], "target": ["Shelter"]})
    >>> days = ["2022-08-05", "2022-08-08", "2022-08-08", "2022-08"]
    >>> figures = pd.DataFrame({"id": ["F1", "F2", "F3", "F4"], "measure": "repatriates", "value": [12, 14, 16, 26],
    ...                         "origin": "Embassy", "since": days, "until": days})
    >>> told = conflicts(Network.from_frames(None, ties, figures=figures))
    >>> list(told)
    [('F3', 'F2'), ('F1', 'F3', 'F4')]
    >>> told.reasons, told.excess
    (('differ', 'exceed'), (2.0, 2.0))
    """
    if not 0 <= tolerance < 1:
        raise InvalidOption(f"tolerance={tolerance:g} is no share. Give one from 0 to below 1.")
    if max_results < 1:
        raise InvalidOption(f"max_results={max_results} lists no set. Ask for at least 1.")
    if over is not None:
        network.freeze(over, merges=False)  # it refuses days that are none
    settings = (over or Projection()).settings()
    options: dict[str, Any] = {"tolerance": tolerance, "max_results": max_results, "time_limit": time_limit}
    sets, partial = _core.flows.contradictions(network.core, progress, projection=settings, **options)
    within = "" if tolerance == 0 else f" within {tolerance:g} of each number"
    return Conflicts(
        sets,
        Asked(conflicts, network, over, (), options),
        partial=partial,
        convention=(
            f"Smallest sets of figures that cannot all be true{within}; equal measure, group, ends and days are one "
            "number, what counts the same within it is a part, and parts need not be all of a whole."
        ),
    )
