"""Each notebook runs from its first cell to its last, and every cell's value can be shown."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.py"))
CELL = re.compile(r"^# %%(?P<kind>[^\n]*)\n", re.MULTILINE)


def cells(path: Path) -> list[tuple[int, str]]:
    """The code cells of a py:percent notebook, each with its line."""
    text = path.read_text(encoding="utf-8")
    marks = list(CELL.finditer(text))
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [
        (text.count("\n", 0, mark.end()), text[mark.end() : end])
        for mark, end in zip(marks, ends, strict=True)
        if "[markdown]" not in mark["kind"]
    ]


def run(source: str, line: int, path: Path, names: dict[str, Any]) -> Any:
    """Runs a cell as Jupyter does: the value of a last expression is shown."""
    tree = ast.parse("\n" * line + source, str(path))
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, str(path), "exec"), names)
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), str(path), "eval"), names)


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_its_values(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    shown = 0
    for line, source in cells(path):
        value = run(source, line, path, names)
        if value is not None:
            assert repr(value)
            html = getattr(value, "_repr_html_", lambda: "<p>")()
            assert "<" in html
            shown += 1
    assert shown >= 3
    assert not list(tmp_path.iterdir()), "a notebook writes nothing unasked"
