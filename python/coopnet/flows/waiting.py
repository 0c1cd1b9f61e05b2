"""Waiting on the way: the quickest schedule within seats and beds, and what one more of them would save."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption
from ..projection import Projection
from ..show import shown
from ..solve import Solution
from ..tables import Asked, Progress, Result, tell
from ..ways import DIRECTIONS
from .asked import tie_ids
from .given import amount, day, numbers_of
from .schedule import LONGEST, MOVES, PASSES, SMALL, STAYS, Limits, Plan, planned

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["Waiting", "waiting"]

Seats = Mapping[str, Mapping[str, float]]
KINDS = {MOVES: "seats", STAYS: "beds", PASSES: "handles"}


class Waiting(Result):
    """The quickest schedule: a row an actor on the way with `id handled per_day longest when waited`.

    `handled`: persons who came there; `per_day`: handled by days from the first who came to the last who was there;
    `longest`: the most who stayed overnight, `when` the first such night; `waited`: person-days stayed.

    `.person_days`: from coming to arriving, all persons together, on the way and waiting; `.waited` of these waiting;
    `.arrived`: persons by day; `.left`: who had not arrived at the end of `.until`. `.moves`: a row a tie and day with
    `date tie source target stage persons`. `.limits`: a row a limit that costs time, `place of date limit saves price`;
    `.bottlenecks`: a row a place with `place of days saves best every_day`, the one that costs most first.
    """

    _persons = ("handled", "longest")
    _differences = ("per_day", "waited")

    def __init__(
        self, plan: Plan, found: Solution, view: _core.View, asked: Asked, coming: Mapping[date, float], **result: Any
    ) -> None:
        super().__init__(asked, **result)
        self._plan = plan
        self._names = {MOVES: tie_ids(self.network, view), STAYS: view.keys, PASSES: view.keys}
        used = (found.values > SMALL).nonzero()[0].tolist()
        self._held: dict[int, float] = {column: float(found.values[column]) for column in used}
        self.person_days = float(plan.best)
        self.until = plan.days[-1].isoformat()
        self.arrived = self._arrived()
        self.left = max(0.0, sum(coming.values()) - sum(self.arrived.values()))
        self.left = self.left if self.left > SMALL else 0.0
        self._rows = self._by_actor(coming)
        self.waited = sum(row["waited"] for row in self._rows)
        self.limits: list[dict[str, Any]] = []
        self.bottlenecks: list[dict[str, Any]] = []

    # --- the schedule ---------------------------------------------------------------
    def _columns(self, act: int) -> Iterator[tuple[int, float]]:
        return ((column, held) for column, held in self._held.items() if self._plan.parts["acts"][column] == act)

    def _day(self, column: int, later: int = 0) -> date:
        return self._plan.days[int(self._plan.parts["days"][column]) + later]

    def _end(self, name: str, column: int) -> str:
        return self._names[STAYS][int(self._plan.parts[name][column])]

    def _delay(self, column: int) -> int:
        return int(self._plan.parts["costs"][column])

    def _arrived(self) -> dict[str, float]:
        arrived: dict[date, float] = {}
        for column, held in self._columns(MOVES):
            if self._plan.arrived[column]:
                when = self._day(column, self._delay(column))
                arrived[when] = arrived.get(when, 0.0) + held
        return {when.isoformat(): arrived[when] for when in sorted(arrived)}

    @property
    def moves(self) -> list[dict[str, Any]]:
        """Who goes when along which tie; the day is the one of leaving."""
        moves = sorted(self._columns(MOVES), key=lambda item: int(self._plan.parts["days"][item[0]]))
        rows = []
        for column, persons in moves:
            tie = self._names[MOVES][int(self._plan.parts["places"][column])]
            stage = self.network.core.stage_of(self.network.core.tie(tie))
            ends = {name: self._end(where, column) for name, where in (("source", "from"), ("target", "to"))}
            rows.append({"date": self._day(column).isoformat(), "tie": tie, **ends, "stage": stage, "persons": persons})
        return rows

    def _by_actor(self, coming: Mapping[date, float]) -> list[dict[str, Any]]:
        source, target = self._asked.subjects
        came: dict[str, dict[date, float]] = {source: {when: held for when, held in coming.items() if held > 0}}
        gone: dict[str, list[date]] = {}
        nights: dict[str, dict[date, float]] = {}
        for column, held in self._columns(MOVES):
            there = came.setdefault(self._end("to", column), {})
            when = self._day(column, self._delay(column))
            there[when] = there.get(when, 0.0) + held
            gone.setdefault(self._end("from", column), []).append(self._day(column))
        for column, held in self._columns(STAYS):
            if self._day(column) != self._plan.days[-1]:
                nights.setdefault(self._end("from", column), {})[self._day(column)] = held
            gone.setdefault(self._end("from", column), []).append(self._day(column))
        on_the_way = [key for key in self._names[STAYS] if came.get(key) and key != target]
        return [self._row(key, came[key], gone.get(key, []), nights.get(key, {})) for key in on_the_way]

    @staticmethod
    def _row(
        key: str, came: Mapping[date, float], gone: Sequence[date], nights: Mapping[date, float]
    ) -> dict[str, Any]:
        handled = sum(came.values())
        longest = max(nights.values(), default=0.0)
        open_days = (max([*gone, *came]) - min(came)).days + 1
        return {
            "id": key,
            "handled": handled,
            "per_day": handled / open_days,
            "longest": longest,
            "when": min((when.isoformat() for when in nights if nights[when] == longest), default=None),
            "waited": sum(nights.values(), 0.0),
        }

    def rows(self) -> list[dict[str, Any]]:
        return self._rows

    # --- what one more is worth ------------------------------------------------------
    def saved(self, place: str, persons: float = 1, on: str | None = None, *, of: str | None = None) -> float:
        """The person-days saved if a tie takes, or an actor keeps or passes on, so many more on a day, or on every day.

        A tie with dated seats gets them also on days on which it had none: one more flight. Of an actor that both
        keeps and passes on no more than so many, `of` says which: ``"beds"`` or ``"handles"``.
        """
        extra = amount("number of persons", persons)
        columns = self._limits_of(place, of)
        if on is not None:
            when = day(on)
            columns = [column for column in columns if self._day(column) == when]
        if not columns:
            raise InvalidOption(
                f"Nothing limits {place}{f' on {on}' if on else ''}. Name a tie with seats, or an actor with beds or "
                "that handles no more than so many."
            )
        return self._plan.saved(dict.fromkeys(columns, extra))

    def _limits_of(self, place: str, of: str | None) -> list[int]:
        found = {
            KINDS[act]: columns
            for (act, where), columns in self._plan.limits().items()
            if self._names[act][where] == place
        }
        if of is None and len(found) > 1:
            raise InvalidOption(f"{place} has limits of {' and '.join(found)}. Say of= which of them.")
        if not found and place not in self.network.ties:
            self.network.actors[place]  # UnknownActor, with the nearest ones named
        return next((columns for kind, columns in found.items() if of in (None, kind)), [])

    def measure(self, time_limit: float | None, progress: Progress | None) -> None:
        """Asks again for each limit what one more would save, as far as the time goes."""
        end = math.inf if time_limit is None else time.monotonic() + time_limit
        limits = [
            (place, [column for column in columns if self._plan.prices[column] < -SMALL], columns)
            for place, columns in self._plan.limits().items()
        ]
        limits = [item for item in limits if item[1]]
        for number, ((act, where), priced, columns) in enumerate(limits):
            tell(progress, number, len(limits))
            if time.monotonic() > end:
                self.partial = True
                break
            rows = [self._limit(self._names[act][where], KINDS[act], column) for column in priced]
            self.limits += rows
            best = max(rows, key=lambda row: row["saves"])
            self.bottlenecks.append(
                {
                    "place": best["place"],
                    "of": KINDS[act],
                    "days": sum(1 for row in rows if row["saves"] > 0),
                    "saves": best["saves"],
                    "best": best["date"],
                    "every_day": self._plan.saved(dict.fromkeys(columns, 1.0)),
                }
            )
        tell(progress, len(limits), len(limits))
        self.limits = sorted((row for row in self.limits if row["saves"] > 0), key=lambda row: -row["saves"])
        found = (row for row in self.bottlenecks if row["every_day"] > 0)
        self.bottlenecks = sorted(found, key=lambda row: (-row["every_day"], -row["saves"]))

    def _limit(self, place: str, of: str, column: int) -> dict[str, Any]:
        return {
            "place": place,
            "of": of,
            "date": self._day(column).isoformat(),
            "limit": float(self._plan.parts["most"][column]),
            "saves": self._plan.saved({column: 1.0}),
            "price": -float(self._plan.prices[column]),
        }

    # --- showing itself -----------------------------------------------------------
    def to_dict(self) -> dict[str, Any]:
        told: dict[str, Any] = {name: self._as_read(getattr(self, name)) for name in ("person_days", "waited", "left")}
        told |= {name: getattr(self, name) for name in ("until", "limits", "bottlenecks")}
        told["arrived"] = {when: self._as_read(count) for when, count in self.arrived.items()}
        told["moves"] = [row | {"persons": self._as_read(row["persons"])} for row in self.moves]
        return super().to_dict() | told

    def notes(self) -> list[str]:
        days, waited, left = (shown(self._as_read(number)) for number in (self.person_days, self.waited, self.left))
        lines = [f"Person-days from coming to arriving: {days}, of these {waited} waiting."]
        if self.left:
            lines.append(f"{left} had not arrived at the end of {self.until}.")
        if self.bottlenecks:
            first = self.bottlenecks[0]
            lines.append(
                f"Bottleneck: {first['place']}; one more ({first['of']}) each day would save "
                f"{first['every_day']:g} person-days, on {first['best']} alone {first['saves']:g}."
            )
        return [*lines, *super().notes()]


def waiting(
    network: Network,
    source: str,
    target: str,
    *,
    arrivals: Mapping[str, float],
    per_day: str | Mapping[str, float] = "capacity",
    seats: Seats | None = None,
    beds: str | Mapping[str, float] | None = None,
    handles: str | Mapping[str, float] | None = None,
    delays: str | Mapping[str, float] = "delay_days",
    until: str | None = None,
    over: Projection | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> Waiting:
    """Where persons on their way wait, though all goes as fast as can be, and what one more seat or officer would save.

    Parameters
    ----------
    arrivals
        Persons who come to the source, by day: ``{"2022-07-31": 62}``.
    per_day
        How many persons a tie takes a day: a tie column, or a mapping from tie to number; nothing said is no limit.
    seats
        For some ties, seats on certain days and on no others: ``{"T059": {"2022-08-22": 202}}``.
    beds
        How many an actor can keep overnight: an actor column, or a mapping; nothing said is no limit.
    handles
        How many an actor can pass on a day, along all its ties together (interviews, exit permits): an actor column,
        or a mapping; nothing said is no limit.
    delays
        Days that a tie takes, rounded up to whole ones: a tie column, or a mapping; nothing said is none.
    until
        The last day. By default the day on which the last person arrives who ever can.
    time_limit
        Seconds for the question what one more would save; if it stops that, `.partial` says so.
    progress
        Called now and then; returning False stops the work.

    Notes
    -----
    The network is unfolded in time, each actor once a day (Ford and Fulkerson): persons move on, or stay overnight
    while there are beds. Of all schedules the one is taken with the fewest person-days from coming to arriving; by
    every day as many have arrived in it as in any other. Of several such schedules that one is shown in which persons
    wait as near to the target as they can. Persons who come in the morning can leave on the same day.

    A seat, a bed or one more handled has a price if it could shorten the sum; each is then tried, by solving anew, so
    `saves` is exact, and at most its `price`, the dual. `every_day` is what one more on all days together would save;
    of dated seats, on every day. Numbers of persons are whole if those given are, unless an undirected tie shares its
    seats between both ways. Ties are followed as they run, each by itself; an undirected one has its seats for both
    ways together; loops are of no use.

    The record seldom says how many seats there were: what is left without a limit cannot be a bottleneck. Costs a
    linear program of (n + m)·days columns, and one more, quickly, for each limit with a price. Ford and Fulkerson
    (1958), doi:10.1287/opre.6.3.419; Gale (1959), doi:10.2140/pjm.1959.9.59 for as many as possible by every day.
    Raises `InvalidOption`, `Infeasible` if beds do not suffice for those who come, `UnknownActor`, `UnknownName`,
    `Cancelled`.

    Examples
    --------
    Thirty persons, a flight of ten seats a day:

    >>> from coopnet import Network
    >>> home = Network.from_edges([("Police", "Embassy"), ("Embassy", "Shelter")])
    >>> found = waiting(home, "Police", "Shelter", arrivals={"2022-08-01": 30}, per_day={"T2": 10})
    >>> found.arrived
    {'2022-08-01': 10.0, '2022-08-02': 10.0, '2022-08-03': 10.0}
    >>> found.person_days, found.saved("T2", 20, on="2022-08-01")
    (30.0, 30.0)
    >>> [(row["id"], row["longest"], row["waited"]) for row in found.rows()]
    [('Police', 0.0, 0.0), ('Embassy', 20.0, 30.0)]
    """
    coming = {day(when): amount(f"number of persons who come on {when}", number) for when, number in arrivals.items()}
    if not coming:
        raise InvalidOption("Nobody comes: arrivals= names no day.")
    # Limits are of each tie, and what the projection's weight says is not asked here.
    ties = (over or Projection()).replace(weight=None, fill=None, parallel="keep", affiliations="keep")
    view = network.freeze(ties, merges=False)
    limits = _limits(network, view, per_day, seats, beds, handles, delays)
    options: dict[str, Any] = {"arrivals": arrivals, "per_day": per_day, "seats": seats, "beds": beds}
    options |= {"handles": handles, "delays": delays, "until": until, "time_limit": time_limit}
    plan, found = planned(view, (source, target), limits, coming, None if until is None else day(until))
    direction = ties.direction
    answer = Waiting(
        plan,
        found,
        view,
        Asked(waiting, network, over, (source, target), options),
        coming,
        ties=view.all_ties,
        convention=(
            f"Fewest person-days from coming to {source} until arriving at {target}, through {plan.days[-1]}; equally "
            f"quick schedules wait near the target. {DIRECTIONS[direction]}; what has no limit given has none, what "
            "has no delay takes no day."
        ),
    )
    answer.measure(time_limit, progress)
    return answer


def _limits(
    network: Network, view: _core.View, per_day: Any, seats: Seats | None, beds: Any, handles: Any, delays: Any
) -> Limits:
    ties, actors = network.ties, network.actors
    capacity = numbers_of(network, ties, "capacity", per_day, math.inf)
    took = numbers_of(network, ties, "delay", delays, 0.0)
    kept = numbers_of(network, actors, "number of beds", beds, math.inf)
    passed = numbers_of(network, actors, "number that is handled", handles, math.inf)
    dated = {
        ties[tie].id: {
            day(when): amount(f"number of seats of {tie} on {when}", number) for when, number in said.items()
        }
        for tie, said in (seats or {}).items()
    }
    ids = tie_ids(network, view)
    if endless := next((tie for tie in ids if took[tie] > LONGEST), None):
        raise InvalidOption(f"The tie {endless} takes {took[endless]:g} days, more than {LONGEST}. Leave it out.")
    return Limits(
        [capacity[tie] for tie in ids],
        [dated.get(tie) for tie in ids],
        [math.ceil(took[tie]) for tie in ids],
        [kept[key] for key in view.keys],
        [passed[key] for key in view.keys],
    )
