from __future__ import annotations
import collections.abc
import coopnet._core
import typing

__all__: list[str] = [
    "Drawing",
    "draw",
    "draw_plates",
    "is_readable",
    "matrix",
    "multiples",
    "near",
    "page_picture",
    "sankey",
    "sankey_layout",
    "strip",
]

class Drawing:
    def printed(self, format: str, *, dpi: typing.SupportsFloat | typing.SupportsIndex) -> bytes: ...
    def svg(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def size(self) -> tuple[float, float]: ...
    @property
    def title(self) -> str: ...

def draw(
    view: coopnet._core.View,
    *,
    layout: str,
    theme: str,
    labels: str,
    language: str,
    texts: collections.abc.Mapping[str, str],
    title: str,
    period: str,
    selection: str,
    remark: str,
    shading: tuple[str, collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex]] | None,
    highlight: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    difference: tuple[coopnet._core.Network, str, collections.abc.Sequence[str], collections.abc.Sequence[str]] | None,
    clusters: collections.abc.Sequence[str],
    around: typing.SupportsInt | typing.SupportsIndex | None,
    steps: typing.SupportsInt | typing.SupportsIndex,
    size: str | tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex] | None,
    groups: tuple[
        str, collections.abc.Sequence[str], collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]
    ]
    | None,
    steady: coopnet._core.View | None,
) -> Drawing: ...
def draw_plates(
    view: coopnet._core.View,
    plates: collections.abc.Sequence[
        tuple[
            str,
            collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
            collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
            collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
        ]
    ],
    *,
    layout: str,
    theme: str,
    language: str,
    texts: collections.abc.Mapping[str, str],
    period: str,
    selection: str,
) -> list[Drawing]: ...
def is_readable(view: coopnet._core.View) -> bool: ...
def matrix(
    view: coopnet._core.View,
    blocks: collections.abc.Sequence[
        tuple[str, str, collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]]
    ],
    dense: collections.abc.Sequence[bool],
    *,
    theme: str,
    language: str,
    texts: collections.abc.Mapping[str, str],
    title: str,
    period: str,
    remark: str,
    selection: str,
) -> Drawing: ...
def multiples(
    whole: coopnet._core.View,
    windows: collections.abc.Sequence[tuple[str, collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex]]],
    *,
    layout: str,
    theme: str,
    language: str,
    texts: collections.abc.Mapping[str, str],
    title: str,
    selection: str,
) -> Drawing: ...
def near(view: coopnet._core.View, around: str, steps: typing.SupportsInt | typing.SupportsIndex) -> list[str]: ...
def page_picture(
    view: coopnet._core.View,
    *,
    layout: str,
    languages: collections.abc.Sequence[tuple[str, collections.abc.Mapping[str, str]]],
    difference: tuple[coopnet._core.Network, str, collections.abc.Sequence[str], collections.abc.Sequence[str]]
    | None = None,
    removed: tuple[
        collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
        collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    ] = ([], []),
    changed: tuple[
        collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
        collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    ] = ([], []),
) -> dict: ...
def sankey(
    network: coopnet._core.Network,
    flows: collections.abc.Sequence[
        tuple[
            typing.SupportsInt | typing.SupportsIndex,
            typing.SupportsInt | typing.SupportsIndex,
            typing.SupportsInt | typing.SupportsIndex,
            typing.SupportsFloat | typing.SupportsIndex | None,
            tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex] | None,
            bool,
            bool,
        ]
    ],
    *,
    stages: collections.abc.Sequence[str],
    stage_of: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex | None],
    theme: str,
    language: str,
    texts: collections.abc.Mapping[str, str],
    title: str,
    period: str,
    remark: str,
    selection: str,
    left_out: collections.abc.Sequence[
        tuple[typing.SupportsInt | typing.SupportsIndex, typing.SupportsInt | typing.SupportsIndex]
    ],
) -> Drawing: ...
def sankey_layout(
    stages: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex | None],
    rooms: collections.abc.Sequence[
        tuple[typing.SupportsFloat | typing.SupportsIndex, typing.SupportsFloat | typing.SupportsIndex]
    ],
    links: collections.abc.Sequence[
        tuple[
            typing.SupportsInt | typing.SupportsIndex,
            typing.SupportsInt | typing.SupportsIndex,
            typing.SupportsFloat | typing.SupportsIndex | None,
        ]
    ],
    *,
    align: str,
    scale: typing.SupportsFloat | typing.SupportsIndex,
    padding: typing.SupportsFloat | typing.SupportsIndex,
    gap: typing.SupportsFloat | typing.SupportsIndex,
    uniform: typing.SupportsFloat | typing.SupportsIndex,
) -> dict: ...
def strip(
    network: coopnet._core.Network,
    actors: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    ties: collections.abc.Sequence[typing.SupportsInt | typing.SupportsIndex],
    *,
    theme: str,
    language: str,
    texts: collections.abc.Mapping[str, str],
) -> Drawing: ...
