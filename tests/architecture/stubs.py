"""The type stubs of the binding: written by a tool, committed, compared by a test.

Run as a program it writes python/coopnet/_core/ anew.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "python/coopnet/_core"


def generate(folder: Path) -> Path:
    """Write the stubs of `coopnet._core` below `folder`; give back the folder that holds them."""
    stubgen = [sys.executable, "-m", "pybind11_stubgen", "coopnet._core", "--output-dir", str(folder)]
    subprocess.run([*stubgen, "--exit-code"], check=True)
    stubs = folder / "coopnet/_core"
    alone = folder / "coopnet/_core.pyi"  # what a module without submodules gives
    if alone.exists():
        stubs.mkdir()
        alone.rename(stubs / "__init__.pyi")
    _leave_out_the_version(stubs / "__init__.pyi")
    ruff = [sys.executable, "-m", "ruff"]
    subprocess.run([*ruff, "format", "--quiet", "--config", str(ROOT / "pyproject.toml"), str(stubs)], check=True)
    return stubs


def _leave_out_the_version(stub: Path) -> None:
    # It stands in CMakeLists.txt alone.
    text = stub.read_text(encoding="utf-8")
    stub.write_text(re.sub(r"^(__version__: str) = .*$", r"\1", text, flags=re.MULTILINE), encoding="utf-8")


def differences(fresh: Path, committed: Path) -> list[str]:
    """The stub files that differ, by name."""
    names = {path.relative_to(folder) for folder in (fresh, committed) for path in folder.rglob("*.pyi")}
    return sorted(str(name) for name in names if _text(fresh / name) != _text(committed / name))


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        fresh = generate(Path(folder))
        shutil.rmtree(COMMITTED, ignore_errors=True)
        shutil.copytree(fresh, COMMITTED)
