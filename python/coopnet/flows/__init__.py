"""Flows of people: what sources report, what can be true of it, how many go which way, where it holds up."""

from .bottlenecks import Bottleneck, Failures, bottleneck, failures
from .decompose import Route, Routes, decompose
from .evidence import Conflicts, conflicts
from .flow import Flow
from .interdiction import Interdiction, interdict
from .maximum import maximum
from .minimum_cost import minimum_cost
from .minimum_cut import FlowCut, FlowCuts, minimum_cut
from .observed import Observed, observed
from .reconciled import Reconciled, reconcile
from .stations import Stages, stages
from .together import Together, together
from .waiting import Waiting, waiting

__all__ = [
    "Bottleneck",
    "Conflicts",
    "Failures",
    "Flow",
    "FlowCut",
    "FlowCuts",
    "Interdiction",
    "Observed",
    "Reconciled",
    "Route",
    "Routes",
    "Stages",
    "Together",
    "Waiting",
    "bottleneck",
    "conflicts",
    "decompose",
    "failures",
    "interdict",
    "maximum",
    "minimum_cost",
    "minimum_cut",
    "observed",
    "reconcile",
    "stages",
    "together",
    "waiting",
]
