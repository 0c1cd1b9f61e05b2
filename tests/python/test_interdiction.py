"""Bottlenecks, failures and interdiction: against NetworkX, linear programs and every set tried."""

from __future__ import annotations

import json
import math
import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from python.test_shapes import DIRECTIONS, SHAPES, network_of
from scipy.optimize import linprog

import coopnet as cn
from coopnet import Network, Projection
from coopnet.errors import CoopnetError, InvalidOption, InvalidWeight, NoPathway, UnknownActor, UnknownName
from coopnet.flows import bottleneck, failures, interdict

WITHIN = Projection(weight="strength", weight_means="capacity")
STEPS = Projection()
COST = Projection(weight="strength", weight_means="cost")


def crowd(seed, ties=12, directed=True):
    """Few actors, any ties between them, loops and parallels too; every actor is there."""
    draw = random.Random(seed)
    pairs = [(draw.choice("abcde"), draw.choice("abcde")) for _ in range(ties)]
    pairs += [("a", "c"), ("c", "e"), ("b", "b"), ("d", "d")]
    return Network.from_edges(pairs, directed=directed, weights=[draw.randint(1, 6) for _ in pairs])


def most(network, rooms=None, without=(), capacity=None):
    """The flow from a to e by NetworkX; `capacity` stands in for that of some ties."""
    rooms = rooms or {}
    graph = nx.DiGraph()
    for actor in network.actors:
        room = 0 if actor in without else rooms.get(actor, 1e6)
        graph.add_edge((actor, "in"), (actor, "out"), capacity=room)
    for tie in network.ties.values():
        holds = (capacity or {}).get(tie.id, tie.strength) * (tie.id not in without)
        both = not network.vocabulary["relations"][tie.relation]["directed"]
        for source, target in [(tie.source, tie.target), (tie.target, tie.source)][: 2 if both else 1]:
            if source == target:
                continue
            tail, head = (source, "out"), (target, "in")
            so_far = graph.get_edge_data(tail, head, {"capacity": 0})["capacity"]
            graph.add_edge(tail, head, capacity=so_far + holds)
    return nx.maximum_flow_value(graph, ("a", "in"), ("e", "out"))


# --- where a flow is held ------------------------------------------------------------------


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_one_more_unit_brings_what_it_brings_when_all_is_asked_anew(seed, directed):
    network = crowd(seed, directed=directed)
    rooms = {"b": 3, "c": 4}
    value = most(network, rooms)
    found = bottleneck(network, "a", "e", room=rooms, over=WITHIN)
    assert found.value == value
    gains = {(row["of"], row["place"]): row["gain"] for row in found.rows()}
    for tie in network.ties.values():
        gain = most(network, rooms, capacity={tie.id: tie.strength + 1}) - value
        assert gains.get(("tie", tie.id), 0) == gain
    for actor, room in rooms.items():
        assert gains.get(("actor", actor), 0) == most(network, rooms | {actor: room + 1}) - value
    for row in found.rows():
        if row["of"] == "tie" and row["gain"]:
            more = {row["place"]: row["capacity"] + min(row["range"], 1000)}
            assert most(network, rooms, capacity=more) == value + min(row["range"], 1000)
            assert row["cuts"] == "every"


@pytest.mark.parametrize("seed", range(12))
def test_a_gain_is_no_more_than_its_dual(seed):
    network = crowd(seed)
    ties = [tie for tie in network.ties.values() if tie.source != tie.target]
    names = sorted(network.actors)
    into = np.zeros((len(names), len(ties)))
    for place, tie in enumerate(ties):
        into[names.index(tie.source), place] -= 1
        into[names.index(tie.target), place] += 1
    gain = -into[names.index("e")]
    inner = [place for place, name in enumerate(names) if name not in "ae"]
    found = linprog(
        gain,
        A_eq=into[inner],
        b_eq=np.zeros(len(inner)),
        A_ub=np.vstack([np.eye(len(ties)), -into[[names.index("e")]]]),
        b_ub=[*(tie.strength for tie in ties), 0],
    )
    answer = bottleneck(network, "a", "e", over=WITHIN)
    assert answer.value == pytest.approx(-found.fun)
    duals = dict(zip((tie.id for tie in ties), -found.ineqlin.marginals, strict=False))
    for row in answer.rows():
        assert row["gain"] <= duals[row["place"]] + 1e-9


def test_the_flow_itself_is_part_of_the_answer():
    network = Network.from_edges([("a", "b"), ("c", "b"), ("a", "b")], directed=False, weights=[2, 3, 4])
    found = bottleneck(network, "a", "c", over=WITHIN)
    assert found.flow.value == found.value == 3
    used = {row["tie"]: (row["source"], row["target"], row["amount"]) for row in found.flow.rows()}
    assert used["T2"] == ("b", "c", 3)
    assert used["T1"][2] + used["T3"][2] == 3
    assert [row["place"] for row in found.rows()] == ["T2"]
    assert "One more at T2 brings 1." in repr(found)
    assert found.again(direction="reversed").value == 3


def test_two_that_hold_together_gain_nothing_alone():
    network = Network.from_edges([("a", "b"), ("b", "c")], weights=[2, 2])
    found = bottleneck(network, "a", "c", over=WITHIN)
    assert [(row["place"], row["gain"], row["cuts"]) for row in found.rows()] == [("T1", 0, "some"), ("T2", 0, "some")]
    assert "No single place gains anything" in repr(found)


def test_a_range_without_end_is_null_in_json():
    found = bottleneck(Network.from_edges([("a", "b")], weights=[2]), "a", "b", over=WITHIN)
    assert found.rows()[0]["range"] == math.inf
    assert json.loads(found.to_json())["rows"][0]["range"] is None


# --- what one failure stops ------------------------------------------------------------------


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("seed", range(12))
def test_a_failure_stops_what_cannot_go_round(seed, directed):
    network = crowd(seed, directed=directed)
    value = most(network)
    for of, others in (("actors", "bcd"), ("ties", network.ties)):
        found = failures(network, "a", "e", of=of, over=WITHIN)
        stops = {
            name: value - most(network, without=(name,)) for name in others if name in network.actors or of == "ties"
        }
        assert {name: row["stops"] for name, row in found.items()} == {
            name: some for name, some in stops.items() if some
        }
        assert [row["stops"] for row in found.rows()] == sorted((row["stops"] for row in found.rows()), reverse=True)
        assert all(row["left"] + row["stops"] == value for row in found.rows())
        assert all(row["share"] == pytest.approx(row["stops"] / value) for row in found.rows())


def test_amounts_given_are_all_that_can_be_used():
    pairs = [("a", "b"), ("b", "e"), ("a", "c"), ("c", "e"), ("a", "d"), ("d", "e")]
    network = Network.from_edges(pairs)
    amounts = {"T1": 30, "T2": 30, "T3": 12, "T4": 12}
    found = failures(network, "a", "e", amounts=amounts)
    assert {actor: (row["stops"], row["left"]) for actor, row in found.items()} == {"b": (30, 12), "c": (12, 30)}
    flow = bottleneck(network, "a", "e", over=Projection(weight="capacity", fill=5)).flow
    assert list(failures(network, "a", "e", amounts=flow)) == ["b", "c", "d"]
    with pytest.raises(UnknownName):
        failures(network, "a", "e", amounts={"T9": 1})


# --- what to watch -----------------------------------------------------------------------------


def by_trying(names, prices, budget, left):
    """All sets within the budget that leave least, and of these those of which no part leaves as little."""
    tried = {}
    for size in range(len(names) + 1):
        for members in combinations(names, size):
            if sum(prices.get(name, 1) for name in members) <= budget:
                tried[members] = left(members)
    least = min(tried.values())
    best = [set(members) for members, some in tried.items() if some == least]
    return least, [members for members in best if not any(other < members for other in best)]


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize("seed", range(8))
def test_the_best_sets_are_those_that_trying_all_finds(seed, directed):
    network = crowd(seed, ties=6, directed=directed)
    draw = random.Random(seed)
    prices = {name: draw.randint(1, 3) for name in [*"bcd", *network.ties] if draw.random() < 0.5}
    for of, names in (("actors", [name for name in "bcd" if name in network.actors]), ("ties", list(network.ties))):
        some = {name: price for name, price in prices.items() if name in names}
        for budget in (1, 2, 4):
            found = interdict(network, "a", "e", budget=budget, of=of, prices=some, over=WITHIN)
            least, best = by_trying(names, some, budget, lambda members: most(network, without=members))
            assert (found.before, found.value, found.bound) == (most(network), least, least)
            assert sorted(map(sorted, found)) == sorted(map(sorted, best))
            assert found.gap == 0
            assert all(row["price"] <= budget for row in found.rows())


@pytest.mark.parametrize("seed", range(8))
def test_the_shortest_pathway_gets_as_long_as_trying_all_makes_it(seed):
    network = crowd(seed, ties=6)
    for of, names in (("actors", [name for name in "bcd" if name in network.actors]), ("ties", list(network.ties))):

        def negative_length(members):
            graph = nx.MultiDiGraph()
            graph.add_nodes_from(set("ae") | set(network.actors) - set(members))
            for tie in network.ties.values():
                if not {tie.id, tie.source, tie.target} & set(members):
                    graph.add_edge(tie.source, tie.target, length=tie.strength)
            return -nx.dijkstra_path_length(graph, "a", "e", "length") if nx.has_path(graph, "a", "e") else -math.inf

        for budget in (1, 2, 3):
            found = interdict(network, "a", "e", budget=budget, of=of, goal="path", over=COST)
            least, best = by_trying(names, {}, budget, negative_length)
            assert (found.before, found.value) == (-negative_length(()), -least)
            assert sorted(map(sorted, found)) == sorted(map(sorted, best))


def test_several_recruiters_and_several_sites_are_as_one():
    network = Network.from_edges([("r", "p"), ("s", "q"), ("p", "x"), ("q", "x"), ("x", "t"), ("x", "u"), ("q", "u")])
    found = interdict(network, ["r", "s"], ["t", "u"], budget=1)
    assert (list(found), found.before, found.value) == ([("p",), ("q",), ("x",)], 2, 1)
    assert interdict(network, ["r", "s", "r"], "t", budget=1).before == 1
    assert failures(network, ["r", "s"], ["t", "u"])["q"]["stops"] == 1


def test_only_candidates_are_watched_and_prices_may_be_a_column():
    network = Network.from_edges([("a", "b"), ("b", "c"), ("c", "e")]).with_column("actors", "effort", {"b": 5, "c": 2})
    assert list(interdict(network, "a", "e", budget=1, candidates=["c"])) == [("c",)]
    assert list(interdict(network, "a", "e", budget=2, prices="effort")) == [("c",)]
    assert list(interdict(network, "a", "e", budget=1, prices="effort")) == [()]
    found = interdict(network, "a", "e", budget=1, of="ties", candidates=["T2", "T3"])
    assert found.rows()[0] == {"ties": ("T2",), "steps": ("b → c",), "price": 1, "value": 0}


def test_a_limit_is_said_with_what_can_still_be_hoped_for():
    network = Network.from_edges([("a", "e"), ("a", "e")], weights=[3, 3])
    options = {"budget": 3, "of": "ties", "prices": {"T1": 2, "T2": 2}, "over": WITHIN}
    stopped = interdict(network, "a", "e", **options, time_limit=0)
    assert (stopped.partial, stopped.value, stopped.bound, stopped.gap) == (True, 3, 2, 1)  # one and a half could go
    assert interdict(network, "a", "e", **options).bound == 3
    assert "No set of this budget does better than 2." in repr(stopped)
    assert json.loads(stopped.to_json())["partial"] is True


def test_a_long_search_stops_when_asked_to():
    draw = random.Random(1)
    pairs = [(f"n{draw.randrange(200)}", f"n{draw.randrange(200)}") for _ in range(1000)]
    crowded = Network.from_edges(pairs, weights=[draw.randint(1, 20) for _ in pairs])
    with pytest.raises(cn.Cancelled):
        interdict(crowded, ["n0", "n1"], ["n3", "n4"], budget=8, of="ties", over=WITHIN, progress=lambda *_: False)


def test_no_way_left_is_said_and_is_null_in_json():
    found = interdict(Network.from_edges([("a", "b"), ("b", "e")]), "a", "e", budget=1, goal="path")
    assert (list(found), found.value, found.gap) == ([("b",)], math.inf, 0)
    assert "before: 2; after: none" in repr(found)
    assert json.loads(found.to_json())["value"] is None


def test_the_case_which_points_to_watch_and_what_stops_most_returns():
    case = cn.load("indonesia-cambodia-2021-2022")
    sites = ["PL.SHV", "PL.POI", "PL.BAV"]
    recruited = Projection(layers=["illicit", "flow"])
    one = interdict(case, "IL.REC", sites, budget=1, over=recruited)
    two = interdict(case, "IL.REC", sites, budget=2, over=recruited)
    assert all(members and members[0] in case.actors for members in [*one, *two])
    assert one.value < one.before
    assert two.value <= one.value
    for members in two:
        left = Projection(layers=["illicit", "flow"], actors=[key for key in case.actors if key not in members])
        assert failures(case, "IL.REC", sites, over=left).value == two.value
    home = failures(case, "PL.SHV", "ID.SOC", over=Projection(layers="flow"))
    assert set(home) == {members[0] for members in cn.pathways.cuts(case, "PL.SHV", "ID.SOC", over=home.projection)}
    assert home.sources
    assert home.weakest_grade


# --- what cannot be asked ----------------------------------------------------------------------

LINE = Network.from_edges([("a", "b"), ("b", "e"), ("z", "z")], weights=[1, 2, 1])


@pytest.mark.parametrize(
    ("options", "error", "says"),
    [
        ({"budget": -1}, InvalidOption, "not negative"),
        ({"budget": math.inf}, InvalidOption, "everything could be taken"),
        ({"budget": "2"}, InvalidOption, "is no number"),
        ({"of": "all"}, InvalidOption, '"actors" or "ties"'),
        ({"goal": "all"}, InvalidOption, '"flow" or "path"'),
        ({"prices": {"b": 0}}, InvalidOption, "not positive"),
        ({"prices": {"b": -1}}, InvalidOption, "not negative"),
        ({"prices": "effort"}, UnknownName, "effort"),
        ({"candidates": ["x"]}, UnknownActor, "x"),
        ({"of": "ties", "candidates": ["T9"]}, UnknownName, "T9"),
        ({"lengthens": 3}, InvalidOption, "lengthens= is for ties"),
        ({"max_results": 0}, InvalidOption, "at least 1"),
        ({"over": COST}, InvalidWeight, "is a cost"),
        ({"over": Projection(parallel="sum")}, InvalidOption, "tie by tie"),
        ({"over": Projection(parallel="sum"), "goal": "path"}, InvalidOption, "tie by tie"),
        ({"over": Projection(actors=["a", "e"])}, NoPathway, "Nothing gets from a to e"),
    ],
)
def test_what_is_not_asked_right(options, error, says):
    with pytest.raises(error, match=says):
        interdict(LINE, "a", "e", **({"budget": 1} | options))


@pytest.mark.parametrize("question", [bottleneck, failures, lambda *asked, **options: interdict(*asked, budget=1)])
@pytest.mark.parametrize(("source", "target"), [([], "e"), ("a", []), ("a", "a"), (["a", "b"], ["b", "e"])])
def test_ends_that_are_none(question, source, target):
    with pytest.raises(InvalidOption):
        question(LINE.with_column("ties", "capacity", [1, 1, 1]), source, target)


def test_capacities_that_are_none():
    with pytest.raises(InvalidWeight, match="capacity"):
        bottleneck(Network.from_edges([("a", "e")]).with_column("ties", "capacity", [None]), "a", "e")
    with pytest.raises(InvalidWeight, match="no limit"):
        bottleneck(LINE.with_column("ties", "capacity", [None] * 3), "a", "e", unlimited=True)
    with pytest.raises(InvalidOption, match="room of b is -2"):
        bottleneck(LINE, "a", "e", over=WITHIN, room={"b": -2})
    with pytest.raises(NoPathway, match="Nothing flows"):
        failures(LINE, "a", "z")


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_has_a_value_or_a_reason(shape, direction):
    network = network_of(shape, direction)
    asked = [
        lambda: bottleneck(network, "a", "b", over=WITHIN),
        lambda: cn.flows.waiting(network, "a", "b", arrivals={"2022-08-01": 3}, per_day="strength"),
        lambda: cn.flows.observed(network, {"2022-08-01": 3}, {"2022-08-03": 3}),
    ]
    for of in ("actors", "ties"):
        asked.append(lambda of=of: failures(network, "a", "b", of=of))
        for goal in ("flow", "path"):
            asked.append(lambda of=of, goal=goal: interdict(network, "a", "b", budget=1, of=of, goal=goal))
    for question in asked:
        reason = ""
        try:
            answer = question()
        except CoopnetError as refused:
            reason = str(refused)
        if reason:
            assert reason.endswith(".")
        else:
            assert answer.convention
            assert len(answer.to_frame()) == len(answer.rows())
            json.loads(answer.to_json())
            repr(answer)
            answer._repr_html_()
