"""Who stands on every pathway: to an actor, to each actor, from one group to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..groups import Groups, groups_of, require_group
from ..projection import Projection
from ..tables import Asked, Progress, Rows, joined
from ..ways import DIRECTIONS
from .none import no_pathway

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["dominators", "indispensable"]


def dominators(
    network: Network,
    source: str,
    target: str | None = None,
    *,
    of: str = "actors",
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Rows:
    """Who stands on every pathway from one actor to another: nothing gets there without them.

    With a `target` those that every pathway to it passes, from source to target; none if no single one is needed.
    Without, every actor that the source reaches, with the last one that all its pathways pass (`after`; None: nobody
    but the source). A Mapping from actor, or tie, to its row; `opens`: how many actors are reached through it alone.

    Parameters
    ----------
    of
        ``"actors"``, or ``"ties"``: the ties that every pathway takes. Without a target only ties that open somebody.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    Ties are followed as they run; an undirected one is one tie, passed either way. Parallel ties stand in for each
    other, so none of them is needed; loops and weights make no difference. What is needed singly is a cut of one:
    `cuts` lists what is needed only together.

    Takes about one pass over the ties. Cooper, Harvey and Kennedy (2001), "A simple, fast dominance algorithm".
    Raises `NoPathway`, `InvalidOption` if source and target are the same, `UnknownActor`, `Cancelled`.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Family", "Embassy"), ("Family", "NGO"), ("Embassy", "NCB"), ("NGO", "NCB"), ("NCB", "Police")]
    >>> report = Network.from_edges(pairs)
    >>> list(dominators(report, "Family", "Police"))
    ['NCB']
    >>> dominators(report, "Family")["Police"]
    {'id': 'Police', 'after': 'NCB', 'opens': 0}
    >>> list(dominators(report, "Family", "Police", of="ties"))
    ['T5']
    """
    view = network.freeze(over, merges=False)
    found = _core.pathways.dominators(view, source, target, progress, of=of)
    if found is None:
        raise no_pathway(network, source, str(target), over, None)
    named = _named(network, view, of)
    whose = "each actor that is reached" if target is None else target
    direction = (over or Projection()).direction
    return Rows(
        [
            named[item] | {"after": None if before is None else named[before]["id"], "opens": opens}
            for item, before, opens in found
        ],
        Asked(dominators, network, over, (source,) if target is None else (source, target), {"of": of}),
        ties=view.all_ties,
        convention=(
            f"The {of} that every pathway from {source} to {whose} passes. {DIRECTIONS[direction]}; "
            "parallel ties stand in for each other; weights make no difference."
        ),
    )


def indispensable(
    network: Network,
    one: str,
    other: str,
    groups: Groups = "country",
    *,
    of: str = "actors",
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Rows:
    """Without whom some pathways from one group to another vanish, or all; most needed first.

    A Mapping from actor, or tie, to its row. `pairs`: how many ordered pairs, an actor of `one` and an actor of
    `other`, it alone connects. `share`: of all such pairs with a pathway that do not end at it; 1: without it nobody
    of the one reaches anybody of the other.

    Parameters
    ----------
    one, other
        The groups that pathways lead from and to; the same twice asks within a group.
    groups
        A column of the actors or a mapping from actor to group. Actors without one may stand between, but are no ends.
    of
        ``"actors"`` or ``"ties"``.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    Only those that alone connect somebody are rows. Ties are followed as they run; an undirected one is one tie;
    parallel ties stand in for each other; loops and weights make no difference. Articulation actors
    (`coopnet.cohesion.articulation_actors`) are the same for a whole undirected network.

    Costs a `dominators` for each actor of `one`. Raises `UnknownName` for a group that no actor is in, `InvalidOption`
    for another `of`, `Cancelled`.

    Examples
    --------
    >>> from coopnet import Network
    >>> report = Network.from_edges([("KBRI", "CNP"), ("KBRI", "NCB"), ("NCB", "PP"), ("PP", "CNP"), ("PP", "GDI")])
    >>> country = {"KBRI": "IDN", "NCB": "IDN", "CNP": "KHM", "PP": "KHM", "GDI": "KHM"}
    >>> indispensable(report, "IDN", "KHM", groups=country).rows()[0]
    {'id': 'PP', 'pairs': 3, 'share': 0.75}
    """
    group_of = groups_of(network, groups)
    view = network.freeze(over, merges=False)
    keys = view.keys
    for group in (one, other):
        require_group(group_of, group)
    starts = [vertex for vertex, key in enumerate(keys) if group_of.get(key) == one]
    ends = [group_of.get(key) == other for key in keys]
    total, alone, ending = _core.pathways.indispensable(view, starts, ends, progress, of=of)
    named = _named(network, view, of)
    rows = [
        named[item] | {"pairs": pairs, "share": pairs / (total - ending[item])}
        for item, pairs in enumerate(alone)
        if pairs
    ]
    direction = (over or Projection()).direction
    return Rows(
        sorted(rows, key=lambda row: (-row["pairs"], -row["share"])),
        Asked(indispensable, network, over, (one, other, groups), {"of": of}),
        ties=view.all_ties,
        convention=(
            f"The {of} that alone connect actors of {one} with actors of {other}; {total} ordered pairs "
            f"have a pathway. {DIRECTIONS[direction]}; parallel ties stand in for each other; "
            "weights make no difference."
        ),
    )


def _named(network: Network, view: _core.View, of: str) -> Sequence[dict[str, Any]]:
    """How each actor, or each edge by its ties, begins its row."""
    if of == "actors":
        return [{"id": key} for key in view.keys]
    pairs, ties = joined(network, view)
    return [
        {"id": ", ".join(ids), "source": source, "target": target}
        for (source, target), ids in zip(pairs, ties, strict=True)
    ]
