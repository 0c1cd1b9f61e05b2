"""Small pictures window by window, held against the ties of each window."""

from __future__ import annotations

import random
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import coopnet as cn
from coopnet.cli import main

CASE = "indonesia-cambodia-2021-2022"
SVG = "{http://www.w3.org/2000/svg}"
WITHIN = cn.Projection(layers="cooperation", during="2022")


@pytest.fixture(scope="module")
def case() -> cn.Network:
    return cn.load(CASE)


def groups(root: ET.Element, name: str) -> list[ET.Element]:
    return [group for group in root.iter(f"{SVG}g") if group.get("class") == name]


def windows(picture: cn.Picture) -> list[ET.Element]:
    return groups(ET.fromstring(picture.svg), "window")


def headings(picture: cn.Picture) -> list[str]:
    return [window.attrib["aria-label"] for window in windows(picture)]


def words(element: ET.Element) -> list[str]:
    return [text.text or "" for text in element.iter(f"{SVG}text")]


def dated(seed: int) -> tuple[cn.Network, list[tuple[str, str, str, str]]]:
    dice = random.Random(seed)
    names = "abcdef"
    ties = []
    for _ in range(dice.randint(1, 12)):
        source, target = dice.sample(names, 2)
        first = dice.randint(2019, 2022)
        ties.append((source, target, f"{first}", f"{dice.randint(first, 2022)}"))
    columns = list(zip(*ties, strict=True))
    network = cn.Network.from_columns(
        {"ties": [(name, list(columns[i])) for i, name in enumerate(("source", "target", "since", "until"))]}
    )
    return network, ties


@pytest.mark.parametrize("seed", range(10))
def test_each_window_says_its_ties_what_is_new_and_what_has_ended(seed: int) -> None:
    """By definition: a tie is in a year if the year lies within its own."""
    network, ties = dated(seed)
    years = range(min(int(tie[2]) for tie in ties), max(int(tie[3]) for tie in ties) + 1)
    expected = []
    before: set[int] | None = None
    for year in years:
        now = {number for number, (*_, since, until) in enumerate(ties) if int(since) <= year <= int(until)}
        count = "1 tie" if len(now) == 1 else f"{len(now)} ties"
        changes = "" if before is None else f": {len(now - before)} new, {len(before - now)} ended"
        expected.append(f"{year}: {count}{changes}")
        before = now
    picture = cn.multiples(network)
    assert headings(picture) == expected
    for year, window in zip(years, windows(picture), strict=True):
        lines = " ".join(line.get("aria-label") or "" for line in groups(window, "tie"))
        for source, target, since, until in ties:
            there = int(since) <= year <= int(until)
            assert not there or f"{source} " in lines
            assert not there or f" {target}" in lines
        tied = {end for s, t, since, until in ties if int(since) <= year <= int(until) for end in (s, t)}
        named = {(group.get("aria-label") or "").partition(" ")[2] for group in groups(window, "actor")}
        assert named == tied


def test_everything_keeps_its_place(case: cn.Network) -> None:
    """The shape of every actor and the way of every line, seen from its window, is the same in all of them."""
    places: dict[str, set[tuple[str, ...]]] = {}
    for window in windows(cn.multiples(case, "quarter", over=WITHIN)):
        ground = groups(window, "grounds")[0].find(f"{SVG}path")
        assert ground is not None
        left, top = (float(x) for x in re.findall(r"[\d.]+", ground.attrib["d"])[:2])
        for actor in groups(window, "actor"):
            number = "".join(words(actor))
            shape = actor.find(f"{SVG}path")
            assert shape is not None
            x, y = (float(part) for part in re.findall(r"[\d.]+", shape.attrib["d"])[:2])
            places.setdefault(number, set()).add((f"{x - left:.0f}", f"{y - top:.0f}"))
    assert len(places) > 20
    assert [number for number, seen in places.items() if len(seen) > 1] == []


def test_heads_are_those_of_the_ties_of_the_window() -> None:
    """There in 2021, back in 2022: one line in the picture of both years, a head at one end in each window."""
    both = cn.Network.from_columns(
        {
            "ties": [
                ("source", ["a", "b"]),
                ("target", ["b", "a"]),
                ("since", ["2021", "2022"]),
                ("until", ["2021", "2022"]),
            ]
        }
    )
    there, back = windows(cn.multiples(both))
    heads = [
        [
            path.attrib["d"]
            for path in groups(window, "tie")[0].iter(f"{SVG}path")
            if path.get("fill") not in (None, "none")
        ]
        for window in (there, back)
    ]
    assert len(heads[0]) == 1
    assert heads[0] != heads[1]


def test_what_is_new_is_in_the_legend_and_on_the_line(case: cn.Network) -> None:
    picture = cn.multiples(case, "quarter", over=WITHIN)
    assert "with a tie new in its window" in words(ET.fromstring(picture.svg))
    first, *_, last = windows(picture)
    said = [[line.attrib["aria-label"] for line in groups(window, "tie")] for window in (first, last)]
    assert not [label for label in said[0] if "with a tie new in its window" in label]
    assert [label for label in said[1] if label.endswith("– with a tie new in its window")]
    assert "added" not in words(ET.fromstring(picture.svg))


def test_no_letters_are_too_small_to_read(case: cn.Network) -> None:
    picture = cn.multiples(case, "month", over=WITHIN)
    sizes = [float(text.get("font-size", 13.5)) for text in ET.fromstring(picture.svg).iter(f"{SVG}text")]
    assert min(sizes) >= 12


def test_headings_are_dates_as_people_say_them(case: cn.Network) -> None:
    assert headings(cn.multiples(case, "quarter", over=WITHIN))[2].startswith("Q3 2022: ")
    assert headings(cn.multiples(case, "month", over=WITHIN, lang="id"))[7].startswith("Agu 2022: ")
    spans = cn.multiples(
        case,
        ["2020/2021", "2021", "2022-01/2022-06", "2022-07-03/2022-07-04"],
        over=cn.Projection(layers="cooperation"),
    )
    assert [heading.partition(": ")[0] for heading in headings(spans)] == [
        "2020 – 2021",
        "2021",
        "Jan 2022 – Jun 2022",
        "3 Jul 2022 – 4 Jul 2022",
    ]


def test_ties_without_days_are_counted(case: cn.Network) -> None:
    assert "without recorded days stand in every window" in cn.multiples(case, "quarter", over=WITHIN).description
    assert "without recorded days" not in cn.multiples(case, over=WITHIN.replace(dates="certain")).description


def test_a_window_without_ties_is_drawn_empty(case: cn.Network) -> None:
    picture = cn.multiples(case, over=cn.Projection(layers="flow", during="1990", dates="certain"))
    assert picture.title == "No tie in any window"
    assert headings(picture) == ["1990: 0 ties"]


def test_what_cannot_be_read_is_refused(case: cn.Network) -> None:
    with pytest.raises(cn.InvalidOption, match=r"254 windows cannot be read in one picture; 36 is the limit"):
        cn.multiples(case, "month")
    many = [f"a{number}" for number in range(121)]
    ring = {"ties": [("source", many), ("target", many[1:] + many[:1]), ("since", ["2022"] * 121)]}
    with pytest.raises(cn.InvalidOption, match="Small pictures of 121 actors cannot be read; 120 is the limit"):
        cn.multiples(cn.Network.from_columns(ring))
    with pytest.raises(cn.InvalidOption, match="Leave at out of the projection"):
        cn.multiples(case, over=cn.Projection(at="2022-08-01"))
    with pytest.raises(cn.InvalidOption, match="Choose one of"):
        cn.multiples(case, "decade")
    with pytest.raises(cn.InvalidOption, match="choose one of print, light, dark, gray"):
        cn.multiples(case, "quarter", over=WITHIN, theme="pink")


def test_the_public_form_shows_no_place(case: cn.Network) -> None:
    assert "Sihanoukville" not in cn.multiples(case, "quarter", over=WITHIN, public=True).svg


def test_the_command_writes_a_file_and_says_what_it_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "windows.pdf"
    command = ["multiples", CASE, "--layers", "cooperation", "--during", "2022", "--window", "quarter"]
    assert main([*command, "--out", str(target)]) == 0
    assert target.read_bytes().startswith(b"%PDF")
    assert "Q3 2022 has the most ties" in capsys.readouterr().err
