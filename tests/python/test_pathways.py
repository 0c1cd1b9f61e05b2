"""Pathways: how far, how certain, by which ties, and what stands in the way."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pandas as pd
import pytest

import coopnet as cn
from coopnet import Network, Projection, pathways
from coopnet.scenario import best_additions


@pytest.fixture(scope="module")
def demo() -> Network:
    return cn.load("demo-referral")


@pytest.fixture(scope="module")
def case() -> Network:
    return cn.load("indonesia-cambodia-2021-2022")


def frame(**columns: list[object]) -> pd.DataFrame:
    return pd.DataFrame(columns)


def diamond(**columns: list[float]) -> Network:
    """a → b → d, a → c → d, a → d."""
    network = Network.from_edges([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d"), ("a", "d")])
    for name, values in columns.items():
        network = network.with_column("ties", name, values)
    return network


def test_a_pathway_tells_its_actors_ties_and_numbers():
    network = diamond(delay_days=[1, 2, 1, 1, 9], reliability=[0.9, 0.5, 0.8, 0.5, 0.1])
    way = pathways.shortest(network, "a", "d", over=Projection(weight="delay_days"))
    assert way.actors == ("a", "c", "d")
    assert way.ties == ("T3", "T4")
    assert (way.steps, way.cost, way.delay_days) == (2, 2.0, 2.0)
    assert way.reliability == pytest.approx(0.4, rel=1e-12)
    assert (way.departs, way.arrives) == (None, None)


def test_an_unknown_step_makes_the_sum_unknown():
    network = diamond(delay_days=[1, math.nan, 9, 9, math.nan])
    way = pathways.shortest(network, "a", "d")
    assert way.ties == ("T5",)
    assert math.isnan(way.delay_days)
    assert math.isnan(way.reliability)
    assert way.cost == 1


def test_no_weight_means_steps_but_reliability_is_read_where_it_is_asked_for():
    network = diamond(reliability=[0.9, 0.9, 1, 0.5, 0.8])
    assert pathways.shortest(network, "a", "d").actors == ("a", "d")
    best = pathways.most_reliable(network, "a", "d", 3)
    assert [way.actors for way in best] == [("a", "b", "d"), ("a", "d"), ("a", "c", "d")]
    assert best.projection.weight == "reliability"
    assert [round(way.reliability, 12) for way in best] == [0.81, 0.8, 0.5]


def test_shortest_over_a_reliability_multiplies_too():
    network = diamond(reliability=[0.9, 0.9, 1, 0.5, 0.8])
    way = pathways.shortest(network, "a", "d", over=Projection(weight="reliability"))
    assert way.actors == ("a", "b", "d")
    assert way.cost == pytest.approx(-math.log(0.81), rel=1e-12)


def test_strength_is_a_length_upside_down():
    network = diamond(strength=[4, 4, 1, 1, 1])
    way = pathways.shortest(network, "a", "d", over=Projection(weight="strength"))
    assert way.actors == ("a", "b", "d")
    assert way.cost == 0.5


def test_a_capacity_is_no_length():
    network = diamond(capacity=[1, 1, 1, 1, 1])
    with pytest.raises(cn.InvalidWeight, match="A capacity says nothing about length"):
        pathways.shortest(network, "a", "d", over=Projection(weight="capacity"))
    with pytest.raises(cn.InvalidWeight, match="the weight capacity is a capacity"):
        pathways.most_reliable(network, "a", "d", over=Projection(weight="capacity"))


def test_parallel_ties_are_pathways_of_their_own_unless_merged():
    twice = Network.from_edges([("a", "b"), ("a", "b")])
    assert [way.ties for way in pathways.all_shortest(twice, "a", "b")] == [("T1",), ("T2",)]
    (way,) = pathways.all_shortest(twice, "a", "b", over=Projection(parallel="max"))
    assert way.ties == ("T1", "T2")
    assert way.steps == 1


def test_an_undirected_tie_is_walked_either_way():
    network = Network.from_edges([("a", "b"), ("c", "b")], directed=False)
    way = pathways.shortest(network, "a", "c")
    assert [(row["source"], row["target"]) for row in way.rows()] == [("a", "b"), ("b", "c")]
    assert way.explain().splitlines()[1].startswith("2. b tie c")


def test_a_tie_walked_against_its_direction_says_so():
    network = Network.from_edges([("a", "b"), ("c", "b")])
    way = pathways.shortest(network, "a", "c", over=Projection(direction="undirected"))
    assert way.explain().splitlines()[1] == "2. From b back to c: c tie b (no source)."
    assert way.explain("id").splitlines()[1] == "2. Dari b kembali ke c: c tie b (tanpa sumber)."


def test_from_an_actor_to_itself_leads_the_pathway_without_a_step():
    way = pathways.shortest(diamond(), "a", "a")
    assert (way.actors, way.ties, way.steps, way.cost, way.delay_days, way.reliability) == (("a",), (), 0, 0, 0, 1)
    assert way.explain() == "No step."
    assert len(pathways.k_shortest(diamond(), "a", "a", 5)) == 1


def test_there_are_no_more_pathways_than_there_are():
    ways = pathways.k_shortest(diamond(), "a", "d", 99)
    assert [way.steps for way in ways] == [1, 2, 2]
    assert not ways.partial
    assert ways[-1].actors == ("a", "c", "d")
    assert [way.steps for way in ways[:2]] == [1, 2]


def test_a_limit_is_said():
    ways = pathways.all_shortest(Network.from_edges([("a", "b")] * 3), "a", "b", max_results=2)
    assert len(ways) == 2
    assert ways.partial
    assert "Partial" in repr(ways)
    with pytest.raises(cn.NoPathway, match=r"was found within 0 s\. Give it more time"):
        pathways.k_shortest(diamond(), "a", "d", time_limit=0)


@pytest.mark.parametrize("k", [0, -1, 1.5, True])
def test_a_number_of_pathways_is_at_least_one(k):
    with pytest.raises(cn.InvalidOption, match="Say 1 or more"):
        pathways.k_shortest(diamond(), "a", "d", k)


def test_unknown_actors_are_named_with_the_nearest():
    with pytest.raises(cn.UnknownActor, match=r'no actor "A\.EMBASSY"\. Nearest: A\.EMB'):
        pathways.shortest(cn.load("demo-referral"), "A.FAM", "A.EMBASSY")


def test_no_pathway_says_how_far_one_gets_and_what_was_left_out():
    network = Network.from_frames(
        None,
        frame(
            source=["a", "b", "c", "b", "x"],
            target=["b", "c", "d", "dead end", "y"],
            channel=["police", "diplomatic", "police", "diplomatic", "police"],
        ),
    )
    with pytest.raises(cn.NoPathway) as caught:
        pathways.shortest(network, "a", "d", over=Projection(where={"channel": "police"}))
    error = caught.value
    assert error.reached == ("a", "b")
    assert [tie.id for tie in error.cut] == ["T2"]
    assert str(error) == (
        "No pathway leads from a to d. One gets to b. "
        "The projection leaves out ties that lead on: b → c (tie, T2). Widen it."
    )
    with pytest.raises(cn.NoPathway, match="No recorded tie leads on from there"):
        pathways.shortest(network, "a", "y")
    with pytest.raises(cn.NoPathway, match="One does not get on from there"):
        pathways.shortest(network, "d", "a")


def test_progress_is_told_and_may_stop_the_search():
    told = []
    pathways.k_shortest(diamond(), "a", "d", 3, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


def test_the_frames_have_their_columns(case):
    over = Projection(layers=["cooperation", "flow"], during="2022")
    ways = pathways.most_reliable(case, "PL.SHV", "ID.SOC", 3, over=over)
    assert " ".join(ways.to_frame().columns) == ("actors ties steps cost delay_days reliability weakest_grade sources")
    assert " ".join(ways[0].to_frame().columns) == (
        "source target relation instrument since until delay_days reliability status ties sources grade"
    )
    assert ways.to_dict()["rows"][0]["actors"][0] == "PL.SHV"
    assert ways[0].sources == tuple(source for source in case.sources if source in set(ways[0].sources))
    assert set(ways[0].sources) <= set(ways.sources)


def test_an_answer_that_rests_on_the_table_says_so_and_whether_its_order_stays(case):
    over = Projection(layers=["cooperation", "flow"], during="2022")
    ways = pathways.most_reliable(case, "PL.SHV", "ID.SOC", 3, over=over)
    assert ways.rests_on_table
    assert set(ways.survives) == {"flatter", "steeper"}
    assert "a convention and not a finding; the order" in ways.convention
    assert ways[0].convention == ways.convention


def test_the_order_may_not_survive_another_table():
    sources = frame(id=["A", "C"], grade=["A1", "C3"])
    ties = frame(
        source=["a", "b", "c", "a"],
        target=["b", "c", "d", "d"],
        status=["documented"] * 4,
        sources=["A", "A", "A", "C"],
    )
    network = Network.from_frames(None, ties, sources=sources)
    # .95³ = .857 and .7; flatter .857 and .815; steeper .857 and .516: the order stays.
    stays = pathways.most_reliable(network, "a", "d", 2)
    assert stays.survives == {"flatter": True, "steeper": True}
    # .95² · .8 (recorded) = .722 and .7; flatter: .722 and .815.
    changes = pathways.most_reliable(network.with_column("ties", "reliability", ["", "", 0.8, ""]), "a", "d", 2)
    assert changes[0].steps == 3
    assert changes.survives == {"flatter": False, "steeper": True}
    assert changes.convention.endswith("the order changes under a flatter table.")


def test_recorded_reliabilities_rest_on_no_table():
    ways = pathways.most_reliable(diamond(reliability=[0.9, 0.9, 1, 0.5, 0.8]), "a", "d", 2)
    assert ways.survives == {}
    assert "convention and not" not in ways.convention


def test_again_asks_anew():
    network = diamond(delay_days=[1, 2, 1, 1, 9])
    ways = pathways.k_shortest(network, "a", "d", 1, over=Projection(weight="delay_days"))
    assert ways[0].actors == ("a", "c", "d")
    assert ways.again(weight=None)[0].actors == ("a", "d")


def test_the_report_goes_by_the_police_channel_and_by_the_diplomatic(demo):
    way = pathways.shortest(demo, "A.FAM", "A.POLICE")
    assert way.actors[0] == "A.FAM"
    assert all(demo.ties[tie].source == source for tie, (source, _) in zip(way.ties, pairwise(way.actors), strict=True))


def test_reach_counts_steps_from_the_source(demo):
    found = pathways.reach(demo, "A.FAM", within=1)
    assert found["A.FAM"] == 0
    assert set(found) == {"A.FAM", "A.NGO", "A.EMB"}
    assert list(found.to_frame().columns) == ["steps"]
    with pytest.raises(cn.InvalidOption, match="within=-1"):
        pathways.reach(demo, "A.FAM", within=-1)
    with pytest.raises(cn.InvalidOption, match="mode="):
        pathways.reach(demo, "A.FAM", mode="up")


def test_the_memorandum_joins_the_two_states_after_its_date_and_extradition_never_does(case):
    before = pathways.instruments(case, among=["IDN", "KHM"], over=Projection(at="2023-08-20"))
    after = pathways.instruments(case, among=["IDN", "KHM"], over=Projection(at="2023-08-22"))
    in_force = {name for name, row in after.items() if row["in_force"]}
    assert "police_mou" in before.missing
    assert "police_mou" not in after.missing
    assert in_force - {name for name, row in before.items() if row["in_force"]} == {"IN.MOU23"}
    assert "extradition" in after.missing
    assert after["IN.MLAT"]["groups"] == ("IDN", "KHM")
    assert after.to_frame().index.name == "id"
    assert "Kinds of instrument missing" in repr(after)


def test_groups_that_nobody_is_in_are_refused(case):
    with pytest.raises(cn.UnknownName, match='in the group "KMH"'):
        pathways.instruments(case, among=["IDN", "KMH"])
    with pytest.raises(cn.UnknownName, match='no column "contry"'):
        pathways.instruments(case, "contry")


def test_a_free_tie_at_the_origin_lists_the_pathway_once():
    ties = frame(source=["A", "B"], target=["B", "C"], cost=[0, 100])
    over = Projection(weight="cost", weight_means="cost", direction="undirected")
    (way,) = pathways.all_shortest(Network.from_frames(None, ties), "A", "C", over=over)
    assert way.actors == ("A", "B", "C")
    assert way.cost == pytest.approx(100, abs=1e-8)


def test_a_negative_cost_is_refused_with_its_ends_and_value():
    ties = frame(source=["0", "1", "2", "3"], target=["1", "2", "3", "1"], cost=[1, 1, 1, -2])
    with pytest.raises(cn.InvalidWeight, match="The tie 3 → 1 has the weight -2, which is negative"):
        pathways.shortest(
            Network.from_frames(None, ties), "0", "3", over=Projection(weight="cost", weight_means="cost")
        )


def test_a_weight_above_one_is_no_probability():
    ties = frame(source=["a"], target=["b"], trust=[1.5])
    over = Projection(weight="trust", weight_means="probability")
    with pytest.raises(cn.InvalidWeight, match=r"has the weight 1\.5, which is no probability from 0 to 1"):
        pathways.most_reliable(Network.from_frames(None, ties), "a", "b", over=over)


def test_a_sure_pathway_costs_nothing_and_is_no_less_than_nothing():
    best = pathways.most_reliable(Network.from_edges([("a", "b")]).with_column("ties", "reliability", [1]), "a", "b")
    assert repr(best[0].cost) == "0.0"


def test_groups_that_are_neither_a_column_nor_a_mapping_are_refused():
    case = cn.load("indonesia-cambodia-2021-2022")
    with pytest.raises(cn.InvalidOption, match="a column of the actors or a mapping"):
        cn.pathways.instruments(case, ["IDN", "KHM"])


def test_one_day_is_one_day():
    demo = cn.load("demo-referral")
    told = cn.pathways.shortest(demo, "A.FAM", "A.NGO").explain()
    assert "; 1 day;" in told


# --- pairs that instruments join ----------------------------------------------------------


@pytest.fixture(scope="module")
def asean() -> Network:
    return cn.load("asean-instruments")


def pair_by_pair(network: Network, kinds: list[str], over: Projection) -> dict[tuple[str, str, str], bool | None]:
    """By definition: each pair asked alone. True: in force; False: on record, not in force; None: nothing."""
    groups = list(dict.fromkeys(actor.country for actor in network.actors.values() if actor.country))
    told: dict[tuple[str, str, str], bool | None] = {}
    for first, second in combinations(groups, 2):
        found = pathways.instruments(network, among=[first, second], over=over)
        for kind in kinds:
            of_kind = [row["in_force"] for row in found.values() if network.vocabulary.is_a(row["kind"], kind)]
            told[first, second, kind] = any(of_kind) if of_kind else None
    return told


DATES = [Projection(), Projection(at="2012-06-30"), Projection(during="2025", dates="certain")]


@pytest.mark.parametrize("name", ["asean-instruments", "indonesia-cambodia-2021-2022"])
@pytest.mark.parametrize("over", DATES)
def test_pairs_are_joined_as_each_pair_asked_alone(name: str, over: Projection) -> None:
    network = cn.load(name)
    kinds = ["mou", "treaty", "extradition", "convention", "channel"]
    found = pathways.joined_pairs(network, kinds=kinds, over=over)
    told = pair_by_pair(network, kinds, over)
    assert float(found) == sum(state is True for state in told.values())
    assert {(*pair, kind) for kind in kinds for pair in found.holes(kind)} == {
        key for key, state in told.items() if not state
    }
    assert {(*pair, kind) for kind in kinds for pair in found.pending(kind)} == {
        key for key, state in told.items() if state is False
    }


def test_an_instrument_of_many_pairs_joins_only_those_that_share_a_tie() -> None:
    ties = {"source": ["A", "C"], "target": ["B", "D"], "relation": ["treaty_with"] * 2, "instrument": ["X", "X"]}
    actors = {"id": ["A", "B", "C", "D", "X"], "kind": ["state"] * 4 + ["extradition"], "country": [*"ABCD", ""]}
    network = cn.Network.from_columns({"actors": list(actors.items()), "ties": list(ties.items())})
    found = pathways.joined_pairs(network)
    assert (found.kinds, int(found)) == (("extradition",), 2)
    assert found.by("A", "B", "extradition") == found.by("D", "C", "extradition") == ("X",)
    assert found.holes("extradition") == [("A", "C"), ("A", "D"), ("B", "C"), ("B", "D")]


def test_pairs_can_be_searched_for_the_best_accession(asean: Network) -> None:
    over = Projection(at="2025-12-31")
    candidates = [("TLS", "IN.MLAT", "party_to"), ("IDN", "IN.BUDA", "party_to")]
    kinds = ["mutual_legal_assistance", "cybercrime_convention"]
    ranked = best_additions(asean, "pathways.joined_pairs", candidates=candidates, kinds=kinds, over=over)
    before = pathways.joined_pairs(asean, kinds=kinds, over=over)
    assert [(row["edits"][0], row["gain"]) for row in ranked.rows()] == [
        ("with TLS → IN.MLAT (party_to)", 10),
        ("with IDN → IN.BUDA (party_to)", 1),
    ]
    assert (ranked.before, ranked.bound) == (float(before), float(before) + 11)


def test_only_kinds_of_instrument_can_join(asean: Network) -> None:
    with pytest.raises(cn.UnknownName, match=r'"extraditon" is no kind of instrument.*extradition'):
        pathways.joined_pairs(asean, kinds=["extraditon"])
    with pytest.raises(cn.UnknownName, match="state"):
        pathways.joined_pairs(asean, kinds=["state"])
