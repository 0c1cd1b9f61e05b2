"""Small counts hidden, and as many others as it takes that no sum gives one back."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import Infeasible, InvalidOption
from ..solve import Program, Rows, Solver, least
from ..tables import tell

if TYPE_CHECKING:
    import numpy as np

__all__ = ["CountTable", "Suppression", "suppress"]

K = 11  # as CTDC published
HIDDEN = "[c]"  # how a hidden count is shown: confidential, as in official statistics
NEAR = 1e-6  # how exactly a solver keeps a bound

Count = float | tuple[float, float] | None


@dataclass(frozen=True)
class CountTable:
    """Counts by name, and how they add up.

    `counts`: a number; two, if all that is reported lies between them (``(30, math.inf)``: more than 30); or None,
    if nothing is reported. `sums`: each whole with its parts. `at_most`: the same where the parts need not make up
    the whole.
    """

    counts: Mapping[str, Count]
    sums: Iterable[tuple[str, Sequence[str]]] = ()
    at_most: Iterable[tuple[str, Sequence[str]]] = ()


@dataclass(frozen=True)
class Suppression:
    """What is hidden, so that the rest may be shown: `.small` counts, and `.hidden`, these and all that protect them.

    `.counts` is the table with None for what is hidden; `.ranges()` what anybody could narrow each hidden count down
    to, from all that is shown and the sums.
    """

    counts: Mapping[str, Count]
    small: frozenset[str]
    hidden: frozenset[str]
    k: float
    _table: _Laid = field(repr=False)

    def ranges(self) -> dict[str, tuple[float, float]]:
        """By hidden count, the least and the most that fits all that is shown."""
        attack = _Attack(self._table, [key in self.hidden for key in self._table.keys])
        return {key: attack.whole_range(place) for place, key in enumerate(self._table.keys) if key in self.hidden}


def suppress(
    table: CountTable,
    *,
    together: Iterable[CountTable] = (),
    k: float = K,
    hide_zeros: bool = False,
    shown: Iterable[str] = (),
    progress: Callable[[int, int], Any] | None = None,
) -> Suppression:
    """Hide every count below k, and further counts until no sum gives a hidden one back.

    A number above zero and below k is hidden; zeros are shown unless `hide_zeros`. Then counts are added until
    whoever knows all that is shown, all the sums, and that what is hidden is at least 1, can narrow no hidden count
    down to less than k: most minus least is k or more. So nobody can tell that a hidden count is small, either. The
    audit is a linear program, the least and the most of each hidden count, and is repeated until all pass.

    Which counts are added is a heuristic: for one exposed count after another, the linear program that hides least
    (by the logarithm of each count) so that this one may be k more or less; at the end, each added count that is not
    needed is shown again, largest first. None can then be shown by itself, but another choice may hide fewer.

    Parameters
    ----------
    table
        The counts and their sums.
    together
        Further tables that are published beside it, or have been: what has the same name is the same count.
    k
        The least count that may be shown.
    hide_zeros
        Hide zeros, too.
    shown
        Counts that are out already, or must be shown.
    progress
        Called with (counts that are protected, counts to protect).

    Notes
    -----
    Promised against the sums that are given, and no others, and of ranges of real numbers: who reckons with whole
    persons may narrow a count down a little further where sums overlap in more than rows and columns. Suppression
    is not differential privacy: who knows some of the hidden counts, or a table that was not given, may find
    others. It is no legal advice.

    Raises
    ------
    InvalidOption
        A negative count; a sum of what is not in the table, or that its counts contradict; a k that is not positive.
    Infeasible
        A count cannot be protected, because of what is in `shown`.

    Examples
    --------
    >>> freed = CountTable({"all": 62, "men": 52, "women": 10}, sums=[("all", ["men", "women"])])
    >>> found = suppress(freed)
    >>> sorted(found.small), sorted(found.hidden)
    (['women'], ['men', 'women'])
    >>> found.ranges()["women"]
    (1.0, 61.0)
    """
    if not k > 0 or not math.isfinite(k):
        raise InvalidOption(f"k={k} is no threshold. Give a number above 0, such as {K}.")
    laid = _Laid.of([table, *together], set(shown))
    small = _core.flows.small_counts(laid.core(hide_zeros), k=k, zeros=hide_zeros)
    hidden = _protected(laid, list(small), k, hide_zeros, progress)
    names = frozenset(key for key, is_hidden in zip(laid.keys, hidden, strict=True) if is_hidden)
    return Suppression(
        {key: None if key in names else count for key, count in table.counts.items()},
        frozenset(key for key, is_small in zip(laid.keys, small, strict=True) if is_small),
        names,
        k,
        laid,
    )


@dataclass(frozen=True)
class _Laid:
    """Tables as one, by place."""

    keys: list[str]
    low: list[float]
    high: list[float]
    sums: list[tuple[int, list[int], bool]]
    fixed: list[bool]
    least: float

    @classmethod
    def of(cls, tables: Sequence[CountTable], shown: set[str]) -> _Laid:
        counts: dict[str, Count] = {}
        for table in tables:
            for key, count in table.counts.items():
                _ends(key, count)
                if counts.setdefault(key, count) != count:
                    raise InvalidOption(f'"{key}" is {counts[key]} in one table and {count} in another. Rename one.')
        keys = list(counts)
        ends = [_ends(key, count) for key, count in counts.items()]
        places = {key: place for place, key in enumerate(keys)}
        sums = [
            (_place(places, whole), [_place(places, part) for part in parts], exact)
            for table in tables
            for exact, given in ((True, table.sums), (False, table.at_most))
            for whole, parts in given
        ]
        whole_numbers = all(not math.isfinite(end) or end.is_integer() for pair in ends for end in pair)
        laid = cls(
            keys,
            [low for low, _ in ends],
            [high for _, high in ends],
            sums,
            [key in shown for key in keys],
            1.0 if whole_numbers else 0.0,
        )
        for whole, parts, exact in sums:
            laid._require_true(whole, parts, exact)
        return laid

    def _require_true(self, whole: int, parts: list[int], exact: bool) -> None:
        low, high = sum(self.low[part] for part in parts), sum(self.high[part] for part in parts)
        near = NEAR * max(1.0, low)
        if low > self.high[whole] + near or (exact and high < self.low[whole] - near):
            names = ", ".join(self.keys[part] for part in parts)
            raise InvalidOption(
                f'"{self.keys[whole]}" is not the sum of {names}. Leave out sums that the counts contradict.'
            )

    def core(self, hide_zeros: bool = False) -> _core.flows.CountTable:
        return _core.flows.CountTable(self.low, self.high, self.sums, least=0.0 if hide_zeros else self.least)

    def costs(self, hide_zeros: bool) -> list[float]:
        """What hiding a unit of each costs: little of the small ones, infinitely much of what stays shown."""
        counts = [high if math.isfinite(high) else low for low, high in zip(self.low, self.high, strict=True)]
        return [
            math.inf if fixed or (count == 0 and high == 0 and not hide_zeros) else math.log2(2 + count)
            for count, high, fixed in zip(counts, self.high, self.fixed, strict=True)
        ]


def _ends(key: str, count: Count) -> tuple[float, float]:
    low, high = (0.0, math.inf) if count is None else count if isinstance(count, tuple) else (count, count)
    if not (0 <= low <= high) or math.isinf(low):
        raise InvalidOption(f'"{key}" is {count}. A count is a number from 0, or two of which the first is less.')
    return float(low), float(high)


def _place(places: Mapping[str, int], key: str) -> int:
    if key not in places:
        raise InvalidOption(f'A sum is of "{key}", which is no count of the table.{_core.nearest_hint(key, [*places])}')
    return places[key]


class _Attack:
    """What anybody can narrow hidden counts down to. Readings that fit are kept: they prove ranges wide for nothing."""

    def __init__(self, laid: _Laid, hidden: list[bool], *, hide_zeros: bool = False) -> None:
        import numpy as np

        table = laid.core(hide_zeros)
        self.hidden = hidden
        self._ends = list(zip(laid.low, laid.high, strict=True))
        self._least = 0.0 if hide_zeros else laid.least
        self._solver = Solver(_program(_core.flows.attacked(table, hidden)))
        self._costs = np.zeros(len(hidden))
        self._readings: list[np.ndarray] = []

    def hide(self, place: int) -> None:
        self.hidden[place] = True
        self._solver.bound(place, self._least, math.inf)

    def show(self, place: int) -> None:
        self.hidden[place] = False
        low, high = self._ends[place]
        self._solver.bound(place, low, high)
        self._readings = [reading for reading in self._readings if low - NEAR <= reading[place] <= high + NEAR]

    def exposed(self, k: float) -> int | None:
        """The first hidden count whose range is narrower than k."""
        return next((place for place, hidden in enumerate(self.hidden) if hidden and not self._is_wide(place, k)), None)

    def _is_wide(self, place: int, k: float) -> bool:
        seen = [float(reading[place]) for reading in self._readings]
        if seen and max(seen) - min(seen) >= k - NEAR:
            return True
        low = self._end(place, 1)
        # No more than k is asked for, so that a range without an end has an answer, too.
        self._solver.bound(place, self._least, low + k)
        high = self._end(place, -1)
        self._solver.bound(place, self._least, math.inf)
        return high - low >= k - NEAR

    def whole_range(self, place: int) -> tuple[float, float]:
        return self._end(place, 1), self._end(place, -1)

    def _end(self, place: int, sign: int) -> float:
        self._costs[place] = sign
        found = self._solver.least(self._costs)
        self._costs[place] = 0
        if found.status == "infeasible":
            raise Infeasible(
                "What is reported cannot all be true, given its sums. Leave out a sum that it contradicts."
            )
        if found.status != "optimal":
            return sign * -math.inf
        self._readings.append(found.values)
        return float(found.values[place])


def _protected(
    laid: _Laid, small: list[bool], k: float, hide_zeros: bool, progress: Callable[[int, int], Any] | None
) -> list[bool]:
    if not any(small):
        return small
    attack = _Attack(laid, list(small), hide_zeros=hide_zeros)
    costs = laid.costs(hide_zeros)
    while (exposed := attack.exposed(k)) is not None:
        tell(progress, exposed, len(small))
        for place in _cover(laid, attack.hidden, costs, exposed, k, hide_zeros):
            attack.hide(place)
    _show_again(attack, [place for place, hidden in enumerate(attack.hidden) if hidden and not small[place]], costs, k)
    tell(progress, len(small), len(small))
    return attack.hidden


def _cover(laid: _Laid, hidden: list[bool], costs: list[float], exposed: int, k: float, hide_zeros: bool) -> list[int]:
    """What to hide so that an exposed count may differ by k."""
    program = _core.flows.covered(laid.core(hide_zeros), hidden, costs, count=exposed, width=k)
    found = least(_program(program))
    able = [place for place, cost in enumerate(costs) if not hidden[place] and math.isfinite(cost)]
    if found.status != "optimal" or not able:
        raise Infeasible(f'"{laid.keys[exposed]}" cannot be hidden: what must be shown gives it away. Show less.')
    moved = found.values[2 * len(hidden) :]
    # Where all that moves is within what the solver takes for nothing, the one that moves most: so this ends.
    return [place for place in able if moved[place] > NEAR] or [max(able, key=lambda place: float(moved[place]))]


def _show_again(attack: _Attack, added: list[int], costs: list[float], k: float) -> None:
    """Shows what was hidden for others and is not needed, since later ones protect them as well; largest first."""
    for place in sorted(added, key=lambda place: -costs[place]):
        attack.show(place)
        if attack.exposed(k) is not None:
            attack.hide(place)


def _program(laid: Mapping[str, Any]) -> Program:
    return Program(laid["costs"], Rows(*laid["rows"]), laid["low"], laid["high"])
