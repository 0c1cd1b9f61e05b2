"""Who is tied to whom as a square of cells, in blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import Any

from . import _core
from .errors import InvalidOption, NotConverged
from .groups import groups_of
from .network import Network
from .pictures import Picture, period_text, picture_texts
from .position import blockmodel, concor, structural_equivalence
from .privacy.redact import published
from .projection import Projection
from .tables import Partition
from .texts import text

__all__ = ["matrix"]

ORDERS = ("blocks", "country", "kind", "name")
CLUSTERS = 4
# Name, country and actors by their row in the view.
Block = tuple[str, str, list[int]]


def matrix(
    network: Network,
    *,
    over: Projection | None = None,
    order: str | Mapping[str, Any] = "blocks",
    theme: str = "print",
    title: str | None = None,
    lang: str = "en",
    public: bool = False,
) -> Picture:
    """Draw who is tied to whom as a matrix: a row for each actor ties come from, a column for each they run to.

    Rows carry a number and a name, columns the number, so that no name is turned. The shade of a cell is the number of
    its ties (printed from two on) or, if the projection has a weight, their strength added up. Its edge is how sure
    the surest of them is: none documented, dashed claimed, dotted inferred. Lines part the blocks; one in which a
    larger share of pairs is tied than in the whole stands on a tinted ground, as in the image of `position.blockmodel`.

    Parameters
    ----------
    over
        Which actors and ties; all by default.
    order
        ``"blocks"``: positions of actors who are tied alike, by `position.concor`, isolates last; where it finds no
        answer, four clusters of `position.structural_equivalence`. ``"country"``, ``"kind"``: blocks of these, in the
        order of their first actors. ``"name"``: by the alphabet, without blocks. Or a `Partition` or another mapping
        from actor to group, such as ``cn.position.structural_equivalence(network).clusters(5)``: numbers become
        letters, A the first; actors without a group come last. Within a block actors keep the order of the network.
    theme, title, lang, public
        As for `draw`.

    Raises
    ------
    InvalidOption
        An order or a theme that does not exist; more than 200 actors.
    InvalidWeight
        A cost or a capacity, which does not add up over ties.
    UnknownActor
        A group of an actor that does not exist.

    A tie without direction fills the cell on both sides of the diagonal, and counts once in the title. Takes n² steps,
    and what `position.concor` takes.

    Examples
    --------
    >>> import coopnet as cn
    >>> pairs = [("embassy", "police"), ("consulate", "police"), ("embassy", "army"), ("consulate", "army")]
    >>> cn.matrix(cn.Network.from_edges(pairs))
    <Picture: 4 of 4 ties lie in one of 4 blocks>
    >>> cn.matrix(cn.Network.from_edges(pairs), order="name")
    <Picture: Who is tied to whom: 4 actors, 4 ties>
    """
    over = over or Projection()
    network = published(network, public)
    view = network.freeze(over, merges=False)
    blocks, remark = _blocks(network, view.keys, over, order, lang)
    return Picture(
        _core.render.matrix(
            view,
            blocks,
            _dense(network, over, view.keys, blocks),
            theme=theme,
            language=lang,
            texts=picture_texts(lang),
            title=title or "",
            period=period_text(over, lang),
            remark=remark,
            selection=str(over),
        )
    )


def _blocks(
    network: Network, keys: Sequence[str], over: Projection, order: str | Mapping[str, Any], lang: str
) -> tuple[list[Block], str]:
    """The blocks in their order, and what is said of them under the title."""
    if isinstance(order, str) and order not in ORDERS:
        raise InvalidOption(f'There is no order "{order}"; choose one of {", ".join(ORDERS)}, or give a Partition.')
    if order == "name":
        by_name = sorted(range(len(keys)), key=lambda row: network.label(keys[row], lang, short=True).casefold())
        return [("", "", by_name)], ""
    remark = ""
    if order in ("country", "kind"):
        remark = text(f"picture.matrix.blocks.{order}", lang)
    elif order == "blocks":
        order, remark = _positions(network, over, lang)
    # Of a public network places are folded: those that were given a group are there no more.
    given = (
        order
        if isinstance(order, str) or not network.disclosure
        else {key: group for key, group in order.items() if key in network.actors}
    )
    group_of = groups_of(network, given)
    members: dict[str, list[int]] = {}
    for row, key in enumerate(keys):
        members.setdefault(group_of.get(key, ""), []).append(row)
    groups = sorted(members, key=int) if isinstance(order, Partition) and "" not in members else list(members)
    groups.sort(key=lambda group: group == "")
    return [(*_name(network, order, group, lang), members[group]) for group in groups], remark


def _positions(network: Network, over: Projection, lang: str) -> tuple[Partition, str]:
    try:
        return concor(network, over=over), text("picture.matrix.blocks.positions", lang)
    except NotConverged:  # as a ring does, which falls in two in many equally good ways
        alike = structural_equivalence(network, over=over)
        return alike.clusters(CLUSTERS), text("picture.matrix.blocks.likeness", lang)


def _name(network: Network, order: str | Mapping[str, Any], group: str, lang: str) -> tuple[str, str]:
    """What a block is called, and the country that it is instead."""
    if group == "":
        return text("picture.matrix.none" + (".country" if order == "country" else ""), lang), ""
    if order == "country":
        return "", group
    if order == "kind":
        return network.vocabulary.label("kinds", group, lang), ""
    if isinstance(order, Partition) and int(group) < len(ascii_uppercase):
        return ascii_uppercase[int(group)], ""
    return group, ""


def _dense(network: Network, over: Projection, keys: Sequence[str], blocks: Sequence[Block]) -> list[bool]:
    """By block and block, whether a larger share of pairs is tied than in the whole."""
    if len(blocks) < 2:
        return []
    numbers = [str(number) for number in range(len(blocks))]
    group_of = {keys[row]: number for number, (*_, rows) in zip(numbers, blocks, strict=True) for row in rows}
    image = blockmodel(network, group_of, over=over).image
    return [image[source, target] == 1 for source in numbers for target in numbers]
