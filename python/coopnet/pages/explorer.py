"""The page to explore a network with."""

from __future__ import annotations

from typing import Any

from ..errors import CoopnetError, InvalidOption
from ..network import Network
from ..privacy.redact import published
from ..projection import Projection
from ..sankey import sankey
from .arrays import web_view
from .content import content, drawn
from .core import packed_core
from .page import Page, assembled
from .prepared import answers, channels, measures
from .start import first_layers, questions, scenarios, window

__all__ = ["explore"]

MOST_ACTORS = 1500


def explore(
    network: Network,
    *,
    over: Projection | None = None,
    layout: str = "auto",
    lang: str = "en",
    public: bool = False,
) -> Page:
    """A network as one offline page: picture, table, flows, and every actor and tie with its sources.

    The page needs no server and asks no network: it runs from a file, by mail, in a notebook cell. A reader searches,
    filters by layer, channel, relation, kind, country, certainty and month, opens an actor or a tie, asks for the ways
    between two actors and for what a change would do to them, in English or Indonesian, by mouse or by keys alone.
    Where it stands is in its address, so a link leads back to it.

    Parameters
    ----------
    over
        What the page knows at most: ties outside are not in it. By default all. Of more than 60 ties it shows
        cooperation and membership at first.
    layout
        As `draw`: ``"banks"``, ``"graph"`` or ``"auto"``.
    lang
        The language it opens in, ``"en"`` or ``"id"``; a button changes it.
    public
        A page of what `coopnet.redact` leaves with ``public=True``, to hand out.

    Notes
    -----
    Measures and pathways follow the conventions of `coopnet.centrality` and `coopnet.pathways`; the page says which.
    Dates are read as a projection with ``dates="possible"`` reads them.

    Takes as long as a picture, and some tenths of a second for the answers it brings along. Raises `InvalidOption` for
    an option that does not exist and for more than 1,500 actors, `CoopnetError` where the pages' bundle was not built.

    Examples
    --------
    >>> import coopnet as cn
    >>> page = cn.explore(cn.load("demo-referral"))
    >>> page
    <Page: Synthetic example: a report that crosses a border>
    >>> page.html.startswith("<!doctype html>"), "http-equiv" in page.html
    (True, True)
    """
    over = over or Projection()
    network = published(network, public)
    count = len(network.freeze(over, merges=False).keys)
    if count > MOST_ACTORS:
        raise InvalidOption(
            f"A page shows at most {MOST_ACTORS:,} actors, and here are {count:,}. "
            "Narrow the projection: layers, countries, kinds or actors."
        )
    picture = drawn(network, over, layout, lang)
    data = content(network, over, picture, lang=lang, part="explore")
    data["explore"] = _explored(network, over, data)
    flows = _flows(network, over, data["languages"])
    return Page(
        data["title"][lang],
        assembled("explorer", data, picture, lang=lang, flows=flows, core=packed_core()),
        picture["svg"],
    )


def _explored(network: Network, over: Projection, data: dict[str, Any]) -> dict[str, Any]:
    """What the explorer alone knows: `python/web/src/explorer/data.ts` is its shape."""
    layers = first_layers(network, data["ties"])
    asked = questions(network, over, layers)
    tried = scenarios(network, asked)
    names = channels(network, data["ties"])
    return {
        "layers": layers,
        "window": window(network, data["ties"]),
        "questions": asked,
        "scenarios": tried,
        "channels": names,
        "measures": measures(network, over.replace(layers=layers or None)),
        "prepared": answers(network, over, asked, tried, names),
        "view": web_view(network, over) if packed_core() else None,
    }


def _flows(network: Network, over: Projection, languages: list[str]) -> list[dict[str, str]]:
    """The Sankey diagram in every language, on light and on dark paper; none where no figure says how many."""
    if not len(network.figures) or not network.freeze(over.replace(layers="flow"), merges=False).all_ties:
        return []
    chosen = None if over == Projection() else over
    try:
        return [
            {"lang": lang, "theme": name, "svg": sankey(network, over=chosen, lang=lang, theme=theme).svg}
            for lang in languages
            for name, theme in (("light", "print"), ("dark", "dark"))
        ]
    except CoopnetError:  # nothing flows within this projection
        return []
