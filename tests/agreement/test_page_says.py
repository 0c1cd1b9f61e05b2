"""What a page says in Python and as a command, run: the same edits, the same question, the same answer."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from typing import Any

import pytest

import coopnet as cn
from coopnet import Projection, Scenario
from coopnet.cli import main
from coopnet.pages.arrays import web_view

from .page import COMPILED, compiled, run

CASE = "indonesia-cambodia-2021-2022"
COOPNET = f'coopnet() {{ {sys.executable} -c "from coopnet.cli import main; raise SystemExit(main())" "$@"; }}'
WAY = {"ask": "pathways", "from": "ID.NCB", "to": "KH.CNP"}

SCENARIOS: dict[str, Scenario] = {
    "an actor": Scenario().remove("ID.EMB"),
    "ties between two": Scenario().remove("ID.NCB", "KH.NCB", "i247").remove("ID.EMB", "KH.CNP"),
    "a tie": Scenario().remove(tie="T026"),
    "an attaché": Scenario()
    .add_actor("ID.POLPP", kind="attache", country="IDN", name='Atase "Polri", Phnom Penh', note="it's new; a=b")
    .add_tie("ID.EMB", "ID.POLPP", "verifies")
    .add_tie("ID.POLPP", "KH.CNP", "liaises", channel="police", reliability=0.9, delay_days=2),
    "another reliability": Scenario().change("ID.NCB", "KH.NCB", "i247", reliability=0.25).change("T026", strength=2),
    "an empty cell": Scenario().change("T026", reliability=None, until=".."),
    "removed before added": Scenario().remove("ID.EMB").add_tie("ID.NCB", "KH.CNP", "liaises", reliability=0.5),
    "an order that matters": Scenario()
    .remove("ID.NCB", "KH.NCB")
    .add_tie("ID.NCB", "KH.NCB", "i247", reliability=0.4, status=None),
}
ASKS: list[dict[str, Any]] = [
    {"ask": "betweenness"},
    {**WAY, "k": 3},
    {**WAY, "by": "reliability"},
    {**WAY, "ask": "cuts"},
    {**WAY, "ask": "cuts", "of": "ties"},
    {**WAY, "ask": "dominators"},
    {"ask": "reach", "from": "ID.NCB"},
    {"ask": "reach", "from": "ID.NCB", "within": 2, "mode": "all"},
    {"ask": "components", "strong": True},
    {**WAY, "ask": "reliability"},
]
OVERS = [
    Projection(),
    Projection(layers=["cooperation", "flow"], during="2022", where={"channel": ["police", None]}, loops=False),
]


def said(over: Projection, asked: list[dict[str, Any]]) -> list[list[str | None]]:
    given = {"view": web_view(cn.load(CASE), over), "asked": asked}
    return list(json.loads(run(compiled(), COMPILED / "tests" / "say.js", given=json.dumps(given))))


def question(ask: dict[str, Any], edits: Any = (), filter: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"ask": ask, "question": {"edits": list(edits), "over": filter or {}}}


def ran(python: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(python, "page", "exec"), names)
    assert capsys.readouterr().out
    return names


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_python_that_a_page_says_makes_the_same_edits(name, capsys):
    edits = SCENARIOS[name].edits
    ((python, _),) = said(Projection(), [question({"ask": "degree"}, edits)])
    assert ran(str(python), capsys)["scenario"].edits == edits


@pytest.mark.parametrize("over", OVERS, ids=str)
def test_the_python_that_a_page_says_asks_the_same_question(over, capsys):
    filter = {"during": "2022-08", "relations": ["i247", "requests", "liaises"]}
    asked = [question(ask, edits, filter) for ask in ASKS for edits in ((), SCENARIOS["an attaché"].edits)]
    for one, (python, _) in zip(asked, said(over, asked), strict=True):
        try:
            names = ran(str(python), capsys)
        except cn.NoPathway:
            continue
        expected = over.replace(**filter)
        if one["ask"].get("by") == "reliability" or one["ask"]["ask"] == "reliability":
            expected = expected.replace(weight="reliability")
        assert names["over"] == expected, python
        name = "k_shortest" if one["ask"]["ask"] == "pathways" else one["ask"]["ask"]
        name = "most_reliable" if one["ask"].get("by") == "reliability" else name
        assert f".{name}" in str(python)


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_command_that_a_page_says_gives_the_same_answer(name, capsys):
    scenario = SCENARIOS[name]
    asks = [{"ask": "betweenness"}, {**WAY, "by": "reliability"}]
    for ask, (_, command) in zip(
        asks, said(Projection(), [question(ask, scenario.edits) for ask in asks]), strict=True
    ):
        rows = answer_of(str(command), capsys)["rows"]
        asked = "betweenness" if ask["ask"] == "betweenness" else "pathways.most_reliable"
        subject = () if asked == "betweenness" else (WAY["from"], WAY["to"])
        expected = cn.scenario.compare(cn.load(CASE), scenario, asked, *subject).rows()
        numbers = [[row["before"], row["after"]] for row in rows]
        assert numbers == [[nothing_if_nan(row["before"]), nothing_if_nan(row["after"])] for row in expected], command


@pytest.mark.parametrize("over", OVERS, ids=str)
def test_the_commands_that_a_page_says_run(over, capsys):
    asked = [question(ask, edits) for ask in ASKS for edits in ((), SCENARIOS["an actor"].edits)]
    commands = [(one, command) for one, (_, command) in zip(asked, said(over, asked), strict=True)]
    for one, command in commands:
        unaskable = one["ask"]["ask"] == "components" or (
            one["ask"]["ask"] == "reliability"
            if not one["question"]["edits"]
            else one["ask"]["ask"] == "dominators" or {"of", "within"} & set(one["ask"])
        )
        assert (command is None) == bool(unaskable), one
        if command is not None:
            answer = answer_of(command, capsys)
            assert answer["projection"] or over == Projection()


def test_an_order_that_matters_goes_in_as_it_is():
    (_, command), (_, other) = said(
        Projection(),
        [question(WAY, SCENARIOS[name].edits) for name in ("an order that matters", "removed before added")],
    )
    assert "--edits /dev/stdin" in str(command)
    assert "--edits" not in str(other)


def answer_of(command: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Of a line here; of one that hands edits over, by a shell. One that finds no pathway exits with 1."""
    line, heredoc, rest = command.partition(" <<'END'")
    if heredoc:
        done = subprocess.run(
            ["bash", "-c", f"{COOPNET}\n{line} --json{heredoc}{rest}\n"],
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        code, out = done.returncode, done.stdout
    else:
        code = main([*shlex.split(line)[1:], "--json"])
        out = capsys.readouterr().out
    assert code in (0, 1), command
    return dict(json.loads(out)) if out else {"projection": True, "rows": []}


def nothing_if_nan(value: float) -> float | None:
    return None if value != value else value
