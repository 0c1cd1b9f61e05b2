"""Which module of python/coopnet may import what, and a check that names each import out of place."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Slow or optional libraries: the only modules that may use them, and those only when first called.
HOMES: dict[str, set[str]] = {
    "pandas": {"frames.py", "tables.py"},
    "narwhals": {"frames.py", "tables.py"},
    "networkx": {"backend.py", "interop.py"},
    "igraph": {"interop.py"},
    # Sheets are read and written cell by cell with their formats, which no frame keeps.
    "openpyxl": {"foreign/workbook.py", "workbook.py"},
    "charset_normalizer": {"foreign/text.py"},
    "pyarrow": {"parquet.py"},
    "highspy": {"solve.py"},
}
# Loaded by whoever types a command, asks for a page or gets numbers back; never by `import coopnet`.
LAZY = {"jinja2", "rich", "typer", "matplotlib", "highspy", "numpy"}


@dataclass(frozen=True)
class Import:
    """One import of a top-level package: where, and whether loading the module runs it."""

    package: str
    line: int
    at_load: bool


def imports(source: str) -> list[Import]:
    return list(_walk(ast.parse(source), at_load=True))


def _walk(node: ast.AST, *, at_load: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(alias.name.split(".")[0], node.lineno, at_load) for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        yield Import(node.module.split(".")[0], node.lineno, at_load)
    elif isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
        for child in node.orelse:
            yield from _walk(child, at_load=at_load)
    else:
        is_call = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for child in ast.iter_child_nodes(node):
            yield from _walk(child, at_load=at_load and not is_call)


def violations(package: Path) -> list[str]:
    """Each import below `package` (python/coopnet) that the rules forbid, as a sentence."""
    found = []
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        for line in imports(path.read_text(encoding="utf-8")):
            where = f"{name}, line {line.line} imports {line.package}"
            homes = HOMES.get(line.package)
            if homes is not None and name not in homes:
                found.append(f"{where}: that belongs in {' and '.join(sorted(homes))}.")
            if line.at_load and (homes is not None or (line.package in LAZY and not name.startswith("cli/"))):
                found.append(f"{where} when it is loaded: import it inside the function that needs it.")
    return found
