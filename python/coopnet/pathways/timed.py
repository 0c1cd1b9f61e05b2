"""Pathways that respect time: first to arrive, last to leave, fastest on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption
from ..projection import Projection
from ..tables import Asked, Progress
from ..timed import TimedPathway
from .none import no_pathway_in_time

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["earliest_arrival", "fastest", "latest_departure"]


def earliest_arrival(
    network: Network,
    source: str,
    target: str,
    *,
    at: str,
    over: Projection | None = None,
    max_wait: float | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> TimedPathway:
    """The pathway that arrives first of all that leave on a day or later: the foremost.

    A step begins while its tie holds, from the beginning of the tie's first day through the end of its last, and
    arrives its delay later; the next step begins then or later. So a tie until 31 March serves all of that day and not
    on 1 April. Which days a tie holds is read by the projection's ``dates``: ``"possible"``, on which some reading of
    its unknown days has it hold, or ``"certain"``, on which every reading does (lasting from the latest beginning
    through the earliest end; an end that is not known leaves the first day alone, ``..`` all days after).
    The projection's own `at` and `during` select ties as ever.

    Parameters
    ----------
    at
        The day from whose beginning on one may leave, ``"2022-08-02"``, or a moment of it, ``"2022-08-02T06:30"``.
    over
        A step takes its ``delay_days``, or what another weight that is a cost says, in days; fractions may be. A tie
        without one is refused, unless the projection's ``fill`` says how long it takes.
    max_wait
        At most so many days at an actor between two steps (0: none); before the first step one waits as long as one
        likes. None: as long as it takes.
    time_limit
        Seconds. Limited waiting can make the search long.

    Returns
    -------
    TimedPathway
        With `.departs` and `.arrives`, of each step as well; `.cost` are the days from `at` until it arrives. From an
        actor to itself leads the pathway without a step, at once.

    Raises
    ------
    NoPathway
        With whom one gets to and when, and which ties onward do not hold at that time or are left out.
    InvalidWeight
        If a delay is missing or negative, or the weight is no cost.
    InvalidOption
        For a day that is none, a negative `max_wait`, and a projection that merges parallel ties: each has its period.

    Notes
    -----
    No actor stands on a pathway twice. With unlimited waiting that loses nothing; with limited waiting a detour that
    comes back may pass the time, which is not counted as a pathway here. To find one without is then hard at worst
    (NP-hard), and quick as a rule. Otherwise about a search, O(E + V log V).
    Bui Xuan, Ferreira and Jarry (2003), doi:10.1142/S0129054103001728; Casteigts, Himmel, Molter and Zschoche (2021),
    doi:10.1007/s00453-021-00831-w.

    Examples
    --------
    >>> from coopnet import Network, Projection
    >>> calls = Network.from_columns({"ties": [
    ...     ("source", ["Family", "Embassy"]), ("target", ["Embassy", "Police"]), ("delay_days", ["2", "0.5"]),
    ...     ("since", ["2022-08-01", "2022-08-10"]), ("until", ["2022-08-31", ".."])]})
    >>> way = earliest_arrival(calls, "Family", "Police", at="2022-08-02")
    >>> way.departs, way.arrives, way.cost
    ('2022-08-02', '2022-08-10T12:00', 8.5)
    """
    return _in_time(earliest_arrival, network, source, target, at, over, max_wait, time_limit, progress, at=at)


def latest_departure(
    network: Network,
    source: str,
    target: str,
    *,
    at: str,
    over: Projection | None = None,
    max_wait: float | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> TimedPathway:
    """The pathway that leaves last of all that arrive by the end of a day.

    Everything is as in `earliest_arrival`, from the other end: `at` is the day by whose end one has to be there, or
    the moment. Each step is taken as late as can be: a day alone means by the end of that day, a time just before it,
    where a tie ends. `.cost` are the days from when it leaves until `at` has ended.

    Raises and costs as `earliest_arrival`.

    Examples
    --------
    >>> from coopnet import Network
    >>> calls = Network.from_columns({"ties": [
    ...     ("source", ["Family", "Embassy"]), ("target", ["Embassy", "Police"]), ("delay_days", ["2", "1"]),
    ...     ("since", ["2022-08-01", "2022-08-10"]), ("until", ["2022-08-31", "2022-08-20"])]})
    >>> way = latest_departure(calls, "Family", "Police", at="2022-09-30")
    >>> way.departs, way.arrives
    ('2022-08-18', '2022-08-21')
    """
    return _in_time(latest_departure, network, source, target, at, over, max_wait, time_limit, progress, at=at)


def fastest(
    network: Network,
    source: str,
    target: str,
    *,
    during: str | None = None,
    over: Projection | None = None,
    max_wait: float | None = None,
    time_limit: float | None = None,
    progress: Progress | None = None,
) -> TimedPathway:
    """The pathway that takes the fewest days from when it leaves until it arrives, waiting included.

    Everything is as in `earliest_arrival`, but one may leave at any time; of the times at which it takes no longer, it
    is told at the first (the last, if nothing bounds the first). `.cost` is how many days it takes. Where one waits
    for a tie to begin, one leaves just before the tie before it ends: from the end of 1 March until the beginning of
    5 March are three days. Ties that are always there give a pathway that can be gone at any time: its `.departs` and
    `.arrives` are None.

    Parameters
    ----------
    during
        Leave and arrive within this span: ``"2022"``, ``"2022-07/2022-09"``. None: at any time. (The projection's
        ``during`` selects ties.)

    Raises and costs as `earliest_arrival`.

    Examples
    --------
    >>> from coopnet import Network
    >>> calls = Network.from_columns({"ties": [
    ...     ("source", ["Family", "Embassy", "Family"]), ("target", ["Embassy", "Police", "Police"]),
    ...     ("delay_days", ["2", "1", "9"]), ("since", ["2022-08-01"] * 3), ("until", ["2022-08-31"] * 3)]})
    >>> way = fastest(calls, "Family", "Police")
    >>> way.actors, way.cost, way.departs
    (('Family', 'Embassy', 'Police'), 3.0, '2022-08-01')
    """
    return _in_time(fastest, network, source, target, during, over, max_wait, time_limit, progress, during=during)


# --- the search they share -------------------------------------------------------------


def _in_time(
    question: Any,
    network: Network,
    source: str,
    target: str,
    when: str | None,
    over: Projection | None,
    max_wait: float | None,
    time_limit: float | None,
    progress: Progress | None,
    **bound: str | None,
) -> TimedPathway:
    over = over or Projection()
    if over.weight is None:
        over = over.replace(weight="delay_days")
    if over.parallel not in ("auto", "keep"):
        raise InvalidOption(
            f'parallel="{over.parallel}" would merge ties that hold at different times. Leave parallel out of the '
            "projection: pathways in time keep each tie."
        )
    view = network.freeze(over, merges=False)
    name = question.__name__
    way, departs, arrives, partial = _core.pathways.in_time(
        view,
        source,
        target,
        question=name,
        when=when,
        dates=over.dates,
        max_wait=max_wait,
        time_limit=time_limit,
        progress=progress,
    )
    if way is None:
        found = _core.pathways.arrivals(view, source, question=name, when=when, dates=over.dates)
        arrivals = [(view.keys[vertex], text, soon) for vertex, text, soon in found]
        start = _none_said(name, source, target, when)
        if partial:
            start = f"No pathway in time from {source} to {target} was found within {time_limit} s. Give it more time."
        elif max_wait is not None and any(actor == target and soon for actor, _, soon in arrivals):
            start += f" One who waits longer than {max_wait:g} days at an actor gets there."
        raise no_pathway_in_time(network, source, target, over, start, arrivals)
    options = {**bound, "max_wait": max_wait, "time_limit": time_limit}
    return TimedPathway(view, way, Asked(question, network, over, (source, target), options), departs, arrives, when)


def _none_said(question: str, source: str, target: str, when: str | None) -> str:
    if question == "earliest_arrival":
        return f"No pathway that leaves {source} on {when} or later gets to {target}."
    if question == "latest_departure":
        return f"No pathway from {source} gets to {target} by {when}."
    return f"No pathway in time leads from {source} to {target}{f' within {when}' if when else ''}."
