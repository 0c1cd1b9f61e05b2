"""Each committed notebook is what its source gives: the same cells, run anew, show the same."""

from __future__ import annotations

import importlib.util
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
SVG = "image/svg+xml"
LARGEST = 600_000  # bytes: a page that a browser opens at once


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("notebooks", ROOT / "tools" / "notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


notebooks = tool()
SOURCES = notebooks.sources()


def said(svg: str) -> list[str]:
    """The words and labels of a picture.

    Its coordinates are not compared: they come out of Graphviz and of floating-point sums, whose last digits differ
    among versions and processors.
    """
    parts = []
    for element in ET.fromstring(svg).iter():
        parts += [element.text or "", element.get("aria-label") or ""]
    return [part for part in parts if part]


def shown(output: Any) -> Any:
    data = output.get("data", {})
    return output | {"data": data | ({SVG: said(data[SVG])} if SVG in data else {})}


def seen(cell: Any) -> dict[str, Any]:
    return dict(cell) | {"outputs": [shown(output) for output in cell.get("outputs", ())]}


def test_every_source_has_its_notebook_and_no_other_is_there() -> None:
    assert SOURCES
    assert [path.with_suffix(".ipynb") for path in SOURCES] == sorted(notebooks.FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_notebook_is_what_its_source_gives(source: Path) -> None:
    committed = nbformat.read(source.with_suffix(".ipynb"), as_version=4)
    made = notebooks.made(source)
    assert committed.metadata == made.metadata
    assert [cell.source for cell in committed.cells] == [cell.source for cell in made.cells]
    for number, (before, now) in enumerate(zip(committed.cells, made.cells, strict=True), start=1):
        assert seen(before) == seen(now), f"{source.stem}, cell {number} shows something else: ./dev notebooks"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_a_notebook_shows_pictures_and_tells_nothing_of_a_machine(source: Path) -> None:
    text = source.with_suffix(".ipynb").read_text(encoding="utf-8")
    assert text.count(SVG) >= 2
    assert len(text.encode()) <= LARGEST
    for word in (str(ROOT), str(Path.home()), "/tmp/", "ipykernel_", "object at 0x"):
        assert word not in text
    cells = nbformat.reads(text, as_version=4).cells
    counts = [cell.execution_count for cell in cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert not [output for cell in cells for output in cell.get("outputs", ()) if output.output_type == "error"]
