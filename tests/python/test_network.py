"""Networks: made from edges, frames and graphs, kept whole through files."""

from __future__ import annotations

import json
import pickle

import networkx as nx
import pandas as pd
import pytest

import coopnet as cn
from coopnet import Network, Projection


def test_ids_stay_text():
    names = ["007", "12e4", "1_000", "NA", "null", "TRUE"]
    network = Network.from_frames(None, pd.DataFrame({"source": names, "target": names[::-1]}))
    assert list(network.actors) == ["007", "TRUE", "12e4", "null", "1_000", "NA"]


def test_a_missing_end_is_an_error_with_its_row():
    ties = pd.DataFrame({"source": ["a", None], "target": ["b", "c"]})
    with pytest.raises(cn.InvalidNetwork, match=r"ties.csv, row 3, source: the actor is missing"):
        Network.from_frames(None, ties)


def test_all_problems_are_reported_at_once():
    actors = pd.DataFrame({"id": ["a", "b", "b"]})
    ties = pd.DataFrame(
        {
            "source": ["a", "a", "c"],
            "target": ["b", "b", "b"],
            "since": ["2022-13", "", ""],
            "reliability": ["", "1.5", ""],
        }
    )
    with pytest.raises(cn.InvalidNetwork) as caught:
        Network.from_frames(actors, ties)
    assert [(item.file, item.row, item.column) for item in caught.value.problems] == [
        ("actors.csv", 4, "id"),
        ("ties.csv", 2, "since"),
        ("ties.csv", 3, "reliability"),
        ("ties.csv", 4, "source"),
    ]


def test_a_frame_with_two_columns_gives_a_network_and_one_without_rows_an_empty_one():
    frame = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"]})
    assert len(Network.from_frames(None, frame).ties) == 2
    assert len(Network.from_frames(None, frame[:0]).actors) == 0


def test_networkx_comes_back_with_every_attribute():
    graph = nx.MultiDiGraph()
    graph.add_node("a", country="IDN", size=3)
    graph.add_edge("a", "b", weight=2.5, note="x;y")
    graph.add_edge("a", "b", delay_days=4)
    back = Network.from_networkx(graph).to_networkx()
    assert back.nodes["a"] == {"country": "IDN", "size": 3.0}
    edges = sorted((data for _, _, data in back.edges(data=True)), key=lambda data: data.get("strength", 0))
    assert edges == [{"relation": "tie", "delay_days": 4.0}, {"relation": "tie", "strength": 2.5, "note": "x;y"}]


def test_undirected_graphs_stay_undirected():
    view = Network.from_networkx(nx.path_graph(3)).freeze()
    assert not view.directed
    assert view.edge_count == 2


def test_load_save_load_is_the_identity(tmp_path):
    first = Network.from_networkx(nx.karate_club_graph())
    assert not cn.write(first, tmp_path / "once")
    loaded = cn.read(tmp_path / "once")
    cn.write(loaded, tmp_path / "twice")
    assert cn.read(tmp_path / "twice") == Network.from_columns(
        {table: loaded.core.columns(table) for table in ("actors", "ties")},
        about=loaded.core.about,
        vocabulary=loaded.core.vocabulary_additions,
    )
    assert cn.read(tmp_path / "twice").ties.to_frame().equals(loaded.ties.to_frame())


def test_a_network_survives_pickling():
    network = Network.from_edges([("a", "b")], weights=[2])
    assert pickle.loads(pickle.dumps(network)) == network


def test_a_projection_is_a_value():
    over = Projection(layers="cooperation", where={"channel": ["police", None]})
    assert over == over.replace()
    assert Projection(**over.to_dict()).key() == over.key()
    assert hash(over) == hash(over.replace(during=None))


@pytest.mark.parametrize(
    ("asked", "error", "sentence"),
    [
        ({"layers": "cooperatio"}, cn.UnknownName, 'no layer "cooperatio". Nearest: cooperation'),
        ({"relations": "x"}, cn.UnknownRelation, 'no relation "x"'),
        ({"actors": "c"}, cn.UnknownActor, 'no actor "c"'),
        ({"during": "2022-13"}, cn.InvalidOption, "is not a date"),
        ({"weight": "speed"}, cn.InvalidOption, "weight_means"),
        ({"weight": "delay_days"}, cn.InvalidWeight, r"tie T1 \(a → b, tie\) has no delay_days"),
        ({"parallel": "most"}, cn.InvalidOption, "Choose one of"),
        ({"where": {"chanel": "police"}}, cn.UnknownName, 'no column "chanel"'),
        ({"without_sources": "S9"}, cn.UnknownName, 'no source "S9"'),
    ],
)
def test_a_wrong_projection_is_refused_in_a_sentence(asked, error, sentence):
    with pytest.raises(error, match=sentence):
        Network.from_edges([("a", "b")]).freeze(Projection(**asked))


def test_a_path_that_does_not_exist_is_said(tmp_path):
    with pytest.raises(cn.CoopnetError, match="There is no file or folder"):
        cn.read(tmp_path / "nothing")
    with pytest.raises(cn.ParseError, match=r"holds no ties\.csv"):
        cn.read(tmp_path)


def test_a_broken_row_is_named(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_text("source,target\na,b\na,b,c\n\nb,c\n\n\n")
    with pytest.raises(cn.InvalidNetwork) as caught:
        cn.read(path)
    assert [item.row for item in caught.value.problems] == [3]  # an empty row says nothing


def test_excel_marks_and_blanks_do_not_hide_the_columns(tmp_path):
    path = tmp_path / "ties.csv"
    path.write_bytes(b"\xef\xbb\xbfsource, target\r\nA, B\r\nB, C\r\n\r\n")
    assert list(cn.read(path).actors) == ["A", "B", "C"]


def test_json_carries_the_whole_case_there_and_back(tmp_path):
    case = cn.load("indonesia-cambodia-2021-2022")
    assert not cn.write(case, tmp_path / "case.json")
    assert cn.read(tmp_path / "case.json") == case


def test_the_case_is_the_same_after_saving_and_loading(tmp_path):
    case = cn.load("indonesia-cambodia-2021-2022")
    assert not cn.write(case, tmp_path / "case")
    again = cn.read(tmp_path / "case")
    assert again == case
    said = json.loads((tmp_path / "case/datapackage.json").read_text())
    assert {"contributors", "description", "keywords"} <= said.keys()


@pytest.mark.parametrize("key", ["edges", "links"])
def test_node_link_json_of_networkx_is_read(tmp_path, key):
    graph = nx.path_graph(3)
    graph.edges[0, 1]["weight"] = 2.0
    path = tmp_path / "graph.json"
    path.write_text(json.dumps(nx.node_link_data(graph, edges=key)))
    network = cn.read(path)
    assert list(network.actors) == ["0", "1", "2"]
    assert network.ties["T1"].strength == 2
    assert not network.freeze().directed


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "line 1, column"),
        ("[]", "JSON object"),
        ('{"nodes": []}', "neither edges nor links"),
        ("[" * 100000, "64 levels"),
    ],
)
def test_broken_json_is_said_with_its_place(tmp_path, text, sentence):
    path = tmp_path / "broken.json"
    path.write_text(text)
    with pytest.raises(cn.ParseError, match=sentence):
        cn.read(path)


def test_a_column_is_told_by_id():
    network = Network.from_edges([("a", "b"), ("b", "c")]).with_column("ties", "sources", ["S1;S2", None])
    assert network.ties.column("sources") == {tie: record.sources for tie, record in network.ties.items()}
    assert network.ties.column("until") == {"T1": None, "T2": None}  # in the format, though not in the table
    with pytest.raises(cn.UnknownName, match=r'Ties have no column "sorces"\. Nearest: sources'):
        network.ties.column("sorces")
