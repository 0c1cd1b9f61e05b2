"""One number of an answer, and which way is better."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from .. import _core
from ..errors import InvalidOption, NoPathway
from ..network import Network
from ..projection import Projection
from ..questions import found, numbers
from ..tables import Scores
from ..ways import Pathway, Pathways, Reach

__all__ = ["Judge"]

# Of a pathway, these are better if less. All other numbers are better if more, unless said.
LENGTHS = ("steps", "cost", "delay_days")
PATHWAY = (*LENGTHS, "reliability")

# By question, the numbers that a further tie can never make worse, while parallel ties stay apart.
MONOTONE: dict[str, tuple[str, ...]] = {
    "shortest": ("cost",),
    "all_shortest": ("cost",),
    "k_shortest": ("cost",),
    "most_reliable": ("reliability", "cost"),
    "find": ("cost",),
    "reliability": ("value",),
    "reach": ("count",),
    "joined_pairs": ("value",),
}


class Judge:
    """Asks a question and reads one number of its answer; no pathway is infinitely long, and of reliability 0."""

    def __init__(
        self,
        question: str | Callable[..., Any],
        subject: Sequence[Any],
        options: Mapping[str, Any],
        over: Projection | None,
        number: str | None,
        better: str | None,
    ) -> None:
        if better not in (None, "more", "less"):
            raise InvalidOption(f'better="{better}" is not known. Say "more" or "less".')
        self.question = found(question)
        self._subject = subject
        self._options = options
        self._over = over
        self._number = number
        self._better = better
        self._is_reach = False
        self.convention = ""
        self.ties: list[int] = []

    @property
    def number(self) -> str:
        """Which number is judged; before an answer came, that of a pathway."""
        if self._number is not None:
            return self._number
        weight = (self._over or Projection()).weight
        if self.question.__name__ == "most_reliable" or weight == "reliability":
            return "reliability"
        return "steps" if weight is None else "cost"

    @property
    def less(self) -> bool:
        """Less is better."""
        if self._better is not None:
            return self._better == "less"
        return self.number in LENGTHS or (self._is_reach and self.number != "count")

    @property
    def worst(self) -> float:
        """The number of no pathway."""
        return math.inf if self.less else 0.0

    def settle(self, networks: Sequence[Network]) -> list[float]:
        """The number for each of some networks, asked first, so that it is known which number an answer has.

        The first is the network as recorded: what its answer assumes and reads is told.
        """
        answers = [self._answer(network) for network in networks]
        if answers[0] is not None:
            self.convention, self.ties = answers[0].convention, list(answers[0]._ties)
        known = next((answer for answer in answers if answer is not None), None)
        if known is not None:
            self._settle_on(known)
        return [self._read(answer) for answer in answers]

    def ask(self, network: Network) -> float:
        return self._read(self._answer(network))

    def gain(self, before: float, after: float) -> float:
        """How much better the second number is; 0 for two that are equal, infinite ones too."""
        if before == after:
            return 0.0
        return before - after if self.less else after - before

    def place(self, value: float) -> tuple[bool, float]:
        """Sorts the best first, undefined ones last."""
        return (math.isnan(value), value if self.less else -value)

    def monotone(self) -> str:
        """Why further ties might make the number worse; empty if they cannot."""
        over = self._over or Projection()
        name = self.question.__name__
        number = "cost" if self.number == "steps" and over.weight is None else self.number
        if not self.question.__module__.startswith("coopnet.pathways."):
            return f"more ties may make the {name} of an actor or a network worse"
        if self._options.get("method") == "sample":
            return "a sample may fall lower with more ties"
        if number not in MONOTONE.get(name, ()):
            return f"the {self.number} of the answer to {name} may get worse with more ties"
        if over.affiliations != "keep" or over.parallel not in ("auto", "keep"):
            return "what is folded or merged may get worse with more ties"
        return ""

    # --- reading an answer --------------------------------------------------------
    def _answer(self, network: Network) -> Any:
        try:
            return self.question(network, *self._subject, over=self._over, **self._options)
        except NoPathway:
            return None

    def _settle_on(self, answer: Any) -> None:
        self._is_reach = isinstance(answer, Reach)
        if self._number is not None and self._is_reach and self._number != "count":
            answer.network.core.actor(self._number)  # UnknownActor, with the nearest ones named
        elif self._number is None and self._is_reach:
            self._number = "count"
        elif self._number is None and not isinstance(answer, (Pathway, Pathways)):
            self._number = self._only_number(answer)
        elif self._number is not None and self._number not in (known := [str(key) for key in numbers(answer)]):
            if self._number in answer.network.actors:
                return
            hint = _core.nearest_hint(self._number, known)
            raise InvalidOption(f'The answer to {self.question.__name__} has no number "{self._number}".{hint}')

    def _only_number(self, answer: Any) -> str:
        known = list(numbers(answer))
        if known == ["value"]:
            return "value"
        whose = "an actor, as number=" if isinstance(answer, Scores) else "one of its numbers, as number="
        first = next(iter(known), "…")
        raise InvalidOption(f'{self.question.__name__} has many numbers. Say which is judged: {whose}"{first}".')

    def _read(self, answer: Any) -> float:
        if answer is None:
            return self.worst
        if isinstance(answer, Reach):
            return float(len(answer)) if self.number == "count" else float(answer.get(self.number, self.worst))
        if isinstance(answer, Pathways):
            answer = answer[0]
        if isinstance(answer, Pathway) and self.number in PATHWAY:
            return float(getattr(answer, self.number))
        if isinstance(answer, Scores):
            return float(dict(answer).get(self.number, math.nan))
        return float({str(key): value for key, value in numbers(answer).items()}.get(self.number, math.nan))
