"""The pieces of a network, and what holds them."""

from __future__ import annotations

from .. import _core
from ..conventions import stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Cuts, Partition, joined

__all__ = ["articulation_actors", "bridges", "components"]


def components(network: Network, *, over: Projection | None = None, strong: bool = False) -> Partition:
    """The pieces of a network: who is connected with whom.

    Parameters
    ----------
    strong
        Together are only actors that reach each other along the ties. Off: direction is ignored.

    Notes
    -----
    Group 0 is the largest piece; of equally large ones, that of the first actor. An isolate is a piece of
    its own. Without directions both kinds are the same. Weights, loops and parallel ties do not matter.

    Takes one pass over the ties. Tarjan (1972), doi:10.1137/0201010.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter"), ("union", "press")])
    >>> components(chain).groups
    (('police', 'ministry', 'shelter'), ('union', 'press'))
    >>> len(components(chain, strong=True).groups)
    5
    """
    view = network.freeze(over)
    return Partition(
        view.keys,
        _core.cohesion.components(view, strong=strong).tolist(),
        Asked(components, network, over, options={"strong": strong}),
        ties=view.all_ties,
        convention=stated(
            view,
            over,
            "Who reaches each other along the ties." if strong else "Connected if direction is ignored.",
            ties=_ALIKE,
            loops=_NO_MATTER,
        ),
    )


def articulation_actors(network: Network, *, over: Projection | None = None) -> Cuts:
    """The actors without whom their piece of the network falls apart, each with those it cuts off.

    Cut off are all but the largest piece that remains; of equally large ones, that of the first actor
    stays. Actors without whom nobody is cut off are not in the result.

    Notes
    -----
    Direction is ignored: who is cut off has no tie either way to the rest. Weights, loops and parallel
    ties do not matter. A network of fewer than three actors has none.

    Takes one pass over the ties, and one for each such actor. Hopcroft and Tarjan (1973),
    doi:10.1145/362248.362272.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter"), ("police", "press")])
    >>> articulation_actors(chain)["ministry"]
    ('shelter',)
    """
    view = network.freeze(over)
    keys = view.keys
    rows = [
        {"id": keys[actor], "cut_off": tuple(keys[v] for v in cut_off)}
        for actor, cut_off in _core.cohesion.articulation_actors(view)
    ]
    asked = Asked(articulation_actors, network, over)
    return Cuts(rows, asked, ties=view.all_ties, convention=_cut_off(view, over))


def bridges(network: Network, *, over: Projection | None = None) -> Cuts:
    """The ties without which their piece of the network falls in two, each with the actors of the smaller part.

    Of two equal parts, that with the first actor stays.

    Notes
    -----
    Direction is ignored. Actors joined by several ties, in one direction or both, are joined by no
    bridge: losing one of them does not part them; a projection that merges parallel ties asks about all
    of them at once. Loops are no bridges.

    Takes one pass over the ties, and one for each bridge. Tarjan (1974), doi:10.1016/0020-0190(74)90003-9.

    Examples
    --------
    >>> chain = Network.from_edges([("police", "ministry"), ("ministry", "shelter"), ("police", "press")])
    >>> bridges(chain)["ministry", "shelter"]
    ('shelter',)
    """
    view = network.freeze(over, merges=False)
    keys = view.keys
    pairs, ties = joined(network, view)
    rows = [
        {
            "source": pairs[edge][0],
            "target": pairs[edge][1],
            "ties": ties[edge],
            "cut_off": tuple(keys[v] for v in cut_off),
        }
        for edge, cut_off in _core.cohesion.bridges(view)
    ]
    return Cuts(rows, Asked(bridges, network, over), ties=view.all_ties, convention=_cut_off(view, over))


_ALIKE = "all alike"
_NO_MATTER = "make no difference"


def _cut_off(view: _core.View, over: Projection | None) -> str:
    return stated(
        view,
        over,
        "Direction is ignored; of what remains the largest piece stays, the others are cut off.",
        ties=_ALIKE,
        disconnected="each piece by itself",
        loops=_NO_MATTER,
    )
