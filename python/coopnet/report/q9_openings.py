"""Question 9: how far do the same instruments reach, where is the hole, and which single new tie closes most of it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import pathways
from ..network import Network
from ..projection import Projection
from ..scenario import Scenario, best_additions
from ..ways import Instruments
from .case import Case
from .section import Column, Fact, Section, Table
from .turning import Verdict, turning

__all__ = ["KEY", "NEEDS", "forum_holes", "section"]

KEY = "openings"
NEEDS = ("home", "partner", "first_report", "acting_police", "openings")
ROUNDING = 1e-12  # a gain of a probability that is none


@dataclass(frozen=True)
class Opening:
    """Ties that could be built, and what they would change."""

    name: str
    reached: float  # actors within two steps of memberships, before and after
    reached_after: float
    chance: float  # that a report gets to the police that acts
    chance_after: float

    @property
    def wider(self) -> float:
        return self.reached_after - self.reached

    @property
    def surer(self) -> float:
        return self.chance_after - self.chance


def section(case: Case) -> Section:
    say = case.say
    names = {"home": case.country_name("home"), "partner": case.country_name("partner")}
    joint = pathways.instruments(case.network)
    states = _states(joint, str(case.asked["home"]))
    shared = [code for code in states if code in _states(joint, str(case.asked["partner"]))]
    holes = forum_holes(case, case.asked["openings"]["membership"])
    found = _openings(case, case.network, {})
    wider, surer = _best(found)
    used = case.ordered({*joint.sources, *_over_memberships(case, case.network, {}).sources})

    def ask(network: Network, **changes: Any) -> Verdict:
        return _verdict(case, _openings(case, network, changes))

    turned = turning(case, ask, used)
    sentences = [
        say("q9.states", n=say.number(len(states)), **names),
        say("q9.shared", states=_countries(case, shared)) if shared else say("q9.none_shared", **names),
        *(say("q9.hole", forum=case.name(forum), members=_actors(case, who), **names) for forum, who in holes.items()),
        *_sentences(case, found, wider, surer),
    ]
    return Section(
        key=KEY,
        label=say("question", number=9),
        title=say("q9.title", **names),
        lead=_lead(case, wider, surer),
        sentences=sentences,
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[say("q9.convention", **names), say("convention.reliability")],
        sources=used,
        weakest=joint.weakest_grade or "",
        facts=[
            Fact(say.number(len(states)), say("q9.fact_states", **names)),
            Fact(say.number(len(holes)), say("q9.fact_holes", **names)),
        ],
        tables=[_state_table(case, joint, states), _opening_table(case, found)],
    )


# --- what is asked ------------------------------------------------------------------------


def _states(joint: Instruments, home: str) -> dict[str, list[str]]:
    """The countries that some instrument in force joins with one, and by which."""
    states: dict[str, list[str]] = {}
    for key, row in joint.items():
        if row["in_force"] and home in row["groups"]:
            for other in row["groups"]:
                if other != home:
                    states.setdefault(other, []).append(key)
    return states


def forum_holes(case: Case, relation: str) -> dict[str, list[str]]:
    """Forums that the partner is a member of with other states, and the home state is not."""
    members: dict[str, list[str]] = {}
    for tie in case.network.ties.where(relation=relation):
        members.setdefault(tie["target"], []).append(tie["source"])
    home, partner = str(case.asked["home"]), str(case.asked["partner"])
    return {
        forum: [actor for actor in who if actor != partner]
        for forum, who in members.items()
        if partner in who and home not in who
    }


def _memberships(changes: Mapping[str, Any]) -> Projection:
    return Projection(layers="membership", direction="undirected").replace(**changes)


def _over_memberships(case: Case, network: Network, changes: Mapping[str, Any]) -> Any:
    return pathways.reach(network, str(case.asked["home"]), within=2, over=_memberships(changes))


def _scenarios(case: Case) -> list[Scenario]:
    given = case.asked["openings"]["candidates"]
    return [Scenario(item["name"].get(case.lang) or item["name"]["en"], tuple(item["edits"])) for item in given]


def _openings(case: Case, network: Network, changes: Mapping[str, Any]) -> list[Opening]:
    """What each candidate alone would change."""
    scenarios = _scenarios(case)
    ends = case.actor("first_report"), case.actor("acting_police")
    cooperation = case.cooperation.replace(**changes)
    many: dict[str, Any] = {"candidates": scenarios, "max_results": len(scenarios)}
    reached = best_additions(
        network, "pathways.reach", str(case.asked["home"]), within=2, over=_memberships(changes), **many
    )
    chance = best_additions(network, "pathways.reliability", *ends, over=cooperation, **many)
    after = [{row["edits"][0]: row["value"] for row in found.rows()} for found in (reached, chance)]
    return [
        Opening(str(item), reached.before, after[0][str(item)], chance.before, after[1][str(item)])
        for item in scenarios
    ]


def _best(found: Sequence[Opening]) -> tuple[Opening | None, Opening | None]:
    """The one that reaches most more, and the one that is surest to help; none if nothing does."""
    wider = max(found, key=lambda item: item.wider, default=None)
    surer = max(found, key=lambda item: item.surer, default=None)
    return (
        wider if wider is not None and wider.wider > 0 else None,
        surer if surer is not None and surer.surer > ROUNDING else None,
    )


def _verdict(case: Case, found: Sequence[Opening]) -> Verdict:
    wider, surer = _best(found)
    key = (wider and wider.name, surer and surer.name)
    return Verdict(key, case.say.inside(_lead(case, wider, surer)).rstrip("."))


# --- the answer ---------------------------------------------------------------------------


def _lead(case: Case, wider: Opening | None, surer: Opening | None) -> str:
    say = case.say
    if wider is None and surer is None:
        return say("q9.lead_none")
    if wider is None or surer is None:
        one = wider or surer
        return say("q9.lead_one", name=one.name if one else "")
    return say("q9.lead", wider=wider.name, surer=surer.name)


def _sentences(case: Case, found: Sequence[Opening], wider: Opening | None, surer: Opening | None) -> list[str]:
    say = case.say
    told = []
    if wider is not None:
        numbers = {"before": say.number(int(wider.reached)), "after": say.number(int(wider.reached_after))}
        told.append(say("q9.wider", name=say.opening(wider.name), **numbers, home=case.country_name("home")))
    if surer is not None:
        chances = {"before": say.number(surer.chance), "after": say.number(surer.chance_after)}
        target = case.name(case.actor("acting_police"))
        told.append(say("q9.surer", name=say.opening(surer.name), target=target, **chances))
    idle = [item.name for item in found if not (item.wider > 0 or item.surer > ROUNDING)]
    return [*told, say("q9.idle", names=say.all_of(idle))] if idle else told


def _actors(case: Case, actors: Sequence[str]) -> str:
    return case.say.all_of([case.name(actor) for actor in actors])


def _countries(case: Case, codes: Sequence[str]) -> str:
    return case.say.all_of([case.name(code) if code in case.network.actors else code for code in codes])


def _state_table(case: Case, joint: Instruments, states: Mapping[str, Sequence[str]]) -> Table:
    partner = str(case.asked["partner"])
    also = _states(joint, partner)
    rows = [
        [_countries(case, [code]), _actors(case, keys), _actors(case, also.get(code, ()))]
        for code, keys in states.items()
    ]
    columns = [
        Column("country", case.say("column.country")),
        Column("home", case.say("q9.with", country=case.country_name("home"))),
        Column("partner", case.say("q9.with", country=case.country_name("partner"))),
    ]
    return Table("states", case.say("q9.table_states"), columns, rows)


def _opening_table(case: Case, found: Sequence[Opening]) -> Table:
    keys = ("opening", "reached", "reached_after", "chance", "chance_after")
    rows = [[item.name, int(item.reached), int(item.reached_after), item.chance, item.chance_after] for item in found]
    return Table("openings", case.say("q9.table"), [Column(key, case.say(f"column.{key}")) for key in keys], rows)
