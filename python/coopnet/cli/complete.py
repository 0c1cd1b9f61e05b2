"""What the shell completes: bundled networks, actors of the one named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

__all__ = ["complete_actor", "complete_network"]


def complete_network(incomplete: str) -> list[str]:
    """The bundled names; where none fits the shell offers files."""
    from ..datasets import datasets

    return [name for name in datasets() if name.startswith(incomplete)]


def complete_actor(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
    """Ids of the network's actors, with their names. Reads the one table and checks nothing."""
    return [(key, name) for key, name in _actors(ctx.params.get("network")) if key.startswith(incomplete)]


def _actors(network: str | None) -> Iterator[tuple[str, str]]:
    from pathlib import Path

    from ..datasets import folder
    from ..errors import CoopnetError
    from ..frames import read_csv

    for place in (folder() / str(network), Path(str(network))):
        if (place / "actors.csv").is_file():
            try:
                columns = dict(read_csv(place / "actors.csv")[0])
            except (CoopnetError, OSError):
                return
            yield from zip(columns.get("id", []), columns.get("name", columns.get("id", [])), strict=True)
            return
