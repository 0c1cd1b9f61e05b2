"""The holes between an actor's contacts: Burt's measures."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, PairScores, Scores, scores
from .pairs import ties_between

__all__ = ["constraint", "dyadic_constraint", "effective_size", "efficiency", "hierarchy"]

_NETWORKX = (
    "Asked by actor, or without SciPy, it leaves whom no tie leaves undefined; a loop takes a part of what an actor "
    "invests: compare without loops."
)
_UCINET = "The ego network model, which UCINET offers first."


@reproduces(
    networkx=As(sinks=False, note=_NETWORKX),
    igraph=As(note="Loops take part there too."),
    ucinet=As(ego_network=True, note=_UCINET),
)
def constraint(
    network: Network,
    *,
    over: Projection | None = None,
    ego_network: bool = False,
    sinks: bool = True,
    convention: str | None = None,
) -> Scores:
    """How little room an actor's contacts leave it: high if they are few, or all tied to one another.

    Low is the broker's place: many contacts who do not know each other leave structural holes between
    them.

    Parameters
    ----------
    ego_network
        Look at an actor and its contacts alone, as if nobody else were there. Off: the ties of contacts
        to everybody count towards what they invest, as in NetworkX and igraph.
    sinks
        Score actors that no tie leaves. Off: these are undefined, as in NetworkX.
    convention
        ``"networkx"``, ``"igraph"`` or ``"ucinet"``: the numbers of that tool.

    Notes
    -----
    With a the strength of the ties between two actors, both directions added up, i invests the share
    p_ij = a_ij / Σ_k a_ik in its contact j. The constraint is Σ_j (p_ij + Σ_q p_iq·p_qj)², over its
    contacts j and those q they have in common. 1/n for n contacts alike and not tied to one another; 1
    with one contact, 9/8 in a triangle. An isolate is undefined. The direction of ties does not matter,
    but that a mutual tie counts twice. Ties weigh by strength (or probability) if the projection has such
    a weight, else alike. Loops do not count; parallel ties add up if the projection keeps them apart.

    Takes m·√m·log d steps at most. Raises `InvalidWeight` for a cost or a capacity. Burt (1992),
    Structural Holes, chapter 2.

    Examples
    --------
    >>> star = Network.from_edges([("hub", "a"), ("hub", "b"), ("hub", "c"), ("hub", "d")], directed=False)
    >>> constraint(star)["hub"]
    0.25
    """
    what = "What each contact constrains an actor, added up: the squares of its investments, direct and shared."
    return _holes(network, over, _core.brokerage.constraint, constraint, what, ego_network, sinks)


@reproduces(networkx=As(sinks=False, note=_NETWORKX), ucinet=As(ego_network=True, note=_UCINET))
def effective_size(
    network: Network,
    *,
    over: Projection | None = None,
    ego_network: bool = False,
    sinks: bool = True,
    convention: str | None = None,
) -> Scores:
    """How many contacts an actor has that lead to different parts of the network.

    The number of its contacts, less what is redundant because they are tied to one another.

    Parameters
    ----------
    ego_network
        Compare a contact's ties with the strongest it has within the ego network. Off: with the strongest
        it has to anybody. The same where all ties are equally strong.
    sinks
        Score actors that no tie leaves. Off: these are undefined, as in NetworkX.
    convention
        ``"networkx"`` or ``"ucinet"``: the numbers of that tool.

    Notes
    -----
    With a the strength of the ties between two actors, both directions added up: the sum over contacts j
    of 1 − Σ_q p_iq·m_jq, q being other contacts, p_iq = a_iq / Σ_k a_ik and m_jq = a_jq / max_k a_jk.
    Without weights and directions that is Borgatti's n − 2t/n, for n contacts and t ties among them. One
    unit is one contact that no other stands for. An isolate is undefined. In a directed network a tie one
    way is half a mutual one. Weights, loops and parallel ties are as in `constraint`.

    Takes m·√m·log d steps at most. Raises `InvalidWeight` for a cost or a capacity. Burt (1992),
    Structural Holes, chapter 2; Borgatti (1997), Connections 20(1).

    Examples
    --------
    >>> triangle = Network.from_edges([("hub", "a"), ("hub", "b"), ("a", "b"), ("hub", "c")], directed=False)
    >>> round(effective_size(triangle)["hub"], 4)
    2.3333
    """
    what = "The number of contacts, less those that are redundant, being tied to other contacts."
    return _holes(network, over, _core.brokerage.effective_size, effective_size, what, ego_network, sinks)


@reproduces(ucinet=As(ego_network=True, note=_UCINET))
def efficiency(
    network: Network,
    *,
    over: Projection | None = None,
    ego_network: bool = False,
    sinks: bool = True,
    convention: str | None = None,
) -> Scores:
    """Which part of an actor's contacts is not redundant: its effective size over their number.

    Parameters
    ----------
    ego_network
        As in `effective_size`.
    sinks
        Score actors that no tie leaves. Off: these are undefined, as in NetworkX.
    convention
        ``"ucinet"``: the numbers of that tool.

    Notes
    -----
    1 if no contacts are tied to one another, 1/n if all n are. An isolate is undefined. Everything else,
    and the reference, as in `effective_size`.

    Examples
    --------
    >>> triangle = Network.from_edges([("hub", "a"), ("hub", "b"), ("a", "b")], directed=False)
    >>> efficiency(triangle)["hub"]
    0.5
    """
    what = "The share of contacts that are not redundant."
    normalized = "by the number of contacts"
    return _holes(network, over, _core.brokerage.efficiency, efficiency, what, ego_network, sinks, normalized)


@reproduces(ucinet=As(ego_network=True, note=_UCINET))
def hierarchy(
    network: Network,
    *,
    over: Projection | None = None,
    ego_network: bool = False,
    sinks: bool = True,
    convention: str | None = None,
) -> Scores:
    """How much of the constraint on an actor comes from a single contact: 0 from all alike, 1 from one alone.

    Parameters
    ----------
    ego_network
        As in `constraint`.
    sinks
        Score actors that no tie leaves. Off: these are undefined, as in NetworkX.
    convention
        ``"ucinet"``: the numbers of that tool.

    Notes
    -----
    The Coleman–Theil disorder index: with c_j what each of N contacts constrains the actor and C their
    mean, Σ_j (c_j/C)·ln(c_j/C) over N·ln N. Undefined for an actor with fewer than two contacts, since
    nothing spreads over one. Everything else as in `constraint`. Burt (1992), Structural Holes, chapter 2.

    Examples
    --------
    >>> star = Network.from_edges([("hub", "a"), ("hub", "b"), ("hub", "c")], directed=False)
    >>> hierarchy(star)["hub"]
    0.0
    """
    what = "How unevenly the constraint on an actor spreads over its contacts (Coleman and Theil)."
    normalized = "by the most there could be, N·ln N"
    return _holes(network, over, _core.brokerage.hierarchy, hierarchy, what, ego_network, sinks, normalized)


def dyadic_constraint(
    network: Network,
    *,
    over: Projection | None = None,
    ego_network: bool = False,
) -> PairScores:
    """How much each contact constrains an actor: a row for each actor and each of its contacts.

    Parameters
    ----------
    ego_network
        As in `constraint`.

    Notes
    -----
    The numbers of NetworkX's `local_constraint`. The pair (i, j) has what j constrains i: the parts that
    add up to `constraint`. From 0 to 1, and in general not what i constrains j. The ties named are those
    between the two, whichever way they run. Everything else as in `constraint`.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> parts = dyadic_constraint(chain)
    >>> parts["police", "ministry"], parts["ministry", "police"]
    (1.0, 0.25)
    """
    view = network.freeze(over)
    keys = view.keys
    places, values = _core.brokerage.dyadic_constraint(view, ego_network=ego_network)
    return PairScores(
        "dyadic_constraint",
        [(keys[actor], keys[contact]) for actor, contact in places],
        ties_between(network, view, places),
        values,
        Asked(dyadic_constraint, network, over, options={"ego_network": ego_network}),
        ties=view.all_ties,
        convention=_convention(
            view, over, "The square of what an actor invests in a contact, direct and shared.", ego_network, True, "no"
        ),
    )


def _holes(
    network: Network,
    over: Projection | None,
    kernel: Callable[..., Any],
    question: Callable[..., Any],
    what: str,
    ego_network: bool,
    sinks: bool,
    normalized: str = "no",
) -> Scores:
    view = network.freeze(over)
    options = {"ego_network": ego_network, "sinks": sinks}
    values, why = kernel(view, **options)
    asked = Asked(question, network, over, options=options)
    convention = _convention(view, over, what, ego_network, sinks, normalized)
    return scores(question.__name__, view, values, asked, convention=convention, why=why)


def _convention(
    view: _core.View, over: Projection | None, what: str, ego_network: bool, sinks: bool, normalized: str
) -> str:
    seen = "among an actor and its contacts" if ego_network else "of contacts to everybody"
    return stated(
        view,
        over,
        what,
        ties=f"{strengths(view)}, both directions added up; those {seen}",
        normalized=normalized,
        disconnected="an isolate is undefined" if sinks else "an isolate and whom no tie leaves are undefined",
        loops="do not count",
    )
