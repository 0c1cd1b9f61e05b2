"""Numbers that are in print."""

from __future__ import annotations

import pytest
from agreement.known import known

from coopnet import Projection, centrality

# Krackhardt (1990), doi:10.2307/2393394: the kite, Andre to Jane; the actors as numbered in networks.json.
KITE = {
    "degree": [4, 4, 3, 6, 3, 5, 5, 3, 2, 1],
    "closeness": [0.529, 0.529, 0.500, 0.600, 0.500, 0.643, 0.643, 0.600, 0.429, 0.310],
    "betweenness": [0.023, 0.023, 0, 0.102, 0, 0.231, 0.231, 0.389, 0.222, 0],
}

# Wasserman and Faust (1994), doi:10.1017/CBO9780511815478, table 5.1: marriages of Florentine families. Distances
# and what passes between are those without the isolate, Pucci.
FLORENTINE = {
    "Acciaiuoli": (0.067, 0.368, 0.000),
    "Albizzi": (0.200, 0.483, 0.212),
    "Barbadori": (0.133, 0.438, 0.093),
    "Bischeri": (0.200, 0.400, 0.104),
    "Castellani": (0.200, 0.389, 0.055),
    "Ginori": (0.067, 0.333, 0.000),
    "Guadagni": (0.267, 0.467, 0.255),
    "Lamberteschi": (0.067, 0.326, 0.000),
    "Medici": (0.400, 0.560, 0.522),
    "Pazzi": (0.067, 0.286, 0.000),
    "Peruzzi": (0.200, 0.368, 0.022),
    "Ridolfi": (0.200, 0.500, 0.114),
    "Salviati": (0.133, 0.389, 0.143),
    "Strozzi": (0.267, 0.438, 0.103),
    "Tornabuoni": (0.200, 0.483, 0.092),
}
CONNECTED = Projection(isolates=False)


@pytest.mark.parametrize("measure", KITE)
def test_the_kite_of_krackhardt(measure):
    scores = getattr(centrality, measure)(known("kite"))
    assert list(scores.values()) == pytest.approx(KITE[measure], abs=0.0006)


def test_florentine_families():
    network = known("florentine")
    degree = centrality.degree(network, normalized=True)
    closeness = centrality.closeness(network, over=CONNECTED)
    betweenness = centrality.betweenness(network, over=CONNECTED)
    for family, printed in FLORENTINE.items():
        found = (degree[family], closeness[family], betweenness[family])
        assert found == pytest.approx(printed, abs=0.0006), family


def test_centralization_among_florentine_families():
    network = known("florentine")
    assert float(centrality.centralization(network, "degree")) == pytest.approx(0.267, abs=0.0005)
    assert float(centrality.centralization(network, "closeness", over=CONNECTED)) == pytest.approx(0.322, abs=0.0006)
    assert float(centrality.centralization(network, "betweenness", over=CONNECTED)) == pytest.approx(0.437, abs=0.0005)


# Zachary (1977): the administrator (33) and the instructor (0), between whom the club split; shares of pairs as
# Girvan and Newman's and every later study of it has them.
def test_the_two_heads_of_the_karate_club():
    scores = centrality.betweenness(known("karate"))
    assert list(scores.top(2)) == ["0", "33"]
    assert scores["0"] == pytest.approx(0.438, abs=0.0005)
    assert scores["33"] == pytest.approx(0.304, abs=0.0005)
