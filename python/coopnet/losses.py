"""What files of ties alone cannot carry, a sentence each."""

from __future__ import annotations

import json
import re

from .network import Network

__all__ = ["lost_by_csv", "lost_by_ties", "lost_by_workbook"]


def lost_by_csv(network: Network) -> list[str]:
    """What a CSV of ties cannot carry: it tells no types either."""
    return lost_by_ties("CSV", network) + _lost_types("CSV", network, "ties")


def lost_by_workbook(network: Network) -> list[str]:
    """What a workbook of actors and ties cannot carry."""
    types = [loss for table in ("actors", "ties") for loss in _lost_types("workbook", network, table)]
    return _lost_beside("workbook", network) + types


def _lost_types(what: str, network: Network, table: str) -> list[str]:
    types = network.core.about["types"].get(table, {})
    numbers = [name for name, kind in types.items() if kind == "string" and _look_numeric(network, table, name)]
    return (
        [f"A {what} tells no types: {', '.join(numbers)} of the {table} would be read as numbers."] if numbers else []
    )


def _look_numeric(network: Network, table: str, column: str) -> bool:
    cells = [cell for cell in dict(network.core.columns(table))[column] if cell]
    return bool(cells) and all(re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", cell) for cell in cells)


def lost_by_ties(what: str, network: Network) -> list[str]:
    """What a file of ties alone cannot carry."""
    losses = []
    if [name for name, _ in network.core.columns("actors")] != ["id"]:
        losses.append(f"A {what} of ties carries no facts of actors.")
    isolated = set(network.actors) - {end for tie in network.ties.values() for end in (tie["source"], tie["target"])}
    if isolated:
        losses.append(f"A {what} of ties carries no actors without a tie: {len(isolated)} are lost.")
    return losses + _lost_beside(f"{what} of ties", network)


def _lost_beside(what: str, network: Network) -> list[str]:
    """What is neither an actor nor a tie."""
    losses = []
    words = _own_relations(network)
    if words:
        losses.append(f"A {what} carries no vocabulary: {', '.join(words)} would be read as directed cooperation.")
    losses += [f"A {what} carries no {table}." for table in ("sources", "figures") if len(getattr(network, table))]
    losses += [f"A {what} carries no {part}." for part in ("playbook", "report") if getattr(network.core, part)]
    return losses


def _own_relations(network: Network) -> list[str]:
    """The relations of ties that a reader without the vocabulary would take for something else."""
    added = json.loads(network.core.vocabulary_additions or "{}").get("relations", {})
    used = set(dict(network.core.columns("ties")).get("relation", ()))
    plain = {"layer": "cooperation", "directed": True, "affiliation": False}
    return [name for name, words in added.items() if name in used and any(words[key] != plain[key] for key in plain)]
