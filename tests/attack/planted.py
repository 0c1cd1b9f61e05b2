"""The bundled case with canaries planted in it: whatever leaves through --public must not carry them."""

from __future__ import annotations

import json
from dataclasses import dataclass

import coopnet as cn
from coopnet import Network

CASE = "indonesia-cambodia-2021-2022"
WORD = "canarybird"  # in every free text
DAY = "1987-05-23"  # of every kind of date; its quarter may be seen


@dataclass(frozen=True)
class Secret:
    """What is hidden, in one of two versions: exports of both must be the same bytes."""

    small: int = 7
    beside: int = 48264  # with the small one it makes up the total that is shown
    weight: int = 70077  # of ties that carry persons
    word: str = WORD
    day: str = DAY
    place: str = "Canaryville"


OTHER = Secret(small=9, beside=48262, weight=60066, word="goldfinch", day="1987-04-02", place="Finchburg")
TOTAL = 48271


def planted(secret: Secret) -> Network:
    """The case, with a place, an event, ties, sources and figures that hold what must not be seen."""
    network = cn.load(CASE)
    sheets = {table: [dict(row) for row in rows(network, table)] for table in ("actors", "ties", "sources", "figures")}
    told = f"{secret.small} persons, {secret.word}, on {secret.day}"
    for records in sheets.values():
        for row in records:
            row["note"] = told
            row["remark"] = told  # a column of its own
    sheets["actors"] += [
        {"id": f"PL.{secret.place}", "name": secret.place, "kind": "site", "country": "KHM", "note": told},
        {"id": "EV.SECRET", "name": f"Rescue of {secret.small} {secret.word}", "kind": "operation"},
    ]
    sheets["sources"].append(
        {"id": "S999", "title": told, "url": f"https://example.org/{secret.word}", "date": secret.day, "grade": "B2"}
    )
    carried = {"strength": str(secret.weight), "capacity": str(secret.small), "since": secret.day, "until": secret.day}
    tie = {"status": "documented", "sources": "S999", "note": told}
    sheets["ties"] += [
        {"id": "T998", "source": f"PL.{secret.place}", "target": "KH.PSNH", "relation": "freed_by", **carried, **tie},
        {"id": "T999", "source": "KH.CNP", "target": "EV.SECRET", "relation": "takes_part_in", **tie},
    ]
    common = {"measure": "freed_by", "destination": "KH.PSNH", "until": secret.day, "as_of": secret.day}
    common |= {"origin": f"PL.{secret.place}", "sources": "S999", "note": told}
    sheets["figures"] += [
        {"id": "Z1", "value": str(TOTAL), "definition": f"stock: {told}", **common},
        {"id": "Z2", "value": str(secret.beside), "part_of": "Z1", "definition": f"flow: {told}", **common},
        {"id": "Z3", "value": str(secret.small), "part_of": "Z1", "definition": f"flow: {told}", **common},
    ]
    playbook = network.playbook | {"title": {"en": told}}
    report = network.report | {"remark": {"en": told}}
    about = network.core.about
    package = json.loads(about["package"]) | {"description": told, "conventions": {"en": told}}
    return Network.from_columns(
        {table: columns(records) for table, records in sheets.items()},
        about=about | {"package": json.dumps(package)},
        vocabulary=network.core.vocabulary,
        playbook=json.dumps(playbook),
        report=json.dumps(report),
    )


def rows(network: Network, table: str) -> list[dict[str, str]]:
    """The rows as text cells."""
    named = network.core.columns(table)
    return [
        dict(zip([name for name, _ in named], cells, strict=True)) for cells in zip(*(c for _, c in named), strict=True)
    ]


def columns(records: list[dict[str, str]]) -> list[tuple[str, list[str]]]:
    names = dict.fromkeys(name for record in records for name in record)
    return [(name, [record.get(name, "") for record in records]) for name in names]
