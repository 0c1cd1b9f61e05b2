"""A core whose actors are tied to each other, and a periphery whose actors are not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from .. import _core
from ..conventions import stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Partition, Progress

__all__ = ["CorePeriphery", "core_periphery"]


class CorePeriphery(Partition):
    """Who is in the core, group 0, and who in the periphery, group 1.

    `.quality`: the correlation with the ideal pattern. `.bound`: no other core has more; `.exact`: that is proven to
    be the same.
    """

    def __init__(
        self, keys: Sequence[str], core: Sequence[bool], asked: Asked, *, bound: float, exact: bool, **result: Any
    ) -> None:
        super().__init__(keys, [0 if inside else 1 for inside in core], asked, **result)
        self.bound = bound
        self.exact = exact

    @property
    def core(self) -> tuple[str, ...]:
        return tuple(actor for actor, group in self.items() if group == 0)

    @property
    def periphery(self) -> tuple[str, ...]:
        return tuple(actor for actor, group in self.items() if group == 1)

    def notes(self) -> list[str]:
        if math.isnan(self.quality):
            return super().notes()
        proven = "no other core fits better" if self.exact else f"no other core has more than {self.bound:.4f}"
        return [f"Correlation with the ideal pattern: {self.quality:.4f}; {proven}.", *super().notes()]


def core_periphery(
    network: Network,
    *,
    over: Projection | None = None,
    between: float | None = 1.0,
    restarts: int = 20,
    seed: int = 0,
    effort: int = 2_000_000,
    progress: Progress | None = None,
) -> CorePeriphery:
    """The core that fits the ties best: its actors tied each with each, those of the periphery not at all.

    Parameters
    ----------
    between
        How core and periphery are tied ideally: 1, each with each, as to the hub of a star; 0, not at all; any share
        between. None: ties between the two are not compared.
    restarts
        How often the best core known is shaken and improved again.
    seed
        What the shaking follows from.
    effort
        Steps spent on proving that no other core fits better: 0 for none. `.exact` says whether it was proven, and
        `.bound` what no core exceeds.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    `.quality` is Pearson's correlation of the ties with the ideal pattern, over all pairs: 1 for a perfect core and
    periphery, near 0 if no core stands out. Over ordered pairs if ties have a direction, with one pattern for both. If
    the projection has a strength or a probability as weight, a tie is as much; else a tie is 1. Kept parallel ties
    are one, their strengths added. Loops are left out. All pairs count, those in different pieces too. Undefined,
    with everybody in the periphery, if all pairs are tied alike; for ``between=None`` if no core and periphery of two
    actors each differ.

    Of equally good cores one is given. The answer follows from the network and the seed alone.

    Some n² + m steps for each restart, and `effort`: enough to prove networks of some dozens of actors, larger ones
    with a clear core. Raises `InvalidOption` if `between` is not from 0 to 1, `InvalidWeight` for a cost or a
    capacity, `Cancelled`. Borgatti and Everett (1999), doi:10.1016/S0378-8733(99)00019-2.

    Examples
    --------
    >>> ties = [("hub", "a"), ("hub", "b"), ("hub", "c"), ("hub", "d"), ("a", "b")]
    >>> found = core_periphery(Network.from_edges(ties, directed=False))
    >>> found.core, round(found.quality, 3), found.exact
    (('hub',), 0.816, True)
    """
    view = network.freeze(over)
    options: dict[str, Any] = {"between": between, "restarts": restarts, "seed": seed, "effort": effort}
    found = _core.cohesion.core_periphery(view, progress, **options)
    across = "not compared" if between is None else f"ideally {between:g}"
    said = stated(
        view,
        over,
        f"Correlation with ties within the core and none within the periphery; between the two {across}.",
        ties=strengths(view),
        normalized="a correlation over all pairs",
        disconnected="pairs in different pieces count",
        loops="left out",
    )
    return CorePeriphery(
        view.keys,
        found["core"],
        Asked(core_periphery, network, over, options=options),
        bound=found["bound"],
        exact=found["exact"],
        quality=found["quality"],
        ties=view.all_ties,
        convention=said,
        why=found["why"],
    )
