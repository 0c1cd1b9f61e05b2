"""How long pictures take, from the frozen view to the SVG: reported, never asserted.

Run it with `./dev bench`. The aims are 1 s for 300 actors and 4 s for 2,000.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.bench import CASE, machine, milliseconds, versions

import coopnet as cn


def communities(actors: int, ties: int = 2) -> cn.Network:
    """Actors of twelve groups, nine in ten of their ties within."""
    chance, groups = random.Random(1), 12
    ends = []
    for actor in range(actors):
        for _ in range(ties):
            near = chance.randrange(actors // groups) * groups + actor % groups
            ends.append((f"a{actor}", f"a{near if chance.random() < 0.9 else chance.randrange(actors)}"))
    return cn.Network.from_edges(ends)


def report() -> None:
    print(machine())
    print(versions(), end="\n\n")
    case, asean = cn.load(CASE), cn.load("asean-instruments")
    cooperation, membership = (cn.Projection(layers=layer) for layer in ("cooperation", "membership"))
    some, many, crowd = communities(300), communities(2000), communities(3000)
    cn.draw(communities(20), layout="graph")  # starts Graphviz
    pictures: dict[str, Callable[[], cn.Picture]] = {
        "the case, cooperation, banks": lambda: cn.draw(case, over=cooperation),
        "the case, all ties, banks": lambda: cn.draw(case),
        "the case, all ties, graph": lambda: cn.draw(case, layout="graph"),
        "the case, cooperation, layers": lambda: cn.draw(case, over=cooperation, layout="layers"),
        "the case, cooperation, map": lambda: cn.draw(case, over=cooperation, layout="map"),
        "the case, two steps around a bureau": lambda: cn.draw(case, over=cooperation, around="ID.NCB", steps=2),
        "the case, cooperation, clusters": lambda: cn.draw(case, over=cooperation, layout="graph", cluster="country"),
        "instruments, two columns": lambda: cn.draw(asean, over=membership, layout="two-mode"),
        "300 actors": lambda: cn.draw(some),
        "2,000 actors": lambda: cn.draw(many),
        "3,000 actors, as communities": lambda: cn.draw(crowd),
    }
    for what, picture in pictures.items():
        print(f"{what:40} {milliseconds(lambda draw=picture: draw().svg, repeat=3):10.0f} ms")


if __name__ == "__main__":
    report()
