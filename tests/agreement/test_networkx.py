"""Where conventions agree, NetworkX finds the same numbers."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from agreement.known import known
from agreement.peers import as_networkx

from coopnet import Network, Projection, centrality, cohesion

COST = Projection(weight="delay_days")
STRENGTH = Projection(weight="strength")


def random_graph(directed: bool, seed: int, *, connected: bool = False) -> nx.Graph:
    """Thirty actors, some apart, a loop, whole costs and strengths."""
    graph = nx.gnp_random_graph(30, 0.4 if connected else 0.07, seed=seed, directed=directed)
    graph.add_edge(0, 0)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["delay_days"] = 1 + number % 5
        data["strength"] = 1 + number % 7
    return graph


both = pytest.mark.parametrize("directed", [False, True])
seeds = pytest.mark.parametrize("seed", range(5))


def agree(scores, expected: dict) -> None:
    np.testing.assert_allclose(scores.to_numpy(), [expected[node] for node in sorted(expected)], rtol=1e-9, atol=1e-12)


@both
@seeds
def test_degree_and_strength(directed, seed):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    agree(centrality.degree(network), dict(graph.degree()))
    agree(centrality.degree(network, normalized=True), nx.degree_centrality(graph))
    agree(centrality.strength(network), dict(graph.degree(weight="strength")))
    if directed:
        agree(centrality.degree(network, mode="in"), dict(graph.in_degree()))
        agree(centrality.degree(network, mode="out"), dict(graph.out_degree()))
        agree(centrality.strength(network, mode="out"), dict(graph.out_degree(weight="strength")))


@both
@seeds
@pytest.mark.parametrize("improved", [False, True])
def test_closeness(directed, seed, improved):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    for over, distance in [(None, None), (COST, "delay_days")]:
        expected = nx.closeness_centrality(graph, distance=distance, wf_improved=improved)
        scores = centrality.closeness(network, over=over, wf_improved=improved).to_numpy()
        np.testing.assert_allclose(np.nan_to_num(scores), list(expected.values()), rtol=1e-12)


@both
@seeds
def test_harmonic(directed, seed):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    agree(centrality.harmonic(network), nx.harmonic_centrality(graph))
    agree(centrality.harmonic(network, over=COST), nx.harmonic_centrality(graph, distance="delay_days"))


@both
@seeds
@pytest.mark.parametrize("normalized", [False, True])
@pytest.mark.parametrize("endpoints", [False, True])
def test_betweenness(directed, seed, normalized, endpoints):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    options = {"normalized": normalized, "endpoints": endpoints}
    agree(centrality.betweenness(network, **options), nx.betweenness_centrality(graph, **options))
    weighted = nx.betweenness_centrality(graph, weight="delay_days", **options)
    agree(centrality.betweenness(network, over=COST, **options), weighted)


@both
@seeds
@pytest.mark.parametrize("normalized", [False, True])
def test_edge_betweenness(directed, seed, normalized):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    for over, weight in [(None, None), (COST, "delay_days")]:
        expected = nx.edge_betweenness_centrality(graph, normalized=normalized, weight=weight)
        scores = centrality.edge_betweenness(network, over=over, normalized=normalized)
        assert scores == pytest.approx({(str(a), str(b)): score for (a, b), score in expected.items()}, abs=1e-12)


@both
@seeds
@pytest.mark.parametrize("normalized", [False, True])
def test_betweenness_between_chosen_actors(directed, seed, normalized):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    sources, targets = list(range(0, 30, 2)), list(range(0, 30, 3))
    chosen = {"sources": [str(source) for source in sources], "targets": [str(target) for target in targets]}
    for over, weight in [(None, None), (COST, "delay_days")]:
        expected = nx.betweenness_centrality_subset(graph, sources, targets, normalized=normalized, weight=weight)
        agree(centrality.betweenness(network, over=over, normalized=normalized, **chosen), expected)


def test_edges_between_chosen_actors_in_networkx_do_not_share_as_pathways_do():
    graph = nx.Graph([("s", "a"), ("s", "b"), ("s", "c"), ("a", "d"), ("b", "d"), ("c", "e"), ("d", "v"), ("e", "v")])
    graph.add_edge("v", "t")
    expected = nx.edge_betweenness_centrality_subset(graph, ["s"], ["t"])
    network = Network.from_networkx(graph)
    ties = centrality.edge_betweenness(network, sources="s", targets="t", normalized=False)
    assert ties["d", "v"] == pytest.approx(1 / 2 * 2 / 3)  # two of the three pathways pass
    assert expected["d", "v"] == 1 / 2 * 1 / 2  # v has two neighbors before it


@both
@seeds
@pytest.mark.parametrize("normalized", [False, True])
def test_load(directed, seed, normalized):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    agree(centrality.load(network, normalized=normalized), nx.load_centrality(graph, normalized=normalized))


def test_load_with_lengths_gets_lost_in_networkx_where_a_direct_tie_is_as_short():
    graph = nx.Graph()
    graph.add_edge("a", "c", delay_days=2)
    graph.add_edge("a", "b", delay_days=1)
    graph.add_edge("b", "c", delay_days=1)
    assert nx.load_centrality(graph, normalized=False, weight="delay_days")["b"] == 0
    assert centrality.load(Network.from_networkx(graph), over=COST, normalized=False)["b"] == 1


@both
@seeds
def test_percolation(directed, seed):
    graph = random_graph(directed, seed)
    states = {node: node % 5 / 4 for node in graph}
    network = Network.from_networkx(graph)
    named = {str(node): state for node, state in states.items()}
    agree(centrality.percolation(network, named), nx.percolation_centrality(graph, states=states))
    weighted = nx.percolation_centrality(graph, states=states, weight="delay_days")
    agree(centrality.percolation(network, named, over=COST), weighted)


@both
@seeds
def test_eccentricity(directed, seed):
    graph = random_graph(directed, seed, connected=True)
    network = Network.from_networkx(graph)
    agree(centrality.eccentricity(network), nx.eccentricity(graph))
    agree(centrality.eccentricity(network, over=COST), nx.eccentricity(graph, weight="delay_days"))


@both
@seeds
def test_reach(directed, seed):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    for k in (1, 2, 3):
        near = {node: len(nx.single_source_shortest_path_length(graph, node, cutoff=k)) - 1 for node in graph}
        agree(centrality.reach(network, k), near)
        far = {
            node: len(nx.single_source_dijkstra_path_length(graph, node, cutoff=k, weight="delay_days")) - 1
            for node in graph
        }
        agree(centrality.reach(network, k, over=COST), far)


@seeds
@pytest.mark.parametrize("normalized", [False, True])
def test_laplacian(seed, normalized):
    graph = random_graph(False, seed)
    network = Network.from_networkx(graph)
    agree(centrality.laplacian(network, normalized=normalized), nx.laplacian_centrality(graph, normalized, weight=None))
    expected = nx.laplacian_centrality(graph, normalized, weight="strength")
    agree(centrality.laplacian(network, over=STRENGTH, normalized=normalized), expected)


@both
@seeds
def test_voterank(directed, seed):
    graph = random_graph(directed, seed)
    graph.remove_edge(0, 0)
    elected = centrality.voterank(Network.from_networkx(graph))
    expected = [str(node) for node in nx.voterank(graph)]
    votes = [round(elected[actor], 9) for actor in expected]
    assert votes == sorted(votes, reverse=True)
    assert list(elected.top(len(expected))) == expected


@both
@seeds
@pytest.mark.parametrize("group", [(3,), (0, 5), (2, 7, 11, 20)])
def test_groups(directed, seed, group):
    graph = random_graph(directed, seed, connected=True)
    network = Network.from_networkx(graph)
    members = [str(node) for node in group]
    degree = centrality.group_degree(network, members, mode="out")
    assert degree == pytest.approx(nx.group_degree_centrality(graph, group))
    if directed:
        received = nx.group_in_degree_centrality(graph, group)
        assert centrality.group_degree(network, members, mode="in") == pytest.approx(received)
    for over, weight in [(None, None), (COST, "delay_days")]:
        near = nx.group_closeness_centrality(graph, group, weight=weight)
        assert centrality.group_closeness(network, members, over=over) == pytest.approx(near)
    between = centrality.group_betweenness(network, members, normalized=False)
    assert between == pytest.approx(_between_others(graph, set(group)))
    if len(group) < 3:
        assert between == pytest.approx(nx.group_betweenness_centrality(graph, list(group), normalized=False))
        share = centrality.group_betweenness(network, members)
        assert share == pytest.approx(nx.group_betweenness_centrality(graph, list(group)))


def _between_others(graph, group) -> float:
    """By enumeration: NetworkX's own sum over members is not what it should be for three and more."""
    sum_of_shares = 0.0
    others = [node for node in graph if node not in group]
    for source in others:
        for target in others:
            if source == target or (not graph.is_directed() and source > target):
                continue
            ways = list(nx.all_shortest_paths(graph, source, target))
            sum_of_shares += sum(not group.isdisjoint(way) for way in ways) / len(ways)
    return sum_of_shares


@both
@seeds
def test_eigenvector(directed, seed):
    graph = random_graph(directed, seed, connected=True)
    network = Network.from_networkx(graph)
    expected = nx.eigenvector_centrality(graph, weight="strength", tol=1e-14, max_iter=10_000)
    agree(centrality.eigenvector(network, over=STRENGTH), expected)


@both
@seeds
def test_components(directed, seed):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    weak = nx.weakly_connected_components(graph) if directed else nx.connected_components(graph)
    assert _sets(cohesion.components(network).groups) == {frozenset(map(str, piece)) for piece in weak}
    if directed:
        strong = {frozenset(map(str, piece)) for piece in nx.strongly_connected_components(graph)}
        assert _sets(cohesion.components(network, strong=True).groups) == strong


@seeds
def test_articulation_actors_and_bridges(seed):
    graph = random_graph(False, seed)
    network = Network.from_networkx(graph)
    assert set(cohesion.articulation_actors(network)) == set(map(str, nx.articulation_points(graph)))
    expected = {frozenset(map(str, bridge)) for bridge in nx.bridges(graph)}
    assert _sets(cohesion.bridges(network)) == expected


@seeds
def test_cut_sets(seed):
    graph = nx.gnp_random_graph(16, 0.3 + 0.1 * seed, seed=seed)
    found = cohesion.cut_sets(Network.from_networkx(graph))
    assert found.size == nx.node_connectivity(graph)
    assert _sets(found) == {frozenset(map(str, cut)) for cut in nx.all_node_cuts(graph)}


@both
@seeds
def test_cut_sets_between_two_are_as_many_as_pathways_that_share_nobody(directed, seed):
    graph = nx.gnp_random_graph(16, 0.25, seed=seed, directed=directed)
    network = Network.from_networkx(graph)
    for source in range(4):
        for target in range(8, 12):
            if not graph.has_edge(source, target):
                found = cohesion.cut_sets(network, str(source), str(target))
                assert found.size == nx.node_connectivity(graph, source, target)
                if not directed:  # where a tie runs back, NetworkX cuts nobody
                    assert frozenset(map(str, nx.minimum_node_cut(graph, source, target))) in _sets(found)


@seeds
def test_k_components(seed):
    graph = nx.gnp_random_graph(16, 0.2 + 0.05 * seed, seed=seed)
    found = cohesion.k_components(Network.from_networkx(graph))
    expected = nx.k_components(graph)
    assert {k: _sets(groups) for k, groups in found.items()} == {
        k: {frozenset(map(str, group)) for group in groups} for k, groups in expected.items()
    }
    for k, groups in found.items():
        assert all(nx.node_connectivity(graph.subgraph(map(int, group))) >= k for group in groups)


@pytest.mark.parametrize("name", ["karate", "davis", "florentine", "kite"])
def test_k_components_of_known_networks(name):
    expected = nx.k_components(as_networkx(name))
    assert {k: _sets(groups) for k, groups in cohesion.k_components(known(name)).items()} == {
        k: _sets(groups) for k, groups in expected.items()
    }


def test_k_components_in_networkx_overlook_four_who_are_tied_each_to_each():
    graph = nx.Graph([(3, 5), (3, 6), (3, 7), (5, 6), (5, 7), (6, 7), (0, 1), (0, 5), (0, 7), (1, 7), (2, 3), (2, 6)])
    graph.add_edges_from([(4, 6), (4, 7)])
    assert nx.node_connectivity(graph.subgraph([3, 5, 6, 7])) == 3
    assert 3 not in nx.k_components(graph)
    assert _sets(cohesion.k_components(Network.from_networkx(graph))[3]) == {frozenset("3567")}


def _sets(groups) -> set[frozenset[str]]:
    return {frozenset(group) for group in groups}


@seeds
def test_triad_census(seed):
    graph = nx.gnp_random_graph(40, 0.08, seed=seed, directed=True)
    assert dict(cohesion.triad_census(Network.from_networkx(graph))) == nx.triadic_census(graph)


@both
@seeds
@pytest.mark.parametrize("weight", [None, "strength"])
def test_clustering(directed, seed, weight):
    graph = nx.gnp_random_graph(40, 0.12, seed=seed, directed=directed)
    for number, (_, _, data) in enumerate(graph.edges(data=True)):
        data["strength"] = 1 + number % 7 / 2
    scores = cohesion.clustering(Network.from_networkx(graph), over=Projection(weight=weight), zero=True)
    np.testing.assert_allclose(scores.to_numpy(), list(nx.clustering(graph, weight=weight).values()), atol=1e-12)
