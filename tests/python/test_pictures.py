"""Pictures as Python draws, shows and saves them."""

from __future__ import annotations

import os
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import coopnet as cn

CASE = "indonesia-cambodia-2021-2022"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def case() -> cn.Network:
    return cn.load(CASE)


@pytest.fixture(scope="module")
def demo() -> cn.Network:
    return cn.load("demo-referral")


def words(picture: cn.Picture) -> list[str]:
    return [element.text or "" for element in ET.fromstring(picture.svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(("suffix", "start"), [("svg", b"<svg"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_the_suffix_says_the_format(demo: cn.Network, tmp_path: Path, suffix: str, start: bytes) -> None:
    target = tmp_path / f"demo.{suffix}"
    cn.draw(demo).save(target)
    assert target.read_bytes().startswith(start)


def test_another_suffix_is_refused_by_name(demo: cn.Network, tmp_path: Path) -> None:
    with pytest.raises(cn.InvalidOption, match=r"name the file \.svg, \.pdf or \.png"):
        cn.draw(demo).save(tmp_path / "demo.gif")
    assert os.listdir(tmp_path) == []


def test_a_file_that_cannot_be_written_leaves_the_old_one(demo: cn.Network, tmp_path: Path) -> None:
    with pytest.raises(cn.CoopnetError, match="cannot be written"):
        cn.draw(demo).save(tmp_path / "nowhere" / "demo.svg")


def test_a_notebook_gets_a_self_contained_svg(demo: cn.Network) -> None:
    bundle = cn.draw(demo)._repr_mimebundle_()
    assert bundle["image/svg+xml"].startswith("<svg")
    assert "href" not in bundle["image/svg+xml"]
    assert bundle["text/plain"].startswith("<Picture: ")


def test_matplotlib_gets_the_picture_on_its_axes(demo: cn.Network) -> None:
    matplotlib = pytest.importorskip("matplotlib", reason="matplotlib is an optional target")
    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2)
    picture = cn.draw(demo)
    assert picture.plot(ax=right, dpi=96) is right
    assert not left.images
    height, width, _ = right.images[0].get_array().shape
    assert (width, height) == pytest.approx(picture.size, abs=2)
    alone = picture.plot(dpi=72).get_figure()
    assert tuple(alone.get_size_inches() * 96) == pytest.approx(picture.size)
    pyplot.close(figure)
    pyplot.close(alone)


def test_without_matplotlib_a_sentence_says_what_to_do(demo: cn.Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(cn.InvalidOption, match=r"pip install coopnet\[matplotlib\]"):
        cn.draw(demo).plot()


def test_both_languages_show_the_same_actors_at_the_same_size(case: cn.Network) -> None:
    english, indonesian = cn.draw(case), cn.draw(case, lang="id")
    assert english.size[0] == indonesian.size[0]
    assert "CAMBODIA" in words(english)
    assert "KAMBOJA" in words(indonesian)


def test_the_stamp_says_projection_sources_and_date(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation", during="2022-07/2022-09")
    stamp = " ".join(words(cn.draw(case, over=over)))
    assert "layers=cooperation" in stamp
    assert "2022-07 to 2022-09" in stamp
    assert case.version in stamp
    assert "Sources: " in stamp


def test_a_title_of_ones_own_stands_first(demo: cn.Network) -> None:
    assert words(cn.draw(demo, title="Who refers to whom"))[0] == "Who refers to whom"


def test_numbers_shade_and_the_highest_is_named(demo: cn.Network) -> None:
    picture = cn.draw(demo, color={"A.NCB": 2.0, "B.NCB": 7.0})
    assert "NCB Bravo" in picture.title
    assert {"2", "7"} <= set(words(picture))


def test_a_pathway_lights_up(case: cn.Network) -> None:
    way = cn.pathways.shortest(case, "ID.FAM", "KH.PSNH", over=cn.Projection(layers="cooperation"))
    picture = cn.draw(case, over=way.projection, highlight=way)
    count = {2: "two", 3: "three", 4: "four"}[way.steps]
    assert picture.title == f"From Families, complainants to Preah Sihanouk police in {count} steps"


def test_a_strip_shows_every_station_and_step(case: cn.Network) -> None:
    way = cn.pathways.shortest(case, "ID.FAM", "KH.PSNH", over=cn.Projection(layers="cooperation"))
    picture = cn.strip(way)
    shown = words(picture)
    for step in range(1, way.steps + 1):
        assert str(step) in shown
    for actor in way.actors:
        assert case.label(actor, short=True).split()[0] in " ".join(shown)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"layout": "circle"}, "choose one of auto, banks, graph"),
        ({"theme": "pink"}, "choose one of print, dark, gray"),
        ({"labels": "long"}, "choose one of name, id"),
        ({"lang": "fr"}, "Choose one of: en, id"),
        ({"color": "country"}, "numbers by actor"),
    ],
)
def test_options_that_do_not_exist_are_refused_with_the_choices(
    demo: cn.Network, options: dict[str, str], message: str
) -> None:
    with pytest.raises(cn.InvalidOption, match=message):
        cn.draw(demo, **options)


def test_unknown_ties_and_actors_are_named(demo: cn.Network) -> None:
    with pytest.raises(cn.UnknownName, match="t99"):
        cn.draw(demo, highlight=["t99"])
    with pytest.raises(cn.UnknownActor, match=r"A\.NBC"):
        cn.draw(demo, color={"A.NBC": 1.0})


def test_networks_without_countries_are_drawn_as_graphs() -> None:
    ring = cn.Network.from_edges([("a", "b"), ("b", "c"), ("c", "a")])
    assert {"a", "b", "c"} <= set(words(cn.draw(ring)))
    with pytest.raises(cn.InvalidOption, match="graph"):
        cn.draw(ring, layout="banks")


# --- differences ------------------------------------------------------------------------
COOPERATION = cn.Projection(layers="cooperation")


def labels(picture: cn.Picture, name: str) -> list[str]:
    groups = ET.fromstring(picture.svg).iter(f"{SVG}g")
    return [group.get("aria-label") or "" for group in groups if group.get("class") == name]


def columns(picture: cn.Picture) -> dict[str, str]:
    """By actor, where the first word of its name stands from left to right."""
    groups = [group for group in ET.fromstring(picture.svg).iter(f"{SVG}g") if group.get("class") == "actor"]
    return {
        (group.get("aria-label") or "").partition(" – ")[0]: group.find(f"{SVG}text").get("x")  # type: ignore[union-attr]
        for group in groups
    }


def attache(case: cn.Network) -> cn.Scenario:
    return cn.Scenario("with an attaché", case.playbook["branches"][-1]["scenario"])


def test_a_difference_says_what_is_removed_added_and_changed(case: cn.Network) -> None:
    made = attache(case).remove("ID.EMB").change("T033", reliability=0.9)
    picture = cn.draw(case, over=COOPERATION, scenario=made)
    assert picture.title == "What if: with an attaché"
    assert "Removed: 1 actor, 15 ties. Added: 1 actor, 2 ties. Changed: 1 tie." in picture.description
    ties = labels(picture, "tie")
    assert next(label for label in ties if label.endswith("– changed")).startswith("Indonesian National Police")
    assert sum(label.endswith("– added") for label in ties) == 2
    actors = labels(picture, "actor")
    assert "Embassy of Indonesia in Phnom Penh – removed" in actors
    assert any(label.startswith("Police Attaché at the Embassy of Indonesia in Phnom") for label in actors)
    assert {"What changes", "removed", "added", "changed"} <= set(words(picture))
    assert {"Yang berubah", "dihapus", "ditambahkan", "diubah"} <= set(
        words(cn.draw(case, over=COOPERATION, scenario=made, lang="id"))
    )


def test_a_legend_of_changes_names_only_what_is_shown(case: cn.Network) -> None:
    shown = words(cn.draw(case, over=COOPERATION, scenario=cn.Scenario().remove(tie="T026")))
    assert "removed" in shown
    assert not {"added", "changed"} & set(shown)
    assert shown[0] == "Removed: 1 tie."
    elsewhere = cn.draw(case, over=cn.Projection(layers="membership"), scenario=cn.Scenario().remove(tie="T026"))
    assert elsewhere.title == "Nothing changes in this selection."
    assert "What changes" not in words(elsewhere)


def test_whoever_is_recorded_keeps_the_place_in_every_scenario(case: cn.Network) -> None:
    base = columns(cn.draw(case, over=COOPERATION))
    for made in (cn.Scenario().remove("ID.EMB"), attache(case)):
        changed = columns(cn.draw(case, over=COOPERATION, scenario=made))
        assert {actor: changed[actor] for actor in base} == base


def test_a_difference_is_drawn_the_same_every_time_and_in_every_form(case: cn.Network) -> None:
    one, other = (cn.draw(case, over=COOPERATION, scenario=attache(case)) for _ in range(2))
    assert one.svg == other.svg
    assert one.printed("png").startswith(b"\x89PNG")
    for theme in ("gray", "dark"):
        assert cn.draw(case, over=COOPERATION, scenario=attache(case), theme=theme).svg.startswith("<svg")
    graph = cn.draw(cn.load("demo-referral"), scenario=cn.Scenario().remove("A.NCB"), layout="graph")
    assert graph.title == "Removed: 1 actor, 2 ties."


def test_a_tie_that_moves_out_of_the_projection_is_removed_from_it(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation", at="2023-08-22")
    later = cn.draw(case, over=over, scenario=cn.Scenario().change("T036", since="2023-09"))
    assert next(label for label in labels(later, "tie") if label.endswith("– removed")).count("2023-08-21") == 1
    sooner = cn.draw(case, over=over, scenario=cn.Scenario().change("T033", until="2023-12"))
    assert sooner.title == "Added: 1 tie."
