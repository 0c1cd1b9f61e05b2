"""Networks through files: what goes in comes out, and what is wrong is said with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import coopnet as cn
from coopnet import Network

FORMATS = ["folder", "json", "dot"]
ODD = [
    "007", "NA", "nan", "null", "TRUE", "1e5", "1_000", "=1+1", "'=1", "-", "-1", '"', "a\nb", "a\rb", "a\\N", "\\G",
    "<b>", "&amp;", "ខ្មែរ", "\u202eabc", "a;b", ",", "{x|y}", "]]>", "</script>", "\ufeffx", "𝒳", "\u2028",
]  # fmt: skip
CELLS = st.one_of(
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=12), st.sampled_from(ODD)
)
IDS = CELLS.filter(lambda text: text.strip() != "")


@st.composite
def networks(draw: st.DrawFn) -> Network:
    ids = draw(st.lists(IDS, min_size=1, max_size=5, unique_by=lambda text: text.strip()))
    ends = st.sampled_from(ids)
    ties = draw(st.lists(st.tuples(ends, ends, CELLS, CELLS), max_size=5))
    notes = draw(st.lists(CELLS, min_size=len(ids), max_size=len(ids)))
    own = draw(IDS.filter(lambda text: text.strip() not in ("id", "note", "source", "target", "relation", "sources")))
    return Network.from_columns(
        {
            "actors": [("id", ids), ("note", notes)],
            "ties": [
                ("source", [source for source, *_ in ties]),
                ("target", [target for _, target, *_ in ties]),
                ("note", [note for *_, note, _ in ties]),
                ("my " + own, [value for *_, value in ties]),
            ],
        },
        name=draw(CELLS),
        vocabulary='{"relations": {"tie": {"directed": false}}}',
        open_vocabulary=True,
        playbook='{"title": {"en": "\\u00e9"}, "steps": [1.50, 1e5]}',
    )


@pytest.mark.parametrize("format", ["folder", "json"])
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(network=networks())
def test_any_text_comes_back_as_it_was(format: str, network: Network, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "network"
    assert not cn.write(network, path, format)
    assert cn.read(path, format) == network


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(network=networks())
def test_any_text_comes_back_from_dot(network: Network, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "network.dot"
    assert not cn.write(network, path)
    assert cn.read(path) == network


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ["indonesia-cambodia-2021-2022", "demo-referral"])
def test_bundled_networks_come_back_as_they_were(name: str, format: str, tmp_path: Path) -> None:
    network = cn.load(name)
    assert not cn.write(network, tmp_path / "once", format)
    again = cn.read(tmp_path / "once", format)
    assert again == network
    cn.write(again, tmp_path / "twice", format)
    for once in [tmp_path / "once"] if format != "folder" else (tmp_path / "once").iterdir():
        twice = tmp_path / "twice" / once.name if format == "folder" else tmp_path / "twice"
        assert twice.read_bytes() == once.read_bytes()


def test_a_network_without_anything_comes_back(tmp_path: Path) -> None:
    empty = Network.from_edges([])
    for format in FORMATS:
        cn.write(empty, tmp_path / format, format)
        assert cn.read(tmp_path / format, format) == empty


@pytest.mark.parametrize("end", ["\ud800", "a\udfffb"])
def test_half_a_surrogate_is_an_error_with_its_place(end: str) -> None:
    with pytest.raises(cn.InvalidNetwork, match=r"ties\.csv, row 3, source: the cell holds a NUL or bytes"):
        Network.from_edges([("a", "b"), (end, "b")])


def test_a_nul_is_an_error_with_its_place() -> None:
    with pytest.raises(cn.InvalidNetwork, match=r"ties\.csv, row 2, target: the cell holds a NUL"):
        Network.from_edges([("a", "b\0")])


# --- folders --------------------------------------------------------------------------


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in ({"ties_csv": "source,target\na,b\n"} | files).items():
        (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return tmp_path


def test_reading_needs_the_ties_alone(tmp_path: Path) -> None:
    network = cn.read(folder(tmp_path))
    assert list(network.actors) == ["a", "b"]
    assert network.name == tmp_path.name


def test_everything_wrong_with_a_folder_is_said_at_once(tmp_path: Path) -> None:
    folder(
        tmp_path,
        ties_csv="source,target,since\na,b,soon\nb\nb,zz,2022,9\nzz,a,\n",
        actors_csv="id,parent\na,x\nb,\n\n,\n",
    )
    with pytest.raises(cn.InvalidNetwork) as caught:
        cn.read(tmp_path)
    assert [(item.file, item.row, item.column) for item in caught.value.problems] == [
        ("ties.csv", 3, ""),
        ("ties.csv", 4, ""),
        ("actors.csv", 2, "parent"),
        ("ties.csv", 2, "since"),
        ("ties.csv", 5, "source"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        ("datapackage_json", "[]", "a data package is a JSON object"),
        ("datapackage_json", "{", "line 1, column 2"),
        ("datapackage_json", '{"titles": []}', "titles must be an object"),
        ("datapackage_json", '{"licenses": "CC0"}', "licenses must be a list of objects"),
        ("datapackage_json", '{"resources": [1]}', "resources must be a list of objects"),
        ("datapackage_json", '{"resources": [{"schema": 1}]}', "each of the resources needs a name"),
        ("datapackage_json", '{"resources": [{"name": "ties", "schema": {"fields": [{}]}}]}', "the schema of ties"),
        ("datapackage_json", '{"resources": [{"name": "ties", "schema": null}]}', "the schema of ties"),
        ("datapackage_json", '{"name": "\\ud800"}', "not JSON"),
        ("datapackage_json", '{"version": ' + "1" * 5000 + "}", "too large"),
        ("playbook_json", '{"title": NaN}', "playbook.json, line 1"),
        ("report_json", "[" * 1000 + "]" * 1000, "64 levels"),
        ("vocabulary_json", "[]", "a vocabulary is a JSON object"),
    ],
)
def test_json_beside_the_tables_is_checked_when_it_is_read(file: str, text: str, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(cn.ParseError, match=sentence):
        cn.read(folder(tmp_path, **{file: text}))


def test_what_people_wrote_into_the_package_stays(tmp_path: Path) -> None:
    package = {
        "name": "mine",
        "keywords": ["x"],
        "resources": [{"name": "ties", "path": "old.csv", "schema": {"fields": [{"name": "code", "type": "string"}]}}],
    }
    folder(tmp_path, ties_csv="source,target,code\na,b,1\n", datapackage_json=json.dumps(package))
    cn.write(cn.read(tmp_path), tmp_path / "again")
    written = json.loads((tmp_path / "again" / "datapackage.json").read_text())
    assert written["keywords"] == ["x"]
    ties = next(item for item in written["resources"] if item["name"] == "ties")
    assert ties["path"] == "ties.csv"
    assert {"name": "code", "type": "string"} in ties["schema"]["fields"]


def test_a_column_that_changes_its_type_can_be_written_and_read(tmp_path: Path) -> None:
    folder(tmp_path, ties_csv="source,target,size\na,b,1\n")
    network = cn.read(tmp_path)
    assert network.ties["T1"].size == 1.0
    changed = network.with_column("ties", "size", ["large"])
    cn.write(changed, tmp_path)
    assert cn.read(tmp_path) == changed
    assert cn.read(tmp_path).ties["T1"].size == "large"


def test_writing_keeps_other_files_and_drops_tables_that_are_gone(tmp_path: Path) -> None:
    folder(tmp_path, README_md="mine", figures_csv="id,measure\nf,rescued\n")
    cn.write(Network.from_edges([("a", "b")]), tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"README.md", "ties.csv", "actors.csv", "vocabulary.json", "datapackage.json"}


def test_a_write_that_was_cut_short_after_it_was_whole_reads_as_the_new(tmp_path: Path) -> None:
    folder(tmp_path, figures_csv="id,measure\nf,rescued\n")
    waiting = tmp_path / ".coopnet-written"
    waiting.mkdir()
    (waiting / "ties.csv").write_text("source,target\nnew,b\n")
    (waiting / "figures.csv").touch()
    network = cn.read(tmp_path)
    assert list(network.actors) == ["new", "b"]
    assert len(network.figures) == 0
    cn.write(network, tmp_path)
    assert not waiting.exists()
    assert cn.read(tmp_path) == network


# --- other files ----------------------------------------------------------------------


def test_a_csv_of_ties_tells_what_it_loses(tmp_path: Path) -> None:
    network = cn.load("demo-referral")
    report = cn.write(network, tmp_path / "ties.csv")
    assert report
    assert any("facts of actors" in loss for loss in report)
    assert "sources" in repr(report)
    with pytest.raises(cn.InvalidOption, match="would lose something"):
        cn.write(network, tmp_path / "strict.csv", strict=True)
    assert not (tmp_path / "strict.csv").exists()
    assert not cn.write(Network.from_edges([("a", "b")]), tmp_path / "plain.csv", strict=True)


def test_a_csv_of_ties_goes_with_its_actors(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("source,target\na,b\n")
    (tmp_path / "a.csv").write_text("id,kind\na,desk\nb,\nc,\n")
    network = cn.read(tmp_path / "t.csv", actors=tmp_path / "a.csv")
    assert list(network.actors) == ["a", "b", "c"]
    (tmp_path / "a.csv").write_text("id\na\n")
    with pytest.raises(cn.InvalidNetwork, match=r't\.csv, row 2, target: there is no actor "b"'):
        cn.read(tmp_path / "t.csv", actors=tmp_path / "a.csv")
    with pytest.raises(cn.InvalidOption, match="goes with a CSV"):
        cn.read(folder(tmp_path), actors=tmp_path / "a.csv")


def test_the_format_follows_from_the_name_unless_said(tmp_path: Path) -> None:
    network = Network.from_edges([("a", "b")])
    cn.write(network, tmp_path / "data.txt", "json")
    assert cn.read(tmp_path / "data.txt", "json") == network
    with pytest.raises(cn.UnknownName, match=r'The format "\.txt" is not known'):
        cn.read(tmp_path / "data.txt")
    with pytest.raises(cn.CoopnetError, match=r"Nearest: data\.txt"):
        cn.read(tmp_path / "data.tx")
    with pytest.raises(cn.ParseError, match="is not a folder"):
        cn.read(tmp_path / "data.txt", "folder")


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").mkdir()
    with pytest.raises(cn.CoopnetError, match=r"ties\.csv cannot be read: Is a directory"):
        cn.read(tmp_path)


def test_byte_order_marks_and_blanks_around_the_header_hide_no_column(tmp_path: Path) -> None:
    (tmp_path / "edges.csv").write_bytes(
        b"\xef\xbb\xbfSource , target\r\nA , B\r\nB,C\r\n,\r\n".replace(b"Source", b"source")
    )
    assert list(cn.read(tmp_path / "edges.csv").actors) == ["A", "B", "C"]
