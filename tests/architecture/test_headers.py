"""Each header includes what it uses."""

from __future__ import annotations

import subprocess
from pathlib import Path

import coopnet

BUILD = Path(coopnet.__file__).parents[2]


def test_each_header_compiles_alone():
    command = ["cmake", "--build", str(BUILD), "--target", "coopnet-headers"]
    built = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert built.returncode == 0, built.stdout[-4000:]
