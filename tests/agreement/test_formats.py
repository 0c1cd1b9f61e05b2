"""Files of NetworkX and igraph are read as they read them themselves, and ours by them."""

from __future__ import annotations

import json
from collections import Counter
from functools import partial
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

WRITERS = {"graphml": nx.write_graphml, "gexf": nx.write_gexf, "gml": nx.write_gml}
READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf, "gml": partial(nx.read_gml, label="coopnetId")}
formats = pytest.mark.parametrize("format", WRITERS)


def graph(directed: bool, seed: int) -> Any:
    """Isolates, loops, weights and text; as strings, as these formats have ids."""
    random = np.random.default_rng(seed)
    made = nx.DiGraph() if directed else nx.Graph()
    for node in range(25):
        made.add_node(f"n{node}", size=int(random.integers(9)), note=f'"ខ្មែរ" <&> {node}')
    for a, b in random.integers(0, 22, (60, 2)):
        made.add_edge(f"n{a}", f"n{b}", weight=float(random.integers(1, 9)) / 4, note="a;b")
    return made


def names(network: Network) -> dict[str, str]:
    """What the writer called the nodes: GML has numbers for ids."""
    return {actor["id"]: actor.name or actor["id"] for actor in network.actors.values()}


def edges(network: Network) -> Counter[Any]:
    relations = network.vocabulary["relations"]
    name = names(network)
    found: Counter[Any] = Counter()
    for tie in network.ties.values():
        ends = (name[tie["source"]], name[tie["target"]])
        found[(ends if relations[tie["relation"]]["directed"] else frozenset(ends), tie["strength"])] += 1
    return found


def edges_of(made: Any) -> Counter[Any]:
    return Counter(
        ((a, b) if made.is_directed() else frozenset((a, b)), data["weight"]) for a, b, data in made.edges(data=True)
    )


@formats
@both
@seeds
def test_files_of_networkx(format: str, directed: bool, seed: int, tmp_path: Path) -> None:
    made = graph(directed, seed)
    WRITERS[format](made, tmp_path / f"net.{format}")
    network = cn.read(tmp_path / f"net.{format}")
    assert edges(network) == edges_of(made)
    assert {names(network)[actor["id"]]: (actor["size"], actor["note"]) for actor in network.actors.values()} == {
        node: (data["size"], data["note"]) for node, data in made.nodes(data=True)
    }


@formats
@both
@seeds
def test_networkx_reads_ours(format: str, directed: bool, seed: int, tmp_path: Path) -> None:
    made = graph(directed, seed)
    cn.write(Network.from_networkx(made), tmp_path / f"net.{format}")
    again = READERS[format](tmp_path / f"net.{format}")
    assert again.is_directed() == directed
    assert edges_of(again) == edges_of(made)
    assert set(again) == set(made)


@both
@seeds
def test_igraph_reads_ours_and_we_its(directed: bool, seed: int, tmp_path: Path) -> None:
    made = graph(directed, seed)
    cn.write(Network.from_networkx(made), tmp_path / "net.graphml")
    again = igraph.Graph.Read_GraphML(str(tmp_path / "net.graphml"))
    assert again.is_directed() == directed
    names = again.vs["id"]
    found = Counter(
        ((names[a], names[b]) if directed else frozenset((names[a], names[b])), weight)
        for (a, b), weight in zip(again.get_edgelist(), again.es["weight"], strict=True)
    )
    assert found == edges_of(made)
    del again.vs["id"]
    again.vs["name"] = names
    again.write_graphml(str(tmp_path / "its.graphml"))
    network = cn.read(tmp_path / "its.graphml")
    name = {actor["id"]: actor["name"] for actor in network.actors.values()}
    assert Counter(tie["strength"] for tie in network.ties.values()) == Counter(again.es["weight"])
    assert [(name[tie["source"]], name[tie["target"]]) for tie in network.ties.values()] == [
        (names[a], names[b]) for a, b in again.get_edgelist()
    ]


@both
@seeds
def test_cytoscape_data_and_node_link_data_of_networkx(directed: bool, seed: int, tmp_path: Path) -> None:
    made = graph(directed, seed)
    (tmp_path / "net.cyjs").write_text(json.dumps(nx.cytoscape_data(made)), encoding="utf-8")
    (tmp_path / "net.json").write_text(json.dumps(nx.node_link_data(made, edges="links")), encoding="utf-8")
    for name in ("net.cyjs", "net.json"):
        network = cn.read(tmp_path / name)
        assert edges(network) == edges_of(made)
        assert {actor["id"]: (actor["size"], actor["note"]) for actor in network.actors.values()} == {
            node: (data["size"], data["note"]) for node, data in made.nodes(data=True)
        }


@both
@seeds
def test_networkx_reads_our_cytoscape_data(directed: bool, seed: int, tmp_path: Path) -> None:
    made = graph(directed, seed)
    cn.write(Network.from_networkx(made), tmp_path / "net.cyjs")
    data = json.loads((tmp_path / "net.cyjs").read_text(encoding="utf-8"))
    for node in data["elements"]["nodes"]:
        node["data"]["value"] = node["data"]["id"]  # which NetworkX alone asks for
    again = nx.cytoscape_graph(data)
    assert again.is_directed() == directed
    assert edges_of(again) == edges_of(made)
