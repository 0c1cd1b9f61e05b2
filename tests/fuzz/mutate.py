"""Read files that nobody would write: `mutate.py FORMAT FROM COUNT`, each made from a bundled network and a seed.

Whatever is in them, reading gives a network or one of our errors. Prints the seed and the traceback of the first other
thing; `FORMAT SEED 1` repeats it.
"""

from __future__ import annotations

import random
import sys
import tempfile
import traceback
from pathlib import Path

import coopnet as cn

TOKENS = [
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b'"', b"'", b"\n", b"\r", b"\n\n", b",", b";", b"{", b"}", b"[",
    b"]", b"..", b"nan", b"1e999", b"-1", b"9" * 400, b"2022-13", b"null", b"\\ud800", b"\\u0000", b"<b>", b"&lt;",
    b"graph", b"subgraph", b"strict", b"->", b"--", b"/*", b"//", b"#", b"=", b"\\N", b"<", b">", "ខ្មែរ".encode(),
    b"coopnet_1", b"<node>", b"</node>", b"<!DOCTYPE x>", b"<![CDATA[", b"&#0;", b"<?xml version='1.1'?>",
]  # fmt: skip


def mutated(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice([1, 1, 3, 30, 500]))
        match chance.randrange(5):
            case 0:
                data[at:at] = chance.choice(TOKENS)
            case 1:
                del data[at:end]
            case 2:
                data[at:at] = data[at:end]
            case 3 if at < len(data):
                data[at] ^= 1 << chance.randrange(8)
            case _:
                other = chance.randrange(len(data) + 1)
                data[at:end] = data[other : other + chance.randrange(40)]
    return bytes(data) if chance.random() > 0.02 else bytes(data[: chance.randrange(len(data) + 1)])


def written(format: str, place: Path) -> Path:
    """The seed of all: a small network with something in every table."""
    path = place / f"seed.{format}" if format != "folder" else place / "seed"
    cn.write(cn.load("demo-referral"), path, format)
    return path


def try_one(format: str, original: Path, seed: int) -> None:
    chance = random.Random(seed)
    if format == "folder":
        victim = chance.choice(sorted(original.iterdir()))
        content = victim.read_bytes()
        victim.write_bytes(mutated(content, chance))
        try:
            cn.read(original)
        finally:
            victim.write_bytes(content)
        return
    path = original.with_name(f"mutated.{format}")
    path.write_bytes(mutated(original.read_bytes(), chance))
    cn.read(path)


def main(format: str, first: int, count: int) -> int:
    read = 0
    with tempfile.TemporaryDirectory() as place:
        original = written(format, Path(place))
        for seed in range(first, first + count):
            try:
                try_one(format, original, seed)
                read += 1
            except cn.CoopnetError as error:
                if not str(error):
                    print(f"seed {seed}: an error without a sentence")
                    return 1
            except BaseException:
                print(f"seed {seed}:\n{traceback.format_exc()}")
                return 1
    print(f"{read} of {count} were networks")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
