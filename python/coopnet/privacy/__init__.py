"""Disclosure control: what may be handed over, and what must be hidden first."""

from .suppress import CountTable, Suppression, suppress

__all__ = ["CountTable", "Suppression", "suppress"]
