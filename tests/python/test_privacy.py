"""What redact takes out, and what it leaves."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

import coopnet as cn
from coopnet import Network, privacy
from coopnet.cli import main
from coopnet.errors import CoopnetError, InvalidOption, UnknownActor, UnknownName
from coopnet.privacy.public import _day_outside
from coopnet.privacy.words import quarter, says_a_number, says_a_small_number, whole_quarters

CASE = "indonesia-cambodia-2021-2022"


@pytest.fixture(scope="module")
def case() -> Network:
    return cn.load(CASE)


@pytest.fixture(scope="module")
def public(case) -> Network:
    return cn.redact(case, public=True)


def network(*, actors=(), ties=(), sources=(), figures=(), **more) -> Network:
    """Of records; what a record lacks is an empty cell."""

    def columns(records):
        names = dict.fromkeys(name for record in records for name in record)
        return [(name, [str(record.get(name, "")) for record in records]) for name in names]

    tables = {"actors": actors, "ties": ties, "sources": sources, "figures": figures}
    sheets = {name: columns(records) for name, records in tables.items() if records}
    return Network.from_columns(sheets, **({"name": "small"} | more))


AGENCIES = [{"id": "A", "kind": "agency"}, {"id": "B", "kind": "agency"}]
PAIR = {"actors": AGENCIES, "ties": [{"source": "A", "target": "B", "relation": "refers"}]}


def hidden(network: Network) -> set[str]:
    return {key for key, figure in network.figures.items() if figure.suppressed == "c"}


# --- figures ------------------------------------------------------------------------------


def test_a_small_figure_is_hidden_with_what_would_give_it_back():
    figures = [
        {"id": "all", "measure": "freed", "value": 62},
        {"id": "men", "measure": "freed", "value": 52, "part_of": "all"},
        {"id": "women", "measure": "freed", "value": 10, "part_of": "all"},
        {"id": "elsewhere", "measure": "freed", "value": 300},
    ]
    told = cn.redact(network(**PAIR, figures=figures), public=True)
    assert "women" in hidden(told)
    assert len(hidden(told)) == 2
    assert "elsewhere" not in hidden(told)
    assert math.isnan(told.figures["women"].value)
    assert told.figures["all" if "men" in hidden(told) else "men"].value in (62, 52)


def test_parts_that_exclude_each_other_are_found_by_their_sum():
    """Men and women, and by day: which parts make up the whole is not recorded."""
    told = cn.redact(cn.load(CASE), public=True)
    assert {"A14", "A16"} <= hidden(told)
    assert not {"A13", "A15"}.isdisjoint(hidden(told))


def test_a_stock_that_falls_by_a_flow_gives_the_rest_away(public):
    """60 held, 55 freed, 5 left: no `part_of` says so, place and quarter do."""
    assert "A12" in hidden(public)
    assert not {"A10", "A11"}.isdisjoint(hidden(public))


def test_the_same_count_reported_twice_is_hidden_twice():
    figures = [
        {"id": "all", "measure": "freed", "value": 40},
        {"id": "men", "measure": "freed", "destination": "A", "value": 33, "part_of": "all"},
        {"id": "women", "measure": "freed", "destination": "B", "value": 7, "part_of": "all"},
        {"id": "men too", "measure": "freed", "destination": "A", "value": 33},
        {"id": "all too", "measure": "freed", "value": 40},
    ]
    found = hidden(cn.redact(network(**PAIR, figures=figures), public=True))
    assert found in ({"women", "men", "men too"}, {"women", "all", "all too"})


def test_very_many_parts_in_two_ways_do_not_give_a_small_one_back():
    """Twenty by place, twenty by month: too many to try every set of them."""
    common = {"measure": "freed", "part_of": "all"}
    sizes = [3, *range(20, 39)]
    states = [{"id": f"S{n}", "kind": "state"} for n in range(20)]
    places = [{"id": f"p{n}", "value": size, "origin": f"S{n}", **common} for n, size in enumerate(sizes)]
    months = [
        {"id": f"m{n}", "value": size, "since": f"20{n:02}-01", "until": f"20{n:02}-01", **common}
        for n, size in enumerate(reversed(sizes))
    ]
    whole = {"id": "all", "measure": "freed", "value": sum(sizes)}
    ties = [{"source": "S0", "target": "S1", "relation": "treaty_with"}]
    told = cn.redact(network(actors=states, ties=ties, figures=[whole, *places, *months]), public=True)
    for letter in "pm":
        shown = [figure for figure in told.figures.values() if figure.id[0] == letter and not figure.suppressed]
        left = 0 if told.figures["all"].suppressed else 1
        assert len(shown) + left <= 19  # never all but one of a sum


def test_a_derived_figure_whose_parts_nobody_sees_is_hidden(public, case):
    assert case.figures["D20"].definition.startswith("derived; 1,361 divided")
    assert "D20" in hidden(public)
    assert "C09" not in hidden(public)  # the sum of five others


def test_an_end_of_an_interval_that_is_small_is_hidden():
    figures = [
        {"id": "few", "measure": "held", "low": 2, "high": 9},
        {"id": "more", "measure": "held", "low": 30},
        {"id": "about", "measure": "held", "value": 20, "low": 8, "high": 50},
    ]
    told = cn.redact(network(**PAIR, figures=figures), public=True)
    assert hidden(told) == {"few"}
    assert told.figures["more"].low == 30
    assert (told.figures["about"].value, told.figures["about"].high) == (20, 50)
    assert math.isnan(told.figures["about"].low)


def test_what_counts_no_persons_is_shown(case, public):
    for key, figure in case.figures.items():
        if figure.measure in privacy.THINGS and not math.isnan(figure.value):
            assert public.figures[key].value == figure.value
    assert public.figures["E13"].value == 1  # a day
    assert privacy.counts_persons("cases")
    assert not privacy.counts_persons("growth_of_cases", "percent: growth on 2022")
    seats = network(**PAIR, figures=[{"id": "F", "measure": "seats", "value": 4}])
    assert hidden(cn.redact(seats, public=True)) == {"F"}
    assert hidden(cn.redact(seats, public=True, things=["seats"])) == set()


def test_k_is_chosen(case):
    assert "B01" not in hidden(cn.redact(case, public=True))
    assert "B01" in hidden(cn.redact(case, public=True, k=20))
    assert "A16" not in hidden(cn.redact(case, public=True, k=5))
    for k in (0, -1, math.nan):
        with pytest.raises(InvalidOption, match="no threshold"):
            cn.redact(case, public=True, k=k)


def test_redacting_again_changes_nothing(public):
    assert cn.redact(public, public=True) == public


def test_what_is_hidden_survives_a_round_trip(public, tmp_path):
    for name in ("folder", "net.json", "net.dot"):
        cn.write(public, tmp_path / name)
        again = cn.read(tmp_path / name)
        assert hidden(again) == hidden(public)
        assert again.disclosure == {"public": True, "k": 11}


def test_a_network_without_figures_or_ties_is_redacted():
    for some in (network(**PAIR), Network.from_edges([])):
        told = cn.redact(some, public=True)
        assert (len(told.actors), len(told.ties)) == (len(some.actors), len(some.ties))


# --- dates, places, texts -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "coarse"),
    [
        ("2022-08-05", "2022-Q3"),
        ("2022-01", "2022-Q1"),
        ("2022-03-31", "2022-Q1"),
        ("2022-04-01", "2022-Q2"),
        ("2022-12", "2022-Q4"),
        ("2022", "2022"),
        ("2022-Q3", "2022-Q3"),
        ("..", ".."),
        ("", ""),
    ],
)
def test_dates_are_coarsened_to_the_quarter(date, coarse):
    assert quarter(date) == coarse


@pytest.mark.parametrize(
    ("span", "coarse"),
    [
        ("2022-08-05", "2022-07/2022-09"),
        ("2022-07/2022-08", "2022-07/2022-09"),
        ("2021-12/2022-01-03", "2021-10/2022-03"),
        ("2022", "2022"),
        ("2021/2022-08", "2021/2022-09"),
        ("2022-Q3", "2022-Q3"),
    ],
)
def test_days_asked_about_become_quarters(span, coarse):
    assert whole_quarters(span) == coarse


def test_a_group_stays_apart_though_its_name_says_a_number():
    figures = [("a", "men"), ("b", "seven women"), ("c", "")]
    told = network(
        **PAIR,
        figures=[{"id": key, "measure": "held", "value": 40 + i, "group": g} for i, (key, g) in enumerate(figures)],
    )
    public = cn.redact(told, public=True)
    assert [figure.group or "" for figure in public.figures.values()] == ["men", "some", ""]


def test_a_tie_of_a_quarter_holds_as_one_unknown_day_of_it():
    ties = [{"source": "A", "target": "B", "relation": "refers", "since": "2022-08-05", "until": "2022-08-05"}]
    told = cn.redact(network(actors=AGENCIES, ties=ties), public=True)
    assert told.ties["T1"].since == "2022-Q3"

    def holds(**over):
        return len(told.freeze(cn.Projection(**over)).all_ties) == 1

    assert holds(at="2022-07-01")
    assert not holds(at="2022-07-01", dates="certain")
    assert holds(during="2022-Q3", dates="certain")
    assert not holds(during="2022-10/2022-12")


def test_places_are_folded_into_one_for_each_kind_and_country(case, public):
    places = [key for key, actor in public.actors.items() if public.vocabulary.is_a(actor.kind, "place")]
    assert sorted(places) == [
        "IDN.origin",
        "IDN.transit",
        "KHM.site",
        "MYS.transit",
        "SGP.transit",
        "THA.transit",
        "VNM.transit",
    ]
    assert public.actors["KHM.site"].name == "Cambodia (Site)"
    assert public.actors["KHM.site"].name_id.startswith("Kamboja (")
    assert list(public.ties) == list(case.ties)  # parallel ties are kept
    assert public.figures["A08"].origin == "KHM.site"
    assert public.report["way_home"]["from"] == "KHM.site"
    assert set(public.actors["KHM.site"].sources) >= set(case.actors["PL.SHV"].sources)


def test_places_of_no_country_are_one_too():
    actors = [{"id": "X", "kind": "site"}, {"id": "Y", "kind": "site"}, {"id": "A", "kind": "site", "country": "KHM"}]
    told = cn.redact(network(actors=actors, ties=[{"source": "X", "target": "A", "relation": "moves_to"}]), public=True)
    assert list(told.actors) == ["site", "KHM.site"]


def test_what_stands_for_places_has_their_sources_and_the_strictest_marking():
    actors = [
        {"id": "X", "kind": "site", "country": "KHM", "sources": "S1", "handling": "GREEN", "parent": "Z"},
        {"id": "Y", "kind": "site", "country": "KHM", "sources": "S2;S1", "handling": "AMBER"},
        {"id": "Z", "kind": "site", "country": "KHM"},
    ]
    ties = [
        {"source": "X", "target": "Y", "relation": "moves_to"},
        {"source": "Y", "target": "X", "relation": "moves_to"},
    ]
    sources = [{"id": "S1"}, {"id": "S2"}]
    told = cn.redact(network(actors=actors, ties=ties, sources=sources), public=True)
    (site,) = told.actors.values()
    assert (site.id, site.sources, site.handling, site.parent) == ("KHM.site", ("S1", "S2"), "AMBER", None)
    assert [(tie.source, tie.target) for tie in told.ties.values()] == [("KHM.site", "KHM.site")] * 2


@pytest.mark.parametrize("pairs", [[], [("a", "a")], [("a", "b"), ("a", "b"), ("b", "a")], [("a", "b"), ("c", "d")]])
@pytest.mark.parametrize("directed", [True, False])
def test_every_shape_is_redacted(pairs, directed):
    whole = Network.from_edges(pairs, directed=directed)
    told = cn.redact(whole, public=True, max_tlp="CLEAR", drop=[])
    assert (list(told.actors), list(told.ties)) == (list(whole.actors), list(whole.ties))


def test_free_text_goes(public):
    for table in (public.actors, public.ties, public.sources, public.figures):
        assert "note" not in table.columns
    assert "url" not in public.sources.columns
    assert public.playbook == {}
    assert {figure.definition for figure in public.figures.values()} == {
        "flow",
        "stock",
        "total",
        "derived",
        "percent",
        "ratio",
        "rank",
    }
    assert not any(re.search(r"\d", source.title or "") for source in public.sources.values())


def test_events_are_named_by_their_kind(case, public):
    assert case.actors["EV.TRANSFER22"].name == "Return of three wanted persons from Cambodia, October 2022"
    assert public.actors["EV.TRANSFER22"].name == "Transfer of wanted persons"
    assert public.actors["EV.STORM"].name == "Operation Storm Makers"
    assert public.actors["IN.MOU23"].short == "MoU 2023"


def test_strengths_of_ties_that_carry_persons_go():
    ties = [
        {"source": "A", "target": "B", "relation": "refers", "strength": 4, "capacity": 5},
        {"source": "A", "target": "B", "relation": "repatriates", "strength": 4, "capacity": 5},
    ]
    told = cn.redact(network(actors=AGENCIES, ties=ties), public=True)
    assert (told.ties["T1"].strength, told.ties["T1"].capacity) == (4, 5)
    assert math.isnan(told.ties["T2"].strength)
    assert math.isnan(told.ties["T2"].capacity)


@pytest.mark.parametrize(
    ("part", "day", "outside"),
    [
        ("before", "2023-08-20", "2023-06-30"),
        ("before", "2023-06-30", "2023-06-30"),
        ("before", "2023-01-01", "2022-12-31"),
        ("after", "2023-08-22", "2023-10-01"),
        ("after", "2023-10-01", "2023-10-01"),
        ("after", "2023-12-31", "2024-01-01"),
        ("after", "2023", "2023"),
    ],
)
def test_days_asked_about_move_to_the_edge_of_a_quarter(part, day, outside):
    assert _day_outside(part, day) == outside


@pytest.mark.parametrize(
    ("text", "a_number", "a_small_one"),
    [
        ("Operation Storm Makers", False, False),
        ("I-24/7", True, False),
        ("MoU 2023", True, False),
        ("22nd SOMTC", True, False),
        ("Law 12/2017", True, False),
        ("7 persons", True, True),
        ("the 34 of Poipet", True, False),
        ("seven persons", True, True),
        ("tiga buronan", True, True),
        ("Phnom Penh, 2 August", True, True),
        ("someone, often", False, False),
        ("1,018 victims", True, False),
    ],
)
def test_numbers_are_seen_in_figures_and_words(text, a_number, a_small_one):
    assert says_a_number(text) == a_number
    assert says_a_small_number(text, 11) == a_small_one


def test_the_report_asks_about_days_outside_the_quarter(public):
    assert public.report["instruments"] == {"before": "2023-06-30", "after": "2023-10-01"}
    assert public.report["period"] == "2021/2022"


# --- pictures and pages -----------------------------------------------------------------------


def test_pictures_and_portraits_redact_first(case, public):
    assert cn.draw(case, public=True).svg == cn.draw(public).svg
    assert "PL.SHV" not in cn.draw(case, public=True, labels="id", layout="graph").svg
    assert cn.describe(case, public=True).to_dict()["rows"] == cn.describe(public).to_dict()["rows"]
    scores = cn.centrality.degree(case)  # of places, too
    assert cn.draw(case, public=True, layout="graph", color=scores)


def test_a_pathway_is_drawn_without_its_places(case):
    way = cn.pathways.shortest(case, "PL.O.SUMUT", "ID.SOC")
    assert "Sumatra" in cn.strip(way).svg
    drawn = cn.strip(way, public=True).svg
    assert "Sumatra" not in drawn
    assert "Indonesia (Place of origin)" in drawn


def test_the_report_redacts_first(case, tmp_path):
    written = cn.report(case, tmp_path, public=True)
    text = written.page.read_text(encoding="utf-8")
    assert "2023-08" not in text
    assert "Chrey Thum" not in text


# --- markings, columns, pseudonyms --------------------------------------------------------------


MARKED = {
    "actors": [
        {"id": "A", "kind": "agency"},
        {"id": "B", "kind": "agency", "handling": "RED"},
        {"id": "C", "kind": "agency", "parent": "B"},
        {"id": "D", "kind": "agency", "sources": "S2"},
    ],
    "ties": [
        {"id": "t1", "source": "A", "target": "B", "relation": "refers"},
        {"id": "t2", "source": "A", "target": "C", "relation": "refers", "sources": "S1;S2", "status": "documented"},
        {"id": "t3", "source": "A", "target": "C", "relation": "refers", "sources": "S2", "status": "documented"},
        {"id": "t4", "source": "A", "target": "C", "relation": "refers", "handling": "AMBER"},
        {"id": "t5", "source": "A", "target": "C", "relation": "refers", "instrument": "B"},
    ],
    "sources": [{"id": "S1", "handling": "CLEAR"}, {"id": "S2", "handling": "AMBER+STRICT"}],
    "figures": [
        {"id": "f1", "measure": "held", "value": 20, "origin": "B"},
        {"id": "f2", "measure": "held", "value": 20, "origin": "A", "part_of": "f1"},
        {"id": "f3", "measure": "held", "value": 20, "sources": "S2"},
    ],
}


@pytest.mark.parametrize(
    ("level", "actors", "ties", "figures"),
    [
        ("CLEAR", "AC", ["t2"], ["f2"]),
        ("AMBER", "AC", ["t2", "t4"], ["f2"]),
        ("AMBER+STRICT", "ACD", ["t2", "t3", "t4"], ["f2", "f3"]),
        ("RED", "ABCD", ["t1", "t2", "t3", "t4", "t5"], ["f1", "f2", "f3"]),
    ],
)
def test_what_is_marked_above_a_level_goes_with_what_rests_on_it(level, actors, ties, figures):
    told = cn.redact(network(**MARKED, playbook='{"title": "t"}'), max_tlp=level)
    assert [*told.actors] == [*actors]
    assert [*told.ties] == ties
    assert [*told.figures] == figures
    assert bool(told.playbook) == (level == "RED")
    assert "S2" not in (told.ties["t2"].sources or ()) or level in ("AMBER+STRICT", "RED")


def test_markings_are_refused_where_they_are_none_or_mark_the_whole(tmp_path):
    with pytest.raises(InvalidOption, match=r'max_tlp: "GREN" is no marking .* Nearest: GREEN'):
        cn.redact(network(**MARKED), max_tlp="GREN")
    whole = network(**PAIR, about={"package": '{"handling": "RED"}'})
    with pytest.raises(InvalidOption, match="as a whole is marked RED"):
        cn.redact(whole, max_tlp="GREEN")
    with pytest.raises(InvalidOption, match=r"marked above AMBER are actors B \(RED\), sources S2"):
        cn.write(network(**MARKED), tmp_path / "net.json", max_tlp="AMBER")
    assert not (tmp_path / "net.json").exists()
    cn.write(cn.redact(network(**MARKED), max_tlp="AMBER"), tmp_path / "net.json", max_tlp="AMBER")


def test_columns_are_dropped(case):
    told = cn.redact(case, drop=["note", "ties.delay_days", "playbook"])
    assert all("note" not in table.columns for table in (told.actors, told.ties, told.figures))
    assert "delay_days" not in told.ties.columns
    assert not told.playbook
    assert told.report == case.report
    with pytest.raises(UnknownName, match="Nearest: note"):
        cn.redact(case, drop=["nota"])
    with pytest.raises(InvalidOption, match='ties cannot be without "relation"'):
        cn.redact(case, drop=["ties.relation"])


def test_pseudonyms_need_the_key(case, tmp_path):
    key = tmp_path / "key"
    key.write_bytes(bytes(range(32)))
    told = cn.redact(case, key=key)
    assert told == cn.redact(case, key=key)
    assert all(re.fullmatch("p[0-9a-f]{32}", actor) for actor in told.actors)
    assert len(told.actors) == len(case.actors)
    ends = dict(zip(case.actors, told.actors, strict=True))
    for tie, was in case.ties.items():
        assert (told.ties[tie].source, told.ties[tie].target) == (ends[was.source], ends[was.target])
    assert (told.report, told.playbook) == ({}, {})
    assert told.actors.columns == ("id", "kind", "country", "parent", "sources")
    cn.write(told, tmp_path / "told.json")
    assert "ID.NCB" not in (tmp_path / "told.json").read_text(encoding="utf-8")
    with pytest.raises(UnknownActor):
        told.actors["ID.NCB"]
    key.write_bytes(bytes(range(1, 33)))
    assert not set(cn.redact(case, key=key).actors) & set(told.actors)


def test_a_pseudonym_is_the_hmac_of_the_id_under_the_key(tmp_path):
    """Against the value of another implementation (openssl dgst -sha256 -mac HMAC)."""
    key = tmp_path / "key"
    key.write_bytes(b"k" * 32)
    told = cn.redact(network(**PAIR), key=key)
    assert next(iter(told.actors)) == EXPECTED


EXPECTED = "p2ca5480f61755cc1ac3b19799cb69089"


def test_a_weak_or_missing_key_is_refused(case, tmp_path):
    (tmp_path / "short").write_bytes(b"secret")
    with pytest.raises(InvalidOption, match="has 6 bytes, too few"):
        cn.redact(case, key=tmp_path / "short")
    with pytest.raises(CoopnetError, match="cannot be read"):
        cn.redact(case, key=tmp_path / "none")


# --- the command ----------------------------------------------------------------------------------


def test_the_command_writes_what_redact_returns(tmp_path, capsys, public):
    out = tmp_path / "out"
    assert main(["redact", CASE, "--public", "--out", str(out)]) == 0
    assert f"{len(hidden(public))} of {len(public.figures)} figures hidden" in capsys.readouterr().err
    assert cn.read(out) == public


def test_the_command_refuses_to_take_out_nothing(tmp_path, capsys):
    assert main(["redact", CASE, "--out", str(tmp_path / "out")]) == 2
    assert "Say what to take out" in capsys.readouterr().err
    assert not Path(tmp_path / "out").exists()


def test_the_command_takes_the_other_options(tmp_path):
    key = tmp_path / "key"
    key.write_bytes(bytes(32))
    out = tmp_path / "net.json"
    more = ["--k", "20", "--drop", "ties.delay_days", "--key", str(key), "--max-tlp", "GREEN", "--together", CASE]
    assert main(["redact", CASE, "--public", "--out", str(out), "--things", "seats", *more]) == 0
    told = cn.read(out)
    assert told.disclosure["k"] == 20
    assert "delay_days" not in told.ties.columns


def test_every_command_on_a_network_takes_public(capsys):
    for command in (
        "info",
        "describe",
        "rank",
        "brokers",
        "paths",
        "reach",
        "cut",
        "figures",
        "flow",
        "bottleneck",
        "interdict",
        "sankey",
        "whatif",
        "timeline",
        "draw",
        "report",
    ):
        assert main([command, "--help"]) == 0
        assert "--public" in capsys.readouterr().out, command
