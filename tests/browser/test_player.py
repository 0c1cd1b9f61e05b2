"""The player and the kit in Debian's Chromium, opened from a file with the network cut: one browser for all checks."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import coopnet as cn

HERE = Path(__file__).parent
WEB = HERE.parents[1] / "python" / "web"
CHECKS = re.findall(r"^    (\w+): (?:async )?\(\) =>", (HERE / "player.mjs").read_text(encoding="utf-8"), re.MULTILINE)
MARKUP = '<img src=x onerror="hacked=1"><b>bold</b>'
TEXTS = {
    "markup": MARKUP,
    "script": "</script><script>hacked=1</script>",
    "long": "long " * 819,
    "word": "x" * 4096,
    "rtl": "الشرطة الوطنية تطلب المساعدة",
    "quotes": "&amp; \"'\\u0000 {n} ${hacked}",
}


def hostile() -> dict[str, Any]:
    """A playbook whose every text is something else than plain words."""
    choices = [{"text": text, "right": place == 0} for place, text in enumerate(TEXTS.values())]
    removed = {"edit": "remove", "actor": "A.EMB"}
    return {
        "title": MARKUP,
        "steps": [
            {"id": name, "title": text, "text": text, "note": text, "ties": ["t1", "t2"]}
            for name, text in TEXTS.items()
        ],
        "exercises": [{"step": name, "ask": text, "choices": choices} for name, text in TEXTS.items()],
        "branches": [{"id": name, "text": text, "note": text, "scenario": [removed]} for name, text in TEXTS.items()],
        "pathways": [{"id": "a", "text": MARKUP, "from": "A.FAM", "to": "B.PROV"}],
    }


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What each check of player.mjs found wrong."""
    node = shutil.which("node")
    if node is None or not (WEB / "node_modules" / "playwright-core").is_dir() or not shutil.which("chromium"):
        pytest.fail("Node.js, playwright-core or Chromium is not installed. './dev test browser' installs them.")
    folder = tmp_path_factory.mktemp("pages")
    demo = cn.load("demo-referral")
    cn.play(demo).save(folder / "demo.html")
    cn.play(cn.load("indonesia-cambodia-2021-2022")).save(folder / "case.html")
    cn.play(demo, hostile()).save(folder / "hostile.html")
    cn.lesson(demo, folder / "kit")
    cell = cn.play(demo)._repr_mimebundle_()["text/html"]
    (folder / "notebook.html").write_text(f"<!doctype html><html lang=en><title>A cell</title>{cell}", encoding="utf-8")
    ties = list(demo.ties)
    steps = [{"id": f"s{i}", "title": f"Step {i}", "text": "x", "ties": [ties[i % len(ties)]]} for i in range(100)]
    cn.play(demo, {"steps": steps}).save(folder / "hundred.html")
    done = subprocess.run([node, HERE / "player.mjs", folder], capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr[-4000:]
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("check", CHECKS)
def test_the_player(check: str, found: dict[str, Any]) -> None:
    assert found[check] == []


def test_the_units_of_the_player() -> None:
    subprocess.run(["node", WEB / "node_modules" / "typescript" / "bin" / "tsc", "--project", WEB], check=True)
    tests = HERE.parents[1] / "build" / "pages" / "tests" / "player.test.js"
    done = subprocess.run(["node", "--test", tests], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout[-4000:]
