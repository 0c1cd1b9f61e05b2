"""Where conventions agree, R's sna finds the same numbers; where they do not, `convention="sna"` gives them."""

from __future__ import annotations

import numpy as np
import pytest
from agreement.known import known, sna

from coopnet import Projection, centrality, cohesion, position

networks = pytest.mark.parametrize("name", ["florentine", "karate", "kite", "digraph"])


@networks
def test_betweenness_raw(name):
    scores = centrality.betweenness(known(name), normalized=False)
    np.testing.assert_allclose(scores.to_numpy(), sna(name, "betweenness"), rtol=1e-12, atol=1e-12)


@networks
def test_stress(name):
    np.testing.assert_allclose(centrality.stress(known(name)).to_numpy(), sna(name, "stresscent"), rtol=1e-12)


@pytest.mark.parametrize("name", ["karate", "kite"])
def test_load_counts_ends_in_sna_and_each_actor_once_for_itself(name):
    network = known(name)
    ends = 2 * (len(network.actors) - 1) + 1
    scores = centrality.load(network, normalized=False).to_numpy()
    np.testing.assert_allclose(scores + ends, sna(name, "loadcent"), rtol=1e-12)


@networks
def test_dyad_and_triad_census(name):
    assert list(cohesion.dyad_census(known(name)).values()) == sna(name, "dyad_census")
    assert list(cohesion.triad_census(known(name)).values()) == sna(name, "triad_census")


@networks
def test_reciprocity_of_ties_and_strong_transitivity(name):
    assert float(cohesion.reciprocity(known(name))) == pytest.approx(sna(name, "grecip_edgewise"), rel=1e-12)
    strong = cohesion.transitivity(known(name), closure="strong")
    assert float(strong) == pytest.approx(sna(name, "gtrans_strong"), rel=1e-12)


@networks
def test_closeness_of_gil_and_schmidt(name):
    scores = centrality.harmonic(known(name), mode="out", reached_only=True).to_numpy()
    np.testing.assert_allclose(scores, sna(name, "closeness_gil_schmidt"), rtol=1e-12)


@networks
def test_closeness_without_directions(name):
    over = Projection(direction="undirected")
    scores = centrality.closeness(known(name), over=over, convention="sna").to_numpy()
    np.testing.assert_allclose(scores, sna(name, "closeness_undirected"), rtol=1e-12)


@networks
def test_degree_by_ties_received(name):
    scores = centrality.degree(known(name), mode="in").to_numpy()
    np.testing.assert_allclose(scores, sna(name, "degree_indegree"), rtol=1e-12)


@networks
def test_graphcent_is_one_over_eccentricity(name):
    scores = 1 / centrality.eccentricity(known(name), unreached="infinite").to_numpy()
    np.testing.assert_allclose(scores, sna(name, "graphcent"), rtol=1e-12)


@networks
@pytest.mark.parametrize(
    ("measure", "options", "of_sna"),
    [
        ("degree", {}, "centralization_degree"),
        ("degree", {"mode": "in"}, "centralization_indegree"),
        ("betweenness", {}, "centralization_betweenness"),
        ("closeness", {"mode": "out", "unreached": "infinite"}, "centralization_closeness"),
    ],
)
def test_centralization(name, measure, options, of_sna):
    value = centrality.centralization(known(name), measure, **options)
    assert float(value) == pytest.approx(sna(name, of_sna), rel=1e-12)


@pytest.mark.parametrize("name", ["florentine", "karate", "kite"])
def test_centralization_by_eigenvector(name):
    value = centrality.centralization(known(name), "eigenvector")
    assert float(value) == pytest.approx(sna(name, "centralization_evcent"), rel=1e-4)  # it iterates to 1e-10 of a step


@networks
@pytest.mark.parametrize("distance", ["euclidean", "correlation"])
def test_structural_equivalence(name, distance):
    found = position.structural_equivalence(known(name), distance=distance, convention="sna")
    np.testing.assert_allclose(found.to_numpy(), sna(name, f"sedist_{distance}"), rtol=1e-9, atol=1e-12)


@networks
def test_positions_by_single_linkage_are_as_far_apart_as_the_distances_of_sna_say(name):
    # Of equally near groups each joins others first: single linkage alone does not depend on it.
    distances = np.array(sna(name, "sedist_euclidean"))
    found = position.structural_equivalence(known(name)).clusters(3, linkage="single")
    groups = np.array(list(found.values()))
    apart = min(distances[i, j] for i in range(len(groups)) for j in range(len(groups)) if groups[i] != groups[j])
    merged = sorted(_spanning_tree(distances))
    assert apart == pytest.approx(merged[-2])


def _spanning_tree(distances):
    """The distances at which single linkage joins, by Prim's algorithm."""
    inside, near = {0}, distances[0].copy()
    while len(inside) < len(distances):
        nearest = min((i for i in range(len(distances)) if i not in inside), key=lambda i: near[i])
        yield near[nearest]
        inside.add(nearest)
        near = np.minimum(near, distances[nearest])
