"""What if: scenarios as values, and a question asked before and after."""

from __future__ import annotations

import json
import math

import pytest

import coopnet as cn
from coopnet import Network, Projection, Scenario, scenario


def report() -> Network:
    return Network.from_edges([("a", "ncb"), ("ncb", "z"), ("a", "emb"), ("emb", "cnp"), ("cnp", "z")])


def test_edits_are_plain_data_and_checked():
    made = Scenario("x").remove("a").remove("b", "c").remove("b", "c", "meets")
    assert Scenario("x", edits=made.edits) == made
    assert made.edits[2] == {"edit": "remove", "source": "b", "target": "c", "relation": "meets"}
    with pytest.raises(cn.InvalidOption, match="Say both actors"):
        Scenario().remove("a", relation="meets")


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"edit": "add", "actor": "a"}, "is not known"),
        ("remove", "is not known"),
        ({"edit": "remove"}, "is not complete"),
        ({"edit": "remove", "source": "a"}, "is not complete"),
        ({"edit": "remove", "actor": ""}, "is not complete"),
        ({"edit": "remove", "actor": "a", "kind": "police"}, "is not complete"),
        ({"edit": "add_tie", "source": "a", "target": "b"}, "is not complete"),
        ({"edit": "change", "id": "a"}, "is not complete"),
        ({"edit": "change", "reliability": 1}, "is not complete"),
    ],
)
def test_an_edit_that_is_none_is_refused_by_its_number(edit, said):
    with pytest.raises(cn.InvalidOption, match=f"Edit 2, .* {said}"):
        Scenario(edits=[{"edit": "remove", "actor": "a"}, edit])


def test_every_edit_survives_json():
    made = (
        Scenario("all")
        .remove("ncb")
        .remove(tie="T3")
        .add_actor("new", kind="police", country="IDN", sources=["S1", "S2"])
        .add_tie("a", "new", "tie", since="2022-08", reliability=0.5, strength=2)
        .add_instrument("mou", "treaty", ["a", "z"], relation="tie", since="2022-08-02")
        .change("T5", reliability=None, until="2022")
        .change("emb", "cnp", "tie", delay_days=3)
    )
    again = Scenario(made.name, json.loads(json.dumps(made.edits)))
    assert again == made
    assert again.apply(report()) == made.apply(report())


def test_edits_change_actors_ties_and_what_was_just_added():
    made = (
        Scenario()
        .add_actor("att", name="Attaché")
        .add_tie("emb", "att", "tie", reliability=0.25)
        .add_tie("att", "z", "tie", id="X", status=None)
        .change("new1", delay_days=2)
        .change("a", "emb", reliability=0.5)
        .change("ncb", name="Bureau")
    )
    changed = made.apply(report())
    assert changed.actors["att"].name == "Attaché"
    assert changed.actors["ncb"].name == "Bureau"
    assert list(changed.ties) == ["T1", "T2", "T3", "T4", "T5", "new1", "X"]
    assert (changed.ties["new1"].reliability, changed.ties["new1"].delay_days) == (0.25, 2)
    assert (changed.ties["new1"].status, changed.ties["X"].status) == ("inferred", None)
    assert changed.ties["T3"].reliability == 0.5
    assert "reliability" not in report().ties.columns


def test_a_memorandum_binds_its_parties_from_its_day():
    case = cn.load("indonesia-cambodia-2021-2022")
    parties = ["ID.POLRI", "KH.CNP"]
    signed = Scenario().add_instrument("IN.MOU22", "police_mou", parties, since="2022-08-02").apply(case)
    for day, in_force in (("2022-08-01", False), ("2022-08-03", True)):
        found = cn.pathways.instruments(signed, among=["IDN", "KHM"], over=cn.Projection(at=day))
        assert ("IN.MOU22" in found) is in_force
    with pytest.raises(cn.InvalidOption, match="is one name"):
        Scenario().add_instrument("IN.X", "police_mou", "ID.POLRI")


@pytest.mark.parametrize(
    ("made", "error", "said"),
    [
        (
            Scenario().add_tie("a", "zz", "tie"),
            cn.UnknownActor,
            r'Edit 1 \(add_tie "a" → "zz"\): There is no actor "zz"',
        ),
        (Scenario().remove("ncb").remove("ncb", "z"), cn.UnknownActor, "Edit 2 .* removed already"),
        (Scenario().change("T9", strength=1), cn.UnknownName, 'There is no tie "T9"'),
        (Scenario().change("T1", strenght=1), cn.UnknownName, 'no column "strenght". Nearest: strength'),
        (Scenario(edits=[{"edit": "change", "id": "T1", "target": "emb"}]), cn.InvalidOption, "A tie keeps its target"),
        (Scenario().add_actor("a"), cn.InvalidOption, 'The id "a" is taken already'),
        (Scenario().remove("T1"), cn.UnknownActor, "but a tie"),
        (
            Scenario().add_tie("a", "z", "tie", reliability=2),
            cn.InvalidNetwork,
            r"edit 1 \(.*\), reliability: 2 is out",
        ),
        (Scenario().change("T1", since="x"), cn.InvalidNetwork, r'edit 1 \(change "T1"\), since: "x" is not a date'),
    ],
)
def test_what_a_network_does_not_take_is_refused_by_its_edit(made, error, said):
    with pytest.raises(error, match=said):
        made.apply(report())


def test_the_branches_of_the_case_apply():
    case = cn.load("indonesia-cambodia-2021-2022")
    sizes = {}
    for branch in case.playbook["branches"]:
        changed = Scenario(branch["id"], branch["scenario"]).apply(case)
        sizes[branch["id"]] = (len(changed.actors) - len(case.actors), len(changed.ties) - len(case.ties))
    assert sizes["police_attache"] == (1, 3)
    assert sizes["without_i247"] == (0, -1)


def test_a_change_of_a_period_changes_an_answer_at_a_date():
    case = cn.load("indonesia-cambodia-2021-2022")
    later = Scenario().change("T036", since="2023-09-01")
    over = cn.Projection(at="2023-08-22")
    changed = scenario.compare(case, later, "pathways.shortest", "ID.POLRI", "KH.MOI", over=over)
    assert changed.before.ties == ("T036",)
    assert changed.after is None


def test_what_changed_stands_apart():
    changed = scenario.compare(report(), Scenario().remove("ncb"), "betweenness").changed
    assert [row["id"] for row in changed] == ["emb", "cnp", "ncb"]
    assert math.isnan(changed[-1]["after"])


def test_a_change_of_direction_is_said():
    words = json.dumps({"relations": {"to": {"directed": True}, "with": {"directed": False}}})
    columns = [("source", ["a", "b"]), ("target", ["b", "c"]), ("relation", ["to", "with"])]
    mixed = Network.from_columns({"ties": columns}, vocabulary=words, open_vocabulary=True)
    changed = scenario.compare(mixed, Scenario().remove(tie="T1"), "betweenness")
    assert "ties run one way before and none does after" in changed.convention
    assert "one way" not in scenario.compare(mixed, Scenario().remove(tie="T2"), "betweenness").convention


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
    with pytest.raises(cn.InvalidOption, match="Only scores, values, flows and pathways"):
        scenario.compare(report(), without, "components")


HOME = Network.from_edges([("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")]).with_column(
    "ties", "capacity", [3, 4, 2, 2]
)


@pytest.mark.parametrize(
    ("question", "subject", "options", "expected"),
    [
        ("maximum", ("a", "d"), {}, {"value": (5, 3)}),
        ("minimum_cut", ("a", "d"), {}, {"value": (5, 3), "sets": (2, 1)}),
        ("bottleneck", ("a", "d"), {}, {"value": (5, 3)}),
        ("failures", ("a", "d"), {}, {"b: stops": (1, 1), "c: stops": (1, math.nan), "b: left": (1, 0)}),
        ("interdict", ("a", "d"), {"budget": 1}, {"before": (2, 1), "value": (1, 0), "bound": (1, 0), "sets": (2, 1)}),
        ("together", ([{"source": "a", "target": "d"}],), {}, {"value": (5, 3)}),
        ("minimum_cost", ("a", "d"), {"cost": "capacity"}, {"value": (5, 3), "cost": (29, 21)}),
        ("decompose", ({"T1": 1, "T2": 1},), {}, {"routes": (1, 1)}),
        ("waiting", ("a", "d"), {"arrivals": {"2022-08-01": 10}}, {"person_days": (5, 12), "left": (0, 0)}),
        ("conflicts", (), {}, {"sets": (0, 0)}),
        ("reconcile", (), {"over": Projection()}, {"value": (math.nan, math.nan), "T3": (math.nan, math.nan)}),
    ],
)
def test_flows_compare_by_what_no_other_flow_changes(question, subject, options, expected):
    changed = scenario.compare(HOME, Scenario("without c").remove("c"), question, *subject, **options)
    told = {row["id"]: (row["before"], row["after"]) for row in changed.rows()}
    for name, numbers in expected.items():
        assert told[name] == pytest.approx(numbers, nan_ok=True)


def test_a_removal_is_judged_by_what_still_flows():
    worst = scenario.worst_removals(HOME, "flows.maximum", "a", "d", candidates=["b", "c"], budget=1)
    assert [row["value"] for row in worst.rows()] == [2, 3]


def test_what_is_of_no_projection_is_no_question_to_compare():
    with pytest.raises(cn.UnknownName, match="There is no question"):
        scenario.compare(HOME, Scenario(), "observed", {}, {})
