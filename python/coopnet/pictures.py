"""Pictures of a network: SVG, PDF, PNG, with title, legend, sources and stamp."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _core
from .errors import InvalidOption
from .files import write_atomically
from .network import Network
from .privacy.redact import published
from .projection import Projection
from .scenario import Scenario
from .scenario.edits import core_edits
from .texts import texts
from .ways import Pathway

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["Picture", "draw", "strip"]

FORMATS = (".svg", ".pdf", ".png")


class Picture:
    """A picture that shows itself in a notebook and saves itself as a file.

    `.svg` is its SVG, self-contained, with text that can be searched and read aloud; `.title` and
    `.description` say what it shows; `.size` is its width and height in pixels at 100 %.
    """

    def __init__(self, drawing: _core.render.Drawing) -> None:
        self._drawing = drawing
        self.title = drawing.title
        self.description = drawing.description
        self.size = drawing.size

    @property
    def svg(self) -> str:
        return self._drawing.svg()

    def printed(self, form: str, *, dpi: float = 144) -> bytes:
        """The bytes of a ``"pdf"`` or ``"png"``; `dpi` is the density of a PNG (96 is 100 %)."""
        return self._drawing.printed(form, dpi=dpi)

    def save(self, path: str | os.PathLike[str], *, dpi: float = 144) -> None:
        """Write the picture as .svg, .pdf or .png, by the name of the file; `dpi` is the density of a PNG.

        The file is written whole or not at all: where it cannot be, an old one stays.

        Raises InvalidOption for another suffix, CoopnetError if the file cannot be written,
        RenderError if Graphviz fails (PDF and PNG only).
        """
        suffix = Path(path).suffix.lower()
        if suffix not in FORMATS:
            raise InvalidOption(f"{os.fspath(path)}: name the file .svg, .pdf or .png.")
        content = self.svg.encode() if suffix == ".svg" else self.printed(suffix.removeprefix("."), dpi=dpi)
        write_atomically(path, content)

    def plot(self, ax: Axes | None = None, *, dpi: float = 144) -> Axes:
        """Place the picture on the axes of a matplotlib figure, for a plate of several, and return them.

        It goes there as a PNG of so many pixels an inch; `save` writes lines and letters that stay sharp. Without
        `ax` a figure of its own is made, as large as the picture.

        Raises InvalidOption if matplotlib is not installed, RenderError if Graphviz fails.

        >>> import coopnet as cn
        >>> from matplotlib.figure import Figure
        >>> left, right = Figure(figsize=(12, 5)).subplots(1, 2)
        >>> demo = cn.load("demo-referral")
        >>> cn.draw(demo).plot(ax=left) is left, cn.matrix(demo).plot(ax=right) is right
        (True, True)
        """
        try:
            from matplotlib import image, pyplot
        except ImportError:
            raise InvalidOption(
                "plot needs matplotlib: pip install coopnet[matplotlib]. Or save the picture as .svg, .pdf or .png."
            ) from None
        pixels = image.imread(BytesIO(self.printed("png", dpi=dpi)))
        if ax is None:
            width, height = (pixels_at_100 / 96 for pixels_at_100 in self.size)
            ax = pyplot.figure(figsize=(width, height), dpi=dpi).add_axes((0, 0, 1, 1))
        ax.imshow(pixels)
        ax.set_axis_off()
        return ax

    def _repr_svg_(self) -> str:
        return self.svg

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"image/svg+xml": self.svg, "text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"<Picture: {self.title}>"


def draw(
    network: Network,
    *,
    over: Projection | None = None,
    scenario: Scenario | None = None,
    layout: str = "auto",
    color: str | Mapping[str, float] = "kind",
    highlight: Pathway | Iterable[str] | None = None,
    labels: str = "name",
    theme: str = "print",
    title: str | None = None,
    lang: str = "en",
    public: bool = False,
) -> Picture:
    """Draw a network as it stands in a projection.

    Shape and color of a box are the actor's kind, color and build of a line the channel, breaks in the line how sure
    the tie is: solid documented, dashed claimed, dotted inferred. Ties that look the same between the same two actors
    are one line. Places depend on the network alone, never on the projection, so pictures of one network compare.

    Parameters
    ----------
    over
        Which actors and ties; all by default. Others keep their place and are not drawn.
    scenario
        Shows what it changes within `over`: removed (a cross, sparse gray dots, actors hatched), added (a plus on a
        green band, actors in the river) and changed (a triangle on an ocher band); the rest steps back. Who is
        recorded keeps the place, on banks. Something that moves out of `over` by a changed date is removed, too.
    layout
        ``"banks"``: states face each other across a river, rows by level (agreements, events and states themselves
        are left out, and counted in the line under the title); ``"graph"``: Graphviz' dot, neato or sfdp by size;
        ``"auto"``: banks for two to four states and up to 80 actors.
    color
        ``"kind"``, or numbers by actor (a `Scores`): five steps of blue, the number under the name.
    highlight
        A pathway, or ids of ties: the rest steps back.
    labels
        ``"name"`` (the short one where there is one) or ``"id"``.
    theme
        ``"print"``, ``"dark"`` or ``"gray"``.
    title
        In place of the sentence that says what the picture shows.
    lang
        ``"en"`` or ``"id"``.
    public
        Draw what `coopnet.redact` leaves with ``public=True``: places are folded, notes gone, small counts hidden.

    Raises
    ------
    InvalidOption
        An option that does not exist; banks without countries; a graph of more than 2,500 actors.
    UnknownName, UnknownActor
        A tie to highlight or an actor to color that does not exist.
    RenderError
        Graphviz failed (layout ``"graph"`` only).

    Examples
    --------
    >>> import coopnet as cn
    >>> picture = cn.draw(cn.load("demo-referral"))
    >>> picture
    <Picture: Four ties cross between Alfa and Bravo; all are documented>
    >>> picture.svg.startswith("<svg")
    True
    """
    over = over or Projection()
    network = published(network, public)
    difference = None
    if scenario is not None:
        network, difference = _difference(network, scenario, over)
    view = network.freeze(over, merges=False)
    return Picture(
        _core.render.draw(
            view,
            layout=layout,
            theme=theme,
            labels=labels,
            language=lang,
            texts=picture_texts(lang),
            title=title or "",
            period=period_text(over, lang),
            selection=str(over),
            shading=_shading(network, color),
            highlight=_ties(network, highlight),
            difference=difference,
        )
    )


def strip(pathway: Pathway, *, theme: str = "print", lang: str = "en", public: bool = False) -> Picture:
    """Draw a pathway as a row: its actors with their shapes, numbered steps, each line by channel and certainty.

    Where a step stands for several parallel ties, the first of them is drawn. `public`: of the network
    that `coopnet.redact` leaves with ``public=True``, where steps between places of one country are none.
    """
    network = published(pathway.network, public)
    actors, ties = _steps(pathway, network)
    return Picture(
        _core.render.strip(
            network.core,
            [network.core.actor(actor) for actor in actors],
            [network.core.tie(tie) for tie in ties],
            theme=theme,
            language=lang,
            texts=picture_texts(lang),
        )
    )


def _steps(pathway: Pathway, network: Network) -> tuple[list[str], list[str]]:
    """Actors and ties of a pathway as they are in a network with its ties, whose ends may have been folded."""
    steps = [step["ties"][0] for step in pathway.rows()]
    folded: dict[str, str] = {}
    for tie in steps:
        was, now = pathway.network.ties[tie], network.ties[tie]
        folded |= {was["source"]: now["source"], was["target"]: now["target"]}
    actors = [folded.get(actor, actor) for actor in pathway.actors]
    moves = [(actor, tie) for before, actor, tie in zip(actors, actors[1:], steps, strict=False) if before != actor]
    return [actors[0], *(actor for actor, _ in moves)], [tie for _, tie in moves]


def _difference(
    network: Network, scenario: Scenario, over: Projection
) -> tuple[Network, tuple[_core.Network, str, list[str], list[str]]]:
    """The network with all that a scenario takes and brings, and what becomes of its actors and ties in `over`."""
    after = scenario.apply(network)
    actors = [set(view.keys) for view in (network.freeze(over, merges=False), after.freeze(over, merges=False))]
    ties = [_tie_ids(some, over) for some in (network, after)]
    gone = [tie for tie in ties[0] - ties[1] if tie in after.ties]  # drawn as they were
    core, actor_fates, tie_fates, *_ = _core.scenario.overlaid(network.core, core_edits(scenario.edits), gone)
    whole = Network(core)
    fates = (
        _fates(whole.actors, actor_fates, *actors),
        _fates(whole.ties, tie_fates, *ties),
    )
    return whole, (network.core, scenario.name, *fates)


def _tie_ids(network: Network, over: Projection) -> set[str]:
    ids = list(network.ties)
    return {ids[row] for row in network.freeze(over, merges=False).all_ties}


def _fates(ids: Iterable[str], edited: Sequence[str], before: set[str], after: set[str]) -> list[str]:
    """By row: what is there only before or only after a scenario is removed or added, whatever was done to it."""
    return [
        "removed"
        if key in before - after
        else "added"
        if key in after - before
        else "changed"
        if fate == "changed"
        else "kept"
        for key, fate in zip(ids, edited, strict=True)
    ]


def picture_texts(lang: str) -> dict[str, str]:
    """The texts that a picture needs, by the keys it knows."""
    return {
        key.removeprefix("picture."): value
        for key, value in texts(lang).items()
        if key.startswith(("picture.", "status."))
    }


def period_text(over: Projection, lang: str) -> str:
    """What a projection selects in time, for people."""
    if over.at or not over.during:
        return over.at or ""
    since, _, until = over.during.partition("/")
    if not until:
        return since
    return texts(lang)["picture.period.span"].replace("{since}", since).replace("{until}", until)


def _shading(network: Network, color: str | Mapping[str, float]) -> tuple[str, list[float]] | None:
    if isinstance(color, str):
        if color != "kind":
            raise InvalidOption(f'color="{color}" is not known. Give "kind" or numbers by actor, as a measure returns.')
        return None
    values = [math.nan] * len(network.actors)
    for actor, value in color.items():
        if actor in network.actors or not network.disclosure:  # a place that was folded has no number any more
            values[network.core.actor(actor)] = float(value)
    return str(getattr(color, "name", "value")), values


def _ties(network: Network, highlight: Pathway | Iterable[str] | None) -> list[int]:
    if highlight is None:
        return []
    ids = highlight.ties if isinstance(highlight, Pathway) else highlight
    return [network.core.tie(tie) for tie in ids]
