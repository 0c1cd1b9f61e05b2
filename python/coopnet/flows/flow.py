"""What a question about flows returns: so many persons along each tie."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from html import escape
from typing import Any, Self

from ..privacy.amounts import hidden_amounts
from ..privacy.suppress import HIDDEN, K
from ..show import html_table, plain, text_table
from ..tables import Asked, Result

__all__ = ["COLUMNS", "Flow"]

COLUMNS = ("tie", "source", "target", "stage", "amount", "low", "high", "residual", "sources")


class Flow(Result, Mapping[str, float]):
    """An amount for each tie: a Mapping from tie id to amount, in the order of the network.

    `.value`: what flows in all; `.cost`: what that costs, NaN unless asked. `.hidden`: ties whose amount `public` has
    hidden. An undirected tie is told the way it is used, from `source` to `target` of its row.
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
        self.hidden: frozenset[str] = frozenset()
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
        rows = {tie: row for row, tie in enumerate(self.network.ties)}
        sources = self.network.ties.column("sources")
        stage_of = self.network.core.stage_of
        unknown = dict.fromkeys(COLUMNS, math.nan)  # a row has them in this order, whatever is known
        return [
            unknown | {"stage": stage_of(rows[tie]), "sources": tuple(sources[tie] or ())} | given
            for given in map(dict, self._given)
            for tie in [given["tie"]]
        ]

    def __getitem__(self, tie: str) -> float:
        return self._amount[tie]

    def __iter__(self) -> Iterator[str]:
        return iter(self._amount)

    def __len__(self) -> int:
        return len(self._amount)

    def rows(self) -> list[dict[str, Any]]:
        return self._amounts

    def public(self, k: float = K) -> Self:
        """This flow as it may be shown: without amounts below `k`, and without those that give them back.

        Hidden amounts are NaN, so are their bounds, and `.hidden` names their ties; as many further ones are hidden
        as it takes that what each actor gets and passes on, and what flows in all, tells none of them (see
        `coopnet.privacy.suppress`). `.value` is NaN if it must be hidden. Residuals and cost are NaN if anything is:
        they would tell of it. Ask of a network that `coopnet.redact` has made public, else the flow shows
        what that network hides.
        """
        told = copy(self)
        hidden, hides_value = hidden_amounts(self._amounts, self.value, k=k)
        told.hidden = self.hidden | {row["tie"] for row, hides in zip(self._amounts, hidden, strict=True) if hides}
        told._amounts = [_told(row, row["tie"] in told.hidden, bool(told.hidden), k) for row in self._amounts]
        told._amount = {row["tie"]: float(row["amount"]) for row in told._amounts}
        told.value = math.nan if hides_value else self.value
        told.cost = math.nan if told.hidden else self.cost
        told._convention = f"{self._convention} Amounts below {k:g} are hidden, and what would give them back."
        return told

    def shown_rows(self) -> list[dict[str, Any]]:
        """The rows as people read them: hidden amounts are [c]."""
        return [
            row | dict.fromkeys(("amount", "low", "high"), HIDDEN) if row["tie"] in self.hidden else row
            for row in self._amounts
        ]

    def __repr__(self) -> str:
        return "\n".join([text_table(self.shown_rows()), *self.notes()])

    def _repr_html_(self) -> str:
        notes = "".join(f"<p>{escape(line)}</p>" for line in self.notes())
        return f"<div>{html_table(self.shown_rows())}{notes}</div>"

    def to_dict(self) -> dict[str, Any]:
        told = {"value": self.value} if math.isnan(self.cost) else {"value": self.value, "cost": self.cost}
        told = super().to_dict() | {name: plain(float(number)) for name, number in told.items()}
        return told | {"hidden": sorted(self.hidden)} if self.hidden else told


def _told(row: Mapping[str, Any], hides: bool, any_hidden: bool, k: float) -> dict[str, Any]:
    told = dict(row)
    for name in ("low", "high"):
        if hides or 0 < told[name] < k:
            told[name] = math.nan
    if hides:
        told["amount"] = math.nan
    if any_hidden:
        told["residual"] = math.nan
    return told
