"""Networks that come with coopnet, with their sources."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from . import _core
from .errors import UnknownName
from .io import read
from .network import Network

__all__ = ["datasets", "load"]


def folder() -> Path:
    """Where the bundled networks lie."""
    return Path(str(files("coopnet") / "_graphs"))


def datasets() -> list[str]:
    """The names that `load` takes.

    >>> "demo-referral" in datasets()
    True
    """
    return sorted(item.name for item in folder().iterdir() if (item / "ties.csv").exists())


def load(name: str) -> Network:
    """A bundled network by name.

    >>> load("demo-referral").title()
    'Synthetic example: a report that crosses a border'

    Raises UnknownName, naming the nearest, if there is none of that name; `coopnet.read` reads your own.
    """
    if name not in datasets():
        hint = _core.nearest_hint(name, datasets())
        raise UnknownName(f'There is no bundled network "{name}".{hint} Use read() for a file or folder of your own.')
    return read(folder() / name)
