"""What other tools say of the known networks, measure by measure: the register that conventions are held against."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

import igraph
import networkx as nx
import numpy as np
from agreement.known import known, sna

# A tool that refuses a network: one in pieces, a directed one.
REFUSES: Any = object()


@cache
def as_networkx(name: str) -> Any:
    """A plain Graph or DiGraph with the actors in their order."""
    network = known(name)
    directed = network.freeze().directed
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(network.actors)
    graph.add_edges_from((tie.source, tie.target) for tie in network.ties.values())
    return graph


@cache
def as_igraph(name: str) -> Any:
    network = known(name)
    place = {actor: number for number, actor in enumerate(network.actors)}
    edges = [(place[tie.source], place[tie.target]) for tie in network.ties.values()]
    return igraph.Graph(n=len(place), edges=edges, directed=network.freeze().directed)


def of_networkx(function: Callable[..., Any], **options: Any) -> Callable[[str], Any]:
    """A NetworkX function that gives a dict by actor or edge, or one number."""

    def says(name: str) -> Any:
        graph = as_networkx(name)
        try:
            scores = function(graph, **options)
        except (nx.AmbiguousSolution, nx.NetworkXError, nx.NetworkXNotImplemented, nx.PowerIterationFailedConvergence):
            return REFUSES
        if not isinstance(scores, dict):
            return [scores]
        if any(isinstance(key, tuple) for key in scores):  # by edge, in the order of ties
            ends = [(tie.source, tie.target) for tie in known(name).ties.values()]
            return [scores[pair] if pair in scores else scores[pair[::-1]] for pair in ends]
        return [scores[actor] for actor in graph]

    return says


def by_nodes(function: Callable[..., Any]) -> Callable[..., Any]:
    """Asked for all without naming them, NetworkX answers otherwise where it finds SciPy."""
    return lambda graph, **options: function(graph, nodes=list(graph), **options)


def of_igraph(method: str, **options: Any) -> Callable[[str], Any]:
    def says(name: str) -> Any:
        with warnings.catch_warnings():  # it warns of scores near 0 in networks that do not hang together
            warnings.simplefilter("ignore", RuntimeWarning)
            answer = getattr(as_igraph(name), method)(**options)
        return answer if isinstance(answer, list) else [answer]

    return says


def of_sna(measure: str) -> Callable[[str], Any]:
    def says(name: str) -> Any:
        answer = sna(name, measure)
        return [
            float("nan") if value is None else value for value in (answer if isinstance(answer, list) else [answer])
        ]

    return says


def of_sna_matrix(measure: str) -> Callable[[str], Any]:
    return lambda name: [value for row in sna(name, measure) for value in row]


def of_ucinet(measure: str) -> Callable[[str], Any]:
    """Structural holes in the ego network model of UCINET's manual, on matrices."""

    def says(name: str) -> Any:
        graph = as_networkx(name)
        ties = nx.to_numpy_array(graph)
        return [_holes(ties + ties.T, actor, measure) for actor in range(len(graph))]

    return says


def _holes(ties: np.ndarray, actor: int, measure: str) -> float:
    alters = np.flatnonzero(ties[actor])
    if len(alters) == 0 or (measure == "hierarchy" and len(alters) == 1):
        return float("nan")
    ego = np.concatenate([[actor], alters])
    inside = ties[np.ix_(ego, ego)]
    shares = inside / inside.sum(axis=1, keepdims=True)
    constraints = ((shares + shares @ shares)[0, 1:]) ** 2
    marginal = inside / inside.max(axis=1, keepdims=True)
    size = (1 - (shares[0, 1:] * marginal[1:, 1:]).sum(axis=1)).sum()
    ratios = constraints / constraints.mean()
    return float(
        {
            "constraint": lambda: constraints.sum(),
            "effective_size": lambda: size,
            "efficiency": lambda: size / len(alters),
            "hierarchy": lambda: (ratios * np.log(ratios)).sum() / (len(alters) * np.log(len(alters))),
        }[measure]()
    )


def by_matrix(formula: Callable[[np.ndarray], Any]) -> Callable[[str], Any]:
    """A formula of UCINET's manual on the matrix of ties."""
    return lambda name: [float(value) for value in np.atleast_1d(formula(nx.to_numpy_array(as_networkx(name))))]


def _clustering(ties: np.ndarray) -> np.ndarray:
    ties = np.maximum(ties, ties.T)
    contacts = ties.sum(axis=1)
    with np.errstate(invalid="ignore"):
        return np.where(contacts > 1, np.diag(ties @ ties @ ties) / (contacts * (contacts - 1)), np.nan)


def _transitivity(ties: np.ndarray) -> float:
    ways = ties @ ties
    np.fill_diagonal(ways, 0)
    return float((ways * ties).sum() / ways.sum())


def _thirds(name: str) -> list[set[str]]:
    """Every third actor together."""
    actors = list(known(name).actors)
    return [set(actors[start::3]) for start in range(3)]


def _krackhardt(name: str) -> list[float]:
    """The four of R's sna; what it calls -Inf or NaN is undefined."""
    return [value for part in ("connectedness", "hierarchy", "efficiency", "lubness") for value in of_sna(part)(name)]


def ucinet_closeness(name: str) -> list[float]:
    """n − 1 over the sum of distances from an actor, n for who is not reached, in percent."""
    graph = as_networkx(name)
    others = len(graph) - 1
    scores = []
    for actor in graph:
        far = nx.single_source_shortest_path_length(graph, actor)
        scores.append(100 * others / (sum(far.values()) + (len(graph) - len(far)) * len(graph)))
    return scores


def ucinet_degree(name: str) -> list[float]:
    """Ties from an actor in percent of the n − 1 others."""
    graph = as_networkx(name)
    ties = graph.out_degree if graph.is_directed() else graph.degree
    return [100 * ties[actor] / (len(graph) - 1) for actor in graph]


def undirected_laplacian_of_networkx(name: str) -> list[float]:
    graph = as_networkx(name).to_undirected()
    scores = nx.laplacian_centrality(graph)
    return [scores[actor] for actor in graph]


def elected_by_networkx(name: str) -> Any:
    """The votes of those whom NetworkX elects, in its order: counted here, since it names them only."""
    graph = as_networkx(name)
    neighbors = {actor: list(graph[actor]) for actor in graph}
    mean = Fraction(sum(len(near) for near in neighbors.values()), len(graph))
    vote = dict.fromkeys(graph, Fraction(1))
    votes = dict.fromkeys(graph, float("nan"))
    for actor in nx.voterank(graph):
        votes[actor] = float(sum(vote[near] for near in neighbors[actor]))
        vote[actor] = Fraction(0)
        for near in neighbors[actor]:
            vote[near] = max(Fraction(0), vote[near] - 1 / mean)
    return list(votes.values())


def symmetrized(name: str) -> np.ndarray:
    """Who is tied to whom, either way."""
    matrix = nx.to_numpy_array(as_networkx(name))
    return np.maximum(matrix, matrix.T)


def leading_eigenvector(name: str) -> Any:
    """Of Euclidean length 1, as UCINET's manual has it."""
    values, vectors = np.linalg.eigh(symmetrized(name))
    return np.abs(vectors[:, np.argmax(values)]).tolist()


def information(name: str) -> Any:
    """Stephenson and Zelen's formula, which UCINET's manual gives for connected networks."""
    matrix = symmetrized(name)
    if not nx.is_connected(nx.from_numpy_array(matrix)):
        return REFUSES
    inverse = np.linalg.inv(np.diag(matrix.sum(axis=1)) - matrix + 1)
    size = len(matrix)
    return (size / (size * inverse.diagonal() + inverse.trace() - 2 * inverse.sum(axis=1))).tolist()


def group(name: str) -> list[str]:
    """Two actors to be asked about together."""
    first, _, third, *_ = known(name).actors
    return [first, third]


def group_degree_of_networkx(name: str) -> Any:
    return [nx.group_degree_centrality(as_networkx(name), group(name))]


def group_closeness_of_networkx(name: str) -> Any:
    """Where somebody does not reach the group, NetworkX counts that as no distance at all."""
    graph = as_networkx(name)
    reached = set().union(*(nx.ancestors(graph, actor) | {actor} for actor in group(name)))
    return [nx.group_closeness_centrality(graph, group(name))] if len(reached) == len(graph) else REFUSES


def of_sna_roles(name: str) -> Any:
    """By actor: counts, expected values, z; sna has representatives before gatekeepers."""
    said = sna(name, "brokerage")
    order = [0, 1, 3, 2, 4, 5]
    tables = [np.array(said[what], dtype=float)[:, order] for what in ("raw.nli", "exp.nli", "z.nli")]
    return np.hstack(tables).ravel().tolist()


PEERS: dict[str, dict[str, Callable[[str], Any]]] = {
    "brokerage.constraint": {
        "networkx": of_networkx(by_nodes(nx.constraint)),
        "igraph": of_igraph("constraint"),
        "ucinet": of_ucinet("constraint"),
    },
    "brokerage.effective_size": {
        "networkx": of_networkx(by_nodes(nx.effective_size)),
        "ucinet": of_ucinet("effective_size"),
    },
    "brokerage.efficiency": {"ucinet": of_ucinet("efficiency")},
    "brokerage.hierarchy": {"ucinet": of_ucinet("hierarchy")},
    "brokerage.roles": {"sna": of_sna_roles},
    "centrality.bonacich_power": {"sna": of_sna("bonpow")},
    "centrality.current_flow_betweenness": {"networkx": of_networkx(nx.current_flow_betweenness_centrality)},
    "centrality.current_flow_closeness": {
        "networkx": of_networkx(nx.current_flow_closeness_centrality),
        # In pieces, sna divides by all actors what it added over some.
        "sna": lambda name: REFUSES if information(name) is REFUSES else of_sna("infocent")(name),
        "ucinet": information,
    },
    "centrality.eigenvector": {
        "networkx": of_networkx(nx.eigenvector_centrality, tol=1e-14, max_iter=10_000),
        "igraph": of_igraph("eigenvector_centrality"),
        "sna": of_sna("evcent"),
        "ucinet": leading_eigenvector,
    },
    "centrality.katz": {"networkx": of_networkx(nx.katz_centrality_numpy)},
    "centrality.pagerank": {
        "networkx": of_networkx(nx.pagerank, tol=1e-15, max_iter=1_000),
        "igraph": of_igraph("pagerank"),
    },
    "centrality.subgraph": {"networkx": of_networkx(nx.subgraph_centrality)},
    "centrality.betweenness": {
        "networkx": of_networkx(nx.betweenness_centrality),
        "igraph": of_igraph("betweenness"),
        "sna": of_sna("betweenness"),
        "ucinet": lambda name: [100 * score for score in of_networkx(nx.betweenness_centrality)(name)],
    },
    "centrality.closeness": {
        "networkx": of_networkx(nx.closeness_centrality),
        "igraph": of_igraph("closeness"),
        "sna": of_sna("closeness"),
        "ucinet": ucinet_closeness,
    },
    "centrality.degree": {
        "networkx": of_networkx(nx.degree_centrality),
        "igraph": of_igraph("degree"),
        "sna": of_sna("degree"),
        "ucinet": ucinet_degree,
    },
    "centrality.eccentricity": {"networkx": of_networkx(nx.eccentricity), "igraph": of_igraph("eccentricity")},
    "centrality.edge_betweenness": {
        "networkx": of_networkx(nx.edge_betweenness_centrality),
        "igraph": of_igraph("edge_betweenness"),
    },
    "centrality.group_closeness": {"networkx": group_closeness_of_networkx},
    "centrality.group_degree": {"networkx": group_degree_of_networkx},
    "centrality.harmonic": {
        "networkx": of_networkx(nx.harmonic_centrality),
        "igraph": of_igraph("harmonic_centrality"),
        "sna": of_sna("closeness_suminvdir"),
    },
    "centrality.laplacian": {"networkx": undirected_laplacian_of_networkx},
    "centrality.load": {"networkx": of_networkx(nx.load_centrality)},
    "centrality.stress": {"sna": of_sna("stresscent")},
    "centrality.voterank": {"networkx": elected_by_networkx},
    "cohesion.assortativity": {
        "networkx": of_networkx(nx.degree_assortativity_coefficient),
        "igraph": of_igraph("assortativity_degree"),
    },
    "cohesion.clustering": {
        "networkx": of_networkx(nx.clustering),
        "igraph": of_igraph("transitivity_local_undirected"),
        "ucinet": by_matrix(_clustering),
    },
    "cohesion.cores": {
        "networkx": of_networkx(nx.core_number),
        "igraph": of_igraph("coreness"),
        "sna": of_sna("kcores"),
        "ucinet": lambda name: list(nx.core_number(as_networkx(name).to_undirected()).values()),
    },
    "community.modularity": {
        "networkx": lambda name: [nx.community.modularity(as_networkx(name), _thirds(name))],
        "igraph": lambda name: [as_igraph(name).modularity([place % 3 for place in range(as_igraph(name).vcount())])],
    },
    "cohesion.density": {
        "networkx": of_networkx(nx.density),
        "igraph": of_igraph("density"),
        "sna": of_sna("gden"),
        "ucinet": by_matrix(lambda ties: ties.sum() / (len(ties) * (len(ties) - 1))),
    },
    "cohesion.krackhardt": {"sna": _krackhardt},
    "cohesion.reciprocity": {
        "networkx": lambda name: [nx.overall_reciprocity(as_networkx(name))] if name == "digraph" else REFUSES,
        "igraph": of_igraph("reciprocity"),
        "sna": of_sna("grecip"),
        "ucinet": by_matrix(lambda ties: (ties * ties.T).sum() / np.maximum(ties, ties.T).sum()),
    },
    "cohesion.transitivity": {
        "networkx": lambda name: REFUSES if name == "digraph" else [nx.transitivity(as_networkx(name))],
        "igraph": of_igraph("transitivity_undirected"),
        "sna": of_sna("gtrans"),
        "ucinet": by_matrix(_transitivity),
    },
    "position.blockmodel": {"sna": of_sna_matrix("blockmodel")},
    "position.structural_equivalence": {"sna": of_sna_matrix("sedist")},
}


# What a question needs beside the network: subjects and options, by network.
SUBJECTS: dict[str, Callable[[str], tuple[tuple[Any, ...], dict[str, Any]]]] = {
    "brokerage.roles": lambda name: ((), {"groups": {actor: i % 3 for i, actor in enumerate(known(name).actors)}}),
    "community.modularity": lambda name: (({actor: i % 3 for i, actor in enumerate(known(name).actors)},), {}),
    "position.blockmodel": lambda name: (({actor: i % 3 for i, actor in enumerate(known(name).actors)},), {}),
    "centrality.group_closeness": lambda name: ((group(name),), {}),
    "centrality.group_degree": lambda name: ((group(name),), {}),
}


def subjects(question: str, network: str) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """The subjects and options with which a question is compared."""
    return SUBJECTS[question](network) if question in SUBJECTS else ((), {})


def says(question: str, tool: str, network: str) -> Any:
    """The numbers of a tool by actor, or REFUSES. A convention that is declared must be registered here."""
    return PEERS[question][tool](network)
