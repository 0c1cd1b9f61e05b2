"""All commands. `coopnet --help` shows them in this order."""

from __future__ import annotations

from typing import Annotated

import typer

from .. import __version__
from .brokers import brokers
from .cuts import cut
from .describe import describe
from .figures import figures
from .flow import flow
from .interdiction import bottleneck, interdict
from .mapping import mapping
from .matrix import matrix
from .measures import rank
from .multiples import multiples
from .networks import check, convert, datasets, info
from .pages import explore
from .pathways import paths, reach
from .pictures import draw
from .player import lesson, play
from .redact import redact
from .report import report
from .sankey import sankey
from .timeline import timeline
from .whatif import whatif

__all__ = ["app"]

ABOUT = """Who works with whom against a transnational crime: measure it, find the pathways, draw it, report.

NETWORK is a bundled name (see coopnet datasets) or a path: a folder with ties.csv, or a .csv, .tsv, .xlsx, .json
or .dot file; --mapping says what a table of other people means.
Tables go to stdout, remarks and errors to stderr.

Exit codes: 0 answered; 1 answered with "none" (no pathway, problems found); 2 wrong usage or input; 130 interrupted;
70 an error in coopnet itself.
"""

app = typer.Typer(name="coopnet", help=ABOUT, no_args_is_help=True, pretty_exceptions_enable=False)


def _version(asked: bool) -> None:
    if asked:
        print(f"coopnet {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say the version.")]


@app.callback()
def _root(version: Version = False) -> None:
    pass


for function in (
    datasets,
    info,
    check,
    mapping,
    describe,
    rank,
    brokers,
    paths,
    reach,
    cut,
    figures,
    flow,
    bottleneck,
    interdict,
    whatif,
    timeline,
    draw,
    matrix,
    multiples,
    explore,
    sankey,
    play,
    lesson,
    convert,
    redact,
    report,
):
    app.command(function.__name__)(function)
