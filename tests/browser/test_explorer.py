"""The explorer in Debian's Chromium, opened from a file with the network cut: one browser for all checks."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import coopnet as cn
from coopnet import Network
from coopnet.errors import InvalidOption

HERE = Path(__file__).parent
WEB = HERE.parents[1] / "python" / "web"
CHECKS = re.findall(
    r"^    (\w+): (?:async )?\(\) =>", (HERE / "explorer.mjs").read_text(encoding="utf-8"), re.MULTILINE
)
MARKUP = '<img src=x onerror="hacked=1">'


def hostile() -> Network:
    names = [
        MARKUP,
        "long " * 819,
        "الشرطة الوطنية",
        "=1+1",
        "</script><script>hacked=1</script>",
        "&amp; 'quotes' \"\\u0000\"",
    ]
    actors = {
        "id": [f"A{number}" for number in range(1, 7)],
        "name": names,
        "country": ["IDN", "KHM", "IDN", "KHM", "", "IDN"],
    }
    ties = {
        "source": ["A1", "A2", "A3", "A4", "A5"],
        "target": ["A2", "A3", "A4", "A5", "A6"],
        "relation": ["asks", MARKUP, "asks", "=sum(A1)", "asks"],
        "note": [MARKUP, "</script>", "", "-->", "<!--<script>"],
    }
    return Network.from_columns(
        {"actors": list(actors.items()), "ties": list(ties.items())}, open_vocabulary=True, name="</script><b>"
    )


def alone(count: int) -> Network:
    ties: list[tuple[str, list[str]]] = [("source", []), ("target", []), ("relation", [])]
    return Network.from_columns({"actors": [("id", [f"A{i}" for i in range(count)])], "ties": ties}, name="alone")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What each check of explorer.mjs found wrong."""
    node = shutil.which("node")
    if node is None or not (WEB / "node_modules" / "playwright-core").is_dir() or not shutil.which("chromium"):
        pytest.fail("Node.js, playwright-core or Chromium is not installed. './dev test browser' installs them.")
    subprocess.run([node, WEB / "node_modules" / "typescript" / "bin" / "tsc", "--project", WEB], check=True)
    folder = tmp_path_factory.mktemp("pages")
    pages = {
        "case": cn.load("indonesia-cambodia-2021-2022"),
        "hostile": hostile(),
        "one": alone(1),
        "none": alone(0),
    }
    for name, network in pages.items():
        page = cn.explore(network)
        page.save(folder / f"{name}.html")
        if name == "case":
            cell = page._repr_mimebundle_()["text/html"]
            (folder / "notebook.html").write_text(f"<!doctype html><title>cell</title>{cell}", encoding="utf-8")
    done = subprocess.run([node, HERE / "explorer.mjs", folder], capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr[-4000:]
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("check", CHECKS)
def test_the_explorer(check: str, found: dict[str, Any]) -> None:
    assert found[check] == []


def test_a_page_of_thousands_is_refused_with_what_to_do() -> None:
    with pytest.raises(InvalidOption, match=r"at most 1,500 actors, and here are 3,000\. Narrow the projection"):
        cn.explore(alone(3000))


def test_no_planted_name_reaches_a_public_page() -> None:
    canary = "Kanarienvogel"
    case = cn.load("indonesia-cambodia-2021-2022")
    notes = [f"{canary} {number}" for number in range(len(case.ties))]
    sites = [canary if actor.kind == "site" else actor["name"] for actor in case.actors.values()]
    planted = case.with_column("ties", "note", notes).with_column("actors", "name", sites)
    planted = planted.with_column("actors", "note", [canary] * len(case.actors)).with_column(
        "actors", "alias", [canary] * len(case.actors)
    )
    assert canary in cn.explore(planted).html
    assert canary not in cn.explore(planted, public=True).html
    assert canary not in repr(cn.explore(planted, public=True)._repr_mimebundle_())


def test_a_saved_table_is_guarded_as_python_guards_it() -> None:
    source = (WEB / "src" / "explorer" / "csv.ts").read_text(encoding="utf-8")
    guarded = re.search(r"RUNS = /\^'\*\[(.*?)\]/", source)
    ours = re.search(
        r"_FORMULA = re\.compile\(\"'\*\[(.*?)\]", (WEB.parent / "coopnet" / "frames.py").read_text("utf-8")
    )
    assert guarded is not None
    assert ours is not None
    assert set(guarded[1].replace("\\", "")) == set(ours[1].replace("\\", ""))


def test_the_units_of_the_page(found: dict[str, Any]) -> None:
    tests = HERE.parents[1] / "build" / "pages" / "tests" / "explorer.test.js"  # compiled for the checks above
    done = subprocess.run(["node", "--test", tests], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout[-4000:]
