"""How long other people's tables take to become a network, beside pandas and NetworkX: reported, never asserted.

Run it with `./dev bench`, or with a number of rows. What both read is compared first.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import networkx as nx
import pandas as pd
from benchmarks.bench import machine, versions

import coopnet as cn

ROWS, ACTORS = 1_000_000, 50_000


def write(path: Path, rows: int, separator: str = ",") -> None:
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        file.write(separator.join(("source", "target", "relation", "since", "strength")) + "\n")
        for _ in range(rows):
            ends = f"A{chance.randrange(ACTORS)}{separator}A{chance.randrange(ACTORS)}"
            day = f"20{chance.randrange(10, 24)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            file.write(separator.join((ends, "contact", day, f"{chance.random():.4f}")) + "\n")


def peer(path: Path) -> nx.MultiDiGraph:
    frame = pd.read_csv(path, dtype={"source": str, "target": str}, keep_default_na=False)
    return nx.from_pandas_edgelist(frame, edge_attr=True, create_using=nx.MultiDiGraph)


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """What is made, the seconds of the clock and of the processor."""
    begin, worked = time.perf_counter(), time.process_time()
    made = work()
    return made, time.perf_counter() - begin, time.process_time() - worked


def require_same(network: cn.Network, graph: nx.MultiDiGraph) -> None:
    ours = sorted(
        (tie["source"], tie["target"], tie.since, tie.strength)
        for tie in (network.ties.row(row) for row in range(5000))
    )
    ids = set(network.actors)
    assert ids == set(graph)
    assert network.core.tie_count == graph.number_of_edges()
    theirs = {(a, b, data["since"], data["strength"]) for a, b, data in graph.edges(data=True)}
    assert theirs.issuperset(ours)
    total = sum(cell for cell in network.ties.to_frame()["strength"])
    assert abs(total - sum(data["strength"] for *_, data in graph.edges(data=True))) < 1e-6 * total


def report(rows: int) -> None:
    print(machine())
    print(versions(), end="\n\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ties.csv")
        write(path, rows)
        network, *ours = timed(lambda: cn.read(path))
        graph, *theirs = timed(lambda: peer(path))
        require_same(network, graph)
        for what, (clock, processor) in (("coopnet", ours), ("pandas and NetworkX", theirs)):
            print(f"{rows:,} rows of CSV, {what:25} {clock:8.2f} s, {processor:.2f} s of the processor")


if __name__ == "__main__":
    report(int((sys.argv[1:] or [ROWS])[0]))
