"""Flows of people: what sources report, what can be true of it, how many go which way, where it holds up."""

from .flow import Flow
from .observed import Observed, observed
from .waiting import Waiting, waiting

__all__ = ["Flow", "Observed", "Waiting", "observed", "waiting"]
