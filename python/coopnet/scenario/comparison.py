"""A question asked of a network as recorded and as a scenario leaves it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from ..errors import NoPathway
from ..network import Network
from ..projection import Projection
from ..questions import found, numbers
from ..tables import Asked, Result
from .edits import Scenario

__all__ = ["Comparison", "compare"]


class Comparison(Result):
    """A question's numbers before and after a change: `before after difference`, NaN where undefined.

    `.before` and `.after` hold both answers; None: no pathway. `.changed` are the rows whose number changed, the
    largest difference first, then those that are defined only before or only after.
    """

    def __init__(self, before: Result | None, after: Result | None, change: object, asked: Asked, why: str) -> None:
        self.before = before
        self.after = after
        known = after if before is None else before
        super().__init__(
            asked,
            ties=_ties(network=asked.network, answers=(before, after)),
            convention=f"After: {change}. {known.convention if known is not None else ''}".strip(),
            why=why,
            partial=any(answer.partial for answer in (before, after) if answer is not None),
        )
        self._before = numbers(before)
        self._after = numbers(after)

    def rows(self) -> list[dict[str, Any]]:
        names = dict.fromkeys([*self._before, *self._after])
        rows = []
        for name in names:
            before, after = self._before.get(name, math.nan), self._after.get(name, math.nan)
            rows.append({"id": name, "before": before, "after": after, "difference": after - before})
        return rows

    @property
    def changed(self) -> list[dict[str, Any]]:
        changed = [row for row in self.rows() if not _same(row["before"], row["after"])]
        return sorted(changed, key=lambda row: (math.isnan(row["difference"]), -abs(row["difference"])))


def compare(
    network: Network,
    scenario: Scenario,
    question: str | Callable[..., Any],
    *subject: Any,
    over: Projection | None = None,
    **options: Any,
) -> Comparison:
    """Ask one question of the network as recorded and as the scenario leaves it.

    `question` is a function or its name, its subjects follow. Scores and reach compare actor by
    actor; pathways by the best one's steps, cost, delay and reliability; NaN where there is none; flows
    by how much flows, and what that costs.

    Examples
    --------
    >>> pairs = [("Family", "NCB"), ("NCB", "Police"), ("Family", "Embassy"), ("Embassy", "CNP"), ("CNP", "Police")]
    >>> report = Network.from_edges(pairs)
    >>> changed = compare(report, Scenario("without NCB").remove("NCB"), "pathways.shortest", "Family", "Police")
    >>> changed.rows()[0]
    {'id': 'steps', 'before': 2.0, 'after': 3.0, 'difference': 1.0}
    """
    ask = found(question)
    reasons = []

    def answer(of: Network, when: str) -> Any:
        try:
            return ask(of, *subject, over=over, **options)
        except NoPathway as error:
            reasons.append(f"{when}: {error}")
            return None

    changed = scenario.apply(network)
    before = answer(network, "before")
    after = answer(changed, "after")
    asked = Asked(compare, network, over, (scenario, question, *subject), options)
    return Comparison(before, after, _said(scenario, network, changed, over), asked, " ".join(reasons))


def _same(before: float, after: float) -> bool:
    return (math.isnan(before) and math.isnan(after)) or math.isclose(before, after, rel_tol=1e-10, abs_tol=1e-12)


def _said(scenario: Scenario, before: Network, after: Network, over: Projection | None) -> str:
    """The change in words; a warning where only one of the two networks has ties that run one way."""
    directed = [network.freeze(over).directed for network in (before, after)]
    if directed[0] == directed[1]:
        return str(scenario)
    one, other = ("after", "before") if directed[0] else ("before", "after")
    return f"{scenario}; ties run one way {other} and none does {one}, so numbers of direction do not compare"


def _ties(network: Network, answers: Iterable[Result | None]) -> list[int]:
    """The recorded ties some answers read, as rows of the unchanged network: a tie keeps its id, not its row."""
    ids = {str(answer.network.ties.row(row).id) for answer in answers if answer is not None for row in answer._ties}
    return sorted(network.core.tie(key) for key in ids if key in network.ties)
