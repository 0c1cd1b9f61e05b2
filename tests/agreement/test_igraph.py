"""Where conventions agree, igraph finds the same numbers; where they do not, the difference is stated here."""

from __future__ import annotations

import igraph
import numpy as np
import pandas as pd
import pytest
from agreement.known import known
from agreement.peers import as_igraph

from coopnet import Network, Projection, centrality, cohesion

both = pytest.mark.parametrize("directed", [False, True])
seeds = pytest.mark.parametrize("seed", range(5))


def random_graph(directed: bool, seed: int, chance: float = 0.07) -> tuple[igraph.Graph, Network]:
    random = np.random.default_rng(seed)
    pairs = [(a, b) for a in range(30) for b in range(30) if (a < b or directed) and a != b]
    chosen = [pair for pair in pairs if random.random() < chance]
    used = sorted({end for pair in chosen for end in pair})
    place = {actor: number for number, actor in enumerate(dict.fromkeys(end for pair in chosen for end in pair))}
    edges = [(place[a], place[b]) for a, b in chosen]
    network = Network.from_edges([(str(a), str(b)) for a, b in edges], directed=directed)
    assert [int(key) for key in network.actors] == list(range(len(used)))
    return igraph.Graph(n=len(used), edges=edges, directed=directed), network


@both
@seeds
def test_betweenness_raw(directed, seed):
    graph, network = random_graph(directed, seed)
    scores = centrality.betweenness(network, normalized=False)
    np.testing.assert_allclose(scores.to_numpy(), graph.betweenness(), rtol=1e-12)
    ties = centrality.edge_betweenness(network, normalized=False)
    np.testing.assert_allclose(ties.to_numpy(), graph.edge_betweenness(), rtol=1e-12)


@both
@seeds
def test_closeness_in_the_own_component(directed, seed):
    graph, network = random_graph(directed, seed)
    for mode in ["in", "out", "all"]:
        scores = centrality.closeness(network, mode=mode, wf_improved=False).to_numpy()
        np.testing.assert_allclose(scores, graph.closeness(mode=mode), rtol=1e-12)


@both
@seeds
def test_harmonic_normalized(directed, seed):
    graph, network = random_graph(directed, seed)
    for mode in ["in", "out", "all"]:
        scores = centrality.harmonic(network, mode=mode, normalized=True).to_numpy()
        np.testing.assert_allclose(scores, graph.harmonic_centrality(mode=mode), rtol=1e-12)


@both
@seeds
def test_closeness_by_the_sum_of_distances(directed, seed):
    graph, network = random_graph(directed, seed)
    scores = centrality.closeness(network, mode="out", wf_improved=False, normalized=False).to_numpy()
    np.testing.assert_allclose(scores, graph.closeness(mode="out", normalized=False), rtol=1e-12)


@both
@seeds
def test_eccentricity(directed, seed):
    graph, network = random_graph(directed, seed)
    for mode in ["out", "in", "all"]:
        scores = centrality.eccentricity(network, mode=mode).to_numpy()
        np.testing.assert_allclose(scores, graph.eccentricity(mode=mode), rtol=1e-12)


@both
@seeds
def test_reach(directed, seed):
    graph, network = random_graph(directed, seed)
    for mode in ["in", "out", "all"]:
        expected = [size - 1 for size in graph.neighborhood_size(order=2, mode=mode)]
        np.testing.assert_array_equal(centrality.reach(network, mode=mode).to_numpy(), expected)


@both
@seeds
def test_pagerank(directed, seed):
    graph, network = random_graph(directed, seed)
    np.testing.assert_allclose(centrality.pagerank(network).to_numpy(), graph.pagerank(), rtol=1e-9)


@both
@seeds
def test_pagerank_with_shares_of_its_own(directed, seed):
    graph, network = random_graph(directed, seed, chance=0.3)
    shares = {actor: 1 + int(actor) % 3 for actor in network.actors}
    scores = centrality.pagerank(network, alpha=0.6, personalization=shares)
    expected = graph.personalized_pagerank(damping=0.6, reset=list(shares.values()))
    np.testing.assert_allclose(scores.to_numpy(), expected, rtol=1e-9)


@both
@seeds
def test_eigenvector_is_scaled_to_length_one_where_igraph_scales_the_largest_to_one(directed, seed):
    graph, network = random_graph(directed, seed, chance=0.3)
    scores = centrality.eigenvector(network).to_numpy()
    assert np.linalg.norm(scores) == pytest.approx(1)
    np.testing.assert_allclose(scores / scores.max(), graph.eigenvector_centrality(), rtol=1e-8)


@both
@seeds
def test_components(directed, seed):
    graph, network = random_graph(directed, seed)
    for strong in [False, True]:
        expected = graph.connected_components(mode="strong" if strong else "weak")
        groups = cohesion.components(network, strong=strong).groups
        assert {frozenset(map(int, group)) for group in groups} == {frozenset(group) for group in expected}


@seeds
def test_articulation_actors_and_bridges(seed):
    graph, network = random_graph(False, seed)
    assert {int(actor) for actor in cohesion.articulation_actors(network)} == set(graph.articulation_points())
    bridges = {frozenset((graph.es[edge].source, graph.es[edge].target)) for edge in graph.bridges()}
    assert {frozenset(map(int, pair)) for pair in cohesion.bridges(network)} == bridges


@seeds
@pytest.mark.parametrize("chance", [0.07, 0.2])
def test_cut_sets(seed, chance):
    graph, network = random_graph(False, seed, chance)
    found = cohesion.cut_sets(network)
    assert found.size == graph.vertex_connectivity()
    if found.size:
        expected = {frozenset(cut) for cut in graph.minimum_size_separators()}
        assert {frozenset(map(int, cut)) for cut in found} == expected


@pytest.mark.parametrize("name", ["kite", "davis"])
def test_k_components_are_cohesive_blocks(name):
    assert _deepest(known(name)) == _blocks(as_igraph(name))


def test_cohesive_blocks_of_igraph_lose_what_several_cuts_hold():
    # A ring of four of whom three hold others: each is cut off alone, and so igraph sees no ring.
    pairs = [(0, 1), (1, 2), (2, 3), (3, 0), (0, 4), (1, 5), (2, 6)]
    graph = igraph.Graph(edges=pairs)
    assert graph.induced_subgraph([0, 1, 2, 3]).vertex_connectivity() == 2
    assert 2 not in _blocks(graph).values()
    network = Network.from_edges([(str(a), str(b)) for a, b in pairs], directed=False)
    assert cohesion.k_components(network)[2] == (("0", "1", "2", "3"),)


def _blocks(graph: igraph.Graph) -> dict[frozenset[int], int]:
    blocks = graph.cohesive_blocks()
    return dict(zip(map(frozenset, blocks), blocks.cohesions(), strict=True))


def _deepest(network: Network) -> dict[frozenset[int], int]:
    """Each k-component by the places of its actors, and the largest k that it has."""
    place = {actor: number for number, actor in enumerate(network.actors)}
    levels = cohesion.k_components(network).items()
    return {frozenset(place[actor] for actor in members): k for k, level in levels for members in level}


@both
@seeds
@pytest.mark.parametrize("cutoff", [1, 2, 3])
def test_betweenness_of_short_pathways(directed, seed, cutoff):
    graph, network = random_graph(directed, seed)
    scores = centrality.betweenness(network, normalized=False, cutoff=cutoff)
    np.testing.assert_allclose(scores.to_numpy(), graph.betweenness(cutoff=cutoff), rtol=1e-12)
    ties = centrality.edge_betweenness(network, normalized=False, cutoff=cutoff)
    np.testing.assert_allclose(ties.to_numpy(), graph.edge_betweenness(cutoff=cutoff), rtol=1e-12)


@both
@seeds
def test_betweenness_between_chosen_actors(directed, seed):
    graph, network = random_graph(directed, seed)
    sources, targets = range(0, graph.vcount(), 2), range(0, graph.vcount(), 3)
    scores = centrality.betweenness(
        network, normalized=False, sources=map(str, sources), targets=[str(target) for target in targets]
    )
    expected = graph.betweenness(sources=list(sources), targets=list(targets))
    np.testing.assert_allclose(scores.to_numpy(), expected, rtol=1e-12)
    ties = centrality.edge_betweenness(
        network, normalized=False, sources=map(str, sources), targets=[str(target) for target in targets]
    )
    expected = graph.edge_betweenness(sources=list(sources), targets=list(targets))
    np.testing.assert_allclose(ties.to_numpy(), expected, rtol=1e-12)


def test_parallel_ties_are_further_pathways_in_igraph_and_here_if_asked():
    pairs = [(0, 1), (0, 1), (0, 2), (1, 3), (2, 3)]
    network = Network.from_edges([(str(a), str(b)) for a, b in pairs], directed=False)
    graph = igraph.Graph(n=4, edges=pairs)
    assert graph.betweenness()[1] == pytest.approx(2 / 3)
    assert centrality.betweenness(network, normalized=False)["1"] == pytest.approx(1 / 2)
    assert centrality.betweenness(network, convention="igraph")["1"] == pytest.approx(2 / 3)


@both
@seeds
@pytest.mark.parametrize("weighted", [False, True])
def test_parallel_ties_of_many_networks_with_the_convention_of_igraph(directed, seed, weighted):
    random = np.random.default_rng(seed)
    edges = [(a, b) for a in range(15) for b in range(15) if a < b and random.random() < 0.15 for _ in range(seed + 2)]
    place = {actor: number for number, actor in enumerate(dict.fromkeys(end for pair in edges for end in pair))}
    edges = [(place[a], place[b]) if random.random() < 0.5 else (place[b], place[a]) for a, b in edges]
    costs = [float(cost) for cost in random.integers(1, 4, len(edges))]
    graph = igraph.Graph(n=len(place), edges=edges, directed=directed)
    frame = {"source": [str(a) for a, _ in edges], "target": [str(b) for _, b in edges], "delay_days": costs}
    words = {"relations": {"tie": {"layer": "cooperation", "directed": directed}}}
    actors = pd.DataFrame({"id": [str(actor) for actor in place.values()]})
    network = Network.from_frames(actors, pd.DataFrame(frame).assign(relation="tie"), vocabulary=words)
    over = Projection(weight="delay_days") if weighted else None
    lengths = costs if weighted else None
    scores = centrality.betweenness(network, over=over, convention="igraph")
    np.testing.assert_allclose(scores.to_numpy(), graph.betweenness(weights=lengths), rtol=1e-12)
    ties = centrality.edge_betweenness(network, over=over, convention="igraph")
    np.testing.assert_allclose(ties.to_numpy(), graph.edge_betweenness(weights=lengths), rtol=1e-12)
