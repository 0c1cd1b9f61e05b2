"""Flows of people: what sources report, what can be true of it, how many go which way, where it holds up."""

from .evidence import Conflicts, conflicts
from .flow import Flow
from .reconciled import Reconciled, reconcile
from .stations import Stages, stages

__all__ = ["Conflicts", "Flow", "Reconciled", "Stages", "conflicts", "reconcile", "stages"]
