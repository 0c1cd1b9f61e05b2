from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["overlap", "participation", "relevance"]

def overlap(
    actors: coopnet._core.View, layers: collections.abc.Sequence[coopnet._core.View]
) -> tuple[list[tuple[int, int, float, float, float, float]], str]: ...
def participation(
    degrees: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    layer_count: typing.SupportsInt | typing.SupportsIndex,
) -> dict: ...
def relevance(
    actors: coopnet._core.View, layers: collections.abc.Sequence[coopnet._core.View], *, mode: str
) -> dict: ...
