"""Writes docs/conventions.md: where tools differ, with numbers.

python tools/conventions.py: a test compares the file with what this prints.
"""

from __future__ import annotations

import inspect
import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import coopnet as cn
from coopnet import questions
from coopnet.conventions import TOOLS, As

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

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
    actors = [(network, actor) for network, shown in SHOWN.items() for actor in shown]
    yield "| | how to ask | " + " | ".join(f"{network}: {actor}" for network, actor in actors) + " |"
    yield "|---" * (2 + len(actors)) + "|"
    yield f"| coopnet | `{name.partition('.')[2]}(network)` | " + " | ".join(_numbers(question, actors)) + " |"
    for tool, how in tools.items():
        yield f"| {TOOLS[tool]} | {_how(how)} | " + " | ".join(_numbers(question, actors, convention=tool)) + " |"
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


def _numbers(question: Any, actors: list[tuple[str, str]], **options: Any) -> Iterator[str]:
    answers: dict[str, Any] = {}
    for network, actor in actors:
        if network not in answers:
            answers[network] = _answer(question, known(network), options)
        yield _number(answers[network], actor)


def _answer(question: Any, network: cn.Network, options: Mapping[str, Any]) -> Any:
    try:
        return question(network, **options)
    except cn.CoopnetError as refused:
        return refused


def _number(answer: Any, actor: str) -> str:
    if isinstance(answer, Exception):
        return "refused"
    if isinstance(answer, cn.tables.Value):
        value: Any = float(answer)
    else:
        value = answer.get(actor)
    if isinstance(value, Mapping):
        return ", ".join(_said(number) for number in value.values() if isinstance(number, float))
    return _said(value)


def _said(value: Any) -> str:
    if value is None:
        return ""
    return "undefined" if math.isnan(value) else f"{value:.4g}"


if __name__ == "__main__":
    (ROOT / "docs/conventions.md").write_text(document(), encoding="utf-8")
