"""How surely something gets there, and what breaks its pathways."""

from __future__ import annotations

from itertools import product

import pytest

import coopnet as cn
from coopnet import InvalidOption, InvalidWeight, Network, Projection, pathways


@pytest.fixture(scope="module")
def case() -> Network:
    return cn.load("indonesia-cambodia-2021-2022")


def report(*reliabilities: float) -> Network:
    """Family → Embassy → Police, Family → Police."""
    pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")]
    return Network.from_edges(pairs).with_column("ties", "reliability", list(reliabilities))


# --- how surely -------------------------------------------------------------------


def test_reliability_is_a_float_that_says_what_it_assumes():
    found = pathways.reliability(report(0.9, 0.8, 0.5), "Family", "Police")
    assert found == pytest.approx(1 - (1 - 0.72) * 0.5, rel=1e-12)
    assert "independently" in found.convention
    assert "Exact." in found.convention
    assert "by a table" not in found.convention
    assert found.projection.weight == "reliability"
    assert found.rows() == [{"value": float(found)}]


def test_reliability_says_where_it_rests_on_the_table(case):
    over = Projection(layers="cooperation")
    found = pathways.reliability(case, "ID.FAM", "ID.SOC", over=over)
    assert found >= pathways.most_reliable(case, "ID.FAM", "ID.SOC", over=over)[0].reliability
    assert "a convention and not a finding" in found.convention


def test_a_sample_states_its_interval_and_is_the_same_every_time(case):
    over = Projection(layers=["cooperation", "flow"])
    exact = pathways.reliability(case, "ID.FAM", "ID.SOC", over=over)
    found = pathways.reliability(case, "ID.FAM", "ID.SOC", over=over, method="sample", confidence=0.999999)
    assert found.low < exact < found.high
    assert found.low < found < found.high
    assert "100000 random states, seed 0" in found.convention
    assert float(found.again()) == float(found)
    other = pathways.reliability(case, "ID.FAM", "ID.SOC", over=over, method="sample", seed=1)
    assert float(other) != float(found)
    assert set(found.rows()[0]) == {"value", "low", "high"}


def test_merged_parallel_ties_fail_as_one():
    twice = Network.from_edges([("a", "b"), ("a", "b")]).with_column("ties", "reliability", [0.5, 0.5])
    assert pathways.reliability(twice, "a", "b") == 0.75
    merged = pathways.reliability(twice, "a", "b", over=Projection(parallel="max"))
    assert merged == 0.5
    assert "merged by max" in merged.convention
    (row,) = pathways.importance(twice, "a", "b", over=Projection(parallel="max")).rows()
    assert row["id"] == "T1, T2"


def test_importance_is_what_hangs_on_a_tie():
    network = report(0.9, 0.8, 0.5)
    found = pathways.importance(network, "Family", "Police")
    assert list(found) == ["T2", "T1", "T3"]
    for place, tie in enumerate(("T1", "T2", "T3")):
        chances = [0.9, 0.8, 0.5]
        sure, gone = ([*chances[:place], at, *chances[place + 1 :]] for at in (1.0, 1e-12))
        with_it = pathways.reliability(report(*sure), "Family", "Police")
        without = pathways.reliability(report(*gone), "Family", "Police")
        assert found[tie]["importance"] == pytest.approx(with_it - without, abs=1e-9)
        assert found[tie]["gain"] == pytest.approx(
            with_it - pathways.reliability(network, "Family", "Police"), abs=1e-12
        )
    assert found["T1"]["relation"] == "tie"
    sampled = pathways.importance(network, "Family", "Police", method="sample", confidence=0.999999)
    assert all(row["low"] < found[tie]["importance"] < row["high"] for tie, row in sampled.items())


def test_a_tie_on_no_pathway_has_no_importance():
    network = Network.from_edges([("a", "b"), ("b", "c"), ("c", "b")])
    network = network.with_column("ties", "reliability", [0.5, 0.5, 0.5])
    assert pathways.importance(network, "a", "b").column("importance") == {"T1": 1.0, "T2": 0.0, "T3": 0.0}


def test_what_no_reliability_can_be_asked_of_is_refused_in_a_sentence():
    network = report(0.9, 0.8, 0.5)
    for question in (pathways.reliability, pathways.importance):
        with pytest.raises(InvalidOption, match="two different actors"):
            question(network, "Family", "Family")
        with pytest.raises(InvalidOption, match="exact, sample"):
            question(network, "Family", "Police", method="guess")
        with pytest.raises(InvalidOption, match="samples=0 is not a number of samples"):
            question(network, "Family", "Police", method="sample", samples=0)
        with pytest.raises(InvalidOption, match="confidence"):
            question(network, "Family", "Police", method="sample", confidence=1.5)
        with pytest.raises(InvalidWeight, match="is a cost"):
            question(network, "Family", "Police", over=Projection(weight="delay_days", fill=1))
        strong = network.with_column("ties", "surety", [1.5, 1, 1])
        with pytest.raises(InvalidWeight, match=r"1\.5"):
            question(strong, "Family", "Police", over=Projection(weight="surety", weight_means="probability"))
        with pytest.raises(cn.UnknownActor):
            question(network, "Family", "Polise")


def test_the_exact_number_points_to_a_sample_past_its_limit():
    ids = [f"n{number}" for number in range(60)]
    dense = Network.from_edges([(a, b) for a, b in product(ids, ids) if a < b], directed=False)
    dense = dense.with_column("ties", "reliability", [0.5] * len(dense.ties))
    with pytest.raises(InvalidOption, match=r'1770 ties .* limit is 29. Ask with method="sample"'):
        pathways.reliability(dense, "n0", "n1")
    assert pathways.reliability(dense, "n0", "n1", method="sample", samples=1000) == 1
