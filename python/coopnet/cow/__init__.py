"""Readers for the published tables of the Correlates of War Project, as they are downloaded.

Actors are states by their COW number (``ccode``; in the table by organization, which has none, by its column), not by
ISO code: the two are many to one and change over time, so that `country` stays empty. Every tie names its source, the
table it was read from. What the tables cannot say is not filled in: a code for missing is never zero, and a year that
the table does not have is in no tie, unless `bridge` says so. The tables are the project's: cite them as it asks.
"""

from .alliances import alliances
from .contiguity import contiguity
from .igo import igo_state_year, igo_year

__all__ = ["alliances", "contiguity", "igo_state_year", "igo_year"]
