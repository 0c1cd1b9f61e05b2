"""Sankey and alluvial diagrams as Python asks for them."""

from __future__ import annotations

import json
import math
import random
import time
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import coopnet as cn
from coopnet.cli import main
from coopnet.flows import Flow
from coopnet.tables import Asked

CASE = "indonesia-cambodia-2021-2022"
SVG = "{http://www.w3.org/2000/svg}"


def words(picture: cn.Picture) -> list[str]:
    return [element.text or "" for element in ET.fromstring(picture.svg).iter(f"{SVG}text")]


def labels(picture: cn.Picture) -> list[str]:
    return [item.attrib["aria-label"] for item in ET.fromstring(picture.svg).iter() if "aria-label" in item.attrib]


def flow_of(network: cn.Network, amounts: dict[str, float], hidden: tuple[str, ...] = (), **more: Any) -> Flow:
    rows = [
        {"tie": tie, "source": network.ties[tie].source, "target": network.ties[tie].target, "amount": amount} | more
        for tie, amount in amounts.items()
    ]
    flow = Flow(rows, Asked(cn.sankey, network, cn.Projection(during="2022")), ties=[], convention="")
    flow.hidden = frozenset(hidden)
    return flow


@pytest.fixture
def home() -> cn.Network:
    return cn.Network.from_edges(
        [("site", "police"), ("police", "embassy"), ("police", "shelter"), ("shelter", "site")]
    )


# --- what is drawn ----------------------------------------------------------------------


def test_the_case_is_drawn_in_both_languages():
    case = cn.load(CASE)
    amounts = {"T042": 62.0, "T050": 241.0, "T057": 12.0, "T058": 27.0, "T059": 1202.0}
    english, indonesian = cn.sankey(case, flow=amounts), cn.sankey(case, flow=amounts, lang="id")
    assert {"1,202", "documented, with a source"} <= set(words(english))
    assert {"1.202", "terdokumentasi, ada sumbernya"} <= set(words(indonesian))
    for picture in (english, indonesian):
        assert not [tie for tie in amounts if tie in picture.svg]
        assert not [actor for actor in case.actors if "." in actor and actor in picture.svg]


def test_a_flow_brings_range_account_period_and_direction(home):
    flow = flow_of(home, {"T1": 50.0}, low=40.0, high=60.0, sources=("S1",))
    picture = cn.sankey(home, flow=flow)
    assert any("50 (40 to 60) – one account only" in label for label in labels(picture))
    assert "one account only" in words(picture)
    assert "2022" in picture.description
    back = flow_of(home, {"T1": 50.0})
    back.rows()[0].update(source="police", target="site")
    turned = cn.sankey(home, flow=back)
    assert words(turned).index("police") < words(turned).index("site")


def test_amounts_that_are_not_known_have_no_number(home):
    picture = cn.sankey(home, flow={"T1": 50.0, "T2": math.nan}, unknown=True)
    assert any(label.endswith(": amount not known") for label in labels(picture))
    assert "nan" not in picture.svg


def test_ties_of_which_nothing_is_known_are_counted_and_not_drawn(home):
    picture = cn.sankey(home, flow={"T1": 50.0, "T2": 20.0, "T3": math.nan})
    assert "Left out: 1 tie of which no amount is known." in picture.description
    assert "shelter" not in words(picture)
    # What went there may be all that is missing.
    assert not any("not accounted for" in label for label in labels(picture))
    more = cn.sankey(home, flow={"T1": 50.0, "T2": math.nan, "T3": math.nan}, lang="id")
    assert "Tidak digambar: 2 hubungan" in more.description


@pytest.mark.parametrize(
    ("low", "high", "word", "said"),
    [(0.0, 12.0, "≤ 12", "0 to 12"), (33.0, math.inf, "≥ 33", "at least 33"), (12.0, 40.0, "12–40", "12 to 40")],
)
def test_limits_of_an_amount_that_is_not_known_stand_at_its_band(home, low, high, word, said):
    picture = cn.sankey(home, flow=flow_of(home, {"T1": math.nan}, low=low, high=high))
    assert word in words(picture)
    assert any(f"amount not known ({said})" in label for label in labels(picture))


def test_without_a_flow_the_figures_are_reconciled():
    case = cn.load(CASE)
    over = cn.Projection(during="2022-07/2022-08")
    picture = cn.sankey(case, over=over)
    flow = cn.flows.reconcile(case, over=over.replace(layers="flow"))
    assert picture.svg == cn.sankey(case, flow=flow, over=over).svg
    assert {"62", "28", "201"} <= set(words(picture))


def test_accounts_are_the_sources_of_the_figures():
    ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "relation": "moves", "sources": "S1;S2"})
    figures = pd.DataFrame(
        {
            "measure": "moves",
            "origin": ["a", "b", "b"],
            "destination": ["b", "c", "c"],
            "value": 40,
            "since": "2022-08",
            "until": "2022-08",
            "sources": ["S1", "S1", "S3"],
        }
    )
    sources = pd.DataFrame({"id": ["S1", "S2", "S3"], "grade": "B2"})
    network = cn.Network.from_frames(
        None,
        ties,
        sources=sources,
        figures=figures,
        vocabulary={"relations": {"moves": {"layer": "flow", "from": [], "to": []}}},
    )
    flow = cn.flows.reconcile(network)
    assert [row["sources"] for row in flow.rows()] == [("S1",), ("S1", "S3")]
    told = labels(cn.sankey(network, flow=flow))
    assert [label[0] for label in told if "– one account only" in label] == ["a"]
    # What is computed is nobody's account.
    assert not any("account only" in label for label in labels(cn.sankey(network, flow={"T1": 40.0, "T2": 40.0})))


def test_only_ties_of_the_projection_are_drawn(home):
    none = cn.sankey(home, flow={"T1": 50.0}, over=cn.Projection(actors=["embassy", "shelter"]))
    assert none.title == "No flow in this selection"
    some = cn.sankey(home, flow={"T1": 50.0, "T2": 50.0}, over=cn.Projection(actors=["site", "police"]))
    assert "embassy" not in words(some)


def test_what_runs_back_is_kept_and_named(home):
    picture = cn.sankey(home, flow={"T1": 50.0, "T3": 50.0, "T4": 12.0})
    assert "Back: shelter → site." in picture.description
    assert "12" in words(picture)


# --- stages -----------------------------------------------------------------------------


def test_stages_stand_in_order_under_their_names(home):
    stages = {"Freed": ["site"], "Screened": ["police"], "Sheltered": ["embassy", "shelter"]}
    picture = cn.sankey(home, flow={"T1": 50.0, "T2": 20.0, "T3": 30.0}, stages=stages)
    places = {text.text: float(text.attrib["x"]) for text in ET.fromstring(picture.svg).iter(f"{SVG}text") if text.text}
    assert places["Freed"] < places["Screened"] < places["Sheltered"]
    for stage, actors in stages.items():
        assert {places[actor] for actor in actors} == {places[stage]}


def test_an_actor_in_two_stages_is_refused(home):
    with pytest.raises(cn.InvalidOption, match='"police" stands in two stages, the second is "B"'):
        cn.sankey(home, flow={"T1": 1.0}, stages={"A": ["police"], "B": ["police"]})


def test_the_vocabulary_says_the_stages():
    actors = pd.DataFrame({"id": ["site", "police", "home"], "kind": ["site", "police_unit", "ministry"]})
    ties = pd.DataFrame(
        [("site", "police", "freed_by"), ("police", "home", "repatriates")], columns=["source", "target", "relation"]
    )
    network = cn.Network.from_frames(actors, ties, vocabulary=json.loads(cn.load(CASE).core.vocabulary))
    flow = {"T1": 5.0, "T2": 5.0}
    assert {"Freed", "Brought back"} <= set(words(cn.sankey(network, flow=flow)))
    assert {"Dibebaskan", "Dipulangkan"} <= set(words(cn.sankey(network, flow=flow, lang="id")))
    assert "Freed" not in words(cn.sankey(network, flow=flow, stages={}))


# --- what is hidden ---------------------------------------------------------------------


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
@pytest.mark.parametrize("hidden", ["T1", "T2", "T3", "T4"])
def test_a_hidden_amount_changes_nothing_of_the_picture(home, form, hidden):
    amounts = {"T1": 500.0, "T2": 300.0, "T3": 200.0, "T4": 90.0}

    def shown(amount: float) -> Any:
        picture = cn.sankey(
            home, flow=flow_of(home, amounts | {hidden: amount}, hidden=(hidden,), low=1.0, high=9999.0)
        )
        written = picture.svg if form == "svg" else picture.printed(form)
        return picture.title, picture.description, picture.size, _without_date(written)

    assert shown(3.0) == shown(7919.0) == shown(0.0)
    assert "[c]" in shown(3.0)[1]


def _without_date(written: str | bytes) -> str | bytes:
    """A PDF says when it was made; nothing else in it may differ."""
    if isinstance(written, str):
        return written
    return b"\n".join(line for line in written.split(b"\n") if b"/CreationDate" not in line)


def test_a_public_picture_hides_small_counts(home):
    picture = cn.sankey(home, flow={"T1": 62.0, "T2": 10.0, "T3": 52.0}, public=True)
    assert "10" not in words(picture)
    assert words(picture).count("[c]") >= 2
    ranged = cn.sankey(home, flow=flow_of(home, {"T1": 62.0, "T3": 62.0}, low=20.0, high=99.0), public=True)
    assert "62" in words(ranged)
    assert not any("20 to 99" in label for label in labels(ranged))


def test_a_public_picture_tells_no_small_difference(home):
    """62 came and 55 went on: that 7 are not accounted for is a count of persons, too."""
    picture = cn.sankey(home, flow={"T1": 62.0, "T2": 35.0, "T3": 20.0}, public=True)
    assert "[c]" in words(picture)
    assert not any("not accounted for" in word for word in words(picture))
    assert "12 not accounted for" in " ".join(words(cn.sankey(home, flow={"T1": 62.0, "T2": 50.0}, public=True)))


def test_a_public_picture_of_the_case_says_what_is_left_of_its_figures():
    case = cn.load(CASE)
    for over in (None, cn.Projection(during="2022"), cn.Projection(during="2022-07/2022-08")):
        picture = cn.sankey(case, over=over, public=True)
        flow = cn.flows.reconcile(case, over=(over or cn.Projection()).replace(layers="flow"))
        stamps = set(words(cn.sankey(case, flow=flow, public=True))) ^ set(words(picture))
        assert all(stamp.startswith("Selected: ") for stamp in stamps)
        seen = set(words(picture))
        assert "201" in seen
        assert not {"62", "55", "7"} & seen  # 62 freed: 55 and 7
        assert not any("Sihanoukville" in label for label in seen)
        assert any("[c] small amount" in label for label in labels(picture))


# --- refusals ---------------------------------------------------------------------------


def test_a_network_without_figures_has_no_flow(home):
    picture = cn.sankey(home)
    assert picture.title == "No flow in this selection"
    assert "Left out" not in picture.description or "tie" in picture.description


@pytest.mark.parametrize("amount", [-1.0, 2e15, math.inf])
def test_impossible_amounts_are_refused(home, amount):
    with pytest.raises(cn.InvalidOption, match="negative or too large"):
        cn.sankey(home, flow={"T1": amount})


def test_an_unknown_tie_is_refused(home):
    with pytest.raises(cn.UnknownName, match="T9"):
        cn.sankey(home, flow={"T9": 1.0})


# --- rows -------------------------------------------------------------------------------


def test_rows_and_frames_give_the_same_picture():
    rows = [("Sea", "Batam", 40), ("Air", "Batam", None), ("Batam", "Johor", "[c]")]
    frame = pd.DataFrame(rows, columns=["source", "target", "value"])
    assert cn.alluvial(rows).svg == cn.alluvial(frame).svg
    assert "[c]" in words(cn.alluvial(rows))


def test_a_name_stands_in_every_period_anew():
    rows = [("A", "A", 30, 2021), ("A", "B", 12, 2021), ("B", "A", 5, 2022), ("A", "A", 10, 2022)]
    picture = cn.alluvial(rows, stages=[2021, 2022, 2023])
    assert words(picture).count("A") == 3
    assert {"2021", "2022", "2023"} <= set(words(picture))
    assert "Back" not in picture.description
    assert picture.description.startswith("2 actors, 4 flows.")
    assert picture.title == "20 are not accounted for at A (2022)"


def test_rows_of_another_shape_are_refused():
    with pytest.raises(cn.InvalidOption, match="has 2 values; it needs 3"):
        cn.alluvial([("A", "B")])
    with pytest.raises(cn.InvalidOption, match="does not say from where to where"):
        cn.alluvial([("A", None, 3)])
    with pytest.raises(cn.InvalidOption, match='"many" is no number'):
        cn.alluvial([("A", "B", "many")])
    with pytest.raises(cn.InvalidOption, match=r"its stage 2023 is not one of \[2021, 2022\]"):
        cn.alluvial([("A", "B", 1, 2023)], stages=[2021, 2022, 2023])


# --- whatever comes ---------------------------------------------------------------------

NAMES = [
    "<script>alert(1)</script>",
    "&amp;",
    "a\\N",
    "=1+1",
    "ភ្នំពេញ",
    "جاكرتا",
    "x\ny",
    "]]>",
    "w" * 4096,
    "word " * 800,
]


def test_names_are_text():
    picture = cn.alluvial([(name, "end", number + 1) for number, name in enumerate(NAMES)])
    said = " ".join(labels(picture))
    for name in NAMES:
        assert " ".join(name.split()) in " ".join(said.split())
    assert {"ភ្នំពេញ", "جاكرتا", "&amp;"} <= set(words(picture))


def test_a_name_of_many_short_words_takes_no_time():
    start = time.monotonic()
    for words_in_name in range(10, 60):
        cn.alluvial([("ab cd " * words_in_name, "b", 3)])
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("shape", [[], [("A", "A", 4)], [("A", "B", 0)], [("A", "B", 1), ("B", "A", 1)]])
def test_small_shapes_are_pictures(shape):
    picture = cn.alluvial(shape)
    assert len([item for item in ET.fromstring(picture.svg).iter() if item.attrib.get("class") == "tie"]) == len(shape)


def test_undirected_ties_loops_and_isolates_are_drawn():
    network = cn.Network.from_edges([("a", "b"), ("b", "b"), ("b", "a"), ("c", "d")], directed=False)
    picture = cn.sankey(network, flow={"T1": 5.0, "T2": 2.0, "T3": 1.0})
    assert "Back: b → b; b → a." in picture.description
    assert "c" not in words(picture)
    assert cn.sankey(network, flow={}).title == "No flow in this selection"


def test_two_hundred_links_are_all_there_and_no_name_meets_another():
    chance = random.Random(1)
    rows = [(f"{i // 20}.{chance.randrange(10)}", f"{i // 20 + 1}.{chance.randrange(10)}", i + 11) for i in range(200)]
    picture = cn.alluvial(rows)
    root = ET.fromstring(picture.svg)
    assert len([item for item in root.iter() if item.attrib.get("class") == "tie"]) == 200
    places = [
        (float(text.attrib["x"]), float(text.attrib["y"]))
        for group in root.iter()
        if group.attrib.get("class") == "actor"
        for text in group.iter(f"{SVG}text")
    ]
    assert all(
        abs(ax - bx) > 40 or abs(ay - by) > 13 for number, (ax, ay) in enumerate(places) for bx, by in places[:number]
    )


# --- the command ------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "flows"
    made.mkdir()
    (made / "ties.csv").write_text("id,source,target,persons\nT1,site,police,62\nT2,police,home,50\nT3,site,home,\n")
    (made / "datapackage.json").write_text(
        json.dumps({"name": "flows", "resources": [{"name": "ties", "path": "ties.csv"}]})
    )
    return made


def test_the_command_draws_a_column(folder, tmp_path, capsys):
    out = tmp_path / "flow.svg"
    assert main(["sankey", str(folder), "--amount", "persons", "--out", str(out)]) == 0
    drawn = out.read_text(encoding="utf-8")
    assert "12 are not accounted for at police" in drawn
    assert drawn.count('class="tie"') == 2
    assert f"Wrote {out}: 12 are not accounted for at police." in capsys.readouterr().err


def test_the_command_draws_what_the_figures_say(tmp_path):
    out = tmp_path / "flow.svg"
    assert main(["sankey", CASE, "--during", "2022-07/2022-08", "--out", str(out)]) == 0
    assert ">201<" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("column", "said"), [("nothing", "no tie has a value"), ("source", "is no number")], ids=["absent", "text"]
)
def test_the_command_refuses_a_column_without_numbers(folder, tmp_path, capsys, column, said):
    assert main(["sankey", str(folder), "--amount", column, "--out", str(tmp_path / "flow.svg")]) == 2
    assert said in capsys.readouterr().err
