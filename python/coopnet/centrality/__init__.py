"""Which actors matter, and in which sense."""

from .attenuated import alpha, bonacich_power, katz
from .between import betweenness, edge_betweenness, load, percolation, stress
from .currents import current_flow_betweenness, current_flow_closeness
from .distances import closeness, eccentricity, harmonic, reach
from .distances import closeness, harmonic
from .ties import degree, laplacian, leverage, strength, voterank
from .ties import degree, strength
from .walks import eigenvector, hits, pagerank, subgraph
from .walks import eigenvector, pagerank

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
