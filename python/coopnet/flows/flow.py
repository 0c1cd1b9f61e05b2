"""What a question about flows returns: so many persons along each tie."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from ..show import plain
from ..tables import Asked, Result

__all__ = ["COLUMNS", "Flow"]

COLUMNS = ("tie", "source", "target", "stage", "amount", "low", "high", "residual", "sources")


class Flow(Result, Mapping[str, float]):
    """An amount for each tie: a Mapping from tie id to amount, in the order of the network.

    `.value`: what flows in all; `.cost`: what that costs, NaN unless asked. An undirected tie is told the way it is
    used, from `source` to `target` of its row.
    """

    def __init__(
        self,
        amounts: Sequence[Mapping[str, Any]] | Callable[[], Sequence[Mapping[str, Any]]],
        asked: Asked,
        *,
        value: float = math.nan,
        cost: float = math.nan,
        **result: Any,
    ) -> None:
        """`amounts`: a row a tie with `tie source target amount`, and what else is known of `COLUMNS`.

        Or what gives them once somebody looks.
        """
        super().__init__(asked, **result)
        self.value = value
        self.cost = cost
        self._asked_amounts = amounts

    @cached_property
    def _given(self) -> Sequence[Mapping[str, Any]]:
        amounts = self._asked_amounts
        return amounts() if callable(amounts) else amounts

    @cached_property
    def _amount(self) -> dict[str, float]:
        return {row["tie"]: float(row["amount"]) for row in self._given}

    @cached_property
    def _amounts(self) -> list[dict[str, Any]]:
        return [self._row(given) for given in self._given]

    def _row(self, given: Mapping[str, Any]) -> dict[str, Any]:
        tie = self.network.ties[given["tie"]]
        known = {"stage": self._stage(tie.relation), "low": math.nan, "high": math.nan, "residual": math.nan}
        row = known | {"sources": tuple(tie.sources or ())} | dict(given)
        return {column: row[column] for column in COLUMNS}

    def _stage(self, relation: str) -> str:
        """The stage that a tie of this relation brings a person to; the empty text if none."""
        stages = self.network.vocabulary.get("stages", {})
        return next((stage for stage, words in stages.items() if relation in words["reached_by"]), "")

    def __getitem__(self, tie: str) -> float:
        return self._amount[tie]

    def __iter__(self) -> Iterator[str]:
        return iter(self._amount)

    def __len__(self) -> int:
        return len(self._amount)

    def rows(self) -> list[dict[str, Any]]:
        return self._amounts

    def to_dict(self) -> dict[str, Any]:
        told = {"value": self.value} if math.isnan(self.cost) else {"value": self.value, "cost": self.cost}
        return super().to_dict() | {name: plain(float(number)) for name, number in told.items()}
