"""Ties of each relation by themselves, for questions that compare whom actors are tied to."""

from __future__ import annotations

from typing import Any

from .. import _core
from ..errors import InvalidOption, UnknownName
from ..network import Network
from ..projection import Projection

__all__ = ["loops", "stacked"]


def stacked(network: Network, over: Projection | None, by: str | None) -> tuple[_core.View, list[int], bool]:
    """The view, the number of each edge's relation, and whether of parallel ones the strongest counts alone."""
    if by is None:
        return network.freeze(over), [], False
    over = over or Projection()
    if over.parallel == "min":
        raise InvalidOption(f'by="{by}" cannot merge parallel ties by min. Choose sum, max or count.')
    kept = over.replace(parallel="keep", **({"weight": None} if over.parallel == "count" else {}))
    view = network.freeze(kept)
    strongest = over.parallel == "max" or (over.parallel == "auto" and view.meaning in ("none", "probability"))
    words = _words(network, by)
    number: dict[Any, int] = {}
    of_edge = (words[view.ties(edge)[0]] for edge in range(view.edge_count))
    return view, [number.setdefault(word, len(number)) for word in of_edge], strongest


def _words(network: Network, by: str) -> list[Any]:
    """What each tie has in a column, or its relation's layer."""
    ties = [network.ties.row(row) for row in range(len(network.ties))]
    if by == "layer":
        relations = network.vocabulary["relations"]
        return [relations[tie.relation].get("layer") for tie in ties]
    if by not in network.ties.columns:
        hint = _core.nearest_hint(by, ["layer", *network.ties.columns])
        raise UnknownName(f'Ties have no column "{by}".{hint} Say by="relation", by="layer" or another column.')
    return [tie[by] for tie in ties]


def loops(diagonal: str) -> str:
    return {
        "ignored": "do not count",
        "swapped": "each is compared with the other's",
        "kept": "count as ties to oneself",
    }.get(diagonal, "")
