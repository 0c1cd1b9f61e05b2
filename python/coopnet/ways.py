"""What questions of pathways return: pathways step by step, reach, instruments."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

from . import _core
from .network import Network, Record
from .show import shown
from .tables import Asked, Result, Value
from .texts import text

__all__ = ["Instruments", "JoinedPairs", "Pathway", "Pathways", "Reach"]

# By kind of instrument, the instruments of each pair of groups.
_ByKind = Mapping[str, Mapping[frozenset[str], Sequence[str]]]

TABLES = ("flatter", "steeper")
COLUMNS = ("steps", "delay_days", "reliability")

_LENGTHS = {
    "none": "Each tie is one step",
    "cost": "Lengths are sums of {weight}",
    "strength": "A step is as long as 1/{weight}",
    "probability": "Each step works with its {weight}, independently, so a pathway works with their product",
}
DIRECTIONS = {
    "declared": "Ties are followed as they run, undirected ones both ways",
    "undirected": "Ties are followed both ways, whatever way they run",
    "reversed": "Ties are followed against the way they run",
}
ON_TABLE = "Reliabilities not recorded follow from grade and status by a table, a convention and not a finding"
_EQUALS = {
    False: "sums equal on paper are equal (exact on a shared decimal scale, else relative 1e-10)",
    True: "products within a relative 1e-10 are equal",
}


class _Resting(Result):
    """What pathways and a single one share: which convention they rest on, and whether their order does."""

    def __init__(self, view: _core.View, asked: Asked, ties: Sequence[int], *, partial: bool) -> None:
        super().__init__(asked, ties=ties, convention="", partial=partial)
        self._view = view

    @property
    def convention(self) -> str:
        convention = self._rule()
        if not self.rests_on_table:
            return convention
        return f"{convention} {ON_TABLE}{self._survival()}."

    def _rule(self) -> str:
        raise NotImplementedError

    @cached_property
    def rests_on_table(self) -> bool:
        """Some reliability that was asked is not recorded but follows from grade and status."""
        asked = self._view.all_ties if self._multiplies else self._ties
        return self.network.core.rests_on_table(list(asked))

    @property
    def _multiplies(self) -> bool:
        return self._view.meaning == "probability" and self.projection.weight == "reliability"

    @cached_property
    def survives(self) -> dict[str, bool]:
        """Whether the same pathways come in the same order under a ``flatter`` and a ``steeper`` table.

        Flatter: by ratio, each reliability by grade comes half as far from the best of the table,
        √(p·best); steeper: twice as far, p²/best. Recorded ones stay. Empty where the order
        does not rest on the table, or where a limit stopped the search.
        """
        if not (self._multiplies and self.rests_on_table) or self.partial:
            return {}
        return {table: self._order() == self._under(table) for table in TABLES}

    def _order(self) -> list[tuple[str, ...]]:
        raise NotImplementedError

    def _under(self, table: str) -> list[tuple[str, ...]]:
        network = Network(_core.scenario.with_reliabilities(self.network.core, table))
        asked = self._asked
        again: _Resting = asked.question(network, *asked.subjects, over=asked.over, **asked.options)
        return again._order()

    def _survival(self) -> str:
        changed = [table for table, same in self.survives.items() if not same]
        if not self.survives:
            return ""
        if not changed:
            return "; the order stays under a flatter and a steeper table"
        return f"; the order changes under a {' and a '.join(changed)} table"


class Pathway(_Resting):
    """One way from an actor to another.

    `.actors` and `.ties` (ids) in order; `.steps`; `.cost` (what the projection's weight adds up
    to; −ln of a probability), `.delay_days` (sum) and `.reliability` (product), NaN if a step
    is unknown; `.width` (of the narrowest tie, NaN unless `widest` was asked); `.departs` and
    `.arrives`, None unless times were asked.
    """

    def __init__(
        self, view: _core.View, actors: tuple[str, ...], rows: Sequence[Sequence[int]], length: float, among: Pathways
    ) -> None:
        super().__init__(view, among._asked, [row for step in rows for row in step], partial=among.partial)
        self.actors = actors
        self._rows = rows  # the ties of each step
        self._length = length
        self._among = among
        self.departs: str | None = None
        self.arrives: str | None = None

    @property
    def ties(self) -> tuple[str, ...]:
        return tuple(str(self.network.ties.row(row).id) for row in self._ties)

    @property
    def steps(self) -> int:
        return len(self._rows)

    @property
    def width(self) -> float:
        return self._length if self._among.widest else math.nan

    @property
    def cost(self) -> float:
        if self._among.widest or self._among.measured:
            return math.nan
        if self._view.meaning != "probability":
            return self._length
        return 0.0 - math.log(self._length) if self._length else math.inf  # 0.0: not −0 for a sure pathway

    @cached_property
    def delay_days(self) -> float:
        return float(sum(step["delay_days"] for step in self.rows()))

    @cached_property
    def reliability(self) -> float:
        return float(math.prod(step["reliability"] for step in self.rows()))

    def state(self, at: str) -> str:
        """Whether it can be gone on a day: ``"certain"``, ``"possible"`` or ``"impossible"``.

        Certain if every step has a tie that holds then by every reading of its unknown days, possible if every step
        has one that does by some reading. Of a span, ``"2022-07/2022-09"``, some day of it will do for each step.
        """
        return _core.pathways.state(self.network.core, [list(rows) for rows in self._rows], at)

    def rows(self) -> list[dict[str, Any]]:
        ends = zip(self.actors, self.actors[1:], self._rows, strict=False)
        return [self._step(source, target, rows) for source, target, rows in ends]

    def _step(self, source: str, target: str, rows: Sequence[int]) -> dict[str, Any]:
        """One step as walked; of merged ties the texts are joined, the best number taken."""
        core = self.network.core
        ties = [self.network.ties.row(row) for row in rows]
        return {
            "source": source,
            "target": target,
            "relation": _joined(tie.relation for tie in ties),
            "instrument": _joined(tie.instrument for tie in ties),
            "since": _joined(tie.since for tie in ties),
            "until": _joined(tie.until for tie in ties),
            "delay_days": _best(min, (_number(tie.delay_days) for tie in ties)),
            "reliability": _best(max, (core.reliability(row) for row in rows)),
            "status": _joined(tie.status for tie in ties),
            "ties": tuple(tie.id for tie in ties),
            "sources": tuple(core.sources_of(list(rows))),
            "grade": core.weakest_grade(list(rows)),
        }

    @cached_property
    def survives(self) -> dict[str, bool]:
        """As `Pathways.survives` of those it was found among."""
        return self._among.survives

    def _order(self) -> list[tuple[str, ...]]:
        return [self.ties]

    def _rule(self) -> str:
        return self._among._rule()

    def explain(self, lang: str = "en") -> str:
        """The pathway as numbered sentences with channel, status, reliability and sources, in English or Indonesian."""
        if not self.steps:
            return text("pathway.none", lang)
        return "\n".join(self._sentence(number, step, lang) for number, step in enumerate(self.rows(), start=1))

    def _sentence(self, number: int, step: Mapping[str, Any], lang: str) -> str:
        network = self.network
        tie = network.ties[step["ties"][0]]
        words = network.vocabulary
        recorded = f"{network.label(tie.source, lang)} {words.label('relations', tie.relation, lang)} "
        back = tie.source != step["source"]
        if back and not words["relations"][tie.relation]["directed"]:
            back = False
            recorded = f"{network.label(tie.target, lang)} {words.label('relations', tie.relation, lang)} "
            recorded += network.label(tie.source, lang)
        else:
            recorded += network.label(tie.target, lang)
        return text(
            "pathway.back" if back else "pathway.step",
            lang,
            number=number,
            source=network.label(step["source"], lang),
            target=network.label(step["target"], lang),
            tie=recorded,
            details="; ".join(self._details(tie, step, lang)),
        )

    def _details(self, tie: Record, step: Mapping[str, Any], lang: str) -> list[str]:
        words = self.network.vocabulary
        details = []
        if tie.channel:
            details.append(text("pathway.channel", lang, channel=words.label("lines", tie.channel, lang)))
        if tie.instrument:
            instrument = self.network.label(tie.instrument, lang, short=True)
            details.append(text("pathway.instrument", lang, instrument=instrument))
        if tie.status:
            details.append(text(f"status.{tie.status}", lang))
        if not math.isnan(step["reliability"]):
            details.append(text("pathway.reliability", lang, reliability=_decimal(step["reliability"], lang)))
        if not math.isnan(step["delay_days"]):
            key = "pathway.day" if step["delay_days"] == 1 else "pathway.days"
            details.append(text(key, lang, days=_decimal(step["delay_days"], lang)))
        if step["sources"]:
            details.append(text("pathway.sources", lang, sources=", ".join(step["sources"]), grade=step["grade"]))
        else:
            details.append(text("pathway.no_sources", lang))
        return details

    def notes(self) -> list[str]:
        return [" → ".join(self.actors), *super().notes()]


class Pathways(_Resting, Sequence[Pathway]):
    """Pathways, best first; a Sequence of `Pathway`."""

    def __init__(
        self,
        view: _core.View,
        ways: Sequence[tuple[Sequence[int], Sequence[int], float]],
        asked: Asked,
        *,
        partial: bool = False,
        widest: bool = False,
        walks: bool = False,
        measured: Sequence[Mapping[str, float]] = (),
        fits: str = "",
    ) -> None:
        self.widest = widest
        self.measured = measured  # what each adds up to, if several things were asked for
        self._walks = walks
        self._fits = fits
        rows = {edge: view.ties(edge) for _, edges, _ in ways for edge in edges}
        super().__init__(view, asked, sorted({row for ties in rows.values() for row in ties}), partial=partial)
        keys = view.keys
        self._ways = [
            Pathway(view, tuple(keys[vertex] for vertex in vertices), [rows[edge] for edge in edges], length, self)
            for vertices, edges, length in ways
        ]

    @overload
    def __getitem__(self, place: int) -> Pathway: ...
    @overload
    def __getitem__(self, place: slice) -> list[Pathway]: ...
    def __getitem__(self, place: int | slice) -> Pathway | list[Pathway]:
        return self._ways[place]

    def __len__(self) -> int:
        return len(self._ways)

    def _order(self) -> list[tuple[str, ...]]:
        return [way.ties for way in self._ways]

    def _rule(self) -> str:
        """How these were told apart and put in order."""
        view, projection = self._view, self.projection
        if self.measured:
            things = ", ".join(self.measured[0])
            length = f"None can be bettered in one of {things} without a loss in another; by the first, then the next"
        elif self.widest:
            length = f"A pathway is as wide as its narrowest tie by {projection.weight}, wider ones first"
        else:
            length = _LENGTHS[view.meaning].format(weight=projection.weight or "strength")
            length = f"{length}; {_EQUALS[view.meaning == 'probability']}"
        twice = "an actor may stand on a way twice" if self._walks else "no actor twice"
        return (
            f"{DIRECTIONS[projection.direction]}; {twice}, parallel ties are pathways of their own. "
            f"{length}, then fewer steps first, then the network's order."
            f"{f' Asked: {self._fits}.' if self._fits else ''}"
        )

    def rows(self) -> list[dict[str, Any]]:
        return [
            {
                "actors": way.actors,
                "ties": way.ties,
                "steps": way.steps,
                **self._measures(place, way),
                "delay_days": way.delay_days,
                "reliability": way.reliability,
                "weakest_grade": way.weakest_grade,
                "sources": way.sources,
            }
            for place, way in enumerate(self._ways)
        ]

    def _measures(self, place: int, way: Pathway) -> dict[str, float]:
        """What they were ranked by, where no other column says it."""
        if self.measured:
            return {name: value for name, value in self.measured[place].items() if name not in COLUMNS}
        return {"width": way.width} if self.widest else {"cost": way.cost}


class Reach(Result, Mapping[str, int]):
    """Whom an actor reaches: a Mapping from actor to steps, nearest first."""

    def __init__(self, steps: Mapping[str, int], asked: Asked, **result: Any) -> None:
        super().__init__(asked, **result)
        self._steps = dict(steps)

    def __getitem__(self, actor: str) -> int:
        return self._steps[actor]

    def __iter__(self) -> Iterator[str]:
        return iter(self._steps)

    def __len__(self) -> int:
        return len(self._steps)

    def rows(self) -> list[dict[str, Any]]:
        return [{"id": actor, "steps": steps} for actor, steps in self._steps.items()]


class Instruments(Result, Mapping[str, Mapping[str, Any]]):
    """Instruments that join groups: a Mapping from instrument to its row; `.missing` names kinds of which none does."""

    def __init__(
        self,
        found: Iterable[tuple[int, Sequence[str], Sequence[int], bool]],
        missing: Sequence[str],
        asked: Asked,
        *,
        convention: str,
    ) -> None:
        found = list(found)
        super().__init__(asked, ties=sorted({row for item in found for row in item[2]}), convention=convention)
        self.missing = tuple(missing)
        rows = [self._row(*item) for item in found]
        self._rows = {str(row["id"]): row for row in rows}

    def _row(self, actor: int, groups: Sequence[str], ties: Sequence[int], in_force: bool) -> dict[str, Any]:
        instrument = self.network.actors.row(actor)
        recorded = [self.network.ties.row(row) for row in ties]
        return {
            "id": instrument.id,
            "kind": instrument.kind,
            "groups": tuple(groups),
            "in_force": in_force,
            "relations": _once(tie.relation for tie in recorded),
            "since": _once(tie.since for tie in recorded),
            "ties": tuple(tie.id for tie in recorded),
            "sources": tuple(self.network.core.sources_of(list(ties))),
            "grade": self.network.core.weakest_grade(list(ties)),
        }

    def __getitem__(self, instrument: str) -> Mapping[str, Any]:
        return self._rows[instrument]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self) -> list[dict[str, Any]]:
        return list(self._rows.values())

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {"missing": list(self.missing)}

    def notes(self) -> list[str]:
        missing = ", ".join(self.missing) or "none"
        return [f"Kinds of instrument missing: {missing}.", *super().notes()]


class JoinedPairs(Value):
    """How many pairs of groups and kinds of instrument are joined; a row a pair, a column a kind.

    A cell holds the instruments in force. `.holes(kind)` and `.pending(kind)` list pairs without one.
    """

    def __new__(cls, pairs: Sequence[tuple[str, str]], force: _ByKind, *rest: Any, **result: Any) -> JoinedPairs:
        return float.__new__(cls, sum(map(len, force.values())))

    def __getnewargs__(self) -> tuple[Any, ...]:
        return self._pairs, self._force

    def __init__(
        self, pairs: Sequence[tuple[str, str]], force: _ByKind, pending: _ByKind, asked: Asked, **result: Any
    ) -> None:
        super().__init__(sum(map(len, force.values())), asked, **result)
        self._pairs = pairs
        self._force = force
        self._pending = pending

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self._force)

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Every pair of groups, joined or not."""
        return tuple(self._pairs)

    def by(self, first: str, second: str, kind: str) -> tuple[str, ...]:
        """The instruments of a kind in force between two groups."""
        return tuple(self._force[kind].get(frozenset((first, second)), ()))

    def holes(self, kind: str) -> list[tuple[str, str]]:
        """The pairs that no instrument of a kind joins, by the record."""
        return [pair for pair in self._pairs if frozenset(pair) not in self._force[kind]]

    def pending(self, kind: str) -> dict[tuple[str, str], tuple[str, ...]]:
        """Of the holes, those with an instrument on record that does not bind both, and which."""
        found = self._pending[kind]
        return {pair: tuple(found[frozenset(pair)]) for pair in self.holes(kind) if frozenset(pair) in found}

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"group": first, "other": second} | {kind: self.by(first, second, kind) for kind in self.kinds}
            for first, second in self._pairs
        ]


def _number(value: float | None) -> float:
    return math.nan if value is None else value


def _best(choose: Any, values: Iterable[float]) -> float:
    known = [value for value in values if not math.isnan(value)]
    return float(choose(known)) if known else math.nan


def _once(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _joined(values: Iterable[Any]) -> str | None:
    return ", ".join(_once(values)) or None


def _decimal(value: float, lang: str) -> str:
    plain = shown(value)
    return plain.replace(".", ",") if lang == "id" else plain
