"""Linear, quadratic and whole-number programs: the one door to the solver, HiGHS."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Program", "Rows", "Solution", "Solver", "least"]

Status = Literal["optimal", "infeasible", "unbounded", "stopped"]


@dataclass(frozen=True)
class Rows:
    """A sparse matrix, row by row: row i has `values[starts[i]:starts[i + 1]]` in those `columns`.

    What the core lays out comes in this order: `Rows(*laid["rows"])`.
    """

    starts: np.ndarray
    columns: np.ndarray
    values: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class Program:
    """The least of costs·x + ½ Σ squares·x², where low ≤ rows·x ≤ high and low ≤ x ≤ high.

    `whole` says which of x are whole numbers; a program with `squares` has none.
    """

    costs: np.ndarray
    rows: Rows
    low: np.ndarray
    high: np.ndarray
    squares: np.ndarray | None = None
    whole: np.ndarray | None = None


@dataclass(frozen=True)
class Solution:
    """What was found. `values` and the prices are those of the best found, if any was.

    `row_prices`: what one more unit of each row's bound would add to the objective; `prices`, of each variable's.
    """

    status: Status
    objective: float
    values: np.ndarray
    prices: np.ndarray
    row_prices: np.ndarray


class Solver:
    """A program that is asked several times, of other costs or bounds: each answer starts from the last."""

    def __init__(self, program: Program) -> None:
        import highspy
        import numpy as np

        # Not Highs itself, which greets on stdout before it can be told not to.
        solver: Any = highspy.Highs.__base__()
        for option, value in {"output_flag": False, "threads": 1, "parallel": "off", "random_seed": 0}.items():
            solver.setOptionValue(option, value)
        model = highspy.HighsLp()
        model.num_col_ = len(program.costs)
        model.num_row_ = len(program.rows.low)
        model.col_cost_ = np.asarray(program.costs, float)
        model.col_lower_, model.col_upper_ = np.asarray(program.low, float), np.asarray(program.high, float)
        model.row_lower_, model.row_upper_ = np.asarray(program.rows.low, float), np.asarray(program.rows.high, float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = program.rows.starts
        model.a_matrix_.index_ = program.rows.columns
        model.a_matrix_.value_ = program.rows.values
        if program.whole is not None:
            kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
            model.integrality_ = [kinds[bool(whole)] for whole in program.whole]
        solver.passModel(model)
        if program.squares is not None:
            solver.passHessian(_diagonal(program.squares))
        self._solver = solver
        self._columns = np.arange(len(program.costs), dtype=np.int32)

    def bound(self, column: int, low: float, high: float) -> None:
        """From now on a variable lies between these."""
        self._solver.changeColBounds(column, low, high)

    def least(self, costs: np.ndarray | None = None, *, time_limit: float | None = None) -> Solution:
        """The best there is, of these costs if given; Ctrl-C stops it."""
        solver = self._solver
        if costs is not None:
            solver.changeColsCost(len(costs), self._columns, costs)
        solver.setOptionValue("time_limit", math.inf if time_limit is None else float(time_limit))
        solver.run()
        return self._found()

    def _found(self) -> Solution:
        import highspy
        import numpy as np

        solver, states = self._solver, highspy.HighsModelStatus
        found, named = solver.getSolution(), solver.getModelStatus()
        names: dict[Any, Status] = {
            states.kOptimal: "optimal",
            states.kModelEmpty: "optimal",
            states.kInfeasible: "infeasible",
            states.kUnbounded: "unbounded",
            states.kUnboundedOrInfeasible: "unbounded" if self._has_any() else "infeasible",
        }
        return Solution(
            names.get(named, "stopped"),
            float(solver.getInfo().objective_function_value),
            np.array(found.col_value),
            np.array(found.col_dual),
            np.array(found.row_dual),
        )

    def _has_any(self) -> bool:
        """Whether anything fulfils the rows at all: asked only where the solver left it open."""
        import highspy
        import numpy as np

        solver = self._solver
        if solver.getModelStatus() != highspy.HighsModelStatus.kUnboundedOrInfeasible:
            return False
        costs = np.array(solver.getLp().col_cost_)
        solver.changeColsCost(len(costs), self._columns, np.zeros(len(costs)))
        solver.run()
        feasible = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        solver.changeColsCost(len(costs), self._columns, costs)
        return bool(feasible)


def least(program: Program, *, time_limit: float | None = None) -> Solution:
    """The best answer to a program that is asked once."""
    return Solver(program).least(time_limit=time_limit)


def _diagonal(squares: np.ndarray) -> Any:
    import highspy
    import numpy as np

    hessian = highspy.HighsHessian()
    places = np.flatnonzero(squares)
    hessian.dim_ = len(squares)
    hessian.format_ = highspy.HessianFormat.kTriangular
    hessian.start_ = np.searchsorted(places, np.arange(len(squares) + 1))
    hessian.index_ = places
    hessian.value_ = squares[places]
    return hessian
