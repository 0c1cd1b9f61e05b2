"""By which way something gets from one actor to another: a report to the police, a person home.

A pathway steps from actor to actor over ties, never to an actor twice. Directed ties are
followed as they run, undirected ones both ways, loops never; parallel ties are kept and make
pathways of their own. How long a step is, is the projection's to say: without a weight every
tie is one step, a cost (``delay_days``) adds up, strength s costs 1/s, and a probability
(``reliability``) multiplies. Equal on paper is equal: sums that share a decimal scale are
compared exactly, all else within a relative 1e-10. Among equals fewer steps come first, then
the order of actors and ties in the network, so that an answer is the same every time.
"""

from .apart import cuts, disjoint
from .best import all_shortest, k_shortest, most_reliable, shortest
from .found import find, pareto, widest
from .joined import instruments, joined_pairs
from .needed import dominators, indispensable
from .reached import reach
from .sure import importance, reliability
from .through import through
from .timed import earliest_arrival, fastest, latest_departure

__all__ = [
    "all_shortest",
    "cuts",
    "disjoint",
    "dominators",
    "earliest_arrival",
    "fastest",
    "find",
    "importance",
    "indispensable",
    "instruments",
    "joined_pairs",
    "k_shortest",
    "latest_departure",
    "most_reliable",
    "pareto",
    "reach",
    "reliability",
    "shortest",
    "through",
    "widest",
]
