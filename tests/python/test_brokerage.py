"""Brokerage, asked from Python: shapes, groups, weights, refusals, and what results say of themselves."""

from __future__ import annotations

import math

import pandas as pd
import pytest

import coopnet as cn
from coopnet import Network, Projection, brokerage

HOLES = [
    brokerage.constraint,
    brokerage.effective_size,
    brokerage.efficiency,
    brokerage.hierarchy,
    brokerage.dyadic_constraint,
]
ROLES = ["coordinator", "itinerant", "gatekeeper", "representative", "liaison", "total"]


def chain(*, directed: bool = True, **columns) -> Network:
    """a → b → c → d, a of Cambodia, the others of Indonesia, e an IGO without ties."""
    actors = pd.DataFrame({"id": list("abcde"), "country": ["KHM", "IDN", "IDN", "IDN", ""], "desk": list("xxyyy")})
    ties = pd.DataFrame({"source": list("abc"), "target": list("bcd"), "relation": "tie"} | columns, dtype=str)
    words = {"relations": {"tie": {"directed": directed}}}
    return Network.from_frames(actors, ties, vocabulary=words)


# --- roles ------------------------------------------------------------------------


def test_roles_by_country_ask_for_the_missing_ones():
    with pytest.raises(cn.InvalidOption, match=r"1 actors have no group in the column \"country\": e"):
        brokerage.roles(chain())
    found = brokerage.roles(chain(), missing="IGO")
    assert found["b"]["gatekeeper"] == 1
    assert found["c"]["coordinator"] == 1
    assert found["e"]["total"] == 0
    assert found.total["total"] == 2


def test_roles_have_the_columns_that_are_promised():
    frame = brokerage.roles(chain(), missing="IGO").to_frame()
    assert frame.index.name == "id"
    assert list(frame.columns) == [prefix + role for prefix in ("", "expected_", "z_") for role in ROLES]
    permuted = brokerage.roles(chain(), missing="IGO", permutations=10)
    assert list(permuted.to_frame().columns)[18:] == [f"p_{role}" for role in ROLES]
    assert list(permuted.total) == list(permuted.to_frame().columns)
    assert permuted.to_dict()["total"]["p_total"] == 1
    assert "In total: coordinator 1" in repr(permuted)
    assert "p_liaison" in repr(permuted)
    assert "z_liaison" not in repr(permuted)
    assert "z_liaison" in brokerage.roles(chain(), missing="IGO")._repr_html_()


def test_roles_by_any_grouping():
    by_country = brokerage.roles(chain(), missing="IGO")
    mapping = {"a": "KHM", "b": "IDN", "c": "IDN", "d": "IDN", "e": "IGO"}
    for groups in [mapping, pd.Series(mapping)]:
        assert brokerage.roles(chain(), groups=groups).to_frame().equals(by_country.to_frame())
    pieces = cn.cohesion.components(chain())
    assert brokerage.roles(chain(), groups=pieces)["b"]["coordinator"] == 1
    assert brokerage.roles(chain(), groups="desk")["b"]["representative"] == 1
    with pytest.raises(cn.UnknownName, match="country"):
        brokerage.roles(chain(), groups="countri")


def test_undirected_roles_count_both_ways():
    found = brokerage.roles(chain(directed=False), missing="IGO")
    assert [found["b"][role] for role in ROLES] == [0, 0, 1, 1, 0, 2]
    assert "read both ways" in found.convention
    assert "each pair once" in found.convention
    assert "each direction by itself" in brokerage.roles(chain(directed=False), missing="IGO", one_way=True).convention


def test_a_few_arrangements_are_all_looked_at():
    found = brokerage.roles(chain(), missing="IGO", permutations=1)
    # 5!/(1!·3!·1!) = 20 ways to hand out the labels; a fifth of them make b a gatekeeper or better.
    assert "all 20 arrangements of the groups, exact" in found.convention
    assert found["b"]["p_gatekeeper"] * 20 == pytest.approx(round(found["b"]["p_gatekeeper"] * 20))
    assert found["a"]["p_gatekeeper"] == 1


def test_permutations_follow_from_the_seed_for_any_number_of_threads():
    pairs = [(str(a), str((a * a + 3 * b + 1) % 40)) for a in range(40) for b in range(6)]
    network = Network.from_edges(pairs)
    groups = {actor: int(actor) % 4 for actor in network.actors}
    ask = {"groups": groups, "permutations": 15_000}
    first = brokerage.roles(network, **ask)
    cn.set_threads(1)
    assert brokerage.roles(network, **ask).to_json() == first.to_json()
    cn.set_threads(0)
    assert brokerage.roles(network, **ask, seed=1).to_json() != first.to_json()
    assert "15,000 arrangements of the groups drawn, seed 0" in first.convention


def test_weighted_roles_read_strength_and_leave_expectations_open():
    network = chain(strength=["2", "8", "1"])
    assert brokerage.roles(network, missing="IGO", weighted="minimum")["b"]["gatekeeper"] == 2
    assert brokerage.roles(network, missing="IGO", weighted="geometric")["b"]["gatekeeper"] == 4
    found = brokerage.roles(network, missing="IGO", weighted="arithmetic", permutations=10)
    assert found["b"]["gatekeeper"] == 5
    assert math.isnan(found["b"]["z_gatekeeper"])
    assert found["b"]["p_gatekeeper"] <= 1
    assert "permutations" in found.why
    assert "the arithmetic of the two, by strength" in found.convention
    with pytest.raises(cn.InvalidOption, match="minimum, maximum, arithmetic, geometric, product"):
        brokerage.roles(network, missing="IGO", weighted="min")
    with pytest.raises(cn.InvalidOption, match="greater, less, two_sided"):
        brokerage.roles(network, missing="IGO", permutations=1, alternative="both")


def wide() -> Network:
    """Some thousand actors: long enough to be stopped."""
    return Network.from_edges([(str(a), str((a + step) % 3000)) for a in range(3000) for step in (1, 7, 91)])


def test_progress_stops_permutations():
    network = wide()
    groups = {actor: int(actor) % 4 for actor in network.actors}
    with pytest.raises(cn.Cancelled):
        brokerage.roles(network, groups=groups, permutations=1_000_000, progress=lambda done, todo: False)


def test_shared_roles_are_credited_in_parts():
    network = Network.from_edges([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("c", "e")])
    found = brokerage.roles(network, groups=dict.fromkeys("abcde", "x"), shared=True)
    assert found["b"]["coordinator"] == 0.5
    assert found["c"]["coordinator"] == 1.5
    assert found.total["total"] == 2
    assert "share it alike" in found.convention


# --- roles in two modes -------------------------------------------------------------


def test_two_mode_roles_find_the_forums_of_the_vocabulary():
    actors = pd.DataFrame({"id": ["police", "ministry", "union", "council", "task force"]})
    ties = pd.DataFrame(
        {
            "source": ["police", "ministry", "ministry", "union", "police"],
            "target": ["council", "council", "task force", "task force", "union"],
            "relation": ["sits_in", "sits_in", "sits_in", "sits_in", "knows"],
        }
    )
    words = {"relations": {"sits_in": {"directed": True, "affiliation": True}, "knows": {"directed": False}}}
    network = Network.from_frames(actors, ties, vocabulary=words)
    groups = {"police": "x", "ministry": "x", "union": "y"}
    found = brokerage.two_mode_roles(network, groups=groups, permutations=5)
    assert list(found) == ["police", "ministry", "union"]
    assert found["ministry"]["representative"] == 1
    assert list(found.to_frame().columns) == ROLES + [f"p_{role}" for role in ROLES]
    assert found["ministry"]["p_representative"] == pytest.approx(2 / 3)
    assert "all 3 arrangements" in found.convention
    assert found.again().to_json() == found.to_json()
    assert not found.why
    named = brokerage.two_mode_roles(network, ["council", "task force"], groups=groups, permutations=5)
    assert named.rows() == found.rows()
    with pytest.raises(cn.InvalidOption, match="no forums"):
        brokerage.two_mode_roles(network, over=Projection(relations="knows"), groups=groups)
    with pytest.raises(cn.UnknownActor):
        brokerage.two_mode_roles(network, "cabinet", groups=groups)


# --- structural holes ---------------------------------------------------------------


@pytest.mark.parametrize("question", HOLES, ids=lambda question: question.__name__)
def test_holes_read_strengths_and_refuse_costs(question):
    network = chain(strength=["2", "8", "1"], delay_days=["1", "1", "1"])
    alike = question(network)
    strong = question(network, over=Projection(weight="strength"))
    assert alike.to_frame().shape == strong.to_frame().shape
    assert "by strength" in strong.convention
    with pytest.raises(cn.InvalidWeight):
        question(network, over=Projection(weight="delay_days"))


@pytest.mark.parametrize("question", HOLES[:4], ids=lambda question: question.__name__)
def test_an_isolate_has_no_holes_and_that_is_said(question):
    scores = question(chain())
    assert math.isnan(scores["e"])
    assert scores.why


def test_dyadic_constraints_add_up_and_name_the_ties_between():
    network = chain()
    parts = brokerage.dyadic_constraint(network)
    whole = brokerage.constraint(network)
    for actor in "abcd":
        assert sum(value for (ego, _), value in parts.items() if ego == actor) == pytest.approx(whole[actor], rel=1e-12)
    row = next(row for row in parts.rows() if row["source"] == "b" and row["target"] == "a")
    assert row["ties"] == ("T1",)
    assert list(parts.to_frame().columns) == ["source", "target", "ties", "dyadic_constraint"]


def test_the_ego_network_alone_hides_what_contacts_do_elsewhere():
    pairs = [("ego", "a"), ("ego", "b"), ("a", "b"), ("a", "far")]
    network = Network.from_edges(pairs, directed=False)
    everybody = brokerage.constraint(network)["ego"]
    alone = brokerage.constraint(network, ego_network=True)["ego"]
    assert everybody == pytest.approx(
        (1 / 2 + 1 / 2 / 3) ** 2 + (1 / 2 + 1 / 2 / 2) ** 2 * 0 + (1 / 2 + 1 / 2 / 2) ** 2
    )
    assert alone == pytest.approx(9 / 8)
    assert brokerage.constraint(network, convention="ucinet")["ego"] == alone


# --- embedding --------------------------------------------------------------------


def test_simmelian_ties_are_listed_with_their_thirds():
    pairs = [("a", "b"), ("b", "a"), ("b", "c"), ("c", "b"), ("a", "c"), ("c", "a"), ("c", "d"), ("d", "c"), ("a", "d")]
    network = Network.from_edges(pairs)
    ties = brokerage.simmelian_ties(network)
    assert dict(ties) == {("a", "b"): 1, ("a", "c"): 1, ("b", "c"): 1, ("c", "d"): 0}
    assert ties.rows()[0]["ties"] == ("T1", "T2")
    assert dict(brokerage.simmelian(network)) == {"a": 2, "b": 2, "c": 2, "d": 0}
    kept = brokerage.simmelian_ties(network, over=Projection(parallel="keep"))
    assert dict(kept) == dict(ties)


def test_bridging_is_normalized_by_pairs():
    network = chain(directed=False)
    raw = brokerage.bridging(network, normalized=False)
    assert raw["b"] == pytest.approx(2 * (1 / 2) / (1 + 1 / 2))
    assert brokerage.bridging(network)["b"] == pytest.approx(raw["b"] / 6)
    assert math.isnan(raw["e"])
    with pytest.raises(cn.Cancelled):
        brokerage.bridging(wide(), progress=lambda done, todo: False)


def test_bridging_by_what_is_lost_with_a_tie():
    network = chain(directed=False)
    ties = brokerage.tie_bridging(network)
    assert ties["b", "c"] == pytest.approx((1 + 2 / 2 + 1 / 3) / (3 + 2 / 2 + 1 / 3))
    scores = brokerage.bridging(network, method="valente_fujimoto")
    assert scores["b"] == pytest.approx((ties["a", "b"] + ties["b", "c"]) / 2)
    assert math.isnan(scores["e"])
    assert ties.rows()[0]["ties"] == ("T1",)
    with pytest.raises(cn.InvalidOption, match="hwang, valente_fujimoto"):
        brokerage.bridging(network, method="valente")


# --- key players ------------------------------------------------------------------


def two_stars() -> Network:
    """Two hubs, x and y, with three leaves each, and a tie between the hubs."""
    pairs = [("x", leaf) for leaf in "abc"] + [("y", leaf) for leaf in "def"] + [("x", "y")]
    return Network.from_edges(pairs, directed=False)


@pytest.mark.parametrize("goal", ["fragment", "distance_fragment", "reach", "distance_reach"])
@pytest.mark.parametrize("method", ["exact", "greedy"])
def test_key_players_of_two_stars_are_their_hubs(goal, method):
    found = brokerage.key_players(two_stars(), 2, goal=goal, method=method)
    assert [set(actors) for actors in found.sets] == [{"x", "y"}]
    assert found.value == 1
    assert found.gap == 0
    assert not found.partial
    assert found.to_frame()["value"].tolist() == [1]
    assert found.to_dict()["bound"] == 1
    assert "No set is better." in repr(found)
    assert f"Found by {method} search" in found.convention
    assert found.again().sets == found.sets


def test_key_players_are_worth_what_plain_questions_say():
    network = two_stars()
    for by_distance, prefix in [(False, ""), (True, "distance_")]:
        apart = brokerage.key_players(network, 1, goal=f"{prefix}fragment")
        for actors in apart:
            value = brokerage.fragmentation(network, without=actors, by_distance=by_distance)
            assert float(value) == pytest.approx(apart.value, rel=1e-12)
        near = brokerage.key_players(network, 1, goal=f"{prefix}reach", within=2)
        for actors in near:
            value = brokerage.group_reach(network, actors, by_distance=by_distance, within=2)
            assert float(value) == pytest.approx(near.value, rel=1e-12)


def test_all_equally_good_sets_are_given_up_to_a_limit():
    ring = Network.from_edges([(str(a), str((a + 1) % 6)) for a in range(6)], directed=False)
    assert brokerage.key_players(ring, 2).sets == (("0", "3"), ("1", "4"), ("2", "5"))
    few = brokerage.key_players(ring, 2, max_results=1)
    assert len(few) == 1
    assert few.partial
    assert few.gap == 0


def test_a_time_limit_leaves_a_gap_and_says_so():
    found = brokerage.key_players(wide(), 5, time_limit=0.05)
    assert found.partial
    assert found.gap > 0
    assert len(found.sets[0]) == 5
    assert "gap" in repr(found)


def test_key_players_follow_directions():
    one_way = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d")])
    assert brokerage.key_players(one_way, 1, goal="reach", within=3).sets == (("a",),)
    assert brokerage.key_players(one_way, 1, goal="reach", within=3, mode="in").sets == (("d",),)
    assert float(brokerage.fragmentation(one_way)) == 0.5
    assert float(brokerage.fragmentation(one_way, mode="all")) == 0


def test_key_players_refuse_what_cannot_be():
    with pytest.raises(cn.InvalidOption, match="k=7 key players"):
        brokerage.key_players(two_stars(), 7)
    with pytest.raises(cn.InvalidOption, match="fragment, distance_fragment, reach, distance_reach"):
        brokerage.key_players(two_stars(), 1, goal="cut")
    with pytest.raises(cn.InvalidOption, match="exact, greedy"):
        brokerage.key_players(two_stars(), 1, method="best")
    with pytest.raises(cn.InvalidOption, match="within="):
        brokerage.key_players(two_stars(), 1, within=2)
    with pytest.raises(cn.UnknownActor):
        brokerage.fragmentation(two_stars(), without="z")
    with pytest.raises(cn.Cancelled):
        brokerage.key_players(wide(), 4, progress=lambda done, todo: False)


def test_fragmentation_of_fewer_than_two_is_undefined_and_says_why():
    pair = Network.from_edges([("a", "b")])
    value = brokerage.fragmentation(pair, without="a")
    assert math.isnan(value)
    assert value.why
    assert "Without a." in value.convention
