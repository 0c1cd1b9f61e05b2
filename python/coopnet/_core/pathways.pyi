from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["best", "find", "instruments", "leaving", "reach", "through"]

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
def find(
    view: coopnet._core.View,
    source: str,
    target: str,
    *,
    pattern: str | None,
    via: collections.abc.Sequence[str],
    avoid: collections.abc.Sequence[str],
    limits: collections.abc.Mapping[str, typing.SupportsFloat | typing.SupportsIndex],
    widest: bool,
    fill: typing.SupportsFloat | typing.SupportsIndex | None,
    k: typing.SupportsInt | typing.SupportsIndex,
    walks: bool,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
    progress: typing.Any,
) -> tuple[list[tuple[list[int], list[int], float]], bool]: ...
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
def through(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    *,
    pattern: str | None,
    via: collections.abc.Sequence[str],
    avoid: collections.abc.Sequence[str],
    limits: collections.abc.Mapping[str, typing.SupportsFloat | typing.SupportsIndex],
    shared: bool,
    fill: typing.SupportsFloat | typing.SupportsIndex | None,
    k: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
    progress: typing.Any,
) -> tuple: ...
