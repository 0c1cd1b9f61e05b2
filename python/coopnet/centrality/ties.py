"""Measures of an actor and its own ties."""

from __future__ import annotations

from .. import _core
from ..conventions import stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Scores, scores

__all__ = ["degree", "strength"]


def degree(network: Network, *, over: Projection | None = None, mode: str = "all", normalized: bool = False) -> Scores:
    """How many ties each actor has: whom it deals with directly.

    Parameters
    ----------
    mode
        ``"out"``: ties it starts; ``"in"``: ties it receives; ``"all"``: both together. Without
        directions all three are the same.
    normalized
        Divide by the n − 1 other actors, as `networkx.degree_centrality` does.

    Notes
    -----
    One unit is one tie. Parallel ties are merged first, one for each ordered pair, unless the
    projection keeps them. An undirected tie counts once at each end, among directed ones too; a loop
    counts once in, once out, and two in all, as in NetworkX. The weight of ties is not read: that is
    `strength`. An isolate has 0; normalized, the only actor of a network is undefined.

    Takes one pass over the ties. Raises `UnknownName` and its like for a projection that names what is
    not there. Freeman (1978), doi:10.1016/0378-8733(78)90021-7.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")])
    >>> degree(chain)["ministry"], degree(chain, mode="out")["shelter"]
    (2.0, 0.0)
    """
    view = network.freeze(over)
    values, why = _core.centrality.degree(view, mode=mode, normalized=normalized)
    asked = Asked(degree, network, over, options={"mode": mode, "normalized": normalized})
    convention = stated(
        view,
        over,
        f"Ties {_TOWARDS[mode]}.",
        ties="each counts 1",
        normalized="by the number of other actors" if normalized else "no",
        loops="count once each way",
    )
    return scores("degree", view, values, asked, convention=convention, why=why)


def strength(network: Network, *, over: Projection | None = None, mode: str = "all") -> Scores:
    """The sum of the strengths of each actor's ties: how much it deals with others.

    Reads the column ``strength`` (empty is 1) unless the projection names another weight; a
    probability is a strength too, a cost or a capacity is not.

    Parameters
    ----------
    mode
        ``"out"``: ties it starts; ``"in"``: ties it receives; ``"all"``: both together.

    Notes
    -----
    The unit is that of the weight. Ties count as in `degree`: an undirected one once at each end, a loop
    twice in all. An isolate has 0. Takes one pass over the ties. Raises `InvalidWeight` for a weight
    that is no strength. Barrat et al. (2004), doi:10.1073/pnas.0400087101.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter")], weights=[2, 0.5])
    >>> strength(chain)["ministry"]
    2.5
    """
    over = over or Projection()
    if over.weight is None:
        over = over.replace(weight="strength")
    view = network.freeze(over)
    values, why = _core.centrality.strength(view, mode=mode)
    asked = Asked(strength, network, over, options={"mode": mode})
    convention = stated(
        view, over, f"Sum over ties {_TOWARDS[mode]}.", ties=strengths(view), loops="count once each way"
    )
    return scores("strength", view, values, asked, convention=convention, why=why)


_TOWARDS = {"out": "started", "in": "received", "all": "started and received"}
