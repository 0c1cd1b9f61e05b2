"""Cells of CSV tables: what a spreadsheet would run is written as text and read back as it was."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from coopnet.frames import csv_text, read_csv


@pytest.mark.parametrize("cell", ["=1+1", "+a", "-", "@SUM(A1)", "-2+3", "＝1", "＋1", "－1", "＠a", "'=1", "''=1"])
def test_a_formula_gets_a_leading_quote_and_loses_it_again(cell: str, tmp_path: Path) -> None:
    text = csv_text([("cell", [cell]), ("other", ["x"])])
    assert list(csv.reader(io.StringIO(text)))[1] == [f"'{cell}", "x"]
    (tmp_path / "table.csv").write_text(text)
    assert read_csv(tmp_path / "table.csv") == [("cell", [cell]), ("other", ["x"])]


@pytest.mark.parametrize("cell", ["-1.5", "+3", "-1e-9", "a=b", "'quoted'", "it's", "", "0"])
def test_numbers_and_plain_text_stay_as_they_are(cell: str, tmp_path: Path) -> None:
    text = csv_text([("cell", [cell]), ("other", ["x"])])
    assert list(csv.reader(io.StringIO(text)))[1] == [cell, "x"]
    (tmp_path / "table.csv").write_text(text)
    assert read_csv(tmp_path / "table.csv")[0] == ("cell", [cell])


def test_a_header_is_no_formula_either(tmp_path: Path) -> None:
    text = csv_text([("=cmd", ["x"])])
    assert text.startswith("'=cmd")
    (tmp_path / "table.csv").write_text(text)
    assert read_csv(tmp_path / "table.csv") == [("=cmd", ["x"])]
