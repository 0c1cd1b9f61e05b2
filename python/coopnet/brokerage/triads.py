"""Who brokers between whom: the roles of Gould and Fernandez."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Any

from .. import _core
from ..conventions import As, reproduces, stated, strengths
from ..errors import InvalidOption
from ..groups import Groups, codes
from ..network import Network
from ..projection import Projection
from ..show import html_table, text_table
from ..tables import Asked, Progress, Rows

__all__ = ["Roles", "roles", "two_mode_roles"]

ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison", "total")


class Roles(Rows):
    """A row of numbers an actor, and `.total`, that of the network as a whole."""

    def __init__(self, rows: Sequence[Mapping[str, Any]], total: Mapping[str, float], asked: Asked, **result: Any):
        super().__init__(rows, asked, **result)
        self.total: Mapping[str, float] = MappingProxyType(dict(total))

    def to_dict(self) -> dict[str, Any]:
        answer = super().to_dict()
        return answer | {"total": {name: value if value == value else None for name, value in self.total.items()}}

    def __repr__(self) -> str:
        return "\n".join([text_table(self._shown()), *self.notes()])

    def _repr_html_(self) -> str:
        notes = "".join(f"<p>{escape(line)}</p>" for line in self.notes())
        return f"<div>{html_table(self._shown())}{notes}</div>"

    def _shown(self) -> list[dict[str, Any]]:
        """Counts, and p or else z beside them: the frame has all columns, too many for a page."""
        beside = "p_" if any(name.startswith("p_") for name in self.total) else "z_"
        names = ["id", *ROLES, *(name for name in self.total if name.startswith(beside))]
        return [{name: row[name] for name in names} for row in self.rows()]

    def notes(self) -> list[str]:
        counts = ", ".join(f"{role} {self.total[role]:.4g}" for role in ROLES)
        return [f"In total: {counts}.", *super().notes()]


@reproduces(
    sna=As(
        one_way=True,
        note="Its z of the network as a whole leaves out, for some roles, triads that exclude each other; the z of "
        "actors and all counts and expected values are the same.",
    )
)
def roles(
    network: Network,
    *,
    over: Projection | None = None,
    groups: Groups = "country",
    missing: str | None = None,
    weighted: str | None = None,
    shared: bool = False,
    one_way: bool = False,
    permutations: int = 0,
    seed: int = 0,
    alternative: str = "greater",
    convention: str | None = None,
    progress: Progress | None = None,
) -> Roles:
    """How often each actor brokers, and between whom: the five roles of Gould and Fernandez.

    An actor b brokers from a to c if a is tied to b and b to c, but not a to c. By the groups of the
    three b is a **coordinator** (all of one group), **itinerant** (a and c of one group, b of another; also
    called consultant), a **gatekeeper** (from outside into the own group), a **representative** (from the own
    group to the outside) or a **liaison** (all of different groups).

    Parameters
    ----------
    groups
        An actor column (``"country"``, ``"kind"`` …), or a mapping from actor to group: a dict, a Series, a
        `Partition`.
    missing
        The group of actors without one, as ``missing="IGO"``. None: these are refused.
    weighted
        What an open triad counts, by the strengths of its two ties: ``"minimum"``, ``"maximum"``,
        ``"arithmetic"`` or ``"geometric"`` mean, as Opsahl and Panzarasa (2009) value triplets, or their
        ``"product"``. None: each counts 1. Without a weight in the projection `strength` is read.
    shared
        Share what a pair (a, c) counts, each alike, among all who broker it: UCINET's partial credit.
    one_way
        For expected values, draw each direction of an undirected tie by itself, as R's sna does: then z of an
        undirected network comes out too large. Without effect where ties have directions.
    permutations
        How often to hand out the groups anew among the actors, for p. 0: never.
    seed
        Permutations follow from it: the same seed, the same p, for any number of threads.
    alternative
        Which permutations speak against chance: ``"greater"``, those with at least as many; ``"less"``, with
        at most as many; ``"two_sided"``, twice the rarer of both.
    convention
        ``"sna"``: the numbers of that tool.
    progress
        Called now and then with permutations done and to do; returning False stops the work.

    Notes
    -----
    1 means one ordered pair (a, c). An undirected tie runs both ways, so that a pair without directions
    counts both ways, once as gatekeeper and once as representative; halve for pairs. `.total` has the same
    columns for the network as a whole.

    `expected_…` and `z_…` compare with a random network of the same actors and density, each tie there or
    not by itself: mean and deviation are exact. z is undefined where the number cannot vary: groups too
    small for a role (with one group, all but coordinator), no ties, or all. Both are undefined for
    weighted or shared triads. `p_…` compares with random groups: the labels handed out anew among all actors, all
    ties staying; (1 + as extreme) / (1 + permutations). If at most as many arrangements of labels as asked
    for, or 10,000, differ, all are looked at and p is exact. The total does not depend on groups: its p is 1.

    Weights do not matter unless ``weighted``. Loops are no ties, parallel ties are one (weighted, their
    strengths add up). An isolate has 0.

    Takes m·√m steps, and n + m + closed triads a permutation. Raises `InvalidOption` for actors without a
    group, `UnknownName`, `UnknownActor`, `InvalidWeight` for a cost or a capacity as strength, `Cancelled`.
    Gould and Fernandez (1989), doi:10.2307/270949; Opsahl and Panzarasa (2009),
    doi:10.1016/j.socnet.2009.02.002.

    Examples
    --------
    >>> pairs = [("embassy", "police"), ("police", "ministry"), ("ministry", "shelter")]
    >>> country = {"embassy": "KHM", "police": "IDN", "ministry": "IDN", "shelter": "IDN"}
    >>> found = roles(Network.from_edges(pairs), groups=country)
    >>> found["police"]["gatekeeper"], found["ministry"]["coordinator"], found.total["total"]
    (1, 1, 2)
    """
    if weighted is not None and (over is None or over.weight is None):
        over = (over or Projection()).replace(weight="strength")
    view = network.freeze(over)
    keys = view.keys
    _, numbers = codes(network, keys, groups, missing=missing)
    options: dict[str, Any] = {
        "weighted": weighted,
        "shared": shared,
        "one_way": one_way,
        "permutations": permutations,
        "seed": seed,
        "alternative": alternative,
    }
    found = _core.brokerage.roles(view, numbers, progress, **options)
    rows = _rows(found, permuted=permutations > 0, whole=weighted is None and not shared)
    return Roles(
        [{"id": key, **row} for key, row in zip(keys, rows, strict=False)],
        rows[-1],
        Asked(roles, network, over, options={"groups": groups, "missing": missing, **options}),
        ties=view.all_ties,
        convention=_convention(view, over, found, options),
        why=found["why"],
    )


def two_mode_roles(
    network: Network,
    forums: str | Iterable[str] | None = None,
    *,
    over: Projection | None = None,
    groups: Groups = "country",
    missing: str | None = None,
    chains: bool = True,
    permutations: int = 0,
    seed: int = 0,
    alternative: str = "greater",
    progress: Progress | None = None,
) -> Roles:
    """How often each actor brokers through forums, and between whom: the roles of Gould and Fernandez in two modes.

    An actor b brokers between a and c if a and b are in a forum together, b and c in another, and a and c in
    none. The role follows from the groups of the three, as in `roles`.

    Parameters
    ----------
    forums
        The ids of the forums. None: where affiliations lead, by the vocabulary (what `affiliations=` folds).
    groups, missing
        The groups of actors, as in `roles`; forums need none.
    chains
        Count each chain a, forum, b, forum, c. Off: each pair (a, c) once, through whichever forums.
    permutations, seed, alternative
        To compare with random groups, as in `roles`.
    progress
        Called now and then with permutations done and to do; returning False stops the work.

    Notes
    -----
    Rows are the actors that are no forums. A chain is read both ways, as undirected ties in `roles`: once
    as gatekeeper and once as representative; halve for chains. Ties between two actors, or two forums, do
    not count, nor does the direction of the others; parallel ties are one. There are no expected values:
    ties between actors who meet do not come about one by one. p is as in `roles`.

    Takes d² steps for a forum of d actors, and what `roles` takes. Raises `InvalidOption` if there is no
    forum, or an actor has no group, `UnknownActor`, `Cancelled`. Jasny and Lubell (2015),
    doi:10.1016/j.socnet.2014.11.005.

    Examples
    --------
    >>> pairs = [("police", "task force"), ("ministry", "task force"), ("ministry", "council"), ("union", "council")]
    >>> country = {"police": "IDN", "ministry": "IDN", "union": "KHM"}
    >>> found = two_mode_roles(Network.from_edges(pairs), ["task force", "council"], groups=country)
    >>> found["ministry"]["gatekeeper"], found["ministry"]["representative"], list(found)
    (1, 1, ['police', 'ministry', 'union'])
    """
    view = network.freeze(over)
    keys = view.keys
    given = (forums,) if isinstance(forums, str) else None if forums is None else tuple(forums)
    meeting = _forums(network, view) if given is None else {keys[view.vertex(forum)] for forum in given}
    if not meeting:
        raise InvalidOption(
            "The projection has no forums: no tie of it is an affiliation. Say which actors are forums."
        )
    actors = [key for key in keys if key not in meeting]
    _, numbers = codes(network, actors, groups, missing=missing)
    number = dict(zip(actors, numbers, strict=True))
    options: dict[str, Any] = {
        "chains": chains,
        "permutations": permutations,
        "seed": seed,
        "alternative": alternative,
    }
    places = [place for place, key in enumerate(keys) if key in meeting]
    _, found = _core.brokerage.two_mode_roles(view, places, [number.get(key, 0) for key in keys], progress, **options)
    rows = _rows(found, permuted=permutations > 0, whole=True, expected=False)
    what = "Chains a, forum, b, forum, c" if chains else "Pairs a, c brokered through two forums"
    what += ", a and c sharing no forum, by the groups of the three; read both ways." + _permuted(found, options)
    return Roles(
        [{"id": key, **row} for key, row in zip(actors, rows, strict=False)],
        rows[-1],
        Asked(
            two_mode_roles,
            network,
            over,
            (given,),
            {"groups": groups, "missing": missing, **options},
        ),
        ties=view.all_ties,
        convention=stated(view, over, what, ties="those between actors and forums, all alike", loops="do not count"),
    )


def _forums(network: Network, view: _core.View) -> set[str]:
    """The actors that affiliations lead to, by the vocabulary."""
    relations = network.vocabulary["relations"]
    ties = (network.ties.row(row) for row in view.all_ties)
    return {tie.target for tie in ties if relations.get(tie.relation, {}).get("affiliation")}


def _permuted(found: Mapping[str, Any], options: Mapping[str, Any]) -> str:
    if not options["permutations"]:
        return ""
    drawn = f"{found['arrangements']:,} arrangements of the groups"
    how = f"all {drawn}, exact" if found["exact"] else f"{drawn} drawn, seed {options['seed']}"
    return f" p ({options['alternative'].replace('_', '-')}): {how}."


def _rows(found: Mapping[str, Any], *, permuted: bool, whole: bool, expected: bool = True) -> list[dict[str, float]]:
    """A row an actor, then that of the network: counts, and each with expected, z and p."""
    counts = found["count"].reshape(-1, len(ROLES)).tolist()
    beside = [*(["expected", "z"] if expected else []), *(["p"] if permuted else [])]
    others = {name: found[name].reshape(-1, len(ROLES)).tolist() for name in beside}
    rows = []
    for place, numbers in enumerate(counts):
        row: dict[str, float] = {
            role: int(number) if whole else number for role, number in zip(ROLES, numbers, strict=True)
        }
        for name in beside:
            row |= {f"{name}_{role}": number for role, number in zip(ROLES, others[name][place], strict=True)}
        rows.append(row)
    return rows


def _convention(view: _core.View, over: Projection | None, found: Mapping[str, Any], options: Mapping[str, Any]) -> str:
    weighted = options["weighted"]
    what = "Open triads a → b → c without a → c, by the groups of the three; an undirected one is read both ways."
    what += _permuted(found, options)
    if options["shared"]:
        what += " All who broker a pair share it alike."
    elif weighted is None:
        model = "each direction by itself" if view.directed or options["one_way"] else "each pair once"
        what += f" Expected: ties at random, {model}."
    ties = "all alike" if weighted is None else f"the {weighted} of the two, {strengths(view)}"
    return stated(view, over, what, ties=ties, loops="do not count")
