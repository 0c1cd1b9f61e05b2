"""Read files that nobody would write: `mutate.py FORMAT FROM COUNT`, each made from a bundled network and a seed.

Whatever is in them, reading gives a network or one of our errors. Prints the seed and the traceback of the first other
thing; `FORMAT SEED 1` repeats it.
"""

from __future__ import annotations

import io
import json
import random
import sys
import tempfile
import traceback
import zipfile
from pathlib import Path

import coopnet as cn
from coopnet.foreign.proposal import propose

TOKENS = [
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b'"', b"'", b"\n", b"\r", b"\n\n", b",", b";", b"{", b"}", b"[",
    b"]", b"..", b"nan", b"1e999", b"-1", b"9" * 400, b"2022-13", b"null", b"\\ud800", b"\\u0000", b"<b>", b"&lt;",
    b"graph", b"subgraph", b"strict", b"->", b"--", b"/*", b"//", b"#", b"=", b"\\N", b"<", b">", "ខ្មែរ".encode(),
    b"coopnet_1", b"<node>", b"</node>", b"<!DOCTYPE x>", b"<![CDATA[", b"&#0;", b"<?xml version='1.1'?>",
]  # fmt: skip


# Tables of the Correlates of War Project, by the format's name.
COW = {
    "cow-igo-state-year": "ccode,year,state,AAA,BBB\n9001,1965,north,1,-9\n9001,1970,north,1,0\n9002,1970,south,3,-1\n",
    "cow-igo-year": "ioname,orgname,year,north,south,sdate,deaddate,longorgname,ionum,version\n"
    "AAA,Alpha,1970,1,3,1960,,,1,3\nAAA,Alpha,1971,2,-1,1960,,,1,3\n",
    "cow-contiguity": "dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\n"
    '90019002,9001,NOR,9002,SOU,1,195003,197012,"a note, with a comma",3.2\n'
    "90019002,9001,NOR,9002,SOU,4,197101,201612,,3.2\n",
    "cow-alliances": "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_day,dyad_st_month,dyad_st_year,"
    "dyad_end_day,dyad_end_month,dyad_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente,"
    "asymmetric,version\n7,9001,North,9002,South,1,2,1950,,,,0,1,1,0,0,0,0,4.1\n"
    "8,9002,South,9001,North,-9,6,1951,31,12,1960,0,0,0,1,0,1,0,4.1\n",
}


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
    if format in FOREIGN:
        return foreign(format, place)
    if format in COW:
        path = place / "seed.csv"
        path.write_text(COW[format], encoding="utf-8")
        return path
    path = place / f"seed.{format}" if format != "folder" else place / "seed"
    cn.write(cn.load("demo-referral"), path)
    return path


# Tables of other people, each beside a table of actors and a mapping.
TIES = [
    ["From", "To", "Tanggal", "Keyakinan", "Bobot", "note"],
    ["NCB Jkt", "KH.NCB", "23/08/2022", "High", "1.234,5", "x, y"],
    ["KH.NCB", "007", "2022-08/2022-09", "0,5", "45%", ""],
    ["007", "NCB Jkt", "15 Agustus 2022", "Low", "1 234", "Kép"],
]
ACTORS = [["Kode", "Nama"], ["NCB Jkt", "Bureau"], ["KH.NCB", "Bureau"], ["007", "Post"]]
MATRIX = [["", "a", "b"], ["b", "1", "0,5"], ["a", "", "2"], ["", "", ""], ["meets"], ["", "a", "b"], ["a", "0", "1"]]
MAPPING = {
    "columns": {"source": "From", "target": "To", "date": "Tanggal", "reliability": "Keyakinan", "strength": "Bobot"}
    | {"actors.id": "Kode", "name": "Nama"},
    "values": {"reliability": {"High": 0.9, "Low": None}, "actor": {"NCB Jkt": "ID.NCB"}},
    "dayfirst": True,
    "decimal": ",",
    "until": "exclusive",
}
FOREIGN = ("tables", "matrix", "xlsx", "parquet")


def foreign(format: str, place: Path) -> Path:
    """A table of ties of others, its actors and its mapping."""
    (place / "map.json").write_text(json.dumps(MAPPING), encoding="utf-8")
    (place / "actors.csv").write_text("\n".join(";".join(row) for row in ACTORS), encoding="cp1252")
    if format == "tables":
        path = place / "ties.csv"
        path.write_text("\n".join(";".join(row) for row in TIES), encoding="cp1252")
    elif format == "matrix":
        path = place / "matrix.csv"
        path.write_text("\n".join(";".join(row) for row in MATRIX), encoding="utf-8")
        (place / "map.json").write_text('{"matrix": true, "decimal": ","}', encoding="utf-8")
    elif format == "xlsx":
        import openpyxl

        path, book = place / "ties.xlsx", openpyxl.Workbook()
        for row in TIES:
            book.active.append(row)
        book.save(path)
    else:
        path = place / "ties.parquet"
        edges = [(f"A{number}", f"A{number % 7}") for number in range(50)]
        cn.write(cn.Network.from_edges(edges, weights=range(50)), path)
    return path


def in_archive(content: bytes, chance: random.Random) -> bytes:
    """A workbook with one of its parts spoilt: bytes of a whole archive hardly ever get past the checksums."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(written, "w") as after:
        victim = chance.choice(before.namelist())
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, mutated(part, chance) if name == victim else part)
    return written.getvalue()


def try_foreign(format: str, original: Path, seed: int) -> None:
    chance = random.Random(seed)
    names = {"ties": original, "actors": original.with_name("actors.csv"), "mapping": original.with_name("map.json")}
    victim = chance.choice(["ties", "ties", *(["actors", "mapping"] if format == "tables" else ["ties"])])
    content = names[victim].read_bytes()
    spoilt = original.with_name(f"spoilt{names[victim].suffix}")
    spoil = in_archive if format == "xlsx" and victim == "ties" and chance.random() < 0.8 else mutated
    spoilt.write_bytes(spoil(content, chance))
    names[victim] = spoilt
    actors = names["actors"] if format in ("tables", "xlsx") else None
    if format != "parquet" and chance.random() < 0.5:
        proposal = propose(names["ties"], actors)
        json.loads(proposal.to_json())
        cn.read(names["ties"], actors=actors, mapping=proposal.mapping)
    else:
        cn.read(names["ties"], actors=actors, mapping=None if format == "parquet" else names["mapping"])


def try_one(format: str, original: Path, seed: int) -> None:
    if format in FOREIGN:
        try_foreign(format, original, seed)
        return
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
    path = original.with_name(f"mutated{original.suffix}")
    path.write_bytes(mutated(original.read_bytes(), chance))
    cn.read(path, format)


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
