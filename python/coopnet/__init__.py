"""Cooperation networks against transnational crime: model them, measure them, find pathways, draw them."""

from . import (
    brokerage,
    centrality,
    cohesion,
    community,
    cow,
    flows,
    layers,
    pathways,
    position,
    privacy,
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
from .matrix import matrix
from .multiples import multiples
from .network import Network
from .pages import Page, explore, lesson, play
from .pictures import Picture, draw, strip
from .portrait import Portrait, describe
from .privacy import redact
from .projection import Projection
from .report import Report, report
from .sankey import alluvial, sankey
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
    "Page",
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
    "alluvial",
    "brokerage",
    "centrality",
    "cohesion",
    "community",
    "cow",
    "datasets",
    "describe",
    "draw",
    "explore",
    "flows",
    "layers",
    "lesson",
    "load",
    "matrix",
    "multiples",
    "pathways",
    "play",
    "position",
    "privacy",
    "read",
    "redact",
    "report",
    "sankey",
    "scenario",
    "set_threads",
    "strip",
    "temporal",
    "two_mode",
    "write",
]
