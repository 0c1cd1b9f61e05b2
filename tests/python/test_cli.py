"""The command line: exit codes, streams, manners. What a person or a script meets."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

import coopnet
from coopnet import Projection
from coopnet.cli import main
from coopnet.cli.measures import measures

COOPNET = [sys.executable, "-c", "from coopnet.cli import main; raise SystemExit(main())"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command here; gives its exit code, stdout and stderr."""

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main([str(item) for item in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COOPNET, *arguments], capture_output=True, timeout=60, **options)  # type: ignore[call-overload]


def test_help_names_every_command_and_starts_quickly() -> None:
    started = time.monotonic()
    result = process("--help")
    took = time.monotonic() - started
    assert result.returncode == 0
    for command in (
        "datasets",
        "info",
        "check",
        "rank",
        "paths",
        "reach",
        "cut",
        "figures",
        "flow",
        "bottleneck",
        "interdict",
        "whatif",
        "draw",
        "sankey",
        "convert",
        "redact",
        "report",
    ):
        assert command in result.stdout.decode()
    assert took < 5  # a hang or a heavy import; the half second is measured in the benchmarks


def test_help_does_not_load_pandas() -> None:
    code = "import sys; from coopnet.cli import main; main(['--help']); sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60).returncode == 0


def test_every_bundled_network_is_listed(run) -> None:
    code, out, err = run("datasets")
    assert (code, err) == (0, "")
    assert all(name in out for name in coopnet.datasets())


def test_json_is_one_object_with_the_agreed_keys(run) -> None:
    answer = json.loads(run("info", "demo-referral", "--json")[1])
    assert {"question", "network", "projection", "convention", "rows", "sources"} <= set(answer)
    assert answer["network"] == "demo-referral"


def test_the_table_goes_to_stdout_and_remarks_to_stderr(run) -> None:
    code, out, err = run("info", "demo-referral")
    assert code == 0
    assert "Police" in out
    assert "CC-BY-4.0" in err
    assert "CC-BY-4.0" not in out


def test_labels_come_in_indonesian(run) -> None:
    assert "Kedutaan besar" in run("info", "demo-referral", "--lang", "id")[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["frobnicate"], "No such command 'frobnicate'. See coopnet --help."),
        (["info"], "Missing argument 'NETWORK'. See coopnet info --help."),
        (["info", "demo-referal"], "Nearest: demo-referral."),
        (["info", "no/such/folder"], "There is no file or folder no/such/folder."),
        (["info", "demo-referral", "--lang", "fr"], "'fr' is not one of 'en', 'id'"),
        (["info", "demo-referral", "--json", "--csv"], "--json and --csv exclude each other. Choose one."),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_code_2(run, arguments: list[str], sentence: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.startswith("coopnet: ")
    assert err.count("\n") == 1


def test_check_finds_every_problem_and_exits_with_1(run, tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text("id\nA\nB\n")
    (tmp_path / "ties.csv").write_text("source,target,reliability\nA,C,0.5\nA,B,2\n")
    code, out, err = run("check", str(tmp_path), "--csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 1
    assert [(row["file"], row["row"], row["column"]) for row in rows] == [
        ("ties.csv", "2", "target"),
        ("ties.csv", "3", "reliability"),
    ]
    assert "2 problems" in err


def test_a_broken_row_is_named_by_every_command(run, tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text("source,target\nA,B\nA,B,C\n")
    code, out, err = run("info", str(tmp_path))
    assert (code, out) == (2, "")
    assert "ties.csv, row 3: 3 fields where the header has 2" in err
    assert run("check", str(tmp_path))[0] == 1


def test_check_says_where_a_file_cannot_be_read(run, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text('{"nodes": [\n}')
    code, out, err = run("check", str(path), "--csv")
    assert code == 1
    assert [(row["file"], row["row"], row["column"]) for row in table(out)] == [(str(path), "2", "1")]
    assert "The file cannot be read." in err


def test_a_sound_network_passes_the_check(run) -> None:
    code, _, err = run("check", "demo-referral")
    assert code == 0
    assert "no problems" in err


def test_convert_says_what_is_lost(run, tmp_path: Path) -> None:
    code, _, err = run("convert", "demo-referral", str(tmp_path / "ties.csv"))
    assert code == 0
    assert "carries no sources" in err
    code, _, err = run("convert", "demo-referral", str(tmp_path / "strict.csv"), "--strict")
    assert code == 2
    assert not (tmp_path / "strict.csv").exists()


def test_a_ties_file_goes_with_its_actor_table(run, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text("id,name\nA,Alpha\nB,Beta\nC,Gamma\n")
    (tmp_path / "ties.csv").write_text("source,target\nA,B\n")
    answer = json.loads(
        run("info", str(tmp_path / "ties.csv"), "--actor-table", str(tmp_path / "people.csv"), "--json")[1]
    )
    assert {"what": "actors", "which": "", "count": 3} in answer["rows"]


def test_every_keyword_of_a_projection_is_a_flag() -> None:
    from coopnet.cli.flags import _OVER

    assert {item.name for item in _OVER.parameters} == {item.name for item in fields(Projection)}


def test_lists_take_commas_quotes_and_the_empty_cell() -> None:
    from coopnet.cli.flags import _projection, listed

    assert listed(["a,b", '"c,d",-']) == ["a", "b", "c,d", None]
    over = _projection(["channel=police,-"], layers=["cooperation"], during="2022", loops=False)
    assert over == Projection(layers=["cooperation"], where={"channel": ["police", None]}, during="2022", loops=False)


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{' '.join(map(repr, COOPNET))} info demo-referral | true; exit ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert (result.returncode, result.stderr.count(b"Traceback")) == (0, 0)


def test_a_full_disk_behind_stdout_is_one_sentence() -> None:
    with open("/dev/full", "w") as full:
        result = subprocess.run([*COOPNET, "datasets"], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert result.returncode == 2
    assert result.stderr.decode().splitlines() == [
        "coopnet: The output cannot be written: No space left on device. Free some space or choose --out."
    ]


def in_c_locale(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG", "PYTHON"))}
    return process(*arguments, env=kept | {"LC_ALL": "C"} | variables)


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "ties.csv").write_text("source,target,status\nភ្នំពេញ,Kraków,ñ\n")
    for variables in ({}, {"PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}):
        result = in_c_locale("check", str(tmp_path), **variables)
        assert b"Traceback" not in result.stderr
        assert "ñ" in result.stdout.decode("utf-8")


def test_an_argument_that_the_locale_cannot_read_is_refused_in_a_sentence() -> None:
    result = in_c_locale("info", "nö-such", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert result.returncode == 2
    assert result.stderr.startswith(b"coopnet: Argument 2 cannot be read in this locale.")


def test_an_existing_file_survives_a_failing_write(run, tmp_path: Path) -> None:
    code, _, err = run("datasets", "--out", "/dev/full")
    assert code == 2
    assert "/dev/full cannot be written: No space left on device." in err
    kept = tmp_path / "no" / "such.csv"
    code, _, err = run("datasets", "--out", str(kept))
    assert code == 2
    assert "cannot be written" in err


def test_an_error_of_our_own_is_owned_up_to(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("coopnet.cli.flags.load", broken)
    code, out, err = run("info", "demo-referral")
    assert (code, out) == (70, "")
    assert err == (
        "coopnet: This is an error in coopnet itself (ZeroDivisionError: planted). Set COOPNET_DEBUG=1 to see where.\n"
    )
    monkeypatch.setenv("COOPNET_DEBUG", "1")
    assert "Traceback" in run("info", "demo-referral")[2]


def test_names_cannot_steer_the_terminal_or_the_spreadsheet(run, tmp_path: Path) -> None:
    (tmp_path / "actors.csv").write_text('id,name,country\nA,"\x1b[31mred",=1+1\nB,b,XX\n')
    (tmp_path / "ties.csv").write_text("source,target\nA,B\n")
    shown = run("info", str(tmp_path))[1]
    assert "\x1b" not in shown
    cells = [row["which"] for row in csv.DictReader(io.StringIO(run("info", str(tmp_path), "--csv")[1]))]
    assert "'=1+1" in cells


# --- measures and pathways ----------------------------------------------------------------


def table(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_rank_lists_the_highest_with_ranks_and_names(run) -> None:
    network = coopnet.load("demo-referral")
    best = coopnet.centrality.betweenness(network).top(3)
    code, out, err = run("rank", "demo-referral", "--top", "3", "--csv")
    assert code == 0
    assert [(row["id"], float(row["betweenness"])) for row in table(out)] == list(best.items())
    assert table(out)[0]["name"] == network.label(next(iter(best)))
    assert best.convention in err


def test_rank_shows_ties_and_measures_of_the_whole_too(run) -> None:
    ties = json.loads(run("rank", "demo-referral", "--measure", "edge_betweenness", "--top", "2", "--json")[1])["rows"]
    assert [list(row) for row in ties] == [["source", "target", "ties", "edge_betweenness"]] * 2
    code, out, _ = run("rank", "demo-referral", "--measure", "cohesion.components", "--strong", "--csv")
    network = coopnet.load("demo-referral")
    strong = coopnet.cohesion.components(network, strong=True)
    assert code == 0
    assert out.splitlines()[1].split(",")[2] == str(strong[out.splitlines()[1].split(",")[0]])


# What a measure needs beside the network, as flags.
NEEDED = {
    "centralization": ["--of", "degree"],
    "compare": ["--one", "country", "--other", "kind"],
    "group_betweenness": ["--group", "A.NCB,A.EMB"],
    "group_closeness": ["--group", "A.NCB"],
    "group_degree": ["--group", "A.NCB"],
    "group_reach": ["--group", "A.NCB"],
    "key_players": ["--k", "2"],
}
GROUPED = ("blockmodel", "compare", "ei_index", "homophily", "modularity", "roles", "two_mode_roles")


@pytest.mark.parametrize("measure", list(measures()))
def test_every_measure_can_be_ranked(measure: str, capsys) -> None:
    arguments = ["rank", "demo-referral", "--measure", measure, "--json", *NEEDED.get(measure, [])]
    arguments += ["--missing", "none"] if measure in GROUPED else []
    arguments += ["--groups", "country"] if measure in ("blockmodel", "modularity") else []
    arguments += ["--direction", "undirected"] if measure.startswith("current_flow") else []
    code = main(arguments)
    out, err = capsys.readouterr()
    if measure == "percolation":  # the demo has no column of states
        assert (code, "needs --states" in err) == (2, True)
    elif measure in ("redundancy", "two_mode_roles") or measure.startswith("two_mode."):  # nor forums
        assert (code, "orum" in err) == (2, True), err
    else:
        assert (code, err == "" or "coopnet:" not in err) == (0, True), err
        assert json.loads(out)["question"].endswith(measure.rpartition(".")[2])


def test_rank_takes_the_projection_and_the_measures_options(run) -> None:
    answer = json.loads(
        run("rank", "demo-referral", "--measure", "degree", "--mode", "in", "--layers", "cooperation", "--json")[1]
    )
    assert answer["projection"] == {"layers": ["cooperation"]}
    assert answer["question"] == "centrality.degree"
    assert len(answer["rows"]) == 10


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--measure", "betweenes"], 'There is no measure "betweenes". Nearest: betweenness'),
        (["--measure", "betweenness", "--mode", "in"], "betweenness takes no --mode. Leave it out."),
        (["--layers", "cooperaton"], "Nearest: cooperation."),
        (["--where", "channel"], '--where "channel" is not of the form column=value,value.'),
        (["--at", "2 August"], "2 August"),
        (["--weight", "speed"], "speed"),
        (["--top", "0"], "greater than or equal to 1. See coopnet rank --help."),
    ],
)
def test_a_wrong_question_is_one_sentence(run, arguments: list[str], sentence: str) -> None:
    code, out, err = run("rank", "demo-referral", *arguments)
    assert (code, out) == (2, "")
    assert sentence in err
    assert err.count("\n") == 1


def test_paths_shows_a_row_a_step(run) -> None:
    code, out, _ = run("paths", "demo-referral", "A.FAM", "B.PROV", "--by", "reliability", "--k", "2", "--csv")
    rows = table(out)
    ways = coopnet.pathways.most_reliable(coopnet.load("demo-referral"), "A.FAM", "B.PROV", k=2)
    assert code == 0
    for number, way in enumerate(ways, start=1):
        steps = [row for row in rows if row["way"] == str(number)]
        assert [row["source"] for row in steps] == list(way.actors[:-1])
        assert [float(row["reliability"]) for row in steps] == way.to_frame()["reliability"].tolist()
    assert rows[0]["source_name"]


def test_paths_finds_what_fits(run) -> None:
    asked = [
        "--pattern",
        "reports (refers | notifies)* .*",
        "--via",
        "A.NGO",
        "--avoid",
        "A.EMB",
        "--avoid",
        "channel=diplomatic",
    ]
    code, out, _ = run("paths", "demo-referral", "A.FAM", "B.PROV", *asked, "--limit", "steps=6", "--k", "3", "--csv")
    ways = coopnet.pathways.find(
        coopnet.load("demo-referral"),
        "A.FAM",
        "B.PROV",
        3,
        pattern="reports (refers | notifies)* .*",
        via="A.NGO",
        avoid=["A.EMB", "channel=diplomatic"],
        limits={"steps": 6},
    )
    assert code == 0
    assert [row["source"] for row in table(out)] == [actor for way in ways for actor in way.actors[:-1]]


def test_paths_says_what_stands_in_the_way(run) -> None:
    code, _, said = run("paths", "demo-referral", "A.FAM", "B.PROV", "--limit", "steps=1")
    assert code == 1
    assert "There are some without the limit of steps." in said
    code, _, said = run("paths", "demo-referral", "A.FAM", "B.PROV", "--pattern", "reports (refers")
    assert code == 2
    assert "pattern, column 9: the bracket that opens here is never closed." in said
    code, _, said = run("paths", "demo-referral", "A.FAM", "B.PROV", "--limit", "steps")
    assert code == 2
    assert "is not of the form column=number" in said


def test_paths_by_width_shows_the_widest(run) -> None:
    code, out, _ = run(
        "paths", "demo-referral", "A.FAM", "B.PROV", "--by", "widest", "--weight", "reliability", "--csv"
    )
    widest = coopnet.pathways.widest(
        coopnet.load("demo-referral"), "A.FAM", "B.PROV", over=coopnet.Projection(weight="reliability")
    )
    assert code == 0
    assert [row["source"] for row in table(out)] == list(widest[0].actors[:-1])


def test_paths_by_steps_agrees_with_all_shortest(run) -> None:
    shortest = table(run("paths", "demo-referral", "A.FAM", "B.PROV", "--csv")[1])
    every = table(run("paths", "demo-referral", "A.FAM", "B.PROV", "--all-shortest", "--csv")[1])
    assert shortest == [row for row in every if row["way"] == "1"]


def test_cut_lists_smallest_sets_dominators_and_pathways_that_share_nobody(run) -> None:
    name = "indonesia-cambodia-2021-2022"
    asked = (name, "ID.FAM", "ID.SOC", "--layers", "cooperation,flow")
    over = Projection(layers=["cooperation", "flow"])
    case = coopnet.load(name)
    code, out, err = run("cut", *asked, "--json")
    assert code == 0
    found = coopnet.pathways.cuts(case, "ID.FAM", "ID.SOC", over=over)
    assert [row["actors"] for row in json.loads(out)["rows"]] == [list(members) for members in found]
    code, out, err = run("cut", *asked, "--of", "ties", "--csv")
    assert [row["ties"].split(";") for row in csv.DictReader(io.StringIO(out))] == [
        list(members) for members in coopnet.pathways.cuts(case, "ID.FAM", "ID.SOC", of="ties", over=over)
    ]
    code, out, err = run("cut", name, "ID.FAM", "PL.BAV", *asked[3:], "--dominators", "--json")
    needed = list(coopnet.pathways.dominators(case, "ID.FAM", "PL.BAV", over=over))
    assert needed
    assert [row["id"] for row in json.loads(out)["rows"]] == needed
    code, out, err = run("cut", *asked, "--disjoint")
    assert code == 0
    assert "share no actor" in err.replace("\n", " ")
    code, out, err = run("cut", *asked, "--disjoint", "--dominators")
    assert (code, out) == (2, "")
    code, out, err = run("cut", name, "ID.FAM", "ID.EMB", "--layers", "cooperation")
    assert (code, out) == (2, "")
    assert 'Ask of="ties"' in err
    code, out, err = run("cut", name, "ID.SOC", "ID.FAM", "--layers", "cooperation", "--json")
    assert code == 1
    assert json.loads(out)["rows"] == []


def test_interdict_and_bottleneck_ask_what_their_questions_ask(run) -> None:
    name = "indonesia-cambodia-2021-2022"
    case = coopnet.load(name)
    asked = (name, "IL.REC", "PL.SHV,PL.POI", "--layers", "illicit,flow")
    over = Projection(layers=["illicit", "flow"])
    for of in ("actors", "ties"):
        code, out, _ = run("interdict", *asked, "--budget", "2", "--of", of, "--json")
        assert code == 0
        found = coopnet.flows.interdict(case, "IL.REC", ["PL.SHV", "PL.POI"], budget=2, of=of, over=over)
        assert json.loads(out)["value"] == found.value
        assert [row[of] for row in json.loads(out)["rows"]] == [list(members) for members in found]
    code, out, err = run("interdict", *asked, "--goal", "path", "--candidates", "IL.OPER,PL.T.BTH")
    assert code == 0
    assert "Pengelola scam" in out or "Scam operators" in out
    assert "Shortest pathway before: 2; after: 3" in err.replace("\n", " ")
    code, out, _ = run("bottleneck", name, "PL.SHV", "ID.SOC", "--layers", "flow", "--fill", "5", "--json")
    assert code == 0
    held = coopnet.flows.bottleneck(case, "PL.SHV", "ID.SOC", over=Projection(layers="flow", weight="capacity", fill=5))
    assert json.loads(out)["value"] == held.value == 5
    code, out, _ = run("bottleneck", name, "PL.SHV", "ID.SOC", "--layers", "flow", "--failures", "actors", "--csv")
    assert [row["id"] for row in csv.DictReader(io.StringIO(out))] == list(
        coopnet.flows.failures(case, "PL.SHV", "ID.SOC", over=Projection(layers="flow"))
    )
    code, out, _ = run("interdict", name, "ID.SOC", "ID.FAM", "--layers", "cooperation", "--json")
    assert code == 1
    assert json.loads(out)["rows"] == []


def test_no_pathway_is_exit_code_1_with_how_far_one_gets(run) -> None:
    code, out, err = run("paths", "demo-referral", "A.FAM", "B.PROV", "--where", "channel=-")
    assert (code, out) == (1, "")
    assert "No pathway leads from A.FAM to B.PROV." in err
    assert "A.EMB → B.POLICE (requests, t8)" in err
    assert err.count("\n") == 1
    code, out, err = run("paths", "demo-referral", "A.FAM", "B.PROV", "--where", "channel=-", "--json")
    answer = json.loads(out)
    assert code == 1
    assert answer["rows"] == []
    assert "A.NCB" in answer["reached"]
    assert "t6" in {tie["id"] for tie in answer["cut"]}


def test_an_unknown_actor_is_named_with_the_nearest(run) -> None:
    code, _, err = run("paths", "demo-referral", "A.FAN", "B.PROV")
    assert code == 2
    assert 'There is no actor "A.FAN".' in err
    assert "A.FAM" in err


def test_reach_lists_whom_an_actor_gets_to(run) -> None:
    code, out, _ = run("reach", "demo-referral", "A.FAM", "--within", "2", "--csv")
    assert code == 0
    found = coopnet.pathways.reach(coopnet.load("demo-referral"), "A.FAM", within=2)
    assert {row["id"]: int(row["steps"]) for row in table(out)} == dict(found)


def test_the_report_says_what_it_found_and_where_it_lies(run, tmp_path: Path) -> None:
    code, out, err = run("report", "demo-referral", "--out", str(tmp_path / "r"), "--lang", "id")
    assert code == 0
    assert "yang menyatukan mereka." in out
    assert str(tmp_path / "r" / "report.html") in err
    assert "Not asked: way_home needs way_home (report.json or flags)." in err
    assert (tmp_path / "r" / "report.html").exists()


def test_the_report_takes_flags_in_place_of_report_json(run, tmp_path: Path) -> None:
    code, out, _ = run("report", "demo-referral", "--out", str(tmp_path), "--way-home", "B.SITE,A.SHELTER")
    assert code == 0
    assert "3 steps, all documented." in out


# --- bad input ----------------------------------------------------------------------------


def test_a_report_on_a_full_disk_leaves_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("old")
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)); {COOPNET[2]}"
    arguments = ["report", "demo-referral", "--out", str(tmp_path)]
    result = subprocess.run([sys.executable, "-c", limited, *arguments], capture_output=True, timeout=60)
    assert result.returncode == 2
    assert b"cannot be written: File too large. Nothing was changed." in result.stderr
    assert b"Traceback" not in result.stderr
    assert (tmp_path / "report.html").read_text() == "old"
    assert not list(tmp_path.glob(".*"))


def test_ctrl_c_ends_long_work_at_once_with_exit_code_130(tmp_path: Path) -> None:
    size = 60
    ties = [f"{x}-{y},{x + 1}-{y}\n{x}-{y},{x}-{y + 1}" for x in range(size) for y in range(size)]
    (tmp_path / "ties.csv").write_text("source,target\n" + "\n".join(ties) + "\n")
    command = ["paths", str(tmp_path), "0-0", f"{size - 1}-{size - 1}", "--k", "10000000"]
    with subprocess.Popen([*COOPNET, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        time.sleep(3)
        assert running.poll() is None
        pressed = time.monotonic()
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert b"Traceback" not in err
    assert time.monotonic() - pressed < 5  # on a busy machine; the tenth of a second is the core's, tested there


def test_the_shell_completes_networks_and_actors() -> None:
    def completed(words: str, count: int) -> str:
        variables = {"_COOPNET_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(count)}
        return process(env=os.environ | variables).stdout.decode()

    assert "demo-referral" in completed("coopnet info demo", 2)
    assert "A.FAM" in completed("coopnet paths demo-referral A.F", 3)
    assert "B.PROV" in completed("coopnet paths demo-referral A.FAM B.PR", 4)


def test_dot_that_nests_without_end_is_refused_in_a_sentence(run, tmp_path: Path) -> None:
    deep = tmp_path / "deep.dot"
    deep.write_text("digraph {" + "{" * 200_000 + "a" + "}" * 200_000 + "}")
    code, out, err = run("info", str(deep))
    assert (code, out) == (2, "")
    assert "deep.dot" in err
    assert err.count("\n") == 1


def test_describe_is_text_table_or_page(run, tmp_path) -> None:
    code, out, _ = run("describe", "demo-referral", "--layers", "cooperation")
    assert code == 0
    assert "Who brokers between groups" in out
    rows = json.loads(run("describe", "demo-referral", "--json")[1])["rows"]
    assert {"section", "what", "actor", "value"} == set(rows[0])
    page = tmp_path / "portrait.html"
    assert run("describe", "demo-referral", "--lang", "id", "--out", str(page))[0] == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_brokers_lists_roles_with_p(run) -> None:
    network = coopnet.load("demo-referral")
    code, out, _ = run("brokers", "demo-referral", "--missing", "none", "--permutations", "99", "--csv", "--top", "3")
    assert code == 0
    lines = out.splitlines()
    assert len(lines) == 4
    assert {"gatekeeper", "z_gatekeeper", "p_gatekeeper"} <= set(lines[0].split(","))
    roles = coopnet.brokerage.roles(network, missing="none")
    assert lines[1].split(",")[0] == max(roles, key=lambda actor: roles[actor]["total"])
    code, _, err = run("brokers", "demo-referral", "--groups", "contry")
    assert (code, 'no column "contry". Nearest: country' in err) == (2, True)


# --- whatif -----------------------------------------------------------------------------
def test_whatif_shows_before_and_after(run) -> None:
    code, out, _ = run("whatif", "demo-referral", "A.FAM", "B.PROV", "--remove", "A.NCB,A.EMB", "--json")
    rows = {row["id"]: row for row in json.loads(out)["rows"]}
    made = coopnet.Scenario().remove("A.NCB").remove("A.EMB")
    expected = coopnet.scenario.compare(
        coopnet.load("demo-referral"), made, "pathways.shortest", "A.FAM", "B.PROV"
    ).rows()[0]
    assert code == 0
    assert rows["steps"] == expected
    code, out, _ = run("whatif", "demo-referral", "--remove", "A.NCB", "--ask", "betweenness", "--top", "2")
    assert code == 0
    assert len(out.splitlines()) == 4


def test_whatif_makes_every_edit_from_flags_and_files(run, tmp_path: Path) -> None:
    network = coopnet.load("demo-referral")
    made = (
        coopnet.Scenario("new post")
        .remove("A.EMB")
        .add_actor("X", kind="attache", country="XAA")
        .add_tie("A.POLICE", "X", "notifies", reliability=0.9)
        .change("A.NCB", "B.NCB", delay_days=3)
        .remove("A.NCB", "B.NCB")
    )
    expected = coopnet.scenario.compare(network, made, "degree").to_frame()["after"].to_dict()
    file = tmp_path / "edits.json"
    file.write_text(json.dumps({"name": made.name, "edits": made.edits[:1]}), encoding="utf-8")
    flags = ["--add-actor", "X,kind=attache,country=XAA", "--add-tie", "A.POLICE,X,notifies,reliability=0.9"]
    flags += ["--change", "A.NCB,B.NCB,delay_days=3", "--remove-tie", "A.NCB,B.NCB", "--edits", str(file)]
    picture = tmp_path / "difference.svg"
    code, out, err = run("whatif", "demo-referral", *flags, "--ask", "degree", "--json", "--draw", str(picture))
    assert (code, f"Wrote {picture}" in err) == (0, True)
    after = {row["id"]: row["after"] for row in json.loads(out)["rows"]}
    assert after == {key: None if value != value else value for key, value in expected.items()}
    assert "What if" in picture.read_text(encoding="utf-8")


def test_whatif_ranks_additions_and_removals(run) -> None:
    ends = ("whatif", "demo-referral", "A.FAM", "B.PROV")
    code, out, _ = run(*ends, "--best-addition", "A.POLICE,B.PROV,requests", "--json")
    assert code == 0
    assert json.loads(out)["question"] == "scenario.best_additions"
    code, out, _ = run(*ends, "--worst-removals", "ties", "--budget", "2", "--top", "3", "--json")
    assert code == 0
    found = coopnet.scenario.worst_removals(
        coopnet.load("demo-referral"), "pathways.shortest", "A.FAM", "B.PROV", of="ties", budget=2, max_results=3
    )
    assert [tuple(row["edits"]) for row in json.loads(out)["rows"]] == [row["edits"] for row in found.rows()]


def test_whatif_without_a_pathway_before_and_after_exits_with_1(run) -> None:
    code, _, err = run("whatif", "demo-referral", "B.PROV", "A.FAM", "--remove", "A.NCB")
    assert code == 1
    assert "No pathway leads from B.PROV to A.FAM" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Nothing is edited"),
        (["--remove", "A.NBC", "--ask", "density"], 'Edit 1 (remove "A.NBC"): There is no actor "A.NBC". Nearest'),
        (["--remove", "A.NCB"], "--ask paths needs source and target"),
        (["A.FAM", "B.NCB", "--remove", "A.NCB", "--ask", "interdict"], "--ask interdict needs budget too. Ask it in"),
        (["A.NCB", "--remove", "A.NCB", "--ask", "density"], "--ask density takes no actors, and 1 are named"),
        (["--remove", "A.NCB", "--ask", "densty"], "Nearest: density"),
        (["--add-tie", "A.NCB,B.NCB", "--ask", "density"], "is not of the form A,B,RELATION"),
        (["--remove-tie", "A.NCB,since=2022", "--ask", "density"], "names a column"),
        (["--best-addition", "a,b,c", "--worst-removals", "ties"], "exclude each other"),
    ],
)
def test_whatif_refuses_in_a_sentence(run, arguments: list[str], sentence: str) -> None:
    code, _, err = run("whatif", "demo-referral", *arguments)
    assert code == 2
    assert sentence in err
    assert len(err.strip().splitlines()) == 1


def test_whatif_refuses_a_file_that_holds_no_edits(run, tmp_path: Path) -> None:
    file = tmp_path / "edits.json"
    for text, sentence in (("{", "line 1"), ("3", "holds no edits"), ('[{"edit": "fly"}]', "is not known")):
        file.write_text(text, encoding="utf-8")
        code, _, err = run("whatif", "demo-referral", "--edits", str(file), "--ask", "density")
        assert code == 2
        assert sentence in err


CASE = "indonesia-cambodia-2021-2022"


def test_timeline_tells_each_window(run) -> None:
    code, out, _ = run("timeline", CASE, "--during", "2022-07/2022-09", "--layers", "cooperation", "--csv")
    rows = table(out)
    found = coopnet.temporal.timeline(
        coopnet.load(CASE), over=coopnet.Projection(during="2022-07/2022-09", layers="cooperation")
    )
    assert code == 0
    assert [row["since"] for row in rows] == ["2022-07-01", "2022-08-01", "2022-09-01"]
    assert [int(row["possible"]) for row in rows] == [row["possible"] for row in found.rows()]
    assert all(int(row["certain"]) <= int(row["possible"]) == int(row["cooperation"]) for row in rows)


def test_timeline_tells_when_a_pathway_is_certain(run) -> None:
    asked = ["timeline", CASE, "ID.POLRI", "KH.MOI", "--relations", "agrees", "--during", "2023-08/2023-09"]
    code, out, _ = run(*asked, "--csv")
    assert code == 0
    assert [row["state"] for row in table(out)] == ["certain", "possible"]
    code, _, said = run("timeline", CASE, "ID.POLRI")
    assert code == 2
    assert "name both ends" in said


def test_paths_in_time_tell_when_each_step_is_taken(run) -> None:
    asked = ["paths", CASE, "ID.FAM", "KH.PSNH", "--layers", "cooperation", "--fill", "0"]
    code, out, _ = run(*asked, "--depart", "2022-07-01", "--csv")
    over = coopnet.Projection(layers="cooperation", fill=0)
    way = coopnet.pathways.earliest_arrival(coopnet.load(CASE), "ID.FAM", "KH.PSNH", at="2022-07-01", over=over)
    assert code == 0
    assert [row["arrives"] for row in table(out)] == [row["arrives"] for row in way.rows()]
    code, _, said = run(*asked, "--depart", "2022-09-01")
    assert code == 1
    assert "do not hold at the time" in said
    code, out, _ = run(*asked, "--by", "fastest", "--csv")
    quickest = coopnet.pathways.fastest(coopnet.load(CASE), "ID.FAM", "KH.PSNH", over=over)
    assert code == 0
    assert [row["departs"] for row in table(out)] == [row["departs"] for row in quickest.rows()]
    for flags in (["--depart", "2022-07-01", "--k", "2"], ["--by", "fastest", "--arrive", "2022-07-01"]):
        code, _, said = run(*asked, *flags)
        assert code == 2
        assert "In time one pathway is sought" in said
    code, _, said = run(*asked, "--max-wait", "3")
    assert code == 2
    assert "--max-wait is for pathways in time" in said


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--all-shortest", "--via", "ID.NCB"], "--all-shortest goes with"),
        (["--all-shortest", "--by", "reliability"], "--all-shortest goes with"),
        (["--by", "pareto", "--k", "3"], "--by pareto takes no --k"),
        (["--by", "widest", "--walks"], "--by widest takes no --walks"),
    ],
)
def test_paths_refuses_flags_that_would_say_nothing(run, flags, said) -> None:
    code, _, error = run("paths", CASE, "ID.FAM", "KH.PSNH", *flags)
    assert code == 2
    assert said in error
