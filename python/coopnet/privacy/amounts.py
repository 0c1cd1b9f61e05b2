"""Amounts along ties that must be hidden, by what every actor that passes persons on gives away."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from .suppress import Count, CountTable, suppress

__all__ = ["hidden_amounts"]

_NEAR = 1e-6  # two amounts are the same
_VALUE = "value"


def hidden_amounts(rows: Sequence[Mapping[str, Any]], value: float, *, k: float) -> tuple[list[bool], bool]:
    """By row of `source target amount`, whether its amount must be hidden, and whether what flows in all must be.

    What reaches an actor is what leaves it, or more, or less, as the amounts have it: whoever sees a flow knows. By how
    much is a count as well.
    """
    counts: dict[str, Count] = {}
    unknown = {row[end] for row in rows if math.isnan(row["amount"]) for end in ("source", "target")}
    sums: list[tuple[str, list[str]]] = []
    at_most: list[tuple[str, list[str]]] = []
    entering, leaving = defaultdict(list), defaultdict(list)
    for number, row in enumerate(rows):
        if math.isnan(row["amount"]):
            continue
        name = f"row {number}"
        counts[name] = 0.0 if abs(row["amount"]) < _NEAR else _whole(float(row["amount"]))
        if row["source"] != row["target"]:
            leaving[row["source"]].append(name)
            entering[row["target"]].append(name)

    def total(names: Sequence[str]) -> float:
        return sum(count for name in names if isinstance(count := counts[name], float))

    for actor in entering.keys() & leaving.keys():
        sides = sorted((entering[actor], leaving[actor]), key=total, reverse=True)
        through = f"through {actor}"
        counts[through] = None  # nothing tells it but the ties
        sums.append((through, sides[0]))
        gap = total(sides[0]) - total(sides[1])
        if gap < _NEAR:
            sums.append((through, sides[1]))
        elif actor in unknown:
            at_most.append((through, sides[1]))
        else:  # who is not accounted for is a count that the amounts tell
            counts[f"gap at {actor}"] = _whole(gap)
            sums.append((through, [*sides[1], f"gap at {actor}"]))
    if not math.isnan(value):
        counts[_VALUE] = _whole(value)
        for ends, others in ((leaving, entering), (entering, leaving)):
            outer = [name for actor, names in ends.items() if actor not in others for name in names]
            if outer and abs(total(outer) - value) < _NEAR:
                sums.append((_VALUE, outer))
    hidden = suppress(CountTable(counts, sorted(sums), sorted(at_most)), k=k).hidden
    return [f"row {number}" in hidden for number in range(len(rows))], _VALUE in hidden


def _whole(amount: float) -> float:
    """The whole number that a solver meant."""
    return float(round(amount)) if abs(amount - round(amount)) < _NEAR else amount
