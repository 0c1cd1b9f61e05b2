"""What an analysis returns: values that know what they assume, show themselves, and can be asked again."""

from __future__ import annotations

import copy
import json
import math
import pickle

import numpy as np
import pytest

import coopnet as cn
from coopnet import Network, Projection
from coopnet.show import shown
from coopnet.tables import Asked, PairScores, Partition, Scores, Value

NETWORK = Network.from_columns(
    {
        "ties": [("id", ["t1", "t2"]), ("source", ["a", "b"]), ("target", ["b", "c"]), ("sources", ["S2;S1", "S1"])],
        "sources": [("id", ["S1", "S2"]), ("grade", ["B2", "A1"])],
    }
)


def size(network: Network, *, over: Projection | None = None, factor: float = 1) -> Scores:
    view = network.freeze(over)
    values = np.arange(view.vertex_count, dtype=float) * factor
    return Scores("size", view.keys, values, Asked(size, network, over, (), {"factor": factor}), ties=view.all_ties,
                  convention="Counted from 0.")  # fmt: skip


def test_scores_are_a_mapping_in_actor_order() -> None:
    scores = size(NETWORK)
    assert dict(scores) == {"a": 0.0, "b": 1.0, "c": 2.0}
    assert list(scores.to_numpy()) == [0, 1, 2]
    scores.to_numpy()[0] = 9  # a copy
    assert scores["a"] == 0


def test_an_actor_that_is_none_is_told_from_one_left_out() -> None:
    with pytest.raises(cn.UnknownActor, match=r'There is no actor "x"'):
        size(NETWORK)["x"]
    with pytest.raises(cn.UnknownActor, match=r'leaves the actor "c" out'):
        size(NETWORK, over=Projection(actors=["a", "b"]))["c"]


def ranked(values: list[float]) -> Scores:
    keys = [chr(ord("a") + place) for place in range(len(values))]
    return Scores("x", keys, np.array(values), Asked(size, NETWORK, None), ties=[], convention="")


def test_the_top_comes_highest_first_equals_in_actor_order_undefined_last() -> None:
    assert list(ranked([1, math.nan, 3, 1]).top(4)) == ["c", "a", "d", "b"]
    assert list(ranked([1, 2, 3]).top(2)) == ["c", "b"]
    assert list(ranked([1]).top(0)) == []


def test_equals_share_the_better_rank_and_undefined_scores_have_none() -> None:
    assert ranked([1, 3, 3, math.nan, 0]).ranks() == {"b": 1, "c": 1, "a": 3, "e": 4}


def test_a_result_knows_its_sources_and_its_weakest_grade() -> None:
    scores = size(NETWORK)
    assert scores.sources == ("S1", "S2")
    assert scores.weakest_grade == "B2"
    assert size(NETWORK, over=Projection(where={"id": "t1"})).weakest_grade == "A1"
    assert ranked([1]).weakest_grade is None


def test_a_question_is_asked_again_with_the_projection_changed() -> None:
    again = size(NETWORK, factor=3).again(actors=["b", "c"])
    assert dict(again) == {"b": 0.0, "c": 3.0}
    assert again.projection == Projection(actors=["b", "c"])


def test_an_answer_is_one_json_object() -> None:
    answer = json.loads(ranked([1, math.nan]).to_json())
    assert answer["rows"] == [{"id": "a", "x": 1.0}, {"id": "b", "x": None}]
    assert set(answer) == {"question", "network", "projection", "convention", "rows", "sources", "weakest_grade"}


def test_a_frame_has_the_actors_as_its_index() -> None:
    frame = size(NETWORK).to_frame()
    assert frame.index.name == "id"
    assert frame["size"].to_dict() == {"a": 0.0, "b": 1.0, "c": 2.0}


def test_what_is_shown_says_what_it_assumes() -> None:
    text = repr(size(NETWORK, over=Projection(during="2022")))
    assert "Over: during=2022." in text
    assert "Counted from 0." in text
    assert "Sources: 2; weakest grade: B2." in text
    assert "… and 5 more rows" in repr(ranked([1.0] * 25))


def test_names_are_text_in_html() -> None:
    network = Network.from_edges([("<script>", "b")])
    shown_as = size(network)._repr_html_()
    assert "&lt;script&gt;" in shown_as
    assert "<script>" not in shown_as


def test_pairs_are_found_by_their_ends() -> None:
    pairs = PairScores(
        "x", [("a", "b"), ("b", "c")], [["t1"], ["t2"]], np.array([1.0, 2.0]), Asked(size, NETWORK, None), ties=[0, 1],
        convention="",
    )  # fmt: skip
    assert pairs["b", "c"] == 2
    assert list(pairs.top(1)) == [("b", "c")]
    assert pairs.rows()[0] == {"source": "a", "target": "b", "ties": ("t1",), "x": 1.0}


def test_groups_are_listed_by_number() -> None:
    partition = Partition(["a", "b", "c"], [1, 0, 1], Asked(size, NETWORK, None), ties=[], convention="")
    assert partition.groups == (("b",), ("a", "c"))
    assert partition["c"] == 1
    with pytest.raises(cn.UnknownActor):
        partition["x"]


def test_a_value_is_a_float_with_bounds_where_it_was_estimated() -> None:
    value = Value(0.5, Asked(size, NETWORK, None), ties=[], convention="", low=0.4, high=0.6)
    assert value + 1 == 1.5
    assert value.rows() == [{"value": 0.5, "low": 0.4, "high": 0.6}]
    assert pickle.loads(pickle.dumps(value)) == copy.copy(value) == 0.5
    assert copy.copy(value).high == 0.6


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (math.nan, "–"), (0.123456, "0.1235"), (("a", "b"), "a, b"), (3, "3")]
)
def test_a_cell_is_shown_as_people_read_it(value: object, text: str) -> None:
    assert shown(value) == text
