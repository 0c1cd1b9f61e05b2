"""What if: a network with something taken out, and the same question asked before and after."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import _core
from .errors import InvalidOption, NoPathway
from .network import Network
from .projection import Projection
from .questions import found, numbers
from .tables import Asked, Result

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Comparison", "Scenario", "compare"]


@dataclass(frozen=True)
class Scenario:
    """Edits to a network, one after the other; a value, so each method gives a new one.

    A projection selects what is recorded; a scenario changes it. `edits` are plain data as in
    a playbook: ``{"edit": "remove", "actor": …}`` or ``{"edit": "remove", "source": …,
    "target": …, "relation": …}``.

    >>> without = Scenario("no bureau").remove("NCB").remove("Embassy", "Police")
    >>> without.edits[1]
    {'edit': 'remove', 'source': 'Embassy', 'target': 'Police'}
    """

    name: str = ""
    edits: tuple[Mapping[str, str], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "edits", tuple(_checked(edit) for edit in self.edits))

    def remove(self, actor: str, target: str | None = None, relation: str | None = None) -> Self:
        """Take out an actor, or the ties between two, whichever way they run; `relation`: only those.

        An actor takes along its ties and those whose instrument it is.
        """
        if target is None:
            if relation is not None:
                raise InvalidOption("Say both actors to remove the ties of a relation between them.")
            edit = {"edit": "remove", "actor": actor}
        else:
            edit = {"edit": "remove", "source": actor, "target": target}
            if relation is not None:
                edit["relation"] = relation
        return type(self)(self.name, (*self.edits, edit))

    def apply(self, network: Network) -> Network:
        """The network so changed; the given one stays as it is. Ids stay, figures of removed actors go.

        Raises UnknownActor, UnknownRelation, and UnknownName if there is no tie to remove.

        >>> report = Network.from_edges([("Family", "Embassy"), ("Embassy", "Police")])
        >>> Scenario().remove("Embassy").apply(report)
        <Network: 2 actors, 0 ties>
        """
        removed = [{key: value for key, value in edit.items() if key != "edit"} for edit in self.edits]
        return Network(_core.scenario.without(network.core, removed))

    def __str__(self) -> str:
        return self.name or "; ".join(_said(edit) for edit in self.edits) or "no change"


class Comparison(Result):
    """A question's numbers before and after a change: `before after difference`, NaN where undefined.

    `.before` and `.after` hold both answers; None: no pathway.
    """

    def __init__(self, before: Result | None, after: Result | None, change: object, asked: Asked, why: str) -> None:
        self.before = before
        self.after = after
        known = after if before is None else before
        super().__init__(
            asked,
            ties=_ties(network=asked.network, answers=(before, after)),
            convention=f"After: {change}. {known.convention if known is not None else ''}".strip(),
            why=why,
            partial=any(answer.partial for answer in (before, after) if answer is not None),
        )
        self._before = numbers(before)
        self._after = numbers(after)

    def rows(self) -> list[dict[str, Any]]:
        names = dict.fromkeys([*self._before, *self._after])
        rows = []
        for name in names:
            before, after = self._before.get(name, math.nan), self._after.get(name, math.nan)
            rows.append({"id": name, "before": before, "after": after, "difference": after - before})
        return rows


def compare(
    network: Network,
    scenario: Scenario,
    question: str | Callable[..., Any],
    *subject: Any,
    over: Projection | None = None,
    **options: Any,
) -> Comparison:
    """Ask one question of the network as recorded and as the scenario leaves it.

    `question` is a function or its name, its subjects follow. Scores and reach compare actor by
    actor; pathways by the best one's steps, cost, delay and reliability; NaN where there is none.

    Examples
    --------
    >>> pairs = [("Family", "NCB"), ("NCB", "Police"), ("Family", "Embassy"), ("Embassy", "CNP"), ("CNP", "Police")]
    >>> report = Network.from_edges(pairs)
    >>> changed = compare(report, Scenario("without NCB").remove("NCB"), "pathways.shortest", "Family", "Police")
    >>> changed.rows()[0]
    {'id': 'steps', 'before': 2.0, 'after': 3.0, 'difference': 1.0}
    """
    ask = found(question)
    reasons = []

    def answer(of: Network, when: str) -> Any:
        try:
            return ask(of, *subject, over=over, **options)
        except NoPathway as error:
            reasons.append(f"{when}: {error}")
            return None

    before = answer(network, "before")
    after = answer(scenario.apply(network), "after")
    asked = Asked(compare, network, over, (scenario, question, *subject), options)
    return Comparison(before, after, scenario, asked, " ".join(reasons))


def _checked(edit: Mapping[str, str]) -> dict[str, str]:
    keys = set(edit)
    if edit.get("edit") == "remove" and keys in (
        {"edit", "actor"},
        {"edit", "source", "target"},
        {"edit", "source", "target", "relation"},
    ):
        return dict(edit)
    raise InvalidOption(
        f'The edit {dict(edit)} is not known. Write {{"edit": "remove", "actor": …}} or '
        '{"edit": "remove", "source": …, "target": …, "relation": …}.'
    )


def _said(edit: Mapping[str, str]) -> str:
    if "actor" in edit:
        return f"without {edit['actor']}"
    relation = f" ({edit['relation']})" if "relation" in edit else ""
    return f"without ties {edit['source']} – {edit['target']}{relation}"


def _ties(network: Network, answers: Iterable[Result | None]) -> list[int]:
    """The ties some answers read, as rows of the unchanged network: a tie keeps its id, not its row."""
    ids = {str(answer.network.ties.row(row).id) for answer in answers if answer is not None for row in answer._ties}
    return sorted(network.core.tie(key) for key in ids)
