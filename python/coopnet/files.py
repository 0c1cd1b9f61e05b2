"""Files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from .errors import CoopnetError

__all__ = ["write_atomically"]


def write_atomically(path: str | os.PathLike[str], content: bytes) -> None:
    """Replace the file at `path` by `content`; whatever goes wrong, the old file stays as it was.

    The bytes go to a file beside it, reach the disk, and take the name in one step. A link is followed, so that the
    file it points to is replaced, and an existing file keeps its permissions. What is no file (a pipe, a device) is
    written to as it is: there is nothing to replace.

    Raises CoopnetError if the folder does not exist, cannot be written to, or the disk is full.

    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     note = pathlib.Path(folder, "note.txt")
    ...     write_atomically(note, b"first")
    ...     write_atomically(note, b"second")
    ...     note.read_text()
    'second'
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise CoopnetError(f"{os.fspath(path)} is a folder; name a file in it.")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _replace(target, content)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CoopnetError(f"{os.fspath(path)} cannot be written: {reason}. Nothing was changed.") from error


def _replace(target: Path, content: bytes) -> None:
    handle, beside = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with open(handle, "wb") as file:
            os.fchmod(file.fileno(), _mode(target))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
    _sync_folder(target.parent)


def _mode(target: Path) -> int:
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    # Some file systems do not sync folders; the file is complete all the same.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
