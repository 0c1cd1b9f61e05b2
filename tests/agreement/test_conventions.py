"""`convention=` gives the numbers of other tools: of NetworkX and igraph as they run here, of sna as recorded,
of UCINET by the formulas of its manual."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from agreement import peers
from agreement.known import known

from coopnet import questions

NETWORKS = ("florentine", "karate", "kite", "digraph")
DECLARED = [(name, tool) for name, question in questions.named() for tool in getattr(question, "tools", {})]


def test_conventions_are_declared() -> None:
    assert DECLARED


@pytest.mark.parametrize(("name", "tool"), DECLARED)
def test_a_declared_convention_is_what_the_tool_says(name: str, tool: str) -> None:
    question = questions.found(name)
    compared = 0
    for network in NETWORKS:
        expected = peers.says(name, tool, network)
        if expected is peers.REFUSES:
            continue
        compared += 1
        subjects, options = peers.subjects(name, network)
        answer = question(known(network), *subjects, **options, convention=tool)
        values = np.array(list(questions.numbers(answer).values()))
        np.testing.assert_allclose(values, np.array(expected, dtype=float), rtol=1e-7, atol=1e-9, err_msg=network)
    assert compared, f"{name} as in {tool} is compared on no network"


def test_docs_conventions_is_what_the_script_writes() -> None:
    import importlib.util

    path = Path(__file__).parents[2] / "tools/conventions.py"
    spec = importlib.util.spec_from_file_location("write_conventions", path)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    written = (path.parents[1] / "docs/conventions.md").read_text(encoding="utf-8")
    assert written == script.document(), "Write it anew with tools/conventions.py."
