"""What a page carries of a network so that it can compute: every tie by itself, before anything is merged."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ..datasets import datasets, load
from ..errors import InvalidWeight
from ..projection import Projection

if TYPE_CHECKING:
    from ..network import Network, Record, Vocabulary

__all__ = ["web_view"]

LAYOUT = 1  # as python/web/src/view.ts says
COLUMNS = ("strength", "reliability", "delay_days")


def web_view(network: Network, over: Projection | None = None) -> dict[str, Any]:
    """A network as `openCore(…).network(view)` of a page takes it, ready for JSON.

    The tables are whole, since an edit may name what the projection leaves out; `in` says what it keeps at any date:
    the page itself looks at dates. Doubles come back from JSON as they were, so the page computes with the same bits.

    Notes
    -----
    `ties` has a list a column: ends and instrument by the number of the actor (-1: none), the relation by its number,
    `since` and `until` as recorded, `columns` of numbers (None: not recorded; strength then is 1, and reliability
    follows from grade and status), `by_grade` (the reliability by grade and status alone). A relation's `ends` are the
    kinds that may be an end of it, with all that is one (None: any). `takes` says what an added actor or tie must be
    like to be in.

    Takes a pass over the network. Raises what a view of the projection raises.

    Examples
    --------
    >>> from coopnet import Network
    >>> view = web_view(Network.from_edges([("Family", "Embassy"), ("Embassy", "Police")]))
    >>> view["actors"]["id"], view["ties"]["source"]
    (['Family', 'Embassy', 'Police'], [0, 1])
    """
    over = over or Projection()
    return {
        "layout": LAYOUT,
        "name": network.name,
        "bundled": network.name in datasets() and network == load(network.name),
        "over": over.to_dict(),
        **_tables(network, over),
        "relations": _relations(network.vocabulary),
        "kinds": {name: kind.get("is_a") for name, kind in network.vocabulary["kinds"].items()},
        "takes": _taken(network.vocabulary, over),
    }


def _tables(network: Network, over: Projection) -> dict[str, Any]:
    # At any date, and nothing merged, weighed or left out for being alone.
    whole = {"at": None, "during": None, "weight": None, "weight_means": None, "parallel": "keep"}
    view = network.freeze(over.replace(**whole, affiliations="keep", loops=True, isolates=True), merges=False)
    actors = [network.actors.row(row) for row in range(len(network.actors))]
    ties = [network.ties.row(row) for row in range(len(network.ties))]
    relations = {relation: number for number, relation in enumerate(network.vocabulary["relations"])}
    number = network.core.actor
    return {
        "actors": {
            "id": [actor.id for actor in actors],
            "kind": _column(actors, "kind"),
            "country": _column(actors, "country"),
            "in": _marked(len(actors), map(number, view.keys)),
        },
        "ties": {
            "id": [tie.id for tie in ties],
            "source": [number(tie.source) for tie in ties],
            "target": [number(tie.target) for tie in ties],
            "relation": [relations[tie.relation] for tie in ties],
            "instrument": [number(tie.instrument) if tie.instrument else -1 for tie in ties],
            "since": _column(ties, "since"),
            "until": _column(ties, "until"),
            "in": _marked(len(ties), view.all_ties),
            "columns": _numbers(network, ties, over),
            "by_grade": _reliabilities(network.with_column("ties", "reliability", [None] * len(ties))),
        },
    }


def _column(rows: Iterable[Record], name: str) -> list[Any]:
    return [row.get(name) for row in rows]


def _marked(count: int, rows: Iterable[int]) -> list[int]:
    kept = set(rows)
    return [int(row in kept) for row in range(count)]


def _numbers(network: Network, ties: list[Record], over: Projection) -> dict[str, list[float | None]]:
    own = [over.weight] if over.weight is not None and over.weight not in COLUMNS else []
    columns = {name: [_number(tie.get(name)) for tie in ties] for name in (*COLUMNS, *own)}
    return columns | {"reliability": _reliabilities(network)}


def _reliabilities(network: Network) -> list[float | None]:
    return [_number(network.core.reliability(row)) for row in range(len(network.ties))]


def _number(cell: Any) -> float | None:
    if isinstance(cell, str):
        raise InvalidWeight(f'"{cell}" is no number, so a page cannot weigh by it. Choose a column of numbers.')
    return None if cell is None or not math.isfinite(cell) else float(cell)


def _relations(words: Vocabulary) -> list[dict[str, Any]]:
    return [
        {
            "id": name,
            "layer": relation["layer"],
            "directed": relation["directed"],
            "affiliation": relation["affiliation"],
            "ends": _ends(relation),
        }
        for name, relation in words["relations"].items()
    ]


def _ends(relation: Mapping[str, Any]) -> list[str] | None:
    if not relation.get("from") or not relation.get("to"):
        return None
    return list(dict.fromkeys([*relation["from"], *relation["to"]]))


def _taken(words: Vocabulary, over: Projection) -> dict[str, Any]:
    """What an added actor or tie must be like; it has no source, and is inferred."""
    asked = over.settings()
    return {
        "kinds": asked["kinds"],
        "countries": asked["countries"],
        "actors": asked["actors"] is None,
        "where": asked["where"],
        "ties": asked["min_grade"] is None and (asked["status"] is None or "inferred" in asked["status"]),
        "inferred": words["reliability"].get("inferred"),
    }
