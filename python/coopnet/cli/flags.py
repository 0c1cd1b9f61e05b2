"""Flags that commands share: the network, the projection's keywords, the form of the answer."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import _core, io
from ..datasets import datasets, load
from ..errors import InvalidOption, UnknownName
from ..network import Network
from ..privacy.redact import published
from ..projection import Projection
from .complete import complete_network
from .output import Output

__all__ = [
    "ActorTable",
    "Flags",
    "Lang",
    "MappingFile",
    "Opened",
    "Place",
    "command",
    "flag",
    "listed",
    "network_read_as",
    "open_network",
    "several",
]


class Lang(StrEnum):
    en = "en"
    id = "id"


@dataclass(frozen=True)
class Flags:
    """A parameter of a command that stands for several flags, and what is made of them."""

    parameters: list[inspect.Parameter]
    make: Callable[..., Any]


def command(function: Callable[..., Any] | None = None, **more: Flags) -> Callable[..., Any]:
    """The function with `network`, `over`, `output` and `more` of its own replaced by the flags they are made of."""
    if function is None:
        return lambda named: command(named, **more)
    signature = inspect.signature(function, eval_str=True)
    composed = {name: flags for name, flags in (COMPOSED | more).items() if name in signature.parameters}
    parameters: list[inspect.Parameter] = []
    for name, parameter in signature.parameters.items():
        parameters += composed[name].parameters if name in composed else [parameter]
    positional = [item for item in parameters if _is_argument(item)]
    ordered = positional + [item for item in parameters if item not in positional]

    @wraps(function)
    def run(**given: Any) -> Any:
        made = {}
        for name, flags in composed.items():
            made[name] = flags.make(**{item.name: given.pop(item.name) for item in flags.parameters})
        return function(**given, **made)

    keyword_only = [item.replace(kind=inspect.Parameter.KEYWORD_ONLY) for item in ordered]
    run.__signature__ = inspect.Signature(keyword_only)  # type: ignore[attr-defined]
    run.__annotations__ = {item.name: item.annotation for item in keyword_only}
    return run


def _is_argument(parameter: inspect.Parameter) -> bool:
    return any(
        isinstance(item, typer.models.ArgumentInfo) for item in getattr(parameter.annotation, "__metadata__", ())
    )


def flag(name: str, kind: Any, default: Any, text: str, *declarations: str, **more: Any) -> inspect.Parameter:
    annotation = Annotated[kind, typer.Option(*declarations, help=text, **more)]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)


# --- the network ------------------------------------------------------------------------


def open_network(
    network: str, actor_table: Path | None, mapping: Path | None = None, format: str | None = None
) -> Network:
    if network in datasets():
        if actor_table is not None or mapping is not None:
            raise InvalidOption("--actor-table and --mapping go with a table of ties; a bundled network needs neither.")
        return load(network)
    if not Path(network).exists() and "/" not in network and "." not in network:
        hint = _core.nearest_hint(network, datasets())
        raise UnknownName(f'There is no bundled network and no file "{network}".{hint} See coopnet datasets.')
    return io.read(network, format, actors=actor_table, mapping=mapping)


def _network(
    network: str, actor_table: Path | None, mapping: Path | None, public: bool, read_as: str | None = None
) -> Network:
    return published(open_network(network, actor_table, mapping, read_as), public)


Place = Annotated[
    str,
    typer.Argument(
        metavar="NETWORK", help="A bundled name, or a path (./name if both).", autocompletion=complete_network
    ),
]
ActorTable = Annotated[Path | None, typer.Option(metavar="FILE", help="A table of the actors, beside a table of ties.")]
MappingFile = Annotated[Path | None, typer.Option(metavar="FILE", help="What the tables mean: see coopnet mapping.")]

_NETWORK = Flags(
    [
        inspect.Parameter("network", inspect.Parameter.KEYWORD_ONLY, annotation=Place),
        inspect.Parameter("actor_table", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=ActorTable),
        inspect.Parameter("mapping", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=MappingFile),
        flag("public", bool, False, "Hide small counts, days, places and free text first: coopnet redact.", "--public"),
    ],
    _network,
)
ReadAs = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="The format of NETWORK, where its name does not tell: graphml, cow-contiguity …",
    ),
]
# The same, and the format of what is read.
network_read_as = Flags(
    [
        *_NETWORK.parameters,
        inspect.Parameter("read_as", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=ReadAs),
    ],
    _network,
)


@dataclass(frozen=True)
class Opened:
    """A network as it is, and whether what is made of it is for everyone."""

    network: Network
    public: bool


def _opened(network: str, actor_table: Path | None, mapping: Path | None, public: bool) -> Opened:
    return Opened(open_network(network, actor_table, mapping), public)


_OPENED = Flags(_NETWORK.parameters, _opened)


# --- the projection ---------------------------------------------------------------------

_LISTS = {
    "layers": "Ties of these layers: cooperation, membership, illicit, flow.",
    "relations": "Ties of these relations.",
    "kinds": "Ties whose two ends are of these kinds.",
    "countries": "Ties whose two ends lie in these countries; - keeps bodies of no country.",
    "actors": "Ties among these actors.",
    "status": "Ties so documented: documented, claimed, inferred.",
    "without_sources": "Ties that rest on another source than these.",
}
_CHOICES = {
    "dates": ("possible", "certain"),
    "weight_means": ("strength", "cost", "probability", "capacity"),
    "parallel": ("auto", "keep", "sum", "max", "min", "count"),
    "affiliations": ("keep", "count", "newman", "jaccard"),
    "direction": ("declared", "undirected", "reversed"),
}
_TEXTS = {
    "at": "Ties that hold on this day.",
    "during": "Ties that overlap this span: 2022, or 2022-07/2022-09.",
    "dates": "Keep a tie if some reading of its unknown days fits, or only if all do.",
    "min_grade": "Ties with a source graded so or better, such as B3.",
    "weight": "The tie column that weighs: strength, reliability, delay_days, capacity, or your own.",
    "weight_means": "What your own column means.",
    "fill": "The weight of a tie whose cell is empty.",
    "parallel": "How parallel ties are merged.",
    "affiliations": "Keep forums and events, or fold them into ties among members.",
    "direction": "How ties run.",
    "loops": "Keep ties from an actor to itself.",
    "isolates": "Keep actors left without a tie.",
}
_PANEL = {"rich_help_panel": "Which ties count (lists by commas; - is the empty cell)"}


def listed(texts: Sequence[str]) -> list[str | None]:
    """The items of flags that take a list: `a,b`, quotes around an item that holds a comma, `-` for the empty cell."""
    import csv

    return [None if item == "-" else item for row in csv.reader(texts, skipinitialspace=True) for item in row]


def several(text: str) -> list[str]:
    """The actors that one argument names, by commas."""
    return [item or "" for item in listed([text])]


def _projection(where: list[str] | None, **flags: Any) -> Projection:
    asked: dict[str, Any] = {}
    for name, value in flags.items():
        if name in _LISTS:
            if value:
                asked[name] = listed(value)
        elif value is not None:
            asked[name] = str(value) if name in _CHOICES else value
    asked["where"] = dict(_condition(text) for text in where or ())
    return Projection(**asked)


def _condition(text: str) -> tuple[str, list[str | None]]:
    column, equals, values = text.partition("=")
    if not equals or not column:
        raise InvalidOption(f'--where "{text}" is not of the form column=value,value.')
    return column.strip(), listed([values])


def _projection_flags() -> list[inspect.Parameter]:
    def option(name: str) -> str:
        return "--" + name.replace("_", "-")

    flags = [
        flag(name, list[str] | None, None, text, option(name), metavar="A,B", **_PANEL) for name, text in _LISTS.items()
    ]
    where = "Any tie column: channel=police,- is the police channel and domestic ties."
    flags.append(flag("where", list[str] | None, None, where, "--where", metavar="COLUMN=A,B", **_PANEL))
    for name, text in _TEXTS.items():
        kind: Any = str | None
        if name in _CHOICES:
            kind = StrEnum(name, {word: word for word in _CHOICES[name]}) | None  # type: ignore[operator]
        elif name == "fill":
            kind = float | None
        elif name in ("loops", "isolates"):
            kind = bool | None
        both = f"{option(name)}/--no-{name}" if name in ("loops", "isolates") else option(name)
        flags.append(flag(name, kind, None, text, both, **_PANEL))
    return flags


_OVER = Flags(_projection_flags(), _projection)


# --- the form of the answer -------------------------------------------------------------


def _output(lang: Lang, as_json: bool, as_csv: bool, out: Path | None) -> Output:
    return Output(str(lang), as_json, as_csv, out)


_FORM = {"rich_help_panel": "The form of the answer"}
_OUTPUT = Flags(
    [
        flag("lang", Lang, Lang.en, "The language of names and labels.", "--lang", **_FORM),
        flag("as_json", bool, False, "One JSON object, full precision.", "--json", **_FORM),
        flag("as_csv", bool, False, "CSV; a cell that a spreadsheet would run gets a leading '.", "--csv", **_FORM),
        flag("out", Path | None, None, "Into this file: CSV, or JSON with --json.", "--out", metavar="FILE", **_FORM),
    ],
    _output,
)

COMPOSED = {"network": _NETWORK, "opened": _OPENED, "over": _OVER, "output": _OUTPUT}
