"""Tables as other people keep them: what is certain is read, what is not is refused with every line."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

import coopnet as cn
from coopnet import Network


def put(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def ties(network: Network) -> list[tuple[str, str]]:
    return [(tie["source"], tie["target"]) for tie in network.ties.values()]


def said(network: Network) -> str:
    return "\n".join(problem.message for problem in network.problems())


def refused(path: Path, **options: object) -> list[tuple[str, int | None, str, str]]:
    with pytest.raises(cn.InvalidNetwork) as caught:
        cn.read(path, **options)
    return [tuple(problem) for problem in caught.value.problems]


# --- bytes --------------------------------------------------------------------------------


def test_a_mark_blanks_and_empty_rows_hide_no_column(tmp_path: Path) -> None:
    file = put(tmp_path / "edges.csv", "\ufeffSource, Target, Weight\r\n1, 2, 0.1\r\n1, 3, 0.3\r\n,,\r\n")
    network = cn.read(file)
    assert ties(network) == [("1", "2"), ("1", "3")]
    assert [tie.Weight for tie in network.ties.values()] == [0.1, 0.3]


@pytest.mark.parametrize(
    ("encoding", "remark"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16-LE"),
        ("utf-16-be", "UTF-16-BE"),
        ("cp1252", "cp1252"),
    ],
)
def test_encodings_are_found_out_and_said(encoding: str, remark: str, tmp_path: Path) -> None:
    text = "source,target\nPréfecture de Kép,Ministère des Affaires étrangères\nUNODC,Préfecture de Kép\n"
    network = cn.read(put(tmp_path / "t.csv", text, encoding))
    assert ties(network)[0] == ("Préfecture de Kép", "Ministère des Affaires étrangères")
    assert remark in said(network)
    assert ("read as" in said(network)) == bool(remark)


def test_an_encoding_may_be_said(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source,target\nполиция,бюро\n", "cp1251")
    assert ties(cn.read(file, mapping={"encoding": "cp1251"})) == [("полиция", "бюро")]
    with pytest.raises(cn.ParseError, match=r"line 2: this is not utf-8 text.*say its encoding"):
        cn.read(file, mapping={"encoding": "utf-8"})
    with pytest.raises(cn.InvalidOption, match="not known"):
        cn.read(file, mapping={"encoding": "klingon"})


@pytest.mark.parametrize(("mark", "name"), [(",", ""), (";", "semicolons"), ("\t", "tabs"), ("|", "bars")])
def test_the_mark_between_cells_is_found_out_and_said(mark: str, name: str, tmp_path: Path) -> None:
    rows = [["source", "target", "note"], ["a", "b", "x y"], ["b", "c", ""]]
    network = cn.read(put(tmp_path / "t.csv", "\n".join(mark.join(row) for row in rows)))
    assert ties(network) == [("a", "b"), ("b", "c")]
    assert name in said(network)


def test_two_marks_that_cut_alike_are_refused_until_one_is_said(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source;x,target\na;b,c\nd;e,f\n")
    with pytest.raises(cn.ParseError, match=r"by commas and by semicolons, into 2 cells each. Say separator"):
        cn.read(file)
    assert refused(file, mapping={"separator": ","})[0][2] == "source"


def test_marks_inside_the_cells_do_not_cut_the_header(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source,target\na;x;y,b;z;u\na;x;y,c;z;u\n")
    assert ties(cn.read(file)) == [("a;x;y", "b;z;u"), ("a;x;y", "c;z;u")]


def test_a_spreadsheet_says_its_mark_in_the_first_line(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "sep=;\nsource;target;strength\na;b;one\n")
    assert refused(file) == [("t.csv", 3, "strength", refused(file)[0][3])]


# --- rows ---------------------------------------------------------------------------------


def test_rows_keep_their_numbers_below_titles_and_repeated_headers(tmp_path: Path) -> None:
    text = "Table 3,,\n,,\nsource,target,strength\na,b,1\n\nsource,target,strength\nb,c,x\nb,,2\n"
    problems = refused(put(tmp_path / "t.csv", text))
    assert [(row, column) for _, row, column, _ in problems] == [(7, "strength"), (8, "target")]
    network = cn.read(put(tmp_path / "t.csv", text.replace("c,x", "c,3").replace("b,,2", "b,d,2")))
    assert len(network.ties) == 3
    assert [(item.row, item.message.split(";")[0]) for item in network.problems()][:2] == [
        (3, "the rows above these column names are left out."),
        (6, "the column names stand here once more"),
    ]


def test_rows_of_another_width_are_refused_with_their_numbers(tmp_path: Path) -> None:
    problems = refused(put(tmp_path / "t.csv", "source,target,note\na,b\nb,c,x,y\nc,d,\n,,,\n"))
    assert [(row, message.partition(".")[0]) for _, row, _, message in problems] == [
        (2, "2 fields where the header has 3"),
        (3, "4 fields where the header has 3"),
    ]


def test_ids_are_text(tmp_path: Path) -> None:
    ids = ["007", "NA", "1e5", "1_000", "null", "TRUE", "12e4", "nan"]
    network = cn.read(put(tmp_path / "t.csv", "source,target\n" + "".join(f"{key},x\n" for key in ids)))
    assert list(network.actors) == [*ids[:1], "x", *ids[1:]]


def test_a_table_without_the_columns_says_how_to_map_them(tmp_path: Path) -> None:
    ((file, row, column, message), _) = refused(put(tmp_path / "t.csv", "From,To\na,b\n"))
    assert (file, row, column) == ("t.csv", 1, "source")
    assert "The columns are: From, To." in message
    assert "coopnet mapping proposes one" in message


def test_the_rows_of_a_frame_may_be_called_anything() -> None:
    frame = pd.DataFrame({"src": ["A", "B"], "tgt": ["B", "C"]}, index=["first", "second"])
    mapping = {"columns": {"source": "src", "target": "tgt"}}
    assert ties(Network.from_frames(None, frame, mapping=mapping)) == [("A", "B"), ("B", "C")]


def test_frames_of_two_columns_and_without_rows() -> None:
    mapping = {"columns": {"source": "src", "target": "tgt"}}
    frame = pd.DataFrame({"src": ["A", "B", "C"], "tgt": ["B", "C", "A"]})
    assert ties(Network.from_frames(None, frame, mapping=mapping)) == [("A", "B"), ("B", "C"), ("C", "A")]
    empty = Network.from_frames(None, frame.iloc[:0], mapping=mapping)
    assert len(empty.ties) == 0


# --- columns and values -----------------------------------------------------------------------


def test_columns_and_values_are_mapped(tmp_path: Path) -> None:
    mapping = {
        "columns": {"source": "From", "target": "To", "date": "Date", "reliability": "How sure", "actors.id": "Code"},
        "values": {"reliability": {"High": 0.9}, "actor": {"NCB Jkt": "ID.NCB", "Interpol Jakarta": "ID.NCB"}},
        "dayfirst": True,
    }
    put(tmp_path / "map.json", json.dumps(mapping | {"why": ["people read this"]}))
    file = put(
        tmp_path / "t.csv", "From,To,Date,How sure\nNCB Jkt,KH.NCB,03/08/2022,High\nKH.NCB,Interpol Jakarta,,0.5\n"
    )
    actors = put(tmp_path / "a.csv", "Code,name\nNCB Jkt,Bureau\nInterpol Jakarta,Biro\nKH.NCB,\n")
    network = cn.read(file, actors=actors, mapping=tmp_path / "map.json")
    assert ties(network) == [("ID.NCB", "KH.NCB"), ("KH.NCB", "ID.NCB")]
    first = network.ties["T1"]
    assert (first.since, first.until, first.reliability) == ("2022-08-03", "2022-08-03", 0.9)
    assert network.actors["ID.NCB"].name == "Bureau"
    assert '"Bureau" is kept for ID.NCB, not "Biro".' in said(network)


def test_values_that_no_cell_holds_are_remarked(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source,target,reliability\na,b,High\n")
    values = {"reliability": {"High": 0.9, "Hihg": 0.9}, "actor": {"a": "A"}}
    assert 'no cell holds "Hihg"' in said(cn.read(file, mapping={"values": values}))
    assert 'holds "High"' not in said(cn.read(file, mapping={"values": values}))
    assert 'holds "a"' not in said(cn.read(file, mapping={"values": values}))


def test_actors_that_are_doubled_without_being_mapped_stay_an_error(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source,target\na,b\n")
    problems = refused(file, actors=put(tmp_path / "a.csv", "\nid\na\nb\na\n"))
    assert problems == [("a.csv", 5, "id", '"a" stands in row 3 already. Give each row an id of its own.')]


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ({"colums": {}}, "Nearest: columns"),
        ({"columns": {"source": 3}}, "ours to theirs"),
        ({"values": {"reliability": 0.9}}, "theirs to ours"),
        ({"dayfirst": "yes"}, "dayfirst is true or false"),
        ({"dayfirst": 1}, "dayfirst is true or false"),
        ({"until": "both"}, "the last day counts"),
        ({"decimal": ",", "thousands": ","}, "must differ"),
        ({"separator": ";;"}, "one character"),
        ({"sheet": 1}, "sheet is a text"),
    ],
)
def test_a_mapping_that_is_wrong_is_refused(mapping: dict, says: str, tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source,target\na,b\n")
    with pytest.raises(cn.InvalidOption, match=says):
        cn.read(file, mapping=mapping)
    with pytest.raises(cn.InvalidOption, match=says):
        cn.read(file, mapping=put(tmp_path / "map.json", json.dumps(mapping)))


def test_a_column_that_the_mapping_names_and_nobody_has_is_said(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "From,To,Wieght\na,b,1\n")
    mapping = {"columns": {"source": "From", "target": "To", "strength": "Weight"}}
    ((_, row, column, message),) = refused(file, mapping=mapping)
    assert (row, column) == (1, "Weight")
    assert "Nearest: Wieght" in message


def test_a_column_that_would_be_hidden_is_said(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "From,To,source\na,b,press\n")
    mapping = {"columns": {"source": "From", "target": "To"}}
    ((_, row, column, message),) = refused(file, mapping=mapping)
    assert (row, column) == (1, "source")
    assert "Map it to another name" in message
    mapping["columns"]["sources"] = "source"
    assert cn.read(file, mapping=mapping).ties["T1"].sources == ("press",)


# --- numbers --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "options", "value"),
    [
        ("1.5", {}, 1.5),
        ("0,5", {}, 0.5),
        ("1.234.567", {}, 1234567),
        ("1,234,567", {}, 1234567),
        ("1.234,5", {}, 1234.5),
        ("1,234.5", {}, 1234.5),
        ("1 234", {}, 1234),
        ("1\u00a0234,5", {}, 1234.5),
        ("1'234.5", {}, 1234.5),
        ("45%", {}, 0.45),
        ("−2", {}, -2),
        ("1e-3", {}, 0.001),
        ("1,234", {"decimal": ","}, 1.234),
        ("1,234", {"thousands": ","}, 1234),
        ("1,234", {"decimal": "."}, 1234),
        ("1.234", {"decimal": ","}, 1234),
        ("1.234", {"thousands": "."}, 1234),
        ("1.234", {}, 1.234),
        ("1 234,5", {"thousands": " "}, 1234.5),
    ],
)
def test_numbers_are_read_where_they_are_certain(cell: str, options: dict, value: float, tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", f'source,target,strength\na,b,"{cell}"\n')
    assert cn.read(file, mapping=options).ties["T1"].strength == pytest.approx(value, rel=1e-12)


def test_numbers_of_two_readings_are_all_refused_with_both(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", 'source,target,strength\na,b,"1,234"\nb,c,"2,500"\nb,d,7\nc,d,High\nd,e,"12,34,5"\n')
    problems = refused(file)
    assert [row for _, row, _, _ in problems] == [2, 3, 5, 6]
    assert problems[0][3] == '"1,234" may be 1.234 or 1234. Say in the mapping decimal "," or thousands ",".'
    assert "values" in problems[2][3]


def test_a_decimal_comma_beside_makes_a_point_doubtful(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source;target;strength\na;b;0,5\nb;c;1.234\n")
    ((_, row, _, message),) = refused(file)
    assert row == 3
    assert 'may be 1.234 or 1234, since "0,5" has a decimal comma' in message
    assert [tie.strength for tie in cn.read(file, mapping={"decimal": ","}).ties.values()] == [0.5, 1234]


def test_semicolons_make_a_point_doubtful_unless_another_number_has_one(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source;target;strength\na;b;1.000\nb;c;2.500\n")
    assert [row for _, row, _, _ in refused(file)] == [2, 3]
    assert [tie.strength for tie in cn.read(file, mapping={"decimal": "."}).ties.values()] == [1, 2.5]
    assert [tie.strength for tie in cn.read(file, mapping={"thousands": "."}).ties.values()] == [1000, 2500]
    file = put(tmp_path / "t.csv", "source;target;strength\na;b;1.000\nb;c;2.5\n")
    assert [tie.strength for tie in cn.read(file).ties.values()] == [1, 2.5]


def test_own_columns_are_numbers_only_where_all_their_cells_are(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source;target;size;code\na;b;0,5;01\nb;c;1.234;2\n")
    first, second = cn.read(file, mapping={"decimal": ","}).ties.values()
    assert (first.size, second.size) == (0.5, 1234)
    assert (first.code, second.code) == ("01", "2")


# --- dates ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "options", "date"),
    [
        ("2022", {}, "2022"),
        ("2022-08", {}, "2022-08"),
        ("2022-Q3", {}, "2022-Q3"),
        ("Q3 2022", {}, "2022-Q3"),
        ("2022-08-15T13:00:00Z", {}, "2022-08-15"),
        ("2022/8/5", {}, "2022-08-05"),
        ("2022.08", {}, "2022-08"),
        ("15/08/2022", {}, "2022-08-15"),
        ("08/15/2022", {}, "2022-08-15"),
        ("15.8.2022", {}, "2022-08-15"),
        ("05-05-2022", {}, "2022-05-05"),
        ("08/2022", {}, "2022-08"),
        ("20220815", {}, "2022-08-15"),
        ("15 Agustus 2022", {}, "2022-08-15"),
        ("Aug 2022", {}, "2022-08"),
        ("August 15, 2022", {}, "2022-08-15"),
        ("15-Des-2022", {}, "2022-12-15"),
        ("03/04/2022", {"dayfirst": True}, "2022-04-03"),
        ("03/04/2022", {"dayfirst": False}, "2022-03-04"),
        ("", {}, None),
    ],
)
def test_dates_are_read_at_the_precision_they_have(cell: str, options: dict, date: str | None, tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", f'source,target,since\na,b,"{cell}"\n')
    assert cn.read(file, mapping=options).ties["T1"].since == date


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("03/04/2022", "may be 2022-04-03 or 2022-03-04. Say dayfirst"),
        ("15/08/22", "two digits"),
        ("44788", "(2022-08-15)"),
        ("31/02/2022", "does not exist"),
        ("2022-02-31", "is not a date"),
        ("soon", "values which it is"),
        ("2022-13", "is not a date"),
    ],
)
def test_other_dates_are_refused_with_what_to_do(cell: str, says: str, tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", f"source,target,since\na,b,2022\na,b,{cell}\n")
    ((_, row, column, message),) = refused(file)
    assert (row, column) == (3, "since")
    assert says in message


def test_a_wrong_date_of_a_single_column_is_said_once(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source,target,Date\na,b,soon\na,b,2022-07/2022-09\n")
    mapping = {"columns": {"date": "Date"}}
    assert [(row, column) for _, row, column, _ in refused(file, mapping=mapping)] == [(2, "Date")]
    mapping["values"] = {"date": {"soon": ""}}
    network = cn.read(file, mapping=mapping)
    assert (network.ties["T1"].since, network.ties["T1"].until) == (None, None)
    assert (network.ties["T2"].since, network.ties["T2"].until) == ("2022-07", "2022-09")


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("2022-03-01", "2022-02-28"),
        ("2020-03-01", "2020-02-29"),
        ("2022-01", "2021-12"),
        ("2022", "2021"),
        ("2022-Q1", "2021-Q4"),
        ("..", ".."),
        ("", None),
        ("01/03/2022", "2022-02-28"),
    ],
)
def test_ends_that_are_no_longer_meant_are_the_day_before(theirs: str, ours: str | None, tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", f"source,target,until\na,b,{theirs}\n")
    assert cn.read(file, mapping={"until": "exclusive", "dayfirst": True}).ties["T1"].until == ours


def test_ties_that_gephi_calls_undirected_are_so(tmp_path: Path) -> None:
    text = "Source,Target,Type\na,b,Undirected\nb,c,{}\n"
    network = cn.read(put(tmp_path / "t.csv", text.format("Undirected")))
    assert [tie.relation for tie in network.ties.values()] == ["tie", "tie"]
    assert network.vocabulary["relations"]["tie"]["directed"] is False
    network = cn.read(put(tmp_path / "t.csv", text.format("Directed")))
    relations = network.vocabulary["relations"]
    assert [relations[tie.relation]["directed"] for tie in network.ties.values()] == [False, True]
    assert len({network.vocabulary.label("relations", tie.relation) for tie in network.ties.values()}) == 1


# --- the relation ---------------------------------------------------------------------------


def test_a_relation_and_its_direction_may_be_said(tmp_path: Path) -> None:
    file = put(tmp_path / "t.csv", "source,target\na,b\n")
    network = cn.read(file, mapping={"relation": "phones", "directed": False})
    assert network.ties["T1"].relation == "phones"
    assert network.vocabulary["relations"]["phones"]["directed"] is False
    network = cn.read(file, mapping={"directed": False})
    assert network.vocabulary["relations"]["tie"]["directed"] is False
