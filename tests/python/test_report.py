"""The report: its sentences say what the public functions say, its page stands alone, its files are whole."""

from __future__ import annotations

import csv
import math
import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

import coopnet as cn
from coopnet import centrality, cohesion, pathways
from coopnet.frames import read_csv
from coopnet.report import Report
from coopnet.report.case import Case
from coopnet.report.q9_wider import Asked, Holes

NAME = "indonesia-cambodia-2021-2022"
KEYS = [
    "routes",
    "counts",
    "stakeholders",
    "bureau_tie",
    "roles",
    "first_report",
    "instruments",
    "return",
    "openings",
    "way_home",
]
WIDER = "asean-instruments"
EVERY = [*KEYS[:-1], "wider", KEYS[-1]]

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


@pytest.fixture(scope="module")
def case() -> cn.Network:
    return cn.load(NAME)


@pytest.fixture(scope="module")
def written(case: cn.Network, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    return {lang: cn.report(case, tmp_path_factory.mktemp(lang), lang=lang) for lang in ("en", "id")}


@pytest.fixture(scope="module")
def section(written: dict[str, Report]):
    return {item.key: item for item in written["en"].sections}


@pytest.fixture(scope="module")
def cooperation(case: cn.Network) -> cn.Projection:
    return cn.Projection(layers="cooperation", during=case.report["period"])


def column(section, table: str, key: str) -> list:
    """The cells of a column of a section's table."""
    found = next(item for item in section.tables if item.name == table)
    place = [column.key for column in found.columns].index(key)
    return [row[place] for row in found.rows]


# --- what the sentences say ---------------------------------------------------------------


def test_the_case_answers_every_question(written) -> None:
    for lang in ("en", "id"):
        assert [item.key for item in written[lang].sections] == KEYS
        assert written[lang].missing == {}


def test_routes_are_the_recorded_ways_and_what_all_of_them_pass(case, section) -> None:
    routes = case.report["routes"]
    over = cn.Projection(relations=routes["relations"], during=case.report["period"])
    asked = section["routes"]
    sites = [cell.id for cell in column(asked, "sites", "site")]
    assert sites == [
        actor
        for actor in pathways.reach(case, routes["from"], over=over)
        if case.actors[actor].kind == routes["to_kind"]
    ]
    found = {site: pathways.find(case, routes["from"], site, 1000, over=over) for site in sites}
    assert column(asked, "sites", "ways") == [len(ways) for ways in found.values()]
    for site, told in zip(sites, column(asked, "sites", "passed"), strict=True):
        passed = pathways.dominators(case, routes["from"], site, over=over)
        assert all(case.label(actor, short=True) in told for actor in passed)
        assert bool(told) == bool(passed)
        assert all(set(way.actors) >= set(passed) for way in found[site])
    stopped = {tie.source for tie in case.ties.where(relation=routes["watched_by"])}
    met = sum(bool(set(way.actors) & stopped) for ways in found.values() for way in ways)
    assert f"{met} of {sum(map(len, found.values()))} recorded ways" in asked.lead
    watched = [
        cell.id
        for cell, by in zip(column(asked, "points", "point"), column(asked, "points", "watched_by"), strict=True)
        if by
    ]
    assert set(watched) <= stopped


def test_openings_are_what_the_candidates_would_change(case, section, cooperation) -> None:
    asked = section["openings"]
    ends = case.report["first_report"], case.report["acting_police"]
    for name, edits, after, chance in zip(
        column(asked, "openings", "opening"),
        [item["edits"] for item in case.report["openings"]["candidates"]],
        column(asked, "openings", "reached_after"),
        column(asked, "openings", "chance_after"),
        strict=True,
    ):
        changed = cn.Scenario(name, tuple(edits)).apply(case)
        over = cn.Projection(layers="membership", direction="undirected")
        assert len(pathways.reach(changed, "IDN", within=2, over=over)) == after
        assert float(pathways.reliability(changed, *ends, over=cooperation)) == pytest.approx(chance)
    joint = cn.pathways.instruments(case)
    states = {code for row in joint.values() if row["in_force"] and "IDN" in row["groups"] for code in row["groups"]}
    assert len(column(asked, "states", "country")) == len(states - {"IDN"})
    assert "COMMIT" in asked.lead
    assert "COMMIT" in asked.answer


def test_the_bureau_tie_is_weighed_by_what_some_way_works_with(case, section, cooperation) -> None:
    source, target = case.report["first_report"], case.report["acting_police"]
    without = cn.Scenario().remove(*case.report["bureaus"], case.report["relation"]).apply(case)
    asked = section["bureau_tie"]
    chances = [float(pathways.reliability(of, source, target, over=cooperation)) for of in (case, without)]
    assert [column(asked, "sure", key)[0] for key in ("chance_with", "chance_without")] == chances
    assert chances[0] > chances[1]
    apart = len(pathways.disjoint(case, source, target, over=cooperation))
    assert column(asked, "sure", "apart_with")[0] == apart
    ranked = list(pathways.importance(case, source, target, over=cooperation))
    (tie,) = [key for key in ranked if case.ties[key].relation == case.report["relation"]]
    assert f"number {ranked.index(tie) + 1} of {len(ranked)} ties" in asked.answer


def test_what_passes_after_the_date_did_not_before(case, section) -> None:
    dates = case.report["instruments"]
    asked = section["instruments"]
    ends = [
        (source.id, target.id)
        for source, target in zip(column(asked, "passes", "source"), column(asked, "passes", "target"), strict=True)
    ]
    assert ("ID.POLRI", "KH.MOI") in ends
    over = cn.Projection(layers="cooperation")
    for source, target in ends:
        assert pathways.shortest(case, source, target, over=over.replace(at=dates["after"]))
    with pytest.raises(cn.NoPathway):
        pathways.shortest(case, "ID.POLRI", "KH.MOI", over=over.replace(at=dates["before"]))
    assert f"{len(ends)} pathways lead then" in asked.answer


def test_core_and_key_players_are_those_that_the_questions_find(case, section, cooperation) -> None:
    roots = [kind for kind, facts in case.vocabulary["kinds"].items() if "is_a" not in facts]
    over = cooperation.replace(kinds=[*(kind for kind in roots if kind != "place"), None], loops=False)
    over = over.replace(direction="undirected", affiliations="count", isolates=False)
    core = cohesion.core_periphery(case, over=over)
    said = section["stakeholders"].answer
    assert core.exact
    assert all(case.label(actor, short=True) in said for actor in core.core)
    (players,) = cn.brokerage.key_players(case, 3, over=over).sets
    assert all(case.label(actor, short=True) in said for actor in players)
    degree = float(centrality.centralization(case, "degree", over=over))
    assert round(degree, 4) in column(section["stakeholders"], "structure", "value")


def test_forums_are_the_second_mode(case, section) -> None:
    cells = column(section["stakeholders"], "forums", "forum")
    counts = column(section["stakeholders"], "forums", "count")
    assert case.report["task_force"] in [cell.id for cell in cells]
    period = case.report["period"]
    members = [tie for tie in case.ties.values() if tie.target == cells[0].id]
    assert len({tie.source for tie in members}) == counts[0] == max(counts), period


def test_the_roles_are_those_that_roles_counts(case, section, cooperation) -> None:
    bodies = [kind for kind in case.vocabulary["kinds"] if case.vocabulary.is_a(kind, "body")]
    over = cooperation.replace(kinds=bodies, loops=False)
    found = cn.brokerage.roles(case, groups="country", missing="none", over=over, permutations=9999)
    asked = section["roles"]
    home = {actor: row for actor, row in found.items() if case.actors[actor].country == "IDN" and row["total"]}
    leader = max(home, key=lambda actor: home[actor]["representative"])
    assert case.label(leader, short=True) in asked.lead
    cells = column(asked, "roles-by-country", "actor")
    assert [cell.id for cell in cells] == sorted(home, key=lambda actor: -home[actor]["total"])[: len(cells)]
    for role in ("coordinator", "gatekeeper", "representative", "itinerant", "liaison"):
        assert column(asked, "roles-by-country", role) == [int(home[cell.id][role]) for cell in cells]
    of = {key: column(asked, "roles-beyond-chance", key) for key in ("groups", "when", "count", "p")}
    assert all(p <= 0.05 for p in of["p"])
    assert len(set(of["when"])) > 1  # by half-year too
    whole = [row for row in zip(*of.values(), strict=True) if row[:2] == (of["groups"][0], of["when"][0])]
    expected = [(row[role], row[f"p_{role}"]) for row in home.values() for role in ROLES]
    assert len(whole) == sum(count > 0 and p <= 0.05 for count, p in expected) > 0


def test_the_first_reports_steps_are_those_of_the_shortest_pathways(case, section, cooperation) -> None:
    source, target = case.report["first_report"], case.report["acting_police"]
    steps = {}
    for channel in case.report["channels"]:
        over = cooperation.replace(where={"channel": [channel, None]})
        steps[channel] = pathways.shortest(case, source, target, over=over).steps
    asked = section["first_report"]
    assert [fact.value for fact in asked.facts[:2]] == [str(steps[channel]) for channel in case.report["channels"]]
    assert column(asked, "channels", "steps")[:2] == [steps[channel] for channel in case.report["channels"]]
    assert f"{min(steps.values())} against {max(steps.values())}" in asked.answer


def test_one_relation_alone_is_asked_without_the_other_ties_of_its_channel(case, section, cooperation) -> None:
    relation = case.report["relation"]
    others = [tie["id"] for tie in case.ties.where(channel="police") if tie["relation"] != relation]
    kept = case.ties.to_frame().drop(index=others).reset_index()
    alone = cn.Network.from_frames(
        case.actors.to_frame(), kept, sources=case.sources.to_frame(), vocabulary=dict(case.vocabulary)
    )
    over = cooperation.replace(where={"channel": ["police", None]})
    way = pathways.shortest(alone, case.report["first_report"], case.report["acting_police"], over=over)
    assert relation in way.to_frame()["relation"].tolist()
    assert section["first_report"].facts[2].value == str(way.steps)


def test_it_is_undecided_because_no_way_is_documented_throughout(case, section, cooperation) -> None:
    asked = section["first_report"]
    assert asked.lead == "Not decided by the record."
    over = cooperation.replace(status="documented")
    with pytest.raises(cn.NoPathway):
        pathways.shortest(case, case.report["first_report"], case.report["acting_police"], over=over)


def test_every_step_shown_has_its_certainty_and_its_sources(case, section) -> None:
    for table in section["first_report"].tables[1:]:
        for row in table.rows:
            status, sources = row[5], row[8]
            assert status.id in ("documented", "claimed", "inferred")
            assert sources.ids or status.id == "inferred"


def test_the_way_home_is_the_most_reliable_pathway(case, section) -> None:
    ends = case.report["way_home"]
    over = cn.Projection(layers="flow", during=case.report["period"])
    best = pathways.most_reliable(case, ends["from"], ends["to"], over=over)[0]
    asked = section["way_home"]
    assert column(asked, "steps", "reliability") == best.to_frame()["reliability"].tolist()
    assert f"{best.reliability:.2f}." in asked.sentences[0]
    weakest = min(best.rows(), key=lambda step: step["reliability"])
    ends = [case.label(weakest[end], short=True) for end in ("source", "target")]
    assert " → ".join(ends) in asked.sentences[1]
    assert math.isclose(math.prod(column(asked, "steps", "reliability")), best.reliability, rel_tol=1e-12)


def test_instruments_are_those_in_force_on_the_two_dates(case, section) -> None:
    asked, dates = section["instruments"], case.report["instruments"]
    states = [case.report["home"], case.report["partner"]]
    found = {name: pathways.instruments(case, among=states, over=cn.Projection(at=day)) for name, day in dates.items()}
    force = {name: [key for key, row in answer.items() if row["in_force"]] for name, answer in found.items()}
    assert [fact.value for fact in asked.facts] == [
        str(len(force["before"])),
        str(len(force["after"])),
        str(len(found["after"].missing)),
    ]
    new = [key for key in force["after"] if key not in force["before"]]
    assert [cell.id for cell in column(asked, "ties", "instrument")] == new
    assert all(case.label(key, short=True) in asked.lead for key in new)
    assert "extradition" in found["after"].missing
    assert "extradition treaty" in asked.answer


def test_the_bureau_tie_is_compared_with_the_network_without_it(case, section, cooperation) -> None:
    one, other = case.report["bureaus"]
    without = cn.Scenario().remove(one, other, case.report["relation"]).apply(case)
    report, police = case.report["first_report"], case.report["acting_police"]
    steps = [pathways.shortest(network, report, police, over=cooperation).steps for network in (case, without)]
    asked = section["bureau_tie"]
    assert asked.facts[0].value == f"{steps[0]} → {steps[1]}"
    with pytest.raises(cn.NoPathway):
        pathways.shortest(without, report, other, over=cooperation)
    assert column(asked, "ways", "after")[-1] == "no way"


def test_those_who_lose_a_pathway_are_counted_actor_by_actor(case, section, cooperation) -> None:
    one, other = case.report["bureaus"]
    without = cn.Scenario().remove(one, other, case.report["relation"]).apply(case)
    police = case.report["acting_police"]
    home = {actor["id"] for actor in case.actors.where(country=case.actors[one].country)}
    losers = {}
    for target in (police, other):
        had, has = (
            set(pathways.reach(network, target, mode="in", over=cooperation)) & home for network in (case, without)
        )
        losers[target] = had - has
    asked = section["bureau_tie"]
    assert asked.facts[2].value == str(len(losers[police]))
    assert {cell.id for cell in column(asked, "lost", "actor")} == losers[police] | losers[other]
    assert f"{len(losers[other])} of the home side" in asked.answer


def test_the_stakeholders_are_ranked_by_betweenness(case, section, cooperation) -> None:
    roots = [kind for kind, facts in case.vocabulary["kinds"].items() if "is_a" not in facts]
    over = cooperation.replace(
        direction="undirected",
        affiliations="count",
        isolates=False,
        loops=False,
        kinds=[*(kind for kind in roots if kind != "place"), None],
    )
    scores = centrality.betweenness(case, over=over)
    asked = section["stakeholders"]
    assert [cell.id for cell in column(asked, "holders", "actor")] == list(scores.top(10))
    assert [cell.value for cell in column(asked, "holders", "betweenness")] == list(scores.top(10).values())
    first = next(iter(scores.top(1)))
    assert asked.lead == f"{case.label(first, short=True)} holds them together."
    assert f"{100 * scores[first]:.0f}%" in asked.answer
    assert asked.facts[0].value == str(len(scores))
    assert asked.facts[1].value == str(len(cohesion.articulation_actors(case, over=over)))
    assert sum(column(asked, "kinds", "total")) == len(scores)


# --- what turns an answer over ------------------------------------------------------------


def test_a_source_that_is_said_to_turn_the_answer_does(case, section, cooperation) -> None:
    turns = " ".join(section["first_report"].turns)
    blamed = re.findall(r"\bS\d+\w?\b", turns)
    assert blamed
    source, target = case.report["first_report"], case.report["acting_police"]

    def lengths(**changes: object) -> list[int | None]:
        found = []
        for channel in case.report["channels"]:
            over = cooperation.replace(where={"channel": [channel, None]}, **changes)
            try:
                found.append(pathways.shortest(case, source, target, over=over).steps)
            except cn.NoPathway:
                found.append(None)
        return found

    def order(ways: list[int | None]) -> object:
        first, second = ways
        return (first is None, second is None) if None in ways else (first > second) - (first < second)

    base = order(lengths())
    for key in section["first_report"].sources:
        assert (order(lengths(without_sources=key)) != base) == (key in blamed)


def test_the_tie_of_one_source_is_gone_without_it(case, section) -> None:
    one, other = case.report["bureaus"]
    (tie,) = [
        tie
        for tie in case.ties.where(relation=case.report["relation"])
        if {tie["source"], tie["target"]} == {one, other}
    ]
    (source,) = tie.sources
    (turn,) = [turn for turn in section["bureau_tie"].turns if "no such tie" in turn]
    assert source in turn
    assert "only documented ties count" in turn


def test_an_answer_that_stays_says_so(tmp_path: Path) -> None:
    ties = pd.DataFrame({"source": ["A", "B", "A"], "target": ["B", "C", "B"], "status": ["documented"] * 3})
    ties["sources"] = ["X", "X;Y", "Y"]
    sources = pd.DataFrame({"id": ["X", "Y"], "title": ["x", "y"], "grade": ["A1", "A1"]})
    network = cn.Network.from_frames(None, ties, sources=sources)
    (answer,) = cn.report(network, tmp_path).sections
    assert answer.lead == "B holds them together."
    assert answer.stays
    assert answer.turns[0].startswith("The answer stays")


# --- the page -----------------------------------------------------------------------------


class Page(HTMLParser):
    """What a browser would find: ids, links, addresses, text, and whether every tag closes."""

    EMPTY = frozenset({"meta", "br", "img"})

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attributes:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name in ("src", "srcset", "action", "data", "poster"):
                self.addresses.append(value or "")
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("lang", ["en", "id"])
def test_the_page_stands_alone(written, lang: str) -> None:
    text = written[lang].page.read_text(encoding="utf-8")
    page = Page(text)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") for link in page.links)
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert all(address.startswith("data:image/svg+xml;base64,") for address in page.addresses)
    assert not page.tags & {"script", "link", "iframe", "object", "form", "base"}
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_source_named_is_cited_in_full(case, written, lang: str) -> None:
    page = Page(written[lang].page.read_text(encoding="utf-8"))
    cited = page.text[page.text.index(case.grading(lang)) :]
    for item in written[lang].sections:
        for key in item.sources:
            assert key in cited
            assert str(case.sources[key].publisher or case.sources[key].note) in cited


def test_the_two_languages_say_the_same_in_other_words(written) -> None:
    for english, indonesian in zip(written["en"].sections, written["id"].sections, strict=True):
        assert english.sources == indonesian.sources
        assert english.stays == indonesian.stays
        assert len(english.sentences) == len(indonesian.sentences)
        assert [table.name for table in english.tables] == [table.name for table in indonesian.tables]
        assert english.title != indonesian.title
        assert english.lead != indonesian.lead
        assert not set(english.sentences) & set(indonesian.sentences)
        for one, other in zip(english.tables, indonesian.tables, strict=True):
            assert len(one.rows) == len(other.rows)


def test_every_table_is_a_file_and_every_picture_too(written) -> None:
    for report in written.values():
        names = {path.name for path in report.files}
        for item in report.sections:
            for table in item.tables:
                name = f"{item.key}-{table.name}.csv".replace("_", "-")
                assert name in names
                columns, _ = read_csv(report.folder / name)
                assert {len(cells) for _, cells in columns} == {len(table.rows)}
            for drawing in item.drawings:
                assert f"{item.key}-{drawing.name}.svg".replace("_", "-") in names
        assert names == {path.name for path in report.folder.iterdir()}


def test_the_numbers_of_a_file_are_in_full(section, written) -> None:
    with (written["en"].folder / "way-home-steps.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert [float(row["reliability"]) for row in rows] == column(section["way_home"], "steps", "reliability")
    assert [row["source"] for row in rows] == [cell.id for cell in column(section["way_home"], "steps", "source")]


def test_the_same_network_gives_the_same_bytes(case, written, tmp_path: Path) -> None:
    again = cn.report(cn.load(NAME), tmp_path)
    for path in again.files:
        assert path.read_bytes() == (written["en"].folder / path.name).read_bytes()


# --- other networks -----------------------------------------------------------------------


def test_a_network_without_report_json_gets_what_needs_none(tmp_path: Path) -> None:
    report = cn.report(cn.load("demo-referral"), tmp_path)
    assert [item.key for item in report.sections] == ["stakeholders"]
    assert list(report.missing) == [key for key in EVERY if key != "stakeholders"]
    assert report.missing["way_home"] == ("way_home",)
    page = Page(report.page.read_text(encoding="utf-8"))
    assert "Not asked" in page.text
    assert "The way home: needs" in page.text


def test_only_the_sections_that_report_json_lists_are_asked(tmp_path: Path) -> None:
    report = cn.report(cn.load("demo-referral"), tmp_path, asked={"sections": ["stakeholders"]})
    assert ([item.key for item in report.sections], report.missing) == (["stakeholders"], {})
    with pytest.raises(cn.UnknownName, match=r'no section "stakeholder".*stakeholders'):
        cn.report(cn.load("demo-referral"), tmp_path, asked={"sections": ["stakeholder"]})


# --- many states --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def wider(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    return {
        lang: cn.report(cn.load(WIDER), tmp_path_factory.mktemp(f"wider-{lang}"), lang=lang) for lang in ("en", "id")
    }


def shared_on(network: cn.Network, home: str, partner: str, over: cn.Projection) -> dict[str, set[str]]:
    """By the ties alone: what joins the two, and the states it joins with both."""
    selected = [network.ties.row(row) for row in network.freeze(over, merges=False).all_ties]
    bound: dict[str, set[str]] = {}
    pairs: dict[str, set[frozenset[str]]] = {}
    for tie in selected:
        if tie.relation in ("party_to", "linked_to"):
            bound.setdefault(tie.target, set()).add(tie.source)
        elif tie.instrument:
            pairs.setdefault(tie.instrument, set()).add(frozenset((tie.source, tie.target)))
    shared = {key: who - {home, partner} for key, who in bound.items() if {home, partner} <= who}
    return shared | {key: set() for key, ends in pairs.items() if frozenset((home, partner)) in ends}


def test_the_second_network_is_asked_one_question(wider) -> None:
    for lang in ("en", "id"):
        assert [item.key for item in wider[lang].sections] == ["wider"]
        assert wider[lang].missing == {}
        assert Page(wider[lang].page.read_text(encoding="utf-8")).open == []


def test_the_instruments_reach_the_states_that_are_bound_with_both(wider) -> None:
    network = cn.load(WIDER)
    (asked,) = wider["en"].sections
    day, since = network.report["wider"]["at"], network.report["wider"]["since"]
    now = shared_on(network, "IDN", "KHM", cn.Projection(at=day))
    assert {cell.id for cell in column(asked, "instruments", "instrument")} == set(now)
    told = zip(column(asked, "instruments", "instrument"), column(asked, "instruments", "states"), strict=True)
    assert {cell.id: states for cell, states in told} == {key: len(who) for key, who in now.items()}
    years = dict(zip(column(asked, "years", "year"), column(asked, "years", "states"), strict=True))
    reached = 0
    for year in range(int(since), int(day[:4]) + 1):
        then = shared_on(network, "IDN", "KHM", cn.Projection(during=str(year)))
        before, reached = reached, len(set().union(*then.values()))
        assert years.get(str(year), before) == reached, year
    assert f"reach {len(set().union(*now.values()))} of 9 other states" in asked.lead


def test_holes_are_the_pairs_that_no_instrument_joins(wider) -> None:
    network = cn.load(WIDER)
    (asked,) = wider["en"].sections
    given = network.report["wider"]
    for dates, key in (("possible", "joined"), ("certain", "certain")):
        found = cn.pathways.joined_pairs(network, kinds=given["kinds"], over=cn.Projection(at=given["at"], dates=dates))
        assert column(asked, "holes", key) == [55 - len(found.holes(kind)) for kind in given["kinds"]]
    home = column(asked, "own_holes", "home")
    assert "Cambodia" in home[given["kinds"].index("extradition")]
    assert "Thailand" not in home[given["kinds"].index("extradition")]


def test_the_step_that_closes_most_is_the_best_addition(wider) -> None:
    network = cn.load(WIDER)
    (asked,) = wider["en"].sections
    given = network.report["wider"]
    over = cn.Projection(at=given["at"])

    def joined(of: cn.Network) -> int:
        return int(cn.pathways.joined_pairs(of, kinds=given["kinds"], over=over))

    before = joined(network)
    treaty = cn.Scenario().add_tie("TLS", "IN.MLAT", "party_to")
    assert joined(treaty.apply(network)) == column(asked, "steps", "pairs_then")[0] == before + 10
    assert "Timor-Leste joins ASEAN MLAT" in asked.lead
    for key in given["waiting"]:
        force = cn.Scenario()
        for tie in network.ties.where(relation="signs", target=key):
            force = force.add_tie(tie.source, key, "party_to")
        assert column(asked, "steps", "pairs_then")[-1] == joined(force.apply(network))


def test_an_accession_is_counted_as_the_search_finds_it() -> None:
    network = cn.load(WIDER)
    case = Case(network, network.report)
    holes = Holes(network, Asked.of(case))
    gains = {row["edits"][0]: row["gain"] for row in holes.ranked().rows()}
    assert len(holes.accessions) > 5
    assert {step.name: step.closed for step in holes.accessions}.items() <= gains.items()


def test_what_is_asked_of_many_states_is_named_where_it_is_wrong(tmp_path: Path) -> None:
    network = cn.load(WIDER)
    with pytest.raises(cn.InvalidOption, match=r"The report's wider is .* Give it since"):
        cn.report(network, tmp_path, asked={"wider": {"since": "1999"}})
    with pytest.raises(cn.UnknownName, match="no kind of instrument"):
        cn.report(network, tmp_path, asked={"wider": {**network.report["wider"], "kinds": ["state"]}})


def test_what_report_json_lacks_can_be_said(tmp_path: Path) -> None:
    asked = {"way_home": {"from": "B.SITE", "to": "A.SHELTER"}, "home": "XAA"}
    report = cn.report(cn.load("demo-referral"), tmp_path, asked=asked)
    assert [item.key for item in report.sections] == ["stakeholders", "way_home"]
    assert report.missing["instruments"] == ("partner", "instruments")


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"first_report": "ID.FAMM"}, r'The report\'s first_report: There is no actor "ID.FAMM".* Nearest: .*ID.FAM'),
        ({"bureaus": ["ID.NCB"]}, r"The report's bureaus is \['ID.NCB'\]. Give 2 actors in a list."),
        ({"way_home": {"from": "PL.SHV"}}, r"The report's way_home is .* Give it as"),
        ({"instruments": {"before": "20 Aug 2023", "after": "2023-08-22"}}, "20 Aug 2023"),
    ],
)
def test_what_is_asked_wrongly_is_named(case, tmp_path: Path, asked: dict, sentence: str) -> None:
    with pytest.raises(cn.CoopnetError, match=sentence):
        cn.report(case, tmp_path / "report", asked=asked)
    assert not (tmp_path / "report").exists()


def test_no_way_is_an_answer(tmp_path: Path) -> None:
    asked = {"way_home": {"from": "A.SHELTER", "to": "B.SITE"}}
    report = cn.report(cn.load("demo-referral"), tmp_path, asked=asked)
    assert report.sections[-1].lead == "No way in the record."


HOSTILE = ["<b>bold</b>", "\"q\" & 's'", "&amp;", "=1+1", "{place}", "{0.__class__}", "two\nlines", "ភ្នំពេញ", "</style>"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_wherever_it_stands(tmp_path: Path, name: str) -> None:
    actors = pd.DataFrame({"id": ["A", "B", "C"], "name": ["a", name, "c"]})
    network = cn.Network.from_frames(actors, pd.DataFrame({"source": ["A", "B"], "target": ["B", "C"]}), name=name)
    report = cn.report(network, tmp_path)
    page = Page(report.page.read_text(encoding="utf-8"))
    assert report.sections[0].lead == f"{name} holds them together."
    assert f"{name} holds them together." in page.text
    assert "b" not in page.tags - {"b"}
    assert page.open == []
    names = dict(read_csv(tmp_path / "stakeholders-holders.csv")[0])["actor_name"]
    assert name in names


def test_a_network_of_no_ties_is_reported_without_a_fuss(tmp_path: Path) -> None:
    network = cn.Network.from_frames(pd.DataFrame({"id": ["A"]}), pd.DataFrame({"source": [], "target": []}))
    (answer,) = cn.report(network, tmp_path).sections
    assert answer.lead == "Nobody stands between the others."


# --- files --------------------------------------------------------------------------------


def test_an_old_page_survives_a_full_disk(case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.html").write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(cn.CoopnetError, match=r"No space left on device\. Nothing was changed\."):
        cn.report(case, tmp_path)
    assert (tmp_path / "report.html").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.html"]


def test_a_folder_that_is_a_file_is_named(case, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(cn.CoopnetError, match=r"The folder .*file cannot be made"):
        cn.report(case, tmp_path / "file")


def test_no_actor_of_a_network_stands_in_code() -> None:
    package = Path(cn.__file__).parent
    ids = {actor for actor in cn.load(NAME).actors if "." in actor}
    for path in [*(package / "report").glob("*"), *(package / "cli").glob("*.py")]:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert not [actor for actor in ids if re.search(rf"\b{re.escape(actor)}\b", text)], path.name


# --- question 2: what is counted ----------------------------------------------------------


def test_what_is_counted_and_cannot_all_be_true(case, section) -> None:
    found = section["counts"]
    clashes = cn.flows.conflicts(case)
    clashing = {figure for members in clashes for figure in members}
    assert found.facts[1].value == str(len(clashing))
    assert f"{len(clashing)} of the {len(case.figures)} figures" in found.answer
    sets = column(found, "contradictions", "set")
    assert sets == sorted(sets)
    assert max(sets) == min(len(clashes), 20)
    first = [
        figure for figure, number in zip(column(found, "contradictions", "figure"), sets, strict=True) if number == 1
    ]
    assert tuple(first) == clashes[0]


def test_the_share_of_a_country_account_by_account(case, section) -> None:
    found = section["counts"]
    shares = dict(zip(column(found, "accounts", "whole"), column(found, "accounts", "share"), strict=True))
    assert shares["1,262"] == "68%"  # 864 of 1,262
    assert shares["1,018–1,081"] == "63%–67%"  # 679 of one or the other
    assert shares["1,185"] == "73%"  # of those listed: no total is given
    assert shares["4,730"] == "57%"
    assert "first in all 3 accounts" in found.lead
    assert found.facts[2].value == "57%–73%"
    assert found.stays


# --- question 8: the return ---------------------------------------------------------------


def test_who_waited_for_the_flights(case, section) -> None:
    found, asked = section["return"], case.report["return"]
    seen = cn.flows.observed(case, asked["freed"], asked["returned"], totals=["arrivals"])
    assert f"{int(seen.longest)} people waited at once" in found.lead
    assert f"{round(seen.person_days):,} days in all" in found.answer
    waited = column(found, "waiting", "waiting")
    assert max(waited) == seen.longest
    best = max((row["date"] for row in seen.rows()), key=lambda day: seen.saved(200, on=day))
    assert f"200 seats would have saved most on {int(best[-2:])} Aug 2022" in found.answer
    assert "one more officer" in found.answer


def test_the_stages_of_the_return_say_what_is_missing(case, section) -> None:
    found = section["return"]
    way = cn.flows.stages(case, over=cn.Projection(during=case.report["return"]["during"]))
    persons = dict(zip(column(found, "stages", "stage"), column(found, "stages", "reached_it"), strict=True))
    assert persons["Freed"] == f"{way['rescued']['count']:g}"
    assert persons["Stopped on the way"] == "211–215"
    gaps = dict(zip(column(found, "stages", "stage"), column(found, "stages", "gap"), strict=True))
    assert gaps["Brought back"] == -7
    assert "gains 7 persons" in found.answer
    what = column(found, "reasons", "value")
    assert what[:3] == ["48", "43", "14–20"]
    assert [item.name for item in found.drawings] == ["flow"]


def test_the_return_without_a_source_it_needs(case, tmp_path) -> None:
    asked = {"return": {**case.report["return"], "freed": {"2022-08-11": "D26"}}}  # a figure without a number
    written = cn.report(case, tmp_path, asked=asked)
    found = next(item for item in written.sections if item.key == "return")
    assert found.lead == "Not decided by the record."


# --- question 1: what to watch ------------------------------------------------------------


def test_which_points_to_watch(case, section) -> None:
    found = section["routes"]
    left = column(found, "watch", "routes_left")
    assert column(found, "watch", "budget") == [1, 2, 3]
    assert left == sorted(left, reverse=True)
    points = [actor for actor, record in case.actors.items() if case.vocabulary.is_a(record.kind, "transit")]
    over = cn.Projection(relations=case.report["routes"]["relations"], during=case.report["period"])
    sites = [cell.id for cell in column(found, "sites", "site")]
    alone = cn.flows.interdict(case, case.report["routes"]["from"], sites, budget=1, candidates=points, over=over)
    assert left[0] == alone.value
    assert f"Of {alone.before:g} routes that share no tie" in found.answer
