"""Question 5: in which brokerage role does each body of a state stand, and who represents it to the other?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .. import brokerage, temporal
from ..network import Network
from ..projection import Projection
from ..tables import Rows
from .case import Case
from .section import Column, Fact, Section, Table
from .turning import Verdict, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "roles"
NEEDS = ("home", "partner", "representatives")
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
PERMUTATIONS = 9999
SHOWN = 12
RARE = 0.05


def section(case: Case) -> Section:
    say = case.say
    names = {"home": case.country_name("home"), "partner": case.country_name("partner")}
    over = _over(case)
    found = _roles(case, case.network, over, permutations=PERMUTATIONS)
    bodies = _bodies(case, found)
    by_kind = _roles(case, case.network, over, groups="kind", permutations=PERMUTATIONS)
    halves = temporal.by(
        case.network,
        brokerage.roles,
        window="half-year",
        over=over,
        groups="country",
        missing=say("q5.no_country"),
        permutations=PERMUTATIONS,
    )

    def ask(network: Network, **changes: Any) -> Verdict:
        asked = _roles(case, network, over.replace(**changes))
        leaders = _leaders(asked, _bodies(case, asked))
        said = (
            say("q5.turn", actor=say.all_of([case.name(actor) for actor in leaders]))
            if leaders
            else say("q5.turn_nobody")
        )
        return Verdict(tuple(leaders), said)

    turned = turning(case, ask, found.sources)
    leaders = _leaders(found, bodies)
    asked = [actor for actor in case.actors("representatives", count=2) if actor in found]
    return Section(
        key=KEY,
        label=say("question", number=5),
        title=say("q5.title", **names),
        lead=_lead(case, found, leaders),
        sentences=_sentences(case, found, leaders, asked),
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[say("q5.convention", period=say.period(case.period), permutations=say.number(PERMUTATIONS))],
        sources=case.ordered(found.sources),
        weakest=found.weakest_grade or "",
        facts=[
            Fact(say.number(int(found[actor]["representative"])), say("q5.fact", actor=case.name(actor)))
            for actor in dict.fromkeys([*leaders[:1], *asked])
        ],
        tables=[
            _table(case, "country", say("q5.by_country", **names), found, bodies),
            _table(case, "kind", say("q5.by_kind"), by_kind, bodies),
            _by_period(case, halves, bodies),
            _chance(case, found, by_kind, halves, bodies),
        ],
    )


def _over(case: Case) -> Projection:
    """Ties from body to body: an event or an agreement passes nothing on."""
    vocabulary = case.network.vocabulary
    bodies = [kind for kind in vocabulary["kinds"] if vocabulary.is_a(kind, "body")]
    return case.cooperation.replace(kinds=bodies or [None], loops=False)


def _roles(case: Case, network: Network, over: Projection, groups: str = "country", **options: Any) -> Rows:
    return brokerage.roles(network, groups=groups, missing=case.say(f"q5.no_{groups}"), over=over, **options)


def _bodies(case: Case, found: Mapping[str, Any]) -> list[str]:
    """The home state's actors that broker at all, those who broker most first."""
    home = [actor for actor in found if case.network.actors[actor].country == case.asked["home"]]
    brokers = [actor for actor in home if found[actor]["total"] > 0]
    return sorted(brokers, key=lambda actor: -found[actor]["total"])


def _leaders(found: Mapping[str, Any], bodies: Sequence[str]) -> list[str]:
    """Who represents most; several if equal."""
    most = max((found[actor]["representative"] for actor in bodies), default=0)
    return [actor for actor in bodies if most > 0 and found[actor]["representative"] == most]


def _lead(case: Case, found: Mapping[str, Any], leaders: Sequence[str]) -> str:
    if not leaders:
        return case.say("q5.lead_nobody", home=case.country_name("home"))
    said = "q5.lead_undecided" if _by_chance(found, leaders) else "q5.lead"
    return case.say(said, actor=case.say.all_of([case.name(actor) for actor in leaders]))


def _by_chance(found: Mapping[str, Any], leaders: Sequence[str]) -> bool:
    """Whether random countries would make somebody represent as often."""
    return any(found[actor]["p_representative"] > RARE for actor in leaders)


def _sentences(case: Case, found: Mapping[str, Any], leaders: Sequence[str], asked: Sequence[str]) -> list[str]:
    say = case.say
    sentences = [
        say(
            "q5.represents" if actor in leaders else "q5.represents_too",
            actor=case.name(actor),
            times=say.count("times", int(found[actor]["representative"])),
            expected=say.number(float(found[actor]["expected_representative"]), 1),
            p=_p(case, found[actor]["p_representative"]),
        )
        for actor in dict.fromkeys([*leaders[:1], *asked])
    ]
    if _by_chance(found, leaders):
        sentences.append(say("q5.by_chance"))
    for actor in asked:
        most = max(found[actor][role] for role in ROLES)
        if most > 0:
            main = [say.inside(say(f"role.{role}")) for role in ROLES if found[actor][role] == most]
            sentences.append(say("q5.main_role", actor=case.name(actor), role=say.all_of(main)))
    return sentences


def _p(case: Case, p: float) -> str:
    return case.say.number(float(p), 3) if not math.isnan(p) else "–"


# --- tables -------------------------------------------------------------------------------


def _columns(case: Case, first: Sequence[str]) -> list[Column]:
    columns = [Column(key, case.say(f"column.{key}")) for key in first]
    return [
        *columns,
        *(Column(role, case.say(f"role.{role}")) for role in ROLES),
        Column("total", case.say("column.total")),
    ]


def _table(case: Case, name: str, caption: str, found: Mapping[str, Any], bodies: Sequence[str]) -> Table:
    rows = [
        [case.cell(actor), case.kind(actor), *(int(found[actor][role]) for role in (*ROLES, "total"))]
        for actor in bodies[:SHOWN]
    ]
    return Table(f"roles-by-{name}", caption, _columns(case, ("actor", "kind")), rows)


def _chance(case: Case, by_country: Rows, by_kind: Rows, halves: Mapping[str, Rows], bodies: Sequence[str]) -> Table:
    """The roles that an actor plays more often than random groups make it: by country, by kind, by half-year."""
    say = case.say
    whole = say.period(case.period)
    asked = [(say("column.country"), whole, by_country), (say("column.kind"), whole, by_kind)]
    asked += [(say("column.country"), _half(case, window), found) for window, found in halves.items()]
    rows = [
        [groups, when, case.cell(actor), say(f"role.{role}"), *_numbers(found[actor], role)]
        for groups, when, found in asked
        for actor in bodies
        for role in ROLES
        if found[actor][role] > 0 and found[actor][f"p_{role}"] <= RARE
    ]
    keys = ("groups", "when", "actor", "role", "count", "expected", "z", "p")
    columns = [Column(key, say(f"column.{key}")) for key in keys]
    return Table("roles-beyond-chance", say("q5.beyond_chance"), columns, rows)


def _numbers(row: Mapping[str, float], role: str) -> list[Any]:
    """Count, expected, z and p of a role."""
    chance = (round(float(row[f"{part}_{role}"]), digits) for part, digits in (("expected", 2), ("z", 2), ("p", 4)))
    return [int(row[role]), *chance]


def _by_period(case: Case, halves: Mapping[str, Rows], bodies: Sequence[str]) -> Table:
    """How often each represents, half-year by half-year."""
    say = case.say
    columns = [Column("actor", say("column.actor"))]
    columns += [Column(window, _half(case, window)) for window in halves]
    rows = [
        [case.cell(actor), *(int(found[actor]["representative"]) for found in halves.values())]
        for actor in bodies
        if any(found[actor]["representative"] for found in halves.values())
    ]
    return Table("representative-by-half-year", say("q5.by_period"), columns, rows[:SHOWN])


def _half(case: Case, window: str) -> str:
    since, _, until = window.partition("/")
    return case.say.period(f"{since[:7]}/{until[:7]}")
