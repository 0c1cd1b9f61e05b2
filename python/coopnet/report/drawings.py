"""The pictures of the report."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from ..projection import Projection
from ..ways import Pathway
from .case import Case
from .section import Drawing

__all__ = ["map_of", "strip_of"]


def strip_of(case: Case, name: str, caption: str, way: Pathway) -> list[Drawing]:
    """A pathway in a line, step by step."""
    if not _can_draw():
        return []
    from .. import pictures

    return [Drawing(name, caption, pictures.strip(way, lang=case.lang))]


def map_of(case: Case, name: str, caption: str, *, over: Projection, title: str, **options: Any) -> list[Drawing]:
    """The network as a projection sees it, a score in color or a pathway lit."""
    if not _can_draw():
        return []
    from .. import pictures

    return [Drawing(name, caption, pictures.draw(case.network, over=over, title=title, lang=case.lang, **options))]


def _can_draw() -> bool:
    """Pictures come with the drawing part of the package."""
    return find_spec("coopnet.pictures") is not None
