from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["balance", "contradictions", "counts", "spread"]

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
