"""Other programs' formats: what is claimed to be carried comes back, and what is not is said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python.test_io import CELLS, IDS

import coopnet as cn
from coopnet import Network

WHOLE = ["graphml", "cyjs"]  # carry all of a network
FORMATS = [*WHOLE, "gexf", "gml"]
# What XML has no way to write.
CONTROLS = {chr(code) for code in range(32)} - set("\t\n\r") | {"￾", "￿"}


def writable(text: str) -> bool:
    return not CONTROLS & set(text)


DATES = st.sampled_from(["", "2021", "2022-08", "2022-08-15", "2022-Q3"])
UNTIL = st.sampled_from(["", "..", "2023", "2023-01-31"])


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Parallel ties, loops, isolates, both directions, periods, numbers, any text."""
    ids = draw(st.lists(IDS.filter(writable), min_size=1, max_size=5, unique_by=lambda text: text.strip()))
    cells = CELLS.filter(writable)
    ends = st.sampled_from(ids)
    relation = st.sampled_from(["salutes", "tie", "mine"])
    number = st.sampled_from(["", "1.50", "2", "-0.5", "1e3"])
    rows = draw(st.lists(st.tuples(ends, ends, relation, DATES, UNTIL, number, cells, number), max_size=6))
    ties = list(zip(*rows, strict=True)) or [()] * 8
    header = ["source", "target", "relation", "since", "until", "strength", "label", "weight"]
    return Network.from_columns(
        {
            "actors": [("id", ids), ("name", [draw(cells) for _ in ids]), ("label", [draw(cells) for _ in ids])],
            "ties": [(name, list(column)) for name, column in zip(header, ties, strict=True)],
        },
        vocabulary='{"relations": {"mine": {"directed": false}, "tie": {}}}',
        open_vocabulary=True,
    )


def filled(network: Network, table: str) -> dict[str, Any]:
    return {name: cells for name, cells in network.core.columns(table) if any(cells)}


def directions(network: Network) -> list[bool]:
    relations = network.vocabulary["relations"]
    return [relations[tie["relation"]]["directed"] for tie in network.ties.values()]


@pytest.mark.parametrize("format", FORMATS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(network=networks())
def test_what_is_claimed_comes_back(format: str, network: Network, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / f"network.{format}"
    report = cn.write(network, path)
    again = cn.read(path)
    if format in WHOLE:
        assert not report
        assert again == network
    assert filled(again, "actors") == filled(network, "actors")
    assert filled(again, "ties") == filled(network, "ties")
    assert directions(again) == directions(network)


@pytest.mark.parametrize("format", WHOLE)
@pytest.mark.parametrize("name", ["indonesia-cambodia-2021-2022", "demo-referral"])
def test_bundled_networks_come_back_as_they_were(name: str, format: str, tmp_path: Path) -> None:
    network = cn.load(name)
    assert not cn.write(network, tmp_path / f"once.{format}", strict=True)
    assert cn.read(tmp_path / f"once.{format}") == network
    cn.write(cn.read(tmp_path / f"once.{format}"), tmp_path / f"twice.{format}")
    assert (tmp_path / f"twice.{format}").read_bytes() == (tmp_path / f"once.{format}").read_bytes()


@pytest.mark.parametrize("format", FORMATS)
def test_a_network_without_anything_comes_back(format: str, tmp_path: Path) -> None:
    path = tmp_path / f"empty.{format}"
    cn.write(Network.from_edges([]), path)
    again = cn.read(path)
    assert (len(again.actors), len(again.ties)) == (0, 0)


def test_control_characters_are_told_to_be_lost(tmp_path: Path) -> None:
    network = Network.from_edges([("a\x01", "b")])
    assert "no control characters" in cn.write(network, tmp_path / "net.graphml")[0]
    with pytest.raises(cn.InvalidOption, match="would lose something"):
        cn.write(network, tmp_path / "strict.graphml", strict=True)
    assert not (tmp_path / "strict.graphml").exists()


def test_what_a_file_says_beside_is_told(tmp_path: Path) -> None:
    path = tmp_path / "net.graphml"
    path.write_text("<graphml><graph><node id='a'><port name='N'/></node></graph></graphml>")
    (problem,) = cn.read(path).problems()
    assert problem.row == 1
    assert "a port" in problem.message


def test_a_quote_that_is_left_open_in_gml_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.gml"
    path.write_text('graph [\n  directed 1\n  node [\n    id 1\n    label "Office"Blue"\n  ]\n]\n')
    with pytest.raises(cn.ParseError, match=r"broken\.gml, line 5") as caught:
        cn.read(path)
    assert caught.value.line == 5
