"""`pip install .` gives a package that works where nothing of the clone is in the path."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements.lock"


def run(*command: object, cwd: Path) -> str:
    outside = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=outside, capture_output=True, text=True, timeout=900
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The interpreter of a new virtual environment with coopnet in it."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    python = folder / "venv/bin/python"
    run(*wheel_command(folder), cwd=ROOT)
    (wheel,) = folder.glob("coopnet-*.whl")
    run(python, "-m", "pip", "install", "--quiet", "--constraint", LOCK, wheel, cwd=folder)
    return python


def wheel_command(folder: Path) -> list[object]:
    # Without isolation and with our warnings as errors, the compiler cache knows each object already.
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    return [*pip, "--config-settings=cmake.define.COOPNET_WERROR=ON", "--wheel-dir", folder, ROOT]


def test_the_installed_package_imports(installed, tmp_path):
    where = run(installed, "-c", "import coopnet; print(coopnet.__file__)", cwd=tmp_path)
    assert str(installed.parents[1]) in where


def test_its_version_is_the_one_of_the_build(installed, tmp_path):
    code = "import coopnet, importlib.metadata as m; print(coopnet.__version__ == m.version('coopnet'))"
    assert run(installed, "-c", code, cwd=tmp_path) == "True\n"


def test_it_writes_pages(installed, tmp_path):
    code = "import coopnet as cn; cn.explore(cn.load('demo-referral')).save('demo.html')"
    run(installed, "-c", code, cwd=tmp_path)
    assert "<svg" in (tmp_path / "demo.html").read_text(encoding="utf-8")


def test_it_brings_its_types(installed, tmp_path):
    code = "from importlib.resources import files; print((files('coopnet') / 'py.typed').is_file())"
    assert run(installed, "-c", code, cwd=tmp_path) == "True\n"


def test_it_brings_the_core_that_a_page_computes_with(installed, tmp_path):
    code = "from coopnet.pages.core import packed_core; print((packed_core() or 'none')[:4])"
    assert run(installed, "-c", code, cwd=tmp_path) == "H4sI\n"  # gzip, as base64
