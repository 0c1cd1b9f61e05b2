"""Figures that cannot all be true, against worlds of persons that might make them true."""

from __future__ import annotations

import itertools
import json
import random

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import linprog

import coopnet as cn

PLACES = ["town", "village", "country", "abroad", ""]  # town and village lie in the country
INSIDE = {"town": {"town"}, "village": {"village"}, "abroad": {"abroad"}}
MONTHS = ["2022-01", "2022-02", "2022-03"]


def network(figures):
    actors = pd.DataFrame({"id": ["town", "village", "country", "abroad"], "parent": ["country", "country", "", ""]})
    ties = pd.DataFrame({"source": ["town"], "target": ["abroad"]})
    return cn.Network.from_frames(actors, ties, figures=pd.DataFrame(figures))


def random_figures(rng, n):
    for number in range(n):
        first, last = sorted((rng.choice(MONTHS), rng.choice(MONTHS)))
        low = rng.randint(0, 20)
        yield {
            "id": f"F{number}",
            "measure": "freed",
            "origin": rng.choice(PLACES),
            "since": first,
            "until": last,
            "low": low,
            "high": low + rng.choice([0, 0, 3]),
            "definition": "flow: persons freed",
        }


def atoms(figure):
    """The persons it counts: a place (one of them known to nobody) and a month each."""
    everywhere = {"town", "village", "elsewhere in the country", "abroad", "elsewhere"}
    places = {
        "country": {"town", "village", "elsewhere in the country"},
        "": everywhere,
    }.get(figure["origin"], {figure["origin"]})
    months = [month for month in [*MONTHS, "2021"] if figure["since"] <= month <= figure["until"]]
    return set(itertools.product(places, months))


def fits(rows, lows, highs):
    """Some numbers, none negative, whose sums by these rows lie between."""
    rows, upper = np.array(rows, float), np.array([*highs, *(-low for low in lows)], float)
    return linprog(np.zeros(rows.shape[1]), A_ub=np.vstack([rows, -rows]), b_ub=upper).status == 0


def in_some_world(figures):
    """Some number of persons in every atom makes all of the figures true."""
    every = sorted({atom for figure in figures for atom in atoms(figure)})
    rows = [[atom in atoms(figure) for atom in every] for figure in figures]
    return fits(rows, [f["low"] for f in figures], [f["high"] for f in figures])


def add_up(figures):
    """Numbers that are at least every sum of figures within them that share nobody: all sums, tried one by one."""
    n = len(figures)
    rows, lows, highs = [], [], []
    for whole, figure in enumerate(figures):
        rows.append([i == whole for i in range(n)])
        lows.append(figure["low"])
        highs.append(figure["high"])
        within = [i for i in range(n) if i != whole and atoms(figures[i]) <= atoms(figure)]
        for size in range(1, len(within) + 1):
            for parts in itertools.combinations(within, size):
                if sum(len(atoms(figures[i])) for i in parts) == len(set().union(*(atoms(figures[i]) for i in parts))):
                    rows.append([(i == whole) - (i in parts) for i in range(n)])
                    lows.append(0)
                    highs.append(np.inf)
    finite = [min(high, 1e6) for high in highs]
    return fits(rows, lows, finite)


def smallest(figures):
    """Every set that does not add up, though each smaller one does: tried one by one."""
    found = []
    for size in range(1, len(figures) + 1):
        for members in itertools.combinations(figures, size):
            ids = {figure["id"] for figure in members}
            if not any(smaller <= ids for smaller in found) and not add_up(members):
                found.append(ids)
    return found


@pytest.mark.parametrize("seed", range(60))
def test_conflicts_are_the_smallest_sets_that_do_not_add_up_and_no_world_fulfils_one(seed):
    rng = random.Random(seed)
    figures = list(random_figures(rng, rng.randint(2, 7)))
    told = cn.flows.conflicts(network(figures), max_results=10_000)
    assert sorted(sorted(members) for members in told) == sorted(sorted(members) for members in smallest(figures))
    for members in told:
        assert not in_some_world([figure for figure in figures if figure["id"] in members])


def test_a_total_so_far_does_not_fall_but_a_stock_may():
    days = {"as_of": ["2022-08-01", "2022-08-11"], "id": ["F1", "F2"], "measure": "freed", "origin": "town"}
    fallen = network({**days, "value": [60, 50], "definition": "total: persons freed so far"})
    told = cn.flows.conflicts(fallen)
    assert (list(told), told.reasons, told.excess) == ([("F1", "F2")], ("falls",), (10,))
    assert "so far falls by 10" in told.explain()
    assert "turun 10" in told.explain("id")
    assert not cn.flows.conflicts(network({**days, "value": [60, 50], "definition": "stock: persons held"}))
    assert not cn.flows.conflicts(network({**days, "value": [50, 60], "definition": "total: persons freed so far"}))


def test_men_and_women_are_more_than_all_of_them():
    figures = {
        "id": ["F1", "F2", "F3"],
        "measure": "freed",
        "group": ["", "men", "women"],
        "part_of": ["", "F1", "F1"],
        "origin": "town",
        "since": "2022-08",
        "until": "2022-08",
        "value": [62, 52, 11],
    }
    told = cn.flows.conflicts(network(figures))
    assert list(told) == [("F2", "F3", "F1")]
    frame = told.to_frame()
    assert list(frame.columns) == ["set", "figure", "value", "reason", "sources"]
    assert list(frame.reason) == ["exceed: part", "exceed: part", "exceed: whole"]
    assert not cn.flows.conflicts(network(figures), tolerance=0.05)


def test_parts_need_not_be_all_of_a_whole():
    figures = {"id": ["F1", "F2"], "measure": "freed", "origin": ["", "town"], "since": "2022", "until": "2022"}
    assert not cn.flows.conflicts(network({**figures, "value": [1018, 978]}))


def test_what_is_derived_or_not_a_number_says_nothing():
    figures = {"id": ["F1", "F2", "F3"], "measure": "freed", "since": "2022", "until": "2022", "value": [1, 2, None]}
    said = ["flow: freed", "derived; 1 and 1", "flow: freed"]
    assert not cn.flows.conflicts(network({**figures, "definition": said}))


def test_a_source_left_out_takes_its_figures_along():
    told = cn.flows.conflicts(cn.load("indonesia-cambodia-2021-2022"))
    assert ("B04", "B03") in list(told)
    without = told.again(without_sources="S18")
    assert not any("B04" in members for members in without)
    assert "S18" not in without.sources
    assert set(told.again(min_grade="C4").sources) < set(told.sources)


def test_the_case_says_which_accounts_clash():
    told = [set(members) for members in cn.flows.conflicts(cn.load("indonesia-cambodia-2021-2022"))]
    assert {"A05", "A07"} in told  # 291 or 298
    assert {"B03", "B04"} in told  # 14 or 16
    assert {"A25", "B01", "B02", "B04"} in told  # 12 + 13 + 16 against 39 by 11 August
    assert {"A26", "B01", "B02", "B04", "B05"} in told  # 12 + 13 + 16 + 202 against 241
    assert {"C02", "C03"} in told  # 1,018 or 1,081
    assert {"C13", "C15"} in told  # 1,018 in 2020 to 2022, 1,262 in two of these years


def test_limits_stop_it_and_it_says_so():
    months = [f"2022-{month:02}" for month in range(1, 13)]
    figures = {"measure": "freed", "since": ["2022", *months], "until": ["2022", *months], "value": [20, *[10] * 12]}
    told = cn.flows.conflicts(network(figures), max_results=5)
    assert (len(told), told.partial) == (5, True)
    assert {len(members) for members in told} == {4}
    assert cn.flows.conflicts(network(figures), time_limit=0).partial
    with pytest.raises(cn.InvalidOption, match="at least 1"):
        cn.flows.conflicts(network(figures), max_results=0)
    with pytest.raises(cn.InvalidOption, match="no share"):
        cn.flows.conflicts(network(figures), tolerance=1)


def test_bad_figures_are_named_row_by_row():
    figures = {
        "measure": "freed",
        "value": [-3, 5, 7],
        "low": [None, 6, None],
        "high": [None, 9, None],
        "since": ["2022-08", "2022", "2022-09"],
        "until": ["2022-08", "2022", "2022-08"],
    }
    with pytest.raises(cn.InvalidNetwork) as error:
        network(figures)
    told = [(problem.row, problem.column) for problem in error.value.problems]
    assert told == [(2, "value"), (3, "value"), (4, "until")]


def test_no_figures_no_conflicts():
    pair = cn.Network.from_edges([("a", "b")])
    told = cn.flows.conflicts(pair)
    assert (len(told), told.sources, told.weakest_grade) == (0, (), None)
    assert told.explain() == "No two figures contradict each other."
    assert json.loads(told.to_json())["rows"] == []
