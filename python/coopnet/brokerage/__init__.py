"""Who stands between others: brokers and their roles, structural holes, key players."""

from .embedding import bridging, simmelian, simmelian_ties
from .holes import constraint, dyadic_constraint, effective_size, efficiency, hierarchy
from .triads import roles

__all__ = [
    "bridging",
    "constraint",
    "dyadic_constraint",
    "effective_size",
    "efficiency",
    "hierarchy",
    "roles",
    "simmelian",
    "simmelian_ties",
]
