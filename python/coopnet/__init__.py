"""Cooperation networks against transnational crime: model them, measure them, find pathways, draw them."""

from ._core import __version__
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

__all__ = [
    "Cancelled",
    "CoopnetError",
    "Infeasible",
    "InvalidNetwork",
    "InvalidOption",
    "InvalidWeight",
    "NoPathway",
    "NotConverged",
    "ParseError",
    "Problem",
    "RenderError",
    "UnknownActor",
    "UnknownName",
    "UnknownRelation",
    "__version__",
]
