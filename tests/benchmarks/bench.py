"""How long things take from Python, on this machine: reported, never asserted.

Run it with `./dev bench`, or with the name of another bundled network.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy
import pandas

import coopnet as cn
from coopnet import _core

CASE = "indonesia-cambodia-2021-2022"


def machine() -> str:
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    processor = models[0].split(":")[1].strip() if models else platform.processor()
    cores = len(os.sched_getaffinity(0))
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"{processor}, {cores} cores, load {load}, {platform.platform()}"


def versions() -> str:
    parts = {
        "coopnet": cn.__version__,
        "Python": platform.python_version(),
        "NumPy": numpy.__version__,
        "pandas": pandas.__version__,
    }
    return ", ".join(f"{name} {version}" for name, version in parts.items())


def milliseconds(work: Callable[[], object], repeat: int = 20) -> float:
    """The median of `repeat` runs."""
    times = []
    for _ in range(repeat):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return 1000 * statistics.median(times)


def in_new_process(code: str) -> float:
    """Milliseconds that the last statement of `code` takes in an interpreter of its own: the median of 5."""
    *before, timed = code.split("; ")
    lines = [*before, "import time", "begin = time.perf_counter()", timed, "print(time.perf_counter() - begin)"]
    runs = (subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True, capture_output=True) for _ in range(5))
    return 1000 * statistics.median(float(run.stdout) for run in runs)


def surely(case: cn.Network) -> list[tuple[str, float]]:
    """How long it takes to say how surely a family's report comes to a person's return."""
    over = cn.Projection(layers=["cooperation", "flow"])
    ask = partial(cn.pathways.reliability, case, "ID.FAM", "ID.SOC", over=over)
    return [
        ("reliability, exact", milliseconds(ask)),
        ("reliability, 100,000 states", milliseconds(partial(ask, method="sample"))),
        ("importance, exact", milliseconds(partial(cn.pathways.importance, case, "ID.FAM", "ID.SOC", over=over))),
    ]


def report(name: str) -> None:
    print(machine())
    print(versions())
    print(f"threads of the core: {_core.thread_count()}\n")

    rows = [("import coopnet", in_new_process("import coopnet"))]
    rows.append((f"load {name}", milliseconds(lambda: cn.load(name))))
    picture = f"import coopnet as cn; case = cn.load({name!r}); cn.draw(case).svg"
    rows.append(("the first picture of a process", in_new_process(picture)))
    if name == CASE:
        rows += surely(cn.load(name))

    for what, taken in rows:
        print(f"{what:40} {taken:10.3f} ms")


if __name__ == "__main__":
    report(*(sys.argv[1:] or [CASE]))
