"""What the explorer opens with: layers, months, two questions, and what may be tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .. import centrality
from ..network import Network, Record
from ..projection import Projection
from ..scenario import Scenario

__all__ = ["first_layers", "questions", "scenarios", "window"]

MANY = 60  # ties; a picture of fewer can be read with all layers on
READ_FIRST = ("cooperation", "membership")
MOST_MONTHS = 36
MOST_SCENARIOS = 6


def first_layers(network: Network, ties: Sequence[Mapping[str, Any]]) -> list[str]:
    """The layers shown at first: all of them, but of many ties those of cooperation."""
    layer_of = {name: relation["layer"] for name, relation in network.vocabulary["relations"].items()}
    counts = Counter(layer_of.get(tie["relation"], "") for tie in ties)
    layers = [layer for layer in network.vocabulary["layers"] if counts[layer]]
    first = [layer for layer in layers if layer in READ_FIRST]
    return first if len(ties) > MANY and first else layers


def window(network: Network, ties: Sequence[Mapping[str, Any]]) -> dict[str, int] | None:
    """The months that bars stand for: those the report asks about, else from the first date to the last.

    Months count from January of year 0; `step` is 12 where they are so many that a bar is a year. None if no tie is
    dated.
    """
    dates = (tie[end] for tie in ties for end in ("since", "until"))
    years = {int(date[:4]) for date in dates if date[:4].isdigit()}
    if not years:
        return None
    period = str(network.report.get("period") or "").split("/")
    if all(part[:4].isdigit() for part in period):
        first, last = 12 * int(period[0][:4]), 12 * int(period[-1][:4]) + 11
    else:
        first, last = 12 * min(years), 12 * max(years) + 11
    months = last - first + 1
    step = 1 if months <= MOST_MONTHS else 12
    return {"first": max(first, last + 1 - step * MOST_MONTHS), "months": min(months, step * MOST_MONTHS), "step": step}


def questions(network: Network, over: Projection, layers: Sequence[str]) -> list[dict[str, Any]]:
    """Two questions to start with: those of the report where it names the actors, else about who is busiest."""
    asked = [*_reported(network, over, layers), *_found(network, over, layers)]
    return asked[:2]


def _reported(network: Network, over: Projection, layers: Sequence[str]) -> list[dict[str, Any]]:
    known = network.report
    home = known.get("way_home") or {}
    ways = [
        (known.get("first_report"), known.get("acting_police"), "cooperation"),
        (home.get("from"), home.get("to"), "flow"),
    ]
    kept = set(network.freeze(over, merges=False).keys)
    return [
        {"ask": "way", "from": source, "to": target, "layers": list(layers) if layer in layers else [layer]}
        for source, target, layer in ways
        if source in kept and target in kept and layer in network.vocabulary["layers"]
    ]


def _found(network: Network, over: Projection, layers: Sequence[str]) -> list[dict[str, Any]]:
    view = over.replace(layers=list(layers)) if layers else over
    scores = centrality.betweenness(network, over=view)
    ranked = [actor for actor, _ in sorted(scores.items(), key=lambda item: -item[1])]
    ties = [network.ties.row(row) for row in network.freeze(view, merges=False).all_ties]
    if len(ranked) < 2 or not ties:
        return []
    first = ranked[0]
    country = network.actors[first].country
    second = next((actor for actor in ranked[1:] if network.actors[actor].country != country), ranked[1])
    before, after = _around(first, ties) or (first, second)
    return [
        {"ask": "way", "from": first, "to": second, "layers": list(layers)},
        {"ask": "without", "actor": first, "from": before, "to": after, "layers": list(layers)},
    ]


def _around(actor: str, ties: Sequence[Record]) -> tuple[str, str] | None:
    """Two others that a way by this actor joins; None if there are none."""
    sources = [tie.source for tie in ties if tie.target == actor != tie.source]
    targets = [tie.target for tie in ties if tie.source == actor != tie.target]
    return next(((a, b) for a in sources for b in targets if a != b), None)


def scenarios(network: Network, asked: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What may be tried: the branches of the playbook, else without the actors that the questions find."""
    branches = [
        {"id": branch["id"], "text": branch["text"], "edits": list(Scenario(edits=branch["scenario"]).edits)}
        for branch in network.playbook.get("branches", ())
    ]
    without = [
        {"id": f"without_{item['actor']}", "text": {}, "edits": [{"edit": "remove", "actor": item["actor"]}]}
        for item in asked
        if item["ask"] == "without"
    ]
    return (branches or without)[:MOST_SCENARIOS]
