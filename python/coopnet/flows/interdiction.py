"""Which actors or ties to watch, under a budget, so that least gets through or the way gets longest."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption, NoPathway
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Result, joined
from ..ways import DIRECTIONS
from .asked import Room, ends, refuse_endless, require_ties
from .given import by_edge, carried, numbers_of, rooms, way

if TYPE_CHECKING:
    import numpy as np

__all__ = ["Interdiction", "interdict"]


class Interdiction(Result, Sequence[tuple[str, ...]]):
    """The best sets to watch, of which nothing can be spared; a Sequence of tuples of ids.

    `.before`: what flows, or how long the shortest pathway is, with all there; `.value`: without a best set (an
    infinite length: no pathway is left). `.bound`: no set within the budget does better; `.gap`: how far that is
    from the value, 0 if it is exact.
    """

    def __init__(
        self, rows: Sequence[dict[str, Any]], asked: Asked, *, found: Mapping[str, Any], **result: Any
    ) -> None:
        super().__init__(asked, partial=found["partial"], **result)
        self._rows = list(rows)
        self.before = float(found["before"])
        self.value = float(found["value"])
        self.bound = float(found["bound"])

    @property
    def gap(self) -> float:
        return 0.0 if self.value == self.bound else abs(self.value - self.bound)

    def __getitem__(self, place: Any) -> Any:
        return self._sets()[place]

    def __len__(self) -> int:
        return len(self._rows)

    def _sets(self) -> list[tuple[str, ...]]:
        return [next(iter(row.values())) for row in self._rows]

    def rows(self) -> list[dict[str, Any]]:
        return self._rows

    def to_dict(self) -> dict[str, Any]:
        numbers = {"before": self.before, "value": self.value, "bound": self.bound}
        return super().to_dict() | {name: number if math.isfinite(number) else None for name, number in numbers.items()}

    def notes(self) -> list[str]:
        what = "Flow" if self._asked.options["goal"] == "flow" else "Shortest pathway"
        bound = "" if self.gap == 0 else f" No set of this budget does better than {_said(self.bound)}."
        return [f"{what} before: {_said(self.before)}; after: {_said(self.value)}.{bound}", *super().notes()]


def interdict(
    network: Network,
    source: str | Iterable[str],
    target: str | Iterable[str],
    *,
    budget: float,
    of: str = "actors",
    goal: str = "flow",
    prices: str | Mapping[str, float] | None = None,
    candidates: Iterable[str] | None = None,
    lengthens: float | str | Mapping[str, float] | None = None,
    room: Room | None = None,
    over: Projection | None = None,
    max_results: int = 100,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Interdiction:
    """Which actors, or ties, to watch within a budget, so that least flows, or the shortest pathway gets longest.

    Parameters
    ----------
    source, target
        An actor, or several, which count as one: all recruiters, all sites. They are not to be watched.
    budget
        What the set may cost; at a price of one each, how many are in it.
    of
        What is watched, and lets nothing through: ``"actors"``, or ``"ties"``.
    goal
        ``"flow"``: least flows; ``"path"``: the shortest pathway that is left is longest.
    prices
        What watching each costs: a column, or a mapping; one where nothing is said.
    candidates
        Ids of those that can be watched at all. None: all.
    lengthens
        Of ties, for ``goal="path"``: a tie that is watched is not closed but longer by so much, in the unit of the
        lengths: a number, a tie column or a mapping; a tie of which nothing is said is closed.
    room
        How much passes an actor at most, as in `bottleneck`.
    over
        For a flow its weight, if it names one, is the capacity of ties; without one each tie carries one, so the flow
        is the number of routes that share no tie. For pathways its weight is the length; without one, steps.
    max_results, time_limit
        How many sets, how many seconds; if one stops the search, `.partial` says so and `.bound` what can still be
        hoped for.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    All best sets are listed of which no member can be spared, in the order of the network. Exact by branch and bound:
    whatever lowers a flow takes something the flow runs through, and is bounded by what runs through it and by a
    Lagrangian minimum cut, which is the bound of the linear program (Wood); whatever lengthens the shortest pathway
    takes something of it, and is bounded by pathways that the budget cannot all touch (Israeli and Wood). The problem
    is NP-hard: seconds for some hundred ties and a budget of a few, then the bound tells how good the set is.

    Ties are followed as they run; an undirected one is watched as one, parallel ties each by itself. Loops make
    no difference. Watching is no claim that somebody could watch there.

    Wood (1993), doi:10.1016/0895-7177(93)90236-R; Israeli and Wood (2002), doi:10.1002/net.10039. Raises `NoPathway`
    if nothing gets there anyway, `InvalidWeight`, `InvalidOption`, `UnknownActor`, `UnknownName`, `Cancelled`.

    Examples
    --------
    >>> pairs = [("Recruiter", "Agent"), ("Recruiter", "Chat"), ("Agent", "Airport"), ("Chat", "Airport"),
    ...          ("Chat", "Border"), ("Airport", "Site"), ("Border", "Site")]
    >>> route = Network.from_edges(pairs)
    >>> found = interdict(route, "Recruiter", "Site", budget=1)
    >>> list(found), found.before, found.value
    ([('Agent',), ('Chat',), ('Airport',), ('Border',)], 2.0, 1.0)
    >>> list(interdict(route, "Recruiter", "Site", budget=2))
    [('Agent', 'Chat'), ('Chat', 'Airport'), ('Airport', 'Border')]
    >>> longer = interdict(route, "Recruiter", "Site", budget=2, of="ties", goal="path", lengthens=5)
    >>> list(longer), longer.before, longer.value
    ([('T1', 'T2'), ('T2', 'T3'), ('T2', 'T6'), ('T5', 'T6'), ('T6', 'T7')], 3.0, 8.0)
    """
    for name, word, known in (("of", of, ("actors", "ties")), ("goal", goal, ("flow", "path"))):
        if word not in known:
            raise InvalidOption(f'{name}="{word}" is not known. Say "{known[0]}" or "{known[1]}".')
    if lengthens is not None and (of, goal) != ("ties", "path"):
        raise InvalidOption('lengthens= is for ties on the shortest pathway. Ask of="ties", goal="path".')
    if isinstance(budget, bool) or not isinstance(budget, (int, float)):
        raise InvalidOption(f"budget={budget!r} is no number.")
    sources, targets = ends(source, target)
    options: dict[str, Any] = {"budget": budget, "of": of, "goal": goal, "prices": prices, "lengthens": lengthens}
    options |= {"candidates": candidates if candidates is None else list(candidates), "room": room}
    options |= {"max_results": max_results, "time_limit": time_limit}
    shared: dict[str, Any] = {"budget": budget, "of_actors": of == "actors"}
    shared |= {"max_results": max_results, "time_limit": time_limit}
    asked = Asked(interdict, network, over, (source, target), options)
    if goal == "flow":
        told, view, holds = carried(network, over)
        costs = _prices(network, view, of, prices, options["candidates"])
        found = _core.flows.interdict_flow(
            view, sources, targets, progress, capacities=holds, rooms=rooms(network, view, room), prices=costs, **shared
        )
        refuse_endless(way(view, found["endless"]))
    else:
        told = over or Projection()
        require_ties(told)
        view = network.freeze(told, merges=False)
        costs = _prices(network, view, of, prices, options["candidates"])
        found = _core.flows.interdict_path(
            view, sources, targets, progress, delays=_delays(network, view, lengthens), prices=costs, **shared
        )
    if found["before"] == (0 if goal == "flow" else math.inf):
        raise NoPathway(
            f"Nothing gets from {' or '.join(sources)} to {' or '.join(targets)} anyway. Widen the projection."
        )
    return Interdiction(
        _rows(network, view, of, found, costs),
        asked,
        found=found,
        ties=view.all_ties,
        convention=_convention(told, sources, targets, options),
    )


def _prices(network: Network, view: _core.View, of: str, prices: Any, candidates: Sequence[str] | None) -> np.ndarray:
    """By vertex or edge; infinite for what is not to be watched."""
    import numpy as np

    table = network.actors if of == "actors" else network.ties
    price = numbers_of(network, table, "price", prices, 1.0)
    if candidates is not None:
        for key in candidates:
            table[key]  # UnknownActor or UnknownName, with the nearest ones named
        chosen = set(candidates)
        price = {key: number if key in chosen else math.inf for key, number in price.items()}
    return np.array([price[key] for key in view.keys], float) if of == "actors" else by_edge(network, view, price)


def _delays(network: Network, view: _core.View, lengthens: float | str | Mapping[str, float] | None) -> np.ndarray:
    longer = dict.fromkeys(network.ties, lengthens) if isinstance(lengthens, (int, float)) else lengthens
    return by_edge(network, view, numbers_of(network, network.ties, "delay", longer, math.inf))


def _rows(
    network: Network, view: _core.View, of: str, found: Mapping[str, Any], prices: np.ndarray
) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    pairs, ids = joined(network, view)
    for members in found["sets"]:
        numbers = {"price": float(prices[members].sum()), "value": float(found["value"])}
        if of == "actors":
            rows.append({"actors": tuple(view.keys[vertex] for vertex in members), **numbers})
            continue
        steps = tuple(" → ".join(pairs[edge]) for edge in members)
        rows.append({"ties": tuple(tie for edge in members for tie in ids[edge]), "steps": steps, **numbers})
    return rows


def _convention(over: Projection, sources: Sequence[str], targets: Sequence[str], options: Mapping[str, Any]) -> str:
    ends = f"from {', '.join(sources)} to {', '.join(targets)}"
    if options["goal"] == "flow":
        what = "routes that share no tie" if over.weight is None else f"the most within {over.weight}"
        aim = f"Least flows {ends}: {what}"
    else:
        aim = f"The shortest pathway {ends} is longest, by {over.weight or 'steps'}"
    return (
        f"{aim}, within a budget of {options['budget']:g}; sets of which nothing can be spared. "
        f"{DIRECTIONS[over.direction]}; parallel ties each by itself."
    )


def _said(number: float) -> str:
    return "none" if math.isinf(number) else f"{number:g}"
