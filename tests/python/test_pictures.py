"""Pictures as Python draws, shows and saves them."""

from __future__ import annotations

import math
import os
import random
import re
import struct
import sys
import xml.etree.ElementTree as ET
import zlib
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import coopnet as cn
from coopnet.cli import main

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
        ({"layout": "circle"}, "choose one of auto, banks, graph, two-mode, layers, map, ego"),
        ({"theme": "pink"}, "choose one of print, light, dark, gray"),
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


# --- sizes --------------------------------------------------------------------------------
def chance_network(actors: int, ties: int, *, seed: int = 1) -> cn.Network:
    chance = random.Random(seed)
    ends = [(f"a{chance.randrange(actors)}", f"a{chance.randrange(actors)}") for _ in range(ties)]
    return cn.Network.from_edges([*ends, *((f"a{i}", f"a{(i + 1) % actors}") for i in range(actors))])


def named(picture: cn.Picture) -> int:
    groups = [group for group in ET.fromstring(picture.svg).iter(f"{SVG}g") if group.get("class") == "actor"]
    return sum(group.find(f"{SVG}text") is not None for group in groups)


@pytest.mark.parametrize(("actors", "expected"), [(110, 110), (200, 60), (700, 40)])
def test_bigger_graphs_name_those_tied_to_most_and_say_so(actors: int, expected: int) -> None:
    picture = cn.draw(chance_network(actors, actors))
    assert named(picture) == expected
    assert len(labels(picture, "actor")) == actors  # everybody is there to read aloud
    assert ("tied to most others" in picture.description) == (expected < actors)


def test_names_follow_the_measure_that_is_shown_and_the_pathway_that_is_lit() -> None:
    network = chance_network(200, 100)
    scores = {f"a{i}": float(i) for i in range(200)}
    shaded = words(cn.draw(network, color=scores))
    assert {"a199", "a140"} <= set(shaded)
    assert not {"a139", "a20"} & set(shaded)
    tie = next(iter(network.ties))
    ends = {network.ties[tie]["source"], network.ties[tie]["target"]}
    assert ends <= set(words(cn.draw(network, highlight=[tie])))


def test_many_lines_let_each_other_through_and_few_do_not() -> None:
    assert 'opacity="0.45"' in cn.draw(chance_network(200, 300)).svg
    assert "opacity" not in cn.draw(chance_network(50, 20)).svg


def test_dense_mixed_networks_are_no_tower() -> None:
    over = cn.Projection(layers="membership", isolates=False)
    width, height = cn.draw(cn.load("asean-instruments"), over=over, layout="graph").size
    assert height < 2 * width
    assert height < 2400


# --- layouts ------------------------------------------------------------------------------
def centers(picture: cn.Picture) -> dict[str, tuple[float, float]]:
    """By actor, the middle of the first line of its name."""
    groups = [group for group in ET.fromstring(picture.svg).iter(f"{SVG}g") if group.get("class") == "actor"]
    texts = {group.get("aria-label") or "": group.find(f"{SVG}text") for group in groups}
    return {
        name: (float(text.get("x") or 0), float(text.get("y") or 0)) for name, text in texts.items() if text is not None
    }


def test_two_columns_hold_members_and_forums_and_count_what_they_leave_out() -> None:
    clubs = cn.Network.from_frames(
        pd.DataFrame({"id": ["a", "b", "c", "X", "Y"], "kind": ["police"] * 3 + ["event"] * 2}),
        pd.DataFrame(
            {
                "source": ["a", "b", "b", "c", "a"],
                "target": ["X", "X", "Y", "Y", "b"],
                "relation": ["takes_part_in"] * 4 + ["reports"],
            }
        ),
        vocabulary={
            "relations": {
                "takes_part_in": {"layer": "membership", "affiliation": True},
                "reports": {"layer": "cooperation"},
            }
        },
    )
    picture = cn.draw(clubs, layout="two-mode")
    at = centers(picture)
    assert len({at[actor][0] for actor in "abc"}) == 1
    assert {at[forum][0] > at["a"][0] for forum in "XY"} == {True}
    assert (at["a"][1] < at["c"][1]) == (at["X"][1] < at["Y"][1])  # no crossing where none must be
    assert "1 ties within one side" in picture.description
    assert len(labels(picture, "tie")) == 4


def test_two_columns_without_memberships_are_the_two_sides_of_the_ties() -> None:
    pairs = cn.Network.from_edges([("a", "1"), ("a", "2"), ("b", "2"), ("3", "b")])
    at = centers(cn.draw(pairs, layout="two-mode"))
    assert {at[letter][0] < at[number][0] for letter in "ab" for number in "123"} == {True}
    with pytest.raises(cn.InvalidOption, match="no two sides"):
        cn.draw(cn.Network.from_edges([("a", "b"), ("b", "c"), ("c", "a")]), layout="two-mode")


def test_layers_are_the_levels_of_the_vocabulary_from_the_top(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation", isolates=False)
    picture = cn.draw(case, over=over, layout="layers")
    height = {name: at[1] for name, at in centers(picture).items()}
    name = {
        short: case.label(short)
        for short in ("INTERPOL", "ID.MFA", "ID.NCB", "KH.PSNH", "KH.CARITAS")
        if short in case.actors
    }
    rows = [height[name[key]] for key in name]
    assert rows == sorted(rows)
    assert {"International", "Policy", "National", "Local", "Protection"} <= set(words(picture))


def test_layers_without_kinds_follow_the_ties_downwards() -> None:
    tree = cn.Network.from_edges([("a", "b"), ("a", "c"), ("b", "d"), ("c", "e")])
    height = {name: at[1] for name, at in centers(cn.draw(tree, layout="layers")).items()}
    assert height["a"] < height["b"] == height["c"] < height["d"] == height["e"]


def test_a_map_has_north_at_the_top_and_east_at_the_right() -> None:
    states = {"IDN": "a", "KHM": "b", "PHL": "c", "THA": "d", "XAA": "e"}
    network = cn.Network.from_frames(
        pd.DataFrame({"id": [*states.values(), "f"], "country": [*states, None]}),
        pd.DataFrame({"source": list("abcde"), "target": list("bcdef")}),
    )
    picture = cn.draw(network, layout="map")
    at = centers(picture)
    assert at["d"][0] < at["b"][0] < at["c"][0]  # Bangkok, Phnom Penh, Manila
    assert at["d"][1] < at["a"][1]
    assert at["b"][1] < at["a"][1]
    assert at["f"][1] < min(at[actor][1] for actor in "abcd")
    assert at["e"][1] > max(at[actor][1] for actor in "abcd")
    assert "Below: Alfa" in picture.description
    assert {"Across states", "Indonesia", "Cambodia"} <= set(words(picture))


def test_a_map_needs_a_capital(demo: cn.Network) -> None:
    with pytest.raises(cn.InvalidOption, match="capital is known"):
        cn.draw(demo, layout="map")


def test_rings_hold_who_is_as_many_steps_away() -> None:
    network = cn.Network.from_edges([("a", "b"), ("c", "a"), ("b", "d"), ("d", "e"), ("x", "y")])
    one, two = (cn.draw(network, around="a", steps=steps) for steps in (1, 2))
    assert set(labels(one, "actor")) == {"a", "b", "c"}
    assert set(labels(two, "actor")) == {"a", "b", "c", "d"}
    assert one.title == "a and the two within one step"
    assert two.title == "a and the three within two steps"
    away = {name: math.dist(at, centers(two)["a"]) for name, at in centers(two).items()}
    assert away["d"] > max(away["b"], away["c"])
    assert {"1 step", "2 steps"} <= set(words(two))


def test_a_neighborhood_can_stand_in_any_layout(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation")
    near = cn.draw(case, over=over, around="ID.NCB", layout="banks")
    whole = cn.draw(case, over=over)
    assert len(labels(near, "actor")) < len(labels(whole, "actor"))
    at = centers(whole)
    assert {name: at[name] for name in centers(near)} == centers(near)


def test_rings_need_an_actor_who_is_there(demo: cn.Network) -> None:
    with pytest.raises(cn.InvalidOption, match="around="):
        cn.draw(demo, layout="ego")
    with pytest.raises(cn.UnknownActor, match=r"A\.NBC"):
        cn.draw(demo, around="A.NBC")
    with pytest.raises(cn.InvalidOption, match="give 1 or more"):
        cn.draw(demo, around="A.NCB", steps=0)


@pytest.mark.parametrize("layout", ["two-mode", "layers", "map"])
def test_places_stay_from_period_to_period(case: cn.Network, layout: str) -> None:
    layers = "membership" if layout == "two-mode" else "cooperation"
    early, late = (
        centers(cn.draw(case, over=cn.Projection(layers=layers, at=day), layout=layout))
        for day in ("2022-08-10", "2022-12-10")
    )
    if layout != "two-mode":  # where who is in no forum is not drawn
        assert early == late
    assert early


def test_a_graph_keeps_its_places_from_period_to_period_and_in_scenarios(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation", isolates=False)

    def away(**asked: Any) -> dict[str, tuple[float, float]]:
        """From one actor, whatever height the title takes."""
        places = centers(cn.draw(case, layout="graph", title="-", **asked))
        x, y = places[case.label("ID.EMB")]
        return {name: (round(at[0] - x, 1), round(at[1] - y, 1)) for name, at in places.items()}

    whole = away(over=over)
    for changed in (
        away(over=over.replace(during="2022-12")),
        away(over=over.replace(at="2022-08-02")),
        away(over=over, scenario=cn.Scenario().remove("ID.NCB", "KH.NCB")),
        away(over=over, scenario=attache(case)),
    ):
        kept = {name: at for name, at in changed.items() if name in whole}
        assert kept == {name: whole[name] for name in kept}
        assert len(kept) > 10
    (new,) = {name for name in away(over=over, scenario=attache(case)) if name not in whole}
    assert "Attaché" in new


# --- clusters -----------------------------------------------------------------------------
def test_clusters_of_a_graph_stand_in_boxes_that_hold_them_alone() -> None:
    network = chance_network(24, 40)
    group = {f"a{i}": f"group {i % 3}" for i in range(24) if i}
    picture = cn.draw(network, cluster=group)
    areas = boxes_of(picture)
    assert set(areas) == {"group 0", "group 1", "group 2"}
    for name, (x, y) in centers(picture).items():
        inside = [area for area, (left, top, right, bottom) in areas.items() if left < x < right and top < y < bottom]
        assert inside == ([group[name]] if name in group else [])


def boxes_of(picture: cn.Picture) -> dict[str, tuple[float, float, float, float]]:
    """By name, the ground that begins just above the name of an area."""
    root = ET.fromstring(picture.svg)
    grounds = next(group for group in root.iter(f"{SVG}g") if group.get("class") == "grounds")
    names = next(group for group in root.iter(f"{SVG}g") if group.get("class") == "areas")
    corners = [
        [tuple(map(float, pair.split(","))) for pair in re.findall(r"[-\d.]+,[-\d.]+", path.get("d") or "")]
        for path in grounds.iter(f"{SVG}path")
    ]
    boxes = [
        (min(x for x, _ in some), min(y for _, y in some), max(x for x, _ in some), max(y for _, y in some))
        for some in corners
    ]
    found = {}
    for text in names.iter(f"{SVG}text"):
        x, y = float(text.get("x") or 0), float(text.get("y") or 0)
        found[text.text or ""] = next(box for box in boxes if box[0] < x < box[2] and box[1] < y < box[1] + 30)
    return found


def test_clusters_by_column_say_the_names_of_countries(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation", isolates=False)
    picture = cn.draw(case, over=over, layout="graph", cluster="country")
    assert {"Indonesia", "Cambodia"} <= set(boxes_of(picture))
    assert {"Kamboja"} <= set(words(cn.draw(case, over=over, layout="graph", cluster="country", lang="id")))


def test_hulls_lie_over_the_banks_and_move_nobody(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation", isolates=False)
    groups = cn.community.leiden(case, over=over)
    plain, hulled = cn.draw(case, over=over), cn.draw(case, over=over, cluster=groups)
    assert centers(plain) == centers(hulled)
    shown = next(group for group in ET.fromstring(hulled.svg).iter(f"{SVG}g") if group.get("class") == "areas")
    assert {text.text for text in shown.iter(f"{SVG}text")} <= {f"Group {group}" for group in range(len(groups.groups))}


def test_clusters_that_do_not_exist_are_refused(demo: cn.Network) -> None:
    with pytest.raises(cn.UnknownName, match="land"):
        cn.draw(demo, cluster="land")
    with pytest.raises(cn.InvalidOption, match="clusters cannot be read"):
        cn.draw(chance_network(200, 1), cluster={f"a{i}": str(i) for i in range(200)})


# --- pages --------------------------------------------------------------------------------
def text_sizes(picture: cn.Picture) -> set[float]:
    """The sizes of all letters of names, in pixels at 100 %."""
    root = ET.fromstring(picture.svg)
    scale = float(root.get("width") or 0) / float((root.get("viewBox") or "").split()[2])
    groups = [group for group in root.iter(f"{SVG}g") if group.get("class") == "actor"]
    return {scale * float(text.get("font-size") or 13.5) for group in groups for text in group.iter(f"{SVG}text")}


@pytest.mark.parametrize(
    ("size", "expected"), [("a4", (1123, 794)), ("slide", (1920, 1080)), ((1400, 1300), (1400, 1300))]
)
def test_a_picture_fits_the_page_and_its_names_can_be_read(
    case: cn.Network, size: str | tuple[float, float], expected: tuple[float, float]
) -> None:
    picture = cn.draw(case, over=COOPERATION, size=size)
    assert picture.size == pytest.approx(expected)
    assert min(text_sizes(picture)) >= (7 / 0.75 if size == "a4" else 12) - 1e-6
    left, top, width, height = map(float, (ET.fromstring(picture.svg).get("viewBox") or "").split())
    assert (left, top) == (0, 0)
    for x, y in centers(picture).values():
        assert 0 < x < width
        assert 0 < y < height
    assert width / height == pytest.approx(expected[0] / expected[1], rel=1e-3)


def test_paper_lies_on_its_side_where_that_fits_better() -> None:
    chain = cn.Network.from_edges([(f"a{i}", f"a{i + 1}") for i in range(8)])
    assert cn.draw(chain, size="a4").size == pytest.approx((1123, 794))


def test_a_legend_stands_beside_where_the_page_is_wide_and_below_where_it_is_high(case: cn.Network) -> None:
    def legend_and_actors(size: tuple[float, float]) -> tuple[ET.Element, ET.Element]:
        root = ET.fromstring(cn.draw(case, over=COOPERATION, size=size).svg)
        legend, actors = (
            next(group for group in root.iter(f"{SVG}g") if group.get("class") == name) for name in ("legend", "actors")
        )
        return legend, actors

    def ends(group: ET.Element, axis: str) -> list[float]:
        return [float(text.get(axis) or 0) for text in group.iter(f"{SVG}text")]

    legend, actors = legend_and_actors((1920, 1080))
    assert min(ends(legend, "x")) > max(ends(actors, "x"))
    legend, actors = legend_and_actors((1200, 1400))
    assert min(ends(legend, "y")) > max(ends(actors, "y"))


def test_the_page_of_a_pdf_is_the_page_asked_for(demo: cn.Network) -> None:
    pdf = cn.draw(demo, size="a4").printed("pdf")
    box = re.search(rb"/MediaBox\s*\[\s*([\d. ]+)\]", pdf)
    assert box is not None
    width, height = map(float, box[1].split()[2:])
    assert sorted((width, height)) == pytest.approx([595.5, 842.25], abs=1.5)


def test_a_page_too_small_for_the_names_is_refused_with_the_size_it_takes(case: cn.Network) -> None:
    with pytest.raises(
        cn.InvalidOption, match=r"names .* pixels high, from 12 .* needs (\d+) × (\d+) pixels"
    ) as refused:
        cn.draw(case, over=COOPERATION, size=(640, 480))
    width, height = map(int, re.findall(r"(\d+) × (\d+) pixels\. Give", str(refused.value))[0])
    assert cn.draw(case, over=COOPERATION, size=(width, height)).size == pytest.approx((width, height))
    with pytest.raises(cn.InvalidOption, match="choose one of a4, a3, slide"):
        cn.draw(case, size="a5")
    with pytest.raises(cn.InvalidOption, match="from 100 to 20000"):
        cn.draw(case, size=(math.nan, 100))


# --- groups for what is too much -------------------------------------------------------------
def crowd(countries: list[str | None]) -> cn.Network:
    """3,000 actors in turn from some countries, nine in ten of their ties within."""
    chance, count = random.Random(3), len(countries)
    ties = []
    for i in range(3000):
        for _ in range(2):
            within = chance.randrange(3000 // count) * count + i % count
            ties.append((f"a{i}", f"a{within if chance.random() < 0.9 else chance.randrange(3000)}"))
    actors = pd.DataFrame(
        {"id": [f"a{i}" for i in range(3000)], "country": [countries[i % count] for i in range(3000)]}
    )
    return cn.Network.from_frames(actors, pd.DataFrame(ties, columns=["source", "target"]))


def test_too_many_actors_are_drawn_as_countries_and_it_says_so() -> None:
    network = crowd(["IDN", "KHM", "THA"])
    picture = cn.draw(network)
    assert picture.title == "3 countries, 3000 actors"
    assert set(labels(picture, "actor")) == {"Indonesia", "Cambodia", "Thailand"}
    assert words(picture).count("1000") == 3
    country = {actor: row["country"] for actor, row in network.actors.items()}
    across = [tie for tie in network.ties.values() if country[tie["source"]] != country[tie["target"]]]
    said = [int(number) for label in labels(picture, "tie") for number in re.findall(r"has (\d+) ties with", label)]
    assert sum(said) == len(across)
    assert len(said) == 3
    assert f"{6000 - len(across)} ties run within" in picture.description
    assert "too many for one picture" in picture.description
    assert "3 negara" in cn.draw(network, lang="id").title


def test_too_many_actors_without_countries_are_drawn_as_communities_or_the_clusters_given() -> None:
    network = crowd([None] * 5)
    found = cn.draw(network)
    assert "communities" in found.title
    assert "Leiden" in found.description
    assert len(labels(found, "actor")) == len(cn.community.leiden(network).groups)
    given = cn.draw(network, cluster={f"a{i}": "first" if i < 1200 else "second" for i in range(3000)})
    assert set(labels(given, "actor")) == {"first", "second"}
    assert {"1200", "1800"} <= set(words(given))


def test_more_groups_than_can_be_read_are_one_together() -> None:
    network = crowd([None] * 5)
    picture = cn.draw(network, cluster={f"a{i}": f"g{i % 200}" for i in range(3000)})
    assert len(labels(picture, "actor")) == 61
    assert "All others" in labels(picture, "actor")


def test_a_layout_asked_for_by_name_refuses_what_cannot_be_read() -> None:
    network = crowd(["IDN", "KHM"])
    for layout in ("graph", "two-mode", "layers", "map"):
        with pytest.raises(cn.InvalidOption, match=r"cannot be read|no two sides"):
            cn.draw(network, layout=layout)


# --- the command ----------------------------------------------------------------------------
def test_flags_are_the_keywords(tmp_path: Path, demo: cn.Network) -> None:
    out = tmp_path / "near.svg"
    flags = ["--around", "A.NCB", "--steps", "2", "--theme", "dark", "--labels", "id", "--size", "1200x900"]
    assert main(["draw", "demo-referral", "--out", str(out), *flags, "--cluster", "country"]) == 0
    expected = cn.draw(demo, around="A.NCB", steps=2, theme="dark", labels="id", size=(1200, 900), cluster="country")
    assert out.read_text() == expected.svg


def test_a_size_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["draw", "demo-referral", "--out", str(tmp_path / "x.svg"), "--size", "3xb"]) == 2
    assert "Write a4, a3, slide or WIDTHxHEIGHT" in capsys.readouterr().err
    assert os.listdir(tmp_path) == []


# --- files ----------------------------------------------------------------------------------
def pdf_streams(pdf: bytes) -> bytes:
    """All of a PDF, its packed parts unpacked."""
    parts = [pdf]
    for match in re.finditer(rb"stream\r?\n", pdf):
        try:
            parts.append(zlib.decompressobj().decompress(pdf[match.end() :]))
        except zlib.error:
            continue
    return b"\n".join(parts)


KHMER = "ការិយាល័យកណ្តាលជាតិ"


def khmer() -> cn.Network:
    return cn.Network.from_edges([(KHMER, "NCB Jakarta")])


def test_a_pdf_carries_every_font_it_uses() -> None:
    pdf = pdf_streams(cn.draw(khmer()).printed("pdf"))
    descriptors = re.findall(rb"<<[^<>]*/Type\s*/FontDescriptor[^<>]*>>", pdf)
    assert descriptors
    assert all(re.search(rb"/FontFile[23]?\s+\d+ 0 R", some) for some in descriptors)
    names = b" ".join(re.findall(rb"/FontName\s*/(\S+)", pdf))
    assert b"DejaVu" in names
    assert b"Khmer" in names  # the letters come from a font that has them


def test_text_in_a_pdf_can_be_searched(demo: cn.Network) -> None:
    assert b"/ToUnicode" in pdf_streams(cn.draw(demo).printed("pdf"))


def png_size(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("dpi", [48, 96, 200])
def test_a_png_has_the_density_asked_for(demo: cn.Network, tmp_path: Path, dpi: int) -> None:
    picture = cn.draw(demo)
    picture.save(tmp_path / "demo.png", dpi=dpi)
    assert png_size((tmp_path / "demo.png").read_bytes()) == pytest.approx(
        [side * dpi / 96 for side in picture.size], abs=2
    )


def test_a_png_of_too_many_pixels_is_refused_and_nothing_is_written(demo: cn.Network, tmp_path: Path) -> None:
    with pytest.raises(cn.RenderError, match="too large; lower dpi or draw an SVG or PDF"):
        cn.draw(demo).save(tmp_path / "demo.png", dpi=2400)
    for dpi in (0, -1, math.nan, math.inf):
        with pytest.raises(cn.CoopnetError):
            cn.draw(demo).save(tmp_path / "demo.png", dpi=dpi)
    assert os.listdir(tmp_path) == []


def pixels(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and the red channel of a PNG without interlacing, eight bits a channel."""
    width, height = png_size(png)
    channels = {2: 3, 6: 4}[png[25]]
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    raw, stride = zlib.decompress(data), width * channels
    before, red = bytearray(stride), bytearray()
    for row in range(height):
        filtered, line = raw[row * (stride + 1)], bytearray(raw[row * (stride + 1) + 1 : (row + 1) * (stride + 1)])
        for i in range(stride):
            a = line[i - channels] if i >= channels else 0
            b, c = before[i], before[i - channels] if i >= channels else 0
            nearest = min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]
            line[i] = (line[i] + (0, a, b, (a + b) // 2, nearest)[filtered]) & 255
        red += line[::channels]
        before = line
    return width, height, bytes(red)


def test_khmer_letters_are_drawn_and_no_two_are_the_same_box(tmp_path: Path) -> None:
    # A letter that no font has is a box, the same for every such letter: two names of one length would look alike.
    def shown(name: str) -> bytes:
        return pixels(cn.draw(cn.Network.from_edges([(name, "x")])).printed("png", dpi=48))[2]

    assert shown("កកកក") != shown("ខខខខ")
    assert shown("កកកក") != shown("\U000103a0" * 4)
    picture = cn.draw(khmer())
    assert KHMER in labels(picture, "actor")
    assert "".join(words(picture)).count(KHMER) == 1


@pytest.mark.parametrize(
    ("layout", "options"),
    [
        ("graph", {}),
        ("layers", {}),
        ("map", {}),
        ("two-mode", {"over": cn.Projection(layers="membership", isolates=False)}),
        ("ego", {"around": "ID.NCB", "steps": 2}),
        ("graph", {"cluster": "country"}),
    ],
)
def test_every_layout_says_in_words_what_it_shows_and_no_internal_id(
    case: cn.Network, layout: str, options: dict[str, Any]
) -> None:
    options = {"over": cn.Projection(layers="cooperation", isolates=False)} | options
    picture = cn.draw(case, layout=layout, **options)
    root = ET.fromstring(picture.svg)
    assert root.get("role") == "graphics-document"
    ids = {child.get("id") for child in root}
    assert {root.get("aria-labelledby"), root.get("aria-describedby")} <= ids
    lists = [group for group in root.iter(f"{SVG}g") if group.get("role") == "list"]
    assert {"Actors", "Ties"} <= {group.get("aria-label") for group in lists}
    items = [group for group in root.iter(f"{SVG}g") if group.get("role") == "listitem"]
    assert items
    assert all(item.get("aria-label") for item in items)
    assert all((item.find(f"{SVG}title") is not None) for item in items)
    for actor in case.actors:
        if "." in actor:  # "IDN" is a country's code and may be said
            assert actor not in picture.svg
    for mark in ("href", "<script", "<style", "<image", "<!--"):
        assert mark not in picture.svg


# --- bad input ------------------------------------------------------------------------------
LAYOUTS: list[dict[str, Any]] = [{"layout": "graph"}, {"layout": "layers"}, {"layout": "ego", "around": "a"}]


@pytest.mark.parametrize("options", LAYOUTS)
@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '<b>bold</b> & "quoted"',
        "x" * 4096,
        "word " * 800,
        "\u0645\u0643\u062a\u0628 \u0627\u0644\u0627\u062a\u0635\u0627\u0644",
        "\u202eright to left\u202c",
        "\\N {a|b} ]]>",
        "=1+1",
    ],
)
def test_names_are_text_whatever_they_hold(options: dict[str, Any], name: str) -> None:
    network = cn.Network.from_frames(
        pd.DataFrame({"id": ["a", "b"], "name": ["Center", name]}),
        pd.DataFrame({"source": ["a"], "target": ["b"]}),
    )
    picture = cn.draw(network, cluster={"a": name, "b": name}, **options)
    assert name.strip() in {label.strip() for label in labels(picture, "actor")}
    assert "<script" not in picture.svg
    assert "<b>" not in picture.svg
    assert picture.size[0] < 2000
    assert picture.printed("png", dpi=48).startswith(b"\x89PNG")
    assert picture.printed("pdf").startswith(b"%PDF")


@pytest.mark.parametrize("layout", ["auto", "graph", "layers"])
def test_a_network_of_one_and_of_nobody_is_a_picture(layout: str) -> None:
    one = cn.Network.from_frames(pd.DataFrame({"id": ["a"]}), pd.DataFrame({"source": [], "target": []}, dtype=str))
    assert labels(cn.draw(one, layout=layout), "actor") == ["a"]
    assert labels(cn.draw(one, layout="ego", around="a"), "actor") == ["a"]
    nobody = cn.draw(one, over=cn.Projection(countries="XXX"), layout=layout)
    assert labels(nobody, "actor") == []
    assert nobody.svg.startswith("<svg")
    assert cn.draw(one, layout=layout, cluster={"a": "alone"}).svg.startswith("<svg")


def test_a_public_picture_keeps_the_clusters_of_who_is_left(case: cn.Network) -> None:
    groups = {actor: "A" if actor.startswith("ID.") else "B" for actor in case.actors}
    picture = cn.draw(case, over=COOPERATION, layout="graph", cluster=groups, public=True)
    assert {"A", "B"} <= set(boxes_of(picture))


@pytest.mark.parametrize(
    "options", [{"layout": "layers"}, {"layout": "map"}, {"layout": "graph", "cluster": "country"}]
)
def test_differences_are_told_in_every_layout(case: cn.Network, options: dict[str, Any]) -> None:
    over = cn.Projection(layers="cooperation", isolates=False)
    picture = cn.draw(case, over=over, scenario=attache(case).remove("ID.EMB"), **options)
    assert "Removed: 1 actor" in picture.description
    assert "Embassy of Indonesia in Phnom Penh – removed" in labels(picture, "actor")
    assert sum(label.endswith("– added") for label in labels(picture, "tie")) == 2
