"""The explorer page of the case: time to write it, weight, time until it can be used and until a click is answered."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import coopnet as cn

SCRIPT = Path(__file__).with_name("pages.mjs")
MOST = {"weight": 1.2e6, "interactive": 1000.0, "core": 1000.0, "click": 50.0}


def main() -> int:
    case = cn.load("indonesia-cambodia-2021-2022")
    begin = time.perf_counter()
    page = cn.explore(case)
    written = time.perf_counter() - begin
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.html"
        page.save(path)
        done = subprocess.run(["node", SCRIPT, path], capture_output=True, text=True, check=True, timeout=120)
        seen = json.loads(done.stdout)
        found = {
            "weight": float(path.stat().st_size),
            "interactive": statistics.median(seen["interactive"]),
            "core": statistics.median(seen["core"]),
            "click": statistics.median(seen["clicks"]),
        }
    print(f"written in {written:.2f} s")
    print(f"weight       {found['weight'] / 1e6:8.2f} MB  (at most {MOST['weight'] / 1e6:.1f})")
    print(f"interactive  {found['interactive']:8.0f} ms  (at most {MOST['interactive']:.0f})")
    print(f"core ready   {found['core']:8.0f} ms  (at most {MOST['core']:.0f})")
    worst = max(seen["clicks"])
    print(f"what-if click{found['click']:8.1f} ms  (at most {MOST['click']:.0f}; worst {worst:.1f})")
    return int(any(found[name] > most for name, most in MOST.items()))


if __name__ == "__main__":
    sys.exit(main())
