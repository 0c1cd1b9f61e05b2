"""The committed stubs are those of the compiled binding."""

from __future__ import annotations

import shutil

import pytest
from architecture.stubs import COMMITTED, differences, generate


@pytest.fixture(scope="module")
def fresh(tmp_path_factory):
    return generate(tmp_path_factory.mktemp("stubs"))


def test_writing_the_stubs_anew_changes_nothing(fresh):
    assert differences(fresh, COMMITTED) == [], "The binding changed: call ./dev stubs and commit."


def test_a_stub_that_disagrees_with_its_module_is_named(fresh, tmp_path):
    planted = shutil.copytree(COMMITTED, tmp_path / "_core")
    with (planted / "__init__.pyi").open("a", encoding="utf-8") as stub:
        stub.write("\ndef planted(weight: float) -> float: ...\n")
    assert differences(fresh, planted) == ["__init__.pyi"]


def test_a_missing_stub_is_named(fresh, tmp_path):
    assert "__init__.pyi" in differences(fresh, tmp_path)
