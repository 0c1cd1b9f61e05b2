"""Pathways that share nothing, and what must fail for none to be left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import Infeasible
from ..projection import Projection
from ..tables import Asked, Progress, Result, joined
from ..ways import DIRECTIONS, Pathways
from .asked import count
from .none import no_pathway

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["MinimumCuts", "cuts", "disjoint"]


class MinimumCuts(Result, Sequence[tuple[str, ...]]):
    """Smallest sets of actors, or of ties, that all pathways need one of; a Sequence of tuples of ids.

    `.size`: how many are in each; None if a limit stopped the search before that was known.
    """

    def __init__(self, rows: Sequence[dict[str, Any]], asked: Asked, *, size: int | None, **result: Any) -> None:
        super().__init__(asked, **result)
        self._rows = list(rows)
        self.size = size

    def __getitem__(self, place: Any) -> Any:
        return self._sets()[place]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._sets())

    def __len__(self) -> int:
        return len(self._rows)

    def _sets(self) -> list[tuple[str, ...]]:
        return [next(iter(row.values())) for row in self._rows]

    def rows(self) -> list[dict[str, Any]]:
        return self._rows


def disjoint(
    network: Network,
    source: str,
    target: str,
    *,
    of: str = "actors",
    k: int | None = None,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """As many pathways as there are that share no actor, so that one is left whoever fails.

    Of all such sets one of least total length, and of these one of fewest steps; shortest pathway first.

    Parameters
    ----------
    of
        What they must not share besides their ends: ``"actors"``, or only ``"ties"``.
    k
        At most so many. None: as many as there are.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    The shortest pathway need not be among them, if it stands in the way of two others. There are as many as each of
    the `cuts` has actors, or ties (Menger). An undirected tie is one tie, whichever way it is used; parallel ties are
    ties each, so two that join the ends directly are two pathways. Lengths are sums of the projection's weight, or
    steps; of a probability the set is the one of greatest product over all its ties.

    Costs k searches, O(k·m log n). Suurballe (1974), doi:10.1002/net.3230040204. Raises `NoPathway` if there is
    none, `InvalidOption` if source and target are the same, `InvalidWeight`, `UnknownActor`, `Cancelled`.

    Examples
    --------
    The shortest pathway, a-b-c-d, would leave no second one:

    >>> from coopnet import Network
    >>> pairs = [("a", "b"), ("b", "c"), ("c", "d"), ("a", "e"), ("e", "c"), ("b", "f"), ("f", "d")]
    >>> [way.actors for way in disjoint(Network.from_edges(pairs), "a", "d")]
    [('a', 'b', 'f', 'd'), ('a', 'e', 'c', 'd')]
    """
    k = None if k is None else count("k", k)
    view = network.freeze(over, merges=False)
    ways = _core.pathways.disjoint(view, source, target, progress, of=of, k=k)
    if not ways:
        raise no_pathway(network, source, target, over, None)
    return Disjoint(view, ways, Asked(disjoint, network, over, (source, target), {"of": of, "k": k}))


class Disjoint(Pathways):
    """Pathways that share nothing but their ends."""

    @property
    def convention(self) -> str:
        of, k = self._asked.options["of"], self._asked.options["k"]
        many = "As many pathways as there are" if k is None else f"At most {k} pathways"
        return f"{many} that share no {of.removesuffix('s')}, of least total length. {super().convention}"

    def _survival(self) -> str:
        return ""


def cuts(
    network: Network,
    source: str,
    target: str,
    *,
    of: str = "actors",
    max_results: int = 1000,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> MinimumCuts:
    """All smallest sets of actors, or of ties, without which no pathway leads from source to target.

    Parameters
    ----------
    of
        What fails: ``"actors"`` besides the two, or ``"ties"``.
    max_results, time_limit
        How many sets, how many seconds; if one stops the search, `.partial` says so. The set nearest to the source
        is always among them.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    `.size` is how many must fail together: as many as pathways that share none of them (`disjoint`). Sets in the
    order of the network. Ties are followed as they run; an undirected one is cut as one tie, parallel ties each by
    itself unless the projection merges them; loops and weights make no difference. `coopnet.cohesion.cut_sets` lists
    what parts anybody from anybody.

    Finding one costs O(size·m log n), each further one O(n + m); there may be exponentially many. Picard and
    Queyranne (1980), doi:10.1007/BFb0120902. Raises `NoPathway` if nothing is left to cut, `Infeasible` if actors
    are to part two who are tied to each other, `InvalidOption` if source and target are the same, `UnknownActor`,
    `Cancelled`.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Family", "NCB"), ("Family", "Embassy"), ("NCB", "Police"), ("Embassy", "Police")]
    >>> report = Network.from_edges(pairs)
    >>> list(cuts(report, "Family", "Police"))
    [('NCB', 'Embassy')]
    >>> cuts(report, "Family", "Police", of="ties").rows()[0]
    {'ties': ('T1', 'T2'), 'steps': ('Family → NCB', 'Family → Embassy')}
    """
    max_results = count("max_results", max_results, "sets")
    options: dict[str, Any] = {"of": of, "max_results": max_results, "time_limit": time_limit}
    view = network.freeze(over, merges=False)
    found = _core.pathways.cuts(view, source, target, progress, **options)
    if found["size"] is None and not found["partial"]:
        raise Infeasible(f'No actors part {source} from {target}, who are tied to each other. Ask of="ties".')
    if found["size"] == 0:
        raise no_pathway(network, source, target, over, None)
    direction = (over or Projection()).direction
    return MinimumCuts(
        list(_rows(network, view, of, found["sets"])),
        Asked(cuts, network, over, (source, target), options),
        size=found["size"],
        ties=view.all_ties,
        convention=(
            f"Smallest sets of {of} without which no pathway leads from {source} to {target}. {DIRECTIONS[direction]}; "
            "an undirected tie is cut as one, parallel ties each by itself; weights make no difference."
        ),
        partial=found["partial"],
    )


def _rows(network: Network, view: _core.View, of: str, sets: Sequence[Sequence[int]]) -> Iterator[dict[str, Any]]:
    if of == "actors":
        keys = view.keys
        yield from ({"actors": tuple(keys[vertex] for vertex in members)} for members in sets)
        return
    pairs, ids = joined(network, view)
    for members in sets:
        yield {
            "ties": tuple(tie for edge in members for tie in ids[edge]),
            "steps": tuple(" → ".join(pairs[edge]) for edge in members),
        }
