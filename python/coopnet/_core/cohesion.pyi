from __future__ import annotations
import coopnet._core
import numpy
import numpy.typing

__all__: list[str] = ["articulation_actors", "bridges", "components"]

def articulation_actors(view: coopnet._core.View) -> list[tuple[int, list[int]]]: ...
def bridges(view: coopnet._core.View) -> list[tuple[int, list[int]]]: ...
def components(view: coopnet._core.View, *, strong: bool) -> numpy.typing.NDArray[numpy.uint32]: ...
