"""Cuts, disjoint pathways and dominators agree with NetworkX and igraph, on networks too large to try everything."""

from __future__ import annotations

import igraph
import networkx as nx
import pytest

from coopnet import Network, Projection, pathways

WEIGHTED = Projection(weight="delay_days")
ENDS = [("00", "39"), ("03", "17"), ("11", "05")]


def graph(seed: int, *, directed: bool) -> nx.Graph:
    made = nx.gnp_random_graph(40, 0.08, seed=seed, directed=directed)
    made = nx.relabel_nodes(made, {node: f"{node:02}" for node in made})
    for number, (_, _, data) in enumerate(made.edges(data=True)):
        data["delay_days"] = (number * 7919 + seed) % 10 + 1
    return made


def pairs(made: nx.Graph) -> list[tuple[str, str]]:
    return [ends for ends in ENDS if nx.has_path(made, *ends)]


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_cuts_are_those_that_igraph_lists(seed, directed):
    made = graph(seed, directed=directed)
    network = Network.from_networkx(made)
    ids = sorted(made)
    # Without direction as with both: igraph lists minimum cuts of directed graphs only.
    arcs = [(ids.index(a), ids.index(b)) for a, b in made.to_directed().edges]
    peer = igraph.Graph(n=len(ids), edges=arcs, directed=True)
    for source, target in pairs(made):
        expected = {
            frozenset(frozenset((ids[arcs[arc][0]], ids[arcs[arc][1]])) for arc in found.cut)
            for found in peer.all_st_mincuts(ids.index(source), ids.index(target))
        }
        found = pathways.cuts(network, source, target, of="ties", max_results=100_000)
        steps = [frozenset(frozenset(step.split(" → ")) for step in row["steps"]) for row in found.rows()]
        assert len(set(steps)) == len(steps)
        assert set(steps) == expected


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_disjoint_pathways_cost_what_a_flow_of_least_cost_does(seed, directed):
    made = graph(seed, directed=directed)
    network = Network.from_networkx(made)
    split = nx.DiGraph()
    split.add_edges_from(((actor, "in"), (actor, "out"), {"capacity": 1, "weight": 0}) for actor in made)
    split.add_edges_from(
        ((a, "out"), (b, "in"), {"capacity": 1, "weight": data["delay_days"]})
        for a, b, data in made.to_directed().edges(data=True)
    )
    for source, target in pairs(made):
        flow = nx.max_flow_min_cost(split, (source, "out"), (target, "in"))
        found = pathways.disjoint(network, source, target, over=WEIGHTED)
        assert len(found) == sum(flow[source, "out"].values())
        assert sum(way.cost for way in found) == nx.cost_of_flow(split, flow)
        if not made.has_edge(source, target):
            assert len(found) == len(nx.minimum_node_cut(made, source, target))


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_immediate_dominators_agree(seed, directed):
    made = graph(seed, directed=directed)
    expected = dict(nx.immediate_dominators(made.to_directed(), "00"))
    expected.pop("00", None)
    found = pathways.dominators(Network.from_networkx(made), "00").column("after")
    assert {actor: after or "00" for actor, after in found.items()} == expected
