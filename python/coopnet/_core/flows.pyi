from __future__ import annotations
import collections.abc
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = [
    "CountTable",
    "attacked",
    "balance",
    "bottleneck",
    "contradictions",
    "costs",
    "counts",
    "covered",
    "decompose",
    "failures",
    "figures_within",
    "fitting_parts",
    "interdict_flow",
    "interdict_path",
    "maximum",
    "minimum_cost",
    "minimum_cut",
    "small_counts",
    "spread",
    "sums_among",
    "supplied",
    "time_expanded",
    "together",
    "without_circles",
]

class CountTable:
    def __init__(
        self,
        low: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
        high: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
        sums: collections.abc.Sequence[
            tuple[
                typing.SupportsInt | typing.SupportsIndex,
                collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
                bool,
            ]
        ],
        *,
        least: typing.SupportsFloat | typing.SupportsIndex,
    ) -> None: ...

def attacked(table: CountTable, hidden: collections.abc.Sequence[bool]) -> dict: ...
def balance(
    network: coopnet._core.Network,
    progress: typing.Any,
    *,
    projection: dict[str, typing.Any],
    ties: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
) -> dict[str, typing.Any]: ...
def bottleneck(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    capacities: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    rooms: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> dict: ...
def contradictions(
    network: coopnet._core.Network,
    progress: typing.Any,
    *,
    projection: dict[str, typing.Any],
    tolerance: typing.SupportsFloat | typing.SupportsIndex,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[list[tuple[int, list[int], str, float]], bool]: ...
def costs(
    view: coopnet._core.View, column: str, *, fill: typing.SupportsFloat | typing.SupportsIndex | None
) -> numpy.typing.NDArray[numpy.float64]: ...
def counts(
    network: coopnet._core.Network,
    *,
    projection: dict[str, typing.Any],
    measures: collections.abc.Sequence[collections.abc.Sequence[str]],
    group: str,
) -> list[tuple[float, float, float, list[int]]]: ...
def covered(
    table: CountTable,
    hidden: collections.abc.Sequence[bool],
    costs: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    *,
    count: typing.SupportsInt | typing.SupportsIndex,
    width: typing.SupportsFloat | typing.SupportsIndex,
) -> dict: ...
def decompose(
    view: coopnet._core.View,
    amounts: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    progress: typing.Any,
    *,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[list[tuple[list[str], list[int], float]], list[tuple[list[str], list[int], float]], bool]: ...
def failures(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    capacities: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    rooms: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> tuple[float, numpy.typing.NDArray[numpy.float64], numpy.typing.NDArray[numpy.float64], list[int]]: ...
def figures_within(network: coopnet._core.Network, *, projection: dict[str, typing.Any]) -> list[int]: ...
def fitting_parts(
    whole: typing.SupportsFloat | typing.SupportsIndex,
    parts: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    *,
    limit: typing.SupportsInt | typing.SupportsIndex,
) -> list[tuple[int, list[int], bool]]: ...
def interdict_flow(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    capacities: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    rooms: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    prices: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    budget: typing.SupportsFloat | typing.SupportsIndex,
    of_actors: bool,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> dict: ...
def interdict_path(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    delays: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    prices: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    budget: typing.SupportsFloat | typing.SupportsIndex,
    of_actors: bool,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> dict: ...
def maximum(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    least: str | None,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
) -> tuple[
    float,
    numpy.typing.NDArray[numpy.float64],
    float,
    tuple[list[str], list[int], list[int], list[str], float, float] | None,
    list[str],
]: ...
def minimum_cost(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    cost: str,
    fill: typing.SupportsFloat | typing.SupportsIndex | None,
    amount: typing.SupportsFloat | typing.SupportsIndex | None,
    least: str | None,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
) -> tuple[
    float,
    numpy.typing.NDArray[numpy.float64],
    float,
    tuple[list[str], list[int], list[int], list[str], float, float] | None,
    list[str],
]: ...
def minimum_cut(
    view: coopnet._core.View,
    sources: collections.abc.Sequence[str],
    targets: collections.abc.Sequence[str],
    progress: typing.Any,
    *,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[float, list[tuple[list[int], list[str], list[str]]], list[str], bool]: ...
def small_counts(table: CountTable, *, k: typing.SupportsFloat | typing.SupportsIndex, zeros: bool) -> list[bool]: ...
def spread(
    variables: typing.SupportsInt | typing.SupportsIndex,
    rows: tuple[
        typing.Annotated[numpy.typing.ArrayLike, numpy.int32],
        typing.Annotated[numpy.typing.ArrayLike, numpy.int32],
        typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
        typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
        typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    ],
    *,
    binds: collections.abc.Sequence[bool],
    exact: collections.abc.Sequence[
        collections.abc.Sequence[
            tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
        ]
    ],
    fixed: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    observations: collections.abc.Sequence[
        tuple[
            collections.abc.Sequence[
                tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
            ],
            typing.SupportsFloat | typing.SupportsIndex,
        ]
    ],
    wanted: collections.abc.Sequence[
        collections.abc.Sequence[
            tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
        ]
    ],
) -> tuple[list[float], int]: ...
def sums_among(
    counts: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    *,
    fewest: typing.SupportsInt | typing.SupportsIndex,
    most: typing.SupportsInt | typing.SupportsIndex,
) -> list[tuple[int, list[int], bool]]: ...
def supplied(
    view: coopnet._core.View,
    supply: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    progress: typing.Any,
    *,
    cost: str,
    fill: typing.SupportsFloat | typing.SupportsIndex | None,
    least: str | None,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
) -> tuple[
    float,
    numpy.typing.NDArray[numpy.float64],
    float,
    tuple[list[str], list[int], list[int], list[str], float, float] | None,
    list[str],
]: ...
def time_expanded(
    view: coopnet._core.View,
    source: str,
    target: str,
    *,
    arrivals: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    delay: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32],
    seats: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    beds: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    handles: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> dict: ...
def together(
    view: coopnet._core.View,
    commodities: collections.abc.Sequence[tuple[str, str, typing.SupportsFloat | typing.SupportsIndex]],
    *,
    rooms: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex],
    shares: bool,
) -> dict: ...
def without_circles(
    view: coopnet._core.View, amounts: typing.Annotated[numpy.typing.ArrayLike, numpy.float64]
) -> numpy.typing.NDArray[numpy.float64]: ...
