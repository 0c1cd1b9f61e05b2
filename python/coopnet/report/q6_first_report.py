"""Question 6: how long is the way from the first report to the police that acts, by each channel?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import pathways
from ..network import Network
from ..projection import Projection
from ..scenario import Scenario
from ..ways import Pathway
from .case import Case
from .drawings import strip_of
from .section import Column, Fact, Section, Table
from .speech import Speech
from .steps import step_name, steps_table, unsure_steps
from .turning import Verdict, settled, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "first_report"
NEEDS = ("first_report", "acting_police", "channels")


@dataclass(frozen=True)
class Channel:
    """One way of crossing the border: which ties may be used, on which network."""

    key: str
    name: str
    over: Projection
    network: Network


def section(case: Case) -> Section:
    say = case.say
    source, target = case.actor("first_report"), case.actor("acting_police")
    channels = _channels(case, case.network)
    shortest = {item.key: _shortest(item, source, target) for item in channels}
    found = {key: way for key, way in shortest.items() if way is not None}
    rivals = channels[: len(case.asked["channels"])]
    reached = list(found.values())
    used = [key for way in reached for key in way.sources]

    def ask(network: Network, **changes: Any) -> Verdict:
        return _verdict(case, network, source, target, changes)

    turned = turning(case, ask, case.ordered(used))
    sure = all(_shortest(item, source, target, status="documented") for item in rivals)
    verdict = ask(case.network)
    lead = f"{say.opening(verdict.words)}." if sure else say("undecided")
    return Section(
        key=KEY,
        label=say("question", number=6),
        title=say("q6.title", target=case.name(target)),
        lead=lead,
        sentences=_sentences(case, channels, found, verdict, sure),
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[say("q6.convention", period=say.period(case.period)), say("convention.reliability")],
        sources=case.ordered(used),
        weakest=_weakest(reached),
        facts=[
            Fact(_steps_or_none(say, found.get(item.key)), say("q6.fact", channel=item.name)) for item in channels[:3]
        ],
        tables=[
            _overview(case, channels, found, source, target),
            *(
                steps_table(case, f"steps-{item.key}", say("q6.steps", channel=item.name), found[item.key])
                for item in _different(channels, found)
            ),
        ],
        notes=[say("q6.reading")],
        drawings=[
            strip_of(case, f"way-{item.key}", say.opening(item.name), way)
            for item in _different(channels, found)
            if (way := found.get(item.key))
        ],
    )


def _different(channels: Sequence[Channel], found: Mapping[str, Pathway]) -> list[Channel]:
    """The channels with a way of their own: all of them together often take one that is shown already."""
    seen: dict[tuple[str, ...], Channel] = {}
    for item in channels:
        if item.key in found:
            seen.setdefault(found[item.key].ties, item)
    return list(seen.values())


def _channels(case: Case, network: Network) -> list[Channel]:
    """Each channel alone, one relation alone if the case names it, and all together."""
    words, say = network.vocabulary, case.say
    names = [str(name) for name in case.asked["channels"]]
    alone = [
        Channel(
            name,
            say("q6.channel", channel=say.inside(words.label("lines", name, case.lang))),
            _by(case, [name]),
            network,
        )
        for name in names
    ]
    together = Channel("both", say("q6.both"), _by(case, names), network)
    return [*alone, *_by_relation(case, network, names), together]


def _by(case: Case, names: list[str]) -> Projection:
    return case.cooperation.replace(where={"channel": [*names, None]})


def _by_relation(case: Case, network: Network, names: list[str]) -> list[Channel]:
    """The channel of one relation, without the other ties of its channel."""
    relation = str(case.asked.get("relation") or "")
    ties = network.ties.where(relation=relation) if relation else []
    if not ties or ties[0].channel not in names:
        return []
    channel = ties[0].channel
    scenario = Scenario(relation)
    others = [tie for tie in network.ties.where(channel=channel) if tie["relation"] != relation]
    for source, target, other in dict.fromkeys((tie["source"], tie["target"], tie["relation"]) for tie in others):
        scenario = scenario.remove(source, target, other)
    line = network.vocabulary["relations"][relation].get("line", relation)
    name = case.say("q6.alone", channel=network.vocabulary.label("lines", line, case.lang))
    return [Channel(relation, name, _by(case, [channel]), scenario.apply(network))]


def _shortest(channel: Channel, source: str, target: str, **changes: Any) -> Pathway | None:
    over = channel.over.replace(**changes)
    return settled(lambda: pathways.shortest(channel.network, source, target, over=over))


def _verdict(case: Case, network: Network, source: str, target: str, changes: Mapping[str, Any]) -> Verdict:
    """Which of the first two channels is shorter."""
    say = case.say
    first, second = _channels(case, network)[:2]
    a, b = (_shortest(item, source, target, **changes) for item in (first, second))
    if a is None or b is None:
        only, way = (second, b) if a is None else (first, a)
        if way is None:
            return Verdict("neither", say("q6.neither"))
        return Verdict(f"only {only.key}", say("q6.only", channel=only.name, steps=say.count("steps", way.steps)))
    if a.steps == b.steps:
        return Verdict("equal", say("q6.equal", steps=say.count("steps", a.steps)))
    shorter, less, more = (first, a, b) if a.steps < b.steps else (second, b, a)
    words = say("q6.shorter", channel=shorter.name, less=say.number(less.steps), more=say.number(more.steps))
    return Verdict(f"shorter {shorter.key}", words)


def _sentences(
    case: Case, channels: list[Channel], found: Mapping[str, Pathway], verdict: Verdict, sure: bool
) -> list[str]:
    say = case.say
    sentences = [] if sure else [say("q6.in_steps", words=verdict.words)]
    relation = str(case.asked.get("relation"))
    if relation in found:
        name = next(item.name for item in channels if item.key == relation)
        sentences.append(say("q6.by_relation", channel=name, steps=say.count("steps", found[relation].steps)))
    if found and all(math.isnan(way.delay_days) for way in found.values()):
        sentences.append(say("q6.no_days"))
    unsure = unsure_steps(list(found.values()))
    if unsure:
        steps = say.all_of([step_name(case, step) for step in unsure])
        sentences.append(say("q6.inferred", steps=steps))
    return sentences


def _overview(case: Case, channels: list[Channel], found: Mapping[str, Pathway], source: str, target: str) -> Table:
    say = case.say
    keys = ("channel", "steps", "reliability", "best_reliability", "documented", "claimed", "inferred", "grade")
    rows: list[list[Any]] = []
    for item in channels:
        way = found.get(item.key)
        if way is None:
            rows.append([say.opening(item.name), say("no_way"), *([""] * 6)])
            continue
        best = pathways.most_reliable(item.network, source, target, over=item.over)[0]
        counts = [sum(step["status"] == status for step in way.rows()) for status in keys[4:7]]
        rows.append([say.opening(item.name), way.steps, way.reliability, best.reliability, *counts, way.weakest_grade])
    return Table("channels", say("q6.overview"), [Column(key, _heading(say, key)) for key in keys], rows)


def _heading(say: Speech, key: str) -> str:
    return say.status(key) if key in ("documented", "claimed", "inferred") else say(f"column.{key}")


def _steps_or_none(say: Speech, way: Pathway | None) -> str:
    return say("no_way") if way is None else say.number(way.steps)


def _weakest(ways: list[Pathway]) -> str:
    return max((way.weakest_grade or "" for way in ways), default="")
