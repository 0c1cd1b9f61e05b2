"""paths, reach: by which way something gets from one actor to another, and whom it can reach."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from .. import pathways
from ..errors import InvalidOption, NoPathway
from ..network import Network
from ..projection import Projection
from ..ways import Pathways
from .complete import complete_actor
from .flags import command, listed
from .output import Listing, Output
from .progress import bar

__all__ = ["paths", "reach"]

Source = Annotated[str, typer.Argument(metavar="FROM", help="The actor it starts from.", autocompletion=complete_actor)]
Target = Annotated[str, typer.Argument(metavar="TO", help="The actor it should get to.", autocompletion=complete_actor)]


class By(StrEnum):
    steps = "steps"
    weight = "weight"
    reliability = "reliability"
    widest = "widest"
    pareto = "pareto"
    fastest = "fastest"


class Mode(StrEnum):
    out = "out"
    into = "in"
    all = "all"


_FITS: dict[str, Any] = {"rich_help_panel": "Which pathways fit"}
_TIME: dict[str, Any] = {"rich_help_panel": "When"}
_STOPS = '{}: ids, "[kind=igo]" for some actor, "channel=police" for some tie.'


@command
def paths(
    network: Network,
    source: Source,
    target: Target,
    over: Projection,
    output: Output,
    by: Annotated[
        By,
        typer.Option(
            help="Fewest steps, least of the projection's --weight, greatest reliability, widest by --weight; pareto: "
            "all that nothing betters in both steps and reliability; fastest: in time, fewest days on the way."
        ),
    ] = By.steps,
    k: Annotated[int, typer.Option(min=1, help="How many pathways.")] = 1,
    all_shortest: Annotated[
        bool, typer.Option("--all-shortest", help="All that are as short as the shortest.")
    ] = False,
    pattern: Annotated[
        str | None,
        typer.Option(
            metavar="PATTERN", help='Relations in turn: "reports (refers | -notifies)* [kind=ncb] i247 .+".', **_FITS
        ),
    ] = None,
    via: Annotated[
        list[str] | None, typer.Option(metavar="A,B", help=_STOPS.format("Pass all of these"), **_FITS)
    ] = None,
    avoid: Annotated[
        list[str] | None, typer.Option(metavar="A,B", help=_STOPS.format("Pass none of these"), **_FITS)
    ] = None,
    limit: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN=N",
            help="At most so much along the pathway: steps=5, delay_days=30; reliability: at least.",
            **_FITS,
        ),
    ] = None,
    walks: Annotated[bool, typer.Option("--walks", help="Let an actor stand on a way twice.", **_FITS)] = False,
    depart: Annotated[
        str | None, typer.Option(metavar="DATE", help="In time: leave on this day or later, arrive first.", **_TIME)
    ] = None,
    arrive: Annotated[
        str | None, typer.Option(metavar="DATE", help="In time: arrive by this day, leave last.", **_TIME)
    ] = None,
    max_wait: Annotated[
        float | None, typer.Option(min=0, help="Days one waits at most between two steps.", **_TIME)
    ] = None,
    time_limit: Annotated[float | None, typer.Option(help="Seconds; then what was found by then.")] = None,
) -> None:
    """Find pathways from one actor to another, step by step. Exit code 1 if there is none, with how far one gets.

    With --pattern, --via, --avoid or --limit only those that fit are found. With --depart, --arrive or --by fastest
    each step is taken while its tie holds, and takes its delay_days (--fill for those not recorded).
    """
    fits: dict[str, Any] = {"pattern": pattern, "via": _stops(via), "avoid": _stops(avoid), "limits": _limits(limit)}
    chosen = walks or any(fits.values())
    if by is By.reliability and over.weight is None:
        over = over.replace(weight="reliability")
    times = (depart is not None, arrive is not None, by is By.fastest)
    if any(times) and (chosen or all_shortest or k > 1 or by not in (By.steps, By.fastest) or sum(times) > 1):
        raise InvalidOption(
            "In time one pathway is sought, by --depart, --arrive or --by fastest alone. Leave the other flags out."
        )
    if max_wait is not None and not any(times):
        raise InvalidOption(
            "--max-wait is for pathways in time. Say --depart, --arrive or --by fastest, or leave it out."
        )
    if all_shortest and (chosen or by not in (By.steps, By.weight)):
        raise InvalidOption("--all-shortest goes with --by steps or weight, and with no condition. Leave one out.")
    if (by is By.pareto and (walks or k > 1)) or (by is By.widest and walks):
        raise InvalidOption(f"--by {by} takes no {'--walks' if walks else '--k'}. Leave it out.")
    with bar("Searching") as progress:
        options: dict[str, Any] = {"over": over, "time_limit": time_limit, "progress": progress}
        found: Sequence[Any]
        try:
            if depart is not None:
                found = [pathways.earliest_arrival(network, source, target, at=depart, max_wait=max_wait, **options)]
            elif arrive is not None:
                found = [pathways.latest_departure(network, source, target, at=arrive, max_wait=max_wait, **options)]
            elif by is By.fastest:
                found = [pathways.fastest(network, source, target, max_wait=max_wait, **options)]
            elif by is By.widest:
                found = pathways.widest(network, source, target, k, **fits, **options)
            elif by is By.pareto:
                found = pathways.pareto(network, source, target, **fits, **options)
            elif chosen:
                found = pathways.find(network, source, target, k, **fits, walks=walks, **options)
            elif by is By.reliability:
                found = pathways.most_reliable(network, source, target, k, **options)
            elif all_shortest:
                found = pathways.all_shortest(network, source, target, **options)
            else:
                found = pathways.k_shortest(network, source, target, k, **options)
        except NoPathway as none:
            show_none(network, over, output, none)
            raise
    show_ways(network, found, output)


def show_ways(network: Network, found: Sequence[Any], output: Output) -> None:
    answer = found if isinstance(found, Pathways) else found[0]
    output.show(answer, rows=_rows(network, found, output.lang), seen=_seen(network, found, output.lang))


def _stops(texts: list[str] | None) -> list[str]:
    """Ids by commas; a condition may hold commas itself, so it is one flag."""
    stops: list[str] = []
    for text in texts or ():
        stops += [text] if text.startswith("[") or "=" in text else [item or "" for item in listed([text])]
    return stops


def _limits(texts: list[str] | None) -> dict[str, float]:
    limits = {}
    for text in texts or ():
        column, _, bound = text.partition("=")
        try:
            limits[column.strip()] = float(bound)
        except ValueError:
            raise InvalidOption(f'--limit "{text}" is not of the form column=number, such as steps=5.') from None
    return limits


def _seen(network: Network, found: Sequence[Any], lang: str) -> list[dict[str, Any]]:
    """The steps as a person reads them, narrow enough for a screen."""
    relations = network.vocabulary
    several = len(found) > 1
    return [
        ({"way": number} if several else {})
        | {
            "step": step,
            "from": f"{row['source']} {network.label(row['source'], lang, short=True)}",
            "to": f"{row['target']} {network.label(row['target'], lang, short=True)}",
            "by": ", ".join(relations.label("relations", name, lang) for name in row["relation"].split(", ")),
            "when": " – ".join(dict.fromkeys(day for day in (row["since"], row["until"]) if day)),
            **{time: row[time] for time in ("departs", "arrives") if time in row},
            "status": row["status"] or "",
            "reliability": row["reliability"],
            "sources": row["sources"],
        }
        for number, way in enumerate(found, start=1)
        for step, row in enumerate(way.rows(), start=1)
    ]


def _rows(network: Network, found: Sequence[Any], lang: str) -> list[dict[str, Any]]:
    """A row a step; `way` tells the pathways apart."""
    rows = []
    for number, way in enumerate(found, start=1):
        for step, row in enumerate(way.rows(), start=1):
            ends = {"source_name": network.label(row["source"], lang, short=True)}
            ends |= {"target_name": network.label(row["target"], lang, short=True)}
            rows.append({"way": number, "step": step, **_placed(row, ends)})
    return rows


def _placed(row: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Each name behind its id."""
    placed: dict[str, Any] = {}
    for key, value in row.items():
        placed[key] = value
        if f"{key}_name" in names:
            placed[f"{key}_name"] = names[f"{key}_name"]
    return placed


def show_none(network: Network, over: Projection, output: Output, none: NoPathway) -> None:
    """With --json the answer "none" is an object too; without it the sentence on stderr says all."""
    if output.as_json:
        cut = [dict(tie) for tie in none.cut]
        more = {"projection": over.to_dict(), "none": str(none), "reached": list(none.reached), "cut": cut}
        output.show(Listing("pathways", network.name, [], more=more))


@command
def reach(
    network: Network,
    source: Source,
    over: Projection,
    output: Output,
    within: Annotated[int | None, typer.Option(min=0, help="At most so many steps.")] = None,
    mode: Annotated[
        Mode, typer.Option(help="Whom the actor reaches (out), who reaches it (in), or both (all).")
    ] = Mode.out,
) -> None:
    """List whom an actor reaches, and in how many steps."""
    found = pathways.reach(network, source, within, mode=str(mode), over=over)
    rows = [row | {"name": network.label(row["id"], output.lang)} for row in found.rows()]
    output.show(found, rows=rows)
