"""Centrality, asked from Python: shapes, weights, directions, refusals, and what results say of themselves."""

from __future__ import annotations

import math
from itertools import combinations

import pandas as pd
import pytest

import coopnet as cn
from coopnet import Network, Projection, centrality

# Questions that need no more than a network.
SUBJECTS = {"percolation", "centralization", "group_betweenness", "group_closeness", "group_degree"}
# Two columns an actor, and only without directions: test_walks.py asks them.
ELSEWHERE = {"hits", "current_flow_betweenness", "current_flow_closeness"}
ASKED = [getattr(centrality, name) for name in centrality.__all__ if name not in SUBJECTS | ELSEWHERE]
OF_ACTORS = [question for question in ASKED if question is not centrality.edge_betweenness]
SEARCHES = [centrality.closeness, centrality.harmonic, centrality.betweenness, centrality.edge_betweenness]
SEARCHES += [centrality.stress, centrality.load, centrality.eccentricity, centrality.reach]


def network(pairs, *, directed: bool, actors=(), **columns) -> Network:
    ids = [*actors, *dict.fromkeys(end for pair in pairs for end in pair)]
    ties = pd.DataFrame({"source": [a for a, _ in pairs], "target": [b for _, b in pairs]} | columns, dtype=str)
    vocabulary = {"relations": {"tie": {"layer": "cooperation", "directed": directed}}}
    ties["relation"] = "tie"
    return Network.from_frames(pd.DataFrame({"id": list(dict.fromkeys(ids))}, dtype=str), ties, vocabulary=vocabulary)


SHAPES = {
    "empty": ([], ()),
    "one": ([], ("a",)),
    "loop": ([("a", "a")], ()),
    "isolates": ([], ("a", "b", "c")),
    "one tie": ([("a", "b")], ()),
    "two pieces": ([("a", "b"), ("c", "d")], ()),
    "star": ([("hub", leaf) for leaf in "abcd"], ()),
    "path": ([("a", "b"), ("b", "c"), ("c", "d")], ()),
    "complete": (list(combinations("abcd", 2)), ()),
    "parallel": ([("a", "b"), ("a", "b"), ("b", "c")], ()),
}


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.__name__)
def test_every_shape_gives_values_or_a_reason(question, shape, directed):
    pairs, actors = SHAPES[shape]
    asked = network(pairs, directed=directed, actors=actors)
    result = question(asked)
    values = result.to_numpy()
    assert (values[~pd.isna(values)] >= (-1 if question is centrality.leverage else 0)).all()
    assert bool(result.why) == bool(pd.isna(values).any())
    assert result.convention.endswith(".")
    if question in OF_ACTORS:
        assert list(result) == list(asked.actors)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (centrality.degree, {"hub": 4, "a": 1}),
        (centrality.strength, {"hub": 4, "a": 1}),
        (centrality.closeness, {"hub": 1, "a": 4 / 7}),
        (centrality.harmonic, {"hub": 4, "a": 2.5}),
        (centrality.betweenness, {"hub": 1, "a": 0}),
        (centrality.stress, {"hub": 6, "a": 0}),
        (centrality.load, {"hub": 1, "a": 0}),
        (centrality.eccentricity, {"hub": 1, "a": 2}),
        (centrality.reach, {"hub": 4, "a": 4}),
        (centrality.leverage, {"hub": 0.6, "a": -0.6}),
        (centrality.laplacian, {"hub": 1, "a": 10 / 28}),
        (centrality.eigenvector, {"hub": math.sqrt(1 / 2), "a": math.sqrt(1 / 8)}),
        (centrality.pagerank, {"hub": (0.15 / 5 + 0.85 * 4 * 0.15 / 5) / (1 - 0.85**2), "a": None}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_star_has_its_known_values(question, expected):
    scores = question(network(SHAPES["star"][0], directed=False))
    assert scores["hub"] == pytest.approx(expected["hub"], rel=1e-12)
    if expected["a"] is not None:
        assert scores["a"] == pytest.approx(expected["a"], rel=1e-12)


def test_the_ring_of_costs_counts_both_ways():
    ring = network([("1", "2"), ("1", "4"), ("2", "3"), ("3", "4")], directed=False, delay_days=["2", "2", "1", "1"])
    cost = Projection(weight="delay_days")
    assert centrality.betweenness(ring, over=cost, normalized=False).to_numpy().tolist() == [0, 0.5, 0.5, 1]
    assert centrality.betweenness(ring, over=cost)["3"] == pytest.approx(1 / 3)
    assert set(centrality.betweenness(ring, normalized=False).values()) == {0.5}
    assert "the weight is the length" in centrality.betweenness(ring, over=cost).convention


def test_a_free_tie_is_still_a_step_and_no_second_pathway():
    office = network([("A", "B"), ("B", "C")], directed=False, delay_days=["0", "100"])
    scores = centrality.betweenness(office, over=Projection(weight="delay_days"), normalized=False)
    assert dict(scores) == {"A": 0, "B": 1, "C": 0}


def test_costs_that_are_equal_on_paper_are_equal():
    pairs = [("s", "a"), ("a", "t"), ("s", "b"), ("b", "t")]
    square = network(pairs, directed=True, delay_days=["0.1", "0.7", "0.3", "0.5"])
    scores = centrality.betweenness(square, over=Projection(weight="delay_days"), normalized=False)
    assert scores["a"] == scores["b"] == 0.5


def test_mixed_ties_count_each_way_once():
    ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "relation": ["knows", "asks"]})
    words = {
        "relations": {
            "knows": {"layer": "cooperation", "directed": False},
            "asks": {"layer": "cooperation", "directed": True},
        }
    }
    mixed = Network.from_frames(None, ties, vocabulary=words)
    assert dict(centrality.degree(mixed)) == {"a": 1, "b": 2, "c": 1}
    assert dict(centrality.degree(mixed, mode="out")) == {"a": 1, "b": 2, "c": 0}
    assert dict(centrality.edge_betweenness(mixed, normalized=False)) == {("a", "b"): 3, ("b", "c"): 2}
    assert "both ways" in centrality.degree(mixed).convention


def test_strength_reads_strength_and_merges_parallel_ties_by_sum():
    pair = network([("a", "b"), ("a", "b"), ("b", "a")], directed=True, strength=["2", "", "4"])
    assert dict(centrality.strength(pair, mode="out")) == {"a": 3, "b": 4}
    assert dict(centrality.degree(pair)) == {"a": 2, "b": 2}
    assert dict(centrality.degree(pair, over=Projection(parallel="keep"))) == {"a": 3, "b": 3}
    assert centrality.strength(pair).projection.weight == "strength"


def test_harmonic_of_reliabilities_sums_products_and_closeness_refuses_them():
    chain = network([("a", "b"), ("b", "c")], directed=False, reliability=["0.5", "0.5"])
    over = Projection(weight="reliability")
    assert dict(centrality.harmonic(chain, over=over)) == {"a": 0.75, "b": 1, "c": 0.75}
    with pytest.raises(cn.InvalidWeight, match="Ask for harmonic"):
        centrality.closeness(chain, over=over)


@pytest.mark.parametrize(
    "question", [centrality.strength, centrality.laplacian, centrality.eigenvector, centrality.pagerank]
)
def test_questions_of_strength_refuse_a_cost(question):
    chain = network([("a", "b"), ("b", "c")], directed=False, delay_days=["1", "2"])
    with pytest.raises(cn.InvalidWeight, match="A cost says nothing about strength"):
        question(chain, over=Projection(weight="delay_days"))


@pytest.mark.parametrize("question", SEARCHES)
def test_questions_of_length_refuse_a_capacity(question):
    chain = network([("a", "b"), ("b", "c")], directed=False, capacity=["1", "2"])
    with pytest.raises(cn.InvalidWeight, match="A capacity says nothing about length"):
        question(chain, over=Projection(weight="capacity"))


def test_an_undefined_score_says_why_in_the_result_and_under_the_table():
    apart = network([("a", "b")], directed=False, actors=("loner",))
    scores = centrality.closeness(apart, wf_improved=False)
    assert math.isnan(scores["loner"])
    assert scores.why in repr(scores)
    assert "loner" not in scores.ranks()
    twins = centrality.eigenvector(network([("a", "b"), ("c", "d")], directed=False))
    assert "2 pieces" in twins.why
    assert all(math.isnan(score) for score in twins.values())


def test_pagerank_takes_shares_by_actor():
    chain = network([("a", "b"), ("b", "c")], directed=True)
    assert sum(centrality.pagerank(chain).values()) == pytest.approx(1, abs=1e-15)
    home = centrality.pagerank(chain, personalization={"a": 2})
    assert home["a"] > centrality.pagerank(chain)["a"]
    with pytest.raises(cn.UnknownActor, match="nobody"):
        centrality.pagerank(chain, personalization={"nobody": 1})
    with pytest.raises(cn.InvalidOption, match="personalization"):
        centrality.pagerank(chain, personalization={})
    with pytest.raises(cn.InvalidOption, match="below 1"):
        centrality.pagerank(chain, alpha=1)


@pytest.mark.parametrize(
    "question",
    [
        *(centrality.degree, centrality.strength, centrality.closeness, centrality.harmonic),
        *(centrality.eccentricity, centrality.reach, centrality.leverage),
    ],
)
def test_an_unknown_mode_is_an_error_that_names_the_known_ones(question):
    with pytest.raises(cn.InvalidOption, match="out, in, all"):
        question(network([("a", "b")], directed=True), mode="both")


@pytest.mark.parametrize("question", SEARCHES)
def test_progress_is_told_and_may_stop_the_work(question):
    chain = network([(str(i), str(i + 1)) for i in range(50)], directed=False)
    seen = []
    result = question(chain, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (51, 51)
    assert dict(question(chain)) == dict(result)


def test_work_that_is_stopped_raises_cancelled():
    ring = network([(str(i), str((i + step) % 3000)) for i in range(3000) for step in (1, 7, 91)], directed=False)
    with pytest.raises(cn.Cancelled):
        centrality.betweenness(ring, progress=lambda done, total: False)


def test_a_result_can_be_asked_again_and_made_a_frame():
    chain = network([("a", "b"), ("b", "c")], directed=True, channel=["police", "diplomatic"])
    scores = centrality.betweenness(chain, normalized=False)
    assert scores["b"] == 1
    assert scores.again(where={"channel": "police"})["b"] == 0
    frame = scores.to_frame()
    assert (frame.index.name, list(frame.columns)) == ("id", ["betweenness"])
    ties = centrality.edge_betweenness(chain)
    assert list(ties.to_frame().columns) == ["source", "target", "ties", "edge_betweenness"]
    assert ties.top(1).rows()[0]["ties"] == ("T1",)


@pytest.mark.parametrize("question", SEARCHES)
def test_the_same_bits_come_for_any_number_of_threads(question):
    ring = network([(str(i), str((i * 7 + 3) % 1500)) for i in range(1500)], directed=True)
    bits = []
    for threads in (1, 2, 7):
        cn.set_threads(threads)
        bits.append(question(ring).to_numpy().tobytes())
    cn.set_threads(0)
    assert len(set(bits)) == 1


CHAIN = network([("a", "b"), ("b", "c"), ("c", "d")], directed=False, delay_days=["1", "2", "0.5"])


def test_betweenness_counts_pathways_up_to_a_length_and_between_those_named():
    assert dict(centrality.betweenness(CHAIN, normalized=False, cutoff=2)) == {"a": 0, "b": 1, "c": 1, "d": 0}
    short = centrality.betweenness(CHAIN, over=Projection(weight="delay_days"), normalized=False, cutoff=2.5)
    assert dict(short) == {"a": 0, "b": 0, "c": 1, "d": 0}
    assert "of length 2.5 at most" in short.convention
    named = centrality.betweenness(CHAIN, normalized=False, sources="a", targets=("d", "c", "d"))
    assert dict(named) == {"a": 0, "b": 1, "c": 0.5, "d": 0}
    assert "from 1 chosen to 2 chosen" in named.convention
    assert dict(named.again()) == dict(named)
    ties = centrality.edge_betweenness(CHAIN, normalized=False, sources=iter("ad"), targets=iter("ad"))
    assert dict(ties) == {("a", "b"): 1, ("b", "c"): 1, ("c", "d"): 1}
    assert dict(ties.again()) == dict(ties)
    nobody = centrality.betweenness(CHAIN, sources=[])
    assert set(nobody.values()) == {0}


@pytest.mark.parametrize("question", [centrality.betweenness, centrality.edge_betweenness])
def test_betweenness_refuses_strangers_and_negative_lengths(question):
    with pytest.raises(cn.UnknownActor, match="stranger"):
        question(CHAIN, sources=["stranger"])
    with pytest.raises(cn.InvalidOption, match="at least 0"):
        question(CHAIN, cutoff=-1)
    with pytest.raises(cn.InvalidOption, match="at least 0"):
        question(CHAIN, cutoff=math.nan)


def test_percolation_reads_states_from_a_column_or_a_mapping():
    actors = pd.DataFrame({"id": ["a", "b", "c"], "infected": [0.5, 0, None], "short": ["x", "y", "z"]})
    ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"]})
    asked = Network.from_frames(actors, ties)
    states = {"a": 0.5, "b": 0, "c": 0}
    assert dict(centrality.percolation(asked, states)) == {"a": 0, "b": 1, "c": 0}
    assert dict(centrality.percolation(asked, pd.Series(states)).again()) == {"a": 0, "b": 1, "c": 0}
    whole = asked.with_column("actors", "state", states)
    assert dict(centrality.percolation(whole, "state")) == {"a": 0, "b": 1, "c": 0}
    with pytest.raises(cn.InvalidOption, match="1 actors have no state: c"):
        centrality.percolation(asked, "infected")
    with pytest.raises(cn.InvalidOption, match="a column of numbers"):
        centrality.percolation(asked, "short")
    with pytest.raises(cn.UnknownName, match="infected"):
        centrality.percolation(asked, "infectd")
    with pytest.raises(cn.UnknownActor, match="stranger"):
        centrality.percolation(asked, states | {"stranger": 1})
    with pytest.raises(cn.InvalidOption, match="from 0 to 1"):
        centrality.percolation(asked, states | {"b": 1.5})


APART = network([("a", "b"), ("b", "c")], directed=False, actors=("loner",))


def test_closeness_says_what_it_does_with_those_not_connected():
    assert dict(centrality.closeness(APART, unreached="n")) == {"loner": 1 / 4, "a": 3 / 7, "b": 3 / 6, "c": 3 / 7}
    assert set(centrality.closeness(APART, unreached="infinite").values()) == {0}
    assert centrality.closeness(APART, normalized=False, wf_improved=False)["b"] == 1 / 2
    assert "as far as there are actors" in centrality.closeness(APART, unreached="n").convention
    percent = centrality.closeness(APART, convention="ucinet")
    assert percent["b"] == 50
    assert percent.convention.endswith("As in UCINET.")
    with pytest.raises(cn.InvalidOption, match="skipped, infinite, n"):
        centrality.closeness(APART, unreached="zero")


def test_harmonic_may_divide_by_those_connected():
    assert dict(centrality.harmonic(APART, reached_only=True)) == {"loner": 0, "a": 0.75, "b": 1, "c": 0.75}


def test_eccentricity_says_what_it_does_with_those_not_connected():
    assert dict(centrality.eccentricity(APART)) == {"loner": 0, "a": 2, "b": 1, "c": 2}
    assert set(centrality.eccentricity(APART, unreached="infinite").values()) == {math.inf}
    assert set(centrality.eccentricity(APART, unreached="n").values()) == {4}
    assert centrality.eccentricity(APART, unreached="infinite").to_dict()["rows"][0]["eccentricity"] is None
    with pytest.raises(cn.InvalidOption, match="skipped, infinite, n"):
        centrality.eccentricity(APART, unreached="zero")


def test_reach_counts_in_steps_or_in_lengths():
    assert dict(centrality.reach(CHAIN, 1)) == {"a": 1, "b": 2, "c": 2, "d": 1}
    assert dict(centrality.reach(CHAIN, 2.5, over=Projection(weight="delay_days"))) == {"a": 1, "b": 3, "c": 2, "d": 2}
    assert centrality.reach(CHAIN, k=3, normalized=True).again()["a"] == 1
    assert "Others within 2" in centrality.reach(CHAIN).convention
    with pytest.raises(cn.InvalidOption, match="at least 0"):
        centrality.reach(CHAIN, -1)


def test_degree_in_the_words_of_ucinet_and_of_igraph():
    asked = network([("a", "b"), ("a", "b"), ("b", "b"), ("b", "c")], directed=False)
    assert dict(centrality.degree(asked, convention="ucinet")) == {"a": 50, "b": 100, "c": 50}
    assert dict(centrality.degree(asked, convention="igraph")) == {"a": 2, "b": 5, "c": 1}
    assert dict(centrality.degree(asked, convention="sna")) == {"a": 1, "b": 2, "c": 1}


def test_voterank_lists_the_elected_in_order_and_says_why_others_are_not():
    elected = centrality.voterank(CHAIN)
    assert list(elected.top(2)) == ["b", "c"]
    assert "no vote was left" in elected.why
    one = centrality.voterank(CHAIN, k=1)
    assert [key for key, votes in one.items() if not math.isnan(votes)] == ["b"]
    assert "seats" in one.why
    with pytest.raises(cn.InvalidOption, match="at least 1"):
        centrality.voterank(CHAIN, k=0)


GROUP_QUESTIONS = [centrality.group_degree, centrality.group_closeness, centrality.group_betweenness]


def test_groups_are_asked_about_together():
    ties = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")]
    chain = network(ties, directed=False)
    assert float(centrality.group_degree(chain, ["b", "c"])) == pytest.approx(2 / 3)
    assert float(centrality.group_degree(chain, ["b", "c"], normalized=False)) == 2
    assert float(centrality.group_closeness(chain, ["b", "c"])) == 3 / 4
    assert float(centrality.group_betweenness(chain, ["b", "c"])) == pytest.approx(2 / 3)
    assert float(centrality.group_betweenness(chain, "c")) == pytest.approx(centrality.betweenness(chain)["c"])
    asked = centrality.group_closeness(chain, iter(["b", "c", "b"]), unreached="n")
    assert asked.again() == asked
    assert "2 in the group" in asked.convention
    assert asked.to_dict()["question"] == "centrality.group_closeness"


@pytest.mark.parametrize("question", GROUP_QUESTIONS)
def test_groups_of_nobody_and_of_strangers_are_refused_and_of_everybody_undefined(question):
    with pytest.raises(cn.InvalidOption, match="at least one actor"):
        question(CHAIN, [])
    with pytest.raises(cn.UnknownActor, match="stranger"):
        question(CHAIN, ["a", "stranger"])
    everybody = question(CHAIN, list(CHAIN.actors))
    if question is centrality.group_betweenness:
        assert everybody == 0
    else:
        assert math.isnan(everybody)
        assert "nobody outside" in everybody.why


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize(
    ("measure", "options"),
    [
        ("degree", {}),
        ("degree", {"normalized": True, "mode": "in"}),
        ("closeness", {"mode": "all"}),
        ("closeness", {"mode": "in", "unreached": "n"}),
        ("harmonic", {"mode": "in"}),
        (centrality.betweenness, {}),
    ],
)
def test_a_star_is_as_centralized_as_can_be(measure, options, directed):
    one_way = options.get("mode") == "in"
    ties = [(leaf, "hub") for leaf in "abcde"] + ([] if one_way else [("hub", leaf) for leaf in "abcde"])
    star = network([*ties, ("hub", "hub"), ("a", "hub")], directed=directed)
    assert float(centrality.centralization(star, measure, **options)) == pytest.approx(1)
    kept = centrality.centralization(star, measure, over=Projection(parallel="keep"), **options)
    assert float(kept) == pytest.approx(1)


def test_centralization_is_asked_again_and_told_of_progress():
    ring = network([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")], directed=False)
    value = centrality.centralization(ring, "closeness", unreached="n")
    assert value == value.again() == 0
    assert "for a star of as many actors" in value.convention
    seen = []
    centrality.centralization(ring, "betweenness", progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (4, 4)


def test_centralization_refuses_what_no_network_is_known_to_have_most_of():
    with pytest.raises(cn.InvalidOption, match="Choose one of: betweenness, closeness, degree, eigenvector, harmonic"):
        centrality.centralization(CHAIN, "stress")
    with pytest.raises(cn.InvalidOption, match="Choose one of"):
        centrality.centralization(CHAIN, lambda network, over=None: None)
    with pytest.raises(cn.UnknownName, match="betweeness"):
        centrality.centralization(CHAIN, "betweeness")
    with pytest.raises(cn.InvalidOption, match=r"no option cutoff\. It takes: normalized"):
        centrality.centralization(CHAIN, "betweenness", cutoff=2)
    with pytest.raises(cn.InvalidOption, match="It takes no options"):
        centrality.centralization(CHAIN, "eigenvector", normalized=True)
    with pytest.raises(cn.InvalidOption, match="Leave wf_improved on"):
        centrality.centralization(CHAIN, "closeness", wf_improved=False)
    with pytest.raises(cn.InvalidOption, match="Ask without a weight"):
        centrality.centralization(CHAIN, "harmonic", over=Projection(weight="delay_days"))
    with pytest.raises(cn.InvalidOption, match="Ask without directions"):
        centrality.centralization(network([("a", "b"), ("b", "a")], directed=True, actors="abc"), "eigenvector")
    few = centrality.centralization(network([("a", "b")], directed=False), "degree")
    assert math.isnan(few)
    assert "fewer than three" in few.why
