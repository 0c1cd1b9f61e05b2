"""Pathways in time: days at their borders, unknown dates, what is refused and what is said where there is none."""

from __future__ import annotations

import csv
from typing import Any

import pytest

import coopnet as cn
from coopnet import Network, Projection, pathways

BOUNDARY = """id,source,target,relation,since,until,delay_days
t1,A,B,asks,2021-03-01,2021-03-31,0
t2,A,B,asks,2021-04-01,2021-04-30,0
t3,A,C,asks,2021-04,2021-04,0
t4,A,D,asks,2020-01-01,2060-12-31,0
"""


def network_of(text: str) -> Network:
    header, *rows = csv.reader(text.strip().splitlines())
    columns = [(name, [row[place] for row in rows]) for place, name in enumerate(header)]
    return Network.from_columns({"ties": columns})


@pytest.fixture(scope="module")
def boundary() -> Network:
    return network_of(BOUNDARY)


@pytest.fixture(scope="module")
def relay() -> Network:
    """A report that has to wait for the embassy, which has an officer from 10 through 20 August."""
    return network_of(
        """id,source,target,relation,since,until,delay_days
        f,Family,Embassy,tells,2022-08-01,2022-08-31,2
        e,Embassy,Police,hands_on,2022-08-10,2022-08-20,0.5
        d,Family,Police,tells,2022-08-01,..,30
        """.replace("        ", "")
    )


@pytest.mark.parametrize(
    ("day", "tie"),
    [("2021-03-01", "t1"), ("2021-03-31", "t1"), ("2021-03-31T23:59", "t1"), ("2021-04-01", "t2")],
)
def test_one_tie_holds_until_its_last_day_ends_and_the_next_from_then(boundary: Network, day: str, tie: str) -> None:
    way = pathways.earliest_arrival(boundary, "A", "B", at=day)
    assert way.ties == (tie,)
    assert way.arrives == way.departs == day


def test_what_comes_too_early_waits_and_what_comes_too_late_finds_nothing(boundary: Network) -> None:
    assert pathways.earliest_arrival(boundary, "A", "B", at="2021-02-28").arrives == "2021-03-01"
    with pytest.raises(cn.NoPathway, match=r"A → B \(asks, t2\): 2021-04-01 – 2021-04-30"):
        pathways.earliest_arrival(boundary, "A", "B", at="2021-05-01")


def test_the_last_to_leave_leaves_on_the_last_day_of_its_tie(boundary: Network) -> None:
    way = pathways.latest_departure(boundary, "A", "B", at="2022-01-01")
    assert (way.ties, way.departs, way.arrives) == (("t2",), "2021-04-30", "2021-04-30")
    assert pathways.latest_departure(boundary, "A", "B", at="2021-03-31").departs == "2021-03-31"
    with pytest.raises(cn.NoPathway, match="One gets there on 2021-03-01 at the earliest"):
        pathways.latest_departure(boundary, "A", "B", at="2021-02-28")


def test_a_month_is_possible_on_each_of_its_days_and_certain_on_none(boundary: Network) -> None:
    assert pathways.earliest_arrival(boundary, "A", "C", at="2021-04-15").arrives == "2021-04-15"
    with pytest.raises(cn.NoPathway):
        pathways.earliest_arrival(boundary, "A", "C", at="2021-01-01", over=Projection(dates="certain"))


def test_an_unknown_end_is_certain_on_the_first_day_alone_and_an_open_one_for_ever() -> None:
    network = network_of("source,target,since,until,delay_days\nA,B,2022-08-15,,0\nA,C,2022-08-15,..,0\n")
    certain = Projection(dates="certain")
    assert pathways.earliest_arrival(network, "A", "B", at="2022-08-01", over=certain).arrives == "2022-08-15"
    assert pathways.earliest_arrival(network, "A", "C", at="2030-01-01", over=certain).arrives == "2030-01-01"
    assert pathways.earliest_arrival(network, "A", "B", at="2030-01-01").arrives == "2030-01-01"
    with pytest.raises(cn.NoPathway):
        pathways.earliest_arrival(network, "A", "B", at="2022-08-16", over=certain)


def test_each_step_says_when_it_departs_and_arrives(relay: Network) -> None:
    way = pathways.earliest_arrival(relay, "Family", "Police", at="2022-08-02")
    assert [(row["departs"], row["arrives"]) for row in way.rows()] == [
        ("2022-08-02", "2022-08-04"),
        ("2022-08-10", "2022-08-10T12:00"),
    ]
    assert (way.departs, way.arrives, way.cost, way.delay_days) == ("2022-08-02", "2022-08-10T12:00", 8.5, 2.5)
    assert list(way.to_frame().columns[-2:]) == ["departs", "arrives"]
    assert "Departs 2022-08-02, arrives 2022-08-10T12:00." in repr(way)


def test_an_arrival_is_a_time_to_ask_from(relay: Network) -> None:
    arrives = pathways.earliest_arrival(relay, "Family", "Police", at="2022-08-02").arrives
    assert arrives is not None
    assert pathways.latest_departure(relay, "Embassy", "Police", at=arrives).departs == "2022-08-10"


def test_the_fastest_leaves_so_that_it_hardly_waits(relay: Network) -> None:
    way = pathways.fastest(relay, "Family", "Police")
    assert (way.departs, way.arrives, way.cost) == ("2022-08-08", "2022-08-10T12:00", 2.5)
    assert pathways.fastest(relay, "Family", "Police", during="2022-09/2022-12").cost == 30
    with pytest.raises(cn.NoPathway, match="within 2022-09"):
        pathways.fastest(relay, "Family", "Police", during="2022-09")


def test_who_does_not_want_to_wait_takes_another_way(relay: Network) -> None:
    way = pathways.earliest_arrival(relay, "Family", "Police", at="2022-08-02", max_wait=0)
    assert (way.departs, way.arrives, way.steps) == ("2022-08-08", "2022-08-10T12:00", 2)
    only = network_of("source,target,since,until,delay_days\nA,B,2022-01-01,2022-01-01,0\nB,C,2022-02-01,..,0\n")
    with pytest.raises(cn.NoPathway, match="One who waits longer than 3 days at an actor gets there"):
        pathways.earliest_arrival(only, "A", "C", at="2022-01-01", max_wait=3)


def test_what_has_no_dates_can_be_gone_at_any_time() -> None:
    network = network_of("source,target,delay_days\nA,B,1.5\n")
    way = pathways.fastest(network, "A", "B")
    assert (way.cost, way.departs, way.arrives) == (1.5, None, None)
    assert pathways.fastest(network, "A", "B", during="2022").departs == "2022-01-01"


def test_an_actor_is_where_it_is() -> None:
    network = network_of("source,target,delay_days\nA,B,1\n")
    way = pathways.earliest_arrival(network, "A", "A", at="2022-08-01")
    assert (way.steps, way.departs, way.arrives, way.cost) == (0, "2022-08-01", "2022-08-01", 0)
    assert pathways.fastest(network, "A", "A").departs is None


def test_reversed_ties_are_followed_backwards_in_forward_time(relay: Network) -> None:
    way = pathways.earliest_arrival(
        relay, "Police", "Family", at="2022-08-01", over=Projection(direction="reversed", where={"id": ["f", "e"]})
    )
    assert (way.departs, way.arrives) == ("2022-08-10", "2022-08-12T12:00")


def test_a_missing_delay_is_refused_unless_the_projection_fills_it() -> None:
    network = network_of("source,target,delay_days\nA,B,\n")
    with pytest.raises(cn.InvalidWeight, match="fill="):
        pathways.earliest_arrival(network, "A", "B", at="2022-08-01")
    way = pathways.earliest_arrival(network, "A", "B", at="2022-08-01", over=Projection(fill=3))
    assert way.arrives == "2022-08-04"


@pytest.mark.parametrize(
    ("over", "options", "said"),
    [
        ({}, {"at": "2022"}, "not a day"),
        ({}, {"at": "2022-13-01"}, "not a day"),
        ({}, {"at": "2022-08-01", "max_wait": -1}, "max_wait"),
        ({"weight": "reliability"}, {"at": "2022-08-01"}, "delay_days"),
        ({"weight": "strength"}, {"at": "2022-08-01"}, "delay_days"),
        ({"parallel": "min"}, {"at": "2022-08-01"}, "parallel"),
        ({"affiliations": "count"}, {"at": "2022-08-01"}, "."),
        ({"fill": -1}, {"at": "2022-08-01"}, "negative"),
    ],
)
def test_what_makes_no_sense_in_time_is_refused(over: dict[str, Any], options: dict[str, Any], said: str) -> None:
    network = network_of("source,target,delay_days,reliability\nA,B,,0.5\n")
    with pytest.raises((cn.InvalidOption, cn.InvalidWeight), match=said):
        pathways.earliest_arrival(network, "A", "B", over=Projection(**({"fill": 1} | over)), **options)


def test_without_a_pathway_it_says_how_far_one_gets_and_what_ends_too_soon(relay: Network) -> None:
    with pytest.raises(cn.NoPathway) as none:
        pathways.earliest_arrival(relay, "Family", "Police", at="2022-08-20", over=Projection(where={"id": ["f", "e"]}))
    said = str(none.value)
    assert "One gets to Embassy (2022-08-22)." in said
    assert "Embassy → Police (hands_on, e): 2022-08-10 – 2022-08-20" in said
    assert "Family → Police (tells, d). Widen it." in said
    assert none.value.reached == ["Family", "Embassy"] or none.value.reached == ("Family", "Embassy")


def test_it_says_what_it_assumes_and_can_be_asked_again(relay: Network) -> None:
    way = pathways.earliest_arrival(relay, "Family", "Police", at="2022-08-02", max_wait=7)
    assert "at most 7 days at an actor" in way.convention
    assert "delay_days" in way.convention
    assert way.again().rows() == way.rows()
    assert way.again(where={"id": "d"}).arrives == "2022-09-01"


def test_a_scenario_is_compared_by_the_days_it_costs(relay: Network) -> None:
    changed = cn.scenario.compare(
        relay, cn.Scenario("no officer").remove("Embassy"), "earliest_arrival", "Family", "Police", at="2022-08-02"
    )
    assert changed.to_frame().loc["cost", "difference"] == 30 - 8.5


@pytest.mark.parametrize(
    ("at", "state"),
    [("2022-07-31", "impossible"), ("2022-08-15", "possible"), ("2022-09-01", "certain"), ("2022-10-15", "possible")],
)
def test_a_pathway_is_certain_possible_or_impossible_on_a_day(at: str, state: str) -> None:
    network = network_of("source,target,since,until\nA,B,2022-08,2022-10\nB,C,2022-01-01,..\n")
    way = pathways.shortest(network, "A", "C")
    assert way.state(at) == state
    assert way.state("2022-08/2022-09") == "certain"
    with pytest.raises(cn.InvalidOption):
        way.state("soon")
