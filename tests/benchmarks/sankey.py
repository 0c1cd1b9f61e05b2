"""How long a Sankey diagram of 200 links takes, layout beside d3-sankey's: reported, never asserted.

Run it with `./dev bench`. Both lay out the same random links between eleven columns of ten nodes, each in a process
that has done so before.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from agreement.test_sankey import ask_d3
from benchmarks.bench import machine, milliseconds, versions

import coopnet as cn
from coopnet import _core

COLUMNS, LINKS = 10, 200


def links() -> list[tuple[int, int, float]]:
    chance = random.Random(1)
    steps = [number * COLUMNS // LINKS for number in range(LINKS)]
    return [
        (step * 10 + chance.randrange(10), step * 10 + 10 + chance.randrange(10), chance.randint(1, 300))
        for step in steps
    ]


def report() -> None:
    print(machine())
    print(versions(), end="\n\n")
    some = links()
    nodes = 10 * (COLUMNS + 1)
    case = {
        "nodes": nodes,
        "links": some,
        "align": "center",
        "padding": 8,
        "width": 2000,
        "height": 1500,
        "rounds": 100,
    }
    network = cn.Network.from_edges([(str(source), str(target)) for source, target, _ in some])
    flow = dict(zip(network.ties, (value for *_, value in some), strict=True))

    def lay_out() -> object:
        return _core.render.sankey_layout(
            [None] * nodes, [(1.0, 0.0)] * nodes, some, align="center", scale=0.2, padding=8, gap=190, uniform=14
        )

    rows = [
        ("layout", milliseconds(lay_out)),
        ("layout, d3-sankey", ask_d3([case])[0]["milliseconds"]),
        ("layout and SVG", milliseconds(lambda: cn.sankey(network, flow=flow).svg)),
    ]
    for what, taken in rows:
        print(f"{what:40} {taken:10.3f} ms")


if __name__ == "__main__":
    report()
