"""Who stands between others: brokers and their roles, structural holes, key players."""

from .embedding import bridging, simmelian, simmelian_ties, tie_bridging
from .holes import constraint, dyadic_constraint, effective_size, efficiency, hierarchy
from .sets import fragmentation, group_reach, key_players
from .triads import roles, two_mode_roles

__all__ = [
    "bridging",
    "constraint",
    "dyadic_constraint",
    "effective_size",
    "efficiency",
    "fragmentation",
    "group_reach",
    "hierarchy",
    "key_players",
    "roles",
    "simmelian",
    "simmelian_ties",
    "tie_bridging",
    "two_mode_roles",
]
