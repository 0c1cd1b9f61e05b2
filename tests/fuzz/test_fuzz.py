"""Whatever is in a file, reading it from Python gives a network or one of our errors, and never ends the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MUTATE = Path(__file__).with_name("mutate.py")


@pytest.mark.parametrize(
    ("format", "count"),
    [
        ("folder", 1500),
        ("csv", 1500),
        ("json", 1500),
        ("dot", 150),
        ("graphml", 1500),
        ("gexf", 1500),
        ("gml", 1500),
        ("net", 1000),
        ("paj", 500),
        ("dl", 1000),
        ("cyjs", 1500),
        ("cow-igo-state-year", 1500),
        ("cow-igo-year", 1500),
        ("cow-contiguity", 1500),
        ("cow-alliances", 1500),
        ("tables", 1500),
        ("matrix", 500),
        ("xlsx", 200),
        ("parquet", 300),
    ],
)
def test_spoiled_files_give_networks_or_errors(format: str, count: int) -> None:
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, MUTATE, format, "1", str(count)], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "were networks" in done.stdout
