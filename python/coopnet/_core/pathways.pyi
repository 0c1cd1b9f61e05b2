from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["best", "importance", "instruments", "leaving", "reach", "reliability"]

def best(
    view: coopnet._core.View,
    source: str,
    target: str,
    *,
    most: typing.SupportsInt | typing.SupportsIndex,
    only_equal: bool,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
    progress: typing.Any,
) -> tuple[list[tuple[list[int], list[int], float]], bool]: ...
def importance(
    view: coopnet._core.View,
    source: str,
    target: str,
    progress: typing.Any,
    *,
    method: str,
    samples: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    confidence: typing.SupportsFloat | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[list[typing.Annotated[list[float], "FixedSize(3)"]], int, bool]: ...
def instruments(
    view: coopnet._core.View, groups: collections.abc.Sequence[str], binding: collections.abc.Sequence[str]
) -> tuple[list[tuple[int, list[str], list[int], bool]], list[str]]: ...
def leaving(view: coopnet._core.View, actors: collections.abc.Sequence[str]) -> list[int]: ...
def reach(
    view: coopnet._core.View,
    source: str,
    *,
    within: typing.SupportsInt | typing.SupportsIndex | None,
    mode: str,
    progress: typing.Any,
) -> tuple[numpy.typing.NDArray[numpy.uint32], numpy.typing.NDArray[numpy.uint32]]: ...
def reliability(
    view: coopnet._core.View,
    source: str,
    target: str,
    progress: typing.Any,
    *,
    method: str,
    samples: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    confidence: typing.SupportsFloat | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[typing.Annotated[list[float], "FixedSize(3)"], int, bool]: ...
