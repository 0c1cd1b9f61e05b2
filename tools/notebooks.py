"""Make each notebook of notebooks/ from its source: 01_….py, run from its first cell to its last, is 01_….ipynb.

What a run leaves behind that another would not is taken out: who ran it with what, when, and how often.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[1] / "notebooks"


def sources() -> list[Path]:
    return sorted(FOLDER.glob("*.py"))


def made(source: Path) -> nbformat.NotebookNode:
    """The notebook of a source, run in an empty folder; raises where a cell does."""
    notebook = jupytext.read(source)
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook,
            timeout=None,
            kernel_name="python3",
            record_timing=False,
            resources={"metadata": {"path": folder}},
        )
        client.execute()
    return settled(notebook)


def settled(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook with numbered cells, counted in order, and no word of the machine it was run on."""
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    count = 0
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"
        cell.metadata = {}
        if cell.cell_type != "code":
            continue
        count += 1
        cell.execution_count = count
        for output in cell.outputs:
            output.pop("metadata", None)
            if output.output_type in ("execute_result", "display_data"):
                output.metadata = {}
            if output.output_type == "execute_result":
                output.execution_count = count
    return notebook


def written(notebook: nbformat.NotebookNode) -> str:
    nbformat.validate(notebook)
    return str(nbformat.writes(notebook, indent=1, ensure_ascii=False)) + "\n"


def main() -> None:
    for source in sources():
        text = written(made(source))
        source.with_suffix(".ipynb").write_text(text, encoding="utf-8")
        print(f"{source.stem}.ipynb: {len(text.encode()) // 1024} KiB", file=sys.stderr)


if __name__ == "__main__":
    main()
