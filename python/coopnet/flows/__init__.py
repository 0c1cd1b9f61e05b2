"""Flows of people: what sources report, what can be true of it, how many go which way, where it holds up."""

from .decompose import Route, Routes, decompose
from .flow import Flow
from .maximum import maximum
from .minimum_cost import minimum_cost
from .minimum_cut import FlowCut, FlowCuts, minimum_cut
from .together import Together, together

__all__ = [
    "Flow",
    "FlowCut",
    "FlowCuts",
    "Route",
    "Routes",
    "Together",
    "decompose",
    "maximum",
    "minimum_cost",
    "minimum_cut",
    "together",
]
