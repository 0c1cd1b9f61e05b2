"""The portrait of a network: its numbers are those of the questions, its page stands alone."""

from __future__ import annotations

import math
import re

import pytest

import coopnet as cn
from coopnet import Network, Projection

OVER = Projection(layers="cooperation", during="2021/2022")


@pytest.fixture(scope="module")
def case() -> Network:
    return cn.load("indonesia-cambodia-2021-2022")


def fact(portrait: cn.Portrait, what: str) -> float:
    return next(line.value for line in portrait.facts if line.what == what)


def test_its_numbers_are_those_of_the_questions(case: Network) -> None:
    portrait = cn.describe(case, over=OVER)
    assert fact(portrait, "density") == cn.cohesion.density(case, over=OVER)
    assert fact(portrait, "pieces") == len(cn.cohesion.components(case, over=OVER).groups)
    assert fact(portrait, "centralization.degree") == cn.centrality.centralization(case, "degree", over=OVER)
    assert fact(portrait, "isolates") == sum(v == 0 for v in cn.centrality.degree(case, over=OVER).values())
    assert dict(portrait.top["betweenness"]) == dict(cn.centrality.betweenness(case, over=OVER).top(5))
    assert portrait.groups == cn.community.leiden(case, over=OVER)
    brokers = cn.brokerage.roles(case, over=OVER, missing="–")
    frame = portrait.to_frame()
    totals = frame[(frame["section"] == "brokers") & (frame["what"] == "total")].set_index("actor")["value"]
    assert list(totals) == sorted((row["total"] for row in brokers.values()), reverse=True)[:5]
    assert all(brokers[actor]["total"] == total for actor, total in totals.items())


def test_it_is_text_frame_and_page(case: Network) -> None:
    portrait = cn.describe(case, over=OVER, lang="id")
    text = repr(portrait)
    assert "Siapa yang penting" in text
    assert "0,0" in text
    assert list(portrait.to_frame().columns) == ["section", "what", "actor", "value"]
    page = portrait.to_html()
    assert page.startswith('<!doctype html>\n<html lang="id">')
    assert "<script" not in page
    assert not re.search(r"https?://|url\(|src=", page)
    assert all(f"{name}:" in text for name in ("derajat", "keantaraan", "vektor eigen"))


def test_names_stay_text_on_the_page() -> None:
    network = Network.from_edges([("<b>", "a & b"), ("a & b", '"c"')])
    page = cn.describe(network).to_html()
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


@pytest.mark.parametrize("pairs", [[], [("a", "a")], [("a", "b")], [("a", "b"), ("c", "d")]])
def test_small_networks_say_what_is_undefined(pairs: list[tuple[str, str]]) -> None:
    portrait = cn.describe(Network.from_edges(pairs))
    for line in portrait.facts:
        assert math.isnan(line.value) == bool(line.why), line
    assert repr(portrait)
    assert portrait.to_html()


def test_without_groups_there_are_no_brokers(case: Network) -> None:
    assert cn.describe(case, groups=None).brokers is None
    assert cn.describe(Network.from_edges([("a", "b")])).brokers is None
    assert cn.describe(case, groups="kind", over=OVER).brokers is not None


def test_asked_again_it_keeps_its_settings(case: Network) -> None:
    again = cn.describe(case, over=OVER, top=3).again(during="2022")
    assert len(again.top["degree"]) == 3
    assert again.projection.during == "2022"
