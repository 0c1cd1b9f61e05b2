"""Workbooks in the shape of NodeXL: what is claimed comes back, and nothing in them runs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import coopnet as cn
from coopnet import Network

ODD = ["007", "NA", "nan", "TRUE", "1e5", "=1+1", "+62", "@x", "-", "'", "<b>", "ខ្មែរ", "a;b", "_x0041_", "2022-08-15"]
TEXT = st.one_of(
    st.sampled_from(ODD), st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=8)
)
IDS = TEXT.map(str.strip).filter(bool)
NUMBERS = st.sampled_from(["", "1.5", "2", "-0.25", "1.50", "1e3"])


@st.composite
def networks(draw: st.DrawFn) -> Network:
    ids = draw(st.lists(IDS, min_size=1, max_size=5, unique=True))
    ends = st.sampled_from(ids)
    rows = draw(st.lists(st.tuples(ends, ends, TEXT, NUMBERS, TEXT), max_size=6))
    header = ["source", "target", "note", "strength", "own"]
    ties = [(name, [row[place] for row in rows]) for place, name in enumerate(header)]
    return Network.from_columns({"actors": [("id", ids), ("name", [draw(TEXT) for _ in ids])], "ties": ties}, name="t")


def filled(network: Network, table: str) -> dict[str, list[str]]:
    return {name: cells for name, cells in network.core.columns(table) if any(cells)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(network=networks())
def test_what_is_claimed_comes_back(network: Network, tmp_path: Path) -> None:
    losses = cn.write(network, tmp_path / "t.xlsx")
    if any("tells no types" in loss for loss in losses):
        return
    again = cn.read(tmp_path / "t.xlsx")
    assert filled(again, "actors") == filled(network, "actors")
    assert filled(again, "ties") == filled(network, "ties")


def test_it_is_what_nodexl_has_and_text_stays_text(tmp_path: Path) -> None:
    network = Network.from_columns(
        {
            "actors": [("id", ["007", "=HYPERLINK(1)"]), ("name", ["+62 21", "b"])],
            "ties": [("source", ["007"]), ("target", ["=HYPERLINK(1)"]), ("strength", ["2.5"]), ("own", ["3"])],
        }
    )
    assert not cn.write(network, tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == ["Edges", "Vertices"]
    edges = [[cell.value for cell in row] for row in book["Edges"].iter_rows()]
    assert edges[1][:2] == ["Vertex 1", "Vertex 2"]
    assert edges[2][:2] == ["007", "=HYPERLINK(1)"]
    assert {2.5, 3} <= set(edges[2])
    cell = book["Vertices"]["A4"]
    assert (cell.value, cell.data_type, cell.number_format, cell.quotePrefix) == ("=HYPERLINK(1)", "s", "@", True)
    with zipfile.ZipFile(tmp_path / "t.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml") + archive.read("xl/worksheets/sheet2.xml")


def test_the_same_network_gives_the_same_bytes(tmp_path: Path) -> None:
    network = cn.load("demo-referral")
    for name in ("a.xlsx", "b.xlsx"):
        cn.write(network, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert b"1980-01-01T00:00:00Z</dcterms:modified" in archive.read("docProps/core.xml")


def test_what_is_lost_is_said(tmp_path: Path) -> None:
    losses = cn.write(cn.load("demo-referral"), tmp_path / "t.xlsx")
    assert "A workbook carries no sources." in losses
    network = Network.from_columns(
        {
            "actors": [("id", ["a", "b"]), ("Vertex", ["x", "y\x01"]), ("code", ["1", "2"])],
            "ties": [("source", ["a"]), ("target", ["b"])],
        },
        about={"types": {"actors": {"code": "string"}}},
    )
    assert list(cn.write(network, tmp_path / "t.xlsx")) == [
        "A workbook tells no types: code of the actors would be read as numbers.",
        'A workbook has a column "Vertex" of its own: ours is "Vertex (own)".',
        "A workbook carries no control characters and 32,767 characters in a cell: 1 cells lose some.",
    ]
    with pytest.raises(cn.InvalidOption, match="would lose something"):
        cn.write(network, tmp_path / "strict.xlsx", strict=True)
    assert not (tmp_path / "strict.xlsx").exists()


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".xlsm"])
def test_other_workbooks_are_not_written(suffix: str, tmp_path: Path) -> None:
    with pytest.raises(cn.InvalidOption, match=r"call the workbook \.xlsx"):
        cn.write(Network.from_edges([("a", "b")]), tmp_path / f"t{suffix}")


def test_the_sheets_of_nodexl_that_list_vertices_by_group_are_passed_over(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Edges"
    for row in (["", "", "Visual Properties"], ["Vertex 1", "Vertex 2", "Color"], ["a", "b", "Red"]):
        book["Edges"].append(row)
    for title, rows in (
        ("Vertices", (["", "Visual Properties"], ["Vertex", "Shape"], ["a", "Disk"], ["b", "Square"])),
        ("Group Vertices", (["Group", "Vertex"], ["G1", "a"], ["G1", "b"])),
        ("Overall Metrics", (["Graph Metric", "Value"], ["Vertices", 2])),
    ):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "n.xlsx")
    network = cn.read(tmp_path / "n.xlsx")
    assert network.actors["a"].Shape == "Disk"
    assert next(iter(network.ties.values())).Color == "Red"
