"""Random flows as they are shown in public, each attacked by what every actor gets and passes on."""

from __future__ import annotations

import math
import random
from collections import defaultdict

import pytest
from attack.attacker import gives_away

from coopnet import Network, redact
from coopnet.cli.output import Output
from coopnet.flows import Flow
from coopnet.tables import Asked

SEEDS = range(150)


def random_flow(dice: random.Random, *, lossy: bool) -> Flow:
    """Persons along random pathways over a few actors; in a lossy one some stay on the way."""
    actors = "abcdefg"[: dice.randint(3, 7)]
    pairs = [(s, t) for i, s in enumerate(actors) for t in actors[i + 1 :] if dice.random() < 0.7]
    pairs += [(actors[0], actors[-1]), (actors[-1], actors[-1])]
    network = Network.from_edges(pairs)
    amounts = dict.fromkeys(network.ties, 0.0)
    value = 0.0
    for _ in range(dice.randint(1, 5)):
        people, here = dice.choice([dice.randint(1, 10), dice.randint(11, 60)]), actors[0]
        value += people
        while onward := [tie for tie in network.ties.values() if tie.source == here != tie.target]:
            tie = dice.choice(onward)
            amounts[tie.id] += people
            here = tie.target
            if lossy:
                people -= dice.randint(0, people)
            if not people:
                break
    rows = [
        {
            "tie": tie.id,
            "source": tie.source,
            "target": tie.target,
            "amount": amounts[tie.id],
            "low": amounts[tie.id],
            "high": amounts[tie.id] + 1,
            "residual": -1.0,
        }
        for tie in network.ties.values()
    ]
    return Flow(rows, Asked(random_flow, network, None), value=value, ties=[], convention="Told by dice.")


def shown(flow: Flow) -> dict:
    """The amounts and the value as they are shown."""
    counts = {row["tie"]: None if row["amount"] == "[c]" else row["amount"] for row in flow.shown_rows()}
    return counts | {"value": None if math.isnan(flow.value) else flow.value}


def balances(flow: Flow) -> tuple[list, list]:
    """How amounts add up: known from elsewhere, since people do not vanish."""
    rows = [row for row in flow.rows() if row["source"] != row["target"]]
    sides: dict[str, tuple[list, list]] = defaultdict(lambda: ([], []))
    for row in rows:
        sides[row["target"]][0].append(row["tie"])
        sides[row["source"]][1].append(row["tie"])
    sums, at_most = [], []
    for actor, (entering, leaving) in sides.items():
        reach, leave = sum(flow[tie] for tie in entering), sum(flow[tie] for tie in leaving)
        through = f"through {actor}"
        if not entering and abs(leave - flow.value) < 1e-9:
            sums.append(("value", leaving))
        if not leaving and abs(reach - flow.value) < 1e-9:
            sums.append(("value", entering))
        if entering and leaving:
            larger, smaller = (entering, leaving) if reach >= leave else (leaving, entering)
            sums.append((through, larger))
            (sums if reach == leave else at_most).append((through, smaller))
    return sums, at_most


@pytest.mark.parametrize("lossy", [False, True])
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_shown_of_a_flow_gives_no_hidden_amount_away(seed, lossy):
    flow = random_flow(random.Random(seed), lossy=lossy)
    told = flow.public()
    for tie, amount in flow.items():
        assert not 0 < told[tie] < 11
        assert (tie in told.hidden) == math.isnan(told[tie])
        assert tie in told.hidden or told[tie] == amount
    counts = shown(told)
    sums, at_most = balances(flow)
    for whole, _ in (*sums, *at_most):
        counts.setdefault(whole, (0.0, math.inf))
    found = gives_away(counts, sums, at_most, k=11)
    assert not {tie: ends for tie, ends in found.items() if tie in flow or tie == "value"}


def test_the_attacker_finds_an_amount_that_is_hidden_alone():
    counts = {"T1": 40.0, "T2": 33.0, "T3": None, "through b": None}
    found = gives_away(counts, [("through b", ["T1"]), ("through b", ["T2", "T3"])], k=11)
    assert found["T3"] == (7.0, 7.0)


def test_every_form_hides_alike():
    flow = random_flow(random.Random(3), lossy=False)
    told = flow.public(k=20)
    assert told.hidden
    assert told.to_dict()["hidden"] == sorted(told.hidden)
    for row, seen in zip(told.to_dict()["rows"], told.shown_rows(), strict=True):
        if row["tie"] in told.hidden:
            assert (row["amount"], row["low"], row["high"], row["residual"]) == (None,) * 4
            assert seen["amount"] == "[c]"
    assert "[c]" in repr(told)
    assert "[c]" in told._repr_html_()
    assert "below 20 are hidden" in told.convention
    assert flow.hidden == frozenset()
    assert told.public(k=20).hidden == told.hidden


def test_a_bound_that_is_small_is_hidden_by_itself():
    network = Network.from_edges([("a", "b")])
    row = {"tie": "T1", "source": "a", "target": "b", "amount": 40.0, "low": 7.0, "high": 60.0}
    told = Flow([row], Asked(shown, network, None), value=40.0, ties=[], convention="").public()
    assert told["T1"] == told.value == 40
    assert math.isnan(told.rows()[0]["low"])
    assert told.rows()[0]["high"] == 60


def test_nothing_flows_and_nothing_is_hidden():
    network = Network.from_edges([("a", "b")])
    empty = Flow([], Asked(shown, network, None), ties=[], convention="").public()
    assert empty.hidden == frozenset()
    row = {"tie": "T1", "source": "a", "target": "b", "amount": 0.0}
    assert Flow([row], Asked(shown, network, None), value=0.0, ties=[], convention="").public().hidden == frozenset()


@pytest.mark.parametrize("form", ["as_json", "as_csv", "screen"])
def test_commands_hide_amounts_of_a_public_network(form, capsys):
    public = redact(Network.from_edges([("a", "b"), ("a", "b")]), public=True)
    rows = [
        {"tie": tie, "source": "a", "target": "b", "amount": amount} for tie, amount in (("T1", 7.0), ("T2", 4321.0))
    ]
    flow = Flow(rows, Asked(shown, public, None), value=4328.0, ties=[], convention="")
    Output(**({form: True} if form != "screen" else {})).show(flow, rows=flow.rows(), seen=flow.rows())
    said = capsys.readouterr().out
    assert "7.0" not in said
    assert not ("4321" in said and "4328" in said)
    assert ("null" if form == "as_json" else "[c]") in said
