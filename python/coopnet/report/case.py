"""The network with the actors and dates that the report asks about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..errors import InvalidOption, UnknownActor
from ..network import Network
from ..projection import Projection
from .section import Actor, Sources, Status
from .speech import Speech

__all__ = ["Case"]


@dataclass(frozen=True)
class Case:
    """What the sections share: the network, what is asked of it, the language.

    `asked` holds what `report.json` gives: actors by their part in the case (`first_report`,
    `acting_police`, `bureaus` …), countries, dates. No section knows an actor by itself.
    """

    network: Network
    asked: Mapping[str, Any]
    lang: str = "en"
    say: Speech = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "say", Speech(self.lang))

    def lacks(self, needs: Iterable[str]) -> list[str]:
        """What a section needs and nobody gave."""
        return [part for part in needs if not self.asked.get(part)]

    # --- what is asked about --------------------------------------------------------
    def actor(self, part: str) -> str:
        """The actor that plays a part in the case."""
        return self._known(part, self.asked[part])

    def actor_of(self, part: str, key: str) -> str:
        """The actor that a part of the case names under a key."""
        return self._known(part, self.asked[part][key])

    def actors(self, part: str, *, count: int) -> list[str]:
        given = self.asked[part]
        if not isinstance(given, list | tuple) or len(given) != count:
            raise InvalidOption(f"The report's {part} is {given!r}. Give {count} actors in a list.")
        return [self._known(part, actor) for actor in given]

    def pair(self, part: str, first: str, second: str) -> tuple[str, str]:
        """Two values that belong together: the ends of a way, the dates before and after."""
        given = self.asked[part]
        if not isinstance(given, Mapping) or not given.get(first) or not given.get(second):
            raise InvalidOption(f'The report\'s {part} is {given!r}. Give it as {{"{first}": …, "{second}": …}}.')
        return str(given[first]), str(given[second])

    def ends(self, part: str) -> tuple[str, str]:
        source, target = self.pair(part, "from", "to")
        return self._known(part, source), self._known(part, target)

    def _known(self, part: str, actor: Any) -> str:
        try:
            self.network.core.actor(str(actor))
        except UnknownActor as error:
            raise UnknownActor(f"The report's {part}: {error}") from None
        return str(actor)

    @cached_property
    def period(self) -> str | None:
        return self.asked.get("period")

    # --- projections the sections share ---------------------------------------------
    @cached_property
    def cooperation(self) -> Projection:
        """Who works with whom in the period."""
        return self.layer("cooperation")

    def layer(self, name: str) -> Projection:
        """A layer in the period; every tie where no layer is called so."""
        everything = Projection(during=self.period)
        return everything.replace(layers=name) if name in self.network.vocabulary["layers"] else everything

    def without_kinds(self, over: Projection, *kinds: str) -> Projection:
        """The projection without actors of some kinds of the vocabulary's first level."""
        roots = [kind for kind, facts in self.network.vocabulary["kinds"].items() if "is_a" not in facts]
        if not set(kinds) & set(roots):
            return over
        return over.replace(kinds=[*(kind for kind in roots if kind not in kinds), None])

    # --- cells ----------------------------------------------------------------------
    def name(self, actor: str) -> str:
        """An actor as readers know it: its short name."""
        return self.network.label(actor, self.lang, short=True)

    def cell(self, actor: str) -> Actor:
        return Actor(actor, self.name(actor))

    def status(self, status: str | None) -> Status:
        return Status(status or "", self.say.status(status))

    def sources(self, ids: Iterable[str]) -> Sources:
        return Sources(self.ordered(ids))

    def ordered(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Sources in the order of the network's table, each once."""
        wanted = set(ids)
        return tuple(key for key in self.network.sources if key in wanted)

    def relation(self, relation: str) -> str:
        return self.network.vocabulary.label("relations", relation, self.lang)

    def kind(self, actor: str) -> str:
        return self.network.vocabulary.label("kinds", self.network.actors[actor].kind, self.lang)

    def country(self, actor: str) -> str:
        """A country by its name if it is an actor, else by its code."""
        return self._country(self.network.actors[actor].country or "")

    def country_name(self, part: str) -> str:
        """A country that the report asks about, by its name if it is an actor."""
        return self._country(str(self.asked[part]))

    def _country(self, code: str) -> str:
        return self.name(code) if code in self.network.actors else code
