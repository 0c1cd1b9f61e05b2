"""datasets, info, check, convert: what there is, what it holds, what is wrong with it, in another format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import io
from ..datasets import datasets as bundled_names
from ..datasets import load
from ..errors import InvalidNetwork, ParseError, Problem
from ..foreign.alike import alike
from ..network import Network
from .flags import ActorTable, MappingFile, Place, ReadAs, command, network_read_as, open_network
from .output import Listing, Output
from .terminal import note

__all__ = ["check", "convert", "datasets", "info"]


@command
def datasets(output: Output) -> None:
    """List the networks that come with coopnet."""
    output.show(Listing("datasets", "", [_line(load(name), output.lang) for name in bundled_names()]))


def _line(network: Network, lang: str) -> dict[str, Any]:
    counts = {"actors": len(network.actors), "ties": len(network.ties), "sources": len(network.sources)}
    return {"name": network.name, **counts, "title": network.title(lang)}


@command
def info(network: Network, output: Output) -> None:
    """Say what a network holds: actors by kind and country, ties by layer and certainty, sources by grade."""
    remarks = [network.title(output.lang)]
    remarks += [f"Data of {network.version}."] if network.version else []
    remarks += [f"License: {network.license}."] if network.license else []
    output.show(Listing("info", network.name, list(_facts(network, output.lang)), remarks))


def _facts(network: Network, lang: str) -> Iterator[dict[str, Any]]:
    words = network.vocabulary
    relations = words["relations"]
    actors, ties = list(network.actors.values()), list(network.ties.values())
    yield _fact("actors", len(actors), "")
    yield from _counted("actors of kind", (words.label("kinds", actor.kind, lang) for actor in actors))
    yield from _counted("actors in country", (actor.country or "" for actor in actors))
    yield _fact("ties", len(ties), "")
    layers = (words.label("layers", relations[tie["relation"]]["layer"], lang) for tie in ties)
    yield from _counted("ties in layer", layers)
    yield from _counted("ties by status", (tie.status or "" for tie in ties))
    yield _fact("sources", len(network.sources), "")
    yield from _counted("sources of grade", (source.grade or "" for source in network.sources.values()))
    yield _fact("figures", len(network.figures), "")
    yield _fact("remarks on reading", len(network.problems()), "")


def _counted(what: str, values: Iterable[str]) -> Iterator[dict[str, Any]]:
    counts = Counter(values)
    for value, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield _fact(what, count, value or "(not said)")


def _fact(what: str, count: int, value: str) -> dict[str, Any]:
    return {"what": what, "which": value, "count": count}


@command
def check(
    place: Place,
    output: Output,
    actor_table: ActorTable = None,
    mapping: MappingFile = None,
    read_as: ReadAs = None,
) -> None:
    """Check a network's tables: everything wrong, by file, row and column. Exit code 1 if something is.

    A sound network's remarks say how its tables were read and which names of actors are alike.
    """
    try:
        network = open_network(place, actor_table, mapping, read_as)
    except InvalidNetwork as error:
        rows = [problem._asdict() for problem in error.problems]
        count = "1 problem" if len(rows) == 1 else f"{len(rows)} problems"
        output.show(Listing("check", place, rows, [f"{count}; the network cannot be used as it is."]))
        raise typer.Exit(1) from None
    except ParseError as error:
        found = {"file": error.path, "row": error.line, "column": error.column, "message": str(error)}
        output.show(Listing("check", place, [found], ["The file cannot be read."]))
        raise typer.Exit(1) from None
    remarks = [problem._asdict() for problem in (*network.problems(), *_alike(network))]
    sound = f"{network.name}: no problems in {len(network.actors)} actors and {len(network.ties)} ties."
    output.show(Listing("check", network.name, remarks, [sound, *([f"{len(remarks)} remarks."] if remarks else [])]))


def _alike(network: Network) -> Iterator[Problem]:
    """Names that may be one actor's."""
    names = {key: str(record.name or key) for key, record in network.actors.items()}
    keys = {name: key for key, name in names.items()}
    for first, second, why in alike(names.values()):
        yield Problem(
            "actors",
            None,
            "name" if names[keys[second]] != keys[second] else "id",
            f'"{second}" and "{first}" may be one actor ({why}). If so, map {keys[second]} to {keys[first]} '
            "under actor in the mapping's values.",
        )


@command(network=network_read_as)
def convert(
    network: Network,
    target: Annotated[
        Path,
        typer.Argument(
            metavar="TARGET",
            help="A folder, or a file: .csv, .xlsx, .json, .dot, .graphml, .gexf, .gml, .net, .paj, .dl, .cyjs …",
        ),
    ],
    to: Annotated[
        str | None, typer.Option("--to", "--format", help="The format of TARGET, where its name does not tell.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse to write what would lose something.")] = False,
) -> None:
    """Write a network in another format; says what the format cannot carry."""
    for loss in io.write(network, target, to, strict=strict):
        note(loss)
    note(f"Wrote {target}.")
