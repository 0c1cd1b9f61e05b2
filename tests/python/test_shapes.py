"""Every public question, asked of every shape a network can have: a value, or a reason for there being none."""

from __future__ import annotations

import inspect
import json
import math
import random
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

import pytest

import coopnet as cn
from coopnet import Network, Projection, tables

Pairs = list[tuple[str, str]]
RING = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]

SHAPES: dict[str, tuple[str, Pairs]] = {
    "empty": ("", []),
    "one actor": ("a", []),
    "loop": ("a", [("a", "a")]),
    "isolates": ("abc", []),
    "one tie": ("ab", [("a", "b")]),
    "two pieces": ("abcd", [("a", "b"), ("c", "d")]),
    "complete": ("abcd", list(combinations("abcd", 2))),
    "star": ("abcde", [("a", end) for end in "bcde"]),
    "path": ("abcd", [("a", "b"), ("b", "c"), ("c", "d")]),
    "ring": ("abcd", RING),
    "parallel": ("ab", [("a", "b"), ("a", "b"), ("b", "a")]),
    "loop beside a tie": ("abc", [("a", "a"), ("a", "b")]),
}
DIRECTIONS = {"directed": ("to",), "undirected": ("with",), "mixed": ("to", "with")}
WEIGHTS = {"unweighted": None, "equal": "strength", "reliable": "reliability", "slow": "delay_days"}
WORDS = json.dumps({"relations": {"to": {"directed": True}, "with": {"directed": False}}})


def network_of(shape: str, direction: str) -> Network:
    actors, pairs = SHAPES[shape]
    relations = DIRECTIONS[direction]
    same = [str(place % 3) for place in range(len(pairs))]
    return Network.from_columns(
        {
            "actors": [("id", list(actors)), ("country", ["IDN" if id < "c" else "KHM" for id in actors])],
            "ties": [
                ("source", [source for source, _ in pairs]),
                ("target", [target for _, target in pairs]),
                ("relation", [relations[place % len(relations)] for place in range(len(pairs))]),
                ("strength", ["2"] * len(pairs)),
                ("reliability", ["0.5"] * len(pairs)),
                ("delay_days", same),
                ("capacity", ["3"] * len(pairs)),
            ],
        },
        vocabulary=WORDS,
        open_vocabulary=True,
    )


Subjects = tuple[tuple[Any, ...], dict[str, Any]]


def _half_taken(network: Network) -> Subjects:
    return (dict.fromkeys(network.actors, 0.5),), {}


def _one_each(network: Network) -> Subjects:
    return (dict.fromkeys(network.ties, 1.0),), {}


def _alternating(network: Network) -> Subjects:
    return (), {"modes": {actor: "odd" if place % 2 else "even" for place, actor in enumerate(network.actors)}}


# What a question needs to be asked; a new one that needs more than a network is named here.
SUBJECTS: dict[str, Subjects | Callable[[Network], Subjects]] = {
    "centrality.centralization": (("degree",), {}),
    "centrality.group_betweenness": (("a",), {}),
    "centrality.group_closeness": (("a",), {}),
    "centrality.group_degree": (("a",), {}),
    "centrality.percolation": _half_taken,
    "pathways.shortest": (("a", "b"), {}),
    "pathways.all_shortest": (("a", "b"), {}),
    "pathways.k_shortest": (("a", "b"), {"k": 3}),
    "pathways.most_reliable": (("a", "b"), {}),
    "pathways.cuts": (("a", "b"), {"of": "ties"}),
    "pathways.disjoint": (("a", "b"), {}),
    "pathways.dominators": (("a", "b"), {}),
    "pathways.indispensable": (("IDN", "KHM"), {}),
    "pathways.reach": (("a",), {}),
    "pathways.reliability": (("a", "b"), {"method": "sample"}),
    "pathways.importance": (("a", "b"), {"method": "sample", "samples": 64}),
    "pathways.earliest_arrival": (("a", "b"), {"at": "2022-08-01"}),
    "pathways.latest_departure": (("a", "b"), {"at": "2022-08-01"}),
    "pathways.fastest": (("a", "b"), {}),
    "pathways.instruments": (("country",), {}),
    "pathways.joined_pairs": (("country",), {}),
    "pathways.find": (("a", "b"), {"pattern": ".*"}),
    "pathways.pareto": (("a", "b", ("steps", "strength")), {}),
    "pathways.widest": (("a", "b"), {}),
    "pathways.through": (("a", "b"), {"weighted": False}),
    "brokerage.group_reach": (("a",), {}),
    "brokerage.key_players": ((1,), {}),
    "brokerage.roles": ((), {"missing": "IGO"}),
    "brokerage.two_mode_roles": (("a",), {"missing": "IGO"}),
    "cohesion.ei_index": ((), {"missing": "IGO"}),
    "cohesion.homophily": ((), {"missing": "IGO"}),
    "community.compare": (("country", "country"), {"missing": "none"}),
    "community.modularity": (("country",), {"missing": "IGO"}),
    "flows.bottleneck": (("a", "b"), {}),
    "flows.decompose": _one_each,
    "flows.failures": (("a", "b"), {"of": "ties"}),
    "flows.interdict": (("a", "b"), {"budget": 1}),
    "flows.maximum": (("a", "b"), {}),
    "flows.minimum_cost": (("a", "b"), {"cost": "strength"}),
    "flows.minimum_cut": (("a", "b"), {}),
    "flows.together": (([{"source": "a", "target": "b"}],), {}),
    "flows.waiting": (("a", "b"), {"arrivals": {"2022-08-01": 5}}),
    "position.blockmodel": ((), {"missing": "IGO"}),
    "position.concor": ((), {"diagonal": "kept"}),  # else the ring falls in two in several ways
    "temporal.by": (("degree",), {"window": ["2022"]}),
    "temporal.changes": (("2022-01", "2022-02"), {}),
    "temporal.timeline": (("a", "b"), {"window": ["2022", "2023"]}),
    "temporal.turnover": ((), {"window": ["2021", "2022"]}),
    "two_mode.betweenness": _alternating,
    "two_mode.centralization": _alternating,
    "two_mode.closeness": _alternating,
    "two_mode.clustering": _alternating,
    "two_mode.degree": _alternating,
    "two_mode.density": _alternating,
    "two_mode.eigenvector": _alternating,
    "two_mode.redundancy": _alternating,
    "two_mode.transitivity": _alternating,
}
FAMILIES = (*cn.questions.FAMILIES, "temporal")


def questions() -> Iterator[tuple[str, Callable[..., Any]]]:
    for family in FAMILIES:
        module = getattr(cn, family, None)
        for name in getattr(module, "__all__", ()):
            question = getattr(module, name)
            if inspect.isfunction(question) and "over" in inspect.signature(question).parameters:
                yield f"{family}.{name}", question


QUESTIONS = dict(questions())


def asked(name: str, network: Network, over: Projection) -> Any:
    given = SUBJECTS.get(name, ((), {}))
    subjects, options = given(network) if callable(given) else given
    return QUESTIONS[name](network, *subjects, over=over, **options)


# Current has no direction: these refuse directed ties.
UNDIRECTED_ONLY = ("centrality.current_flow_betweenness", "centrality.current_flow_closeness")


def plain(name: str) -> Projection:
    """Everything, as far as the question takes it."""
    return Projection(direction="undirected" if name in UNDIRECTED_ONLY else "declared")


def about_an_actor(name: str) -> bool:
    """Whether its subjects name an actor of the shapes."""
    given = SUBJECTS.get(name, ((), {}))
    return not callable(given) and '"a"' in json.dumps(given[0])


def numbers(rows: list[dict[str, Any]]) -> list[float]:
    return [value for row in rows for value in row.values() if isinstance(value, float)]


# Where something holds without end: a range of capacity, the most that may have gone along a tie.
ENDLESS = ("flows.bottleneck", "flows.reconcile")


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered_or_refused_for_a_reason(name: str, shape: str, direction: str) -> None:
    network = network_of(shape, direction)
    for weight in WEIGHTS.values():
        for parallel in ("auto", "keep"):
            over = Projection(weight=weight, parallel=parallel)
            try:
                answer = asked(name, network, over)
            except cn.CoopnetError as error:
                sentence = str(error)
                assert len(sentence) > 20, sentence
                assert sentence.endswith((".", "?")), sentence
                continue
            assert isinstance(answer, tables.Result), answer
            rows = answer.rows()
            assert name in ENDLESS or all(not math.isinf(number) for number in numbers(rows)), rows
            if isinstance(answer, (tables.Scores, tables.PairScores, tables.Value)):
                undefined = any(math.isnan(number) for number in numbers(rows))
                assert bool(answer.why) == undefined, (rows, answer.why)
            assert json.loads(answer.to_json(), parse_constant=pytest.fail)
            assert repr(answer)
            assert answer.to_frame() is not None


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_answered_the_same_when_asked_again(name: str) -> None:
    network = network_of("ring", "mixed")
    first = asked(name, network, plain(name))
    assert first.again().to_json() == first.to_json()
    assert asked(name, network_of("ring", "mixed"), plain(name)).to_json() == first.to_json()


@pytest.mark.parametrize("name", [name for name in QUESTIONS if not about_an_actor(name)])
def test_the_case_gives_an_answer_to_every_question_about_all_of_it(name: str) -> None:
    case = cn.load("indonesia-cambodia-2021-2022")
    if name.startswith("two_mode."):
        forums = Projection(relations=["member_of", "takes_part_in", "hosts"], during="2021/2022")
        assert QUESTIONS[name](case, over=forums).to_json()
        return
    assert asked(name, case, plain(name)).to_json()


# These state how they go about it, each in its own words.
OTHERS = ("pathways.", "temporal.", "flows.")
STATED = ("Ties: ", "Normalized: ", "Disconnected: ", "Direction: ", "Parallel ties: ", "Loops: ")


@pytest.mark.parametrize("name", [name for name in QUESTIONS if not name.startswith(OTHERS)])
def test_a_measure_states_what_tools_differ_on(name: str) -> None:
    said = asked(name, network_of("ring", "mixed"), plain(name)).convention
    assert all(part in said for part in STATED), said


def test_every_question_that_needs_a_subject_is_known_here() -> None:
    for name, question in QUESTIONS.items():
        parameters = list(inspect.signature(question).parameters.values())[1:]
        needed = [p.name for p in parameters if p.default is p.empty and p.kind is not p.VAR_KEYWORD]
        assert not needed or name in SUBJECTS, f"say in SUBJECTS how to ask {name}: it needs {needed}"


# Large enough that work is shared among threads, if there are any.
CROWD = 700
# Its searches follow one another, in one thread, for minutes in a crowd.
ALONE = "community.girvan_newman"


@pytest.fixture(scope="module")
def crowd() -> Network:
    draw = random.Random(3)
    ids = ["a", "b", *(f"n{number}" for number in range(CROWD - 2))]
    pairs = [(draw.choice(ids), draw.choice(ids)) for _ in range(5 * CROWD)]
    return Network.from_columns(
        {
            "actors": [("id", ids), ("country", [["IDN", "KHM", "THA"][place % 3] for place in range(CROWD)])],
            "ties": [
                ("source", [source for source, _ in pairs]),
                ("target", [target for _, target in pairs]),
                ("relation", [draw.choice(["to", "with"]) for _ in pairs]),
                ("strength", [str(draw.randint(1, 9)) for _ in pairs]),
                ("reliability", [str(draw.randint(1, 9) / 10) for _ in pairs]),
                ("capacity", [str(draw.randint(0, 9)) for _ in pairs]),
            ],
        },
        vocabulary=WORDS,
        open_vocabulary=True,
    )


@pytest.mark.parametrize("weight", [None, "strength"])
@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != ALONE])
def test_a_question_is_answered_the_same_by_one_thread_and_by_two(
    name: str, weight: str | None, crowd: Network
) -> None:
    over = plain(name).replace(weight=weight)
    answers = []
    for threads in (1, 2):
        cn.set_threads(threads)
        try:
            answers.append(asked(name, crowd, over).to_json())
        except cn.CoopnetError as refused:
            answers.append(str(refused))
        finally:
            cn.set_threads(0)
    assert answers[0] == answers[1]
