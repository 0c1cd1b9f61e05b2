"""UCINET's DL as igraph reads it, and ours by igraph: edge lists, node lists, full matrices."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import igraph
import numpy as np
import pytest

import coopnet as cn
from coopnet import Network

seeds = pytest.mark.parametrize("seed", range(3))


def edges(network: Network) -> Counter[Any]:
    """Both ways where a tie has no direction, as igraph reads a matrix."""
    relations = network.vocabulary["relations"]
    found: Counter[Any] = Counter()
    for tie in network.ties.values():
        strength = tie.strength or 1.0
        found[tie["source"], tie["target"], strength] += 1
        if not relations[tie["relation"]]["directed"] and tie["source"] != tie["target"]:
            found[tie["target"], tie["source"], strength] += 1
    return found


def edges_of_igraph(path: Path) -> Counter[Any]:
    made = igraph.Graph.Read_DL(str(path), directed=True)
    names = made.vs["name"] if "name" in made.vs.attributes() else [str(at + 1) for at in range(made.vcount())]
    weights = made.es["weight"] if "weight" in made.es.attributes() else [1.0] * made.ecount()
    return Counter((names[a], names[b], weight) for (a, b), weight in zip(made.get_edgelist(), weights, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "DL n=3\nformat = fullmatrix\nlabels:\nann,bob,cy\ndata:\n0 1 0\n0 0 1\n1 1 0\n",
        "DL n=3\nformat = fullmatrix\nlabels embedded:\ndata:\nann bob cy\nann 0 1 0\nbob 0 0 1\ncy 1 1 0\n",
        "DL n=3\nformat = edgelist1\ndata:\n1 2 0.5\n2 3 1\n3 1 4\n",
        "DL n=3\nformat = edgelist1\nlabels:\nann, bob, cy\ndata:\n1 2 0.5\n2 3 1\n3 1 4\n",
        "DL n=3\nformat = edgelist1\nlabels embedded:\ndata:\nann bob 0.5\nbob cy 2\ncy ann 1\n",
        "DL n=3\nformat = nodelist1\nlabels:\nann, bob, cy\ndata:\n1 2 3\n3 1\n",
        "DL n=3\nformat = nodelist1\nlabels embedded:\ndata:\nann bob cy\ncy ann\n",
    ],
)
def test_files_as_igraph_reads_them(text: str, tmp_path: Path) -> None:
    path = tmp_path / "net.dl"
    path.write_text(text)
    assert edges(cn.read(path)) == edges_of_igraph(path)


@seeds
@pytest.mark.parametrize("directed", [False, True])
def test_igraph_reads_ours(directed: bool, seed: int, tmp_path: Path) -> None:
    random = np.random.default_rng(seed)
    pairs = {tuple(sorted(pair)) for pair in random.integers(0, 20, (40, 2)).tolist()}
    weights = [float(weight) for weight in random.integers(1, 9, len(pairs))]
    if not directed:
        weights = [1.0] * len(pairs)  # igraph reads matrices of 0 and 1
    network = Network.from_edges([(f"n{a}", f"n{b}") for a, b in sorted(pairs)], weights=weights, directed=directed)
    cn.write(network, tmp_path / "net.dl")
    (tmp_path / "plain.dl").write_text((tmp_path / "net.dl").read_text().replace('"', ""))  # which igraph keeps
    assert edges(network) == edges_of_igraph(tmp_path / "plain.dl")
    assert edges(cn.read(tmp_path / "net.dl")) == edges(network)
