"""Playbooks are read strictly: whatever is wrong is said at once, by step or exercise, with what to do."""

from __future__ import annotations

import json

import pytest

import coopnet as cn
from coopnet.pages.playbook_reader import read_playbook

BOTH = {"en": "x", "id": "y"}


@pytest.fixture(scope="module")
def demo():
    return cn.load("demo-referral")


def step(**changes):
    return {"id": "report", "title": "Report", "text": BOTH, "ties": ["t1"]} | changes


def playbook(**changes):
    return {"steps": [step(), step(id="referral", ties=["t3"])]} | changes


def problems(network, said):
    with pytest.raises(cn.InvalidNetwork) as caught:
        read_playbook(network, said)
    return [f"{problem.column}: {problem.message}" for problem in caught.value.problems]


@pytest.mark.parametrize("name", ["demo-referral", "indonesia-cambodia-2021-2022"])
def test_bundled_playbooks_are_whole(name):
    read = read_playbook(cn.load(name), None)
    assert all((read.steps, read.exercises, read.branches, read.routes))
    assert {lang for step in read.steps for lang in step.text} == {"en", "id"}


def test_one_text_stands_for_all_languages(demo):
    assert read_playbook(demo, playbook()).steps[0].title == {"en": "Report", "id": "Report"}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ([], "playbook: It is no object."),
        ({}, "steps: There is none. Write at least one"),
        (playbook(steps="all"), "steps: It is no list."),
        (playbook(steps=[3]), "step 1: It is no object."),
        (playbook(steps=[step(ties=["t99"])]), 'step 1 "report", ties: There is no tie "t99". Nearest: t9.'),
        (playbook(steps=[step(ties=[])]), 'step 1 "report", ties: It shows nothing.'),
        (playbook(steps=[step(ties="t1")]), 'step 1 "report", ties: It is no list of ids.'),
        (playbook(steps=[step(sources=["X2"])]), 'step 1 "report", sources: There is no source "X2". Nearest: X1.'),
        (
            playbook(steps=[step(actors=["A.NCP"])]),
            'step 1 "report", actors: There is no actor "A.NCP". Nearest: A.NCB',
        ),
        (playbook(steps=[step(text={"en": "x"})]), 'step 1 "report", text: It says nothing in "id".'),
        (playbook(steps=[step(text=None)]), 'step 1 "report", text: It is missing.'),
        (playbook(steps=[step(titel="x")]), 'step 1 "report": "titel" says nothing here. Nearest: title'),
        (playbook(steps=[step(), step()]), 'step 2 "report", id: Step 1 is called so.'),
        (playbook(steps=[step(after_days=-1)]), 'step 1 "report", after_days: -1 is no number of days.'),
        (playbook(steps=[step(days_low=1)]), 'step 1 "report", days_low: Write both'),
        (playbook(steps=[step(days_low=3, days_high=1)]), 'step 1 "report", days_low: 3 is more than days_high.'),
        (playbook(steps=[step(days_from="report")]), 'step 1 "report", days_from: There is no other step "report".'),
        (playbook(over={"layerz": "x"}), "over: Write an object with keywords of a projection"),
        (playbook(over={"layers": "cooperatoin"}), "over: "),
        (playbook(goal="B.PRV"), 'goal: There is no actor "B.PRV". Nearest: B.PROV'),
        (playbook(pathways=[{"id": "p", "text": "p", "to": "B.PROV"}]), 'pathway 1 "p", from: It is missing.'),
        (playbook(branches=[{"id": "b", "text": "b", "scenario": []}]), 'branch 1 "b", scenario: It changes nothing.'),
        (
            playbook(branches=[{"id": "b", "text": "b", "scenario": [{"edit": "remove", "actor": "A.NCP"}]}]),
            'branch 1 "b", scenario: Edit 1 (remove "A.NCP"): There is no actor "A.NCP". Nearest: A.NCB',
        ),
    ],
)
def test_what_is_wrong_is_named_with_a_remedy(demo, said, sentence):
    found = problems(demo, said)
    assert [line for line in found if line.startswith(sentence)], found


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"step": "reports"}, 'exercise 1, step: There is no step "reports". Nearest: report'),
        ({"choices": [{"text": "a", "right": True}]}, "exercise 1, choices: There is nothing to choose."),
        ({"choices": [{"text": "a", "right": False}] * 2}, "exercise 1, choices: None is right."),
        ({"choices": [{"text": "a", "right": "yes"}] * 2}, "exercise 1, choice 1, right: 'yes' is no answer."),
        ({"choices": [{"text": "a"}] * 2}, "exercise 1, choice 1, right: It is not said whether it is right."),
        ({"choices": [{"actor": "A.NCB"}] * 2}, "exercise 1, choice 1, right: It is not said whether it is right."),
        ({"ask": {"id": "?"}}, 'exercise 1, ask: It says nothing in "en".'),
    ],
)
def test_an_exercise_needs_a_step_choices_and_a_right_one(demo, changes, sentence):
    choices = [{"text": "a", "right": True}, {"text": "b", "right": False}]
    exercise = {"step": "report", "ask": "?", "choices": choices} | changes
    found = problems(demo, playbook(exercises=[exercise]))
    assert [line for line in found if line.startswith(sentence)], found


def test_everything_wrong_is_said_at_once(demo):
    found = problems(demo, playbook(steps=[step(ties=["t98", "t99"], title=None), 3]))
    assert len(found) == 4


def test_an_actor_of_a_branch_may_be_a_choice(demo):
    branch = {"id": "b", "text": "b", "scenario": [{"edit": "add_actor", "actor": "A.ATT", "name": "Attaché"}]}
    exercise = {"step": "report", "ask": "?", "goal": "B.PROV", "choices": [{"actor": "A.ATT"}, {"actor": "A.NCB"}]}
    read = read_playbook(demo, playbook(branches=[branch], exercises=[exercise]))
    assert read.exercises[0].choices[0].text["en"] == "Attaché"


def test_a_network_without_playbook_says_what_to_give():
    with pytest.raises(cn.CoopnetError, match="has no playbook, and nothing to play without one"):
        cn.play(cn.load("asean-instruments"))
    with pytest.raises(cn.CoopnetError, match="the public profile takes it away"):
        cn.play(cn.load("demo-referral"), public=True)


def test_a_file_is_read_and_named(demo, tmp_path):
    path = tmp_path / "flow.json"
    path.write_text(json.dumps(playbook(goal="B.PRV")))
    with pytest.raises(cn.InvalidNetwork, match=r'flow\.json, goal: There is no actor "B\.PRV"'):
        read_playbook(demo, path)
    path.write_text("{")
    with pytest.raises(cn.ParseError, match=r"flow\.json"):
        read_playbook(demo, path)
