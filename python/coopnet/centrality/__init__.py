"""Which actors matter, and in which sense."""

from .between import betweenness, edge_betweenness, load, percolation, stress
from .distances import closeness, harmonic
from .ties import degree, strength
from .walks import eigenvector, pagerank

__all__ = [
    "betweenness",
    "closeness",
    "degree",
    "edge_betweenness",
    "eigenvector",
    "harmonic",
    "load",
    "pagerank",
    "percolation",
    "strength",
    "stress",
]
