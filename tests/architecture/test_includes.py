"""Includes point downward, and each kind of wrong include is seen when planted."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from architecture.includes import violations

CPP = Path(__file__).parents[2] / "cpp"


def test_every_include_points_downward():
    assert violations(CPP) == []


@pytest.fixture
def tree(tmp_path):
    """A copy of cpp/ to plant in."""
    return shutil.copytree(CPP, tmp_path / "cpp")


def newly_found(tree: Path) -> list[str]:
    """What the planting added, whatever else is wrong."""
    return sorted(set(violations(tree)) - set(violations(CPP)))


def plant(tree: Path, file: str, *includes: str) -> None:
    path = tree / file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as text:
        text.writelines(f"#include <{target}>\n" for target in includes)


@pytest.mark.parametrize(
    ("file", "target"),
    [
        ("coopnet/core/planted.cpp", "coopnet/model/network.hpp"),
        ("coopnet/model/planted.hpp", "coopnet/view/csr.hpp"),
        ("coopnet/view/planted.cpp", "coopnet/model/network.hpp"),
        ("coopnet/view/planted.cpp", "coopnet/tables/scores.hpp"),
        ("coopnet/tables/planted.hpp", "coopnet/view/csr.hpp"),
        ("coopnet/analysis/centrality/planted.cpp", "coopnet/model/network.hpp"),
        ("coopnet/analysis/centrality/planted.cpp", "coopnet/render/scene.hpp"),
        ("coopnet/io/planted.cpp", "coopnet/view/csr.hpp"),
        ("coopnet/io/planted.cpp", "coopnet/tables/scores.hpp"),
        ("coopnet/io/planted.cpp", "coopnet/analysis/centrality/betweenness.hpp"),
        ("coopnet/graphviz/planted.cpp", "coopnet/model/network.hpp"),
        ("coopnet/render/planted.cpp", "coopnet/io/dot.hpp"),
        ("worker/planted.cpp", "coopnet/model/network.hpp"),
    ],
)
def test_an_upward_include_is_named(tree, file, target):
    plant(tree, target)
    plant(tree, file, target)
    assert any(f"{file} includes {target}" in sentence for sentence in newly_found(tree))


def test_a_layer_seen_only_through_another_header_is_named(tree):
    plant(tree, "coopnet/model/planted.hpp")
    plant(tree, "coopnet/view/freeze.hpp", "coopnet/model/planted.hpp")
    plant(tree, "coopnet/analysis/centrality/planted.cpp", "coopnet/view/freeze.hpp")
    (sentence,) = [s for s in newly_found(tree) if "analysis/centrality/planted.cpp" in s and "model/planted.hpp" in s]
    assert "through it coopnet/model/planted.hpp: analysis may not see model" in sentence


def test_freezing_alone_reads_the_model(tree):
    plant(tree, "coopnet/model/planted.hpp")
    plant(tree, "coopnet/view/freeze.cpp", "coopnet/model/planted.hpp")
    assert newly_found(tree) == []


@pytest.mark.parametrize(
    ("file", "target", "reason"),
    [
        ("coopnet/analysis/centrality/planted.hpp", "boost/graph/graph_traits.hpp", "Boost.Graph"),
        ("coopnet/view/planted.cpp", "boost/graph/graph_traits.hpp", "Boost.Graph"),
        ("coopnet/render/planted.cpp", "coopnet/view/csr_bgl.hpp", "Boost.Graph"),
        ("coopnet/analysis/centrality/planted.hpp", "Eigen/Core", "Eigen"),
        ("coopnet/view/planted.cpp", "Eigen/Dense", "Eigen"),
        ("bindings/planted.cpp", "Eigen/Dense", "Eigen"),
        ("coopnet/graphviz/planted.cpp", "graphviz/gvc.h", "worker"),
        ("coopnet/render/planted.cpp", "cgraph.h", "worker"),
        ("coopnet/io/planted.hpp", "nlohmann/json.hpp", "JSON"),
        ("coopnet/model/planted.cpp", "nlohmann/json.hpp", "JSON"),
        ("coopnet/analysis/centrality/planted.cpp", "coopnet/analysis/pathways/planted.hpp", "families"),
        ("coopnet/analysis/detail/planted.cpp", "coopnet/analysis/pathways/planted.hpp", "families"),
        ("bindings/planted.cpp", "boost/graph/graph_traits.hpp", "algorithm"),
        ("bindings/planted.cpp", "queue", "algorithm"),
    ],
)
def test_a_misplaced_include_is_named_with_its_reason(tree, file, target, reason):
    plant(tree, file, target)
    (sentence,) = [s for s in newly_found(tree) if s.startswith(f"{file} includes {target}") and reason in s]
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("file", "target"),
    [
        ("coopnet/analysis/pathways/planted.cpp", "boost/graph/graph_traits.hpp"),
        ("coopnet/analysis/centrality/planted.cpp", "Eigen/Cholesky"),
        ("coopnet/analysis/pathways/planted.cpp", "coopnet/analysis/detail/planted.hpp"),
        ("coopnet/analysis/uncertainty/planted.cpp", "coopnet/analysis/pathways/planted.hpp"),
        ("coopnet/io/planted.hpp", "nlohmann/json_fwd.hpp"),
        ("worker/planted.cpp", "graphviz/gvc.h"),
    ],
)
def test_what_the_rules_allow_passes(tree, file, target):
    plant(tree, file, target)
    assert newly_found(tree) == []


def test_a_relative_include_is_followed(tree):
    plant(tree, "coopnet/view/planted.hpp")
    (tree / "coopnet/io/planted.cpp").parent.mkdir(exist_ok=True)
    (tree / "coopnet/io/planted.cpp").write_text('#include "../view/planted.hpp"\n', encoding="utf-8")
    assert newly_found(tree) == [
        "coopnet/io/planted.cpp includes coopnet/view/planted.hpp: io may not see view.",
    ]
