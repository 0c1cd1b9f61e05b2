"""Least squares under rows that hold, beside singular values, which share no step with elimination and factors."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from scipy.linalg import null_space

from coopnet import _core

VARIABLES = 9


def some(rng: random.Random) -> list[tuple[int, float]]:
    return [(v, rng.choice([1.0, 1.0, 1.0, -1.0])) for v in range(VARIABLES) if rng.random() < 0.3]


def dense(total: list[tuple[int, float]]) -> np.ndarray:
    row = np.zeros(VARIABLES)
    for variable, value in total:
        row[variable] += value
    return row


class Case:
    """Rows of which some are told twice, and none contradict each other."""

    def __init__(self, seed: int) -> None:
        rng = random.Random(seed)
        self.fixed = [int(rng.random() < 0.2) for _ in range(VARIABLES)]
        holding = np.array([0 if fixed else rng.randint(0, 20) for fixed in self.fixed])
        sums = [some(rng) for _ in range(rng.randint(0, 4))]
        sums += [rng.choice(sums)] if sums else []
        self.rows = [(total, float(dense(total) @ holding)) for total in sums]
        self.seen = [(some(rng), float(rng.randint(0, 20)), 0.01 + 9 * rng.random()) for _ in range(rng.randint(0, 9))]
        self.wanted = [some(rng) for _ in range(6)]

    def fitted(self):
        empty = (np.zeros(1, np.int32), np.zeros(0, np.int32), np.zeros(0), np.zeros(0), np.zeros(0))
        known = {"exact": self.rows, "fixed": self.fixed, "observations": self.seen, "wanted": self.wanted}
        return _core.flows.fit(VARIABLES, empty, binds=[], **known)

    def free(self) -> np.ndarray:
        """What the rows and the fixed variables leave free, by columns of one length."""
        return null_space(np.array([*np.diag(self.fixed), *(dense(total) for total, _ in self.rows)], float))


@pytest.mark.parametrize("seed", range(200))
def test_the_rows_hold_and_nothing_comes_nearer(seed):
    case = Case(seed)
    values, _, _ = case.fitted()
    assert not values[np.flatnonzero(case.fixed)].any()
    for total, held in case.rows:
        assert dense(total) @ values == pytest.approx(held, abs=1e-8)
    slope = sum((w * (dense(total) @ values - y) * dense(total) for total, y, w in case.seen), np.zeros(VARIABLES))
    assert case.free().T @ slope == pytest.approx(0, abs=1e-7)


@pytest.mark.parametrize("seed", range(200))
def test_it_is_as_sure_as_singular_values_say(seed):
    case = Case(seed)
    _, variances, settled = case.fitted()
    free = case.free()
    seen = np.array([math.sqrt(w) * dense(total) for total, _, w in case.seen]).reshape(-1, VARIABLES) @ free
    _, sizes, ways = np.linalg.svd(seen)
    rank = int((sizes > 1e-7).sum())
    assert settled == rank
    for total, variance in zip(case.wanted, variances, strict=True):
        along = ways @ (free.T @ dense(total))
        if np.linalg.norm(along[rank:]) > 1e-6:
            assert math.isnan(variance)
        else:
            assert variance == pytest.approx(((along[:rank] / sizes[:rank]) ** 2).sum())


def test_the_cases_are_of_all_kinds():
    told = [math.isnan(variance) for seed in range(200) for variance in Case(seed).fitted()[1]]
    assert min(told.count(True), told.count(False)) > 200
