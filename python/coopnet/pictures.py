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
from .groups import Groups, groups_of
from .network import Network
from .privacy.redact import published
from .projection import Projection
from .scenario import Scenario
from .scenario.edits import core_edits
from .tables import Partition
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
    size: str | tuple[float, float] | None = None,
    color: str | Mapping[str, float] = "kind",
    highlight: Pathway | Iterable[str] | None = None,
    around: str | None = None,
    steps: int = 1,
    cluster: Groups | None = None,
    backbone: float | None = None,
    labels: str = "name",
    theme: str = "print",
    title: str | None = None,
    lang: str = "en",
    public: bool = False,
) -> Picture:
    """Draw a network as it stands in a projection.

    Shape and color of a box are the actor's kind, color and build of a line the channel, breaks in the line how sure
    the tie is: solid documented, dashed claimed, dotted inferred. Ties that look the same between the same two actors
    are one line. On banks, places depend on the network alone, elsewhere on who is shown and in a graph on their ties,
    never on the period: pictures of one network compare. In banks and graphs a scenario moves nobody either. Cost: some
    0.3 s for 50 actors and 90 ties, most of it the ways of the lines; 1 s for 300 actors, 3 s for 2,000.

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
        are left out, and counted in the line under the title); ``"graph"``: Graphviz' dot where ties are few and
        directed, neato up to 150 actors, sfdp up to 2,500; ``"two-mode"``: members in a column that faces their
        forums and instruments (without memberships, the two sides of the ties); ``"layers"``: rows from the top by
        the level of the actors' kinds, else along the ties; ``"map"``: the actors of a state where its capital lies,
        north at the top; ``"ego"``: rings around an actor. ``"auto"``: rings if `around` is given; banks for two to
        four states and up to 80 actors; columns if all ties are memberships; else a graph. A graph of more than 120
        actors writes the names of those tied to most others (of those with the highest numbers, if `color` gives
        some). What is too much for a graph (2,500 actors, 12,000 pairs) ``"auto"`` draws as groups, and says so: the
        clusters given, else countries, else communities.
    size
        ``"a4"``, ``"a3"`` (upright or on its side, names from 7 points), ``"slide"`` (1920 × 1080 pixels, names from
        12) or width and height in pixels at 100 %: the picture stands on a page of this size, as large as fits. None:
        as large as it comes, names at 13.5 pixels.
    color
        ``"kind"``, or numbers by actor (a `Scores`): five steps of blue, the number under the name.
    highlight
        A pathway, or ids of ties: the rest steps back.
    around, steps
        Only this actor, those at most `steps` ties away whichever way these run, and the ties among them.
    cluster
        A column of the actors, a mapping or a `Partition`: its groups stand in boxes of a graph; in other layouts a
        pale hull joins each group of two or more where they stand.
    backbone
        Only the ties that `cohesion.backbone` keeps at this alpha, as 0.05, of all in `over` and by its weight, those
        to highlight, and the actors they tie. The line under the title says how many of how many.
    labels
        ``"name"`` (the short one where there is one) or ``"id"``.
    theme
        ``"print"`` or ``"light"`` (the same colors), ``"dark"``, or ``"gray"`` for official paper without color. Kinds
        differ by shape and filling, channels by build and mark (the illicit side by whom it joins) in all of them.
    title
        In place of the sentence that says what the picture shows.
    lang
        ``"en"`` or ``"id"``.
    public
        Draw what `coopnet.redact` leaves with ``public=True``: places are folded, notes gone, small counts hidden.

    Raises
    ------
    InvalidOption
        An option that does not exist; a backbone without ties, of a scenario or of folded affiliations; banks without
        countries, columns without two sides, a map without a capital; a size on which names could not be read; a layout
        asked for by name that nobody could read: a graph of more than 2,500 actors, others of more than 300.
    UnknownName, UnknownActor
        A tie to highlight, an actor to color or stand around, or a column that does not exist.
    RenderError
        Graphviz failed or took more than 20 s (layout ``"graph"``, clusters).

    Examples
    --------
    >>> import coopnet as cn
    >>> picture = cn.draw(cn.load("demo-referral"))
    >>> picture
    <Picture: Four ties cross between Alfa and Bravo; all are documented>
    >>> picture.svg.startswith("<svg")
    True
    >>> cn.draw(cn.load("demo-referral"), around="A.NCB")
    <Picture: NCB Alfa and the two within one step>
    """
    over = over or Projection()
    network = published(network, public)
    difference = None
    steady = None
    if around is None and backbone is None:
        steady = network.freeze(over.replace(at=None, during=None), merges=False)
    if scenario is not None:
        if backbone is not None:
            raise InvalidOption("What a scenario changes is drawn among all ties. Leave backbone= or scenario= out.")
        network, difference = _difference(network, scenario, over)
    lit = _ties(network, highlight)
    selection, remark = str(over), ""
    if backbone is not None:
        over, remark = _backbone(network, over, backbone, lit, around, lang)
    view = network.freeze(over, merges=False)
    if around is not None:
        near = _core.render.near(view, around, _whole(steps))
        view = network.freeze(over.replace(actors=near), merges=False)
    groups = None
    if layout == "auto" and scenario is None and highlight is None and not _core.render.is_readable(view):
        groups = _too_many(network, view, over, cluster, lang)
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
            selection=selection,
            remark=remark,
            shading=_shading(network, color),
            highlight=lit,
            difference=difference,
            clusters=_clusters(network, cluster, lang),
            around=None if around is None else network.core.actor(around),
            steps=steps,
            size=_size(size),
            groups=groups,
            steady=steady,
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


def _too_many(
    network: Network, view: _core.View, over: Projection, cluster: Groups | None, lang: str
) -> tuple[str, list[str], list[int]]:
    """The groups to draw instead of actors: as asked, else countries, else communities."""
    column = [network.actors[key].get("country") for key in view.keys]
    has_countries = sum(map(bool, column)) > 0.8 * len(column) and len({*column} - {None}) > 1
    if cluster is None and not has_countries:
        from .community import leiden

        found = leiden(network, over=over)
        return "community", [], [found[key] for key in view.keys]
    group = groups_of(network, "country" if cluster is None else cluster)
    names = list(dict.fromkeys(group.get(key, "") for key in view.keys))
    number = {name: at for at, name in enumerate(names)}
    by_number = [number[group.get(key, "")] for key in view.keys]
    if cluster is not None:
        return "cluster", names, by_number
    known = texts(lang)
    return "country", [known.get(f"picture.country.{name}", name) for name in names], by_number


def _backbone(
    network: Network, over: Projection, alpha: float, lit: Sequence[int], around: str | None, lang: str
) -> tuple[Projection, str]:
    """The projection that leaves the backbone and what is lit, and the sentence that says so."""
    from .cohesion import backbone

    if over.affiliations != "keep":
        raise InvalidOption('A backbone is drawn of ties as recorded. Draw it with affiliations="keep".')
    if not 0 < alpha < 1:
        raise InvalidOption(f"backbone={alpha:g} does not lie between 0 and 1, as 0.05 does.")
    kept = {tie for row in backbone(network, alpha=alpha, over=over).rows() for tie in row["ties"]}
    if not kept:
        raise InvalidOption(
            f"No tie is stronger than chance at backbone={alpha:g}. Raise it, or give the projection a weight."
        )
    ids, all_ties = list(network.ties), set(network.freeze(over, merges=False).all_ties)
    shown = kept | {ids[row] for row in lit if row in all_ties}
    only = over.replace(where={**over.where, "id": sorted(shown)}, isolates=False)
    if around is not None:
        network.core.actor(around)
        if around not in network.freeze(only, merges=False).keys:
            raise InvalidOption(f'"{around}" has no tie in the backbone. Raise backbone={alpha:g}, or leave it out.')
    return only, _backbone_remark(len(kept), len(all_ties), alpha, lang)


def _backbone_remark(kept: int, ties: int, alpha: float, lang: str) -> str:
    words = texts(lang)

    def told(number: float) -> str:
        marks = {",": words["picture.number.thousands"], ".": words["picture.number.decimal"]}
        return "".join(marks.get(sign, sign) for sign in f"{number:,}")

    said = words["picture.remark.backbone"]
    for name, number in {"kept": kept, "ties": ties, "percent": round(100 * alpha, 6)}.items():
        said = said.replace(f"{{{name}}}", told(number).removesuffix(f"{words['picture.number.decimal']}0"))
    return said


def _size(size: str | tuple[float, float] | None) -> str | tuple[float, float] | None:
    if size is None or isinstance(size, str):
        return size
    width, height = size
    if not (100 <= width <= 20_000 and 100 <= height <= 20_000):
        raise InvalidOption(f"size=({width}, {height}): give width and height from 100 to 20000 pixels.")
    return float(width), float(height)


def _whole(steps: int) -> int:
    if steps < 1:
        raise InvalidOption(f"steps={steps}: give 1 or more.")
    return steps


def _clusters(network: Network, cluster: Groups | None, lang: str) -> list[str]:
    """The name of each actor's group, "" for those in none."""
    if cluster is None:
        return []
    is_numbered = isinstance(cluster, Partition)
    if not isinstance(cluster, str) and network.disclosure:  # a place that was folded is in no group any more
        cluster = {actor: group for actor, group in cluster.items() if actor in network.actors}
    group = groups_of(network, cluster)
    if is_numbered:
        named = texts(lang)["picture.cluster"]
        group = {actor: named.replace("{number}", number) for actor, number in group.items()}
    return [group.get(actor, "") for actor in network.actors]


def _ties(network: Network, highlight: Pathway | Iterable[str] | None) -> list[int]:
    if highlight is None:
        return []
    ids = highlight.ties if isinstance(highlight, Pathway) else highlight
    return [network.core.tie(tie) for tie in ids]
