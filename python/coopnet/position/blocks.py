"""The network as its positions see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..groups import Groups, codes
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Result

__all__ = ["Blockmodel", "blockmodel"]


class Blockmodel(Result, Mapping[tuple[str, str], float]):
    """A number from each group to each; a Mapping from (group, group) to float.

    Attributes: `.image`, 1 or 0 for each block (None where there is no pair), `.sizes`, actors by group, `.cut`,
    `.fit` and `.errors`: how well the image's ideal network matches.
    """

    def __init__(self, name: str, groups: Sequence[str], found: Mapping[str, Any], asked: Asked, **result: Any):
        super().__init__(asked, **result)
        pairs = [(source, target) for source in groups for target in groups]
        images = [int(tied) if among else None for tied, among in zip(found["image"], found["pairs"], strict=True)]
        self.name = name
        self.sizes: Mapping[str, int] = MappingProxyType(dict(zip(groups, found["sizes"], strict=True)))
        self.image: Mapping[tuple[str, str], int | None] = MappingProxyType(dict(zip(pairs, images, strict=True)))
        self.cut = float(found["cut"])
        self.fit = float(found["fit"])
        self.errors = int(found["errors"])
        self._values: dict[tuple[str, str], float] = dict(zip(pairs, found["value"], strict=True))
        self._rows = [
            {"source": source, "target": target, "pairs": int(among), "ties": int(ties), name: value, "image": image}
            for (source, target), among, ties, value, image in zip(
                pairs, found["pairs"], found["ties"], found["value"], images, strict=True
            )
        ]

    def __getitem__(self, pair: tuple[str, str]) -> float:
        return self._values[pair]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def rows(self) -> list[dict[str, Any]]:
        return self._rows

    def to_dict(self) -> dict[str, Any]:
        def number(value: float) -> float | None:
            return value if value == value else None

        answer = super().to_dict()
        return answer | {"cut": number(self.cut), "fit": number(self.fit), "errors": self.errors}

    def notes(self) -> list[str]:
        fit = f"Image: cut {self.cut:.4g}, fit {self.fit:.4g}, {self.errors} errors."
        return [fit, *super().notes()]


@reproduces(sna=As(value="mean", note="`blockmodel` gives mean strengths, which it calls density; it has no image."))
def blockmodel(
    network: Network,
    groups: Groups = "country",
    *,
    value: str = "density",
    cut: float | None = None,
    missing: str | None = None,
    over: Projection | None = None,
    convention: str | None = None,
) -> Blockmodel:
    """How densely each group is tied to each other and within itself: who works with whom, by position.

    Parameters
    ----------
    groups, missing
        An actor column or a mapping from actor to group, a `Partition` too, as `concor` gives; `missing` is the
        group of actors without one, who are refused otherwise.
    value
        ``"density"``, the share of pairs that are tied; ``"mean"``, the mean strength over all pairs; ``"sum"``,
        the strengths added up.
    cut
        Blocks of at least this density (for mean and sum: mean strength) are 1 in the image. None: that of the
        whole network.
    convention
        ``"sna"``: the numbers of its ``blockmodel``.

    Notes
    -----
    Pairs are ordered; an undirected tie runs both ways and counts in both, so that blocks mirror each other and a
    sum within a group counts each tie twice. A block without ties is never 1 in the image. The ideal network of the
    image has all ties in blocks of 1 and none elsewhere: ``.fit`` is its correlation with the network over all
    ordered pairs, ``.errors`` the pairs on which they disagree. Within a group of one there is no pair: undefined.
    Loops do not count, parallel ties are one, their strengths add up.

    Takes one pass over the ties. Raises `InvalidOption` for actors without a group, `UnknownName`, `InvalidWeight`
    for a cost or a capacity. White, Boorman and Breiger (1976), doi:10.1086/226141.

    Examples
    --------
    >>> pairs = [("embassy", "police"), ("consulate", "police"), ("embassy", "army"), ("consulate", "army")]
    >>> abroad = {"embassy": "abroad", "consulate": "abroad", "police": "home", "army": "home"}
    >>> found = blockmodel(Network.from_edges(pairs), abroad)
    >>> found["abroad", "home"], found["home", "abroad"], found.errors
    (1.0, 0.0, 0)
    """
    view = network.freeze(over)
    names, numbers = codes(network, view.keys, groups, missing=missing)
    options: dict[str, Any] = {"value": value, "cut": cut}
    found = _core.position.blockmodel(view, numbers, **options)
    what = {
        "density": "The share of ordered pairs that are tied, from group to group.",
        "mean": "The mean strength over all ordered pairs, from group to group.",
        "sum": "Strengths added up over all ordered pairs, from group to group.",
    }[value]
    return Blockmodel(
        value,
        names,
        found,
        Asked(blockmodel, network, over, (groups,), {"missing": missing, **options}),
        ties=view.all_ties,
        convention=stated(
            view,
            over,
            what,
            ties="all alike" if value == "density" else strengths(view),
            normalized="no" if value == "sum" else "by the ordered pairs of the block",
            loops="do not count",
        ),
        why=found["why"],
    )
