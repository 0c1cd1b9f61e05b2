from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["compare", "girvan_newman", "label_propagation", "leiden", "louvain", "modularity"]

def compare(
    one: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    other: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
) -> dict: ...
def girvan_newman(
    view: coopnet._core.View, progress: typing.Any, *, k: typing.SupportsInt | typing.SupportsIndex | None
) -> tuple[list[tuple[numpy.typing.NDArray[numpy.uint32], float, str]], int]: ...
def label_propagation(
    view: coopnet._core.View, progress: typing.Any, *, seed: typing.SupportsInt | typing.SupportsIndex
) -> numpy.typing.NDArray[numpy.uint32]: ...
def leiden(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    objective: str,
    resolution: typing.SupportsFloat | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    starts: typing.SupportsInt | typing.SupportsIndex | None,
) -> tuple[numpy.typing.NDArray[numpy.uint32], float, str]: ...
def louvain(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    resolution: typing.SupportsFloat | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    starts: typing.SupportsInt | typing.SupportsIndex | None,
) -> tuple[numpy.typing.NDArray[numpy.uint32], float, str]: ...
def modularity(
    view: coopnet._core.View,
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    *,
    resolution: typing.SupportsFloat | typing.SupportsIndex,
) -> tuple[float, str]: ...
