"""How long it takes to find what holds a flow, what to watch and who waits: reported, never asserted.

Run it with `./dev bench`. A random directed network of 200 actors and 1,000 ties, capacities from 1 to 20; the wave of
the summer of 2022 on its way home, by day. No library known to us answers these questions, so no peer is asked.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import coopnet as cn
from coopnet import Network, Projection, flows

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.bench import CASE, machine, milliseconds, versions

WITHIN = Projection(weight="strength", weight_means="capacity")
FREED = {"2022-07-31": 62, "2022-08-04": 29, "2022-08-05": 37, "2022-08-11": 106}
FLIGHTS = {"2022-08-05": 12, "2022-08-06": 13, "2022-08-08": 14, "2022-08-22": 202}


def crowd(actors: int = 200, ties: int = 1_000) -> Network:
    draw = random.Random(1)
    pairs = [(f"n{draw.randrange(actors)}", f"n{draw.randrange(actors)}") for _ in range(ties)]
    return Network.from_edges(pairs, weights=[draw.randint(1, 20) for _ in pairs])


def report() -> None:
    network, case = crowd(), cn.load(CASE)
    ends = (["n0", "n1", "n2"], ["n3", "n4", "n5"])
    home = Projection(layers="flow")
    asked = {
        "bottleneck": lambda: flows.bottleneck(network, *ends, over=WITHIN),
        "failures of actors": lambda: flows.failures(network, *ends, over=WITHIN),
        "3 ties to watch, by flow": lambda: flows.interdict(network, *ends, budget=3, of="ties", over=WITHIN),
        "3 actors to watch, by routes": lambda: flows.interdict(network, *ends, budget=3),
        "5 ties to watch, by steps": lambda: flows.interdict(network, *ends, budget=5, of="ties", goal="path"),
        "waiting on the way home": lambda: flows.waiting(
            case, "PL.SHV", "ID.BP2MI", arrivals=FREED, seats={"T058": FLIGHTS, "T059": {}}, over=home
        ),
    }
    print(f"{machine()}\n{versions()}")
    print(f"{len(network.actors)} actors, {len(network.ties):,} ties\n")
    for question, work in asked.items():
        print(f"{question:32} {milliseconds(work, 5):10.1f} ms")


if __name__ == "__main__":
    cn.set_threads(1)
    report()
