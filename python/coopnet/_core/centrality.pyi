from __future__ import annotations
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "betweenness",
    "closeness",
    "degree",
    "edge_betweenness",
    "eigenvector",
    "harmonic",
    "pagerank",
    "strength",
]

def betweenness(
    view: coopnet._core.View, progress: typing.Any, *, normalized: bool, endpoints: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def closeness(
    view: coopnet._core.View, progress: typing.Any, *, mode: str, wf_improved: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def degree(
    view: coopnet._core.View, *, mode: str, normalized: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def edge_betweenness(
    view: coopnet._core.View, progress: typing.Any, *, normalized: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def eigenvector(view: coopnet._core.View) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def harmonic(
    view: coopnet._core.View, progress: typing.Any, *, mode: str, normalized: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def pagerank(
    view: coopnet._core.View,
    *,
    alpha: typing.SupportsFloat | typing.SupportsIndex,
    personalization: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def strength(view: coopnet._core.View, *, mode: str) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
