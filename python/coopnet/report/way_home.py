"""The way home: the most reliable pathway of people from a site to a shelter."""

from __future__ import annotations

from typing import Any

from .. import pathways
from ..network import Network
from .case import Case
from .drawings import strip_of
from .section import Column, Fact, Section, Table
from .steps import route, step_name, steps_table, weakest_step
from .turning import Verdict, settled, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "way_home"
NEEDS = ("way_home",)
SHOWN = 5


def section(case: Case) -> Section:
    say = case.say
    source, target = case.ends("way_home")
    over = case.layer("flow").replace(weight="reliability")  # no one travels along a request

    def best(network: Network, k: int = 1, **changes: Any) -> Any:
        asked = over.replace(**changes)
        return settled(lambda: pathways.most_reliable(network, source, target, k=k, over=asked))

    def ask(network: Network, **changes: Any) -> Verdict:
        ways = best(network, **changes)
        if ways is None:
            return Verdict(None, say("way_home.none"))
        return Verdict(ways[0].actors, say("way_home.by", route=route(case, ways[0])))

    names = {"source": case.name(source), "target": case.name(target)}
    title = say("way_home.title", **names)
    ways = best(case.network, SHOWN)
    if ways is None:
        return _no_way(case, title, names)
    way = ways[0]
    turned = turning(case, ask, way.sources, weighed=True)
    weak = weakest_step(way)
    whole = say("way_home.sentence", route=route(case, way), reliability=say.number(way.reliability))
    weakest = say("way_home.weakest", step=step_name(case, weak), reliability=say.number(weak["reliability"]))
    return Section(
        key=KEY,
        label=say("way_home.label"),
        title=title,
        lead=_lead(case, way),
        sentences=[whole, weakest],
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[
            say("way_home.convention", period=say.period(case.period)),
            say("convention.reliability"),
            _order_under_tables(case, ways),
        ],
        sources=case.ordered(ways.sources),
        weakest=way.weakest_grade or "",
        facts=[
            Fact(say.number(way.steps), say("way_home.fact_steps")),
            Fact(say.number(way.reliability), say("way_home.fact_reliability")),
            Fact(say.number(weak["reliability"]), say("way_home.fact_weakest", step=step_name(case, weak))),
        ],
        tables=[steps_table(case, "steps", say("way_home.steps"), way), _alternatives(case, ways)],
        drawings=[strip_of(case, "way", say("way_home.strip"), way)],
    )


def _lead(case: Case, way: Any) -> str:
    """So many steps, and whether every one is documented."""
    unsure = sum(step["status"] != "documented" for step in way.rows())
    key = "way_home.lead_unsure" if unsure else "way_home.lead"
    return case.say(key, steps=case.say.count("steps", way.steps), n=case.say.number(unsure))


def _no_way(case: Case, title: str, names: dict[str, str]) -> Section:
    say = case.say
    return Section(
        key=KEY,
        label=say("way_home.label"),
        title=title,
        lead=say("way_home.lead_none"),
        sentences=[say("way_home.sentence_none", **names)],
        turns=(),
        stays=True,
        conventions=[say("way_home.convention", period=say.period(case.period))],
        sources=(),
        weakest="",
    )


def _order_under_tables(case: Case, ways: Any) -> str:
    """Whether the order of the pathways shown stays under other tables of reliability."""
    if not ways.survives:
        return case.say("convention.recorded")
    changed = [case.say(f"table.{table}") for table, same in ways.survives.items() if not same]
    if not changed:
        return case.say("convention.order_stays")
    return case.say("convention.order_changes", tables=case.say.all_of(changed))


def _alternatives(case: Case, ways: Any) -> Table:
    keys = ("rank", "route", "steps", "reliability", "grade", "sources")
    rows = [
        [rank, route(case, way), way.steps, way.reliability, way.weakest_grade, case.sources(way.sources)]
        for rank, way in enumerate(ways, start=1)
    ]
    columns = [Column(key, case.say(f"column.{key}")) for key in keys]
    return Table("ways", case.say("way_home.ways"), columns, rows)
