"""Which actors matter, and in which sense."""

from .attenuated import alpha, bonacich_power, katz
from .between import betweenness, edge_betweenness, load, percolation, stress
from .currents import current_flow_betweenness, current_flow_closeness
from .distances import closeness, eccentricity, harmonic, reach
from .ties import degree, laplacian, leverage, strength, voterank
from .walks import eigenvector, hits, pagerank, subgraph

__all__ = [
    "alpha",
    "betweenness",
    "bonacich_power",
    "closeness",
    "current_flow_betweenness",
    "current_flow_closeness",
    "degree",
    "eccentricity",
    "edge_betweenness",
    "eigenvector",
    "harmonic",
    "hits",
    "katz",
    "laplacian",
    "leverage",
    "load",
    "pagerank",
    "percolation",
    "reach",
    "strength",
    "stress",
    "subgraph",
    "voterank",
]
