"""Cooperation networks against transnational crime: model them, measure them, find pathways, draw them."""

from . import (
    brokerage,
    centrality,
    cohesion,
    community,
    flows,
    layers,
    pathways,
    position,
    scenario,
    temporal,
    two_mode,
)
from ._core import __version__, set_threads
from .datasets import datasets, load
from .errors import (
    Cancelled,
    CoopnetError,
    Infeasible,
    InvalidNetwork,
    InvalidOption,
    InvalidWeight,
    NoPathway,
    NotConverged,
    ParseError,
    Problem,
    RenderError,
    UnknownActor,
    UnknownName,
    UnknownRelation,
)
from .io import LossReport, read, write
from .network import Network
from .pictures import Picture, draw, strip
from .portrait import Portrait, describe
from .projection import Projection
from .report import Report, report
from .scenario import Scenario

__all__ = [
    "Cancelled",
    "CoopnetError",
    "Infeasible",
    "InvalidNetwork",
    "InvalidOption",
    "InvalidWeight",
    "LossReport",
    "Network",
    "NoPathway",
    "NotConverged",
    "ParseError",
    "Picture",
    "Portrait",
    "Problem",
    "Projection",
    "RenderError",
    "Report",
    "Scenario",
    "UnknownActor",
    "UnknownName",
    "UnknownRelation",
    "__version__",
    "brokerage",
    "centrality",
    "cohesion",
    "community",
    "datasets",
    "describe",
    "draw",
    "flows",
    "layers",
    "load",
    "pathways",
    "position",
    "read",
    "report",
    "scenario",
    "set_threads",
    "strip",
    "temporal",
    "two_mode",
    "write",
]
