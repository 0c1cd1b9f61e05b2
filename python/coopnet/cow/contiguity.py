"""Direct contiguity, version 3.2: which states border on each other, over land or narrow water, and when."""

from __future__ import annotations

import os
import re
from pathlib import Path

from ..network import Network
from .sheet import Sheet, network_of

__all__ = ["contiguity"]

TYPES = {
    1: "land or river",
    2: "water of up to 12 miles",
    3: "water of up to 24 miles",
    4: "water of up to 150 miles",
    5: "water of up to 400 miles",
}
VOCABULARY = {
    "layers": {"geography": {"label": {"en": "Geography", "id": "Geografi"}}},
    "relations": {
        "contiguous_with": {
            "layer": "geography",
            "directed": False,
            "from": ["state"],
            "to": ["state"],
            "label": {"en": "borders on", "id": "berbatasan dengan"},
        }
    },
}
SOURCE = {
    "id": "COW.CONTIGUITY",
    "title": "Direct Contiguity, version 3.2",
    "publisher": "Correlates of War Project",
    "url": "https://correlatesofwar.org/data-sets/direct-contiguity/",
}
_MONTH = re.compile(r"([0-9]{4})(0[1-9]|1[0-2])")


def contiguity(path: str | os.PathLike[str]) -> Network:
    """Borders from ``contdir.csv``, the master table: a row a pair of states, a type and a period.

    Each row is one undirected tie ``contiguous_with``, with `conttype` (1 land or river, 2 to 5 water of up to 12, 24,
    150 and 400 miles; a code and no scale) and `contiguity`, the same in words. `since` and `until` are months, both
    in. A period that runs into the last month of the table may go on: `ended_by` says ``last_month`` there, else
    ``end``.

    Notes
    -----
    Other tables of the set are by year and hold the same: read the master. Raises InvalidNetwork with every cell that
    is wrong, by row and column, ParseError for another table.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     table = pathlib.Path(folder, "contdir.csv")
    ...     _ = table.write_text("dyad,statelno,statelab,statehno,statehab,conttype,begin,end,notes,version\\n"
    ...                          "90019002,9001,NOR,9002,SOU,1,195003,201612,,3.2\\n")
    ...     states = contiguity(table)
    >>> [(tie.source, tie.target, tie.since, tie.until, tie.contiguity) for tie in states.ties.values()]
    [('9001', '9002', '1950-03', '2016-12', 'land or river')]
    """
    path = Path(path)
    needs = ("statelno", "statelab", "statehno", "statehab", "conttype", "begin", "end")
    sheet = Sheet(path, needs, "the master table of direct contiguity (contdir.csv)")
    last = max(sheet.column("end"), default="")
    states: dict[str, str] = {}
    ties = []
    for place in range(len(sheet)):
        ends = []
        for side in ("statel", "stateh"):
            code = sheet.whole(f"{side}no", place, meaning="the state's COW number")
            ends.append(str(code))
            states.setdefault(str(code), sheet.text(f"{side}ab", place))
        kind = sheet.whole("conttype", place, among=TYPES, meaning="1 to 5")
        since, until = _month(sheet, "begin", place), _month(sheet, "end", place)
        if since and until and until < since:
            sheet.wrong("end", place, f"{until} is before the begin {since}. Correct one of the two.")
        ties.append(
            {
                "source": ends[0],
                "target": ends[1],
                "relation": "contiguous_with",
                "since": since,
                "until": until,
                "conttype": kind,
                "contiguity": TYPES.get(kind or 0, ""),
                "ended_by": "last_month" if sheet.column("end")[place] == last else "end",
                "note": sheet.column("notes")[place] if "notes" in sheet else "",
            }
        )
    sheet.finish()
    actors = [{"id": code, "name": name, "kind": "state"} for code, name in states.items()]
    return network_of(path, actors, ties, source=SOURCE, vocabulary=VOCABULARY)


def _month(sheet: Sheet, name: str, place: int) -> str:
    found = _MONTH.fullmatch(sheet.column(name)[place])
    if not found:
        sheet.wrong(name, place, f'"{sheet.column(name)[place]}" is not a month. Write it as 195003.')
        return ""
    return f"{found[1]}-{found[2]}"
