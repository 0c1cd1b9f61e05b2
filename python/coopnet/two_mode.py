"""Actors and the forums, events or bodies they belong to: measures of networks of two modes."""

from __future__ import annotations

from typing import Any

from . import _core
from .conventions import stated, strengths
from .errors import InvalidOption
from .groups import Groups, codes
from .network import Network
from .projection import Projection
from .tables import Asked, Counts, Progress, Scores, Value, scores

__all__ = [
    "betweenness",
    "centralization",
    "closeness",
    "clustering",
    "degree",
    "density",
    "eigenvector",
    "redundancy",
    "transitivity",
]

UNITS = {
    "raw": "no",
    "length": "each mode to Euclidean length 1",
    "largest": "the largest of each mode is 1",
    "sum": "each mode adds up to 1",
    "size": "the squares of each mode add up to its size",
}


def degree(
    network: Network, *, over: Projection | None = None, modes: Groups | None = None, normalized: bool = True
) -> Scores:
    """To how many of the other mode each actor is tied: the forums of an actor, the members of a forum.

    Parameters
    ----------
    modes
        Which of two modes each actor belongs to: a column of the actors, or a mapping from actor to mode.
        None: forums, events and bodies, where ties of affiliation end, are the one and all others the
        other.
    normalized
        Divide by the size of the other mode: 1 is all of them.

    Notes
    -----
    A pair counts once, whichever way and however often it is tied; strengths do not count. If the other
    mode is empty the share is undefined, with a reason in ``.why``. A tie inside a mode is refused, by
    name: choose ties between the modes with the projection, as
    ``over=Projection(relations="member_of")``.

    Takes a round over the ties. Raises `InvalidOption` for a tie inside a mode, for actors without a mode
    and for modes that are not two. Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2.

    Examples
    --------
    >>> meetings = Network.from_edges([("police", "forum"), ("shelter", "forum"), ("police", "summit")])
    >>> modes = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
    >>> degree(meetings, modes=modes)["shelter"]
    0.5
    """
    view, _, mode = _frozen(network, over, modes)
    values, why = _core.two_mode.degree(view, mode, normalized=normalized)
    asked = Asked(degree, network, over, options={"modes": modes, "normalized": normalized})
    convention = _stated(
        view,
        over,
        "Ties to the other mode.",
        normalized="by the size of the other mode" if normalized else "no",
    )
    return scores("degree", view, values, asked, convention=convention, why=why)


def closeness(
    network: Network,
    *,
    over: Projection | None = None,
    modes: Groups | None = None,
    relative_to: str = "piece",
    progress: Progress | None = None,
) -> Scores:
    """How near each actor is to all others of both modes, beside the nearest that its mode allows.

    Parameters
    ----------
    modes
        Which of two modes each actor belongs to, as in `degree`.
    relative_to
        Whose least sum of distances an actor is compared with: ``"piece"``, that of its own piece;
        ``"network"``, that of the whole, as NetworkX does, where scores of a network in pieces can exceed 1.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: one step from each of the other mode and two from each of its own, the least there is. Times
    the share of the others that can be reached, so that small pieces do not outrank large ones; an isolate
    has 0. Each tie is one step, whichever way it runs. Always defined. Ties and modes as in `degree`.

    Takes a search from each actor: n·(n + m) steps. Raises `InvalidOption` as `degree` does, `Cancelled`.
    Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2; Faust (1997),
    doi:10.1016/S0378-8733(96)00300-0.

    Examples
    --------
    >>> meetings = Network.from_edges([("police", "forum"), ("shelter", "forum"), ("police", "summit")])
    >>> modes = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
    >>> closeness(meetings, modes=modes)["police"]
    1.0
    """
    view, _, mode = _frozen(network, over, modes)
    values, why = _core.two_mode.closeness(view, mode, progress, relative_to=relative_to)
    asked = Asked(closeness, network, over, options={"modes": modes, "relative_to": relative_to})
    convention = _stated(
        view,
        over,
        "Least sum of distances over that of the actor.",
        normalized=f"by the least sum that the modes of the {relative_to} allow",
        disconnected="times the share of others reached",
    )
    return scores("closeness", view, values, asked, convention=convention, why=why)


def betweenness(
    network: Network,
    *,
    over: Projection | None = None,
    modes: Groups | None = None,
    normalized: bool = True,
    progress: Progress | None = None,
) -> Scores:
    """How often each actor lies on a shortest pathway between two others, of whichever mode.

    Parameters
    ----------
    modes
        Which of two modes each actor belongs to, as in `degree`.
    normalized
        Divide by the most that an actor of its mode can have, given the sizes of the modes. Off: the number
        of pairs.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    Each pair is one unit, shared by its shortest pathways. Each tie is one step, whichever way it runs.
    Pairs in different pieces give nothing. Where nothing can lie between, 0. Always defined. Ties and modes
    as in `degree`.

    Takes a search from each actor: n·(n + m) steps. Raises `InvalidOption` as `degree` does, `Cancelled`.
    Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2.

    Examples
    --------
    >>> meetings = Network.from_edges([("police", "forum"), ("shelter", "forum"), ("police", "summit")])
    >>> modes = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
    >>> betweenness(meetings, modes=modes, normalized=False)["forum"]
    2.0
    """
    view, _, mode = _frozen(network, over, modes)
    values, why = _core.two_mode.betweenness(view, mode, progress, normalized=normalized)
    asked = Asked(betweenness, network, over, options={"modes": modes, "normalized": normalized})
    convention = _stated(
        view,
        over,
        "Pairs on whose shortest pathways the actor lies.",
        normalized="by the most that the sizes of the modes allow" if normalized else "no",
        disconnected="pairs in different pieces give nothing",
    )
    return scores("betweenness", view, values, asked, convention=convention, why=why)


def eigenvector(
    network: Network, *, over: Projection | None = None, modes: Groups | None = None, scale: str = "length"
) -> Scores:
    """How well each actor is tied to those of the other mode who are well tied themselves.

    Parameters
    ----------
    modes
        Which of two modes each actor belongs to, as in `degree`.
    scale
        The unit, in each mode by itself: ``"length"``, Euclidean length 1; ``"largest"``, the largest is 1;
        ``"sum"``, they add up to 1; ``"size"``, their squares add up to the size of the mode.

    Notes
    -----
    The leading singular vectors of the ties between the modes: an actor counts by its forums, a forum by its
    members. Ties weigh by strength (or probability) if the projection has such a weight, else alike,
    whichever way they run. Who is outside the leading piece has 0. Undefined, with a reason in ``.why``:
    without ties, and where two pieces lead equally. Modes as in `degree`.

    Takes some rounds over the ties. Raises `InvalidOption` as `degree` does, `InvalidWeight` for a cost or a
    capacity. Bonacich (1991), doi:10.1016/0378-8733(91)90018-O; Faust (1997),
    doi:10.1016/S0378-8733(96)00300-0.

    Examples
    --------
    >>> meetings = Network.from_edges([("police", "forum"), ("shelter", "forum"), ("police", "summit")])
    >>> modes = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
    >>> round(eigenvector(meetings, modes=modes)["police"], 4)
    0.8507
    """
    view, _, mode = _frozen(network, over, modes)
    values, why = _core.two_mode.eigenvector(view, mode, scale=scale)
    asked = Asked(eigenvector, network, over, options={"modes": modes, "scale": scale})
    convention = _stated(
        view,
        over,
        "Leading singular vectors of the ties between the modes.",
        ties=f"a pair once, {strengths(view)}",
        normalized=UNITS[scale],
        disconnected="0 outside the leading piece",
    )
    return scores("eigenvector", view, values, asked, convention=convention, why=why)


def centralization(
    network: Network, measure: str = "degree", *, over: Projection | None = None, modes: Groups | None = None
) -> Counts:
    """How much one actor stands out in each mode: 1 if one could not stand out more, 0 if all are alike.

    Parameters
    ----------
    measure
        ``"degree"``, ``"closeness"`` or ``"betweenness"``, as this family counts them.
    modes
        Which of two modes each actor belongs to, as in `degree`.

    Notes
    -----
    A number for each mode: the differences between its highest score and each, added, over the most that
    connected modes of these sizes allow, where one actor is tied to all of the other mode, and each other
    actor of its mode to one of them, spread as evenly as can be. Undefined, with a reason in ``.why``:
    where modes are too small for differences; by degree, where some have no tie (``isolates=False`` in the
    projection leaves them out); and by closeness in a network of several pieces, since the most possible is
    another there. Ties and modes as in `degree`.

    Takes what the measure takes. Raises `InvalidOption` as `degree` does. Borgatti and Everett (1997),
    doi:10.1016/S0378-8733(96)00301-2.

    Examples
    --------
    >>> meetings = Network.from_edges([("police", "forum"), ("shelter", "forum"), ("police", "summit")])
    >>> modes = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
    >>> dict(centralization(meetings, "degree", modes=modes))
    {'body': 1.0, 'event': 1.0}
    """
    view, names, mode = _frozen(network, over, modes)
    values, why = _core.two_mode.centralization(view, mode, measure=measure)
    asked = Asked(centralization, network, over, (measure,), {"modes": modes})
    convention = _stated(
        view,
        over,
        f"Differences from the highest {measure} in the mode.",
        normalized="by the most that connected modes of these sizes allow",
    )
    numbers = dict(zip(names, values, strict=True))
    return Counts(numbers, asked, column="value", ties=view.all_ties, convention=convention, why=why)


def density(network: Network, *, over: Projection | None = None, modes: Groups | None = None) -> Value:
    """The share of possible ties between the modes that there are.

    Parameters
    ----------
    modes
        Which of two modes each actor belongs to, as in `degree`.

    Notes
    -----
    1 means: each of one mode is tied to each of the other. A pair counts once, whichever way and however
    often it is tied. Undefined, with a reason in ``.why``, if a mode is empty. Ties and modes as in
    `degree`.

    Takes a round over the ties. Raises `InvalidOption` as `degree` does. Borgatti and Everett (1997),
    doi:10.1016/S0378-8733(96)00301-2.

    Examples
    --------
    >>> meetings = Network.from_edges([("police", "forum"), ("shelter", "forum"), ("police", "summit")])
    >>> modes = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
    >>> float(density(meetings, modes=modes))
    0.75
    """
    view, _, mode = _frozen(network, over, modes)
    value, why = _core.two_mode.density(view, mode)
    asked = Asked(density, network, over, options={"modes": modes})
    convention = _stated(view, over, "Tied pairs.", normalized="by the pairs between the modes")
    return Value(value, asked, ties=view.all_ties, convention=convention, why=why)


def redundancy(network: Network, *, over: Projection | None = None, modes: Groups | None = None) -> Scores:
    """The share of pairs of an actor's neighbors that would stay joined without it, by another of its mode.

    Parameters
    ----------
    modes
        Which of two modes each actor belongs to, as in `degree`.

    Notes
    -----
    1 means: the members of a forum all meet elsewhere too; 0: it alone brings them together. Undefined for
    who has fewer than two neighbors, with a reason in ``.why``. Ties and modes as in `degree`.

    Takes the squared degrees of neighbors, added over all ties. Raises `InvalidOption` as `degree` does.
    Latapy, Magnien and Del Vecchio (2008), doi:10.1016/j.socnet.2007.04.006.

    Examples
    --------
    >>> pairs = [("police", "forum"), ("shelter", "forum"), ("police", "summit"), ("shelter", "summit")]
    >>> meetings = Network.from_edges([*pairs, ("embassy", "forum")])
    >>> modes = {"police": "body", "shelter": "body", "embassy": "body", "forum": "event", "summit": "event"}
    >>> round(redundancy(meetings, modes=modes)["forum"], 4)
    0.3333
    """
    view, _, mode = _frozen(network, over, modes)
    values, why = _core.two_mode.redundancy(view, mode)
    asked = Asked(redundancy, network, over, options={"modes": modes})
    convention = _stated(
        view, over, "Pairs of neighbors that another joins too.", normalized="by the pairs of neighbors"
    )
    return scores("redundancy", view, values, asked, convention=convention, why=why)


def clustering(
    network: Network, *, over: Projection | None = None, modes: Groups | None = None, kind: str = "dot"
) -> Scores:
    """How much an actor's neighbors are also those of the others with whom it shares any, on the mean.

    Parameters
    ----------
    modes
        Which of two modes each actor belongs to, as in `degree`.
    kind
        What the neighbors that two share are divided by: ``"dot"``, all that either has; ``"min"``, those
        of the one with fewer; ``"max"``, of the one with more.

    Notes
    -----
    1 means: whoever shares a forum with it is in the same forums. Undefined for who shares nobody, with a
    reason in ``.why``, where NetworkX has 0. Ties and modes as in `degree`.

    Takes the squared degrees, added over the actors. Raises `InvalidOption` as `degree` does. Latapy,
    Magnien and Del Vecchio (2008), doi:10.1016/j.socnet.2007.04.006.

    Examples
    --------
    >>> meetings = Network.from_edges([("police", "forum"), ("shelter", "forum"), ("police", "summit")])
    >>> modes = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
    >>> clustering(meetings, modes=modes)["police"], clustering(meetings, modes=modes, kind="min")["police"]
    (0.5, 1.0)
    """
    view, _, mode = _frozen(network, over, modes)
    values, why = _core.two_mode.clustering(view, mode, kind=kind)
    asked = Asked(clustering, network, over, options={"modes": modes, "kind": kind})
    by = {"dot": "all that either has", "min": "those of the one with fewer", "max": "those of the one with more"}
    convention = _stated(view, over, "Mean share of neighbors in common.", normalized=f"by {by[kind]}")
    return scores("clustering", view, values, asked, convention=convention, why=why)


def transitivity(network: Network, *, over: Projection | None = None, modes: Groups | None = None) -> Value:
    """The share of paths of three ties that a fourth closes: whether those who meet once meet again.

    Parameters
    ----------
    modes
        Which of two modes each actor belongs to, as in `degree`.

    Notes
    -----
    Four times the circles of two actors and two forums, over the paths of three ties: 1 if all that meet
    meet everywhere. Undefined, with a reason in ``.why``, without a path of three ties. Ties and modes as
    in `degree`.

    Takes the squared degrees, added over the actors. Raises `InvalidOption` as `degree` does. Robins and
    Alexander (2004), doi:10.1023/B:CMOT.0000032580.12184.c0.

    Examples
    --------
    >>> pairs = [("police", "forum"), ("shelter", "forum"), ("police", "summit"), ("shelter", "summit")]
    >>> modes = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
    >>> float(transitivity(Network.from_edges(pairs), modes=modes))
    1.0
    """
    view, _, mode = _frozen(network, over, modes)
    value, why = _core.two_mode.transitivity(view, mode)
    asked = Asked(transitivity, network, over, options={"modes": modes})
    convention = _stated(view, over, "Paths of three ties that a fourth closes.", normalized="by all such paths")
    return Value(value, asked, ties=view.all_ties, convention=convention, why=why)


# --- the modes ----------------------------------------------------------------------


def _frozen(network: Network, over: Projection | None, modes: Groups | None) -> tuple[_core.View, list[str], list[int]]:
    """The view, the names of the two modes, and the mode of each vertex."""
    view = network.freeze(over)
    if modes is not None:
        names, numbers = codes(network, view.keys, modes)
        if len(names) > 2 or (len(names) < 2 and numbers):
            groups = f"groups: {', '.join(names[:5])}" if len(names) > 1 else f"group: {', '.join(names)}"
            raise InvalidOption(f"modes= gives {len(names)} {groups}. A network of two modes has two.")
        return view, [*names, "actors", "forums"][:2], numbers
    forums = set(_core.forums(network.core, (over or Projection()).settings()))
    if view.keys and not forums:
        raise InvalidOption(
            "No ties of affiliation end in forums, events or bodies here, so that modes= must say who belongs to "
            "which of two modes: a column of the actors, or a mapping."
        )
    return view, ["actors", "forums"], [int(key in forums) for key in view.keys]


def _stated(view: _core.View, over: Projection | None, what: str, **more: Any) -> str:
    more.setdefault("ties", "a pair once, all alike")
    return stated(view, over, what, loops="refused, as ties inside a mode", **more)
