"""What files of ties alone cannot carry, a sentence each."""

from __future__ import annotations

import json
import re

from .network import Network

__all__ = ["lost_by_csv", "lost_by_ties"]


def lost_by_csv(network: Network) -> list[str]:
    """What a CSV of ties cannot carry: it tells no types either."""
    types = network.core.about["types"].get("ties", {})
    numbers = [name for name, kind in types.items() if kind == "string" and _look_numeric(network, name)]
    told = [f"A CSV tells no types: {', '.join(numbers)} of the ties would be read as numbers."] if numbers else []
    return lost_by_ties("CSV", network) + told


def _look_numeric(network: Network, column: str) -> bool:
    cells = [cell for cell in dict(network.core.columns("ties"))[column] if cell]
    return bool(cells) and all(re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", cell) for cell in cells)


def lost_by_ties(what: str, network: Network) -> list[str]:
    """What a file of ties alone cannot carry."""
    losses = []
    if [name for name, _ in network.core.columns("actors")] != ["id"]:
        losses.append(f"A {what} of ties carries no facts of actors.")
    isolated = set(network.actors) - {end for tie in network.ties.values() for end in (tie["source"], tie["target"])}
    if isolated:
        losses.append(f"A {what} of ties carries no actors without a tie: {len(isolated)} are lost.")
    words = _own_relations(network)
    if words:
        losses.append(
            f"A {what} of ties carries no vocabulary: {', '.join(words)} would be read as directed cooperation."
        )
    losses += [
        f"A {what} of ties carries no {table}." for table in ("sources", "figures") if len(getattr(network, table))
    ]
    losses += [f"A {what} of ties carries no {part}." for part in ("playbook", "report") if getattr(network.core, part)]
    return losses


def _own_relations(network: Network) -> list[str]:
    """The relations of ties that a reader without the vocabulary would take for something else."""
    added = json.loads(network.core.vocabulary_additions or "{}").get("relations", {})
    used = set(dict(network.core.columns("ties")).get("relation", ()))
    plain = {"layer": "cooperation", "directed": True, "affiliation": False}
    return [name for name, words in added.items() if name in used and any(words[key] != plain[key] for key in plain)]
