"""What a page carries of a network so that it can compute."""

from __future__ import annotations

import json

import pytest

import coopnet as cn
from coopnet import Network, Projection
from coopnet.errors import InvalidWeight
from coopnet.pages.arrays import web_view

CANARY = "canary-7f3a"


def test_names_notes_and_sources_are_not_carried():
    network = Network.from_columns(
        {
            "actors": [("id", ["a", "b"]), ("name", [CANARY, ""]), ("note", ["", CANARY])],
            "ties": [("source", ["a"]), ("target", ["b"]), ("note", [CANARY]), ("sources", ["S1"])],
            "sources": [("id", ["S1"]), ("title", [CANARY])],
        }
    )
    assert CANARY not in json.dumps(web_view(network))


def test_numbers_come_back_from_json_as_they_were():
    reliabilities = [0.1 + 0.2, 1 / 3, 5e-324]
    network = Network.from_edges([("a", "b"), ("b", "c"), ("a", "c")])
    network = network.with_column("ties", "reliability", reliabilities)
    assert json.loads(json.dumps(web_view(network)))["ties"]["columns"]["reliability"] == reliabilities


def test_tables_are_whole_and_say_what_a_projection_keeps_at_any_date():
    case = cn.load("indonesia-cambodia-2021-2022")
    over = Projection(layers="cooperation", during="2021", weight="delay_days", isolates=False)
    view = web_view(case, over)
    kept = case.freeze(Projection(layers="cooperation"), merges=False)
    assert view["actors"]["id"] == list(case.actors)
    assert [id for id, inside in zip(view["actors"]["id"], view["actors"]["in"], strict=True) if inside] == kept.keys
    assert [row for row, inside in enumerate(view["ties"]["in"]) if inside] == kept.all_ties
    assert view["over"] == over.to_dict()
    assert view["bundled"]


def test_a_network_of_nobody():
    view = web_view(Network.from_edges([]))
    assert view["actors"]["id"] == view["ties"]["id"] == []
    assert not view["bundled"]


def test_a_weight_of_words_is_refused():
    network = Network.from_edges([("a", "b")]).with_column("ties", "effort", ["much"])
    with pytest.raises(InvalidWeight, match='"much" is no number, so a page cannot weigh by it'):
        web_view(network, Projection(weight="effort", weight_means="cost"))
