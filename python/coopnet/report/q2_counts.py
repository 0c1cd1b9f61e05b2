"""Question 2: what do the sources count, which of it cannot all be true, and what share falls to one country?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import flows
from ..flows import Conflicts
from ..flows.told import days_of, number_of, words_of
from ..network import Network, Record
from .case import Case
from .section import Column, Fact, Section, Table
from .turning import Verdict, turning

__all__ = ["KEY", "NEEDS", "section"]

KEY = "counts"
NEEDS = ("counts",)
SHOWN = 20  # contradictions listed; the smallest come first


@dataclass(frozen=True)
class Account:
    """What one account counts by country, and in all: each an interval where its reports differ."""

    parts: Mapping[str, tuple[float, float]]  # country → its number
    whole: tuple[float, float]
    summed: bool  # no total is given: the countries listed are taken for all
    period: str
    sources: tuple[str, ...]

    def share(self, country: str) -> tuple[float, float]:
        low, high = self.parts[country]
        if self.summed:  # what one country has more, the whole has more
            others = [ends for name, ends in self.parts.items() if name != country]
            return low / (low + sum(high for _, high in others)), high / (high + sum(low for low, _ in others))
        return low / self.whole[1], min(1.0, high / self.whole[0])

    @property
    def first(self) -> str:
        return max(self.parts, key=lambda country: sum(self.parts[country]))


def section(case: Case) -> Section:
    say = case.say
    country = case.actor_of("counts", "country")
    accounts = _accounts(case, case.network, {})
    clashes = flows.conflicts(case.network)
    measured = case.network.figures.where(measure=str(case.asked["counts"]["measure"]))
    used = case.ordered({source for figure in measured for source in figure.sources or ()} | set(clashes.sources))
    shares = [account.share(country) for account in accounts if country in account.parts]

    def ask(network: Network, **changes: Any) -> Verdict:
        return _verdict(case, _accounts(case, network, changes))

    turned = turning(case, ask, used)
    clashing = {figure for members in clashes for figure in members}
    named = {"country": case.name(country), "n": say.number(len(accounts))}
    return Section(
        key=KEY,
        label=say("question", number=2),
        title=say("q2.title", **named),
        lead=_lead(case, accounts, country, shares),
        sentences=[
            say("q2.clash", clashing=say.number(len(clashing)), all=say.number(len(case.network.figures)))
            if clashing
            else say("q2.no_clash"),
            *_kinds(case, clashes),
            *_trend(case, accounts, country),
        ],
        turns=turned.sentences,
        stays=turned.stays,
        conventions=[say("q2.convention", **named), clashes.convention if case.lang == "en" else say("q2.conflicts")],
        sources=used,
        weakest=clashes.weakest_grade or "",
        facts=[
            Fact(say.number(len(case.network.figures)), say("q2.fact_figures")),
            Fact(say.number(len(clashing)), say("q2.fact_clashing")),
            Fact(_span(case, shares), say("q2.fact_share", **named)),
        ],
        tables=[_account_table(case, accounts, country), _clash_table(case, clashes)],
    )


# --- what is counted by country -------------------------------------------------------------


def _accounts(case: Case, network: Network, changes: Mapping[str, Any]) -> list[Account]:
    """The accounts that tell one country from others: parts of one whole, or of one list."""
    left_out = {changes["without_sources"]} if "without_sources" in changes else set()
    told = [
        figure
        for figure in network.figures.where(measure=str(case.asked["counts"]["measure"]))
        if not math.isnan(number_of(figure)) and not (figure.sources and left_out.issuperset(figure.sources))
    ]
    lists: dict[Any, list[Record]] = {}
    for figure in told:
        if figure.origin and network.vocabulary.is_a(network.actors[figure.origin].kind, "state") and not figure.group:
            key = figure.part_of or (figure.since, figure.until, figure.as_of, figure.sources)
            lists.setdefault(key, []).append(figure)
    accounts = [_account(told, key, parts) for key, parts in lists.items()]
    return [account for account in accounts if len(account.parts) > 1 or not account.summed]


def _account(told: Sequence[Record], key: Any, listed: Sequence[Record]) -> Account:
    wholes = [figure for figure in told if figure.id == key]
    # Whoever counts the same days in all reports on the same whole.
    wholes += [figure for whole in wholes for figure in told if figure.id != whole.id and _same(figure, whole)]
    parts: dict[str, tuple[float, float]] = {}
    for figure in listed:
        low, high = parts.get(figure.origin, (math.inf, 0.0))
        parts[figure.origin] = (min(low, number_of(figure)), max(high, number_of(figure)))
    summed = not wholes
    whole = (sum(low for low, _ in parts.values()), sum(high for _, high in parts.values()))
    if wholes:
        whole = (min(map(number_of, wholes)), max(map(number_of, wholes)))
    figures = [*listed, *wholes]
    sources = tuple(dict.fromkeys(source for figure in figures for source in figure.sources or ()))
    return Account(parts, whole, summed, days_of(listed[0]), sources)


def _same(figure: Record, whole: Record) -> bool:
    columns = ("origin", "destination", "group", "since", "until", "as_of")
    derived = str(figure.definition or "").startswith("derived")
    return not derived and all((figure.get(column) or "") == (whole.get(column) or "") for column in columns)


def _verdict(case: Case, accounts: Sequence[Account]) -> Verdict:
    """Which country comes first, account by account."""
    say = case.say
    first = list(dict.fromkeys(account.first for account in accounts))
    if not first:
        return Verdict((), say("q2.turn_none"))
    return Verdict(tuple(first), say("q2.turn_first", countries=say.all_of([case.name(one) for one in first])))


# --- the answer -----------------------------------------------------------------------------


def _lead(case: Case, accounts: Sequence[Account], country: str, shares: Sequence[tuple[float, float]]) -> str:
    say = case.say
    if not shares:
        return say("undecided")
    first = sum(account.first == country for account in accounts if len(account.parts) > 1)
    compared = sum(len(account.parts) > 1 for account in accounts)
    key = "q2.lead" if first == compared else "q2.lead_some"
    named = {"country": case.name(country), "shares": _span(case, shares)}
    return say(key, n=say.number(first), all=say.number(compared), **named)


def _kinds(case: Case, clashes: Conflicts) -> list[str]:
    """How many contradictions of each kind, with the plainest of each."""
    told = []
    for reason in dict.fromkeys(clashes.reasons):
        count = clashes.reasons.count(reason)
        places = [place for place, other in enumerate(clashes.reasons) if other == reason]
        telling = next((place for place in places if len(clashes[place]) > 2), places[0])
        *parts, whole = (_cited(case, case.network.figures[figure]) for figure in clashes[telling])
        told.append(case.say(f"q2.{reason}", n=case.say.number(count), parts=" + ".join(parts), whole=whole))
    return told


def _cited(case: Case, figure: Record) -> str:
    """A figure's number, with who says so."""
    number = number_of(figure) if not math.isnan(number_of(figure)) else float(figure.low or 0)
    return f"{case.say.number(int(number))} ({', '.join(figure.sources or ())})"


def _trend(case: Case, accounts: Sequence[Account], country: str) -> list[str]:
    """The share in the accounts whose days are known, the earliest end first."""
    told = [account for account in accounts if country in account.parts and account.period]
    if not told:
        return []
    ordered = sorted(told, key=lambda account: account.period.rpartition("/")[2])
    steps = [f"{case.say.period(one.period)} {_span(case, [one.share(country)])}" for one in ordered]
    return [case.say("q2.trend", country=case.name(country), steps="; ".join(steps))]


def _span(case: Case, shares: Sequence[tuple[float, float]]) -> str:
    if not shares:
        return case.say.number(math.nan)
    low, high = min(low for low, _ in shares), max(high for _, high in shares)
    ends = list(dict.fromkeys(case.say.percent(share, 0) for share in (low, high)))
    return "–".join(ends)


def _interval(case: Case, ends: tuple[float, float]) -> str:
    return "–".join(dict.fromkeys(case.say.number(int(end)) for end in ends))


def _account_table(case: Case, accounts: Sequence[Account], country: str) -> Table:
    say = case.say
    rows = [
        [
            say.period(account.period),
            _interval(case, account.whole),
            say("q2.summed") if account.summed else say("q2.given"),
            _interval(case, account.parts[country]) if country in account.parts else "",
            _span(case, [account.share(country)]) if country in account.parts else "",
            case.cell(account.first),
            case.sources(account.sources),
        ]
        for account in accounts
    ]
    keys = ("period", "whole", "whole_is", "of_country", "share", "first_country", "sources")
    label = {"country": case.name(country)}
    return Table("accounts", say("q2.accounts"), [Column(key, say(f"column.{key}", **label)) for key in keys], rows)


def _clash_table(case: Case, clashes: Conflicts) -> Table:
    say = case.say
    rows = []
    for row in clashes.rows():
        if row["set"] > SHOWN:
            break
        figure = case.network.figures[row["figure"]]
        defined = words_of(figure, case.lang)
        part = say(f"q2.part.{row['reason'].replace(': ', '_')}")
        value = int(row["value"]) if row["value"] == int(row["value"]) else row["value"]
        cells = [row["set"], figure.id, value, defined, days_of(figure), part]
        rows.append([*cells, case.sources(row["sources"])])
    caption = say("q2.clashes") if len(clashes) <= SHOWN else say("q2.clashes_of", n=SHOWN, all=len(clashes))
    keys = ("set", "figure", "value", "definition", "days", "part", "sources")
    return Table("contradictions", caption, [Column(key, say(f"column.{key}")) for key in keys], rows)
