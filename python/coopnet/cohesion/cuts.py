"""The actors that hold a network together, and those whom they cannot part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .. import _core
from ..conventions import stated
from ..errors import InvalidOption
from ..network import Network
from ..projection import Projection
from ..tables import ActorSets, Asked, Progress, Result

__all__ = ["CutSets", "KComponents", "cut_sets", "k_components"]

ALIKE = "all alike"
NO_MATTER = "make no difference"


class CutSets(ActorSets):
    """Smallest sets of actors without whom others are apart; a Sequence of tuples, in actor order.

    `.size`: how many actors each has; None if no set does, or a limit stopped the search before that was known.
    """

    def __init__(
        self,
        members: Sequence[tuple[str, ...]],
        cut_off: Sequence[tuple[str, ...]],
        asked: Asked,
        *,
        size: int | None,
        **result: Any,
    ) -> None:
        super().__init__(members, asked, **result)
        self._cut_off = list(cut_off)
        self.size = size

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"actors": members, "cut_off": cut_off, "count": len(cut_off)}
            for members, cut_off in zip(self._members, self._cut_off, strict=True)
        ]


class KComponents(Result, Mapping[int, tuple[tuple[str, ...], ...]]):
    """The k-components of each k; a Mapping from k, 1 on, to tuples of actors, the largest first.

    `.embeddedness`: for each actor the largest k of a k-component it is in, 0 for an isolate.
    """

    def __init__(
        self,
        levels: Sequence[tuple[tuple[str, ...], ...]],
        embeddedness: Mapping[str, int],
        asked: Asked,
        **result: Any,
    ) -> None:
        super().__init__(asked, **result)
        self._levels = dict(enumerate(levels, start=1))
        self.embeddedness = dict(embeddedness)

    def __getitem__(self, k: int) -> tuple[tuple[str, ...], ...]:
        return self._levels[k]

    def __iter__(self) -> Iterator[int]:
        return iter(self._levels)

    def __len__(self) -> int:
        return len(self._levels)

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"k": k, "size": len(members), "actors": members}
            for k, components in self._levels.items()
            for members in components
        ]


def cut_sets(
    network: Network,
    source: str | None = None,
    target: str | None = None,
    *,
    over: Projection | None = None,
    max_results: int = 10_000,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> CutSets:
    """All smallest sets of actors without whom the network falls apart, or without whom one actor does not
    reach another.

    Parameters
    ----------
    source, target
        Ask for the sets that part these two. Neither: for those that part anybody from anybody.
    max_results, time_limit
        How many to find, how many seconds to look for them; if one stops the search, `.partial` says so.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    `.size` is how many actors must fail together: the connectivity of the network, or, between two actors, how
    many pathways they have that share nobody (Menger). Each set has `cut_off`, the actors apart without it: all but
    the largest piece that remains (of equally large ones, that of the first actor stays); between two, those whom
    the source then reaches no more.

    Of the whole network direction is ignored; between two actors ties are followed as they run. Loops, parallel ties
    and weights make no difference. Who is apart already needs nobody: the one set is empty, its size 0. There is
    none, and `.why` says so, if each is tied to each, if there are fewer than two actors, or if source and target are
    tied themselves. `articulation_actors` are all sets of one in every piece.

    About k²(n + m) steps for sets of k, and a search for each actor of each set, of which there may be about 2^k·n²/k.
    Raises `InvalidOption` if one of the two is missing or both are the same, `UnknownActor`, `Cancelled`. Kanevsky
    (1993), doi:10.1002/net.3230230604; Moody and White (2003), doi:10.2307/3088904.

    Examples
    --------
    >>> ring = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")], directed=False)
    >>> list(cut_sets(ring))
    [('a', 'c'), ('b', 'd')]
    >>> cut_sets(ring).rows()[1]
    {'actors': ('b', 'd'), 'cut_off': ('c',), 'count': 1}
    >>> list(cut_sets(ring, "a", "c")), cut_sets(ring, "a", "c").size
    ([('b', 'd')], 2)
    >>> print(cut_sets(ring, "a", "b").why)
    the two are tied to each other
    """
    if (source is None) != (target is None):
        raise InvalidOption("One actor alone is parted from nobody. Name a source and a target, or neither.")
    between = None if source is None or target is None else (source, target)
    view = network.freeze(over)
    keys = view.keys
    options: dict[str, Any] = {"max_results": max_results, "time_limit": time_limit}
    found = _core.cohesion.cut_sets(view, between, progress, **options)
    what = (
        "Smallest sets without which the network, direction ignored, is in pieces."
        if between is None
        else "Smallest sets without which the source does not reach the target."
    )
    return CutSets(
        [tuple(keys[v] for v in members) for members in found["sets"]],
        [tuple(keys[v] for v in members) for members in found["cut_off"]],
        Asked(cut_sets, network, over, between or (), options),
        size=found["size"],
        ties=view.all_ties,
        convention=stated(
            view, over, what, ties=ALIKE, disconnected="who is apart needs nobody: one empty set", loops=NO_MATTER
        ),
        why=found["why"],
        partial=found["partial"],
    )


def k_components(network: Network, *, over: Projection | None = None, progress: Progress | None = None) -> KComponents:
    """The groups that no fewer than k actors hold together: structural cohesion, level by level.

    A k-component is a largest set of more than k actors who, without any k − 1 of them, still reach each other by
    ties among the others. So each two of them have k pathways that share nobody.

    Parameters
    ----------
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    Those of k = 1 are the pieces of the network, those of k = 2 what no single actor parts, and so on: a k-component
    lies within one of k − 1, and two of one k share fewer than k actors. `.embeddedness` says how deep each actor is:
    how many must fail to part it from its group. A set is listed at every k it has; an isolate is in none.

    Direction is ignored; loops, parallel ties and weights make no difference. Each piece has k-components of its own.

    Exact: sets are split by cuts until no cut of fewer than k actors is left. About k²(n + m) steps for each of them
    in networks of few small cuts. Raises `Cancelled`. Moody and White (2003), doi:10.2307/3088904; White and Harary
    (2001), doi:10.1111/0081-1750.00098.

    Examples
    --------
    >>> kite = Network.from_edges([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")], directed=False)
    >>> dict(k_components(kite))
    {1: (('a', 'b', 'c', 'd'),), 2: (('a', 'b', 'c'),)}
    >>> k_components(kite).embeddedness
    {'a': 2, 'b': 2, 'c': 2, 'd': 1}
    """
    view = network.freeze(over)
    keys = view.keys
    levels, embeddedness = _core.cohesion.k_components(view, progress)
    return KComponents(
        [tuple(tuple(keys[v] for v in members) for members in level) for level in levels],
        dict(zip(keys, embeddedness, strict=True)),
        Asked(k_components, network, over),
        ties=view.all_ties,
        convention=stated(
            view,
            over,
            "Largest sets that no fewer than k of their actors hold together, direction ignored.",
            ties=ALIKE,
            disconnected="each piece by itself",
            loops=NO_MATTER,
        ),
    )
