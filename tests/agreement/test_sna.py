"""Where conventions agree, R's sna finds the same numbers; where they do not, `convention="sna"` gives them."""

from __future__ import annotations

import numpy as np
import pytest
from agreement.known import known, sna

from coopnet import centrality

networks = pytest.mark.parametrize("name", ["florentine", "karate", "kite", "digraph"])


@networks
def test_betweenness_raw(name):
    scores = centrality.betweenness(known(name), normalized=False)
    np.testing.assert_allclose(scores.to_numpy(), sna(name, "betweenness"), rtol=1e-12, atol=1e-12)
