"""How networks hang together, asked from Python."""

from __future__ import annotations

import inspect
from itertools import combinations

import pandas as pd
import pytest

import coopnet as cn
from coopnet import Network, Projection, cohesion

ASKED = [getattr(cohesion, name) for name in cohesion.__all__]


def network(pairs, *, directed: bool = True, actors=()) -> Network:
    ids = dict.fromkeys([*actors, *(end for pair in pairs for end in pair)])
    ties = pd.DataFrame({"source": [a for a, _ in pairs], "target": [b for _, b in pairs]}, dtype=str)
    ties["relation"] = "tie"
    vocabulary = {"relations": {"tie": {"layer": "cooperation", "directed": directed}}}
    return Network.from_frames(pd.DataFrame({"id": list(ids)}, dtype=str), ties, vocabulary=vocabulary)


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize(
    ("pairs", "actors", "pieces", "articulations", "bridges"),
    [
        ([], (), 0, 0, 0),
        ([], ("a",), 1, 0, 0),
        ([("a", "a")], (), 1, 0, 0),
        ([], ("a", "b", "c"), 3, 0, 0),
        ([("a", "b")], (), 1, 0, 1),
        ([("a", "b"), ("c", "d")], (), 2, 0, 2),
        ([("hub", leaf) for leaf in "abcd"], (), 1, 1, 4),
        ([("a", "b"), ("b", "c"), ("c", "d")], (), 1, 2, 3),
        (list(combinations("abcd", 2)), (), 1, 0, 0),
        ([("a", "b"), ("a", "b"), ("b", "c")], (), 1, 1, 1),
    ],
    ids=["empty", "one", "loop", "isolates", "one tie", "two pieces", "star", "path", "complete", "parallel"],
)
def test_every_shape_hangs_together_as_known(pairs, actors, pieces, articulations, bridges, directed):
    asked = network(pairs, directed=directed, actors=actors)
    assert len(cohesion.components(asked).groups) == pieces
    assert len(cohesion.articulation_actors(asked)) == articulations
    assert len(cohesion.bridges(asked)) == bridges


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.__name__)
def test_a_result_shows_its_convention_and_becomes_a_frame(question):
    grouped = {"groups": {"a": 1, "b": 1, "c": 2}} if "groups" in inspect.signature(question).parameters else {}
    result = question(network([("a", "b"), ("b", "c")]), **grouped)
    assert result.convention in repr(result)
    assert len(result.to_frame()) == len(result.rows()) == len(result.to_dict()["rows"])


def test_components_name_the_largest_group_first():
    asked = network([("x", "y"), ("a", "b"), ("b", "c"), ("c", "b")])
    assert cohesion.components(asked).groups == (("a", "b", "c"), ("x", "y"))
    strong = cohesion.components(asked, strong=True)
    assert strong.groups[0] == ("b", "c")
    assert strong["b"] == strong["c"] == 0


def test_articulation_actors_name_those_cut_off():
    cuts = cohesion.articulation_actors(network([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e")]))
    assert dict(cuts) == {"c": ("d", "e"), "d": ("e",)}
    assert cuts.to_frame().loc["c", "count"] == 2
    with pytest.raises(KeyError):
        cuts["a"]


def test_several_ties_between_two_actors_are_no_bridge_unless_merged():
    asked = network([("a", "b"), ("a", "b"), ("b", "c")])
    cuts = cohesion.bridges(asked)
    assert dict(cuts) == {("b", "c"): ("c",)}
    assert cuts.rows()[0]["ties"] == ("T3",)
    merged = cohesion.bridges(asked, over=Projection(parallel="sum"))
    assert set(merged) == {("a", "b"), ("b", "c")}


def test_ties_both_ways_are_no_bridge():
    assert not cohesion.bridges(network([("a", "b"), ("b", "a")]))
    assert cohesion.bridges(network([("a", "b")], directed=False))


def test_a_projection_decides_what_holds():
    ties = pd.DataFrame(
        {"source": ["a", "a"], "target": ["b", "b"], "since": ["2020", "2023"], "until": ["2021", ".."]}
    )
    asked = Network.from_frames(None, ties)
    assert not cohesion.bridges(asked)
    assert list(cohesion.bridges(asked, over=Projection(during="2023"))) == [("a", "b")]


def test_parallel_ties_kept_count_each_in_density():
    twice = Network.from_edges([("a", "b"), ("a", "b")])
    assert cohesion.density(twice) == 0.5
    assert cohesion.density(twice, over=Projection(parallel="keep")) == 1
    assert cohesion.density(twice, over=Projection(weight="strength")) == 1


def test_what_is_undefined_says_why():
    alone = network([], actors=["a"])
    for question in (cohesion.density, cohesion.reciprocity, cohesion.transitivity, cohesion.krackhardt):
        assert question(alone).why, question
    assert cohesion.density(alone) != cohesion.density(alone)


def test_forms_that_are_none_are_refused():
    for question, option in [("reciprocity", "form"), ("transitivity", "closure"), ("clustering", "weighted")]:
        with pytest.raises(cn.InvalidOption, match=f'{option}="x" is not known. Choose one of'):
            getattr(cohesion, question)(network([("a", "b")]), **{option: "x"})


def test_weights_that_are_no_strength_are_refused():
    with pytest.raises(cn.InvalidWeight):
        cohesion.density(network([("a", "b")]), over=Projection(weight="delay_days", fill=1))


KINDS = {"a": "police", "b": "police", "c": "ministry", "d": "ministry"}
SQUARE = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]


def test_likeness_is_of_numbers_of_groups_or_of_degree():
    square = network(SQUARE, directed=False)
    assert cohesion.assortativity(square, of=KINDS) == 0
    assert cohesion.assortativity(square, of={"a": 1, "b": 2, "c": 1, "d": 2}) == -1
    assert cohesion.assortativity(square).why == "the number is the same at all ties."
    with pytest.raises(cn.InvalidOption, match=r"1 actors have no number: d\. Fill it in"):
        cohesion.assortativity(square, of={"a": 1, "b": 2, "c": 1})
    with pytest.raises(cn.UnknownName, match='no column "siz"'):
        cohesion.assortativity(square, of="siz")


def test_the_ei_index_has_the_network_groups_and_actors():
    found = cohesion.ei_index(network(SQUARE, directed=False), groups=KINDS, permutations=99)
    assert list(found) == ["all", "police", "ministry"]
    assert found.value == found.actors["a"] == 0
    assert found["all"]["expected"] == pytest.approx(1 / 3)
    assert "exact" in found.convention
    assert 0 < found["all"]["p"] <= 1
    assert "p" not in cohesion.ei_index(network(SQUARE), groups=KINDS)["all"]


def test_homophily_shows_the_mixing_matrix():
    found = cohesion.homophily(network(SQUARE), groups=KINDS)
    assert found.column("to police") == {"police": 1, "ministry": 1}
    assert found["police"]["inbreeding"] == 0


def test_cliques_are_asked_by_size_and_of_an_actor():
    found = cohesion.cliques(network([*SQUARE, ("a", "c")]))
    assert list(found) == [("a", "b", "c"), ("a", "c", "d")]
    assert found.of("b") == [("a", "b", "c")]
    assert not found.partial
    assert cohesion.cliques(network([*SQUARE, ("a", "c")]), max_results=1).partial


def test_cut_sets_part_the_network_or_two_actors():
    found = cohesion.cut_sets(network(SQUARE))
    assert list(found) == [("a", "c"), ("b", "d")]
    assert found.size == 2
    assert found.of("b") == [("b", "d")]
    assert found.to_frame().to_dict("list") == {
        "actors": [("a", "c"), ("b", "d")],
        "cut_off": [("d",), ("c",)],
        "count": [1, 1],
    }
    assert list(cohesion.cut_sets(network(SQUARE), "a", "d")) == [("b",), ("c",)]
    assert cohesion.cut_sets(network(SQUARE), "b", "a").again(direction="undirected").why
    assert list(cohesion.cut_sets(network(SQUARE), "a", "c").again(direction="undirected")) == [("b", "d")]
    assert cohesion.cut_sets(network(SQUARE), max_results=1).partial


def test_cut_sets_are_refused_for_one_actor_alone():
    for asked in (("a",), (None, "a"), ("a", "a")):
        with pytest.raises(cn.InvalidOption, match=r"[Nn]ame.*\.$"):
            cohesion.cut_sets(network(SQUARE), *asked)
    with pytest.raises(cn.UnknownActor):
        cohesion.cut_sets(network(SQUARE), "a", "nobody")


def test_k_components_say_how_deep_an_actor_is():
    found = cohesion.k_components(network([*SQUARE, ("a", "c"), ("d", "e")], actors=["z"]))
    assert found[2] == (("a", "b", "c", "d"),)
    assert found.embeddedness == {"z": 0, "a": 2, "b": 2, "c": 2, "d": 2, "e": 1}
    assert [row["size"] for row in found.rows()] == [5, 4]
    assert found.again(actors=["a", "b", "c"]).embeddedness == {"a": 2, "b": 2, "c": 2}


def test_a_core_is_told_with_its_quality_and_whether_it_is_proven():
    star = network([("hub", leaf) for leaf in "abcd"], directed=False)
    found = cohesion.core_periphery(star)
    assert found.core == ("hub",)
    assert found.periphery == ("a", "b", "c", "d")
    assert found["hub"] == 0
    assert found.quality == pytest.approx(1, rel=1e-12)
    assert found.exact
    assert found.bound == found.quality
    assert "1.0000; no other core fits better" in repr(found)
    guessed = cohesion.core_periphery(network([*SQUARE, ("d", "e")], directed=False), between=None, effort=0)
    assert not guessed.exact
    assert guessed.bound > guessed.quality
    assert "no other core has more than" in repr(guessed)


def test_a_core_is_refused_or_undefined_for_a_reason():
    with pytest.raises(cn.InvalidOption, match="from 0 to 1"):
        cohesion.core_periphery(network(SQUARE), between=2)
    with pytest.raises(cn.InvalidWeight):
        cohesion.core_periphery(network(SQUARE), over=Projection(weight="delay_days", fill=1))
    complete = cohesion.core_periphery(network(list(combinations("abc", 2)), directed=False))
    assert pd.isna(complete.quality)
    assert complete.core == ()
    assert complete.why == "all pairs are tied alike"
    assert "Correlation with the ideal pattern: " not in repr(complete)


def test_a_core_follows_strengths():
    ties = pd.DataFrame(
        {
            "source": ["a", "a", "b", "a", "b", "d"],
            "target": ["b", "c", "c", "d", "e", "e"],
            "relation": ["tie"] * 6,
            "strength": [5.0, 5, 5, 1, 1, 1],
        }
    )
    weighted = Network.from_frames(
        pd.DataFrame({"id": list("abcde")}),
        ties,
        vocabulary={"relations": {"tie": {"layer": "cooperation", "directed": False}}},
    )
    assert cohesion.core_periphery(weighted, over=Projection(weight="strength"), between=0).core == ("a", "b", "c")
