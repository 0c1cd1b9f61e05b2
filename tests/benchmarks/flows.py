"""How long questions of flows take from Python, beside their peers: reported, never asserted.

Run it with `./dev bench`. Maximum flows in three networks of about 20,000 actors and 100,000 ties, capacities from 1
to 100: a random one, from 300 actors at one end to 300 at the other, and one of 200 layers of 100 actors, through all
of them; and through 17 wide grids of the DIMACS challenge (genrmf), which are made to be hard. All find an amount for
each tie; coopnet and igraph make rows of it only when somebody looks. Least cost is asked of 1,000 actors and 5,000
ties. Peers are asked in turn, round by round; a ratio is told only if their values are ours.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import numpy as np
import scipy
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

import coopnet as cn
from coopnet import Network, _core, flows

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.bench import machine, versions
from benchmarks.measures import interleaved

ACTORS, TIES, LAYERS, ROUNDS = 20_000, 100_000, 200, 5
Ties = dict[tuple[int, int], int]  # capacities


@dataclass(frozen=True)
class Case:
    """The same ties as a network, and as its peers hold them; from the last but one actor to the last."""

    network: Network
    graph: Any
    peer: Any
    matrix: Any
    source: int
    target: int

    @property
    def ends(self) -> tuple[str, str]:
        return f"n{self.source}", f"n{self.target}"


def random_ties() -> Ties:
    draw = random.Random(1)
    ties: Ties = {}
    while len(ties) < TIES:
        ties[draw.randrange(ACTORS), draw.randrange(ACTORS)] = draw.randint(1, 100)
    ties = {ends: held for ends, held in ties.items() if ends[0] != ends[1]}
    return ties | {(ACTORS, n): 50 for n in range(300)} | {(ACTORS - 1 - n, ACTORS + 1): 50 for n in range(300)}


def layered_ties() -> Ties:
    draw = random.Random(1)
    width = ACTORS // LAYERS
    ties: Ties = {}
    while len(ties) < TIES:
        layer = draw.randrange(LAYERS - 1) * width
        ties[layer + draw.randrange(width), layer + width + draw.randrange(width)] = draw.randint(1, 100)
    inside, last = {(ACTORS, n): 10_000 for n in range(width)}, ACTORS - width
    return ties | inside | {(last + n, ACTORS + 1): 10_000 for n in range(width)}


def grid_ties(side: int = 35, grids: int = 17) -> Ties:
    """Grids whose ties hold much, and from each actor of one to some actor of the next a tie that holds little."""
    draw = random.Random(1)
    size = side * side
    ties: Ties = {}
    for grid in range(grids):
        for place in range(size):
            here, row, column = grid * size + place, place // side, place % side
            near = [here - side] * (row > 0) + [here + side] * (row < side - 1)
            near += [here - 1] * (column > 0) + [here + 1] * (column < side - 1)
            ties |= {(here, there): 100 * size for there in near}
        onward = draw.sample(range(size), size) if grid + 1 < grids else []
        for place, there in enumerate(onward):
            ties[grid * size + place, (grid + 1) * size + there] = draw.randint(1, 100)
    return ties | {(grids * size, 0): 10**9, (grids * size - 1, grids * size + 1): 10**9}


def case(ties: Ties, actors: int, costs: list[int] | None = None) -> Case:
    ids = [f"n{number}" for number in range(actors + 2)]
    columns = [
        ("source", [ids[source] for source, _ in ties]),
        ("target", [ids[target] for _, target in ties]),
        ("relation", ["moves_to"] * len(ties)),
        ("capacity", [str(held) for held in ties.values()]),
        ("cost", [str(cost) for cost in costs or [0] * len(ties)]),
    ]
    network = Network.from_columns({"actors": [("id", ids), ("kind", ["place"] * len(ids))], "ties": columns})
    graph = nx.DiGraph()
    graph.add_nodes_from(range(actors + 2))
    for (source, target), held, cost in zip(ties, ties.values(), costs or [0] * len(ties), strict=True):
        graph.add_edge(source, target, capacity=held, weight=cost)
    peer = igraph.Graph(n=actors + 2, edges=list(ties), directed=True)
    peer.es["capacity"] = list(ties.values())
    rows, cols = np.array(list(ties)).T
    matrix = csr_array((np.array(list(ties.values()), np.int32), (rows, cols)), shape=(actors + 2, actors + 2))
    return Case(network, graph, peer, matrix, actors, actors + 1)


# --- what each is asked: the value --------------------------------------------------------


def most(asked: Case) -> float:
    return flows.maximum(asked.network, *asked.ends).value


def most_in_core(asked: Case, view: _core.View) -> float:
    source, target = asked.ends
    return _core.flows.maximum(view, [source], [target], None, least=None, rooms=[])[0]


def most_igraph(asked: Case) -> float:
    return float(asked.peer.maxflow(asked.source, asked.target, capacity="capacity").value)


def most_scipy(asked: Case) -> float:
    return float(maximum_flow(asked.matrix, asked.source, asked.target).flow_value)


def most_networkx(asked: Case) -> float:
    return float(nx.maximum_flow(asked.graph, asked.source, asked.target)[0])


def cheapest(asked: Case, amount: int) -> float:
    return flows.minimum_cost(asked.network, *asked.ends, amount=amount).cost


def cheapest_networkx(asked: Case, amount: int) -> float:
    nx.set_node_attributes(asked.graph, {asked.source: -amount, asked.target: amount}, "demand")
    return float(nx.network_simplex(asked.graph)[0])


# --- reports ------------------------------------------------------------------------------


def tell(question: str, works: dict[str, Callable[[], Any]], rounds: int = ROUNDS) -> None:
    found = interleaved(works, rounds)
    ours, value = found.pop("coopnet")
    print(f"{question:44} {ours:9.1f} ms")
    for tool, (taken, theirs) in found.items():
        told = f"{taken:9.1f} ms ({taken / ours:.2f}×)" if np.isclose(theirs, value) else "another value"
        print(f"  {tool:42} {told}")


def maximum_flows() -> None:
    for name, ties in (("random", random_ties()), ("in layers", layered_ties()), ("grids", grid_ties())):
        asked = case(ties, max(source for source, _ in ties))
        _, view = flows.asked.held(asked.network, None)
        works = {
            "coopnet": partial(most, asked),
            "coopnet, the core alone": partial(most_in_core, asked, view),
            "igraph": partial(most_igraph, asked),
            "SciPy": partial(most_scipy, asked),
        }
        tell(f"maximum flow, {len(ties):,} ties, {name}", works)
        if name != "grids":  # NetworkX takes minutes there
            tell("  beside", {"coopnet": works["coopnet"], "NetworkX": partial(most_networkx, asked)}, rounds=1)


def least_costs() -> None:
    draw = random.Random(1)
    ties: Ties = {}
    while len(ties) < 5_000:
        source, target = draw.sample(range(1_000), 2)
        ties[source, target] = draw.randint(1, 100)
    ties |= {(1_000, n): 50 for n in range(30)} | {(999 - n, 1_001): 50 for n in range(30)}
    asked = case(ties, 1_000, [draw.randint(1, 20) for _ in ties])
    works = {"coopnet": partial(cheapest, asked, 500), "NetworkX": partial(cheapest_networkx, asked, 500)}
    tell(f"least cost of 500, {len(ties):,} ties", works)


REPORTS = (maximum_flows, least_costs)


def report() -> None:
    peers = f"NetworkX {nx.__version__}, igraph {igraph.__version__}, SciPy {scipy.__version__}"
    print(f"{machine()}\n{versions()}, {peers}\n")
    for part in REPORTS:
        part()


if __name__ == "__main__":
    cn.set_threads(1)
    report()
