"""What can go wrong, each also the natural builtin.

The core throws its own twins of these; the binding finds the class here by name. Every
message is one sentence that names the actor, file or row and says what to do.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

__all__ = [
    "Cancelled",
    "CoopnetError",
    "Infeasible",
    "InvalidNetwork",
    "InvalidOption",
    "InvalidWeight",
    "NoPathway",
    "NotConverged",
    "ParseError",
    "Problem",
    "RenderError",
    "UnknownActor",
    "UnknownName",
    "UnknownRelation",
]


class CoopnetError(Exception):
    """The base of every error of coopnet."""

    # KeyError would show its message in quotes, as if the sentence were the key.
    __str__ = Exception.__str__


class UnknownActor(CoopnetError, KeyError):
    """No actor has this id, or the projection leaves it out."""


class UnknownRelation(CoopnetError, KeyError):
    """No relation of the vocabulary has this name."""


class UnknownName(CoopnetError, KeyError):
    """A layer, column, measure or other name that does not exist."""


class InvalidWeight(CoopnetError, ValueError):
    """A weight that the question cannot use: missing, negative, infinite, of the wrong meaning."""


class InvalidOption(CoopnetError, ValueError):
    """A value that an option does not take."""


class Problem(NamedTuple):
    """One thing wrong with a network's tables; `row` counts as a spreadsheet does, the header is row 1."""

    file: str
    row: int | None
    column: str
    message: str


class InvalidNetwork(CoopnetError, ValueError):
    """Everything wrong with a network's tables, found in one pass: `.problems`."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class ParseError(CoopnetError, ValueError):
    """A file that cannot be read as its format: `.path`, `.line`, `.column` (from 1; None if not known)."""

    def __init__(self, message: str, path: str = "", line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.line = line
        self.column = column


class NotConverged(CoopnetError, ValueError):
    """An iteration that did not settle within its limit."""


class NoPathway(CoopnetError, ValueError):
    """No pathway leads there.

    `.reached` says how far one gets, `.cut` which recorded ties onward the projection or a limit left out.
    """

    def __init__(self, message: str, reached: Sequence[Any] = (), cut: Sequence[Any] = ()) -> None:
        super().__init__(message)
        self.reached = tuple(reached)
        self.cut = tuple(cut)


class Infeasible(CoopnetError, ValueError):
    """What is asked contradicts itself: nothing fulfils all of it."""


class RenderError(CoopnetError):
    """A picture that could not be drawn."""


class Cancelled(CoopnetError):
    """The caller stopped the work before it was done."""
