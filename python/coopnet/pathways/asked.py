"""What questions of pathways are asked with."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import index
from typing import TYPE_CHECKING, Any, Self, SupportsIndex

from .. import _core
from ..errors import InvalidOption, InvalidWeight
from ..projection import Projection
from ..show import shown

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["Fits", "count", "listed", "uncertain"]


@dataclass(frozen=True)
class Fits:
    """What a pathway must look like, pass, avoid and keep to."""

    pattern: str | None
    via: tuple[str, ...]
    avoid: tuple[str, ...]
    limits: Mapping[str, float]

    @classmethod
    def of(
        cls,
        pattern: str | None,
        via: str | Sequence[str],
        avoid: str | Sequence[str],
        limits: Mapping[str, float] | None,
    ) -> Self:
        """As a question is asked; one text is a list of one."""
        return cls(pattern, listed("via", via), listed("avoid", avoid), _numbers(limits or {}))

    @property
    def options(self) -> dict[str, Any]:
        """As keywords, of the question and of the core alike."""
        return {"pattern": self.pattern, "via": self.via, "avoid": self.avoid, "limits": dict(self.limits)}

    def without_each(self) -> Iterator[tuple[str, Fits]]:
        """Each condition in turn, as it is called, and what is asked without it."""
        if self.pattern is not None:
            yield "the pattern", replace(self, pattern=None)
        for stop in self.via:
            yield f"passing {stop}", replace(self, via=tuple(other for other in self.via if other != stop))
        for stop in self.avoid:
            yield f"avoiding {stop}", replace(self, avoid=tuple(other for other in self.avoid if other != stop))
        for column in self.limits:
            fewer = {name: bound for name, bound in self.limits.items() if name != column}
            yield f"the limit of {column}", replace(self, limits=fewer)

    def __str__(self) -> str:
        said = [f"pattern {self.pattern}"] if self.pattern is not None else []
        if self.via:
            said.append(f"passing {', '.join(self.via)}")
        if self.avoid:
            said.append(f"avoiding {', '.join(self.avoid)}")
        for column, bound in self.limits.items():
            said.append(f"{column} at {'least' if column == 'reliability' else 'most'} {shown(bound)}")
        return "; ".join(said)


def listed(name: str, stops: str | Sequence[str]) -> tuple[str, ...]:
    """Ids and conditions; one text is a list of one."""
    several = (stops,) if isinstance(stops, str) else tuple(stops)
    for stop in several:
        if not isinstance(stop, str):
            raise InvalidOption(f'{name}={stop!r} is no id of an actor and no condition such as "[kind=ncb]".')
    return several


def _numbers(limits: Mapping[str, float]) -> dict[str, float]:
    for column, bound in limits.items():
        if isinstance(bound, bool) or not isinstance(bound, (int, float)) or math.isnan(bound):
            raise InvalidOption(f"The limit of {column} is {bound!r}, which is no number.")
    return {column: float(bound) for column, bound in limits.items()}


def uncertain(network: Network, over: Projection | None, what: str) -> tuple[Projection, _core.View]:
    """The projection whose weight is a probability, ``reliability`` unless it names another, and its view."""
    over = over or Projection()
    if over.weight is None:
        over = over.replace(weight="reliability")
    view = network.freeze(over, merges=False)
    if view.meaning != "probability":
        raise InvalidWeight(
            f"{what} multiplies probabilities, and the weight {over.weight} is a {view.meaning}. "
            "Leave the weight out, or choose reliability."
        )
    return over, view


def count(name: str, number: SupportsIndex, of: str = "pathways") -> int:
    """A number of pathways, or of something else: any whole number that is no truth value."""
    try:
        count = -1 if isinstance(number, bool) else index(number)
    except TypeError:
        count = -1
    if count < 1:
        raise InvalidOption(f"{name}={number!r} is not a number of {of}. Say 1 or more.")
    return count
