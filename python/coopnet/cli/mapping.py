"""mapping: what somebody else's table seems to mean, to correct and to use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..errors import CoopnetError
from ..files import write_atomically
from ..foreign.proposal import propose
from .flags import ActorTable
from .terminal import note, print_table

__all__ = ["mapping"]


def mapping(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CSV, TSV or Excel table of ties, or a matrix.")],
    actor_table: ActorTable = None,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the mapping there, as JSON.")] = None,
) -> None:
    """Propose a mapping of a table to ours, with the reason of each guess; correct it and pass it as --mapping.

    Without --out the mapping itself goes to stdout. Names of actors that are alike are listed, not merged.
    """
    for path in (file, actor_table):
        if path is not None and not path.is_file():
            raise CoopnetError(f"There is no file {path}. Check the path.")
    made = propose(file, actor_table)
    if out is None:
        print(made.to_json(), end="")
    else:
        write_atomically(out, made.to_json().encode())
        print_table(made.reasons)
    for remark in made.open:
        note(remark)
    if out is not None:
        actors = f" --actor-table {actor_table}" if actor_table else ""
        note(f"Wrote {out}. Look it over, then: coopnet check {file}{actors} --mapping {out}")
