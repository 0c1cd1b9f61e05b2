from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["arrivals", "best", "in_time", "instruments", "leaving", "reach", "state"]

def arrivals(
    view: coopnet._core.View, source: str, *, question: str, when: str | None, dates: str
) -> list[tuple[int, str | None, bool]]: ...
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
def in_time(
    view: coopnet._core.View,
    source: str,
    target: str,
    *,
    question: str,
    when: str | None,
    dates: str,
    max_wait: typing.SupportsFloat | typing.SupportsIndex | None,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
    progress: typing.Any,
) -> tuple[tuple[list[int], list[int], float] | None, list[str | None], list[str | None], bool]: ...
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
def state(
    network: coopnet._core.Network,
    steps: collections.abc.Sequence[collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]],
    at: str,
) -> str: ...
