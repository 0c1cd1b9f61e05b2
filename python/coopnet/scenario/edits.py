"""A scenario: edits to a network, as a value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .. import _core
from ..errors import InvalidOption
from ..frames import cell_text
from ..network import Network

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Edit", "Scenario", "core_edits"]

# An edit as plain data; columns hold texts, numbers, lists of texts, or None for an empty cell.
Edit = Mapping[str, Any]

# By edit: who may be meant, and whether columns go with it.
_WHO: dict[str, tuple[tuple[str, ...], ...]] = {
    "remove": (("actor",), ("tie",), ("source", "target"), ("source", "target", "relation")),
    "add_actor": (("actor",),),
    "add_tie": (("source", "target", "relation"),),
    "change": (("id",), ("source", "target"), ("source", "target", "relation")),
}
_FORMS = {
    "remove": '{"edit": "remove", "actor": …}, {"edit": "remove", "tie": …} or '
    '{"edit": "remove", "source": …, "target": …, "relation": …}',
    "add_actor": '{"edit": "add_actor", "actor": …, "kind": …, …}',
    "add_tie": '{"edit": "add_tie", "source": …, "target": …, "relation": …, …}',
    "change": '{"edit": "change", "id": …, "reliability": …, …} or '
    '{"edit": "change", "source": …, "target": …, "reliability": …, …}',
}


@dataclass(frozen=True)
class Scenario:
    """Edits to a network, one after the other; a value, so each method gives a new one.

    A projection selects what is recorded; a scenario changes it. `edits` are plain data as in
    a playbook, ready for JSON: ``{"edit": "remove", "actor": …}``, ``{"edit": "add_tie", "source": …,
    "target": …, "relation": …, "reliability": 0.9}``, ``{"edit": "change", "id": "T026", "until": "2022-12"}``.

    Notes
    -----
    Nobody recorded an added tie, so its status is ``inferred`` unless said otherwise (``status=None``: not said);
    where it has no `reliability` of its own, that follows from the status by the vocabulary's table.

    Examples
    --------
    >>> without = Scenario("no bureau").remove("NCB").remove("Embassy", "Police")
    >>> without.edits[1]
    {'edit': 'remove', 'source': 'Embassy', 'target': 'Police'}
    >>> Scenario(edits=without.edits).edits == without.edits
    True
    """

    name: str = ""
    edits: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "edits", tuple(_checked(number, edit) for number, edit in enumerate(self.edits, 1)))

    # --- edits ----------------------------------------------------------------------
    def remove(
        self,
        actor: str | None = None,
        target: str | None = None,
        relation: str | None = None,
        *,
        tie: str | None = None,
    ) -> Self:
        """Take out an actor; or the ties between two, whichever way they run, `relation`: only those; or one `tie`.

        An actor takes along its ties and those whose instrument it is.
        """
        if (actor is None) == (tie is None) or (tie is not None and (target or relation)):
            raise InvalidOption('Say what to remove: an actor, two actors with ties between them, or tie="T1".')
        if tie is not None:
            return self._with({"edit": "remove", "tie": tie})
        if target is None:
            if relation is not None:
                raise InvalidOption("Say both actors to remove the ties of a relation between them.")
            return self._with({"edit": "remove", "actor": actor})
        return self._with({"edit": "remove", "source": actor, "target": target} | _said(relation=relation))

    def add_actor(
        self,
        actor: str,
        *,
        kind: str | None = None,
        country: str | None = None,
        name: str | None = None,
        **columns: Any,
    ) -> Self:
        """Add an actor with a new id; further columns of the actors by keyword (``short="…"``, ``parent="…"``)."""
        known = _said(kind=kind, country=country, name=name)
        return self._with({"edit": "add_actor", "actor": actor} | known | columns)

    def add_tie(
        self,
        source: str,
        target: str,
        relation: str,
        *,
        since: str | None = None,
        until: str | None = None,
        reliability: float | None = None,
        delay_days: float | None = None,
        instrument: str | None = None,
        **columns: Any,
    ) -> Self:
        """Add a tie; further columns of the ties by keyword (``channel="police"``, ``strength=2``, ``id="X1"``).

        Without an `id` it is called new1, new2 … A tie without `since` is possible at any time, certain at none.
        """
        known = _said(since=since, until=until, reliability=reliability, delay_days=delay_days, instrument=instrument)
        ends = {"source": source, "target": target, "relation": relation}
        return self._with({"edit": "add_tie"} | ends | known | columns)

    def add_instrument(
        self,
        instrument: str,
        kind: str,
        parties: Iterable[str],
        *,
        relation: str = "party_to",
        since: str | None = None,
        until: str | None = None,
        **columns: Any,
    ) -> Self:
        """Add a treaty or memorandum and its parties' ties to it, which hold from `since` through `until`.

        Columns by keyword are the instrument's (``name="…"``).

        >>> memorandum = Scenario().add_instrument("MoU", "police_mou", ["A.POL", "B.POL"], since="2022-08-02")
        >>> [edit["edit"] for edit in memorandum.edits]
        ['add_actor', 'add_tie', 'add_tie']
        """
        if isinstance(parties, str):
            raise InvalidOption(f'parties="{parties}" is one name. Give a list of actors.')
        made = self.add_actor(instrument, kind=kind, **columns)
        for party in parties:
            made = made.add_tie(party, instrument, relation, since=since, until=until)
        return made

    def change(self, what: str, target: str | None = None, relation: str | None = None, **columns: Any) -> Self:
        """Write columns of an actor or a tie, by its id; or of the ties between two actors, `relation`: only those.

        ``None`` empties a cell: ``until=None`` takes the end of a period away, ``reliability=None`` what was recorded.
        """
        if not columns:
            raise InvalidOption(f'Say what to change of "{what}": a column and its new value, as reliability=0.2.')
        if target is None:
            if relation is not None:
                raise InvalidOption("Say both actors to change the ties of a relation between them.")
            return self._with({"edit": "change", "id": what} | columns)
        return self._with({"edit": "change", "source": what, "target": target} | _said(relation=relation) | columns)

    def _with(self, edit: Edit) -> Self:
        return type(self)(self.name, (*self.edits, edit))

    # --- use ------------------------------------------------------------------------
    def apply(self, network: Network) -> Network:
        """The network so changed; the given one stays as it is. Ids stay, figures of removed actors go.

        What is added stands last. What is wrong is said with the number of the edit. Raises UnknownActor,
        UnknownRelation, UnknownName if there is no such tie or column, InvalidOption for an id that is taken,
        and InvalidNetwork for a value that a table does not take (a reliability of 2).

        >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Police")])
        >>> Scenario().remove("Embassy").apply(report)
        <Network: 2 actors, 0 ties>
        >>> Scenario().add_tie("Family", "Police", "tie").apply(report)
        <Network: 3 actors, 3 ties>
        """
        return Network(_core.scenario.applied(network.core, core_edits(self.edits)))

    def __str__(self) -> str:
        return self.name or "; ".join(_sentence(edit) for edit in self.edits) or "no change"


def core_edits(edits: Iterable[Edit]) -> list[dict[str, str]]:
    """Edits as the core takes them: every value as the text of a cell."""
    return [{key: cell_text(value) for key, value in edit.items()} for edit in edits]


def _said(**columns: Any) -> dict[str, Any]:
    return {name: value for name, value in columns.items() if value is not None}


def _checked(number: int, edit: Edit) -> dict[str, Any]:
    what = edit.get("edit") if isinstance(edit, Mapping) else None
    if what not in _WHO:
        known = ", ".join(_WHO)
        raise InvalidOption(f"Edit {number}, {_shown(edit)}, is not known. Its edit is one of: {known}.")
    if not any(_fits(edit, who, what) for who in _WHO[what]):
        raise InvalidOption(f"Edit {number}, {_shown(edit)}, is not complete. Write {_FORMS[what]}.")
    return {str(key): _plain(value) for key, value in edit.items()}


def _fits(edit: Edit, who: Sequence[str], what: str) -> bool:
    others = set(edit) - {"edit", *who}
    if (what == "remove" and others) or (what == "change" and not others):
        return False
    if what == "change" and who == ("source", "target") and "relation" in edit:
        return False
    return all(isinstance(edit.get(key), str) and edit[key] for key in who)


def _plain(value: Any) -> Any:
    """A value that JSON holds and a cell shows the same."""
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, (int, float)):
        return None if value != value else value
    if isinstance(value, (list, tuple)):
        return [cell_text(item) for item in value]
    return cell_text(value)


def _shown(edit: Any) -> Any:
    return dict(edit) if isinstance(edit, Mapping) else repr(edit)


def _sentence(edit: Edit) -> str:
    what = edit["edit"]
    if what == "remove" and "source" not in edit:
        return f"without {edit.get('actor', edit.get('tie'))}"
    if what == "add_actor":
        return f"with {edit['actor']}"
    relation = f" ({edit['relation']})" if "relation" in edit else ""
    if what == "add_tie":
        return f"with {edit['source']} → {edit['target']}{relation}"
    if what == "remove":
        return f"without ties {edit['source']} – {edit['target']}{relation}"
    who = ("edit", "id", "source", "target", "relation")
    values = ", ".join(f"{name}={cell_text(value) or '(empty)'}" for name, value in edit.items() if name not in who)
    of = edit["id"] if "id" in edit else f"ties {edit['source']} – {edit['target']}{relation}"
    return f"{of} with {values}"
