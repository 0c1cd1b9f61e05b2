"""How dense, how mutual, how closed, how hierarchic a network is."""

from __future__ import annotations

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Counts, Scores, Value, scores

__all__ = ["clustering", "density", "krackhardt", "reciprocity", "transitivity"]

NO_MATTER = "make no difference"
UNDIRECTED = {"direction": "undirected"}


@reproduces(
    networkx=As(note="It counts loops among the ties, though not among those that could be."),
    igraph=As(note="It counts loops among the ties, and `loops=True` among those that could be."),
    sna=As(),
    ucinet=As(),
)
def density(
    network: Network, *, over: Projection | None = None, loops: bool = False, convention: str | None = None
) -> Value:
    """The share of the ties that could be which are there.

    Parameters
    ----------
    loops
        Count ties from an actor to itself, among those there are and those that could be. Off: neither.
    convention
        ``"networkx"``, ``"igraph"``, ``"sna"`` or ``"ucinet"``: the number that tool gives.

    Notes
    -----
    0: nobody is tied; 1: everybody with everybody. n(n − 1) directed ties could be, half as many without
    directions. Among directed ties an undirected one counts both ways. If the projection has a strength or a
    probability as weight, its mean over all ties that could be. Parallel ties are merged first; kept ones
    count each, and may make more than 1. Undefined below two actors.

    Takes one pass over the ties. Raises `InvalidWeight` for a cost or a capacity. Wasserman and Faust (1994),
    doi:10.1017/CBO9780511815478, section 4.2.3.

    Examples
    --------
    >>> chain = Network.from_edges([("family", "embassy"), ("embassy", "police")], directed=False)
    >>> round(density(chain), 3)
    0.667
    """
    view = network.freeze(over)
    value, why = _core.cohesion.density(view, loops=loops)
    said = stated(
        view,
        over,
        "Ties over those that could be.",
        ties=strengths(view),
        normalized="by the ties that could be",
        loops="count" if loops else "left out",
    )
    asked = Asked(density, network, over, options={"loops": loops})
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


@reproduces(
    networkx=As(form="ties", note="It is for directed graphs."),
    igraph=As(form="ties"),
    sna=As(form="symmetric", note="`grecip` counts pairs that are not tied as symmetric."),
    ucinet=As(form="dyads"),
)
def reciprocity(
    network: Network, *, over: Projection | None = None, form: str = "ties", convention: str | None = None
) -> Value:
    """How far ties are answered by ties in return.

    Parameters
    ----------
    form
        ``"ties"``: the share of ties that are answered. ``"dyads"``: the share of pairs tied at all that are
        tied both ways. ``"symmetric"``: the share of all pairs tied both ways or not at all.
        ``"correlation"``: Garlaschelli and Loffredo's ρ, 0 as far as a network of this density answers by
        chance, 1 all, below 0 less than by chance.
    convention
        ``"networkx"``, ``"igraph"``, ``"sna"`` or ``"ucinet"``: the number that tool gives by default.

    Notes
    -----
    Undirected ties are answered. Loops, parallel ties and weights make no difference. Undefined without ties,
    ``"correlation"`` also if all pairs are tied, ``"symmetric"`` below two actors.

    Takes one pass over the ties. Raises `InvalidOption` for another form. Wasserman and Faust (1994),
    doi:10.1017/CBO9780511815478, section 13.3; Garlaschelli and Loffredo (2004),
    doi:10.1103/PhysRevLett.93.268701.

    Examples
    --------
    >>> calls = Network.from_edges([("ncb", "police"), ("police", "ncb"), ("ncb", "embassy")])
    >>> round(reciprocity(calls), 3), float(reciprocity(calls, form="dyads"))
    (0.667, 0.5)
    """
    view = network.freeze(over)
    value, why = _core.cohesion.reciprocity(view, form=form)
    what = {
        "ties": "Share of ties that are answered.",
        "dyads": "Share of tied pairs that are tied both ways.",
        "symmetric": "Share of pairs tied both ways or not at all.",
        "correlation": "Correlation of ties with those in return.",
    }[form]
    said = stated(view, over, what, ties="all alike", normalized="a share", loops=NO_MATTER)
    asked = Asked(reciprocity, network, over, options={"form": form})
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


@reproduces(
    networkx=As(note="It is for undirected graphs."),
    igraph=As(over=UNDIRECTED, note="Direction is ignored."),
    sna=As(closure="weak"),
    ucinet=As(closure="weak"),
)
def transitivity(
    network: Network, *, over: Projection | None = None, closure: str = "weak", convention: str | None = None
) -> Value:
    """How often who is tied through another is tied directly.

    Parameters
    ----------
    closure
        ``"weak"``: of the ways a → b → c, the share that a tie a → c closes. ``"strong"``: of all ordered
        triads, the share where a → b → c is there if and only if a → c is.
    convention
        ``"networkx"``, ``"igraph"``, ``"sna"`` or ``"ucinet"``: the number that tool gives by default.

    Notes
    -----
    Without directions: three times the triangles over the pairs of ties that meet. Loops, parallel ties and
    weights make no difference. Undefined if nobody is tied through another (weak), and below three actors
    (strong).

    Takes m·√m steps at most. Raises `InvalidOption` for another closure. Holland and Leinhardt (1971),
    doi:10.1177/104649647100200201; Wasserman and Faust (1994), doi:10.1017/CBO9780511815478, section 6.3.3.

    Examples
    --------
    >>> kite = Network.from_edges([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")], directed=False)
    >>> round(transitivity(kite), 3)
    0.6
    """
    view = network.freeze(over)
    value, why = _core.cohesion.transitivity(view, closure=closure)
    what = {
        "weak": "Of the ways over a third, the share closed by a direct tie.",
        "strong": "Of ordered triads, the share where a way over the third and a direct tie go together.",
    }[closure]
    said = stated(view, over, what, ties="all alike", normalized="a share", loops=NO_MATTER)
    asked = Asked(transitivity, network, over, options={"closure": closure})
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


@reproduces(
    networkx=As(zero=True),
    igraph=As(over=UNDIRECTED, note='Direction is ignored; `mode="zero"` gives 0 for NaN.'),
    ucinet=As(over=UNDIRECTED),
)
def clustering(
    network: Network,
    *,
    over: Projection | None = None,
    weighted: str = "onnela",
    zero: bool = False,
    convention: str | None = None,
) -> Scores:
    """How far those whom an actor is tied to are tied among themselves.

    Parameters
    ----------
    weighted
        If the projection has a strength as weight: ``"onnela"``, a triangle weighs the geometric mean of its
        strengths over the greatest there is, as in NetworkX; ``"barrat"``, the mean of the actor's two, without
        directions only, as in igraph.
    zero
        An actor of fewer than two contacts has 0 instead of being undefined.
    convention
        ``"networkx"``, ``"igraph"`` or ``"ucinet"``: the numbers that tool gives by default.

    Notes
    -----
    1: each with each; 0: nobody; never more than 1. With directions, of the triangles that could run through
    the actor in any direction the share that does (Fagiolo), as in NetworkX. Strengths of parallel ties are
    added; loops make no difference.

    Takes m·√m steps at most. Raises `InvalidWeight` for a cost or a capacity, `InvalidOption` for ``"barrat"`` on
    directed ties. Watts and Strogatz (1998), doi:10.1038/30918; Fagiolo (2007),
    doi:10.1103/PhysRevE.76.026107; Onnela et al. (2005), doi:10.1103/PhysRevE.71.065103; Barrat et al. (2004),
    doi:10.1073/pnas.0400087101.

    Examples
    --------
    >>> kite = Network.from_edges([("a", "b"), ("b", "c"), ("a", "c"), ("c", "d")], directed=False)
    >>> clustering(kite)["a"], round(clustering(kite)["c"], 3)
    (1.0, 0.333)
    >>> print(clustering(kite).why)
    an actor of fewer than two contacts has no two that could be tied.
    """
    view = network.freeze(over)
    values, why = _core.cohesion.clustering(view, weighted=weighted, zero=zero)
    alike = view.meaning == "none"
    said = stated(
        view,
        over,
        "Of the triangles that could run through an actor, the share that does.",
        ties=strengths(view) if alike else f"{strengths(view)} ({weighted})",
        normalized="by the triangles that could be",
        disconnected="fewer than two contacts: " + ("0" if zero else "undefined"),
        loops=NO_MATTER,
    )
    asked = Asked(clustering, network, over, options={"weighted": weighted, "zero": zero})
    return scores("clustering", view, values, asked, convention=said, why=why)


@reproduces(sna=As())
def krackhardt(network: Network, *, over: Projection | None = None, convention: str | None = None) -> Counts:
    """How near a network comes to an out-tree, in which orders run from one actor down to all others.

    Four numbers, each 1 for an out-tree. ``connectedness``: the share of pairs that are connected, direction
    ignored. ``hierarchy``: of the pairs of which one reaches the other, the share where it is not mutual.
    ``efficiency``: 1 minus the ties beyond those that each piece needs, over the most there could be.
    ``least_upper_bound``: 1 minus the pairs without a closest common superior, over the most there could be.

    Parameters
    ----------
    convention
        ``"sna"``: the same numbers.

    Notes
    -----
    A superior of an actor reaches it along the ties, itself included; the closest common superior of two is one
    whom all their common superiors reach. An undirected tie is two ties, so that without directions
    hierarchy is 0. Loops, parallel ties and weights make no difference. Undefined, with the reason in
    ``.why``: connectedness below two actors, hierarchy if nobody reaches anybody, efficiency if nobody is
    connected, the bound if no three are.

    Takes a search from each actor, and n³/64 steps for the bound. Raises `Cancelled`. Krackhardt (1994),
    Graph theoretical dimensions of informal organizations, in: Carley and Prietula (eds), Computational
    Organization Theory.

    Examples
    --------
    >>> orders = Network.from_edges([("chief", "deputy"), ("chief", "unit"), ("deputy", "squad")])
    >>> dict(krackhardt(orders))
    {'connectedness': 1.0, 'hierarchy': 1.0, 'efficiency': 1.0, 'least_upper_bound': 1.0}
    """
    view = network.freeze(over)
    names = ("connectedness", "hierarchy", "efficiency", "least_upper_bound")
    values = dict(zip(names, _core.cohesion.krackhardt(view), strict=True))
    said = stated(
        view,
        over,
        "How near to an out-tree.",
        ties="all alike; an undirected one is two",
        normalized="by the most there could be",
        disconnected="each piece by itself",
        loops=NO_MATTER,
    )
    return Counts(
        {name: value for name, (value, _) in values.items()},
        Asked(krackhardt, network, over),
        column="value",
        ties=view.all_ties,
        convention=said,
        why=" ".join(f"{name}: {why}" for name, (_, why) in values.items() if why),
    )
