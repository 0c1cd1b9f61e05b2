"""The player and the trainer's kit: what they tell is what the network says, and what must not show does not."""

from __future__ import annotations

import json
import math
import re

import pytest
from typer.testing import CliRunner

import coopnet as cn
from coopnet.cli.app import app
from coopnet.pages.told import told

CASE = "indonesia-cambodia-2021-2022"
CANARY = "Qwertz Canary"


def data_of(html: str) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    return json.loads(found[1])


@pytest.fixture(scope="module")
def demo():
    return cn.load("demo-referral")


@pytest.fixture(scope="module")
def page(demo):
    return cn.play(demo)


def test_tells_every_step_with_its_ties_and_who_acts(demo, page):
    data = data_of(page.html)
    for step, said in zip(demo.playbook["steps"], data["steps"], strict=True):
        assert said["title"] == step["title"]
        assert [data["ties"][row]["id"] for row in said["ties"]] == step["ties"]
        sources = {demo.ties[tie].source for tie in step["ties"]} - {"B.SITE"}  # a place does not act
        acting = {data["actors"][row]["id"] for row in said["acting"]}
        assert sources <= acting
        assert "B.SITE" not in acting
    assert data["steps"][1]["days"] == [1, 2]
    assert data["steps"][1]["daysFrom"] == 0


def test_draws_only_who_has_a_part(demo):
    playbook = {"steps": [{"id": "a", "title": "a", "text": "a", "ties": ["t6"]}]}
    data = data_of(cn.play(demo, playbook).html)
    assert {data["actors"][box["actor"]]["id"] for box in data["picture"]["boxes"]} == {"A.NCB", "B.NCB"}


def test_numbers_of_pathways_are_those_of_the_network(demo, page):
    data = data_of(page.html)
    branches = demo.playbook["branches"]
    networks = [demo, *(cn.scenario.Scenario(edits=tuple(each["scenario"])).apply(demo) for each in branches)]
    for route, said in zip(demo.playbook["pathways"], data["routes"], strict=True):
        over = cn.Projection(**route["over"])
        for network, outcome in zip(networks, said["outcomes"], strict=True):
            try:
                shortest = cn.pathways.shortest(network, route["from"], route["to"], over=over)
            except (cn.NoPathway, cn.UnknownActor):
                assert outcome["steps"] is None
                assert outcome["ways"] == []
                continue
            best = cn.pathways.most_reliable(network, route["from"], route["to"], over=over)[0]
            assert outcome["steps"] == shortest.steps
            assert outcome["reliability"] == best.reliability
            assert [data["actors"][row]["id"] for row in outcome["ways"][0]["actors"]] == list(best.actors)


def test_a_choice_is_right_while_a_pathway_leads_from_it_to_the_goal(demo):
    said = told(demo, None, None)
    choices = [choice.actor for choice in said.playbook.exercises[0].choices]
    over = cn.Projection(layers="cooperation")
    for branch, network in enumerate(said.after):
        for place, actor in enumerate(choices):
            leads = actor in network.actors and "B.PROV" in cn.pathways.reach(network, actor, over=over)
            assert said.right(0, place, branch) == leads, (branch, actor)


def test_what_is_said_to_be_right_is_not_where_a_branch_takes_it_away(demo):
    exercise = {"step": "report", "ask": "?", "goal": "B.PROV"}
    exercise |= {"choices": [{"actor": "A.EMB", "right": True}, {"actor": "A.NCB", "right": False}]}
    branch = {"id": "b", "text": "b", "scenario": [{"edit": "remove", "actor": "A.EMB"}]}
    steps = [{"id": "report", "title": "r", "text": "r", "ties": ["t2"]}]
    said = told(demo, {"steps": steps, "exercises": [exercise], "branches": [branch]}, None)
    assert [said.right(0, 0, place) for place in (0, 1)] == [True, False]
    assert [said.right(0, 1, place) for place in (0, 1)] == [False, False]


def test_a_branch_says_which_steps_are_lost(demo, page):
    data = data_of(page.html)
    closed = data["branches"][1]
    assert [data["steps"][row]["id"] for row in closed["lost"]] == ["embassy", "hand_over", "return"]
    assert [data["steps"][row]["id"] for row in closed["weaker"]] == ["report", "referral"]
    assert [data["actors"][row]["id"] for row in closed["removed"]["actors"]] == ["A.EMB"]
    gone = {tie.id for tie in demo.ties.values() if "A.EMB" in (tie.source, tie.target)}
    assert {data["ties"][row]["id"] for row in closed["removed"]["ties"]} == gone
    attache = data["branches"][2]
    assert [data["actors"][row]["id"] for row in attache["added"]["actors"]] == ["A.ATT"]
    assert len(attache["added"]["ties"]) == 3


def test_pathways_over_added_ties_are_found_on_the_picture(demo):
    branch = {"id": "b", "text": "b", "scenario": []}
    new = {"edit": "add_tie", "source": "A.FAM", "target": "B.PROV", "relation": "reports", "reliability": 0.99}
    other = {"edit": "add_tie", "source": "A.FAM", "target": "B.NCB", "relation": "reports", "reliability": 0.99}
    branches = [branch | {"id": "c", "scenario": [other]}, branch | {"scenario": [new]}]
    route = {"id": "r", "text": "r", "from": "A.FAM", "to": "B.PROV"}
    steps = [{"id": "report", "title": "r", "text": "r", "ties": ["t2"]}]
    data = data_of(cn.play(demo, {"steps": steps, "branches": branches, "pathways": [route]}).html)
    ties = data["routes"][0]["outcomes"][2]["ways"][0]["ties"]
    assert ties == data["branches"][1]["added"]["ties"]
    assert data["ties"][ties[0]]["target"] == next(
        row for row, actor in enumerate(data["actors"]) if actor["id"] == "B.PROV"
    )


def test_what_a_branch_changes_is_drawn_so(demo):
    branch = {"id": "b", "text": "b", "scenario": [{"edit": "change", "id": "t8", "reliability": 0.1}]}
    steps = [{"id": "a", "title": "a", "text": "a", "ties": ["t8"]}]
    page = cn.play(demo, {"steps": steps, "branches": [branch]})
    data = data_of(page.html)
    assert [data["ties"][row]["id"] for row in data["branches"][0]["changed"]["ties"]] == ["t8"]
    assert 'data-of="changed line 0"' in page.html
    assert data["branches"][0]["lost"] == data["branches"][0]["weaker"] == []


def test_a_step_may_show_actors_where_no_tie_is_recorded():
    network = cn.Network.from_edges([("a", "b")])
    steps = [{"id": "s", "title": "s", "text": "s", "actors": ["a"]}]
    page = cn.play(network, {"steps": steps})
    data = data_of(page.html)
    assert data["steps"][0]["acting"] == [0]
    assert len(page.pictures()) == 1


def test_two_branches_may_not_say_different_things_of_one_actor(demo):
    edits = [[{"edit": "add_actor", "actor": "X", "name": name}] for name in ("one", "two")]
    branches = [{"id": str(place), "text": "b", "scenario": some} for place, some in enumerate(edits)]
    steps = [{"id": "a", "title": "a", "text": "a", "ties": ["t8"]}]
    with pytest.raises(cn.InvalidOption, match='add the actor "X" and say different things of it, the second in'):
        cn.play(demo, {"steps": steps, "branches": branches})


def test_the_case_plays_and_stays_small():
    page = cn.play(cn.load(CASE))
    assert len(page.html.encode()) < 600_000
    assert "http-equiv" in page.html


def test_a_redacted_network_shows_no_name_that_was_taken_out(demo, tmp_path):
    actors = demo.actors.to_frame().reset_index()
    actors.loc[actors["id"] == "B.SITE", ["name", "short", "name_id", "short_id", "note"]] = CANARY
    ties = demo.ties.to_frame().reset_index()
    ties["note"] = CANARY
    planted = cn.Network.from_frames(actors, ties, sources=demo.sources.to_frame().reset_index())
    playbook = {"steps": [{"id": "a", "title": "a", "text": "a", "ties": ["t10", "t11"]}]}
    assert CANARY in cn.play(planted, playbook).html
    page = cn.play(planted, playbook, public=True)
    assert CANARY not in page.html
    kit = cn.lesson(planted, tmp_path / "kit", playbook, public=True)
    for path in kit.files:
        assert CANARY.encode() not in path.read_bytes(), path
    assert all(CANARY not in picture.svg for picture in page.pictures())


def test_texts_that_are_markup_stay_texts(demo):
    evil = "</script><img src=x onerror=alert(1)>"
    page = cn.play(demo, {"title": evil, "steps": [{"id": "a", "title": evil, "text": evil, "ties": ["t1"]}]})
    assert "<img" not in page.html
    assert data_of(page.html)["steps"][0]["text"]["en"] == evil


def test_each_step_is_a_picture_with_its_title(demo, page, tmp_path):
    pictures = page.pictures(lang="id")
    assert [picture.title for picture in pictures][:2] == ["1 Laporan", "2 Rujukan"]
    files = page.save_steps(tmp_path / "steps", "svg")
    assert [file.name for file in files][:2] == ["01-report.svg", "02-referral.svg"]
    assert files[2].read_text().count("#f0e442") == 3
    assert page.save_steps(tmp_path / "steps", "pdf")[0].read_bytes().startswith(b"%PDF")
    with pytest.raises(cn.InvalidOption, match="Choose one of: pdf, png, svg"):
        page.save_steps(tmp_path, "gif")


def test_the_kit_holds_player_handout_answers_pictures_and_data(demo, tmp_path):
    kit = cn.lesson(demo, tmp_path / "kit", lang="both")
    names = {str(path.relative_to(kit.folder)) for path in kit.files}
    assert {"player.html", "handout.html", "answers.html", "README.md", "data/ties.csv", "data/playbook.json"} <= names
    assert {"pictures/en/01-report.pdf", "pictures/id/07-return.pdf"} <= names
    assert all(path.exists() for path in kit.files)
    again = cn.read(kit.folder / "data")
    assert again.playbook == demo.playbook
    assert [tie.id for tie in again.ties.values()] == [tie.id for tie in demo.ties.values()]
    readme = (kit.folder / "README.md").read_text()
    assert "7 steps, 2 exercises, 3 branches" in readme
    assert "7 langkah, 2 latihan, 3 cabang" in readme


def test_a_handout_does_not_say_what_is_right(demo, tmp_path):
    kit = cn.lesson(demo, tmp_path)
    handout = data_of((kit.folder / "handout.html").read_text())
    assert [choice["answers"] for exercise in handout["exercises"] for choice in exercise["choices"]] == [[]] * 6
    assert handout["routes"] == []
    answers = data_of((kit.folder / "answers.html").read_text())
    assert answers["exercises"][1]["choices"][1]["answers"][0]["right"] is True


def test_a_kit_that_cannot_be_made_leaves_nothing(demo, tmp_path):
    with pytest.raises(cn.InvalidNetwork):
        cn.lesson(demo, tmp_path / "kit", {"steps": []})
    with pytest.raises(cn.InvalidOption, match="both"):
        cn.lesson(demo, tmp_path / "kit", lang="fr")
    assert not (tmp_path / "kit").exists()


def test_a_kit_of_a_playbook_of_its_own_keeps_it(demo, tmp_path):
    playbook = {"steps": [{"id": "a", "title": "a", "text": "a", "ties": ["t1"]}]}
    path = tmp_path / "flow.json"
    path.write_text(json.dumps(playbook))
    kit = cn.lesson(demo, tmp_path / "kit", path)
    assert cn.read(kit.folder / "data").playbook == playbook


def test_reliabilities_that_nobody_knows_are_null():
    network = cn.Network.from_edges([("a", "b"), ("b", "c")])
    route = {"id": "r", "text": "r", "from": "a", "to": "c"}
    ties = list(network.ties)
    playbook = {"steps": [{"id": "a", "title": "a", "text": "a", "ties": ties}], "pathways": [route]}
    outcome = data_of(cn.play(network, playbook).html)["routes"][0]["outcomes"][0]
    assert outcome["steps"] == 2
    assert outcome["reliability"] is None or not math.isnan(outcome["reliability"])


class TestCommands:
    def run(self, *arguments):
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    def test_play_writes_a_page_and_pictures(self, tmp_path):
        out, steps = tmp_path / "demo.html", tmp_path / "steps"
        done = self.run("play", "demo-referral", "--out", out, "--steps", steps, "--format", "svg", "--lang", "id")
        assert done.exit_code == 0, done.output
        assert data_of(out.read_text())["lang"] == "id"
        assert len(list(steps.iterdir())) == 7

    def test_play_says_where_to_and_what_is_wrong(self, tmp_path):
        assert "Say where to" in str(
            self.run("play", "demo-referral").exception or self.run("play", "demo-referral").output
        )
        playbook = tmp_path / "flow.json"
        playbook.write_text('{"steps": [{"id": "a", "title": "a", "text": "a", "ties": ["t99"]}]}')
        done = self.run("play", "demo-referral", "--playbook", playbook, "--out", tmp_path / "x.html")
        assert done.exit_code != 0
        assert not (tmp_path / "x.html").exists()

    def test_lesson_writes_the_kit(self, tmp_path):
        done = self.run("lesson", "demo-referral", "--out", tmp_path / "kit")
        assert done.exit_code == 0, done.output
        assert (tmp_path / "kit" / "answers.html").exists()
