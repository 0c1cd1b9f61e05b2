"""What tables carry comes back: cells in any dialect, numbers and dates in any notation, matrices, Parquet."""

from __future__ import annotations

import csv
import datetime
import io
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import coopnet as cn
from coopnet import Network

MANY = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ODD = [
    "007",
    "NA",
    "nan",
    "null",
    "TRUE",
    "1e5",
    "1_000",
    "-",
    '"',
    "a\nb",
    "<b>",
    "ខ្មែរ",
    "a;b",
    ",",
    "\t",
    "𝒳",
    "x|y",
]
CELLS = st.one_of(st.sampled_from(ODD), st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=8))
IDS = CELLS.map(str.strip).filter(lambda text: text != "" and not text.startswith("'"))


@MANY
@given(
    pairs=st.lists(st.tuples(IDS, IDS, CELLS), min_size=1, max_size=6),
    separator=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_cells_come_back_from_any_dialect(pairs: list, separator: str, encoding: str, tmp_path: Path) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL)
    writer.writerows([["source", "target", "note"], *pairs])
    (tmp_path / "t.csv").write_bytes(text.getvalue().encode(encoding))
    network = cn.read(tmp_path / "t.csv", mapping={"separator": separator})
    assert [(tie["source"], tie["target"], tie.note or "") for tie in network.ties.values()] == [
        (a, b, note.strip()) for a, b, note in pairs
    ]


def grouped(number: Decimal, decimal: str, thousands: str) -> str:
    return f"{number:,f}".replace(",", "T").replace(".", decimal).replace("T", thousands)


@MANY
@given(
    number=st.decimals(-(10**9), 10**9, places=2),
    marks=st.sampled_from([(",", "."), (".", ","), (",", " "), (".", "'"), (",", ""), (".", "")]),
)
def test_numbers_come_back_from_any_notation_that_is_said(number: Decimal, marks: tuple, tmp_path: Path) -> None:
    decimal, thousands = marks
    cell = grouped(number, decimal, thousands)
    (tmp_path / "t.csv").write_text(f'source,target,strength\na,b,"{cell}"\n', encoding="utf-8")
    mapping = {"decimal": decimal} | ({"thousands": thousands} if thousands else {})
    assert cn.read(tmp_path / "t.csv", mapping=mapping).ties["T1"].strength == float(number)


@MANY
@given(number=st.decimals(-(10**7), 10**7, places=3), marks=st.sampled_from([(",", "."), (".", ","), (",", " ")]))
@example(number=Decimal("1.234"), marks=(",", "."))
def test_numbers_whose_notation_nobody_says_are_right_or_refused(number: Decimal, marks: tuple, tmp_path: Path) -> None:
    cell = grouped(number, *marks)
    (tmp_path / "t.csv").write_text(f'source,target,strength\na,b,"{cell}"\n', encoding="utf-8")
    try:
        found = cn.read(tmp_path / "t.csv").ties["T1"].strength
    except cn.InvalidNetwork as error:
        assert "may be" in str(error)  # noqa: PT017 - either outcome is right
        assert cell.lstrip("-").count(",") == 1
    else:
        assert found == float(number)


FORMS = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d-%b-%Y",
    "%B %d, %Y",
    "%Y%m%d",
    "%Y-%m-%dT%H:%M:%S",
]


@MANY
@given(day=st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), form=st.sampled_from(FORMS))
def test_dates_come_back_from_any_notation(day: datetime.date, form: str, tmp_path: Path) -> None:
    cell = datetime.datetime(day.year, day.month, day.day).strftime(form)
    (tmp_path / "t.csv").write_text(f'source,target,since\na,b,"{cell}"\n', encoding="utf-8")
    assert cn.read(tmp_path / "t.csv", mapping={"dayfirst": True}).ties["T1"].since == day.isoformat()


@MANY
@given(
    rows=st.permutations("abcd"),
    columns=st.permutations("abcd"),
    values=st.lists(st.sampled_from([0, 0, 1, 2.5]), min_size=16, max_size=16),
)
def test_a_matrix_says_the_same_in_any_order(rows: list, columns: list, values: list, tmp_path: Path) -> None:
    value = {("abcd"[at // 4], "abcd"[at % 4]): number for at, number in enumerate(values)}
    lines = [",".join(["", *columns]), *(",".join([a, *(str(value[a, b]) for b in columns)]) for a in rows)]
    (tmp_path / "m.csv").write_text("\n".join(lines), encoding="utf-8")
    network = cn.read(tmp_path / "m.csv")
    found = {(tie["source"], tie["target"]): tie.strength for tie in network.ties.values()}
    symmetric = all(value[a, b] == value[b, a] for a, b in value)
    assert network.vocabulary["relations"]["tie"]["directed"] is not symmetric
    if symmetric:
        found |= {(b, a): number for (a, b), number in found.items()}
    assert found == {pair: number for pair, number in value.items() if number}


@st.composite
def networks(draw: st.DrawFn) -> Network:
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    ends = st.sampled_from(ids)
    rows = draw(
        st.lists(st.tuples(ends, ends, CELLS, st.sampled_from(["", "0.5", "2"]), CELLS), min_size=1, max_size=5)
    )
    columns = ["source", "target", "note", "strength", "own"]
    return Network.from_columns(
        {"ties": [(name, [row[place] for row in rows]) for place, name in enumerate(columns)]}, name="t"
    )


@MANY
@given(network=networks())
def test_what_parquet_keeps_comes_back_with_its_types(network: Network, tmp_path: Path) -> None:
    assert not cn.write(network, tmp_path / "t.parquet")
    assert cn.read(tmp_path / "t.parquet") == network


@MANY
@given(network=networks())
def test_a_pair_of_tables_comes_back_unless_it_says_what_is_lost(network: Network, tmp_path: Path) -> None:
    cn.write(network, tmp_path / "pair")
    again = cn.read(tmp_path / "pair/ties.csv", actors=tmp_path / "pair/actors.csv")
    assert [dict(tie) for tie in again.ties.values()] == [dict(tie) for tie in network.ties.values()] or any(
        "tells no types" in loss for loss in cn.write(network, tmp_path / "t.csv")
    )
    assert list(again.actors) == list(network.actors)


def test_parquet_keeps_types_and_says_what_it_loses(tmp_path: Path) -> None:
    ties = [("source", ["a"]), ("target", ["b"]), ("code", ["1"]), ("size", ["1"]), ("sources", ["X;Y"])]
    about = {"types": {"ties": {"code": "string", "size": "number"}}}
    network = Network.from_columns({"ties": ties}, about=about)
    lost = cn.write(network, tmp_path / "t.parquet")
    assert list(lost) == ["A Parquet file of ties carries no sources."]
    schema = pyarrow.parquet.read_schema(tmp_path / "t.parquet")
    assert schema.field("code").type == pa.string()
    assert schema.field("size").type == pa.float64()
    assert schema.field("sources").type == pa.list_(pa.string())
    again = cn.read(tmp_path / "t.parquet")
    assert (again.ties["T1"].code, again.ties["T1"].size, again.ties["T1"].sources) == ("1", 1.0, ("X", "Y"))
    assert "A CSV tells no types: code of the ties would be read as numbers." in cn.write(network, tmp_path / "t.csv")


def test_a_csv_says_that_it_cannot_carry_a_direction(tmp_path: Path) -> None:
    network = Network.from_edges([("a", "b")], directed=False)
    assert list(cn.write(network, tmp_path / "t.csv")) == [
        "A CSV of ties carries no vocabulary: tie would be read as directed cooperation."
    ]
    with pytest.raises(cn.InvalidOption, match="would lose something"):
        cn.write(network, tmp_path / "t.parquet", strict=True)


def test_parquet_of_others_is_mapped(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"From": ["a", "b"], "To": ["b", "c"], "When": pd.to_datetime(["2022-08-15", None]), "N": [1, 2]}
    )
    frame.to_parquet(tmp_path / "t.parquet")
    pd.DataFrame({"id": ["a", "b", "c"], "rank": [1, 2, 3]}).to_parquet(tmp_path / "a.parquet")
    mapping = {"columns": {"source": "From", "target": "To", "date": "When", "strength": "N"}}
    network = cn.read(tmp_path / "t.parquet", actors=tmp_path / "a.parquet", mapping=mapping)
    first, second = network.ties.values()
    assert (first.since, first.until, first.strength) == ("2022-08-15", "2022-08-15", 1)
    assert second.since is None
    assert network.actors["c"].rank == 3
    with pytest.raises(cn.InvalidNetwork, match=r"t\.parquet, row 1, source"):
        cn.read(tmp_path / "t.parquet")


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1xxxxPAR1", b"source,target\n"])
def test_what_is_no_parquet_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_bytes(content)
    with pytest.raises(cn.ParseError, match="Write it again"):
        cn.read(tmp_path / "t.parquet")
