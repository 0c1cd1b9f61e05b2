"""Walks and currents, asked from Python."""

from __future__ import annotations

import math

import pytest
from agreement.known import known

import coopnet as cn
from coopnet import Network, Projection, centrality

STAR = Network.from_edges([("hub", leaf) for leaf in "abcd"], directed=False)
CURRENTS = [centrality.current_flow_closeness, centrality.current_flow_betweenness]


def test_katz_past_its_limit_names_both_numbers():
    with pytest.raises(cn.InvalidOption, match=r"alpha 0\.6 is above the limit 0\.5 of this network\."):
        centrality.katz(STAR, alpha=0.6)
    scores = centrality.katz(STAR, alpha=0.1)
    assert scores["hub"] == pytest.approx(35 / 24, rel=1e-14)
    assert scores["a"] == pytest.approx(55 / 48, rel=1e-14)


def test_katz_of_a_complete_network_of_twelve_is_refused_at_a_tenth():
    twelve = [(str(a), str(b)) for a in range(12) for b in range(a)]
    with pytest.raises(cn.InvalidOption, match=r"alpha 0\.1 is above the limit 0\.0909090909091"):
        centrality.katz(Network.from_edges(twelve, directed=False), alpha=0.1)


def test_the_attenuation_taken_is_stated():
    assert "alpha 0.25, half the limit (limit 0.5)" in centrality.katz(STAR).convention
    assert "exponent -0.3 (limit 0.5)" in centrality.bonacich_power(STAR, exponent=-0.3).convention
    chain = Network.from_edges([("a", "b"), ("b", "c")])
    assert "alpha 0.5 (without a limit)" in centrality.alpha(chain).convention


def test_alpha_takes_standings_by_actor_and_can_be_asked_again():
    chain = Network.from_edges([("a", "b"), ("b", "c")])
    scores = centrality.alpha(chain, alpha=0.5, exogenous={"a": 4})
    assert dict(scores) == {"a": 4, "b": 2, "c": 1}
    assert dict(scores.again(direction="reversed")) == {"a": 4, "b": 0, "c": 0}
    with pytest.raises(cn.UnknownActor, match="nobody"):
        centrality.alpha(chain, exogenous={"nobody": 1})


def test_hits_is_a_row_an_actor():
    rows = centrality.hits(Network.from_edges([("a", "c"), ("b", "c"), ("a", "d")]))
    assert list(rows.to_frame().columns) == ["hub", "authority"]
    assert rows["a"]["hub"] > rows["b"]["hub"] > rows["c"]["hub"] == 0
    assert sum(rows.column("authority").values()) == pytest.approx(1, abs=1e-15)
    twins = centrality.hits(Network.from_edges([("a", "b"), ("c", "d")]))
    assert "2 pieces" in twins.why
    assert all(math.isnan(row["hub"]) for row in twins.values())


@pytest.mark.parametrize("question", [centrality.eigenvector, centrality.hits, centrality.bonacich_power])
def test_an_unknown_unit_is_refused_with_those_there_are(question):
    with pytest.raises(cn.InvalidOption, match=r'scale="sums" is not known\. Choose one of: raw, length'):
        question(STAR, scale="sums")


@pytest.mark.parametrize("question", CURRENTS)
def test_current_refuses_ties_that_run_one_way(question):
    chain = Network.from_edges([("a", "b"), ("b", "c")])
    with pytest.raises(cn.InvalidOption, match="Current flows both ways"):
        question(chain)
    assert question(chain, over=Projection(direction="undirected"))["b"] > 0


@pytest.mark.parametrize("question", CURRENTS)
@pytest.mark.parametrize("pairs", [[], [("a", "a")], [("a", "b")], [("a", "b"), ("c", "d")], [("a", "b"), ("a", "b")]])
def test_current_of_every_shape(question, pairs):
    scores = question(Network.from_edges(pairs, directed=False))
    assert all(value >= 0 for value in scores.values())
    assert scores.why == ""


def test_newmans_first_network():
    # Newman (2005), doi:10.1016/j.socnet.2004.11.009, table 1: two groups of five, joined by A and B and by C between.
    left, right = ["A", "x1", "x2", "x3", "x4"], ["B", "y1", "y2", "y3", "y4"]
    pairs = [(a, b) for group in (left, right) for i, a in enumerate(group) for b in group[:i]]
    network = Network.from_edges([*pairs, ("A", "B"), ("A", "C"), ("C", "B")], directed=False)
    scores = centrality.current_flow_betweenness(network, endpoints=True)
    assert {actor: round(scores[actor], 3) for actor in ("A", "B", "C", "x1", "y4")} == {
        "A": 0.670,
        "B": 0.670,
        "C": 0.333,
        "x1": 0.269,
        "y4": 0.269,
    }


def test_the_florentine_medici_lead_however_walks_are_counted():
    families = known("florentine")
    for question in (centrality.katz, centrality.bonacich_power, centrality.subgraph, *CURRENTS):
        assert next(iter(question(families).top(1))) == "Medici", question.__name__


def test_subgraph_past_what_a_number_can_hold_says_so():
    pair = Network.from_edges([("a", "b")], directed=False, weights=[1000])
    with pytest.raises(cn.InvalidOption, match=r"beta 1 is above the limit 0\.7"):
        centrality.subgraph(pair, over=Projection(weight="strength"))
