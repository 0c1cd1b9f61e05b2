"""Disclosure control: what may be handed over, and what must be hidden first."""

from .figures import THINGS, counts_persons
from .redact import redact
from .suppress import HIDDEN, CountTable, Suppression, suppress

__all__ = ["HIDDEN", "THINGS", "CountTable", "Suppression", "counts_persons", "redact", "suppress"]
