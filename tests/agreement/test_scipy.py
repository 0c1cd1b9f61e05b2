"""Where no two distances are equal, SciPy joins the same groups."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from coopnet import Network, Projection, position


@pytest.mark.parametrize("how", ["average", "complete", "single"])
@pytest.mark.parametrize("seed", range(5))
def test_clusters(how, seed):
    random = np.random.default_rng(seed)
    pairs = [(str(i), str(j)) for i in range(30) for j in range(30) if i != j and random.random() < 0.2]
    network = Network.from_edges(pairs, weights=random.uniform(1, 9, len(pairs)).round(3).tolist())
    matrix = position.structural_equivalence(network, over=Projection(weight="strength"))
    joined = linkage(squareform(matrix.to_numpy()), method=how)
    for k in range(1, len(network.actors) + 1):
        theirs = fcluster(joined, k, criterion="maxclust").tolist()
        number: dict[int, int] = {}
        assert list(matrix.clusters(k, linkage=how).values()) == [number.setdefault(g, len(number)) for g in theirs]
