"""How ties are embedded among others: between dense regions, or within cliques."""

from __future__ import annotations

from typing import Any

from .. import _core
from ..conventions import lengths, stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, PairScores, Progress, Scores, scores
from .pairs import ties_between

__all__ = ["bridging", "simmelian", "simmelian_ties", "tie_bridging"]


def bridging(
    network: Network,
    *,
    over: Projection | None = None,
    method: str = "hwang",
    normalized: bool = True,
    progress: Progress | None = None,
) -> Scores:
    """How much an actor holds apart regions together: two measures of that name.

    Parameters
    ----------
    method
        ``"hwang"``: betweenness times the bridging coefficient, (1/d) / Σ over contacts of 1/d, for d the
        number of contacts: high for who has few contacts, each with many, and much passing through.
        ``"valente_fujimoto"``: how much of the network's cohesion is lost with the ties to one contact, on
        average over contacts (`tie_bridging` has them one by one).
    normalized
        Hwang: divide betweenness by the pairs that could pass through an actor. Valente and Fujimoto: the
        share of cohesion that is lost. Off: the number of pairs; the loss itself.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    Hwang's has no unit: its order and ratios mean something. Contacts are counted whatever the direction of
    ties, which pathways follow. Its lengths are as in `centrality.betweenness`; for Valente and Fujimoto a
    tie is one step. An isolate bridges nothing: it is undefined. 0 for who lies on no shortest pathway, or
    whose ties are all made up for. Loops do not count, parallel ties are one.

    Takes n·m steps, or n·m·log n with lengths; some times that for Valente and Fujimoto, n²·m at worst.
    Raises `InvalidWeight` for a capacity, `Cancelled`. Hwang, Kim, Ramanathan and Zhang (2008),
    doi:10.1145/1401890.1401934, who multiply the values, as here; an earlier report (Hwang and others 2006)
    multiplies the ranks. Valente and Fujimoto (2010), doi:10.1016/j.socnet.2010.03.003, cohesion being the
    mean of one over the distance.

    Examples
    --------
    >>> pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "x"), ("x", "d"), ("d", "e"), ("e", "f"), ("f", "d")]
    >>> twins = Network.from_edges(pairs, directed=False)
    >>> round(bridging(twins)["x"], 9)
    0.45
    >>> round(bridging(twins, method="valente_fujimoto")["x"], 4)
    0.3766
    """
    view = network.freeze(over)
    options: dict[str, Any] = {"method": method, "normalized": normalized}
    values, why = _core.brokerage.bridging(view, progress, **options)
    if method == "hwang":
        convention = stated(
            view,
            over,
            "Betweenness times the bridging coefficient, one over the number of contacts compared with theirs.",
            ties=lengths(view),
            normalized="betweenness, by all pairs that could pass" if normalized else "no",
            disconnected="pairs without a pathway give nothing; an isolate is undefined",
            loops="do not count",
        )
    else:
        convention = _loss(view, over, normalized, ", the mean over an actor's contacts")
    asked = Asked(bridging, network, over, options=options)
    return scores("bridging", view, values, asked, convention=convention, why=why)


def tie_bridging(
    network: Network,
    *,
    over: Projection | None = None,
    normalized: bool = True,
    progress: Progress | None = None,
) -> PairScores:
    """How much of the network's cohesion is lost if two actors lose the ties between them.

    Cohesion is the mean, over ordered pairs of actors, of one over their distance, 0 where there is no
    pathway: one less `fragmentation` by distance.

    Parameters
    ----------
    normalized
        The share of cohesion that is lost. Off: the loss itself.
    progress
        Called now and then with sources done and to do; returning False stops the work.

    Notes
    -----
    Pairs stand once, the earlier actor first; all ties between the two are taken away at once, whichever
    way they run. 0: others make up for them at no cost; 1: nothing else ties anybody. A tie is one step,
    whatever its weight; pathways follow directions. Loops do not count.

    Takes n·m steps and repairs of distances, n²·m at worst. Raises `Cancelled`. Valente and Fujimoto
    (2010), doi:10.1016/j.socnet.2010.03.003.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], directed=False)
    >>> tie_bridging(chain)["police", "ministry"]
    0.6
    """
    view = network.freeze(over)
    keys = view.keys
    places, losses = _core.brokerage.tie_bridging(view, progress, normalized=normalized)
    return PairScores(
        "tie_bridging",
        [(keys[first], keys[second]) for first, second in places],
        ties_between(network, view, places),
        losses,
        Asked(tie_bridging, network, over, options={"normalized": normalized}),
        ties=view.all_ties,
        convention=_loss(view, over, normalized, ""),
    )


def _loss(view: _core.View, over: Projection | None, normalized: bool, mean: str) -> str:
    return stated(
        view,
        over,
        f"What cohesion, the mean of one over the distance, loses with the ties between two actors{mean}.",
        ties="each one step",
        normalized="by the cohesion there is" if normalized else "no",
        disconnected="pairs without a pathway count 0; an isolate is undefined",
        loops="do not count",
    )


def simmelian(network: Network, *, over: Projection | None = None) -> Scores:
    """How many Simmelian ties each actor has: mutual ties within a clique of three or more.

    A tie is Simmelian if it runs both ways and some third actor is tied both ways to both. Such ties are
    strong and sticky: who leaves one breaks with a group.

    Notes
    -----
    One unit is one tie; `simmelian_ties` names them. Undirected ties are mutual. An isolate has 0. Weights
    do not matter; loops do not count, parallel ties are one.

    Takes m·√m·log d steps at most. Krackhardt (1998), "Simmelian ties: super strong and sticky", in Power
    and Influence in Organizations.

    Examples
    --------
    >>> pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]
    >>> dict(simmelian(Network.from_edges(pairs, directed=False)))
    {'a': 2.0, 'b': 2.0, 'c': 2.0, 'd': 0.0}
    """
    view = network.freeze(over)
    values, why = _core.brokerage.simmelian(view)
    convention = _simmelian(view, over, "The number of Simmelian ties: mutual, and with a common third.")
    return scores("simmelian", view, values, Asked(simmelian, network, over), convention=convention, why=why)


def simmelian_ties(network: Network, *, over: Projection | None = None) -> PairScores:
    """All mutual ties, and how many third actors are tied both ways to both: the tie is Simmelian if any is.

    Notes
    -----
    0 is a mutual tie that stands alone (sole-symmetric); ties that run one way are not listed. Pairs stand
    once, the earlier actor first. Everything else, and the reference, as in `simmelian`.

    Examples
    --------
    >>> pairs = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]
    >>> ties = simmelian_ties(Network.from_edges(pairs, directed=False))
    >>> ties["a", "b"], ties["c", "d"]
    (1.0, 0.0)
    """
    view = network.freeze(over)
    keys = view.keys
    places, thirds = _core.brokerage.simmelian_ties(view)
    return PairScores(
        "simmelian_ties",
        [(keys[first], keys[second]) for first, second in places],
        ties_between(network, view, places),
        thirds,
        Asked(simmelian_ties, network, over),
        ties=view.all_ties,
        convention=_simmelian(view, over, "Mutual ties, and the number of thirds tied both ways to both actors."),
    )


def _simmelian(view: _core.View, over: Projection | None, what: str) -> str:
    return stated(view, over, what, ties="all alike, mutual ones alone", loops="do not count")
