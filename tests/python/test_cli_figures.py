"""coopnet figures: what sources report, and what is asked of it."""

from __future__ import annotations

import csv
import io
import json

import pandas as pd
import pytest

import coopnet as cn
from coopnet.cli import main

CASE = "indonesia-cambodia-2021-2022"
WAVE = ("--during", "2022-07/2022-08")


@pytest.fixture
def run(capsys):
    def asked(*arguments: str) -> tuple[int, str, str]:
        code = main(["figures", CASE, *arguments])
        told = capsys.readouterr()
        return code, told.out, told.err

    return asked


def table(text: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text))}


def test_all_figures_are_listed_with_what_they_count_and_the_best_grade(run):
    code, out, err = run("--csv")
    rows, case = table(out), cn.load(CASE)
    assert code == 0
    assert list(rows) == list(case.figures)
    assert rows["A13"] == {
        "id": "A13",
        "measure": "freed",
        "group": "",
        "origin": "PL.SHV",
        "destination": "",
        "value": "62",
        "low": "",
        "high": "",
        "counts": "total",
        "since": "",
        "until": "",
        "as_of": "2022-07-31",
        "part_of": "",
        "sources": "S06;S31",
        "grade": "C2",
    }
    assert "Figures: 177 of 177." in err


def test_filters_choose(run):
    rows = table(run("--measure", "repatriates,freed_by", "--origin", "ID.EMB", "--destination", "-", "--csv")[1])
    assert list(rows) == ["A26", "B06", "B07", "B09"]
    assert list(table(run("--measure", "repatriates", *WAVE, "--destination", "ID.SOC", "--csv")[1])) == ["B01"]
    assert set(table(run("--group", "men,women", "--during", "2022-07", "--csv")[1])) == {"A15", "A16"}
    without = table(run("--measure", "repatriates", "--without-sources", "S18,S22", "--csv")[1])
    assert "B05" not in without
    assert "B02" in without
    assert "B04" not in table(run("--min-grade", "C4", "--csv")[1])


def test_an_interval_is_read_as_one(run):
    assert "≥ 30" in run("--measure", "rescued", "--origin", "PL.CHT")[1]


def test_contradictions_are_sentences_on_the_screen_and_rows_in_files(run):
    code, out, err = run("--conflicts", *WAVE)
    told = cn.flows.conflicts(cn.load(CASE), over=cn.Projection(during="2022-07/2022-08"))
    assert code == 0
    assert out.strip() == told.explain()
    assert "Smallest sets" in err
    assert run("--conflicts", *WAVE, "--lang", "id")[1].strip() == told.explain("id")
    assert json.loads(run("--conflicts", *WAVE, "--json")[1])["rows"] == told.to_dict()["rows"]


def test_days_leave_figures_of_others_out_of_contradictions():
    case = cn.load(CASE)
    sets = cn.flows.conflicts(case, over=cn.Projection(during="2022-07/2022-08"))
    days = {
        day
        for one in sets
        for figure in one
        for day in (case.figures[figure].since, case.figures[figure].until, case.figures[figure].as_of)
        if day
    }
    assert len(sets) == 7
    assert all("2022-07" <= day < "2022-09" for day in days)


def test_residuals_and_stages(run):
    rows = table(run("--reconcile", *WAVE, "--csv")[1])
    assert (rows["B03"]["residual"], rows["B04"]["residual"]) == ("1", "-1")
    out = run("--stages", *WAVE)[1]
    assert "Brought back" in out
    assert "Dipulangkan" in run("--stages", *WAVE, "--lang", "id")[1]
    assert "2022-07-01/2022-07-31" in run("--stages", "--window", "month", *WAVE)[1]


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--conflicts", "--stages"], "Ask one"),
        (["--conflicts", "--measure", "freed"], "choose among the list"),
        (["--window", "month"], "Add --stages"),
        (["--origin", "PL.SHX"], "PL.SHX"),
        (["--measure", "freedd"], 'No figure has the measure "freedd". Nearest: freed'),
        (["--group", "womenn"], 'No figure has the group "womenn". Nearest: women'),
        (["--during", "2022-13"], "not a date"),
        (["--conflicts", "--during", "2022-13"], "not a date"),
    ],
)
def test_what_cannot_be_asked_is_refused(run, flags, said):
    code, _, err = run(*flags)
    assert code == 2
    assert said in err


def test_none_is_an_answer(run):
    code, out, err = run("--measure", "freed", "--during", "1999")
    assert (code, out) == (1, "")
    assert "Figures: 0 of 177." in err


def test_hidden_figures_are_marked(run):
    rows = table(run("--public", "--csv")[1])
    public = cn.redact(cn.load(CASE), public=True)
    assert {key for key, row in rows.items() if row["value"] == "[c]"} == {
        key for key, figure in public.figures.items() if figure.suppressed == "c"
    }
    assert "[c]" in run("--public", "--measure", "freed")[1]


# --- what a public network tells ----------------------------------------------------------


def test_contradictions_of_a_public_network_are_contradictions():
    """What coarse days leave open is no contradiction."""
    case = cn.load(CASE)
    told = {frozenset(one) for one in cn.flows.conflicts(case, max_results=1000)}
    public = {frozenset(one) for one in cn.flows.conflicts(cn.redact(case, public=True), max_results=1000)}
    assert public < told
    assert len(public) > 10


def test_small_results_of_a_public_network_are_hidden_where_they_are_read():
    """Groups stay apart, and differences would tell what is hidden."""
    case = cn.redact(cn.load(CASE), public=True)
    reached = cn.flows.stages(case)
    for row in reached.shown_rows():
        for name in ("count", "low", "high", "held"):
            assert row[name] == "[c]" or not 0 < row[name] < 11, (row["id"], name)


def test_small_residuals_of_a_public_network_are_hidden():
    ties = pd.DataFrame({"source": ["a"], "target": ["b"], "relation": "moves"})
    figures = pd.DataFrame({"measure": "moves", "value": [100, 104], "since": "2022", "until": "2022"})
    words = {"relations": {"moves": {"layer": "flow", "from": [], "to": []}}}
    network = cn.Network.from_frames(None, ties, figures=figures, vocabulary=words)
    residuals = cn.flows.reconcile(cn.redact(network, public=True)).residuals
    assert {row["residual"] for row in residuals.rows()} == {2.0, -2.0}
    assert {(row["fitted"], row["residual"]) for row in residuals.shown_rows()} == {(102.0, "[c]")}
    assert residuals.to_dict()["rows"][0]["residual"] == "[c]"
    assert "[c]" in repr(residuals)
    # What is not public is told as it is.
    full = cn.flows.reconcile(cn.load(CASE)).residuals
    assert full.shown_rows() == full.rows()


def test_what_waits_on_a_public_network_is_hidden_where_it_is_small():
    case = cn.load(CASE)
    public = cn.redact(case, public=True)
    days = ({"2022-07-30": 55}, {"2022-08-05": 50, "2022-08-06": 55})
    told, full = cn.flows.observed(public, *days), cn.flows.observed(case, *days)
    assert (told.waiting, told.longest, told.rows()) == (full.waiting, full.longest, full.rows())
    assert {row["waiting"] for row in told.shown_rows()} == {55.0, "[c]", 0.0}
    assert {row["waiting"] for row in told.to_dict()["rows"]} == {55.0, "[c]", 0.0}
    assert {row["waiting"] for row in full.to_dict()["rows"]} == {55.0, 5.0, 0.0}
    over = cn.Projection(layers="flow")
    asked = {"arrivals": {"2022-08-01": 18}, "per_day": {"T050": 9}, "over": over}
    hidden = cn.flows.waiting(public, "KH.CNP", "ID.EMB", **asked)
    assert {row["persons"] for row in hidden.moves} == {9.0}
    assert {row["persons"] for row in hidden.to_dict()["moves"]} == {"[c]"}
    assert set(hidden.to_dict()["arrived"].values()) == {"[c]"}
    assert "9 persons" not in repr(hidden)


def test_a_hidden_figure_is_no_count():
    with pytest.raises(cn.InvalidOption, match="The figure A14 is hidden"):
        cn.flows.observed(cn.redact(cn.load(CASE), public=True), {"2022-07-30": "A14"}, {"2022-08-05": 3})
