"""Whom an actor reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import _core
from ..errors import InvalidOption
from ..projection import Projection
from ..tables import Asked, Progress
from ..ways import Reach

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["reach"]


def reach(
    network: Network,
    source: str,
    within: int | None = None,
    *,
    mode: str = "out",
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Reach:
    """Whom an actor reaches, in how many steps: a Mapping from actor to steps, itself at 0, nearest first.

    `within` limits the steps; `mode` follows ties as they run (``"out"``), against it
    (``"in"``: who reaches the actor) or both ways (``"all"``). Weights do not matter.

    Notes
    -----
    O(V + E). Raises UnknownActor.

    Examples
    --------
    >>> from coopnet import Network
    >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Police"), ("NGO", "Police")])
    >>> dict(reach(report, "Family", within=1))
    {'Family': 0, 'Embassy': 1}
    >>> list(reach(report, "Police", mode="in"))
    ['Police', 'Embassy', 'NGO', 'Family']
    """
    if within is not None and within < 0:
        raise InvalidOption(f"within={within} is not a number of steps. Say 0 or more, or None for as far as one gets.")
    options = {"within": within, "mode": mode}
    view = network.freeze(over, merges=False)
    vertices, steps = _core.pathways.reach(view, source, within=within, mode=mode, progress=progress)
    keys = view.keys
    how = {"out": "as they run", "in": "against their direction", "all": "both ways"}[mode]
    return Reach(
        {keys[vertex]: int(count) for vertex, count in zip(vertices, steps, strict=True)},
        Asked(reach, network, over, (source,), options),
        ties=view.all_ties,
        convention=f"Steps from {source}, following ties {how}; an undirected tie leads both ways.",
    )
