from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "CountTable",
    "attacked",
    "balance",
    "contradictions",
    "counts",
    "covered",
    "fitting_parts",
    "small_counts",
    "spread",
    "sums_among",
]

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
def balance(
    network: coopnet._core.Network,
    progress: typing.Any,
    *,
    projection: dict[str, typing.Any],
    ties: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
) -> dict[str, typing.Any]: ...
def contradictions(
    network: coopnet._core.Network,
    progress: typing.Any,
    *,
    projection: dict[str, typing.Any],
    tolerance: typing.SupportsFloat | typing.SupportsIndex,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[list[tuple[int, list[int], str, float]], bool]: ...
def counts(
    network: coopnet._core.Network,
    *,
    projection: dict[str, typing.Any],
    measures: collections.abc.Sequence[collections.abc.Sequence[str]],
    group: str,
) -> list[tuple[float, float, float, list[int]]]: ...
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
def spread(
    variables: typing.SupportsInt | typing.SupportsIndex,
    rows: tuple[
        typing.Annotated[numpy.typing.ArrayLike, numpy.int32],
        typing.Annotated[numpy.typing.ArrayLike, numpy.int32],
        typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
        typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
        typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    ],
    *,
    binds: collections.abc.Sequence[bool],
    exact: collections.abc.Sequence[
        collections.abc.Sequence[
            tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
        ]
    ],
    fixed: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    observations: collections.abc.Sequence[
        tuple[
            collections.abc.Sequence[
                tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
            ],
            typing.SupportsFloat | typing.SupportsIndex,
        ]
    ],
    wanted: collections.abc.Sequence[
        collections.abc.Sequence[
            tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
        ]
    ],
) -> tuple[list[float], int]: ...
def sums_among(
    counts: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    *,
    fewest: typing.SupportsInt | typing.SupportsIndex,
    most: typing.SupportsInt | typing.SupportsIndex,
) -> list[tuple[int, list[int], bool]]: ...
