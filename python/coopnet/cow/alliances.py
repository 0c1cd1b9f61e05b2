"""Formal alliances, version 4.1: who was party to which alliance, or allied with whom, and what they promised."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import ParseError
from ..network import Network
from .sheet import Sheet, network_of

__all__ = ["alliances"]

PROMISES = ("defense", "neutrality", "nonaggression", "entente")
CENSORED = ("left_censor", "right_censor")
VOCABULARY = {
    "kinds": {"alliance": {"is_a": "treaty", "label": {"en": "Alliance", "id": "Aliansi"}}},
    "relations": {
        "allied_with": {
            "layer": "membership",
            "directed": False,
            "from": ["state"],
            "to": ["state"],
            "label": {"en": "is allied with", "id": "bersekutu dengan"},
        }
    },
}
SOURCE = {
    "id": "COW.ALLIANCES",
    "title": "Formal Alliances, version 4.1",
    "publisher": "Correlates of War Project",
    "url": "https://correlatesofwar.org/data-sets/formal-alliances/",
}


def alliances(path: str | os.PathLike[str]) -> Network:
    """Alliances from ``alliance_v4.1_by_member.csv``, ``…_by_dyad.csv`` or ``…_by_directed.csv``.

    The header tells which. By member, each row is a tie ``party_to`` from the state to the alliance (``A7`` for
    ``version4id`` 7, a kind of treaty, so that `pathways.instruments` and `joined_pairs` ask about it). By dyad, each
    row is an undirected tie ``allied_with`` whose `instrument` is the alliance; a pair that stands both ways round, as
    in the directed table, or twice alike, is one tie. Ties keep `defense neutrality nonaggression entente` (1 promised,
    0 not) and `left_censor right_censor` (1: the period began before the table does, or goes on after it).

    Notes
    -----
    Days or months that are -9 or empty are not known: the date has the precision that is left. An end that is empty
    stays empty, unknown; with ``right_censor`` 1 the alliance held on the last day of the table, 31 December 2012.
    Raises InvalidNetwork with every cell that is wrong, by row and column; ParseError for another table, and for the
    yearly ones, which say the same a row a year.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     table = pathlib.Path(folder, "by_member.csv")
    ...     _ = table.write_text("version4id,ccode,state_name,mem_st_day,mem_st_month,mem_st_year,mem_end_day,"
    ...         "mem_end_month,mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente\\n"
    ...         "7,9001,North,-9,6,1950,,,,0,1,1,0,0,0\\n")
    ...     states = alliances(table)
    >>> [(tie.source, tie.relation, tie.target, tie.since, tie.until) for tie in states.ties.values()]
    [('9001', 'party_to', 'A7', '1950-06', None)]
    """
    path = Path(path)
    sheet = Sheet(path, ("version4id", *PROMISES, *CENSORED), "a table of formal alliances")
    if "year" in sheet:
        raise ParseError(
            f"{path}, line 1: the column year belongs to a yearly table. Read alliance_v4.1_by_member.csv or "
            "alliance_v4.1_by_dyad.csv, which give the periods.",
            str(path),
            1,
            sheet.names.index("year") + 1,
        )
    by_member = "ccode1" not in sheet
    prefix, sides = ("mem", ("",)) if by_member else ("dyad", ("1", "2"))
    starts, ends = ([f"{prefix}_{end}_{part}" for part in ("year", "month", "day")] for end in ("st", "end"))
    sheet.require([*starts, *ends, *(f"ccode{side}" for side in sides)], "a table of alliances by member or by dyad")

    actors: dict[str, dict[str, Any]] = {}
    ties: dict[tuple[Any, ...], Mapping[str, Any]] = {}
    for place in range(len(sheet)):
        treaty = f"A{sheet.whole('version4id', place, meaning='the number of the alliance')}"
        kind = sheet.column("ss_type")[place] if "ss_type" in sheet else ""
        actors.setdefault(treaty, {"id": treaty, "name": f"Alliance {treaty[1:]}", "kind": "alliance", "note": kind})
        states = [_state(sheet, side, place, actors) for side in sides]
        since, until = sheet.day(starts, place), sheet.day(ends, place)
        if since and until and until[: len(since)] < since[: len(until)]:
            sheet.wrong(ends[0], place, f"{until} is before the start {since}. Correct one of the two.")
        facts = {name: sheet.whole(name, place, among=(0, 1), meaning="0 or 1") for name in (*PROMISES, *CENSORED)}
        tie: dict[str, Any] = {"since": since, "until": until, **facts}
        if by_member:
            tie |= {"source": states[0], "target": treaty, "relation": "party_to"}
        else:
            first, second = sorted(states, key=lambda code: (len(code), code))
            tie |= {"source": first, "target": second, "relation": "allied_with", "instrument": treaty}
        ties.setdefault((treaty, *sorted(states), *tie.items()), tie)
    sheet.finish()
    return network_of(path, actors.values(), ties.values(), source=SOURCE, vocabulary=VOCABULARY)


def _state(sheet: Sheet, side: str, place: int, actors: dict[str, dict[str, Any]]) -> str:
    code = str(sheet.whole(f"ccode{side}", place, meaning="the state's COW number"))
    named = sheet.column(f"state_name{side}")[place] if f"state_name{side}" in sheet else code
    actors.setdefault(code, {"id": code, "name": named, "kind": "state"})
    return code
