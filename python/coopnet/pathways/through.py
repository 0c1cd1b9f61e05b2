"""How much of what runs between two groups passes each actor and each tie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption
from ..projection import Projection
from ..tables import Asked, Progress, Rows, Scores
from .asked import Fits, count, listed

if TYPE_CHECKING:
    import numpy as np

    from ..network import Network

__all__ = ["through"]


def through(
    network: Network,
    sources: str | Sequence[str],
    targets: str | Sequence[str],
    *,
    of: str = "actors",
    k: int = 100,
    pattern: str | None = None,
    via: str | Sequence[str] = (),
    avoid: str | Sequence[str] = (),
    limits: Mapping[str, float] | None = None,
    weighted: bool = True,
    normalized: bool = True,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Scores | Rows:
    """How often each actor, or tie, lies on the admissible pathways from one group to another.

    Every ordered pair of a source and another actor among the targets shares one unit among its
    pathways, in proportion to their reliability, and each pathway gives its share to whoever
    stands between its ends, or to its ties. Betweenness counts shortest pathways alone; this one
    counts all that are admitted, and the likelier more.

    Parameters
    ----------
    sources, targets
        Ids of actors, or a condition: ``"[country=IDN kind=police_unit]"``.
    of
        ``"actors"`` → `Scores`; ``"ties"`` → `Rows` by tie id, highest first.
    k
        Of each pair only so many pathways, the best by the projection's weight, as `find` ranks them.
    pattern, via, avoid, limits
        What is admitted, as in `find`.
    weighted
        Share by the product of ``reliability`` (empty ones by grade and status, as the vocabulary's
        table has it, else the projection's `fill`); if False, equally.
    normalized
        Divide by the number of pairs that a pathway joins: 1 is an actor that every pathway passes.
        Undefined if none is joined.

    `.partial` says that `time_limit` (seconds) left pathways out. Raises as `find`, but no
    NoPathway: pairs that nothing joins share nothing.

    Notes
    -----
    The cost of `find` for each pair. Conditions see only what the projection keeps.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "NGO"), ("NGO", "Police")]
    >>> report = Network.from_edges(pairs).with_column("ties", "reliability", [0.75, 0.5, 0.5, 0.25])
    >>> dict(through(report, "Family", "Police"))
    {'Family': 0.0, 'Embassy': 0.75, 'Police': 0.0, 'NGO': 0.25}
    """
    if of not in ("actors", "ties"):
        raise InvalidOption(f'of="{of}" is neither "actors" nor "ties".')
    k = count("k", k)
    fits = Fits.of(pattern, via, avoid, limits)
    view = network.freeze(over, merges=False)
    at, along, pairs, joined, partial = _core.pathways.through(
        view,
        listed("sources", sources),
        listed("targets", targets),
        **fits.options,
        shared=weighted,
        fill=over.fill if over else None,
        k=k,
        time_limit=time_limit,
        progress=progress,
    )
    options = {"of": of, "k": k, **fits.options, "weighted": weighted, "normalized": normalized}
    values = at if of == "actors" else along
    result: dict[str, Any] = {
        "ties": view.all_ties,
        "convention": _said(fits, k, pairs, joined, weighted=weighted, normalized=normalized),
        "why": "" if joined or not normalized else "no pathway joins any pair",
        "partial": partial,
    }
    asked = Asked(through, network, over, (sources, targets), {**options, "time_limit": time_limit})
    values = values / (joined or float("nan")) if normalized else values
    if of == "actors":
        return Scores("through", view.keys, values, asked, **result)
    return Rows(_rows(network, view, values), asked, **result)


def _rows(network: Network, view: _core.View, values: np.ndarray) -> list[dict[str, Any]]:
    rows = []
    for edge, value in enumerate(values):
        for row in view.ties(edge):
            tie = network.ties.row(row)
            ends = {"source": tie.source, "target": tie.target, "relation": tie.relation}
            rows.append({"id": tie.id, **ends, "through": float(value)})
    return sorted(rows, key=lambda row: -row["through"])


def _said(fits: Fits, k: int, pairs: int, joined: int, *, weighted: bool, normalized: bool) -> str:
    shared = "by the product of their reliabilities" if weighted else "equally"
    unit = "Shares of the pairs joined" if normalized else "Pairs"
    asked = f" Asked: {fits}." if str(fits) else ""
    return (
        f"{unit}: {joined} of {pairs} pairs are joined, and each shares 1 among its pathways, at most {k}, {shared}. "
        f"The ends of a pathway get nothing; no actor twice, parallel ties are pathways of their own.{asked}"
    )
