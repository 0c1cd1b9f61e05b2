"""Pajek and UCINET files: what a report does not name comes back; encodings, projects, and errors with their places."""

from __future__ import annotations

import math
import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python.test_io import CELLS, IDS

import coopnet as cn
from coopnet import Network
from coopnet.cli import main

MANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
YEARS = st.sampled_from([("", ""), ("1996", "2001"), ("2020", "2020"), ("2003", "..")])
NUMBERS = st.sampled_from(["", "1.50", "2", "-0.5", "1e3", "0"])


@st.composite
def for_pajek(draw: st.DrawFn) -> Network:
    """Parallel ties, loops, isolates, both directions, years, numbers, any text: what Pajek is said to carry."""
    ids = draw(st.lists(IDS, min_size=1, max_size=5, unique_by=lambda text: text.strip()))
    ends = st.sampled_from(ids)
    relations = draw(st.lists(st.sampled_from(["asks", "tie", "tells all"]), unique=True, max_size=3))
    ties = []
    for relation in relations:
        rows = draw(st.lists(st.tuples(ends, ends, st.just(relation), YEARS, NUMBERS, CELLS), min_size=1, max_size=4))
        ties += [(*row[:3], *row[3], *row[4:]) for row in rows]
    columns = list(zip(*ties, strict=True)) or [()] * 7
    header = ["source", "target", "relation", "since", "until", "strength", "label"]
    return Network.from_columns(
        {
            "actors": [("id", ids), ("name", [draw(CELLS) for _ in ids]), ("region", [draw(NUMBERS) for _ in ids])],
            "ties": [(name, list(column)) for name, column in zip(header, columns, strict=True)],
        },
        about={"types": {"actors": {"region": "number"}}},
        vocabulary='{"relations": {"tells all": {"directed": false}, "tie": {}}}',
        open_vocabulary=True,
    )


def filled(network: Network, table: str) -> dict[str, Any]:
    return {name: cells for name, cells in network.core.columns(table) if any(cells)}


def directions(network: Network) -> list[bool]:
    relations = network.vocabulary["relations"]
    return [relations[tie["relation"]]["directed"] for tie in network.ties.values()]


@MANY
@given(network=for_pajek())
def test_a_pajek_project_brings_back_all_that_it_is_said_to_carry(network: Network, tmp_path: Path) -> None:
    path = tmp_path / "net.paj"
    losses = [loss for loss in cn.write(network, path) if "words" not in loss]  # of relations without a tie
    again = cn.read(path)
    assert not losses
    assert filled(again, "actors") == filled(network, "actors")
    assert filled(again, "ties") == filled(network, "ties")
    assert directions(again) == directions(network)
    cn.write(again, tmp_path / "again.paj")
    assert (tmp_path / "again.paj").read_bytes() == path.read_bytes()


@MANY
@given(network=for_pajek())
def test_a_pajek_network_says_which_columns_it_loses(network: Network, tmp_path: Path) -> None:
    losses = cn.write(network, tmp_path / "net.net")
    again = cn.read(tmp_path / "net.net")
    assert any("region" in loss for loss in losses) == ("region" in filled(network, "actors"))
    before = filled(network, "actors")
    before.pop("region", None)
    assert filled(again, "actors") == before


def test_two_modes_come_back(tmp_path: Path) -> None:
    ties = [("source", ["b", "a"]), ("target", ["F", "G"]), ("relation", ["sits", "sits"])]
    actors = [("id", ["F", "a", "b", "G", "H"]), ("mode", ["2", "1", "1", "2", "2"])]
    words = '{"relations": {"sits": {"layer": "membership", "affiliation": true}}}'
    network = Network.from_columns({"actors": actors, "ties": ties}, vocabulary=words)
    losses = cn.write(network, tmp_path / "two.net")
    assert list(losses) == ["Pajek puts the actors of the first mode first: their order is lost."]
    assert "*Vertices 5 2\n" in (tmp_path / "two.net").read_text()
    again = cn.read(tmp_path / "two.net")
    assert again.vocabulary["relations"]["sits"]["affiliation"]
    assert {actor["id"]: actor.mode for actor in again.actors.values()} == {"a": 1, "b": 1, "F": 2, "G": 2, "H": 2}
    assert [(tie["source"], tie["target"]) for tie in again.ties.values()] == [("b", "F"), ("a", "G")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_encodings_of_pajek_are_found_out(encoding: str, tmp_path: Path) -> None:
    names = [
        "Ministrstvo za notranje zadeve, Škofja Loka",
        "Občina Žužemberk",
        "Četrt – Društvo za razvoj človeških virov",
    ]
    lines = [f'{at} "{name}"' for at, name in enumerate(names, 1)]
    path = tmp_path / "imena.net"
    path.write_bytes("\r\n".join(["*Vertices 3", *lines, "*Arcs", "1 2"]).encode(encoding))
    network = cn.read(path)
    assert [actor.name for actor in network.actors.values()] == names
    said = cn.read(path, mapping={"encoding": encoding})
    assert [actor.name for actor in said.actors.values()] == names
    if encoding == "cp1250":
        assert "read as cp1250" in network.problems()[0].message
    with pytest.raises(cn.InvalidOption, match="its encoding and nothing else"):
        cn.read(path, mapping={"directed": True})


def test_a_partition_of_its_own_file_is_a_column(tmp_path: Path) -> None:
    (tmp_path / "net.net").write_text("*Vertices 2\n*Arcs\n1 2\n")
    (tmp_path / "region.clu").write_text("*Vertices 2\n3\n4\n")
    network = cn.read(tmp_path / "net.net", actors=tmp_path / "region.clu")
    assert [actor.region for actor in network.actors.values()] == [3, 4]
    with pytest.raises(cn.CoopnetError, match=r"There is no file .*size\.vec"):
        cn.read(tmp_path / "net.net", actors=tmp_path / "size.vec")


def test_a_label_is_all_between_its_quotes(tmp_path: Path) -> None:
    path = tmp_path / "labels.net"
    path.write_text('*Vertices 2\n1 "Borders, Visas, & Ports" 0.1 0.2 0.5 ic Red\n2 Word\n*Arcs\n1 2 2.5\n')
    network = cn.read(path)
    for suffix in ("net", "paj", "graphml", "gml", "gexf"):
        cn.write(network, tmp_path / f"again.{suffix}")
        again = cn.read(tmp_path / f"again.{suffix}")
        assert [actor.name for actor in again.actors.values()] == ["Borders, Visas, & Ports", "Word"]
        assert [tie["strength"] for tie in again.ties.values()] == [2.5]


@st.composite
def for_ucinet(draw: st.DrawFn) -> Network:
    """Parallel ties, loops, isolates, several relations, numbers, any text as an id."""
    ids = draw(st.lists(IDS, min_size=1, max_size=5, unique_by=lambda text: text.strip()))
    ends = st.sampled_from(ids)
    relation = st.sampled_from(draw(st.sampled_from([["tie"], ["asks"], ["asks", "tells all", "tie"]])))
    rows = draw(st.lists(st.tuples(ends, ends, relation, NUMBERS), max_size=7))
    columns = list(zip(*rows, strict=True)) or [()] * 4
    header = ["source", "target", "relation", "strength"]
    return Network.from_columns(
        {"actors": [("id", ids)], "ties": [(name, list(cells)) for name, cells in zip(header, columns, strict=True)]},
        vocabulary='{"relations": {"tells all": {"directed": false}}}',
        open_vocabulary=True,
    )


def summed(network: Network) -> dict[Any, float]:
    """By relation and ends, all strengths together: what a matrix can say."""
    relations = network.vocabulary["relations"]
    found: dict[Any, float] = {}
    for tie in network.ties.values():
        ends = (tie["source"], tie["target"])
        directed = relations[tie["relation"]]["directed"]
        key = (tie["relation"], ends if directed else frozenset(ends))
        found[key] = found.get(key, 0) + (1 if tie.strength is None or math.isnan(tie.strength) else tie.strength)
    return {key: value for key, value in found.items() if value}


@MANY
@given(network=for_ucinet())
def test_ucinet_dl_brings_back_all_but_what_it_says(network: Network, tmp_path: Path) -> None:
    losses = "\n".join(cn.write(network, tmp_path / "net.dl"))
    again = cn.read(tmp_path / "net.dl")
    assert list(again.actors) == list(network.actors)
    if "direction" not in losses:
        assert summed(again) == pytest.approx(summed(network))
    if not losses:  # a tie without direction may come back from its other end
        for column in ("id", "relation", "strength"):
            assert filled(again, "ties").get(column) == filled(network, "ties").get(column)


def test_ucinet_refuses_matrices_that_nobody_could_open(tmp_path: Path) -> None:
    edges = [(f"a{at}", f"a{at + 1}") for at in range(5000)]
    with pytest.raises(cn.InvalidOption, match=r"25010001 cells.*Write \.net"):
        cn.write(Network.from_edges(edges, directed=False), tmp_path / "net.dl")
    assert not (tmp_path / "net.dl").exists()
    cn.write(Network.from_edges(edges), tmp_path / "net.dl")
    assert len(cn.read(tmp_path / "net.dl").ties) == 5000


def test_two_modes_of_ucinet_come_back(tmp_path: Path) -> None:
    path = tmp_path / "two.dl"
    path.write_text("dl nr=2 nc=3\nrow labels: ann bob\ncolumn labels: x y z\ndata:\n1 0 0\n0 2 1\n")
    network = cn.read(path)
    assert not [loss for loss in cn.write(network, tmp_path / "again.dl") if "relations" not in loss]
    assert cn.read(tmp_path / "again.dl") == network


def test_ucinets_own_files_are_read_from_the_name_of_either(tmp_path: Path) -> None:
    labels = ["Köln", "ខ្មែរ"]
    header = b"\x05V6404" + struct.pack("<5HBH2I", 26, 11, 25, 3, 3, 7, 2, 2, 2) + b"\x00\x01\x01"
    for label in labels * 2:
        header += struct.pack("<H", 2 * len(label)) + label.encode("utf-16-le")
    (tmp_path / "net.##H").write_bytes(header)
    with pytest.raises(cn.CoopnetError, match=r"There is no .*net\.##d beside net\.##H"):
        cn.read(tmp_path / "net.##H")
    (tmp_path / "net.##D").write_bytes(struct.pack("<4f", 0, 0.5, 0, 0))
    for name in ("net.##H", "net.##D"):
        network = cn.read(tmp_path / name)
        assert [(tie["source"], tie["target"], tie["strength"]) for tie in network.ties.values()] == [(*labels, 0.5)]
    with pytest.raises(cn.UnknownName, match="ucinet"):
        cn.write(network, tmp_path / "out.##h")


def test_what_a_dl_file_gets_wrong_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "broken.dl"
    path.write_bytes("dl n=2\nlabels:\nMünchen, Köln\ndata:\n0 x\n0 0".encode("cp1252"))
    with pytest.raises(cn.ParseError, match=r"broken\.dl, line 5, column 3") as caught:
        cn.read(path)
    assert (caught.value.line, caught.value.column) == (5, 3)


def test_what_a_pajek_file_gets_wrong_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "broken.net"
    path.write_text('*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 3\n')
    with pytest.raises(cn.ParseError, match=r"broken\.net, line 5, column 3") as caught:
        cn.read(path)
    assert (caught.value.line, caught.value.column) == (5, 3)


def test_relations_that_are_called_as_ours_are_not_held_to_kinds(tmp_path: Path) -> None:
    path = tmp_path / "meets.net"
    path.write_text('*Vertices 2\n1 "a"\n2 "b"\n*Edges :1 "meets"\n1 2\n')
    (tie,) = cn.read(path).ties.values()
    assert tie["relation"] == "meets"


def test_the_command_line_converts_and_checks_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "net.net", tmp_path / "net.dl"
    source.write_text('*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2 0.5\n')
    assert main(["convert", str(source), str(target)]) == 0
    assert "carries no such columns of actors: name" in capsys.readouterr().err
    assert main(["convert", str(target), str(tmp_path / "text"), "--from", "ucinet-dl", "--to", "pajek"]) == 0
    assert "*Vertices 2" in (tmp_path / "text").read_text()
    assert main(["convert", str(source), str(tmp_path / "strict.dl"), "--strict"]) == 2
    assert not (tmp_path / "strict.dl").exists()
    capsys.readouterr()
    source.write_text("*Vertices 2\n*Arcs\n1 9\n")
    assert main(["check", str(source)]) == 1
    assert "line 3, column 3" in capsys.readouterr().out
