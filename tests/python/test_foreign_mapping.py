"""coopnet mapping proposes, coopnet check tells: what somebody else's table means, and what is wrong with it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import openpyxl
import pytest

import coopnet as cn
from coopnet.cli import main
from coopnet.foreign.alike import alike
from coopnet.foreign.proposal import propose


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


LEDGER = """From;To;Jenis hubungan;Tanggal;Keyakinan;Bobot;Sumber;Berkas
NCB Jakarta;NCB Phnom Penh;phones;15/08/2022;Tinggi;1.234,5;press;x
NCB Jkt;Bureau 2;phones;03/04/2022;Sedang;2;press;y
Embassy;NCB Jakarta;writes;tidak diketahui;0,5;3;;z
"""


def test_a_proposal_names_columns_dates_and_values_with_reasons(tmp_path: Path) -> None:
    made = propose(put(tmp_path / "t.csv", LEDGER))
    assert made.mapping["columns"] == {
        "source": "From",
        "target": "To",
        "relation": "Jenis hubungan",
        "date": "Tanggal",
        "strength": "Bobot",
        "reliability": "Keyakinan",
        "sources": "Sumber",
    }
    assert made.mapping["dayfirst"] is True
    assert made.mapping["decimal"] == ","
    assert made.mapping["values"] == {
        "date": {"tidak diketahui": None},
        "reliability": {"Sedang": 0.6, "Tinggi": 0.9},
    }
    reasons = {item["key"]: item["why"] for item in made.reasons}
    assert '"15/08/2022" can be read in one way only' in reasons["dayfirst"]
    assert any("Berkas" in remark for remark in made.open)
    assert any('"NCB Jkt" and "NCB Jakarta" may be one actor' in remark for remark in made.open)


def test_a_proposal_can_be_used_as_it_is(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", LEDGER)
    (tmp_path / "map.json").write_text(propose(file).to_json(), encoding="utf-8")
    network = cn.read(file, mapping=tmp_path / "map.json")
    first, second, third = network.ties.values()
    assert (first.since, first.strength, first.reliability) == ("2022-08-15", 1234.5, 0.9)
    assert (second.since, third.since, third.reliability) == ("2022-04-03", None, 0.5)
    assert len(network.actors) == 5  # alike, but nobody has said that they are one


def test_ends_that_the_actor_table_names_get_its_ids(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "From,To\nncb  jakarta,UNODC\nID.NCB,Office\n")
    actors = put(
        tmp_path / "a.csv", "Kode,Nama Instansi,Singkatan,Negara\nID.NCB,NCB Jakarta,,Indonesia\nUN.1,Office,UNODC,\n"
    )
    made = propose(file, actors)
    assert made.mapping["values"]["actor"] == {"ncb  jakarta": "ID.NCB", "UNODC": "UN.1", "Office": "UN.1"}
    assert made.mapping["values"]["country"] == {"Indonesia": "IDN"}
    network = cn.read(file, actors=actors, mapping=made.mapping)
    assert [(tie["source"], tie["target"]) for tie in network.ties.values()] == [("ID.NCB", "UN.1")] * 2
    assert network.actors["ID.NCB"].country == "IDN"


def test_source_is_a_reference_where_something_else_says_where_a_tie_begins(tmp_path: Path) -> None:
    made = propose(put(tmp_path / "t.csv", "From,To,Source\na,b,press\n"))
    assert made.mapping["columns"] == {"source": "From", "target": "To", "sources": "Source"}
    made = propose(put(tmp_path / "t.csv", "Source,Target\na,b\n"))
    assert made.mapping["columns"] == {"source": "Source", "target": "Target"}


def test_what_nobody_can_guess_is_asked(tmp_path: Path) -> None:
    made = propose(put(tmp_path / "t.csv", 'left,right,Date,Weight\na,b,03/04/2022,"1,234"\n'))
    said = "\n".join(made.open)
    assert "Say in columns which is source: left, right, Date, Weight." in said
    assert 'Say dayfirst, true or false: nothing tells whether "03/04/2022"' in said
    assert 'Say decimal or thousands: "1,234"' in said
    contrary = propose(put(tmp_path / "t.csv", "From,To,Date\na,b,15/08/2022\na,b,08/15/2022\n"))
    assert any("contradict each other" in remark for remark in contrary.open)


def test_a_matrix_is_proposed_as_one(tmp_path: Path) -> None:
    made = propose(put(tmp_path / "m.csv", ",a,b\na,0,1\nb,0,0\n"))
    assert made.mapping == {"matrix": True}


# --- names that are alike ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("Polícia Nacional", "policia  nacional", "case, accents or marks"),
        ("N.C.B. Jakarta", "N C B Jakarta", "case, accents or marks"),
        ("Bali Process", "Bali Proces", "spelt almost alike"),
        ("National Central Bureau", "NCB", "initials"),
        ("Office of the Prosecutor", "OP", "initials"),
        ("NCB Jakarta", "NCB Jkt", "abbreviates"),
        ("Ministry of Foreign Affairs", "Min of Foreign Aff", "abbreviates"),
    ],
)
def test_names_that_may_be_one_are_told(first: str, second: str, why: str) -> None:
    ((a, b, reason),) = alike([first, "Somebody else", second])
    assert (a, b) == (first, second)
    assert why in reason


@pytest.mark.parametrize(
    ("first", "second"),
    [("Unit 1", "Unit 2"), ("NCB Jakarta", "NCB Bangkok"), ("ID.NCB", "KH.NCB"), ("IOM", "ILO"), ("a", "b"), ("", "x")],
)
def test_names_that_are_others_are_not(first: str, second: str) -> None:
    assert alike([first, second]) == []


def test_many_names_take_no_longer_than_one_waits() -> None:
    chance = random.Random(1)
    names = ["".join(chance.choices("abcdefgh ", k=20)) for _ in range(20_000)]
    assert len(alike([*names, names[0].upper()])) >= 1


# --- the commands -----------------------------------------------------------------------------


def test_the_mapping_command_writes_a_file_and_says_what_is_next(tmp_path: Path, capsys) -> None:
    file = put(tmp_path / "t.csv", LEDGER)
    out = tmp_path / "map.json"
    assert main(["mapping", str(file), "--out", str(out)]) == 0
    shown, remarks = capsys.readouterr()
    assert "columns.source" in shown
    assert f"coopnet check {file} --mapping {out}" in remarks
    written = json.loads(out.read_text(encoding="utf-8"))
    assert written["dayfirst"] is True
    assert any("dayfirst = true" in why for why in written["why"])
    assert main(["check", str(file), "--mapping", str(out), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert any("NCB Jkt" in row["message"] for row in answer["rows"])
    assert main(["mapping", str(file)]) == 0
    assert json.loads(capsys.readouterr().out) == written
    assert main(["mapping", str(tmp_path / "none.csv")]) == 2
    assert "Check the path" in capsys.readouterr().err


def test_check_lists_every_problem_of_a_foreign_table(tmp_path: Path, capsys) -> None:
    file = put(tmp_path / "t.csv", "source,target,since,strength\na,b,03/04/2022,High\nb,,2022,1\n")
    assert main(["check", str(file), "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert [(row["file"], row["row"], row["column"]) for row in rows] == [
        ("t.csv", 2, "since"),
        ("t.csv", 2, "strength"),
        ("t.csv", 3, "target"),
    ]


def test_every_command_that_reads_takes_a_mapping(tmp_path: Path, capsys) -> None:
    file = put(tmp_path / "t.csv", "From,To\na,b\n")
    actors = tmp_path / "a.xlsx"
    made = openpyxl.Workbook()
    made.active.append(["id", "name"])
    made.active.append(["a", "First"])
    made.active.append(["b", "Second"])
    made.save(actors)
    mapping = put(tmp_path / "map.json", '{"columns": {"source": "From", "target": "To"}}')
    options = ["--actor-table", str(actors), "--mapping", str(mapping)]
    assert main(["rank", str(file), *options, "--json"]) == 0
    assert main(["convert", str(file), str(tmp_path / "n.json"), *options]) == 0
    assert cn.read(tmp_path / "n.json").actors["b"].name == "Second"
    capsys.readouterr()
    assert main(["rank", "demo-referral", "--mapping", str(mapping)]) == 2
    assert "needs neither" in capsys.readouterr().err
