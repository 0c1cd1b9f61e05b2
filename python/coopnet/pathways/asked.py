"""What questions of pathways are asked with."""

from __future__ import annotations

from operator import index
from typing import TYPE_CHECKING, SupportsIndex

from .. import _core
from ..errors import InvalidOption, InvalidWeight
from ..projection import Projection

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["count", "uncertain"]


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
