"""A thousand random tables, each attacked: by an attacker that shares no code with what hides."""

from __future__ import annotations

import itertools
import math
import random

import pytest
from attack.attacker import gives_away, narrowed

from coopnet import privacy
from coopnet.errors import Infeasible, InvalidOption

SEEDS = range(100)
EACH = 10


def crossed(dice: random.Random) -> privacy.CountTable:
    """Rows by columns with totals, many counts small or zero."""
    rows, columns = dice.randint(1, 4), dice.randint(2, 4)
    most = dice.choice([6, 15, 60])
    counts = {(r, c): dice.randint(0, most) for r in range(rows) for c in range(columns)}
    names = {key: f"{key[0]}.{key[1]}" for key in counts}
    named = {names[key]: float(count) for key, count in counts.items()}
    sums = []
    for r in range(rows):
        sums.append((f"row {r}", [names[r, c] for c in range(columns)]))
    for c in range(columns):
        sums.append((f"column {c}", [names[r, c] for r in range(rows)]))
    sums.append(("all", [f"row {r}" for r in range(rows)]))
    sums.append(("all", [f"column {c}" for c in range(columns)]))
    for whole, parts in sums:
        named[whole] = sum(named[part] for part in parts)
    return privacy.CountTable(named, sums=sums)


def nested(dice: random.Random) -> privacy.CountTable:
    """Wholes and parts in steps; some parts do not make up the whole, some wholes are known as "more than"."""
    counts: dict = {}
    sums, at_most = [], []

    def grow(name: str, depth: int) -> float:
        if depth == 0 or dice.random() < 0.3:
            counts[name] = float(dice.choice([0, dice.randint(1, 10), dice.randint(11, 90)]))
            return counts[name]
        parts = [f"{name}{letter}" for letter in "abc"[: dice.randint(1, 3)]]
        whole = sum(grow(part, depth - 1) for part in parts)
        if dice.random() < 0.4:
            whole += dice.randint(0, 12)
            at_most.append((name, parts))
        else:
            sums.append((name, parts))
        counts[name] = whole
        return whole

    grow("x", 3)
    if dice.random() < 0.3:
        counts["x"] = (counts["x"] - dice.randint(0, int(counts["x"])), math.inf)
    return privacy.CountTable(counts, sums=sums, at_most=at_most)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_hidden_count_can_be_narrowed_down_to_less_than_k(seed):
    dice = random.Random(seed)
    for _ in range(EACH):
        table = dice.choice([crossed, nested])(dice)
        k = dice.choice([5, 11])
        found = privacy.suppress(table, k=k)
        for name, count in table.counts.items():
            if isinstance(count, float) and 0 < count < k:
                assert found.counts[name] is None
            if found.counts[name] is not None:
                assert found.counts[name] == count
        assert gives_away(found.counts, table.sums, table.at_most, k=k) == {}


def test_the_attacker_finds_what_is_hidden_alone():
    """So that the tests above can fail."""
    shown = {"all": 62.0, "men": 52.0, "women": None}
    assert narrowed(shown, [("all", ["men", "women"])]) == {"women": (10.0, 10.0)}
    assert gives_away(shown, [], [("all", ["men", "women"])], k=11) == {"women": (1.0, 10.0)}
    assert gives_away({"all": 11.0, "men": None, "women": None}, [("all", ["men", "women"])], k=11)


def fewest(table: privacy.CountTable, k: float) -> int:
    """How many counts must be hidden, by trying all sets."""
    small = [name for name, count in table.counts.items() if 0 < count < k]
    others = [name for name, count in table.counts.items() if count >= k]
    for size in range(len(others) + 1):
        for more in itertools.combinations(others, size):
            shown = {name: None if name in (*small, *more) else count for name, count in table.counts.items()}
            if not gives_away(shown, table.sums, table.at_most, k=k):
                return len(small) + size
    raise AssertionError("all of it hidden is safe")


def test_hides_hardly_more_than_needed():
    dice = random.Random(7)
    needed = hidden = 0
    for _ in range(12):
        rows, columns = 2, dice.randint(2, 3)
        named = {f"{r}.{c}": float(dice.randint(0, 40)) for r in range(rows) for c in range(columns)}
        sums = [(f"row {r}", [f"{r}.{c}" for c in range(columns)]) for r in range(rows)]
        sums += [("all", [f"row {r}" for r in range(rows)])]
        for whole, parts in sums:
            named[whole] = sum(named[part] for part in parts)
        table = privacy.CountTable(named, sums=sums)
        found = len(privacy.suppress(table).hidden)
        assert found >= fewest(table, 11)
        needed += fewest(table, 11)
        hidden += found
    assert hidden <= 1.1 * needed


def test_nothing_hidden_could_be_shown_by_itself():
    for seed in range(20):
        dice = random.Random(seed)
        table = crossed(dice)
        found = privacy.suppress(table)
        for name in found.hidden - found.small:
            shown = dict(found.counts) | {name: table.counts[name]}
            assert gives_away(shown, table.sums, k=11), name


def test_tables_published_together_do_not_give_each_other_away():
    """By country and by month: the counts differ, the total is the same; then one source is left out."""
    for seed in range(60):
        dice = random.Random(seed)
        total = float(dice.randint(30, 90))
        first = dict(zip(("KHM", "MMR", "LAO"), split(dice, total, 3), strict=True))
        second = dict(zip(("Jul", "Aug", "Sep"), split(dice, total, 3), strict=True))
        by_country = privacy.CountTable({"all": total, **first}, sums=[("all", list(first))])
        by_month = privacy.CountTable({"all": total, **second}, sums=[("all", list(second))])
        without = privacy.CountTable(
            {"two": first["KHM"] + first["MMR"], "KHM": first["KHM"], "MMR": first["MMR"]},
            sums=[("two", ["KHM", "MMR"])],
        )
        tables = [by_country, by_month, without]
        found = privacy.suppress(by_country, together=[by_month, without])
        counts = {
            name: None if name in found.hidden else count for table in tables for name, count in table.counts.items()
        }
        sums = [row for table in tables for row in table.sums]
        assert gives_away(counts, sums, k=11) == {}
        assert found.counts == {name: counts[name] for name in by_country.counts}


def split(dice: random.Random, total: float, parts: int) -> list[float]:
    cuts = sorted(dice.randint(0, int(total)) for _ in range(parts - 1))
    return [float(high - low) for low, high in zip([0, *cuts], [*cuts, int(total)], strict=True)]


def test_what_is_out_already_stays_shown_or_is_refused():
    table = privacy.CountTable({"all": 62, "men": 52, "women": 10}, sums=[("all", ["men", "women"])])
    assert privacy.suppress(table, shown=["men"]).hidden == {"all", "women"}
    with pytest.raises(Infeasible, match='"women" cannot be hidden'):
        privacy.suppress(table, shown=["men", "all"])


def test_zeros_are_shown_unless_asked():
    table = privacy.CountTable({"all": 40, "a": 0, "b": 40}, sums=[("all", ["a", "b"])])
    assert privacy.suppress(table).hidden == frozenset()
    hidden = privacy.suppress(table, hide_zeros=True)
    assert {"a"} == hidden.small < hidden.hidden
    assert gives_away(hidden.counts, table.sums, k=11, least=0) == {}


def test_ranges_are_what_the_attacker_finds():
    for seed in range(20):
        table = crossed(random.Random(seed))
        found = privacy.suppress(table)
        expected = narrowed(found.counts, table.sums)
        assert found.ranges().keys() == expected.keys()
        for name, ends in found.ranges().items():
            assert ends == pytest.approx(expected[name], abs=1e-6)


@pytest.mark.parametrize(
    ("counts", "sums", "says"),
    [
        ({"a": -1}, [], "from 0"),
        ({"a": math.nan}, [], "from 0"),
        ({"a": (5, 2)}, [], "the first is less"),
        ({"a": 1}, [("b", ["a"])], 'of "b", which is no count'),
        ({"a": 1, "b": 3}, [("b", ["a"])], '"b" is not the sum of a'),
    ],
)
def test_what_cannot_be_a_table_is_refused(counts, sums, says):
    with pytest.raises(InvalidOption, match=says):
        privacy.suppress(privacy.CountTable(counts, sums=sums))


def test_empty_and_harmless_tables_hide_nothing():
    assert privacy.suppress(privacy.CountTable({})).hidden == frozenset()
    assert privacy.suppress(privacy.CountTable({"a": 11, "b": None, "c": (30, math.inf)})).hidden == frozenset()
    with pytest.raises(InvalidOption, match="no threshold"):
        privacy.suppress(privacy.CountTable({}), k=0)
    with pytest.raises(InvalidOption, match="in one table"):
        privacy.suppress(privacy.CountTable({"a": 1}), together=[privacy.CountTable({"a": 2})])


def test_amounts_that_are_no_whole_numbers_and_hardly_wide_enough_come_to_an_end():
    for off in (0.0, 1e-7, 1.5e-6, 1e-4, 0.3):
        counts = {"all": 11.0 - off, "a": 5.2, "b": 5.8 - off, "other": 40.5, "whole": 51.5 - off}
        table = privacy.CountTable(counts, sums=[("all", ["a", "b"]), ("whole", ["all", "other"])])
        found = privacy.suppress(table)
        assert {"a", "b"} <= found.hidden
        assert gives_away(found.counts, table.sums, k=11, least=0) == {}
