"""Pajek files of NetworkX and igraph are read as they read them themselves, and ours by them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np
import pytest

import coopnet as cn
from coopnet import Network

both = pytest.mark.parametrize("directed", [False, True])
seeds = pytest.mark.parametrize("seed", range(3))


def graph(directed: bool, seed: int) -> Any:
    """Isolates, loops, weights, labels with blanks, commas and letters of several scripts."""
    random = np.random.default_rng(seed)
    made = nx.DiGraph() if directed else nx.Graph()
    made.add_nodes_from(f"Office {node}, & ខ្មែរ č" for node in range(25))
    nodes = list(made)
    for a, b in random.integers(0, 22, (60, 2)):
        made.add_edge(nodes[a], nodes[b], weight=float(random.integers(1, 9)) / 4)
    return made


def edges(network: Network) -> Counter[Any]:
    relations = network.vocabulary["relations"]
    name = {key: actor.name for key, actor in network.actors.items()}
    found: Counter[Any] = Counter()
    for tie in network.ties.values():
        ends = (name[tie["source"]], name[tie["target"]])
        found[(ends if relations[tie["relation"]]["directed"] else frozenset(ends), tie["strength"])] += 1
    return found


def edges_of_networkx(made: Any) -> Counter[Any]:
    return Counter(
        ((a, b) if made.is_directed() else frozenset((a, b)), data["weight"]) for a, b, data in made.edges(data=True)
    )


def edges_of_igraph(made: igraph.Graph) -> Counter[Any]:
    names = made.vs["name"]
    return Counter(
        ((names[a], names[b]) if made.is_directed() else frozenset((names[a], names[b])), weight)
        for (a, b), weight in zip(made.get_edgelist(), made.es["weight"], strict=True)
    )


@both
@seeds
def test_files_of_networkx(directed: bool, seed: int, tmp_path: Path) -> None:
    made = graph(directed, seed)
    nx.write_pajek(made, tmp_path / "net.net")
    network = cn.read(tmp_path / "net.net")
    assert edges(network) == edges_of_networkx(made) == edges_of_networkx(nx.read_pajek(tmp_path / "net.net"))
    assert [actor.name for actor in network.actors.values()] == list(made)


@both
@seeds
def test_files_of_igraph(directed: bool, seed: int, tmp_path: Path) -> None:
    made = igraph.Graph.from_networkx(graph(directed, seed))
    made.vs["id"] = made.vs["name"] = [f'{name} "q"' for name in made.vs["_nx_name"]]
    made.write_pajek(str(tmp_path / "net.net"))
    assert edges(cn.read(tmp_path / "net.net")) == edges_of_igraph(made)


@both
@seeds
def test_networkx_and_igraph_read_ours(directed: bool, seed: int, tmp_path: Path) -> None:
    made = graph(directed, seed)
    cn.write(Network.from_networkx(made), tmp_path / "net.net")
    expected = edges_of_networkx(made)
    assert edges_of_networkx(nx.read_pajek(tmp_path / "net.net")) == expected
    assert edges_of_igraph(igraph.Graph.Read_Pajek(str(tmp_path / "net.net"))) == expected


def test_two_modes_matrices_and_lists_as_igraph_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "net.net"
    for text in (
        "*Vertices 4 2\n*Edges\n1 3 2\n2 4 1\n",
        "*Vertices 3\n*Matrix\n1 2 0\n0 0 3\n0 0 0\n",
        "*Vertices 3\n*Arcslist\n1 2 3\n3 1\n",
    ):
        path.write_text(text)
        made = igraph.Graph.Read_Pajek(str(path))
        ties = list(cn.read(path).ties.values())
        assert [(int(tie["source"]) - 1, int(tie["target"]) - 1) for tie in ties] == made.get_edgelist()
        if "weight" in made.es.attributes():
            assert [tie["strength"] for tie in ties] == made.es["weight"]
