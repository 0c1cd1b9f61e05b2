from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "arrivals",
    "best",
    "cuts",
    "disjoint",
    "dominators",
    "find",
    "importance",
    "in_time",
    "indispensable",
    "instruments",
    "leaving",
    "pareto",
    "reach",
    "reliability",
    "state",
    "through",
]

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
def cuts(
    view: coopnet._core.View,
    source: str,
    target: str,
    progress: typing.Any,
    *,
    of: str,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> dict: ...
def disjoint(
    view: coopnet._core.View,
    source: str,
    target: str,
    progress: typing.Any,
    *,
    of: str,
    k: typing.SupportsInt | typing.SupportsIndex | None,
) -> list[tuple[list[int], list[int], float]]: ...
def dominators(
    view: coopnet._core.View, source: str, target: str | None, progress: typing.Any, *, of: str
) -> list[tuple[int, int | None, int]] | None: ...
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
def indispensable(
    view: coopnet._core.View,
    one: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    other: collections.abc.Sequence[bool],
    progress: typing.Any,
    *,
    of: str,
) -> tuple[int, list[int], list[int]]: ...
def instruments(
    view: coopnet._core.View, groups: collections.abc.Sequence[str], binding: collections.abc.Sequence[str]
) -> tuple[list[tuple[int, list[str], list[int], bool]], list[str]]: ...
def leaving(view: coopnet._core.View, actors: collections.abc.Sequence[str]) -> list[int]: ...
def pareto(
    view: coopnet._core.View,
    source: str,
    target: str,
    *,
    by: collections.abc.Sequence[str],
    pattern: str | None,
    via: collections.abc.Sequence[str],
    avoid: collections.abc.Sequence[str],
    limits: collections.abc.Mapping[str, typing.SupportsFloat | typing.SupportsIndex],
    fill: typing.SupportsFloat | typing.SupportsIndex | None,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
    progress: typing.Any,
) -> tuple[list[tuple[tuple[list[int], list[int], float], list[float]]], bool]: ...
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
def state(
    network: coopnet._core.Network,
    steps: collections.abc.Sequence[collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]],
    at: str,
) -> str: ...
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
