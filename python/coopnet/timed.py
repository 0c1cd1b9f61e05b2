"""What questions of pathways in time return."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import _core
from .tables import Asked
from .ways import DIRECTIONS, Pathway, Pathways

__all__ = ["TimedPathway"]

Times = Sequence[str | None]

_READINGS = {
    "possible": "on the days on which some reading of its unknown days has it hold",
    "certain": "on the days on which every reading of its unknown days has it hold",
}
_AIMS = {
    "earliest_arrival": "Arrives as early as can be; cost: days from {when} until it arrives",
    "latest_departure": "Leaves as late as can be; cost: days from when it leaves until the end of {when}",
    "fastest": "Takes the fewest days from when it leaves until it arrives, waiting included, as early as that can be; "
    "that is its cost",
}


class TimedPathway(Pathway):
    """A pathway and its times: `.departs` and `.arrives`, and those of each step in its rows.

    A time is a day (``"2022-08-02"``), or a moment of it (``"2022-08-02T12:00"``, to the second) where delays are
    fractions of days. A day alone is its beginning for what is to be early, and its end for what is to be late. None
    where nothing bounds when the pathway is gone, or after the year 9999. `.cost` is what the question asked for, in
    days.
    """

    def __init__(
        self,
        view: _core.View,
        way: tuple[Sequence[int], Sequence[int], float],
        asked: Asked,
        departs: Times,
        arrives: Times,
        when: str | None,
    ) -> None:
        among = Pathways(view, [way], asked)
        found = among[0]
        super().__init__(view, found.actors, found._rows, way[2], among)
        self._departs = departs
        self._arrives = arrives
        self._when = when
        still = None if asked.question.__name__ == "fastest" else when
        self.departs = departs[0] if departs else still
        self.arrives = arrives[-1] if arrives else still

    def rows(self) -> list[dict[str, Any]]:
        times = zip(super().rows(), self._departs, self._arrives, strict=True)
        return [row | {"departs": departs, "arrives": arrives} for row, departs, arrives in times]

    def notes(self) -> list[str]:
        times = [] if self.departs is None else [f"Departs {self.departs}, arrives {self.arrives}."]
        actors, *others = super().notes()
        return [actors, *times, *others]

    def _rule(self) -> str:
        wait = self._asked.options.get("max_wait")
        waiting = "as long as it takes" if wait is None else f"at most {wait:g} days at an actor on the way"
        within = f", within {self._when}" if self._asked.question.__name__ == "fastest" and self._when else ""
        aim = _AIMS[self._asked.question.__name__].format(when=self._when)
        return (
            f"{DIRECTIONS[self.projection.direction]}; no actor twice, parallel ties are pathways of their own. "
            f"A step begins while its tie holds, {_READINGS[self.projection.dates]}, from the beginning of the first "
            f"through the end of the last, and takes its {self.projection.weight}; one waits {waiting}{within}. {aim}. "
            "Times equal on paper are equal, then fewer steps first, then the network's order."
        )
