"""How a network hangs together, and what it hangs on."""

from .censuses import dyad_census, triad_census
from .dense import cliques, cores
from .mixing import assortativity, ei_index, homophily
from .pieces import articulation_actors, bridges, components
from .structure import clustering, density, krackhardt, reciprocity, transitivity

__all__ = [
    "articulation_actors",
    "assortativity",
    "bridges",
    "cliques",
    "clustering",
    "components",
    "cores",
    "density",
    "dyad_census",
    "ei_index",
    "homophily",
    "krackhardt",
    "reciprocity",
    "transitivity",
    "triad_census",
]
