"""How long other programs' files take to read, beside NetworkX and igraph with equal results: reported, never asserted.

Run it with `./dev bench`. 20,000 nodes with names, 100,000 edges with weights, written by NetworkX.
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import igraph
import networkx as nx
from benchmarks.bench import machine, milliseconds, versions

import coopnet as cn

NODES, EDGES = 20_000, 100_000
Counts = tuple[int, int, float]


def graph() -> Any:
    chance = random.Random(1)
    made = nx.DiGraph()
    made.add_nodes_from((f"n{node}", {"label": f"Office {node} & partners"}) for node in range(NODES))
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < EDGES:
        pairs.add((chance.randrange(NODES), chance.randrange(NODES)))
    made.add_edges_from((f"n{a}", f"n{b}", {"weight": chance.randrange(1, 100) / 4}) for a, b in sorted(pairs))
    return made


def of_networkx(made: Any) -> Counts:
    return made.number_of_nodes(), made.number_of_edges(), made.size(weight="weight")


def of_igraph(made: Any) -> Counts:
    return made.vcount(), made.ecount(), sum(made.es["weight"])


def of_ours(network: cn.Network) -> Counts:
    return len(network.actors), len(network.ties), sum(tie["strength"] for tie in network.ties.values())


def write_pajek(made: Any, path: str) -> None:
    """Without attributes of nodes, which igraph refuses."""
    plain = nx.DiGraph()
    plain.add_nodes_from(f"Office {node} & partners" for node in made)
    plain.add_edges_from(
        (f"Office {a} & partners", f"Office {b} & partners", data) for a, b, data in made.edges(data=True)
    )
    nx.write_pajek(plain, path)


def write_dl(made: Any, path: str) -> None:
    numbers = {node: number for number, node in enumerate(made, 1)}
    edges = [f"{numbers[a]} {numbers[b]} {data['weight']}" for a, b, data in made.edges(data=True)]
    Path(path).write_text(
        "\n".join([f"DL n={len(numbers)}", "format=edgelist1", "labels:", *made, "data:", *edges, ""])
    )


# By suffix: how NetworkX writes it, and how each reads it.
FORMATS: dict[str, tuple[Callable[..., Any], Callable[..., Any] | None, Callable[..., Any] | None]] = {
    "graphml": (nx.write_graphml, nx.read_graphml, igraph.Graph.Read_GraphML),
    "gexf": (nx.write_gexf, nx.read_gexf, None),
    "gml": (nx.write_gml, nx.read_gml, igraph.Graph.Read_GML),
    "net": (write_pajek, nx.read_pajek, igraph.Graph.Read_Pajek),
    "dl": (write_dl, None, igraph.Graph.Read_DL),
}


def report() -> None:
    print(machine())
    print(versions(), end="\n\n")
    made = graph()
    with tempfile.TemporaryDirectory() as folder:
        for format, (write, by_networkx, by_igraph) in FORMATS.items():
            path = str(Path(folder, f"net.{format}"))
            write(made, path)
            compare(format, path, by_networkx, by_igraph)


def compare(
    format: str, path: str, by_networkx: Callable[..., Any] | None, by_igraph: Callable[..., Any] | None
) -> None:
    readers: dict[str, tuple[Callable[..., Any], Callable[[Any], Counts]]] = {"read": (cn.read, of_ours)}
    if by_networkx:
        readers["NetworkX"] = (by_networkx, of_networkx)
    if by_igraph:
        readers["igraph"] = (by_igraph, of_igraph)
    if len({count(reader(path)) for reader, count in readers.values()}) != 1:
        raise SystemExit(f"{format}: they do not read the same")
    times = interleaved({name: partial(reader, path) for name, (reader, _) in readers.items()})
    network = cn.read(path)
    written = milliseconds(lambda: cn.write(network, path), repeat=3)
    said = "   ".join(f"{name} {time:8.0f} ms" for name, time in times.items())
    print(f"{format:8} {said}   write {written:8.0f} ms")


def interleaved(calls: dict[str, Callable[[], Any]], rounds: int = 5) -> dict[str, float]:
    """The best time of each, taken by turns: what else the machine does meets all alike."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            times[name].append(milliseconds(call, repeat=1))
    return {name: min(found) for name, found in times.items()}


if __name__ == "__main__":
    report()
