"""Layers of ties among the same actors, directed beside undirected."""

from __future__ import annotations

import json
import math

import pytest

import coopnet as cn
from coopnet import Network, Projection, layers

WORDS = json.dumps(
    {
        "layers": {"work": {}, "talk": {}},
        "relations": {"asks": {"layer": "work", "directed": True}, "sees": {"layer": "talk", "directed": False}},
    }
)
TIES = [("a", "b", "asks"), ("b", "c", "asks"), ("c", "a", "asks"), ("a", "b", "sees"), ("c", "d", "sees")]


def network(ties=TIES) -> Network:
    return Network.from_columns(
        {
            "actors": [("id", list("abcde"))],
            "ties": [
                *((name, [tie[place] for tie in ties]) for place, name in enumerate(("source", "target", "relation"))),
                ("channel", ["police" if tie[2] == "asks" else "" for tie in ties]),
            ],
        },
        vocabulary=WORDS,
        open_vocabulary=True,
    )


def test_a_layers_numbers_are_the_same_with_and_without_the_others():
    alone = {name: network([tie for tie in TIES if tie[2] == name]) for name in ("asks", "sees")}
    both = layers.degree(network(), by="relation")
    for name, one in alone.items():
        for mode in ("out", "in", "all"):
            together = layers.degree(network(), by="relation", mode=mode).column(name)
            assert together == dict(cn.centrality.degree(one, mode=mode))
    assert both["a"]["layers"] == 2
    assert both["e"] == {"id": "e", "asks": 0, "sees": 0, "layers": 0, "total": 0}


def test_layers_are_by_layer_by_relation_or_by_a_column_of_ties():
    assert list(layers.degree(network())["a"])[1:3] == ["work", "talk"]
    assert list(layers.degree(network(), by="channel")["a"])[1:3] == ["police", "(empty)"]
    with pytest.raises(cn.UnknownName, match=r'no column "chanel"\. Nearest: channel'):
        layers.degree(network(), by="chanel")
    only = layers.degree(network(), over=Projection(layers="work"))
    assert list(only["a"]) == ["id", "work", "layers", "total"]


def test_participation_says_how_evenly_ties_spread():
    found = layers.participation(network())
    assert found["d"]["participation"] == 0
    assert found["a"]["participation"] == pytest.approx(8 / 9)
    assert math.isnan(found["e"]["participation"])
    assert "without ties" in found.why


def test_a_directed_tie_is_half_an_undirected_one():
    found = layers.overlap(network())
    assert found["work", "talk"]["shared"] == 1
    assert found["talk", "work"]["conditional"] == 1 / 4
    assert found["work", "talk"]["jaccard"] == found["talk", "work"]["jaccard"] == 1 / 6


def test_relevance_adds_up_over_layers():
    found = layers.relevance(network())
    for actor in "abcd":
        assert found[actor]["work weighted"] + found[actor]["talk weighted"] == pytest.approx(1)
    assert found["d"]["talk only"] == 1
    assert found["a"]["work"] == 1


def test_folded_affiliations_are_refused():
    with pytest.raises(cn.InvalidOption, match="Folded ties are of no layer"):
        layers.degree(network(), over=Projection(affiliations="count"))


def test_the_case_has_layers():
    case = cn.load("indonesia-cambodia-2021-2022")
    found = layers.participation(case)
    assert found["ID.EMB"]["overlapping"] == layers.degree(case)["ID.EMB"]["total"]
    assert ("cooperation", "flow") in layers.overlap(case)
