from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["bottleneck", "failures", "interdict_flow", "interdict_path", "time_expanded"]

def bottleneck(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    capacities: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    rooms: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> dict: ...
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
def time_expanded(
    view: coopnet._core.View,
    source: str,
    target: str,
    *,
    arrivals: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    delay: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32],
    seats: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    beds: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> dict: ...
