"""The backbone of a network, against its definition in plain Python."""

from __future__ import annotations

import json
import math
import random

import pytest

import coopnet as cn
from coopnet import Network, Projection, cohesion

WORDS = json.dumps({"relations": {"to": {"directed": True}, "with": {"directed": False}}})
Row = tuple[str, str, str, int]  # source, target, relation, strength


def network(rows: list[Row], actors: str = "") -> Network:
    ids = dict.fromkeys([*actors, *(end for row in rows for end in row[:2])])
    return Network.from_columns(
        {
            "actors": [("id", list(ids))],
            "ties": [
                ("source", [row[0] for row in rows]),
                ("target", [row[1] for row in rows]),
                ("relation", [row[2] for row in rows]),
                ("strength", [str(row[3]) for row in rows]),
            ],
        },
        vocabulary=WORDS,
        open_vocabulary=True,
    )


def random_rows(seed: int, relations: tuple[str, ...]) -> list[Row]:
    """Loops, parallels and strengths that differ much; of the eight actors some stay without a tie."""
    draw = random.Random(seed)
    ends = "abcdef"
    return [
        (draw.choice(ends), draw.choice(ends), draw.choice(relations), draw.choice([1, 1, 2, 3, 40, 900]))
        for _ in range(draw.randint(0, 14))
    ]


def merged(rows: list[Row], relations: tuple[str, ...], weighted: bool) -> list[tuple[str, str, float, set[str]]]:
    """What runs from whom to whom: a strength, and the ids of the ties, an undirected pair the earlier first."""
    one_way = any(row[2] == "to" for row in rows)
    pairs: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for place, (source, target, relation, strength) in enumerate(rows):
        if source == target:
            continue
        told = (float(strength) if weighted else 1.0, f"T{place + 1}")
        if not one_way:
            pairs.setdefault((min(source, target), max(source, target)), []).append(told)
            continue
        pairs.setdefault((source, target), []).append(told)
        if relation == "with":
            pairs.setdefault((target, source), []).append(told)
    return [(*pair, sum(s for s, _ in told), {tie for _, tie in told}) for pair, told in pairs.items()]


def kept_by_definition(rows: list[Row], relations: tuple[str, ...], weighted: bool, alpha: float) -> set[str]:
    one_way = any(row[2] == "to" for row in rows)
    runs = [(source, target, strength, ties) for source, target, strength, ties in merged(rows, relations, weighted)]
    both = runs if one_way else [*runs, *((target, source, strength, ties) for source, target, strength, ties in runs)]
    kept: set[str] = set()
    for source, target, strength, ties in runs:
        if one_way:
            ends = [[r[2] for r in both if r[0] == source], [r[2] for r in both if r[1] == target]]
        else:
            ends = [[r[2] for r in both if r[0] == end] for end in (source, target)]
        p = [math.prod([(sum(end) - strength) / sum(end)] * (len(end) - 1)) for end in ends]
        if min(p) < alpha or all(len(end) == 1 for end in ends):
            kept |= ties
    return kept


# A mixed pair that only undirected ties join is one edge either way, and kept or not as one.
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("relations", [("to",), ("with",), ("to", "with")], ids=["directed", "undirected", "mixed"])
def test_the_backbone_is_what_its_definition_keeps(relations: tuple[str, ...], weighted: bool) -> None:
    counts = {True: 0, False: 0}
    for seed in range(150):
        rows = random_rows(seed, relations)
        over = Projection(weight="strength" if weighted else None)
        for alpha in (0.0513, 0.2917):
            found = cohesion.backbone(network(rows, "abcdefgh"), alpha=alpha, over=over)
            ties = {tie for row in found.rows() for tie in row["ties"]}
            expected = kept_by_definition(rows, relations, weighted, alpha)
            assert ties == expected, (seed, alpha, rows)
            for place in range(len(rows)):
                counts[f"T{place + 1}" in ties] += 1
    assert min(counts.values()) > 200, counts


def test_a_strong_tie_among_weak_ones_is_kept_with_its_p() -> None:
    star = network([("hub", end, "to", 97 if end == "a" else 1) for end in "abcd"])
    found = cohesion.backbone(star, over=Projection(weight="strength"))
    assert found.rows() == [{"source": "hub", "target": "a", "ties": ("T1",), "p": pytest.approx(0.03**3)}]
    assert not cohesion.backbone(star)


def test_without_a_weight_the_ties_that_are_merged_count() -> None:
    rows: list[Row] = [("a", "b", "to", 1)] * 60 + [("a", "c", "to", 1), ("d", "b", "to", 1)]
    found = cohesion.backbone(network(rows))
    assert list(found) == [("a", "b")]
    assert len(found.rows()[0]["ties"]) == 60
    assert "by the ties an edge merges" in found.convention
    kept = cohesion.backbone(network(rows), over=Projection(parallel="keep"))
    assert not kept


def test_the_ties_kept_can_be_asked_about() -> None:
    case = cn.load("indonesia-cambodia-2021-2022")
    found = cohesion.backbone(case, alpha=0.3)
    ties = sorted({tie for row in found.rows() for tie in row["ties"]})
    assert 0 < len(ties) < len(case.ties)
    view = case.freeze(Projection(where={"id": ties}, isolates=False), merges=False)
    assert len(view.all_ties) == len(ties)


@pytest.mark.parametrize("alpha", [0, 1, -0.1, math.nan])
def test_an_alpha_that_is_no_chance_is_refused(alpha: float) -> None:
    with pytest.raises(cn.errors.InvalidOption, match="between 0 and 1"):
        cohesion.backbone(network([("a", "b", "to", 1)]), alpha=alpha)


def test_a_cost_is_no_strength() -> None:
    with pytest.raises(cn.errors.InvalidWeight):
        cohesion.backbone(network([("a", "b", "to", 1)]), over=Projection(weight="strength", weight_means="cost"))
