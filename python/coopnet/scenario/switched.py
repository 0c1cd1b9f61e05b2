"""A network with everything in, of which parts are switched off: how many edits are tried without building each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .. import _core
from ..network import Network
from ..projection import Projection

__all__ = ["Switchboard", "Switched"]


class Switchboard:
    """A network selected once a projection, and folded anew for each set of actors and ties switched off."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._selected: dict[tuple[str, bool], _core.scenario.Switchable] = {}

    def without(self, actors: Iterable[int] = (), ties: Iterable[int] = ()) -> Switched:
        """The network without these rows: what it would be had they never been recorded."""
        return Switched(self, sorted(actors), sorted(ties))

    def view(self, over: Projection, merges: bool, actors: Sequence[int], ties: Sequence[int]) -> _core.View:
        key = (over.key(), merges)
        if key not in self._selected:
            self._selected[key] = _core.scenario.selected(self.network.core, over.settings(), merges=merges)
        return self._selected[key].without(actors, ties)


class Switched(Network):
    """A network some rows of which are switched off. Questions see the views; its tables still hold all rows."""

    def __init__(self, board: Switchboard, actors: Sequence[int], ties: Sequence[int]) -> None:
        super().__init__(board.network.core)
        for table in ("actors", "ties", "sources", "figures", "vocabulary"):
            self.__dict__[table] = getattr(board.network, table)
        self._board = board
        self._off = actors, ties

    def freeze(self, over: Projection | None = None, *, merges: bool = True) -> _core.View:
        over = over or Projection()
        key = (over.key(), merges)
        if key not in self._views:
            self._views[key] = self._board.view(over, merges, *self._off)
        return self._views[key]
