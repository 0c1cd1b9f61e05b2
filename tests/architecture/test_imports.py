"""`import coopnet` stays light: slow and optional libraries load when first used, each in its own module."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from architecture.imports import violations

PACKAGE = Path(__file__).parents[2] / "python/coopnet"


def test_every_import_is_in_its_place():
    assert violations(PACKAGE) == []


@pytest.mark.parametrize(
    ("file", "text", "reason"),
    [
        ("centrality.py", "def f():\n    import pandas\n", "belongs in frames.py and tables.py"),
        ("network.py", "def f():\n    from networkx import DiGraph\n", "belongs in backend.py and interop.py"),
        ("tables.py", "import pandas as pd\n", "inside the function"),
        ("interop.py", "class A:\n    import networkx\n", "inside the function"),
        ("interop.py", "try:\n    import networkx\nexcept ImportError:\n    pass\n", "inside the function"),
        ("pages.py", "import jinja2\n", "inside the function"),
    ],
)
def test_an_import_out_of_place_is_named(tmp_path, file, text, reason):
    (tmp_path / file).write_text(text, encoding="utf-8")
    (sentence,) = [s for s in violations(tmp_path) if reason in s]
    assert sentence.startswith(f"{file}, line ")


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("tables.py", "def f():\n    import pandas\n"),
        ("network.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import pandas\n"),
        ("cli/app.py", "import typer\n"),
    ],
)
def test_an_import_in_its_place_passes(tmp_path, file, text):
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(text, encoding="utf-8")
    assert violations(tmp_path) == []


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def test_importing_coopnet_loads_nothing_slow_or_optional():
    loaded = set(run("import coopnet, sys; print(*sys.modules)").split())
    assert "coopnet._core" in loaded
    assert not loaded & {"numpy", "pandas", "narwhals", "networkx", "igraph", "openpyxl", "jinja2", "typer", "rich"}


def test_importing_coopnet_loads_no_graphviz():
    maps = run("import coopnet; print(open('/proc/self/maps').read())")
    assert "_core" in maps
    assert "libcgraph" not in maps
    assert "libgvc" not in maps
