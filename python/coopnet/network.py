"""A network: actors, ties, sources, figures and the words for them; immutable."""

from __future__ import annotations

import json
import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any

from . import _core
from .errors import InvalidOption, Problem, UnknownName
from .frames import FORMAT, TABLES, Columns, cell_text, columns_of_frame, holds, table_frame, typed
from .projection import Projection

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["Network", "Record", "Table", "Vocabulary"]

KEPT_VIEWS = 32


class Record(Mapping[str, Any]):
    """One row of a table: a Mapping from column to value, columns also as attributes."""

    __slots__ = ("_values", "table")

    def __init__(self, table: str, values: Mapping[str, Any]) -> None:
        self.table = table
        self._values = dict(values)

    def __getitem__(self, column: str) -> Any:
        return self._values[column]

    def __getattr__(self, column: str) -> Any:
        if column.startswith("_"):
            raise AttributeError(column)
        if column in self._values:
            return self._values[column]
        if column in FORMAT[self.table]:
            return None
        raise AttributeError(f"{self.table} have no column {column!r}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        filled = {name: value for name, value in self._values.items() if value not in (None, ()) and value == value}
        return f"{self.table[:-1]} {filled}"


class Table(Mapping[str, Record]):
    """A table of a network: a Mapping from id to `Record`, in the order of the file."""

    def __init__(self, name: str, columns: Columns, types: Mapping[str, str]) -> None:
        self.name = name
        self._columns = columns
        self._types = types
        self._cells = {column: typed(cells, holds(name, column, types)) for column, cells in columns}
        self._rows = {key: row for row, key in enumerate(self._cells.get("id", []))}

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self._cells)

    def __getitem__(self, key: str) -> Record:
        try:
            row = self._rows[key]
        except KeyError:
            hint = _core.nearest_hint(str(key), list(self._rows))
            message = f'There is no {self.name[:-1]} "{key}".{hint}'
            from .errors import UnknownActor

            raise (UnknownActor if self.name == "actors" else UnknownName)(message) from None
        return self.row(row)

    def row(self, number: int) -> Record:
        """The record in a row, counted from 0."""
        return Record(self.name, {column: cells[number] for column, cells in self._cells.items()})

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def column(self, name: str) -> dict[str, Any]:
        """What one column says, by id: None where it says nothing."""
        self._require(name)
        return dict(zip(self._rows, self._cells.get(name, [None] * len(self)), strict=True))

    def _require(self, column: str) -> None:
        if column not in self._cells and column not in FORMAT[self.name]:
            hint = _core.nearest_hint(column, [*FORMAT[self.name], *self._cells])
            raise UnknownName(f'{self.name.capitalize()} have no column "{column}".{hint}')

    def where(self, **values: Any) -> list[Record]:
        """The records whose columns have these values: ``actors.where(country="IDN")``; a list means any of them."""
        for column in values:
            self._require(column)

        def fits(row: int) -> bool:
            for column, wanted in values.items():
                cells = self._cells.get(column)
                cell = None if cells is None else cells[row]
                options = wanted if isinstance(wanted, (list, tuple, set)) else [wanted]
                if cell not in options:
                    return False
            return True

        return [self.row(row) for row in range(len(self)) if fits(row)]

    def to_frame(self) -> pd.DataFrame:
        """The table as a data frame, indexed by id; source lists are tuples."""
        return table_frame(self.name, self._columns, self._types)

    def __repr__(self) -> str:
        return f"<{len(self)} {self.name}: {', '.join(list(self._rows)[:5])}{' …' if len(self) > 5 else ''}>"

    def _repr_html_(self) -> str:
        return self.to_frame()._repr_html_()  # type: ignore[operator,no-any-return]


class Vocabulary(Mapping[str, Any]):
    """The words a network speaks: kinds, relations, layers, lines, levels, as plain data."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words

    def __getitem__(self, section: str) -> Any:
        return self._words[section]

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def label(self, section: str, name: str | None, lang: str = "en") -> str:
        """What an audience reads for a kind, relation, layer, line or level; its name where no label is given."""
        if not name:
            return ""
        labels = self._words.get(section, {}).get(name, {}).get("label", {})
        return str(labels.get(lang) or labels.get("en") or name)

    def is_a(self, kind: str | None, ancestor: str) -> bool:
        """A kind is this ancestor, or below it."""
        kinds = self._words.get("kinds", {})
        while kind:
            if kind == ancestor:
                return True
            kind = kinds.get(kind, {}).get("is_a")
        return False


class Network:
    """Actors, ties, sources and figures; immutable once made.

    Make one with `coopnet.load`, `coopnet.read` or the `from_…` methods. Reading checks
    everything; `InvalidNetwork` lists all that is wrong, with file, row and column.

    Examples
    --------
    >>> chain = Network.from_edges([("NGO", "Embassy"), ("Embassy", "Police")])
    >>> chain
    <Network: 3 actors, 2 ties>
    >>> list(chain.actors)
    ['NGO', 'Embassy', 'Police']
    """

    def __init__(self, core: _core.Network, remarks: Sequence[Problem] = ()) -> None:
        self.core = core
        self._remarks = tuple(remarks)
        self._views: OrderedDict[tuple[str, bool], _core.View] = OrderedDict()
        self._lock = Lock()

    # --- making one ---------------------------------------------------------------
    @classmethod
    def from_frames(
        cls,
        actors: Any,
        ties: Any,
        *,
        sources: Any = None,
        figures: Any = None,
        vocabulary: Mapping[str, Any] | None = None,
        mapping: Mapping[str, Any] | str | os.PathLike[str] | None = None,
        name: str = "",
    ) -> Network:
        """From data frames (pandas, Polars, anything Arrow), columns named as in the files or by a `mapping`.

        ``actors=None`` takes the actors from the ties. Without a vocabulary, new kinds,
        relations and sources are taken as found and noted in `problems`; with one they are errors.

        >>> import pandas as pd
        >>> ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "strength": [1, 2.5]})
        >>> Network.from_frames(None, ties).ties["T2"].strength
        2.5
        """
        given = {"actors": actors, "ties": ties, "sources": sources, "figures": figures}
        words = None if vocabulary is None else json.dumps(vocabulary)
        if mapping is not None:
            from .foreign import network_of_frames

            others = {name: columns_of_frame(given[name]) for name in ("sources", "figures") if given[name] is not None}
            return network_of_frames(ties, actors, others, mapping, name=name, vocabulary=words)
        sheets = {table: columns_of_frame(frame) for table, frame in given.items() if frame is not None}
        return cls.from_columns(sheets, name=name, vocabulary=words)

    @classmethod
    def from_matrix(cls, frame: Any, *, directed: bool | None = None, relation: str = "tie", name: str = "") -> Network:
        """From a matrix as a data frame: rows named by its index (or its first column), columns by their names.

        Rows and columns are matched by name, never by place. A number becomes the strength of a tie, 0 is no tie, an
        empty cell is not known and no tie either. With `directed=None` a matrix whose halves say the same has no
        direction. Where hardly a name stands at both sides the matrix is of two modes: rows are members, columns what
        they are in.

        >>> import pandas as pd
        >>> calls = pd.DataFrame([[0, 2], [1, 0]], index=["b", "a"], columns=["b", "a"])
        >>> [(tie.source, tie.target, tie.strength) for tie in Network.from_matrix(calls).ties.values()]
        [('b', 'a', 2.0), ('a', 'b', 1.0)]
        """
        from .foreign import network_of_frames

        meant = {"matrix": True, "directed": directed, "relation": relation}
        return network_of_frames(frame, None, {}, meant, name=name)

    @classmethod
    def from_edges(
        cls,
        pairs: Iterable[tuple[Any, Any]],
        *,
        directed: bool = True,
        weights: Iterable[float] | None = None,
        name: str = "",
    ) -> Network:
        """From pairs of actor ids; `weights` fill the column strength. For small examples.

        >>> ring = Network.from_edges([("a", "b"), ("b", "c"), ("c", "a")], directed=False, weights=[1, 2, 3])
        >>> ring.ties["T3"].strength
        3.0
        """
        pairs = list(pairs)
        columns: Columns = [
            ("source", [cell_text(source) for source, _ in pairs]),
            ("target", [cell_text(target) for _, target in pairs]),
        ]
        if weights is not None:
            cells = [cell_text(float(weight)) for weight in weights]
            if len(cells) != len(pairs):
                raise InvalidOption(f"There are {len(cells)} weights for {len(pairs)} ties. Give one each.")
            columns.append(("strength", cells))
        vocabulary = None if directed else _core.plain_relation(directed=False)
        return cls.from_columns({"ties": columns}, name=name, vocabulary=vocabulary, open_vocabulary=True)

    @classmethod
    def from_networkx(cls, graph: nx.Graph, *, name: str = "") -> Network:
        """From any NetworkX graph; every attribute is kept as a column."""
        from .interop import from_networkx

        return from_networkx(graph, name=name)

    def to_networkx(self, over: Projection | None = None) -> nx.MultiDiGraph:
        """A `MultiDiGraph` with everything; with `over`, the graph as questions see it."""
        from .interop import to_networkx

        return to_networkx(self, over)

    @classmethod
    def from_columns(
        cls,
        sheets: Mapping[str, Columns],
        *,
        name: str = "",
        about: Mapping[str, Any] | None = None,
        files: Mapping[str, str] | None = None,
        lines: Mapping[str, Sequence[int]] | None = None,
        vocabulary: str | None = None,
        vocabulary_file: str = "vocabulary.json",
        open_vocabulary: bool | None = None,
        playbook: str = "",
        report: str = "",
        remarks: Sequence[Problem] = (),
    ) -> Network:
        """From columns of text cells, as every reader produces them."""
        facts = dict.fromkeys(("version", "license", "grading", "package"), "") | {
            "name": name,
            "title": {},
            "types": {},
        }
        facts |= about or {}
        named = {
            table: (
                (files or {}).get(table, f"{table}.csv"),
                [(name, _as_utf8(cells)) for name, cells in columns],
                (lines or {}).get(table, ()),
            )
            for table, columns in sheets.items()
        }
        core = _core.build(
            named,
            about=facts,
            vocabulary=None if vocabulary is None else (vocabulary_file, vocabulary),
            open_vocabulary=vocabulary is None if open_vocabulary is None else open_vocabulary,
            playbook=playbook,
            report=report,
        )
        return cls(core, remarks)

    def with_column(self, table: str, name: str, values: Mapping[str, Any] | Sequence[Any]) -> Network:
        """A copy with a column added or replaced: how scores reach a file.

        `values` maps ids to values (a `Scores` will do), or lists one a row.

        >>> pair = Network.from_edges([("a", "b")])
        >>> pair.with_column("actors", "weight_class", {"a": "heavy"}).actors["a"].weight_class
        'heavy'
        """
        columns = dict(self.core.columns(table))
        ids = columns["id"]
        if isinstance(values, Mapping):
            columns[name] = [cell_text(values.get(key)) for key in ids]
        elif len(values) == len(ids):
            columns[name] = [cell_text(value) for value in values]
        else:
            raise InvalidOption(f"There are {len(values)} values for {len(ids)} {table}. Give one each.")
        state = self._state()
        state["sheets"][table] = list(columns.items())
        state["about"]["types"].get(table, {}).pop(name, None)  # the new values say anew what they are
        return _from_state(state)

    # --- what it holds ------------------------------------------------------------
    def _table(self, name: str) -> Table:
        return Table(name, self.core.columns(name), self.core.about["types"].get(name, {}))

    @cached_property
    def actors(self) -> Table:
        return self._table("actors")

    @cached_property
    def ties(self) -> Table:
        return self._table("ties")

    @cached_property
    def sources(self) -> Table:
        return self._table("sources")

    @cached_property
    def figures(self) -> Table:
        return self._table("figures")

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary(json.loads(self.core.vocabulary))

    @cached_property
    def playbook(self) -> dict[str, Any]:
        return json.loads(self.core.playbook) if self.core.playbook else {}

    @cached_property
    def report(self) -> dict[str, Any]:
        """The actors and dates that the report asks about."""
        return json.loads(self.core.report) if self.core.report else {}

    @property
    def name(self) -> str:
        return str(self.core.about["name"])

    @property
    def version(self) -> str:
        """The date of the data, as stamped on pictures."""
        return str(self.core.about["version"])

    @property
    def license(self) -> str:
        return str(self.core.about["license"])

    @property
    def disclosure(self) -> dict[str, Any]:
        """How `coopnet.redact` made it fit for the public: ``{"public": True, "k": 11}``; empty if it did not."""
        return dict(json.loads(self.core.about["package"] or "{}").get("disclosure") or {})

    def title(self, lang: str = "en") -> str:
        titles = self.core.about["title"]
        return str(titles.get(lang) or titles.get("en") or self.name)

    def grading(self, lang: str = "en") -> str:
        """The rule by which the sources were graded, in a language if the data package has it so."""
        about = self.core.about
        rules = json.loads(about["package"] or "{}").get("gradings") or {}
        return str(rules.get(lang) or about["grading"])

    def label(self, actor: str, lang: str = "en", *, short: bool = False) -> str:
        """An actor's name in a language; the short one if asked for and there."""
        record = self.actors[actor]
        suffix = "" if lang == "en" else f"_{lang}"
        columns = [f"name{suffix}", "name"]
        if short:
            columns = [f"short{suffix}", "short", *columns]
        return str(next((record[column] for column in columns if record.get(column)), actor))

    def problems(self) -> tuple[Problem, ...]:
        """What was taken as found or set right while reading: no errors, but worth a look."""
        return (*self._remarks, *(Problem(*note) for note in self.core.notes))

    def sources_of(self, item: str | Mapping[str, Any]) -> tuple[Record, ...]:
        """The sources of an actor, tie or figure, given as its record or its id."""
        if isinstance(item, str):
            tables = (self.ties, self.actors, self.figures)
            found = next((table for table in tables if item in table), self.actors)
            item = found[item]
        return tuple(self.sources[key] for key in item.get("sources") or ())

    # --- asking it ----------------------------------------------------------------
    def freeze(self, over: Projection | None = None, *, merges: bool = True) -> _core.View:
        """The network as a question sees it; `merges` if the question merges parallel ties by itself."""
        over = over or Projection()
        key = (over.key(), merges)
        with self._lock:
            if key in self._views:
                self._views.move_to_end(key)
                return self._views[key]
        view = _core.freeze(self.core, over.settings(), merges=merges)
        with self._lock:
            self._views[key] = view
            while len(self._views) > KEPT_VIEWS:
                self._views.popitem(last=False)
        return view

    def __repr__(self) -> str:
        name = f" {self.name}" if self.name else ""
        return f"<Network{name}: {len(self.actors)} actors, {len(self.ties)} ties>"

    def __reduce__(self) -> tuple[Callable[..., Network], tuple[Any, ...]]:
        return _from_state, (self._state(),)

    def _state(self) -> dict[str, Any]:
        return {
            "sheets": {table: self.core.columns(table) for table in TABLES if self.core.columns(table)},
            "about": self.core.about,
            "vocabulary": self.core.vocabulary,
            "open_vocabulary": self.core.open_vocabulary,
            "playbook": self.core.playbook,
            "report": self.core.report,
        }

    def __eq__(self, other: object) -> bool:
        """Same tables, title, version, words, playbook and report."""
        if not isinstance(other, Network):
            return NotImplemented
        return self._content() == other._content()

    def _content(self) -> dict[str, Any]:
        # Carried JSON is compared by what it says, not by its blanks. How open the vocabulary was matters only to
        # the reading, and of the package the rest is for people.
        state = self._state() | {"playbook": self.playbook, "report": self.report}
        del state["open_vocabulary"], state["about"]["package"]
        return state

    def __hash__(self) -> int:
        return hash((self.name, len(self.actors), len(self.ties)))


def _as_utf8(cells: Sequence[str]) -> Sequence[Any]:
    """The cells as the core takes them: half a surrogate pair passes as the bytes that it refuses by row and column."""
    if all(map(str.isascii, cells)):
        return cells
    try:
        "".join(cells).encode()
    except UnicodeEncodeError:
        return [cell.encode("utf-8", "surrogatepass") for cell in cells]
    return cells


def _from_state(state: dict[str, Any]) -> Network:
    return Network.from_columns(state["sheets"], **{key: value for key, value in state.items() if key != "sheets"})
