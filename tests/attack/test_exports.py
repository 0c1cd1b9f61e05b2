"""Everything that the commands write with --public, searched for what it must not hold and attacked by its sums."""

from __future__ import annotations

import base64
import contextlib
import csv
import io
import itertools
import json
import math
import re
from collections import defaultdict
from pathlib import Path

import pytest
from attack.attacker import gives_away
from attack.planted import CASE, OTHER, TOTAL, WORD, Secret, planted, rows

import coopnet as cn
from coopnet.cli import main

# A playbook written for the public: the network's own may tell what is hidden.
PLAYBOOK = {
    "title": "From a request to the way home",
    "steps": [{"id": "request", "title": "Request", "text": "One bureau writes to the other.", "ties": ["T026"]}],
    "pathways": [{"id": "any", "text": "Any way", "from": "ID.FAM", "to": "ID.SOC"}],
    "exercises": [
        {
            "step": "request",
            "ask": "Who acts?",
            "choices": [{"actor": "ID.NCB", "right": True}, {"actor": "ID.EMB", "right": False}],
        }
    ],
    "branches": [{"id": "without", "text": "Without the embassy", "scenario": [{"edit": "remove", "actor": "ID.EMB"}]}],
}

# What each of two versions of a network is asked, {net} the network and {out} a place to write to.
COMMANDS = (
    "info {net} --public --json",
    "describe {net} --public --json --out {out}/describe.json",
    "describe {net} --public --lang id --out {out}/describe.html",
    "rank {net} --public --weight strength --layers flow --csv",
    "rank {net} --public --measure betweenness --json",
    "brokers {net} --public --missing none --csv",
    "paths {net} ID.FAM ID.SOC --public --json",
    "reach {net} ID.FAM --public --csv",
    "cut {net} ID.FAM ID.SOC --public --json",
    "flow {net} KHM.site ID.SOC --public --layers flow --fill 7 --json",
    "flow {net} KHM.site ID.SOC --public --layers flow --fill 7 --csv",
    "flow {net} KHM.site ID.SOC --public --weight strength --weight-means capacity --fill 20 --routes --json",
    "bottleneck {net} KHM.site ID.SOC --public --layers flow --fill 5 --json",
    "bottleneck {net} KHM.site ID.SOC --public --layers flow --failures ties --csv",
    "interdict {net} IL.REC KHM.site --public --layers illicit,flow --json",
    "sankey {net} --public --out {out}/sankey.svg",
    "sankey {net} --public --unknown --during 1987 --lang id --out {out}/sankey_then.svg",
    "sankey {net} --public --during 2022-07/2022-08 --theme dark --out {out}/sankey_wave.svg",
    "sankey {net} --public --during 1987-05-23 --out {out}/sankey_day.svg",
    "figures {net} --public --csv",
    "figures {net} --public --origin KHM.site --during 1987 --lang id",
    "figures {net} --public --conflicts --lang id",
    "figures {net} --public --conflicts --json",
    "figures {net} --public --reconcile --json",
    "figures {net} --public --reconcile --during 1987",
    "figures {net} --public --stages --json",
    "figures {net} --public --stages --window quarter --during 1987",
    "timeline {net} --public --window year --during 1986/2023 --csv",
    "timeline {net} --public --window half-year --json",
    "whatif {net} ID.FAM ID.SOC --remove ID.EMB --public --json",
    "draw {net} --public --out {out}/draw.svg",
    "draw {net} --public --layers flow,illicit --layout graph --lang id --out {out}/flow.svg",
    "draw {net} --public --around ID.NCB --out {out}/rings.svg",
    "draw {net} --public --layout layers --cluster country --out {out}/layers.svg",
    "matrix {net} --public --out {out}/matrix.svg",
    "multiples {net} --public --window year --during 2021/2022 --out {out}/multiples.svg",
    "explore {net} --public --out {out}/explore.html",
    "play {net} --public --playbook {playbook} --out {out}/play.html",
    "play {net} --public --playbook {playbook} --steps {out}/steps --format svg",
    "lesson {net} --public --playbook {playbook} --out {out}/lesson",
    "report {net} --public --out {out}/report",
    "convert {net} {out}/net.json --public",
    "convert {net} {out}/net.dot --public",
    "convert {net} {out}/net.csv --public",
    "convert {net} {out}/net.graphml --public",
    "convert {net} {out}/net.gexf --public",
    "convert {net} {out}/net.gml --public",
    "convert {net} {out}/net.net --public",
    "convert {net} {out}/net.paj --public",
    "convert {net} {out}/net.dl --public",
    "convert {net} {out}/net.cyjs --public",
    "convert {net} {out}/folder --public",
    "redact {net} --public --out {out}/redacted",
)


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    """By version of the secret, by name, the text of all that was printed or written."""
    found = {}
    for secret in (Secret(), OTHER):
        folder = tmp_path_factory.mktemp("planted")
        network, out = folder / "case", folder / "out"
        out.mkdir()
        cn.write(planted(secret), network)
        playbook = folder / "playbook.json"
        playbook.write_text(json.dumps(PLAYBOOK), encoding="utf-8")
        texts = {}
        for command in COMMANDS:
            said = io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                code = main(command.format(net=network, out=out, playbook=playbook).split())
            assert code in (0, 1), (command, said.getvalue())
            texts[command] = said.getvalue().replace(str(folder), "")
        for path in sorted(out.rglob("*")):
            if path.is_file() and path.suffix != ".pdf":  # drawn from what the .svg is; its date differs
                texts[str(path.relative_to(out))] = opened(path.read_text(encoding="utf-8"))
        found[secret] = texts
    return found


def test_every_command_that_reads_a_network_is_attacked():
    """A new one is named here, with what it writes."""
    from coopnet.cli.app import app

    names = {command.name for command in app.registered_commands}
    assert names - {"datasets", "check", "mapping"} == {command.split()[0] for command in COMMANDS}


def opened(text: str) -> str:
    """With the pictures of a page as the text that they are."""
    return re.sub(r"base64,([A-Za-z0-9+/=]+)", lambda found: base64.b64decode(found[1]).decode(), text)


def test_exports_of_two_networks_that_differ_in_what_is_hidden_are_the_same(exports):
    one, other = exports.values()
    assert one.keys() == other.keys()
    assert len(one) > 40
    assert [name for name in one if one[name] != other[name]] == []


def test_no_canary_is_in_any_export(exports):
    secret = Secret()
    words = [
        WORD,
        secret.place,
        str(secret.beside),
        str(secret.weight),
        secret.day,
        secret.day[:7],
        "23 May",
        "Sihanoukville",
    ]
    # The case's own offices are named after the town; places are not.
    assert [
        (name, word) for name, text in exports[secret].items() for word in words[:-1] if word.lower() in text.lower()
    ] == []
    assert str(TOTAL) in exports[secret]["folder/figures.csv"]


def test_the_search_finds_canaries_in_what_is_not_public(tmp_path):
    cn.write(planted(Secret()), tmp_path / "all.json")
    text = (tmp_path / "all.json").read_text(encoding="utf-8")
    for word in (WORD, "Canaryville", "48264", "70077", "1987-05-23"):
        assert word in text


def test_no_day_or_month_is_left(exports):
    for name in ("folder/ties.csv", "folder/figures.csv", "folder/sources.csv", "net.json", "net.dot", "net.csv"):
        text = exports[Secret()][name].replace("2026-11-25", "")  # the version of the data
        # What the report asks about: the last day before a quarter, and the first after it.
        text = text.replace("2023-06-30", "").replace("2023-10-01", "")
        assert re.findall(r"(?:19|20)\d\d-\d\d(?!\d)", text) == [], name


def test_figures_are_the_same_in_every_format(exports):
    """Folder, JSON and DOT hide the same."""
    texts = exports[Secret()]
    table = {row["id"]: row for row in csv.DictReader(io.StringIO(texts["folder/figures.csv"]))}
    for format in ("net.json", "net.dot"):
        path = Path(format)
        found = reread(texts[format], path.suffix)
        assert found.keys() == table.keys()
        for key, row in table.items():
            assert (row["value"], row["suppressed"]) == (cell(found[key].value), found[key].suppressed or "")


def reread(text: str, suffix: str):
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"again{suffix}")
        path.write_text(text, encoding="utf-8")
        return cn.read(path).figures


def cell(value: float) -> str:
    return "" if math.isnan(value) else f"{value:g}" if value < 1e5 else str(int(value))


def test_svg_holds_no_small_count_in_words_titles_or_widths(exports):
    """Widths, sizes and places do not depend on what is hidden: the files are equal. Nor do titles tell persons."""
    for name, text in exports[Secret()].items():
        if name.endswith(".svg"):
            seen = " ".join(re.findall(r"<(?:text|tspan|title|desc)[^>]*>([^<]*)<", text))
            assert not re.search(r"\b\d+ (persons|people|victims|men|women|orang|korban)\b", seen), name


def test_no_band_tells_a_small_amount(exports):
    """Nor does what is not accounted for: no number below 11 stands in a flow picture."""
    for name, text in exports[Secret()].items():
        if name.startswith("sankey") and name.endswith(".svg"):
            seen = re.findall(r"<(?:text|tspan)[^>]*>([^<]*)<", text)
            assert [word for word in seen if re.fullmatch(r"[≤≥]? ?([1-9]|10)|([1-9]|10) (not|tidak) .*", word)] == []
            assert not re.search(r"aria-label=.[^\"]*: ([1-9]|10)( |\"|\()", text), name


# --- the sums that are left ---------------------------------------------------------------


def test_no_sum_gives_a_hidden_figure_of_the_case_back(tmp_path):
    """Against all that its figures say, in every way in which parts fit their whole, before they were hidden."""
    public = cn.redact(cn.load(CASE), public=True)
    attack(cn.load(CASE), public)


def test_no_sum_across_two_exports_gives_a_hidden_figure_back():
    """The case, and the case without the source of one partition: both are out."""
    case = cn.load(CASE)
    without = case_without(case, {"A16", "A15", "B13"})
    both = [cn.redact(case, public=True, together=[without]), cn.redact(without, public=True, together=[case])]
    shown = {}
    for network in both:
        for key, figure in network.figures.items():
            was = shown.setdefault(key, figure.suppressed)
            assert was == figure.suppressed, key  # hidden in both or in none
    attack(case, both[0])


@pytest.mark.parametrize("k", [5, 20])
def test_so_for_other_thresholds(k):
    case = cn.load(CASE)
    attack(case, cn.redact(case, public=True, k=k), k=k)


def case_without(case: cn.Network, figures: set[str]) -> cn.Network:
    tables = {table: rows(case, table) for table in ("actors", "ties", "sources", "figures")}
    tables["figures"] = [
        row | {"part_of": "" if row["part_of"] in figures else row["part_of"]}
        for row in tables["figures"]
        if row["id"] not in figures
    ]
    from attack.planted import columns

    return cn.Network.from_columns(
        {table: columns(records) for table, records in tables.items()}, name=case.name, vocabulary=case.core.vocabulary
    )


def attack(case: cn.Network, public: cn.Network, k: float = 11) -> None:
    persons = {key: figure for key, figure in case.figures.items() if counts_persons(figure)}
    shown: dict[str, object] = {}
    for key, figure in persons.items():
        ends = [end for end in (figure.value, figure.low, figure.high) if not math.isnan(end)]
        left = public.figures[key]
        assert not any(0 < end < k for end in (left.value, left.low, left.high)), key
        if left.suppressed == "c":
            assert [left.value, left.low, left.high] == pytest.approx([math.nan] * 3, nan_ok=True)
            shown[key] = None
        elif not math.isnan(left.value):
            shown[key] = left.value
        elif ends:
            shown[key] = (left.low if left.low > 0 else 0.0, left.high if left.high > 0 else math.inf)
    sums, at_most = true_sums({key: persons[key] for key in shown})
    assert sums
    assert at_most
    assert gives_away(shown, sums, at_most, k=k) == {}


def counts_persons(figure) -> bool:
    things = {"days", "interview_days", "treaties", "articles", "states", "institutions", "sites_linked", "tip_tier"}
    things |= {"growth", "suspects_growth", "mlat_received", "mlat_made", "investigations"}
    return figure.measure not in things


def true_sums(figures) -> tuple[list, list]:
    """Every way in which some figures make up another, found by trying all sets of few."""
    exact, below = set(), set()
    families, places = defaultdict(list), defaultdict(list)
    for key, figure in figures.items():
        if figure.part_of in figures:
            families[figure.part_of].append(key)
        whens = {(date or "")[:4] + "-" + str((int((date or "")[5:7] or 0) + 2) // 3) for date in dates(figure) if date}
        for place in {figure.origin, figure.destination} - {None}:
            for when in whens:
                places[place, when].append(key)
    for whole, parts in families.items():
        for size in range(1, min(len(parts), 6) + 1):
            for some in itertools.combinations(parts, size):
                total = sum(figures[part].value for part in some)
                if total == figures[whole].value:
                    exact.add((whole, tuple(sorted(some))))
                elif total < figures[whole].value:
                    below.add((whole, tuple(sorted(some))))
    for keys in places.values():
        for size in (2, 3):
            for some in itertools.combinations(keys, size):
                total = sum(figures[part].value for part in some)
                exact |= {
                    (whole, tuple(sorted(some)))
                    for whole in keys
                    if figures[whole].value == total and whole not in some
                }
    return sorted(exact), sorted(below)


def dates(figure) -> tuple:
    return tuple(date for date in (figure.since, figure.until, figure.as_of) if date != "..")
