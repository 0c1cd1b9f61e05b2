"""Matrices and workbooks of other people."""

from __future__ import annotations

import datetime
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import coopnet as cn
from coopnet import Network


def book(path: Path, **sheets: list[list[object]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def ties(network: Network) -> list[tuple[str, str, float]]:
    return [(tie["source"], tie["target"], tie.strength) for tie in network.ties.values()]


def said(network: Network) -> str:
    return "\n".join(problem.message for problem in network.problems())


def refused(path: Path, **options: object) -> list[tuple[str, int | None, str, str]]:
    with pytest.raises(cn.InvalidNetwork) as caught:
        cn.read(path, **options)
    return [tuple(problem) for problem in caught.value.problems]


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


# --- matrices -------------------------------------------------------------------------------


def test_a_matrix_is_matched_by_name_not_by_place(tmp_path: Path) -> None:
    network = cn.read(put(tmp_path / "m.csv", ",police,bureau,ngo\nngo,0,2,0\npolice,0,1.5,0\nbureau,3,0,0\n"))
    assert ties(network) == [("ngo", "bureau", 2.0), ("police", "bureau", 1.5), ("bureau", "police", 3.0)]
    assert list(network.actors) == ["ngo", "police", "bureau"]
    assert 'read as a square matrix of the relation "tie".' in said(network)


def test_zero_is_no_tie_and_an_empty_cell_is_not_known(tmp_path: Path) -> None:
    network = cn.read(put(tmp_path / "m.csv", ",a,b,c\na,,1,\nb,2,,NA\nc,0,5,\n"))
    assert ties(network) == [("a", "b", 1), ("b", "a", 2), ("c", "b", 5)]
    assert '2 cells are empty (first: row "a", column "c"): not known' in said(network)


def test_halves_that_say_the_same_have_no_direction(tmp_path: Path) -> None:
    file = put(tmp_path / "m.csv", ",a,b,c\nb,2,0,0\na,1,2,0\nc,0,0,0\n")
    network = cn.read(file)
    assert ties(network) == [("b", "a", 2), ("a", "a", 1)]
    assert network.vocabulary["relations"]["tie"]["directed"] is False
    assert len(cn.read(file, mapping={"directed": True}).ties) == 3


def test_one_half_alone_is_refused_until_said(tmp_path: Path) -> None:
    file = put(tmp_path / "m.csv", ",a,b,c\na,,1,0\nb,,,2\nc,,,\n")
    ((_, row, _, message),) = refused(file)
    assert row == 1
    assert "directed: false" in message
    assert ties(cn.read(file, mapping={"directed": False})) == [("a", "b", 1), ("b", "c", 2)]


def test_halves_that_differ_are_refused_where_no_direction_is_said(tmp_path: Path) -> None:
    file = put(tmp_path / "m.csv", ",a,b\na,0,1\nb,2,0\n")
    ((_, row, column, message),) = refused(file, mapping={"directed": False})
    assert (row, column) == (2, "b")
    assert 'from "a" it says 1, from "b" 2' in message
    assert len(cn.read(file).ties) == 2


def test_two_modes_are_a_matrix_only_if_said(tmp_path: Path) -> None:
    file = put(tmp_path / "m.csv", "agency,Bali Process,ASEANAPOL\nID.NCB,1,1\nKH.NCB,0,1\n")
    problems = refused(file)
    assert "Say matrix: true" in problems[0][3]
    network = cn.read(file, mapping={"matrix": True})
    assert ties(network) == [("ID.NCB", "Bali Process", 1), ("ID.NCB", "ASEANAPOL", 1), ("KH.NCB", "ASEANAPOL", 1)]
    folded = cn.Projection(affiliations="count")
    assert cn.centrality.degree(network, over=folded)["ID.NCB"] > 0


@pytest.mark.parametrize("text", ["1,2\n2,3\n3,1\n", "1,2,1\n2,3,1\n", "1,2,3\n2,3,1\n3,1,2\n"])
def test_a_list_of_numbered_actors_without_a_header_is_no_matrix(text: str, tmp_path: Path) -> None:
    assert any("no column source" in message for *_, message in refused(put(tmp_path / "m.csv", text)))


def test_rows_of_a_matrix_have_a_cell_for_each_column(tmp_path: Path) -> None:
    problems = refused(put(tmp_path / "m.csv", ",a,b\na,0,1\nb,3\nc,0,0,1\n"))
    assert [(row, message[:24]) for _, row, _, message in problems] == [
        (3, "2 fields where the heade"),
        (4, "more fields than the 3 o"),
    ]


def test_marks_need_a_value(tmp_path: Path) -> None:
    file = put(tmp_path / "m.csv", ",a,b\na,,x\nb,x,\n")
    problems = refused(file)
    assert [(row, column) for _, row, column, _ in problems] == [(2, "b"), (3, "a")]
    assert '{"values": {"strength": {"x": 1}}}' in problems[0][3]
    assert ties(cn.read(file, mapping={"values": {"strength": {"x": 1}}})) == [("a", "b", 1)]


def test_everything_wrong_with_a_matrix_is_said_at_once(tmp_path: Path) -> None:
    file = put(tmp_path / "m.csv", ',a,b,a\na,0,"1,234",0\n,1,soon,0\na,0,0,0\n')
    problems = refused(file, mapping={"matrix": True})
    assert [(row, column) for _, row, column, _ in problems] == [(1, "a"), (2, "b"), (3, ""), (3, "b"), (4, "")]


def test_blocks_of_a_sheet_are_relations_under_their_titles(tmp_path: Path) -> None:
    text = "phones,,\n,a,b\na,0,1\nb,0,0\n,,\nwrites,,\n,b,a\na,3,0\nb,0,3\n"
    network = cn.read(put(tmp_path / "m.csv", text))
    assert [(tie["relation"], tie["source"], tie["target"]) for tie in network.ties.values()] == [
        ("phones", "a", "b"),
        ("writes", "a", "b"),
    ]
    assert [network.vocabulary["relations"][name]["directed"] for name in ("phones", "writes")] == [True, False]


def test_names_of_a_matrix_may_be_mapped_to_one(tmp_path: Path) -> None:
    file = put(tmp_path / "m.csv", ",NCB Jkt,KH.NCB\nID.NCB,0,1\nKH.NCB,2,0\n")
    network = cn.read(file, mapping={"values": {"actor": {"NCB Jkt": "ID.NCB"}}})
    assert ties(network) == [("ID.NCB", "KH.NCB", 1), ("KH.NCB", "ID.NCB", 2)]


def test_a_matrix_from_a_frame() -> None:
    frame = pd.DataFrame([[0, 1.5], [float("nan"), 0]], index=["b", "a"], columns=["a", "b"])
    network = Network.from_matrix(frame, directed=True, relation="phones")
    assert ties(network) == [("b", "b", 1.5)]
    assert network.ties["T1"].relation == "phones"
    numbered = pd.DataFrame([[0, 1], [1, 0]], index=[1, 2], columns=[1, 2])
    assert ties(Network.from_matrix(numbered)) == [("1", "2", 1)]
    undirected = Network.from_matrix(frame.fillna(0), directed=None)
    assert not undirected.vocabulary["relations"]["tie"]["directed"]


# --- workbooks --------------------------------------------------------------------------------


def test_cells_of_a_workbook_are_what_it_shows(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["source", "target", "since", "strength"])
    sheet.append([7, True, datetime.datetime(2022, 8, 15), 0.5])
    sheet.append(["1e5", "NA", 2022, 3])
    sheet["A2"].number_format = "000"
    made.save(tmp_path / "t.xlsx")
    network = cn.read(tmp_path / "t.xlsx")
    assert ties(network) == [("007", "TRUE", 0.5), ("1e5", "NA", 3)]
    assert [tie.since for tie in network.ties.values()] == ["2022-08-15", "2022"]


def test_what_a_spreadsheet_has_spoilt_is_said_with_its_place(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "Ties"
    sheet.append(["source", "target", "strength"])
    sheet.append([datetime.date(2022, 3, 1), "a", 1])
    sheet.append([12345678901234567890, "a", "=1+1"])
    sheet.append(["b", "a", "#REF!"])
    sheet.append(["c", "a", 1])
    sheet.append([None, "b", 1])
    sheet["C4"].data_type = "e"
    sheet.merge_cells("A5:A6")
    made.save(tmp_path / "t.xlsx")
    problems = refused(tmp_path / "t.xlsx")
    assert {file for file, *_ in problems} == {"t.xlsx, sheet Ties"}
    assert [(row, column, message[:22]) for _, row, column, message in problems] == [
        (2, "source", "this is the date 2022-"),
        (3, "source", "a spreadsheet keeps 15"),
        (3, "strength", "the value of this form"),
        (4, "strength", "the formula of this ce"),
        (6, "source", "cells A5 to A6 are mer"),
    ]


def test_sheets_of_ties_and_actors_are_found_by_their_columns(tmp_path: Path) -> None:
    file = book(
        tmp_path / "n.xlsx",
        Notes=[["Anything at all"]],
        Vertices=[["Visual Properties"], ["Vertex", "Color"], ["a", "red"], ["b", None], ["c", None]],
        Edges=[["Visual Properties", None], ["Vertex 1", "Vertex 2", "Width"], ["a", "b", 2]],
    )
    network = cn.read(file)
    assert list(network.actors) == ["a", "b", "c"]
    assert [(tie["source"], tie["target"], tie.Width) for tie in network.ties.values()] == [("a", "b", 2)]
    assert network.actors["a"].Color == "red"


def test_several_sheets_of_ties_need_a_choice(tmp_path: Path) -> None:
    rows = [["source", "target"], ["a", "b"]]
    file = book(tmp_path / "n.xlsx", y2021=rows, y2022=[*rows, ["b", "c"]])
    with pytest.raises(cn.InvalidOption, match=r"y2021, y2022. Say sheet in the mapping"):
        cn.read(file)
    assert len(cn.read(file, mapping={"sheet": "y2022"}).ties) == 2
    with pytest.raises(cn.InvalidOption, match='no sheet "y2023"'):
        cn.read(file, mapping={"sheet": "y2023"})


def test_matrices_on_sheets_are_relations(tmp_path: Path) -> None:
    file = book(
        tmp_path / "n.xlsx",
        phones=[[None, "a", "b"], ["a", 0, 1], ["b", 0, 0]],
        writes=[[None, "b", "a"], ["b", 0, 4], ["a", 0, 0]],
    )
    network = cn.read(file)
    assert [(tie["relation"], *pair) for tie, pair in zip(network.ties.values(), ties(network), strict=True)] == [
        ("phones", "a", "b", 1),
        ("writes", "b", "a", 4),
    ]


def test_ties_and_actors_may_come_from_different_kinds_of_file(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source;target\na;b\n")
    actors = book(tmp_path / "a.xlsx", Sheet=[["List of agencies"], ["ID", "Name"], ["a", "First"], ["b", "Second"]])
    network = cn.read(file, actors=actors)
    assert network.actors["b"].name == "Second"
    with pytest.raises(cn.CoopnetError, match=r"no file .*b\.xlsx"):
        cn.read(file, actors=tmp_path / "b.xlsx")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<html></html>", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(content)
    with pytest.raises(cn.ParseError, match="save it as"):
        cn.read(tmp_path / "t.xlsx")


def test_bombs_and_entities_are_refused_unread(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for part in range(6):
            archive.writestr(f"xl/worksheets/sheet{part}.xml", b"0" * 100_000_000)
    with pytest.raises(cn.ParseError, match="512 MB"):
        cn.read(tmp_path / "bomb.xlsx")
    with zipfile.ZipFile(tmp_path / "entity.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(cn.ParseError, match="declares entities"):
        cn.read(tmp_path / "entity.xlsx")


@pytest.mark.parametrize("suffix", [".xls", ".ods"])
def test_older_and_other_spreadsheets_say_what_to_save(suffix: str, tmp_path: Path) -> None:
    file = put(tmp_path / f"t{suffix}", "x")
    with pytest.raises(cn.ParseError, match=r"Save it as \.xlsx"):
        cn.read(file)
