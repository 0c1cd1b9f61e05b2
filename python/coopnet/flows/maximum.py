"""How much can get from one actor to another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from .. import _core
from ..projection import Projection
from ..tables import Asked, Progress
from .asked import Room, ends, flow_rows, held, refuse_endless, refuse_shortage, terms
from .flow import Flow
from .given import rooms

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["maximum"]


def maximum(
    network: Network,
    source: str | Iterable[str],
    target: str | Iterable[str],
    *,
    least: str | None = None,
    room: Room | None = None,
    unlimited: bool = False,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Flow:
    """The most that can flow from one actor to another, and an amount for each tie that achieves it.

    `.value` is in the unit of the capacities: persons a week, if that is what the ties hold. There may be other flows
    of the same value; which ties hold them all up says `minimum_cut`.

    Parameters
    ----------
    source, target
        One actor or several, together.
    least
        A tie column: what each tie must carry at least; an empty cell asks for nothing.
    room
        How much passes each actor at most: an actor column, or a mapping from actor to amount. Actors without one
        let everything through.
    unlimited
        An empty capacity holds anything. Otherwise it is refused, unless the projection's ``fill`` gives a value.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    Capacities are the projection's weight, the column ``capacity`` unless it names another. Ties carry as they
    run; an undirected tie has one capacity, for whichever way it is used. Parallel ties hold what each holds, loops
    carry nothing, a tie of capacity 0 is no tie. Where nothing leads from source to target the value is 0. Nothing
    runs in circles but what `least` asks for. Amounts are whole if all capacities are, and exact on a shared decimal
    scale.

    Takes near to O(m) in practice, O(n²√m) at most. Goldberg and Tarjan (1988), doi:10.1145/48014.61051; least
    amounts: Hoffman (1960), doi:10.1090/psapm/010/0114759. Raises `InvalidWeight` for a capacity that is empty,
    negative or no number, for a weight that is no capacity, and where ties without limit lead all the way (it names
    them); `Infeasible` if no flow carries the least amounts, with the actors and ties that cannot; `InvalidOption`
    if a source is a target too, `UnknownActor`, `UnknownName`, `Cancelled`.

    Examples
    --------
    >>> from coopnet import Network, Projection
    >>> legs = [("Shelter", "Bus"), ("Shelter", "Plane"), ("Bus", "Home"), ("Plane", "Home")]
    >>> home = Network.from_edges(legs, weights=[30, 20, 12, 25])
    >>> seats = Projection(weight="strength", weight_means="capacity")
    >>> flow = maximum(home, "Shelter", "Home", over=seats)
    >>> flow.value, dict(flow)
    (32.0, {'T1': 12.0, 'T2': 20.0, 'T3': 12.0, 'T4': 20.0})
    >>> maximum(home, "Shelter", "Home", over=seats, room={"Plane": 8}).value
    20.0
    """
    sources, targets = ends(source, target)
    told, view = held(network, over, unlimited=unlimited, least=least)
    value, amounts, _, shortage, endless = _core.flows.maximum(
        view, sources, targets, progress, least=least, rooms=rooms(network, view, room)
    )
    refuse_endless(endless)
    refuse_shortage(network, view, shortage)
    return Flow(
        partial(flow_rows, network, view, amounts),
        Asked(maximum, network, told, (source, target), {"least": least, "room": room, "unlimited": unlimited}),
        value=value,
        ties=view.all_ties,
        convention=(
            f"The most that flows from {', '.join(sources)} to {', '.join(targets)}; other flows may be as large. "
            f"{terms(told, room=room, least=least, unlimited=unlimited)}"
        ),
    )
