"""Flows agree with NetworkX and igraph."""

from __future__ import annotations

import random
from typing import Any

import igraph
import networkx as nx
import pytest

from coopnet import Network, Projection, flows

HELD = Projection(weight="capacity")
PAIRS = [("00", "24"), ("03", "17"), ("11", "05")]


def graph(seed: int, *, directed: bool) -> Any:
    made = nx.gnp_random_graph(25, 0.15, seed=seed, directed=directed)
    made = nx.relabel_nodes(made, {node: f"{node:02}" for node in made})
    draw = random.Random(seed)
    for _, _, data in made.edges(data=True):
        data["capacity"], data["cost"] = draw.randint(1, 20), draw.randint(0, 9)
    return made


def as_igraph(made: Any) -> Any:
    place = {node: number for number, node in enumerate(made)}
    ties = [(place[source], place[target]) for source, target in made.edges]
    peer = igraph.Graph(n=len(place), edges=ties, directed=made.is_directed())
    peer.es["capacity"] = [data["capacity"] for _, _, data in made.edges(data=True)]
    return peer, place


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_maximum_flows_agree(seed, directed):
    made = graph(seed, directed=directed)
    network = Network.from_networkx(made)
    peer, place = as_igraph(made)
    for source, target in PAIRS:
        value = flows.maximum(network, source, target).value
        assert value == nx.maximum_flow_value(made, source, target)
        assert value == peer.maxflow_value(place[source], place[target], capacity="capacity")


@pytest.mark.parametrize("seed", range(8))
def test_all_minimum_cuts_agree_with_igraph(seed):
    made = graph(seed, directed=True)
    network = Network.from_networkx(made)
    peer, place = as_igraph(made)
    ids = list(network.ties)
    for source, target in PAIRS:
        theirs = peer.all_st_mincuts(place[source], place[target], capacity="capacity")
        expected = {frozenset(ids[edge] for edge in cut.cut) for cut in theirs}
        cuts = flows.minimum_cut(network, source, target)
        if cuts.value == 0:  # nothing needs to be cut: igraph lists no cut, we one of no tie
            assert ([cut.ties for cut in cuts], expected) == ([()], set())
            continue
        assert {frozenset(cut.ties) for cut in cuts} == expected
        assert len(cuts) == len(expected)


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(8))
def test_costs_agree(seed, directed):
    made = graph(seed, directed=directed)
    network = Network.from_networkx(made)
    both = made if directed else nx.DiGraph(made)  # an undirected tie carries one way at the least cost
    for source, target in PAIRS:
        theirs = nx.max_flow_min_cost(both, source, target, weight="cost")
        ours = flows.minimum_cost(network, source, target, over=HELD)
        assert ours.cost == nx.cost_of_flow(both, theirs, weight="cost")
        if ours.value > 1:
            demand = {source: -(ours.value // 2), target: ours.value // 2}
            wanted = both.copy()
            nx.set_node_attributes(wanted, demand, "demand")
            assert flows.minimum_cost(network, demand=demand).cost == nx.min_cost_flow_cost(wanted, weight="cost")
