from __future__ import annotations
import collections.abc
import typing

__all__: list[str] = ["CountTable", "attacked", "covered", "fitting_parts", "small_counts", "sums_among"]

class CountTable:
    def __init__(
        self,
        low: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
        high: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
        sums: collections.abc.Sequence[
            tuple[
                typing.SupportsInt | typing.SupportsIndex,
                collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
                bool,
            ]
        ],
        *,
        least: typing.SupportsFloat | typing.SupportsIndex,
    ) -> None: ...

def attacked(table: CountTable, hidden: collections.abc.Sequence[bool]) -> dict: ...
def covered(
    table: CountTable,
    hidden: collections.abc.Sequence[bool],
    costs: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    *,
    count: typing.SupportsInt | typing.SupportsIndex,
    width: typing.SupportsFloat | typing.SupportsIndex,
) -> dict: ...
def fitting_parts(
    whole: typing.SupportsFloat | typing.SupportsIndex,
    parts: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    *,
    limit: typing.SupportsInt | typing.SupportsIndex,
) -> list[tuple[int, list[int], bool]]: ...
def small_counts(table: CountTable, *, k: typing.SupportsFloat | typing.SupportsIndex, zeros: bool) -> list[bool]: ...
def sums_among(
    counts: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    *,
    fewest: typing.SupportsInt | typing.SupportsIndex,
    most: typing.SupportsInt | typing.SupportsIndex,
) -> list[tuple[int, list[int], bool]]: ...
