"""Pathways that fit: a pattern, actors to pass or avoid, limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption, InvalidWeight, NoPathway
from ..projection import Projection
from ..tables import Asked, Progress
from ..ways import Pathways
from .asked import Fits, count
from .none import no_pathway
from .reached import reach

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["find", "pareto", "widest"]


def find(
    network: Network,
    source: str,
    target: str,
    k: int = 5,
    *,
    pattern: str | None = None,
    via: str | Sequence[str] = (),
    avoid: str | Sequence[str] = (),
    limits: Mapping[str, float] | None = None,
    walks: bool = False,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """The k best pathways that fit a pattern, pass some actors, avoid others and keep to limits.

    Best is what the projection says: fewest steps without a weight, the least sum of a cost or of
    1/strength, the greatest product of a probability.

    Parameters
    ----------
    k
        How many; all that fit if there are fewer.
    pattern
        What the whole pathway must look like, tie by tie. `reports` is a tie of that relation,
        followed as it runs; `-reports` against its direction; `.` any tie; `channel=police` one
        whose column has that value (`a,b` either, `!=` none of them, `-` the empty cell).
        `[kind=ncb country=KHM]` looks at the actor where it stands: a kind includes what `is_a` it.
        `a b` is one after the other, `a | b` either, `( )` groups; `*` `+` `?` `{2}` `{1,3}` repeat.
        Quote a word that holds marks or blanks: `"co-sponsors (2)"`.
    via, avoid
        Ids of actors, `"[kind=igo]"` (some actor like that), or `"layer=illicit"` (some tie like
        that). A pathway passes all of `via`, in any order, and none of `avoid`.
    limits
        By column of the ties, the most a pathway may add up to: ``{"steps": 6, "delay_days": 30}``;
        of ``reliability`` the least its product may be. Empty cells take the projection's `fill`.
    walks
        Let an actor stand on a way twice.

    `.partial` says that `time_limit` (seconds) ended the search, or that it left too much open.

    Raises
    ------
    NoPathway
        As `shortest`; if it is what was asked that leaves none, names what stands in the way.
    ParseError, UnknownRelation, UnknownName
        Pointing at the character of the pattern.
    UnknownActor, InvalidWeight, InvalidOption
        For limits below 0, or what is to be passed and avoided at once.

    Notes
    -----
    The pattern becomes an automaton and is searched together with the network: O(states·E·log V),
    and little more a pathway. Where no actor may stand twice the question is hard in general
    (Mendelzon and Wood 1995, doi:10.1137/S009753979122370X): a search that wanders can be given a
    `time_limit`.

    Examples
    --------
    >>> import coopnet as cn
    >>> case = cn.load("indonesia-cambodia-2021-2022")
    >>> found = find(case, "ID.FAM", "KH.PSNH", 2, pattern="reports (verifies | notifies)* requests tasks")
    >>> [" ".join(way.actors) for way in found]
    ['ID.FAM ID.EMB KH.CNP KH.PSNH', 'ID.FAM ID.EMB KH.CNP KH.PSNH']
    >>> find(case, "ID.FAM", "KH.PSNH", 1, via="[kind=ncb country=KHM]")[0].actors
    ('ID.FAM', 'ID.EMB', 'ID.PWNI', 'ID.BRK', 'ID.DHI', 'ID.NCB', 'KH.NCB', 'KH.CNP', 'KH.PSNH')
    """
    k = count("k", k)
    fits = Fits.of(pattern, via, avoid, limits)
    options = {**fits.options, "walks": walks, "time_limit": time_limit}
    asked = Asked(find, network, over, (source, target, k), options)
    return _found(asked, fits, walks=walks, time_limit=time_limit, progress=progress)


def widest(
    network: Network,
    source: str,
    target: str,
    k: int = 1,
    *,
    pattern: str | None = None,
    via: str | Sequence[str] = (),
    avoid: str | Sequence[str] = (),
    limits: Mapping[str, float] | None = None,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """The k pathways whose weakest tie is strongest: by what a chain can carry, or is worth.

    A pathway is as wide as its narrowest tie (`.width`), by the projection's weight: a
    ``strength``, which it is without one, a ``capacity`` or a ``reliability``, each in its own
    unit. Among equally wide ones fewer steps come first. A tie of width 0 is none; the pathway
    without a step is infinitely wide. `pattern`, `via`, `avoid`, `limits`, and what is raised, as
    in `find`; InvalidWeight also for a weight that is a cost.

    Notes
    -----
    As `find`. Pollack (1960), doi:10.1287/opre.8.5.733.

    Examples
    --------
    >>> from coopnet import Network, Projection
    >>> pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")]
    >>> report = Network.from_edges(pairs).with_column("ties", "capacity", [9, 5, 3])
    >>> carried = Projection(weight="capacity")
    >>> [(way.actors, way.width) for way in widest(report, "Family", "Police", 2, over=carried)]
    [(('Family', 'Embassy', 'Police'), 5.0), (('Family', 'Police'), 3.0)]
    """
    k = count("k", k)
    over = over or Projection()
    if over.weight is None:
        over = over.replace(weight="strength")
    fits = Fits.of(pattern, via, avoid, limits)
    asked = Asked(widest, network, over, (source, target, k), {**fits.options, "time_limit": time_limit})
    if network.freeze(over, merges=False).meaning == "cost":
        raise InvalidWeight(
            f"The weight {over.weight} is a cost, and no width. Choose capacity, strength or reliability."
        )
    return _found(asked, fits, widest=True, time_limit=time_limit, progress=progress)


def pareto(
    network: Network,
    source: str,
    target: str,
    by: Sequence[str] = ("steps", "reliability"),
    *,
    pattern: str | None = None,
    via: str | Sequence[str] = (),
    avoid: str | Sequence[str] = (),
    limits: Mapping[str, float] | None = None,
    over: Projection | None = None,
    max_results: int = 1000,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    """The pathways that are best in some balance of several things: none of them can be bettered without a loss.

    Whatever weight one gives to fewer steps, less delay and more reliability, the best pathway is among these, and
    each of these is one that nothing betters in all.

    Parameters
    ----------
    by
        Two or more of ``"steps"``, ``"reliability"`` (the product, more is better; what is not recorded follows from
        grade and status), ``"delay_days"`` or any other column of the ties that adds up (less is better; the
        projection's `fill` for empty cells). The projection's weight is not read.
    pattern, via, avoid, limits
        As in `find`.

    Of pathways that are equal in all, one of fewest steps stands for them. They come by the first of `by`, then the
    next; each is a column. `.cost` is NaN. `.partial` says that `max_results` or `time_limit` (seconds) left some out.
    Raises as `find`; InvalidOption for fewer than two things, or one twice.

    Notes
    -----
    Usually little more than a search for each; exponential at worst, as there can be so many. Martins (1984),
    doi:10.1016/0377-2217(84)90077-8.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")]
    >>> report = Network.from_edges(pairs).with_column("ties", "reliability", [0.9, 0.8, 0.5])
    >>> [(way.steps, round(way.reliability, 2)) for way in pareto(report, "Family", "Police")]
    [(1, 0.5), (2, 0.72)]
    """
    by = (by,) if isinstance(by, str) else tuple(by)
    if len(by) < 2 or len(set(by)) < len(by):
        raise InvalidOption(f"by={by!r} must name two different things or more, such as steps and reliability.")
    max_results = count("max_results", max_results)
    fits = Fits.of(pattern, via, avoid, limits)
    options = {**fits.options, "max_results": max_results, "time_limit": time_limit}
    asked = Asked(pareto, network, over, (source, target, by), options)

    def search(view: _core.View, fits: Fits, most: int, limit: float | None, progress: Progress | None) -> Any:
        return _core.pathways.pareto(
            view,
            source,
            target,
            by=list(by),
            **fits.options,
            fill=over.fill if over else None,
            max_results=most,
            time_limit=limit,
            progress=progress,
        )

    view = network.freeze(over, merges=False)
    found, partial = search(view, fits, max_results, time_limit, progress)
    if not found:
        raise _none(asked, fits, partial, lambda fewer: bool(search(view, fewer, 1, _LOOK, None)[0]))
    measured = [dict(zip(by, values, strict=True)) for _, values in found]
    return Pathways(view, [way for way, _ in found], asked, partial=partial, measured=measured, fits=str(fits))


# --- the search they share -------------------------------------------------------
def _found(
    asked: Asked,
    fits: Fits,
    *,
    walks: bool = False,
    widest: bool = False,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Pathways:
    source, target, k = asked.subjects

    def search(fits: Fits, k: int, limit: float | None, progress: Progress | None) -> tuple[Any, bool]:
        return _core.pathways.find(
            view,
            source,
            target,
            **fits.options,
            widest=widest,
            fill=asked.over.fill if asked.over else None,
            k=k,
            walks=walks,
            time_limit=limit,
            progress=progress,
        )

    view = asked.network.freeze(asked.over, merges=False)
    ways, partial = search(fits, k, time_limit, progress)
    if ways:
        return Pathways(view, ways, asked, partial=partial, widest=widest, walks=walks, fits=str(fits))
    raise _none(asked, fits, partial, lambda fewer: bool(search(fewer, 1, _LOOK, None)[0]))


def _none(asked: Asked, fits: Fits, partial: bool, answers: Callable[[Fits], bool]) -> NoPathway:
    """Why there is no answer; `answers` says whether there is one under other conditions."""
    source, target = asked.subjects[:2]
    time_limit = asked.options["time_limit"]
    if target not in reach(asked.network, source, over=asked.over):
        return no_pathway(asked.network, source, target, asked.over, time_limit if partial else None)
    if partial:
        return NoPathway(_in_time(source, target, time_limit), [], [])
    frees = [name for name, fewer in fits.without_each() if answers(fewer)]
    return NoPathway(_unfit(source, target, fits, frees), [], [])


_LOOK = 1.0  # seconds to see whether a condition is what stands in the way


def _in_time(source: str, target: str, time_limit: float | None) -> str:
    if time_limit is None:
        return (
            f"No pathway from {source} to {target} that fits was found, and too many beginnings are left open. "
            "Ask a narrower pattern, tighter limits, or fewer ties."
        )
    return f"No pathway from {source} to {target} that fits was found within {time_limit} s. Give it more time."


def _unfit(source: str, target: str, fits: Fits, frees: Sequence[str]) -> str:
    if not str(fits):
        return f"Ties lead from {source} to {target}, but none of them can be used: they weigh nothing."
    said = f"Pathways lead from {source} to {target}, but none of them fits: {fits}."
    if frees:
        return f"{said} There are some without {' or '.join(frees)}."
    return f"{said} None of these conditions stands in the way alone."
