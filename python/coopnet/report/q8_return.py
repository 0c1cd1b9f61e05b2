"""Question 8: from freed to home, what held people up, how many, and what would one more flight have brought?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .. import flows
from ..flows import Observed, Stages
from ..flows.told import number_of, words_of
from ..network import Network, Record
from ..projection import Projection
from .case import Case
from .drawings import sankey_of
from .section import Column, Fact, Section, Table
from .turning import Verdict, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "return"
NEEDS = ("return",)


def section(case: Case) -> Section:
    say = case.say
    over = Projection(during=str(_asked(case)["during"]))
    way = flows.stages(case.network, over=over)
    seen = _observed(case, case.network, ())
    used = case.ordered({*way.sources, *(seen.sources if seen else ()), *_held_sources(case)})

    def ask(network: Network, **changes: Any) -> Verdict:
        return _verdict(case, _observed(case, network, changes.get("without_sources", ())))

    turned = turning(case, ask, used)
    tables = [_stage_table(case, way), _reason_table(case)]
    if seen:
        tables.append(_wait_table(case, seen))
    return Section(
        key=KEY,
        label=say("question", number=8),
        title=say("q8.title"),
        lead=_lead(case, seen),
        sentences=[*_waited(case, seen), *_flight(case, seen), *_gaps(case, way), say("q8.undecided")],
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[
            say("q8.convention", period=say.period(over.during)),
            *([seen.convention] if seen and case.lang == "en" else []),
        ],
        sources=used,
        weakest=_weakest(case, used),
        facts=_facts(case, way, seen),
        tables=[table for table in tables if table.rows],
        drawings=[sankey_of(case, "flow", say("q8.picture"), over=_homeward(case))],
    )


# --- what is asked --------------------------------------------------------------------------


def _asked(case: Case) -> Mapping[str, Any]:
    asked: Mapping[str, Any] = case.asked["return"]
    return asked


def _homeward(case: Case) -> Projection:
    """The ties that people go home along, in the days asked about."""
    asked = _asked(case)
    relations = asked.get("relations")
    over = Projection(relations=relations) if relations else case.layer("flow")
    return over.replace(during=str(asked["during"]))


def _counts(case: Case, network: Network, part: str, without: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """By day the figures that give a number and rest on a source that is left."""
    left_out = {without} if isinstance(without, str) else set(without)
    counts = {}
    for day, named in _asked(case).get(part, {}).items():
        figures = [network.figures[figure] for figure in ([named] if isinstance(named, str) else named)]
        kept = [one.id for one in figures if number_of(one) >= 0 and not left_out.issuperset(one.sources or ("",))]
        if kept:
            counts[day] = tuple(kept)
    return counts


def _observed(case: Case, network: Network, without: Sequence[str]) -> Observed | None:
    freed, returned = (_counts(case, network, part, without) for part in ("freed", "returned"))
    if not freed or not returned:
        return None
    return flows.observed(network, freed, returned, totals=["arrivals"])


def _verdict(case: Case, seen: Observed | None) -> Verdict:
    if seen is None:
        return Verdict(None, case.say("q8.turn_none"))
    return Verdict(seen.when[0], case.say("q8.turn_longest", day=case.say.date(seen.when[0])))


# --- the answer -----------------------------------------------------------------------------


def _lead(case: Case, seen: Observed | None) -> str:
    say = case.say
    if seen is None:
        return say("undecided")
    first, last = say.date(seen.when[0]), say.date(seen.when[-1])
    return say("q8.lead", n=say.number(int(seen.longest)), first=first, last=last)


def _waited(case: Case, seen: Observed | None) -> list[str]:
    if seen is None:
        return []
    say = case.say
    between = say("q8.between", low=say.number(int(seen.low)), high=say.number(int(seen.high)))
    told = [say("q8.waited", days=say.number(round(seen.person_days)), between=between if seen.low < seen.high else "")]
    if seen.unexplained:
        told.append(say("q8.unexplained", n=say.number(math.ceil(seen.unexplained))))
    return told


def _flight(case: Case, seen: Observed | None) -> list[str]:
    """What one more flight of so many seats would have saved, on the day on which it saves most."""
    flight = _asked(case).get("flight")
    if seen is None or not flight:
        return []
    say = case.say
    days = [row["date"] for row in seen.rows()]
    told = []
    for seats in flight:
        best = max(days, key=lambda day: seen.saved(seats, on=day))
        saved = seen.saved(seats, on=best)
        share = saved / seen.person_days
        told.append(
            say(
                "q8.flight",
                seats=say.number(int(seats)),
                day=say.date(best),
                saved=say.number(round(saved)),
                share=say.percent(share, 0),
            )
        )
    return told


def _gaps(case: Case, way: Stages) -> list[str]:
    """What the record loses, or gains, from one stage to the next."""
    say = case.say
    told = []
    for row in way.rows():
        if math.isnan(row["gap"]) or row["gap"] == 0:
            continue
        names = {key: say.inside(_stage(case, row[key])) for key in ("stage", "after")}
        key = "q8.fewer" if row["gap"] > 0 else "q8.more"
        told.append(say(key, gap=say.number(abs(row["gap"]), 1).removesuffix(".0").removesuffix(",0"), **names))
    return told


def _stage(case: Case, stage: str) -> str:
    return case.network.vocabulary.label("stages", stage, case.lang)


def _facts(case: Case, way: Stages, seen: Observed | None) -> list[Fact]:
    say = case.say
    facts = [
        Fact(_interval(case, row), say.inside(_stage(case, stage)))
        for stage, row in way.items()
        if stage in ("rescued", "repatriated") and not math.isnan(row["count"])
    ]
    if seen:
        facts.append(Fact(say.number(round(seen.person_days)), say("q8.fact_days")))
    return facts


def _interval(case: Case, row: Mapping[str, Any]) -> str:
    if math.isnan(row["count"]):
        return ""
    if math.isinf(row["high"]):
        return case.say("q8.at_least", n=case.say.number(int(row["low"])))
    return "–".join(dict.fromkeys(case.say.number(int(row[end])) for end in ("low", "high")))


def _stage_table(case: Case, way: Stages) -> Table:
    say = case.say
    rows = [
        [
            _stage(case, row["stage"]),
            _interval(case, row),
            "" if math.isnan(row["held"]) else int(row["held"]),
            "" if math.isnan(row["gap"]) else _whole(row["gap"]),
            ", ".join([*row["figures"], *row["without_number"]]),
            case.sources(row["sources"]),
        ]
        for row in way.rows()
        if not math.isnan(row["count"]) or not math.isnan(row["held"]) or row["without_number"]
    ]
    keys = ("stage", "reached_it", "held", "gap", "figures", "sources")
    return Table("stages", say("q8.stages"), [Column(key, say(f"column.{key}")) for key in keys], rows)


def _reasons(case: Case) -> list[Record]:
    named = _asked(case).get("held_up", ())
    return [case.network.figures[figure] for figure in named if figure in case.network.figures]


def _held_sources(case: Case) -> set[str]:
    return {source for figure in _reasons(case) for source in figure.sources or ()}


def _reason_table(case: Case) -> Table:
    """Papers, fines, hearings: how many, or how long, by which account."""
    say = case.say
    rows = []
    for figure in _reasons(case):
        defined = words_of(figure, case.lang)
        _, colon, words = defined.partition(": ")
        whole = case.network.figures.get(figure.part_of)
        share = number_of(figure) / number_of(whole) if whole is not None and number_of(whole) else math.nan
        rows.append(
            [
                say.opening(words if colon else defined if ";" in defined else figure.measure.replace("_", " ")),
                _said(case, figure),
                "" if math.isnan(share) else say.percent(share, 0),
                figure.since or figure.as_of or "",
                case.sources(figure.sources or ()),
            ]
        )
    keys = ("what", "value", "share_of_whole", "when", "sources")
    return Table("reasons", say("q8.reasons"), [Column(key, say(f"column.{key}")) for key in keys], rows)


def _said(case: Case, figure: Record) -> str:
    """A figure's number, or the ends of its interval, as far as they are given."""
    say = case.say
    if not math.isnan(number_of(figure)):
        return say.number(int(number_of(figure)))
    low, high = (end if end is not None else math.nan for end in (figure.low, figure.high))
    if math.isnan(low) and math.isnan(high):
        return say.number(math.nan)
    if math.isnan(high):
        return say("q8.at_least", n=say.number(int(low)))
    return f"{say.number(int(low))}–{say.number(int(high))}" if not math.isnan(low) else say.number(int(high))


def _wait_table(case: Case, seen: Observed) -> Table:
    say = case.say
    rows = [[row["date"], *(_whole(row[key]) for key in ("came", "left", "waiting"))] for row in seen.rows()]
    changed = [row for place, row in enumerate(rows) if not place or rows[place - 1][1:] != row[1:]]
    keys = ("date", "came", "left", "waiting")
    return Table("waiting", say("q8.waiting"), [Column(key, say(f"column.{key}")) for key in keys], changed)


def _whole(number: float) -> float:
    """Persons are whole, unless two accounts were met half way."""
    return int(number) if number == int(number) else number


def _weakest(case: Case, sources: Sequence[str]) -> str:
    return max((str(case.network.sources[source].grade or "F6") for source in sources), default="")
