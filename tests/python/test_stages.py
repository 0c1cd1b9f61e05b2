"""What is reported of each stage of the way, and what is missing between two."""

from __future__ import annotations

import itertools
import math
import random

import pandas as pd
import pytest

import coopnet as cn

CASE = "indonesia-cambodia-2021-2022"
MONTHS = ["2022-01", "2022-02", "2022-03", "2022-04"]


def network(figures):
    actors = pd.DataFrame({"id": ["site", "other", "land"], "parent": ["land", "land", ""]})
    ties = pd.DataFrame({"source": ["site"], "target": ["other"]})
    return cn.Network.from_frames(actors, ties, figures=pd.DataFrame(figures))


def freed(value, since, until=None, **more):
    return {"measure": "freed", "value": value, "since": since, "until": until or since} | more


def test_months_and_places_add_up_and_a_total_that_holds_them_comes_first():
    parts = [
        freed(10, "2022-01", origin="site"),
        freed(20, "2022-02", origin="site"),
        freed(5, "2022-02", origin="other"),
    ]
    assert cn.flows.stages(network(parts))["rescued"]["count"] == 35
    whole = freed(30, "2022-01", "2022-03", origin="land")
    told = cn.flows.stages(network([*parts, whole]))["rescued"]
    assert (told["count"], told["figures"]) == (30, ("F4",))


def test_two_accounts_of_one_number_give_their_mean_and_both_ends():
    told = cn.flows.stages(network([freed(14, "2022-01"), freed(16, "2022-01"), freed(7, "2022-02")]))["rescued"]
    assert (told["count"], told["low"], told["high"]) == (22, 21, 23)


@pytest.mark.parametrize("seed", range(30))
def test_the_greatest_sum_of_outermost_spans_that_do_not_meet(seed):
    rng = random.Random(seed)
    figures = []
    for _ in range(rng.randint(1, 7)):
        since, until = sorted((rng.choice(MONTHS), rng.choice(MONTHS)))
        figures.append(freed(rng.randint(1, 30), since, until))
    spans: dict[tuple[str, str], list[int]] = {}
    for figure in figures:
        spans.setdefault((figure["since"], figure["until"]), []).append(figure["value"])

    def inside(a, b):
        return a != b and b[0] <= a[0] and a[1] <= b[1]

    outer = [span for span in spans if not any(inside(span, other) for other in spans)]
    best = max(
        sum(sum(spans[span]) / len(spans[span]) for span in chosen)
        for size in range(1, len(outer) + 1)
        for chosen in itertools.combinations(outer, size)
        if all(a[1] < b[0] or b[1] < a[0] for a, b in itertools.combinations(chosen, 2))
    )
    assert cn.flows.stages(network(figures))["rescued"]["count"] == pytest.approx(best)


def test_the_wave_of_july_and_august():
    wave = cn.flows.stages(cn.load(CASE), over=cn.Projection(during="2022-07/2022-08"))
    assert (wave["rescued"]["count"], wave["rescued"]["figures"]) == (234, ("A24",))
    assert (wave["repatriated"]["count"], wave["repatriated"]["after"]) == (241, "rescued")
    assert wave["repatriated"]["gap"] == -7  # told, not absorbed
    assert wave["sheltered"]["held"] == 129
    assert math.isnan(wave["sheltered"]["count"])
    assert wave["stopped"]["branch"]
    assert math.isnan(wave["stopped"]["gap"])
    assert "7 more than the stage before (Freed)" in wave.explain()
    assert "7 orang lebih banyak daripada tahap sebelumnya (Dibebaskan)" in wave.explain("id")
    assert {"S17", "S18", "S25"} <= set(wave.sources)


def test_a_contested_status_is_a_branch_of_its_own():
    year = cn.flows.stages(cn.load(CASE), over=cn.Projection(during="2022"))
    assert (year["not_victims"]["count"], year["not_victims"]["after"]) == (34, "screened")
    assert year["remigrated"]["after"] == "followed_up"


def test_who_goes_again_is_told_without_a_number():
    told = cn.flows.stages(cn.load(CASE))["remigrated"]
    assert math.isnan(told["count"])
    assert told["without_number"] == ("B21",)


def test_a_way_that_leads_back_is_spread_over_time():
    """The same person recruited in January and again in March is counted in both months."""
    measures = ["recruited", "freed", "returned", "remigrated", "recruited"]
    days = ["2022-01", "2022-02", "2022-02", "2022-03", "2022-03"]
    figures = [{"measure": m, "value": 5, "since": d, "until": d} for m, d in zip(measures, days, strict=True)]
    told = cn.flows.stages(network(figures), window="month", over=cn.Projection(during="2022-01/2022-03"))
    counts = {key: row["count"] for key, row in told.items() if not math.isnan(row["count"])}
    assert counts == {
        "recruited 2022-01-01/2022-01-31": 5,
        "rescued 2022-02-01/2022-02-28": 5,
        "repatriated 2022-02-01/2022-02-28": 5,
        "recruited 2022-03-01/2022-03-31": 5,
        "remigrated 2022-03-01/2022-03-31": 5,
    }
    assert set(told.to_frame()["during"]) == {"2022-01-01/2022-01-31", "2022-02-01/2022-02-28", "2022-03-01/2022-03-31"}


def test_a_group_is_counted_by_itself():
    figures = [freed(100, "2022"), freed(60, "2022", group="women")]
    assert cn.flows.stages(network(figures))["rescued"]["count"] == 100
    assert cn.flows.stages(network(figures), group="women")["rescued"]["count"] == 60


def test_a_branch_is_no_gap():
    figures = [freed(40, "2022"), {"measure": "screened", "value": 40, "since": "2022", "until": "2022"}]
    figures += [{"measure": "judged_not_victims", "value": 34, "since": "2022", "until": "2022"}]
    figures += [{"measure": "returned", "value": 6, "since": "2022", "until": "2022"}]
    told = cn.flows.stages(network(figures))
    assert (told["screened"]["gap"], told["repatriated"]["gap"]) == (0, 0)
    assert "As many as at the stage before" in told.explain()


def test_of_so_many_or_more_the_most_counts_and_no_difference_is_known():
    more = [freed(None, "2022", low=30), freed(None, "2022", low=50)]
    back = {"measure": "returned", "value": 20, "since": "2022", "until": "2022"}
    told = cn.flows.stages(network([*more, back]))
    assert (told["rescued"]["low"], told["rescued"]["high"]) == (50, math.inf)
    assert math.isnan(told["repatriated"]["gap"])


def test_open_ends_and_nothing_at_all():
    told = cn.flows.stages(network([freed(None, "2022", low=30)]))["rescued"]
    assert (told["low"], told["high"]) == (30, math.inf)
    assert "at least 30" in cn.flows.stages(network([freed(None, "2022", low=30)])).explain()
    empty = cn.flows.stages(cn.Network.from_edges([("a", "b")]))
    assert all(math.isnan(row["count"]) for row in empty.values())
    assert empty.explain() == "No stage has a number."
    with pytest.raises(cn.InvalidOption, match="not known"):
        cn.flows.stages(cn.load(CASE), window="fortnight")
