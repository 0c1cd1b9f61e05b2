"""Who belongs together: groups tied more within than between, and how far two divisions agree.

Infomap is not among them: its kept library is under the GPL, which the BSD license of coopnet could not pass on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import _core
from .conventions import As, reproduces, stated, strengths
from .groups import Groups, codes
from .network import Network
from .projection import Projection
from .tables import Asked, Counts, Partition, Progress, Value

__all__ = ["Divisions", "compare", "girvan_newman", "label_propagation", "leiden", "louvain", "modularity"]


@reproduces(networkx=As(), igraph=As())
def modularity(
    network: Network,
    groups: Groups = "country",
    *,
    missing: str | None = None,
    resolution: float = 1.0,
    over: Projection | None = None,
    convention: str | None = None,
) -> Value:
    """How much more strongly groups are tied within than random ties at the same actors would make them.

    Parameters
    ----------
    groups, missing
        An actor column or a mapping from actor to group, a `Partition` too; `missing` is the group of actors
        without one, who are refused otherwise.
    resolution
        Above 1 smaller groups are better, below 1 larger ones.
    convention
        ``"networkx"`` or ``"igraph"``: the number that tool gives; both agree.

    Notes
    -----
    0: as random ties would; above about 0.3 groups are usually worth a look; never above 1. With directions the
    random ties keep what each actor sends and receives; an undirected tie among directed ones is two. Ties weigh
    by strength if the projection has one. A loop is a tie within its group; kept parallel ties count each.
    Undefined without ties.

    Takes one pass over the ties. Raises `InvalidOption` for actors without a group and a negative resolution,
    `UnknownName`, `InvalidWeight` for a cost or a capacity. Newman and Girvan (2004),
    doi:10.1103/PhysRevE.69.026113; Leicht and Newman (2008), doi:10.1103/PhysRevLett.100.118703.

    Examples
    --------
    >>> pairs = Network.from_edges([("a", "b"), ("c", "d")], directed=False)
    >>> float(modularity(pairs, {"a": 1, "b": 1, "c": 2, "d": 2}))
    0.5
    """
    view = network.freeze(over)
    _, group = codes(network, view.keys, groups, missing=missing)
    value, why = _core.community.modularity(view, group, resolution=resolution)
    said = _said(view, over, "Ties within groups beyond those that random ties would make.", resolution)
    asked = Asked(modularity, network, over, (groups,), {"missing": missing, "resolution": resolution})
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


def leiden(
    network: Network,
    *,
    objective: str = "modularity",
    resolution: float = 1.0,
    seed: int = 0,
    starts: int | None = None,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Partition:
    """Groups tied more within than between, each of them connected: the method of Leiden.

    Parameters
    ----------
    objective
        ``"modularity"``, or ``"cpm"``, the constant Potts model: each pair within a group costs the `resolution`, so
        that groups have at least that density within whatever the size of the network.
    resolution
        Of modularity: above 1 smaller groups. Of the Potts model: a density, or a mean strength.
    seed
        The same seed, the same groups, for any number of threads.
    starts
        Searches from the beginning, of which the best counts. None: 4, up to 100 for fewer than 1,000 actors.
    progress
        Called now and then with starts done and to do; returning False stops the work.

    Notes
    -----
    Groups are numbered by size, then by first actor; ``.quality`` is modularity, or the model's Σ ties within
    − resolution × pairs within. It is the best that was found, not proven the best there is. Directions are
    kept: modularity with directions, not of a symmetrized network. Ties weigh by strength if the projection has one.
    A loop is a tie within. An isolate is a group of its own. Without ties ``.quality`` is NaN (modularity).

    Takes some passes over the ties a start. Raises `InvalidOption` for a negative resolution and no start,
    `InvalidWeight` for a cost or a capacity, `Cancelled`. Traag, Waltman and van Eck (2019),
    doi:10.1038/s41598-019-41695-z; Traag, Van Dooren and Nesterov (2011), doi:10.1103/PhysRevE.84.016114.

    Examples
    --------
    >>> squares = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("a", "x")]
    >>> leiden(Network.from_edges(squares, directed=False)).groups
    (('a', 'b', 'c'), ('x', 'y', 'z'))
    """
    view = network.freeze(over)
    options: dict[str, Any] = {"objective": objective, "resolution": resolution, "seed": seed, "starts": starts}
    groups, quality, why = _core.community.leiden(view, progress, **options)
    what = "Groups of highest modularity" if objective == "modularity" else "Groups by the constant Potts model"
    said = _said(view, over, f"{what} found (Leiden, {_starts(starts)}seed {seed}).", resolution)
    asked = Asked(leiden, network, over, options=options)
    return Partition(view.keys, groups.tolist(), asked, quality=quality, ties=view.all_ties, convention=said, why=why)


def louvain(
    network: Network,
    *,
    resolution: float = 1.0,
    seed: int = 0,
    starts: int | None = None,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Partition:
    """Groups of high modularity: actors move to the group that gains most, then groups move as one.

    A group may fall into pieces; `leiden` keeps them connected and finds at least as good ones.

    Parameters
    ----------
    resolution
        Above 1 smaller groups, below 1 larger ones.
    seed
        The same seed, the same groups, for any number of threads.
    starts
        Searches from the beginning, of which the best counts. None: 4, up to 100 for fewer than 1,000 actors.
    progress
        Called now and then with starts done and to do; returning False stops the work.

    Notes
    -----
    Groups are numbered by size, then by first actor; ``.quality`` is their `modularity`, the best that was found.
    Directions, weights, loops and isolates are as in `leiden`.

    Takes some passes over the ties a start. Raises as `leiden`. Blondel, Guillaume, Lambiotte and Lefebvre (2008),
    doi:10.1088/1742-5468/2008/10/P10008.

    Examples
    --------
    >>> squares = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("a", "x")]
    >>> round(louvain(Network.from_edges(squares, directed=False)).quality, 3)
    0.357
    """
    view = network.freeze(over)
    options: dict[str, Any] = {"resolution": resolution, "seed": seed, "starts": starts}
    groups, quality, why = _core.community.louvain(view, progress, **options)
    what = f"Groups of highest modularity found (Louvain, {_starts(starts)}seed {seed})."
    said = _said(view, over, what, resolution)
    asked = Asked(louvain, network, over, options=options)
    return Partition(view.keys, groups.tolist(), asked, quality=quality, ties=view.all_ties, convention=said, why=why)


def label_propagation(
    network: Network, *, seed: int = 0, over: Projection | None = None, progress: Progress | None = None
) -> Partition:
    """Groups in which each actor is tied at least as strongly to its own as to any other.

    Everybody begins with a label of its own; one after the other, in random order, takes the label it is tied to most
    strongly, until all have one of the strongest.

    Parameters
    ----------
    seed
        The same seed, the same groups; another one may find others, which says how firm they are.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    Groups are numbered by size, then by first actor; ``.quality`` is their `modularity`. Direction is ignored, ties in
    return add up. Ties weigh by strength if the projection has one. Loops do not count. An isolate is a group of its
    own.

    Takes some passes over the ties. Raises `InvalidWeight` for a cost or a capacity, `NotConverged` after 10,000
    rounds, `Cancelled`. Raghavan, Albert and Kumara (2007), doi:10.1103/PhysRevE.76.036106.

    Examples
    --------
    >>> squares = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("a", "x")]
    >>> len(label_propagation(Network.from_edges(squares, directed=False)).groups)
    2
    """
    view = network.freeze(over)
    groups = _core.community.label_propagation(view, progress, seed=seed).tolist()
    quality, why = _core.community.modularity(view, groups, resolution=1.0)
    said = _said(view, over, f"Groups by the label that an actor is tied to most strongly (seed {seed}).", 1.0)
    asked = Asked(label_propagation, network, over, options={"seed": seed})
    return Partition(view.keys, groups, asked, quality=quality, ties=view.all_ties, convention=said, why=why)


class Divisions(Partition):
    """The division chosen, and in `.levels` all of them, from the pieces on: each with its groups and modularity."""

    def __init__(self, *partition: Any, levels: Sequence[Partition], **result: Any) -> None:
        super().__init__(*partition, **result)
        self.levels = tuple(levels)


def girvan_newman(
    network: Network, *, k: int | None = None, over: Projection | None = None, progress: Progress | None = None
) -> Divisions:
    """Groups that remain when the ties that most shortest pathways run over are taken away, one by one.

    Parameters
    ----------
    k
        Into how many groups. None: the division of highest `modularity` among all.
    progress
        Called now and then with ties gone and ties there were; returning False stops the work.

    Notes
    -----
    ``.levels`` are all divisions, the pieces of the network first, one group more each time. Pathways follow the ties
    as they run, each one step; what runs over a tie is divided by its strength if the projection has one, so that
    strong ties stay; parallel ties that are kept go one by one. What remains connected, direction ignored, is a group.
    Of ties with as much the first goes.
    Groups are numbered by size, then by first actor. Loops do not count. A network of `k` pieces or more is left as
    it is.

    Takes n·m² steps: a second for a few hundred ties, minutes for thousands; `leiden` is quick. Raises
    `InvalidOption` for a `k` that actors cannot make, `InvalidWeight` for a cost or a capacity, `Cancelled`. Girvan and
    Newman (2002), doi:10.1073/pnas.122653799; Newman (2004), doi:10.1103/PhysRevE.70.056131.

    Examples
    --------
    >>> squares = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("a", "x")]
    >>> found = girvan_newman(Network.from_edges(squares, directed=False))
    >>> found.groups, len(found.levels)
    ((('a', 'b', 'c'), ('x', 'y', 'z')), 6)
    """
    view = network.freeze(over)
    found, chosen = _core.community.girvan_newman(view, progress, k=k)
    which = "of highest modularity" if k is None else f"{k} of them"
    said = _said(view, over, f"Groups that remain when the most used ties are gone, {which}.", 1)
    told: dict[str, Any] = {"ties": view.all_ties, "convention": said}
    asked = Asked(girvan_newman, network, over, options={"k": k})
    levels = [
        Partition(view.keys, groups.tolist(), asked, quality=quality, why=why, **told) for groups, quality, why in found
    ]
    groups, quality, why = found[chosen]
    return Divisions(view.keys, groups.tolist(), asked, levels=levels, quality=quality, why=why, **told)


def compare(
    network: Network, one: Groups, other: Groups, *, missing: str | None = None, over: Projection | None = None
) -> Counts:
    """How far two divisions of the actors into groups are the same.

    ``nmi``: what one tells of the other, over the mean of what each tells of the actors; 1 the same. ``ami``: the
    same beyond what divisions into groups of these sizes tell by chance, 0. ``rand``: the share of pairs that both put
    together or both apart; ``adjusted_rand`` beyond chance. ``variation_of_information``: what each does not tell of
    the other, in nats; 0 the same.

    Parameters
    ----------
    one, other
        An actor column or a mapping from actor to group, a `Partition` too.
    missing
        The group of actors without one, who are refused otherwise.

    Notes
    -----
    Only who is together matters, not what groups are called. Two divisions that are the same are 1 in every sense, even
    if chance could make nothing else. The projection says which actors are compared; its ties do not matter.

    Takes a pass over the actors, and groups² · n steps for chance. Raises `InvalidOption` for actors without a group,
    `UnknownName`. Danon and others (2005), doi:10.1088/1742-5468/2005/09/P09008; Vinh, Epps and Bailey (2010),
    Journal of Machine Learning Research 11; Hubert and Arabie (1985), doi:10.1007/BF01908075; Meilă (2007),
    doi:10.1016/j.jmva.2006.11.013.

    Examples
    --------
    >>> four = Network.from_edges([("a", "b"), ("c", "d")])
    >>> halves, crossed = {"a": 1, "b": 1, "c": 2, "d": 2}, {"a": 1, "b": 2, "c": 1, "d": 2}
    >>> compare(four, halves, halves)["nmi"], round(compare(four, halves, crossed)["adjusted_rand"], 9)
    (1.0, -0.5)
    """
    view = network.freeze(over)
    divisions = [codes(network, view.keys, groups, missing=missing)[1] for groups in (one, other)]
    said = stated(
        view,
        over,
        "Two divisions of the actors.",
        ties="do not matter",
        normalized="by the mean of both (nmi, ami), by all pairs (rand)",
        loops="do not matter",
    )
    return Counts(
        _core.community.compare(*divisions),
        Asked(compare, network, over, (one, other), {"missing": missing}),
        column="value",
        ties=[],
        convention=said,
    )


def _starts(starts: int | None) -> str:
    return "" if starts is None else f"{starts} starts, "


def _said(view: _core.View, over: Projection | None, what: str, resolution: float) -> str:
    by_label, divided = "label" in what, "Groups" in what
    return stated(
        view,
        over,
        f"{what} Resolution {resolution:g}." if resolution != 1 else what,
        ties=strengths(view),
        normalized="by all ties",
        disconnected="an isolate is a group of its own" if divided else "makes no difference",
        loops="do not count" if by_label else "a tie within",
    )
