"""describe: the first page of a network."""

from __future__ import annotations

from typing import Annotated

import typer

from ..errors import InvalidOption
from ..files import write_atomically
from ..network import Network
from ..portrait import describe as portrait_of
from ..projection import Projection
from .flags import command
from .output import Output
from .terminal import harmless

__all__ = ["describe"]


@command
def describe(
    network: Network,
    over: Projection,
    output: Output,
    groups: Annotated[str, typer.Option(help="The actor column between whose groups one brokers.")] = "country",
    top: Annotated[int, typer.Option(min=1, help="How many actors to name by each measure.")] = 5,
    seed: Annotated[int, typer.Option(min=0, help="Of the search for groups that hang together.")] = 0,
) -> None:
    """Show a network on one page: size, density, pieces, who matters, who brokers, who belongs together.

    With --out page.html a page of its own; with --csv or --json a row a fact.
    """
    portrait = portrait_of(network, over=over, groups=groups, top=top, seed=seed, lang=output.lang)
    if output.out is not None and output.out.suffix == ".html":
        if output.as_json or output.as_csv:
            raise InvalidOption("A page is neither JSON nor CSV. Choose another name for --out.")
        write_atomically(output.out, portrait.to_html().encode())
    elif output.as_json or output.as_csv or output.out is not None:
        output.show(portrait)
    else:
        print(harmless(repr(portrait), lines=True))
