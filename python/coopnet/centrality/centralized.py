"""How far a network depends on its most central actor."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from .. import _core
from ..errors import InvalidOption
from ..network import Network
from ..projection import Projection
from ..questions import found
from ..tables import Asked, Progress, Value

__all__ = ["centralization"]


def centralization(
    network: Network,
    measure: str | Callable[..., Any],
    *,
    over: Projection | None = None,
    progress: Progress | None = None,
    **options: Any,
) -> Value:
    """How far a network depends on its most central actor: 0 if all are alike, 1 for a star.

    Parameters
    ----------
    measure
        The measure, or its name: ``"betweenness"``, ``"closeness"``, ``"degree"``, ``"eigenvector"`` or
        ``"harmonic"``.
    progress
        Called now and then with sources done and to do; returning False stops the work.
    **options
        Those of the measure: ``mode="in"``; for closeness also ``wf_improved`` and ``unreached``.

    Notes
    -----
    The differences between the highest score and all others, summed, and divided by the greatest such sum
    that any network of as many actors has. That network is a star: for degree in one direction,
    closeness and harmonic among directed ties, one whose ties all run to the hub, or from it; for degree
    in all and for betweenness, one whose ties all run both ways; without directions, a star. For
    eigenvector it is a network of a single tie, and only without directions is it known.

    As igraph's `centralization_*` and sna's `centralization` compute it, but for closeness among directed
    ties: they divide by what a star has if who is not reached is n steps away (``unreached="n"``), this by
    what it has under the rule that is asked for. Loops are left out, parallel ties merged. Undefined for
    fewer than three actors, and where a score is.

    Takes as long as the measure. Raises `InvalidOption` for a measure, an option or a weight (of a
    question of length) for which no most centralized network is known. Freeman (1978),
    doi:10.1016/0378-8733(78)90021-7.

    Examples
    --------
    >>> star = Network.from_edges([("hub", "a"), ("hub", "b"), ("hub", "c")], directed=False)
    >>> float(centralization(star, "betweenness"))
    1.0
    >>> chain = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d")], directed=False)
    >>> round(float(centralization(chain, "degree")), 3)
    0.333
    """
    question = found(measure)
    name = getattr(question, "__name__", str(question))
    if name not in _MOST or question.__module__.rpartition(".")[0] != __package__:
        raise InvalidOption(f"No network is known to be the most centralized by {name}. Choose one of: {_NAMES}.")
    most, taken, star = _MOST[name]
    parameters = inspect.signature(question).parameters
    for option in options:
        if option not in taken:
            takes = f"It takes: {', '.join(taken)}." if taken else "It takes no options."
            raise InvalidOption(f"Centralization by {name} has no option {option}. {takes}")

    over = over or Projection()
    # A star has one tie between two actors, and none from an actor to itself.
    one_each = over.replace(loops=False, parallel="auto" if over.parallel == "keep" else over.parallel)
    view = network.freeze(one_each)
    highest = most(view, **{option: options.get(option, parameters[option].default) for option in taken})
    told = {"progress": progress} if "progress" in parameters else {}
    scores = question(network, over=one_each, **told, **options)
    value, why = _core.centrality.centralization(scores.to_numpy(), scores.why, highest)
    said = (
        f"Differences from the highest {name}, summed, over the same sum for {star} of as many actors. "
        f"Parallel ties merged, loops left out. {name.capitalize()}: {scores.convention}"
    )
    asked = Asked(centralization, network, over, (measure,), options)
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


# What the greatest sum is, the options of the measure on which it depends, and whose it is.
_MOST: dict[str, tuple[Callable[..., float], tuple[str, ...], str]] = {
    "betweenness": (_core.centrality.most_betweenness, ("normalized",), "a star"),
    "closeness": (
        _core.centrality.most_closeness,
        ("mode", "wf_improved", "normalized", "unreached"),
        "a star",
    ),
    "degree": (_core.centrality.most_degree, ("mode", "normalized"), "a star"),
    "eigenvector": (_core.centrality.most_eigenvector, (), "a single tie"),
    "harmonic": (_core.centrality.most_harmonic, ("mode", "normalized"), "a star"),
}
_NAMES = ", ".join(_MOST)
