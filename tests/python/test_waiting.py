"""Waiting, against persons walked one by one and against networks unfolded in time by hand."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from datetime import date, timedelta

import networkx as nx
import pytest

import coopnet as cn
from coopnet import Network
from coopnet.errors import Cancelled, Infeasible, InvalidOption, UnknownActor, UnknownName
from coopnet.flows import observed, waiting

FIRST = date(2022, 8, 1)
NOWHERE = Network.from_edges([])


def on(number):
    return (FIRST + timedelta(number)).isoformat()


def persons_walked(came, left, extra=()):
    """Person-days, if each person takes the first seat that is free, in the order of coming."""
    seats = sorted([day for day, number in left.items() for _ in range(number)] + list(extra))
    waited = 0
    for day in sorted(day for day, number in came.items() for _ in range(number)):
        seat = next(seat for seat in seats if seat >= day)
        seats.remove(seat)
        waited += seat - day
    return waited


@pytest.mark.parametrize("seed", range(40))
def test_what_was_seen_is_persons_walked_one_by_one(seed):
    draw = random.Random(seed)
    came = {draw.randrange(8): draw.randint(1, 5) for _ in range(4)}
    total = sum(came.values())
    left = {draw.randrange(8): draw.randint(0, 2) for _ in range(3)} | {9: total}
    gone = {}
    queue = 0
    for day in range(10):  # no more leave than are there
        queue += came.get(day, 0)
        gone[day] = min(queue, left.get(day, 0))
        queue -= gone[day]
    by_day = [{on(day): number for day, number in counts.items()} for counts in (came, gone)]
    seen = observed(NOWHERE, *by_day, totals=())
    assert seen.person_days == seen.low == seen.high == persons_walked(came, gone)
    assert seen.waiting == seen.unexplained == 0
    for day, seats in itertools.product(sorted(came), (1, 3)):
        sooner = persons_walked(came, gone, [day] * seats)
        assert seen.saved(seats, on(day)) == persons_walked(came, gone) - sooner


def test_counts_by_then_and_counts_of_the_day_say_the_same():
    by_then = observed(NOWHERE, {on(0): 30, on(2): 40}, {on(1): 5, on(4): 40})
    of_the_day = observed(NOWHERE, {on(0): 30, on(2): 10}, {on(1): 5, on(4): 35}, totals=())
    mixed = observed(NOWHERE, {on(0): 30, on(2): 40}, {on(1): 5, on(4): 35}, totals=["arrivals"])
    assert by_then.rows() == of_the_day.rows() == mixed.rows()
    assert by_then.person_days == 30 + 25 + 35 + 35
    assert (by_then.longest, by_then.when) == (35, (on(2), on(3)))
    assert by_then.again(at="2022") is by_then


def test_reports_that_differ_make_an_interval_and_a_gap_stays_a_gap():
    seen = observed(NOWHERE, {on(0): (10, 12)}, {on(2): 8, on(3): 14})
    assert (seen.low, seen.person_days, seen.high) == (10 + 10 + 2, 11 + 11 + 3, 12 + 12 + 4)
    assert seen.unexplained == 3
    assert "3 more left" in repr(seen)
    assert seen.to_dict()["unexplained"] == 3


def test_the_case_by_its_figures():
    case = cn.load("indonesia-cambodia-2021-2022")
    freed = {"2022-07-31": "A13", "2022-08-04": "A19", "2022-08-05": (128, 129), "2022-08-11": "A24"}
    home = {"2022-08-05": "B01", "2022-08-06": "B02", "2022-08-08": ("B03", "B04"), "2022-08-22": "B05"}
    seen = observed(case, freed, home, totals=["arrivals"])
    # 62·4 + 91 + 116.5 + 103.5·2 + 88.5·3 + 194·11
    assert seen.person_days == 248 + 91 + 116.5 + 207 + 265.5 + 2134
    assert (seen.low, seen.high) == (3045, 3079)
    assert (seen.longest, seen.unexplained) == (194, 8)
    assert seen.saved(200, on="2022-08-12") == 194 * 10
    assert {"S13", "S18"} <= set(seen.sources)


@pytest.mark.parametrize(
    ("arrivals", "departures", "totals", "says"),
    [
        ({}, {}, (), "No day has a count"),
        ({"2022-08": 3}, {}, (), '"2022-08" is no day'),
        ({on(0): -1}, {}, (), "not negative"),
        ({on(0): 3, on(1): 2}, {}, ("arrivals",), "falls from 3 to 2"),
        ({on(0): 3}, {}, ("births",), 'names "births"'),
        ({on(0): ()}, {}, (), "Nothing is counted"),
    ],
)
def test_counts_that_are_none(arrivals, departures, totals, says):
    with pytest.raises(InvalidOption, match=says):
        observed(NOWHERE, arrivals, departures, totals=totals)


def test_figures_and_days_that_are_not_there():
    with pytest.raises(UnknownName):
        observed(NOWHERE, {on(0): "A13"}, {})
    with pytest.raises(InvalidOption, match="is not between"):
        observed(NOWHERE, {on(0): 3}, {}).saved(1, on(5))


# --- the quickest schedule --------------------------------------------------------------


def unfolded(ties, ends, coming, capacity, seats, beds, handles, delay, days):
    """The same journey as a network of networkx, a node an actor and day; arrivals end at "home"."""
    source, target = ends
    graph = nx.DiGraph()
    names = {actor for tie in ties.values() for actor in tie} | {source, target}
    total = sum(coming.values())
    for day in range(days):
        for actor in names:
            if actor == target:
                graph.add_edge((actor, day), "home", weight=0)
            elif day + 1 == days:
                graph.add_edge((actor, day), "home", weight=0)  # counted until here
            else:
                graph.add_edge((actor, day), (actor, day + 1), weight=1, capacity=beds.get(actor, total))
            graph.add_edge((actor, day), (actor, day, "on"), weight=0, capacity=handles.get(actor, total))
        for tie, (tail, head) in ties.items():
            most = seats[tie].get(day, 0) if tie in seats else capacity.get(tie, total)
            if day + delay.get(tie, 0) < days and tail != head and tail != target:
                there = (head, day + delay.get(tie, 0))
                graph.add_edge((tail, day, "on"), (tie, day), weight=0, capacity=most)
                graph.add_edge((tie, day), there, weight=delay.get(tie, 0), capacity=most)
        graph.add_edge("out", (source, day), weight=0, capacity=coming.get(day, 0))
    graph.nodes["out"]["demand"] = -total
    graph.nodes["home"]["demand"] = total
    return graph


def least(*journey):
    return nx.network_simplex(unfolded(*journey))[0]


def journey(seed):
    draw = random.Random(seed)
    names = "abcde"
    ties = {f"T{number}": (draw.choice(names), draw.choice(names)) for number in range(1, 9)}
    ties |= {"T9": ("a", "c"), "T10": ("c", "e")}
    ties = {f"T{number}": ends for number, ends in enumerate(ties.values(), 1)}
    coming = {0: draw.randint(1, 5), draw.randint(1, 3): draw.randint(1, 4)}
    capacity = {tie: draw.randint(0, 3) for tie in ties if draw.random() < 0.7}
    seats = {tie: {draw.randrange(6): draw.randint(1, 4)} for tie in ties if draw.random() < 0.2}
    beds = {name: draw.randint(0, 3) for name in "bcd" if draw.random() < 0.5}
    handles = {name: draw.randint(1, 4) for name in "abcd" if draw.random() < 0.3}
    delay = {tie: draw.randint(0, 2) for tie in ties if draw.random() < 0.5}
    return ties, ("a", "e"), coming, capacity, seats, beds, handles, delay, 9


def asked(ties, ends, coming, capacity, seats, beds, handles, delay, days):
    network = Network.from_edges(list(ties.values()))
    dated = {tie: {on(day): number for day, number in said.items()} for tie, said in seats.items()}
    return waiting(
        network,
        *ends,
        arrivals={on(day): number for day, number in coming.items()},
        per_day=capacity,
        seats=dated,
        beds={actor: number for actor, number in beds.items() if actor in network.actors},
        handles={actor: number for actor, number in handles.items() if actor in network.actors},
        delays=delay,
        until=on(days - 1),
    )


@pytest.mark.parametrize("seed", range(40))
def test_no_schedule_has_fewer_person_days(seed):
    given = journey(seed)
    found = asked(*given)
    assert found.person_days == pytest.approx(least(*given))


@pytest.mark.parametrize("seed", range(15))
def test_by_every_day_as_many_have_arrived_as_can(seed):
    given = journey(seed)
    found = asked(*given)
    graph = unfolded(*given)
    for day in range(9):
        early = graph.copy()
        early.remove_edges_from([(tail, head) for tail, head in graph.edges if head == "home"])
        early.add_edges_from(((given[1][1], before), "home", {}) for before in range(day + 1))
        arrived = sum(number for when, number in found.arrived.items() if when <= on(day))
        assert arrived == pytest.approx(nx.maximum_flow_value(early, "out", "home"))


@pytest.mark.parametrize("seed", range(12))
def test_one_more_saves_what_it_saves_when_all_is_asked_anew(seed):
    given = journey(seed)
    ties, ends, coming, capacity, seats, beds, handles, delay, days = given
    found = asked(*given)
    before = least(*given)
    saved = {(row["place"], row["date"]): row["saves"] for row in found.limits if row["of"] == "seats"}
    for row in found.limits:
        assert row["saves"] <= row["price"] + 1e-6
    for tie in ties:
        for day in range(days):
            own = seats.get(tie) or dict.fromkeys(range(days), capacity.get(tie, 99))
            more = seats | {tie: own | {day: own.get(day, 0) + 1}}
            sooner = least(ties, ends, coming, capacity, more, beds, handles, delay, days)
            assert saved.get((tie, on(day)), 0) == pytest.approx(before - sooner), (tie, day)
    for row in found.bottlenecks:
        more = {"capacity": dict(capacity), "beds": dict(beds), "handles": dict(handles)}
        dated = dict(seats)
        if row["of"] != "seats":
            more[row["of"]][row["place"]] += 1
        elif row["place"] in seats:
            dated[row["place"]] = {day: seats[row["place"]].get(day, 0) + 1 for day in range(days)}
        else:
            more["capacity"][row["place"]] += 1
        sooner = least(ties, ends, coming, more["capacity"], dated, more["beds"], more["handles"], delay, days)
        assert row["every_day"] == pytest.approx(before - sooner)


@pytest.mark.parametrize("seed", range(15))
def test_nobody_is_lost_and_nothing_holds_more_than_it_can(seed):
    given = journey(seed)
    _, (source, target), coming, capacity, seats, beds, handles, delay, _ = given
    found = asked(*given)
    assert sum(found.arrived.values()) + found.left == pytest.approx(sum(coming.values()))
    for row in found.moves:
        day = (date.fromisoformat(row["date"]) - FIRST).days
        most = seats[row["tie"]].get(day, 0) if row["tie"] in seats else capacity.get(row["tie"], 99)
        assert row["persons"] <= most + 1e-6
    rows = {row["id"]: row for row in found.rows()}
    for actor, row in rows.items():
        assert row["longest"] <= beds.get(actor, 99) + 1e-6
        passed = Counter()
        for move in found.moves:
            if move["source"] == actor:
                passed[move["date"]] += move["persons"]
        assert max(passed.values(), default=0) <= handles.get(actor, 99) + 1e-6
        came = sum(move["persons"] for move in found.moves if move["target"] == actor)
        assert row["handled"] == pytest.approx(came + (sum(coming.values()) if actor == source else 0))
    on_the_way = sum(move["persons"] * delay.get(move["tie"], 0) for move in found.moves)
    assert found.person_days == pytest.approx(found.waited + on_the_way)
    assert target not in rows


def test_an_undirected_tie_has_its_seats_for_both_ways_together():
    network = Network.from_edges([("a", "b"), ("b", "c")], directed=False)
    found = waiting(network, "c", "a", arrivals={on(0): 4}, per_day={"T1": 2, "T2": 3})
    assert found.arrived == {on(0): 2, on(1): 2}
    assert {(row["source"], row["target"]) for row in found.moves} == {("c", "b"), ("b", "a")}
    assert found.saved("T1", 2, on=on(0)) == 1  # T2 brings only three
    assert found.bottlenecks[0]["place"] == "T1"


def test_one_more_officer():
    network = Network.from_edges([("a", "b"), ("b", "c"), ("b", "c")])
    found = waiting(network, "a", "c", arrivals={on(0): 6}, handles={"b": 2}, beds={"b": 9})
    assert found.person_days == 4 + 2
    assert [(row["place"], row["of"], row["best"]) for row in found.bottlenecks] == [("b", "handles", on(0))]
    assert found.saved("b", 4, on=on(0), of="handles") == 6
    with pytest.raises(InvalidOption, match="limits of handles and beds"):
        found.saved("b")
    assert found.saved("b", of="beds") == 0


def test_a_seat_more_on_a_tie_that_runs_both_ways_serves_either():
    network = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d")], directed=False)
    found = waiting(network, "a", "d", arrivals={on(0): 4}, per_day={"T2": 2})
    assert [(row["place"], row["date"], row["limit"], row["saves"]) for row in found.limits] == [("T2", on(0), 2, 1)]
    assert found.saved("T2", 2, on=on(0)) == found.person_days == 2


def test_one_queue_served_as_it_comes_is_the_quickest_schedule():
    came, flights = {on(0): 62, on(4): 29, on(5): 37, on(11): 113}, {on(5): 12, on(6): 13, on(8): 14, on(22): 202}
    found = waiting(Network.from_edges([("a", "b")]), "a", "b", arrivals=came, seats={"T1": flights})
    seen = observed(NOWHERE, came, flights, totals=())
    assert found.person_days == seen.person_days
    assert found.rows()[0]["longest"] == seen.longest
    for seats, when in itertools.product((1, 50, 200), (on(2), on(8), on(12))):
        assert found.saved("T1", seats, on=when) == pytest.approx(seen.saved(seats, on=when))


@pytest.mark.parametrize("seed", range(15))
def test_ties_that_run_both_ways_share_their_seats(seed):
    ties, ends, coming, capacity, _, _, _, delay, days = journey(seed)
    capacity |= {tie: 2 for tie in ties if tie not in capacity}
    graph = unfolded(ties, ends, coming, capacity, {}, {}, {}, delay, days)
    for tie, (tail, head) in ties.items():
        for day in range(days):  # whoever comes in at either end goes out at either; going back is waiting
            later = day + delay.get(tie, 0)
            if tail == head or later >= days:
                continue
            if graph.has_edge((tail, day, "on"), (tie, day)):
                graph.remove_node((tie, day))
            inside, outside = (tie, day, "in"), (tie, day, "out")
            graph.add_edge(inside, outside, weight=delay.get(tie, 0), capacity=capacity[tie])
            for actor in {tail, head}:
                if actor != ends[1]:
                    graph.add_edge((actor, day), inside, weight=0)
                graph.add_edge(outside, (actor, later), weight=0)
    network = Network.from_edges(list(ties.values()), directed=False)
    options = {"per_day": capacity, "delays": delay, "until": on(days - 1)}
    found = waiting(network, *ends, arrivals={on(day): number for day, number in coming.items()}, **options)
    assert found.person_days == pytest.approx(nx.network_simplex(graph)[0])


def test_waiting_stands_as_near_to_the_target_as_beds_allow():
    network = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d")])
    found = waiting(network, "a", "d", arrivals={on(0): 6}, per_day={"T3": 2}, beds={"c": 3})
    rows = {row["id"]: (row["longest"], row["waited"], row["when"]) for row in found.rows()}
    assert rows == {"a": (0, 0, None), "b": (1, 1, on(0)), "c": (3, 5, on(0))}
    assert found.rows()[0]["per_day"] == 6


def test_parallel_ties_and_loops_and_isolates():
    network = Network.from_edges([("a", "b"), ("a", "b"), ("b", "b"), ("c", "c")])
    found = waiting(network, "a", "b", arrivals={on(0): 5}, per_day={"T1": 1, "T2": 1, "T3": 9})
    assert found.person_days == 2 + 2 * 1 + 1 * 2 - 2 + 0
    assert found.arrived == {on(0): 2, on(1): 2, on(2): 1}


def test_who_cannot_arrive_is_told():
    network = Network.from_edges([("a", "b"), ("c", "d")])
    nobody = waiting(network, "a", "d", arrivals={on(0): 5})
    assert (nobody.left, nobody.arrived, nobody.person_days) == (5, {}, 0)
    some = waiting(network, "a", "b", arrivals={on(0): 5}, seats={"T1": {on(3): 2}})
    assert (some.left, some.until, some.person_days) == (3, on(3), 15)
    assert "3 had not arrived" in repr(some)
    assert some.saved("T1", 3, on=on(1)) == 6


def test_too_few_beds():
    network = Network.from_edges([("a", "b")])
    with pytest.raises(Infeasible, match="more persons than beds"):
        waiting(network, "a", "b", arrivals={on(0): 5}, per_day={"T1": 1}, beds={"a": 1})


def test_time_and_patience():
    network = Network.from_edges([("a", "b")])
    told = []
    waiting(network, "a", "b", arrivals={on(0): 5}, per_day={"T1": 1}, progress=lambda *done: told.append(done))
    assert told == [(0, 1), (1, 1)]
    with pytest.raises(Cancelled):
        waiting(network, "a", "b", arrivals={on(0): 5}, per_day={"T1": 1}, progress=lambda *_: False)
    stopped = waiting(network, "a", "b", arrivals={on(0): 5}, per_day={"T1": 1}, time_limit=0)
    assert stopped.partial
    assert (stopped.person_days, stopped.limits) == (10, [])


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"arrivals": {}}, InvalidOption, "Nobody comes"),
        ({"arrivals": {on(0): -1}}, InvalidOption, "not negative"),
        ({"per_day": "capacit"}, UnknownName, "Nearest: capacity"),
        ({"per_day": {"T7": 1}}, UnknownName, "T7"),
        ({"beds": {"z": 1}}, UnknownActor, "z"),
        ({"seats": {"T1": {"soon": 1}}}, InvalidOption, "no day"),
        ({"delays": {"T1": 1e9}}, InvalidOption, "more than 3660"),
        ({"until": "2020-01-01"}, InvalidOption, "is not within"),
        ({"until": "2052-01-01"}, InvalidOption, "is not within"),
        ({"until": on(2), "arrivals": {on(0): 1, on(5): 1}}, InvalidOption, "or before 2022-08-06"),
    ],
)
def test_what_is_not_given_right(options, error, says):
    network = Network.from_edges([("a", "b")])
    with pytest.raises(error, match=says):
        waiting(network, "a", "b", **({"arrivals": {on(0): 5}} | options))


def test_between_an_actor_and_itself():
    with pytest.raises(InvalidOption, match="two different actors"):
        waiting(Network.from_edges([("a", "b")]), "a", "a", arrivals={on(0): 5})


def test_what_nothing_limits_has_nothing_to_save():
    found = waiting(Network.from_edges([("a", "b")]), "a", "b", arrivals={on(0): 5}, per_day={"T1": 9})
    with pytest.raises(InvalidOption, match="Nothing limits a"):
        found.saved("a")
    with pytest.raises(UnknownActor):
        found.saved("x")
    assert found.saved("T1") == 0
    assert found.limits == found.bottlenecks == []
