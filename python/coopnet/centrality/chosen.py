"""What a question names of its actors, as the core numbers them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .. import _core
from ..errors import InvalidOption, UnknownName
from ..network import Network

__all__ = ["States", "named", "states_of", "vertices", "vertices_or_all"]

# An actor column of numbers; or actor → number: a dict, a Series, Scores.
States = str | Mapping[str, float] | Any


def vertices(view: _core.View, actors: Iterable[str]) -> list[int]:
    """The actors named, each once, by vertex."""
    return [view.vertex(actor) for actor in named(actors)]


def vertices_or_all(view: _core.View, actors: Iterable[str] | None) -> list[int] | None:
    """The same; None for nobody in particular, which the core takes for all."""
    return None if actors is None else vertices(view, actors)


def named(actors: Iterable[str]) -> tuple[str, ...]:
    """The actors named, each once; a single text names one."""
    return tuple(dict.fromkeys([actors] if isinstance(actors, str) else actors))


def states_of(network: Network, view: _core.View, states: States) -> list[float]:
    """The state of every actor of a view."""
    given = _given(network, states)
    without = [key for key in view.keys if given.get(key) is None or given[key] != given[key]]
    if without:
        some = ", ".join(without[:5]) + (f" and {len(without) - 5} more" if len(without) > 5 else "")
        raise InvalidOption(f"{len(without)} actors have no state: {some}. Give each a number from 0 to 1.")
    try:
        return [float(given[key]) for key in view.keys]
    except (TypeError, ValueError):
        raise InvalidOption("A state is a number from 0 to 1. Choose a column of numbers.") from None


def _given(network: Network, states: States) -> Mapping[str, Any]:
    if isinstance(states, str):
        if states not in network.actors.columns:
            hint = _core.nearest_hint(states, list(network.actors.columns))
            raise UnknownName(f'Actors have no column "{states}".{hint}')
        return {key: actor[states] for key, actor in network.actors.items()}
    given: Mapping[str, Any] = states if isinstance(states, Mapping) else states.to_dict()
    for key in given:
        network.core.actor(str(key))  # UnknownActor, with the nearest ones named
    return given
