"""Layers of ties among the same actors, directed beside undirected."""

from __future__ import annotations

import json
import math

import pytest
from agreement.known import known

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


def by_channel(*channels: str, **columns: list[str]) -> Network:
    ends = [("source", ["a", "b", "c"]), ("target", ["b", "c", "a"])]
    return Network.from_columns({"ties": [*ends, ("channel", list(channels)), *columns.items()]})


@pytest.mark.parametrize("name", ["id", "total", "layers"])
def test_a_layer_that_is_called_as_another_column_is_refused(name):
    with pytest.raises(cn.InvalidOption, match=f'two columns of the name "{name}"'):
        layers.degree(by_channel(name, "post", "post"), by="channel")


def test_layers_that_would_share_a_column_are_refused():
    with pytest.raises(cn.InvalidOption, match='two columns of the name "x only"'):
        layers.relevance(by_channel("x", "x only", "x"), by="channel")
    with pytest.raises(cn.InvalidOption, match=r'called "\(empty\)", as ties without one are'):
        layers.degree(by_channel("", "(empty)", "x"), by="channel")


def test_a_tie_of_no_strength_is_none_in_its_layer():
    ties = by_channel("post", "post", "post", strength=["0", "1", "1"])
    over = Projection(weight="strength")
    assert layers.degree(ties, by="channel", over=over).column("post") == {"a": 1, "b": 1, "c": 2}
    assert layers.degree(ties, by="channel", over=over).column("post") == dict(cn.centrality.degree(ties, over=over))


@pytest.mark.parametrize("count", range(2, 40))
def test_an_even_spread_is_exactly_one(count):
    spread = Network.from_columns(
        {"ties": [("source", ["a"] * count), ("target", ["b"] * count), ("relation", [f"r{i}" for i in range(count)])]}
    )
    assert layers.participation(spread, by="relation")["a"]["participation"] == 1


BUSINESS = [
    ("Barbadori", "Castellani"), ("Barbadori", "Ginori"), ("Barbadori", "Medici"), ("Barbadori", "Peruzzi"),
    ("Bischeri", "Guadagni"), ("Bischeri", "Lamberteschi"), ("Bischeri", "Peruzzi"), ("Castellani", "Lamberteschi"),
    ("Castellani", "Peruzzi"), ("Ginori", "Medici"), ("Guadagni", "Lamberteschi"), ("Lamberteschi", "Peruzzi"),
    ("Medici", "Pazzi"), ("Medici", "Salviati"), ("Medici", "Tornabuoni"),
]  # fmt: skip


def test_florentine_families_that_married_also_did_business():
    # Padgett and Ansell (1993), doi:10.1086/230190, among 16 families: 20 marriages, 15 ties of business; by hand, 8
    # pairs have both.
    marriages = known("florentine")
    pairs = [(tie.source, tie.target, "marries") for tie in marriages.ties.values()]
    pairs += [(a, b, "trades") for a, b in BUSINESS]
    florence = Network.from_columns(
        {
            "actors": [("id", list(marriages.actors))],
            "ties": [(end, [tie[i] for tie in pairs]) for i, end in enumerate(("source", "target", "relation"))],
        },
        vocabulary=json.dumps({"relations": {name: {"directed": False} for name in ("marries", "trades")}}),
        open_vocabulary=True,
    )
    found = layers.overlap(florence, by="relation")
    assert (found["marries", "trades"]["ties"], found["trades", "marries"]["ties"]) == (2 * 20, 2 * 15)  # each way
    assert found["marries", "trades"]["shared"] == 2 * 8
    assert found["marries", "trades"]["jaccard"] == 8 / 27
    assert found["marries", "trades"]["conditional"] == 8 / 20
    assert found["trades", "marries"]["conditional"] == 8 / 15
    assert layers.degree(florence, by="relation")["Medici"] == {
        "id": "Medici", "marries": 6, "trades": 5, "layers": 2, "total": 11
    }  # fmt: skip
    assert layers.participation(florence, by="relation")["Medici"]["participation"] == 2 * (1 - (36 + 25) / 121)
