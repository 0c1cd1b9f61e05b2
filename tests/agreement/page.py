"""The page's core, asked through node: the compiled .wasm behind python/web/src/core.ts."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import coopnet

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "python" / "web"
COMPILED = ROOT / "build" / "pages"
CORE = Path(coopnet.__file__).parent / "_web" / "coopnet.wasm"


@cache
def compiled() -> str:
    """The path of node, once the TypeScript is compiled."""
    node = shutil.which("node")
    if node is None or not (SOURCES / "node_modules" / "typescript").is_dir():
        pytest.fail("TypeScript is not installed. './dev test' installs it.")
    run(node, SOURCES / "node_modules" / "typescript" / "bin" / "tsc", "--project", SOURCES)
    return node


def answers(cases: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """What the page says of views and questions; numbers as 16 hex digits."""
    if not CORE.is_file():
        pytest.fail("The core for the page is not built: it needs clang-19 and what './dev build' installs with it.")
    return list(json.loads(run(compiled(), COMPILED / "tests" / "answer.js", CORE, given=json.dumps(cases))))


def run(*command: object, given: str | None = None) -> str:
    done = subprocess.run([str(part) for part in command], input=given, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout
