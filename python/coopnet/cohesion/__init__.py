"""How a network hangs together, and what it hangs on."""

from .censuses import dyad_census, triad_census
from .pieces import articulation_actors, bridges, components
from .structure import clustering, density, krackhardt, reciprocity, transitivity

__all__ = [
    "articulation_actors",
    "bridges",
    "clustering",
    "components",
    "density",
    "dyad_census",
    "krackhardt",
    "reciprocity",
    "transitivity",
    "triad_census",
]
