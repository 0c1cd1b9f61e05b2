"""How long persons waited, read from two counts: who had come by a day, and who had left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from ..errors import InvalidOption
from ..show import shown
from ..tables import Asked, Result
from .given import amount, day

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["Observed", "observed"]

# A count, its lowest and highest, a figure's id, or several ids that do not agree.
Count = float | str | Sequence[float] | Sequence[str]
_READINGS = ("low", "value", "high")


@dataclass(frozen=True)
class _Curves:
    """How many have come, and how many have left, by the end of each day."""

    came: list[float]
    left: list[float]

    @property
    def waiting(self) -> list[float]:
        return [max(0.0, came - left) for came, left in zip(self.came, self.left, strict=True)]

    def with_seats(self, place: int, seats: float) -> _Curves:
        """Each day as many leave as left, and on one of them more, if they have come."""
        gone, total = [], 0.0
        for number, (came, left, (before, after)) in enumerate(
            zip(self.came, self.left, pairwise([0.0, *self.left]), strict=True)
        ):
            room = after - before + (seats if number == place else 0)
            # Who is recorded to have left has left, whether his coming is recorded or not.
            total = max(left, min(came, total + room))
            gone.append(total)
        return _Curves(self.came, gone)


class Observed(Result):
    """What was seen of waiting: a row a day with `date came left waiting unexplained`.

    `.person_days`, from `.low` to `.high` where reports differ; `.longest`, the most that waited, and on which days,
    `.when`; `.unexplained`, how many more had left than had come, at most; `.waiting`, who still waits at the end.
    """

    _persons = ("came", "left", "waiting", "unexplained")

    def __init__(self, days: Sequence[date], readings: Mapping[str, _Curves], asked: Asked, sources: Sequence[str]):
        super().__init__(asked, ties=(), convention=_CONVENTION)
        self._days = list(days)
        self._readings = dict(readings)
        self._sources = tuple(sources)
        self.low, self.person_days, self.high = (sum(readings[name].waiting) for name in _READINGS)
        self.longest = max(self._curves.waiting)
        self.when = tuple(row["date"] for row in self.rows() if row["waiting"] == self.longest)
        self.waiting = self._curves.waiting[-1]
        self.unexplained = max(row["unexplained"] for row in self.rows())

    @property
    def _curves(self) -> _Curves:
        return self._readings["value"]

    @property
    def sources(self) -> tuple[str, ...]:
        return self._sources

    def again(self, **changes: Any) -> Observed:
        """Counts are of no projection: over another one the answer is the same."""
        return self

    def rows(self) -> list[dict[str, Any]]:
        counts = zip(self._days, self._curves.came, self._curves.left, self._curves.waiting, strict=True)
        return [
            {
                "date": day.isoformat(),
                "came": came,
                "left": left,
                "waiting": waiting,
                "unexplained": max(0.0, left - came),
            }
            for day, came, left, waiting in counts
        ]

    def saved(self, seats: float, on: str) -> float:
        """The person-days that so many more seats on a day would have saved, first come, first served.

        Those who took them leave room on the days they left on, for whoever waited then.
        """
        extra = amount("number of seats", seats)
        when = day(on)
        if when not in self._days:
            raise InvalidOption(f"{on} is not between {self._days[0]} and {self._days[-1]}, the days that are counted.")
        sooner = self._curves.with_seats(self._days.index(when), extra)
        return self.person_days - sum(sooner.waiting)

    def to_dict(self) -> dict[str, Any]:
        names = ("person_days", "low", "high", "longest", "unexplained")
        said = {name: self._as_read(getattr(self, name)) for name in names}
        return super().to_dict() | said

    def notes(self) -> list[str]:
        low, days, high, most, more = (
            shown(self._as_read(number))
            for number in (self.low, self.person_days, self.high, self.longest, self.unexplained)
        )
        between = "" if self.low == self.high else f", between {low} and {high}"
        lines = [f"Person-days waited: {days}{between}. Most at once: {most}, {self.when[0]}."]
        if self.unexplained:
            lines.append(f"{more} more left than are recorded to have come: a gap in the record.")
        return [*lines, *super().notes()]


_CONVENTION = (
    "Counted at the end of each day, as the area between the two step curves: who comes and leaves on one day has not "
    "waited, a count stands until the next. Who leaves is whoever came first; more leaving than coming is a gap in the "
    "record and no waiting."
)


def observed(
    network: Network,
    arrivals: Mapping[str, Count],
    departures: Mapping[str, Count],
    *,
    totals: Sequence[str] = ("arrivals", "departures"),
) -> Observed:
    """How many persons waited how long, from counts of those who had come and those who had left; nothing is assumed.

    Parameters
    ----------
    arrivals, departures
        Counts by day (``"2022-08-05"``): a number; ``(low, high)``, whose middle is taken; the id of a figure, or
        several that do not agree (``("B03", "B04")``), whose sources are then the answer's.
    totals
        Which of the two say how many there were by that day, all told; the other says how many on that day.

    Notes
    -----
    Person-days waited are the area between the two step curves, from the first day to the last: exact for any order in
    which persons left, since who leaves matters only for how long each one waited. Reports that differ make an
    interval: `.low` with fewest coming and most leaving, `.high` the other way round. Where more have left than had
    come, the difference is shown as `unexplained`, and no one is counted as waiting a negative time.

    Raises `InvalidOption` for a day that is none, a total that falls, a count that is negative; `UnknownName` for a
    figure that is not there. Takes one step a day. Newell (1982), "Applications of Queueing Theory",
    doi:10.1007/978-94-009-5970-5.

    Examples
    --------
    Thirty are freed on a Monday; ten fly on Wednesday, twenty on Friday:

    >>> from coopnet import Network
    >>> seen = observed(Network.from_edges([]), {"2022-08-01": 30}, {"2022-08-03": 10, "2022-08-05": 30})
    >>> seen.person_days, seen.longest
    (100.0, 30.0)
    >>> seen.saved(20, on="2022-08-03")
    40.0
    """
    for name in totals:
        if name not in ("arrivals", "departures"):
            raise InvalidOption(f'totals= names "{name}". Say arrivals, departures, both or neither.')
    counts = {"arrivals": _counts(network, arrivals), "departures": _counts(network, departures)}
    days = sorted({when for said in counts.values() for when in said})
    if not days:
        raise InvalidOption("No day has a count. Say how many came, and how many left, by day.")
    every = [days[0] + timedelta(number) for number in range((days[-1] - days[0]).days + 1)]

    def curve(name: str, place: int) -> list[float]:
        return _curve(name, every, {when: said[place] for when, said in counts[name].items()}, name in totals)

    readings = {
        reading: _Curves(curve("arrivals", place), curve("departures", 2 - place))
        for place, reading in enumerate(_READINGS)
    }
    options = {"totals": tuple(totals)}
    figures = [figure for given in (arrivals, departures) for count in given.values() for figure in _figures(count)]
    sources = dict.fromkeys(source for figure in figures for source in network.figures[figure].sources or ())
    return Observed(every, readings, Asked(observed, network, None, (arrivals, departures), options), tuple(sources))


def _counts(network: Network, given: Mapping[str, Count]) -> dict[date, tuple[float, float, float]]:
    return {day(when): _count(network, when, count) for when, count in given.items()}


def _count(network: Network, when: str, count: Count) -> tuple[float, float, float]:
    """Lowest, taken, highest."""
    figures = _figures(count)
    if figures:
        ends = [end for figure in figures for end in _ends(network, figure)]
    elif isinstance(count, (tuple, list)):
        ends = [amount(f"count of {when}", number) for number in count]
    else:
        ends = [amount(f"count of {when}", count)]
    if not ends:
        raise InvalidOption(f"Nothing is counted on {when}. Give a number, or leave the day out.")
    return min(ends), (min(ends) + max(ends)) / 2, max(ends)


def _figures(count: Count) -> tuple[str, ...]:
    if isinstance(count, str):
        return (count,)
    if isinstance(count, (tuple, list)) and any(isinstance(item, str) for item in count):
        return tuple(str(item) for item in count)
    return ()


def _ends(network: Network, figure: str) -> tuple[float, float]:
    record = network.figures[figure]
    low, high = (record.value if _empty(record.get(end)) else record[end] for end in ("low", "high"))
    if _empty(low) or _empty(high):
        why = "is hidden" if record.get("suppressed") else "does not say both how many at least and how many at most"
        raise InvalidOption(f"The figure {figure} {why}. Give a number in its place, or leave the day out.")
    return amount(f"figure {figure}", low), amount(f"figure {figure}", high)


def _empty(cell: Any) -> bool:
    return cell is None or cell != cell


def _curve(name: str, every: Sequence[date], said: Mapping[date, float], total: bool) -> list[float]:
    if not total:
        return list(accumulate(said.get(when, 0.0) for when in every))
    curve = [0.0]
    for when in every:
        count = said.get(when, curve[-1])
        if count < curve[-1]:
            raise InvalidOption(
                f"The total of {name} falls from {curve[-1]:g} to {count:g} on {when}. If the counts are of each day, "
                f'leave "{name}" out of totals.'
            )
        curve.append(count)
    return curve[1:]
