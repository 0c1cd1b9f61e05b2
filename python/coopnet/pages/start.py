"""What the explorer opens with: layers, months, two questions, and what may be tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .. import centrality
from ..network import Network
from ..projection import Projection
from ..scenario import Scenario

__all__ = ["first_layers", "questions", "scenarios", "window"]

MANY = 60  # ties; a picture of fewer can be read with all layers on
READ_FIRST = ("cooperation", "membership")
MOST_MONTHS = 36
MOST_SCENARIOS = 4


def first_layers(network: Network, ties: Sequence[Mapping[str, Any]]) -> list[str]:
    """The layers shown at first: all of them, but of many ties those of cooperation."""
    layer_of = {name: relation["layer"] for name, relation in network.vocabulary["relations"].items()}
    counts = Counter(layer_of.get(tie["relation"], "") for tie in ties)
    layers = [layer for layer in network.vocabulary["layers"] if counts[layer]]
    first = [layer for layer in layers if layer in READ_FIRST]
    return first if len(ties) > MANY and first else layers


def window(network: Network, ties: Sequence[Mapping[str, Any]]) -> dict[str, int] | None:
    """The months that bars stand for: those the report asks about, else those that most ties begin in.

    Months count from January of year 0. None if no tie is dated.
    """
    starts = Counter(_month(tie["since"]) for tie in ties if len(tie["since"]) >= 7)
    years = {int(tie["since"][:4]) for tie in ties if tie["since"][:4].isdigit()}
    if not years:
        return None
    period = str(network.report.get("period") or "").split("/")
    if all(part[:4].isdigit() for part in period):
        first, last = 12 * int(period[0][:4]), 12 * int(period[-1][:4]) + 11
    else:
        first, last = 12 * min(years), 12 * max(years) + 11
        if last - first >= MOST_MONTHS and starts:
            first = max(starts, key=lambda month: sum(starts[month + i] for i in range(24))) // 12 * 12
    return {"first": first, "months": min(last - first + 1, MOST_MONTHS)}


def _month(day: str) -> int:
    return 12 * int(day[:4]) + (int(day[6]) * 3 - 3 if "Q" in day else int(day[5:7]) - 1)


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
    if len(ranked) < 2 or not network.freeze(view, merges=False).all_ties:
        return []
    first = ranked[0]
    country = network.actors[first].country
    second = next((actor for actor in ranked[1:] if network.actors[actor].country != country), ranked[1])
    way = {"ask": "way", "from": first, "to": second, "layers": list(layers)}
    return [way, {"ask": "without", "actor": first, "from": first, "to": second, "layers": list(layers)}]


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
