"""Writes docs/conventions.md: where tools differ, with numbers.

python tools/conventions.py: a test compares the file with what this prints.
"""

from __future__ import annotations

import inspect
import math
import sys
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import coopnet as cn
from coopnet import questions
from coopnet.conventions import TOOLS, As

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from agreement import peers  # noqa: E402
from agreement.known import known  # noqa: E402

# Whose numbers are shown: a hub, an end and an isolate; a sender, one of a pair apart and an isolate.
SHOWN = {"florentine": ("Medici", "Pazzi", "Pucci"), "digraph": ("0", "9", "11")}

HEAD = """# Conventions: the same word, other numbers

Tools that measure networks mean different things by the same word. Each table shows what coopnet answers by
default and what `convention=` gives; the numbers of NetworkX, igraph and sna are compared with those tools in
`tests/agreement/`, those of UCINET follow its manual. *How to ask* says the same in options and changes of the
projection: what is said in words wins over the convention.

Two networks: `florentine`, marriages among sixteen Florentine families, undirected, one of them an isolate
(Padgett and Ansell 1993, doi:10.1086/230190); `digraph`, made up: directed, mutual ties, a pair apart, an isolate.
Both are in `tests/agreement/networks.json`.

{wherever}

This file is written by `tools/conventions.py`.
"""

WHEREVER = (
    ("", "coopnet", *TOOLS.values()),
    (
        "parallel ties",
        "merged before measuring, by what the weight means, unless `parallel=` says otherwise",
        "edges of a MultiGraph: some functions refuse, some add weights",
        "kept: further pathways, further degree",
        "a matrix: one value a pair",
        "a matrix: one value a pair",
    ),
    (
        "loops",
        "kept; each measure says what they do to it",
        "kept",
        "kept",
        "left out unless `diag=TRUE`",
        "left out unless asked for",
    ),
    (
        "mixed ties",
        "an undirected tie runs both ways, as one tie",
        "a graph is one or the other",
        "a graph is one or the other",
        "`gmode` says which",
        "symmetrized or not",
    ),
    (
        "weights",
        "the projection says strength, cost, probability or capacity",
        "an attribute; each function decides whether it is a distance",
        "an attribute; each function decides whether it is a distance",
        "ignored by most",
        "dichotomized by many",
    ),
    (
        "undefined",
        "NaN, with the reason in `.why`",
        "an exception, 0 or NaN",
        "NaN or 0",
        "NaN, 0 or Inf",
        "blank or 0",
    ),
)


def document() -> str:
    return "\n".join([HEAD.format(wherever=_wherever()), *(line for part in _parts() for line in part)])


def _wherever() -> str:
    rows = [f"| {' | '.join(cells)} |" for cells in WHEREVER]
    return "\n".join(["Wherever nothing else is said:", "", rows[0], "|---" * len(WHEREVER[0]) + "|", *rows[1:]])


def _parts() -> Iterator[list[str]]:
    for name, question in questions.named():
        tools: Mapping[str, As] = getattr(question, "tools", {})
        if tools:
            yield [f"## {name}", "", _first(question), "", *_table(name, question, tools), ""]


def _first(question: Any) -> str:
    """The first sentence of a docstring."""
    return " ".join((inspect.getdoc(question) or "").split("\n\n")[0].split())


def _table(name: str, question: Any, tools: Mapping[str, As]) -> Iterator[str]:
    default = _answers(name, question)
    told = {tool: _answers(name, question, convention=tool) for tool in tools}
    places = [place for network in SHOWN for place in _places(network, _first_given(network, default, *told.values()))]
    yield "| | how to ask | " + " | ".join(_headed(*place) for place in places) + " |"
    yield "|---" * (2 + len(places)) + "|"
    yield f"| coopnet | `{name.partition('.')[2]}(network)` | {_cells(default, places)} |"
    for tool, how in tools.items():
        yield f"| {TOOLS[tool]} | {_how(how)} | {_cells(told[tool], places)} |"
    notes = [f"{TOOLS[tool]}: {how.note}" for tool, how in tools.items() if how.note]
    if notes:
        yield ""
        yield from (f"- {note}" for note in notes)


def _how(how: As) -> str:
    options = [f"{name}={value!r}" for name, value in how.options.items()]
    over = [f"Projection({', '.join(f'{name}={value!r}' for name, value in how.over.items())})"] if how.over else []
    said = [f"`{part}`" for part in (*options, *over)]
    if how.scaled != 1:
        said.append(f"times {how.scaled:g}")
    return ", ".join(said) or "the same"


def _answers(name: str, question: Any, **options: Any) -> dict[str, Any]:
    """The answer for each network, or the error that refuses it."""
    answers: dict[str, Any] = {}
    for network in SHOWN:
        subjects, more = peers.subjects(name, network)
        try:
            answers[network] = question(known(network), *subjects, **more, **options)
        except cn.CoopnetError as refused:
            answers[network] = refused
    return answers


def _first_given(network: str, *answers: Mapping[str, Any]) -> Any:
    """The first answer for a network that is none of refusal, for its form."""
    given = [answer[network] for answer in answers]
    return next((answer for answer in given if not isinstance(answer, Exception)), given[0])


def _places(network: str, answer: Any) -> list[tuple[Any, ...]]:
    """Where in an answer numbers are looked at: at some actors or ties, at each type, or at all of it."""
    if isinstance(answer, cn.tables.PairScores):
        return [(network, pair) for pair in list(answer)[:3]]
    if isinstance(answer, cn.position.Blockmodel):
        return [(network, pair) for pair in list(answer)[:2]]
    if isinstance(answer, cn.tables.Matrix):
        return [(network, pair) for pair in combinations(SHOWN[network], 2)]
    if isinstance(answer, cn.tables.Counts):
        return [(network, kind) for kind in answer]
    if isinstance(answer, Mapping):
        return [(network, actor) for actor in SHOWN[network]]
    return [(network,)]


def _headed(network: str, key: Any = "") -> str:
    return f"{network}: {' – '.join(key) if isinstance(key, tuple) else key}".removesuffix(": ")


def _cells(answers: Mapping[str, Any], places: list[tuple[Any, ...]]) -> str:
    return " | ".join(_number(answers[place[0]], *place[1:]) for place in places)


def _number(answer: Any, *key: Any) -> str:
    if isinstance(answer, Exception):
        return "refused"
    value = answer[key[0]] if key else float(answer)
    if isinstance(value, Mapping) and "z_total" in value:  # brokerage roles: their total stands for all
        return f"{_said(value['total'])} (z {_said(value['z_total'])})"
    if isinstance(value, Mapping):
        return ", ".join(_said(number) for number in value.values() if isinstance(number, float))
    return _said(value)


def _said(value: float) -> str:
    return "undefined" if math.isnan(value) else f"{value:.4g}"


if __name__ == "__main__":
    (ROOT / "docs/conventions.md").write_text(document(), encoding="utf-8")
