"""A bar on stderr for long work, on a terminal only."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["bar"]

PATIENCE = 0.5  # seconds before a bar is worth a person's eye


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], bool] | None]:
    """A callback (done, to do) that moves a bar; nothing where nobody looks on."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    started = time.monotonic()
    progress = Progress(console=Console(file=sys.stderr), transient=True)
    task = progress.add_task(what, total=None)

    def move(done: int, total: int) -> bool:
        if not progress.live.is_started and time.monotonic() - started > PATIENCE:
            progress.start()
        progress.update(task, completed=done, total=total or None)
        return True

    try:
        yield move
    finally:
        progress.stop()
