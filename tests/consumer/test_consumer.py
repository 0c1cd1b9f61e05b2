"""A C++ project that knows only find_package(coopnet) builds and runs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import coopnet

HERE = Path(__file__).parent
BUILD = Path(coopnet.__file__).parents[2]


def run(*command: object) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


def test_a_consumer_finds_links_and_runs_the_installed_library(tmp_path):
    prefix, build = tmp_path / "prefix", tmp_path / "build"
    run("cmake", "--install", BUILD, "--prefix", prefix)
    run("cmake", "-S", HERE, "-B", build, "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}")
    run("cmake", "--build", build)
    assert run(build / "consumer") == "ties.csv, row 7, target: it is empty.\n"
