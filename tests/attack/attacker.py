"""An attacker: knows all that is shown and how it adds up, and narrows down what is hidden by linear programming.

Nothing of the engine is used here: SciPy asks its own copy of the solver, over dense rows built from names.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linprog

Shown = Mapping[str, object]  # a number, two ends, or None for what is hidden
Sums = Sequence[tuple[str, Sequence[str]]]


def narrowed(shown: Shown, sums: Sums, at_most: Sums = (), *, least: float = 1.0) -> dict[str, tuple[float, float]]:
    """By hidden count, the least and the most that fits all that is shown."""
    names = list(shown)
    place = {name: number for number, name in enumerate(names)}
    bounds = [_bounds(shown[name], least) for name in names]
    equal, below = (_rows(given, place) for given in (sums, at_most))
    found = {}
    for name in names:
        if shown[name] is None:
            found[name] = tuple(_end(place[name], sign, equal, below, bounds) for sign in (1, -1))
    return found


def _bounds(count: object, least: float) -> tuple[float, float | None]:
    if count is None:
        return (least, None)
    low, high = count if isinstance(count, tuple) else (count, count)
    return (low, None if math.isinf(high) else high)


def _rows(given: Sums, place: Mapping[str, int]) -> np.ndarray:
    """The parts less their whole."""
    rows = np.zeros((len(given), len(place)))
    for row, (whole, parts) in zip(rows, given, strict=True):
        row[place[whole]] -= 1
        for part in parts:
            row[place[part]] += 1
    return rows


def _end(place: int, sign: int, equal: np.ndarray, below: np.ndarray, bounds: list) -> float:
    costs = np.zeros(len(bounds))
    costs[place] = sign
    found = linprog(
        costs,
        A_eq=equal if len(equal) else None,
        b_eq=np.zeros(len(equal)) if len(equal) else None,
        A_ub=below if len(below) else None,
        b_ub=np.zeros(len(below)) if len(below) else None,
        bounds=bounds,
        method="highs",
    )
    assert found.status in (0, 3), found.message
    return sign * (found.fun if found.status == 0 else -math.inf)


def gives_away(
    shown: Shown, sums: Sums, at_most: Sums = (), *, k: float, least: float = 1.0
) -> dict[str, tuple[float, float]]:
    """The hidden counts that can be narrowed down to less than k."""
    ranges = narrowed(shown, sums, at_most, least=least)
    return {name: (low, high) for name, (low, high) in ranges.items() if high - low < k - 1e-5}
