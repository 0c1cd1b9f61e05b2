"""What holds a flow up: the ties of least capacity that everything must pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import _core
from ..projection import Projection
from ..show import plain
from ..tables import Asked, Progress, Result
from .asked import Room, ends, held, refuse_endless, terms, tie_ids
from .given import rooms

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["FlowCut", "FlowCuts", "minimum_cut"]


class FlowCut(NamedTuple):
    """Ties, and actors whose room is full, without which nothing flows; `source_side`: who stays with the sources."""

    ties: tuple[str, ...]
    actors: tuple[str, ...]
    source_side: tuple[str, ...]


class FlowCuts(Result, Sequence[FlowCut]):
    """All minimum cuts, the one nearest to the sources first; a Sequence of `FlowCut`.

    `.value`: the capacity of each, which is the maximum flow.
    """

    def __init__(self, cuts: Sequence[FlowCut], asked: Asked, *, value: float, **result: Any) -> None:
        super().__init__(asked, **result)
        self._cuts = list(cuts)
        self.value = value

    def __getitem__(self, place: Any) -> Any:
        return self._cuts[place]

    def __iter__(self) -> Iterator[FlowCut]:
        return iter(self._cuts)

    def __len__(self) -> int:
        return len(self._cuts)

    def rows(self) -> list[dict[str, Any]]:
        return [cut._asdict() | {"capacity": self.value} for cut in self._cuts]

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {"value": plain(self.value)}


def minimum_cut(
    network: Network,
    source: str | Iterable[str],
    target: str | Iterable[str],
    *,
    room: Room | None = None,
    unlimited: bool = False,
    max_results: int = 1000,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> FlowCuts:
    """All sets of ties of least capacity together without which nothing flows from one actor to another.

    Their capacity is the `maximum` flow: each of these ties is full in every maximum flow, and more flows only if
    every minimum cut is widened. So a tie that is in all of them is the bottleneck.

    Parameters
    ----------
    source, target, room, unlimited
        As in `maximum`. With `room` a cut may hold actors whose room is full.
    max_results, time_limit
        How many cuts to list, how many seconds to look for them; if one stops the search, `.partial` says so.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    `.source_side` of a cut: the fewest actors that stay with the sources if it is cut. Where nothing flows anyway the
    one cut is empty. An undirected tie is cut as one, parallel ties each by itself; loops are in no cut. Cuts are
    those that are equal by the rule for sums, so three ties of ⅓ count as much as one of 1. For the fewest ties,
    whatever they hold, ask `coopnet.pathways.cuts`.

    Takes a maximum flow, then O(n + m) a cut, of which there may be exponentially many. Ford and Fulkerson (1962),
    "Flows in Networks"; Picard and Queyranne (1980), doi:10.1007/BFb0120902. Raises as `maximum`, without
    `Infeasible`.

    Examples
    --------
    >>> from coopnet import Network, Projection
    >>> legs = [("Shelter", "Bus"), ("Shelter", "Plane"), ("Bus", "Home"), ("Plane", "Home")]
    >>> home = Network.from_edges(legs, weights=[30, 20, 12, 25])
    >>> cuts = minimum_cut(home, "Shelter", "Home", over=Projection(weight="strength", weight_means="capacity"))
    >>> cuts.value, [cut.ties for cut in cuts]
    (32.0, [('T2', 'T3')])
    >>> cuts[0].source_side
    ('Shelter', 'Bus')
    """
    sources, targets = ends(source, target)
    told, view = held(network, over, unlimited=unlimited)
    limits: dict[str, Any] = {"max_results": max_results, "time_limit": time_limit}
    value, found, endless, partial = _core.flows.minimum_cut(
        view, sources, targets, progress, rooms=rooms(network, view, room), **limits
    )
    refuse_endless(endless)
    ids = tie_ids(network, view)
    return FlowCuts(
        [FlowCut(tuple(ids[edge] for edge in edges), tuple(full), tuple(beside)) for edges, full, beside in found],
        Asked(minimum_cut, network, told, (source, target), {"room": room, "unlimited": unlimited, **limits}),
        value=value,
        ties=view.all_ties,
        partial=partial,
        convention=(
            f"Sets of least capacity together without which nothing flows from {', '.join(sources)} to "
            f"{', '.join(targets)}, the one nearest to the source first. "
            f"{terms(told, room=room, least=None, unlimited=unlimited)}"
        ),
    )
