"""Sets of actors that matter together: what falls apart without them, whom they reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .. import _core
from ..conventions import stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Result, Value

__all__ = ["KeyPlayers", "fragmentation", "group_reach", "key_players"]


class KeyPlayers(Result):
    """The best sets of k actors: `.sets`, all that are equally good, and what each is worth, `.value`.

    No set is worth more than `.bound`; `.gap` is what is left open: 0 if the value is proven best.
    """

    def __init__(
        self, sets: Sequence[tuple[str, ...]], value: float, bound: float, asked: Asked, **result: Any
    ) -> None:
        super().__init__(asked, **result)
        self.sets = tuple(sets)
        self.value = value
        self.bound = bound

    @property
    def gap(self) -> float:
        return self.bound - self.value

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.sets)

    def __len__(self) -> int:
        return len(self.sets)

    def rows(self) -> list[dict[str, Any]]:
        return [{"actors": actors, "value": self.value} for actors in self.sets]

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {"value": self.value, "bound": self.bound, "gap": self.gap}

    def notes(self) -> list[str]:
        proven = (
            "No set is better." if self.gap == 0 else f"No set is better than {self.bound:.4g}: gap {self.gap:.4g}."
        )
        return [proven, *super().notes()]


def key_players(
    network: Network,
    k: int,
    *,
    over: Projection | None = None,
    goal: str = "fragment",
    method: str = "exact",
    within: int | None = None,
    mode: str = "out",
    max_results: int = 1000,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> KeyPlayers:
    """The k actors without whom the network falls apart most, or who together reach most of it.

    Not the k most central ones: these may do the same work twice.

    Parameters
    ----------
    k
        How many.
    goal
        ``"fragment"``: that fewest pairs of the remaining actors reach each other (F, as of
        `fragmentation`); ``"distance_fragment"``: that they are far apart (D_F); ``"reach"``: that most are
        within a number of steps (as of `group_reach`); ``"distance_reach"``: that most are near.
    method
        ``"exact"``: every set is looked at or ruled out, and all that are equally good are given; for small
        k. ``"greedy"``: one actor after the other, then swaps as long as they help: fast, with `.gap` to
        what might be better.
    within
        For reach: how many steps count. None: one, or by distance any number.
    mode
        ``"out"``: ties are followed along their direction; ``"in"``: against it; ``"all"``: whatever it is.
        To fragment, ``"out"`` and ``"in"`` are the same.
    max_results
        As many equally good sets are given; `.partial` if there may be more.
    time_limit
        Seconds; then the best set so far, `.partial`, and `.gap`.
    progress
        Called now and then with first members tried and to try; returning False stops the work.

    Notes
    -----
    The value is a share from 0 to 1: of pairs cut off among those who remain, or of actors reached, the
    set included. `.bound` is proven: no set is worth more. Exact search rules out by what hangs together
    through actors that are decided to stay. Greedy, to reach, has at least 1 − 1/e of the best, and no set
    adds more than its actors would each by itself; to fragment, of k + 1 disjoint groups of actors one is
    untouched, and what hangs together through it stays so. A tie is one step, whatever its weight; loops
    do not count, parallel ties are one.

    Exact takes C(n, k − 1) looks at all actors at worst, usually far fewer: some seconds for k = 5 of 100
    actors or k = 3 of 1,000. A look takes n + m steps to fragment without directions, n·m and more by
    distance or with directions; to reach, all pairs within reach, which are kept, 8 bytes each. Raises
    `InvalidOption` for a k out of range, `Cancelled`. Borgatti (2006), doi:10.1007/s10588-006-7084-x.

    Examples
    --------
    >>> ring = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")], directed=False)
    >>> found = key_players(ring, 2)
    >>> found.sets, found.value, found.gap
    ((('a', 'c'), ('b', 'd')), 1.0, 0.0)
    """
    view = network.freeze(over)
    keys = view.keys
    options: dict[str, Any] = {
        "goal": goal,
        "method": method,
        "within": within,
        "mode": mode,
        "max_results": max_results,
        "time_limit": time_limit,
    }
    sets, value, bound, partial = _core.brokerage.key_players(view, k, progress, **options)
    by_distance = goal.startswith("distance_")
    what = _fragments(by_distance) if goal.endswith("fragment") else _reaches(by_distance, _reach(goal, within))
    how = "every set of k looked at or ruled out" if method == "exact" else "one actor after the other, then swaps"
    return KeyPlayers(
        [tuple(keys[v] for v in actors) for actors in sets],
        value,
        bound,
        Asked(key_players, network, over, (k,), options),
        ties=view.all_ties,
        convention=_convention(view, over, f"{what} Found by {method} search, {how}.", mode),
        partial=partial,
    )


def fragmentation(
    network: Network,
    *,
    over: Projection | None = None,
    without: str | Iterable[str] = (),
    by_distance: bool = False,
    mode: str = "out",
) -> Value:
    """Which share of pairs of actors cannot reach each other: Borgatti's F, or by distance his D_F.

    Parameters
    ----------
    without
        Actors taken away first: an id, or several.
    by_distance
        Count a connected pair as one over its distance, so that far is half cut off. Off: as one.
    mode
        ``"out"``: along the direction of ties; ``"all"``: whatever it is.

    Notes
    -----
    0: everybody reaches everybody (by distance: in one step); 1: nobody reaches anybody. Ordered pairs of
    the actors that remain are counted. Undefined for fewer than two. A tie is one step, whatever its
    weight; loops do not count, parallel ties are one.

    Takes n·(n + m) steps. Raises `UnknownActor`. Borgatti (2006), doi:10.1007/s10588-006-7084-x.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> float(fragmentation(chain)), float(fragmentation(chain, without="ministry"))
    (0.0, 1.0)
    """
    view = network.freeze(over)
    actors = _actors(without)
    gone = [view.vertex(actor) for actor in actors]
    value = _core.brokerage.fragmentation(view, gone, by_distance=by_distance, mode=mode)
    what = _fragments(by_distance) + (f" Without {', '.join(actors)}." if actors else "")
    return Value(
        value,
        Asked(fragmentation, network, over, options={"without": actors, "by_distance": by_distance, "mode": mode}),
        ties=view.all_ties,
        convention=_convention(view, over, what, mode),
        why="" if value == value else "fewer than two actors remain, so that there is no pair.",
    )


def group_reach(
    network: Network,
    group: str | Iterable[str],
    *,
    over: Projection | None = None,
    by_distance: bool = False,
    within: int = 1,
    mode: str = "out",
) -> Value:
    """Which share of all actors a set reaches within some steps, itself included.

    Parameters
    ----------
    group
        An actor, or several.
    by_distance
        Count each actor as one over its distance from the nearest of the set (those in the set as one),
        farther ones than ``within`` as nothing. Off: each as one.
    within
        How many steps the set reaches.
    mode
        ``"out"``: whom the set reaches; ``"in"``: who reaches it; ``"all"``: direction is ignored.

    Notes
    -----
    1: everybody. A tie is one step, whatever its weight; loops do not count, parallel ties are one.

    Takes n + m steps. Raises `UnknownActor`. Borgatti (2006), doi:10.1007/s10588-006-7084-x.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter"), ("shelter", "press")])
    >>> float(group_reach(chain, ["police", "shelter"])), float(group_reach(chain, "police", within=2))
    (1.0, 0.75)
    """
    view = network.freeze(over)
    chosen = _actors(group)
    places = [view.vertex(actor) for actor in chosen]
    value = _core.brokerage.group_reach(view, places, by_distance=by_distance, within=within, mode=mode)
    options = {"by_distance": by_distance, "within": within, "mode": mode}
    return Value(
        value,
        Asked(group_reach, network, over, (chosen,), options),
        ties=view.all_ties,
        convention=_convention(view, over, _reaches(by_distance, _within(within)), mode),
        why="" if value == value else "the network has no actors.",
    )


def _actors(actors: str | Iterable[str]) -> tuple[str, ...]:
    return (actors,) if isinstance(actors, str) else tuple(actors)


def _reach(goal: str, within: int | None) -> str:
    if within is None:
        return "at any distance" if goal == "distance_reach" else _within(1)
    return _within(within)


def _within(steps: int) -> str:
    return "within 1 step" if steps == 1 else f"within {steps} steps"


def _fragments(by_distance: bool) -> str:
    if by_distance:
        return "One less the mean of one over the distance, 0 where there is no pathway (D_F)."
    return "The share of pairs that do not reach each other (F)."


def _reaches(by_distance: bool, steps: str) -> str:
    if by_distance:
        return f"One over the distance of each actor from the nearest of the set, {steps}; members count 1."
    return f"The actors {steps} of the set, members included."


def _convention(view: _core.View, over: Projection | None, what: str, mode: str) -> str:
    followed = {"out": "along their direction", "in": "against their direction", "all": "whatever their direction"}
    return stated(
        view,
        over,
        what,
        ties=f"each one step, followed {followed[mode]}",
        normalized="by all pairs, or all actors",
        disconnected="who is not reached counts nothing",
        loops="do not count",
    )
