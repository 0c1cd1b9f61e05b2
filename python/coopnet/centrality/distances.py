"""How far actors are from each other."""

from __future__ import annotations

from .. import _core
from ..conventions import lengths, stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Scores, scores

__all__ = ["closeness", "harmonic"]


def closeness(
    network: Network,
    *,
    over: Projection | None = None,
    mode: str = "in",
    wf_improved: bool = True,
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
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    1 means: one step from everybody. The weight of the projection decides lengths: a cost is a length, a
    strength s has length 1/s, without a weight each tie has length 1. A probability is refused, since
    products have no mean: ask `harmonic`. Who is not connected does not enter the mean. An isolate has
    0, and without ``wf_improved`` it is undefined. Loops are no steps; of parallel ties the shortest
    counts.

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
    values, why = _core.centrality.closeness(view, progress, mode=mode, wf_improved=wf_improved)
    asked = Asked(closeness, network, over, options={"mode": mode, "wf_improved": wf_improved})
    convention = stated(
        view,
        over,
        f"One over the mean distance {_DISTANCES[mode]} connected with it.",
        ties=lengths(view),
        normalized="by the number of others connected",
        disconnected=(
            "times the share of others connected (Wasserman–Faust)" if wf_improved else "each piece by itself"
        ),
        loops="no steps",
    )
    return scores("closeness", view, values, asked, convention=convention, why=why)


def harmonic(
    network: Network,
    *,
    over: Projection | None = None,
    mode: str = "in",
    normalized: bool = False,
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
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    Defined in networks of several pieces, where a mean distance is not. One unit is one actor at distance
    1. Lengths follow the weight as in `closeness`. An isolate has 0; normalized, the only actor of a
    network is undefined. Loops are no steps; of parallel ties the best counts.

    Takes a search from each actor: n·(n + m) steps, or n·m·log n with lengths. Raises `InvalidWeight` for
    a capacity, `Cancelled`. Marchiori and Latora (2000), doi:10.1016/S0378-4371(00)00311-3.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> harmonic(chain)["police"]
    1.5
    """
    view = network.freeze(over)
    values, why = _core.centrality.harmonic(view, progress, mode=mode, normalized=normalized)
    asked = Asked(harmonic, network, over, options={"mode": mode, "normalized": normalized})
    products = view.meaning == "probability"
    convention = stated(
        view,
        over,
        f"Sum of {'the most reliable pathway' if products else 'one over the distance'} {_DISTANCES[mode]}.",
        ties="probabilities multiply" if products else lengths(view),
        normalized="by the number of other actors" if normalized else "no",
        disconnected="0 for who is out of reach",
        loops="no steps",
    )
    return scores("harmonic", view, values, asked, convention=convention, why=why)


_DISTANCES = {"in": "from others to the actor", "out": "from the actor to others", "all": "to others either way"}
