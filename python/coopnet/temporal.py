"""How measures and ties change over time: window by window, and between two times.

A window asks with the projection's ``during``: a tie is in it if some reading of its unknown days
overlaps (``dates="possible"``) or if all do (``"certain"``). Actors stay, whether they have a tie in a
window or not, so that numbers of windows can be compared.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .errors import InvalidOption, NoPathway
from .network import Network
from .pathways import shortest
from .projection import Projection
from .questions import found
from .scenario import Comparison
from .tables import Asked, Progress, Result, Rows, tell

__all__ = ["ByWindow", "Changes", "by", "changes", "timeline", "turnover"]

# Months in a window; a day and a week are counted in days.
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True)
class Window:
    """From a day through a day, both in."""

    since: date
    until: date

    @property
    def during(self) -> str:
        return f"{self.since}/{self.until}"


class ByWindow(Result, Mapping[str, Any]):
    """A measure's answers, a window each: a Mapping from the window (``"2022-01-01/2022-01-31"``) to its answer.

    The rows are those of the answers, each with `since` and `until` before it. An answer is None, and
    its numbers are NaN, in a window without a pathway; `.why` says why.
    """

    def __init__(self, answers: Mapping[Window, Any], asked: Asked, *, why: str, convention: str) -> None:
        ties = sorted({row for answer in answers.values() if answer is not None for row in answer._ties})
        partial = any(answer.partial for answer in answers.values() if answer is not None)
        super().__init__(asked, ties=ties, convention=convention, why=why, partial=partial)
        self._answers = dict(answers)
        self._of = {window.during: answer for window, answer in self._answers.items()}

    def __getitem__(self, window: str) -> Any:
        return self._of[window]

    def __iter__(self) -> Iterator[str]:
        return iter(self._of)

    def __len__(self) -> int:
        return len(self._of)

    def rows(self) -> list[dict[str, Any]]:
        rows = {window: None if answer is None else answer.rows() for window, answer in self._answers.items()}
        columns = next((list(found[0]) for found in rows.values() if found), [])
        none = [dict.fromkeys(columns)]
        return [
            {"since": str(window.since), "until": str(window.until)} | row
            for window, found in rows.items()
            for row in (none if found is None else found)
        ]


class Changes(Comparison):
    """A question's numbers at two times; `.born` and `.ended` are the ties of only the later, only the earlier."""

    def __init__(self, *result: Any, born: Sequence[str], ended: Sequence[str]) -> None:
        super().__init__(*result)
        self.born = tuple(born)
        self.ended = tuple(ended)


def by(
    network: Network,
    measure: str | Callable[..., Any],
    *subjects: Any,
    window: str | Iterable[str] = "month",
    rolling: int = 1,
    over: Projection | None = None,
    progress: Progress | None = None,
    **options: Any,
) -> ByWindow:
    """Ask a measure of each window of time: who is central month by month.

    Parameters
    ----------
    measure
        A question or its name, ``"betweenness"``, ``"pathways.shortest"``; its own subjects and options follow.
    window
        ``"day"``, ``"week"`` (from Monday), ``"month"``, ``"quarter"``, ``"half-year"``, ``"year"``: windows of
        the calendar, from the first recorded day to the last, or of the projection's ``during``. Or spans of
        your own: ``["2021", "2022-01/2022-07"]``.
    rolling
        How many windows in a row make one: ``window="month", rolling=3`` asks of three months, then of
        three months beginning a month later, and so on.
    progress
        Called with windows done and to do; returning False stops the work.

    Notes
    -----
    Every window has the same actors, direction and options; only the ties differ. A tie whose days are not
    recorded is possible in every window: ask ``dates="certain"`` to leave it out. Raises `InvalidOption`
    for a projection with ``at``, and if no tie is dated and the projection does not say ``during``; what
    the measure raises, but for `NoPathway`, which is an answer: nothing in that window.

    Costs what the measure costs, once a window.

    Examples
    --------
    >>> calls = Network.from_columns({"ties": [
    ...     ("source", ["ncb", "ncb"]), ("target", ["embassy", "police"]),
    ...     ("since", ["2022-01-10", "2022-03-01"]), ("until", ["2022-02-03", "2022-03-31"])]})
    >>> [scores["ncb"] for scores in by(calls, "degree", window="month").values()]
    [1.0, 1.0, 1.0]
    >>> [scores["police"] for scores in by(calls, "degree", window="month", rolling=2).values()]
    [0.0, 1.0]
    """
    ask = found(measure)
    over = over or Projection()
    answers: dict[Window, Any] = {}
    reasons: dict[str, str] = {}
    spans = windows(network, over, window, rolling)
    for done, span in enumerate(spans):
        tell(progress, done, len(spans))
        try:
            answers[span] = answer = ask(network, *subjects, over=over.replace(during=span.during), **options)
            if answer.why:
                reasons.setdefault(answer.why, span.during)
        except NoPathway as none:
            answers[span] = None
            reasons[str(none)] = span.during
    tell(progress, len(spans), len(spans))
    asked = Asked(by, network, over, (measure, *subjects), {"window": window, "rolling": rolling, **options})
    known = next((answer.convention for answer in answers.values() if answer is not None), "")
    convention = f"Each {window if isinstance(window, str) else 'span'} by itself"
    convention += f", {rolling} together. {known}" if rolling > 1 else f". {known}"
    return ByWindow(
        answers, asked, why=" ".join(f"{when}: {why}" for why, when in reasons.items()), convention=convention
    )


def turnover(
    network: Network, *, window: str | Iterable[str] = "month", rolling: int = 1, over: Projection | None = None
) -> Rows:
    """How many ties there are in each window, how many are new, how many have ended.

    `born`: not in the window before; `ended`: in the window before and no more; `stability`: ties in both
    over ties in either (Jaccard). None for the first window.

    Parameters
    ----------
    window, rolling
        As in `by`.

    Notes
    -----
    Ties are counted each by itself, parallel ones too. One that pauses ends and is born again. Undated ties
    are in every window, unless ``dates="certain"``. Takes a pass over the ties a window. Raises as `by`.
    Snijders, van de Bunt and Steglich (2010), doi:10.1016/j.socnet.2009.02.004, on reading the index.

    Examples
    --------
    >>> calls = Network.from_columns({"ties": [
    ...     ("source", ["ncb", "ncb"]), ("target", ["embassy", "police"]),
    ...     ("since", ["2022-01-10", "2022-03-01"]), ("until", ["2022-02-03", "2022-03-31"])]})
    >>> turnover(calls)["2022-03-01/2022-03-31"]["born"]
    1
    """
    over = over or Projection()
    rows: list[dict[str, Any]] = []
    read: set[int] = set()
    before: set[int] | None = None
    for span in windows(network, over, window, rolling):
        now = set(network.freeze(over.replace(during=span.during), merges=False).all_ties)
        row: dict[str, Any] = {"type": span.during, "since": str(span.since), "until": str(span.until)}
        row |= {"ties": len(now), "born": None, "ended": None, "stability": None}
        if before is not None:
            either = len(now | before)
            row |= {"born": len(now - before), "ended": len(before - now)}
            row["stability"] = len(now & before) / either if either else None
        rows.append(row)
        read |= now
        before = now
    asked = Asked(turnover, network, over, options={"window": window, "rolling": rolling})
    convention = "Ties of each window against those of the window before, each tie by itself."
    return Rows(rows, asked, ties=sorted(read), convention=convention)


def timeline(
    network: Network,
    source: str | None = None,
    target: str | None = None,
    *,
    window: str | Iterable[str] = "month",
    over: Projection | None = None,
    progress: Progress | None = None,
) -> Rows:
    """What holds in each window: of the network its ties by layer; of two actors the shortest pathway, and how certain.

    Without actors a row tells how many ties there are (`possible`: by some reading of their unknown days;
    `certain`: by every reading), how many of the possible ones are new and have ended since the window before, and
    how many lie in each layer. With two actors a row tells whether a pathway leads from the one to the other in the
    window (`state`): ``"certain"`` over ties that certainly hold in it, else ``"possible"``, else ``"impossible"``; and
    the shortest such pathway.

    Parameters
    ----------
    window
        As in `by`: ``"month"``, ``"quarter"``, ``"year"`` …, or a list of spans.
    over
        Its `dates` is not read, since both readings are asked.

    Notes
    -----
    Every tie of a pathway has a day in the window, not all the same one, nor one after the other: for that see
    `pathways.earliest_arrival`. Takes a pass over the ties a window, and two searches with actors. Raises as `by`,
    UnknownActor, and InvalidOption for one actor alone.

    Examples
    --------
    >>> calls = Network.from_columns({"ties": [
    ...     ("source", ["ncb", "embassy"]), ("target", ["embassy", "police"]),
    ...     ("since", ["2022-01-10", "2022-01"]), ("until", ["2022-02-20", ""])]})
    >>> timeline(calls, "ncb", "police").column("state")
    {'2022-01-01/2022-01-31': 'certain', '2022-02-01/2022-02-20': 'possible'}
    """
    over = over or Projection()
    if (source is None) is not (target is None):
        raise InvalidOption("A timeline is of the network, or of the pathway between two actors. Name both, or none.")
    spans = windows(network, over, window, 1)
    read: set[int] = set()
    rows: list[dict[str, Any]] = []
    before: set[int] | None = None
    for done, span in enumerate(spans):
        tell(progress, done, len(spans))
        possible, certain = (over.replace(during=span.during, dates=dates) for dates in ("possible", "certain"))
        row: dict[str, Any] = {"type": span.during, "since": str(span.since), "until": str(span.until)}
        now = set(network.freeze(possible, merges=False).all_ties)
        read |= now
        if source is not None and target is not None:
            rows.append(row | _best_pathway(network, source, target, possible, certain))
            continue
        row |= {"possible": len(now), "certain": len(network.freeze(certain, merges=False).all_ties)}
        row |= (
            {"born": None, "ended": None} if before is None else {"born": len(now - before), "ended": len(before - now)}
        )
        rows.append(row | _by_layer(network, now))
        before = now
    tell(progress, len(spans), len(spans))
    asked = Asked(timeline, network, over, (source, target), {"window": window})
    if source is None:
        convention = "Ties that have a day in the window, each by itself; born and ended against the window before."
    else:
        convention = (
            f"The shortest pathway from {source} to {target} over ties that have a day in the window, by every reading "
            "of their unknown days (certain), else by some (possible)."
        )
    return Rows(rows, asked, ties=sorted(read), convention=convention)


def _best_pathway(
    network: Network, source: str, target: str, possible: Projection, certain: Projection
) -> dict[str, Any]:
    for state, over in (("certain", certain), ("possible", possible)):
        try:
            way = shortest(network, source, target, over=over)
        except NoPathway:
            continue
        return {"state": state, "steps": way.steps, "actors": way.actors, "ties": way.ties}
    return {"state": "impossible", "steps": None, "actors": (), "ties": ()}


def _by_layer(network: Network, rows: Iterable[int]) -> dict[str, int]:
    counts = dict.fromkeys(network.vocabulary["layers"], 0)
    for row in rows:
        counts[network.vocabulary["relations"][network.ties.row(row).relation]["layer"]] += 1
    return counts


def changes(
    network: Network,
    before: str,
    after: str,
    question: str | Callable[..., Any] = "degree",
    *subjects: Any,
    over: Projection | None = None,
    **options: Any,
) -> Changes:
    """What changed between two times: a question's numbers before and after, and the ties born and ended.

    Parameters
    ----------
    before, after
        Days or spans: ``"2022-07"``, ``"2022-01/2022-06"``, ``"2023-08-20"``.
    question
        A question or its name, its own subjects and options after it.

    Notes
    -----
    The table has `before after difference`; NaN where there is no pathway. `.born` are the ids of ties that
    are there after and were not before, `.ended` those that were and are no more. Raises `InvalidOption` for
    a projection that has a time of its own.

    Examples
    --------
    >>> calls = Network.from_columns({"ties": [
    ...     ("id", ["T1", "T2"]), ("source", ["ncb", "ncb"]), ("target", ["embassy", "police"]),
    ...     ("since", ["2022-01-10", "2022-03-01"]), ("until", ["2022-02-03", ".."])]})
    >>> changed = changes(calls, "2022-01", "2022-04")
    >>> changed.born, changed.ended
    (('T2',), ('T1',))
    >>> float(changed.to_frame().loc["embassy", "difference"])
    -1.0
    """
    over = over or Projection()
    if over.at is not None or over.during is not None:
        raise InvalidOption("changes asks at two times of its own. Leave at and during out of the projection.")
    ask = found(question)
    reasons = []
    answers: list[Any] = []
    ties: list[list[int]] = []
    for span in (before, after):
        then = over.replace(during=span)
        ties.append(network.freeze(then, merges=False).all_ties)
        try:
            answers.append(ask(network, *subjects, over=then, **options))
        except NoPathway as none:
            answers.append(None)
            reasons.append(f"{span}: {none}")
    asked = Asked(changes, network, over, (before, after, question, *subjects), options)
    ids = list(network.ties)
    born, ended = set(ties[1]) - set(ties[0]), set(ties[0]) - set(ties[1])
    return Changes(
        answers[0],
        answers[1],
        f"{after}, before: {before}",
        asked,
        " ".join(reasons),
        born=[ids[row] for row in sorted(born)],
        ended=[ids[row] for row in sorted(ended)],
    )


# --- windows ------------------------------------------------------------------------------


def windows(network: Network, over: Projection, window: str | Iterable[str], rolling: int) -> list[Window]:
    if over.at is not None:
        raise InvalidOption("Windows have times of their own. Leave at out of the projection; during bounds them.")
    if isinstance(rolling, bool) or not isinstance(rolling, int) or rolling < 1:
        raise InvalidOption(f"rolling={rolling!r} is not a number of windows. Say 1 or more.")
    if not isinstance(window, str):
        pieces = [_span(text) for text in window]
    elif window in MONTHS or window in DAYS:
        whole = _span(over.during) if over.during is not None else _recorded(network, over)
        pieces = list(_calendar(whole, window))
    else:
        known = ", ".join([*DAYS, *MONTHS])
        raise InvalidOption(f'window="{window}" is not known. Choose one of: {known}; or give a list of spans.')
    if rolling > len(pieces):
        raise InvalidOption(f"rolling={rolling} is more than the {len(pieces)} windows there are.")
    return [
        Window(pieces[place].since, pieces[place + rolling - 1].until) for place in range(len(pieces) - rolling + 1)
    ]


def _calendar(whole: Window, window: str) -> Iterator[Window]:
    """The windows of the calendar that touch a span, cut to it."""
    since = _begin(whole.since, window)
    while since <= whole.until:
        after = _begin(since + timedelta(days=_longest(window)), window)
        yield Window(max(since, whole.since), min(after - timedelta(days=1), whole.until))
        since = after


def _longest(window: str) -> int:
    """Days from the beginning of any window that lie in the next one."""
    return DAYS[window] if window in DAYS else MONTHS[window] * 31 + 1


def _begin(day: date, window: str) -> date:
    if window == "day":
        return day
    if window == "week":
        return day - timedelta(days=day.weekday())
    months = MONTHS[window]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _recorded(network: Network, over: Projection) -> Window:
    """From the first day to the last that ties selected by a projection name."""
    selected = [network.ties.row(row) for row in network.freeze(over, merges=False).all_ties]
    cells = [str(tie.get(bound) or "") for tie in selected for bound in ("since", "until")]
    spans = [_span(cell) for cell in cells if cell not in ("", "..")]
    if not spans:
        raise InvalidOption("No tie has a date, so that there are no windows. Say which by the projection's during.")
    return Window(min(span.since for span in spans), max(span.until for span in spans))


def _span(text: str) -> Window:
    since, slash, until = str(text).partition("/")
    window = Window(_day(since, first=True), _day(until if slash else since, first=False))
    if window.until < window.since:
        raise InvalidOption(f'"{text}" ends before it begins.')
    return window


def _day(text: str, *, first: bool) -> date:
    """The first or the last day of a date at the precision known."""
    if quarter := re.fullmatch(r"(\d{4})-Q([1-4])", text):
        text = f"{quarter[1]}-{3 * int(quarter[2]) - (2 if first else 0)}"
    try:
        year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
        month = month or (1 if first else 12)
        return date(year, month, day or (1 if first else calendar.monthrange(year, month)[1]))
    except ValueError:
        raise InvalidOption(f'"{text}" is not a date. Write 2022, 2022-08 or 2022-08-15.') from None
