"""Write a file or a network's folder while calls of the system fail, and look at what is left.

Run under LD_PRELOAD of the built faults.c: `acts.py file|folder WORKPLACE`. Prints a line for everything that is wrong.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import ClassVar

import coopnet as cn
from coopnet.files import write_atomically


@cache
def faults() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.faults_log.restype = ctypes.c_char_p
    return library


SHORT, KILL, INTERRUPT = -1, -2, -3
NAMES = {errno.ENOSPC: "ENOSPC", errno.EIO: "EIO", SHORT: "short write", KILL: "SIGKILL", INTERRUPT: "EINTR"}
# An interrupted call is tried again as often as it takes: for ever would be for ever.
KINDS = [(kind, ever) for kind in NAMES for ever in (False, True) if (kind, ever) != (INTERRUPT, True)]


class Act:
    """Something to write over something that is there: `old`, `new`, and what a reader finds."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def prepare(self) -> None:
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir()
        self.write("old")

    def write(self, which: str) -> None:
        raise NotImplementedError

    def found(self) -> str:
        raise NotImplementedError

    def litter(self) -> list[str]:
        return [name for name in os.listdir(self.place) if name.startswith(".")]


class File(Act):
    texts: ClassVar = {"old": b"old " * 5000, "new": b"new " * 7000, "newer": b"newer"}

    def write(self, which: str) -> None:
        write_atomically(self.place / "note.txt", self.texts[which])

    def found(self) -> str:
        content = (self.place / "note.txt").read_bytes()
        return next((which for which, text in self.texts.items() if text == content), f"{len(content)} other bytes")


class Folder(Act):
    def __init__(self, place: Path) -> None:
        super().__init__(place)
        old = cn.Network.from_edges([("a", "b"), ("b", "c")], name="old").with_column("actors", "note", {"a": "x"})
        self.networks = {
            "old": old,
            "new": cn.load("demo-referral"),
            "newer": cn.Network.from_edges([("a", "z")], directed=False, name="newer"),
        }

    def write(self, which: str) -> None:
        cn.write(self.networks[which], self.place)

    def found(self) -> str:
        there = cn.read(self.place)
        return next((which for which, network in self.networks.items() if network == there), repr(there))


def in_a_child(deed: Callable[[], None], place: Path, at: int, kind: int, ever: bool) -> tuple[str, int]:
    """What a child said that did the deed with a fault armed, and how many calls it made; "" is success."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        said = "it ended"
        try:
            faults().faults_arm(os.fsencode(place), at, kind, ever)
            deed()
            said = ""
        except cn.CoopnetError as error:
            said = str(error)
        except BaseException as error:
            said = f"raised {error!r}"
        calls = faults().faults_calls()
        faults().faults_arm(b"", 0, 0, 0)
        os.write(writer, f"{calls}:{said}".encode())
        os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        calls, _, said = pipe.read().decode().partition(":")
    os.waitpid(child, 0)
    return (said, int(calls)) if calls else ("killed", 0)


def look(act: Act, said: str, kind: int) -> Iterator[str]:
    """What is wrong with what is left after `said`."""
    found = act.found()
    if said == "killed":
        yield from () if kind == KILL else ["it died"]
        expected = {"old", "new"}
    elif said == "":
        expected = {"new"}
    elif "Nothing was changed" in said:
        expected = {"old"}
    elif "is written" in said or "holds the new files" in said:
        expected = {"new"}
    else:
        yield f"said {said!r}"
        expected = {"old", "new"}
    if found not in expected:
        yield f"left {found} after {said!r}"
    if len(act.litter()) > 1:
        yield f"left {act.litter()}"


def try_all(act: Act) -> Iterator[str]:
    act.prepare()
    said, calls = in_a_child(lambda: act.write("new"), act.place, 0, 0, False)
    if said or calls < 5:
        yield f"without a fault: {said!r} after {calls} calls"
    for kind, ever in KINDS:
        for at in range(1, calls + 1):
            case = f"{NAMES[kind]} at call {at}{' and ever after' if ever else ''}"
            act.prepare()
            said, _ = in_a_child(lambda: act.write("new"), act.place, at, kind, ever)
            yield from (f"{case}: {wrong}" for wrong in look(act, said, kind))
            before = act.found()
            # The next write fails too, at once; then one goes well.
            if kind == KILL:
                said, _ = in_a_child(lambda: act.write("newer"), act.place, 1, errno.ENOSPC, True)
                if not said or act.found() != before:
                    yield f"{case}, then ENOSPC: {act.found()} after {said!r}"
            act.write("newer")
            if act.found() != "newer" or act.litter():
                yield f"{case}: the next write left {act.found()} and {act.litter()}"


def order(act: Act) -> str:
    """The calls of one write, in order."""
    act.prepare()
    faults().faults_arm(os.fsencode(act.place), 0, 0, False)
    act.write("new")
    log = faults().faults_log().decode()
    faults().faults_arm(b"", 0, 0, False)
    return log


if __name__ == "__main__":
    act = {"file": File, "folder": Folder}[sys.argv[1]](Path(sys.argv[2]))
    print(order(act))
    for wrong in try_all(act):
        print(wrong)
