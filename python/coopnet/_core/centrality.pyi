from __future__ import annotations
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "alpha",
    "betweenness",
    "bonacich_power",
    "closeness",
    "current_flow_betweenness",
    "current_flow_closeness",
    "degree",
    "edge_betweenness",
    "eigenvector",
    "harmonic",
    "hits",
    "katz",
    "pagerank",
    "strength",
    "subgraph",
]

def alpha(
    view: coopnet._core.View,
    *,
    alpha: typing.SupportsFloat | typing.SupportsIndex | None,
    exogenous: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> tuple[numpy.typing.NDArray[numpy.float64], str, float, float]: ...
def betweenness(
    view: coopnet._core.View, progress: typing.Any, *, normalized: bool, endpoints: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def bonacich_power(
    view: coopnet._core.View, *, exponent: typing.SupportsFloat | typing.SupportsIndex | None, scale: str
) -> tuple[numpy.typing.NDArray[numpy.float64], str, float, float]: ...
def closeness(
    view: coopnet._core.View, progress: typing.Any, *, mode: str, wf_improved: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def current_flow_betweenness(
    view: coopnet._core.View, progress: typing.Any, *, normalized: bool, endpoints: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def current_flow_closeness(
    view: coopnet._core.View, progress: typing.Any, *, scale: str
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def degree(
    view: coopnet._core.View, *, mode: str, normalized: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def edge_betweenness(
    view: coopnet._core.View, progress: typing.Any, *, normalized: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def eigenvector(view: coopnet._core.View, *, scale: str) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def harmonic(
    view: coopnet._core.View, progress: typing.Any, *, mode: str, normalized: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def hits(
    view: coopnet._core.View, *, scale: str
) -> tuple[numpy.typing.NDArray[numpy.float64], numpy.typing.NDArray[numpy.float64], str]: ...
def katz(
    view: coopnet._core.View,
    *,
    alpha: typing.SupportsFloat | typing.SupportsIndex | None,
    beta: typing.SupportsFloat | typing.SupportsIndex,
    normalized: bool,
) -> tuple[numpy.typing.NDArray[numpy.float64], str, float, float]: ...
def pagerank(
    view: coopnet._core.View,
    *,
    alpha: typing.SupportsFloat | typing.SupportsIndex,
    personalization: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def strength(view: coopnet._core.View, *, mode: str) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def subgraph(
    view: coopnet._core.View, progress: typing.Any, *, beta: typing.SupportsFloat | typing.SupportsIndex
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
