"""The quickest schedule of persons on their way, day by day, as a linear program that the core lays out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .. import _core
from ..errors import Infeasible, InvalidOption
from ..solve import Program, Rows, Solution, Solver

if TYPE_CHECKING:
    import numpy as np

__all__ = ["LONGEST", "MOVES", "PASSES", "SMALL", "STAYS", "Limits", "Plan", "planned"]

MOVES, STAYS, SHARES, PASSES = range(4)  # what a column counts, as the core says it
SMALL = 1e-7  # persons, or person-days, that are none
LONGEST = 3660  # days


@dataclass(frozen=True)
class Limits:
    """What is given of each edge and vertex of a view."""

    per_day: list[float]
    dated: list[Mapping[date, float] | None]
    delay: list[int]
    beds: list[float]
    handles: list[float]

    def seats(self, days: Sequence[date]) -> np.ndarray:
        """By edge, then day."""
        import numpy as np

        seats = np.repeat(np.array(self.per_day, float), len(days)).reshape(-1, len(days))
        for edge, dated in enumerate(self.dated):
            if dated is not None:
                seats[edge] = [dated.get(when, 0.0) for when in days]
        return seats


class Plan:
    """The program of some days, and its best answer."""

    def __init__(
        self, view: _core.View, ends: tuple[str, str], limits: Limits, coming: Mapping[date, float], days: int
    ):
        import numpy as np

        first = min(coming)
        self.days = [first + timedelta(number) for number in range(days)]
        self.parts = _core.flows.time_expanded(
            view,
            *ends,
            arrivals=np.array([coming.get(when, 0.0) for when in self.days]),
            delay=np.array(limits.delay, np.uint32),
            seats=limits.seats(self.days).ravel(),
            beds=np.array(limits.beds, float),
            handles=np.array(limits.handles, float),
        )
        parts = self.parts
        rows = Rows(*parts["rows"])
        self.program = Program(parts["costs"], rows, np.zeros(len(parts["most"])), parts["most"])
        self.target = view.vertex(ends[1])
        self.solver = Solver(self.program)

    def solved(self, time_limit: float | None) -> Solution:
        """The least person-days; of schedules with as few, the one whose waiting is nearest to the target."""
        found = self.solver.least(time_limit=time_limit)
        if found.status == "infeasible":
            raise Infeasible(
                "Some night there are more persons than beds. Give more beds, more seats, or leave beds out."
            )
        self.best, self.prices = found.objective, found.prices
        return self._settled(found, time_limit)

    def _settled(self, found: Solution, time_limit: float | None) -> Solution:
        import numpy as np

        # In every best schedule a column with a price stands where it stands in this one.
        fixed = np.abs(found.prices) > SMALL
        low = np.where(fixed, found.values, self.program.low)
        high = np.where(fixed, found.values, self.program.high)
        ahead = _steps_ahead(self.parts, self.target)
        stays = self.parts["acts"] == STAYS
        # A night further back outweighs all the ways that a person can go round.
        costs = np.where(stays, (len(ahead) + 1.0) * ahead[self.parts["from"]], (self.parts["acts"] == MOVES) * 1.0)
        second = Solver(replace(self.program, costs=costs, low=low, high=high)).least(time_limit=time_limit)
        return second if second.status == "optimal" else found

    @property
    def arrived(self) -> np.ndarray:
        arrived: np.ndarray = (self.parts["acts"] == MOVES) & (self.parts["to"] == self.target)
        return arrived

    def saved(self, more: Mapping[int, float]) -> float:
        """The person-days that are saved if these columns may hold so many more."""
        most = self.parts["most"]
        for column, extra in more.items():
            self.solver.bound(column, 0, float(most[column]) + extra)
        saved = self.best - self.solver.least().objective
        for column in more:
            self.solver.bound(column, 0, float(most[column]))
        return saved if saved > SMALL else 0.0

    def limits(self) -> dict[tuple[int, int], list[int]]:
        """The columns that something limits, by what does: seats of an edge, beds of a vertex, what it can pass on."""
        import numpy as np

        found: dict[tuple[int, int], list[int]] = {}
        for column in np.flatnonzero(np.isfinite(self.parts["most"])).tolist():
            act = int(self.parts["acts"][column])
            act = MOVES if act == SHARES else act
            found.setdefault((act, int(self.parts["places"][column])), []).append(column)
        return found


def planned(
    view: _core.View, ends: tuple[str, str], limits: Limits, coming: Mapping[date, float], until: date | None
) -> tuple[Plan, Solution]:
    """The schedule through a day, or as long as somebody can still arrive."""
    first = min(coming)
    if until is not None:
        _require_days(first, max(coming), until)
        return _with_answer(view, ends, limits, coming, (until - first).days + 1)
    flights = [when for dated in limits.dated if dated is not None for when in dated]
    days = (max([*coming, *flights]) - first).days + 1
    # By then whoever sets out at the end has arrived, whichever way he goes.
    enough, more = sum(sorted(limits.delay)[-len(view.keys) :]), 7
    left = math.inf
    while True:
        plan, found = _with_answer(view, ends, limits, coming, days + more)
        now = sum(coming.values()) - float(found.values[plan.arrived].sum())
        if now <= SMALL or (more >= enough and now >= left - SMALL):
            return _with_answer(view, ends, limits, coming, _last(plan, found, coming))
        if days + 2 * more > LONGEST:
            raise InvalidOption(f"Somebody still waits after {LONGEST} days. Say until= which day to count.")
        left, more = now, 2 * more


def _require_days(first: date, last: date, until: date) -> None:
    if until < last or (until - first).days >= LONGEST:
        raise InvalidOption(
            f"until={until} is not within {LONGEST} days from {first}, or before {last}, when persons come."
        )


def _with_answer(
    view: _core.View, ends: tuple[str, str], limits: Limits, coming: Mapping[date, float], days: int
) -> tuple[Plan, Solution]:
    plan = Plan(view, ends, limits, coming, days)
    return plan, plan.solved(None)


def _last(plan: Plan, found: Solution, coming: Mapping[date, float]) -> int:
    """How many days it takes until the last person who arrives has arrived, and all have come."""
    used = plan.arrived & (found.values > SMALL)
    arrived = (plan.parts["days"] + plan.parts["costs"])[used]
    return int(max([(max(coming) - min(coming)).days, *arrived])) + 1


def _steps_ahead(parts: Mapping[str, np.ndarray], target: int) -> np.ndarray:
    """How many ties each vertex is from the target; those that never get there are farthest."""
    import numpy as np

    moves = parts["acts"] == MOVES
    pairs = sorted(set(zip(parts["from"][moves].tolist(), parts["to"][moves].tolist(), strict=True)))
    size = 1 + max([target, *parts["from"].tolist(), *parts["to"].tolist()])
    steps = np.full(size, float(size))
    steps[target] = 0
    for _ in range(size):
        nearer = [(u, steps[v] + 1) for u, v in pairs if steps[v] + 1 < steps[u]]
        if not nearer:
            break
        for u, count in nearer:
            steps[u] = min(steps[u], count)
    return steps
