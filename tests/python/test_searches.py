"""Best additions, worst removals, robustness: every answer against networks that are built one by one."""

from __future__ import annotations

import inspect
import itertools
import json
import math
import random
from typing import Any

import pytest

import coopnet as cn
from coopnet import Network, Projection, Scenario, questions, scenario
from coopnet.scenario.switched import Switchboard

RELATIONS = {
    "to": {"directed": True, "layer": "cooperation"},
    "with": {"directed": False, "layer": "illicit"},
    "joins": {"affiliation": True, "layer": "membership"},
}
WORDS = json.dumps({"relations": RELATIONS})
CASE = "indonesia-cambodia-2021-2022"


def random_network(seed: int, actors: int = 6, ties: int = 9) -> Network:
    draw = random.Random(seed)
    ids = [f"a{place}" for place in range(actors)]
    relations = draw.choice([["to"], ["with"], ["to", "with"], ["to", "with", "joins"]])
    rows = [(draw.choice(ids), draw.choice(ids), draw.choice(relations)) for _ in range(draw.randrange(ties + 1))]
    columns = {
        "source": [source for source, _, _ in rows],
        "target": [target for _, target, _ in rows],
        "relation": [relation for _, _, relation in rows],
        "reliability": [str(draw.choice([0.5, 0.8, 0.9, 1])) for _ in rows],
        "delay_days": [str(draw.randrange(1, 5) / 10) for _ in rows],
        "since": [draw.choice(["2021", "2022", ""]) for _ in rows],
    }
    country = [draw.choice(["IDN", "KHM"]) for _ in ids]
    return Network.from_columns(
        {"actors": [("id", ids), ("country", country)], "ties": list(columns.items())},
        vocabulary=WORDS,
        open_vocabulary=True,
    )


# --- the mask -----------------------------------------------------------------------
SUBJECTS: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "centrality.centralization": (("degree",), {}),
    "brokerage.key_players": ((1,), {}),
    "brokerage.roles": ((), {"missing": "IGO"}),
    "cohesion.ei_index": ((), {"missing": "IGO"}),
    "cohesion.homophily": ((), {"missing": "IGO"}),
    "community.modularity": (("country",), {"missing": "IGO"}),
    "position.blockmodel": ((), {"missing": "IGO"}),
}


def subjects_of(name: str, network: Network) -> tuple[tuple[Any, ...], dict[str, Any]] | None:
    first, second = list(network.actors)[:2]
    if name == "pathways.reach" or "group_" in name:
        return (first,), {}
    if name in ("pathways.shortest", "pathways.all_shortest", "pathways.k_shortest", "pathways.most_reliable"):
        return (first, second), {}
    if name in SUBJECTS:
        return SUBJECTS[name]
    needed = list(inspect.signature(dict(questions.named())[name]).parameters.values())[1:]
    return None if any(item.default is item.empty for item in needed) else ((), {})


def told(ask: Any, network: Network, *subject: Any, **options: Any) -> Any:
    """What an answer says, or which error; ties by their ids, since their rows differ."""
    try:
        answer = ask(network, *subject, **options)
    except cn.CoopnetError as error:
        return type(error).__name__
    return json.dumps([answer.rows(), answer.why, sorted(network.ties.row(row).id for row in answer._ties)])


ASKED = [name for name, _ in questions.named() if subjects_of(name, random_network(0)) is not None]


@pytest.mark.parametrize("name", ASKED)
def test_every_question_sees_a_switched_network_as_one_built_without(name):
    ask = dict(questions.named())[name]
    for seed in range(8):
        network = random_network(seed)
        draw = random.Random(seed)
        gone = [key for key in list(network.actors)[2:] if draw.random() < 0.3]
        cut = [key for key in network.ties if draw.random() < 0.3]
        made = Scenario(edits=[{"edit": "remove", "tie": key} for key in cut])
        for key in gone:
            made = made.remove(key)
        built = made.apply(network)
        off = [network.core.actor(key) for key in gone], [network.core.tie(key) for key in cut]
        switched = Switchboard(network).without(*off)
        for over in (Projection(), Projection(during="2022", affiliations="count")):
            subject, options = subjects_of(name, network) or ((), {})
            expected = told(ask, built, *subject, over=over, **options)
            assert told(ask, switched, *subject, over=over, **options) == expected, (seed, over)


def test_additions_of_the_case_are_as_if_applied():
    case = cn.load(CASE)
    attache = Scenario("attaché", case.playbook["branches"][-1]["scenario"])
    ties = [("ID.EMB", "KH.CNP", "liaises"), ("ID.FAM", "KH.CNP", "reports"), ("ID.POLPP", "KH.MOI", "liaises")]
    candidates = [attache, *ties[:2], Scenario("both", (*attache.edits, {"edit": "add_tie", **ends(ties[2])}))]
    over = Projection(layers="cooperation")
    for question, subject, number in [
        ("most_reliable", ("ID.FAM", "KH.CNP"), "reliability"),
        ("pathways.shortest", ("ID.EMB", "KH.MOI"), None),
        ("pathways.reach", ("ID.POLRI",), None),
        ("betweenness", (), "ID.EMB"),
        ("density", (), None),
    ]:
        found = scenario.best_additions(
            case, question, *subject, candidates=candidates, budget=2, number=number, over=over, max_results=99
        )
        assert len(found) == 4 + 6
        for made, row in zip(found.scenarios, found.rows(), strict=True):
            after = scenario.compare(case, made, question, *subject, over=over)
            assert row["value"] == pytest.approx(number_of(after.after, number), nan_ok=True), made


def ends(tie: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip(("source", "target", "relation"), tie, strict=True))


def number_of(answer: Any, number: str | None) -> float:
    if isinstance(answer, cn.ways.Reach):
        return len(answer)
    numbers = questions.numbers(answer)
    return float(numbers[number or ("value" if "value" in numbers else "steps")])


# --- ranking, against every set built --------------------------------------------------
def brute(network: Network, candidates: list[Scenario], size: int, value: Any) -> dict[tuple[int, ...], float]:
    found = {}
    for some in range(1, size + 1):
        for places in itertools.combinations(range(len(candidates)), some):
            edits = tuple(edit for place in places for edit in candidates[place].edits)
            found[places] = value(Scenario("x", edits).apply(network))
    return found


def steps(network: Network) -> float:
    try:
        return cn.pathways.shortest(network, "a0", "a1").steps
    except cn.NoPathway:
        return math.inf


def surest(network: Network) -> float:
    try:
        return cn.pathways.most_reliable(network, "a0", "a1")[0].reliability
    except cn.NoPathway:
        return 0.0


def check(found: Any, expected: dict[tuple[int, ...], float], candidates: list[Scenario], sign: int) -> None:
    names = [str(candidate) for candidate in candidates]
    order = sorted(expected, key=lambda places: (sign * expected[places], len(places), places))
    assert [row["edits"] for row in found.rows()] == [tuple(names[place] for place in places) for places in order]
    assert [row["value"] for row in found.rows()] == pytest.approx([expected[places] for places in order])


@pytest.mark.parametrize("seed", range(25))
def test_additions_rank_as_every_network_built(seed):
    network = random_network(seed)
    draw = random.Random(seed)
    relations = ["to", "with", "joins"]
    pairs = [(draw.choice("012345"), draw.choice("012345"), draw.choice(relations)) for _ in range(4)]
    candidates = [
        Scenario(f"c{place}").add_tie(f"a{one}", f"a{other}", relation, reliability=draw.choice([0.4, 0.7, 1]))
        for place, (one, other, relation) in enumerate(pairs)
    ]
    candidates.append(Scenario("c4").add_actor("x").add_tie("a0", "x", "to").add_tie("x", "a1", "to"))
    kept = {"candidates": candidates, "budget": 2, "max_results": 99}
    found = scenario.best_additions(network, "pathways.shortest", "a0", "a1", **kept)
    check(found, brute(network, candidates, 2, steps), candidates, 1)
    assert found.before == steps(network)
    every = brute(network, candidates, len(candidates), steps)
    assert found.bound == min(every.values())
    found = scenario.best_additions(network, "pathways.most_reliable", "a0", "a1", **kept)
    check(found, brute(network, candidates, 2, surest), candidates, -1)


@pytest.mark.parametrize("seed", range(25))
def test_removals_rank_as_every_network_built(seed):
    network = random_network(seed, ties=14)
    found = scenario.worst_removals(network, "pathways.shortest", "a0", "a1", budget=2, max_results=99)
    candidates = [Scenario().remove(actor) for actor in list(network.actors)[2:]]
    check(found, brute(network, candidates, 2, steps), candidates, -1)
    assert all(row["loss"] >= 0 for row in found.rows())
    ties = scenario.worst_removals(network, "pathways.most_reliable", "a0", "a1", of="ties", max_results=99)
    cut = [Scenario().remove(tie=tie) for tie in network.ties]
    check(ties, brute(network, cut, 1, surest), cut, 1)


def test_larger_sets_grow_from_the_best():
    # Any of four chains needs three ties: no single tie and no pair helps, three do.
    network = Network.from_edges([("a0", "h0"), ("h3", "a1")])
    chain = [("h0", "h1", "tie"), ("h1", "h2", "tie"), ("h2", "h3", "tie")]
    network = Scenario().add_actor("h1").add_actor("h2").apply(network)
    found = scenario.best_additions(network, "pathways.shortest", "a0", "a1", candidates=chain, budget=3)
    assert found.rows()[0]["value"] == 5
    assert len(found.scenarios[0].edits) == 3
    assert found.rows()[1]["value"] == math.inf
    assert (found.rows()[1]["gain"], found.rows()[1]["rank"]) == (0, 2)
    assert found.before == math.inf
    assert found.bound == 5
    assert "larger sets grow from the best one" in found.convention
    assert found.best.apply(network).ties["new3"].target == "h3"
    assert found.sources == ()
    assert "Before: inf." in repr(found)


def test_equals_share_a_rank_and_are_said():
    ring = Network.from_edges([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")])
    found = scenario.worst_removals(ring, "pathways.shortest", "a", "d")
    assert [(row["edits"], row["rank"]) for row in found.rows()] == [(("without b",), 1), (("without c",), 1)]
    assert "2 sets shown are equally far" in found.convention


def test_a_bound_is_stated_only_where_more_ties_cannot_harm():
    network = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d")])
    ties = [("a", "c", "tie"), ("a", "d", "tie")]  # inferred, so of reliability 0.3
    for question, subject, options, bound in [
        ("pathways.shortest", ("a", "d"), {}, 1),
        ("pathways.find", ("a", "d"), {"pattern": "tie*"}, 1),
        ("pathways.reliability", ("a", "d"), {"over": Projection(fill=0.5)}, 1 - 0.7 * (1 - 0.5 * (1 - 0.7 * 0.75))),
        ("pathways.reliability", ("a", "d"), {"method": "sample", "over": Projection(fill=0.5)}, math.nan),
        ("pathways.reach", ("b",), {}, 3),
        ("pathways.reach", ("d",), {"mode": "in"}, 4),
        ("pathways.shortest", ("a", "d"), {"number": "delay_days"}, math.nan),
        ("pathways.shortest", ("a", "d"), {"over": Projection(parallel="sum")}, math.nan),
        ("betweenness", (), {"number": "b"}, math.nan),
        ("density", (), {}, math.nan),
    ]:
        found = scenario.best_additions(network, question, *subject, candidates=ties, **options)
        assert found.bound == pytest.approx(bound, nan_ok=True), question
        assert bool(found.why) is math.isnan(bound)


def test_a_number_that_must_be_said_is_asked_for():
    network = Network.from_edges([("a", "b"), ("b", "c")])
    with pytest.raises(cn.InvalidOption, match='Say which is judged: an actor, as number="a"'):
        scenario.worst_removals(network, "betweenness")
    with pytest.raises(cn.InvalidOption, match=r'no number "reliabilty"\. Nearest: reliability'):
        scenario.worst_removals(network, "pathways.shortest", "a", "c", number="reliabilty")
    with pytest.raises(cn.InvalidOption, match='no number "z"'):
        scenario.worst_removals(network, "betweenness", number="z")
    with pytest.raises(cn.UnknownActor, match="z"):
        scenario.worst_removals(network, "pathways.reach", "a", number="z")
    assert scenario.worst_removals(network, "betweenness", number="b", better="less").rows()[0]["loss"] == -0.5
    with pytest.raises(cn.InvalidOption, match='better="most"'):
        scenario.worst_removals(network, "density", better="most")


def test_the_actor_that_is_judged_and_the_subjects_stay():
    network = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d")])
    found = scenario.worst_removals(network, "betweenness", number="b")
    assert sorted(row["edits"][0] for row in found.rows()) == ["without a", "without c", "without d"]
    found = scenario.worst_removals(network, "pathways.reach", "a")
    assert [row["value"] for row in found.rows()] == [1, 2, 3]


@pytest.mark.parametrize(
    ("candidates", "said"),
    [
        ([Scenario().remove("a")], "does not only add"),
        ([("a", "b")], "is none. Give"),
        ([Scenario()], "has no edit"),
        ([("a", "b", "new")], "vocabulary does not know"),
        ([("a", "x", "tie")], 'there is no actor "x"'),
        ([Scenario().add_actor("x"), ("a", "x", "tie")], 'Candidate 2 .* there is no actor "x"'),
        ([Scenario().add_actor("x"), Scenario().add_actor("x", name="other")], "say different things of it"),
    ],
)
def test_what_is_no_addition_is_refused(candidates, said):
    network = Network.from_edges([("a", "b"), ("b", "c")]).with_column("actors", "name", ["A", "B", "C"])
    with pytest.raises((cn.InvalidOption, cn.UnknownActor), match=said):
        scenario.best_additions(network, "pathways.shortest", "a", "c", candidates=candidates)


def test_a_search_stops_in_time_and_on_demand():
    network = Network.from_edges([("a", "b"), ("b", "c")])
    found = scenario.worst_removals(network, "pathways.shortest", "a", "c", time_limit=0)
    assert found.partial
    assert len(found) == 0
    with pytest.raises(cn.InvalidOption, match="no candidate"):
        _ = found.best
    heard: list[tuple[int, int]] = []
    scenario.worst_removals(network, "density", budget=2, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(place, 6) for place in range(1, 7)]
    with pytest.raises(cn.Cancelled):
        scenario.worst_removals(network, "density", progress=lambda done, total: False)
    for name in ("budget", "max_results"):
        with pytest.raises(cn.InvalidOption, match=f"{name}=0"):
            scenario.worst_removals(network, "density", **{name: 0})


def test_a_ranking_is_asked_again_and_told_as_json():
    network = Network.from_edges([("a", "b"), ("b", "c")])
    found = scenario.worst_removals(network, "pathways.shortest", "a", "c")
    assert found.again(direction="reversed").before == math.inf
    told_as = json.loads(found.to_json())
    assert told_as["question"] == "scenario.worst_removals"
    assert told_as["before"] == 2
    assert told_as["rows"][0]["edits"] == ["without b"]


# --- robustness ------------------------------------------------------------------------
def largest(network: Network) -> int:
    pieces = cn.cohesion.components(network)
    return max(map(len, pieces.groups), default=0)


def pick(scores: dict[Any, float]) -> Any:
    return max(scores, key=lambda key: (scores[key], -list(scores).index(key)))


@pytest.mark.parametrize("seed", range(12))
def test_a_targeted_attack_by_definition(seed):
    network = random_network(seed, ties=12)
    for recalculated in (True, False):
        for attack in ("degree", "betweenness", "closeness"):
            found = scenario.robustness(network, attack=attack, recalculated=recalculated)
            left, order, sizes = network, [], [largest(network)]
            first = dict(questions.found(attack)(network))
            while len(left.actors):
                scores = (
                    dict(questions.found(attack)(left)) if recalculated else {key: first[key] for key in left.actors}
                )
                scores = {key: -math.inf if math.isnan(value) else value for key, value in scores.items()}
                order.append(pick(scores))
                left = Scenario().remove(order[-1]).apply(left)
                sizes.append(largest(left))
            assert found.order == tuple(order)
            assert [row["value"] for row in found.rows()] == pytest.approx([size / 6 for size in sizes])
            assert found.area == pytest.approx(sum(sizes[1:]) / 36)


@pytest.mark.parametrize("seed", range(6))
def test_an_attack_on_ties_by_definition(seed):
    network = random_network(seed, ties=12)
    found = scenario.robustness(network, of="ties", attack="degree")
    left, sizes = network, [largest(network)]
    for (tie,) in found.order:
        degrees = dict(cn.centrality.degree(left))
        products = {key: degrees[row.source] * degrees[row.target] for key, row in left.ties.items()}
        assert tie == pick(products)
        left = Scenario().remove(tie=tie).apply(left)
        sizes.append(largest(left))
    assert [row["value"] for row in found.rows()] == pytest.approx([size / 6 for size in sizes])
    between = scenario.robustness(network, of="ties", attack="betweenness")
    assert sorted(between.order) == sorted(found.order)
    if between.order:
        scores = cn.centrality.edge_betweenness(network)
        best = max(scores.values(), default=0.0)
        tied = {tie for row in scores.rows() for tie in row["ties"] if row["edge_betweenness"] == best}
        assert between.order[0][0] in tied or not tied


def test_random_failures_have_a_spread_and_a_seed():
    network = random_network(4)
    one = scenario.robustness(network, runs=50, seed=1)
    assert one.rows() == scenario.robustness(network, runs=50, seed=1).rows()
    assert one.rows() != scenario.robustness(network, runs=50, seed=2).rows()
    for row in one.rows():
        assert row["low"] <= row["value"] <= row["high"]
    assert one.rows()[-1] == {"removed": 6, "share": 1.0, "value": 0, "low": 0, "high": 0}


def test_a_question_is_asked_along_and_its_subjects_stay():
    network = Network.from_edges([("a", "b"), ("b", "d"), ("a", "c"), ("c", "e"), ("e", "d")])
    found = scenario.robustness(network, "pathways.shortest", "a", "d", attack="degree")
    assert set(found.order) == {"b", "c", "e"}
    assert [row["value"] for row in found.rows()] == [2, 3, math.inf, math.inf]
    assert math.isnan(found.area)
    sure = scenario.robustness(network, "pathways.reach", "a", attack="random", runs=3, seed=2)
    values = [row["value"] for row in sure.rows()]
    assert (values[0], values[-1]) == (5, 1)
    assert values == sorted(values, reverse=True)
    assert sure.area == pytest.approx(math.fsum(values[1:]) / 4)


def test_the_same_random_orders_whichever_way_they_are_asked():
    network = random_network(3, ties=12)
    pieces = scenario.robustness(network, runs=5, seed=9)
    asked = scenario.robustness(network, largest_share, runs=5, seed=9)
    assert [row["value"] for row in asked.rows()] == pytest.approx([row["value"] for row in pieces.rows()])


def largest_share(network: Network, *, over: Projection | None = None) -> Any:
    """The share of all actors in the largest piece, as a question of one's own."""
    view = network.freeze(over)
    size = max(map(len, cn.cohesion.components(network, over=over).groups), default=0)
    asked = cn.tables.Asked(largest_share, network, over)
    return cn.tables.Value(size / 6, asked, ties=view.all_ties, convention="")


def test_schneiders_r_of_a_complete_network_and_of_nobody():
    pairs = list(itertools.combinations("abcdef", 2))
    assert scenario.robustness(Network.from_edges(pairs, directed=False), attack="degree").area == pytest.approx(
        15 / 36
    )
    nobody = Network.from_columns({"actors": [("id", [])], "ties": [("source", []), ("target", [])]})
    assert len(scenario.robustness(nobody)) == 1
    assert math.isnan(scenario.robustness(nobody).area)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"of": "groups"}, 'of="groups"'),
        ({"runs": 0}, "runs=0"),
        ({"attack": "density"}, "does not score actors"),
        ({"attack": "betweeness"}, "Nearest: betweenness"),
        ({"attack": "closeness", "of": "ties"}, "does not score ties"),
        ({"of": "ties", "over": Projection(affiliations="count")}, "stands for several"),
    ],
)
def test_what_robustness_cannot_do_is_said(options, said):
    with pytest.raises(cn.CoopnetError, match=said):
        scenario.robustness(Network.from_edges([("a", "b"), ("b", "c")]), **options)


@pytest.mark.parametrize("attack", ["random", "degree"])
def test_a_curve_that_time_cuts_short_says_so(attack):
    network = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])
    ask = {"attack": attack, "runs": 5, "over": Projection(direction="undirected")}
    cut = scenario.robustness(network, "density", time_limit=0, **ask)
    whole = scenario.robustness(network, "density", **ask)
    assert cut.partial
    assert len(cut) < len(whole) == 6
    assert cut.rows()[0]["value"] == whole.rows()[0]["value"]
    assert math.isnan(cut.area)
    assert not whole.partial
    pieces = scenario.robustness(network, attack="degree", time_limit=0)
    assert pieces.partial
    assert len(pieces) == 2
