"""What if: a network with something taken out."""

from __future__ import annotations

import math

import pytest

import coopnet as cn
from coopnet import Network, Scenario, scenario


def report() -> Network:
    return Network.from_edges([("a", "ncb"), ("ncb", "z"), ("a", "emb"), ("emb", "cnp"), ("cnp", "z")])


def test_edits_are_plain_data_and_checked():
    made = Scenario("x").remove("a").remove("b", "c").remove("b", "c", "meets")
    assert Scenario("x", edits=made.edits) == made
    assert made.edits[2] == {"edit": "remove", "source": "b", "target": "c", "relation": "meets"}
    for wrong in ({"edit": "add", "actor": "a"}, {"edit": "remove"}, {"edit": "remove", "source": "a"}):
        with pytest.raises(cn.InvalidOption, match="is not known"):
            Scenario(edits=[wrong])
    with pytest.raises(cn.InvalidOption, match="Say both actors"):
        Scenario().remove("a", relation="meets")


def test_applying_leaves_the_given_network_as_it_is():
    network = report()
    changed = Scenario().remove("ncb").apply(network)
    assert "ncb" not in changed.actors
    assert list(changed.ties) == ["T3", "T4", "T5"]
    assert len(network.ties) == 5


def test_what_is_not_there_cannot_be_removed():
    with pytest.raises(cn.UnknownActor, match="Nearest: ncb"):
        Scenario().remove("ncbb").apply(report())
    with pytest.raises(cn.UnknownName, match="no tie between"):
        Scenario().remove("a", "z").apply(report())


def test_pathways_compare_by_the_numbers_of_the_best():
    changed = scenario.compare(report(), Scenario().remove("ncb", "z"), cn.pathways.shortest, "a", "z")
    assert changed.to_frame().loc["steps"].tolist() == [2, 3, 1]
    assert changed.before.actors == ("a", "ncb", "z")
    assert changed.after.actors == ("a", "emb", "cnp", "z")
    assert changed.convention.startswith("After: without ties ncb – z.")


def test_no_pathway_is_undefined_and_says_why():
    changed = scenario.compare(report(), Scenario().remove("z", "cnp").remove("ncb"), "pathways.shortest", "a", "z")
    row = changed.rows()[0]
    assert row["before"] == 2
    assert math.isnan(row["after"])
    assert changed.after is None
    assert "after: No pathway leads from a to z" in changed.why


def test_a_question_that_does_not_exist_is_refused():
    with pytest.raises(cn.UnknownName, match=r'no question "pathways\.fastestt"'):
        scenario.compare(report(), Scenario(), "pathways.fastestt", "a", "z")


def test_the_case_without_the_tie_between_the_bureaus():
    case = cn.load("indonesia-cambodia-2021-2022")
    without = Scenario("no I-24/7 between the bureaus").remove("ID.NCB", "KH.NCB", "i247")
    over = cn.Projection(layers="cooperation", where={"channel": ["police", None]})
    changed = scenario.compare(case, without, "pathways.shortest", "ID.NCB", "KH.NCB", over=over)
    assert changed.rows()[0]["before"] == 1
    assert changed.rows()[0]["after"] != 1


def test_scores_and_reach_compare_actor_by_actor():
    without = Scenario().remove("ncb")
    scores = scenario.compare(report(), without, "betweenness").to_frame()
    assert math.isnan(scores.loc["ncb", "after"])
    assert scores.loc["emb", "difference"] > 0
    reach = scenario.compare(report(), without, cn.pathways.reach, "a").to_frame()
    assert reach.loc["z"].tolist() == [2, 3, 1]
    with pytest.raises(cn.InvalidOption, match="Only scores, values and pathways"):
        scenario.compare(report(), without, "components")
