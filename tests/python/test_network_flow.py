"""Network flow: the public case, flows by definition, linear programs as oracle, relations, refusals."""

from __future__ import annotations

import itertools
import json
import math
import random
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog

from coopnet import (
    Infeasible,
    InvalidNetwork,
    InvalidOption,
    InvalidWeight,
    Network,
    Projection,
    UnknownActor,
    UnknownName,
    flows,
)

# Another tool sent 18 through the tie of 12; 5 → 5 is a loop.
CASE_24 = """s,1,12
s,2,6
s,3,14
1,2,11
2,3,9
1,4,5
1,5,2
2,5,4
2,6,2
3,6,31
4,5,18
5,5,9
4,t,3
5,t,7
6,t,22"""

Rows = list[tuple[str, str, dict[str, Any]]]
WORDS = json.dumps({"relations": {"to": {"directed": True}, "with": {"directed": False}}})


def network_of(ties: Rows, *, actors: str = "", rooms: dict[str, float] | None = None) -> Network:
    """A tie a row: source, target, its columns; `relation` is `to` unless said."""
    names = list(dict.fromkeys([*actors, *(end for source, target, _ in ties for end in (source, target))]))
    columns = sorted({"relation", "capacity", *(name for _, _, more in ties for name in more)})
    cells = {name: [_text(more.get(name, "to" if name == "relation" else "")) for *_, more in ties] for name in columns}
    people: list[tuple[str, list[str]]] = [("id", names)]
    if rooms:
        people.append(("room", [_text(rooms.get(name, "")) for name in names]))
    return Network.from_columns(
        {
            "actors": people,
            "ties": [
                ("source", [source for source, *_ in ties]),
                ("target", [target for _, target, _ in ties]),
                *cells.items(),
            ],
        },
        vocabulary=WORDS,
        open_vocabulary=True,
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else repr(value)


def case_24(factor: float = 1) -> Network:
    rows = [line.split(",") for line in CASE_24.splitlines()]
    return network_of([(source, target, {"capacity": float(held) * factor}) for source, target, held in rows])


def random_ties(seed: int, *, count: int = 6, ties: int = 14, mixed: bool = True) -> Rows:
    draw = random.Random(seed)
    names = ["s", "t", *"abcdefgh"[: count - 2]]
    return [
        (
            draw.choice(names),
            draw.choice(names),
            {
                "relation": draw.choice(["to", "with"]) if mixed else "to",
                "capacity": draw.randint(1, 60) / 10,
                "cost": draw.randint(0, 5),
            },
        )
        for _ in range(ties)
    ]


def program(ties: Rows, names: list[str], rooms: dict[str, float], *, tied: bool = False) -> dict[str, Any]:
    """A flow as a linear program, by definition: a variable for each way of each tie, one for the value."""
    ways = [(s, t, i) for i, (s, t, _) in enumerate(ties)]
    ways += [(t, s, i) for i, (s, t, more) in enumerate(ties) if more["relation"] == "with"]
    place = {name: i for i, name in enumerate(names)}
    equal = np.zeros((len(names), len(ways) + 1))
    limit = np.zeros((len(ties) + len(names), len(ways) + 1))
    most = [more["capacity"] for *_, more in ties] + [rooms.get(name, 1e6) for name in names]
    for column, (source, target, tie) in enumerate(ways):
        if source == target:
            continue
        equal[place[source], column] += 1
        equal[place[target], column] -= 1
        limit[tie, column] = 1
        limit[len(ties) + place[target], column] = 1
    equal[place["s"], -1], equal[place["t"], -1] = -1, 1
    limit[len(ties) + place["s"], -1] = 1
    costs = [ties[tie][2]["cost"] for *_, tie in ways]
    return {"A_eq": equal, "b_eq": np.zeros(len(names)), "A_ub": limit, "b_ub": most, "costs": costs}


# --- the public case ----------------------------------------------------------------------


def test_no_tie_carries_more_than_it_holds_in_the_public_case() -> None:
    network = case_24()
    flow = flows.maximum(network, "s", "t")
    assert flow.value == 32
    assert all(flow[tie.id] <= tie.capacity for tie in network.ties.values())
    into = {row["source"]: row["amount"] for row in flow.rows() if row["target"] == "t"}
    assert into == {"4": 3, "5": 7, "6": 22}
    assert {row["target"]: row["amount"] for row in flow.rows() if row["source"] == "s"} == {"1": 12, "2": 6, "3": 14}
    for actor in "123456":
        gains = [row["amount"] * ((row["target"] == actor) - (row["source"] == actor)) for row in flow.rows()]
        assert sum(gains) == 0
    assert flow["T12"] == 0  # the loop


def test_the_public_case_has_exactly_two_smallest_cuts() -> None:
    cuts = flows.minimum_cut(case_24(), "s", "t")
    assert cuts.value == 32
    assert [cut.source_side for cut in cuts] == [("s",), ("s", *"123456")]
    assert [cut.ties for cut in cuts] == [("T1", "T2", "T3"), ("T13", "T14", "T15")]
    assert not cuts.partial


def test_routes_of_the_public_case_add_up() -> None:
    flow = flows.maximum(case_24(), "s", "t")
    routes = flows.decompose(flow)
    assert sum(route.amount for route in routes) == 32
    assert routes.circles == ()
    for tie, amount in flow.items():
        assert sum(route.amount for route in routes if tie in route.ties) == amount
    assert [route.amount for route in routes] == sorted((route.amount for route in routes), reverse=True)


# --- linear programs as oracle ------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_flows_and_costs_are_what_a_linear_program_finds(seed: int) -> None:
    ties = random_ties(seed)
    rooms = {name: random.Random(seed).randint(1, 90) / 10 for name in "ab"} if seed % 2 else {}
    network = network_of(ties, actors="st", rooms=rooms)
    names = list(network.actors)
    asked = program(ties, names, rooms)
    costs = asked.pop("costs")
    best = linprog([0] * len(costs) + [-1], **asked)
    room = "room" if rooms else None
    flow = flows.maximum(network, "s", "t", room=room)
    assert flow.value == pytest.approx(-best.fun, abs=1e-9)
    # Duality: what a unit more of the bounds would bring, times the bounds, is the value.
    assert -best.ineqlin.marginals @ asked["b_ub"] == pytest.approx(flow.value, abs=1e-9)
    assert flows.minimum_cut(network, "s", "t", room=room).value == pytest.approx(flow.value, abs=1e-9)

    half = round(flow.value / 2, 1)
    for amount, sent in ((None, flow.value), (half, half)):
        bounds = [(0, None)] * len(costs) + [(sent, sent)]
        least = linprog([*costs, 0], **asked, bounds=bounds)
        if least.status == 2:  # sent is the maximum, and rounding makes it a hair too much
            bounds[-1] = (sent - 1e-9, sent)
            least = linprog([*costs, 0], **asked, bounds=bounds)
        cheapest = flows.minimum_cost(network, "s", "t", amount=amount, room=room)
        assert cheapest.value == pytest.approx(sent, abs=1e-9)
        assert cheapest.cost == pytest.approx(least.fun, abs=1e-6)


def shared(ties: Rows, wishes: list[dict[str, Any]], *, aim: str) -> float:
    """What several commodities reach, as a linear program by definition."""
    names = sorted({end for source, target, _ in ties for end in (source, target)} | set("stab"))
    ways = [(s, t, i) for i, (s, t, _) in enumerate(ties)]
    ways += [(t, s, i) for i, (s, t, more) in enumerate(ties) if more["relation"] == "with"]
    width = len(ways)
    columns = width * len(wishes) + len(wishes) + 1
    equal, hold = [], np.zeros((len(ties), columns))
    for k, wish in enumerate(wishes):
        for name in names:
            row = np.zeros(columns)
            for place, (source, target, _) in enumerate(ways):
                row[k * width + place] += (source == name) - (target == name)
            row[width * len(wishes) + k] -= (name == wish["source"]) - (name == wish["target"])
            equal.append(row)
        if aim == "share":
            row = np.zeros(columns)
            row[width * len(wishes) + k], row[-1] = 1, -wish["amount"]
            equal.append(row)
        for place, (source, target, tie) in enumerate(ways):
            hold[tie, k * width + place] = source != target
    goal = np.zeros(columns)
    goal[-1 if aim == "share" else slice(width * len(wishes), -1)] = -1
    top = [(0, None)] * (width * len(wishes))
    top += [(0, None if aim == "share" else wish["amount"]) for wish in wishes] + [(0, None if aim == "share" else 0)]
    held = [more["capacity"] for *_, more in ties]
    return float(-linprog(goal, A_eq=equal, b_eq=np.zeros(len(equal)), A_ub=hold, b_ub=held, bounds=top).fun)


@pytest.mark.parametrize("seed", range(25))
def test_several_commodities_reach_what_a_linear_program_finds(seed: int) -> None:
    ties = [tie for tie in random_ties(seed, ties=16) if tie[0] != tie[1]]
    network = network_of(ties, actors="stab")
    wishes = [{"source": "s", "target": "t", "amount": 4}, {"source": "a", "target": "b", "amount": 3}]
    most = flows.together(network, wishes)
    assert most.value == pytest.approx(shared(ties, wishes, aim="most"), abs=1e-6)
    assert flows.together(network, wishes, aim="share").share == pytest.approx(
        shared(ties, wishes, aim="share"), abs=1e-6
    )
    for wish, flow in zip(wishes, most.values(), strict=True):
        gain = dict.fromkeys(network.actors, 0.0)
        for row in flow.rows():
            gain[row["source"]] -= row["amount"]
            gain[row["target"]] += row["amount"]
        expected = dict.fromkeys(network.actors, 0.0) | {wish["source"]: -flow.value, wish["target"]: flow.value}
        assert gain == pytest.approx(expected, abs=1e-6)
    for tie in network.ties.values():
        assert sum(flow[tie.id] for flow in most.values()) <= tie.capacity + 1e-6


def test_several_commodities_may_part_a_unit_and_do_not_if_whole() -> None:
    # Each of three pairs has a way of one tie and one of two, in a triangle: half of each goes each way, or whole less.
    sides = [("a", "b"), ("b", "c"), ("c", "a")]
    ties: Rows = [(source, target, {"capacity": 1, "relation": "with", "cost": 1}) for source, target in sides]
    network = network_of(ties)
    wishes = [{"source": s, "target": t, "amount": 2} for s, t in sides]
    assert flows.together(network, wishes).value == 3
    assert flows.together(network, wishes, aim="share").share == 0.5
    odd: Rows = [(s, t, {"capacity": 1.5, "relation": "with"}) for s, t in sides]
    assert flows.together(network_of(odd), wishes).value == 4.5
    assert flows.together(network_of(odd), wishes, whole=True).value == 3
    with pytest.raises(Infeasible, match=r"at most 0\.5 of each"):
        flows.together(network, wishes, aim="cost")
    cheap = flows.together(network, [{"source": "a", "target": "b", "amount": 1, "name": "one"}], aim="cost")
    assert (cheap.cost, list(cheap), cheap["one"].cost) == (1, ["one"], 1)


# --- relations ----------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(20))
def test_relations_that_must_hold(seed: int) -> None:
    ties = random_ties(seed)
    network = network_of(ties, actors="st")
    value = flows.maximum(network, "s", "t").value
    cuts = {cut.ties for cut in flows.minimum_cut(network, "s", "t")}
    by_sum = pytest.approx(value, rel=1e-12, abs=0)

    def most(changed: Rows, source: str = "s", target: str = "t") -> float:
        return flows.maximum(network_of(changed, actors="st"), source, target).value

    assert most(ties + ties) == pytest.approx(2 * value, rel=1e-12)
    tripled = network_of([(s, t, more | {"capacity": more["capacity"] * 3}) for s, t, more in ties], actors="st")
    assert flows.maximum(tripled, "s", "t").value == pytest.approx(3 * value, rel=1e-12)
    assert {cut.ties for cut in flows.minimum_cut(tripled, "s", "t")} == cuts
    assert most([(t, s, more) for s, t, more in ties], "t", "s") == by_sum
    halves = [part for i, (s, t, more) in enumerate(ties) for part in ((s, f"m{i}", more), (f"m{i}", t, more))]
    assert most(halves) == by_sum
    assert most([*ties, ("a", "b", {"capacity": 2})]) >= value
    assert most([*ties, ("a", "a", {"capacity": 2})]) == by_sum
    mixed = random.Random(seed).sample(ties, len(ties))
    assert most(mixed) == by_sum
    for cut in cuts:
        left = [tie for number, tie in enumerate(ties, start=1) if f"T{number}" not in cut]
        assert most(left) == 0
    reversed_over = Projection(direction="reversed")
    assert flows.maximum(network, "t", "s", over=reversed_over).value == by_sum


@pytest.mark.parametrize("seed", range(20))
def test_routes_and_circles_are_the_flow(seed: int) -> None:
    draw = random.Random(seed)
    ties = random_ties(seed)
    network = network_of(ties, actors="st")
    amounts = {
        f"T{number}": draw.randint(-9 if more["relation"] == "with" else 0, 9) / 10
        for number, (*_, more) in enumerate(ties, start=1)
    }
    routes = flows.decompose(network, amounts)
    sums = dict.fromkeys(amounts, 0.0)
    for route in [*routes, *routes.circles]:
        for begin, tie in zip(route.actors, route.ties, strict=False):
            sums[tie] += route.amount if network.ties[tie].source == begin else -route.amount
    loops = {tie.id for tie in network.ties.values() if tie.source == tie.target}
    assert {tie: amount for tie, amount in sums.items() if tie not in loops} == pytest.approx(
        {tie: amount for tie, amount in amounts.items() if tie not in loops}, abs=1e-12
    )
    assert len(routes) + len(routes.circles) <= len(ties) + len(network.actors)


# --- what limits a flow -------------------------------------------------------------------


def test_an_undirected_tie_carries_its_amount_one_way_and_says_which() -> None:
    network = network_of([("a", "b", {"capacity": 3, "relation": "with"})])
    (row,) = flows.maximum(network, "b", "a").rows()
    assert (row["source"], row["target"], row["amount"]) == ("b", "a", 3)
    assert flows.decompose(flows.maximum(network, "b", "a"))[0].actors == ("b", "a")


def test_demand_is_wanted_if_positive_as_in_networkx() -> None:
    ties: Rows = [("a", "c", {"capacity": 9, "cost": 1}), ("b", "c", {"capacity": 9, "cost": 3})]
    flow = flows.minimum_cost(network_of(ties), demand={"a": -2, "b": -1, "c": 3})
    assert (dict(flow), flow.value, flow.cost) == ({"T1": 2, "T2": 1}, 3, 5)
    with pytest.raises(InvalidOption, match="adds up to 1"):
        flows.minimum_cost(network_of(ties), demand={"a": -2, "c": 3})
    with pytest.raises(InvalidOption, match="Leave source"):
        flows.minimum_cost(network_of(ties), "a", "c", demand={})
    with pytest.raises(InvalidOption, match="Name a source"):
        flows.minimum_cost(network_of(ties), "a")


def test_least_amounts_that_cannot_flow_name_actors_and_ties() -> None:
    ties: Rows = [
        ("s", "hub", {"capacity": 9, "must": 5}),
        ("hub", "t", {"capacity": 3}),
        ("hub", "u", {"capacity": 1}),
    ]
    with pytest.raises(Infeasible, match=r"At least 5 must come to hub, u, by the ties T1, and at most 3 .*T2"):
        flows.maximum(network_of(ties), "s", "t", least="must")
    full: Rows = [("s", "t", {"capacity": 2, "must": 3})]
    with pytest.raises(Infeasible, match="The tie T1 must carry 3 and holds 2"):
        flows.maximum(network_of(full), "s", "t", least="must")
    with pytest.raises(Infeasible, match="room of hub"):
        flows.maximum(
            network_of([("s", "hub", {"capacity": 9, "must": 5}), ("hub", "t", {"capacity": 9})]),
            "s",
            "t",
            least="must",
            room={"hub": 2},
        )
    closed: Rows = [("s", "t", {"capacity": 0, "must": 3}), ("s", "t", {"capacity": 3})]
    with pytest.raises(Infeasible, match="The tie T1 must carry 3 and holds 0"):
        flows.maximum(network_of(closed), "s", "t", least="must")
    both: Rows = [("s", "t", {"capacity": 4, "must": 3, "relation": "with"})]
    with pytest.raises(InvalidWeight, match="T1 runs both ways"):
        flows.maximum(network_of(both), "s", "t", least="must")


def test_more_than_can_flow_names_the_cut() -> None:
    with pytest.raises(Infeasible, match=r"At least 33 must come to s.* at most 32 can leave \(the ties T1, T2, T3\)"):
        flows.minimum_cost(case_24(), "s", "t", amount=33, cost="capacity")


def test_a_way_without_limit_is_named() -> None:
    ties: Rows = [("s", "hub", {}), ("hub", "t", {}), ("s", "t", {"capacity": 3})]
    network = network_of(ties)
    with pytest.raises(InvalidWeight, match=r"T1 .*has no capacity"):
        flows.maximum(network, "s", "t")
    for ask in (flows.maximum, flows.minimum_cut):
        with pytest.raises(InvalidWeight, match="s → hub → t"):
            ask(network, "s", "t", unlimited=True)
    with pytest.raises(InvalidWeight, match="s → hub → t"):
        flows.together(network, [{"source": "s", "target": "t"}], unlimited=True)
    wishes = [{"source": "s", "target": "t", "amount": 1}, {"source": "hub", "target": "t", "amount": 2}]
    with pytest.raises(InvalidWeight, match="s → hub → t"):
        flows.together(network, wishes, aim="share", unlimited=True)
    assert flows.together(network, wishes, aim="share", unlimited=True, room={"hub": 8}).share == pytest.approx(11 / 3)
    assert flows.maximum(network, "s", "t", unlimited=True, room={"hub": 4}).value == 7
    assert flows.maximum(network, "s", "t", over=Projection(fill=2)).value == 5


def test_refusals_say_what_to_do() -> None:
    network = case_24()
    with pytest.raises(InvalidOption, match='"s" to itself'):
        flows.maximum(network, ["s", "1"], ["t", "s"])
    with pytest.raises(InvalidOption, match="at least one"):
        flows.maximum(network, [], "t")
    with pytest.raises(UnknownActor, match="nobody"):
        flows.maximum(network, "s", "nobody")
    with pytest.raises(InvalidWeight, match="is a strength"):
        flows.maximum(network, "s", "t", over=Projection(weight="strength"))
    with pytest.raises(InvalidOption, match="tie by tie"):
        flows.maximum(network, "s", "t", over=Projection(parallel="sum"))
    with pytest.raises(UnknownName, match='no column "rooms"'):
        flows.maximum(network_of([("s", "t", {"capacity": 1})], rooms={"s": 1}), "s", "t", room="rooms")
    with pytest.raises(InvalidOption, match="room of 1 is -1"):
        flows.maximum(network, "s", "t", room={"1": -1})
    with pytest.raises(UnknownName, match="spend"):
        flows.minimum_cost(network, "s", "t", cost="spend")
    with pytest.raises(InvalidOption, match="amount=-1"):
        flows.minimum_cost(network, "s", "t", amount=-1)
    for held in ("-4", "nan"):
        with pytest.raises(InvalidNetwork, match="capacity"):
            network_of([("s", "t", {"capacity": held})])
    owned = Projection(weight="seats", weight_means="capacity")
    with pytest.raises(InvalidWeight, match="the weight -4"):
        flows.maximum(network_of([("s", "t", {"seats": -4})]), "s", "t", over=owned)
    with pytest.raises(InvalidWeight, match="T1 carries -1"):
        flows.decompose(network, {"T1": -1})
    with pytest.raises(UnknownName, match="T99"):
        flows.decompose(network, {"T99": 1})
    with pytest.raises(InvalidOption, match="Give decompose"):
        flows.decompose(network)
    with pytest.raises(InvalidOption, match='aim="all"'):
        flows.together(network, [{"source": "s", "target": "t"}], aim="all")
    with pytest.raises(InvalidOption, match="needs an amount"):
        flows.together(network, [{"source": "s", "target": "t"}], aim="share")
    with pytest.raises(InvalidOption, match="Nothing is to flow"):
        flows.together(network, [])


def test_results_know_how_they_were_asked() -> None:
    network = case_24()
    flow = flows.maximum(network, "s", "t", room={"3": 10})
    assert flow.again().value == flow.value < 32
    assert flow.to_dict()["value"] == flow.value
    assert flows.decompose(flow).again().rows() == flows.decompose(flow).rows()
    cuts = flows.minimum_cut(network, "s", "t", max_results=1)
    assert cuts.partial
    assert cuts.again().rows() == cuts.rows()
    assert json.loads(cuts.to_json())["value"] == 32
    both = flows.together(network, [{"source": "s", "target": "t", "amount": 2}])
    assert json.loads(both.to_json())["values"] == {"s → t": 2}
    assert both.again().value == 2
    assert both["s → t"].again(direction="declared").value == 2
    assert sum(route.amount for route in flows.decompose(both["s → t"]).again()) == 2
    assert list(flow.to_frame().columns)[:5] == ["tie", "source", "target", "stage", "amount"]


@pytest.mark.parametrize("relation", ["to", "with"])
def test_every_shape_has_an_answer(relation: str) -> None:
    more = {"capacity": 2, "cost": 1, "relation": relation}
    shapes: dict[str, tuple[float, Rows]] = {
        "isolates": (0, []),
        "loops": (0, [("s", "s", more), ("t", "t", more)]),
        "parallels": (4, [("s", "t", more), ("s", "t", more)]),
        "pieces": (0, [("s", "a", more), ("b", "t", more)]),
        "one tie": (2, [("s", "t", more)]),
    }
    for name, (value, ties) in shapes.items():
        network = network_of(ties, actors="st")
        if not ties:
            network = Network.from_columns({"actors": [("id", ["s", "t"])], "ties": [("source", []), ("target", [])]})
        flow = flows.maximum(network, "s", "t")
        assert flow.value == value, name
        cuts = flows.minimum_cut(network, "s", "t")
        assert (cuts.value, len(cuts)) == (value, 1), name
        assert sum(route.amount for route in flows.decompose(flow)) == value
        if ties:
            assert flows.minimum_cost(network, "s", "t").cost == value, name
        assert flows.together(network, [{"source": "s", "target": "t", "amount": 9}]).value == value, name


def test_smallest_cuts_by_trying_all_sides() -> None:
    for seed in range(30):
        ties = random_ties(seed, count=5, ties=9)
        network = network_of(ties, actors="st")
        inner = [name for name in network.actors if name not in ("s", "t")]
        weighed: dict[frozenset[str], float] = {}
        for size in range(len(inner) + 1):
            for some in itertools.combinations(inner, size):
                side = {"s", *some}
                cut = {
                    f"T{number}": more["capacity"]
                    for number, (source, target, more) in enumerate(ties, start=1)
                    if (source in side and target not in side)
                    or (more["relation"] == "with" and target in side and source not in side)
                }
                weighed[frozenset(cut)] = math.fsum(cut.values())
        least = min(weighed.values())
        smallest = {cut for cut, value in weighed.items() if math.isclose(value, least, abs_tol=1e-9)}
        assert {frozenset(cut.ties) for cut in flows.minimum_cut(network, "s", "t")} == smallest, seed
