from __future__ import annotations
import collections.abc
import coopnet._core
import typing

__all__: list[str] = [
    "Switchable",
    "applied",
    "largest_pieces",
    "overlaid",
    "random_failures",
    "random_order",
    "removed_rows",
    "selected",
    "with_reliabilities",
]

class Switchable:
    def without(
        self,
        actors: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
        ties: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    ) -> coopnet._core.View: ...

def applied(
    network: coopnet._core.Network, edits: collections.abc.Sequence[collections.abc.Mapping[str, str]]
) -> coopnet._core.Network: ...
def largest_pieces(
    view: coopnet._core.View, order: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], *, of: str
) -> list[int]: ...
def overlaid(
    network: coopnet._core.Network,
    edits: collections.abc.Sequence[collections.abc.Mapping[str, str]],
    as_they_were: collections.abc.Sequence[str],
) -> tuple[coopnet._core.Network, list[str], list[str], list[int], list[int]]: ...
def random_failures(
    view: coopnet._core.View,
    *,
    of: str,
    runs: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    progress: typing.Any,
) -> tuple[list[float], list[int], list[int]]: ...
def random_order(
    count: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    run: typing.SupportsInt | typing.SupportsIndex,
) -> list[int]: ...
def removed_rows(
    network: coopnet._core.Network,
    scenarios: collections.abc.Sequence[collections.abc.Sequence[collections.abc.Mapping[str, str]]],
) -> list[tuple[list[int], list[int]]]: ...
def selected(network: coopnet._core.Network, projection: dict[str, typing.Any], *, merges: bool) -> Switchable: ...
def with_reliabilities(network: coopnet._core.Network, table: str) -> coopnet._core.Network: ...
