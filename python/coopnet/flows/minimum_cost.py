"""How an amount gets from one actor to another at the least cost."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption
from ..projection import Projection
from ..tables import Asked, Progress
from .asked import Room, ends, flow_rows, held, refuse_endless, refuse_shortage, terms
from .flow import Flow
from .given import rooms

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["minimum_cost"]


def minimum_cost(
    network: Network,
    source: str | Iterable[str] | None = None,
    target: str | Iterable[str] | None = None,
    *,
    amount: float | None = None,
    cost: str = "cost",
    demand: Mapping[str, float] | None = None,
    fill: float | None = None,
    least: str | None = None,
    room: Room | None = None,
    unlimited: bool = False,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Flow:
    """The cheapest way for an amount to flow from one actor to another.

    `.cost` is what it costs: amounts times costs, summed over the ties. `.value` is the amount.

    Parameters
    ----------
    source, target
        One actor or several, together. Leave both out if `demand` says where the amounts are.
    amount
        How much flows. None: the most that can.
    cost
        The tie column that says what one unit costs, the same either way along an undirected tie.
        ``"delay_days"`` gives the least total of days.
    demand
        How much each actor wants, as in NetworkX: what it has is negative. It adds up to nothing.
    fill
        The cost of a tie whose cost is empty. Without, empty costs are refused.
    least, room, unlimited
        As in `maximum`.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    Capacities are the projection's weight, and so is the rest as in `maximum`. Costs are not negative; a tie may cost
    nothing. There may be other flows that cost as little; of ways that cost the same the ones with fewest ties
    are filled first. Sums of costs that are equal on paper are equal.

    Takes O(m log n) for each way that is filled, usually a few for each tie in the cut. Edmonds and Karp (1972),
    doi:10.1145/321694.321699. Raises as `maximum`; `Infeasible` also if so much cannot flow, `InvalidWeight` for
    a cost that is empty or negative, `InvalidOption` if both or neither of target and `demand` are there, or if the
    demand does not add up to nothing.

    Examples
    --------
    >>> from coopnet import Network, Projection
    >>> seats = Projection(weight="seats", weight_means="capacity")
    >>> home = Network.from_columns({
    ...     "actors": [("id", ["Shelter", "Bus", "Plane", "Home"]), ("kind", ["place"] * 4)],
    ...     "ties": [
    ...         ("source", ["Shelter", "Shelter", "Bus", "Plane"]), ("target", ["Bus", "Plane", "Home", "Home"]),
    ...         ("relation", ["moves_to"] * 4), ("seats", ["30", "20", "12", "25"]), ("cost", ["0", "0", "40", "200"]),
    ...     ],
    ... })
    >>> flow = minimum_cost(home, "Shelter", "Home", amount=20, over=seats)
    >>> dict(flow), flow.cost
    ({'T1': 12.0, 'T2': 8.0, 'T3': 12.0, 'T4': 8.0}, 2080.0)
    """
    told, view = held(network, over, unlimited=unlimited, least=least)
    bounds: dict[str, Any] = {"least": least, "rooms": rooms(network, view, room)}
    if demand is not None:
        if source is not None or target is not None or amount is not None:
            raise InvalidOption("demand= says where amounts are and go. Leave source, target and amount out.")
        supply = _supply(network, view, demand)
        found = _core.flows.supplied(view, supply, progress, cost=cost, fill=fill, **bounds)
        asks = "What actors have goes to those who want it"
    else:
        if source is None or target is None:
            raise InvalidOption("Name a source and a target, or say with demand= who has and who wants how much.")
        sources, targets = ends(source, target)
        found = _core.flows.minimum_cost(
            view, sources, targets, progress, cost=cost, fill=fill, amount=_amount(amount), **bounds
        )
        how_much = "The most that flows goes" if amount is None else f"An amount of {amount:g} goes"
        asks = f"{how_much} from {', '.join(sources)} to {', '.join(targets)}"
    value, amounts, price, shortage, endless = found
    refuse_endless(endless)
    refuse_shortage(network, view, shortage)
    subjects = () if demand is not None else (source, target)
    options = {"amount": amount, "cost": cost, "demand": demand, "fill": fill}
    limits = {"least": least, "room": room, "unlimited": unlimited}
    return Flow(
        partial(flow_rows, network, view, amounts),
        Asked(minimum_cost, network, told, subjects, options | limits),
        value=value,
        cost=price,
        ties=view.all_ties,
        convention=(
            f"{asks} at the least total of amount times {cost}; other flows may cost as little. "
            f"{terms(told, room=room, least=least, unlimited=unlimited)}"
        ),
    )


def _amount(amount: float | None) -> float | None:
    if amount is None or (not isinstance(amount, bool) and math.isfinite(amount) and amount >= 0):
        return amount
    raise InvalidOption(f"amount={amount!r} is no amount. Say a number from 0 on, or leave it out for the most.")


def _supply(network: Network, view: _core.View, demand: Mapping[str, float]) -> list[float]:
    supply = [0.0] * view.vertex_count
    for actor, amount in demand.items():
        network.core.actor(actor)
        if isinstance(amount, bool) or not math.isfinite(amount):
            raise InvalidOption(f'demand= says that "{actor}" wants {amount!r}, which is no amount.')
        supply[view.vertex(actor)] = 0.0 - amount
    if abs(sum(supply)) > 1e-9 * (1 + sum(map(abs, supply))):
        raise InvalidOption(
            f"demand= adds up to {0.0 - sum(supply):g}, and what is wanted must be there. Let it add up to nothing."
        )
    return supply
