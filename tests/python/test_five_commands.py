"""Two messy workbooks to a checked network, a picture and a file for Gephi, by the commands that the README shows."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
from pathlib import Path

import pytest

import coopnet as cn
from coopnet.cli import main

HERE = Path(__file__).parent
SPEC = importlib.util.spec_from_file_location("messy", HERE / "messy.py")
messy = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(messy)


def commands() -> list[list[str]]:
    text = (HERE.parents[1] / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```\n(coopnet mapping .*?)```", text, re.DOTALL)
    return [shlex.split(line)[1:] for line in block.splitlines()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    messy.workbooks(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_five_commands_lead_from_workbooks_to_gephi(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mapping, check, convert, draw, export = commands()
    assert main(mapping) == 0
    remarks = capsys.readouterr().err

    assert main([*check, "--json"]) == 1  # two spellings that nobody but a person can settle
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row["file"], row["row"], row["column"]) for row in rows] == [
        ("contacts.xlsx, sheet Sheet", 6, "Ke"),
        ("contacts.xlsx, sheet Sheet", 9, "Dari"),
    ]
    assert all("in the mapping's values who it is" in row["message"] for row in rows)

    meant = json.loads((folder / "map.json").read_text(encoding="utf-8"))
    for line in re.findall(r"add to values\.actor: (\{.*\})\.", remarks):
        meant["values"]["actor"] |= json.loads(line)
    (folder / "map.json").write_text(json.dumps(meant), encoding="utf-8")
    for command in (check, convert, draw, export):
        assert main(command) == 0, capsys.readouterr().err

    network = cn.read(folder / "network")
    assert cn.read(folder / "network.graphml") == network
    assert (folder / "network.svg").read_text(encoding="utf-8").startswith("<")


def test_the_workbooks_are_read_for_what_they_say(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(commands()[0])
    capsys.readouterr()
    meant = json.loads((folder / "map.json").read_text(encoding="utf-8"))
    meant["values"]["actor"] |= {"NCB Alf": "001", "Bravo Nat Police": "003"}
    network = cn.read(folder / "contacts.xlsx", actors=folder / "agencies.xlsx", mapping=meant)
    assert list(network.actors) == ["001", "002", "003", "004", "005"]
    found = [
        (tie["source"], tie["target"], tie.relation, tie.since, tie.reliability, tie.strength, tie.Berkas)
        for tie in network.ties.values()
    ]
    assert found[:4] == [
        ("001", "002", "telephone", "2022-08-15", 0.9, 1250.5, "007"),
        ("001", "003", "letter", "2022-08-27", 0.6, 12.0, "008"),
        ("004", "001", "letter", "2022-09-03", 0.75, 3.0, "009"),
        ("003", "004", "meeting", "2022-09", 0.3, 0.5, "010"),
    ]
    last = network.ties["T5"]
    assert (last.since, last.reliability, last.strength == last.strength) == (None, 0.9, False)


def test_without_a_mapping_the_message_says_what_is_next(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "contacts.xlsx", "--actor-table", "agencies.xlsx", "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert all("coopnet mapping proposes one" in row["message"] for row in rows)
