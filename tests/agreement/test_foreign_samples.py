"""Files that igraph's documentation ships (Debian: libigraph-doc) say to us what they say to igraph."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import igraph
import pytest

import coopnet as cn
from coopnet import Network


def by_elements(path: str) -> igraph.Graph:
    """Nodes and edges of a GraphML file whose blanks igraph and NetworkX refuse."""
    root = ElementTree.parse(path).getroot()
    graph = next(item for item in root.iter() if item.tag.endswith("}graph"))
    nodes = [item.get("id") for item in graph.iter() if item.tag.endswith("}node")]
    edges = [item for item in graph.iter() if item.tag.endswith("}edge")]
    made = igraph.Graph(directed=graph.get("edgedefault") == "directed")
    made.add_vertices(len(nodes))
    made.add_edges([(nodes.index(edge.get("source")), nodes.index(edge.get("target"))) for edge in edges])
    return made


FOLDER = Path("/usr/share/doc/libigraph-dev/examples/simple")
READERS = {
    ".dl": igraph.Graph.Read_DL,
    ".net": igraph.Graph.Read_Pajek,
    ".gml": igraph.Graph.Read_GML,
    ".graphml": by_elements,
}
SAMPLES = sorted(path.name for path in FOLDER.glob("*") if path.suffix in READERS)


def edges(network: Network, both_ways: bool) -> Counter[Any]:
    """By places of the actors in the file; both ways where a matrix says so to igraph."""
    place = {key: number for number, key in enumerate(network.actors)}
    relations = network.vocabulary["relations"]
    found: Counter[Any] = Counter()
    for tie in network.ties.values():
        ends = (place[tie["source"]], place[tie["target"]])
        directed = relations[tie["relation"]]["directed"]
        found[ends if directed or both_ways else tuple(sorted(ends))] += 1
        if both_ways and not directed and ends[0] != ends[1]:
            found[ends[1], ends[0]] += 1
    return found


def test_samples_are_there() -> None:
    if not FOLDER.exists():
        pytest.skip("libigraph-doc is not installed; ./dev test does it on Debian.")
    assert len(SAMPLES) > 15


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_of_igraph(name: str) -> None:
    path = FOLDER / name
    made = READERS[path.suffix](str(path))
    network = cn.read(path)
    assert len(network.actors) == made.vcount()
    of_igraph = Counter(ends if made.is_directed() else tuple(sorted(ends)) for ends in made.get_edgelist())
    assert edges(network, both_ways=path.suffix == ".dl") == of_igraph
    if "weight" in made.es.attributes() and path.suffix != ".dl":
        key = "strength" if "strength" in next(iter(network.ties.values())) else "weight"
        assert [float(tie[key]) for tie in network.ties.values()] == made.es["weight"]
    if path.suffix == ".dl" and "name" in made.vs.attributes():
        assert list(network.actors) == made.vs["name"]


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_come_back(name: str, tmp_path: Path) -> None:
    network = cn.read(FOLDER / name)
    target = tmp_path / name
    lost = "\n".join(cn.write(network, target))
    again = cn.read(target)
    assert len(again.actors) == len(network.actors)
    if "order" not in lost and "added up" not in lost:
        assert edges(again, both_ways=True) == edges(network, both_ways=True)
