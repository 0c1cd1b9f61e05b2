"""How long every measure takes from Python, beside its peers: reported, never asserted.

Run it with `./dev bench`. Each measure is asked of a random directed network of 1,000 actors and 5,000 ties
(its undirected projection where direction has no meaning), one thread. Where NetworkX or igraph have the measure, all
are asked in turn, round by round, on the same ties; a ratio is told only if their numbers agree. Measures that take one
pass are asked of ten and a hundred times as many ties as well.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np

import coopnet as cn
from coopnet import Network, Projection, questions

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.bench import machine, versions

ACTORS, TIES = 1_000, 5_000
ROUNDS = 5
UNDIRECTED = Projection(direction="undirected")

# What a measure needs beside the network.
SUBJECTS: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "brokerage.group_reach": ((["n0"],), {}),
    "brokerage.key_players": ((3,), {"method": "greedy"}),
    "brokerage.roles": ((), {"groups": "third"}),
    "brokerage.two_mode_roles": ((), {"groups": "third"}),
    "centrality.centralization": (("betweenness",), {}),
    "centrality.group_betweenness": ((["n0", "n1"],), {}),
    "centrality.group_closeness": ((["n0", "n1"],), {}),
    "centrality.group_degree": ((["n0", "n1"],), {}),
    "centrality.percolation": (("number",), {}),
    "cohesion.ei_index": ((), {"groups": "third"}),
    "cohesion.homophily": ((), {"groups": "third"}),
    "community.compare": (("third", "number"), {}),
    "community.modularity": (("third",), {}),
    "position.blockmodel": (("third",), {}),
}
# Slow by nature, and said to be: asked once.
SLOW = ("community.girvan_newman", "position.concor")
TWO_MODES = ("two_mode.", "brokerage.two_mode")
ONE_PASS = (
    "centrality.degree",
    "centrality.strength",
    "cohesion.density",
    "cohesion.dyad_census",
    "cohesion.reciprocity",
    "cohesion.cores",
    "cohesion.assortativity",
    "cohesion.components",
    "community.modularity",
)

# Peers with the same meaning, by name: the graph is built before the clock runs.
PEERS: dict[str, dict[str, Callable[[Any, Any], Any]]] = {
    "centrality.betweenness": {
        "igraph": lambda _, g: np.array(g.betweenness()) / ((ACTORS - 1) * (ACTORS - 2)),
        "NetworkX": lambda g, _: list(nx.betweenness_centrality(g).values()),
    },
    "centrality.closeness": {"NetworkX": lambda g, _: list(nx.closeness_centrality(g).values())},
    "centrality.harmonic": {"NetworkX": lambda g, _: list(nx.harmonic_centrality(g).values())},
    "centrality.pagerank": {"igraph": lambda _, g: g.pagerank()},
    "brokerage.constraint": {"igraph": lambda _, g: g.constraint()},
    "cohesion.clustering": {"NetworkX": lambda g, _: _undefined_below_two(g, nx.clustering(g))},
    "cohesion.cores": {"igraph": lambda _, g: g.coreness()},
    "cohesion.triad_census": {"NetworkX": lambda g, _: list(nx.triadic_census(g).values())},
}


def _undefined_below_two(graph: Any, scores: Any) -> list[float]:
    contacts = {v: len(set(graph.pred[v]) | set(graph.succ[v])) for v in graph}
    return [score if contacts[v] > 1 else np.nan for v, score in scores.items()]


def crowd(actors: int, ties: int) -> tuple[Network, Any, Any]:
    """The same random ties as a network, and as its peers hold them."""
    draw = random.Random(1)
    pairs = dict.fromkeys((draw.randrange(actors), draw.randrange(actors)) for _ in range(ties))
    kept = [(source, target) for source, target in pairs if source != target]
    ids = [f"n{number}" for number in range(actors)]
    network = Network.from_columns(
        {
            "actors": [
                ("id", ids),
                ("third", [f"g{number % 3}" for number in range(actors)]),
                ("number", [str(number % 10 / 10) for number in range(actors)]),
            ],
            "ties": [("source", [ids[s] for s, _ in kept]), ("target", [ids[t] for _, t in kept])],
        }
    )
    graph = nx.DiGraph()
    graph.add_nodes_from(range(actors))
    graph.add_edges_from(kept)
    return network, graph, igraph.Graph(n=actors, edges=kept, directed=True)


def meetings(actors: int, events: int, ties: int) -> Network:
    """Actors at events, at random: two modes, told apart by the relation."""
    draw = random.Random(1)
    pairs = dict.fromkeys((f"n{draw.randrange(actors)}", f"e{draw.randrange(events)}") for _ in range(ties))
    ids = [f"n{number}" for number in range(actors)] + [f"e{number}" for number in range(events)]
    return Network.from_columns(
        {
            "actors": [("id", ids), ("third", [f"g{number % 3}" for number in range(len(ids))])],
            "ties": [
                ("source", [actor for actor, _ in pairs]),
                ("target", [event for _, event in pairs]),
                ("relation", ["attends"] * len(pairs)),
            ],
        },
        vocabulary='{"relations": {"attends": {"affiliation": true}}}',
        open_vocabulary=True,
    )


def measures() -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, question in questions.named():
        if not name.startswith(("pathways.", "flows.")):
            subjects, options = SUBJECTS.get(name, ((), {}))
            yield name, partial(_asked, question, subjects, options)


def _asked(question: Callable[..., Any], subjects: Any, options: Any, network: Network) -> Any:
    try:
        return question(network, *subjects, **options)
    except cn.InvalidOption:
        return question(network, *subjects, over=UNDIRECTED, **options)


def milliseconds(work: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.perf_counter()
    answer = work()
    return 1000 * (time.perf_counter() - begin), answer


def interleaved(works: dict[str, Callable[[], Any]], rounds: int) -> dict[str, tuple[float, Any]]:
    """The median of each over rounds in which all take turns."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    answers: dict[str, Any] = {}
    for _ in range(rounds):
        for name, work in works.items():
            time_taken, answers[name] = milliseconds(work)
            taken[name].append(time_taken)
    return {name: (statistics.median(times), answers[name]) for name, times in taken.items()}


def agree(ours: Any, theirs: Any) -> bool:
    values = np.array(list(ours.values()), dtype=float)
    return bool(np.allclose(values, np.array(theirs, dtype=float), rtol=1e-7, atol=1e-10, equal_nan=True))


def report() -> None:
    cn.set_threads(1)
    print(f"{machine()}\n{versions()}, NetworkX {nx.__version__}, igraph {igraph.__version__}; one thread\n")
    network, graph, peer = crowd(ACTORS, TIES)
    attended = meetings(ACTORS * 4 // 5, ACTORS // 5, TIES)
    network.freeze(), network.freeze(UNDIRECTED), attended.freeze()
    slow = []
    for name, ask in measures():
        asked_of = attended if name.startswith(TWO_MODES) else network
        works: dict[str, Callable[[], Any]] = {"coopnet": partial(ask, asked_of)}
        for tool, says in PEERS.get(name, {}).items():
            works[tool] = partial(says, graph, peer)
        try:
            found = interleaved(works, 1 if name in SLOW else ROUNDS)
        except cn.CoopnetError as refused:
            print(f"{name:36} refused: {refused}")
            continue
        ours, answer = found.pop("coopnet")
        beside = [
            f"{tool} {taken:.1f} ({taken / ours:.1f}×)" if agree(answer, said) else f"{tool}: other numbers"
            for tool, (taken, said) in found.items()
        ]
        print(f"{name:36} {ours:10.2f} ms   {', '.join(beside)}")
        if ours > 100:
            slow.append(name)
    print(
        f"\nOver 100 ms: {', '.join(slow) or 'none'}.\n\nOne pass: milliseconds at 10,000, 100,000 and 1,000,000 ties"
    )
    sizes = [crowd(ties // 5, ties)[0] for ties in (10_000, 100_000, 1_000_000)]
    for size in sizes:
        size.freeze()
    for name, ask in measures():
        if name in ONE_PASS:
            times = [statistics.median(milliseconds(partial(ask, size))[0] for _ in range(3)) for size in sizes]
            print(f"{name:36} " + " ".join(f"{taken:10.2f}" for taken in times))


if __name__ == "__main__":
    report()
