from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "bottleneck",
    "costs",
    "decompose",
    "failures",
    "interdict_flow",
    "interdict_path",
    "maximum",
    "minimum_cost",
    "minimum_cut",
    "supplied",
    "time_expanded",
    "together",
    "without_circles",
]

def bottleneck(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    capacities: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    rooms: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> dict: ...
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
def failures(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    capacities: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    rooms: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> tuple[float, numpy.typing.NDArray[numpy.float64], numpy.typing.NDArray[numpy.float64], list[int]]: ...
def interdict_flow(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    capacities: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    rooms: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    prices: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    budget: typing.SupportsFloat | typing.SupportsIndex,
    of_actors: bool,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> dict: ...
def interdict_path(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    delays: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    prices: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    budget: typing.SupportsFloat | typing.SupportsIndex,
    of_actors: bool,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> dict: ...
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
def time_expanded(
    view: coopnet._core.View,
    source: str,
    target: str,
    *,
    arrivals: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    delay: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32],
    seats: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    beds: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    handles: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> dict: ...
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
