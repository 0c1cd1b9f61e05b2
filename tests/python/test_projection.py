"""A projection says which ties count; every field does what it says, and a wrong one is refused."""

from __future__ import annotations

import dataclasses

import pytest

import coopnet as cn
from coopnet import Network, Projection

TIES = [
    ("id", ["t1", "t2", "t3", "t4"]),
    ("source", ["a", "a", "b", "c"]),
    ("target", ["b", "b", "c", "c"]),
    ("channel", ["police", "", "diplomatic", ""]),
    ("since", ["2021", "2022-08", "2022-08-15", ""]),
    ("until", ["2021", "2022-08", "..", ""]),
    ("delay_days", ["3", "1", "2", "0"]),
    ("level", ["1", "2", "2", ""]),
]


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.from_columns({"ties": TIES})


def ties(network: Network, **asked: object) -> list[str]:
    view = network.freeze(Projection(**asked), merges=False)
    ids = list(network.ties)
    return [ids[row] for row in view.all_ties]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({}, ["t1", "t2", "t3", "t4"]),
        ({"where": {"channel": "police"}}, ["t1"]),
        ({"where": {"channel": None}}, ["t2", "t4"]),
        ({"where": {"channel": ["police", None]}}, ["t1", "t2", "t4"]),
        ({"where": {"level": 2}}, ["t2", "t3"]),
        ({"where": {"level": [1, None]}}, ["t1", "t4"]),
        ({"where": {"source": "a", "target": "b"}}, ["t1", "t2"]),
        ({"actors": ["b", "c"]}, ["t3", "t4"]),
        ({"actors": "c"}, ["t4"]),
        ({"at": "2022-08-15"}, ["t2", "t3", "t4"]),
        ({"at": "2022-08-15", "dates": "certain"}, ["t3"]),
        ({"during": "2022-08", "dates": "certain"}, ["t2", "t3"]),
        ({"during": "2021/2022-07"}, ["t1", "t4"]),
        ({"loops": False}, ["t1", "t2", "t3"]),
    ],
)
def test_a_projection_keeps_exactly_what_it_asks_for(network: Network, asked: dict, kept: list[str]) -> None:
    assert ties(network, **asked) == kept


def test_isolates_stay_unless_they_are_not_wanted(network: Network) -> None:
    assert network.freeze(Projection(where={"id": "t1"})).keys == ["a", "b", "c"]
    assert network.freeze(Projection(where={"id": "t1"}, isolates=False)).keys == ["a", "b"]


@pytest.mark.parametrize(
    ("parallel", "weights"),
    [("sum", [4, 2, 0]), ("max", [3, 2, 0]), ("min", [1, 2, 0]), ("keep", [3, 1, 2, 0]), ("count", [2, 1, 1])],
)
def test_parallel_ties_merge_as_asked(network: Network, parallel: str, weights: list[float]) -> None:
    view = network.freeze(Projection(weight="delay_days", parallel=parallel))
    assert list(view.weights) == weights
    assert view.meaning == ("strength" if parallel == "count" else "cost")


def test_left_alone_measures_merge_and_pathways_keep(network: Network) -> None:
    over = Projection(weight="delay_days")
    assert list(network.freeze(over, merges=True).weights) == [1, 2, 0]
    assert list(network.freeze(over, merges=False).weights) == [3, 1, 2, 0]
    assert network.freeze(over, merges=True).ties(0) == [0, 1]


def test_reversed_ties_run_the_other_way(network: Network) -> None:
    sources, targets = network.freeze(Projection(direction="reversed")).ends
    assert list(zip(sources, targets, strict=True)) == [(1, 0), (2, 1), (2, 2)]
    assert not network.freeze(Projection(direction="undirected")).directed


def test_the_bundled_case_answers_by_layer_date_and_grade() -> None:
    case = cn.load("indonesia-cambodia-2021-2022")
    everything = set(ties(case))
    for asked in ({"layers": "cooperation"}, {"during": "2022"}, {"min_grade": "B2"}, {"status": "documented"}):
        some = set(ties(case, **asked))
        assert set() < some < everything, asked
    certain = set(ties(case, during="2022", dates="certain"))
    assert certain <= set(ties(case, during="2022", dates="possible"))
    assert set(ties(case, during="2022-08")) <= set(ties(case, during="2022"))


def test_ties_without_their_only_source_are_gone() -> None:
    case = cn.load("indonesia-cambodia-2021-2022")
    source = next(tie.sources[0] for tie in case.ties.values() if len(tie.sources) == 1)
    alone = {key for key, tie in case.ties.items() if tie.sources == (source,)}
    assert set(ties(case)) - set(ties(case, without_sources=source)) == alone


def test_a_projection_prints_what_differs_and_is_made_again_from_it() -> None:
    over = Projection(layers=["cooperation", "flow"], where={"channel": ["police", None]}, during="2022", loops=False)
    assert str(over) == "layers=cooperation or flow, where channel=police or (empty), during=2022, loops=False"
    assert Projection(**over.to_dict()) == over
    assert eval(repr(over), {"Projection": Projection}) == over
    assert str(Projection()) == "every tie as declared"


def test_equal_projections_share_a_view(network: Network) -> None:
    one = network.freeze(Projection(layers="cooperation"))
    assert network.freeze(Projection(layers=["cooperation"])) is one
    assert network.freeze(Projection(layers=("cooperation",)), merges=False) is not one


def test_a_projection_cannot_be_changed_in_place() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Projection().during = "2022"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Projection("cooperation")  # type: ignore[misc]
