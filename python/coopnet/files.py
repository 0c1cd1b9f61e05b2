"""Files read as text; files, and folders of them, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from .errors import CoopnetError, ParseError

__all__ = ["read_bytes", "read_files", "read_text", "write_atomically", "write_files"]

WRITING = ".coopnet-writing"  # files of a folder that are not all there yet
WRITTEN = ".coopnet-written"  # all there, but not yet in their places; an empty one stands for a file to remove


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises CoopnetError if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise CoopnetError(f"{path} cannot be read: {_reason(error)}.") from error


def read_text(path: Path) -> str:
    """The text of a file, in UTF-8, with or without a byte order mark.

    Raises ParseError, with the line, for other bytes and for NUL; CoopnetError if the file cannot be read.
    """
    data = read_bytes(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        hint = "Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)."
        raise ParseError(f"{path}, line {line}: this is not UTF-8 text. {hint}", str(path), line) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise ParseError(f"{path}, line {line}: a NUL character. Save it as UTF-8 text.", str(path), line)
    return text


def write_atomically(path: str | os.PathLike[str], content: bytes) -> None:
    """Replace the file at `path` by `content`; whatever goes wrong, the old file stays as it was.

    The bytes go to a hidden file beside it, reach the disk, and take the name in one step. Should the machine stop
    in between, that hidden file is left, and the next write of the same file removes it. A link is followed, so that
    the file it points to is replaced, and an existing file keeps its permissions. What is no file (a pipe, a device)
    is written to as it is: there is nothing to replace.

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
            return
        _replace(target, content)
    except OSError as error:
        raise CoopnetError(f"{os.fspath(path)} cannot be written: {_reason(error)}. Nothing was changed.") from error
    _confirm(target.parent, target)


def write_files(folder: str | os.PathLike[str], contents: Mapping[str, bytes]) -> None:
    """Replace the files of a folder by those of `contents`, all or none; one without content is removed.

    Other files of the folder stay. Whoever reads with `read_files` finds the old files or the new ones, never some of
    each, even where the machine stopped in between: the new ones are put together in a hidden folder, which takes its
    final name in one step and is emptied into place. The next write finishes what was left, or removes it.

    Raises CoopnetError, and says which of the two the folder holds.
    """
    home = Path(folder)
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = os.open(home, os.O_RDONLY)
    except OSError as error:
        raise CoopnetError(f"{home} cannot be written: {_reason(error)}. Nothing was changed.") from error
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _gather(home, contents)
        _put_in_place(home)
    finally:
        _close(lock)


def read_files(folder: str | os.PathLike[str], names: Iterable[str]) -> dict[str, Path]:
    """Where each of these files of a folder is to be read; without those that are not there."""
    home = Path(folder)
    found = {}
    for name in names:
        waiting = home / WRITTEN / name
        if waiting.exists():
            if waiting.stat().st_size > 0:
                found[name] = waiting
        elif (home / name).exists():
            found[name] = home / name
    return found


# --- one file -------------------------------------------------------------------------


def _replace(target: Path, content: bytes) -> None:
    beside = target.with_name(f".{target.name}.part")
    handle = _open_alone(beside)
    try:
        os.ftruncate(handle, 0)
        with contextlib.suppress(FileNotFoundError):
            os.fchmod(handle, target.stat().st_mode & 0o7777)
        with open(handle, "wb", closefd=False) as file:
            file.write(content)
        os.fsync(handle)
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
    finally:
        _close(handle)


def _close(handle: int) -> None:
    # What counts has reached the disk before; a close that fails takes nothing back.
    with contextlib.suppress(OSError):
        os.close(handle)


def _open_alone(path: Path) -> int:
    """Open the file for writing as the only one who does; what another has left half-written is used again."""
    while True:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            # While we waited it may have become the file itself.
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _confirm(folder: Path, target: Path) -> None:
    try:
        _sync_folder(folder)
    except OSError as error:
        raise CoopnetError(
            f"{target} is written, but the disk did not confirm it: {_reason(error)}. Write it again to be sure."
        ) from error


# --- a folder of files ----------------------------------------------------------------


def _gather(home: Path, contents: Mapping[str, bytes]) -> None:
    try:
        _settle(home)
        _remove(home / WRITING)
        (home / WRITING).mkdir()
        for name, content in contents.items():
            _put(home / WRITING / name, content, like=home / name)
        _sync_folder(home / WRITING)
        os.rename(home / WRITING, home / WRITTEN)
    except BaseException as error:
        _remove(home / WRITING)
        if not isinstance(error, OSError):
            raise
        raise CoopnetError(f"{home} cannot be written: {_reason(error)}. Nothing was changed.") from error


def _put_in_place(home: Path) -> None:
    try:
        _sync_folder(home)
        _settle(home)
    except OSError as error:
        raise CoopnetError(
            f"{home} holds the new files, but not all are in place: {_reason(error)}. Write it again to finish."
        ) from error


def _remove(folder: Path) -> None:
    with contextlib.suppress(OSError):  # a close that fails is not ignored by ignore_errors
        shutil.rmtree(folder, ignore_errors=True)


def _put(path: Path, content: bytes, like: Path) -> None:
    with open(path, "xb") as file:
        with contextlib.suppress(FileNotFoundError):
            os.fchmod(file.fileno(), like.stat().st_mode & 0o7777)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(home: Path) -> None:
    """Move the files that are all there into their places."""
    if not (home / WRITTEN).exists():
        return
    for waiting in sorted((home / WRITTEN).iterdir()):
        target = home / waiting.name
        if waiting.stat().st_size > 0:
            os.replace(waiting, target)
        else:
            target.unlink(missing_ok=True)
            waiting.unlink()
    (home / WRITTEN).rmdir()
    _sync_folder(home)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a file system that does not sync folders
            raise
    finally:
        _close(handle)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
