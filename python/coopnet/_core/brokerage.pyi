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
    "hierarchy",
    "roles",
    "simmelian",
    "simmelian_ties",
]

def bridging(
    view: coopnet._core.View, progress: typing.Any, *, normalized: bool
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
def hierarchy(
    view: coopnet._core.View, *, ego_network: bool, sinks: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def roles(
    view: coopnet._core.View,
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    progress: typing.Any,
    *,
    weighted: str | None,
    one_way: bool,
    permutations: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    alternative: str,
) -> dict: ...
def simmelian(view: coopnet._core.View) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def simmelian_ties(view: coopnet._core.View) -> tuple[list[tuple[int, int]], numpy.typing.NDArray[numpy.float64]]: ...
