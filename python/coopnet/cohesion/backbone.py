"""The ties that stand out among those of their actors."""

from __future__ import annotations

from .. import _core
from ..conventions import stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, PairScores, joined

__all__ = ["backbone"]


def backbone(network: Network, *, alpha: float = 0.05, over: Projection | None = None) -> PairScores:
    """The ties that are stronger than chance would make them, at one of their ends at least.

    The rows are the ties kept; `p` says how often chance makes a tie of that actor as strong.

    Parameters
    ----------
    alpha
        A tie is kept if its p is below: between 0 and 1, the lower the fewer ties.

    Notes
    -----
    The disparity filter: chance shares an actor's strength out at random among its k ties, and one gets at least the
    share s with p = (1 − s)^(k − 1). A directed tie is compared with what its source sends and with what its target
    receives, an undirected one with all that either end has; among directed ties it runs each way. The least p counts.
    An actor's only tie says nothing there (p = 1), but a tie that is the only one at both its ends is kept, as it is
    all they have.

    Ties weigh by strength if the projection has one; without a weight, an edge weighs the ties it merges. Ties that
    are alike keep nothing: of k equal ones p is (1 − 1/k)^(k − 1), 0.37 and more. Loops are left out, kept parallel
    ties count each. Ask on over the ties kept with ``Projection(where={"id": …})``.

    Takes one pass over the ties. Raises `InvalidOption` for another alpha, `InvalidWeight` for a cost or a capacity.
    Serrano, Boguñá and Vespignani (2009), doi:10.1073/pnas.0808904106.

    Examples
    --------
    >>> calls = [("police", "ministry")] * 40 + [("police", "press"), ("ministry", "union"), ("press", "union")]
    >>> found = backbone(Network.from_edges(calls, directed=False))
    >>> {pair: round(p, 4) for pair, p in found.items()}
    {('police', 'ministry'): 0.0244}
    """
    view = network.freeze(over)
    edges, p = _core.cohesion.backbone(view, alpha=alpha)
    pairs, ties = joined(network, view)
    said = stated(
        view,
        over,
        f"Kept if chance makes a tie of either end as strong less often than {alpha:g}.",
        ties="by the ties an edge merges" if view.meaning == "none" else strengths(view),
        normalized="by what each end sends, and receives",
        loops="left out",
    )
    return PairScores(
        "p",
        [pairs[edge] for edge in edges],
        [ties[edge] for edge in edges],
        p,
        Asked(backbone, network, over, options={"alpha": alpha}),
        ties=view.all_ties,
        convention=said,
    )
