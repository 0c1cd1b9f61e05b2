"""Errors are sentences, and each is also the builtin one would expect."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

import coopnet as cn
from coopnet import errors

HEADER = Path(__file__).parents[2] / "cpp/coopnet/core/error.hpp"


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (cn.UnknownActor, KeyError),
        (cn.UnknownRelation, KeyError),
        (cn.UnknownName, KeyError),
        (cn.InvalidWeight, ValueError),
        (cn.InvalidNetwork, ValueError),
        (cn.InvalidOption, ValueError),
        (cn.ParseError, ValueError),
        (cn.NotConverged, ValueError),
        (cn.NoPathway, ValueError),
        (cn.Infeasible, ValueError),
    ],
)
def test_an_error_is_also_the_natural_builtin(error, builtin):
    assert issubclass(error, cn.CoopnetError)
    assert issubclass(error, builtin)


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name != "Problem"])
def test_an_error_reads_as_its_sentence_and_survives_pickling(name):
    error = getattr(errors, name)('There is no actor "KH.CPN".')
    assert str(error) == 'There is no actor "KH.CPN".'
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)


def test_an_invalid_network_keeps_its_problems_when_pickled():
    problem = cn.Problem("ties.csv", 7, "target", "there is no such actor.")
    again = pickle.loads(pickle.dumps(cn.InvalidNetwork("One problem.", [problem])))
    assert again.problems == (problem,)


def test_every_error_of_the_core_has_its_python_twin():
    thrown = re.findall(r"^class (\w+) : public", HEADER.read_text(encoding="utf-8"), re.MULTILINE)
    assert "InvalidWeight" in thrown
    assert set(thrown) - {"Error"} <= set(errors.__all__)


def test_everything_public_is_exported():
    assert set(errors.__all__) <= set(cn.__all__)
