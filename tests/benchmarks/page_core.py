"""What the page's core weighs and how long a click takes, in node: reported, never asserted.

Run it with `./dev bench`. A click changes the scenario; asked anew are betweenness before and after, the ten most
reliable pathways, the cuts of actors and of ties, and the dominators. It should take less than 50 ms on the case.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from agreement.page import COMPILED, CORE, compiled, run
from benchmarks.bench import machine, versions

import coopnet as cn
from coopnet.pages.arrays import web_view
from coopnet.pages.core import packed_core

CASE = "indonesia-cambodia-2021-2022"


def case() -> dict[str, Any]:
    network = cn.load(CASE)
    clicks = [
        cn.Scenario().remove("ID.NCB", "KH.NCB", "i247"),
        cn.Scenario().remove("ID.EMB"),
        cn.Scenario().add_actor("ID.POLPP", kind="attache").add_tie("ID.POLPP", "KH.CNP", "liaises", reliability=0.9),
        cn.Scenario().change("ID.NCB", "KH.NCB", "i247", reliability=0.2),
    ]
    ends = {"from": "ID.FAM", "to": "KH.PSNH"}
    return {"view": web_view(network), "clicks": [click.edits for click in clicks], **ends}


def random_network(actors: int, ties: int) -> dict[str, Any]:
    chance = random.Random(1)
    pairs = [(f"A{chance.randrange(actors)}", f"A{chance.randrange(actors)}") for _ in range(ties)]
    reliabilities = [chance.choice([0.3, 0.5, 0.7, 0.9]) for _ in pairs]
    network = cn.Network.from_edges(pairs).with_column("ties", "reliability", reliabilities)
    clicks = [[{"edit": "remove", "actor": f"A{number}"}] for number in range(2, 5)]
    return {"view": web_view(network), "clicks": clicks, "from": "A0", "to": "A1"}


def report() -> None:
    print(machine())
    print(versions(), end="\n\n")
    wasm = CORE.read_bytes()
    print(f"{'core':40} {len(wasm):10,} bytes")
    print(f"{'core, gzip':40} {len(gzip.compress(wasm, mtime=0)):10,} bytes")
    print(f"{'core, as the page carries it':40} {len(packed_core() or ''):10,} bytes")
    for what, given in (
        ("the case", case()),
        ("300 actors, 1,500 ties", random_network(300, 1_500)),
        ("1,000 actors, 5,000 ties", random_network(1_000, 5_000)),
    ):
        view = json.dumps(given["view"], separators=(",", ":"))
        taken = json.loads(run(compiled(), COMPILED / "tests" / "time.js", CORE, given=json.dumps(given)))
        print(f"\n{what:40} {len(view):10,} bytes of JSON")
        for name, text in {
            "opened": "open, and the first answer",
            "first": "the first click",
            "median": "a click (median)",
            "worst": "a click (worst)",
        }.items():
            print(f"{text:40} {taken[name]:10.1f} ms")


if __name__ == "__main__":
    report()
