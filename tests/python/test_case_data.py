"""The tables of the bundled networks, checked as text: no part of coopnet is imported."""

import csv
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "graphs" / "indonesia-cambodia-2021-2022"
DEMO = ROOT / "graphs" / "demo-referral"
ASEAN = ROOT / "graphs" / "asean-instruments"
STOCK = ROOT / "cpp" / "coopnet" / "io" / "stock_vocabulary.json"
NETWORKS = [pytest.param(folder, id=folder.name) for folder in (CASE, DEMO, ASEAN)]

# What the record names: every body, role and group of places, and every source it rests on.
NAMED_ACTORS = {
    "ID": "NCB DHI POLRI BRK PDSU PDSUT MFA PWNI EMB DEFAT POLAT BP2MI IMM SOC MAN GT POLHK LPSK MCARE SBMI KSP",
    "KH": "CNP NCB MOI NCCT AHTJP PSNH BMC SVR CSD GDI CARITAS IJM",
    "IG": "IPSG ASEAN AMMTC ASPOL IOM BALI COMMIT UNODC OHCHR",
    "IL": "REC BRK OPER",
    "PL": "SHV PP BAV POI CHT",
}
GROUPS_OF_PLACES = {"PL.O.": 11, "PL.T.": 7}
UNUSED_NUMBERS = {50, 82, 85}
NAMED_SOURCES = {f"S{n:02}" for n in range(1, 93) if n not in UNUSED_NUMBERS} | {"S53b", "S55b"}
WITHOUT_ADDRESS = {"S64", "S88"}

COLUMNS = {
    "actors": "id name name_id short kind country parent sources note",
    "ties": "id source target relation channel since until strength reliability delay_days capacity instrument "
    "status sources note",
    "sources": "id title publisher url date language grade",
    "figures": "id measure group origin destination value low high definition since until as_of part_of sources note",
}


def rows(folder, table):
    path = folder / f"{table}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, strict=True))


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8"))


def cell_values(cell):
    return [value for value in cell.split(";") if value]


def ids(folder, table):
    return [row["id"] for row in rows(folder, table)]


def ancestors(kinds, kind):
    while kind:
        yield kind
        kind = kinds[kind].get("is_a")


@pytest.fixture(scope="module")
def stock():
    return read_json(STOCK)


@pytest.mark.parametrize("folder", NETWORKS)
class TestTables:
    def test_have_the_columns_of_the_format(self, folder):
        for table, columns in COLUMNS.items():
            for row in rows(folder, table):
                assert None not in [*row, *row.values()], f"{table} {row['id']} has too few or too many cells"
                assert set(columns.split()) <= set(row), f"{table} misses columns"

    def test_are_utf8_with_unix_line_ends(self, folder):
        for path in sorted(folder.iterdir()):
            data = path.read_bytes()
            assert b"\r" not in data, path.name
            assert not data.startswith(b"\xef\xbb\xbf"), path.name
            assert data.decode("utf-8").endswith("\n"), path.name

    def test_name_each_row_once(self, folder):
        for table in COLUMNS:
            found = ids(folder, table)
            assert len(found) == len(set(found)), table

    def test_refer_to_rows_that_exist(self, folder):
        actors, sources, figures = (set(ids(folder, table)) for table in ("actors", "sources", "figures"))
        references = {
            "actors": {"parent": actors},
            "ties": {"source": actors, "target": actors, "instrument": actors},
            "figures": {"origin": actors, "destination": actors, "part_of": figures},
        }
        for table, columns in references.items():
            for row in rows(folder, table):
                for column, known in columns.items():
                    assert not row[column] or row[column] in known, f"{table} {row['id']}: {column} {row[column]}"
                assert set(cell_values(row["sources"])) <= sources, f"{table} {row['id']}"

    def test_are_described_by_the_package(self, folder):
        package = read_json(folder / "datapackage.json")
        assert package["licenses"][0]["name"] == "CC-BY-4.0"
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", package["version"])
        for resource in package["resources"]:
            with (folder / resource["path"]).open(encoding="utf-8", newline="") as lines:
                header = next(csv.reader(lines))
            assert header == [field["name"] for field in resource["schema"]["fields"]], resource["path"]

    def test_close_the_vocabulary(self, folder, stock):
        # Without the file, an unknown kind or relation would be taken as found.
        additions = read_json(folder / "vocabulary.json")
        assert not additions or folder == ASEAN
        for part, used in (("kinds", "kind"), ("relations", "relation")):
            table = "actors" if part == "kinds" else "ties"
            needed = {row[used] for row in rows(folder, table)} - set(stock[part])
            assert set(additions.get(part, {})) == needed, "what is added is used, what is used is there"

    def test_keep_each_cell_within_the_schema(self, folder):
        for resource in read_json(folder / "datapackage.json")["resources"]:
            for row in rows(folder, resource["name"]):
                for field in resource["schema"]["fields"]:
                    check_cell(field, row[field["name"]], f"{resource['path']} {row['id']} {field['name']}")

    def test_give_dates_that_exist_at_the_precision_known(self, folder):
        for table, columns in {"ties": "since until", "figures": "since until as_of", "sources": "date"}.items():
            for row in rows(folder, table):
                for column in columns.split():
                    assert is_date(row[column], column), f"{table} {row['id']}: {column} {row[column]!r}"
                if row.get("since") and row.get("until", "..") != ".." and row["until"]:
                    shared = min(len(row["since"]), len(row["until"]))
                    assert row["since"][:shared] <= row["until"][:shared], f"{table} {row['id']} ends before it begins"

    def test_speak_both_languages(self, folder):
        for row in rows(folder, "actors"):
            assert all(row[column] for column in ("name", "name_id", "short", "short_id")), row["id"]
        for row in rows(folder, "figures"):
            assert all(row[column] for column in ("definition", "definition_id")), row["id"]
        for path in folder.glob("*.json"):
            both_languages(read_json(path), path.name)


class TestTies:
    @pytest.mark.parametrize("folder", NETWORKS)
    def test_join_kinds_that_their_relation_allows(self, folder, stock):
        additions = read_json(folder / "vocabulary.json")
        kinds, relations = (stock[part] | additions.get(part, {}) for part in ("kinds", "relations"))
        kind_of = {row["id"]: row["kind"] for row in rows(folder, "actors")}
        assert set(kind_of.values()) <= set(kinds)
        for tie in rows(folder, "ties"):
            relation = relations[tie["relation"]]
            for end, allowed in (("source", relation["from"]), ("target", relation["to"])):
                kind = kind_of[tie[end]]
                assert not allowed or set(ancestors(kinds, kind)) & set(allowed), f"{tie['id']}: {tie[end]} is a {kind}"

    @pytest.mark.parametrize("folder", NETWORKS)
    def test_carry_a_channel_exactly_where_they_cross_a_border(self, folder):
        # Intergovernmental bodies, instruments, events and most illicit roles have no country: no border is crossed.
        country = {row["id"]: row["country"] for row in rows(folder, "actors")}
        for tie in rows(folder, "ties"):
            here, there = country[tie["source"]], country[tie["target"]]
            crosses = bool(here and there and here != there)
            assert bool(tie["channel"]) == crosses, f"{tie['id']} {tie['source']} {tie['relation']} {tie['target']}"
            assert tie["channel"] in {"", "police", "diplomatic", "protection", "route"}, tie["id"]

    @pytest.mark.parametrize("folder", NETWORKS)
    def test_have_a_source_unless_inferred(self, folder):
        for tie in rows(folder, "ties"):
            assert tie["status"] in {"documented", "claimed", "inferred"}, tie["id"]
            assert tie["status"] == "inferred" or tie["sources"], tie["id"]

    def test_that_are_not_sourced_say_why_they_are_there(self):
        for tie in rows(CASE, "ties"):
            assert tie["status"] == "documented" or tie["note"], tie["id"]

    def test_claim_the_channel_between_the_bureaus(self):
        (tie,) = [tie for tie in rows(CASE, "ties") if tie["relation"] == "i247"]
        assert (tie["source"], tie["target"], tie["status"]) == ("ID.NCB", "KH.NCB", "claimed")
        assert (tie["channel"], tie["instrument"], tie["sources"]) == ("police", "IN.I247", "S02")

    def test_never_appear_twice(self):
        columns = ("source", "target", "relation", "channel", "since", "until", "status")
        found = [tuple(tie[column] for column in columns) for tie in rows(CASE, "ties")]
        assert len(found) == len(set(found))


class TestCase:
    def test_has_every_actor_of_the_record(self):
        actors = ids(CASE, "actors")
        for prefix, names in NAMED_ACTORS.items():
            assert {f"{prefix}.{name}" for name in names.split()} <= set(actors), prefix
        for prefix, number in GROUPS_OF_PLACES.items():
            assert sum(actor.startswith(prefix) for actor in actors) == number, prefix

    def test_has_every_source_of_the_record_and_uses_each(self):
        used = {
            source
            for table in ("actors", "ties", "figures")
            for row in rows(CASE, table)
            for source in cell_values(row["sources"])
        }
        used |= {source for step in read_json(CASE / "playbook.json")["steps"] for source in step["sources"]}
        assert set(ids(CASE, "sources")) == NAMED_SOURCES
        assert used == NAMED_SOURCES

    def test_keeps_back_the_addresses_that_hint_at_persons(self):
        for source in rows(CASE, "sources"):
            assert bool(source["url"]) != (source["id"] in WITHOUT_ADDRESS), source["id"]

    def test_gives_no_place_closer_than_a_town(self):
        for path in CASE.iterdir():
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"\d{1,3}°|\b\d{1,3}\.\d{4,}\b", text), path.name

    def test_marks_what_it_derived(self):
        for figure in rows(CASE, "figures"):
            derived = figure["definition"].startswith("derived; ")
            assert derived == figure["definition_id"].startswith("turunan; "), figure["id"]
            assert figure["sources"] or figure["note"] == "Not found", figure["id"]

    def test_keeps_accounts_that_contradict_each_other(self):
        values = {figure["id"]: figure["value"] for figure in rows(CASE, "figures")}
        for rivals in (("A05", "A07"), ("B03", "B04"), ("B16", "B17"), ("C02", "C03"), ("D01", "D04", "D05")):
            assert len({values[rival] for rival in rivals}) == len(rivals), rivals

    def test_counts_people_on_ties_that_exist(self, stock):
        flows = {name for name, relation in stock["relations"].items() if relation["layer"] == "flow"}
        ties = {(tie["relation"], tie["source"], tie["target"]) for tie in rows(CASE, "ties")}
        for figure in rows(CASE, "figures"):
            if figure["measure"] in flows and figure["origin"] and figure["destination"]:
                assert (figure["measure"], figure["origin"], figure["destination"]) in ties, figure["id"]

    def test_tells_not_reported_from_zero(self):
        requests = {
            (figure["measure"], figure["origin"] or figure["destination"]): figure["value"]
            for figure in rows(CASE, "figures")
            if figure["measure"].startswith("mlat_")
        }
        assert requests["mlat_received", "IDN"] == "8"
        assert requests["mlat_made", "VNM"] == "94"
        assert [pair for pair, value in requests.items() if not value] == [
            ("mlat_received", "KHM"),
            ("mlat_received", "LAO"),
            ("mlat_made", "KHM"),
            ("mlat_made", "LAO"),
        ]


# What the record of the second network names, and what it says of each state.
STATES = ["BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP", "THA", "TLS", "VNM"]
BODIES = "ASEAN INTERPOL ASPOL COMMIT BALI CLV"
INSTRUMENTS = "UNTOC TIP SMUG OPSC CMW ACTIP MLAT ASEXT BUDA UNCC P029 C189 C029 GCM BLO TRI02"
EVENTS = "ACT STORM MAHA"
BILATERAL = {"trafficking_agreement": 14, "police_agreement": 17, "labor_agreement": 11, "warrant_endorsement": 3}
BILATERAL |= {"extradition": 12, "mutual_legal_assistance": 5}  # the two ASEAN treaties apart
CONTRADICTED = "004 008 009 012 015 017 018 034 047 053 054 057 060 066 070 071 074 098 103 106 107 116 117 119 158"
CONTRADICTED += " 159 162 169"
AGREED_WITHIN = {"S084"}  # a cable and a copy of a newspaper under one number
BACKGROUND = "Background, not checked"


def with_sign(relation, instrument, **wanted):
    found = [tie for tie in rows(ASEAN, "ties") if (tie["relation"], tie["target"]) == (relation, instrument)]
    return [tie for tie in found if all(tie[column] == value for column, value in wanted.items())]


def tiers():
    """The sources of each tier, by state and year."""
    found = {}
    for actor in rows(ASEAN, "actors"):
        for part in filter(None, actor["tier_rests_on"].split("; ")):
            year, _, sources = part.partition(": ")
            found[actor["id"], year] = [source for source in sources.split(", ") if source != "derived"]
    return found


class TestAsean:
    def test_has_every_state_body_and_instrument_of_the_record(self):
        actors = rows(ASEAN, "actors")
        assert [actor["id"] for actor in actors if actor["kind"] == "state"] == STATES
        assert all(actor["country"] == actor["id"] * (actor["kind"] == "state") for actor in actors)
        names = {prefix: set() for prefix in ("IG", "IN", "EV")}
        for actor in actors:
            if actor["id"] not in STATES:
                prefix, _, name = actor["id"].partition(".")
                names[prefix].add(name)
        assert names["IG"] == set(BODIES.split())
        assert names["EV"] == set(EVENTS.split())
        assert set(INSTRUMENTS.split()) <= names["IN"]
        own = [actor["kind"] for actor in actors if actor["id"].partition(".")[2] not in INSTRUMENTS.split()]
        assert {kind: own.count(kind) for kind in BILATERAL} == BILATERAL

    def test_uses_every_source_it_lists(self):
        tables = [row for table in ("actors", "ties", "figures") for row in rows(ASEAN, table)]
        used = {source for row in tables for source in cell_values(row["sources"])}
        cited = {source for row in tables for source in re.findall(r"\bS\d{3}\b", row["note"])}
        cited |= {source for year_sources in tiers().values() for source in year_sources}
        assert used | cited == set(ids(ASEAN, "sources"))

    def test_rests_no_row_on_nothing(self):
        for tie in rows(ASEAN, "ties"):
            if not tie["sources"]:
                assert tie["status"] == "inferred", tie["id"]
                assert tie["note"].startswith(BACKGROUND), tie["id"]
            if tie["status"] != "documented":
                assert tie["note"], tie["id"]
            if not tie["since"]:
                assert tie["note"], f"{tie['id']}: a note says that the date was not seen"
        assert all(figure["sources"] and figure["value"] for figure in rows(ASEAN, "figures"))

    def test_names_each_source_by_an_address_or_by_how_it_was_found(self):
        for source in rows(ASEAN, "sources"):
            assert source["publisher"], source["id"]
            assert bool(source["url"]) or bool(source["note"]), source["id"]
            assert "…" not in source["url"], f"{source['id']}: a cut address is none"

    def test_grades_by_the_rule_of_the_package(self):
        contradicted = {f"S{number}" for number in CONTRADICTED.split()}
        agreeing = set(AGREED_WITHIN)
        for row in [*rows(ASEAN, "ties"), *rows(ASEAN, "figures")]:
            agreeing |= set(sources) if len(sources := cell_values(row["sources"])) > 1 else set()
        for sources in tiers().values():
            agreeing |= set(sources) if len(sources) > 1 else set()
        for source in rows(ASEAN, "sources"):
            digit = "4" if source["id"] in contradicted else "2" if source["id"] in agreeing else "3"
            assert source["grade"][1] == digit, source["id"]

    def test_gives_each_tier_of_a_state_its_sources_or_says_it_is_derived(self):
        years = ["2021", "2022", "2023", "2024", "2025"]
        known = set(ids(ASEAN, "sources"))
        assert list(tiers()) == [(state, year) for state in STATES for year in years]
        assert {source for sources in tiers().values() for source in sources} <= known
        told = {actor["id"]: [actor[f"tier_{year}"] for year in years] for actor in rows(ASEAN, "actors")}
        assert told["IDN"] == ["T2", "WL", "T2", "T2", "T2"]
        assert told["KHM"] == ["WL", "T3", "T3", "T3", "T3"]
        assert told["MYS"] == ["T3", "T3", "WL", "T2", "T2"]
        for actor in rows(ASEAN, "actors"):
            assert all(told[actor["id"]]) == (actor["id"] in STATES), actor["id"]
            bare = [year for (state, year), sources in tiers().items() if state == actor["id"] and not sources]
            assert all(f"{year}: derived" in actor["tier_rests_on"] for year in bare), actor["id"]

    def test_leaves_an_agreement_of_two_to_its_tie(self):
        agreed = [tie for tie in rows(ASEAN, "ties") if tie["relation"] in ("treaty_with", "endorses_warrants_of")]
        for tie in agreed:
            assert tie["instrument"], tie["id"]
            assert {tie["source"], tie["target"]} < set(STATES), tie["id"]
        kinds = {actor["id"]: actor["kind"] for actor in rows(ASEAN, "actors")}
        named = {tie["instrument"] for tie in agreed} | {tie["target"] for tie in rows(ASEAN, "ties")}
        assert [actor for actor in kinds if actor.startswith("IN.") and actor not in named] == []

    def test_all_are_parties_to_the_two_treaties_of_the_united_nations(self):
        for instrument in ("IN.UNTOC", "IN.TIP"):
            assert sorted(tie["source"] for tie in with_sign("party_to", instrument)) == sorted(STATES)
        assert [tie["since"] for tie in with_sign("party_to", "IN.UNTOC", source="VNM")] == ["2012-06-08"]

    def test_a_treaty_that_is_not_in_force_has_no_party(self):
        for instrument in ("IN.ASEXT", "IN.UNCC"):
            assert with_sign("party_to", instrument) == []
        assert len(with_sign("signs", "IN.ASEXT")) == 11
        assert len(with_sign("signs", "IN.UNCC")) == 5
        assert all(tie["since"] >= "2017" for tie in with_sign("party_to", "IN.ACTIP"))

    def test_no_extradition_treaty_joins_the_two_states_of_the_case(self):
        pair = {"IDN", "KHM"}
        agreed = {tie["instrument"] for tie in rows(ASEAN, "ties") if {tie["source"], tie["target"]} == pair}
        assert agreed == {"IN.MOU23"}
        assert with_sign("member_of", "IG.COMMIT", source="IDN") == []

    def test_keeps_accounts_that_contradict_each_other(self):
        joined = {state: [] for state in ("IDN", "MMR", "PHL", "THA", "TLS")}
        for tie in with_sign("member_of", "IG.INTERPOL"):
            joined.get(tie["source"], []).append(tie["since"])
        assert {state: sorted(days) for state, days in joined.items()} == {
            "IDN": ["1952", "1956-06"],
            "MMR": ["1954", "1956-06"],
            "PHL": ["1952", "1956-06"],
            "THA": ["1951", "1956-06"],
            "TLS": ["2002-10", "2003"],
        }
        assert [tie["since"] for tie in with_sign("signs", "IN.UNTOC", source="IDN")] == ["2000-12-12", "2000-12-15"]
        assert [tie["since"] for tie in with_sign("signs", "IN.MLAT", source="IDN")] == ["2004-11-29", "2008"]
        values = [(figure["measure"], figure["value"]) for figure in rows(ASEAN, "figures")]
        assert {("signatories", "65"), ("signatories", "68"), ("signatories", "72")} <= set(values)
        assert {("extradition_treaties", "13"), ("extradition_treaties", "12")} <= set(values)

    def test_report_asks_about_what_exists(self, stock):
        report = read_json(ASEAN / "report.json")
        kinds = stock["kinds"] | read_json(ASEAN / "vocabulary.json")["kinds"]
        assert {report["home"], report["partner"]} <= set(STATES)
        assert set(report["wider"]["kinds"]) <= set(kinds)
        assert is_date(report["wider"]["at"], "at")


class TestPlaybook:
    def test_plays_ties_and_sources_that_exist(self):
        playbook = read_json(CASE / "playbook.json")
        ties, sources = set(ids(CASE, "ties")), set(ids(CASE, "sources"))
        steps = [step["id"] for step in playbook["steps"]]
        assert len(steps) == len(set(steps)) == 16
        for step in playbook["steps"]:
            assert set() < set(step["ties"]) <= ties, step["id"]
            assert set() < set(step["sources"]) <= sources, step["id"]
            assert step.get("days_from", steps[0]) in steps, step["id"]
        for exercise in playbook["exercises"]:
            assert exercise["step"] in steps
            said = [choice["right"] for choice in exercise["choices"] if "right" in choice]
            assert said.count(True) == (1 if said else 0)

    def test_branches_change_what_is_there(self):
        actors = set(ids(CASE, "actors"))
        ties = {(tie["source"], tie["target"], tie["relation"]) for tie in rows(CASE, "ties")}
        for branch in read_json(CASE / "playbook.json")["branches"]:
            known = set(actors)
            for edit in branch["scenario"]:
                known |= {edit["actor"]} if edit["edit"] == "add_actor" else set()
                assert {edit.get(end) for end in ("actor", "source", "target")} - {None} <= known, branch["id"]
                if edit["edit"] == "remove" and "relation" in edit:
                    assert (edit["source"], edit["target"], edit["relation"]) in ties

    def test_report_asks_about_actors_that_exist(self, stock):
        report = read_json(CASE / "report.json")
        actors = {row["id"]: row for row in rows(CASE, "actors")}
        asked = [*report["bureaus"], report["task_force"], report["first_report"], report["acting_police"]]
        asked += report["way_home"].values()
        assert set(asked) <= set(actors)
        assert report["relation"] in stock["relations"]
        assert {report["home"], report["partner"]} <= {row["country"] for row in actors.values()}


class TestStockVocabulary:
    def test_refers_to_names_of_its_own(self, stock):
        for name, kind in stock["kinds"].items():
            assert not kind.get("is_a") or kind["is_a"] in stock["kinds"], name
            lineage = [stock["kinds"][ancestor] for ancestor in ancestors(stock["kinds"], name)]
            assert any(one.get("level") in stock["levels"] for one in lineage), name
            assert any("style" in one for one in lineage), name
        for name, relation in stock["relations"].items():
            assert relation["layer"] in stock["layers"], name
            assert relation["line"] in stock["lines"], name
            assert set(relation["from"]) | set(relation["to"]) <= set(stock["kinds"]), name

    def test_speaks_both_languages(self, stock):
        both_languages(stock, STOCK.name)
        for part in ("levels", "layers", "kinds", "relations", "lines"):
            assert all(entry["label"] for entry in stock[part].values()), part

    def test_names_no_actor_of_a_case(self):
        text = STOCK.read_text(encoding="utf-8")
        assert not re.search(r"Indonesia|Cambodia|Kamboja|Polri|\b(ID|KH|IG|PL|IL)\.", text)


def is_date(cell, column):
    if not cell or (cell == ".." and column == "until"):
        return True
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", cell)
    return bool(found) and 1 <= int(found[2] or 1) <= 12 and 1 <= int(found[3] or 1) <= 31


def check_cell(field, cell, where):
    constraints = field.get("constraints", {})
    assert cell or not constraints.get("required"), where
    if not cell:
        return
    if field["type"] == "number":
        assert re.fullmatch(r"-?\d+(\.\d+)?", cell), where
        assert constraints.get("minimum", float(cell)) <= float(cell) <= constraints.get("maximum", float(cell)), where
    assert re.fullmatch(constraints.get("pattern", ".*"), cell, re.DOTALL), where
    assert cell in constraints.get("enum", [cell]), where


def both_languages(value, where):
    """Every text that is given by language is given in both."""
    if isinstance(value, dict):
        if "en" in value or set(value) == {"id"}:
            assert set(value) == {"en", "id"}, f"{where}: {value}"
            assert all(value.values()), f"{where}: {value}"
        for part in value.values():
            both_languages(part, where)
    elif isinstance(value, list):
        for part in value:
            both_languages(part, where)
