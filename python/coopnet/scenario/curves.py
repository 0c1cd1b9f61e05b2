"""What is left of a network while actors or ties are removed one after the other."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from .. import _core
from ..errors import InvalidOption
from ..network import Network
from ..projection import Projection
from ..questions import found
from ..tables import Asked, PairScores, Progress, Result, Scores, tell
from .judged import Judge
from .searches import named_actors
from .switched import Switchboard, Switched

__all__ = ["Curve", "robustness"]

PIECE = "largest piece"


class Curve(Result):
    """A number by how much is removed: `removed share value`, from nothing removed on.

    Random removals add `low` and `high`, the least and the most of all runs; others name in `actor` or `ties` who or
    what was removed last; `.order` has all of them. `.area` is the mean of the value over all removals: for the
    largest piece the R of Schneider and others, near 0 where a network falls apart at once, near 1/2 where it
    never does.
    """

    def __init__(
        self,
        values: Sequence[float],
        asked: Asked,
        *,
        ends: tuple[Sequence[float], Sequence[float]] | None = None,
        order: Sequence[str | tuple[str, ...]] = (),
        steps: int,
        **result: Any,
    ) -> None:
        super().__init__(asked, **result)
        self._steps = steps  # removals until nothing is left
        self._named = "ties" if asked.options["of"] == "ties" else "actor"
        self._values = [float(value) for value in values]
        self._ends = ends
        self.order = tuple(order)

    @property
    def area(self) -> float:
        """The mean of the value after each removal; NaN if nothing can be removed, or time cut the curve short."""
        after = self._values[1:]
        if len(after) < self._steps:
            return math.nan
        return math.fsum(after) / len(after) if after and not any(map(math.isinf, after)) else math.nan

    def __len__(self) -> int:
        return len(self._values)

    def rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for removed, value in enumerate(self._values):
            row: dict[str, Any] = {"removed": removed, "share": removed / (self._steps or 1), "value": value}
            if self._ends is not None:
                row |= {"low": float(self._ends[0][removed]), "high": float(self._ends[1][removed])}
            else:
                row[self._named] = self.order[removed - 1] if removed else None
            rows.append(row)
        return rows

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {"area": None if math.isnan(self.area) else self.area}

    def notes(self) -> list[str]:
        over, *others = super().notes()
        return [over, f"Area: {self.area:.4g}.", *others]


def robustness(
    network: Network,
    measure: str | Callable[..., Any] = PIECE,
    *subject: Any,
    attack: str | Callable[..., Any] = "random",
    of: str = "actors",
    runs: int = 100,
    seed: int = 0,
    recalculated: bool = True,
    number: str | None = None,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
    **options: Any,
) -> Curve:
    """How a network holds while actors or ties are removed one after the other, until none is left.

    Parameters
    ----------
    measure
        ``"largest piece"``: the share of all actors that still hang together, direction ignored; or a question, its
        subjects after it, of which one `number` is read as in `best_additions`. Its subjects are not removed.
    attack
        ``"random"``; or what the removed has most of: ``"degree"`` (of a tie the product of its ends'),
        ``"betweenness"``, or any question that scores actors. Of equals the first is removed.
    of
        ``"actors"`` or ``"ties"``.
    runs, seed
        How many random orders, and which: the same seed gives the same numbers for any number of threads.
    recalculated
        Score what is left anew after each removal; False: by the scores of the whole network.
    time_limit
        Seconds for what asks a question at each removal; then `.partial`: the runs that were done by then, or the
        beginning of the first, whose area is undefined.

    Notes
    -----
    The value at r removals is that of the network without the first r; `.area` is its mean over r = 1 … all:
    Schneider and others (2011), doi:10.1073/pnas.1009440108, whose R it is for the largest piece and actors.
    The product of degrees for ties: Holme and others (2002), doi:10.1103/PhysRevE.65.056109.

    Costs O(V + E) a run for the largest piece; else one question a removal and run, and for a recalculated
    attack one more. Raises InvalidOption for ties of folded affiliations, of which none can be removed.

    Examples
    --------
    >>> star = Network.from_edges([("hub", end) for end in "abcd"], directed=False)
    >>> robustness(star, attack="degree").area
    0.16
    >>> robustness(star, attack="degree").order[0]
    'hub'
    """
    if of not in ("actors", "ties"):
        raise InvalidOption(f'of="{of}" is not known. Say "actors" or "ties".')
    if isinstance(runs, bool) or not isinstance(runs, int) or runs < 1:
        raise InvalidOption(f"runs={runs!r} is not a number of runs. Say 1 or more.")
    if of == "ties" and over is not None and over.affiliations != "keep":
        raise InvalidOption('A tie of folded affiliations stands for several. Ask with affiliations="keep".')
    said = {"attack": attack, "of": of, "runs": runs, "seed": seed, "recalculated": recalculated, "number": number}
    asked = Asked(robustness, network, over, (measure, *subject), {**said, "time_limit": time_limit, **options})
    judge = None if measure == PIECE else Judge(measure, subject, options, over, number, None)
    units = _Units(network, over, of, named_actors((*subject, number)) if judge is not None else set())
    how = f"{of.capitalize()} are removed one after the other: " + _how(attack, of, runs, recalculated)
    if judge is not None:
        judge.settle([network])
        how += f". Value: {judge.number} of {judge.question.__name__}. {judge.convention}"
    else:
        how += ". Value: the share of all actors in the largest piece, direction ignored."
    told = _Told(progress, len(units.names) * (runs if attack == "random" else 1), time_limit)
    values, ends, order = _curve(judge, units, attack, runs, seed, recalculated, told)
    result: dict[str, Any] = {"ties": units.view.all_ties, "convention": how, "partial": told.spent}
    return Curve(values, asked, ends=ends, order=order, steps=len(units.names), **result)


class _Units:
    """What can be removed, in the order of the view: actors that a question does not name, or ties."""

    def __init__(self, network: Network, over: Projection | None, of: str, spared: set[str]) -> None:
        self.of = of
        self.over = over
        self.network = network
        self.view = network.freeze(over, merges=False)
        self.board = Switchboard(network)
        self._ids = list(network.ties)
        if of == "actors":
            keys = self.view.keys
            self.numbers = [vertex for vertex, key in enumerate(keys) if key not in spared]
            self.rows: list[tuple[int, ...]] = [(network.core.actor(keys[vertex]),) for vertex in self.numbers]
            self.names: list[Any] = [keys[vertex] for vertex in self.numbers]
        else:
            self.numbers = list(range(self.view.edge_count))
            self.rows = [tuple(self.view.ties(edge)) for edge in self.numbers]
            self.names = [tuple(self._ids[row] for row in rows) for rows in self.rows]

    def without(self, places: Iterable[int]) -> Switched:
        off = [row for place in places for row in self.rows[place]]
        return self.board.without(off, ()) if self.of == "actors" else self.board.without((), off)

    def scores(self, attack: str | Callable[..., Any], network: Network) -> list[float]:
        """What each unit has of that which an attack looks for; undefined or gone: less than nothing."""
        if self.of == "ties" and attack == "degree":
            return self._degree_products(network)
        answer = found("edge_betweenness" if self.of == "ties" and attack == "betweenness" else attack)(
            network, over=self.over
        )
        if self.of == "actors" and isinstance(answer, Scores):
            found_scores: Mapping[Any, float] = dict(answer)
            return [_number(found_scores.get(name)) for name in self.names]
        if self.of == "ties" and isinstance(answer, PairScores):
            of_tie = {tie: score for row in answer.rows() for tie in row["ties"] for score in [row[answer.name]]}
            return [_number(max(of_tie.get(tie, math.nan) for tie in ties)) for ties in self.names]
        raise InvalidOption(f'attack="{attack}" does not score {self.of}. Name a question that does.')

    def _degree_products(self, network: Network) -> list[float]:
        degrees = dict(found("degree")(network, over=self.over))
        sources, targets = self.view.ends
        keys = self.view.keys
        return [degrees[keys[a]] * degrees[keys[b]] for a, b in zip(sources, targets, strict=True)]


def _number(score: float | None) -> float:
    return -math.inf if score is None or math.isnan(score) else score


Ends = tuple[Sequence[float], Sequence[float]] | None


def _curve(
    judge: Judge | None,
    units: _Units,
    attack: str | Callable[..., Any],
    runs: int,
    seed: int,
    recalculated: bool,
    told: _Told,
) -> tuple[Sequence[float], Ends, Sequence[Any]]:
    actors = max(units.view.vertex_count, 1)
    if attack == "random" and judge is None:
        mean, *ends = _core.scenario.random_failures(
            units.view, of=units.of, runs=runs, seed=seed, progress=told.progress
        )
        low, high = ([size / actors for size in sizes] for sizes in ends)
        return [size / actors for size in mean], (low, high), ()
    if attack == "random":
        assert judge is not None
        orders = (_core.scenario.random_order(len(units.names), seed, run) for run in range(runs))
        return *_over_runs([list(curve) for curve in _runs(judge, units, orders, told)]), ()
    scoring = told if judge is None else told.silent()
    order = list(_targeted(units, attack, recalculated, scoring))
    told.spent = scoring.spent
    if judge is not None:
        values = list(_asked_along(judge, units, order, told))
        return values, None, [units.names[place] for place in order[: len(values) - 1]]
    numbers = [units.numbers[place] for place in order]
    sizes = _core.scenario.largest_pieces(units.view, numbers, of=units.of)
    return [size / actors for size in sizes], None, [units.names[place] for place in order]


def _runs(judge: Judge, units: _Units, orders: Iterable[Sequence[int]], told: _Told) -> Iterator[Iterator[float]]:
    """Run by run, until the time is up."""
    for order in orders:
        if told.spent:
            return
        yield _asked_along(judge, units, order, told)


def _over_runs(curves: list[list[float]]) -> tuple[list[float], Ends]:
    """The mean of all whole runs, and the least and the most of them; the first run as far as it got if none is."""
    whole = [curve for curve in curves if len(curve) == len(curves[0])]
    columns = list(zip(*whole, strict=True))
    mean = [math.fsum(column) / len(whole) if not any(map(math.isinf, column)) else math.inf for column in columns]
    return mean, ([min(column) for column in columns], [max(column) for column in columns])


class _Told:
    """Tells a callback how far the work is, which may stop it by False, and looks at the time."""

    def __init__(self, progress: Progress | None, total: int, time_limit: float | None) -> None:
        self.progress = progress
        self.spent = False
        self._done, self._total = 0, total
        self._end = math.inf if time_limit is None else time.monotonic() + time_limit

    def silent(self) -> _Told:
        """Under the same limit, without telling."""
        quiet = _Told(None, self._total, None)
        quiet._end = self._end
        return quiet

    def step(self) -> bool:
        """One more is done; False once the time is up."""
        self._done += 1
        tell(self.progress, self._done, self._total)
        self.spent = self.spent or (self._done < self._total and time.monotonic() > self._end)
        return not self.spent


def _targeted(units: _Units, attack: str | Callable[..., Any], recalculated: bool, told: _Told) -> Iterator[int]:
    """The units in the order in which an attack takes them."""
    left = list(range(len(units.names)))
    scores = units.scores(attack, units.network)
    gone: list[int] = []
    while left:
        first = max(left, key=lambda place: (scores[place], -place))
        left.remove(first)
        gone.append(first)
        yield first
        if not told.step() and left:
            return
        if recalculated and left:
            scores = units.scores(attack, units.without(gone))


def _asked_along(judge: Judge, units: _Units, order: Sequence[int], told: _Told) -> Iterator[float]:
    yield judge.ask(units.network)
    for removed in range(1, len(order) + 1):
        yield judge.ask(units.without(order[:removed]))
        if not told.step():
            return


def _how(attack: str | Callable[..., Any], of: str, runs: int, recalculated: bool) -> str:
    if attack == "random":
        return f"in random order, {runs} runs, mean with the least and the most of them"
    name = attack if isinstance(attack, str) else getattr(attack, "__name__", str(attack))
    if of == "ties" and name == "degree":
        name = "product of the degrees of its ends"
    when = "scored anew after each removal" if recalculated else "as scored in the whole network"
    return f"first what has most {name}, {when}, of equals the first"
