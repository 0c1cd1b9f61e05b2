"""DOT, through Graphviz in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import coopnet as cn
from coopnet import _core


@pytest.mark.parametrize("name", ["demo-referral", "indonesia-cambodia-2021-2022"])
def test_a_bundled_network_comes_back_as_it_was(name: str, tmp_path: Path) -> None:
    network = cn.load(name)
    assert not cn.write(network, tmp_path / "network.dot")
    again = cn.read(tmp_path / "network.dot")
    for table in ("actors", "ties", "sources", "figures"):
        assert again.core.columns(table) == network.core.columns(table)
    assert again.core.about == network.core.about
    assert again.core.vocabulary == network.core.vocabulary
    for carried in ("playbook", "report"):
        assert _parsed(getattr(again.core, carried)) == _parsed(getattr(network.core, carried))


def _parsed(text: str) -> object:
    return json.loads(text or "null")


def test_names_with_angle_brackets_are_text(tmp_path: Path) -> None:
    names = {"a": "<intake> <referral>", "b": "route<KHM>(sea & land)"}
    (tmp_path / "actors.csv").write_text("id,name\n" + "".join(f"{key},{name}\n" for key, name in names.items()))
    (tmp_path / "ties.csv").write_text("source,target,relation\na,b,<refers>\n")
    cn.write(cn.read(tmp_path / "ties.csv", actors=tmp_path / "actors.csv"), tmp_path / "saved.dot")
    again = cn.read(tmp_path / "saved.dot")
    assert {key: again.actors[key]["name"] for key in names} == names
    assert [tie["relation"] for tie in again.ties.values()] == ["<refers>"]


def test_a_broken_text_is_an_error_with_its_line(tmp_path: Path) -> None:
    broken = tmp_path / "broken.gv"
    broken.write_text("digraph {\n  a -> b;\n  b -> ;\n}\n")
    with pytest.raises(cn.ParseError, match=r"broken\.gv, line 3: Syntax error near ';'\.") as caught:
        cn.read(broken)
    assert caught.value.line == 3


def test_a_text_nested_beyond_all_reason_is_an_error(tmp_path: Path) -> None:
    deep = tmp_path / "deep.dot"
    deep.write_text("digraph {" + "{" * 200_000 + "}" * 200_000 + "}")
    with pytest.raises(cn.ParseError, match="emory exhausted"):
        cn.read(deep)


def test_a_picture_is_drawn_from_dot() -> None:
    draw = {"path": "text", "engine": "dot", "dpi": 96.0}
    assert b"</svg>" in _core.draw_dot("graph { a -- b }", **draw, format="svg")
    assert _core.draw_dot("graph { a -- b }", **draw, format="png").startswith(b"\x89PNG")
    with pytest.raises(cn.InvalidOption, match='no picture format "jpeg"'):
        _core.draw_dot("graph { a -- b }", **draw, format="jpeg")


def test_ctrl_c_stops_a_drawing_that_has_no_end() -> None:
    code = """
import os, signal, threading, time
from coopnet import _core
asked = 0.0
def interrupt():
    global asked
    asked = time.monotonic()
    os.kill(os.getpid(), signal.SIGINT)
def draw(dot):
    return _core.draw_dot(dot, path="text", engine="dot", format="svg", dpi=96.0)
edges = ((i, (i * 7 + step * 31) % 400) for i in range(400) for step in range(1, 40))
endless = "digraph {" + ";".join(f"{tail}->{head}" for tail, head in edges) + "}"
threading.Timer(0.5, interrupt).start()
try:
    draw(endless)
except KeyboardInterrupt:
    waited = time.monotonic() - asked
    assert b"</svg>" in draw("graph { a }")
    print(waited)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    assert float(run.stdout) < 0.25  # 0.1 s on a machine that does nothing else
