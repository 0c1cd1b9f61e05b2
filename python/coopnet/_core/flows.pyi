from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "costs",
    "decompose",
    "maximum",
    "minimum_cost",
    "minimum_cut",
    "supplied",
    "together",
    "without_circles",
]

def costs(
    view: coopnet._core.View, column: str, *, fill: typing.SupportsFloat | typing.SupportsIndex | None
) -> numpy.typing.NDArray[numpy.float64]: ...
def decompose(
    view: coopnet._core.View,
    amounts: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    progress: typing.Any,
    *,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[list[tuple[list[str], list[int], float]], list[tuple[list[str], list[int], float]], bool]: ...
def maximum(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    least: str | None,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
) -> tuple[
    float,
    numpy.typing.NDArray[numpy.float64],
    float,
    tuple[list[str], list[int], list[int], list[str], float, float] | None,
    list[str],
]: ...
def minimum_cost(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    cost: str,
    fill: typing.SupportsFloat | typing.SupportsIndex | None,
    amount: typing.SupportsFloat | typing.SupportsIndex | None,
    least: str | None,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
) -> tuple[
    float,
    numpy.typing.NDArray[numpy.float64],
    float,
    tuple[list[str], list[int], list[int], list[str], float, float] | None,
    list[str],
]: ...
def minimum_cut(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[float, list[tuple[list[int], list[str], list[str]]], list[str], bool]: ...
def supplied(
    view: coopnet._core.View,
    supply: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    progress: typing.Any,
    *,
    cost: str,
    fill: typing.SupportsFloat | typing.SupportsIndex | None,
    least: str | None,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
) -> tuple[
    float,
    numpy.typing.NDArray[numpy.float64],
    float,
    tuple[list[str], list[int], list[int], list[str], float, float] | None,
    list[str],
]: ...
def together(
    view: coopnet._core.View,
    commodities: collections.abc.Sequence[tuple[str, str, typing.SupportsFloat | typing.SupportsIndex]],
    *,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    shares: bool,
) -> dict: ...
def without_circles(
    view: coopnet._core.View, amounts: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]
) -> numpy.typing.NDArray[numpy.float64]: ...
