"""How long other programs' files take to read, beside NetworkX and igraph with equal results: reported, never asserted.

Run it with `./dev bench`. 20,000 nodes with names, 100,000 edges with weights, written by NetworkX; readers take turns.
Seconds of the processor count, so that a busy machine treats all alike; memory is the most that a new process takes
beyond what importing takes. On a busy 2-core machine each format was read in 2.5 to 30 times less than NetworkX took,
GML and CSV in three fifths to three quarters of igraph's time, GraphML in as much (150 ms against 159, in another run
176 against 149): half of ours are the XML parser's.
"""

from __future__ import annotations

import csv
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import igraph
import networkx as nx
import pandas as pd
from benchmarks.bench import machine, versions

import coopnet as cn

NODES, EDGES, TURNS = 20_000, 100_000, 5
Counts = tuple[int, int, float]
Readers = dict[str, Callable[[str], Any]]


def graph() -> Any:
    chance = random.Random(1)
    made = nx.DiGraph()
    made.add_nodes_from((f"n{node}", {"label": f"Office {node} & partners"}) for node in range(NODES))
    pairs: set[tuple[int, int]] = {(node, (node + 1) % NODES) for node in range(NODES)}  # a list has no isolates
    while len(pairs) < EDGES:
        pairs.add((chance.randrange(NODES), chance.randrange(NODES)))
    made.add_edges_from((f"n{a}", f"n{b}", {"weight": chance.randrange(1, 100) / 4}) for a, b in sorted(pairs))
    return made


def counts(made: Any) -> Counts:
    if isinstance(made, cn.Network):
        return len(made.actors), len(made.ties), sum(tie["strength"] for tie in made.ties.values())
    if isinstance(made, igraph.Graph):
        return made.vcount(), made.ecount(), sum(made.es["weight"])
    return made.number_of_nodes(), made.number_of_edges(), made.size(weight="weight")


# --- formats without a writer or reader in NetworkX --------------------------------------


def write_json(made: Any, path: str) -> None:
    Path(path).write_text(json.dumps(nx.node_link_data(made, edges="edges")), encoding="utf-8")


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


def read_json(path: str) -> Any:
    return nx.node_link_graph(json.loads(Path(path).read_text(encoding="utf-8")), edges="edges")


def write_cyjs(made: Any, path: str) -> None:
    Path(path).write_text(json.dumps(nx.cytoscape_data(made)), encoding="utf-8")


def read_cyjs(path: str) -> Any:
    return nx.cytoscape_graph(json.loads(Path(path).read_text(encoding="utf-8")))


def write_csv(made: Any, path: str) -> None:
    with Path(path).open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["source", "target", "weight"])
        writer.writerows((a, b, data["weight"]) for a, b, data in made.edges(data=True))


def read_csv(path: str) -> Any:
    return nx.from_pandas_edgelist(pd.read_csv(path), edge_attr=True, create_using=nx.DiGraph)


def igraph_csv(path: str) -> Any:
    return igraph.Graph.DataFrame(pd.read_csv(path), use_vids=False)


def weighed_csv(path: str) -> Any:
    return cn.read(path, mapping={"columns": {"strength": "weight"}})


# By format: how it is written, how we read it, and who else does.
FORMATS: dict[str, tuple[Callable[..., Any], Callable[[str], Any], Readers]] = {
    "graphml": (nx.write_graphml, cn.read, {"NetworkX": nx.read_graphml, "igraph": igraph.Graph.Read_GraphML}),
    "gexf": (nx.write_gexf, cn.read, {"NetworkX": nx.read_gexf}),
    "gml": (nx.write_gml, cn.read, {"NetworkX": nx.read_gml, "igraph": igraph.Graph.Read_GML}),
    "net": (write_pajek, cn.read, {"NetworkX": nx.read_pajek, "igraph": igraph.Graph.Read_Pajek}),
    "dl": (write_dl, cn.read, {"igraph": igraph.Graph.Read_DL}),
    "cyjs": (write_cyjs, cn.read, {"NetworkX": read_cyjs}),
    "json": (write_json, cn.read, {"NetworkX": read_json}),
    "csv": (write_csv, weighed_csv, {"pandas, NetworkX": read_csv, "pandas, igraph": igraph_csv}),
}


def report() -> None:
    print(machine())
    print(versions(), end="\n\n")
    made = graph()
    with tempfile.TemporaryDirectory() as folder:
        for format, (write, ours, others) in FORMATS.items():
            path = str(Path(folder, f"net.{format}"))
            write(made, path)
            compare(format, path, {"coopnet": ours, **others})
            print(f"{'':8} {Path(path).stat().st_size / 2**20:.0f} MB, read in {peak(path):.0f} MB", end="   ")
            network = ours(path)
            print(f"written in {1000 * turn(lambda path: cn.write(network, path), path)[1]:.0f} ms")  # noqa: B023


def compare(format: str, path: str, readers: Readers) -> None:
    times: dict[str, list[float]] = {name: [] for name in readers}
    found = {}
    for _ in range(TURNS):
        for name, read in readers.items():
            made, seconds = turn(read, path)
            times[name].append(seconds)
            found[name] = found.get(name) or counts(made)
            del made
    if len(set(found.values())) > 1:
        raise SystemExit(f"{format}: not all read the same: {found}")
    print(f"{format:8} " + "   ".join(f"{name} {1000 * statistics.median(all):.0f} ms" for name, all in times.items()))


def turn(read: Callable[[str], Any], path: str) -> tuple[Any, float]:
    """What is read, and the seconds of the processor."""
    begin = time.process_time()
    made = read(path)
    return made, time.process_time() - begin


def peak(path: str) -> float:
    """Megabytes that reading takes at most, beyond the interpreter with coopnet loaded."""
    code = (
        "import sys, coopnet as cn\n"
        "cn.read(sys.argv[2], mapping={'columns': {'strength': 'weight'}} if sys.argv[2].endswith('csv') else None)\n"
        "most = lambda: int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0])\n"
        "before = most()\n"
        "cn.read(sys.argv[1], mapping={'columns': {'strength': 'weight'}} if sys.argv[1].endswith('csv') else None)\n"
        "print((most() - before) / 1024)\n"
    )
    small = Path(path).with_stem("small")
    cn.write(cn.Network.from_edges([("a", "b")], weights=[1]), small)
    if small.suffix == ".csv":
        small.write_text("source,target,weight\na,b,1\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", code, path, str(small)], check=True, capture_output=True, text=True)
    return float(done.stdout)


if __name__ == "__main__":
    report()
