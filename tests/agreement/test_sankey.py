"""Layouts of Sankey diagrams beside those of d3-sankey, on random cases without cycles."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from bisect import bisect_left
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from coopnet import _core

D3 = Path(__file__).parent / "d3_sankey"
ALIGNMENTS = ("left", "right", "justify", "center")
PADDING, WIDTH, HEIGHT = 8, 900, 500


def random_case(seed: int) -> dict[str, Any]:
    """Links lead from lower to higher numbers, so there is no cycle; some nodes have none, some links are doubled."""
    chance = random.Random(seed)
    nodes = chance.randint(2, 24)
    links = []
    for _ in range(chance.randint(1, 3 * nodes)):
        ends = sorted(chance.sample(range(nodes), 2))
        links.append([*ends, chance.choice([0, 1, 2, 5, 12.5, 202])])
    if not any(value for *_, value in links):
        links[0][2] = 1  # d3 divides by the sum
    return {
        "nodes": nodes,
        "links": links,
        "align": ALIGNMENTS[seed % 4],
        "padding": PADDING,
        "width": WIDTH,
        "height": HEIGHT,
        "rounds": 0,
    }


def ask_d3(cases: list[dict[str, Any]]) -> list[dict[str, Any]]:
    node = shutil.which("node")
    if node is None or not (D3 / "node_modules" / "d3-sankey").is_dir():
        pytest.fail("d3-sankey is not installed. './dev test' installs it.")
    run = subprocess.run(
        [node, "lay_out.js"], cwd=D3, input=json.dumps(cases), capture_output=True, text=True, check=True, timeout=120
    )
    return list(json.loads(run.stdout))


def ours(case: dict[str, Any], scale: float = 1.0) -> dict[str, Any]:
    nodes = case["nodes"]
    return dict(
        _core.render.sankey_layout(
            [None] * nodes,
            [(1.0, 0.0)] * nodes,
            [tuple(link) for link in case["links"]],
            align=case["align"],
            scale=scale,
            padding=PADDING,
            gap=100.0,
            uniform=10.0,
        )
    )


CASES = [random_case(seed) for seed in range(60)]


@pytest.fixture(scope="module")
def theirs() -> list[dict[str, Any]]:
    return ask_d3(CASES)


def scale_of(case: dict[str, Any], found: dict[str, Any]) -> float:
    return next(
        drawn["width"] / value for (*_, value), drawn in zip(case["links"], found["links"], strict=True) if value
    )


def test_every_node_stands_in_the_same_column(theirs):
    for case, found in zip(CASES, theirs, strict=True):
        assert ours(case)["columns"] == [node["layer"] for node in found["nodes"]]


def test_nodes_and_links_are_as_high_at_the_same_scale(theirs):
    for case, found in zip(CASES, theirs, strict=True):
        drawn = ours(case, scale_of(case, found))
        heights = [bottom - top for *_, top, bottom in drawn["nodes"]]
        assert heights == pytest.approx([node["y1"] - node["y0"] for node in found["nodes"]], abs=1e-6)
        assert [width for width, _ in drawn["bands"]] == pytest.approx([link["width"] for link in found["links"]])


# --- crossings --------------------------------------------------------------------------

Curve = list[tuple[float, float]]


def curve(x0: float, y0: float, x1: float, y1: float) -> Curve:
    """A link as d3 draws it: a cubic curve that leaves and comes in level."""
    points = []
    for i in range(201):
        t = i / 200
        swing = 3 * (1 - t) * (1 - t) * t + 3 * (1 - t) * t * t
        x = x0 * (1 - t) ** 3 + (x0 + x1) / 2 * swing + x1 * t**3
        points.append((x, y0 + (y1 - y0) * (3 * t * t - 2 * t**3)))
    return points


def height_at(points: Curve, x: float) -> float:
    right = min(max(bisect_left(points, (x, float("-inf"))), 1), len(points) - 1)
    (xa, ya), (xb, yb) = points[right - 1], points[right]
    return ya if xb == xa else ya + (yb - ya) * min(max((x - xa) / (xb - xa), 0), 1)


def weighted_crossings(case: dict[str, Any], curves: list[Curve], columns: list[int], edges: list[float]) -> float:
    """The sum, over the spaces between columns, of the products of the values of links that change sides there.

    `edges`: left and right edge of each column, in turn.
    """
    total = 0.0
    for column in range(len(edges) // 2 - 1):
        left, right = edges[2 * column + 1], edges[2 * column + 2]
        passing = [
            (height_at(line, left), height_at(line, right), value)
            for line, (source, target, value) in zip(curves, case["links"], strict=True)
            if columns[source] <= column < columns[target]
        ]
        for (a, b, one), (c, d, other) in combinations(passing, 2):
            if (a - c) * (b - d) < -1e-9:
                total += one * other
    return total


def d3_crossings(case: dict[str, Any], found: dict[str, Any]) -> float:
    nodes = found["nodes"]
    columns = [node["layer"] for node in nodes]
    step = (WIDTH - 1) / max(columns)
    edges = [side for column in range(max(columns) + 1) for side in (column * step, column * step + 1)]
    curves = [
        curve(nodes[source]["x1"], link["y0"], nodes[target]["x0"], link["y1"])
        for link, (source, target, _) in zip(found["links"], case["links"], strict=True)
    ]
    return weighted_crossings(case, curves, columns, edges)


def our_crossings(case: dict[str, Any], scale: float) -> float:
    drawn = ours(case, scale)
    columns = drawn["columns"]
    edges = [side for column in range(max(columns) + 1) for side in (column * 101.0, column * 101.0 + 1)]
    return weighted_crossings(case, [points for _, points in drawn["bands"]], columns, edges)


def test_links_cross_no_more_than_in_d3(theirs):
    pairs = [
        (our_crossings(case, scale_of(case, found)), d3_crossings(case, found))
        for case, found in zip(CASES, theirs, strict=True)
    ]
    worse = [(seed, mine, other) for seed, (mine, other) in enumerate(pairs) if mine > other + 1e-9]
    assert worse == []
    assert sum(mine for mine, _ in pairs) < sum(other for _, other in pairs)
