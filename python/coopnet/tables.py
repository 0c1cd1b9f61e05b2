"""What an analysis returns: values that know their projection, their convention and their sources."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

from . import _core
from .errors import Cancelled
from .projection import Projection
from .show import html_table, plain, text_table

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from .network import Network

__all__ = ["ActorSets", "Counts", "Cuts", "Matrix", "PairScores", "Partition", "Result", "Rows", "Scores", "Value"]

# What a question tells while it works: steps done, steps to do. False stops it.
Progress = Callable[[int, int], Any]


def tell(progress: Progress | None, done: int, total: int) -> None:
    """Tells how far a question is that Python walks through; raises Cancelled if it is to stop."""
    if progress is not None and progress(done, total) is False:
        raise Cancelled("The work was stopped before it was done.")


@dataclass(frozen=True)
class Asked:
    """A question as it was put, so that it can be put again."""

    question: Callable[..., Any]
    network: Network
    over: Projection | None
    subjects: tuple[Any, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        family = self.question.__module__.removeprefix("coopnet.").split(".")[0]
        return f"{family}.{self.question.__name__}"


class Result:
    """The part every result shares.

    Attributes: `.projection` and `.convention` (what the numbers assume), `.sources` (ids of all
    sources it read), `.weakest_grade` (each tie, each figure by its best source; F6 without one),
    `.partial` (a limit stopped it), `.why` (why a value is undefined).
    """

    # The columns that count persons, and those that would tell such a count if it is hidden.
    _persons: ClassVar[tuple[str, ...]] = ()
    _differences: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self,
        asked: Asked,
        *,
        ties: Sequence[int] = (),
        figures: Sequence[int] = (),
        convention: str,
        why: str = "",
        partial: bool = False,
    ) -> None:
        self._asked = asked
        self._ties = ties
        self._figures = figures
        self._convention = convention
        self.why = why
        self.partial = partial

    @property
    def convention(self) -> str:
        return self._convention

    @property
    def projection(self) -> Projection:
        return self._asked.over or Projection()

    @property
    def network(self) -> Network:
        return self._asked.network

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(self.network.core.sources_of(list(self._ties), list(self._figures)))

    @property
    def weakest_grade(self) -> str | None:
        return self.network.core.weakest_grade(list(self._ties), list(self._figures))

    def again(self, **changes: Any) -> Any:
        """The same question, asked anew with the projection changed: ``.again(without_sources="S02")``."""
        asked = self._asked
        over = self.projection.replace(**changes)
        return asked.question(asked.network, *asked.subjects, over=over, **asked.options)

    def told_as(self, convention: str, says: str, factor: float) -> Any:
        """This result as another tool tells it: asked `again`, it is told so again."""
        told = self._scaled(factor) if factor != 1 else copy(self)
        told._asked = replace(self._asked, options={**self._asked.options, "convention": convention})
        told._convention = f"{self._convention} {says}"
        return told

    def _scaled(self, factor: float) -> Result:
        raise NotImplementedError

    # --- what every kind of result fills in ---------------------------------------
    def rows(self) -> list[dict[str, Any]]:
        """The rows as plain values, under the names of the frame's columns."""
        raise NotImplementedError

    def shown_rows(self) -> list[dict[str, Any]]:
        """The rows as they are read and written: of a public network, small counts of persons are [c]."""
        rows = self.rows()
        small = [[name for name in self._persons if self._is_small(row[name])] for row in rows]
        hides = any(small) or any(self._is_small(row[name]) for row in rows for name in self._differences)
        others = self._differences if hides else ()
        return [row | dict.fromkeys((*names, *others), "[c]") for row, names in zip(rows, small, strict=True)]

    def _is_small(self, count: float) -> bool:
        """A count of persons that a public network does not show."""
        return 0 < abs(count) < float(self.network.disclosure.get("k", 0))

    def _as_read(self, count: float) -> float | str:
        return "[c]" if self._is_small(count) else count

    def to_frame(self) -> pd.DataFrame:
        """The rows as a data frame; its index are the actors, `id`, or the types that were counted, `type`."""
        import pandas as pd

        frame = pd.DataFrame(self.rows())
        index = [name for name in ("id", "type") if name in frame.columns[:1]]
        return frame.set_index(index[0]) if index else frame

    def to_dict(self) -> dict[str, Any]:
        """The answer as one object: question, network, projection, convention, rows, sources."""
        answer = {
            "question": self._asked.name,
            "network": self.network.name,
            "projection": self.projection.to_dict(),
            "convention": self.convention,
            "rows": plain(self.shown_rows() if self._persons else self.rows()),
            "sources": list(self.sources),
            "weakest_grade": self.weakest_grade,
        }
        if self.why:
            answer["why"] = self.why
        if self.partial:
            answer["partial"] = True
        return answer

    def to_json(self) -> str:
        """`to_dict` as JSON text, full precision; NaN is null."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    # --- showing itself -----------------------------------------------------------
    def notes(self) -> list[str]:
        """What stands under the table: projection, convention, why something is undefined, sources."""
        lines = [f"Over: {self.projection}.", self.convention]
        if self.why:
            lines.append(f"Undefined: {self.why}")
        if self.partial:
            lines.append("Partial: a limit stopped the search.")
        if self._ties or self._figures:
            lines.append(f"Sources: {len(self.sources)}; weakest grade: {self.weakest_grade}.")
        return lines

    def __repr__(self) -> str:
        return "\n".join([text_table(self.shown_rows()), *self.notes()])

    def _repr_html_(self) -> str:
        notes = "".join(f"<p>{escape(line)}</p>" for line in self.notes())
        return f"<div>{html_table(self.shown_rows())}{notes}</div>"


class Scores(Result, Mapping[str, float]):
    """One number an actor; a Mapping from actor id to float, in actor order unless ranked."""

    def __init__(self, name: str, keys: Sequence[str], values: np.ndarray, asked: Asked, **result: Any) -> None:
        super().__init__(asked, **result)
        self.name = name
        self._keys = list(keys)
        self._values = values
        self._place = {key: place for place, key in enumerate(self._keys)}

    def __getitem__(self, actor: str) -> float:
        try:
            return float(self._values[self._place[actor]])
        except KeyError:
            self.network.core.actor(actor)
            raise _left_out(actor) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)

    def to_numpy(self) -> np.ndarray:
        """The numbers alone, in the order of the keys."""
        return self._values.copy()

    def top(self, n: int = 10) -> Scores:
        """The n highest, highest first; equal scores in actor order, undefined ones last."""
        values = [float(value) for value in self._values]
        order = sorted(range(len(values)), key=lambda i: (math.isnan(values[i]), -values[i]))[:n]
        return self._of(order)

    def _scaled(self, factor: float) -> Scores:
        return self._of(range(len(self)), factor)

    def _of(self, places: Sequence[int], factor: float = 1) -> Scores:
        return Scores(
            self.name,
            [self._keys[i] for i in places],
            self._values[list(places)] * factor,
            self._asked,
            ties=self._ties,
            convention=self.convention,
            why=self.why,
            partial=self.partial,
        )

    def ranks(self) -> dict[str, int]:
        """Each actor's rank: 1 is highest, equals share the better rank; undefined scores have none."""
        defined = {key: value for key, value in self.items() if not math.isnan(value)}
        ordered = sorted(defined.values(), reverse=True)
        first: dict[float, int] = {}
        for rank, value in enumerate(ordered, start=1):
            first.setdefault(value, rank)
        return {key: first[value] for key, value in defined.items()}

    def rows(self) -> list[dict[str, Any]]:
        return [{"id": key, self.name: float(value)} for key, value in zip(self._keys, self._values, strict=True)]


class PairScores(Result, Mapping[tuple[str, str], float]):
    """One number a pair of actors joined by ties; a Mapping from (source, target) to float."""

    def __init__(
        self,
        name: str,
        pairs: Sequence[tuple[str, str]],
        ties_of: Sequence[Sequence[str]],
        values: np.ndarray,
        asked: Asked,
        **result: Any,
    ) -> None:
        super().__init__(asked, **result)
        self.name = name
        self._pairs = list(pairs)
        self._ties_of = [tuple(ids) for ids in ties_of]
        self._values = values
        self._place = {pair: place for place, pair in enumerate(self._pairs)}

    def __getitem__(self, pair: tuple[str, str]) -> float:
        return float(self._values[self._place[pair]])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._place)

    def __len__(self) -> int:
        return len(self._place)

    def to_numpy(self) -> np.ndarray:
        """The numbers alone, a row of the frame each."""
        return self._values.copy()

    def top(self, n: int = 10) -> PairScores:
        """The n highest, highest first; equal scores in the order of the ties."""
        return self._of(sorted(range(len(self._pairs)), key=lambda i: -float(self._values[i]))[:n])

    def _scaled(self, factor: float) -> PairScores:
        return self._of(range(len(self._pairs)), factor)

    def _of(self, places: Sequence[int], factor: float = 1) -> PairScores:
        return PairScores(
            self.name,
            [self._pairs[i] for i in places],
            [self._ties_of[i] for i in places],
            self._values[list(places)] * factor,
            self._asked,
            ties=self._ties,
            convention=self.convention,
            why=self.why,
        )

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"source": source, "target": target, "ties": ties, self.name: float(value)}
            for (source, target), ties, value in zip(self._pairs, self._ties_of, self._values, strict=True)
        ]


class Partition(Result, Mapping[str, int]):
    """A group for every actor; a Mapping from actor id to group, groups numbered from 0."""

    def __init__(
        self, keys: Sequence[str], groups: Sequence[int], asked: Asked, *, quality: float = math.nan, **result: Any
    ) -> None:
        super().__init__(asked, **result)
        self._group = {key: int(group) for key, group in zip(keys, groups, strict=True)}
        self.quality = quality

    def __getitem__(self, actor: str) -> int:
        try:
            return self._group[actor]
        except KeyError:
            self.network.core.actor(actor)
            raise _left_out(actor) from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._group)

    def __len__(self) -> int:
        return len(self._group)

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The actors of each group, group 0 first."""
        members: dict[int, list[str]] = {}
        for actor, group in self._group.items():
            members.setdefault(group, []).append(actor)
        return tuple(tuple(members[group]) for group in sorted(members))

    def rows(self) -> list[dict[str, Any]]:
        return [{"id": actor, "group": group} for actor, group in self._group.items()]


class ActorSets(Result, Sequence[tuple[str, ...]]):
    """Sets of actors, of which an actor may be in several; a Sequence of tuples."""

    def __init__(self, members: Sequence[tuple[str, ...]], asked: Asked, **result: Any) -> None:
        super().__init__(asked, **result)
        self._members = list(members)

    def __getitem__(self, place: Any) -> Any:
        return self._members[place]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def of(self, actor: str) -> list[tuple[str, ...]]:
        """The sets that an actor is in."""
        self.network.core.actor(actor)
        return [members for members in self._members if actor in members]

    def rows(self) -> list[dict[str, Any]]:
        return [{"size": len(members), "actors": members} for members in self._members]


class Rows(Result, Mapping[str, Mapping[str, Any]]):
    """Several numbers an actor (`id`), or a type (`type`); a Mapping from it to its row.

    The first column of the rows is that key, and the index of the frame.
    """

    def __init__(self, rows: Sequence[Mapping[str, Any]], asked: Asked, **result: Any) -> None:
        super().__init__(asked, **result)
        self._rows = [dict(row) for row in rows]
        self._row = {next(iter(row.values())): row for row in self._rows}

    def __getitem__(self, key: str) -> Mapping[str, Any]:
        return self._row[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._row)

    def __len__(self) -> int:
        return len(self._row)

    def column(self, name: str) -> dict[str, Any]:
        """One column as a dict: key → value."""
        return {key: row[name] for key, row in self._row.items()}

    def rows(self) -> list[dict[str, Any]]:
        return self._rows


class Counts(Result, Mapping[str, float]):
    """A number for each of some types (of dyads, of triads, of indices); a Mapping from type to number."""

    def __init__(self, numbers: Mapping[str, float], asked: Asked, *, column: str = "count", **result: Any) -> None:
        super().__init__(asked, **result)
        self._numbers = dict(numbers)
        self._column = column

    def __getitem__(self, kind: str) -> float:
        return self._numbers[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def rows(self) -> list[dict[str, Any]]:
        return [{"type": kind, self._column: number} for kind, number in self._numbers.items()]


class Matrix(Result, Mapping[tuple[str, str], float]):
    """A number for each pair of actors, equal both ways round; a Mapping from (actor, actor) to float.

    `.similarities` says which way it reads: higher is more alike, or 0 is alike and higher is apart.
    """

    def __init__(
        self, name: str, keys: Sequence[str], values: np.ndarray, asked: Asked, *, similarities: bool, **result: Any
    ) -> None:
        super().__init__(asked, **result)
        self.name = name
        self.similarities = similarities
        self._keys = list(keys)
        self._values = values.reshape(len(self._keys), len(self._keys))
        self._place = {key: place for place, key in enumerate(self._keys)}

    def __getitem__(self, pair: tuple[str, str]) -> float:
        first, second = pair
        return float(self._values[self._place_of(first), self._place_of(second)])

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((first, second) for first in self._keys for second in self._keys)

    def __len__(self) -> int:
        return len(self._keys) ** 2

    def _place_of(self, actor: str) -> int:
        try:
            return self._place[actor]
        except KeyError:
            self.network.core.actor(actor)
            raise _left_out(actor) from None

    def to_numpy(self) -> np.ndarray:
        """The numbers alone, a row and a column an actor."""
        return self._values.copy()

    def to_frame(self) -> pd.DataFrame:
        """A square data frame, actors down and across."""
        import pandas as pd

        return pd.DataFrame(self._values.copy(), index=pd.Index(self._keys, name="id"), columns=self._keys)

    def closest(self, actor: str, n: int = 5) -> Scores:
        """The n actors most like this one, the most alike first; equals in actor order, undefined ones left out."""
        row = self._values[self._place_of(actor)]
        others = [i for i, key in enumerate(self._keys) if key != actor and not math.isnan(row[i])]
        order = sorted(others, key=lambda i: -float(row[i]) if self.similarities else float(row[i]))[:n]
        return Scores(
            self.name,
            [self._keys[i] for i in order],
            row[order],
            self._asked,
            ties=self._ties,
            convention=f"The actors most like {actor}. {self.convention}",
        )

    def clusters(self, k: int, *, linkage: str = "average") -> Partition:
        """Positions: k groups of actors that are alike.

        The two nearest groups are joined until k remain. How near groups are is the mean over their pairs
        (``"average"``), their farthest pair (``"complete"``) or their nearest (``"single"``). Of equally near groups
        those of the first actors join. A similarity s is taken as a distance 1 − s. Raises `InvalidOption` where a
        number is undefined. Takes n² steps, at worst n³. Johnson (1967), doi:10.1007/BF02289588.
        """
        from .position.alike import clusters

        asked = self._asked
        groups = _core.position.clusters(self._values, k, linkage=linkage, similarities=self.similarities)
        return Partition(
            self._keys,
            groups.tolist(),
            replace(
                asked,
                question=clusters,
                subjects=(asked.question, k, *asked.subjects),
                options={**asked.options, "linkage": linkage},
            ),
            ties=self._ties,
            convention=f"{k} groups, joined by {linkage} linkage. {self.convention}",
        )

    def _scaled(self, factor: float) -> Matrix:
        return Matrix(
            self.name,
            self._keys,
            self._values * factor,
            self._asked,
            similarities=self.similarities,
            ties=self._ties,
            convention=self.convention,
            why=self.why,
        )

    def rows(self) -> list[dict[str, Any]]:
        """A row each pair of different actors, one way round."""
        return [
            {"source": first, "target": second, self.name: float(self._values[i, j])}
            for i, first in enumerate(self._keys)
            for j, second in enumerate(self._keys)
            if i < j
        ]

    def _corner(self) -> list[dict[str, Any]]:
        shown = range(min(len(self._keys), self._SHOWN))
        return [{"id": self._keys[i]} | {self._keys[j]: float(self._values[i, j]) for j in shown} for i in shown]

    _SHOWN = 10

    def notes(self) -> list[str]:
        hidden = len(self._keys) - self._SHOWN
        return [*([f"… and {hidden} more actors; .to_frame() has all."] if hidden > 0 else []), *super().notes()]

    def __repr__(self) -> str:
        return "\n".join([text_table(self._corner()), *self.notes()])

    def _repr_html_(self) -> str:
        notes = "".join(f"<p>{escape(line)}</p>" for line in self.notes())
        return f"<div>{html_table(self._corner())}{notes}</div>"


class Cuts(Result, Mapping[Any, tuple[str, ...]]):
    """Whom each actor, or each tie, holds to the rest: a Mapping from the actor, or from the pair
    (source, target), to the actors it cuts off. Only those that cut somebody off are in it."""

    def __init__(self, rows: Sequence[Mapping[str, Any]], asked: Asked, **result: Any) -> None:
        super().__init__(asked, **result)
        self._rows = [dict(row) for row in rows]
        self._cut_off: dict[Any, tuple[str, ...]] = {
            row["id"] if "id" in row else (row["source"], row["target"]): row["cut_off"] for row in self._rows
        }

    def __getitem__(self, cutter: Any) -> tuple[str, ...]:
        return self._cut_off[cutter]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._cut_off)

    def __len__(self) -> int:
        return len(self._cut_off)

    def rows(self) -> list[dict[str, Any]]:
        return [row | {"count": len(row["cut_off"])} for row in self._rows]


class Value(Result, float):
    """A single number that is also a float; `.low` and `.high` if it was estimated."""

    low: float
    high: float

    def __new__(cls, value: float, asked: Asked, **result: Any) -> Value:
        return float.__new__(cls, value)

    def __getnewargs__(self) -> tuple[float, Asked]:  # type: ignore[override]  # what copies and pickles make it of
        return float(self), self._asked

    def __init__(
        self, value: float, asked: Asked, *, low: float = math.nan, high: float = math.nan, **result: Any
    ) -> None:
        Result.__init__(self, asked, **result)
        self.low = low
        self.high = high

    def _scaled(self, factor: float) -> Value:
        return Value(
            float(self) * factor,
            self._asked,
            low=self.low * factor,
            high=self.high * factor,
            ties=self._ties,
            convention=self.convention,
            why=self.why,
        )

    def rows(self) -> list[dict[str, Any]]:
        row: dict[str, Any] = {"value": float(self)}
        if not math.isnan(self.low):
            row |= {"low": self.low, "high": self.high}
        return [row]


def scores(name: str, view: _core.View, values: np.ndarray, asked: Asked, *, convention: str, why: str = "") -> Scores:
    """Scores of all actors of a view."""
    return Scores(name, view.keys, values, asked, ties=view.all_ties, convention=convention, why=why)


def joined(network: Network, view: _core.View) -> tuple[list[tuple[str, str]], list[tuple[str, ...]]]:
    """What each edge of a view joins, and the ids of the ties it stands for."""
    keys, ids = view.keys, list(network.ties)
    sources, targets = (ends.tolist() for ends in view.ends)
    pairs = [(keys[source], keys[target]) for source, target in zip(sources, targets, strict=True)]
    return pairs, [tuple(ids[row] for row in view.ties(edge)) for edge in range(len(pairs))]


def _left_out(actor: str) -> Exception:
    from .errors import UnknownActor

    return UnknownActor(f'The projection leaves the actor "{actor}" out. Widen its layers, kinds, countries or actors.')
