"""Question 7: which instruments join two states before and after a date, and which kinds are missing?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import pathways
from ..network import Network
from ..projection import Projection
from ..ways import Instruments, Pathway
from .case import Case
from .section import Column, Fact, Section, Table, When
from .speech import Speech
from .steps import route
from .turning import Verdict, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "instruments"
NEEDS = ("home", "partner", "instruments")


def section(case: Case) -> Section:
    say = case.say
    dates = case.pair("instruments", "before", "after")
    names = {"home": case.country_name("home"), "partner": case.country_name("partner")}
    before, after = _both(case, case.network)
    new = [key for key in _in_force(after) if key not in _in_force(before)]
    ended = [key for key in _in_force(before) if key not in _in_force(after)]

    def ask(network: Network, **changes: Any) -> Verdict:
        return _verdict(case, network, changes)

    used = case.ordered({*before.sources, *after.sources})
    turned = turning(case, ask, used)
    shown = {"before": say.date(dates[0]), "after": say.date(dates[1])}
    sentences = [say("q7.sentence", new=_in_full(case, new), **names)] if new else []
    sentences += [say("q7.ended", ended=_named(case, ended))] if ended else []
    pending = [key for key, row in after.items() if not row["in_force"]]
    sentences.append(say("q7.in_force", n=say.count("instruments", len(_in_force(after))), after=shown["after"]))
    passes = _passes(case)
    sentences.append(_passes_said(case, passes))
    if after.missing:
        sentences.append(say("q7.missing", kinds=say.all_of(_kinds(case, after.missing)), **names))
    if pending:
        sentences.append(say("q7.pending", pending=_named(case, pending)))
    return Section(
        key=KEY,
        label=say("question", number=7),
        title=say("q7.title", **names),
        lead=_lead(case, new),
        sentences=sentences,
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[say("q7.convention", **names, **shown)],
        sources=used,
        weakest=max(filter(None, (before.weakest_grade, after.weakest_grade)), default=""),
        facts=[
            Fact(say.number(len(_in_force(before))), say("q7.fact_before", date=shown["before"])),
            Fact(say.number(len(_in_force(after))), say("q7.fact_after", date=shown["after"])),
            Fact(say.number(len(after.missing)), say("q7.fact_missing")),
        ],
        tables=[
            _table(case, before, after, shown),
            _ties_table(case, new),
            _passes_table(case, passes),
            _missing(case, before, after, shown),
        ],
    )


def _lead(case: Case, new: Sequence[str]) -> str:
    if not new:
        return case.say("q7.lead_none")
    key = "q7.lead_one" if len(new) == 1 else "q7.lead_new"
    return case.say(key, n=case.say.number(len(new)), new=_named(case, new))


def _both(case: Case, network: Network, **changes: Any) -> tuple[Instruments, Instruments]:
    countries = [str(case.asked["home"]), str(case.asked["partner"])]
    before, after = (
        pathways.instruments(network, among=countries, over=Projection(at=date, **changes))
        for date in case.pair("instruments", "before", "after")
    )
    return before, after


def _in_force(found: Instruments) -> list[str]:
    return [key for key, row in found.items() if row["in_force"]]


def _verdict(case: Case, network: Network, changes: Any) -> Verdict:
    """What came into force between the two dates, and which kinds are still missing."""
    before, after = _both(case, network, **changes)
    new = [key for key in _in_force(after) if key not in _in_force(before)]
    gained = case.say("q7.turn_new", new=_named(case, new)) if new else case.say("q7.turn_none")
    lost = [kind for kind in after.missing if kind not in _both(case, case.network)[1].missing]
    words = gained if not lost else case.say("q7.turn_missing", words=gained, kinds=case.say.all_of(_kinds(case, lost)))
    return Verdict((tuple(new), after.missing), words)


def _named(case: Case, instruments: Sequence[str]) -> str:
    return case.say.all_of([case.name(key) for key in instruments])


def _in_full(case: Case, instruments: Sequence[str]) -> str:
    """By their full names, as a reader would cite them."""
    return case.say.all_of([case.network.label(key, case.lang) for key in instruments])


def _kinds(case: Case, kinds: Sequence[str]) -> list[str]:
    return [case.say.inside(case.network.vocabulary.label("kinds", kind, case.lang)) for kind in kinds]


def _table(case: Case, before: Instruments, after: Instruments, shown: dict[str, str]) -> Table:
    say = case.say
    keys = {**dict(before.items()), **dict(after.items())}
    rows = []
    for key in (actor for actor in case.network.actors if actor in keys):
        row = keys[key]
        rows.append(
            [
                case.cell(key),
                case.kind(key),
                _state(say, before.get(key)),
                _state(say, after.get(key)),
                say.all_of([case.relation(relation) for relation in row["relations"]]),
                row["grade"] if row["sources"] else "",
                case.sources(row["sources"]),
            ]
        )
    columns = [Column("instrument", say("column.instrument")), Column("kind", say("column.kind"))]
    columns += [Column("before", shown["before"]), Column("after", shown["after"])]
    columns += [Column(key, say(f"column.{key}")) for key in ("relations", "grade", "sources")]
    return Table("instruments", say("q7.table"), columns, rows)


def _state(say: Speech, row: Any) -> str:
    if row is None:
        return say("q7.absent")
    return say("q7.force") if row["in_force"] else say("q7.not_force")


def _ties_table(case: Case, new: Sequence[str]) -> Table:
    """The ties that rest on what is new: what can pass now that could not before."""
    keys = ("instrument", "source", "target", "relation", "when", "status", "sources")
    ties = [tie for tie in case.network.ties.values() if tie.instrument in new]
    rows = [
        [
            case.cell(tie["instrument"]),
            case.cell(tie["source"]),
            case.cell(tie["target"]),
            case.relation(tie["relation"]),
            When(tie.since or "", tie.until or ""),
            case.status(tie.status),
            case.sources(tie.sources or ()),
        ]
        for tie in ties
    ]
    return Table("ties", case.say("q7.ties"), [Column(key, case.say(f"column.{key}")) for key in keys], rows)


def _passes(case: Case) -> list[Pathway]:
    """The pathways from bodies of the home state to those of the partner that lead after the date and not before."""
    network, home, partner = case.network, str(case.asked["home"]), str(case.asked["partner"])
    before, after = (_bodies(case).replace(at=date) for date in case.pair("instruments", "before", "after"))
    found = []
    for source in network.freeze(after, merges=False).keys:
        if network.actors[source].country != home:
            continue
        had = pathways.reach(network, source, over=before)
        new = [actor for actor in pathways.reach(network, source, over=after) if actor not in had]
        partners = [actor for actor in new if network.actors[actor].country == partner]
        found += [pathways.shortest(network, source, target, over=after) for target in partners]
    return found


def _bodies(case: Case) -> Projection:
    """Cooperation of those who act, at whatever date."""
    over = case.layer("cooperation").replace(during=None)
    return case.without_kinds(over, "place", "event", "forum")


def _passes_said(case: Case, passes: Sequence[Pathway]) -> str:
    if not passes:
        return case.say("q7.no_passes")
    pairs = [f"{case.name(way.actors[0])} → {case.name(way.actors[-1])}" for way in passes]
    return case.say("q7.passes", n=case.say.number(len(passes)), pairs=case.say.all_of(pairs))


def _passes_table(case: Case, passes: Sequence[Pathway]) -> Table:
    keys = ("source", "target", "route", "steps", "instrument", "grade", "sources")
    rows = [
        [
            case.cell(way.actors[0]),
            case.cell(way.actors[-1]),
            route(case, way),
            way.steps,
            _named(case, list(dict.fromkeys(step["instrument"] for step in way.rows() if step["instrument"]))),
            way.weakest_grade,
            case.sources(way.sources),
        ]
        for way in passes
    ]
    return Table("passes", case.say("q7.passes_table"), [Column(key, case.say(f"column.{key}")) for key in keys], rows)


def _missing(case: Case, before: Instruments, after: Instruments, shown: dict[str, str]) -> Table:
    say = case.say
    kinds = [kind for kind in case.network.vocabulary["kinds"] if kind in {*before.missing, *after.missing}]
    label = case.network.vocabulary.label
    rows = [
        [
            label("kinds", kind, case.lang),
            *(say("q7.lacks" if kind in found.missing else "q7.has") for found in (before, after)),
        ]
        for kind in kinds
    ]
    columns = [Column("kind", say("column.kind")), Column("before", shown["before"]), Column("after", shown["after"])]
    return Table("missing", say("q7.missing_table"), columns, rows)
