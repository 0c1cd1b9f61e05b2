"""How far actors are from each other."""

from __future__ import annotations

from .. import _core
from ..conventions import As, lengths, reproduces, stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Scores, scores

__all__ = ["closeness", "eccentricity", "harmonic", "reach"]


@reproduces(
    networkx=As(),
    igraph=As(mode="all", wf_improved=False, note="Each piece by itself; direction is ignored unless asked for."),
    sna=As(mode="out", unreached="infinite", note="0 for who does not reach everybody."),
    ucinet=As(
        mode="out",
        unreached="n",
        scaled=100,
        note='In percent; who is not reached is n away. mode="in" is in-closeness.',
    ),
)
def closeness(
    network: Network,
    *,
    over: Projection | None = None,
    mode: str = "in",
    wf_improved: bool = True,
    normalized: bool = True,
    unreached: str = "skipped",
    convention: str | None = None,
    progress: Progress | None = None,
) -> Scores:
    """How near each actor is to those it is connected with: one over its mean distance.

    Parameters
    ----------
    mode
        ``"in"``: the distances from others to the actor, as NetworkX takes them; ``"out"``: from the
        actor to others; ``"all"``: direction is ignored.
    wf_improved
        Multiply by the share of the n − 1 others that are connected (Wasserman and Faust), so that the
        middle of a small piece does not outrank that of a large one. Off: each piece by itself.
    normalized
        One over the *mean* distance. Off: one over the sum of distances.
    unreached
        The distance where no pathway leads: ``"skipped"``, it does not enter the mean; ``"infinite"``, who
        is not connected with everybody has 0, as in sna; ``"n"``, it is the number of actors, as in UCINET.
    convention
        ``"networkx"``, ``"igraph"``, ``"sna"`` or ``"ucinet"``: the numbers that tool gives by default.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: one step from everybody. The weight of the projection decides lengths: a cost is a length, a
    strength s has length 1/s, without a weight each tie has length 1. A probability is refused, since
    products have no mean: ask `harmonic`. Who is not connected does not enter the mean unless
    ``unreached`` says so. An isolate has 0, and without ``wf_improved`` it is undefined (NetworkX says 0).
    Where everybody is connected, ``wf_improved`` and ``unreached`` make no difference. Loops are no steps;
    of parallel ties the shortest counts.

    Takes a search from each actor: n·(n + m) steps, or n·m·log n with lengths. Raises `InvalidWeight` for
    a probability or a capacity, `Cancelled`. Freeman (1978), doi:10.1016/0378-8733(78)90021-7; Wasserman
    and Faust (1994), Social Network Analysis, section 5.2.2.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> closeness(chain)["ministry"]
    1.0
    """
    view = network.freeze(over)
    values, why = _core.centrality.closeness(
        view, progress, mode=mode, wf_improved=wf_improved, normalized=normalized, unreached=unreached
    )
    options = {"mode": mode, "wf_improved": wf_improved, "normalized": normalized, "unreached": unreached}
    own = "times the share of others connected (Wasserman–Faust)" if wf_improved else "each piece by itself"
    said = stated(
        view,
        over,
        f"One over the {'mean' if normalized else 'sum'} of distances {_DISTANCES[mode]}.",
        ties=lengths(view),
        normalized=f"by the number of others{' connected' if unreached == 'skipped' else ''}" if normalized else "no",
        disconnected={"skipped": own, **_UNREACHED}[unreached],
        loops="no steps",
    )
    asked = Asked(closeness, network, over, options=options)
    return scores("closeness", view, values, asked, convention=said, why=why)


@reproduces(
    networkx=As(),
    igraph=As(mode="all", normalized=True),
    sna=As(
        mode="out", normalized=True, note='As closeness with cmode="suminvdir"; "gil-schmidt" is reached_only=True.'
    ),
)
def harmonic(
    network: Network,
    *,
    over: Projection | None = None,
    mode: str = "in",
    normalized: bool = False,
    reached_only: bool = False,
    convention: str | None = None,
    progress: Progress | None = None,
) -> Scores:
    """How near each actor is to all others: the sum of one over each distance, 0 for who is out of reach.

    With a probability as weight (``weight="reliability"``): the sum, over the others, of the probability
    that the most reliable pathway between them holds, the product of its steps.

    Parameters
    ----------
    mode
        ``"in"``: pathways from others to the actor, as NetworkX takes them; ``"out"``: from the actor to
        others; ``"all"``: direction is ignored.
    normalized
        Divide by the n − 1 other actors: 1 is one (sure) step from everybody.
    reached_only
        Divide by the number of actors connected, not by that of all others (Gil and Schmidt).
    convention
        ``"networkx"``, ``"igraph"`` or ``"sna"``: the numbers that tool gives by default.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    Defined in networks of several pieces, where a mean distance is not. One unit is one actor at distance
    1. Lengths follow the weight as in `closeness`. An isolate has 0; normalized, the only actor of a
    network is undefined. Loops are no steps; of parallel ties the best counts.

    Takes a search from each actor: n·(n + m) steps, or n·m·log n with lengths. Raises `InvalidWeight` for
    a capacity, `Cancelled`. Marchiori and Latora (2000), doi:10.1016/S0378-4371(00)00311-3; Gil
    and Schmidt (1996), The origin of the Mexican network of power.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> harmonic(chain)["police"]
    1.5
    """
    view = network.freeze(over)
    values, why = _core.centrality.harmonic(view, progress, mode=mode, normalized=normalized, reached_only=reached_only)
    options = {"mode": mode, "normalized": normalized, "reached_only": reached_only}
    products = view.meaning == "probability"
    by_others = "by the number of other actors" if normalized else "no"
    said = stated(
        view,
        over,
        f"Sum of {'the most reliable pathway' if products else 'one over the distance'} {_DISTANCES[mode]}.",
        ties="probabilities multiply" if products else lengths(view),
        normalized="by the number of others connected" if reached_only else by_others,
        disconnected="0 for who is out of reach",
        loops="no steps",
    )
    asked = Asked(harmonic, network, over, options=options)
    return scores("harmonic", view, values, asked, convention=said, why=why)


@reproduces(
    networkx=As(note="It refuses a network in pieces, and a directed one in which somebody does not reach everybody."),
    igraph=As(),
)
def eccentricity(
    network: Network,
    *,
    over: Projection | None = None,
    mode: str = "out",
    unreached: str = "skipped",
    convention: str | None = None,
    progress: Progress | None = None,
) -> Scores:
    """How far each actor is from the one that is farthest away: few steps mean that it reaches everybody soon.

    Parameters
    ----------
    mode
        ``"out"``: distances from the actor to others, as NetworkX takes them; ``"in"``: from others to the
        actor; ``"all"``: direction is ignored.
    unreached
        The distance where no pathway leads: ``"skipped"``, only those connected count; ``"infinite"``;
        ``"n"``, the number of actors.
    convention
        ``"networkx"`` or ``"igraph"``: the numbers that tool gives by default.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    One unit is one step, or one unit of length: lengths follow the weight as in `betweenness`. Low is
    central; one over it is the `graphcent` of sna, with ``unreached="infinite"``. An isolate has 0 if who
    is not connected is skipped. Loops are no steps; of parallel ties the shortest counts.

    Takes a search from each actor: n·(n + m) steps, or n·m·log n with lengths. Raises `InvalidWeight` for
    a capacity, `InvalidOption`, `Cancelled`. Hage and Harary (1995), doi:10.1016/0378-8733(94)00248-9.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> eccentricity(chain)["police"], eccentricity(chain)["ministry"]
    (2.0, 1.0)
    """
    view = network.freeze(over)
    values, why = _core.centrality.eccentricity(view, progress, mode=mode, unreached=unreached)
    said = stated(
        view,
        over,
        f"The greatest distance {_DISTANCES[mode]}.",
        ties=lengths(view),
        disconnected={"skipped": "each piece by itself", "infinite": "infinite", "n": _UNREACHED["n"]}[unreached],
        loops="no steps",
    )
    asked = Asked(eccentricity, network, over, options={"mode": mode, "unreached": unreached})
    return scores("eccentricity", view, values, asked, convention=said, why=why)


def reach(
    network: Network,
    k: int | float = 2,
    *,
    over: Projection | None = None,
    mode: str = "out",
    normalized: bool = False,
    progress: Progress | None = None,
) -> Scores:
    """How many other actors each actor reaches within k steps: friends of friends for k = 2.

    Parameters
    ----------
    k
        How far: in steps, or in the unit of lengths if the projection has a weight.
    mode
        ``"out"``: whom the actor reaches; ``"in"``: who reaches it; ``"all"``: direction is ignored.
    normalized
        Divide by the n − 1 other actors: the share within reach.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    One unit is one other actor. Lengths follow the weight as in `betweenness`; a pathway exactly as long as
    k, on paper, is within. An isolate has 0; normalized, the only actor of a network is undefined. Loops
    are no steps; of parallel ties the shortest counts. Whom one actor reaches, and by how many steps, says
    `pathways.reach`.

    Takes a search from each actor, as far as k. Raises `InvalidOption` for a negative k, `InvalidWeight`
    for a capacity, `Cancelled`. Borgatti (2006), doi:10.1007/s10588-006-7084-x.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter"), ("shelter", "court")])
    >>> reach(chain)["police"], reach(chain, 1, mode="in")["police"]
    (2.0, 0.0)
    """
    view = network.freeze(over)
    values, why = _core.centrality.reach(view, progress, k=k, mode=mode, normalized=normalized)
    said = stated(
        view,
        over,
        f"Others within {k:g}; distances {_DISTANCES[mode]}.",
        ties=lengths(view),
        normalized="by the number of other actors" if normalized else "no",
        disconnected="who is out of reach does not count",
        loops="no steps",
    )
    asked = Asked(reach, network, over, options={"k": k, "mode": mode, "normalized": normalized})
    return scores("reach", view, values, asked, convention=said, why=why)


_DISTANCES = {"in": "from others to the actor", "out": "from the actor to others", "all": "to others either way"}
_UNREACHED = {
    "infinite": "0 for who is not connected with everybody",
    "n": "who is not connected is as far as there are actors",
}
