"""Whom like is tied to: within groups and between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..errors import InvalidOption
from ..groups import Groups, codes
from ..network import Network
from ..projection import Projection
from ..tables import Asked, Progress, Rows, Scores, Value, scores

__all__ = ["EiIndex", "assortativity", "ei_index", "homophily"]

LOOPS = "left out"


@reproduces(networkx=As(), igraph=As())
def assortativity(
    network: Network,
    *,
    of: str | Groups = "degree",
    missing: str | None = None,
    over: Projection | None = None,
    convention: str | None = None,
) -> Value:
    """How far those who are tied are alike: in degree, in a number, or in group.

    Parameters
    ----------
    of
        ``"degree"``: their numbers of ties. An actor column, or a mapping from actor to value: of numbers, their
        correlation; of anything else, how far ties stay within groups.
    missing
        The group of actors without one. None: these are refused. A number cannot be missing.
    convention
        ``"networkx"`` or ``"igraph"``: the number that tool gives by default; both agree.

    Notes
    -----
    1: only like are tied; 0: as chance would have it; −1 (numbers, degree): only unlike. For groups the least is
    above −1 and follows from their ties. Numbers are compared over directed ties as those of who sends with those of
    who receives, degrees as ties sent with ties received; an undirected tie counts both ways. Ties weigh by strength
    if the projection has one, in degrees too. Loops are left out, kept parallel ties count each. Undefined without
    ties, and if all who are tied are alike.

    Takes one pass over the ties. Raises `InvalidOption` for actors without a value, `UnknownName`,
    `InvalidWeight` for a cost or a capacity. Newman (2003), doi:10.1103/PhysRevE.67.026126.

    Examples
    --------
    >>> star = Network.from_edges([("hub", end) for end in "abc"], directed=False)
    >>> float(assortativity(star))
    -1.0
    """
    view = network.freeze(over)
    if isinstance(of, str) and of == "degree" and of not in network.actors.columns:
        value, why = _core.cohesion.degree_assortativity(view)
        what = "Correlation of degrees over ties."
    elif (numbers := _numbers(network, view.keys, of)) is not None:
        value, why = _core.cohesion.number_assortativity(view, numbers)
        what = "Correlation of numbers over ties."
    else:
        names, group = codes(network, view.keys, of, missing=missing)
        value, why = _core.cohesion.group_assortativity(view, group, len(names))
        what = "Ties within groups beyond those that chance would make, over the most there could be."
    said = stated(view, over, what, ties=strengths(view), normalized="by what could be", loops=LOOPS)
    asked = Asked(assortativity, network, over, options={"of": of, "missing": missing})
    return Value(value, asked, ties=view.all_ties, convention=said, why=why)


def _numbers(network: Network, keys: Sequence[str], of: Any) -> list[float] | None:
    """The number of each actor, if all that have a value have a number."""
    if isinstance(of, str):
        if of not in network.actors.columns:
            return None  # `codes` says so
        given = {key: network.actors[key][of] for key in keys}
    elif isinstance(of, Mapping):
        given = {key: of.get(key) for key in keys}
    else:
        return None
    filled = [value for value in given.values() if value is not None]
    if not filled or any(isinstance(value, (bool, str)) for value in filled):
        return None
    without = [key for key, value in given.items() if value is None or value != value]
    if without:
        raise InvalidOption(f"{len(without)} actors have no number: {', '.join(without[:5])}. Fill it in.")
    return [float(value) for value in given.values() if value is not None]


class EiIndex(Rows):
    """The network's row (``"all"``) and one a group: `external internal ei_index expected`, and `p` if permuted.

    `.value` is the network's index, `.actors` are the actors' Scores.
    """

    def __init__(self, rows: Sequence[Mapping[str, Any]], actors: Scores, asked: Asked, **result: Any) -> None:
        super().__init__(rows, asked, **result)
        self.value = float(self["all"]["ei_index"])
        self.actors = actors


def ei_index(
    network: Network,
    *,
    groups: Groups = "country",
    missing: str | None = None,
    permutations: int = 0,
    seed: int = 0,
    alternative: str = "two_sided",
    over: Projection | None = None,
    progress: Progress | None = None,
) -> EiIndex:
    """How far ties lead out of groups: ties to others minus ties within, over all of them.

    Parameters
    ----------
    groups, missing
        An actor column or a mapping from actor to group; `missing` is the group of actors without one, who are refused
        otherwise.
    permutations
        How often to hand out the groups anew among the actors, for p. 0: never.
    seed
        Permutations follow from it: the same seed, the same p, for any number of threads.
    alternative
        Which permutations speak against chance: ``"two_sided"``, twice the rarer side; ``"greater"``, those that
        lead out at least as much; ``"less"``, at most as much.
    progress
        Called now and then with permutations done and to do; returning False stops the work.

    Notes
    -----
    −1: all ties stay within groups; 1: all lead out. `external` and `internal` count ends of ties: a tie within a
    group has both its ends there. A directed tie counts at who sends it and at who receives it, an undirected one
    too, so that direction makes no difference; in return is a tie more. Ties weigh by strength if the projection
    has one. Loops are left out, kept parallel ties count each. Undefined for who has no tie.

    `expected` is the index if ties led to anybody alike: for the network the mean over all permutations. `p` is
    (1 + as extreme) / (1 + permutations); if at most as many arrangements as asked for, or 10,000, differ, all are
    looked at and p is exact.

    Takes one pass over the ties, and one a permutation. Raises `InvalidOption` for actors without a group,
    `UnknownName`, `InvalidWeight` for a cost or a capacity, `Cancelled`. Krackhardt and Stern (1988),
    doi:10.2307/2786835.

    Examples
    --------
    >>> calls = Network.from_edges([("a", "b"), ("b", "c")], directed=False)
    >>> found = ei_index(calls, groups={"a": "IDN", "b": "IDN", "c": "KHM"})
    >>> found.value, round(found["IDN"]["ei_index"], 3)
    (0.0, -0.333)
    """
    view = network.freeze(over)
    names, group = codes(network, view.keys, groups, missing=missing)
    options: dict[str, Any] = {"permutations": permutations, "seed": seed, "alternative": alternative}
    found = _core.cohesion.ei_index(view, group, len(names), progress, **options)
    if permutations:
        drawn = f"{found['arrangements']:,} arrangements of the groups"
        how = f"all {drawn}, exact" if found["exact"] else f"{drawn} drawn, seed {seed}"
        chance = f" p ({alternative.replace('_', '-')}): {how}."
    else:
        chance = ""
    said = stated(
        view,
        over,
        f"Ends of ties to others minus those within.{chance}",
        ties=strengths(view),
        normalized="by all ends",
        disconnected="who has no tie is undefined",
        loops=LOOPS,
    )
    asked = Asked(ei_index, network, over, options={"groups": groups, "missing": missing, **options})
    told = {"ties": view.all_ties, "convention": said, "why": found["why"]}
    measured = [found["network"], *found["groups"]]
    rows = [_ei_row(name, row, permutations) for name, row in zip(["all", *names], measured, strict=True)]
    actors = scores("ei_index", view, found["actors"], asked, convention=said, why=found["why"])
    return EiIndex(rows, actors, asked, **told)


def _ei_row(name: str, numbers: Sequence[float], permutations: int) -> dict[str, Any]:
    external, internal, index, expected, p = numbers
    row = {"type": name, "external": external, "internal": internal, "ei_index": index, "expected": expected}
    return row | ({"p": p} if permutations else {})


def homophily(
    network: Network,
    *,
    groups: Groups = "country",
    missing: str | None = None,
    over: Projection | None = None,
) -> Rows:
    """How far each group keeps to itself: its ties within, against what its share of actors would make them.

    Parameters
    ----------
    groups, missing
        An actor column or a mapping from actor to group; `missing` is the group of actors without one, who are refused
        otherwise.

    Notes
    -----
    A row a group: `actors`, their `share`, ties it sends within (`internal`) and to others (`external`),
    `homophily` (internal over both), `inbreeding` (Coleman's index: 1 all within, 0 as the share of actors would
    make it, below 0 fewer), and a column ``to …`` for each group: the mixing matrix. An undirected tie is sent by
    both. Ties weigh by strength if the projection has one. Loops are left out, kept parallel ties count each.
    Undefined for a group without ties; inbreeding also for a group of all actors.

    Takes one pass over the ties. Raises `InvalidOption` for actors without a group, `UnknownName`, `InvalidWeight` for
    a cost or a capacity. Coleman (1958), doi:10.17730/humo.17.4.q5604m676260q8n7; Currarini, Jackson and Pin (2009),
    doi:10.3982/ECTA7528.

    Examples
    --------
    >>> calls = Network.from_edges([("a", "b"), ("b", "c"), ("c", "d")], directed=False)
    >>> found = homophily(calls, groups={"a": "IDN", "b": "IDN", "c": "KHM", "d": "KHM"})
    >>> round(found["IDN"]["homophily"], 3), round(found["IDN"]["inbreeding"], 3), found["IDN"]["to KHM"]
    (0.667, 0.333, 1.0)
    """
    view = network.freeze(over)
    names, group = codes(network, view.keys, groups, missing=missing)
    found = _core.cohesion.homophily(view, group, len(names))
    matrix = _core.cohesion.mixing(view, group, len(names)).reshape(len(names), len(names)).tolist()
    columns = ("actors", "share", "internal", "external", "homophily", "inbreeding")
    rows = [
        {"type": name}
        | dict(zip(columns, numbers, strict=True))
        | {f"to {other}": ties for other, ties in zip(names, sent, strict=True)}
        for name, numbers, sent in zip(names, found["rows"], matrix, strict=True)
    ]
    said = stated(
        view,
        over,
        "Ties that a group sends, within and to others.",
        ties=strengths(view),
        normalized="inbreeding, by what could be beyond the group's share of actors",
        disconnected="a group without ties is undefined",
        loops=LOOPS,
    )
    asked = Asked(homophily, network, over, options={"groups": groups, "missing": missing})
    return Rows(rows, asked, ties=view.all_ties, convention=said, why=found["why"])
