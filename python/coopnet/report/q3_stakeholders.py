"""Question 3: who are the stakeholders, who holds them together, who stands at the edge?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .. import brokerage, centrality, cohesion, two_mode
from ..errors import InvalidOption
from ..network import Network
from ..projection import Projection
from .case import Case
from .drawings import map_of
from .section import Column, Fact, Section, Share, Table
from .turning import Verdict, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "stakeholders"
NEEDS: tuple[str, ...] = ()
SHOWN = 10
KEY_PLAYERS = 3


def section(case: Case) -> Section:
    say, network = case.say, case.network
    over = _over(case)
    between = centrality.betweenness(network, over=over)
    partners = centrality.degree(network, over=over)
    pieces = cohesion.components(network, over=over)
    cut_off = dict(cohesion.articulation_actors(network, over=over))
    apart = [key for key, actor in network.actors.items() if _is_body(case, actor.kind) and key not in between]
    edge = [actor for actor, count in partners.items() if count == 1]

    def ask(asked: Network, **changes: Any) -> Verdict:
        scores = centrality.betweenness(asked, over=over.replace(**changes))
        leader = next(iter(scores.top(1)), None)
        return Verdict(leader, say("q3.turn", actor=case.name(leader)) if leader else say("q3.turn_nobody"))

    turned = turning(case, ask, between.sources)
    holders = list(between.top(SHOWN))
    tables = [
        _holders(case, holders, between, partners, cut_off),
        _by_kind(case, list(between)),
        _at_the_edge(case, edge, apart, over),
        _structure(case, over),
    ]
    forums = _forums(case)
    if forums.rows:
        tables.append(forums)
    notes = []
    if case.asked.get("task_force"):
        table, note = _task_force(case, over)
        tables.append(table)
        notes.append(note)
    return Section(
        key=KEY,
        label=say("question", number=3),
        title=say("q3.title"),
        lead=_lead(case, holders, between),
        sentences=[*_sentences(case, between, pieces, cut_off, holders, apart), *_together(case, over)],
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[say("q3.convention", period=say.period(case.period))],
        sources=case.ordered(between.sources),
        weakest=between.weakest_grade or "",
        facts=[
            Fact(say.number(len(between)), say("q3.fact_stakeholders")),
            Fact(say.number(len(cut_off)), say("q3.fact_holders")),
            Fact(say.number(len(edge)), say("q3.fact_edge")),
        ],
        tables=tables,
        drawings=[
            map_of(
                case,
                "map",
                say("q3.picture"),
                over=over.replace(direction="declared", affiliations="keep"),
                title=_lead(case, holders, between).rstrip("."),
                color=between,
            )
        ],
        notes=notes,
    )


def _over(case: Case) -> Projection:
    """Bodies and their ties both ways; whoever meets in a forum is tied; places are no stakeholders."""
    over = case.without_kinds(case.cooperation, "place")
    return over.replace(direction="undirected", affiliations="count", isolates=False, loops=False)


def _lead(case: Case, holders: Sequence[str], between: Mapping[str, float]) -> str:
    if not holders or not between[holders[0]]:
        return case.say("q3.lead_nobody")
    return case.say("q3.lead", actor=case.name(holders[0]))


def _sentences(
    case: Case,
    between: Mapping[str, float],
    pieces: Any,
    cut_off: Mapping[str, Sequence[str]],
    holders: Sequence[str],
    apart: Sequence[str],
) -> list[str]:
    say = case.say
    sentences = []
    if holders and between[holders[0]]:
        share = say.percent(between[holders[0]], 0)
        lost = cut_off.get(holders[0], ())
        cut = say.count("cut_off", len(lost)) if lost else say("cut_off.none")
        sentences.append(say("q3.share", share=share, cut=cut))
    if len(holders) > 2 and between[holders[2]]:
        sentences.append(say("q3.next", second=case.name(holders[1]), third=case.name(holders[2])))
    sentences.append(
        say("q3.pieces", n=say.count("stakeholders", len(between)), pieces=say.count("pieces", len(pieces.groups)))
    )
    if apart:
        sentences.append(say("q3.apart", n=say.count("bodies_have", len(apart)), period=say.period(case.period)))
    return sentences


def _together(case: Case, over: Projection) -> list[str]:
    """Who is in the core, and which three hold the network together as one."""
    say = case.say
    core = cohesion.core_periphery(case.network, over=over)
    sentences = []
    if core.core:
        proven = say("q3.core_proven" if core.exact else "q3.core_found")
        names = say.all_of([case.name(actor) for actor in core.core])
        sentences.append(say("q3.core", actors=names, fit=say.number(core.quality), proven=proven))
    if len(core) > KEY_PLAYERS:
        key = brokerage.key_players(case.network, KEY_PLAYERS, over=over)
        names = say.either([say.all_of([case.name(actor) for actor in players]) for players in key.sets[:3]])
        sentences.append(say("q3.key", actors=names, share=say.percent(key.value, 0)))
    return sentences


def _structure(case: Case, over: Projection) -> Table:
    """The whole in numbers."""
    say, network = case.say, case.network
    measured = {
        "transitivity": cohesion.transitivity(network, over=over),
        "centralization_degree": centrality.centralization(network, "degree", over=over),
        "centralization_betweenness": centrality.centralization(network, "betweenness", over=over),
        "fragmentation": brokerage.fragmentation(network, over=over),
    }
    rows = [[say(f"q3.{name}"), round(float(value), 4)] for name, value in measured.items()]
    columns = [Column("what", say("column.what")), Column("value", say("column.value"))]
    return Table("structure", say("q3.structure"), columns, rows)


def _forums(case: Case) -> Table:
    """Forums and events as a mode of their own: whom they join, and whom nothing else joins."""
    say, relations = case.say, case.network.vocabulary["relations"]
    affiliations = [name for name, facts in relations.items() if facts.get("affiliation")]
    over = case.without_kinds(Projection(during=case.period, relations=affiliations), "place", "instrument")
    columns = [Column(key, say(f"column.{key}")) for key in ("forum", "kind", "count", "members", "joined_anyway")]
    rows: list[list[Any]] = []
    try:
        members = two_mode.degree(case.network, over=over.replace(isolates=False), normalized=False)
        redundancy = two_mode.redundancy(case.network, over=over.replace(isolates=False))
    except InvalidOption:  # a forum that is a member of another: two modes do not tell them apart
        return Table("forums", say("q3.forums"), columns, rows)
    ties = [tie for tie in case.network.ties.values() if tie.relation in affiliations]
    for forum in dict.fromkeys(tie.target for tie in ties if tie.target in members):
        inside = dict.fromkeys(tie.source for tie in ties if tie.target == forum and tie.source in members)
        names = ", ".join(case.name(actor) for actor in inside)
        alone = redundancy[forum]
        rows.append([case.cell(forum), case.kind(forum), int(members[forum]), names, _share(alone)])
    rows.sort(key=lambda row: -row[2])
    return Table("forums", say("q3.forums"), columns, rows)


def _share(value: float) -> Any:
    return "" if math.isnan(value) else Share(value)


def _is_body(case: Case, kind: str | None) -> bool:
    return case.network.vocabulary.is_a(kind, "body")


def _holders(
    case: Case,
    holders: Sequence[str],
    between: Mapping[str, float],
    partners: Mapping[str, float],
    cut_off: Mapping[str, Sequence[str]],
) -> Table:
    say = case.say
    keys = ("rank", "actor", "kind", "country", "partners", "betweenness", "cut_off")
    rows = [
        [
            rank,
            case.cell(actor),
            case.kind(actor),
            case.country(actor),
            int(partners[actor]),
            Share(between[actor]),
            ", ".join(case.name(other) for other in cut_off.get(actor, ())),
        ]
        for rank, actor in enumerate(holders, start=1)
    ]
    return Table("holders", say("q3.holders"), [Column(key, say(f"column.{key}")) for key in keys], rows)


def _by_kind(case: Case, actors: Sequence[str]) -> Table:
    """How many of each kind, by country."""
    say = case.say
    counts = Counter((case.kind(actor), case.country(actor)) for actor in actors)
    countries = sorted({country for _, country in counts}, key=lambda country: (country == "", country))
    most = Counter(country for _, country in counts.elements())
    countries.sort(key=lambda country: (country == "", -most[country], country))
    kinds = sorted({kind for kind, _ in counts}, key=lambda kind: (-sum(counts[kind, c] for c in countries), kind))
    columns = [Column("kind", say("column.kind"))]
    columns += [Column(country or "none", country or say("q3.no_country")) for country in countries]
    columns.append(Column("total", say("column.total")))
    rows = [[kind, *(counts[kind, c] for c in countries), sum(counts[kind, c] for c in countries)] for kind in kinds]
    return Table("kinds", say("q3.kinds"), columns, rows)


def _at_the_edge(case: Case, edge: Sequence[str], apart: Sequence[str], over: Projection) -> Table:
    say = case.say
    view = case.network.freeze(over)
    keys = view.keys
    partner_of = {}
    for source, target in zip(*view.ends, strict=True):
        partner_of[keys[source]] = keys[target]
        partner_of[keys[target]] = keys[source]
    columns = [Column(key, say(f"column.{key}")) for key in ("actor", "kind", "country", "partner")]
    rows = [
        [case.cell(actor), case.kind(actor), case.country(actor), case.name(partner_of[actor]) if actor in edge else ""]
        for actor in [*edge, *apart]
    ]
    return Table("edge", say("q3.edge"), columns, rows)


def _task_force(case: Case, over: Projection) -> tuple[Table, str]:
    """What membership adds to ties that exist anyway."""
    say = case.say
    force = case.actor("task_force")
    ties = [tie for tie in case.network.ties.where(target=force) if tie["relation"] == "member_of"]
    members = [tie["source"] for tie in ties]
    view = case.network.freeze(over)
    keys = view.keys
    tied = {frozenset((keys[source], keys[target])) for source, target in zip(*view.ends, strict=True)}
    pairs = [(one, other) for place, one in enumerate(members) for other in members[place + 1 :]]
    have = [pair for pair in pairs if frozenset(pair) in tied]
    inferred = sum(tie.status == "inferred" for tie in ties)
    note = say(
        "q3.task_force_note",
        force=case.name(force),
        members=say.number(len(members)),
        inferred=say.number(inferred),
        pairs=say.number(len(pairs)),
        have=say.number(len(have)),
        adds=say.number(len(pairs) - len(have)),
    )
    rows = [
        [
            case.cell(tie["source"]),
            ", ".join(case.name(other) for other in members if frozenset((tie["source"], other)) in tied),
            case.status(tie.status),
            case.sources(tie.sources or ()),
        ]
        for tie in ties
    ]
    columns = [Column(key, say(f"column.{key}")) for key in ("actor", "tied_anyway", "membership", "sources")]
    return Table("task-force", say("q3.task_force", force=case.name(force)), columns, rows), note
