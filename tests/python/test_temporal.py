"""Measures window by window, and what changed between two times."""

from __future__ import annotations

import math

import pytest

import coopnet as cn
from coopnet import Network, Projection, temporal

TIES = [
    # id, source, target, since, until
    ("T1", "ncb", "embassy", "2022-01-10", "2022-02-03"),
    ("T2", "ncb", "police", "2022-03", "2022-03"),
    ("T3", "police", "shelter", "2022-02-01", ".."),
    ("T4", "embassy", "shelter", "", ""),
]
CALLS = Network.from_columns(
    {
        "ties": [
            (name, [row[place] for row in TIES])
            for place, name in enumerate(["id", "source", "target", "since", "until"])
        ]
    }
)
DATED = Projection(dates="certain")


def windows(result):
    return [tuple(window.split("/")) for window in result]


def test_windows_are_those_of_the_calendar_cut_to_what_is_recorded():
    months = temporal.by(CALLS, "degree", window="month")
    assert windows(months) == [("2022-01-10", "2022-01-31"), ("2022-02-01", "2022-02-28"), ("2022-03-01", "2022-03-31")]
    assert windows(temporal.by(CALLS, "degree", window="year")) == [("2022-01-10", "2022-03-31")]
    weeks = windows(temporal.by(CALLS, "degree", window="week", over=Projection(during="2022-01-05/2022-01-18")))
    assert weeks == [("2022-01-05", "2022-01-09"), ("2022-01-10", "2022-01-16"), ("2022-01-17", "2022-01-18")]
    quarters = windows(temporal.by(CALLS, "degree", window="quarter", over=Projection(during="2021-11/2022-05")))
    assert quarters == [("2021-11-01", "2021-12-31"), ("2022-01-01", "2022-03-31"), ("2022-04-01", "2022-05-31")]
    days = windows(temporal.by(CALLS, "degree", window="day", over=Projection(during="2024-02-28/2024-03-01")))
    assert [since for since, _ in days] == ["2024-02-28", "2024-02-29", "2024-03-01"]
    halves = windows(temporal.by(CALLS, "degree", window="half-year", over=Projection(during="2021")))
    assert halves == [("2021-01-01", "2021-06-30"), ("2021-07-01", "2021-12-31")]


@pytest.mark.parametrize("question", ["degree", "betweenness", "cohesion.components"])
def test_each_window_is_the_question_asked_of_it(question):
    for window, answer in temporal.by(CALLS, question, window="month").items():
        family, _, name = question.rpartition(".")
        alone = getattr(getattr(cn, family or "centrality"), name)(CALLS, over=Projection(during=window))
        assert answer.rows() == alone.rows()


def test_windows_roll():
    rolled = temporal.by(CALLS, "degree", window="month", rolling=2)
    assert windows(rolled) == [("2022-01-10", "2022-02-28"), ("2022-02-01", "2022-03-31")]
    assert "2 together" in rolled.convention


def test_the_frame_says_since_and_until_before_the_measure():
    frame = temporal.by(CALLS, "degree", window=["2021", "2022-01/2022-03"]).to_frame()
    assert list(frame.columns) == ["since", "until", "id", "degree"]
    assert len(frame) == 2 * len(CALLS.actors)


def test_a_window_without_a_pathway_is_an_answer():
    ways = temporal.by(CALLS, cn.pathways.shortest, "ncb", "police", window="month", over=DATED)
    assert [answer is None for answer in ways.values()] == [True, True, False]
    assert ways.rows()[0]["source"] is None
    assert "No pathway leads from ncb to police" in ways.why


def test_a_single_value_that_is_zero_is_not_taken_for_none():
    assert [row["ties"] for row in temporal.turnover(CALLS, window=["2021", "2030"], over=DATED).rows()] == [0, 1]


def test_turnover_counts_births_and_deaths_of_ties():
    rows = temporal.turnover(CALLS, window="month", over=DATED).rows()
    assert [(row["ties"], row["born"], row["ended"]) for row in rows] == [(1, None, None), (2, 1, 0), (2, 1, 1)]
    assert [row["stability"] for row in rows] == [None, 1 / 2, 1 / 3]
    possible = temporal.turnover(CALLS, window="month").rows()
    assert [row["ties"] for row in possible] == [2, 3, 3]  # the undated tie is in each


def test_changes_say_what_was_born_and_what_ended():
    changed = temporal.changes(CALLS, "2022-01", "2022-03", over=DATED)
    assert (changed.born, changed.ended) == (("T2", "T3"), ("T1",))
    assert changed.to_frame().loc["police"].tolist() == [0, 2, 2]
    ways = temporal.changes(CALLS, "2022-01", "2022-03", "pathways.shortest", "ncb", "police", over=DATED)
    assert math.isnan(ways.rows()[0]["before"])
    assert ways.rows()[0]["after"] == 1
    assert "2022-01: No pathway" in ways.why


def test_a_timeline_counts_what_holds_possibly_and_certainly():
    rows = temporal.timeline(CALLS, window="month").rows()
    # T1 through 3 February, T2 on an unknown day of March, T3 from 1 February on, T4 nobody knows when.
    assert [(row["possible"], row["certain"]) for row in rows] == [(2, 1), (3, 2), (3, 2)]
    assert [(row["born"], row["ended"]) for row in rows] == [(None, None), (1, 0), (1, 1)]
    assert [row["cooperation"] for row in rows] == [2, 3, 3]
    assert temporal.timeline(CALLS, window=["2022-03-15"]).rows()[0]["certain"] == 1


def test_a_timeline_of_two_actors_tells_how_certain_the_pathway_is():
    months = temporal.timeline(CALLS, "ncb", "shelter", window="month")
    # In January and February by T4, whose days are not known; in March by T2 and T3, both certain in it.
    assert list(months.column("state").values()) == ["possible", "possible", "certain"]
    assert list(months.column("actors").values())[-1] == ("ncb", "police", "shelter")
    day = temporal.timeline(CALLS, "ncb", "police", window=["2022-03-15", "2022-04"])
    assert list(day.column("state").values()) == ["possible", "impossible"]
    assert list(day.column("steps").values()) == [1, None]
    assert months.again().to_json() == months.to_json()
    with pytest.raises(cn.InvalidOption, match="Name both, or none"):
        temporal.timeline(CALLS, "ncb")


def test_a_timeline_agrees_with_asking_each_window_of_the_case():
    case = cn.load("indonesia-cambodia-2021-2022")
    over = Projection(layers="cooperation", during="2022")
    for window, row in temporal.timeline(case, window="quarter", over=over).items():
        for reading in ("possible", "certain"):
            view = case.freeze(over.replace(during=window, dates=reading), merges=False)
            assert row[reading] == view.edge_count
    asked = Projection(during="2022", layers=["cooperation", "flow"])
    for window, row in temporal.timeline(case, "ID.FAM", "KH.PSNH", window="quarter", over=asked).items():
        if row["state"] == "impossible":
            with pytest.raises(cn.NoPathway):
                cn.pathways.shortest(case, "ID.FAM", "KH.PSNH", over=asked.replace(during=window))
        else:
            way = cn.pathways.shortest(case, "ID.FAM", "KH.PSNH", over=asked.replace(during=window, dates=row["state"]))
            assert (way.state(window), way.actors) == (row["state"], row["actors"])


def test_what_cannot_be_asked_is_refused_in_a_sentence():
    for arguments, sentence in [
        ({"window": "fortnight"}, 'window="fortnight" is not known. Choose one of: day, week, month'),
        ({"window": "month", "rolling": 0}, "rolling=0 is not a number of windows"),
        ({"window": "month", "rolling": 9}, "more than the 3 windows"),
        ({"window": ["2022-13"]}, '"2022-13" is not a date'),
        ({"window": ["2023/2022"]}, "ends before it begins"),
        ({"over": Projection(at="2022-01-01")}, "Leave at out of the projection"),
    ]:
        with pytest.raises(cn.InvalidOption, match=sentence.replace("(", r"\(")):
            temporal.by(CALLS, "degree", **arguments)
    with pytest.raises(cn.InvalidOption, match="No tie has a date"):
        temporal.turnover(Network.from_edges([("a", "b")]))
    with pytest.raises(cn.InvalidOption, match="two times of its own"):
        temporal.changes(CALLS, "2022", "2023", over=Projection(during="2022"))


def test_progress_is_told_and_may_stop():
    told = []
    temporal.by(CALLS, "degree", progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    with pytest.raises(cn.Cancelled):
        temporal.by(CALLS, "degree", progress=lambda done, total: False)


def test_asked_again_it_keeps_windows_and_subjects():
    months = temporal.by(CALLS, "degree", window="month", rolling=2)
    again = months.again(relations="tie")
    assert list(again) == list(months)
    assert again.projection.relations == "tie"


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [("2022-Q3", "2022-07-01", "2022-09-30"), ("2022-Q4/2023-Q1", "2022-10-01", "2023-03-31")],
)
def test_windows_know_quarters(text, since, until):
    ring = cn.Network.from_edges([("a", "b")])
    found = cn.temporal.timeline(ring, window="year", over=cn.Projection(during=text)).rows()
    assert (found[0]["since"], found[-1]["until"]) == (since, until)
