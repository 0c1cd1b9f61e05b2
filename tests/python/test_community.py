"""Groups that belong together, asked from Python."""

from __future__ import annotations

import networkx as nx
import pytest
from agreement.known import known

import coopnet as cn
from coopnet import Network, Projection, community

KARATE = known("karate")


def test_the_karate_club_divides_as_published():
    # The greatest modularity there is, proven by Brandes and others (2008), doi:10.1109/TKDE.2007.190689.
    found = community.leiden(KARATE)
    assert found.quality == pytest.approx(0.4197896, abs=1e-7)
    assert [len(group) for group in found.groups] == [12, 11, 6, 5]
    assert community.leiden(known("florentine")).quality == pytest.approx(0.39875, abs=1e-9)  # as igraph's best of 30
    # Zachary's own division in two.
    graph = nx.karate_club_graph()
    halves = {str(node): graph.nodes[node]["club"] for node in graph}
    assert community.modularity(KARATE, halves) == pytest.approx(0.3582347, abs=1e-7)


def test_groups_are_at_least_as_good_as_networkx_finds():
    for graph in [nx.les_miserables_graph(), nx.florentine_families_graph(), nx.gnp_random_graph(120, 0.04, seed=1)]:
        network = Network.from_networkx(nx.Graph(graph.edges))
        peer = max(
            nx.community.modularity(graph, nx.community.louvain_communities(graph, weight=None, seed=seed), weight=None)
            for seed in range(3)
        )
        assert community.leiden(network).quality >= peer - 1e-9
        # Louvain is a matter of luck where there are no groups to find, as in the last one.
        assert community.louvain(network, starts=50).quality >= peer - 0.005


def test_the_potts_model_gives_groups_of_one_density():
    found = community.leiden(KARATE, objective="cpm", resolution=0.5)
    pairs = {frozenset((tie.source, tie.target)) for tie in KARATE.ties.values()}
    for group in found.groups:
        inside = sum(frozenset((a, b)) in pairs for a in group for b in group if a < b)
        assert inside >= 0.5 * len(group) * (len(group) - 1) / 2


def test_a_seed_gives_the_same_groups_again():
    for question in (community.leiden, community.louvain, community.label_propagation):
        assert question(KARATE, seed=4) == question(KARATE, seed=4)
        assert question(KARATE, seed=4).again().groups == question(KARATE, seed=4).groups


def test_direction_is_kept():
    ring = Network.from_edges([("a", "b"), ("b", "a"), ("c", "d"), ("d", "c"), ("b", "c")])
    halves = {"a": 1, "b": 1, "c": 2, "d": 2}
    graph = nx.DiGraph([(tie.source, tie.target) for tie in ring.ties.values()])
    assert community.modularity(ring, halves) == pytest.approx(nx.community.modularity(graph, [{"a", "b"}, {"c", "d"}]))
    assert community.leiden(ring).quality == pytest.approx(float(community.modularity(ring, halves)))


def test_weights_count_as_strength():
    pairs = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]
    square = Network.from_edges(pairs, directed=False, weights=[9, 1, 9, 1])
    assert community.leiden(square, over=Projection(weight="strength")).groups == (("a", "b"), ("c", "d"))
    with pytest.raises(cn.InvalidWeight):
        community.leiden(square, over=Projection(weight="delay_days", fill=1))


def test_divisions_are_compared_by_column_mapping_or_partition():
    case = cn.load("indonesia-cambodia-2021-2022")
    found = community.leiden(case)
    same = community.compare(case, found, dict(found))
    assert dict(same) == {"nmi": 1, "ami": 1, "rand": 1, "adjusted_rand": 1, "variation_of_information": 0}
    by_country = community.compare(case, "country", found, missing="none")
    assert 0 < by_country["nmi"] < 1
    assert list(by_country.to_frame().columns) == ["value"]


def test_what_has_no_meaning_is_refused():
    for options, sentence in [
        ({"objective": "surprise"}, 'objective="surprise" is not known. Choose one of: modularity, cpm'),
        ({"resolution": -1}, "resolution=-1 is not one"),
        ({"starts": 0}, "starts=0 is no search"),
    ]:
        with pytest.raises(cn.InvalidOption, match=sentence):
            community.leiden(KARATE, **options)


def test_girvan_and_newman_divide_as_networkx_does():
    graph = nx.karate_club_graph()
    found = community.girvan_newman(KARATE)
    (halves,) = [level for level in found.levels if len(level.groups) == 2]
    expected = next(nx.community.girvan_newman(graph))
    assert {frozenset(group) for group in halves.groups} == {frozenset(map(str, group)) for group in expected}
    assert found.quality == max(level.quality for level in found.levels)
    assert found.quality == pytest.approx(float(community.modularity(KARATE, found)))
    assert len(community.girvan_newman(KARATE, k=4).groups) == 4
    with pytest.raises(cn.InvalidOption, match="k=35 groups cannot be made of 34 actors"):
        community.girvan_newman(KARATE, k=35)
