from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "articulation_actors",
    "backbone",
    "bridges",
    "cliques",
    "clustering",
    "components",
    "core_periphery",
    "cores",
    "cut_sets",
    "degree_assortativity",
    "density",
    "dyad_census",
    "ei_index",
    "group_assortativity",
    "homophily",
    "k_components",
    "krackhardt",
    "mixing",
    "number_assortativity",
    "reciprocity",
    "transitivity",
    "triad_census",
]

def articulation_actors(view: coopnet._core.View) -> list[tuple[int, list[int]]]: ...
def backbone(
    view: coopnet._core.View, *, alpha: typing.SupportsFloat | typing.SupportsIndex
) -> tuple[list[int], numpy.typing.NDArray[numpy.float64]]: ...
def bridges(view: coopnet._core.View) -> list[tuple[int, list[int]]]: ...
def cliques(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    min_size: typing.SupportsInt | typing.SupportsIndex,
    mutual: bool,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[list[list[int]], bool]: ...
def clustering(
    view: coopnet._core.View, *, weighted: str, zero: bool
) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def components(view: coopnet._core.View, *, strong: bool) -> numpy.typing.NDArray[numpy.uint32]: ...
def core_periphery(
    view: coopnet._core.View,
    progress: typing.Any,
    *,
    between: typing.SupportsFloat | typing.SupportsIndex | None,
    restarts: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    effort: typing.SupportsInt | typing.SupportsIndex,
) -> dict: ...
def cores(view: coopnet._core.View, *, mode: str) -> tuple[numpy.typing.NDArray[numpy.float64], str]: ...
def cut_sets(
    view: coopnet._core.View,
    between: tuple[str, str] | None,
    progress: typing.Any,
    *,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> dict: ...
def degree_assortativity(view: coopnet._core.View) -> tuple[float, str]: ...
def density(view: coopnet._core.View, *, loops: bool) -> tuple[float, str]: ...
def dyad_census(view: coopnet._core.View) -> typing.Annotated[list[int], "FixedSize(3)"]: ...
def ei_index(
    view: coopnet._core.View,
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    group_count: typing.SupportsInt | typing.SupportsIndex,
    progress: typing.Any,
    *,
    permutations: typing.SupportsInt | typing.SupportsIndex,
    seed: typing.SupportsInt | typing.SupportsIndex,
    alternative: str,
) -> dict: ...
def group_assortativity(
    view: coopnet._core.View,
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    group_count: typing.SupportsInt | typing.SupportsIndex,
) -> tuple[float, str]: ...
def homophily(
    view: coopnet._core.View,
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    group_count: typing.SupportsInt | typing.SupportsIndex,
) -> dict: ...
def k_components(view: coopnet._core.View, progress: typing.Any) -> tuple[list[list[list[int]]], list[int]]: ...
def krackhardt(view: coopnet._core.View) -> list[tuple[float, str]]: ...
def mixing(
    view: coopnet._core.View,
    groups: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    group_count: typing.SupportsInt | typing.SupportsIndex,
) -> numpy.typing.NDArray[numpy.float64]: ...
def number_assortativity(
    view: coopnet._core.View, numbers: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex]
) -> tuple[float, str]: ...
def reciprocity(view: coopnet._core.View, *, form: str) -> tuple[float, str]: ...
def transitivity(view: coopnet._core.View, *, closure: str) -> tuple[float, str]: ...
def triad_census(view: coopnet._core.View) -> list[tuple[str, int]]: ...
