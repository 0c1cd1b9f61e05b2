"""The balanced flow closest to what sources report."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption, UnknownName
from ..projection import Projection
from ..tables import Asked, Progress, tell
from ..tables import Rows as RowsOf
from .fit_told import FitTold
from .fitting import SETTLED, Fitted, Laid
from .flow import Flow

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["Reconciled", "reconcile"]


class _Residuals(RowsOf):
    _persons = ("low", "high", "fitted")
    _differences = ("residual",)


class _Gaps(RowsOf):
    _persons = ("came", "left")


class Reconciled(Flow):
    """A flow fitted to reports.

    `.residuals`: a row a figure, what it says and what was fitted; `.spans`: when they went; `.gaps`: a row an actor,
    the persons who came and left by no recorded tie; `.unused`: the figures that say nothing about these ties, each
    with the reason.
    """

    def __init__(self, told: FitTold, asked: Asked, level: float, **result: Any) -> None:
        self._told = told
        super().__init__(told.amounts(level), asked, value=told.value(), **result)

    @cached_property
    def residuals(self) -> RowsOf:
        return _Residuals(
            self._told.residuals(),
            self._asked,
            figures=self._figures,
            convention="What each figure says, what was fitted, and by how much that is more.",
        )

    @cached_property
    def spans(self) -> RowsOf:
        """When: a row for each tie and span of days on which somebody is fitted to have gone, earliest first.

        Spans end where a figure or a stock does. A way that leads back (who is recruited again) is so told apart in
        time: `coopnet.alluvial` draws these rows by period.
        """
        return RowsOf(
            self._told.over_time(),
            self._asked,
            ties=self._ties,
            figures=self._figures,
            convention="Amounts by span of days, of ties that the reports settle.",
        )

    @cached_property
    def gaps(self) -> RowsOf:
        return _Gaps(
            self._told.gaps(),
            self._asked,
            ties=self._ties,
            figures=self._figures,
            convention="Persons who came to an actor, or left or stayed, by no recorded tie: as few as can be.",
        )

    @cached_property
    def unused(self) -> dict[str, str]:
        return self._told.unused()

    def left_out(self, *, progress: Progress | None = None) -> RowsOf:
        """The same answer without each source in turn: a row for every tie that changes, `without` it.

        `without` is NaN where the reports no longer settle it, and where the tie itself rests on that source alone.
        """
        rows: list[dict[str, Any]] = []
        for done, source in enumerate(self.sources):
            tell(progress, done, len(self.sources))
            without = (*(self.projection.without_sources or ()), source)
            other = self.again(without_sources=without)
            for tie, amount in self.items():
                changed = other.get(tie, math.nan)
                if not _same(amount, changed):
                    rows.append({"id": f"{tie} without {source}", "tie": tie, "source": source})
                    rows[-1] |= {"amount": amount, "without": changed, "gone": tie not in other}
        return RowsOf(
            rows,
            self._asked,
            ties=self._ties,
            figures=self._figures,
            convention=(
                "Amounts that change when one source is left out, with the figures and ties that rest on it alone."
            ),
        )


def reconcile(
    network: Network,
    *,
    exact: Sequence[str] = (),
    gaps: bool | Sequence[str] | None = None,
    whole: bool = True,
    level: float = 0.95,
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Reconciled:
    """How many persons went along each tie: the balanced flow closest to all that is reported.

    Parameters
    ----------
    exact
        Ids of figures that must hold exactly, whatever the others say.
    gaps
        Where persons may come and leave by no recorded tie: False, nowhere; True, everywhere; or at these actors.
        None: nowhere, unless the reports cannot be met so; then where the fewest that they need may be.
    whole
        Whole persons; off, the amounts are fractions as fitted.
    level
        Of the confidence intervals.
    over
        Which ties, and which days: its `at` or `during` leaves out figures that count other days too. None: the layer
        ``flow``.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    *Balance.* Whoever comes to an actor leaves it, and not before coming; a tie on whose days several figures
    report is cut into as many spans, from the first day that any figure counts to the last. Whoever comes to a place
    may have been there before, and may stay. Where the reports meet the balance worse than chance would have it
    (likelihood ratio, at the 5 % level), ties must be missing from the record: then persons may come and leave
    unrecorded, as few as need be, at every actor where these may be; `.gaps` tells them. A gap in the data is never
    spread over the ties, and settles nothing about them.

    *Figures.* A figure whose measure is a relation is the sum of these ties from its origin to its destination within
    its days; one of a group, or a total so far, is at most or at least that. Others count as wholes and parts as in
    `conflicts`; a stock that a stage of the vocabulary `holds` is who is with that actor at the end of the day. What
    the network's ties do not carry is `.unused`.

    *Fit.* Least squares: a count of v persons has the variance v / r, r the reliability of its best source by the
    vocabulary's table (without a source, that of an inferred tie). Within the interval that a figure gives nothing is
    off. Amounts are then the nearest whole numbers that keep the balance. `low` and `high` are the confidence
    interval of a tie that the reports settle, by the spread of the reports and the balance; of one that they do not
    settle, `amount` is NaN, and these are the least and the most that fit as well. `residual` is amount less what is
    told of this tie alone.

    Costs a linear and a whole-number program (HiGHS), a quadratic one where nobody goes along some tie or figures are
    intervals. Raises `Infeasible` naming a smallest set of exact figures that cannot hold together, `UnknownName` for
    one that is not there, `InvalidOption`, `Cancelled`.

    Examples
    --------
    Handed over were 12 persons or 15, and 12 came home; none of the reports has a grade:

    >>> import pandas as pd
    >>> from coopnet import Network
    >>> ties = pd.DataFrame({"source": ["Police", "Embassy"], "target": ["Embassy", "Shelter"],
    ...                      "relation": ["hands_over", "repatriates"]})
    >>> figures = pd.DataFrame({"measure": ["hands_over", "hands_over", "repatriates"], "value": [12, 15, 12],
    ...                         "since": "2022-08", "until": "2022-08"})
    >>> words = {"relations": {"hands_over": {"layer": "flow", "from": [], "to": []},
    ...                        "repatriates": {"layer": "flow", "from": [], "to": []}}}
    >>> found = reconcile(Network.from_frames(pd.DataFrame({"id": ["Police", "Embassy", "Shelter"]}), ties,
    ...                                       figures=figures, vocabulary=words))
    >>> dict(found), found.residuals.column("residual")
    ({'T1': 13.0, 'T2': 13.0}, {'F1': 1.0, 'F2': -2.0, 'F3': 1.0})
    """
    if not 0 < level < 1:
        raise InvalidOption(f"level={level:g} is no share between 0 and 1.")
    asked_over = over or Projection(layers="flow")
    for figure in exact:
        if figure not in network.figures:
            hint = _core.nearest_hint(str(figure), list(network.figures))
            raise UnknownName(f'There is no figure "{figure}".{hint}')
    tell(progress, 0, 3)
    view = network.freeze(asked_over, merges=False)
    ties = list(view.all_ties)
    laid = _core.flows.balance(network.core, progress, projection=asked_over.settings(), ties=ties)
    tell(progress, 1, 3)
    fitted = Fitted(Laid(network, **laid), ties, frozenset(exact), _where(network, gaps))
    if whole:
        fitted.make_whole()
    tell(progress, 2, 3)
    told = FitTold(fitted)
    options: dict[str, Any] = {"exact": tuple(exact), "gaps": gaps, "whole": whole, "level": level}
    return Reconciled(
        told,
        Asked(reconcile, network, asked_over, (), options),
        level,
        ties=ties,
        figures=told.figures,
        partial=bool(laid["partial"]),
        convention=(
            "Weighted least squares, a count of v persons of reliability r with the variance v / r; who comes to a "
            f"body leaves it{_GAPS[gaps is None or bool(gaps)]}; "
            f"{'whole persons' if whole else 'fractions of persons'}; intervals at {level:.0%}; a tie that the "
            "reports do not settle has no amount."
        ),
    )


_GAPS = {True: ", but for who came or left unrecorded, as few as can be", False: ""}


def _where(network: Network, gaps: bool | Sequence[str] | None) -> frozenset[str] | None:
    if gaps is None:
        return None
    if isinstance(gaps, bool):
        return frozenset(network.actors) if gaps else frozenset()
    for actor in gaps:
        network.core.actor(actor)
    return frozenset(gaps)


def _same(a: float, b: float) -> bool:
    return (math.isnan(a) and math.isnan(b)) or abs(a - b) < SETTLED
