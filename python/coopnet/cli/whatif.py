"""whatif: a question before and after edits, which edits matter most, and a picture of the difference."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from .. import _core
from ..errors import InvalidOption, ParseError, UnknownName
from ..files import read_text
from ..network import Network
from ..projection import Projection
from ..questions import FAMILIES, named
from ..scenario import Scenario, best_additions, compare, worst_removals
from .flags import command, listed
from .measures import labeled
from .output import Output
from .progress import bar
from .terminal import note

__all__ = ["whatif"]


class Removed(StrEnum):
    actors = "actors"
    ties = "ties"


@command
def whatif(
    network: Network,
    over: Projection,
    output: Output,
    subjects: Annotated[
        list[str] | None, typer.Argument(metavar="[FROM TO]", help="The actors that the question names, as of paths.")
    ] = None,
    ask: Annotated[str, typer.Option(help="paths, reach, or a measure such as betweenness or density.")] = "paths",
    remove: Annotated[list[str] | None, typer.Option(metavar="A,B", help="Take these actors out.")] = None,
    remove_tie: Annotated[
        list[str] | None, typer.Option(metavar="T1|A,B[,RELATION]", help="Take out a tie, or those between two actors.")
    ] = None,
    add_actor: Annotated[
        list[str] | None, typer.Option(metavar="ID[,COLUMN=VALUE]", help="Add an actor: kind=attache,country=IDN.")
    ] = None,
    add_tie: Annotated[
        list[str] | None, typer.Option(metavar="A,B,RELATION[,COLUMN=VALUE]", help="Add a tie: reliability=0.9.")
    ] = None,
    change: Annotated[
        list[str] | None, typer.Option(metavar="ID|A,B[,RELATION],COLUMN=VALUE", help="Change an actor or ties.")
    ] = None,
    edits: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A JSON list of edits, as in a playbook; made first."),
    ] = None,
    best: Annotated[
        list[str] | None,
        typer.Option("--best-addition", metavar="A,B,RELATION[,COLUMN=VALUE]", help="Rank these ties, each if added."),
    ] = None,
    worst: Annotated[
        Removed | None, typer.Option("--worst-removals", help="Rank all actors or ties, each if removed.")
    ] = None,
    budget: Annotated[int, typer.Option(min=1, help="How many a ranking adds or removes together.")] = 1,
    number: Annotated[
        str | None, typer.Option(help="What a ranking judges: steps, reliability, count, an actor of scores.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="How many rows of a ranking or a measure to show.")] = 10,
    draw: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the difference into an .svg, .pdf or .png file.")
    ] = None,
) -> None:
    """Ask a question before and after edits: what breaks it, what would help.

    Several edits repeat their flag; they are made in this order: file, additions of actors, of ties, changes, removals.
    A value with a comma stands in quotes: --change 'A.NCB,"note=one, two"'. Rankings start from the edited network.
    Exit code 1 if there is no pathway, neither before nor after.
    """
    made = _scenario(edits, add_actor, add_tie, change, remove_tie, remove)
    if best and worst:
        raise InvalidOption("--best-addition and --worst-removals exclude each other. Choose one.")
    if not made.edits and not best and worst is None:
        raise InvalidOption("Nothing is edited. Say --remove, --remove-tie, --add-actor, --add-tie, --change, --edits.")
    question = _question(ask, over)
    subject = tuple(subjects or ())
    _require_subjects(ask, question, subject)
    if best or worst is not None:
        changed = made.apply(network) if made.edits else network
        given: dict[str, Any] = {"over": over, "budget": budget, "number": number, "max_results": top}
        with bar("Trying") as progress:
            if best:
                ties = [Scenario(edits=(_tie(text),)) for text in best]
                answer: Any = best_additions(changed, question, *subject, candidates=ties, progress=progress, **given)
            else:
                answer = worst_removals(changed, question, *subject, of=str(worst), progress=progress, **given)
        output.show(answer)
    else:
        answer = compare(network, made, question, *subject, over=over)
        rows = labeled(network, answer.rows(), output.lang)
        changed_rows = labeled(network, answer.changed[:top], output.lang)
        output.show(answer, rows=rows, seen=changed_rows if len(rows) > top else None)
    if draw is not None:
        from .. import pictures

        pictures.draw(network, over=over, scenario=made, lang=output.lang).save(draw)
        note(f"Wrote {draw}.")
    if not (best or worst) and answer.before is None and answer.after is None:
        raise typer.Exit(1)


# --- the question -------------------------------------------------------------------


def _question(ask: str, over: Projection) -> Any:
    known = dict(named())
    if ask == "paths":
        return known["pathways.most_reliable" if over.weight == "reliability" else "pathways.shortest"]
    if ask == "reach":
        return known["pathways.reach"]
    for family in FAMILIES:
        for name in (ask, f"{family}.{ask}"):
            if name in known:
                return known[name]
    names = ["paths", *known, *(name.partition(".")[2] for name in known)]
    raise UnknownName(f'There is no question "{ask}".{_core.nearest_hint(ask, names)} Ask paths, reach or a measure.')


def _require_subjects(ask: str, question: Any, subject: Sequence[str]) -> None:
    """Who must be named follows from the question: a sentence instead of what Python would say."""
    import inspect

    takes = list(inspect.signature(question).parameters.values())[1:]
    positional = [item for item in takes if item.kind is item.POSITIONAL_OR_KEYWORD]
    needed = [item.name for item in positional if item.default is item.empty]
    options = [item.name for item in takes if item.kind is item.KEYWORD_ONLY and item.default is item.empty]
    if options:
        raise InvalidOption(f"--ask {ask} needs {' and '.join(options)} too. Ask it in Python: cn.scenario.compare.")
    if len(subject) < len(needed):
        raise InvalidOption(f"--ask {ask} needs {' and '.join(needed)}. Name them behind the network.")
    if len(subject) > len(needed):
        raise InvalidOption(f"--ask {ask} takes {len(needed) or 'no'} actors, and {len(subject)} are named.")


# --- edits --------------------------------------------------------------------------


def _scenario(
    file: Path | None,
    add_actor: Sequence[str] | None,
    add_tie: Sequence[str] | None,
    change: Sequence[str] | None,
    remove_tie: Sequence[str] | None,
    remove: Sequence[str] | None,
) -> Scenario:
    made = _from_file(file) if file is not None else Scenario()
    edits: list[dict[str, Any]] = [_actor(text) for text in add_actor or ()]
    edits += [_tie(text) for text in add_tie or ()]
    edits += [_change(text) for text in change or ()]
    edits += [_cut(text) for text in remove_tie or ()]
    edits += [{"edit": "remove", "actor": actor or ""} for actor in listed(remove or ())]
    return Scenario(made.name, (*made.edits, *edits))


def _from_file(path: Path) -> Scenario:
    """A list of edits, or an object with `name` and `edits`."""
    text = read_text(path)
    try:
        held = json.loads(text)
    except json.JSONDecodeError as error:
        raise ParseError(f"{path}, line {error.lineno}: {error.msg}.", str(path), error.lineno, error.colno) from None
    name, edits = (str(held.get("name", "")), held.get("edits")) if isinstance(held, dict) else ("", held)
    if not isinstance(edits, list):
        raise InvalidOption(f'{path} holds no edits. Write a list, [{{"edit": "remove", "actor": …}}], or an object.')
    return Scenario(name, tuple(edits))


def _parts(flag: str, text: str, form: str, least: int, most: int) -> tuple[list[str], dict[str, str | None]]:
    """The names before, and the columns behind: `A,B,requests,reliability=0.9`."""
    parts = [part or "" for part in listed([text])]
    names = [part for part in parts if "=" not in part]
    cells = {}
    for part in parts:
        column, equals, value = part.partition("=")
        if equals:
            cells[column.strip()] = value or None
    if not least <= len(names) <= most or "" in names:
        raise InvalidOption(f'{flag} "{text}" is not of the form {form}.')
    return names, cells


def _actor(text: str) -> dict[str, Any]:
    (actor,), cells = _parts("--add-actor", text, "ID,COLUMN=VALUE", 1, 1)
    return {"edit": "add_actor", "actor": actor, **cells}


def _tie(text: str) -> dict[str, Any]:
    (source, target, relation), cells = _parts("A tie to add", text, "A,B,RELATION,COLUMN=VALUE", 3, 3)
    return {"edit": "add_tie", "source": source, "target": target, "relation": relation, **cells}


def _change(text: str) -> dict[str, Any]:
    names, cells = _parts("--change", text, "ID,COLUMN=VALUE or A,B,COLUMN=VALUE", 1, 3)
    return {"edit": "change", **_who("id", names), **cells}


def _cut(text: str) -> dict[str, Any]:
    names, cells = _parts("--remove-tie", text, "T1, or A,B, or A,B,RELATION", 1, 3)
    if cells:
        raise InvalidOption(f'--remove-tie "{text}" names a column. Name a tie, or two actors.')
    return {"edit": "remove", **_who("tie", names)}


def _who(one: str, names: Sequence[str]) -> dict[str, str]:
    """A single id, or the ends of ties and perhaps their relation."""
    if len(names) == 1:
        return {one: names[0]}
    return dict(zip(("source", "target", "relation"), names, strict=False))
