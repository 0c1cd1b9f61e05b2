"""A flow as the routes it is made of."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .. import _core
from ..errors import InvalidOption, InvalidWeight, UnknownName
from ..projection import Projection
from ..tables import Asked, Progress, Result, joined
from .asked import tie_ids
from .flow import Flow

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["Route", "Routes", "decompose"]


class Route(NamedTuple):
    """So much goes this way: actors and the ties between them, in order."""

    actors: tuple[str, ...]
    ties: tuple[str, ...]
    amount: float


class Routes(Result, Sequence[Route]):
    """The routes of a flow, widest first; a Sequence of `Route`. `.circles`: what runs in circles, apart."""

    def __init__(
        self, routes: Sequence[Route], circles: Sequence[Route], asked: Asked, *, of: Flow | None, **result: Any
    ) -> None:
        super().__init__(asked, **result)
        self._routes = list(routes)
        self._flow = of
        self.circles = tuple(circles)

    def __getitem__(self, place: Any) -> Any:
        return self._routes[place]

    def __iter__(self) -> Iterator[Route]:
        return iter(self._routes)

    def __len__(self) -> int:
        return len(self._routes)

    def again(self, **changes: Any) -> Any:
        """The flow asked anew with the projection changed, and its routes."""
        if self._flow is None:
            return super().again(**changes)
        return decompose(self._flow.again(**changes), **self._asked.options)

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "actors": route.actors,
                "ties": route.ties,
                "steps": len(route.ties),
                "amount": route.amount,
                "circle": circle,
            }
            for circle, routes in ((False, self._routes), (True, self.circles))
            for route in routes
        ]


def decompose(
    flow: Flow | Network,
    amounts: Mapping[str, float] | None = None,
    *,
    max_results: int = 10_000,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Routes:
    """The routes that a flow is made of, each with its amount; what runs in circles apart.

    Amounts of routes and circles together are the flow: along each tie they add up to what it carries.

    Parameters
    ----------
    flow
        What `maximum` or another question gave; or a network, and `amounts` say what flows.
    amounts
        How much each tie carries; ties without one carry nothing. Negative: from its target to its source, which
        only an undirected tie may.
    max_results, time_limit
        How many routes, how many seconds; if one stops the search, `.partial` says so.
    over
        Which ties there are and how they run, where `amounts` are given. A flow brings its own.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    A route begins where more leaves than comes and ends where more comes than leaves. The widest comes first, the
    one that carries most; of equally wide ones that of fewest ties, then in the network's order. As much goes along
    it as can, and so on with what is left. A flow has many decompositions; this one is always the same. There are
    at most as many routes and circles as ties, sources and targets together. Loops carry nothing on.
    Amounts are exact on a shared decimal scale; of others a rest of a relative 1e-10 is dropped.

    Takes O(m log n) a route. Ford and Fulkerson (1962), "Flows in Networks". Raises `InvalidWeight` for an amount
    that is no number, or against the way of its tie, `UnknownName` for a tie that is not there, `InvalidOption`,
    `Cancelled`.

    Examples
    --------
    >>> from coopnet import Network, Projection, flows
    >>> legs = [("Shelter", "Bus"), ("Shelter", "Plane"), ("Bus", "Home"), ("Plane", "Home")]
    >>> home = Network.from_edges(legs, weights=[30, 20, 12, 25])
    >>> seats = Projection(weight="strength", weight_means="capacity")
    >>> for route in decompose(flows.maximum(home, "Shelter", "Home", over=seats)):
    ...     print(" → ".join(route.actors), route.amount)
    Shelter → Plane → Home 20.0
    Shelter → Bus → Home 12.0
    >>> decompose(home, {"T2": 3, "T4": 3})[0].ties
    ('T2', 'T4')
    """
    of = flow if isinstance(flow, Flow) else None
    network = cast("Network", flow) if of is None else of.network
    if (of is None) == (amounts is None):
        raise InvalidOption("Give decompose a flow, or a network and the amounts of its ties.")
    over = over if of is None else of.projection
    plain = (over or Projection()).replace(
        weight=None, weight_means=None, fill=None, parallel="keep", affiliations="keep"
    )
    view = network.freeze(plain, merges=False)
    carried = (
        _of_flow(of, network, view) if of is not None else _of_ties(cast("Mapping[str, float]", amounts), network, view)
    )
    limits: dict[str, Any] = {"max_results": max_results, "time_limit": time_limit}
    routes, circles, partial = _core.flows.decompose(view, carried, progress, **limits)
    ids = tie_ids(network, view)
    return Routes(
        _named(routes, ids),
        _named(circles, ids),
        Asked(decompose, network, over, () if amounts is None else (amounts,), limits),
        of=of,
        ties=view.all_ties,
        partial=partial,
        convention=(
            "Routes from where more leaves than comes to where more comes than leaves, the widest first, then that of "
            "fewest ties, then in the network's order; each takes all it can. Circles apart; loops carry nothing."
        ),
    )


def _named(routes: Sequence[tuple[Sequence[str], Sequence[int], float]], ids: Sequence[str]) -> list[Route]:
    return [Route(tuple(actors), tuple(ids[edge] for edge in edges), amount) for actors, edges, amount in routes]


def _of_flow(flow: Flow, network: Network, view: _core.View) -> list[float]:
    """The amounts by edge, negative where a tie is used against its way."""
    pairs, ids = joined(network, view)
    used = {row["tie"]: (row["source"], row["amount"]) for row in flow.rows()}
    carried = []
    for (source, _), (tie,) in zip(pairs, ids, strict=True):
        begins, amount = used.get(tie, (source, 0.0))
        carried.append(amount if begins == source else 0.0 - amount)
    return carried


def _of_ties(amounts: Mapping[str, float], network: Network, view: _core.View) -> list[float]:
    ids = tie_ids(network, view)
    place = {tie: edge for edge, tie in enumerate(ids)}
    carried = [0.0] * len(ids)
    for tie, amount in amounts.items():
        if tie not in place:
            _ = network.ties[tie]  # UnknownName, with the nearest ones named
            raise UnknownName(f"The projection leaves the tie {tie} out. Widen it, or leave its amount out.")
        edge = place[tie]
        both = not view.directed or bool(view.both_ways[edge])
        if isinstance(amount, bool) or not math.isfinite(amount) or (amount < 0 and not both):
            raise InvalidWeight(
                f"The tie {tie} carries {amount!r}, which is no amount that can flow its way. Say a number from 0 on."
            )
        carried[edge] = float(amount)
    return carried
