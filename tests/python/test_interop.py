"""Networks from and to other libraries' graphs."""

from __future__ import annotations

import networkx as nx
import pytest

import coopnet as cn
from coopnet import Network, Projection


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph, nx.MultiGraph, nx.MultiDiGraph])
def test_every_kind_of_graph_keeps_its_direction_and_its_edges(kind: type[nx.Graph]) -> None:
    graph = kind([(1, 2), (2, 3), (3, 3)])
    network = Network.from_networkx(graph)
    assert list(network.actors) == ["1", "2", "3"]
    assert [(tie.source, tie.target) for tie in network.ties.values()] == [("1", "2"), ("2", "3"), ("3", "3")]
    assert network.freeze().directed == graph.is_directed()


def test_parallel_edges_stay_parallel() -> None:
    graph = nx.MultiGraph([("a", "b"), ("a", "b")])
    assert len(Network.from_networkx(graph).ties) == 2
    assert Network.from_networkx(graph).to_networkx().number_of_edges() == 4  # each undirected one both ways


def test_attributes_that_would_hide_our_columns_step_aside() -> None:
    graph = nx.DiGraph()
    graph.add_node("a", id="else")
    graph.add_edge("a", "b", source="S", target="T", weight=2, strength=3)
    network = Network.from_networkx(graph)
    assert network.actors["a"]["id_"] == "else"
    tie = network.ties["T1"]
    assert (tie.source, tie.target, tie["source_"], tie["target_"]) == ("a", "b", "S", "T")
    assert (tie.strength, tie["weight"]) == (3, 2)


def test_nodes_of_two_types_that_read_alike_are_refused() -> None:
    with pytest.raises(cn.InvalidNetwork, match=r'id: "1" stands in row 2 already'):
        Network.from_networkx(nx.Graph([(1, "1")]))


def test_an_empty_graph_is_an_empty_network() -> None:
    network = Network.from_networkx(nx.Graph())
    assert len(network.actors) == len(network.ties) == 0
    assert network.to_networkx().number_of_nodes() == 0


def test_isolates_and_the_name_come_along() -> None:
    graph = nx.Graph(name="trio")
    graph.add_nodes_from("abc")
    network = Network.from_networkx(graph)
    assert network.name == "trio"
    assert list(network.to_networkx()) == ["a", "b", "c"]


def test_a_view_is_given_as_questions_see_it() -> None:
    network = Network.from_edges([("a", "b"), ("a", "b"), ("b", "c")], weights=[1, 2, 4])
    graph = network.to_networkx(Projection(weight="strength", parallel="sum"))
    assert sorted(graph.edges(data="weight")) == [("a", "b", 3.0), ("b", "c", 4.0)]
    assert graph.edges["a", "b", 0]["ties"] == ("T1", "T2")
    undirected = network.to_networkx(Projection(direction="undirected", parallel="keep"))
    assert undirected.number_of_edges() == 6


def test_the_case_goes_to_networkx_and_keeps_every_tie() -> None:
    case = cn.load("indonesia-cambodia-2021-2022")
    graph = case.to_networkx()
    assert set(graph) == set(case.actors)
    assert {key for _, _, key in graph.edges(keys=True)} == set(case.ties)
