from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "bridging",
    "constraint",
    "dyadic_constraint",
    "effective_size",
    "efficiency",
    "fragmentation",
    "group_reach",
    "hierarchy",
    "key_players",
    "roles",
    "simmelian",
    "simmelian_ties",
    "tie_bridging",
    "two_mode_roles",
]

def bridging(
    view: coopnet._core.View, progress: typing.Any, *, method: str, normalized: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def constraint(
    view: coopnet._core.View, *, ego_network: bool, sinks: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def dyadic_constraint(
    view: coopnet._core.View, *, ego_network: bool
) -> tuple[list[tuple[int, int]], numpy.typing.NDArray[numpy.float64]]: ...
def effective_size(
    view: coopnet._core.View, *, ego_network: bool, sinks: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def efficiency(
    view: coopnet._core.View, *, ego_network: bool, sinks: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def fragmentation(
    view: coopnet._core.View,
    without: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    *,
    by_distance: bool,
    mode: str,
) -> float: ...
def group_reach(
    view: coopnet._core.View,
    actors: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    *,
    by_distance: bool,
    within: typing.SupportsInt | typing.SupportsIndex,
    mode: str,
) -> float: ...
def hierarchy(
    view: coopnet._core.View, *, ego_network: bool, sinks: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def key_players(
    view: coopnet._core.View,
    k: typing.SupportsInt | typing.SupportsIndex,
    progress: typing.Any,
    *,
    goal: str,
    method: str,
    within: typing.SupportsInt | typing.SupportsIndex | None,
    mode: str,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[list[list[int]], float, float, bool]: ...
def roles(
    view: coopnet._core.View,
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    progress: typing.Any,
    *,
    weighted: str | None,
    shared: bool,
    one_way: bool,
    permutations: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    alternative: str,
) -> dict: ...
def simmelian(view: coopnet._core.View) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def simmelian_ties(view: coopnet._core.View) -> tuple[list[tuple[int, int]], numpy.typing.NDArray[numpy.float64]]: ...
def tie_bridging(
    view: coopnet._core.View, progress: typing.Any, *, normalized: bool
) -> tuple[list[tuple[int, int]], numpy.typing.NDArray[numpy.float64]]: ...
def two_mode_roles(
    view: coopnet._core.View,
    forums: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    progress: typing.Any,
    *,
    chains: bool,
    permutations: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    alternative: str,
) -> tuple[list[int], dict]: ...
