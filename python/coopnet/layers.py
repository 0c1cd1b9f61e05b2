"""Several layers of ties among the same actors: who is active in which, and how far layers are one.

Every layer is frozen by itself, as directed or undirected as its ties are, so that directed layers stand
beside undirected ones and nothing is symmetrized.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from . import _core
from .conventions import stated
from .errors import InvalidOption, UnknownName
from .network import Network
from .projection import Projection
from .tables import Asked, Result, Rows

__all__ = ["Overlap", "degree", "overlap", "participation", "relevance"]


class Overlap(Result, Mapping[tuple[str, str], Mapping[str, float]]):
    """How far layers share ties: a Mapping from (layer, other) to its row, every ordered pair."""

    def __init__(self, rows: Sequence[Mapping[str, Any]], asked: Asked, **result: Any) -> None:
        super().__init__(asked, **result)
        self._rows = {(row["layer"], row["other"]): dict(row) for row in rows}

    def __getitem__(self, pair: tuple[str, str]) -> Mapping[str, float]:
        return self._rows[pair]

    def __iter__(self) -> Any:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self) -> list[dict[str, Any]]:
        return list(self._rows.values())


def degree(network: Network, *, by: str = "layer", mode: str = "all", over: Projection | None = None) -> Rows:
    """How many ties each actor has in each layer, in how many layers it has any, and in all.

    Parameters
    ----------
    by
        ``"layer"``, ``"relation"``, or a column of the ties, ``"channel"`` for example: what a layer is. Ties whose
        cell is empty are a layer of their own, ``"(empty)"``.
    mode
        ``"out"``: ties it sends; ``"in"``: ties it receives; ``"all"``: both together.

    Notes
    -----
    A row an actor: a column for each layer, `layers` (in how many it has a tie) and `total`. Each number is
    `centrality.degree` over that layer alone; parallel ties are merged within a layer, not across layers. Weights make
    no difference, but a tie of no strength is none. An actor that no tie of a layer could have has 0 there.

    Takes one pass over the ties. Raises `UnknownName` for a column that ties lack, `InvalidOption` for another mode,
    for folded affiliations, and for a layer that is called as another column of the rows is. Battiston, Nicosia and
    Latora (2014), doi:10.1103/PhysRevE.89.032804.

    Examples
    --------
    >>> calls = Network.from_columns({"ties": [("source", ["ncb", "ncb"]), ("target", ["police", "embassy"]),
    ...     ("relation", ["calls_on", "sees"])]})
    >>> dict(degree(calls, by="relation")["ncb"])
    {'id': 'ncb', 'calls_on': 1.0, 'sees': 1.0, 'layers': 2, 'total': 2.0}
    """
    view, views = _layers(network, over, by)
    _require_columns(["id", *views, "layers", "total"])
    counts = _counts(view, views, mode)
    rows = [
        {"id": key, **dict(zip(views, row, strict=True)), "layers": sum(map(bool, row)), "total": sum(row)}
        for key, row in zip(view.keys, counts, strict=True)
    ]
    said = stated(view, over, f"Ties in each {by}, mode {mode}.", ties="each counts 1", loops="count once each way")
    return Rows(
        rows, Asked(degree, network, over, options={"by": by, "mode": mode}), ties=_ties(views), convention=said
    )


def participation(network: Network, *, by: str = "layer", mode: str = "all", over: Projection | None = None) -> Rows:
    """How each actor spreads its ties over layers.

    Parameters
    ----------
    by, mode
        What a layer is, and which ties count, as in `degree`.

    Notes
    -----
    A row an actor: `overlapping`, its ties in all layers together; `z`, the same in standard deviations from
    the mean of all actors; `participation`, 1 if spread evenly over all layers, 0 if all in one. Hubs with high
    participation are at home everywhere, hubs with low are of one layer. Undefined for an actor without ties and
    with a single layer, z where all have as many.

    Takes one pass over the ties. Raises as `degree`. Battiston, Nicosia and Latora (2014),
    doi:10.1103/PhysRevE.89.032804.

    Examples
    --------
    >>> calls = Network.from_columns({"ties": [("source", ["ncb", "ncb"]), ("target", ["police", "embassy"]),
    ...     ("relation", ["calls_on", "sees"])]})
    >>> found = participation(calls, by="relation")
    >>> found["ncb"]["participation"], found["police"]["participation"]
    (1.0, 0.0)
    """
    view, views = _layers(network, over, by)
    found = _core.layers.participation(list(chain.from_iterable(_counts(view, views, mode))), len(views))
    columns = ("overlapping", "z", "participation")
    numbers = zip(*(found[column].tolist() for column in columns), strict=True)
    empty = (0.0, math.nan, math.nan)
    spread = list(numbers) if views else [empty] * len(view.keys)
    rows = [{"id": key, **dict(zip(columns, row, strict=True))} for key, row in zip(view.keys, spread, strict=True)]
    said = stated(
        view,
        over,
        f"Spread of ties over each {by}, mode {mode}.",
        ties="each counts 1",
        normalized="participation, to 1 for an even spread",
        disconnected="an actor without ties is undefined",
        loops="count once each way",
    )
    return Rows(
        rows,
        Asked(participation, network, over, options={"by": by, "mode": mode}),
        ties=_ties(views),
        convention=said,
        why=found["why"] if views else "there are no ties.",
    )


def overlap(network: Network, *, by: str = "layer", over: Projection | None = None) -> Overlap:
    """How far the ties of one layer are those of another.

    Parameters
    ----------
    by
        What a layer is, as in `degree`.

    Notes
    -----
    A row an ordered pair of layers: `ties` of `layer`, how many of them `other` has too (`shared`), `jaccard`, shared
    over those that either has, and `conditional`, how likely who is tied in `layer` is tied in `other`. Ties are
    compared as they run: an undirected one counts as one each way, so that a directed tie is half of it. Loops are
    left out, parallel ties are one. Undefined for layers without ties.

    Takes layers² passes over the ties. Raises as `degree`. Battiston, Nicosia and Latora (2014),
    doi:10.1103/PhysRevE.89.032804.

    Examples
    --------
    >>> calls = Network.from_columns({"ties": [("source", ["ncb", "ncb", "ncb"]),
    ...     ("target", ["police", "embassy", "police"]), ("relation", ["calls_on", "calls_on", "writes_to"])]})
    >>> overlap(calls, by="relation")["calls_on", "writes_to"]["conditional"]
    0.5
    """
    view, views = _layers(network, over, by)
    found, why = _core.layers.overlap(view, list(views.values()))
    names = list(views)
    columns = ("ties", "shared", "jaccard", "conditional")
    rows = [
        {"layer": names[layer], "other": names[other], **dict(zip(columns, numbers, strict=True))}
        for layer, other, *numbers in found
    ]
    said = stated(
        view,
        over,
        f"Ties that one {by} shares with another, as they run.",
        ties="all alike, an undirected one is one each way",
        normalized="by those that either has (jaccard), by those of the first (conditional)",
        loops="left out",
    )
    return Overlap(rows, Asked(overlap, network, over, options={"by": by}), ties=_ties(views), convention=said, why=why)


def relevance(network: Network, *, by: str = "layer", mode: str = "all", over: Projection | None = None) -> Rows:
    """How much each layer matters to whom an actor is tied to.

    Parameters
    ----------
    by
        What a layer is, as in `degree`.
    mode
        Whom its ties lead to (``"out"``), come from (``"in"``), or either (``"all"``).

    Notes
    -----
    A row an actor, three columns a layer: the share of its neighbors that the layer ties it to (the layer's name), that
    this layer alone ties it to (`… only`), and each neighbor shared evenly by the layers that tie it (`… weighted`,
    which add up to 1). Undefined for an actor without ties. Loops and parallel ties make no difference.

    Takes one pass over the ties. Raises as `degree`. Berlingerio, Coscia, Giannotti, Monreale and Pedreschi (2013),
    doi:10.1007/s11280-012-0190-4.

    Examples
    --------
    >>> calls = Network.from_columns({"ties": [("source", ["ncb", "ncb", "ncb"]),
    ...     ("target", ["police", "embassy", "police"]), ("relation", ["calls_on", "calls_on", "writes_to"])]})
    >>> found = relevance(calls, by="relation")["ncb"]
    >>> found["calls_on"], found["calls_on only"], found["writes_to weighted"]
    (1.0, 0.5, 0.25)
    """
    view, views = _layers(network, over, by)
    found = _core.layers.relevance(view, list(views.values()), mode=mode)
    of = {
        suffix: found[column].reshape(len(view.keys), len(views)).tolist()
        for column, suffix in (("relevance", ""), ("exclusive", " only"), ("weighted", " weighted"))
    }
    _require_columns(["id", *(f"{name}{suffix}" for name in views for suffix in of)])
    rows = [
        {"id": key} | {f"{name}{suffix}": of[suffix][place][layer] for layer, name in enumerate(views) for suffix in of}
        for place, key in enumerate(view.keys)
    ]
    said = stated(
        view,
        over,
        f"Share of neighbors that each {by} ties, mode {mode}.",
        ties="all alike",
        normalized="by the number of neighbors",
        disconnected="an actor without ties is undefined",
        loops="left out",
    )
    return Rows(
        rows,
        Asked(relevance, network, over, options={"by": by, "mode": mode}),
        ties=_ties(views),
        convention=said,
        why=found["why"] if views else "there are no ties." if rows else "",
    )


# --- the layers -----------------------------------------------------------------------------

EMPTY = "(empty)"


def _layers(network: Network, over: Projection | None, by: str) -> tuple[_core.View, dict[str, _core.View]]:
    """The view of all, and one a layer that has ties in it, in the order of the ties."""
    over = over or Projection()
    if over.affiliations != "keep":
        raise InvalidOption("Folded ties are of no layer. Ask layers with affiliations kept.")
    view = network.freeze(over)
    cells = _cells(network, by)
    names = dict.fromkeys(cells[row] for row in view.all_ties)
    if None in names and EMPTY in names:
        raise InvalidOption(f'A layer is called "{EMPTY}", as ties without one are. Give it another name.')
    return view, {EMPTY if name is None else name: network.freeze(_only(over, by, name)) for name in names}


def _require_columns(columns: Sequence[str]) -> None:
    """Columns that a row can hold: a layer's must not be called as another is."""
    twice = [name for place, name in enumerate(columns) if name in columns[:place]]
    if twice:
        raise InvalidOption(f'A layer makes two columns of the name "{twice[0]}". Give the layer another name.')


def _cells(network: Network, by: str) -> list[str | None]:
    """What each tie says of its layer."""
    relations = network.vocabulary["relations"]
    if by == "layer":
        return [str(relations[tie["relation"]]["layer"]) for tie in network.ties.values()]
    if by not in network.ties.columns:
        hint = _core.nearest_hint(by, ["layer", *network.ties.columns])
        raise UnknownName(f'Ties have no column "{by}".{hint}')
    given = (tie[by] for tie in network.ties.values())
    return [None if cell is None or cell == () or cell != cell else _text(cell) for cell in given]


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    raise InvalidOption(f"Layers are named by a column of text; {cell!r} is none.")


def _only(over: Projection, by: str, name: str | None) -> Projection:
    if by == "layer":
        return over.replace(layers=name)
    if by == "relation":
        return over.replace(relations=name)
    return over.replace(where={**over.where, by: [name]})


def _counts(view: _core.View, views: Mapping[str, _core.View], mode: str) -> list[list[float]]:
    """Degrees, a row an actor of the view, a column a layer."""
    columns = []
    for layer in views.values():
        values, _ = _core.centrality.degree(layer, mode=mode, normalized=False)
        degree_of = dict(zip(layer.keys, values.tolist(), strict=True))
        columns.append([degree_of.get(key, 0.0) for key in view.keys])
    return [[column[place] for column in columns] for place in range(view.vertex_count)]


def _ties(views: Mapping[str, _core.View]) -> list[int]:
    return sorted({row for view in views.values() for row in view.all_ties})
