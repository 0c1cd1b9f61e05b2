"""What holds a flow: the ties and actors that are full, what one more unit brings, what fails worst."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption, NoPathway
from ..projection import Projection
from ..tables import Asked, Progress, Result, Rows, joined
from ..ways import DIRECTIONS
from .asked import Room, ends, flow_rows, held, refuse_endless, terms
from .flow import Flow
from .given import amount, by_edge, carried, rooms, way

if TYPE_CHECKING:
    import numpy as np

    from ..network import Network

__all__ = ["Bottleneck", "Failures", "bottleneck", "failures"]


class Bottleneck(Result):
    """What holds a flow, the most gain first: `place of source target capacity gain range cuts`.

    `gain`: what one more unit of capacity brings; `range`: up to how much more it brings as much; `cuts`: in
    ``"every"`` minimum cut, which alone gains anything, or in ``"some"``. `.value`: the flow; `.flow`: along which
    ties.
    """

    def __init__(self, rows: Sequence[Mapping[str, Any]], flow: Flow, asked: Asked, **result: Any) -> None:
        super().__init__(asked, **result)
        self._rows = [dict(row) for row in rows]
        self.flow = flow
        self.value = flow.value

    def rows(self) -> list[dict[str, Any]]:
        return self._rows

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {"value": self.value}

    def notes(self) -> list[str]:
        gains = [row for row in self._rows if row["gain"]]
        best = (
            f"One more at {gains[0]['place']} brings {gains[0]['gain']:g}."
            if gains
            else ("No single place gains anything: what is full holds together with others.")
        )
        return [f"Maximum flow: {self.value:g}. {best}", *super().notes()]


class Failures(Rows):
    """What each single failure stops, the worst first: a Mapping from actor, or tie, to its row.

    `stops`: how much less flows; `left`: what still does; `share`: the part that stops. `.value`: the flow with all.
    """

    def __init__(self, rows: Sequence[Mapping[str, Any]], asked: Asked, *, value: float, **result: Any) -> None:
        super().__init__(rows, asked, **result)
        self.value = value

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {"value": self.value}

    def notes(self) -> list[str]:
        return [f"Flow with all: {self.value:g}.", *super().notes()]


def bottleneck(
    network: Network,
    source: str | Iterable[str],
    target: str | Iterable[str],
    *,
    room: Room | None = None,
    unlimited: bool = False,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Bottleneck:
    """Which ties and actors hold a flow, and what one more unit of capacity at each of them brings.

    Parameters
    ----------
    source, target
        An actor, or several, which count as one.
    room
        How much passes an actor at most, starting and ending there included: an actor column, or a mapping from actor
        to amount. Actors without one let everything through.
    unlimited
        An empty capacity holds anything. Otherwise it is refused, unless the projection's ``fill`` gives a value.
    over
        Its weight is the capacity of ties, the column ``capacity`` unless it names another.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    A tie or actor holds the flow if it is part of some minimum cut. Only one that is part of *every* minimum cut gains
    anything by itself: the flow is computed anew with one unit more (`gain`) and with no limit there (`range`). Where
    all are in some cuts only, two or more must grow together. Ties are followed as they run; an undirected one holds
    its capacity either way; parallel ties count each by itself; loops carry nothing, and a tie
    of capacity 0 is no tie.

    Takes a maximum flow, and two more for each in every minimum cut. Ford and Fulkerson (1956),
    doi:10.4153/CJM-1956-045-5. Raises `InvalidWeight` for a capacity that is missing or negative, or a flow without
    limit, `InvalidOption`, `UnknownActor`, `Cancelled`. `waiting` asks the same day by day.

    Examples
    --------
    >>> from coopnet import Network, Projection
    >>> pairs = [("Site", "Police"), ("Police", "Embassy"), ("Embassy", "Home")]
    >>> home = Network.from_edges(pairs, weights=[30, 20, 25])
    >>> found = bottleneck(home, "Site", "Home", over=Projection(weight="strength", weight_means="capacity"))
    >>> found.value, [(row["place"], row["gain"], row["range"], row["cuts"]) for row in found.rows()]
    (20.0, [('T2', 1.0, 5.0, 'every')])
    """
    sources, targets = ends(source, target)
    told, view = held(network, over, unlimited=unlimited)
    found = _core.flows.bottleneck(
        view, sources, targets, progress, capacities=view.weights, rooms=rooms(network, view, room)
    )
    refuse_endless(way(view, found["endless"]))
    asked = Asked(bottleneck, network, told, (source, target), {"room": room, "unlimited": unlimited})
    shared: dict[str, Any] = {
        "ties": view.all_ties,
        "convention": (
            f"What holds the most that flows from {', '.join(sources)} to {', '.join(targets)}. Gain: one more unit at "
            f"that place alone, computed anew. {terms(told, room=room, least=None, unlimited=unlimited)}"
        ),
    }
    pairs, ids = joined(network, view)
    flow = Flow(flow_rows(network, view, found["edges"]), asked, value=found["value"], **shared)
    rows = [_narrow(view.keys, pairs, ids, *row) for row in found["narrow"]]
    return Bottleneck(rows, flow, asked, **shared)


def _narrow(
    keys: Sequence[str],
    pairs: Sequence[tuple[str, str]],
    ids: Sequence[tuple[str, ...]],
    is_actor: bool,
    place: int,
    capacity: float,
    gain: float,
    more: float,
    every: bool,
) -> dict[str, Any]:
    source, target = (None, None) if is_actor else pairs[place]
    return {
        "place": keys[place] if is_actor else ", ".join(ids[place]),
        "of": "actor" if is_actor else "tie",
        "source": source,
        "target": target,
        "capacity": capacity,
        "gain": gain,
        "range": more,
        "cuts": "every" if every else "some",
    }


def failures(
    network: Network,
    source: str | Iterable[str],
    target: str | Iterable[str],
    *,
    of: str = "actors",
    amounts: Mapping[str, float] | None = None,
    room: Room | None = None,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Failures:
    """Which single actor, or tie, stops most of a flow if it fails: on victims' way home, what to protect first.

    Parameters
    ----------
    source, target
        An actor, or several, which count as one.
    of
        What fails: ``"actors"`` besides the ends, or ``"ties"``.
    amounts
        A `Flow`, or a mapping from tie to amount, whose routes alone can be used: what fails stops what cannot take
        another of them. By default what flows is the most that can.
    room
        As in `bottleneck`.
    over
        Its weight, if it names one, is the capacity of ties; without one each tie carries one, so the flow is the
        number of routes that share no tie.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    Listed are those that stop something, the worst first, equal ones in the order of the network. What can go round a
    failure does, whichever route it took before. Ties are followed as they run; an undirected one fails as one,
    parallel ties each by itself.

    Takes a maximum flow for each actor or tie that carries some of one. Raises `NoPathway` if nothing flows at all,
    `InvalidWeight`, `InvalidOption`, `UnknownActor`, `Cancelled`. `interdict` asks it of several at once.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Site", "Police"), ("Site", "Ngo"), ("Police", "Embassy"), ("Ngo", "Embassy"), ("Embassy", "Home"),
    ...          ("Police", "Home")]
    >>> found = failures(Network.from_edges(pairs), "Site", "Home")
    >>> [(actor, row["stops"], row["share"]) for actor, row in found.items()]
    [('Police', 1.0, 0.5), ('Ngo', 1.0, 0.5), ('Embassy', 1.0, 0.5)]
    """
    if of not in ("actors", "ties"):
        raise InvalidOption(f'of="{of}" is not known. Say "actors" or "ties".')
    sources, targets = ends(source, target)
    told, view, holds = carried(network, over)
    if amounts is not None:
        holds = _given(network, view, amounts)
    value, by_edges, by_vertices, endless = _core.flows.failures(
        view, sources, targets, progress, capacities=holds, rooms=rooms(network, view, room)
    )
    refuse_endless(way(view, endless))
    if value == 0:
        raise NoPathway(
            f"Nothing flows from {', '.join(sources)} to {', '.join(targets)}. Widen the projection, or the capacities."
        )
    left = by_edges if of == "ties" else by_vertices
    rows = [
        _place(network, view, of, place)
        | {"stops": value - float(less), "left": float(less), "share": 1 - less / value}
        for place, less in enumerate(left.tolist())
        if less < value
    ]
    what = "the amounts given" if amounts is not None else _carried(told)
    return Failures(
        sorted(rows, key=lambda row: -row["stops"]),
        Asked(failures, network, over, (source, target), {"of": of, "amounts": amounts, "room": room}),
        value=value,
        ties=view.all_ties,
        convention=(
            f"Without one of the {of}, of what flows from {', '.join(sources)} to {', '.join(targets)}: {what}. "
            f"{DIRECTIONS[told.direction]}, parallel ties each by itself; what can go round goes round."
        ),
    )


def _given(network: Network, view: _core.View, amounts: Mapping[str, float]) -> np.ndarray:
    for tie in amounts:
        network.ties[tie]  # UnknownName, with the nearest ones named
    said = {tie: amount(f"amount of {tie}", abs(amounts.get(tie, 0.0))) for tie in network.ties}
    return by_edge(network, view, said)


def _place(network: Network, view: _core.View, of: str, place: int) -> dict[str, Any]:
    if of == "actors":
        return {"id": view.keys[place]}
    pairs, ids = joined(network, view)
    return {"tie": ", ".join(ids[place]), "source": pairs[place][0], "target": pairs[place][1]}


def _carried(over: Projection) -> str:
    return "routes that share no tie" if over.weight is None else f"the most within {over.weight}"
