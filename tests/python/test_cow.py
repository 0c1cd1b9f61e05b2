"""Tables of the Correlates of War Project: columns as published, states and organizations made up."""

from __future__ import annotations

import csv
import itertools
import math
import random
import time
from pathlib import Path

import pytest

import coopnet as cn
from coopnet import cow
from coopnet.cli import main

MEMBER = (
    "version4id,ccode,state_name,all_st_day,all_st_month,all_st_year,all_end_day,all_end_month,all_end_year,ss_type,"
    "mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,mem_end_year,left_censor,right_censor,defense,"
    "neutrality,nonaggression,entente,version"
)
DYAD = (
    "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,dyad_end_day,"
    "dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,asymmetric,version"
)
BORDERS = "dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version"
BY_BODY = "ioname,orgname,year,northland,southland,sdate,deaddate,longorgname,ionum,version"


@pytest.fixture
def table(tmp_path: Path):
    """Writes a table and gives its path."""
    numbers = itertools.count()

    def write(header: str, *rows: str) -> Path:
        path = tmp_path / f"table{next(numbers)}.csv"
        path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
        return path

    return write


def spells(network: cn.Network) -> list[tuple]:
    return [(tie.source, tie.target, tie.relation, tie.since, tie.until, tie.ended_by) for tie in network.ties.values()]


# --- memberships --------------------------------------------------------------------------


def test_years_of_one_status_are_one_tie(table) -> None:
    rows = [f"9001,{year},north,{code}" for year, code in zip(range(1970, 1980), "0111031122", strict=True)]
    network = cow.igo_state_year(table("ccode,year,state,AAA", *rows))
    assert spells(network) == [
        ("9001", "AAA", "member_of", "1971", "1973", "none"),
        ("9001", "AAA", "observes", "1975", "1975", "status"),
        ("9001", "AAA", "member_of", "1976", "1977", "status"),
        ("9001", "AAA", "associate_member_of", "1978", "1979", "last_year"),
    ]
    assert network.actors["9001"].name == "north"
    assert (network.actors["AAA"].kind, network.actors["9001"].kind) == ("igo", "state")
    assert all(tie.status == "documented" and tie.sources == ("COW.IGO",) for tie in network.ties.values())
    assert network.problems() == ()


def test_the_same_code_says_what_its_table_says(table) -> None:
    by_state = cow.igo_state_year(table("ccode,year,state,AAA", "9001,1970,north,1", "9001,1971,north,-1"))
    by_body = cow.igo_year(table(BY_BODY, "AAA,Alpha,1970,1,0,1960,,,1,3", "AAA,Alpha,1971,-1,0,1960,,,1,3"))
    assert spells(by_state)[0][-1] == "igo_not_in_existence"
    assert spells(by_body)[0][-1] == "state_not_in_system"
    assert spells(by_state)[0][2:5] == spells(by_body)[0][2:5] == ("member_of", "1970", "1970")


def test_missing_is_neither_none_nor_member(table) -> None:
    rows = [f"9001,{year},north,{code}" for year, code in ((1970, 1), (1971, -9), (1972, 1), (1973, 0))]
    network = cow.igo_state_year(table("ccode,year,state,AAA", *rows))
    assert [row[3:] for row in spells(network)] == [("1970", "1970", "missing"), ("1972", "1972", "none")]


def test_years_that_the_table_leaves_out_are_assumed_only_if_asked(table) -> None:
    rows = [f"9001,{year},north,1" for year in (1955, 1960, 1965, 1966, 1967, 1980)]
    path = table("ccode,year,state,AAA", *rows)
    assert [row[3:] for row in spells(cow.igo_state_year(path))] == [
        ("1955", "1955", "gap"),
        ("1960", "1960", "gap"),
        ("1965", "1967", "gap"),
        ("1980", "1980", "last_year"),
    ]
    bridged = cow.igo_state_year(path, bridge=5)
    assert [row[3:5] for row in spells(bridged)] == [("1955", "1967"), ("1980", "1980")]
    assert [float(tie.bridged) for tie in bridged.ties.values()] == [8.0, 0.0]
    with pytest.raises(cn.InvalidOption, match="bridge=0"):
        cow.igo_state_year(path, bridge=0)


def test_rows_may_come_in_any_order(table) -> None:
    rows = [f"{state},{year},s{state},{int(year % 4 > 0)}" for state in (9001, 9002) for year in range(1966, 1990)]
    shuffled = random.Random(1).sample(rows, len(rows))
    ordered, mixed = (cow.igo_state_year(table("ccode,year,state,AAA", *lines)) for lines in (rows, shuffled))
    assert sorted(spells(ordered)) == sorted(spells(mixed))


@pytest.mark.parametrize("seed", range(8))
def test_ties_hold_in_the_years_that_the_table_has_them_in(table, seed: int) -> None:
    chance = random.Random(seed)
    grid = {
        (state, year): chance.choice([0, 1, 1, 2, 3, -1, -9])
        for state in (9001, 9002, 9003)
        for year in [1955, 1960, 1965, *range(1966, 1975)]
    }
    rows = [f"{state},{year},s{state},{code}" for (state, year), code in grid.items()]
    found = cow.igo_state_year(table("ccode,year,state,AAA", *rows))
    told = {
        (int(tie.source), year): {"member_of": 1, "associate_member_of": 2, "observes": 3}[tie.relation]
        for tie in found.ties.values()
        for year in range(int(tie.since), int(tie.until) + 1)
    }
    assert told == {cell: code for cell, code in grid.items() if code in (1, 2, 3)}


def test_an_organization_keeps_its_name_and_period_and_one_without_members_stays(table) -> None:
    rows = ["AAA,Alpha Body,1970,1,0,1960,1985,Alpha,1,3", "BBB,Beta Body,1970,0,-1,1961,-9,Beta,2,3"]
    network = cow.igo_year(table(BY_BODY, *rows))
    assert list(network.actors) == ["northland", "southland", "AAA", "BBB"]
    alpha, beta = network.actors["AAA"], network.actors["BBB"]
    assert (alpha.name, alpha.began, alpha.ended) == ("Alpha Body", 1960, 1985)
    assert beta.began == 1961
    assert math.isnan(beta.ended)
    assert [row[:2] for row in spells(network)] == [("northland", "AAA")]


def test_names_of_organizations_keep_their_capitals_and_headers_need_not(table) -> None:
    network = cow.igo_state_year(table("CCode,Year,State,AaA", "9001,1970,north,1"))
    assert "AaA" in network.actors


def test_every_wrong_cell_is_named_with_its_row_and_column(table) -> None:
    rows = ["9001,1970,north,7,0", "9001,70,north,x,0", "nine,1971,,0,0", "9001,1970,north,1,0"]
    path = table("ccode,year,state,AAA,BBB", *rows)
    with pytest.raises(cn.InvalidNetwork) as caught:
        cow.igo_state_year(path)
    told = [(problem.row, problem.column) for problem in caught.value.problems]
    assert told == [(2, "AAA"), (3, "year"), (4, "ccode"), (4, "state"), (5, "year")]
    assert all(problem.file == path.name for problem in caught.value.problems)
    assert "7 is no code of this table. Write 0 none, 1 full member" in str(caught.value)
    assert "9001 has 1970 twice, first in row 2. Remove one" in str(caught.value)


@pytest.mark.parametrize(
    ("read", "header", "row", "sentence"),
    [
        (
            "igo_state_year",
            BY_BODY,
            "A,A,1970,1,1,1960,,,1,3",
            "line 1: there is no column ccode, so this is no",
        ),
        ("igo_state_year", "ccode,year,state,ioname", "1,1970,n,A", 'Read it with format="cow-igo-year"'),
        ("igo_year", "ioname,orgname,year,ccode", "A,A,1970,1", 'Read it with format="cow-igo-state-year"'),
        ("contiguity", "state1no,state2no,year,conttype", "1,2,1970,1", "no column statelno.* Nearest: .*state1no"),
        ("alliances", MEMBER + ",year", "1" + ",1" * 23, "yearly table. Read alliance_v4.1_by_member.csv"),
        ("alliances", "version4id,ccode", "1,1", "no column defense"),
        ("igo_state_year", "ccode,year,state,AAA,aaa", "1,1970,n,1,1", "the column aaa stands twice. Remove one"),
    ],
)
def test_another_table_is_refused_with_what_to_do(table, read: str, header: str, row: str, sentence: str) -> None:
    path = table(header, row)
    with pytest.raises(cn.ParseError, match=sentence) as caught:
        getattr(cow, read)(path)
    assert (caught.value.path, caught.value.line) == (str(path), 1)


def test_a_row_with_too_few_fields_is_named(table) -> None:
    with pytest.raises(cn.InvalidNetwork, match=r"row 3: 3 fields where the header has 4"):
        cow.igo_state_year(table("ccode,year,state,AAA", "9001,1970,north,1", "9001,1971,north"))


def test_a_table_as_large_as_the_published_one_is_read_in_seconds(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("w", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["ccode", "year", "state", *(f"B{body}" for body in range(530))])
        for state in range(200):
            for year in range(1966, 2015):
                cells = [1 if (state + body) % 20 == 0 and year > 1980 else 0 for body in range(530)]
                writer.writerow([state, year, f"s{state}", *cells])
    begin = time.perf_counter()
    network = cow.igo_state_year(path)
    assert len(network.ties) == 200 * 530 // 20
    assert time.perf_counter() - begin < 30


# --- borders ------------------------------------------------------------------------------


def test_a_border_is_a_tie_of_two_both_ways_with_its_type_and_months(table) -> None:
    rows = [
        '90019002,9001,NOR,9002,SOU,1,195003,197012,"a note, with a comma",3.2',
        "90019002,9001,NOR,9002,SOU,4,197101,201612,,3.2",
    ]
    network = cow.contiguity(table(BORDERS, *rows))
    first, second = network.ties.values()
    assert (first.since, first.until, first.ended_by, first.note) == (
        "1950-03",
        "1970-12",
        "end",
        "a note, with a comma",
    )
    assert (second.since, second.until, second.ended_by) == ("1971-01", "2016-12", "last_month")
    assert [(float(tie.conttype), tie.contiguity) for tie in (first, second)] == [
        (1.0, "land or river"),
        (4.0, "water of up to 150 miles"),
    ]
    assert network.actors["9001"].name == "NOR"
    degree = cn.centrality.degree(network, over=cn.Projection(at="1960-01-01"))
    assert dict(degree.items()) == {"9001": 1.0, "9002": 1.0}


def test_a_border_with_a_wrong_cell_is_not_half_read(table) -> None:
    rows = ["1,9001,NOR,9002,SOU,6,195013,197012,,3.2", "1,9001,NOR,9002,SOU,1,198001,197012,,3.2"]
    with pytest.raises(cn.InvalidNetwork) as caught:
        cow.contiguity(table(BORDERS, *rows))
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [
        (2, "conttype"),
        (2, "begin"),
        (3, "end"),
    ]


# --- alliances ----------------------------------------------------------------------------


def test_members_are_party_to_an_alliance_that_is_a_treaty(table) -> None:
    kind = "Type I: Defense Pact"
    rows = [
        f"7,{code},{name},-9,6,1950,,,,{kind},{start},{end},0,{open_},1,0,0,0,4.1"
        for code, name, start, end, open_ in (
            (9001, "North", "-9,6,1950", ",,", 1),
            (9002, "South", "3,7,1951", "31,12,1960", 0),
            (9002, "South", "-9,-9,1970", ",,", 1),
        )
    ]
    network = cow.alliances(table(MEMBER, *rows))
    assert [(tie.source, tie.target, tie.since, tie.until) for tie in network.ties.values()] == [
        ("9001", "A7", "1950-06", None),
        ("9002", "A7", "1951-07-03", "1960-12-31"),
        ("9002", "A7", "1970", None),
    ]
    assert [float(tie.right_censor) for tie in network.ties.values()] == [1.0, 0.0, 1.0]
    assert network.actors["A7"].note == kind
    states = {actor: actor for actor in ("9001", "9002")}
    found = cn.pathways.instruments(network, states, over=cn.Projection(at="1955-01-01"))
    assert found["A7"]["in_force"]
    assert "A7" not in cn.pathways.instruments(network, states, over=cn.Projection(at="1965-01-01"))


def test_a_pair_both_ways_round_is_one_tie(table) -> None:
    pact = "1,2,1950,,,,0,1,1,0,0,0,0,4.1"
    rows = [f"7,9001,North,9002,South,{pact}", f"7,9002,South,9001,North,{pact}", f"8,9002,South,9001,North,{pact}"]
    network = cow.alliances(table(DYAD, *rows, rows[0]))
    assert [(tie.source, tie.target, tie.instrument) for tie in network.ties.values()] == [
        ("9001", "9002", "A7"),
        ("9001", "9002", "A8"),
    ]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("31,2,1950,,,,0,1,1,0,0,0", "dyad_st_day"),
        ("1,13,1950,,,,0,1,1,0,0,0", "dyad_st_day"),
        ("1,2,1950,1,1,1940,0,1,1,0,0,0", "dyad_end_year"),
        ("1,2,1950,,,,0,1,2,0,0,0", "defense"),
        ("1,2,1950,,,,0,x,1,0,0,0", "right_censor"),
        ("1,x,1950,,,,0,1,1,0,0,0", "dyad_st_month"),
    ],
)
def test_a_wrong_date_or_code_is_named(table, cells: str, column: str) -> None:
    with pytest.raises(cn.InvalidNetwork) as caught:
        cow.alliances(table(DYAD, f"7,9001,North,9002,South,{cells},0,4.1"))
    assert [(problem.row, problem.column) for problem in caught.value.problems] == [(2, column)]


# --- the door -----------------------------------------------------------------------------


def test_read_takes_the_format_by_name_and_the_network_goes_on(table, tmp_path: Path) -> None:
    tables = {
        "cow-igo-state-year": table("ccode,year,state,AAA", "9001,1970,north,1"),
        "cow-igo-year": table(BY_BODY, "AAA,Alpha,1970,1,3,1960,,,1,3"),
        "cow-contiguity": table(BORDERS, "1,9001,NOR,9002,SOU,1,195003,201612,,3.2"),
        "cow-alliances": table(DYAD, "7,9001,North,9002,South,1,2,1950,,,,0,1,1,0,0,0,0,4.1"),
    }
    for format, path in tables.items():
        network = cn.read(path, format=format)
        assert len(network.ties) > 0
        cn.write(network, tmp_path / format, "folder")
        assert cn.read(tmp_path / format) == network
        with pytest.raises(cn.UnknownName, match=format):
            cn.write(network, tmp_path / "x", format)


def test_a_table_without_a_membership_is_a_network_without_a_tie(table) -> None:
    network = cow.igo_state_year(table("ccode,year,state,AAA", "9001,1970,north,0"))
    assert (list(network.actors), len(network.ties)) == (["9001", "AAA"], 0)


def test_the_command_line_takes_the_format_too(table, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(table("ccode,year,state,AAA", "9001,1970,north,1"))
    assert main(["convert", path, str(tmp_path / "out.json"), "--from", "cow-igo-state-year"]) == 0
    assert cn.read(tmp_path / "out.json") == cow.igo_state_year(path)
    assert main(["check", path, "--from", "cow-igo-state-year"]) == 0
    assert "no problems in 2 actors and 1 ties" in "".join(capsys.readouterr())
    assert main(["check", str(table("ccode,year,state,AAA", "9001,1970,north,7")), "--from", "cow-igo-state-year"]) == 1
    assert "AAA" in capsys.readouterr().out
