"""Question 9, among many states: how far do the instruments of two reach, where are the holes, what closes most?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .. import pathways
from ..errors import InvalidOption
from ..network import Network
from ..projection import Projection
from ..scenario import Ranking, Scenario, best_additions
from ..temporal import by
from ..ways import JoinedPairs
from .case import Case
from .q9_openings import forum_holes
from .section import Column, Fact, Section, Sources, Table
from .turning import Verdict, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "wider"
NEEDS = ("home", "partner", "wider")
FEW = 8  # steps shown of those that close most


@dataclass(frozen=True)
class Asked:
    """What `report.json` gives under "wider": from which year, at which day, and which kinds have holes."""

    home: str
    partner: str
    since: str
    at: str
    kinds: tuple[str, ...]
    accession: str
    agreement: str
    membership: str
    waiting: tuple[str, ...]

    @classmethod
    def of(cls, case: Case) -> Asked:
        given = case.asked["wider"]
        try:
            return cls(
                home=str(case.asked["home"]),
                partner=str(case.asked["partner"]),
                since=str(given["since"]),
                at=str(given["at"]),
                kinds=tuple(given["kinds"]),
                accession=str(given["accession"]),
                agreement=str(given["agreement"]),
                membership=str(given["membership"]),
                waiting=tuple(given.get("waiting", ())),
            )
        except (KeyError, TypeError) as error:
            raise InvalidOption(
                f"The report's wider is {given!r}. "
                "Give it since, at, kinds, accession, agreement and membership; waiting may name instruments."
            ) from error


@dataclass(frozen=True)
class Reach:
    """The instruments that join the two states, and the states that one of them joins with both."""

    instruments: tuple[str, ...]
    states: tuple[str, ...]

    @classmethod
    def of(cls, joined: JoinedPairs, home: str, partner: str) -> Reach:
        shared = [key for kind in joined.kinds for key in joined.by(home, partner, kind)]
        states = [
            state
            for state in dict.fromkeys(group for pair in joined.pairs for group in pair)
            if state not in (home, partner) and any(_joins(joined, key, state, home, partner) for key in shared)
        ]
        return cls(tuple(dict.fromkeys(shared)), tuple(states))


def _joins(joined: JoinedPairs, instrument: str, state: str, *others: str) -> bool:
    return all(any(instrument in joined.by(state, other, kind) for kind in joined.kinds) for other in others)


@dataclass(frozen=True)
class Accession:
    """A step that one state can take by itself, and how many pairs it joins that no instrument of the kind joined."""

    state: str
    instrument: str
    closed: int

    @property
    def name(self) -> str:
        return f"{self.state} → {self.instrument}"

    def scenario(self, asked: Asked) -> Scenario:
        return Scenario(self.name).add_tie(self.state, self.instrument, asked.accession, since=asked.at)


class Holes:
    """Pairs of states by kind on the day asked about, as far as recorded and as far as certain."""

    def __init__(self, network: Network, asked: Asked, **changes: Any) -> None:
        self.network = network
        self.asked = asked
        self.over = Projection(at=asked.at).replace(**changes)

    @cached_property
    def possible(self) -> JoinedPairs:
        return pathways.joined_pairs(self.network, kinds=self.asked.kinds, over=self.over)

    @cached_property
    def certain(self) -> JoinedPairs:
        return pathways.joined_pairs(self.network, kinds=self.asked.kinds, over=self.over.replace(dates="certain"))

    @cached_property
    def all_kinds(self) -> JoinedPairs:
        return pathways.joined_pairs(self.network, over=self.over)

    @cached_property
    def reach(self) -> Reach:
        return Reach.of(self.all_kinds, self.asked.home, self.asked.partner)

    @cached_property
    def state_of(self) -> dict[str, str]:
        """The actor that is the state, by country."""
        words = self.network.vocabulary
        states = [actor for actor in self.network.actors.values() if words.is_a(actor.kind, "state")]
        return {str(actor.country): str(actor.id) for actor in states if actor.country}

    @cached_property
    def accessions(self) -> list[Accession]:
        """A state that is not bound by an instrument of many joins it: how many holes that closes."""
        found = []
        for key, row in pathways.instruments(self.network, over=self.over).items():
            kinds = [kind for kind in self.asked.kinds if self.network.vocabulary.is_a(row["kind"], kind)]
            ties = [tie for tie in (self.network.ties[tie] for tie in row["ties"]) if tie.target == key]
            bound = {tie.source for tie in ties if tie.relation == self.asked.accession}
            if not row["in_force"] or not kinds or len(bound) < 3:
                continue
            countries = {country for country, state in self.state_of.items() if state in bound}
            for country, state in self.state_of.items():
                if state not in bound:
                    holes = [_both_ways(self.possible.holes(kind)) for kind in kinds]
                    closed = sum((country, other) in open_to for open_to in holes for other in countries)
                    found.append(Accession(state, key, closed))
        return found

    def agreements(self) -> Iterator[Scenario]:
        """Two states that no instrument of a kind joins agree on one; each by itself."""
        for kind in self.asked.kinds:
            for first, second in self.possible.holes(kind):
                if first in self.state_of and second in self.state_of:
                    name = f"{kind}: {first}–{second}"
                    made = Scenario(name).add_actor(name, kind=kind)
                    ends = self.state_of[first], self.state_of[second]
                    yield made.add_tie(*ends, self.asked.agreement, instrument=name, since=self.asked.at)

    def ranked(self) -> Ranking:
        """Every single step, that which closes most first."""
        candidates = [*(step.scenario(self.asked) for step in self.accessions), *self.agreements()]
        most: dict[str, Any] = {"candidates": candidates, "max_results": max(len(candidates), 1)}
        return best_additions(self.network, "pathways.joined_pairs", kinds=self.asked.kinds, over=self.over, **most)


def section(case: Case) -> Section:
    say, asked = case.say, Asked.of(case)
    names = {"home": case.country_name("home"), "partner": case.country_name("partner")}
    holes = Holes(case.network, asked)
    years = _years(case.network, asked)
    ranked = holes.ranked()
    waiting = {key: _once_in_force(holes, key) for key in asked.waiting}
    used = case.ordered(_sources_of(case, holes.reach.instruments))

    def ask(network: Network, **changes: Any) -> Verdict:
        return _verdict(case, Holes(network, asked, **changes))

    turned = turning(case, ask, used)
    number = say.number(len(holes.reach.instruments))
    return Section(
        key=KEY,
        label=say("question", number=9),
        title=say("wider.title", **names),
        lead=_lead(case, holes, ranked),
        sentences=[*_reach_said(case, holes, years, names), *_holes_said(case, holes, ranked, waiting, names)],
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[say("wider.convention", date=say.date(asked.at), **names)],
        sources=used,
        weakest=_weakest(case, holes.reach.instruments),
        facts=[
            Fact(number, say("wider.fact_instruments", **names)),
            Fact(say.number(len(holes.reach.states)), say("wider.fact_states")),
            Fact(say.number(_open(holes, asked.kinds)), say("wider.fact_holes")),
        ],
        tables=[
            _year_table(case, years),
            _reach_table(case, holes),
            _hole_table(case, holes),
            _own_table(case, holes),
            _step_table(case, holes, ranked, waiting),
        ],
    )


# --- how far ------------------------------------------------------------------------------


def _years(network: Network, asked: Asked) -> dict[str, Reach]:
    """Year by year, what joined the two and whom it reached."""
    over = Projection(during=f"{asked.since}/{asked.at}")
    found = by(network, "pathways.joined_pairs", window="year", over=over)
    return {window[:4]: Reach.of(answer, asked.home, asked.partner) for window, answer in found.items()}


def _sources_of(case: Case, instruments: Sequence[str]) -> set[str]:
    return {source for tie in _ties_of(case, instruments) for source in tie.sources or ()}


def _ties_of(case: Case, instruments: Sequence[str]) -> list[Any]:
    binding = ("party_to", "linked_to")
    return [
        tie
        for tie in case.network.ties.values()
        if tie.instrument in instruments or (tie.target in instruments and tie.relation in binding)
    ]


def _weakest(case: Case, instruments: Sequence[str]) -> str:
    """The weakest grade that is needed: of ties between the same two the best one is enough."""
    ids = list(case.network.ties)
    best: dict[tuple[str, str], str] = {}
    for tie in _ties_of(case, instruments):
        grade = str(case.network.core.weakest_grade([ids.index(tie.id)]) or "")
        ends = tie.source, tie.target
        best[ends] = min(grade, best.get(ends, grade))
    return max(best.values(), default="")


def _reach_said(case: Case, holes: Holes, years: Mapping[str, Reach], names: Mapping[str, str]) -> list[str]:
    say, reach = case.say, holes.reach
    first = next(iter(years))
    told = [
        say(
            "wider.reach",
            n=say.count("instruments", len(reach.instruments)),
            instruments=_named(case, reach.instruments),
            states=_countries(case, reach.states),
            date=say.date(holes.asked.at),
            **names,
        )
        if reach.instruments
        else say("wider.none", date=say.date(holes.asked.at), **names)
    ]
    told.append(
        say(
            "wider.grew",
            year=first,
            n=say.count("instruments", len(years[first].instruments)),
            m=say.number(len(years[first].states)),
        )
    )
    for forum, who in forum_holes(case, holes.asked.membership).items():
        told.append(say("q9.hole", forum=case.name(forum), members=_named(case, who), **names))
    return told


def _year_table(case: Case, years: Mapping[str, Reach]) -> Table:
    """The first year, and each in which something changed."""
    rows = []
    before = Reach((), ())
    for year, now in years.items():
        if now != before:
            new = [key for key in now.instruments if key not in before.instruments]
            ended = [key for key in before.instruments if key not in now.instruments]
            reached = [state for state in now.states if state not in before.states]
            row = [year, _named(case, new), _named(case, ended), len(now.instruments)]
            rows.append([*row, _countries(case, reached), len(now.states)])
        before = now
    return _table(case, "years", ("year", "new", "ended", "instruments", "newly_reached", "states"), rows)


def _reach_table(case: Case, holes: Holes) -> Table:
    """Each instrument of the two: whom it joins with both, and where it stops."""
    others = [state for state in holes.state_of if state not in (holes.asked.home, holes.asked.partner)]
    rows = []
    for key in holes.reach.instruments:
        ends = holes.asked.home, holes.asked.partner
        joined = [state for state in others if _joins(holes.all_kinds, key, state, *ends)]
        outside = [state for state in others if state not in joined]
        sources = Sources(case.ordered(_sources_of(case, [key])))
        rows.append(
            [case.cell(key), case.kind(key), len(joined), _countries(case, outside), _weakest(case, [key]), sources]
        )
    return _table(case, "instruments", ("instrument", "kind", "states", "outside", "grade", "sources"), rows)


# --- where the holes are ------------------------------------------------------------------


def _open(holes: Holes, kinds: Sequence[str]) -> int:
    return sum(len(holes.possible.holes(kind)) for kind in kinds)


def _hole_table(case: Case, holes: Holes) -> Table:
    rows = []
    for kind in holes.asked.kinds:
        joined = len(holes.possible.pairs) - len(holes.possible.holes(kind))
        certain = len(holes.certain.pairs) - len(holes.certain.holes(kind))
        pending = len(holes.possible.pending(kind))
        rows.append([_kind(case, kind), joined, certain, pending, len(holes.possible.holes(kind)) - pending])
    return _table(case, "holes", ("kind", "joined", "certain", "signed", "no_record"), rows)


def _own_table(case: Case, holes: Holes) -> Table:
    """The holes of the two states themselves, and of each other."""
    rows = []
    for kind in holes.asked.kinds:
        open_to = {
            state: [other for pair in holes.possible.holes(kind) if state in pair for other in pair if other != state]
            for state in (holes.asked.home, holes.asked.partner)
        }
        rows.append([_kind(case, kind), *(_countries(case, states) for states in open_to.values())])
    columns = [
        Column("kind", case.say("column.kind")),
        Column("home", case.say("wider.without", country=case.country_name("home"))),
        Column("partner", case.say("wider.without", country=case.country_name("partner"))),
    ]
    return Table("own_holes", case.say("wider.table_own_holes"), columns, rows)


def _holes_said(
    case: Case, holes: Holes, ranked: Ranking, waiting: Mapping[str, int], names: Mapping[str, str]
) -> list[str]:
    say, asked = case.say, holes.asked
    possible, certain = int(holes.possible), int(holes.certain)
    own = [kind for kind in asked.kinds if (asked.home, asked.partner) in _both_ways(holes.possible.holes(kind))]
    told = [
        say(
            "wider.holes",
            open=say.number(_open(holes, asked.kinds)),
            all=say.number(len(holes.possible.pairs) * len(asked.kinds)),
            pairs=say.number(len(holes.possible.pairs)),
        )
    ]
    if certain < possible:
        told.append(say("wider.undecided", possible=say.number(possible), certain=say.number(certain)))
    if own:
        told.append(say("wider.own", kinds=say.either([say.inside(_kind(case, kind)) for kind in own]), **names))
    if len(ranked):
        before, best = say.number(int(ranked.before)), ranked.rows()[0]
        numbers = {"before": before, "after": say.number(int(best["value"])), "n": say.number(int(best["gain"]))}
        told.append(say("wider.best", name=_step_named(case, best["edits"][0]), **numbers))
        single = sum(row["gain"] == 1 for row in ranked.rows())
        if single and best["gain"] > 1:
            told.append(say("wider.each_one", n=say.number(single)))
    for key, after in waiting.items():
        numbers = {"before": say.number(int(ranked.before)), "after": say.number(after)}
        told.append(say("wider.waiting", name=case.name(key), **numbers))
    return told


def _both_ways(pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    return {*pairs, *((second, first) for first, second in pairs)}


# --- what would close most ----------------------------------------------------------------


def _once_in_force(holes: Holes, instrument: str) -> int:
    """The pairs joined if all who are on record with an instrument were bound by it."""
    made = Scenario(instrument)
    states = [tie.source for tie in holes.network.ties.values() if tie.target == instrument]
    for state in dict.fromkeys(states):
        made = made.add_tie(state, instrument, holes.asked.accession, since=holes.asked.at)
    return int(Holes(made.apply(holes.network), holes.asked).possible)


def _step_table(case: Case, holes: Holes, ranked: Ranking, waiting: Mapping[str, int]) -> Table:
    before = int(ranked.before)
    rows = [
        [_step_named(case, row["edits"][0]), before, int(row["value"]), int(row["gain"])] for row in ranked.rows()[:FEW]
    ]
    rows += [
        [case.say("wider.all_bound", name=case.name(key)), before, after, after - before]
        for key, after in waiting.items()
    ]
    return _table(case, "steps", ("opening", "pairs_now", "pairs_then", "closed"), rows)


def _step_named(case: Case, name: str) -> str:
    """A step as readers say it: who joins what, or who agrees on what."""
    state, joins, instrument = name.partition(" → ")
    if joins:
        return case.say("wider.joins", state=case.name(state), instrument=case.name(instrument))
    kind, _, pair = name.partition(": ")
    first, _, second = pair.partition("–")
    return case.say("wider.agree", kind=_kind(case, kind), pair=_countries(case, [first, second]))


def _lead(case: Case, holes: Holes, ranked: Ranking) -> str:
    say, reach = case.say, holes.reach
    others = len(holes.state_of) - 2
    lead = say(
        "wider.lead",
        n=say.count("instruments", len(reach.instruments)),
        m=say.number(len(reach.states)),
        others=say.number(others),
    )
    if not len(ranked):
        return lead
    return f"{lead} {say('wider.lead_best', name=_step_named(case, ranked.rows()[0]['edits'][0]))}"


def _verdict(case: Case, holes: Holes) -> Verdict:
    """What joins the two, whom it reaches, and which accession closes most."""
    best = max(holes.accessions, key=lambda step: step.closed, default=None)
    name = best.name if best is not None and best.closed > 1 else ""
    reach = holes.reach
    words = case.say(
        "wider.turn",
        n=case.say.count("instruments", len(reach.instruments)),
        m=case.say.number(len(reach.states)),
        name=_step_named(case, name) if name else case.say("wider.no_one"),
    )
    return Verdict((reach.instruments, reach.states, name), words)


def _table(case: Case, name: str, keys: Sequence[str], rows: Sequence[Sequence[Any]]) -> Table:
    columns = [Column(key, case.say(f"column.{key}")) for key in keys]
    return Table(name, case.say(f"wider.table_{name}"), columns, rows)


def _kind(case: Case, kind: str) -> str:
    return case.network.vocabulary.label("kinds", kind, case.lang)


def _named(case: Case, actors: Sequence[str]) -> str:
    return case.say.all_of([case.name(actor) for actor in actors])


def _countries(case: Case, codes: Sequence[str]) -> str:
    return case.say.all_of([case.name(code) if code in case.network.actors else code for code in codes])
