"""Walks and currents: NetworkX, igraph and R's sna find the same numbers where they ask the same."""

from __future__ import annotations

import igraph
import networkx as nx
import numpy as np
import pytest
from agreement.known import known, sna
from agreement.test_networkx import STRENGTH, agree, random_graph

from coopnet import Network, Projection, centrality

both = pytest.mark.parametrize("directed", [False, True])
seeds = pytest.mark.parametrize("seed", range(5))


@both
@seeds
def test_katz(directed, seed):
    graph = random_graph(directed, seed)
    network = Network.from_networkx(graph)
    for over, weight in [(None, None), (STRENGTH, "strength")]:
        limit = 1 / np.abs(np.linalg.eigvals(nx.to_numpy_array(graph, weight=weight))).max()
        for normalized in [False, True]:
            expected = nx.katz_centrality_numpy(graph, alpha=0.8 * limit, beta=2, normalized=normalized, weight=weight)
            options = {"alpha": 0.8 * limit, "beta": 2, "normalized": normalized}
            agree(centrality.katz(network, over=over, **options), expected)


@both
@seeds
def test_alpha_is_katz_with_standings_of_its_own(directed, seed):
    graph = random_graph(directed, seed)
    standing = {node: node % 4 for node in graph}
    expected = nx.katz_centrality_numpy(graph, alpha=0.05, beta=standing, normalized=False)
    own = {str(node): value for node, value in standing.items()}
    agree(centrality.alpha(Network.from_networkx(graph), alpha=0.05, exogenous=own), expected)


@both
@seeds
def test_hits(directed, seed):
    graph = random_graph(directed, seed, connected=True)
    network = Network.from_networkx(graph)
    hubs, authorities = nx.hits(graph, tol=1e-15)
    rows = centrality.hits(network)
    order = sorted(graph)
    np.testing.assert_allclose([rows[str(node)]["hub"] for node in order], [hubs[node] for node in order], rtol=1e-8)
    np.testing.assert_allclose(
        [rows[str(node)]["authority"] for node in order], [authorities[node] for node in order], rtol=1e-8
    )


@seeds
def test_hits_with_the_largest_one(seed):
    drawn = nx.gnp_random_graph(25, 0.3, seed=seed, directed=True)
    graph = igraph.Graph(n=25, edges=list(drawn.edges), directed=True)
    rows = centrality.hits(Network.from_networkx(drawn), scale="largest")
    np.testing.assert_allclose(list(rows.column("hub").values()), graph.hub_score(), rtol=1e-8, atol=1e-12)
    np.testing.assert_allclose(list(rows.column("authority").values()), graph.authority_score(), rtol=1e-8, atol=1e-12)


@seeds
def test_subgraph(seed):
    graph = random_graph(False, seed)
    agree(centrality.subgraph(Network.from_networkx(graph)), nx.subgraph_centrality_exp(graph))


@seeds
@pytest.mark.parametrize("weight", [None, "strength"])
def test_current_flow(seed, weight):
    graph = random_graph(False, seed, connected=True)
    graph.remove_edge(0, 0)
    network = Network.from_networkx(graph)
    over = STRENGTH if weight else None
    raw = centrality.current_flow_closeness(network, over=over, scale="raw")
    agree(raw, nx.information_centrality(graph, weight=weight))
    for normalized in [False, True]:
        scores = centrality.current_flow_betweenness(network, over=over, normalized=normalized)
        agree(scores, nx.current_flow_betweenness_centrality(graph, normalized=normalized, weight=weight))


@pytest.mark.parametrize("name", ["florentine", "karate", "kite", "digraph"])
def test_bonacich_power_of_rivals(name):
    network = known(name)
    half = centrality.bonacich_power(network)
    exponent = -1 / (2 * np.abs(np.linalg.eigvals(_matrix(network))).max())
    np.testing.assert_allclose(half.to_numpy(), sna(name, "bonpow"), rtol=1e-10, atol=1e-12)
    rivals = centrality.bonacich_power(network, exponent=exponent)
    np.testing.assert_allclose(rivals.to_numpy(), sna(name, "bonpow_negative"), rtol=1e-10, atol=1e-12)


def _matrix(network: Network) -> np.ndarray:
    view = network.freeze()
    matrix = np.zeros((view.vertex_count, view.vertex_count))
    sources, targets = view.ends
    matrix[sources, targets] = 1
    return matrix if view.directed else np.maximum(matrix, matrix.T)


def test_parallel_ties_weigh_in_igraph_as_in_a_view_that_keeps_them():
    pairs = [(0, 1), (0, 1), (1, 2), (2, 0), (2, 3)]
    graph = igraph.Graph(n=4, edges=pairs)
    network = Network.from_edges([(str(a), str(b)) for a, b in pairs], directed=False)
    kept = Projection(parallel="keep")
    np.testing.assert_allclose(centrality.pagerank(network, over=kept).to_numpy(), graph.pagerank(), rtol=1e-9)
    scores = centrality.eigenvector(network, convention="igraph").to_numpy()
    np.testing.assert_allclose(scores, graph.eigenvector_centrality(), rtol=1e-8)
