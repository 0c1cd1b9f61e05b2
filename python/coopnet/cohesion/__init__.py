"""How a network hangs together, and what it hangs on."""

from .backbone import backbone
from .censuses import dyad_census, triad_census
from .cuts import cut_sets, k_components
from .dense import cliques, cores
from .mixing import assortativity, ei_index, homophily
from .periphery import core_periphery
from .pieces import articulation_actors, bridges, components
from .structure import clustering, density, krackhardt, reciprocity, transitivity

__all__ = [
    "articulation_actors",
    "assortativity",
    "backbone",
    "bridges",
    "cliques",
    "clustering",
    "components",
    "core_periphery",
    "cores",
    "cut_sets",
    "density",
    "dyad_census",
    "ei_index",
    "homophily",
    "k_components",
    "krackhardt",
    "reciprocity",
    "transitivity",
    "triad_census",
]
