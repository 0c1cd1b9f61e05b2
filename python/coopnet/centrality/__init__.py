"""Which actors matter, and in which sense."""

from .attenuated import alpha, bonacich_power, katz
from .between import betweenness, edge_betweenness
from .centralized import centralization
from .currents import current_flow_betweenness, current_flow_closeness
from .distances import closeness, eccentricity, harmonic, reach
from .teams import group_betweenness, group_closeness, group_degree
from .ties import degree, laplacian, leverage, strength, voterank
from .traffic import load, percolation, stress
from .walks import eigenvector, hits, pagerank, subgraph

__all__ = [
    "alpha",
    "betweenness",
    "bonacich_power",
    "centralization",
    "closeness",
    "current_flow_betweenness",
    "current_flow_closeness",
    "degree",
    "eccentricity",
    "edge_betweenness",
    "eigenvector",
    "group_betweenness",
    "group_closeness",
    "group_degree",
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
