"""How long it takes to reconcile what sources report with one balanced flow: reported, never asserted.

Run it with `./dev bench`. 500 figures on 350 ties between 150 actors in ten layers, scattered about a true flow as
their sources may err: on all ties that the flow took, and on a record that lacks three of them. No library known to us
answers this question, so no peer is asked.
"""

from __future__ import annotations

import random
import sys
from itertools import pairwise
from pathlib import Path

import coopnet as cn
from coopnet import Network, flows

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.bench import machine, milliseconds, versions

LAYERS, WIDTH, TIES, FIGURES, PERSONS = 10, 15, 350, 500, 12_000
UNGRADED = 0.3  # the reliability of a figure without a source
Amounts = dict[tuple[str, str], int]


def true_flow(draw: random.Random) -> Amounts:
    """Persons who go at random from layer to layer."""
    layers = [[f"n{layer * WIDTH + place}" for place in range(WIDTH)] for layer in range(LAYERS)]
    onward: dict[str, list[str]] = {actor: [] for layer in layers for actor in layer}
    ties: Amounts = {}
    for here, there in pairwise(layers):  # each leads on, and is led to
        ties |= dict.fromkeys(zip(here, draw.sample(there, WIDTH), strict=True), 0)
    while len(ties) < TIES:
        here, there = draw.choice(list(pairwise(layers)))
        ties[draw.choice(here), draw.choice(there)] = 0
    for source, target in ties:
        onward[source].append(target)
    for _ in range(PERSONS):
        actor = draw.choice(layers[0])
        while onward[actor]:
            actor, before = draw.choice(onward[actor]), actor
            ties[before, actor] += 1
    return ties


def reported(lost: int = 0) -> Network:
    """A network in which each tie is reported once or twice, without those in the middle that took the most."""
    draw = random.Random(1)
    ties = true_flow(draw)
    told = [*ties, *draw.sample(list(ties), FIGURES - TIES)]
    middle = {f"n{LAYERS // 2 * WIDTH + place}" for place in range(WIDTH)}
    gone = sorted((ends for ends in ties if ends[0] in middle), key=lambda ends: -ties[ends])[:lost]
    kept = [ends for ends in ties if ends not in gone]
    columns = [
        ("id", [f"F{number}" for number in range(FIGURES)]),
        ("measure", ["hands_over"] * FIGURES),
        ("origin", [source for source, _ in told]),
        ("destination", [target for _, target in told]),
        ("value", [str(max(0, round(draw.gauss(ties[e], (ties[e] / UNGRADED) ** 0.5)))) for e in told]),
        ("since", ["2022-08"] * FIGURES),
        ("until", ["2022-08"] * FIGURES),
    ]
    actors = [f"n{number}" for number in range(LAYERS * WIDTH)]
    return Network.from_columns(
        {
            "actors": [("id", actors), ("kind", ["police"] * len(actors))],
            "ties": [
                ("source", [source for source, _ in kept]),
                ("target", [target for _, target in kept]),
                ("relation", ["hands_over"] * len(kept)),
            ],
            "figures": columns,
        }
    )


def report() -> None:
    print(f"{machine()}\n{versions()}")
    for what, network in (("every tie recorded", reported()), ("three ties lost", reported(lost=3))):
        found = flows.reconcile(network)
        unrecorded = sum(sum(found.gaps.column(way).values()) for way in ("came", "left"))
        taken = milliseconds(lambda network=network: flows.reconcile(network), 5)
        told = f"{len(network.figures)} figures, {len(network.ties)} ties, {what}"
        print(f"{told:48} {taken:9.1f} ms, {unrecorded:.0f} came or left unrecorded")


if __name__ == "__main__":
    cn.set_threads(1)
    report()
