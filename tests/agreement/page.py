"""The page's core, asked through node: the compiled .wasm behind python/web/src/core.ts."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

import coopnet

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "build" / "page-tests" / "answer.mjs"
CORE = Path(coopnet.__file__).parent / "_web" / "coopnet.wasm"


def answers(cases: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """What the page says of views and questions; numbers as 16 hex digits."""
    if not CORE.is_file():
        pytest.fail("The core for the page is not built: it needs clang-19 and what './dev build' installs with it.")
    return list(json.loads(run("node", PROGRAM, CORE, given=json.dumps(cases))))


def run(*command: object, given: str | None = None) -> str:
    done = subprocess.run([str(part) for part in command], input=given, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout
