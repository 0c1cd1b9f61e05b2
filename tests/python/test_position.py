from __future__ import annotations

import math

import numpy as np
import pytest

import coopnet as cn
from coopnet import Network, Projection, position

CHIEFS = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y"), ("x", "end"), ("y", "end")]
# Two bodies deal with one other body each, by other relations.
WORDS = {
    "layers": {"talk": {}, "money": {}},
    "relations": {"asks": {"directed": True, "layer": "talk"}, "pays": {"directed": True, "layer": "money"}},
}


@pytest.fixture
def network() -> Network:
    return Network.from_edges(CHIEFS)


def two_relations(**columns: list[str]) -> Network:
    import pandas as pd

    ties = {"source": ["a", "b", "c"], "target": ["x", "x", "x"], "relation": ["asks", "asks", "pays"], **columns}
    return Network.from_frames(None, pd.DataFrame(ties), vocabulary=WORDS | {"kinds": {}})


def test_equivalent_actors_are_no_distance_apart(network):
    found = position.structural_equivalence(network)
    assert found["a", "b"] == 0
    assert found["a", "x"] == found["x", "a"] > 0
    assert not found.similarities
    assert len(found) == 25
    assert position.structural_equivalence(network, distance="correlation")["a", "b"] == 1


def test_a_matrix_is_a_square_frame_and_a_row_each_pair(network):
    found = position.structural_equivalence(network)
    frame = found.to_frame()
    assert frame.shape == (5, 5)
    assert frame.index.name == "id"
    assert frame.loc["a", "x"] == found["a", "x"]
    assert found.rows()[0] == {"source": "a", "target": "x", "euclidean": math.sqrt(3)}
    assert len(found.rows()) == 10
    assert len(found.to_dict()["rows"]) == 10
    assert "Over:" in repr(found)
    assert "<table>" in found._repr_html_()


def test_a_large_matrix_shows_its_corner():
    many = Network.from_edges([("hub", f"leaf{i}") for i in range(20)])
    assert "11 more actors" in repr(position.structural_equivalence(many))


def test_the_closest_are_named_first(network):
    assert list(position.structural_equivalence(network).closest("a", 1)) == ["b"]
    assert list(position.regular_equivalence(network).closest("x", 1)) == ["y"]
    found = position.structural_equivalence(network, distance="jaccard").closest("a")
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert found.projection == Projection()


def test_clusters_are_a_partition_that_can_be_asked_again(network):
    found = position.structural_equivalence(network).clusters(3, linkage="complete")
    assert found["a"] == found["b"]
    assert found["x"] == found["y"]
    assert "complete linkage" in found.convention
    again = found.again(weight="strength")
    assert again.groups == found.groups
    assert again.projection.weight == "strength"
    assert found.to_dict()["question"] == "position.clusters"
    with pytest.raises(cn.InvalidOption, match="k=6"):
        position.structural_equivalence(network).clusters(6)
    with pytest.raises(cn.InvalidOption, match="linkage"):
        position.structural_equivalence(network).clusters(2, linkage="ward")


def test_undefined_correlations_say_why_and_cannot_be_clustered():
    star = Network.from_edges([("hub", "a"), ("hub", "b"), ("hub", "c")], directed=False)
    found = position.structural_equivalence(star, distance="correlation")
    assert math.isnan(found["hub", "a"])
    assert "do not vary" in found.why
    with pytest.raises(cn.InvalidOption, match="undefined"):
        found.clusters(2)
    defined = position.structural_equivalence(star, distance="correlation", undefined=0)
    assert defined["hub", "a"] == 0
    assert not defined.why


def test_an_actor_left_out_is_named(network):
    found = position.structural_equivalence(network, over=Projection(actors=["a", "b", "x"]))
    with pytest.raises(cn.UnknownActor, match="leaves the actor"):
        found["a", "y"]
    with pytest.raises(cn.UnknownActor):
        found["a", "nobody"]


def test_relations_are_compared_by_themselves():
    network = two_relations()
    together = position.structural_equivalence(network)
    assert together["a", "c"] == 0
    for by in ("relation", "layer"):
        apart = position.structural_equivalence(network, by=by)
        assert apart["a", "b"] == 0
        assert apart["a", "c"] == pytest.approx(math.sqrt(2))
        assert f"each {by} by itself" in apart.convention
        groups = position.concor(network, by=by)
        assert groups["a"] == groups["b"] != groups["c"]
    with pytest.raises(cn.UnknownName, match="no column"):
        position.concor(network, by="relatoin")


def test_parallel_ties_of_one_relation_merge_as_the_projection_says():
    import pandas as pd

    ties = {"source": ["a", "a", "b"], "target": ["x", "x", "x"], "strength": ["1", "2", "3"]}
    network = Network.from_frames(None, pd.DataFrame({**ties, "relation": ["asks"] * 3}))

    def apart(**changes):
        over = Projection(**changes)
        return position.structural_equivalence(network, by="relation", over=over)["a", "b"]

    assert apart() == 0  # a tie or none
    assert apart(weight="strength") == 0  # 1 + 2
    assert apart(weight="strength", parallel="max") == 1
    assert apart(weight="strength", parallel="count") == 1
    with pytest.raises(cn.InvalidOption, match="min"):
        apart(weight="strength", parallel="min")


def test_regular_equivalence_finds_the_levels_of_a_hierarchy():
    pairs = ["AB", "AC", "AD", "BE", "BF", "CG", "DH", "DI"]  # Wasserman and Faust (1994), chapter 12
    found = position.regular_equivalence(Network.from_edges([tuple(pair) for pair in pairs]))
    assert found.clusters(3).groups == (("A",), ("B", "C", "D"), ("E", "F", "G", "H", "I"))
    assert found["B", "D"] == 1
    assert found["A", "I"] == 0
    with pytest.raises(cn.InvalidOption, match="iterations"):
        position.regular_equivalence(Network.from_edges(CHIEFS), iterations=0)


def test_catrege_finds_the_levels_of_a_hierarchy():
    pairs = ["AB", "AC", "AD", "BE", "BF", "CG", "DH", "DI"]  # Wasserman and Faust (1994), chapter 12
    found = position.catrege(Network.from_edges([tuple(pair) for pair in pairs]))
    assert found.groups == (("A",), ("B", "C", "D"), ("E", "F", "G", "H", "I"))
    network = two_relations()
    assert position.catrege(network)["a"] == position.catrege(network)["c"]
    assert position.catrege(network, by="layer")["a"] != position.catrege(network, by="layer")["c"]


def test_concor_splits_the_example_of_concor_r():
    columns = {"a": "e", "b": "ace", "c": "abde", "d": "ace", "e": "a"}
    pairs = [(sender, receiver) for receiver, senders in columns.items() for sender in senders]
    found = position.concor(Network.from_edges(pairs), splits=1)
    assert {frozenset(group) for group in found.groups} == {frozenset("bcd"), frozenset("ae")}


def test_concor_says_where_it_does_not_settle():
    ring = Network.from_edges([(str(i), str((i + 1) % 7)) for i in range(7)], directed=False)
    with pytest.raises(cn.NotConverged, match="7 actors"):
        position.concor(ring)


def test_concor_agrees_with_correlations_iterated_by_numpy():
    import networkx as nx

    graph = nx.karate_club_graph()
    ties = nx.to_numpy_array(graph, weight=None)
    table = np.eye(len(ties))
    for i in range(len(ties)):
        for j in range(len(ties)):
            others = [k for k in range(len(ties)) if k not in (i, j)]
            if i != j and ties[i, others].std() > 0 and ties[j, others].std() > 0:
                table[i, j] = np.corrcoef(ties[i, others], ties[j, others])[0, 1]
    for _ in range(20):
        table = np.corrcoef(table)
    network = Network.from_edges([(str(a), str(b)) for a, b in graph.edges], directed=False)
    found = position.concor(network, splits=1)
    assert all((found[str(i)] == found["0"]) == (table[0, i] > 0) for i in range(len(ties)))
    assert len(found.groups) == 2


def test_a_blockmodel_has_an_image_that_fits(network):
    groups = {"a": "chiefs", "b": "chiefs", "x": "middle", "y": "middle", "end": "below"}
    found = position.blockmodel(network, groups)
    assert found["chiefs", "middle"] == 1
    assert found.image["chiefs", "middle"] == 1
    assert found.image["middle", "chiefs"] == 0
    assert found.image["below", "below"] is None
    assert math.isnan(found["below", "below"])
    assert "group of one" in found.why
    assert found.sizes == {"chiefs": 2, "middle": 2, "below": 1}
    assert found.fit == pytest.approx(1)
    assert found.errors == 0
    assert found.cut == 6 / 20
    assert found.to_dict()["errors"] == 0
    row = found.to_frame().set_index(["source", "target"]).loc[("chiefs", "middle")]
    assert list(row) == [4, 4, 1, 1]
    assert "fit 1" in repr(found)
    assert found.again().to_json() == found.to_json()


def test_a_blockmodel_takes_positions_and_columns(network):
    found = position.blockmodel(network, position.concor(network))
    assert found["0", "1"] == 1
    case = cn.load("indonesia-cambodia-2021-2022")
    by_country = position.blockmodel(case, missing="IGO")
    assert sum(by_country.sizes.values()) == len(case.actors)
    with pytest.raises(cn.InvalidOption, match="no group"):
        position.blockmodel(case)


def test_a_cut_decides_the_image(network):
    groups = dict.fromkeys("ab", "chiefs") | dict.fromkeys(("x", "y", "end"), "others")
    assert position.blockmodel(network, groups, cut=0.5).image["chiefs", "others"] == 1
    strict = position.blockmodel(network, groups, cut=0.9)
    assert strict.image["chiefs", "others"] == 0
    assert strict.errors == 6  # all ties
    assert position.blockmodel(network, groups, value="sum")["chiefs", "others"] == 4


@pytest.mark.parametrize(
    ("question", "options"),
    [
        (position.structural_equivalence, {"distance": "cosine"}),
        (position.structural_equivalence, {"mode": "both"}),
        (position.structural_equivalence, {"diagonal": "dropped"}),
        (position.regular_equivalence, {"attainable": "all"}),
        (position.concor, {"max_iterations": 100}),
        (position.blockmodel, {"groups": dict.fromkeys(["a", "b", "x", "y", "end"], 1), "value": "median"}),
    ],
)
def test_words_that_mean_nothing_are_refused(network, question, options):
    with pytest.raises(cn.InvalidOption):
        question(network, **options)


@pytest.mark.parametrize("question", [position.structural_equivalence, position.regular_equivalence, position.concor])
def test_a_cost_is_no_strength(network, question):
    with pytest.raises(cn.InvalidWeight):
        question(network, over=Projection(weight="delay_days", fill=1))


def test_progress_may_stop_the_work():
    many = Network.from_edges([(str(i), str(i * 7 % 4000)) for i in range(4000)])
    for question in (position.structural_equivalence, position.regular_equivalence):
        with pytest.raises(cn.Cancelled):
            question(many, progress=lambda done, total: False)
