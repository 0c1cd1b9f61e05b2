"""Text for a terminal: names stay text, whatever they hold."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from ..show import shown

__all__ = ["harmless", "note", "print_answers", "print_lines", "print_table"]

# Control characters as the pictures Unicode has for them, so that no name can steer the terminal.
_C0 = {code: 0x2400 + code for code in range(0x20)}
_PICTURES = _C0 | {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
_LINES = {code: sign for code, sign in _PICTURES.items() if code != 0x0A}


def harmless(text: str, *, lines: bool = False) -> str:
    """The text with control characters made visible; with `lines`, line ends stay."""
    return text.translate(_LINES if lines else _PICTURES)


def note(sentence: str) -> None:
    """A line beside the answer: stderr."""
    if sys.stderr is not None:
        print(harmless(sentence, lines=True), file=sys.stderr)


def print_table(rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows as a table on stdout, as wide as the terminal; never cut where nobody looks on."""
    if not rows or sys.stdout is None:
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    names = list(rows[0])
    for name in names:
        number = any(isinstance(row.get(name), (int, float)) for row in rows)
        table.add_column(
            Text(harmless(name)),
            justify="right" if number else "left",
            no_wrap=number or name == "id",
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(harmless(shown(row.get(name)))) for name in names))
    _print(table)


def print_lines(text: str) -> None:
    """Sentences on stdout, a line each."""
    if sys.stdout is not None:
        print(harmless(text, lines=True))


def print_answers(answers: Sequence[tuple[str, str, str, str]]) -> None:
    """Answers in two lines each: the question; what decides it, and why."""
    if sys.stdout is None:
        return
    from rich.padding import Padding
    from rich.text import Text

    for label, title, lead, sentence in answers:
        answer = Text(harmless(lead), style="bold").append(f" {harmless(sentence)}", style="not bold")
        _print(Text(harmless(f"{label}. {title}"), style="dim"), Padding(answer, (0, 0, 1, 2)))


def _print(*things: Any) -> None:
    """As wide as the terminal, in its colors; never cut and plain where nobody looks on."""
    from rich.console import Console

    seen = sys.stdout.isatty()
    color = seen and not os.environ.get("NO_COLOR")
    console = Console(file=sys.stdout, width=None if seen else 10_000, color_system="auto" if color else None)
    with console.capture() as captured:
        for thing in things:
            console.print(thing)
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))
