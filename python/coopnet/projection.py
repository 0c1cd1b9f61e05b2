"""What a question selects: which ties count, when, and what their weight means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from .frames import cell_text

__all__ = ["Projection"]

Choice = str | float | None
Choices = str | float | Iterable[Choice] | None


class _Everything:
    """The default of a filter: no filter. (None asks for the empty cell.)"""

    def __repr__(self) -> str:
        return "..."


EVERYTHING: Any = _Everything()


def _choices(value: Any) -> list[str | None] | None:
    if value is EVERYTHING:
        return None
    if value is None or isinstance(value, (str, int, float)):
        value = [value]
    return [item if item is None else cell_text(item) for item in value]


@dataclass(frozen=True, kw_only=True, eq=True)
class Projection:
    """What a question selects of a network. It only selects what is recorded.

    Filters take one name or several; they are joined by *and*, and ``None`` in a list is the
    empty cell, so ``countries=["IDN", None]`` keeps intergovernmental bodies.

    Parameters
    ----------
    layers, relations
        Ties of these layers (``cooperation``, ``membership``, ``illicit``, ``flow``) or relations.
    kinds, countries, actors
        Ties whose *both* ends pass; actors that do not pass are left out.
    where
        Any column of the ties: ``{"channel": ["police", None]}``.
    at, during
        One day (``"2022-08-02"``), or any overlap with a span (``"2022"``, ``"2022-Q3"``, ``"2022-07/2022-09"``, both
        in).
    dates
        ``"possible"`` keeps a tie if some reading of its unknown days fits, ``"certain"`` if all do.
    status, min_grade, without_sources
        Ties so documented; with a source at least so well graded (both parts, as ``"B2"``);
        that rest on at least one source not named here.
    weight, weight_means, fill
        The tie column that weighs. ``strength``, ``reliability`` (a probability), ``delay_days`` (a cost) and
        ``capacity`` are known; of others say ``weight_means="strength" | "cost" | "probability" | "capacity"``.
        Empty cells are refused unless ``fill`` gives a value; but empty strength is 1 and empty
        reliability follows from grade and status by the vocabulary's table, a convention and not a finding.
    parallel
        ``"keep" "sum" "max" "min" "count"``, or ``"auto"``: measures merge (strength by sum, cost by
        minimum, probability by maximum), pathways and pictures keep.
    affiliations
        ``"keep"``, or forums, events and bodies folded into ties among members: ``"count"``,
        ``"newman"`` (a forum of k members adds 1/(k−1) to each pair), ``"jaccard"``.
    direction
        ``"declared"``, ``"undirected"``, ``"reversed"``.
    loops, isolates
        Keep ties from an actor to itself; keep actors left without a tie.

    Examples
    --------
    >>> police = Projection(layers="cooperation", where={"channel": ["police", None]}, during="2022")
    >>> print(police)
    layers=cooperation, where channel=police or (empty), during=2022
    >>> police.replace(during="2023").during
    '2023'
    """

    layers: Choices = EVERYTHING
    relations: Choices = EVERYTHING
    kinds: Choices = EVERYTHING
    countries: Choices = EVERYTHING
    actors: Choices = EVERYTHING
    where: Mapping[str, Choices] = field(default_factory=dict)
    at: str | None = None
    during: str | None = None
    dates: str = "possible"
    status: Choices = EVERYTHING
    min_grade: str | None = None
    without_sources: str | Iterable[str] = ()
    weight: str | None = None
    weight_means: str | None = None
    fill: float | None = None
    parallel: str = "auto"
    affiliations: str = "keep"
    direction: str = "declared"
    loops: bool = True
    isolates: bool = True

    def replace(self, **changes: Any) -> Projection:
        """The same projection with some fields changed."""
        return replace(self, **changes)

    def settings(self) -> dict[str, Any]:
        """Every field in the form the core takes: filters as lists, no filter as None."""
        asked = {item.name: getattr(self, item.name) for item in fields(self)}
        for name in ("layers", "relations", "kinds", "countries", "actors", "status"):
            asked[name] = _choices(asked[name])
        asked["where"] = {column: _choices(values) for column, values in self.where.items()}
        asked["without_sources"] = _choices(self.without_sources)
        return asked

    def to_dict(self) -> dict[str, Any]:
        """The fields that differ from the default, ready for JSON; ``Projection(**d)`` makes it again."""
        plain = Projection().settings()
        return {name: value for name, value in self.settings().items() if value != plain[name]}

    def key(self) -> str:
        """A text that is equal for equal projections."""
        return repr(sorted(self.settings().items()))

    def __hash__(self) -> int:
        return hash(self.key())

    def __str__(self) -> str:
        parts = []
        for name, value in self.to_dict().items():
            if name == "where":
                parts += [f"where {column}={_words(values)}" for column, values in value.items()]
            else:
                parts.append(f"{name}={_words(value)}")
        return ", ".join(parts) or "every tie as declared"

    def __repr__(self) -> str:
        inside = ", ".join(f"{name}={value!r}" for name, value in self.to_dict().items())
        return f"Projection({inside})"


def _words(value: Any) -> str:
    if isinstance(value, list):
        return " or ".join("(empty)" if item is None else str(item) for item in value)
    return str(value)
