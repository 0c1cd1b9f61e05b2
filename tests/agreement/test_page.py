"""The page computes with the same core: its numbers beside Python's, bit by bit, on many networks and scenarios."""

from __future__ import annotations

import json
import math
import random
import struct
from collections.abc import Callable
from typing import Any

import pytest

import coopnet as cn
from coopnet import Network, Projection, Scenario
from coopnet.errors import CoopnetError, Infeasible, NoPathway
from coopnet.pages.arrays import web_view

from .page import COMPILED, CORE, answers, compiled, run

KNOWN = {"reliability": "probability"}
MEASURES = ("degree", "strength", "betweenness", "closeness", "harmonic")
KINDS = {"office": {}, "patrol": {"is_a": "office"}, "desk": {"is_a": "patrol"}, "circle": {}, "paper": {}}
RELATIONS: dict[str, dict[str, Any]] = {
    "asks": {"layer": "cooperation", "directed": True},
    "sees": {"layer": "cooperation", "directed": False},
    "joins": {"layer": "membership", "directed": True, "affiliation": True, "from": ["office"], "to": ["circle"]},
    "calls": {"layer": "police", "directed": False, "from": ["patrol"], "to": ["patrol"]},
}
OPEN = ["asks", "sees"]
DATES = ["", "2021", "2022-08", "2022-08-15", "2022-Q3", "2023"]


# --- networks -----------------------------------------------------------------------


def random_network(seed: int) -> Network:
    """Directed, undirected or mixed; with parallels, loops, isolates and several pieces; forums in some."""
    chance = random.Random(seed)
    count = chance.choice([1, 2, 5, 9, 14, 25])
    kinds = [chance.choice(["office", "patrol", "desk", "circle", ""]) for _ in range(count)]
    actors = [f"A{number}" for number in range(count)]
    relations = [["asks"], ["sees"], OPEN, [*OPEN, "joins", "calls"]][seed % 4]
    ties = [tie for _ in range(chance.randint(0, 4 * count)) if (tie := random_tie(chance, actors, kinds, relations))]
    columns = list(zip(*ties, strict=True)) if ties else [()] * 9
    names = ["source", "target", "relation", "since", "until", "strength", "reliability", "delay_days", "instrument"]
    countries = [chance.choice(["IDN", "KHM", ""]) for _ in actors]
    return Network.from_columns(
        {
            "actors": [
                ("id", [*actors, "I-24/7"]),
                ("kind", [*kinds, "paper"]),
                ("country", [*countries, ""]),
            ],
            "ties": [(name, list(cells)) for name, cells in zip(names, columns, strict=True)],
        },
        vocabulary=json.dumps({"kinds": KINDS, "relations": RELATIONS, "layers": {"police": {}}}),
        open_vocabulary=False,
        name=f"random {seed}",
    )


def random_tie(
    chance: random.Random, actors: list[str], kinds: list[str], relations: list[str]
) -> tuple[str, ...] | None:
    source, target = chance.choice(actors), chance.choice(actors)  # now and then the same
    relation = chance.choice(relations)
    at = dict(zip(actors, kinds, strict=True))
    if relation == "joins" and (at[source] in ("circle", "") or at[target] != "circle"):
        return None
    if relation == "calls" and not {at[source], at[target]} <= {"patrol", "desk"}:
        return None
    return (
        source,
        target,
        relation,
        chance.choice(DATES),
        chance.choice(["", "", "2024", ".."]),
        chance.choice(["", "", "1", "2.5", "0.1", "0"]),
        chance.choice(["", "1", "0.9", "0.35", "0.7", "0"]),
        chance.choice(["1", "0.1", "0.7", "12", "0"]),
        chance.choice(["", "", "", "I-24/7"]),
    )


def random_edits(network: Network, seed: int) -> tuple[dict[str, Any], ...]:
    chance = random.Random(seed)
    scenario = Scenario()
    for edit in chance.sample(
        ["actor", "instrument", "tie", "between", "add", "change", "empty"], chance.randint(0, 4)
    ):
        ties = list(scenario.apply(network).ties.values())
        left = [actor for actor in scenario.apply(network).actors if actor != "I-24/7"]
        if edit == "actor" and len(left) > 2:
            scenario = scenario.remove(chance.choice(left))
        elif edit == "instrument" and "I-24/7" in scenario.apply(network).actors:
            scenario = scenario.remove("I-24/7")
        elif edit == "add" and left:
            scenario = scenario.add_actor("new", kind="desk", country="IDN")
            scenario = scenario.add_tie("new", chance.choice(left), "asks", reliability=0.8, delay_days=2)
            scenario = scenario.add_tie(chance.choice(left), "new", "sees", delay_days=0.5, since="2022-08-10")
        elif ties:
            tie = chance.choice(ties)
            if edit == "tie":
                scenario = scenario.remove(tie=tie.id)
            elif edit == "between":
                scenario = scenario.remove(tie.source, tie.target, chance.choice([None, tie.relation]))
            elif edit == "change":
                scenario = scenario.change(tie.id, reliability=0.45, strength=3, delay_days=0.3, until="2023-08")
            elif edit == "empty":
                scenario = scenario.change(tie.source, tie.target, reliability=None, strength=None)
    return scenario.edits


OVERS = [
    Projection(),
    Projection(weight="strength"),
    Projection(weight="reliability"),
    Projection(weight="delay_days"),
    Projection(direction="undirected", loops=False),
    Projection(direction="reversed", weight="reliability", parallel="min"),
    Projection(layers=["cooperation", "police"], parallel="count"),
    Projection(relations="calls", isolates=False),
    Projection(affiliations="count"),
    Projection(affiliations="newman", weight="strength"),
    Projection(affiliations="jaccard", countries=["IDN", None]),
    Projection(kinds=["patrol", None], during="2022-08"),
    Projection(during="2022-08-12", dates="certain", weight="reliability"),
    Projection(at="2022-09-01", parallel="keep"),
]
FILTERS: list[dict[str, Any]] = [
    {},
    {"layers": ["cooperation"]},
    {"relations": ["calls", "asks"]},
    {"during": "2022-08"},
    {"during": "2023", "dates": "certain", "weight": "delay_days"},
    {"countries": ["KHM"]},
    {"weight": "reliability"},
]


# --- what Python says -----------------------------------------------------------------


def hex_of(value: float) -> str:
    if math.isnan(value):
        return "nan"
    return struct.pack(">d", float(value)).hex()


def weighed(over: Projection, weight: str | None) -> Projection:
    return over if over.weight == weight else over.replace(weight=weight, weight_means=None)


def pathways(network: Network, over: Projection, ask: dict[str, Any]) -> Any:
    by = ask.get("by")
    if by is not None:
        over = weighed(over, None if by == "steps" else by)
    probable = "probability" in (over.weight_means, KNOWN.get(over.weight or ""))
    question = cn.pathways.most_reliable if probable else cn.pathways.k_shortest
    try:
        found = question(network, ask["from"], ask["to"], ask.get("k", 1), over=over)
    except NoPathway:
        return {"ways": [], "partial": False}
    return {
        "ways": [
            {
                "actors": list(way.actors),
                "ties": [list(row["ties"]) for row in way.rows()],
                "steps": hex_of(way.steps),
                "cost": hex_of(way.cost),
                "delayDays": hex_of(way.delay_days),
                "reliability": hex_of(way.reliability),
            }
            for way in found
        ],
        "partial": False,
    }


def cuts(network: Network, over: Projection, ask: dict[str, Any]) -> Any:
    try:
        found = cn.pathways.cuts(network, ask["from"], ask["to"], of=ask["of"], over=over)
    except NoPathway:
        return {"size": hex_of(0), "sets": [[]], "partial": False}
    except Infeasible:
        return {"size": None, "sets": [], "partial": False}
    return {"size": hex_of(found.size), "sets": [list(ids) for ids in found], "partial": False}


def dominators(network: Network, over: Projection, ask: dict[str, Any]) -> Any:
    try:
        found = cn.pathways.dominators(network, ask["from"], ask["to"], of=ask["of"], over=over)
    except NoPathway:
        return None
    return [{"id": row["id"], "after": row["after"], "opens": hex_of(row["opens"])} for row in found.rows()]


def reach(network: Network, over: Projection, ask: dict[str, Any]) -> Any:
    found = cn.pathways.reach(network, ask["from"], ask.get("within"), mode=ask.get("mode", "out"), over=over)
    return [[actor, hex_of(steps)] for actor, steps in found.items()]


def components(network: Network, over: Projection, ask: dict[str, Any]) -> Any:
    return [list(group) for group in cn.cohesion.components(network, over=over, strong=ask.get("strong", False)).groups]


def reliability(network: Network, over: Projection, ask: dict[str, Any]) -> Any:
    return hex_of(cn.pathways.reliability(network, ask["from"], ask["to"], over=over))


def scores(network: Network, over: Projection, ask: dict[str, Any]) -> Any:
    found = getattr(cn.centrality, ask["ask"])(network, over=over)
    values = [[actor, hex_of(score)] for actor, score in found.items()]
    return {"measure": ask["ask"], "values": values, "why": found.why}


ASKS: dict[str, Callable[[Network, Projection, dict[str, Any]], Any]] = {
    "pathways": pathways,
    "cuts": cuts,
    "dominators": dominators,
    "reach": reach,
    "components": components,
    "reliability": reliability,
}


def said_by_python(
    network: Network, over: Projection, asked: dict[str, Any], changed: dict[str, Network]
) -> dict[str, Any]:
    """`changed` keeps the networks that edits make of this one."""
    ask, question = asked["ask"], asked["question"]
    key = json.dumps(question["edits"])
    try:
        if key not in changed:
            changed[key] = Scenario(edits=tuple(question["edits"])).apply(network)
        return {"answer": ASKS.get(ask["ask"], scores)(changed[key], over.replace(**question["over"]), ask)}
    except CoopnetError as error:
        return {"error": str(error)}


# --- the same ---------------------------------------------------------------------------


def differences(python: Any, page: Any, where: str = "", *, logarithm: bool = False) -> list[str]:
    """Where two answers differ: by a bit, or beyond 1e-12 where a logarithm made the cost."""
    if isinstance(python, dict) and isinstance(page, dict) and python.keys() == page.keys():
        return [d for key in python for d in differences(python[key], page[key], f"{where}.{key}", logarithm=logarithm)]
    if isinstance(python, list) and isinstance(page, list) and len(python) == len(page):
        pairs = enumerate(zip(python, page, strict=True))
        return [d for i, (a, b) in pairs for d in differences(a, b, f"{where}[{i}]", logarithm=logarithm)]
    if python == page or (python == "nan" and is_nan(page)):
        return []
    if logarithm and is_hex(python) and is_hex(page) and math.isclose(number(python), number(page), rel_tol=1e-12):
        return []
    return [f"{where}: {shown(python)} in Python, {shown(page)} in the page"]


def is_hex(text: Any) -> bool:
    return isinstance(text, str) and len(text) == 16 and set(text) <= set("0123456789abcdef")


def number(text: str) -> float:
    return float(struct.unpack(">d", bytes.fromhex(text))[0])


def is_nan(text: Any) -> bool:
    return is_hex(text) and math.isnan(number(text))


def shown(answer: Any) -> str:
    return number(answer).hex() if is_hex(answer) else json.dumps(answer)[:300]


def takes_a_logarithm(over: Projection, asked: dict[str, Any]) -> bool:
    """−ln of a probability is the cost that betweenness adds up, and what a pathway tells as its own."""
    ask = asked["ask"]
    over = over.replace(**asked["question"]["over"])
    by = ask.get("by")
    probable = by == "reliability" if by else "probability" in (over.weight_means, KNOWN.get(over.weight or ""))
    return probable and ask["ask"] in ("betweenness", "pathways")


def compare(networks: list[tuple[Network, Projection, list[dict[str, Any]]]]) -> int:
    """Asks both, fails by name, and says how many answers (no errors) were compared."""
    cases = [{"view": web_view(network, over), "asked": asked} for network, over, asked in networks]
    answered = 0
    found = []
    for (network, over, asked), page in zip(networks, answers(cases), strict=True):
        changed: dict[str, Network] = {}
        for one, said in zip(asked, page, strict=True):
            python = said_by_python(network, over, one, changed)
            answered += "answer" in python
            if "error" in python and "error" in said:
                continue
            logarithm = takes_a_logarithm(over, one)
            where = f"{network.name}, {over}, {json.dumps(one)}"
            found += differences(python, said, where, logarithm=logarithm)
    assert not found, f"{len(found)} differ:\n" + "\n".join(found[:12])
    return answered


def questions(network: Network, seed: int, edits: tuple[dict[str, Any], ...]) -> list[dict[str, Any]]:
    chance = random.Random(seed)
    actors = list(Scenario(edits=edits).apply(network).actors)
    source, target = chance.choice(actors), chance.choice(actors)
    asks: list[dict[str, Any]] = [{"ask": measure} for measure in MEASURES]
    asks += [{"ask": "pathways", "from": source, "to": target, "k": 6}]
    asks += [
        {"ask": "pathways", "from": source, "to": target, "by": by, "k": 4}
        for by in ("steps", "reliability", "delay_days", "strength")
    ]
    for of in ("actors", "ties"):
        asks += [{"ask": "cuts", "from": source, "to": target, "of": of}]
        asks += [{"ask": "dominators", "from": source, "to": target, "of": of}]
    asks += [{"ask": "reach", "from": source}, {"ask": "reach", "from": source, "within": 2, "mode": "all"}]
    asks += [{"ask": "components"}, {"ask": "components", "strong": True}]
    asks += [{"ask": "reliability", "from": source, "to": target}]
    return [{"ask": ask, "question": {"edits": list(edits), "over": {}}} for ask in asks]


@pytest.mark.parametrize("over", OVERS, ids=str)
def test_random_networks_have_the_same_bits(over):
    networks = []
    for seed in range(40):
        network = random_network(seed)
        edits = random_edits(network, seed) if seed % 3 else ()
        networks.append((network, over, questions(network, seed, edits)))
    assert compare(networks) > 250


@pytest.mark.parametrize("filter", FILTERS, ids=str)
def test_what_a_filter_leaves_has_the_same_bits(filter):
    networks = []
    for seed in range(30):
        network = random_network(4 * seed + 3)  # every relation
        edits = random_edits(network, seed)
        asked = questions(network, seed, edits)
        for one in asked:
            one["question"]["over"] = filter
        networks.append((network, Projection(), asked))
    assert compare(networks) > 200


# --- the case ---------------------------------------------------------------------------

CASE = "indonesia-cambodia-2021-2022"
HOME = Projection(layers=["cooperation", "flow"], during="2022")
SCENARIOS = {
    "as recorded": Scenario(),
    "without I-24/7": Scenario().remove("ID.NCB", "KH.NCB", "i247"),
    "embassy closed": Scenario().remove("ID.EMB"),
    "attaché added": Scenario()
    .add_actor("ID.POLPP", kind="attache", country="IDN")
    .add_tie("ID.EMB", "ID.POLPP", "verifies")
    .add_tie("ID.POLPP", "KH.CNP", "liaises", channel="police", reliability=0.9),
    "another reliability": Scenario().change("ID.NCB", "KH.NCB", "i247", reliability=0.2),
}


@pytest.mark.parametrize("over", [Projection(), HOME, Projection(affiliations="count")], ids=str)
def test_the_case_has_the_same_bits_under_every_scenario(over):
    case = cn.load(CASE)
    asked = [
        {"ask": ask, "question": {"edits": list(scenario.edits), "over": {}}}
        for scenario in SCENARIOS.values()
        for ask in [
            *({"ask": measure} for measure in MEASURES),
            *(
                {"ask": "pathways", "from": "ID.FAM", "to": "KH.PSNH", "by": by, "k": 10}
                for by in ("steps", "reliability")
            ),
            {"ask": "cuts", "from": "ID.FAM", "to": "KH.PSNH", "of": "ties"},
            {"ask": "cuts", "from": "ID.FAM", "to": "KH.PSNH", "of": "actors"},
            {"ask": "dominators", "from": "ID.NCB", "to": "KH.PSNH", "of": "actors"},
            {"ask": "reach", "from": "ID.NCB"},
            {"ask": "components"},
            {"ask": "reliability", "from": "ID.NCB", "to": "KH.CNP"},
        ]
    ]
    assert compare([(case, over, asked)]) > 40


@pytest.mark.parametrize(
    "over",
    [
        Projection(where={"channel": ["police", None]}),
        Projection(status=["documented", "claimed"]),
        Projection(status=["inferred", None], weight="reliability"),
        Projection(min_grade="B3"),
        Projection(without_sources=["S24"]),
        Projection(kinds=["attache", "police", "embassy"]),
        Projection(countries="KHM"),
        Projection(actors=["ID.EMB", "KH.CNP", "ID.NCB"]),
        Projection(layers="membership", affiliations="newman"),
        Projection(during="2022-08", fill=3, weight="delay_days"),
    ],
    ids=str,
)
def test_what_is_added_is_in_if_python_takes_it(over):
    case = cn.load(CASE)
    asks: list[dict[str, Any]] = [{"ask": "degree"}, {"ask": "harmonic"}, {"ask": "components"}]
    asks += [{"ask": "reach", "from": actor} for actor in ("ID.EMB", "ID.POLPP", "KH.CNP")]
    edits = list(SCENARIOS["attaché added"].edits)
    unsaid = [edit | {"status": None} if edit["edit"] == "add_tie" else edit for edit in edits]
    dated = [edit | {"since": "2023"} if edit["edit"] == "add_tie" else edit for edit in edits]
    asked = [{"ask": ask, "question": {"edits": some, "over": {}}} for ask in asks for some in (edits, unsaid, dated)]
    assert compare([(case, over, asked)]) >= 6


@pytest.mark.parametrize("meaning", ["cost", "strength", "probability", "capacity"])
def test_a_column_of_one_s_own_weighs_as_it_is_said_to(meaning):
    network = random_network(8)
    chance = random.Random(8)
    network = network.with_column("ties", "worth", [chance.choice([0.1, 0.7, 1, 0.25]) for _ in network.ties])
    over = Projection(weight="worth", weight_means=meaning)
    asked = questions(network, 5, ({"edit": "change", "id": "T1", "worth": 0.5},))
    assert compare([(network, over, asked)]) > 8


def test_forty_diamonds_in_a_row_are_counted_as_in_python():
    """2^40 shortest pathways: more than a count of 32 bits holds."""
    pairs = [
        pair
        for number in range(40)
        for middle in "ab"
        for pair in [(f"{number}", f"{number}{middle}"), (f"{number}{middle}", f"{number + 1}")]
    ]
    asked = [{"ask": {"ask": "betweenness"}, "question": {"edits": [], "over": {}}}]
    for directed in (True, False):
        row = Network.from_edges(pairs, directed=directed)
        # 60 actors before the middle and 60 behind; without directions also half of each diamond's two at its sides.
        expected = 60 * 60 / (120 * 119) if directed else 2 * (60 * 60 + 1) / (120 * 119)
        assert cn.centrality.betweenness(row)["20"] == pytest.approx(expected)
        assert compare([(row, Projection(), asked)]) == 1


def test_a_question_that_fails_leaves_the_next_one_right():
    network = Network.from_edges([("a", "b"), ("b", "c")], weights=[1, 2])
    refused = {"ask": {"ask": "closeness"}, "question": {"edits": [], "over": {"weight": "reliability", "fill": 0.5}}}
    sound = {"ask": {"ask": "betweenness"}, "question": {"edits": [], "over": {}}}
    (page,) = answers([{"view": web_view(network), "asked": [sound, refused, sound]}])
    assert page[0] == page[2]
    assert page[1]["error"].startswith("Probabilities have no mean distance")


@pytest.mark.parametrize(
    ("edit", "sentence"),
    [
        ({"edit": "remove", "actor": "x"}, 'Edit 1 (remove): There is no actor "x".'),
        ({"edit": "remove", "source": "c", "target": "a"}, 'There is no tie between "c" and "a"'),
        ({"edit": "change", "id": "T1", "reliability": 2}, "A reliability is a number from 0 to 1"),
        ({"edit": "add_tie", "source": "a", "target": "b", "relation": "phones"}, 'no relation "phones"'),
        ({"edit": "change", "id": "T1", "status": "claimed"}, "does not compute with another status"),
    ],
)
def test_an_edit_that_cannot_be_made_says_so(edit, sentence):
    network = Network.from_edges([("a", "b"), ("b", "c")])
    asked = [{"ask": {"ask": "degree"}, "question": {"edits": [edit], "over": {}}}]
    ((page,),) = answers([{"view": web_view(network), "asked": asked}])
    assert sentence in page["error"]


def test_the_page_s_own_tests_pass():
    run("env", f"COOPNET_CORE={CORE}", compiled(), "--test", *sorted((COMPILED / "tests").glob("*.test.js")))
