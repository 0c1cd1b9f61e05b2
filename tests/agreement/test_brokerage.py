"""Brokerage agrees with NetworkX, igraph and R's sna where they have it; where not, the difference is stated here."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from agreement.known import known, sna
from agreement.test_igraph import random_graph as with_igraph
from agreement.test_networkx import STRENGTH, agree, both, random_graph, seeds

from coopnet import Network, brokerage

networks = pytest.mark.parametrize("name", ["florentine", "karate", "kite", "digraph"])


@both
@seeds
def test_structural_holes_of_networkx(directed, seed):
    graph = random_graph(directed, seed)
    graph.remove_edge(0, 0)
    network = Network.from_networkx(graph)
    for over, weight in [(None, None), (STRENGTH, "strength")]:
        # Asked for all without naming them, NetworkX answers otherwise where it finds SciPy.
        asked = {"nodes": list(graph), "weight": weight}
        agree(brokerage.constraint(network, over=over, sinks=False), nx.constraint(graph, **asked))
        agree(brokerage.effective_size(network, over=over, sinks=False), nx.effective_size(graph, **asked))
        parts = brokerage.dyadic_constraint(network, over=over)
        assert parts == pytest.approx(
            {(a, b): nx.local_constraint(graph, int(a), int(b), weight=weight) for a, b in parts}, rel=1e-12
        )


@both
@seeds
def test_constraint_of_igraph(directed, seed):
    graph, network = with_igraph(directed, seed, chance=0.2)
    np.testing.assert_allclose(brokerage.constraint(network).to_numpy(), graph.constraint(), rtol=1e-12)


SNA_ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")  # in sna's order


def thirds(name: str) -> dict[str, int]:
    return {actor: place % 3 for place, actor in enumerate(known(name).actors)}


@networks
def test_roles_with_their_expected_values_and_z(name):
    said = sna(name, "brokerage")
    rows = brokerage.roles(known(name), groups=thirds(name), one_way=True)
    for what, prefix in [("raw.nli", ""), ("exp.nli", "expected_"), ("z.nli", "z_")]:
        found = [[row[prefix + role] for role in SNA_ROLES] for row in rows.values()]
        np.testing.assert_allclose(found, np.array(said[what], dtype=float), rtol=1e-9, atol=1e-12, err_msg=what)


def ways_left_out(name: str) -> dict[str, float]:
    """Two open triads of the same actors, or of two in common, that exclude each other: a tie that one needs is
    one that the other must not have. Each such pair lowers the variance in total by d⁴(1 − d)²; sna, for these
    roles, leaves them out (tests/cpp/analysis/brokerage/roles_test.cpp finds the variance over all networks)."""
    actors = len(known(name).actors)
    sizes = [(actors - place + 2) // 3 for place in range(3)]
    outside = sum(n * (n - 1) * (actors - n) * (2 * n - 3) for n in sizes)
    return {
        "coordinator": 2 * sum(n * (n - 1) * (n - 2) for n in sizes),
        "gatekeeper": outside,
        "representative": outside,
        "total": 2 * actors * (actors - 1) * (actors - 2),
        "itinerant": 0,
        "liaison": 0,
    }


@networks
def test_roles_in_total(name):
    said = sna(name, "brokerage")
    total = brokerage.roles(known(name), groups=thirds(name), one_way=True).total
    view = known(name).freeze()
    density = view.edge_count * (1 if view.directed else 2) / (view.vertex_count * (view.vertex_count - 1))
    for place, role in enumerate(SNA_ROLES):
        assert total[role] == said["raw.gli"][place]
        assert total[f"expected_{role}"] == pytest.approx(said["exp.gli"][place], rel=1e-12)
        distance = total[role] - total[f"expected_{role}"]
        variance = (distance / total[f"z_{role}"]) ** 2
        by_sna = (distance / said["z.gli"][place]) ** 2
        left_out = ways_left_out(name)[role] * density**4 * (1 - density) ** 2
        assert by_sna - variance == pytest.approx(left_out, rel=1e-9, abs=1e-7), role


def test_davis_women_broker_through_events():
    davis = known("davis")
    events = [actor for actor in davis.actors if actor[0] == "E" and actor[1:].isdigit()]
    groups = {actor: "woman" for actor in davis.actors if actor not in events}
    chains = brokerage.two_mode_roles(davis, events, groups=groups)
    pairs = brokerage.two_mode_roles(davis, events, groups=groups, chains=False)
    assert len(chains) == 18
    assert all(chains[woman]["total"] >= pairs[woman]["total"] for woman in chains)
    assert chains.total["coordinator"] == chains.total["total"] > 0
