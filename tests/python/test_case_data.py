"""The tables of the bundled networks, checked as text: no part of coopnet is imported."""

import csv
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASE = ROOT / "graphs" / "indonesia-cambodia-2021-2022"
DEMO = ROOT / "graphs" / "demo-referral"
STOCK = ROOT / "cpp" / "coopnet" / "io" / "stock_vocabulary.json"
NETWORKS = [pytest.param(folder, id=folder.name) for folder in (CASE, DEMO)]

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

    def test_close_the_vocabulary(self, folder):
        # Without the file, an unknown kind or relation would be taken as found.
        assert read_json(folder / "vocabulary.json") == {}

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
        kinds, relations = stock["kinds"], stock["relations"]
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
            assert [choice["right"] for choice in exercise["choices"]].count(True) == 1

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
