"""Pages as files: one file, nothing fetched, nothing of the data read as markup."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re

import pytest

import coopnet as cn
from coopnet.pages import page as pages

NASTY = '</script><script>alert(1)</script><!-- \u2028"&'


@pytest.fixture(scope="module")
def explored():
    return cn.explore(cn.load("demo-referral"))


def scripts(page):
    return re.findall(r"<script([^>]*)>(.*?)</script>", page.html, re.DOTALL)


def data_of(page):
    return json.loads(next(content for attributes, content in scripts(page) if 'id="data"' in attributes))


def test_a_page_fetches_nothing_and_runs_only_its_own_script(explored):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', explored.html)[1]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    (own,) = [content for attributes, content in scripts(explored) if not attributes]
    for text, rule in (
        (own, "script-src"),
        (re.search(r"<style>(.*?)</style>", explored.html, re.DOTALL)[1], "style-src"),
    ):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in rules[rule]
        assert "unsafe-inline" not in rules[rule]
    assert not re.search(
        r"(?:src|href)=[\"']?(?:https?:)?//", re.sub(r"<script.*?</script>", "", explored.html, flags=re.DOTALL)
    )


def test_a_name_that_is_markup_stays_a_name(explored):
    network = cn.Network.from_edges([(NASTY, "Police")])
    page = cn.explore(network)
    assert [attributes for attributes, _ in scripts(page)] == [attributes for attributes, _ in scripts(explored)]
    assert data_of(page)["actors"][0]["id"] == NASTY
    assert "<script>alert" not in page.html


def test_the_data_is_what_the_network_says(explored):
    network = cn.load("demo-referral")
    data = data_of(explored)
    assert [actor["id"] for actor in data["actors"]] == list(network.actors)
    assert [tie["id"] for tie in data["ties"]] == list(network.ties)
    for told, tie in zip(data["ties"], network.ties.values(), strict=True):
        assert [data["actors"][told[end]]["id"] for end in ("source", "target")] == [tie.source, tie.target]
        assert [data["sources"][source]["id"] for source in told["sources"]] == list(tie.sources)
    drawn = {tie for line in data["picture"]["lines"] for tie in line["ties"]}
    assert {data["ties"][tie]["line"] for tie in drawn} == {line["style"] for line in data["picture"]["lines"]}


def test_days_that_a_tie_may_have_held():
    ties = {"source": ["a"] * 4, "target": ["b"] * 4, "relation": ["tie"] * 4}
    spans = {"since": ["2022", "2022-Q2", "2022-02", ""], "until": ["2022", "2022-Q3", "..", "2022-03-04"]}
    import pandas as pd

    data = data_of(cn.explore(cn.Network.from_frames(None, pd.DataFrame(ties | spans))))
    day = pd.Timestamp("1970-01-01")
    told = [
        [None if d is None else str((day + pd.Timedelta(days=d)).date()) for d in (t["first"], t["last"])]
        for t in data["ties"]
    ]
    assert told == [
        ["2022-01-01", "2022-12-31"],
        ["2022-04-01", "2022-09-30"],
        ["2022-02-01", None],
        [None, "2022-03-04"],
    ]


def test_a_projection_chooses_what_the_page_knows():
    network = cn.load("demo-referral")
    over = cn.Projection(layers="cooperation")
    told = data_of(cn.explore(network, over=over))
    assert {tie["id"] for tie in told["ties"]} == {
        key
        for key, tie in network.ties.items()
        if network.vocabulary["relations"][tie.relation]["layer"] == "cooperation"
    }


def test_it_saves_whole_and_under_its_own_suffix(explored, tmp_path):
    explored.save(tmp_path / "case.html")
    assert (tmp_path / "case.html").read_text(encoding="utf-8") == explored.html
    with pytest.raises(cn.errors.InvalidOption, match=r"name the file \.html"):
        explored.save(tmp_path / "case.svg")


def test_a_notebook_shows_it_in_a_frame_of_its_own(explored):
    shown = explored._repr_mimebundle_()
    frame = re.fullmatch(r"<iframe (.*?)></iframe>", shown["text/html"], re.DOTALL)[1]
    assert 'sandbox="allow-scripts allow-downloads"' in frame
    assert html.unescape(re.search(r'srcdoc="([^"]*)"', frame)[1]) == explored.html
    assert shown["image/svg+xml"].startswith("<svg")


def test_without_its_bundle_it_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(pages, "BUNDLE", tmp_path)
    with pytest.raises(cn.CoopnetError, match=r"has no explorer.js.*run ./dev build"):
        cn.explore(cn.load("demo-referral"))
