"""The balanced flow closest to what sources report."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import Infeasible, InvalidOption, NotConverged, UnknownName
from ..projection import Projection
from ..solve import Program, Rows, Solution, Solver, least
from ..tables import Asked, Progress, tell
from ..tables import Rows as RowsOf
from .flow import Flow

if TYPE_CHECKING:
    import numpy as np

    from ..network import Network

__all__ = ["Reconciled", "reconcile"]

# The fit of the reports comes first, then as few persons unrecorded as can be.
FIT_BEFORE_GAPS = 1e4
SETTLED = 1e-6
EPOCH = date(1970, 1, 1)
PRICED = 1e-3  # what the solver leaves open of a price, in units of the smallest weight


class Reconciled(Flow):
    """A flow fitted to reports.

    `.residuals`: a row a figure, what it says and what was fitted; `.spans`: when they went; `.gaps`: a row an actor,
    the persons who came and left by no recorded tie; `.unused`: the figures that say nothing about these ties, each
    with the reason.
    """

    def __init__(self, fitted: _Fitted, asked: Asked, level: float, **result: Any) -> None:
        self._fitted = fitted
        super().__init__(fitted.amounts(level), asked, value=fitted.value(), **result)

    @cached_property
    def residuals(self) -> RowsOf:
        return RowsOf(
            self._fitted.residuals(),
            self._asked,
            figures=self._figures,
            convention="What each figure says, what was fitted, and by how much that is more.",
        )

    @cached_property
    def spans(self) -> RowsOf:
        """When: a row for each tie and span of days on which somebody is fitted to have gone, earliest first.

        Spans end where a figure or a stock does. A way that leads back (who is recruited again) is so told apart in
        time: `coopnet.alluvial` draws these rows by period.
        """
        return RowsOf(
            self._fitted.over_time(),
            self._asked,
            ties=self._ties,
            figures=self._figures,
            convention="Amounts by span of days, of ties that the reports settle.",
        )

    @cached_property
    def gaps(self) -> RowsOf:
        return RowsOf(
            self._fitted.gaps(),
            self._asked,
            ties=self._ties,
            figures=self._figures,
            convention="Persons who came to an actor, or left or stayed, by no recorded tie: as few as can be.",
        )

    @cached_property
    def unused(self) -> dict[str, str]:
        return self._fitted.unused()

    def left_out(self, *, progress: Progress | None = None) -> RowsOf:
        """The same answer without each source in turn: a row for every tie that changes, `without` it.

        `without` is NaN where the reports no longer settle it, and where the tie itself rests on that source alone.
        """
        rows: list[dict[str, Any]] = []
        for done, source in enumerate(self.sources):
            tell(progress, done, len(self.sources))
            without = (*(self.projection.without_sources or ()), source)
            other = self.again(without_sources=without)
            for tie, amount in self.items():
                changed = other.get(tie, math.nan)
                if not _same(amount, changed):
                    rows.append({"id": f"{tie} without {source}", "tie": tie, "source": source})
                    rows[-1] |= {"amount": amount, "without": changed, "gone": tie not in other}
        return RowsOf(
            rows,
            self._asked,
            ties=self._ties,
            figures=self._figures,
            convention=(
                "Amounts that change when one source is left out, with the figures and ties that rest on it alone."
            ),
        )


@dataclass(frozen=True)
class _Laid:
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


class _Fitted:
    """The fit, step by step: reports first, then whole persons, then how far each amount is settled."""

    def __init__(self, laid: _Laid, ties: Sequence[int], exact: frozenset[str], gaps: frozenset[str] | None) -> None:
        self._laid = laid
        self._ties = ties
        self._reports = [i for i, used in enumerate(laid.used) if used]
        self._hard = {i for i in self._reports if laid.id(i) in exact}
        self._soft = [i for i in self._reports if i not in self._hard]
        self._closed = self._places(lambda body: gaps is None or self._body(body) not in gaps)
        self._nearest = self._fit()
        self._found = self._rounded(whole=False)
        if gaps is None:
            self._open_where_needed()

    def make_whole(self) -> None:
        self._found = self._rounded(whole=True)

    def _body(self, place: int) -> str:
        return str(self._laid.network.actors.row(self._laid.bodies[place]).id)

    def _places(self, wanted: Callable[[int], bool]) -> list[int]:
        """The variables of those who came and left unrecorded at these bodies."""
        places = [place for place in range(len(self._laid.bodies)) if wanted(place)]
        first = (self._laid.first_arrival, self._laid.first_departure)
        return [start + place for start in first for place in places]

    # --- where the balance does not hold ----------------------------------------------
    def _open_where_needed(self) -> None:
        """Lets persons come and go unrecorded, at as few bodies as are needed, if the reports are too far apart else.

        By the likelihood ratio: how much worse the reports are met, against how much more they settle.
        """
        strict, strict_settled = self._misfit(), self._spread()[1]
        kept = (self._closed, self._nearest, self._found)
        self._closed = []
        self._nearest = self._fit()
        self._found = self._rounded(whole=False)
        free = self._spread()[1] - strict_settled
        if strict - self._misfit() <= _chi_square(free):
            self._closed, self._nearest, self._found = kept
            return
        possible = self._possible_gaps()
        self._closed = self._places(lambda body: body not in possible)
        self._nearest = self._fit()
        self._found = self._rounded(whole=False)

    def _possible_gaps(self) -> set[int]:
        """The bodies at which somebody may be unrecorded while in all no more are than must be."""
        import numpy as np

        laid, found = self._laid, self._found
        fewest = float(found.values[laid.gaps].sum()) + SETTLED
        solver = Solver(laid.program([*self._fit_held(), (dict.fromkeys(laid.gaps, 1.0), 0.0, fewest)]))
        possible = set()
        for body in range(len(laid.bodies)):
            costs = np.zeros(laid.variables)
            costs[[laid.first_arrival + body, laid.first_departure + body]] = -1.0
            if -solver.least(costs).objective > SETTLED * 10:
                possible.add(body)
        return possible

    def _fit_held(self) -> list[tuple[dict[int, float], float, float]]:
        """Rows that hold every reported number where it was fitted."""
        laid = self._laid
        rows = []
        for number in sorted({laid.numbers[i] for i in self._reports}):
            fit = laid.value(number, self._found.values)
            rows.append((dict(laid.sums[number]), fit - SETTLED, fit + SETTLED))
        return rows

    def _misfit(self) -> float:
        off = self._nearest.values[self._laid.variables :]
        return float((self._laid.weights[self._soft] * off**2).sum())

    @cached_property
    def _unit(self) -> float:
        """The smallest weight: the solver is asked in units of it, since it holds numbers about one best."""
        return min((float(self._laid.weights[i]) for i in self._soft), default=1.0)

    # --- the nearest balanced flow ----------------------------------------------------
    def _hard_rows(self) -> list[tuple[dict[int, float], float, float]]:
        laid = self._laid
        return [(laid.row(i), float(laid.low[i]), float(laid.high[i])) for i in sorted(self._hard)]

    def _fit(self) -> Solution:
        import numpy as np

        laid, soft = self._laid, self._soft
        rows = [
            (laid.row(i) | {laid.variables + place: -1.0}, float(laid.low[i]), float(laid.high[i]))
            for place, i in enumerate(soft)
        ]
        program = laid.program([*rows, *self._hard_rows()], more=len(soft))
        squares = np.concatenate([np.zeros(laid.variables), laid.weights[soft] / self._unit]) if soft else None
        program.low[laid.variables :] = -math.inf
        program.high[self._closed] = 0
        found = least(Program(program.costs, program.rows, program.low, program.high, squares=squares))
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
            program = self._laid.program(self._hard_rows())
            program.high[self._closed] = 0
            if least(program).status == "infeasible":
                needed.discard(report)
        names = ", ".join(self._laid.id(report) for report in sorted(needed))
        return Infeasible(f"No balanced flow has all of {names} exact. Leave one of them out of exact=.")

    # --- whole persons ----------------------------------------------------------------
    def _rounded(self, *, whole: bool) -> Solution:
        """The numbers nearest to the fit that keep the balance, with as few persons unrecorded as can be."""
        import numpy as np

        laid = self._laid
        numbers: dict[int, float] = {}  # each by its weight
        for i in self._soft:
            numbers[laid.numbers[i]] = numbers.get(laid.numbers[i], 0.0) + float(laid.weights[i])
        rows = []
        for place, number in enumerate(numbers):
            over, under = laid.variables + 2 * place, laid.variables + 2 * place + 1
            fit = laid.value(number, self._nearest.values)
            rows.append((dict(laid.sums[number]) | {over: -1.0, under: 1.0}, fit, fit))
        program = laid.program([*rows, *self._hard_rows()], more=2 * len(numbers))
        program.costs[laid.gaps] = 1.0
        program.high[self._closed] = 0
        program.costs[laid.variables :] = np.repeat([FIT_BEFORE_GAPS * w / self._unit for w in numbers.values()], 2)
        kinds = np.arange(len(program.costs)) < laid.first_arrival if whole else None
        found = least(Program(program.costs, program.rows, program.low, program.high, whole=kinds))
        if found.status == "infeasible":
            raise Infeasible("No balanced flow of whole persons has the exact figures exact. Ask for whole=False.")
        return found

    # --- how far it is settled --------------------------------------------------------
    @cached_property
    def _passages(self) -> list[list[int]]:
        cells: list[list[int]] = [[] for _ in self._ties]
        for cell, passage in enumerate(self._laid.cells):
            cells[passage].append(cell)
        return cells

    def _spread(self) -> tuple[list[float], int]:
        """By tie its variance, NaN where the reports do not settle it; and how many things they settle."""
        import numpy as np

        laid, nearest = self._laid, self._nearest
        low, high = laid.rows[3:]
        binds = (low == high) | (np.abs(nearest.row_prices[: len(low)]) > PRICED)
        exact = [laid.sums[laid.numbers[i]] for i in sorted(self._hard) if laid.low[i] == laid.high[i]]
        fixed = np.zeros(laid.variables, np.uint8)
        fixed[: laid.first_arrival] = nearest.prices[: laid.first_arrival] > PRICED
        fixed[self._closed] = 1
        seen = [
            (laid.sums[laid.numbers[i]], float(laid.weights[i]))
            for place, i in enumerate(self._soft)
            if laid.low[i] == laid.high[i] or abs(nearest.values[laid.variables + place]) > PRICED
        ]
        wanted = [[(cell, 1.0) for cell in cells] for cells in self._passages]
        known = {"binds": list(binds), "exact": exact, "fixed": list(fixed), "observations": seen}
        variances, settled = _core.flows.spread(laid.variables, laid.rows, **known, wanted=wanted)
        return variances, settled

    @cached_property
    def _variances(self) -> list[float]:
        settled = zip(self._spread()[0], self._passages, strict=True)
        return [variance if cells else math.nan for variance, cells in settled]  # on no day that is reported on

    @cached_property
    def _ranges(self) -> dict[int, tuple[float, float]]:
        """Of each tie that is not settled, the least and the most that fit as well, with gaps at no other bodies."""
        import numpy as np

        laid = self._laid
        open_ties = [
            place for place, variance in enumerate(self._variances) if math.isnan(variance) and self._passages[place]
        ]
        if not open_ties:
            return {}
        program = laid.program(self._fit_held())
        program.high[self._closed] = 0
        solver = Solver(program)
        return {place: self._range(solver, np.array(self._passages[place])) for place in open_ties}

    def _range(self, solver: Solver, cells: np.ndarray) -> tuple[float, float]:
        import numpy as np

        ends = []
        for sign in (1.0, -1.0):
            costs = np.zeros(self._laid.variables)
            costs[cells] = sign
            found = solver.least(costs)
            ends.append(sign * found.objective if found.status == "optimal" else math.inf)
        return max(0.0, _rounded_off(ends[0])), _rounded_off(ends[1])

    # --- what is told -----------------------------------------------------------------
    def amounts(self, level: float) -> list[dict[str, Any]]:
        network, found = self._laid.network, self._found
        wide = NormalDist().inv_cdf((1 + level) / 2)
        rows = []
        for place, (tie, cells) in enumerate(zip(self._ties, self._passages, strict=True)):
            recorded = network.ties.row(tie)
            row = {"tie": recorded.id, "source": recorded.source, "target": recorded.target}
            if place in self._ranges:
                low, high = self._ranges[place]
                amount = low if low == high else math.nan
            elif not cells:
                low = high = amount = math.nan
            else:
                amount = _rounded_off(float(found.values[cells].sum()))
                half = wide * math.sqrt(max(0.0, self._variances[place]))
                low, high = max(0.0, amount - half), amount + half
            rows.append(row | {"amount": amount, "low": low, "high": high, "residual": self._residual(place)})
        return rows

    @cached_property
    def _means(self) -> dict[int, float]:
        """By number, the mean of what its reports say, each by its weight."""
        laid = self._laid
        told: dict[int, list[tuple[float, float]]] = {}
        for i in self._reports:
            middle = (laid.low[i] + laid.high[i]) / 2 if math.isfinite(laid.high[i]) else laid.low[i]
            told.setdefault(laid.numbers[i], []).append((float(middle), float(laid.weights[i])))
        return {
            number: sum(value * weight for value, weight in values) / sum(weight for _, weight in values)
            for number, values in told.items()
        }

    def _residual(self, place: int) -> float:
        """By how much the amounts are more than what is told of this tie alone; NaN if nothing is."""
        laid, taken, more = self._laid, set[int](), math.nan
        for number in self._alone.get(place, ()):
            cells = {cell for cell, _ in laid.sums[number]}
            if taken.isdisjoint(cells):
                taken |= cells
                more = (0.0 if math.isnan(more) else more) + laid.value(number, self._found.values)
                more -= self._means[number]
        return _rounded_off(more)

    @cached_property
    def _alone(self) -> dict[int, list[int]]:
        """By tie, the numbers that count it alone, those of the longest spans first."""
        laid = self._laid
        alone: dict[int, list[int]] = {}
        for number in sorted(self._means, key=lambda number: -len(laid.sums[number])):
            if laid.counted[number]:
                passages = {laid.cells[cell] for cell, _ in laid.sums[number]}
                if len(passages) == 1:
                    alone.setdefault(passages.pop(), []).append(number)
        return alone

    def value(self) -> float:
        """How many reach an actor from whom no tie leads on; NaN if the reports do not settle it."""
        ties = [self._laid.network.ties.row(tie) for tie in self._ties]
        leave = {tie.source for tie in ties}
        ends = [place for place, tie in enumerate(ties) if tie.target not in leave]
        if any(math.isnan(self._variances[place]) for place in ends):
            return math.nan
        return _rounded_off(float(sum(self._found.values[self._passages[place]].sum() for place in ends)))

    def residuals(self) -> list[dict[str, Any]]:
        laid, rows = self._laid, []
        for i in self._reports:
            fitted = _rounded_off(laid.value(laid.numbers[i], self._found.values))
            low, high = float(laid.low[i]), float(laid.high[i])
            off = fitted - high if fitted > high else min(0.0, fitted - low)
            figure = laid.network.figures.row(laid.figures[i])
            row = {"id": figure.id, "low": low, "high": high, "fitted": fitted, "residual": off}
            rows.append(row | {"weight": float(laid.weights[i]), "sources": tuple(figure.sources or ())})
        return rows

    def over_time(self) -> list[dict[str, Any]]:
        laid, rows = self._laid, []
        for cell, passage in enumerate(laid.cells):
            amount = _rounded_off(float(self._found.values[cell]))
            if math.isnan(self._variances[passage]) or amount == 0:
                continue
            since, until = (None if day is None else (EPOCH + timedelta(day)).isoformat() for day in laid.spans[cell])
            tie = laid.network.ties.row(self._ties[passage])
            row = {"id": f"{tie.id} {since or ''}/{until or ''}", "tie": tie.id, "source": tie.source}
            rows.append(row | {"target": tie.target, "since": since, "until": until, "amount": amount})
        return sorted(rows, key=lambda row: str(row["since"] or ""))

    def gaps(self) -> list[dict[str, Any]]:
        laid, values = self._laid, self._found.values
        return [
            {
                "id": laid.network.actors.row(actor).id,
                "came": _rounded_off(float(values[laid.first_arrival + place])),
                "left": _rounded_off(float(values[laid.first_departure + place])),
            }
            for place, actor in enumerate(laid.bodies)
        ]

    def unused(self) -> dict[str, str]:
        laid = self._laid
        told = {row: laid.used[i] for i, row in enumerate(laid.figures)}
        reasons = {
            None: "not a count, without a number, or outside what is asked",
            False: "counts nothing on these ties",
        }
        return {
            str(figure.id): reasons[told.get(row)]
            for row, figure in enumerate(laid.network.figures.values())
            if not told.get(row)
        }

    @property
    def figures(self) -> list[int]:
        return sorted(self._laid.figures[i] for i in self._reports)


def reconcile(
    network: Network,
    *,
    exact: Sequence[str] = (),
    gaps: bool | Sequence[str] | None = None,
    whole: bool = True,
    level: float = 0.95,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Reconciled:
    """How many persons went along each tie: the balanced flow closest to all that is reported.

    Parameters
    ----------
    exact
        Ids of figures that must hold exactly, whatever the others say.
    gaps
        Where persons may come and leave by no recorded tie: False, nowhere; True, everywhere; or at these actors.
        None: nowhere, unless the reports cannot be met so; then where the fewest that they need may be.
    whole
        Whole persons; off, the amounts are fractions as fitted.
    level
        Of the confidence intervals.
    over
        Which ties, and which days: its `at` or `during` leaves out figures that count other days too. None: the layer
        ``flow``.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    *Balance.* Whoever comes to an actor leaves it, and not before coming; a tie on whose days several figures
    report is cut into as many spans, from the first day that any figure counts to the last. Whoever comes to a place
    may have been there before, and may stay. Where the reports meet the balance worse than chance would have it
    (likelihood ratio, at the 5 % level), ties must be missing from the record: then persons may come and leave
    unrecorded, as few as need be, at every actor where these may be; `.gaps` tells them. A gap in the data is never
    spread over the ties, and settles nothing about them.

    *Figures.* A figure whose measure is a relation is the sum of these ties from its origin to its destination within
    its days; one of a group, or a total so far, is at most or at least that. Others count as wholes and parts as in
    `conflicts`; a stock that a stage of the vocabulary `holds` is who is with that actor at the end of the day. What
    the network's ties do not carry is `.unused`.

    *Fit.* Least squares: a count of v persons has the variance v / r, r the reliability of its best source by the
    vocabulary's table (without a source, that of an inferred tie). Within the interval that a figure gives nothing is
    off. Amounts are then the nearest whole numbers that keep the balance. `low` and `high` are the confidence
    interval of a tie that the reports settle, by the spread of the reports and the balance; of one that they do not
    settle, `amount` is NaN, and these are the least and the most that fit as well. `residual` is amount less what is
    told of this tie alone.

    Costs a quadratic and a whole-number program (HiGHS). Raises `Infeasible` naming a smallest set of exact figures
    that cannot hold together, `UnknownName` for one that is not there, `InvalidOption`, `Cancelled`.

    Examples
    --------
    Handed over were 12 persons or 15, and 12 came home; none of the reports has a grade:

    >>> import pandas as pd
    >>> from coopnet import Network
    >>> ties = pd.DataFrame({"source": ["Police", "Embassy"], "target": ["Embassy", "Shelter"],
    ...                      "relation": ["hands_over", "repatriates"]})
    >>> figures = pd.DataFrame({"measure": ["hands_over", "hands_over", "repatriates"], "value": [12, 15, 12],
    ...                         "since": "2022-08", "until": "2022-08"})
    >>> words = {"relations": {"hands_over": {"layer": "flow", "from": [], "to": []},
    ...                        "repatriates": {"layer": "flow", "from": [], "to": []}}}
    >>> found = reconcile(Network.from_frames(pd.DataFrame({"id": ["Police", "Embassy", "Shelter"]}), ties,
    ...                                       figures=figures, vocabulary=words))
    >>> dict(found), found.residuals.column("residual")
    ({'T1': 13.0, 'T2': 13.0}, {'F1': 1.0, 'F2': -2.0, 'F3': 1.0})
    """
    if not 0 < level < 1:
        raise InvalidOption(f"level={level:g} is no share between 0 and 1.")
    asked_over = over or Projection(layers="flow")
    for figure in exact:
        if figure not in network.figures:
            hint = _core.nearest_hint(str(figure), list(network.figures))
            raise UnknownName(f'There is no figure "{figure}".{hint}')
    tell(progress, 0, 3)
    view = network.freeze(asked_over, merges=False)
    ties = list(view.all_ties)
    laid = _core.flows.balance(network.core, progress, projection=asked_over.settings(), ties=ties)
    tell(progress, 1, 3)
    fitted = _Fitted(_Laid(network, **laid), ties, frozenset(exact), _where(network, gaps))
    if whole:
        fitted.make_whole()
    tell(progress, 2, 3)
    options: dict[str, Any] = {"exact": tuple(exact), "gaps": gaps, "whole": whole, "level": level}
    return Reconciled(
        fitted,
        Asked(reconcile, network, asked_over, (), options),
        level,
        ties=ties,
        figures=fitted.figures,
        partial=bool(laid["partial"]),
        convention=(
            "Weighted least squares, a count of v persons of reliability r with the variance v / r; who comes to a "
            f"body leaves it{_GAPS[gaps is None or bool(gaps)]}; "
            f"{'whole persons' if whole else 'fractions of persons'}; intervals at {level:.0%}; a tie that the "
            "reports do not settle has no amount."
        ),
    )


_GAPS = {True: ", but for who came or left unrecorded, as few as can be", False: ""}


def _where(network: Network, gaps: bool | Sequence[str] | None) -> frozenset[str] | None:
    if gaps is None:
        return None
    if isinstance(gaps, bool):
        return frozenset(network.actors) if gaps else frozenset()
    for actor in gaps:
        network.core.actor(actor)
    return frozenset(gaps)


def _chi_square(degrees: int, share: float = 0.95) -> float:
    """The quantile of its distribution, by Wilson and Hilferty (1931), doi:10.1073/pnas.17.12.684."""
    if degrees <= 0:
        return 0.0
    spread = 2 / (9 * degrees)
    return float(degrees * (1 - spread + NormalDist().inv_cdf(share) * math.sqrt(spread)) ** 3)


def _rounded_off(value: float) -> float:
    """Without the solver's last digits."""
    near = round(value) if math.isfinite(value) else value
    return float(near) if abs(value - near) < 1e-4 else value


def _same(a: float, b: float) -> bool:
    return (math.isnan(a) and math.isnan(b)) or abs(a - b) < SETTLED
