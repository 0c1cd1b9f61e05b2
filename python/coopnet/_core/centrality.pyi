from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "alpha",
    "betweenness",
    "bonacich_power",
    "centralization",
    "closeness",
    "current_flow_betweenness",
    "current_flow_closeness",
    "degree",
    "eccentricity",
    "edge_betweenness",
    "eigenvector",
    "group_betweenness",
    "group_closeness",
    "group_degree",
    "harmonic",
    "hits",
    "katz",
    "laplacian",
    "leverage",
    "load",
    "most_betweenness",
    "most_closeness",
    "most_degree",
    "most_eigenvector",
    "most_harmonic",
    "pagerank",
    "percolation",
    "reach",
    "strength",
    "stress",
    "subgraph",
    "voterank",
]

def alpha(
    view: coopnet._core.View,
    *,
    alpha: typing.SupportsFloat | typing.SupportsIndex | None,
    exogenous: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> tuple[numpy.typing.NDArray[numpy.float64], str, float, float]: ...
def betweenness(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    normalized: bool,
    endpoints: bool,
    cutoff: typing.SupportsFloat | typing.SupportsIndex | None,
    sources: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] | None,
    targets: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] | None,
    parallel_pathways: bool,
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def bonacich_power(
    view: coopnet._core.View, *, exponent: typing.SupportsFloat | typing.SupportsIndex | None, scale: str
) -> tuple[numpy.typing.NDArray[numpy.float64], str, float, float]: ...
def centralization(
    values: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    why: str,
    most: typing.SupportsFloat | typing.SupportsIndex,
) -> tuple[float, str]: ...
def closeness(
    view: coopnet._core.View, progress: typing.Any, *, mode: str, wf_improved: bool, normalized: bool, unreached: str
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
def eccentricity(
    view: coopnet._core.View, progress: typing.Any, *, mode: str, unreached: str
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def edge_betweenness(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    normalized: bool,
    cutoff: typing.SupportsFloat | typing.SupportsIndex | None,
    sources: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] | None,
    targets: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex] | None,
    parallel_pathways: bool,
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def eigenvector(view: coopnet._core.View, *, scale: str) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def group_betweenness(
    view: coopnet._core.View,
    group: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    progress: typing.Any,
    *,
    normalized: bool,
) -> tuple[float, str]: ...
def group_closeness(
    view: coopnet._core.View,
    group: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    progress: typing.Any,
    *,
    mode: str,
    wf_improved: bool,
    normalized: bool,
    unreached: str,
) -> tuple[float, str]: ...
def group_degree(
    view: coopnet._core.View,
    group: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    *,
    mode: str,
    normalized: bool,
) -> tuple[float, str]: ...
def harmonic(
    view: coopnet._core.View, progress: typing.Any, *, mode: str, normalized: bool, reached_only: bool
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
def laplacian(view: coopnet._core.View, *, normalized: bool) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def leverage(view: coopnet._core.View, *, mode: str) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def load(
    view: coopnet._core.View, progress: typing.Any, *, normalized: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def most_betweenness(view: coopnet._core.View, *, normalized: bool) -> float: ...
def most_closeness(
    view: coopnet._core.View, *, mode: str, wf_improved: bool, normalized: bool, unreached: str
) -> float: ...
def most_degree(view: coopnet._core.View, *, mode: str, normalized: bool) -> float: ...
def most_eigenvector(view: coopnet._core.View) -> float: ...
def most_harmonic(view: coopnet._core.View, *, mode: str, normalized: bool) -> float: ...
def pagerank(
    view: coopnet._core.View,
    *,
    alpha: typing.SupportsFloat | typing.SupportsIndex,
    personalization: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def percolation(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    states: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def reach(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    k: typing.SupportsFloat | typing.SupportsIndex,
    mode: str,
    normalized: bool,
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def strength(view: coopnet._core.View, *, mode: str) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def stress(view: coopnet._core.View, progress: typing.Any) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def subgraph(
    view: coopnet._core.View, progress: typing.Any, *, beta: typing.SupportsFloat | typing.SupportsIndex
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def voterank(
    view: coopnet._core.View, *, k: typing.SupportsInt | typing.SupportsIndex | None
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
