"""Pseudonyms: who does not hold the key cannot tell who is meant, nor try out names."""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata
from pathlib import Path

from ..errors import CoopnetError, InvalidOption
from ..frames import FORMAT
from .draft import NAME_ACTORS, Draft

__all__ = ["pseudonymize"]

FEWEST_BYTES = 32


def pseudonymize(draft: Draft, key: str | os.PathLike[str]) -> None:
    """Each actor under a pseudonym, without names, notes, and what else may name it.

    The pseudonym is an HMAC-SHA-256 of the id (as NFKC, casefolded) under the key and the network's name, cut to 128
    bits: the same key gives the same actor of the same network the same pseudonym, and nothing without it.
    """
    secret = _secret(Path(key))
    ids = draft.cells("actors", "id")
    names = {actor: _pseudonym(secret, draft.about["name"], actor) for actor in ids}

    def renamed(cell: str) -> str:
        return names.get(cell, cell)

    for table, columns in draft.tables.items():
        draft.without(table, [column for column in columns if _may_name(table, column)])
    for table, column in NAME_ACTORS:
        draft.change(table, column, renamed)
    draft.playbook = ""
    draft.report = {}


def _may_name(table: str, column: str) -> bool:
    """Names and texts; and columns that are not of the format, which may hold anything."""
    if column.startswith(("name", "short", "note", "definition")):
        return True
    return column not in FORMAT[table] and column not in ("handling", "suppressed")


def _pseudonym(secret: bytes, domain: str, actor: str) -> str:
    text = unicodedata.normalize("NFKC", actor).casefold()
    mark = hmac.new(secret, f"coopnet\0{domain}\0{text}".encode(), hashlib.sha256).digest()[:16]
    return f"p{mark.hex()}"


def _secret(path: Path) -> bytes:
    try:
        secret = path.read_bytes()
    except OSError as error:
        raise CoopnetError(f"The key {path} cannot be read: {error.strerror}. Name a file of random bytes.") from error
    if len(secret) < FEWEST_BYTES:
        raise InvalidOption(
            f"The key {path} has {len(secret)} bytes, too few for a secret. Make one of {FEWEST_BYTES} random bytes."
        )
    return secret
