"""How long questions of pathways take from Python, beside their peers: reported, never asserted.

Run it with `./dev bench`. A random directed network of 1,000 actors and 10,000 ties of four relations and whole delays;
each tie holds for up to 600 days from some day of three years on; ten pairs of actors. NetworkX and igraph are asked in
turn, round by round; a ratio is told only if their pathways are as long as ours. No library has patterns over
relations: NetworkX is given the product of network and automaton, written out by hand, which is the work that one would
do there. None has fronts, or pathways in time with delays.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np

import coopnet as cn
from coopnet import Network, Projection, pathways

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.bench import machine, versions
from benchmarks.measures import interleaved

ACTORS, TIES, PAIRS, ROUNDS = 1_000, 10_000, 10, 5
RELATIONS = ("requests", "refers", "tasks", "notifies")
PATTERN = "requests+ refers* tasks+"
# The automaton of that pattern: which state a relation leads to, state by state; the last accepts.
STEPS = ({"requests": 1}, {"requests": 1, "refers": 2, "tasks": 3}, {"refers": 2, "tasks": 3}, {"tasks": 3})
OVER = Projection(weight="delay_days")

Ways = list[float]


def crowd() -> tuple[Network, Any, Any, list[tuple[int, int]]]:
    """The same random ties as a network, and as its peers hold them; and the pairs asked about."""
    draw = random.Random(1)
    pairs = list(dict.fromkeys((draw.randrange(ACTORS), draw.randrange(ACTORS)) for _ in range(TIES)))
    kept = [(source, target) for source, target in pairs if source != target]
    relations = [draw.choice(RELATIONS) for _ in kept]
    delays = [draw.randint(1, 30) for _ in kept]
    begins = [date(2020, 1, 1) + timedelta(draw.randrange(1000)) for _ in kept]
    ends = [begin + timedelta(draw.randrange(600)) for begin in begins]
    ids = [f"n{number}" for number in range(ACTORS)]
    network = Network.from_columns(
        {
            "actors": [("id", ids), ("kind", ["agency"] * ACTORS)],
            "ties": [
                ("source", [ids[source] for source, _ in kept]),
                ("target", [ids[target] for _, target in kept]),
                ("relation", relations),
                ("delay_days", [str(delay) for delay in delays]),
                ("since", [str(begin) for begin in begins]),
                ("until", [str(end) for end in ends]),
                ("reliability", [str(draw.randint(50, 99) / 100) for _ in kept]),
            ],
        }
    )
    graph = nx.DiGraph()
    graph.add_nodes_from(range(ACTORS))
    for (source, target), relation, delay in zip(kept, relations, delays, strict=True):
        graph.add_edge(source, target, relation=relation, delay=delay)
    peer = igraph.Graph(n=ACTORS, edges=kept, directed=True)
    peer.es["delay"] = delays
    return network, graph, peer, [tuple(draw.sample(range(ACTORS), 2)) for _ in range(PAIRS)]


def product(graph: Any) -> Any:
    made = nx.DiGraph()
    for source, target, facts in graph.edges(data=True):
        for state, leads in enumerate(STEPS):
            if facts["relation"] in leads:
                made.add_edge((source, state), (target, leads[facts["relation"]]))
    return made


# --- what each is asked: all pairs, the lengths of what it finds -------------------------


def by_delay(network: Network, pairs: Any) -> Ways:
    return [way.cost for s, t in pairs for way in pathways.k_shortest(network, f"n{s}", f"n{t}", 100, over=OVER)]


def by_delay_networkx(graph: Any, pairs: Any) -> Ways:
    ways = (islice(nx.shortest_simple_paths(graph, s, t, weight="delay"), 100) for s, t in pairs)
    return [nx.path_weight(graph, way, "delay") for some in ways for way in some]


def by_delay_igraph(peer: Any, pairs: Any) -> Ways:
    delays = peer.es["delay"]
    ways = (peer.get_k_shortest_paths(s, t, k=100, weights="delay", output="epath") for s, t in pairs)
    return [sum(delays[edge] for edge in way) for some in ways for way in some]


def by_pattern(network: Network, pairs: Any) -> Ways:
    return [fitting(network, s, t)[0] for s, t in pairs]


def fitting(network: Network, source: int, target: int, k: int = 1) -> Ways:
    try:
        return [way.steps for way in pathways.find(network, f"n{source}", f"n{target}", k, pattern=PATTERN)]
    except cn.NoPathway:
        return [np.inf]


def by_pattern_networkx(graph: Any, pairs: Any) -> Ways:
    made = product(graph)
    return [nx.shortest_path_length(made, (s, 0), (t, 3)) if _leads(made, s, t) else np.inf for s, t in pairs]


def _leads(made: Any, source: int, target: int) -> bool:
    return (source, 0) in made and (target, 3) in made and nx.has_path(made, (source, 0), (target, 3))


def in_time(question: Callable[..., Any], network: Network, pairs: Any, **bound: str) -> Ways:
    return [_days(question, network, f"n{s}", f"n{t}", bound) for s, t in pairs]


def _days(question: Callable[..., Any], network: Network, source: str, target: str, bound: dict[str, str]) -> float:
    try:
        return float(question(network, source, target, **bound).cost)
    except cn.NoPathway:
        return np.inf


def by_front(network: Network, pairs: Any) -> Ways:
    by = ("steps", "delay_days", "reliability")
    return [len(pathways.pareto(network, f"n{s}", f"n{t}", by)) for s, t in pairs]


def report() -> None:
    print(f"{machine()}\n{versions()}, NetworkX {nx.__version__}, igraph {igraph.__version__}")
    network, graph, peer, pairs = crowd()
    network.freeze(merges=False), network.freeze(OVER, merges=False)
    asked: dict[str, dict[str, Callable[[], Ways]]] = {
        "100 shortest pathways by delay": {
            "coopnet": partial(by_delay, network, pairs),
            "igraph": partial(by_delay_igraph, peer, pairs),
            "NetworkX": partial(by_delay_networkx, graph, pairs[:1]),  # it takes too long for all
        },
        f"first pathway of {PATTERN}": {
            "coopnet": partial(by_pattern, network, pairs),
            "NetworkX, product by hand": partial(by_pattern_networkx, graph, pairs),
        },
        "earliest arrival": {"coopnet": partial(in_time, pathways.earliest_arrival, network, pairs, at="2020-06-01")},
        "latest departure": {"coopnet": partial(in_time, pathways.latest_departure, network, pairs, at="2022-06-01")},
        "fastest": {"coopnet": partial(in_time, pathways.fastest, network, pairs)},
        "front of steps, delay, reliability": {"coopnet": partial(by_front, network, pairs)},
    }
    print(f"{ACTORS:,} actors, {network.freeze().edge_count:,} ties; milliseconds a pair\n")
    for question, works in asked.items():
        found = interleaved(works, ROUNDS)
        ours, lengths = found.pop("coopnet")
        print(f"{question:40} {ours / PAIRS:8.2f} ms")
        for tool, (taken, theirs) in found.items():
            share = len(theirs) / len(lengths)
            same = np.allclose(lengths[: len(theirs)], theirs)
            told = f"{taken / PAIRS / share:8.2f} ms ({taken / share / ours:.1f}×)" if same else "other lengths"
            print(f"  {tool:38} {told}")


if __name__ == "__main__":
    cn.set_threads(1)
    report()
