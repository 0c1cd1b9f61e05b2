"""What numbers assume is said in the same words everywhere, and other tools' numbers can be had."""

from __future__ import annotations

import numpy as np
import pytest

import coopnet as cn
from coopnet import Network, Projection
from coopnet.conventions import As, reproduces, stated
from coopnet.tables import Asked, Scores, scores

NETWORK = Network.from_edges([("a", "b"), ("a", "b"), ("b", "c")])


@reproduces(
    networkx=As(),
    sna=As(factor=2, over={"direction": "undirected"}),
    ucinet=As(scaled=100),
)
def size(
    network: Network, *, over: Projection | None = None, factor: float = 1, convention: str | None = None
) -> Scores:
    view = network.freeze(over)
    values = np.full(view.vertex_count, float(factor))
    said = stated(view, over, "Counted.", ties="alike", loops="do not count")
    return scores("size", view, values, Asked(size, network, over, (), {"factor": factor}), convention=said)


def test_a_convention_states_what_tools_differ_on() -> None:
    assert size(NETWORK).convention == (
        "Counted. Ties: alike. Normalized: no. Disconnected: makes no difference. Direction: directed. "
        "Parallel ties: merged. Loops: do not count."
    )
    over = Projection(weight="strength", parallel="keep", direction="undirected")
    assert "Direction: undirected. Parallel ties: kept, each by itself." in size(NETWORK, over=over).convention
    assert "strengths added" in size(NETWORK, over=Projection(weight="strength")).convention


def test_a_tool_is_reproduced_by_options_projection_and_factor() -> None:
    assert size(NETWORK)["a"] == size(NETWORK, convention="networkx")["a"] == 1
    as_sna = size(NETWORK, convention="sna")
    assert as_sna["a"] == 2
    assert as_sna.projection.direction == "undirected"
    assert as_sna.convention.endswith("As in sna (R).")
    assert size(NETWORK, convention="ucinet")["a"] == 100


def test_what_is_said_in_words_wins_over_the_tool() -> None:
    assert size(NETWORK, convention="sna", factor=3)["a"] == 3


def test_a_tools_number_asked_again_is_that_tools_number() -> None:
    again = size(NETWORK, convention="ucinet", factor=2).again(loops=False)
    assert again["a"] == 200
    assert again.convention.endswith("As in UCINET.")


def test_a_tool_without_the_measure_or_no_tool_at_all_is_refused() -> None:
    with pytest.raises(cn.InvalidOption, match=r"igraph \(Python\) has no size\. It is compared with: networkx, sna"):
        size(NETWORK, convention="igraph")
    with pytest.raises(cn.InvalidOption, match=r'convention="networx" is not known\. Nearest: networkx'):
        size(NETWORK, convention="networx")
