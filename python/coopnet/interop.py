"""Networks from and to other libraries' graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _core
from .frames import columns_of_records
from .network import Network
from .projection import Projection

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["from_networkx", "to_networkx"]


def from_networkx(graph: nx.Graph, *, name: str = "") -> Network:
    """Every node an actor, every edge a tie `tie` of the graph's direction; attributes become columns.

    An edge attribute `weight` fills the column strength if there is no other; a multigraph's
    key becomes the column `key` where it says more than a number.
    """
    actors = columns_of_records({"id": node} | _named(data, "id") for node, data in graph.nodes(data=True))
    ties = columns_of_records(_edge(source, target, data) for source, target, data in graph.edges(data=True))
    if not actors:
        actors = [("id", [])]
    if not ties:
        ties = [("source", []), ("target", [])]
    return Network.from_columns(
        {"actors": actors, "ties": ties},
        name=name or str(graph.name or ""),
        vocabulary=_core.plain_relation(directed=graph.is_directed()),
        open_vocabulary=True,
    )


def _named(data: Any, *taken: str) -> dict[str, Any]:
    """Attributes under their names; one that would hide a column of ours steps aside."""
    return {f"{key}_" if key in taken else str(key): value for key, value in data.items()}


def _edge(source: Any, target: Any, data: Any) -> dict[str, Any]:
    attributes = _named(data, "source", "target")
    if "weight" in attributes and "strength" not in attributes:
        attributes["strength"] = attributes.pop("weight")
    return {"source": source, "target": target} | attributes


def to_networkx(network: Network, over: Projection | None = None) -> nx.MultiDiGraph:
    """All actors and ties with their columns; an undirected tie stands in both directions under one key.

    With `over`, the vertices and edges that questions see, each edge with its `ties` and its weight.
    """
    import networkx as nx

    graph = nx.MultiDiGraph(name=network.name)
    if over is not None:
        _add_view(graph, network, over)
        return graph
    relations = network.vocabulary["relations"]
    for actor in network.actors.values():
        graph.add_node(actor["id"], **_filled(actor, "id"))
    for tie in network.ties.values():
        source, target = tie["source"], tie["target"]
        attributes = _filled(tie, "id", "source", "target")
        graph.add_edge(source, target, key=tie["id"], **attributes)
        if not relations[tie["relation"]]["directed"] and source != target:
            graph.add_edge(target, source, key=tie["id"], **attributes)
    return graph


def _filled(record: Any, *left_out: str) -> dict[str, Any]:
    return {
        key: value
        for key, value in record.items()
        if key not in left_out and value not in (None, ()) and value == value
    }


def _add_view(graph: nx.MultiDiGraph, network: Network, over: Projection) -> None:
    view = network.freeze(over)
    keys = view.keys
    ids = list(network.ties)
    graph.add_nodes_from((key, _filled(network.actors[key], "id")) for key in keys)
    sources, targets = view.ends
    for edge, (source, target, both) in enumerate(zip(sources, targets, view.both_ways, strict=True)):
        attributes: dict[str, Any] = {"ties": tuple(ids[row] for row in view.ties(edge))}
        if len(view.weights):
            attributes["weight"] = float(view.weights[edge])
        graph.add_edge(keys[source], keys[target], key=edge, **attributes)
        if (both or not view.directed) and source != target:
            graph.add_edge(keys[target], keys[source], key=edge, **attributes)
