"""The first page an analyst wants of a network: how large, how dense, in how many pieces, who matters, who brokers."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from . import brokerage, centrality, cohesion, community
from .network import Network
from .privacy.redact import published
from .projection import Projection
from .show import html_rows, shown, text_table
from .tables import Asked, Partition, Result, Rows, Scores
from .texts import text

__all__ = ["Portrait", "describe"]

# The five senses of "matters" that scholars ask for first.
MEASURES: Mapping[str, Callable[..., Scores]] = {
    "degree": centrality.degree,
    "betweenness": centrality.betweenness,
    "harmonic": partial(centrality.harmonic, mode="all", normalized=True),
    "eigenvector": centrality.eigenvector,
    "pagerank": centrality.pagerank,
}
CENTRALIZED = ("degree", "betweenness", "closeness")
ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")


@dataclass(frozen=True)
class Line:
    """One fact: its section, what it is, its number; `actor` if it is somebody's."""

    section: str
    what: str
    value: float
    actor: str = ""
    why: str = ""


class Portrait(Result):
    """A network on one page: text when printed, a table in a notebook, `.to_html()` for a page of its own.

    `.facts` (size, density, pieces, centralization), `.top` (measure → Scores), `.brokers` (Rows: the five
    roles, or None without groups), `.groups` (Partition). The frame has a row a fact:
    `section what actor value`.
    """

    def __init__(
        self,
        facts: Sequence[Line],
        top: Mapping[str, Scores],
        brokers: Rows | None,
        groups: Partition,
        shown: int,
        lang: str,
        asked: Asked,
        **result: Any,
    ) -> None:
        super().__init__(asked, **result)
        self.facts = tuple(facts)
        self.top = dict(top)
        self.brokers = brokers
        self.groups = groups
        self._shown = shown
        self._lang = lang

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"section": line.section, "what": line.what, "actor": line.actor, "value": line.value}
            for line in self._lines()
        ]

    def _lines(self) -> Iterator[Line]:
        yield from self.facts
        for measure, scores in self.top.items():
            yield from (Line("top", measure, value, actor) for actor, value in scores.items())
        for actor, row in self._brokers():
            yield from (Line("brokers", role, row[role], actor) for role in (*ROLES, "total"))
        for number, members in enumerate(self.groups.groups):
            yield from (Line("groups", "group", number, actor) for actor in members)

    def _brokers(self) -> list[tuple[str, Mapping[str, Any]]]:
        if self.brokers is None:
            return []
        ranked = sorted(self.brokers.items(), key=lambda item: -item[1]["total"])
        return [(actor, row) for actor, row in ranked if row["total"] > 0][: self._shown]

    # --- showing itself -----------------------------------------------------------
    def __repr__(self) -> str:
        parts = [self._title(), ""]
        for title, rows in self._tables():
            parts += [title, text_table(rows), ""]
        return "\n".join(parts + self.notes())

    def _repr_html_(self) -> str:
        return f"<div>{self._body()}</div>"

    def to_html(self) -> str:
        """A page of its own: no script, no address, prints on a sheet."""
        title = escape(self._title())
        return (
            f'<!doctype html>\n<html lang="{self._lang}">\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width">\n'
            f"<title>{title}</title>\n<style>{_style()}</style>\n<main>{self._body()}</main>\n</html>\n"
        )

    def _body(self) -> str:
        (whole, facts), *others = self._tables()
        terms = [[escape(cell) for cell in row.values()] for row in facts]
        listed = "".join(f"<div><dt>{what}</dt><dd>{value}</dd></div>" for what, value in terms)
        tables = "".join(
            f"<section><h2>{escape(title)}</h2>{html_rows(rows) if rows else '<p>–</p>'}</section>"
            for title, rows in others
        )
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes())
        return (
            f"<h1>{escape(self._title())}</h1><section class=facts><h2>{escape(whole)}</h2><dl>{listed}</dl></section>"
            f"<div class=tables>{tables}</div><footer>{notes}</footer>"
        )

    def _title(self) -> str:
        return self.network.title(self._lang) or self.network.name or self._say("title")

    def _say(self, key: str, **values: Any) -> str:
        return text(f"portrait.{key}", self._lang, **values)

    def _name(self, actor: str) -> str:
        return self.network.label(actor, self._lang, short=True)

    def _tables(self) -> Iterator[tuple[str, list[dict[str, Any]]]]:
        """Each table as it is read: its title, its rows under translated headings."""
        yield self._say("facts"), self._whole()
        yield self._say("top"), self._who_matters()
        if self.brokers is not None:
            yield self._say("brokers"), self._who_brokers()
        yield self._say("groups"), self._who_belongs()

    def _whole(self) -> list[dict[str, Any]]:
        what, value = self._say("what"), self._say("value")
        return [{what: self._say(f"fact.{line.what}"), value: self._number(line.value)} for line in self.facts]

    def _who_matters(self) -> list[dict[str, Any]]:
        def scored(scores: Scores, place: int) -> str:
            actor = list(scores)[place] if place < len(scores) else None
            return f"{self._name(actor)} {self._number(scores[actor])}" if actor is not None else ""

        places = range(max(map(len, self.top.values())))
        return [
            {"": place + 1}
            | {self._say(f"measure.{measure}"): scored(scores, place) for measure, scores in self.top.items()}
            for place in places
        ]

    def _who_brokers(self) -> list[dict[str, Any]]:
        return [
            {self._say("actor"): self._name(actor)}
            | {self._say(f"role.{role}"): self._number(row[role]) for role in (*ROLES, "total")}
            for actor, row in self._brokers()
        ]

    def _who_belongs(self) -> list[dict[str, Any]]:
        most = 2 * self._shown
        return [
            {
                "": number,
                self._say("size"): len(members),
                self._say("members"): ", ".join(map(self._name, members[:most]))
                + (" …" if len(members) > most else ""),
            }
            for number, members in enumerate(self.groups.groups, start=1)
            if len(members) > 1
        ]

    def _number(self, value: float) -> str:
        whole = not math.isnan(value) and value == int(value)
        written = shown(int(value) if whole else float(value))
        return written.replace(".", ",") if self._lang == "id" else written

    def notes(self) -> list[str]:
        why = [f"{self._say(f'fact.{line.what}')}: {line.why}" for line in self.facts if line.why]
        measured = [f"{self._say(f'measure.{measure}')}: {scores.convention}" for measure, scores in self.top.items()]
        brokers = [f"{self._say('brokers')}: {self.brokers.convention}"] if self.brokers is not None else []
        groups = [f"{self._say('groups')}: {self.groups.convention}"]
        return [*super().notes(), *why, *measured, *brokers, *groups]


def describe(
    network: Network,
    *,
    over: Projection | None = None,
    groups: str | Mapping[str, Any] | None = "country",
    missing: str | None = "–",
    top: int = 5,
    seed: int = 0,
    lang: str = "en",
    public: bool = False,
) -> Portrait:
    """The portrait of a network: size, density, pieces, centralization, who matters, who brokers, who belongs together.

    Parameters
    ----------
    groups, missing
        Between which groups of actors one brokers: an actor column or a mapping, as `brokerage.roles` takes
        them; `missing` is the group of those without one. None, or a column that the actors lack: no brokers.
    top
        How many actors to name by each measure.
    seed
        Of the search for groups that hang together (Leiden).
    lang
        ``"en"`` or ``"id"``: names and headings.
    public
        Of what `coopnet.redact` leaves with ``public=True``.

    Notes
    -----
    Numbers are those of the questions they are named after, asked with their defaults over the same
    projection; but `harmonic` ignores direction, and pieces do, as always. A number that is undefined is
    NaN and its reason stands under the table. Degree, betweenness, harmonic closeness, eigenvector and
    PageRank are five senses in which an actor matters; where they disagree lies the finding.

    Costs what `centrality.betweenness` costs. Raises what the projection raises.

    Examples
    --------
    >>> import coopnet as cn
    >>> portrait = describe(cn.load("demo-referral"))
    >>> [(line.what, line.value) for line in portrait.facts[:2]]
    [('actors', 10), ('ties', 14)]
    """
    network = published(network, public)
    view = network.freeze(over)
    ranked = {measure: ask(network, over=over) for measure, ask in MEASURES.items()}
    has_groups = groups is not None and (not isinstance(groups, str) or groups in network.actors.columns)
    brokers = brokerage.roles(network, groups=groups, missing=missing, over=over) if has_groups and groups else None
    leiden = community.leiden(network, over=over, seed=seed)
    options = {"groups": groups, "missing": missing, "top": top, "seed": seed, "lang": lang}
    return Portrait(
        list(_facts(network, over, leiden)),
        {measure: scores.top(top) for measure, scores in ranked.items()},
        brokers,
        leiden,
        top,
        lang,
        Asked(describe, network, over, options=options),
        ties=view.all_ties,
        convention=text("portrait.convention", lang),
    )


def _facts(network: Network, over: Projection | None, groups: Partition) -> Iterator[Line]:
    view = network.freeze(over)
    isolated = sum(value == 0 for value in centrality.degree(network, over=over).values())
    yield Line("size", "actors", view.vertex_count)
    yield Line("size", "ties", len(view.all_ties))
    yield Line("size", "pairs", view.edge_count)
    yield Line("size", "isolates", isolated)
    for name in ("density", "reciprocity", "transitivity"):
        value = getattr(cohesion, name)(network, over=over)
        yield Line("density", name, float(value), why=value.why)
    pieces = cohesion.components(network, over=over).groups
    yield Line("components", "pieces", len(pieces))
    largest = len(pieces[0]) / view.vertex_count if pieces else math.nan
    yield Line("components", "largest", largest, why="" if pieces else "there are no actors.")
    yield Line("components", "cutters", len(cohesion.articulation_actors(network, over=over)))
    for name in CENTRALIZED:
        value = centrality.centralization(network, name, over=over)
        yield Line("centralization", f"centralization.{name}", float(value), why=value.why)
    yield Line("groups", "groups", len(groups.groups))
    yield Line("groups", "modularity", groups.quality, why=groups.why)


def _style() -> str:
    return Path(__file__).with_name("portrait.css").read_text(encoding="utf-8")
