"""Pathways agree with NetworkX, where it is right."""

from __future__ import annotations

from itertools import islice

import networkx as nx
import pytest

from coopnet import Network, Projection, pathways

WEIGHTED = Projection(weight="delay_days")


def graph(seed: int, *, directed: bool) -> nx.Graph:
    made = nx.gnp_random_graph(25, 0.15, seed=seed, directed=directed)
    made = nx.relabel_nodes(made, {node: f"{node:02}" for node in made})
    for number, (_, _, data) in enumerate(made.edges(data=True)):
        data["delay_days"] = (number * 7919 + seed) % 10 + 1
    return made


def ends(made: nx.Graph) -> list[tuple[str, str]]:
    pairs = [("00", "24"), ("03", "17"), ("11", "05")]
    return [(source, target) for source, target in pairs if nx.has_path(made, source, target)]


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_all_shortest_agree(directed, seed):
    made = graph(seed, directed=directed)
    network = Network.from_networkx(made)
    for source, target in ends(made):
        for weight, over in ((None, None), ("delay_days", WEIGHTED)):
            expected = sorted(map(tuple, nx.all_shortest_paths(made, source, target, weight=weight)))
            found = pathways.all_shortest(network, source, target, over=over)
            assert sorted(way.actors for way in found) == expected


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_the_lengths_of_the_k_shortest_agree(directed, seed):
    made = graph(seed, directed=directed)
    network = Network.from_networkx(made)
    for source, target in ends(made):
        paths = islice(nx.shortest_simple_paths(made, source, target, weight="delay_days"), 30)
        expected = [nx.path_weight(made, path, "delay_days") for path in paths]
        found = pathways.k_shortest(network, source, target, 30, over=WEIGHTED)
        assert [way.cost for way in found] == expected
        assert len({way.ties for way in found}) == len(found)


@pytest.mark.parametrize("seed", range(5))
def test_reach_agrees(seed):
    made = graph(seed, directed=True)
    expected = nx.single_source_shortest_path_length(made, "00")
    assert dict(pathways.reach(Network.from_networkx(made), "00")) == dict(expected)


def test_a_path_over_a_free_tie_is_listed_once_where_networkx_lists_it_twice():
    made = nx.Graph()
    made.add_edge("A", "B", delay_days=0)
    made.add_edge("B", "C", delay_days=100)
    found = pathways.all_shortest(Network.from_networkx(made), "A", "C", over=WEIGHTED)
    assert [way.actors for way in found] == [("A", "B", "C")]
    assert len(list(nx.all_shortest_paths(made, "A", "C", weight="delay_days"))) == 2
