"""What a question about flows returns: so many persons along each tie."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..tables import Asked, Result

__all__ = ["COLUMNS", "Flow"]

COLUMNS = ("tie", "source", "target", "stage", "amount", "low", "high", "residual", "sources")


class Flow(Result, Mapping[str, float]):
    """An amount for each tie: a Mapping from tie id to amount, in the order of the network.

    `.value`: what flows in all. An undirected tie is told the way it is used, from `source` to `target` of its row.
    """

    def __init__(
        self, amounts: Sequence[Mapping[str, Any]], asked: Asked, *, value: float = math.nan, **result: Any
    ) -> None:
        """`amounts`: a row a tie with `tie source target amount`, and what else is known of `COLUMNS`."""
        super().__init__(asked, **result)
        self.value = value
        self._amounts = [self._row(given) for given in amounts]
        self._amount = {row["tie"]: float(row["amount"]) for row in self._amounts}

    def _row(self, given: Mapping[str, Any]) -> dict[str, Any]:
        tie = self.network.ties[given["tie"]]
        stage = self.network.core.stage_of(self.network.core.tie(tie.id))
        known = {"stage": stage, "low": math.nan, "high": math.nan, "residual": math.nan}
        row = known | {"sources": tuple(tie.sources or ())} | dict(given)
        return {column: row[column] for column in COLUMNS}

    def __getitem__(self, tie: str) -> float:
        return self._amount[tie]

    def __iter__(self) -> Iterator[str]:
        return iter(self._amount)

    def __len__(self) -> int:
        return len(self._amount)

    def rows(self) -> list[dict[str, Any]]:
        return self._amounts

    def to_dict(self) -> dict[str, Any]:
        return super().to_dict() | {"value": None if math.isnan(self.value) else self.value}
