"""Networks that everybody has measured, and what R's sna says of them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from coopnet import Network

HERE = Path(__file__).parent


@cache
def known(name: str) -> Network:
    """`florentine`, `karate`, `kite`, `davis` or `digraph`; networks.json says where each is from."""
    given = _read("networks.json")[name]
    relation = "to" if given["directed"] else "with"
    pairs = given["edges"]
    return Network.from_columns(
        {
            "actors": [("id", given["actors"])],
            "ties": [
                ("source", [source for source, _ in pairs]),
                ("target", [target for _, target in pairs]),
                ("relation", [relation] * len(pairs)),
            ],
        },
        vocabulary=json.dumps({"relations": {relation: {"directed": given["directed"]}}}),
        open_vocabulary=True,
        name=name,
    )


def sna(network: str, measure: str) -> Any:
    """What sna says; sna.json holds it, sna.R writes it. A value that R calls NA or NaN is None."""
    return _read("sna.json")[network][measure]


@cache
def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((HERE / name).read_text(encoding="utf-8"))
    return content
