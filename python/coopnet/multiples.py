"""A network window by window: small pictures side by side, everything on its place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from . import _core
from .errors import InvalidOption
from .network import Network
from .pictures import Picture, picture_texts
from .privacy.redact import published
from .projection import Projection
from .report.speech import Speech
from .temporal import Window, windows
from .texts import text

__all__ = ["multiples"]

MOST = 36


def multiples(
    network: Network,
    window: str | Iterable[str] = "year",
    *,
    over: Projection | None = None,
    layout: str = "auto",
    theme: str = "print",
    title: str | None = None,
    lang: str = "en",
    public: bool = False,
) -> Picture:
    """Draw a network window by window: small pictures side by side, in which only the ties differ.

    Every actor has one place and every line one way in all of them. Who has a tie in a window is a full shape with a
    number, everybody else a pale one; one list says whose the numbers are, since names could not be read so small.
    A line with a tie that was not in the window before lies on a green band with a plus. Under each heading stands how
    many ties there are, how many are new and how many have ended since.

    Parameters
    ----------
    window
        ``"year"``, ``"quarter"``, ``"month"``, any other window of `temporal.by`, or a list of spans.
    over
        Which actors and ties; its `during` says from when to when, else the first and last recorded day do.
    layout
        As for `draw`.
    theme, title, lang, public
        As for `draw`.

    Raises
    ------
    InvalidOption
        More than 36 windows, or 120 actors with a tie; no tie with a date and no `during`; a projection with `at`; an
        option that does not exist.
    RenderError
        Graphviz failed (layout ``"graph"`` only).

    Ties that are drawn are counted, each by itself; a tie whose days are not recorded stands in every window, and the
    line under the title says how many do: ask ``dates="certain"`` to leave them out. One that pauses is new again.
    Costs a picture, and some 10 ms a window.

    Examples
    --------
    >>> import coopnet as cn
    >>> calls = cn.Network.from_columns({"ties": [
    ...     ("source", ["ncb", "ncb", "embassy"]), ("target", ["embassy", "police", "police"]),
    ...     ("since", ["2021-01-10", "2022-03-01", "2022-05"]), ("until", ["2021-12-03", "2022-03-31", "2022-06"])]})
    >>> cn.multiples(calls)
    <Picture: 2022 has the most ties, 2, of which 2 are new>
    """
    over = over or Projection()
    network = published(network, public)
    spans = windows(network, over, window, 1)
    if len(spans) > MOST:
        raise InvalidOption(
            f"{len(spans)} windows cannot be read in one picture; {MOST} is the limit. Choose longer windows, or bound "
            "them by the projection's during."
        )
    kind = window if isinstance(window, str) else "span"
    cells = [
        (_heading(span, kind, lang), network.freeze(over.replace(during=span.during), merges=False).all_ties)
        for span in spans
    ]
    whole = network.freeze(over.replace(during=f"{spans[0].since}/{max(span.until for span in spans)}"), merges=False)
    return Picture(
        _core.render.multiples(
            whole,
            cells,
            layout=layout,
            theme=theme,
            language=lang,
            texts=picture_texts(lang)
            | {"legend.fates": text("picture.multiples.new", lang), "fate.added": text("picture.multiples.born", lang)},
            title=title or "",
            selection=str(over),
        )
    )


def _heading(span: Window, kind: str, lang: str) -> str:
    """When, as people say it: 2022, Q3 2022, Jul 2022, Jan 2022 – Jun 2022."""
    speech = Speech(lang)
    if kind == "quarter":
        return speech.date(f"{span.since.year}-Q{(span.since.month + 2) // 3}")
    as_coarse = {"year": 4, "month": 7}.get(kind, 10)
    if as_coarse == 10 and span.since.day == 1 and (span.until + timedelta(days=1)).day == 1:
        as_coarse = 4 if span.since.month == 1 and span.until.month == 12 else 7
    ends = [speech.date(str(day)[:as_coarse]) for day in (span.since, span.until)]
    return ends[0] if ends[0] == ends[1] else " – ".join(ends)
