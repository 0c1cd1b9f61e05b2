from __future__ import annotations
import coopnet._core
import numpy
import numpy.typing
import typing

__all__: list[str] = ["time_expanded"]

def time_expanded(
    view: coopnet._core.View,
    source: str,
    target: str,
    *,
    arrivals: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    delay: typing.Annotated[numpy.typing.ArrayLike, numpy.uint32],
    seats: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
    beds: typing.Annotated[numpy.typing.ArrayLike, numpy.float64],
) -> dict: ...
