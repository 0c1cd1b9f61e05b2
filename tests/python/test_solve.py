"""The door to the solver, against answers worked out by hand."""

from __future__ import annotations

import math
import subprocess
import sys

import numpy as np
import pytest

from coopnet.solve import Program, Rows, Solver, least

INF = math.inf


def program(costs, rows, low=0.0, high=INF, **more):
    """Rows as ({column: value}, low, high)."""
    starts = np.cumsum([0, *(len(cells) for cells, _, _ in rows)])
    columns = np.array([column for cells, _, _ in rows for column in cells], dtype=np.int32)
    values = np.array([value for cells, _, _ in rows for value in cells.values()], dtype=float)
    lows, highs = np.array([row[1] for row in rows], float), np.array([row[2] for row in rows], float)
    n = len(costs)
    return Program(
        np.array(costs, float), Rows(starts, columns, values, lows, highs), np.full(n, low), np.full(n, high), **more
    )


def test_the_corner_of_two_rows_and_what_one_more_unit_is_worth():
    found = least(program([-3, -2], [({0: 1, 1: 1}, -INF, 4), ({0: 1}, -INF, 3)]))
    assert (found.status, found.objective) == ("optimal", -11)
    assert found.values.tolist() == [3, 1]
    assert found.row_prices.tolist() == [-2, -1]


def test_the_nearest_to_two_reports_of_one_number_lies_between_them_by_their_weights():
    # ½·3·(x − 10)² + ½·1·(x − 14)²: x = (30 + 14) / 4
    rows = [({0: 1, 1: -1}, 10, 10), ({0: 1, 2: -1}, 14, 14)]
    found = least(program([0, 0, 0], rows, low=-INF, squares=np.array([0.0, 3, 1])))
    assert found.status == "optimal"
    assert found.values == pytest.approx([11, 1, -3])


def test_whole_numbers_where_a_fraction_would_be_better():
    found = least(program([-1, -1], [({0: 2, 1: 3}, -INF, 7)], whole=np.array([True, True])))
    assert found.values.tolist() == [3, 0]


def test_nothing_fulfils_the_rows():
    assert least(program([1], [({0: 1}, 3, 3), ({0: 1}, 4, 4)])).status == "infeasible"


def test_there_is_no_end_to_it():
    assert least(program([-1], [({0: 1}, 0, INF)])).status == "unbounded"
    assert least(program([-1, 0], [({1: 1}, 2, 3)])).status == "unbounded"


def test_a_solver_is_asked_again_of_other_costs_and_bounds():
    solver = Solver(program([0, 0], [({0: 1, 1: 1}, 5, 5)]))
    assert solver.least(np.array([1.0, 0])).values.tolist() == [0, 5]
    assert solver.least(np.array([-1.0, 0])).values.tolist() == [5, 0]
    solver.bound(0, 1, 2)
    assert solver.least().values.tolist() == [2, 3]


def test_an_empty_program_has_an_empty_answer():
    found = least(program([], []))
    assert found.status == "optimal"
    assert found.values.tolist() == []


def test_the_solver_says_nothing_by_itself():
    """In a process of its own: it greets once."""
    code = (
        "import numpy as np; from coopnet.solve import Program, Rows, least; none = np.zeros(0);"
        "rows = Rows(np.zeros(1, np.int32), none.astype(np.int32), none, none, none);"
        "least(Program(np.ones(1), rows, np.zeros(1), np.ones(1)))"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert (said.stdout, said.stderr) == ("", "")
