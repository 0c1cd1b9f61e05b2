"""Two modes and their projections: NetworkX's bipartite functions find the same numbers."""

from __future__ import annotations

import json

import networkx as nx
import numpy as np
import pytest
from agreement.known import known
from networkx.algorithms import bipartite

from coopnet import Network, Projection, centrality, two_mode

seeds = pytest.mark.parametrize("seed", range(8))


def meetings(seed: int | None) -> tuple[nx.Graph, Network, dict[str, str], set[str]]:
    """The women of Davis, or a random network; the last are the women."""
    if seed is None:
        davis = known("davis")
        pairs = [(tie.source, tie.target) for tie in davis.ties.values()]
    else:
        drawn = bipartite.random_graph(12, 7, 0.2 + seed / 20, seed=seed)
        pairs = [(f"w{a}", f"e{b}") for a, b in drawn.edges]
    women = {a for a, _ in pairs}
    graph = nx.Graph(pairs)
    modes = {actor: "woman" if actor in women else "event" for actor in graph}
    return graph, Network.from_edges(pairs, directed=False), modes, women


def agree(scores, expected: dict) -> None:
    assert dict(scores) == pytest.approx(expected, rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("seed", [None, *range(8)])
def test_centrality(seed):
    graph, network, modes, women = meetings(seed)
    agree(two_mode.degree(network, modes=modes), bipartite.degree_centrality(graph, women))
    agree(two_mode.betweenness(network, modes=modes), bipartite.betweenness_centrality(graph, women))
    closeness = two_mode.closeness(network, modes=modes, relative_to="network")
    agree(closeness, bipartite.closeness_centrality(graph, women))
    if nx.is_connected(graph):
        agree(two_mode.closeness(network, modes=modes), bipartite.closeness_centrality(graph, women))
    assert float(two_mode.density(network, modes=modes)) == pytest.approx(bipartite.density(graph, women))


@pytest.mark.parametrize("seed", [None, *range(8)])
def test_closure(seed):
    graph, network, modes, _ = meetings(seed)
    for kind in ("dot", "min", "max"):
        scores = {a: np.nan_to_num(score) for a, score in two_mode.clustering(network, modes=modes, kind=kind).items()}
        agree(scores, bipartite.clustering(graph, mode=kind))
    found = float(two_mode.transitivity(network, modes=modes))
    assert found == pytest.approx(bipartite.robins_alexander_clustering(graph))
    scores = two_mode.redundancy(network, modes=modes)
    several = [actor for actor in graph if graph.degree(actor) > 1]
    agree({actor: scores[actor] for actor in several}, bipartite.node_redundancy(graph, several))


def test_eigenvector_of_davis_is_that_of_the_whole_scaled_by_mode():
    graph, network, modes, _ = meetings(None)
    scores = two_mode.eigenvector(network, modes=modes)
    whole = nx.eigenvector_centrality_numpy(graph)
    agree({a: score / np.sqrt(2) for a, score in scores.items()}, {a: abs(score) for a, score in whole.items()})


def affiliated(pairs: list[tuple[str, str]]) -> Network:
    relations = {"attends": {"directed": True, "affiliation": True}}
    return Network.from_columns(
        {
            "ties": [
                ("source", [a for a, _ in pairs]),
                ("target", [b for _, b in pairs]),
                ("relation", ["attends"] * len(pairs)),
            ]
        },
        vocabulary=json.dumps({"relations": relations}),
        open_vocabulary=True,
    )


@pytest.mark.parametrize("seed", [None, *range(8)])
@pytest.mark.parametrize(
    ("rule", "projected"),
    [
        ("count", bipartite.weighted_projected_graph),
        ("newman", bipartite.collaboration_weighted_projected_graph),
        ("jaccard", bipartite.overlap_weighted_projected_graph),
    ],
)
def test_projections_weigh_shared_events_as_networkx_does(seed, rule, projected):
    graph, _, _, women = meetings(seed)
    network = affiliated(list(graph.edges(women)))
    view = network.freeze(Projection(affiliations=rule))
    sources, targets = view.ends
    weights = dict(
        zip(
            [frozenset((view.keys[a], view.keys[b])) for a, b in zip(sources, targets, strict=True)],
            view.weights,
            strict=True,
        )
    )
    expected = {frozenset((a, b)): weight for a, b, weight in projected(graph, women).edges(data="weight")}
    assert weights == pytest.approx(expected, rel=1e-12)
    assert set(view.keys) == women


def test_forums_are_found_by_their_ties_of_affiliation():
    graph, network, modes, women = meetings(None)
    found = affiliated(list(graph.edges(women)))
    agree(two_mode.degree(found), dict(two_mode.degree(network, modes=modes)))
    assert set(two_mode.centralization(found)) == {"actors", "forums"}


def test_the_projected_women_of_davis():
    # Each woman meets these others; 139 pairs met at all (Breiger 1974, doi:10.2307/2576011, table 1).
    graph, _, _, women = meetings(None)
    folded = Projection(affiliations="count")
    network = affiliated(list(graph.edges(women)))
    assert network.freeze(folded).edge_count == 139
    strengths = centrality.strength(network, over=folded.replace(weight="strength"))
    assert sum(strengths.values()) == sum(d * (d - 1) for a, d in graph.degree() if a not in women)
