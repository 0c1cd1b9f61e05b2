"""The core that a page carries, as WebAssembly."""

from __future__ import annotations

import base64
import gzip
from functools import cache
from pathlib import Path

__all__ = ["packed_core"]

_FILE = Path(__file__).parents[1] / "_web" / "coopnet.wasm"


@cache
def packed_core() -> str | None:
    """The compiled core as `unpacked` of a page takes it: gzip, as base64; the same text for the same core.

    None where coopnet was built without the compiler for it (clang-19): a page then has prepared scenarios only.

    >>> packed_core() is None or packed_core().startswith("H4sI")
    True
    """
    if not _FILE.is_file():
        return None
    return base64.b64encode(gzip.compress(_FILE.read_bytes(), mtime=0)).decode("ascii")
