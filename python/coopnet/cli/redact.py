"""redact: a network without what must not be handed over."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .. import io, privacy
from ..errors import InvalidOption
from .flags import ActorTable, MappingFile, Place, command, listed, open_network
from .terminal import note

__all__ = ["redact"]


@command
def redact(
    place: Place,
    out: Annotated[Path, typer.Option(metavar="TARGET", help="A folder, or a .csv, .json, .dot, .graphml … file.")],
    public: Annotated[
        bool, typer.Option("--public", help="Small counts of persons, days, places below countries, free text.")
    ] = False,
    max_tlp: Annotated[
        str | None, typer.Option(metavar="LEVEL", help="What is marked above CLEAR, GREEN, AMBER or AMBER+STRICT.")
    ] = None,
    drop: Annotated[list[str] | None, typer.Option(metavar="A,B", help="Columns: note, ties.delay_days.")] = None,
    k: Annotated[float, typer.Option(help="The least count of persons shown, with --public.")] = 11,
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Names: pseudonyms under this file of random bytes.")
    ] = None,
    things: Annotated[
        list[str] | None, typer.Option(metavar="A,B", help="Further measures of figures that count no persons.")
    ] = None,
    together: Annotated[
        list[str] | None, typer.Option(metavar="NETWORK", help="Published beside it: no sum across gives a count back.")
    ] = None,
    actor_table: ActorTable = None,
    mapping: MappingFile = None,
) -> None:
    """Write a network without what must not be handed over; say what of it each flag takes out.

    Not promised: that who knows some hidden counts, or the sources, cannot find others. No legal advice.
    """
    if not (public or max_tlp or drop or key):
        raise InvalidOption("Say what to take out: --public, --max-tlp, --drop or --key. See coopnet redact --help.")
    redacted = privacy.redact(
        open_network(place, actor_table, mapping),
        public=public,
        max_tlp=max_tlp,
        drop=[name for name in listed(drop or ()) if name],
        k=k,
        key=key,
        things=[name for name in listed(things or ()) if name],
        together=[open_network(other, None) for other in together or ()],
    )
    for loss in io.write(redacted, out):
        note(loss)
    hidden = sum(figure.suppressed == "c" for figure in redacted.figures.values())
    note(f"Wrote {out}: {len(redacted.ties)} ties; {hidden} of {len(redacted.figures)} figures hidden.")
