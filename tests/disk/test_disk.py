"""Whatever call of the system fails while something is written, a reader finds the old whole or the new whole."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import coopnet as cn

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    library = tmp_path_factory.mktemp("faults") / "faults.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-o", library, HERE / "faults.c", "-ldl"], check=True)
    return library


def act(faults: Path, what: str, place: Path) -> tuple[str, list[str]]:
    """The order of calls of one write, and everything that went wrong in all the others."""
    environment = os.environ | {"LD_PRELOAD": str(faults), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, HERE / "acts.py", what, place], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    order, *wrong = done.stdout.splitlines()
    return order, wrong


def test_a_file_is_old_or_new_whatever_fails(faults: Path, tmp_path: Path) -> None:
    order, wrong = act(faults, "file", tmp_path / "place")
    assert wrong == []
    assert re.fullmatch(r"open ftruncate fchmod (write )+fsync rename close fsync close ", order)


def test_a_folder_is_old_or_new_whatever_fails(faults: Path, tmp_path: Path) -> None:
    order, wrong = act(faults, "folder", tmp_path / "place")
    assert wrong == []
    # Every file reaches the disk, then the folder of them, before it takes its name; then they move.
    assert re.fullmatch(r"(mkdir )+(open (fchmod )?(write )?fsync close )+fsync close rename (\w+ )+", order)


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    network = cn.Network.from_edges([("a", "b")])
    (tmp_path / "full.csv").symlink_to("/dev/full")
    with pytest.raises(cn.CoopnetError, match="No space left on device"):
        cn.write(network, tmp_path / "full.csv")
    assert os.stat("/dev/full").st_mode & 0o170000 == 0o020000
