"""Pictures of the backbone alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import coopnet as cn
from coopnet import Network, Projection, cohesion
from coopnet.cli import main

CASE = "indonesia-cambodia-2021-2022"
STRONG = Projection(weight="strength")


@pytest.fixture(scope="module")
def hubs() -> Network:
    """Two hubs with weak ties all round, and a strong one between them."""
    pairs = [("x", "y"), *((hub, f"{hub}{leaf}") for hub in "xy" for leaf in range(5)), ("x1", "y1"), ("x2", "y2")]
    return Network.from_columns(
        {
            "actors": [("id", list(dict.fromkeys(end for pair in pairs for end in pair)))],
            "ties": [
                ("source", [source for source, _ in pairs]),
                ("target", [target for _, target in pairs]),
                ("relation", ["with"] * len(pairs)),
                ("strength", ["50", *["1"] * (len(pairs) - 1)]),
            ],
        },
        vocabulary='{"relations": {"with": {"directed": false}}}',
        open_vocabulary=True,
    )


def kept(network: Network, over: Projection, alpha: float) -> set[str]:
    return {tie for row in cohesion.backbone(network, alpha=alpha, over=over).rows() for tie in row["ties"]}


def test_only_the_backbone_and_its_actors_are_drawn(hubs: Network) -> None:
    assert kept(hubs, STRONG, 0.05) == {"T1"}
    picture = cn.draw(hubs, over=STRONG, backbone=0.05)
    assert "2 actors, 1 ties. Backbone: 1 of 13 ties, those stronger than chance at 5 % " in picture.description
    assert "where" not in picture.svg  # the stamp says the projection that was given


def test_it_is_said_in_indonesian_with_its_marks(hubs: Network) -> None:
    picture = cn.draw(hubs, over=STRONG, backbone=0.025, lang="id")
    assert "Tulang punggung: " in picture.description
    assert " 2,5% " in picture.description


def test_what_is_lit_is_drawn_too(hubs: Network) -> None:
    without = cn.draw(hubs, over=STRONG, backbone=0.05)
    lit = cn.draw(hubs, over=STRONG, backbone=0.05, highlight=["T12"])
    assert "2 actors, 1 ties." in without.description
    assert "4 actors, 2 ties. Backbone: 1 of 13 ties" in lit.description


def places(picture: cn.Picture) -> dict[str, list[float]]:
    """Who is drawn, and the first point of each box."""
    actors = re.findall(r'class="actor" role="listitem" aria-label="([^"]+)".*?d="M([\d.]+),([\d.]+)', picture.svg)
    return {name: [float(x), float(y)] for name, x, y in actors}


def test_the_actors_of_the_case_keep_their_places_on_banks() -> None:
    case = cn.load(CASE)
    picture = cn.draw(case, backbone=0.3)
    assert f"Backbone: {len(kept(case, Projection(), 0.3))} of {len(case.ties)} ties" in picture.description
    of_all, of_few = places(cn.draw(case)), places(picture)
    assert 5 < len(of_few) < len(of_all)
    moved = {(round(x - of_all[name][0], 1), round(y - of_all[name][1], 1)) for name, (x, y) in of_few.items()}
    assert len(moved) == 1, moved


def test_a_backbone_that_is_too_much_is_drawn_as_groups_and_says_both() -> None:
    pairs = [(f"a{place}", f"a{place + 1}") for place in range(0, 6000, 2)]
    picture = cn.draw(Network.from_edges(pairs, directed=False), backbone=0.05)
    assert "Backbone: 3,000 of 3,000 ties" in picture.description
    assert "too many for one picture" in picture.description


def test_around_an_actor_only_its_backbone(hubs: Network) -> None:
    assert "Backbone: " in cn.draw(hubs, over=STRONG, backbone=0.05, around="x").description
    with pytest.raises(cn.InvalidOption, match='"x3" has no tie in the backbone'):
        cn.draw(hubs, over=STRONG, backbone=0.05, around="x3")


def test_what_has_no_backbone_is_refused_and_says_what_to_do(hubs: Network) -> None:
    with pytest.raises(cn.InvalidOption, match="No tie is stronger than chance at backbone=0"):
        cn.draw(hubs, backbone=0.05)
    with pytest.raises(cn.InvalidOption, match="affiliations"):
        cn.draw(hubs, over=Projection(affiliations="count"), backbone=0.05)
    with pytest.raises(cn.InvalidOption, match="scenario"):
        cn.draw(hubs, backbone=0.05, scenario=cn.Scenario("none"))


def test_the_command_draws_it(tmp_path: Path) -> None:
    target = tmp_path / "backbone.svg"
    assert main(["draw", CASE, "--backbone", "0.3", "--out", str(target)]) == 0
    assert "Backbone: " in target.read_text(encoding="utf-8")


def test_a_share_that_is_none_is_refused_by_the_name_that_was_given() -> None:
    for share in (0, 1, 2, -0.05, float("nan")):
        with pytest.raises(cn.InvalidOption, match=r"backbone=.* does not lie between 0 and 1"):
            cn.draw(cn.load("demo-referral"), backbone=share)
