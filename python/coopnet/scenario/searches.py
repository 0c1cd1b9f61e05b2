"""Which edits matter most: every candidate tried, alone and in pairs, larger sets one edit at a time."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations
from typing import Any

from .. import _core
from ..errors import InvalidOption, UnknownActor
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Result, tell
from .edits import Edit, Scenario, core_edits
from .judged import Judge
from .switched import Switchboard, Switched

__all__ = ["Ranking", "best_additions", "worst_removals"]

# A scenario, its edits, one edit, an actor, or a tie as (source, target, relation).
Candidate = Scenario | Edit | Sequence[Edit] | str | tuple[str, ...]
CLOSE = 1e-10


class Ranking(Result):
    """Sets of edits, best first (of removals the worst): `edits value gain rank`; of removals `loss`.

    `value` is the number judged after the edits, `before` that of the network as it is, `gain` how much better
    it gets. Equal values share a `rank`; fewer edits come first among them, then the order of the candidates.
    `.scenarios` holds each set as a `Scenario`; `.best` the first. `.bound` is what no set of candidates could
    pass; NaN where more ties may make a number worse, and `.why` says why.
    """

    def __init__(
        self,
        sets: Sequence[tuple[tuple[int, ...], float]],
        scenarios: Sequence[Scenario],
        judge: Judge,
        asked: Asked,
        *,
        before: float,
        bound: float,
        what: str,
        convention: str,
        why: str,
        partial: bool,
    ) -> None:
        super().__init__(asked, ties=judge.ties, convention=convention, why=why, partial=partial)
        self.before = before
        self.bound = bound
        self._what = what
        self._gains = [judge.gain(before, value) * (1 if what == "gain" else -1) + 0.0 for _, value in sets]
        self._sets = list(sets)
        self.scenarios = tuple(_together([scenarios[place] for place in places]) for places, _ in sets)
        self._names = [tuple(str(scenarios[place]) for place in places) for places, _ in sets]

    @property
    def best(self) -> Scenario:
        """The first set, ready to apply."""
        if not self.scenarios:
            raise InvalidOption("There is no candidate, so none is best.")
        return self.scenarios[0]

    def __len__(self) -> int:
        return len(self._sets)

    def rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for place, (names, (_, value), gain) in enumerate(zip(self._names, self._sets, self._gains, strict=True)):
            same = place > 0 and _equal(value, self._sets[place - 1][1])
            rank = rows[-1]["rank"] if same else place + 1
            rows.append({"edits": names, "value": value, self._what: gain, "rank": rank})
        return rows

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {"before": _finite(self.before), "bound": _finite(self.bound)}

    def notes(self) -> list[str]:
        limit = "" if not math.isfinite(self.bound) else f" No set of these candidates passes {self.bound:g}."
        over, *others = super().notes()
        return [over, f"Before: {self.before:g}.{limit}", *others]


def best_additions(
    network: Network,
    question: str | Callable[..., Any],
    *subject: Any,
    candidates: Iterable[Candidate],
    budget: int = 1,
    number: str | None = None,
    better: str | None = None,
    over: Projection | None = None,
    max_results: int = 10,
    time_limit: float | None = None,
    progress: Progress | None = None,
    **options: Any,
) -> Ranking:
    """Which actors and ties, added, would improve an answer most.

    Parameters
    ----------
    question
        A function or its name, its subjects after it, as in `compare`.
    candidates
        What could be added, one at a time: ``("A", "B", "requests")`` for a tie, a `Scenario` or its edits for
        several ties and actors that come together (an attaché with his ties). Edits only add; a tie that becomes
        more reliable is a second, better tie between the same two.
    budget
        How many candidates may be added together.
    number
        Which number of the answer is judged: ``"steps"``, ``"cost"``, ``"delay_days"``, ``"reliability"`` of the
        best pathway, ``"count"`` of a reach or an actor in it, an actor of scores. By default what the projection's
        weight says of a pathway, how many are reached, the value.
    better
        ``"more"`` or ``"less"``. By default less for steps, cost and delay, more for all else.
    max_results
        How many sets the table keeps.

    Notes
    -----
    All single candidates and all pairs are tried, so what the table says of them is exact. Larger sets grow from the
    best set so far, one candidate at a time, so a better one of that size may exist: `.bound` is the number with all
    candidates in at once, which no set passes where more ties cannot make a number worse (the length of the shortest
    pathway, the product of the most reliable, the probability that some pathway works, how many are reached; ties not
    merged). No pathway counts as infinitely long and of reliability 0.

    Nothing is built anew for a candidate: all are put in once and switched off. Costs one question a set: n for
    n candidates, n²/2 for pairs, n for each larger size. `.partial` if `time_limit` (seconds) ended it before.
    Raises InvalidOption for a candidate that removes or changes, or that brings a relation or kind that the
    vocabulary does not know; what `Scenario.apply` and the question raise.

    Examples
    --------
    >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Ministry"), ("Ministry", "Police")])
    >>> ties = [("Family", "Ministry", "tie"), ("Embassy", "Police", "tie"), ("Family", "Police", "tie")]
    >>> ranked = best_additions(report, "pathways.shortest", "Family", "Police", candidates=ties)
    >>> [(row["edits"], row["value"], row["gain"]) for row in ranked.rows()][0]
    (('with Family → Police (tie)',), 1.0, 2.0)
    >>> ranked.bound
    1.0
    """
    scenarios = [_addition(candidate) for candidate in candidates]
    options_asked = {"candidates": scenarios, "budget": budget, "number": number, "better": better}
    options_asked |= {"max_results": max_results, "time_limit": time_limit, **options}
    asked = Asked(best_additions, network, over, (question, *subject), options_asked)
    judge = Judge(question, subject, options, over, number, better)
    added = _Added(network, scenarios)
    before, bound = judge.settle([network, added.with_only(range(len(scenarios)))])
    why = judge.monotone()
    sets, partial = _tried(
        judge, added.with_only, len(scenarios), budget, max_results, time_limit, progress, worst=False
    )
    return Ranking(
        sets,
        scenarios,
        judge,
        asked,
        before=before,
        bound=math.nan if why else bound,
        what="gain",
        convention=_convention(judge, budget, sets, "added"),
        why=f"No bound is stated: {why}." if why else "",
        partial=partial,
    )


def worst_removals(
    network: Network,
    question: str | Callable[..., Any],
    *subject: Any,
    of: str = "actors",
    candidates: Iterable[Candidate] | None = None,
    budget: int = 1,
    number: str | None = None,
    better: str | None = None,
    over: Projection | None = None,
    max_results: int = 10,
    time_limit: float | None = None,
    progress: Progress | None = None,
    **options: Any,
) -> Ranking:
    """Which actors or ties, removed, would harm an answer most.

    `candidates` are actors (ids), ties between two as ``("A", "B")`` or ``("A", "B", "requests")``, a `Scenario` or
    its edits; by default every actor of the projection but the subjects, or with ``of="ties"`` every tie. All else
    as in `best_additions`; the table has `loss`, how much worse the number gets. An actor takes along its ties and
    those whose instrument it is. `.bound` is the number without all candidates at once.

    Examples
    --------
    >>> pairs = [("Family", "NCB"), ("NCB", "Police"), ("Family", "Embassy"), ("Embassy", "CNP"), ("CNP", "Police")]
    >>> report = Network.from_edges(pairs)
    >>> ranked = worst_removals(report, "pathways.shortest", "Family", "Police", budget=2)
    >>> [(row["edits"], row["value"]) for row in ranked.rows()][:3]
    [(('without NCB', 'without Embassy'), inf), (('without NCB', 'without CNP'), inf), (('without NCB',), 3.0)]
    """
    options_asked: dict[str, Any] = {"of": of, "candidates": candidates, "budget": budget, "number": number}
    if candidates is None:
        scenarios = [Scenario(edits=(edit,)) for edit in _everything(network, of, over, (*subject, number))]
    else:
        options_asked["candidates"] = scenarios = [_removal(candidate) for candidate in candidates]
    options_asked |= {"better": better, "max_results": max_results, "time_limit": time_limit, **options}
    asked = Asked(worst_removals, network, over, (question, *subject), options_asked)
    judge = Judge(question, subject, options, over, number, better)
    board = Switchboard(network)
    removed = _core.scenario.removed_rows(network.core, [core_edits(scenario.edits) for scenario in scenarios])

    def without(places: Iterable[int]) -> Switched:
        rows = [removed[place] for place in places]
        actors = {row for actors, _ in rows for row in actors}
        return board.without(actors, {row for _, ties in rows for row in ties})

    (before,) = judge.settle([network])
    why = judge.monotone()
    bound = math.nan if why else judge.ask(without(range(len(scenarios))))
    sets, partial = _tried(judge, without, len(scenarios), budget, max_results, time_limit, progress, worst=True)
    return Ranking(
        sets,
        scenarios,
        judge,
        asked,
        before=before,
        bound=bound,
        what="loss",
        convention=_convention(judge, budget, sets, "removed"),
        why=f"No bound is stated: {why}." if why else "",
        partial=partial,
    )


# --- candidates ---------------------------------------------------------------------


class _Added:
    """A network with all candidates in."""

    def __init__(self, network: Network, scenarios: Sequence[Scenario]) -> None:
        edits: dict[str, Edit] = {}  # an actor that several candidates bring comes once
        places: dict[str, int] = {}
        self._edits_of: list[set[int]] = []
        for number, scenario in enumerate(scenarios, 1):
            self._edits_of.append(set())
            _require_own_actors(network, number, scenario)
            for edit in scenario.edits:
                key = f"actor {edit['actor']}" if edit["edit"] == "add_actor" else f"tie {len(edits)}"
                if edits.setdefault(key, edit) != edit:
                    raise InvalidOption(
                        f'Two candidates add the actor "{edit["actor"]}" and say different things of it. Make them one.'
                    )
                self._edits_of[-1].add(places.setdefault(key, len(places)))
        core, actors, ties, self._edit_of_actors, self._edit_of_ties = _core.scenario.overlaid(
            network.core, core_edits(edits.values()), []
        )
        whole = Network(core)
        if whole.vocabulary != network.vocabulary:
            raise InvalidOption(
                "A candidate brings a kind or relation that the vocabulary does not know. "
                "Ask of a network whose vocabulary has it."
            )
        self._board = Switchboard(whole)
        self._actors = [row for row, fate in enumerate(actors) if fate == "added"]
        self._ties = [row for row, fate in enumerate(ties) if fate == "added"]

    def with_only(self, places: Iterable[int]) -> Switched:
        """The network with these candidates; all others are switched off."""
        on = set().union(*(self._edits_of[place] for place in places))
        return self._board.without(
            [row for row in self._actors if self._edit_of_actors[row] not in on],
            [row for row in self._ties if self._edit_of_ties[row] not in on],
        )


def _require_own_actors(network: Network, number: int, scenario: Scenario) -> None:
    """A candidate stands by itself: whom its ties join is recorded, or added by it."""
    own = set(network.actors)
    for edit in scenario.edits:
        if edit["edit"] == "add_actor":
            own.add(edit["actor"])
        for end in ("source", "target", "instrument", "parent"):
            if edit.get(end) and edit[end] not in own:
                hint = _core.nearest_hint(edit[end], list(own))
                raise UnknownActor(f'Candidate {number} ({scenario}): there is no actor "{edit[end]}".{hint}')


def _addition(candidate: Candidate) -> Scenario:
    if isinstance(candidate, tuple) and len(candidate) == 3 and all(isinstance(part, str) for part in candidate):
        return Scenario().add_tie(*candidate)
    scenario = _scenario(candidate, "(source, target, relation), a Scenario, or its edits")
    for edit in scenario.edits:
        if not edit["edit"].startswith("add_"):
            raise InvalidOption(f"The candidate {scenario} does not only add. Apply a scenario with the rest first.")
    return scenario


def _removal(candidate: Candidate) -> Scenario:
    if isinstance(candidate, str):
        return Scenario().remove(candidate)
    if isinstance(candidate, tuple) and len(candidate) in (2, 3) and all(isinstance(part, str) for part in candidate):
        return Scenario().remove(*candidate)
    return _scenario(candidate, "an actor, (source, target), (source, target, relation), a Scenario, or its edits")


def _scenario(candidate: Any, forms: str) -> Scenario:
    if isinstance(candidate, Scenario):
        made = candidate
    elif isinstance(candidate, Mapping):
        made = Scenario(edits=(candidate,))
    elif isinstance(candidate, Sequence) and all(isinstance(edit, Mapping) for edit in candidate):
        made = Scenario(edits=tuple(candidate))
    else:
        raise InvalidOption(f"The candidate {candidate!r} is none. Give {forms}.")
    if not made.edits:
        raise InvalidOption(f"A candidate has no edit. Give {forms}.")
    return made


def _everything(network: Network, of: str, over: Projection | None, spared: Iterable[Any]) -> Iterator[Edit]:
    """The removal of each actor of the projection that the question does not name, or of each tie."""
    view = network.freeze(over, merges=False)
    if of == "ties":
        ids = list(network.ties)
        yield from ({"edit": "remove", "tie": ids[row]} for row in view.all_ties)
    elif of == "actors":
        named = named_actors(spared)
        yield from ({"edit": "remove", "actor": key} for key in view.keys if key not in named)
    else:
        raise InvalidOption(f'of="{of}" is not known. Say "actors" or "ties".')


def named_actors(subjects: Iterable[Any]) -> set[str]:
    """The texts among a question's subjects, those in lists too."""
    named: set[str] = set()
    for subject in subjects:
        if isinstance(subject, str):
            named.add(subject)
        elif isinstance(subject, Iterable):
            named |= {item for item in subject if isinstance(item, str)}
    return named


def _together(scenarios: Sequence[Scenario]) -> Scenario:
    """Several candidates as one scenario; an actor that they share comes once."""
    edits: list[Edit] = []
    for edit in chain.from_iterable(scenario.edits for scenario in scenarios):
        if edit["edit"] != "add_actor" or edit not in edits:
            edits.append(edit)
    return Scenario(" + ".join(str(scenario) for scenario in scenarios), tuple(edits))


# --- trying --------------------------------------------------------------------------

Sets = list[tuple[tuple[int, ...], float]]


def _tried(
    judge: Judge,
    network_of: Callable[[Iterable[int]], Network],
    count: int,
    budget: int,
    max_results: int,
    time_limit: float | None,
    progress: Progress | None,
    *,
    worst: bool,
) -> tuple[Sets, bool]:
    """The sets that were tried, best first, at most so many; and whether the time was up before all were."""
    for name, value in (("budget", budget), ("max_results", max_results)):
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise InvalidOption(f"{name}={value!r} is no such number. Say 1 or more.")
    budget = min(budget, count)
    total = (
        count + (count * (count - 1) // 2 if budget > 1 else 0) + sum(count - size + 1 for size in range(3, budget + 1))
    )
    deadline = math.inf if time_limit is None else time.monotonic() + time_limit
    tried: Sets = []

    def order(item: tuple[tuple[int, ...], float]) -> tuple[Any, ...]:
        places, value = item
        undefined, place = judge.place(value)
        return undefined, -place if worst else place, len(places), places

    def all_of(sets: Iterable[tuple[int, ...]]) -> bool:
        for places in sets:
            if time.monotonic() > deadline:
                return False
            tried.append((places, judge.ask(network_of(places))))
            tell(progress, len(tried), total)
        return True

    whole = all_of((place,) for place in range(count))
    if budget > 1:
        whole = whole and all_of(combinations(range(count), 2))
    for size in range(3, budget + 1):
        if not whole:
            break
        base = min((item for item in tried if len(item[0]) == size - 1), key=order)[0]
        whole = all_of(tuple(sorted((*base, place))) for place in range(count) if place not in base)
    return _ranked(tried, order)[:max_results], not whole


def _ranked(tried: Sets, order: Callable[[Any], Any]) -> Sets:
    """Best first; values that are equal but for rounding stand as equals do."""
    ranked = sorted(tried, key=order)
    settled: Sets = []
    run: Sets = []
    for item in ranked:
        if run and not _equal(run[0][1], item[1]):
            settled += sorted(run, key=lambda one: (len(one[0]), one[0]))
            run = []
        run.append(item)
    return settled + sorted(run, key=lambda one: (len(one[0]), one[0]))


def _equal(a: float, b: float) -> bool:
    return a == b or (math.isnan(a) and math.isnan(b)) or math.isclose(a, b, rel_tol=CLOSE)


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _convention(judge: Judge, budget: int, sets: Sets, what: str) -> str:
    less = "less" if judge.less else "more"
    said = f"Judged: {judge.number} of {judge.question.__name__}, {less} is better. All single candidates {what}"
    said += " and all pairs are tried" if budget > 1 else " are tried"
    said += "; larger sets grow from the best one, one candidate at a time" if budget > 2 else ""
    equal = sum(_equal(value, sets[0][1]) for _, value in sets) if sets else 0
    said += f". {equal} sets shown are equally far at the top" if equal > 1 else ""
    return f"{said}. {judge.convention}".strip()
