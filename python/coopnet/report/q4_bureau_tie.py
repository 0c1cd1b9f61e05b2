"""Question 4: what changes when the tie between two bureaus is not there?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import centrality, pathways
from ..network import Network
from ..projection import Projection
from ..scenario import Scenario
from ..tables import Scores
from ..ways import Pathway
from .case import Case
from .section import Column, Fact, Section, Share, Table, When
from .speech import Speech
from .turning import Verdict, settled, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "bureau_tie"
NEEDS = ("bureaus", "first_report", "acting_police")
SHOWN = 5


@dataclass(frozen=True)
class Change:
    """The same question with the tie and without it."""

    name: str
    before: Pathway | None
    after: Pathway | None


def section(case: Case) -> Section:
    say = case.say
    bureaus = case.actors("bureaus", count=2)
    names = {"first": case.name(bureaus[0]), "second": case.name(bureaus[1])}
    ties = _the_ties(case, case.network)
    title = say("q4.title", **names)
    if not ties:
        return _no_tie(case, title, names)

    def ask(network: Network, **changes: Any) -> Verdict:
        return _verdict(case, network, outcomes, changes)

    before, after = case.network, _without(case, case.network)
    changes = _changes(case, before, after)
    outcomes = [_outcome(change) for change in changes]
    lost = _lost(case, before, after)
    police = case.actor("acting_police")
    cut_off = [actor for actor, targets in lost.items() if police in targets]
    from_bureau = [actor for actor, targets in lost.items() if bureaus[1] in targets]
    used = {key for tie in ties for key in tie.sources or ()}
    used |= {key for change in changes for way in (change.before, change.after) if way for key in way.sources}
    turned = turning(case, ask, case.ordered(used), weighed=True)
    between = _between(case, before, after, bureaus)
    chances = _sure_table(case, before, after)
    sure = _sure(case, before, chances, [str(tie.id) for tie in ties])
    statuses = say.all_of(sorted({say.status(tie.status) for tie in ties}))
    resting = {key for tie in ties for key in tie.sources or ()}
    rests = say("q4.rests", status=statuses, sources=say.all_of(case.ordered(resting)))
    return Section(
        key=KEY,
        label=say("question", number=4),
        title=title,
        lead=_lead(case, changes),
        sentences=[*_sentences(case, changes, cut_off, from_bureau), *_ranks(case, before, after), *sure, rests],
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[
            say("q4.convention", period=say.period(case.period), **names),
            say("q4.convention_between"),
            say("convention.reliability"),
        ],
        sources=case.ordered(used),
        weakest=max(
            (way.weakest_grade or "" for change in changes for way in (change.before, change.after) if way), default=""
        ),
        facts=_facts(case, changes, cut_off),
        tables=[
            _ways(case, changes),
            chances,
            between,
            _lost_table(case, lost),
            _ties(case, ties),
        ],
    )


# --- the tie, and the network without it --------------------------------------------------


def _the_ties(case: Case, network: Network) -> list[Any]:
    """The ties between the bureaus of the relation asked about, as the period has them."""
    one, other = case.actors("bureaus", count=2)
    relation = case.asked.get("relation")
    among = network.freeze(case.cooperation, merges=False)
    ties = [network.ties.row(row) for row in among.all_ties]
    return [
        tie for tie in ties if {tie["source"], tie["target"]} == {one, other} and relation in (None, tie["relation"])
    ]


def _without(case: Case, network: Network) -> Network:
    one, other = case.actors("bureaus", count=2)
    return Scenario("without the tie").remove(one, other, case.asked.get("relation")).apply(network)


# --- what is asked, twice -----------------------------------------------------------------


def _changes(case: Case, before: Network, after: Network, **changes: Any) -> list[Change]:
    """From the first report to the acting police, by all channels and by the tie's own, and to the other bureau."""
    say = case.say
    report, police = case.actor("first_report"), case.actor("acting_police")
    bureau = case.actors("bureaus", count=2)[1]
    channel = _channel_of_tie(case)
    by_channel = case.cooperation.replace(where={"channel": [channel, None]}) if channel else None
    asked: list[tuple[str, str, Projection]] = [(say("q4.all", target=case.name(police)), police, case.cooperation)]
    if by_channel is not None:
        line = say.inside(case.network.vocabulary.label("lines", channel, case.lang))
        asked.append((say("q4.channel", target=case.name(police), channel=line), police, by_channel))
    asked.append((say("q4.all", target=case.name(bureau)), bureau, case.cooperation))
    return [
        Change(name, *(_shortest(network, report, target, over.replace(**changes)) for network in (before, after)))
        for name, target, over in asked
    ]


def _channel_of_tie(case: Case) -> str | None:
    ties = _the_ties(case, case.network)
    return ties[0].channel if ties else None


def _shortest(network: Network, source: str, target: str, over: Projection) -> Pathway | None:
    return settled(lambda: pathways.shortest(network, source, target, over=over))


def _best(network: Network, source: str, target: str, over: Projection) -> float:
    ways = settled(lambda: pathways.most_reliable(network, source, target, over=over))
    return float("nan") if ways is None else float(ways[0].reliability)


def _lost(case: Case, before: Network, after: Network) -> dict[str, list[str]]:
    """Who of the home side loses pathways to which actors of the partner's side; nobody listed loses none."""
    home, partner = (before.actors[actor].country for actor in case.actors("bureaus", count=2))
    over = _bodies(case)
    lost: dict[str, list[str]] = {}
    for source in before.freeze(over, merges=False).keys:
        if before.actors[source].country != home:
            continue
        had, has = (pathways.reach(network, source, over=over) for network in (before, after))
        gone = [actor for actor in before.actors if actor in had and actor not in has]
        if gone := [actor for actor in gone if before.actors[actor].country == partner]:
            lost[source] = gone
    return lost


def _bodies(case: Case) -> Projection:
    """The cooperation of those who act: places and events are neither ends nor between."""
    return case.without_kinds(case.cooperation, "place", "event", "forum")


def _scores(case: Case, before: Network, after: Network) -> list[Scores]:
    return [centrality.betweenness(network, over=_bodies(case)) for network in (before, after)]


def _between(case: Case, before: Network, after: Network, bureaus: Sequence[str]) -> Table:
    """Who lies between: the bureaus, and whoever leads with the tie or without it."""
    say = case.say
    scores = _scores(case, before, after)
    ranks = [score.ranks() for score in scores]
    leading = {actor for score in scores for actor in score.top(SHOWN)}
    actors = [actor for actor in scores[0] if actor in leading or actor in bureaus]
    actors.sort(key=lambda actor: (-scores[0][actor], actor))
    keys = ("actor", "before", "rank_before", "after", "rank_after", "difference")
    rows = [
        [
            case.cell(actor),
            Share(scores[0][actor]),
            ranks[0][actor],
            Share(scores[1][actor]),
            ranks[1][actor],
            Share(scores[1][actor] - scores[0][actor]),
        ]
        for actor in actors
    ]
    return Table("between", say("q4.between"), [Column(key, say(f"column.{key}")) for key in keys], rows)


# --- how surely, and by how many ways that share nobody -------------------------------------


def _chance(case: Case, network: Network, target: str) -> float:
    return float(pathways.reliability(network, case.actor("first_report"), target, over=case.cooperation))


def _apart(case: Case, network: Network, target: str) -> int:
    """As many pathways as share no actor."""
    return len(
        settled(lambda: pathways.disjoint(network, case.actor("first_report"), target, over=case.cooperation)) or ()
    )


def _sure(case: Case, before: Network, table: Table, ties: Sequence[str]) -> list[str]:
    """The probability that some way works, and how much hangs on the tie by Birnbaum's importance."""
    say, target = case.say, case.actor("acting_police")
    _, chance, chance_without, *_ = table.rows[0]  # of the acting police
    told = {"target": case.name(target), "before": say.number(chance, 3), "after": say.number(chance_without, 3)}
    importance = pathways.importance(before, case.actor("first_report"), target, over=case.cooperation)
    ranks = [
        place for place, tie in enumerate(importance, start=1) if tie in ties and importance[tie]["importance"] > 0
    ]
    if not ranks:
        return [say("q4.sure", **told), say("q4.unimportant")]
    return [say("q4.sure", **told), say("q4.important", rank=say.number(ranks[0]), n=say.number(len(importance)))]


def _sure_table(case: Case, before: Network, after: Network) -> Table:
    say = case.say
    targets = dict.fromkeys([case.actor("acting_police"), case.actors("bureaus", count=2)[1]])
    rows = [
        [
            case.cell(target),
            *(_chance(case, network, target) for network in (before, after)),
            *(_apart(case, network, target) for network in (before, after)),
        ]
        for target in targets
    ]
    keys = ("target", "chance_with", "chance_without", "apart_with", "apart_without")
    return Table("sure", say("q4.sure_table"), [Column(key, say(f"column.{key}")) for key in keys], rows)


# --- the answer ---------------------------------------------------------------------------


def _outcome(change: Change) -> str:
    if change.before is None:
        return "never"
    if change.after is None:
        return "lost"
    return "longer" if change.after.steps > change.before.steps else "same"


def _verdict(case: Case, network: Network, recorded: Sequence[str], changes: Mapping[str, Any]) -> Verdict:
    """What the tie changes; in words only what differs from the record as it is."""
    say = case.say
    left = [tie for tie in _the_ties(case, network) if _kept(network, tie, case.cooperation.replace(**changes))]
    if not left:
        return Verdict("no tie", say("q4.turn_no_tie"))
    asked = _changes(case, network, _without(case, network), **changes)
    outcomes = [_outcome(change) for change in asked]
    told = zip(asked, outcomes, recorded, strict=True)
    words = [say(f"q4.turn_{new}", way=change.name) for change, new, old in told if new != old]
    return Verdict(tuple(outcomes), say.all_of(words))


def _kept(network: Network, tie: Any, over: Projection) -> bool:
    row = network.core.tie(tie["id"])
    return row in network.freeze(over, merges=False).all_ties


def _lead(case: Case, changes: Sequence[Change]) -> str:
    return case.say(f"q4.lead_{_outcome(changes[0])}", target=case.name(case.actor("acting_police")))


def _sentences(case: Case, changes: Sequence[Change], cut_off: Sequence[str], from_bureau: Sequence[str]) -> list[str]:
    say = case.say
    sentences = []
    main = changes[0]
    if main.before and main.after:
        steps = {"before": say.count("steps", main.before.steps), "after": say.count("steps", main.after.steps)}
        sentences.append(say(f"q4.steps_{_outcome(main)}", **steps))
    if cut_off:
        who = say.all_of([case.name(actor) for actor in cut_off])
        target = case.name(case.actor("acting_police"))
        sentences.append(say("q4.cut_off", n=say.number(len(cut_off)), who=who, target=target))
    if from_bureau:
        target = case.name(case.actors("bureaus", count=2)[1])
        sentences.append(say("q4.from_bureau", n=say.number(len(from_bureau)), target=target))
    return sentences


def _ranks(case: Case, before: Network, after: Network) -> list[str]:
    """How the home bureau's place among those who lie between others changes."""
    say = case.say
    bureau = case.actors("bureaus", count=2)[0]
    ranks = [scores.ranks().get(bureau) for scores in _scores(case, before, after)]
    if ranks[0] is None or ranks[1] is None:
        return []
    key = "q4.rank_same" if ranks[0] == ranks[1] else "q4.rank"
    shown = {"before": say.number(ranks[0]), "after": say.number(ranks[1])}
    return [say(key, actor=case.name(bureau), **shown)]


def _facts(case: Case, changes: Sequence[Change], cut_off: Sequence[str]) -> list[Fact]:
    say = case.say
    facts = [Fact(_arrow(say, change), say("q4.fact_steps", way=change.name)) for change in changes[:2]]
    return [*facts, Fact(say.number(len(cut_off)), say("q4.fact_lost", target=case.name(case.actor("acting_police"))))]


def _arrow(say: Speech, change: Change) -> str:
    return " → ".join(say("no_way") if way is None else say.number(way.steps) for way in (change.before, change.after))


def _ways(case: Case, changes: Sequence[Change]) -> Table:
    say = case.say
    keys = ("way", "before", "after", "reliability_before", "reliability_after")
    rows = [
        [
            say.opening(change.name),
            *(say("no_way") if way is None else way.steps for way in (change.before, change.after)),
            *("" if way is None else _most(way) for way in (change.before, change.after)),
        ]
        for change in changes
    ]
    return Table("ways", say("q4.ways"), [Column(key, say(f"column.{key}")) for key in keys], rows)


def _most(way: Pathway) -> float:
    """The reliability of the most reliable way there, which need not be the shortest."""
    return _best(way.network, way.actors[0], way.actors[-1], way.projection)


def _lost_table(case: Case, lost: Mapping[str, Sequence[str]]) -> Table:
    say = case.say
    keys = ("actor", "kind", "count", "targets")
    rows = [
        [case.cell(actor), case.kind(actor), len(targets), ", ".join(case.name(target) for target in targets)]
        for actor, targets in sorted(lost.items(), key=lambda item: -len(item[1]))
    ]
    return Table("lost", say("q4.lost_table"), [Column(key, say(f"column.{key}")) for key in keys], rows)


def _ties(case: Case, ties: Sequence[Any]) -> Table:
    say = case.say
    keys = ("source", "target", "relation", "when", "status", "sources")
    rows = [
        [
            case.cell(tie["source"]),
            case.cell(tie["target"]),
            case.relation(tie["relation"]),
            When(tie.since or "", tie.until or ""),
            case.status(tie.status),
            case.sources(tie.sources or ()),
        ]
        for tie in ties
    ]
    return Table("tie", say("q4.tie"), [Column(key, say(f"column.{key}")) for key in keys], rows)


def _no_tie(case: Case, title: str, names: Mapping[str, str]) -> Section:
    say = case.say
    return Section(
        key=KEY,
        label=say("question", number=4),
        title=title,
        lead=say("q4.lead_no_tie"),
        sentences=[say("q4.no_tie", period=say.period(case.period), **names)],
        turns=(),
        stays=True,
        conventions=[say("q4.convention", period=say.period(case.period), **names)],
        sources=(),
        weakest="",
    )
