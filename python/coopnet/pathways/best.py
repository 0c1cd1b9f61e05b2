"""The best pathways: of fewest steps, of least weight, most likely to work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from ..projection import Projection
from ..tables import Asked, Progress
from ..ways import Pathway, Pathways
from .asked import count, uncertain
from .none import no_pathway

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["all_shortest", "k_shortest", "most_reliable", "shortest"]


def shortest(
    network: Network, source: str, target: str, *, over: Projection | None = None, progress: Progress | None = None
) -> Pathway:
    """The shortest pathway from one actor to another: of fewest steps, or of least total weight.

    From an actor to itself leads the pathway without a step.

    Raises
    ------
    NoPathway
        With how far one gets (`.reached`) and the recorded ties onward that the projection left out (`.cut`).
    UnknownActor
        Naming the nearest ids.
    InvalidWeight
        If the weight is a capacity, which says nothing of length.

    Notes
    -----
    O(E + V log V). Dijkstra (1959), doi:10.1007/BF01386390.

    Examples
    --------
    >>> from coopnet import Network
    >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Police"), ("Family", "NGO")])
    >>> shortest(report, "Family", "Police").actors
    ('Family', 'Embassy', 'Police')
    """
    asked = Asked(shortest, network, over, (source, target))
    return _best(asked, most=1, progress=progress)[0]


def all_shortest(
    network: Network,
    source: str,
    target: str,
    *,
    over: Projection | None = None,
    max_results: int = 1000,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """All pathways that are as short as the shortest.

    `.partial` says that there are more than `max_results`, or that `time_limit` (seconds)
    ended the search. Raises as `shortest`.

    Notes
    -----
    That of `shortest`, and usually O(V) a further pathway.

    Examples
    --------
    0.1 + 0.7 and 0.3 + 0.5 are equal, though their binary sums are not:

    >>> from coopnet import Network, Projection
    >>> pairs = [("a", "b"), ("b", "d"), ("a", "c"), ("c", "d")]
    >>> diamond = Network.from_edges(pairs).with_column("ties", "delay_days", [0.1, 0.7, 0.3, 0.5])
    >>> [way.actors for way in all_shortest(diamond, "a", "d", over=Projection(weight="delay_days"))]
    [('a', 'b', 'd'), ('a', 'c', 'd')]
    """
    max_results = count("max_results", max_results)
    options = {"max_results": max_results, "time_limit": time_limit}
    asked = Asked(all_shortest, network, over, (source, target), options)
    return _best(asked, most=max_results, only_equal=True, time_limit=time_limit, progress=progress)


def k_shortest(
    network: Network,
    source: str,
    target: str,
    k: int = 5,
    *,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """The k shortest pathways, or all if there are fewer; no actor stands twice on one.

    `.partial` says that `time_limit` (seconds) ended the search before. Raises as `shortest`.

    Notes
    -----
    At worst k·V searches, usually little more than k. Yen (1971), doi:10.1287/mnsc.17.11.712,
    as improved by Lawler (1972), doi:10.1287/mnsc.18.7.401.

    Examples
    --------
    >>> from coopnet import Network
    >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")])
    >>> [way.steps for way in k_shortest(report, "Family", "Police", 3)]
    [1, 2]
    """
    k = count("k", k)
    asked = Asked(k_shortest, network, over, (source, target, k), {"time_limit": time_limit})
    return _best(asked, most=k, time_limit=time_limit, progress=progress)


def most_reliable(
    network: Network,
    source: str,
    target: str,
    k: int = 1,
    *,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """The k pathways most likely to work from end to end.

    Each step works with its reliability, one independent of the other, so a pathway works with
    their product. Products are compared as they run, never by logarithms; a sure step is still
    a step: fewer steps come first among equals. A tie of reliability 0 is none.

    Without a weight the projection's weight is ``reliability``. What is not recorded there
    follows from grade and status by the vocabulary's table: a convention, not a finding.
    `.convention` says where an answer rests on it, and whether the order of these pathways
    stays under a flatter and a steeper table (`Pathways.survives`).

    Raises as `shortest`; InvalidWeight if the projection's weight is no probability.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")]
    >>> report = Network.from_edges(pairs).with_column("ties", "reliability", [0.9, 0.8, 0.7])
    >>> best = most_reliable(report, "Family", "Police", k=2)
    >>> [(way.actors, round(way.reliability, 2)) for way in best]
    [(('Family', 'Embassy', 'Police'), 0.72), (('Family', 'Police'), 0.7)]
    """
    k = count("k", k)
    over, _ = uncertain(network, over, "The most reliable pathway")
    asked = Asked(most_reliable, network, over, (source, target, k), {"time_limit": time_limit})
    return _best(asked, most=k, time_limit=time_limit, progress=progress)


# --- the search they share -------------------------------------------------------
def _best(
    asked: Asked,
    *,
    most: int,
    only_equal: bool = False,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    source, target = asked.subjects[:2]
    view = asked.network.freeze(asked.over, merges=False)
    ways, partial = _core.pathways.best(
        view, source, target, most=most, only_equal=only_equal, time_limit=time_limit, progress=progress
    )
    if not ways:
        raise no_pathway(asked.network, source, target, asked.over, time_limit if partial else None)
    return Pathways(view, ways, asked, partial=partial)
