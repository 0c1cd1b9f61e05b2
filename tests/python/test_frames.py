"""Cells of CSV tables: what a spreadsheet would run is written as text and read back as it was."""

from __future__ import annotations

import csv
import datetime
import io
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from coopnet import ParseError
from coopnet.frames import FORMAT, cell_text, columns_of_frame, csv_text, holds, read_csv, typed


@pytest.mark.parametrize("cell", ["=1+1", "+a", "-", "@SUM(A1)", "-2+3", "＝1", "＋1", "－1", "＠a", "'=1", "''=1"])
def test_a_formula_gets_a_leading_quote_and_loses_it_again(cell: str, tmp_path: Path) -> None:
    text = csv_text([("cell", [cell]), ("other", ["x"])])
    assert list(csv.reader(io.StringIO(text)))[1] == [f"'{cell}", "x"]
    (tmp_path / "table.csv").write_text(text)
    assert read_csv(tmp_path / "table.csv") == ([("cell", [cell]), ("other", ["x"])], [])


@pytest.mark.parametrize("cell", ["-1.5", "+3", "-1e-9", "a=b", "'quoted'", "it's", "", "0"])
def test_numbers_and_plain_text_stay_as_they_are(cell: str, tmp_path: Path) -> None:
    text = csv_text([("cell", [cell]), ("other", ["x"])])
    assert list(csv.reader(io.StringIO(text)))[1] == [cell, "x"]
    (tmp_path / "table.csv").write_text(text)
    assert read_csv(tmp_path / "table.csv")[0][0] == ("cell", [cell])


def test_a_header_is_no_formula_either(tmp_path: Path) -> None:
    text = csv_text([("=cmd", ["x"])])
    assert text.startswith("'=cmd")
    (tmp_path / "table.csv").write_text(text)
    assert read_csv(tmp_path / "table.csv") == ([("=cmd", ["x"])], [])


@pytest.mark.parametrize("cell", ["a\rb", "a\r\nb", 'say "no"', "a,b", " inside ", "ក,ខ", "x" * 100_000])
def test_line_ends_quotes_and_commas_stay_inside_their_cell(cell: str, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(csv_text([("cell", [cell, "next"]), ("other", ["x", "y"])]).encode())
    assert read_csv(tmp_path / "table.csv") == ([("cell", [cell.strip(), "next"]), ("other", ["x", "y"])], [])


def test_a_table_of_one_empty_cell_has_a_row(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(csv_text([("a", ["", "x"])]))
    assert read_csv(tmp_path / "table.csv") == ([("a", ["", "x"])], [])


def test_rows_that_do_not_fit_are_all_reported_and_keep_their_place(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text('a,b\n1,"two\nlines"\n3\n\n4,5,6\n7,8\n\n,\n')
    columns, problems = read_csv(tmp_path / "table.csv")
    assert columns == [("a", ["1", "3", "", "4", "7"]), ("b", ["two\nlines", "", "", "5", "8"])]
    assert [(item.row, item.message.partition(".")[0]) for item in problems] == [
        (3, "1 fields where the header has 2"),
        (4, "the row is empty"),
        (5, "3 fields where the header has 2"),
    ]


@pytest.mark.parametrize(
    ("content", "sentence", "line"),
    [
        (b"", "the file is empty", 1),
        (b"\n\n", "the file is empty", 1),
        (b"a,b\nx,\xe9\n", "not UTF-8", 2),
        (b"a,b\n\nx,\x00\n", "NUL", 3),
        (b"\xff\xfea\x00", "not UTF-8", 1),
        (b'a,b\n"x,y\n', "Close the quotes", 2),
        (b'a,b\n"x"y,z\n', "Close the quotes", 2),
    ],
)
def test_what_is_no_csv_is_refused_with_its_line(content: bytes, sentence: str, line: int, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_bytes(content)
    with pytest.raises(ParseError, match=sentence) as caught:
        read_csv(tmp_path / "table.csv")
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NA, ""),
        (pd.NaT, ""),
        (True, "true"),
        (np.bool_(False), "false"),
        (7, "7"),
        (7.0, "7"),
        (np.int64(7), "7"),
        (np.float32(0.5), "0.5"),
        (0.1, "0.1"),
        (1e300, "1e+300"),
        ("007", "007"),
        (["S1", "S2"], "S1;S2"),
        ({"b", "a"}, "a;b"),
        (datetime.date(2022, 8, 15), "2022-08-15"),
        (pd.Timestamp("2022-08-15 13:00"), "2022-08-15"),
    ],
)
def test_a_value_becomes_the_text_that_a_person_would_write(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_ids_of_a_frame_stay_text_and_its_index_becomes_a_column() -> None:
    frame = pd.DataFrame({"id": ["007", "NA"], "size": [1.0, 2.5]}).set_index("id")
    assert columns_of_frame(frame) == [("id", ["007", "NA"]), ("size", ["1", "2.5"])]


def test_doubled_column_names_survive_to_be_refused() -> None:
    frame = pd.DataFrame([["a", "b", "c"]], columns=["source", "target", "target"])
    assert columns_of_frame(frame) == [("source", ["a"]), ("target", ["b"]), ("target", ["c"])]


def test_a_column_holds_what_the_format_says_else_what_the_network_says() -> None:
    assert holds("ties", "strength", {"strength": "string"}) == "number"
    assert holds("ties", "sources", {}) == "list"
    assert holds("ties", "size", {"size": "integer"}) == "number"
    assert holds("ties", "size", {}) == "text"
    assert typed(["1", "", "2.5"], "number")[::2] == [1.0, 2.5]
    assert typed(["S1; S2", ""], "list") == [("S1", "S2"), ()]
    assert typed(["a", ""], "text") == ["a", None]
    assert list(FORMAT["sources"]) == ["id", "title", "publisher", "url", "date", "language", "grade", "handling"]
