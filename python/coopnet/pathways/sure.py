"""How surely something gets there by any pathway, and which tie that hangs on most."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import _core
from ..projection import Projection
from ..show import shown
from ..tables import Asked, Progress, Rows, Value, joined
from ..ways import DIRECTIONS, ON_TABLE, TABLES
from .asked import count, uncertain

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["Chance", "importance", "reliability"]


class Chance(Value):
    """A probability, which is also a float; `.low` and `.high` if it was estimated.

    `.under`: what it is under a ``flatter`` and a ``steeper`` table of reliabilities by grade and status (as
    `Pathways.survives` has them); empty where it does not rest on the table, or where time was limited.
    """

    @property
    def convention(self) -> str:
        if not _rests_on_table(self.network, self.projection, self._ties):
            return self._convention
        under = " and ".join(f"{shown(value)} under a {table} one" for table, value in self.under.items())
        return f"{self._convention} {ON_TABLE}{under and f'; the number is {under}'}."

    @cached_property
    def under(self) -> dict[str, float]:
        asked = self._asked
        if asked.options["time_limit"] is not None or not _rests_on_table(self.network, self.projection, self._ties):
            return {}
        return {
            table: float(asked.question(self._with(table), *asked.subjects, **self._as_asked())) for table in TABLES
        }

    def _with(self, table: str) -> Network:
        return type(self.network)(_core.scenario.with_reliabilities(self.network.core, table))

    def _as_asked(self) -> dict[str, Any]:
        return {"over": self._asked.over, **self._asked.options}


def reliability(
    network: Network,
    source: str,
    target: str,
    *,
    over: Projection | None = None,
    method: str = "exact",
    samples: int = 100_000,
    seed: int = 0,
    confidence: float = 0.95,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Chance:
    """The probability that some pathway works: that at least one way leads from source to target.

    Ties fail independently of each other, each works with its reliability. Where the most reliable pathway tells how
    sure one way is, this tells how sure it is that any is left.

    Parameters
    ----------
    method
        ``"exact"``, or ``"sample"``: the share of random states of the network in which a pathway is left.
    samples, seed, confidence
        Of the sample: how many states, from which seed, and how sure the interval `.low` to `.high` shall be.
    time_limit
        Seconds. A sample ends then and is `.partial`; an exact number is refused.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    From 0 (no pathway) to 1. Directed ties are followed as they run; an undirected one works both ways or not at all.
    Parallel ties are kept, and fail each by itself, unless the projection merges them; loops make no difference.

    Without a weight the projection's weight is ``reliability``. What is not recorded there follows from grade and
    status by the vocabulary's table: a convention, not a finding. `.convention` says so, and what the number is under
    a flatter and a steeper table (`.under`).

    Exact: series, parallel and sure ties are made one, the rest is swept actor by actor. Quick where a network is
    sparse or long; one too dense is refused with what it needs and the limit (#P-hard: Valiant 1979,
    doi:10.1137/0208032). Hardy, Lucet and Limnios (2007), doi:10.1109/TR.2007.898572. A sample costs samples·m/64
    steps; its interval is that of Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404, and any number of threads
    gives the same.

    Raises `InvalidOption` if source and target are the same, for another method and past a limit, `InvalidWeight`
    for what is no probability, `UnknownActor`, `Cancelled`.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")]
    >>> report = Network.from_edges(pairs).with_column("ties", "reliability", [0.9, 0.8, 0.5])
    >>> round(reliability(report, "Family", "Police"), 3)
    0.86
    >>> sampled = reliability(report, "Family", "Police", method="sample", seed=1)
    >>> sampled.low < 0.86 < sampled.high
    True
    """
    over, view = uncertain(network, over, "Reliability")
    options = _options(method, samples, seed, confidence, time_limit)
    (value, low, high), looked, partial = _core.pathways.reliability(view, source, target, progress, **options)
    interval = {"low": low, "high": high} if looked else {}
    why = "the time was up before a state of the network was looked at" if partial and not looked else ""
    what = f"The probability that some pathway leads from {source} to {target}."
    return Chance(
        value,
        Asked(reliability, network, over, (source, target), options),
        ties=view.all_ties,
        convention=_convention(over, what, looked, options, estimated=looked > 0 or partial),
        why=why,
        partial=partial,
        **interval,
    )


def importance(
    network: Network,
    source: str,
    target: str,
    *,
    over: Projection | None = None,
    method: str = "exact",
    samples: int = 100_000,
    seed: int = 0,
    confidence: float = 0.95,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Rows:
    """Which tie it hangs on most whether something gets there; a Mapping from tie to its row, most important first.

    `importance` is Birnbaum's: the reliability if the tie works less that if it fails, which is the probability that
    all hangs on this tie. `gain` is what `reliability` would win if the tie were sure: (1 − its reliability) times
    its importance.

    Parameters
    ----------
    method, samples, seed, confidence, time_limit, progress
        As of `reliability`; a sample adds `low` and `high` of the importance.

    Notes
    -----
    From 0, for a tie on no pathway, to 1, for the only one. Of equally important ties the network's order. A step
    whose ties the projection merges is one row, its ids joined by commas.

    Costs a `reliability` for each tie that lies between the two, and raises as it does. Birnbaum (1969), "On the
    importance of different components in a multicomponent system", in Krishnaiah (ed.), Multivariate Analysis II.

    Examples
    --------
    >>> from coopnet import Network
    >>> pairs = [("Family", "Embassy"), ("Embassy", "Police"), ("Family", "Police")]
    >>> report = Network.from_edges(pairs).with_column("ties", "reliability", [0.9, 0.8, 0.5])
    >>> ties = importance(report, "Family", "Police")
    >>> [(tie, round(row["importance"], 2), round(row["gain"], 2)) for tie, row in ties.items()]
    [('T2', 0.45, 0.09), ('T1', 0.4, 0.04), ('T3', 0.28, 0.14)]
    """
    over, view = uncertain(network, over, "Importance")
    options = _options(method, samples, seed, confidence, time_limit)
    found, looked, partial = _core.pathways.importance(view, source, target, progress, **options)
    pairs, ties = joined(network, view)
    rows = [
        {
            "id": ", ".join(ids),
            "source": pair[0],
            "target": pair[1],
            "relation": ", ".join(dict.fromkeys(network.ties[tie].relation for tie in ids)),
            "reliability": works,
            "importance": value,
            "gain": (1 - works) * value,
        }
        | ({"low": low, "high": high} if looked else {})
        for pair, ids, works, (value, low, high) in zip(pairs, ties, view.weights.tolist(), found, strict=True)
    ]
    what = f"How much the reliability from {source} to {target} hangs on each tie: if it works less if it fails."
    said = _convention(over, what, looked, options, estimated=looked > 0 or partial)
    return Rows(
        sorted(rows, key=lambda row: -row["importance"]),
        Asked(importance, network, over, (source, target), options),
        ties=view.all_ties,
        convention=f"{said} {ON_TABLE}." if _rests_on_table(network, over, view.all_ties) else said,
        partial=partial,
    )


def _options(method: str, samples: int, seed: int, confidence: float, time_limit: float | None) -> dict[str, Any]:
    return {
        "method": method,
        "samples": count("samples", samples, "samples"),
        "seed": seed,
        "confidence": confidence,
        "time_limit": time_limit,
    }


def _convention(over: Projection, what: str, looked: int, options: dict[str, Any], *, estimated: bool) -> str:
    kept = over.parallel in ("auto", "keep")
    parallel = "parallel ties fail each by itself" if kept else f"parallel ties are merged by {over.parallel}"
    found = "Exact."
    if estimated:
        found = (
            f"Estimated from {looked} random states, seed {options['seed']}, between bounds that hold with confidence "
            f"{options['confidence']:.12g} (Clopper–Pearson)."
        )
    return (
        f"{what} {DIRECTIONS[over.direction]}; an undirected tie works or fails as one, {parallel}. "
        f"Each tie works with its {over.weight}, independently of the others. {found}"
    )


def _rests_on_table(network: Network, over: Projection, ties: Sequence[int]) -> bool:
    return over.weight == "reliability" and network.core.rests_on_table(list(ties))
