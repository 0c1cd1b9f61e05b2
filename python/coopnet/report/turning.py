"""What would turn an answer over: the same question without what may be wrong."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from .. import _core
from ..network import Network
from .case import Case

__all__ = ["Turning", "Verdict", "turning"]


@dataclass(frozen=True)
class Verdict:
    """An answer reduced to what decides it, and in words."""

    key: Hashable
    words: str


@dataclass(frozen=True)
class Turning:
    """Sentences on what turns the answer over, and whether nothing does."""

    sentences: tuple[str, ...]
    stays: bool


Ask = Callable[..., Verdict]


def turning(case: Case, ask: Ask, sources: Iterable[str], *, weighed: bool = False) -> Turning:
    """Ask again without inferred ties, on documented ties only, without each source in turn.

    `ask(network, **changes)` answers on a network with the projection changed. `weighed`
    says that reliabilities matter: then also under a flatter and a steeper table.
    """
    say, network = case.say, case.network
    base = ask(network)
    turned: dict[Verdict, list[str]] = {}
    without: dict[Verdict, list[str]] = {}

    def differs(verdict: Verdict) -> bool:
        return verdict.key != base.key

    asked = {
        say("turns.without_inferred"): ask(network, status=["documented", "claimed", None]),
        say("turns.documented_only"): ask(network, status="documented"),
    }
    if weighed:
        asked |= {say(f"turns.{table}"): ask(_with_table(network, table)) for table in ("flatter", "steeper")}
    for condition, verdict in filter(lambda item: differs(item[1]), asked.items()):
        turned.setdefault(verdict, []).append(condition)
    for source in sources:
        verdict = ask(network, without_sources=source)
        if differs(verdict):
            without.setdefault(verdict, []).append(source)
    for verdict, left_out in without.items():
        turned.setdefault(verdict, []).append(say("turns.without_source", sources=say.either(left_out)))
    if not turned:
        return Turning((say("turns.never_weighed" if weighed else "turns.never"),), True)
    sentences = (
        say("turns.when", condition=say.either(conditions), words=verdict.words)
        for verdict, conditions in turned.items()
    )
    return Turning(tuple(sentences), False)


def _with_table(network: Network, table: str) -> Network:
    return Network(_core.scenario.with_reliabilities(network.core, table))


def settled(ask: Callable[[], Any]) -> Any | None:
    """What a question gives, or nothing where no pathway leads."""
    from ..errors import NoPathway

    try:
        return ask()
    except NoPathway:
        return None
