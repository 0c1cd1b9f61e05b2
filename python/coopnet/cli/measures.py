"""rank: the actors by a measure, highest first."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from ..errors import InvalidOption, UnknownName
from ..network import Network
from ..projection import Projection
from .flags import command
from .output import Output

__all__ = ["rank"]


def complete_measure(incomplete: str) -> list[str]:
    return [name for name in measures() if name.startswith(incomplete)]


def measures() -> dict[str, Callable[..., Any]]:
    """The measures that give one number an actor."""
    from .. import centrality

    functions = {name: getattr(centrality, name) for name in centrality.__all__}
    return {name: item for name, item in functions.items() if inspect.signature(item).return_annotation == "Scores"}


@command
def rank(
    network: Network,
    over: Projection,
    output: Output,
    measure: Annotated[
        str, typer.Option(help="degree, betweenness, closeness …", autocompletion=complete_measure)
    ] = "betweenness",
    top: Annotated[int, typer.Option(min=1, help="How many actors to show.")] = 10,
    mode: Annotated[str | None, typer.Option(help="Ties out, in or all, where the measure asks.")] = None,
    normalized: Annotated[bool | None, typer.Option(help="Shares, or plain counts, where the measure asks.")] = None,
) -> None:
    """Rank actors by a measure, highest first; equals share a rank."""
    function = _measure(measure)
    options = {"mode": mode, "normalized": normalized}
    given = {name: value for name, value in options.items() if value is not None}
    for name in given:
        if name not in inspect.signature(function).parameters:
            raise InvalidOption(f"{measure} takes no --{name}. Leave it out.")
    scores = function(network, over=over, **given)
    ranks = scores.ranks()
    best = scores.top(top)
    rows = [
        {
            "rank": ranks.get(row["id"]),
            "id": row["id"],
            "name": network.label(row["id"], output.lang),
            measure: row[measure],
        }
        for row in best.rows()
    ]
    output.show(best, rows=rows)


def _measure(name: str) -> Callable[..., Any]:
    known = measures()
    if name not in known:
        from .. import _core

        hint = _core.nearest_hint(name, list(known))
        raise UnknownName(f'There is no measure "{name}".{hint} Measures: {", ".join(known)}.')
    return known[name]
