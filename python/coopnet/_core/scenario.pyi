from __future__ import annotations
import collections.abc
import coopnet._core

__all__: list[str] = ["with_reliabilities", "without"]

def with_reliabilities(network: coopnet._core.Network, table: str) -> coopnet._core.Network: ...
def without(
    network: coopnet._core.Network, removed: collections.abc.Sequence[collections.abc.Mapping[str, str]]
) -> coopnet._core.Network: ...
