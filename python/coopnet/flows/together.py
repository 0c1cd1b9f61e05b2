"""Several things that flow at once and are not to be mixed up: by status, by sex, by origin."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import Infeasible, InvalidOption
from ..projection import Projection
from ..show import plain
from ..tables import Asked, Result
from .asked import Room, ends, flow_rows, held, refuse_endless, terms
from .flow import Flow
from .given import rooms

if TYPE_CHECKING:
    import numpy as np

    from ..network import Network
    from ..solve import Program

__all__ = ["Together", "together"]

AIMS = {
    "most": "The most that flows in all",
    "share": "The largest share of its amount that each can have alike",
    "cost": "Every amount at the least total of amount times",
}


class Part(Flow):
    """One of several things that flow together; asked `again`, they all are."""

    name = ""

    def again(self, **changes: Any) -> Any:
        return super().again(**changes)[self.name]


class Together(Result, Mapping[str, Flow]):
    """A `Flow` for each thing that flows: a Mapping from its name.

    `.value`: what flows in all; `.share` of each amount, NaN unless asked; `.cost`, NaN unless asked.
    """

    def __init__(self, flows: Mapping[str, Flow], asked: Asked, *, share: float, cost: float, **result: Any) -> None:
        super().__init__(asked, **result)
        self._flows = dict(flows)
        self.share = share
        self.cost = cost
        self.value = math.fsum(flow.value for flow in self._flows.values())

    def __getitem__(self, name: str) -> Flow:
        return self._flows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._flows)

    def __len__(self) -> int:
        return len(self._flows)

    def rows(self) -> list[dict[str, Any]]:
        return [{"name": name, **row} for name, flow in self._flows.items() for row in flow.rows()]

    def to_dict(self) -> dict[str, Any]:
        told = {"value": self.value, "share": self.share, "cost": self.cost}
        values = {name: flow.value for name, flow in self._flows.items()}
        return {**super().to_dict(), **plain({**told, "values": values})}


@dataclass(frozen=True)
class Wish:
    """One of the things that flow."""

    name: str
    source: str
    target: str
    amount: float


def together(
    network: Network,
    commodities: Sequence[Mapping[str, Any]],
    *,
    aim: str = "most",
    cost: str = "cost",
    fill: float | None = None,
    whole: bool = False,
    room: Room | None = None,
    unlimited: bool = False,
    over: Projection | None = None,
    time_limit: float | None = None,
) -> Together:
    """Several things that flow at once through ties that hold them together, each from its source to its target.

    What women and men, or victims and suspects, share are the seats; where each comes from and goes to is its own.

    Parameters
    ----------
    commodities
        What flows: each a mapping with `source`, `target`, and, if wanted, `amount` and `name`.
    aim
        ``"most"``: as much as can flow in all, of each no more than its `amount`, if it has one. ``"share"``: the same
        share of each `amount`, as large as can be; above 1 there is that much to spare. ``"cost"``: each `amount`, at
        the least cost.
    cost, fill
        For ``aim="cost"``: the tie column that says what one unit costs, and what an empty cell costs.
    whole
        Whole amounts only. Otherwise the best flow may part a person: that is so of several commodities even where
        all capacities are whole.
    room, unlimited
        As in `maximum`.
    time_limit
        Seconds; past them the best found, `.partial`, if any was.

    Notes
    -----
    An exact linear program, in whole amounts a whole-number program, laid out by the core and solved by HiGHS; amounts
    are told to nine decimals. Unlike for one thing alone, no cut need be as narrow as the flow. There may be other
    flows as good. Nothing runs in circles. An undirected tie carries both ways at once, all together no more than
    its capacity.

    The program has commodities × (n + 2m) columns. Ford and Fulkerson (1958), doi:10.1287/mnsc.5.1.97. Raises
    as `maximum`; `Infeasible` if not all amounts can flow (it says which share can), `InvalidOption` for an
    unknown aim, for no commodity, or one without an amount where one is needed.

    Examples
    --------
    >>> from coopnet import Network, Projection
    >>> legs = [("Camp", "Bus"), ("Shelter", "Bus"), ("Bus", "Java"), ("Bus", "Sumatra")]
    >>> home = Network.from_edges(legs, weights=[30, 30, 20, 15])
    >>> seats = Projection(weight="strength", weight_means="capacity")
    >>> wishes = [
    ...     {"name": "women", "source": "Camp", "target": "Java", "amount": 25},
    ...     {"name": "men", "source": "Shelter", "target": "Sumatra", "amount": 10},
    ... ]
    >>> flows = together(home, wishes, over=seats)
    >>> flows.value, flows["women"].value, dict(flows["men"])
    (30.0, 20.0, {'T1': 0.0, 'T2': 10.0, 'T3': 0.0, 'T4': 10.0})
    >>> together(home, wishes, aim="share", over=seats).share
    0.8
    """
    if aim not in AIMS:
        raise InvalidOption(f'aim="{aim}" is not known. Choose one of: {", ".join(AIMS)}.')
    wishes = _wishes(network, commodities)
    _require_amounts(wishes, aim)
    told, view = held(network, over, unlimited=unlimited)
    prices = _core.flows.costs(view, cost, fill=fill) if aim == "cost" else None
    roomy = rooms(network, view, room)
    _require_limits(view, wishes, aim, roomy)
    laid = _core.flows.together(
        view, [(wish.source, wish.target, wish.amount) for wish in wishes], rooms=roomy, shares=aim == "share"
    )
    values, stopped = _solved(_program(laid, wishes, aim, prices, whole), time_limit)
    if values is None:
        raise Infeasible(_too_much(view, wishes, roomy))
    options = {"aim": aim, "cost": cost, "fill": fill, "whole": whole, "time_limit": time_limit}
    asked = Asked(together, network, told, (commodities,), {**options, "room": room, "unlimited": unlimited})
    convention = _convention(aim, cost, whole) + terms(told, room=room, least=None, unlimited=unlimited, several=True)
    result: dict[str, Any] = {"ties": view.all_ties, "convention": convention, "partial": stopped}
    flows = {}
    total = 0.0 if aim == "cost" else math.nan
    for number, wish in enumerate(wishes):
        amounts = _core.flows.without_circles(view, _amounts(view, laid, values, number))
        price = math.nan if prices is None else float(abs(amounts) @ prices)
        total += price
        flows[wish.name] = part = Part(
            partial(flow_rows, network, view, amounts),
            asked,
            value=float(values[_columns(laid) * len(wishes) + number]),
            cost=price,
            **result,
        )
        part.name = wish.name
    return Together(flows, asked, share=float(values[-1]) if aim == "share" else math.nan, cost=total, **result)


def _wishes(network: Network, commodities: Sequence[Mapping[str, Any]]) -> list[Wish]:
    if not commodities:
        raise InvalidOption("Nothing is to flow. Name a source and a target.")
    wishes: dict[str, Wish] = {}
    for given in commodities:
        unknown = set(given) - {"name", "source", "target", "amount"}
        if unknown or not {"source", "target"} <= set(given):
            raise InvalidOption("Each of the commodities has source and target, and may have amount and name.")
        (source,), (target,) = ends([given["source"]], [given["target"]])
        for actor in (source, target):
            network.core.actor(actor)
        amount = given.get("amount")
        if amount is not None and (isinstance(amount, bool) or not math.isfinite(amount) or amount < 0):
            raise InvalidOption(f"From {source} to {target} is to flow {amount!r}, which is no amount.")
        name = str(given.get("name") or f"{source} → {target}")
        if name in wishes:
            raise InvalidOption(f'Two of the commodities are called "{name}". Give each its own name.')
        wishes[name] = Wish(name, source, target, math.inf if amount is None else float(amount))
    return list(wishes.values())


def _require_amounts(wishes: Sequence[Wish], aim: str) -> None:
    for wish in wishes:
        if aim != "most" and (math.isinf(wish.amount) or (aim == "share" and wish.amount == 0)):
            raise InvalidOption(f'aim="{aim}" needs an amount of each, and "{wish.name}" has none. Say amount.')


def _require_limits(view: _core.View, wishes: Sequence[Wish], aim: str, roomy: list[float]) -> None:
    """That no amount, and not every share, is without limit. Ways without limit do not stand in each other's way."""
    ways = []
    for wish in wishes:
        ends = ([wish.source], [wish.target])
        ways.append(_core.flows.minimum_cut(view, *ends, None, rooms=roomy, max_results=1, time_limit=None)[2])
        if math.isinf(wish.amount):
            refuse_endless(ways[-1])
    if aim == "share" and all(ways):
        refuse_endless(ways[0])


def _columns(laid: Mapping[str, Any]) -> int:
    return len(laid["edge"])


def _program(
    laid: Mapping[str, Any], wishes: Sequence[Wish], aim: str, prices: np.ndarray | None, whole: bool
) -> Program:
    import numpy as np

    from ..solve import Program, Rows

    totals = _columns(laid) * len(wishes)
    costs = np.zeros(len(laid["limits"]))
    low, high = np.zeros(len(costs)), np.array(laid["limits"])
    if aim == "most":
        costs[totals:] = -1
    elif aim == "share":
        costs[-1] = -1
    else:
        costs[:totals] = np.tile(np.asarray(prices)[laid["edge"]], len(wishes))
        low[totals:] = high[totals:]
    kinds = np.ones(len(costs), bool)
    kinds[totals + len(wishes) :] = False  # the share
    return Program(costs, Rows(*laid["rows"]), low, high, whole=kinds if whole else None)


def _solved(program: Program, time_limit: float | None) -> tuple[np.ndarray | None, bool]:
    """The best values, none if there are none, and whether the time was up before."""
    import numpy as np

    from ..solve import least

    found = least(program, time_limit=time_limit)
    if found.status == "infeasible":
        return None, False
    if len(found.values) == 0:
        raise InvalidOption("The time limit ended the search before any flow was found. Allow more.")
    values = np.round(found.values, 9) + 0.0
    return np.where(program.whole, np.round(values), values) if program.whole is not None else values, (
        found.status == "stopped"
    )


def _too_much(view: _core.View, wishes: Sequence[Wish], roomy: list[float]) -> str:
    """Why not every amount can flow."""
    asked = [wish for wish in wishes if wish.amount > 0]
    laid = _core.flows.together(
        view, [(wish.source, wish.target, wish.amount) for wish in asked], rooms=roomy, shares=True
    )
    values, _ = _solved(_program(laid, asked, "share", None, False), None)
    share = 0.0 if values is None else float(values[-1])
    if share >= 1:
        return "The amounts cannot all flow together in whole numbers. Leave whole= out, or ask for less."
    return f'The amounts cannot all flow together: at most {share:.4g} of each. Ask for less, or for aim="share".'


def _amounts(view: _core.View, laid: Mapping[str, Any], values: np.ndarray, number: int) -> np.ndarray:
    """What each edge carries of one commodity, negative against its way."""
    import numpy as np

    count = _columns(laid)
    part = values[number * count : (number + 1) * count]
    amounts = np.zeros(view.edge_count)
    np.add.at(amounts, laid["edge"], np.where(laid["back"], -part, part))
    return amounts


def _convention(aim: str, cost: str, whole: bool) -> str:
    named = f" {cost}" if aim == "cost" else ""
    parts = "whole amounts only" if whole else "amounts may be parts of one"
    return f"{AIMS[aim]}{named}, by linear programming, to nine decimals; {parts}; other flows may be as good. "
