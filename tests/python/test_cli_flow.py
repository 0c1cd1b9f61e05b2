"""coopnet flow: amounts, cuts, routes and costs from the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from coopnet.cli import main

TIES = """source,target,capacity,cost
shelter,bus,30,0
shelter,plane,20,0
bus,home,12,40
plane,home,25,200
home,home,9,1
"""


@pytest.fixture
def legs(tmp_path: Path) -> str:
    path = tmp_path / "legs.csv"
    path.write_text(TIES)
    return str(path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command here; gives its exit code, stdout and stderr."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(["flow", *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


Run = Callable[..., tuple[int, str, str]]


def test_flow_shows_the_ties_that_carry_something(run: Run, legs: str) -> None:
    code, out, err = run(legs, "shelter", "home")
    assert code == 0
    assert "In all: 32." in err
    assert [line.split()[0] for line in out.splitlines()[2:]] == ["T1", "T2", "T3", "T4"]


def test_flow_as_json_and_csv(run: Run, legs: str) -> None:
    code, out, _ = run(legs, "shelter", "home", "--json")
    answer = json.loads(out)
    assert (code, answer["question"], answer["value"]) == (0, "flows.maximum", 32)
    _, out, _ = run(legs, "shelter", "home", "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [float(row["amount"]) for row in rows] == [12, 20, 12, 20, 0]


def test_flow_cut(run: Run, legs: str) -> None:
    code, out, _ = run(legs, "shelter", "home", "--cut", "--json")
    assert code == 0
    (cut,) = json.loads(out)["rows"]
    assert (cut["ties"], cut["capacity"], cut["source_side"]) == (["T2", "T3"], 32, ["shelter", "bus"])


def test_flow_routes(run: Run, legs: str) -> None:
    code, out, _ = run(legs, "shelter", "home", "--routes", "--json")
    assert code == 0
    routes = [(row["actors"], row["amount"]) for row in json.loads(out)["rows"]]
    assert routes == [(["shelter", "plane", "home"], 20), (["shelter", "bus", "home"], 12)]
    assert run(legs, "shelter", "home", "--routes")[0] == 0


def test_flow_at_least_cost(run: Run, legs: str) -> None:
    code, _, err = run(legs, "shelter", "home", "--cost", "cost", "--amount", "20")
    assert code == 0
    assert "In all: 20, at a cost of 2080." in err
    code, _, err = run(legs, "shelter", "home", "--cost", "cost", "--amount", "40")
    assert code == 2
    assert "At least 40 must come to" in err


def test_flow_from_several(run: Run, legs: str) -> None:
    assert "In all: 37." in run(legs, "bus,plane", "home")[2]


def test_flow_that_is_none_or_wrongly_asked(run: Run, legs: str) -> None:
    assert run(legs, "home", "shelter")[0] == 1
    for wrong in (["--cut", "--routes"], ["--amount", "3"], ["--least", "no such"], ["--room", "no such"]):
        code, _, err = run(legs, "shelter", "home", *wrong)
        assert code == 2, wrong
        assert err.strip()
    code, _, err = run(legs, "shelter", "nobody")
    assert code == 2
    assert "nobody" in err
