from __future__ import annotations
import coopnet._core
import typing

__all__: list[str] = ["contradictions"]

def contradictions(
    network: coopnet._core.Network,
    progress: typing.Any,
    *,
    projection: dict[str, typing.Any],
    tolerance: typing.SupportsFloat | typing.SupportsIndex,
    max_results: typing.SupportsInt | typing.SupportsIndex,
    time_limit: typing.SupportsFloat | typing.SupportsIndex | None,
) -> tuple[list[tuple[int, list[int], str, float]], bool]: ...
