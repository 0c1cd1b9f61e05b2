"""Matrices as Python asks for them, held against the ties themselves."""

from __future__ import annotations

import json
import random
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import coopnet as cn
from coopnet.cli import main

CASE = "indonesia-cambodia-2021-2022"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def case() -> cn.Network:
    return cn.load(CASE)


def words(picture: cn.Picture) -> list[str]:
    return [element.text or "" for element in ET.fromstring(picture.svg).iter(f"{SVG}text")]


def labels(picture: cn.Picture, name: str) -> list[str]:
    groups = ET.fromstring(picture.svg).iter(f"{SVG}g")
    return [group.get("aria-label") or "" for group in groups if group.get("class") == name]


def rows(picture: cn.Picture) -> list[str]:
    return [label.partition(" ")[2] for label in labels(picture, "actor")]


def middle(cell: ET.Element) -> tuple[float, float]:
    """The middle of a cell: of the first shape drawn there, a square from its left top corner on."""
    corners = [
        tuple(float(x) for x in point.split(","))
        for point in cell.findall(f"{SVG}path")[0].attrib["d"][1:-1].split("L")
    ]
    return (corners[0][0] + corners[2][0]) / 2, (corners[0][1] + corners[2][1]) / 2


def cells(picture: cn.Picture) -> dict[tuple[float, float], str]:
    return {
        middle(group): group.get("aria-label") or ""
        for group in ET.fromstring(picture.svg).iter(f"{SVG}g")
        if group.get("class") == "tie"
    }


@pytest.mark.parametrize("seed", range(12))
def test_every_tie_is_a_cell_of_its_row_and_column(seed: int) -> None:
    """By definition, on directed, undirected and mixed networks with loops, parallels and isolates."""
    dice = random.Random(seed)
    names = [f"Actor {letter}" for letter in "ABCDEFGH"[: dice.randint(2, 8)]]
    ties = [
        (dice.choice(names), dice.choice(names), dice.choice(["goes to", "joins"])) for _ in range(dice.randint(0, 14))
    ]
    relation = {"layer": "cooperation", "label": {"en": "to"}}
    network = cn.Network.from_columns(
        {
            "actors": [("id", names)],
            "ties": [
                ("source", [source for source, *_ in ties]),
                ("target", [target for _, target, _ in ties]),
                ("relation", [said for *_, said in ties]),
            ],
        },
        vocabulary=json.dumps(
            {
                "layers": {"cooperation": {}},
                "kinds": {},
                "relations": {"goes to": relation | {"directed": True}, "joins": relation | {"directed": False}},
            }
        ),
    )
    expected = {(source, target) for source, target, _ in ties}
    expected |= {(target, source) for source, target, said in ties if said == "joins"}
    picture = cn.matrix(network, order="name")
    found = cells(picture)
    lefts = sorted({x for x, _ in found})
    assert len(found) == len(expected)
    if not expected:
        return
    first_x, first_y = min(x for x, _ in found), min(y for _, y in found)
    start_column = min(names.index(target) for _, target in expected)
    start_row = min(names.index(source) for source, _ in expected)
    assert lefts[0] == first_x
    placed = {
        (names[start_row + round((y - first_y) / 22)], names[start_column + round((x - first_x) / 22)])
        for x, y in found
    }
    assert placed == expected


def test_blocks_are_those_of_position(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation", during="2021/2022", isolates=False)
    positions = cn.position.concor(case, over=over)
    picture = cn.matrix(case, over=over)
    in_order = [actor for group in positions.groups for actor in group]
    assert rows(picture) == [case.label(actor) for actor in in_order]
    image = cn.position.blockmodel(case, {key: str(group) for key, group in positions.items()}, over=over).image
    dense = {pair for pair, tied in image.items() if tied}
    view = case.freeze(over, merges=False)
    inside = sum(
        (str(positions[case.ties.row(row).source]), str(positions[case.ties.row(row).target])) in dense
        for row in view.all_ties
    )
    assert picture.title == f"{inside} of {len(view.all_ties)} ties lie in {len(dense)} of {len(image)} blocks"
    assert {"A", "B", "C", "D"} <= set(words(picture))


def test_a_partition_country_kind_and_name_order_the_rows(case: cn.Network) -> None:
    over = cn.Projection(layers="cooperation", isolates=False)
    clusters = cn.position.structural_equivalence(case, over=over).clusters(5)
    assert "E" in words(cn.matrix(case, over=over, order=clusters))
    assert {"Indonesia", "Kamboja", "tanpa negara"} <= set(
        words(cn.matrix(case, over=over, order="country", lang="id"))
    )
    assert "Shelter" in words(cn.matrix(case, over=over, order="kind"))
    khmer = over.replace(countries="KHM")
    by_name = sorted(case.freeze(khmer).keys, key=lambda actor: case.label(actor, short=True).casefold())
    assert rows(cn.matrix(case, over=khmer, order="name")) == [case.label(actor) for actor in by_name]
    assert {"home", "no group"} <= set(words(cn.matrix(case, over=over, order={"ID.NCB": "home"})))


def test_strengths_add_up_and_costs_are_refused() -> None:
    network = cn.Network.from_edges([("a", "b"), ("a", "b"), ("b", "c")], weights=[1.5, 2.0, 7.0])
    picture = cn.matrix(network, order="name", over=cn.Projection(weight="strength"))
    assert "Shade: strength" in words(picture)
    assert "6.12 – 7" in words(picture)
    with pytest.raises(cn.InvalidWeight):
        cn.matrix(network, order="name", over=cn.Projection(weight="strength", weight_means="cost"))


def test_a_ring_that_concor_cannot_part_is_clustered() -> None:
    ring = cn.Network.from_edges([(f"a{i}", f"a{(i + 1) % 8}") for i in range(8)], directed=False)
    assert "structural equivalence" in cn.matrix(ring).description


@pytest.mark.parametrize("count", [0, 1, 2, 100, 200])
def test_networks_of_every_size_are_drawn(count: int) -> None:
    names = [f"actor {i:03}" for i in range(count)]
    network = cn.Network.from_columns(
        {"actors": [("id", names)], "ties": [("source", names[1:]), ("target", names[:-1])]}
    )
    picture = cn.matrix(network, order="name")
    assert len(rows(picture)) == count
    numbers = [word for word in words(picture) if word.isdigit()]
    assert (str(count) in numbers) is (count > 0)


def test_what_cannot_be_read_or_does_not_exist_is_refused(case: cn.Network) -> None:
    many = cn.Network.from_edges([("hub", f"spoke {i}") for i in range(200)])
    with pytest.raises(cn.InvalidOption, match=r"201 actors cannot be read; 200 is the limit"):
        cn.matrix(many, order="name")
    with pytest.raises(cn.InvalidOption, match="choose one of blocks, country, kind, name"):
        cn.matrix(case, order="density")
    with pytest.raises(cn.InvalidOption, match="choose one of print, light, dark, gray"):
        cn.matrix(case, theme="pink")
    with pytest.raises(cn.UnknownActor, match=r"ID\.NBC"):
        cn.matrix(case, order={"ID.NBC": "home"})


def test_the_public_form_folds_places_and_shows_no_ids(case: cn.Network) -> None:
    public = cn.matrix(case, public=True, order=cn.position.concor(case))
    assert "Sihanoukville" not in public.svg
    assert not [tie for tie in case.ties if f">{tie}<" in public.svg]


def test_the_command_writes_a_file_and_says_what_it_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "matrix.png"
    command = ["matrix", CASE, "--layers", "cooperation", "--order", "country", "--no-isolates", "--out", str(target)]
    assert main(command) == 0
    assert target.read_bytes().startswith(b"\x89PNG")
    assert "blocks." in capsys.readouterr().err
