"""Flows of people: what sources report, what can be true of it, how many go which way, where it holds up."""

from .flow import Flow

__all__ = ["Flow"]
