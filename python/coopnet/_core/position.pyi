from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["blockmodel", "catrege", "clusters", "concor", "regular_equivalence", "structural_equivalence"]

def blockmodel(
    view: coopnet._core.View,
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    *,
    value: str,
    cut: typing.SupportsFloat | typing.SupportsIndex | None,
) -> dict: ...
def catrege(
    view: coopnet._core.View, relations: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]
) -> numpy.typing.NDArray[numpy.uint32]: ...
def clusters(
    values: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    k: typing.SupportsInt | typing.SupportsIndex,
    *,
    linkage: str,
    similarities: bool,
) -> numpy.typing.NDArray[numpy.uint32]: ...
def concor(
    view: coopnet._core.View,
    relations: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    strongest: bool,
    *,
    splits: typing.SupportsInt | typing.SupportsIndex,
    mode: str,
    diagonal: str,
    max_iterations: typing.SupportsInt | typing.SupportsIndex,
    tolerance: typing.SupportsFloat | typing.SupportsIndex,
) -> numpy.typing.NDArray[numpy.uint32]: ...
def regular_equivalence(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    iterations: typing.SupportsInt | typing.SupportsIndex,
    attainable: str,
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def structural_equivalence(
    view: coopnet._core.View,
    relations: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    strongest: bool,
    progress: typing.Any,
    *,
    distance: str,
    mode: str,
    diagonal: str,
    undefined: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
