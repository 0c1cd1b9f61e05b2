"""How surely something gets there, and what breaks its pathways."""

from __future__ import annotations

import math
from itertools import product

import pytest

import coopnet as cn
from coopnet import InvalidOption, InvalidWeight, Network, Projection, pathways


@pytest.fixture(scope="module")
def case() -> Network:
    return cn.load("indonesia-cambodia-2021-2022")


def report(*reliabilities: float) -> Network:
    """Family → Embassy → Police, Family → Police."""
    pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")]
    return Network.from_edges(pairs).with_column("ties", "reliability", list(reliabilities))


# --- how surely -------------------------------------------------------------------


def test_reliability_is_a_float_that_says_what_it_assumes():
    found = pathways.reliability(report(0.9, 0.8, 0.5), "Family", "Police")
    assert found == pytest.approx(1 - (1 - 0.72) * 0.5, rel=1e-12)
    assert "independently" in found.convention
    assert "Exact." in found.convention
    assert "by a table" not in found.convention
    assert found.projection.weight == "reliability"
    assert found.rows() == [{"value": float(found)}]


def test_reliability_says_where_it_rests_on_the_table(case):
    over = Projection(layers="cooperation")
    found = pathways.reliability(case, "ID.FAM", "ID.SOC", over=over)
    assert found >= pathways.most_reliable(case, "ID.FAM", "ID.SOC", over=over)[0].reliability
    assert "a convention and not a finding; the number is " in found.convention
    assert set(found.under) == {"flatter", "steeper"}
    assert found.under["steeper"] < found < found.under["flatter"]
    assert f"{found.under['steeper']:.4g} under a steeper one" in found.convention
    assert pathways.reliability(report(0.9, 0.8, 0.5), "Family", "Police").under == {}


def test_a_sample_states_its_interval_and_is_the_same_every_time(case):
    over = Projection(layers=["cooperation", "flow"])
    exact = pathways.reliability(case, "ID.FAM", "ID.SOC", over=over)
    found = pathways.reliability(case, "ID.FAM", "ID.SOC", over=over, method="sample", confidence=0.999999)
    assert found.low < exact < found.high
    assert found.low < found < found.high
    assert "100000 random states, seed 0" in found.convention
    assert float(found.again()) == float(found)
    other = pathways.reliability(case, "ID.FAM", "ID.SOC", over=over, method="sample", seed=1)
    assert float(other) != float(found)
    assert set(found.rows()[0]) == {"value", "low", "high"}


def test_without_a_pathway_the_probability_is_known_without_a_sample():
    found = pathways.reliability(report(0.9, 0.8, 0.5), "Police", "Family", method="sample")
    assert found == 0
    assert "Exact." in found.convention
    assert set(pathways.importance(report(0.9, 0.8, 0.5), "Police", "Family").column("importance").values()) == {0.0}


def test_a_sample_that_ended_before_it_began_is_undefined():
    asked = {"method": "sample", "time_limit": 0}
    found = pathways.reliability(report(0.9, 0.8, 0.5), "Family", "Police", **asked)
    assert math.isnan(found)
    assert found.partial
    assert "time was up" in found.why
    assert "0 random states" in found.convention
    assert pathways.importance(report(0.9, 0.8, 0.5), "Family", "Police", **asked).partial


def test_merged_parallel_ties_fail_as_one():
    twice = Network.from_edges([("a", "b"), ("a", "b")]).with_column("ties", "reliability", [0.5, 0.5])
    assert pathways.reliability(twice, "a", "b") == 0.75
    merged = pathways.reliability(twice, "a", "b", over=Projection(parallel="max"))
    assert merged == 0.5
    assert "merged by max" in merged.convention
    (row,) = pathways.importance(twice, "a", "b", over=Projection(parallel="max")).rows()
    assert row["id"] == "T1, T2"


def test_importance_is_what_hangs_on_a_tie():
    network = report(0.9, 0.8, 0.5)
    found = pathways.importance(network, "Family", "Police")
    assert list(found) == ["T2", "T1", "T3"]
    for place, tie in enumerate(("T1", "T2", "T3")):
        chances = [0.9, 0.8, 0.5]
        sure, gone = ([*chances[:place], at, *chances[place + 1 :]] for at in (1.0, 1e-12))
        with_it = pathways.reliability(report(*sure), "Family", "Police")
        without = pathways.reliability(report(*gone), "Family", "Police")
        assert found[tie]["importance"] == pytest.approx(with_it - without, abs=1e-9)
        assert found[tie]["gain"] == pytest.approx(
            with_it - pathways.reliability(network, "Family", "Police"), abs=1e-12
        )
    assert found["T1"]["relation"] == "tie"
    sampled = pathways.importance(network, "Family", "Police", method="sample", confidence=0.999999)
    assert all(row["low"] < found[tie]["importance"] < row["high"] for tie, row in sampled.items())


def test_a_tie_on_no_pathway_has_no_importance():
    network = Network.from_edges([("a", "b"), ("b", "c"), ("c", "b")])
    network = network.with_column("ties", "reliability", [0.5, 0.5, 0.5])
    assert pathways.importance(network, "a", "b").column("importance") == {"T1": 1.0, "T2": 0.0, "T3": 0.0}


def test_what_no_reliability_can_be_asked_of_is_refused_in_a_sentence():
    network = report(0.9, 0.8, 0.5)
    for question in (pathways.reliability, pathways.importance):
        with pytest.raises(InvalidOption, match="two different actors"):
            question(network, "Family", "Family")
        with pytest.raises(InvalidOption, match="exact, sample"):
            question(network, "Family", "Police", method="guess")
        with pytest.raises(InvalidOption, match="samples=0 is not a number of samples"):
            question(network, "Family", "Police", method="sample", samples=0)
        with pytest.raises(InvalidOption, match="confidence"):
            question(network, "Family", "Police", method="sample", confidence=1.5)
        with pytest.raises(InvalidWeight, match="is a cost"):
            question(network, "Family", "Police", over=Projection(weight="delay_days", fill=1))
        strong = network.with_column("ties", "surety", [1.5, 1, 1])
        with pytest.raises(InvalidWeight, match=r"1\.5"):
            question(strong, "Family", "Police", over=Projection(weight="surety", weight_means="probability"))
        with pytest.raises(cn.UnknownActor):
            question(network, "Family", "Polise")


def test_the_exact_number_points_to_a_sample_past_its_limit():
    ids = [f"n{number}" for number in range(60)]
    dense = Network.from_edges([(a, b) for a, b in product(ids, ids) if a < b], directed=False)
    dense = dense.with_column("ties", "reliability", [0.5] * len(dense.ties))
    with pytest.raises(InvalidOption, match=r'1770 ties .* limit is 29. Ask with method="sample"'):
        pathways.reliability(dense, "n0", "n1")
    assert pathways.reliability(dense, "n0", "n1", method="sample", samples=1000) == 1


# --- what breaks it ----------------------------------------------------------------


def pairs_of(*pairs: str) -> Network:
    return Network.from_edges([(pair[0], pair[1]) for pair in pairs])


TRAP = ("ab", "bc", "cd", "ae", "ec", "bf", "fd")  # its shortest pathway leaves no second one


def test_disjoint_pathways_share_no_actor_and_are_least_together():
    network = pairs_of(*TRAP).with_column("ties", "delay_days", [1, 1, 1, 2, 2, 2, 2])
    found = pathways.disjoint(network, "a", "d", over=Projection(weight="delay_days"))
    assert [(way.actors, way.cost) for way in found] == [(("a", "b", "f", "d"), 5), (("a", "e", "c", "d"), 5)]
    assert "share no actor, of least total length" in found.convention
    assert [way.cost for way in pathways.disjoint(network, "a", "d", k=1, over=Projection(weight="delay_days"))] == [3]
    assert len(pathways.disjoint(network, "a", "d", of="ties")) == 2


def test_disjoint_pathways_of_reliability_tell_their_product(case):
    over = Projection(layers=["cooperation", "flow"], weight="reliability")
    found = pathways.disjoint(case, "ID.FAM", "ID.SOC", over=over)
    for way in found:
        assert way.reliability == pytest.approx(math.exp(-way.cost), rel=1e-9)
    assert len(found) == pathways.cuts(case, "ID.FAM", "ID.SOC", over=over).size


def test_cuts_are_as_large_as_pathways_are_many(case):
    over = Projection(layers=["cooperation", "flow"])
    for of in ("actors", "ties"):
        found = pathways.cuts(case, "ID.FAM", "ID.SOC", of=of, over=over)
        assert found.size == len(pathways.disjoint(case, "ID.FAM", "ID.SOC", of=of, over=over))
        assert all(len(members) == found.size for members in found)
    found = pathways.cuts(case, "ID.FAM", "ID.SOC", over=over)
    for members in found:
        without = cn.scenario.Scenario()
        for actor in members:
            without = without.remove(actor)
        with pytest.raises(cn.NoPathway):
            pathways.shortest(without.apply(case), "ID.FAM", "ID.SOC", over=over)
    assert list(found) == list(cn.cohesion.cut_sets(case, "ID.FAM", "ID.SOC", over=over))


def test_cuts_tell_their_ties_and_a_limit():
    network = pairs_of("ab", "bc", "ab")
    found = pathways.cuts(network, "a", "c", of="ties")
    assert found.rows() == [{"ties": ("T2",), "steps": ("b → c",)}]
    chain = pairs_of("ab", "bc", "cd")
    some = pathways.cuts(chain, "a", "d", of="ties", max_results=2)
    assert (len(some), some.partial, some.size) == (2, True, 1)
    assert some[0] == ("T1",)
    assert "Partial" in repr(some)


def test_what_changes_for_cuts_and_reliability_is_compared(case):
    over = Projection(layers=["cooperation", "flow"])
    without = cn.scenario.Scenario().remove("ID.EMB")
    changed = cn.scenario.compare(case, without, "pathways.cuts", "ID.FAM", "ID.SOC", over=over)
    before = pathways.cuts(case, "ID.FAM", "ID.SOC", over=over)
    after = pathways.cuts(without.apply(case), "ID.FAM", "ID.SOC", over=over)
    row = changed.rows()[0]
    assert (row["id"], row["before"], row["after"]) == ("size", before.size, after.size)
    surely = cn.scenario.compare(case, without, "pathways.reliability", "ID.FAM", "ID.SOC", over=over)
    assert surely.rows()[0]["difference"] < 0


def test_no_actors_part_two_who_are_tied():
    with pytest.raises(cn.Infeasible, match=r'No actors part a from b, who are tied .* Ask of="ties"'):
        pathways.cuts(pairs_of("ab"), "a", "b")


@pytest.mark.parametrize("question", [pathways.disjoint, pathways.cuts, pathways.dominators])
def test_where_no_pathway_leads_nothing_is_cut(question):
    with pytest.raises(cn.NoPathway, match="No pathway leads from b to a"):
        question(pairs_of("ab"), "b", "a")
    with pytest.raises(InvalidOption, match="different actors"):
        question(pairs_of("ab"), "a", "a")
    with pytest.raises(InvalidOption, match="actors, ties"):
        question(pairs_of("ab"), "a", "b", of="actor")
    with pytest.raises(cn.UnknownActor):
        question(pairs_of("ab"), "a", "z")


def test_dominators_open_all_behind_them(case):
    network = pairs_of("ab", "ac", "bd", "cd", "de", "ef")
    assert list(pathways.dominators(network, "a", "f")) == ["d", "e"]
    tree = pathways.dominators(network, "a")
    assert tree.column("after") == {"b": None, "c": None, "d": None, "e": "d", "f": "e"}
    assert tree.column("opens") == {"b": 0, "c": 0, "d": 2, "e": 1, "f": 0}
    ties = pathways.dominators(network, "a", of="ties")
    assert {tie: row["opens"] for tie, row in ties.items()} == {"T1": 1, "T2": 1, "T5": 2, "T6": 1}
    assert ties["T6"]["after"] == "T5"
    over = Projection(layers=["cooperation", "flow"])
    for actor in pathways.dominators(case, "ID.FAM", "ID.SOC", over=over):
        without = cn.scenario.Scenario().remove(actor).apply(case)
        with pytest.raises(cn.NoPathway):
            pathways.shortest(without, "ID.FAM", "ID.SOC", over=over)


def test_indispensable_actors_alone_connect_pairs_of_two_groups(case):
    over = Projection(layers="cooperation")
    found = pathways.indispensable(case, "IDN", "KHM", over=over)
    country = {key: actor.country for key, actor in case.actors.items()}

    def connected(network: Network) -> set[tuple[str, str]]:
        starts = [key for key in network.actors if country[key] == "IDN"]
        ends = {key for key in network.actors if country[key] == "KHM"}
        view = set(network.freeze(over).keys)
        return {(a, b) for a in starts if a in view for b in pathways.reach(network, a, over=over) if b in ends}

    before = connected(case)
    actor = next(iter(found))
    others = {pair for pair in before if actor not in pair}
    left = connected(cn.scenario.Scenario().remove(actor).apply(case))
    assert found[actor]["pairs"] == len(others - left)
    assert found[actor]["share"] == pytest.approx(len(others - left) / len(others))
    assert f"{len(before)} ordered pairs" in found.convention
    with pytest.raises(cn.UnknownName, match="IDN"):
        pathways.indispensable(case, "IDM", "KHM", over=over)
