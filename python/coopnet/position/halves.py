"""Positions without a matrix of distances: by iterated correlations, and by whom actors may be exchanged for."""

from __future__ import annotations

from typing import Any

from .. import _core
from ..conventions import stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Partition
from .stacks import loops, stacked

__all__ = ["catrege", "concor"]


def concor(
    network: Network,
    *,
    splits: int = 2,
    by: str | None = None,
    mode: str = "all",
    diagonal: str = "ignored",
    max_iterations: int = 25,
    tolerance: float = 0.001,
    over: Projection | None = None,
) -> Partition:
    """Positions of actors tied alike, by halving the network again and again (CONCOR).

    Whom actors are tied to is correlated, then the columns of these correlations, over and over, until each is 1
    or −1: the sign halves the network. Each further split does the same within each half.

    Parameters
    ----------
    splits
        How often: two make four positions at most.
    by, mode, diagonal
        Which ties are compared, as in `structural_equivalence`; ``by="relation"`` keeps relations apart.
    max_iterations
        Rounds before a split is given up, at most 40: a round may double a rounding error.
    tolerance
        A correlation has settled if it is this close to 1 or −1.

    Notes
    -----
    Positions are numbered in the order of splits, halves by their first actor. Isolates are a position of their
    own, the last. A correlation that is undefined, since one actor's ties do not vary, counts as 1 if the two
    are tied alike and as 0 otherwise. A position whose actors are all correlated by 1 is not split. Valued by
    strength if the projection has one; parallel ties add up, those of one relation and without a weight are
    one. Pieces of a network have no ties in common and part early.

    Takes n·(n + m) steps, then n³ a round until few dimensions are left, about half of the 10 to 25 rounds a
    split: 0.7 seconds for 1,000 actors and 5,000 ties. Raises `NotConverged` where a split does not settle: a ring
    falls in two in many equally good ways; `InvalidOption`, `InvalidWeight` for a cost or a capacity,
    `UnknownName`. Breiger, Boorman and Arabie (1975), doi:10.1016/0022-2496(75)90028-0.

    Examples
    --------
    >>> hub = [("police", "embassy"), ("police", "shelter"), ("police", "union")]
    >>> concor(Network.from_edges(hub)).groups
    (('police',), ('embassy', 'shelter', 'union'))
    """
    view, relations, strongest = stacked(network, over, by)
    options: dict[str, Any] = {
        "splits": splits,
        "mode": mode,
        "diagonal": diagonal,
        "max_iterations": max_iterations,
        "tolerance": tolerance,
    }
    groups = _core.position.concor(view, relations, strongest, **options)
    each = f", each {by} by itself" if by else ""
    return Partition(
        view.keys,
        groups.tolist(),
        Asked(concor, network, over, options={"by": by, **options}),
        ties=view.all_ties,
        convention=stated(
            view,
            over,
            f"Positions by iterated correlations (CONCOR, {splits} splits{each}); isolates are the last.",
            ties=strengths(view),
            loops=loops(diagonal),
        ),
    )


def catrege(network: Network, *, by: str | None = None, over: Projection | None = None) -> Partition:
    """The fewest positions such that actors of one position are tied to the same positions (CATREGE).

    Embassies are one position if each deals with some police, however many and whichever; the police is one if each
    deals with some embassy.

    Parameters
    ----------
    by
        A tie column, as ``"relation"``, or ``"layer"``: ties of each count by themselves. None: all are alike.

    Notes
    -----
    At first all are together; actors tied to different positions, or the other way round, part until none do: the
    exact form of `regular_equivalence`, which says how near others come. Meant for ties with directions: without, all
    but isolates stay together. Positions are numbered by their first actor; isolates share one. Weights and parallel
    ties do not matter, a loop is a tie to the own position.

    Takes some passes over the ties, n at worst. Raises `UnknownName`. Borgatti and Everett (1993),
    doi:10.1016/0378-8733(93)90012-A.

    Examples
    --------
    >>> pairs = [("embassy", "police"), ("police", "shelter"), ("consulate", "army"), ("army", "clinic")]
    >>> catrege(Network.from_edges(pairs)).groups
    (('embassy', 'consulate'), ('police', 'army'), ('shelter', 'clinic'))
    """
    view, relations, _ = stacked(network, over, by)
    each = f", by {by}" if by else ""
    return Partition(
        view.keys,
        _core.position.catrege(view, relations).tolist(),
        Asked(catrege, network, over, options={"by": by}),
        ties=view.all_ties,
        convention=stated(
            view,
            over,
            f"The fewest positions whose actors are tied to the same positions{each} (CATREGE).",
            ties="all alike",
            loops="are ties to the own position",
        ),
    )
