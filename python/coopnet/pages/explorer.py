"""The page to explore a network with."""

from __future__ import annotations

from ..network import Network
from ..privacy.redact import published
from ..projection import Projection
from .content import content, drawn
from .page import Page, assembled

__all__ = ["explore"]


def explore(
    network: Network,
    *,
    over: Projection | None = None,
    layout: str = "auto",
    lang: str = "en",
    public: bool = False,
) -> Page:
    """A network as one offline page to explore: picture, facts, sources."""
    over = over or Projection()
    network = published(network, public)
    picture = drawn(network, over, layout, lang)
    data = content(network, over, picture, lang=lang, part="explore")
    return Page(data["title"][lang], assembled("explorer", data, picture, lang=lang), picture["svg"])
