"""What walks of any length bring, each step worth less: Katz, Bonacich, alpha."""

from __future__ import annotations

from collections.abc import Mapping

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Scores, scores
from .walks import UNITS

__all__ = ["alpha", "bonacich_power", "katz"]


@reproduces(networkx=As(alpha=0.1, normalized=True))
def katz(
    network: Network,
    *,
    over: Projection | None = None,
    alpha: float | None = None,
    beta: float = 1,
    normalized: bool = False,
    convention: str | None = None,
) -> Scores:
    """How many walks along the ties end at each actor, each step more worth `alpha` times as much.

    Parameters
    ----------
    alpha
        What each further step is worth. None: half of the limit, which is one over the leading eigenvalue
        of the ties (0.5 where no ties run in a circle, for then there is no limit).
    beta
        What each actor has of its own, the walk of no step.
    normalized
        To Euclidean length 1, as NetworkX does.
    convention
        As in another tool: ``"networkx"``.

    Notes
    -----
    The solution of x = alpha · (what the ties received bring of x) + beta. With beta 1 an actor whom no tie
    reaches has 1, and one more is a walk of no loss. Ties weigh by strength (or probability) if the
    projection has such a weight, else alike. Walks follow the direction of ties, an undirected one both
    ways, a loop once. Pieces do not touch each other, but the limit is that of the whole. Always defined.

    Takes some 60 rounds over the ties at half the limit, more near it. Raises `InvalidOption` for an alpha
    at or past the limit, where the walks add up to no finite number, `InvalidWeight` for a cost or a
    capacity. Katz (1953), doi:10.1007/BF02289026.

    Examples
    --------
    >>> star = Network.from_edges([("hub", "a"), ("hub", "b"), ("hub", "c"), ("hub", "d")], directed=False)
    >>> round(katz(star, alpha=0.1)["hub"] * 24, 9)
    35.0
    >>> katz(star, alpha=0.6)
    Traceback (most recent call last):
    coopnet.errors.InvalidOption: alpha 0.6 is above the limit 0.5 of this network. Choose one nearer to 0, ...
    """
    view = network.freeze(over)
    values, why, used, limit = _core.centrality.katz(view, alpha=alpha, beta=beta, normalized=normalized)
    asked = Asked(katz, network, over, options={"alpha": alpha, "beta": beta, "normalized": normalized})
    convention = stated(
        view,
        over,
        f"Walks that end at the actor, and {beta:g} of its own; {_share('alpha', alpha, used, limit)}.",
        ties=strengths(view),
        normalized="to Euclidean length 1" if normalized else "no",
        loops="count once",
    )
    return scores("katz", view, values, asked, convention=convention, why=why)


def alpha(
    network: Network,
    *,
    over: Projection | None = None,
    alpha: float | None = None,
    exogenous: Mapping[str, float] | None = None,
) -> Scores:
    """What each actor has of its own, and from those tied to it: status that is both given and conferred.

    Parameters
    ----------
    alpha
        What is conferred beside what is one's own. None: half of the limit, which is one over the leading
        eigenvalue of the ties (0.5 where no ties run in a circle).
    exogenous
        What each actor has of its own, by actor, those not named 0. None: 1 for all.

    Notes
    -----
    The solution of x = alpha · (what the ties received bring of x) + exogenous, in the unit of `exogenous`.
    Unlike an eigenvector it is defined for networks without circles, and counts the choices of actors whom
    nobody chooses. Ties, strengths, direction, loops, pieces and the limit as in `katz`, which this is if
    all have 1 of their own.

    Takes some 60 rounds over the ties at half the limit. Raises `InvalidOption` for an alpha at or past the
    limit and for an `exogenous` value that is not finite, `UnknownActor`, `InvalidWeight` for a cost or a
    capacity. Bonacich and Lloyd (2001), doi:10.1016/S0378-8733(01)00038-7.

    Examples
    --------
    >>> chain = Network.from_edges([("victim", "shelter"), ("shelter", "police")])
    >>> alpha(chain, alpha=0.5, exogenous={"victim": 1})["police"]
    0.25
    """
    view = network.freeze(over)
    own = _by_vertex(view, exogenous)
    values, why, used, limit = _core.centrality.alpha(view, alpha=alpha, exogenous=own)
    asked = Asked(_ALPHA, network, over, options={"alpha": alpha, "exogenous": exogenous})
    given = "1 of its own" if exogenous is None else "what it has of its own"
    convention = stated(
        view,
        over,
        f"Walks that end at the actor, and {given}; {_share('alpha', alpha, used, limit)}.",
        ties=strengths(view),
        loops="count once",
    )
    return scores("alpha", view, values, asked, convention=convention, why=why)


_ALPHA = alpha  # whose parameter has its name


@reproduces(sna=As(over={"loops": False}, note="its exponent is 1 by default, past the limit of nearly every network."))
def bonacich_power(
    network: Network,
    *,
    over: Projection | None = None,
    exponent: float | None = None,
    scale: str = "size",
    convention: str | None = None,
) -> Scores:
    """How powerful each actor is by its ties to others, and by how powerful those are.

    Parameters
    ----------
    exponent
        Bonacich's beta, what the power of the others is worth: above 0 ties to the powerful make powerful,
        below 0 ties to the powerless do, as in bargaining; 0 counts ties. None: half of the limit, which is
        one over the leading eigenvalue of the ties (0.5 where no ties run in a circle).
    scale
        The unit: ``"size"``, the squares add up to the number of actors, Bonacich's own; ``"sum"``,
        they add up to 1; ``"length"``, Euclidean length 1; ``"largest"``, the largest is 1; ``"raw"``, each
        tie worth 1.
    convention
        As in another tool: ``"sna"``.

    Notes
    -----
    The solution of c = R · (1 + exponent · c). Scores below 0 can occur for an exponent below 0. Ties weigh
    by strength (or probability) if the projection has such a weight, else alike; they count for the actor
    from which they run, an undirected one for both, a loop once. Pieces do not touch each other, but the
    limit and the unit are those of the whole. Without ties it is undefined, with a reason in ``.why``.

    Takes some 60 rounds over the ties at half the limit. Raises `InvalidOption` for an exponent at or past
    the limit in size, where other tools solve the equation all the same, `InvalidWeight` for a cost or a
    capacity. Bonacich (1987), doi:10.1086/228631.

    Examples
    --------
    >>> chain = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")], directed=False)
    >>> friends, rivals = bonacich_power(chain, exponent=0.4), bonacich_power(chain, exponent=-0.4)
    >>> friends["c"] > friends["b"], rivals["c"] > rivals["b"]
    (True, False)
    """
    view = network.freeze(over)
    values, why, used, limit = _core.centrality.bonacich_power(view, exponent=exponent, scale=scale)
    asked = Asked(bonacich_power, network, over, options={"exponent": exponent, "scale": scale})
    convention = stated(
        view,
        over,
        f"Ties to others and the power of these; {_share('exponent', exponent, used, limit)}.",
        ties=strengths(view),
        normalized=UNITS[scale],
        loops="count once",
    )
    return scores("bonacich_power", view, values, asked, convention=convention, why=why)


def _share(name: str, asked: float | None, used: float, limit: float) -> str:
    """How much a step is worth, beside the limit."""
    of = "without a limit" if limit == float("inf") else f"limit {limit:.6g}"
    return f"{name} {used:.6g}{', half the limit' if asked is None and limit != float('inf') else ''} ({of})"


def _by_vertex(view: _core.View, given: Mapping[str, float] | None) -> list[float]:
    if given is None:
        return []
    values = [0.0] * view.vertex_count
    for actor, value in given.items():
        values[view.vertex(actor)] = float(value)
    return values
