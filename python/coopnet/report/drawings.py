"""The pictures of the report."""

from __future__ import annotations

from typing import Any

from .. import flows, pictures, sankey
from ..projection import Projection
from ..ways import Pathway
from .case import Case
from .section import Drawing
from .steps import route

__all__ = ["map_of", "sankey_of", "strip_of"]


def strip_of(case: Case, name: str, caption: str, way: Pathway) -> Drawing:
    """A pathway in a line, step by step."""
    return Drawing(name, caption, route(case, way), pictures.strip(way, lang=case.lang))


def map_of(case: Case, name: str, caption: str, *, over: Projection, title: str, **options: Any) -> Drawing:
    """The network as a projection sees it, a score in color or a pathway lit."""
    picture = pictures.draw(case.network, over=over, title=title, lang=case.lang, **options)
    return Drawing(name, caption, picture.description, picture)


def sankey_of(case: Case, name: str, caption: str, *, over: Projection) -> Drawing:
    """The balanced flow closest to the reports, stage by stage."""
    picture = sankey(case.network, flow=flows.reconcile(case.network, over=over), lang=case.lang)
    return Drawing(name, caption, picture.description, picture)
