"""Offline pages: one HTML file each, no server, no request."""

from __future__ import annotations

from .explorer import explore
from .lesson import lesson
from .page import Page
from .player import play

__all__ = ["Page", "explore", "lesson", "play"]
