"""Groups of actors: by a column, by a mapping, and none without being asked."""

from __future__ import annotations

import pandas as pd
import pytest

import coopnet as cn
from coopnet import Network
from coopnet.groups import codes

NETWORK = Network.from_columns(
    {
        "actors": [("id", ["a", "b", "c"]), ("country", ["KHM", "", "IDN"]), ("rank", ["2", "10", "2"])],
        "ties": [("source", ["a"]), ("target", ["b"])],
    }
)
KEYS = list(NETWORK.actors)


def test_groups_are_numbered_by_their_first_actors() -> None:
    assert codes(NETWORK, KEYS, "country", missing="IGO") == (["KHM", "IGO", "IDN"], [0, 1, 2])
    assert codes(NETWORK, ["c", "a"], "country") == (["IDN", "KHM"], [0, 1])
    assert codes(NETWORK, KEYS, {"a": 1, "b": 2, "c": 1}) == (["1", "2"], [0, 1, 0])
    assert codes(NETWORK, KEYS, pd.Series([1, 2, 1], index=KEYS)) == (["1", "2"], [0, 1, 0])
    pieces = cn.cohesion.components(NETWORK)
    assert codes(NETWORK, KEYS, pieces) == (["0", "1"], [0, 0, 1])


def test_an_actor_without_a_group_is_refused_unless_it_is_given_one() -> None:
    with pytest.raises(cn.InvalidOption, match=r'1 actors have no group in the column "country": b\. Fill them in'):
        codes(NETWORK, KEYS, "country")
    with pytest.raises(cn.InvalidOption, match=r"2 actors have no group in the groups: b, c\."):
        codes(NETWORK, KEYS, {"a": 1, "b": None, "c": float("nan")})


def test_groups_that_are_none_are_named() -> None:
    with pytest.raises(cn.UnknownName, match=r'Actors have no column "contry"\. Nearest: country'):
        codes(NETWORK, KEYS, "contry")
    with pytest.raises(cn.UnknownActor, match='no actor "x"'):
        codes(NETWORK, KEYS, {"x": 1})
    with pytest.raises(cn.InvalidOption, match="column of the actors or a mapping"):
        codes(NETWORK, KEYS, ["a"])
