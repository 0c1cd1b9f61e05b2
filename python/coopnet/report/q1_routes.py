"""Question 1: through which points must a person pass on the way to a site, and who watches them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from .. import flows, pathways
from ..flows import Interdiction
from ..network import Network
from ..projection import Projection
from ..scenario import Scenario
from ..ways import Pathways
from .case import Case
from .section import Column, Fact, Section, Table
from .turning import Verdict, settled, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "routes"
NEEDS = ("routes",)
MOST = 1000  # more recorded ways to one site than anybody could read


@dataclass(frozen=True)
class Site:
    """A site with the recorded ways to it; whom all of them pass, and the smallest sets that part it, where asked."""

    actor: str
    ways: Pathways

    @cached_property
    def passed(self) -> tuple[str, ...]:
        return tuple(pathways.dominators(*self._ends, over=self.ways.projection))

    @cached_property
    def cuts(self) -> tuple[tuple[str, ...], ...]:
        return tuple(pathways.cuts(*self._ends, over=self.ways.projection))

    @property
    def _ends(self) -> tuple[Network, str, str]:
        return self.ways.network, self.ways[0].actors[0], self.actor

    @property
    def points(self) -> list[str]:
        """Whom some way passes, in the order they are met."""
        return list(dict.fromkeys(actor for way in self.ways for actor in way.actors[1:-1]))

    @property
    def last(self) -> list[str]:
        return list(dict.fromkeys(way.actors[-2] for way in self.ways))


def section(case: Case) -> Section:
    say = case.say
    sites = _sites(case, case.network, {})
    if not sites:
        return _no_ways(case)
    watched = _watched(case, case.network)
    points = list(dict.fromkeys(point for site in sites for point in site.points if point not in _media(case)))
    used = case.ordered({key for site in sites for key in site.ways.sources})
    watches = _watches(case, sites)

    def ask(network: Network, **changes: Any) -> Verdict:
        return _verdict(case, _sites(case, network, changes))

    turned = turning(case, ask, used)
    ways = [way for site in sites for way in site.ways]
    seen = [way for way in ways if set(way.actors) & set(watched)]
    return Section(
        key=KEY,
        label=say("question", number=1),
        title=say("q1.title"),
        lead=say("q1.lead", seen=say.number(len(seen)), n=say.number(len(ways)), watched=_names(case, watched)),
        sentences=[
            *(_sentence(case, site) for site in sites),
            *_online(case, sites, watched),
            *_watching(case, watches),
            say("q1.undecided"),
        ],
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[say("q1.convention", period=say.period(case.period))],
        sources=used,
        weakest=max((site.ways.weakest_grade or "" for site in sites), default=""),
        facts=[
            Fact(say.number(len(ways)), say("q1.fact_ways")),
            Fact(say.number(len(points)), say("q1.fact_points")),
            Fact(say.number(len(set(points) & set(watched))), say("q1.fact_watched")),
        ],
        tables=[_site_table(case, sites), _point_table(case, sites, points, watched), *_watch_table(case, watches)],
    )


# --- what is asked ------------------------------------------------------------------------


def _asked(case: Case) -> Mapping[str, Any]:
    routes: Mapping[str, Any] = case.asked["routes"]
    return routes


def _over(case: Case, changes: Mapping[str, Any]) -> Projection:
    return Projection(relations=_asked(case)["relations"], during=case.period).replace(**changes)


def _media(case: Case) -> list[str]:
    return [str(actor) for actor in _asked(case).get("online", ())]


def _sites(case: Case, network: Network, changes: Mapping[str, Any]) -> list[Site]:
    """The sites that some recorded way leads to."""
    over, source = _over(case, changes), str(_asked(case)["from"])
    reached = pathways.reach(network, source, over=over)
    kind = _asked(case)["to_kind"]
    sites = (actor for actor in reached if network.vocabulary.is_a(network.actors[actor].kind, kind))
    return [Site(actor, pathways.find(network, source, actor, MOST, over=over)) for actor in sites]


def _watched(case: Case, network: Network) -> dict[str, list[str]]:
    """Points at which an agency stopped people, with the agencies."""
    found: dict[str, list[str]] = {}
    for tie in network.ties.where(relation=_asked(case)["watched_by"]):
        agencies = found.setdefault(tie["source"], [])
        if tie["target"] not in agencies:
            agencies.append(tie["target"])
    return found


def _verdict(case: Case, sites: Sequence[Site]) -> Verdict:
    """Which sites are reached, and what all ways to each pass."""
    say = case.say
    if not sites:
        return Verdict((), say("q1.turn_none"))
    told = [
        say(
            "q1.turn_site" if site.passed else "q1.turn_open",
            site=case.name(site.actor),
            points=_names(case, site.passed),
        )
        for site in sites
    ]
    return Verdict(tuple((site.actor, site.passed) for site in sites), say.all_of(told))


# --- the answer ---------------------------------------------------------------------------


def _names(case: Case, actors: Iterable[str]) -> str:
    """Short names; those that hold a comma are set apart by semicolons."""
    names = [case.name(actor) for actor in actors]
    return "; ".join(names) if any("," in name for name in names) else case.say.all_of(names)


def _sentence(case: Case, site: Site) -> str:
    say = case.say
    told = {
        "site": case.name(site.actor),
        "ways": say.count("ways", len(site.ways)),
        "last": _names(case, site.last),
        "n": say.number(len(site.cuts[0]) if site.cuts else 0),
    }
    if site.passed:
        return say("q1.site_passed", passed=_names(case, site.passed), **told)
    return say("q1.site_open", cut=_names(case, site.cuts[0]) if site.cuts else "", **told)


def _online(case: Case, sites: Sequence[Site], watched: Mapping[str, Any]) -> list[str]:
    """What is left without the online channel, and which points the ways through it pass."""
    media = [actor for actor in _media(case) if actor in case.network.actors]
    if not media:
        return []
    say = case.say
    without = Scenario("without the online channel", tuple({"edit": "remove", "actor": actor} for actor in media))
    left = _sites(case, without.apply(case.network), {})
    named = {"media": _names(case, media)}
    before, after = (sum(len(site.ways) for site in some) for some in (sites, left))
    lost = [site.actor for site in sites if site.actor not in {other.actor for other in left}]
    told = [say("q1.without", before=say.number(before), after=say.number(after), **named)]
    told.append(say("q1.lost", sites=_names(case, lost)) if lost else say("q1.none_lost"))
    through = [way for site in sites for way in site.ways if set(way.actors) & set(media)]
    if through:
        points = [point for way in through for point in way.actors[1:-1] if point not in media]
        met = [point for point in dict.fromkeys(points) if point in watched]
        key = "q1.online_watched" if met else "q1.online_unwatched"
        told.append(say(key, points=_names(case, dict.fromkeys(points)), met=_names(case, met), **named))
    return told


def _watches(case: Case, sites: Sequence[Site]) -> list[Interdiction]:
    """The best points to watch by how many may be watched, up to the budget; people are recruited anywhere."""
    source = str(_asked(case)["from"])
    points = [
        point
        for point in dict.fromkeys(point for site in sites for point in site.points)
        if case.network.vocabulary.is_a(case.network.actors[point].kind, "transit")
    ]
    if not points:
        return []
    budgets = range(1, 1 + min(len(points), int(_asked(case).get("budget", 0))))
    ends = (source, [site.actor for site in sites])
    return [
        flows.interdict(case.network, *ends, budget=budget, candidates=points, over=_over(case, {}))
        for budget in budgets
    ]


def _watching(case: Case, watches: Sequence[Interdiction]) -> list[str]:
    say = case.say
    told = []
    for watch in watches:
        names = {"before": say.number(int(watch.before)), "after": say.number(int(watch.value))}
        told.append(say("q1.watch", points=_names(case, watch[0]), **names))
        if len(watch) > 1:
            told[-1] += " " + say.count("q1.watch_ties", len(watch) - 1)
    return told


def _watch_table(case: Case, watches: Sequence[Interdiction]) -> list[Table]:
    say = case.say
    rows = [
        [budget, say.either([f"({_names(case, points)})" for points in watch]), int(watch.value)]
        for budget, watch in enumerate(watches, start=1)
    ]
    columns = [Column(key, say(f"column.{key}")) for key in ("budget", "best", "routes_left")]
    return [Table("watch", say("q1.watch_table"), columns, rows)] if rows else []


def _no_ways(case: Case) -> Section:
    say = case.say
    return Section(
        key=KEY,
        label=say("question", number=1),
        title=say("q1.title"),
        lead=say("undecided"),
        sentences=[say("q1.none")],
        turns=(),
        stays=True,
        conventions=[say("q1.convention", period=say.period(case.period))],
        sources=(),
        weakest="",
    )


def _site_table(case: Case, sites: Sequence[Site]) -> Table:
    say = case.say
    rows = [
        [
            case.cell(site.actor),
            len(site.ways),
            _names(case, site.last),
            _names(case, site.passed),
            say.either([f"({_names(case, cut)})" for cut in site.cuts]),
            len(settled(partial(site.ways.again, status="documented")) or ()),
            site.ways.weakest_grade or "",
            case.sources(site.ways.sources),
        ]
        for site in sites
    ]
    keys = ("site", "ways", "last", "passed", "cuts", "documented_ways", "grade", "sources")
    return Table("sites", say("q1.sites"), [Column(key, say(f"column.{key}")) for key in keys], rows)


def _point_table(case: Case, sites: Sequence[Site], points: Sequence[str], watched: Mapping[str, list[str]]) -> Table:
    say = case.say
    rows: list[list[Any]] = [
        [
            case.cell(point),
            case.kind(point),
            sum(point in way.actors for site in sites for way in site.ways),
            _names(case, [site.actor for site in sites if point in site.points]),
            _names(case, watched.get(point, ())),
        ]
        for point in points
    ]
    rows.sort(key=lambda row: -row[2])
    keys = ("point", "kind", "ways", "sites", "watched_by")
    return Table("points", say("q1.points"), [Column(key, say(f"column.{key}")) for key in keys], rows)
