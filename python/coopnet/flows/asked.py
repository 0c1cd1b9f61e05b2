"""What questions about network flow are asked with, and why some have no answer."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import Infeasible, InvalidOption, InvalidWeight
from ..projection import Projection
from ..show import shown
from ..tables import joined

if TYPE_CHECKING:
    from ..network import Network

__all__ = [
    "Room",
    "ends",
    "flow_rows",
    "held",
    "refuse_endless",
    "refuse_shortage",
    "require_ties",
    "terms",
    "tie_ids",
]

# An actor column, or actor → how much passes it at most.
Room = str | Mapping[str, float]

Shortage = tuple[Sequence[str], Sequence[int], Sequence[int], Sequence[str], float, float]


def held(
    network: Network, over: Projection | None, *, unlimited: bool = False, least: str | None = None
) -> tuple[Projection, _core.View]:
    """The projection whose weight is a capacity, ``capacity`` unless it names another, and its view."""
    over = over or Projection()
    if over.weight is None:
        over = over.replace(weight="capacity")
    require_ties(over)
    if unlimited and over.fill is not None:
        raise InvalidOption("unlimited=True and fill= both say what an empty capacity holds. Say one.")
    view = network.freeze(over.replace(fill=math.inf) if unlimited else over, merges=False)
    if view.meaning != "capacity":
        raise InvalidWeight(
            f"A flow keeps to capacities, and the weight {over.weight} is a {view.meaning}. "
            'Leave the weight out, or say weight_means="capacity".'
        )
    if least is not None:
        _require_least(network, over, view, least)
    return over, view


def require_ties(over: Projection) -> None:
    """Refuses a projection whose edges stand for several ties."""
    if over.parallel not in ("auto", "keep") or over.affiliations != "keep":
        raise InvalidOption("A flow is told tie by tie. Leave parallel= and affiliations= out of the projection.")


def _require_least(network: Network, over: Projection, held: _core.View, least: str) -> None:
    """That a least amount has a way and a tie: one of capacity 0 is no tie of the view, whatever it must carry."""
    view = network.freeze(over.replace(weight=None, weight_means=None, fill=None), merges=False)
    ids, carrying = tie_ids(network, view), set(tie_ids(network, held))
    for edge, amount in enumerate(_core.flows.costs(view, least, fill=0.0)):
        if amount > 0 and (not view.directed or view.both_ways[edge]):
            raise InvalidWeight(
                f"The tie {ids[edge]} runs both ways, and a least amount ({least}) needs a way. "
                "Empty the cell, or record it as a directed relation."
            )
        if amount > 0 and ids[edge] not in carrying:
            raise Infeasible(_overfull(ids[edge], amount, 0))


def _overfull(tie: str, must: float, can: float) -> str:
    return f"The tie {tie} must carry {shown(float(must))} and holds {shown(float(can))}. Mend one of the two numbers."


def ends(source: str | Iterable[str], target: str | Iterable[str]) -> tuple[list[str], list[str]]:
    """Whom a flow comes from and goes to; one text is a list of one."""
    sources, targets = (list(dict.fromkeys([end] if isinstance(end, str) else end)) for end in (source, target))
    if not sources or not targets:
        raise InvalidOption("A flow comes from somebody and goes to somebody. Name at least one of each.")
    for actor in sources:
        if actor in targets:
            raise InvalidOption(f'Nothing flows from "{actor}" to itself. Name two different actors.')
    return sources, targets


def tie_ids(network: Network, view: _core.View) -> list[str]:
    """The tie behind each edge of a view that keeps ties by themselves."""
    return [ids[0] for ids in joined(network, view)[1]]


def flow_rows(network: Network, view: _core.View, amounts: Any) -> list[dict[str, Any]]:
    """What each edge carries, from whom to whom as it is used."""
    pairs, ids = joined(network, view)
    return [
        {
            "tie": tie[0],
            "source": pair[amount < 0],
            "target": pair[amount >= 0],
            "amount": abs(amount),
        }
        for pair, tie, amount in zip(pairs, ids, amounts.tolist(), strict=True)
    ]


def refuse_endless(actors: Sequence[str]) -> None:
    """Raises `InvalidWeight` if a way without limit was found."""
    if actors:
        raise InvalidWeight(
            f"There is no limit to what flows along {' → '.join(actors)}. Give one of these ties a capacity."
        )


def refuse_shortage(network: Network, view: _core.View, shortage: Shortage | None) -> None:
    """Raises `Infeasible` if less can leave some actors than must come to them, and says which ties they are."""
    if shortage is None:
        return
    actors, into, out, full, must, can = shortage
    ids = tie_ids(network, view)
    if not actors:
        raise Infeasible(_overfull(ids[into[0]], must, can))
    coming = f"by the ties {_some(ids[edge] for edge in into)}" if into else "from what starts there"
    leaving = [f"the ties {_some(ids[edge] for edge in out)}"] if out else []
    leaving += [f"the room of {_some(full)}"] if full else []
    through = f" ({' and '.join(leaving)})" if leaving else ""
    raise Infeasible(
        f"At least {shown(must)} must come to {_some(actors)}, {coming}, and at most {shown(can)} can leave{through}. "
        "Ask for less, or widen these."
    )


def _some(names: Iterable[str]) -> str:
    named = list(names)
    more = f" and {len(named) - 8} more" if len(named) > 8 else ""
    return ", ".join(named[:8]) + more


def terms(over: Projection, *, room: Room | None, least: str | None, unlimited: bool, several: bool = False) -> str:
    """What a flow keeps to, as its convention says it; `several`: things that flow through the same ties."""
    limits = f"No tie carries more than its {over.weight}{', all together,' if several else ''}"
    if unlimited:
        limits += ", one without any has no limit"
    if least is not None:
        limits += f", nor less than its {least} (empty: 0)"
    if room is not None:
        named = f"its {room}" if isinstance(room, str) else "its room"
        limits += f"; no more passes an actor than {named}, starts and ends there too"
    return (
        f"{limits}. An undirected tie carries {'each' if several else 'its'} amount one way, parallel ties each their "
        "own, loops nothing. Equal by the rule for sums (exact on a shared decimal scale, else relative 1e-10)."
    )
