"""Flows of people: what sources report, what can be true of it, how many go which way, where it holds up."""

from .bottlenecks import Bottleneck, Failures, bottleneck, failures
from .flow import Flow
from .interdiction import Interdiction, interdict
from .observed import Observed, observed
from .waiting import Waiting, waiting

__all__ = [
    "Bottleneck",
    "Failures",
    "Flow",
    "Interdiction",
    "Observed",
    "Waiting",
    "bottleneck",
    "failures",
    "interdict",
    "observed",
    "waiting",
]
