"""A balanced flow fitted to reports, step by step."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import NormalDist, fmean
from typing import TYPE_CHECKING

from .. import _core
from ..errors import Infeasible, NotConverged
from ..solve import Program, Rows, Solution, Solver, least

if TYPE_CHECKING:
    import numpy as np

    from ..network import Network

__all__ = ["SETTLED", "Fitted", "Laid", "rounded_off"]

# The fit of the reports comes first, then as few persons unrecorded as can be.
FIT_BEFORE_GAPS = 1e4
SETTLED = 1e-6
PRICED = 1e-3  # what the solver leaves open of a price, in units of the smallest weight


@dataclass(frozen=True)
class Laid:
    """What the core lays out, under its names."""

    network: Network
    figures: list[int]  # by report, its row
    numbers: list[int]  # by report
    used: list[bool]
    low: np.ndarray
    high: np.ndarray
    weights: np.ndarray
    cells: list[int]  # by cell, its passage
    spans: list[tuple[int | None, int | None]]  # by cell, its first and last day since 1970
    sums: list[list[tuple[int, float]]]  # by number, the variables it is the sum of
    counted: list[bool]  # by number, they are cells
    bodies: list[int]
    first_arrival: int
    first_departure: int
    first_own: int
    variables: int
    rows: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]
    partial: bool

    def value(self, number: int, values: np.ndarray) -> float:
        return float(sum(values[variable] for variable, _ in self.sums[number]))

    def row(self, report: int) -> dict[int, float]:
        """The sum that a report is of."""
        return dict(self.sums[self.numbers[report]])

    def id(self, report: int) -> str:
        return str(self.network.figures.row(self.figures[report]).id)

    @cached_property
    def gaps(self) -> range:
        return range(self.first_arrival, self.first_own)

    def program(self, extra: Sequence[tuple[Mapping[int, float], float, float]], more: int = 0) -> Program:
        """The rows of the balance and further ones, over its variables and as many `more`, none negative."""
        import numpy as np

        starts, columns, values, low, high = self.rows
        ends = len(columns) + np.cumsum([len(cells) for cells, _, _ in extra], dtype=np.int64)
        rows = Rows(
            np.concatenate([starts, ends]).astype(np.int32),
            np.concatenate([columns, np.array([c for cells, _, _ in extra for c in cells], np.int32)]),
            np.concatenate([values, np.array([v for cells, _, _ in extra for v in cells.values()], float)]),
            np.concatenate([low, np.array([row[1] for row in extra], float)]),
            np.concatenate([high, np.array([row[2] for row in extra], float)]),
        )
        size = self.variables + more
        return Program(np.zeros(size), rows, np.zeros(size), np.full(size, math.inf))


@dataclass(frozen=True)
class Target:
    """What draws a number to it: nothing, within these."""

    number: int
    low: float
    high: float
    weight: float

    def off(self, value: float) -> float:
        return value - min(max(value, self.low), self.high)


@dataclass(frozen=True)
class Nearest:
    """The nearest balanced flow; how far off it is, but for what reports of one number differ."""

    values: np.ndarray
    variances: list[float]  # by tie, NaN where the reports do not settle it
    settled: int  # how many things the reports settle
    misfit: float


class Fitted:
    """The fit, step by step: reports first, then whole persons, then how far each amount is settled."""

    def __init__(self, laid: Laid, ties: Sequence[int], exact: frozenset[str], gaps: frozenset[str] | None) -> None:
        self.laid = laid
        self.ties = ties
        self.reports = [i for i, used in enumerate(laid.used) if used]
        self._hard = {i for i in self.reports if laid.id(i) in exact}
        self._closed = self._places(lambda body: gaps is None or self._body(body) not in gaps)
        self._nearest, self.found = self._fit()
        if gaps is None:
            self._open_where_needed()

    def make_whole(self) -> None:
        self.found = self._rounded(self._nearest, whole=True)

    def _body(self, place: int) -> str:
        return str(self.laid.network.actors.row(self.laid.bodies[place]).id)

    def _places(self, wanted: Callable[[int], bool]) -> list[int]:
        """The variables of those who came and left unrecorded at these bodies."""
        places = [place for place in range(len(self.laid.bodies)) if wanted(place)]
        first = (self.laid.first_arrival, self.laid.first_departure)
        return [start + place for start in first for place in places]

    # --- where the balance does not hold ----------------------------------------------
    def _open_where_needed(self) -> None:
        """Lets persons come and go unrecorded, at as few bodies as are needed, if the reports are too far apart else.

        By the likelihood ratio: how much worse the reports are met, against how much more they settle.
        """
        strict = (self._closed, self._nearest, self.found)
        self._closed = []
        self._nearest, self.found = self._fit()
        free = self._nearest.settled - strict[1].settled
        if strict[1].misfit - self._nearest.misfit <= _chi_square(free):
            self._closed, self._nearest, self.found = strict
            return
        possible = self._possible_gaps()
        self._closed = self._places(lambda body: body not in possible)
        self._nearest, self.found = self._fit()

    def _possible_gaps(self) -> set[int]:
        """The bodies at which somebody may be unrecorded while in all no more are than must be."""
        import numpy as np

        laid, found = self.laid, self.found
        fewest = float(found.values[laid.gaps].sum()) + SETTLED
        solver = Solver(laid.program([*self._fit_held(), (dict.fromkeys(laid.gaps, 1.0), 0.0, fewest)]))
        possible = set()
        for body in range(len(laid.bodies)):
            ways = [laid.first_arrival + body, laid.first_departure + body]
            if any(found.values[ways] > SETTLED * 10):
                possible.add(body)
            elif any(found.prices[ways] < PRICED):  # what has a price is at zero in every answer as good
                costs = np.zeros(laid.variables)
                costs[ways] = -1.0
                if -solver.least(costs).objective > SETTLED * 10:
                    possible.add(body)
        return possible

    def _fit_held(self) -> list[tuple[dict[int, float], float, float]]:
        """Rows that hold every reported number where it was fitted, or within the intervals that hold it."""
        laid = self.laid
        rows = []
        for number in sorted({laid.numbers[i] for i in self.reports}):
            fit = laid.value(number, self.found.values)
            told = [i for i in self.reports if laid.numbers[i] == number]
            low, high = max(float(laid.low[i]) for i in told), min(float(laid.high[i]) for i in told)
            if low >= high or not low - SETTLED <= fit <= high + SETTLED:  # something draws it
                low = high = fit
            rows.append((dict(laid.sums[number]), low - SETTLED, high + SETTLED))
        return rows

    # --- the nearest balanced flow ----------------------------------------------------
    @cached_property
    def _targets(self) -> list[Target]:
        """What draws the numbers: each interval, and of the values that are reported of one number their mean."""
        laid, targets = self.laid, []
        points: dict[int, list[int]] = {}
        for i in self.reports:
            if i in self._hard:
                continue
            if laid.low[i] == laid.high[i]:
                points.setdefault(laid.numbers[i], []).append(i)
            else:
                low, high, weight = float(laid.low[i]), float(laid.high[i]), float(laid.weights[i])
                targets.append(Target(laid.numbers[i], low, high, weight))
        for number, reports in points.items():
            weights = [float(laid.weights[i]) for i in reports]
            mean = fmean((float(laid.low[i]) for i in reports), weights)
            targets.append(Target(number, mean, mean, sum(weights)))
        return targets

    @cached_property
    def _unit(self) -> float:
        """The smallest weight: the solver is asked in units of it, since it holds numbers about one best."""
        return min((target.weight for target in self._targets), default=1.0)

    def _hard_rows(self) -> list[tuple[dict[int, float], float, float]]:
        laid = self.laid
        return [(laid.row(i), float(laid.low[i]), float(laid.high[i])) for i in sorted(self._hard)]

    def _fit(self) -> tuple[Nearest, Solution]:
        """The nearest balanced flow and, of all that are as near, one with as few persons unrecorded as can be."""
        if all(target.low == target.high for target in self._targets):
            nearest = self._without_bounds()
            found = self._rounded(nearest, whole=False)
            if found.values[self.laid.variables :].max(initial=0.0) <= SETTLED:
                return nearest, found  # the bounds hold without being asked for
        nearest = self._within_bounds()
        return nearest, self._rounded(nearest, whole=False)

    def _without_bounds(self) -> Nearest:
        """The nearest flow where less than nothing could go along a tie, by the normal equations."""
        import numpy as np

        low, high = self.laid.rows[3:]
        return self._settled(low == high, np.zeros(self.laid.first_arrival, bool), self._targets)

    def _within_bounds(self) -> Nearest:
        """By the solver; what it says binds then holds exactly."""
        import numpy as np

        laid, solved = self.laid, self._solved()
        low, high = laid.rows[3:]
        off = solved.values[laid.variables :]
        found = self._settled(
            (low == high) | (np.abs(solved.row_prices[: len(low)]) > PRICED),
            solved.prices[: laid.first_arrival] > PRICED,
            [t for t, by in zip(self._targets, off, strict=True) if t.low == t.high or abs(by) > PRICED],
        )
        values = solved.values[: laid.variables]
        return replace(found, values=values, misfit=self._misfit(values))

    def _misfit(self, values: np.ndarray) -> float:
        return sum(t.weight * t.off(self.laid.value(t.number, values)) ** 2 for t in self._targets)

    def _settled(self, binds: np.ndarray, empty: np.ndarray, targets: Sequence[Target]) -> Nearest:
        """The flow nearest to these, if these rows hold exactly and these cells are empty."""
        import numpy as np

        laid = self.laid
        fixed = np.zeros(laid.variables, np.uint8)
        fixed[: laid.first_arrival] = empty
        fixed[self._closed] = 1
        exact = [
            (laid.sums[laid.numbers[i]], float(laid.low[i])) for i in sorted(self._hard) if laid.low[i] == laid.high[i]
        ]
        values, variances, settled = _core.flows.fit(
            laid.variables,
            laid.rows,
            binds=list(binds),
            exact=exact,
            fixed=list(fixed),
            observations=[(laid.sums[target.number], target.low, target.weight) for target in targets],
            wanted=[[(cell, 1.0) for cell in cells] for cells in self.passages],
        )
        return Nearest(values, variances, settled, self._misfit(values))

    def _solved(self) -> Solution:
        """The nearest flow, then how far it is off each target."""
        import numpy as np

        laid, targets = self.laid, self._targets
        rows = [
            (dict(laid.sums[target.number]) | {laid.variables + place: -1.0}, target.low, target.high)
            for place, target in enumerate(targets)
        ]
        program = laid.program([*rows, *self._hard_rows()], more=len(targets))
        squares = np.concatenate([np.zeros(laid.variables), [target.weight / self._unit for target in targets]])
        program.low[laid.variables :] = -math.inf
        program.high[self._closed] = 0
        found = least(replace(program, squares=squares if targets else None))
        if found.status == "infeasible":
            raise self._contradiction()
        if found.status != "optimal":
            raise NotConverged("The solver found no balanced flow. Leave out figures that are very far apart.")
        return found

    def _contradiction(self) -> Infeasible:
        """The exact figures that cannot all hold: one after the other is left out if it is not needed for that."""
        needed = set(self._hard)
        for report in sorted(self._hard):
            self._hard = needed - {report}
            program = self.laid.program(self._hard_rows())
            program.high[self._closed] = 0
            if least(program).status == "infeasible":
                needed.discard(report)
        names = ", ".join(self.laid.id(report) for report in sorted(needed))
        return Infeasible(f"No balanced flow has all of {names} exact. Leave one of them out of exact=.")

    # --- whole persons ----------------------------------------------------------------
    def _rounded(self, nearest: Nearest, *, whole: bool) -> Solution:
        """The numbers nearest to the fit that keep the balance, with as few persons unrecorded as can be."""
        import numpy as np

        laid = self.laid
        weights: dict[int, float] = {}
        for target in self._targets:
            weights[target.number] = weights.get(target.number, 0.0) + target.weight
        rows, costs = [], []
        for place, (number, weight) in enumerate(weights.items()):
            # How much more it is than the fit, or less. Between two whole numbers the price runs straight from what
            # one costs to what the other does: then the best is whole by itself, as a rule, and need not be searched.
            fit = laid.value(number, nearest.values)
            base = math.floor(fit) if whole else fit
            over, under, part = (laid.variables + 3 * place + way for way in range(3))
            rows.append((dict(laid.sums[number]) | {over: -1.0, under: 1.0, part: -1.0}, base, base))
            costs += [weight, weight, weight * (1 - 2 * (fit - base))]
        program = laid.program([*rows, *self._hard_rows()], more=len(costs))
        program.costs[laid.gaps] = 1.0
        program.costs[laid.variables :] = FIT_BEFORE_GAPS / self._unit * np.array(costs)
        program.high[self._closed] = 0
        program.high[laid.variables + 2 :: 3] = float(whole)
        found = least(program)
        cells = found.values[: laid.first_arrival]
        if whole and np.abs(cells - np.round(cells)).max(initial=0.0) > SETTLED:
            found = least(replace(program, whole=np.arange(len(program.costs)) < laid.first_arrival))
        if found.status == "infeasible" and not whole:
            raise self._contradiction()
        if found.status == "infeasible":
            raise Infeasible("No balanced flow of whole persons has the exact figures exact. Ask for whole=False.")
        return found

    # --- how far it is settled --------------------------------------------------------
    @cached_property
    def passages(self) -> list[list[int]]:
        cells: list[list[int]] = [[] for _ in self.ties]
        for cell, passage in enumerate(self.laid.cells):
            cells[passage].append(cell)
        return cells

    @cached_property
    def variances(self) -> list[float]:
        settled = zip(self._nearest.variances, self.passages, strict=True)
        return [variance if cells else math.nan for variance, cells in settled]  # on no day that is reported on

    @cached_property
    def ranges(self) -> dict[int, tuple[float, float]]:
        """Of each tie that is not settled, the least and the most that fit as well, with gaps at no other bodies."""
        import numpy as np

        laid = self.laid
        open_ties = [
            place for place, variance in enumerate(self.variances) if math.isnan(variance) and self.passages[place]
        ]
        if not open_ties:
            return {}
        program = laid.program(self._fit_held())
        program.high[self._closed] = 0
        solver, endless = Solver(program), self._endless(open_ties)
        return {place: self._range(solver, np.array(self.passages[place]), place in endless) for place in open_ties}

    def _range(self, solver: Solver, cells: np.ndarray, endless: bool) -> tuple[float, float]:
        low = 0.0 if self.found.values[cells].sum() <= 0 else self._least(solver, cells, 1.0)
        high = math.inf if endless else -self._least(solver, cells, -1.0)
        return max(0.0, rounded_off(low)), rounded_off(high)

    def _least(self, solver: Solver, cells: np.ndarray, times: float) -> float:
        import numpy as np

        costs = np.zeros(self.laid.variables)
        costs[cells] = times
        found = solver.least(costs)
        return found.objective if found.status == "optimal" else -math.inf

    def _endless(self, open_ties: Sequence[int]) -> set[int]:
        """The ties along which any number may have gone.

        All at once: what can be added without end can be added together, one to each. All rows are about zero, so
        that they say what can be added too; to what is held, nothing.
        """
        laid = self.laid
        held = [(cells, 0.0, 0.0) for cells, _, _ in self._fit_held()]
        rows = [
            (dict.fromkeys(self.passages[tie], 1.0) | {laid.variables + place: -1.0}, 0.0, math.inf)
            for place, tie in enumerate(open_ties)
        ]
        program = laid.program([*held, *rows], more=len(open_ties))
        program.high[self._closed] = 0
        program.high[laid.variables :] = 1
        program.costs[laid.variables :] = -1
        one = least(program).values[laid.variables :]
        return {tie for tie, some in zip(open_ties, one, strict=True) if some > 0.5}


def _chi_square(degrees: int, share: float = 0.95) -> float:
    """The quantile of its distribution, by Wilson and Hilferty (1931), doi:10.1073/pnas.17.12.684."""
    if degrees <= 0:
        return 0.0
    spread = 2 / (9 * degrees)
    return float(degrees * (1 - spread + NormalDist().inv_cdf(share) * math.sqrt(spread)) ** 3)


def rounded_off(value: float) -> float:
    """Without the solver's last digits."""
    near = round(value) if math.isfinite(value) else value
    return float(near) if abs(value - near) < 1e-4 else value
