"""Numbers that are in print."""

from __future__ import annotations

import pytest
from agreement.known import known

from coopnet import Network, Projection, centrality, cohesion

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


# Moody and White (2003), doi:10.2307/3088904: the example of nested groups, whose actors have numbers.
NESTED = """1-2 1-3 1-4 1-5 1-6 2-3 2-4 2-5 2-7 3-4 3-6 3-7 4-5 4-6 4-7 5-6 5-7 5-21 6-7 7-8 7-11 7-14 7-19 8-9 8-11
8-14 9-10 10-12 10-13 11-12 11-14 12-16 13-16 14-15 15-16 17-18 17-19 17-20 18-20 18-21 19-20 19-22 19-23 20-21 21-22
21-23 22-23"""


def test_nested_groups_of_moody_and_white():
    network = Network.from_edges([tuple(tie.split("-")) for tie in NESTED.split()], directed=False)
    found = {k: {frozenset(map(int, group)) for group in level} for k, level in cohesion.k_components(network).items()}
    assert found[1] == {frozenset(range(1, 24))}
    assert found[2] == {frozenset([*range(1, 8), *range(17, 24)]), frozenset(range(7, 17))}
    assert found[3] == {frozenset(range(1, 8)), frozenset([7, 8, 11, 14])}
    assert found[4] == found[5] == {frozenset(range(1, 8))}
    assert cohesion.cut_sets(network).rows() == [
        {"actors": ("7",), "cut_off": ("8", "11", "14", "9", "10", "12", "13", "16", "15"), "count": 9}
    ]
