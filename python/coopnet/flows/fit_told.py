"""What a fit says: of each tie, each figure and each body."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import cached_property
from statistics import NormalDist
from typing import Any

from .fitting import Fitted, rounded_off

__all__ = ["FitTold"]

EPOCH = date(1970, 1, 1)


class FitTold:
    """A fit as rows of tables."""

    def __init__(self, fit: Fitted) -> None:
        self.fit = fit

    def amounts(self, level: float) -> list[dict[str, Any]]:
        network, found = self.fit.laid.network, self.fit.found
        wide = NormalDist().inv_cdf((1 + level) / 2)
        rows = []
        for place, (tie, cells) in enumerate(zip(self.fit.ties, self.fit.passages, strict=True)):
            recorded = network.ties.row(tie)
            row = {"tie": recorded.id, "source": recorded.source, "target": recorded.target}
            if place in self.fit.ranges:
                low, high = self.fit.ranges[place]
                amount = low if low == high else math.nan
            elif not cells:
                low = high = amount = math.nan
            else:
                amount = rounded_off(float(found.values[cells].sum()))
                half = wide * math.sqrt(max(0.0, self.fit.variances[place]))
                low, high = max(0.0, amount - half), amount + half
            row |= {"amount": amount, "low": low, "high": high, "residual": self._residual(place)}
            told_by = self._told_by[place]
            rows.append(row | {"sources": told_by} if told_by else row)
        return rows

    @cached_property
    def _told_by(self) -> list[tuple[str, ...]]:
        """By tie, the sources of the figures that count it alone, or of all that count it if none does."""
        laid = self.fit.laid
        sources: dict[int, dict[str, None]] = {}
        for i in self.fit.reports:
            told = laid.network.figures.row(laid.figures[i]).sources or ()
            sources.setdefault(laid.numbers[i], {}).update(dict.fromkeys(told))
        counting: list[list[int]] = [[] for _ in self.fit.ties]
        for number in sources:
            for passage in {laid.cells[cell] for cell, _ in laid.sums[number]} if laid.counted[number] else ():
                counting[passage].append(number)
        return [
            tuple(dict.fromkeys(source for number in self._alone.get(place, numbers) for source in sources[number]))
            for place, numbers in enumerate(counting)
        ]

    @cached_property
    def _means(self) -> dict[int, float]:
        """By number, the mean of what its reports say, each by its weight."""
        laid = self.fit.laid
        told: dict[int, list[tuple[float, float]]] = {}
        for i in self.fit.reports:
            middle = (laid.low[i] + laid.high[i]) / 2 if math.isfinite(laid.high[i]) else laid.low[i]
            told.setdefault(laid.numbers[i], []).append((float(middle), float(laid.weights[i])))
        return {
            number: sum(value * weight for value, weight in values) / sum(weight for _, weight in values)
            for number, values in told.items()
        }

    def _residual(self, place: int) -> float:
        """By how much the amounts are more than what is told of this tie alone; NaN if nothing is."""
        laid, taken, more = self.fit.laid, set[int](), math.nan
        for number in self._alone.get(place, ()):
            cells = {cell for cell, _ in laid.sums[number]}
            if taken.isdisjoint(cells):
                taken |= cells
                more = (0.0 if math.isnan(more) else more) + laid.value(number, self.fit.found.values)
                more -= self._means[number]
        return rounded_off(more)

    @cached_property
    def _alone(self) -> dict[int, list[int]]:
        """By tie, the numbers that count it alone, those of the longest spans first."""
        laid = self.fit.laid
        alone: dict[int, list[int]] = {}
        for number in sorted(self._means, key=lambda number: -len(laid.sums[number])):
            if laid.counted[number]:
                passages = {laid.cells[cell] for cell, _ in laid.sums[number]}
                if len(passages) == 1:
                    alone.setdefault(passages.pop(), []).append(number)
        return alone

    def value(self) -> float:
        """How many reach an actor from whom no tie leads on; NaN if the reports do not settle it."""
        ties = [self.fit.laid.network.ties.row(tie) for tie in self.fit.ties]
        leave = {tie.source for tie in ties}
        ends = [place for place, tie in enumerate(ties) if tie.target not in leave]
        if any(math.isnan(self.fit.variances[place]) for place in ends):
            return math.nan
        return rounded_off(float(sum(self.fit.found.values[self.fit.passages[place]].sum() for place in ends)))

    def residuals(self) -> list[dict[str, Any]]:
        laid, rows = self.fit.laid, []
        for i in self.fit.reports:
            fitted = rounded_off(laid.value(laid.numbers[i], self.fit.found.values))
            low, high = float(laid.low[i]), float(laid.high[i])
            off = fitted - high if fitted > high else min(0.0, fitted - low)
            figure = laid.network.figures.row(laid.figures[i])
            row = {"id": figure.id, "low": low, "high": high, "fitted": fitted, "residual": off}
            rows.append(row | {"weight": float(laid.weights[i]), "sources": tuple(figure.sources or ())})
        return rows

    def over_time(self) -> list[dict[str, Any]]:
        laid, rows = self.fit.laid, []
        for cell, passage in enumerate(laid.cells):
            amount = rounded_off(float(self.fit.found.values[cell]))
            if math.isnan(self.fit.variances[passage]) or amount == 0:
                continue
            since, until = (None if day is None else (EPOCH + timedelta(day)).isoformat() for day in laid.spans[cell])
            tie = laid.network.ties.row(self.fit.ties[passage])
            row = {"id": f"{tie.id} {since or ''}/{until or ''}", "tie": tie.id, "source": tie.source}
            rows.append(row | {"target": tie.target, "since": since, "until": until, "amount": amount})
        return sorted(rows, key=lambda row: str(row["since"] or ""))

    def gaps(self) -> list[dict[str, Any]]:
        laid, values = self.fit.laid, self.fit.found.values
        return [
            {
                "id": laid.network.actors.row(actor).id,
                "came": rounded_off(float(values[laid.first_arrival + place])),
                "left": rounded_off(float(values[laid.first_departure + place])),
            }
            for place, actor in enumerate(laid.bodies)
        ]

    def unused(self) -> dict[str, str]:
        laid = self.fit.laid
        told = {row: laid.used[i] for i, row in enumerate(laid.figures)}
        reasons = {
            None: "not a count, without a number, or outside what is asked",
            False: "counts nothing on these ties",
        }
        return {
            str(figure.id): reasons[told.get(row)]
            for row, figure in enumerate(laid.network.figures.values())
            if not told.get(row)
        }

    @property
    def figures(self) -> list[int]:
        return sorted(self.fit.laid.figures[i] for i in self.fit.reports)
