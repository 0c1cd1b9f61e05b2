from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "betweenness",
    "centralization",
    "closeness",
    "clustering",
    "degree",
    "density",
    "eigenvector",
    "redundancy",
    "transitivity",
]

def betweenness(
    view: coopnet._core.View,
    mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    progress: typing.Any,
    *,
    normalized: bool,
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def centralization(
    view: coopnet._core.View, mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], *, measure: str
) -> tuple[list[float], str]: ...
def closeness(
    view: coopnet._core.View,
    mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    progress: typing.Any,
    *,
    relative_to: str,
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def clustering(
    view: coopnet._core.View, mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], *, kind: str
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def degree(
    view: coopnet._core.View,
    mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    *,
    normalized: bool,
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def density(
    view: coopnet._core.View, mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]
) -> tuple[float, str]: ...
def eigenvector(
    view: coopnet._core.View, mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex], *, scale: str
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def redundancy(
    view: coopnet._core.View, mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def transitivity(
    view: coopnet._core.View, mode: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]
) -> tuple[float, str]: ...
