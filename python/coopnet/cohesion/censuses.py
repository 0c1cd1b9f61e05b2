"""Counts of what two and what three actors are to each other."""

from __future__ import annotations

from .. import _core
from ..conventions import stated
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Counts

__all__ = ["dyad_census", "triad_census"]


def dyad_census(network: Network, *, over: Projection | None = None) -> Counts:
    """How many pairs of actors are tied both ways, one way, and not at all.

    Notes
    -----
    The types are ``mutual``, ``asymmetric`` and ``null``; together they are all n(n − 1)/2 pairs. An
    undirected tie is mutual, among directed ones too. Loops, parallel ties and weights make no difference.
    Fewer than two actors are no pair: all 0.

    Takes one pass over the ties. Holland and Leinhardt (1970), doi:10.1086/224954.

    Examples
    --------
    >>> calls = Network.from_edges([("ncb", "police"), ("police", "ncb"), ("ncb", "embassy")])
    >>> dict(dyad_census(calls))
    {'mutual': 1, 'asymmetric': 1, 'null': 1}
    """
    view = network.freeze(over)
    counts = _core.cohesion.dyad_census(view)
    said = stated(view, over, "Pairs of actors by type.", ties="all alike", loops="make no difference")
    return Counts(
        dict(zip(("mutual", "asymmetric", "null"), counts, strict=True)),
        Asked(dyad_census, network, over),
        ties=view.all_ties,
        convention=said,
    )


def triad_census(network: Network, *, over: Projection | None = None) -> Counts:
    """How many sets of three actors are of each of the sixteen types.

    Notes
    -----
    A type is named by its numbers of mutual, asymmetric and null dyads, then by how the asymmetric ones lie:
    ``021D`` the middle one sends both, ``021U`` it receives both, ``021C`` one in and one out; ``111D`` beside
    its mutual tie it receives one, ``111U`` it sends one; ``030T`` transitive, ``030C`` a circle; ``120D`` the
    third sends to both of a mutual pair, ``120U`` it receives from both, ``120C`` one each.

    Together they are all n(n − 1)(n − 2)/6 sets. Undirected ties are mutual, so that without directions only
    003, 102, 201 and 300 occur. Loops, parallel ties and weights make no difference. Fewer than three actors:
    all 0.

    Takes m·√m steps at most, since only triads with ties are looked at. Holland and Leinhardt (1976),
    doi:10.2307/270703; Batagelj and Mrvar (2001), doi:10.1016/S0378-8733(01)00035-1.

    Examples
    --------
    >>> chain = Network.from_edges([("family", "embassy"), ("embassy", "police")])
    >>> [kind for kind, count in triad_census(chain).items() if count]
    ['021C']
    """
    view = network.freeze(over)
    said = stated(view, over, "Sets of three actors by type.", ties="all alike", loops="make no difference")
    return Counts(
        dict(_core.cohesion.triad_census(view)),
        Asked(triad_census, network, over),
        ties=view.all_ties,
        convention=said,
    )
