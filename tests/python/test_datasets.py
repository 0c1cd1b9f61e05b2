"""The bundled networks."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

import coopnet as cn


def test_every_bundled_network_loads_without_a_problem() -> None:
    assert cn.datasets() == sorted(cn.datasets())
    for name in cn.datasets():
        network = cn.load(name)
        assert network.name == name
        assert network.problems() == ()
        assert network.title("en") != network.title("id")


def test_a_name_that_is_none_is_answered_by_the_nearest() -> None:
    with pytest.raises(cn.UnknownName, match="Nearest: demo-referral"):
        cn.load("demo-referal")
    for name in ("", "..", ".", "../graphs/demo-referral", "/etc"):
        with pytest.raises(cn.UnknownName):
            cn.load(name)


def test_loading_the_case_is_quick() -> None:
    cn.load("indonesia-cambodia-2021-2022")
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        cn.load("indonesia-cambodia-2021-2022")
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.2


def test_importing_coopnet_loads_no_pandas_and_no_networkx() -> None:
    code = "import sys, coopnet; print(sorted({'pandas', 'networkx', 'igraph', 'matplotlib'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
