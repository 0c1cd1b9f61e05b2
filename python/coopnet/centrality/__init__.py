"""Which actors matter, and in which sense."""

from .between import betweenness, edge_betweenness, load, percolation, stress
from .distances import closeness, eccentricity, harmonic, reach
from .ties import degree, laplacian, leverage, strength, voterank
from .walks import eigenvector, pagerank

__all__ = [
    "betweenness",
    "closeness",
    "degree",
    "eccentricity",
    "edge_betweenness",
    "eigenvector",
    "harmonic",
    "laplacian",
    "leverage",
    "load",
    "pagerank",
    "percolation",
    "reach",
    "strength",
    "stress",
    "voterank",
]
