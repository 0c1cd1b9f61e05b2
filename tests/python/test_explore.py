"""The explorer page as Python writes it; what it does in a browser is tested in tests/browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import coopnet as cn
from coopnet.cli.app import app
from coopnet.errors import InvalidOption
from coopnet.pages.prepared import key_of


@pytest.fixture(scope="module")
def page() -> cn.pages.Page:
    return cn.explore(cn.load("demo-referral"))


def data_of(page: cn.pages.Page) -> dict[str, Any]:
    held = re.search(r'id="data">(.*?)</script>', page.html, re.DOTALL)
    assert held is not None
    return dict(json.loads(held[1]))


def test_the_policy_names_the_script_and_the_style_that_are_there(page):
    policy = re.search(r'content="(default-src[^"]*)"', page.html)[1]
    script = re.findall(r"<script>(.*?)</script>", page.html, re.DOTALL)[-1]
    style = re.search(r"<style>(.*?)</style>", page.html, re.DOTALL)[1]
    for text in (script, style):
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert "unsafe-inline" not in policy
    assert policy.startswith("default-src 'none'")
    assert not re.search(r"<[a-z][^>]* (style|on[a-z]+)=", page.html.split("<body")[1].split("<script")[0])


def test_nothing_is_asked_of_a_network(page):
    body = re.sub(r"<script.*?</script>", "", page.html, flags=re.DOTALL)
    assert not re.findall(r'(?:src|href|action)="(?!#)[^"]+"', body)
    assert "url(" not in re.search(r"<style>(.*?)</style>", page.html, re.DOTALL)[1]


def test_of_many_ties_cooperation_is_shown_first():
    many = data_of(cn.explore(cn.load("indonesia-cambodia-2021-2022")))["explore"]
    few = data_of(cn.explore(cn.load("demo-referral")))["explore"]
    assert many["layers"] == ["cooperation", "membership"]
    assert few["layers"] == ["cooperation", "flow"]
    assert many["window"] == {"first": 12 * 2021, "months": 24, "step": 1}
    ends = [(item["from"], item["to"]) for item in many["questions"]]
    assert ends == [("ID.FAM", "KH.PSNH"), ("PL.SHV", "ID.SOC")]


def test_what_is_prepared_is_what_the_questions_answer():
    case = cn.load("indonesia-cambodia-2021-2022")
    prepared = data_of(cn.explore(case))["explore"]["prepared"]
    layers = ["cooperation", "membership"]
    changed = cn.Scenario().remove("ID.EMB").apply(case)
    over = cn.Projection(layers=layers, where={"channel": ["police", None]})
    way = cn.pathways.shortest(changed, "ID.FAM", "KH.PSNH", over=over)
    answer = prepared["ways"][key_of(["without_embassy"], layers, "ID.FAM", "KH.PSNH")]
    by = {item["channel"]: item["way"] for item in answer["ways"]}
    assert by["police"]["actors"] == list(way.actors)
    assert by["diplomatic"] is None
    scores = cn.centrality.betweenness(changed, over=cn.Projection(layers=layers))
    assert prepared["scores"][key_of(["without_embassy"], layers)] == dict(scores)


def test_a_projection_narrows_what_the_page_knows():
    over = cn.Projection(layers="cooperation", during="2022-08")
    case = cn.load("indonesia-cambodia-2021-2022")
    known = {tie["id"] for tie in data_of(cn.explore(case, over=over))["ties"]}
    view = case.freeze(over, merges=False)
    assert known == {case.ties.row(row).id for row in view.all_ties}


def test_years_stand_for_months_where_there_are_many():
    window = data_of(cn.explore(cn.load("asean-instruments")))["explore"]["window"]
    assert window["step"] == 12
    assert window["months"] % 12 == 0


def test_without_a_reliability_the_surest_way_is_none():
    pairs = [("A", "B"), ("B", "C")]
    prepared = data_of(cn.explore(cn.Network.from_edges(pairs)))["explore"]["prepared"]
    assert prepared["ways"]
    assert all(answer["surest"] is None for answer in prepared["ways"].values())


def test_the_command_writes_the_page(tmp_path: Path):
    out = tmp_path / "case.html"
    done = CliRunner().invoke(app, ["explore", "demo-referral", "--out", str(out), "--lang", "id", "--public"])
    assert done.exit_code == 0, done.output
    assert '<html lang="id">' in out.read_text(encoding="utf-8")


def test_a_page_is_saved_as_html_alone(page, tmp_path: Path):
    with pytest.raises(InvalidOption, match=r"name the file \.html"):
        page.save(tmp_path / "case.pdf")
