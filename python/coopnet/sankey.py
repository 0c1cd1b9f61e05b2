"""Flows as bands as wide as their amounts: Sankey and alluvial diagrams."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import _core
from .errors import InvalidOption
from .flows.flow import Flow
from .frames import cell_text
from .network import Network
from .pictures import Picture, period_text, picture_texts
from .projection import Projection
from .texts import LANGUAGES, text

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["alluvial", "sankey"]

# The least count that a public picture shows, as for victims everywhere here.
THRESHOLD = 11

HIDDEN = "[c]"

Stages = Mapping[str, Iterable[str]]


def sankey(
    network: Network,
    *,
    flow: Flow | Mapping[str, float] | None = None,
    over: Projection | None = None,
    stages: Stages | None = None,
    theme: str = "print",
    lang: str = "en",
    public: bool = False,
    title: str | None = None,
) -> Picture:
    """Draw the amounts that run along ties as bands between actors, from left to right.

    Color and mark of a band are its channel, its edges how sure the tie is: solid documented, dashed claimed, dotted
    inferred. Hollow with dashed edges: one account only. Hollow without a number: the amount is not known. Hatched,
    marked [c]: the amount is hidden; it reaches neither width nor words. Where what comes in differs from what goes
    out, and both are known, a pale stub says how much is not accounted for. What runs back (returns, recruitment
    anew) is a loop below the others, and named under the title.

    Parameters
    ----------
    flow
        A `Flow`, or amounts by tie id. NaN: not known. A `Flow` says which amounts are hidden, which way ties are
        used, what each amount can be at least and at most, and its sources.
    over
        Only ties of this projection; by default those of the flow.
    stages
        Stage → its actors, in order: where they stand, under these names. By default the stages of the vocabulary,
        each actor at the last one that the ties into it reach; ``{}``: none, the longest way along ties decides.
    theme
        ``"print"``, ``"dark"`` or ``"gray"``.
    lang
        ``"en"`` or ``"id"``.
    public
        To hand the picture out: refused if it would tell a count from 1 to 10, on a band or as what is not accounted
        for; ranges are left out.
    title
        In place of the sentence that says what the picture shows.

    Raises
    ------
    InvalidOption
        No flow; an amount that is negative or above 10^15; an actor in two stages; a small count in a public picture.
    UnknownName, UnknownActor
        A tie or an actor that does not exist.

    Cost: some 20 ms for 200 ties.

    Examples
    --------
    >>> import coopnet as cn
    >>> network = cn.Network.from_edges([("site", "police"), ("police", "embassy"), ("police", "shelter")])
    >>> cn.sankey(network, flow={"T1": 62, "T2": 50, "T3": 9})
    <Picture: 3 are not accounted for at police>
    """
    if flow is None:
        raise InvalidOption("There is no flow to draw. Give flow=, a Flow or amounts by tie id.")
    asked = over or (flow.projection if isinstance(flow, Flow) else Projection())
    flows = _flows(network, flow)
    if over is not None:
        ids = list(network.ties)
        within = {ids[row] for row in network.freeze(over, merges=False).all_ties}
        flows = [one for one in flows if one["tie"] in within]
    if public:
        flows = _for_everyone(flows)
    names, stage_of = _stages_of(network, stages, flows, lang)
    return _picture(network, flows, names, stage_of, asked, theme=theme, lang=lang, title=title)


def alluvial(
    rows: pd.DataFrame | Iterable[Sequence[Any]],
    *,
    stages: Sequence[Any] = (),
    theme: str = "print",
    lang: str = "en",
    title: str | None = None,
) -> Picture:
    """Draw rows of (source, target, value) as a Sankey diagram, or, over periods, as an alluvial one.

    Parameters
    ----------
    rows
        A data frame or rows: source, target, value, in this order. NaN or None: not known; ``"[c]"``: hidden. With
        `stages`, a fourth value is the stage of the source; the target stands in the next one.
    stages
        Periods or stages in order; a name may stand in each of them anew.
    theme, lang, title
        As for `sankey`.

    Raises InvalidOption for a row of another length or a stage that is not among `stages`.

    >>> alluvial([("Sea", "Batam", 40), ("Air", "Batam", "[c]")])
    <Picture: The largest flow, 40, runs from Sea to Batam>
    >>> alluvial([("A", "A", 30, 2021), ("A", "B", 12, 2021), ("B", "A", 5, 2021)], stages=[2021, 2022])
    <Picture: The largest flow, 30, runs from A (2021) to A (2022)>
    """
    steps = [_step(row, list(stages)) for row in _rows(rows)]
    spots = list(dict.fromkeys(spot for source, target, _ in steps for spot in (source, target)))
    ids = {spot: f"{number}" for number, spot in enumerate(spots)}
    network = Network.from_columns(
        {
            "actors": [("id", list(ids.values())), ("name", [name for name, _ in spots])],
            "ties": [
                ("id", [f"T{number}" for number in range(len(steps))]),
                ("source", [ids[source] for source, *_ in steps]),
                ("target", [ids[target] for _, target, _ in steps]),
                ("relation", ["flow"] * len(steps)),
            ],
        },
        vocabulary=json.dumps(_vocabulary()),
    )
    flows = [
        {
            "tie": f"T{number}",
            "source": ids[source],
            "target": ids[target],
            "amount": value,
            "hidden": value is None,
        }
        for number, (source, target, value) in enumerate(steps)
    ]
    stage_of = [place for _, place in spots]
    return _picture(
        network, flows, [cell_text(one) for one in stages], stage_of, None, theme=theme, lang=lang, title=title
    )


def _picture(
    network: Network,
    flows: Sequence[Mapping[str, Any]],
    names: Sequence[str],
    stage_of: Sequence[int | None],
    asked: Projection | None,
    *,
    theme: str,
    lang: str,
    title: str | None,
) -> Picture:
    return Picture(
        _core.render.sankey(
            network.core,
            [_said(network, one) for one in flows],
            stages=list(names),
            stage_of=list(stage_of),
            theme=theme,
            language=lang,
            texts=picture_texts(lang),
            title=title or "",
            period="" if asked is None else period_text(asked, lang),
            selection="" if asked is None else str(asked),
        )
    )


def _flows(network: Network, flow: Flow | Mapping[str, float]) -> list[dict[str, Any]]:
    """A row a tie: tie, source, target, amount, hidden; of a `Flow` low, high and sources, too."""
    if isinstance(flow, Flow):
        hidden = set(getattr(flow, "hidden", ()))
        return [row | {"hidden": row["tie"] in hidden} for row in flow.rows()]
    ties = {tie: network.ties[tie] for tie in flow}
    return [
        {"tie": tie, "source": one.source, "target": one.target, "amount": float(flow[tie]), "hidden": False}
        for tie, one in ties.items()
    ]


def _said(
    network: Network, flow: Mapping[str, Any]
) -> tuple[int, int, int, float | None, tuple[float, float] | None, bool, bool]:
    """A flow as the core takes it. What is hidden stays here."""
    hidden = flow["hidden"]
    known = not hidden and not math.isnan(flow["amount"])
    low, high = flow.get("low", math.nan), flow.get("high", math.nan)
    return (
        network.core.tie(flow["tie"]),
        network.core.actor(flow["source"]),
        network.core.actor(flow["target"]),
        float(flow["amount"]) if known else None,
        (float(low), float(high)) if known and low <= high else None,
        hidden,
        len(flow.get("sources", ())) == 1,
    )


def _for_everyone(flows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The flows without their ranges; refused if a count, or a difference that the picture tells, is small."""
    small = [one["tie"] for one in flows if not one["hidden"] and 0 < one["amount"] < THRESHOLD]
    small += [actor for actor, gap in _gaps(flows).items() if 0 < abs(gap) < THRESHOLD]
    if small:
        raise InvalidOption(
            f"A public picture shows no count below {THRESHOLD}, and there is one at: {', '.join(small)}. "
            "Suppress it first."
        )
    return [one | {"low": math.nan, "high": math.nan} for one in flows]


def _gaps(flows: list[dict[str, Any]]) -> dict[str, float]:
    """What comes in and does not go out, by actor; NaN where it is hidden or not known."""
    sums: dict[str, dict[str, float]] = {"source": {}, "target": {}}
    for one in flows:
        amount = math.nan if one["hidden"] else one["amount"]
        for end, known in sums.items():
            known[one[end]] = known.get(one[end], 0.0) + amount
    out, into = sums["source"], sums["target"]
    return {actor: into[actor] - out[actor] for actor in into if actor in out}


def _stages_of(
    network: Network, stages: Stages | None, flows: Sequence[Mapping[str, Any]], lang: str
) -> tuple[list[str], list[int | None]]:
    """The names of the stages, and the number of the stage of each actor."""
    stage_of: list[int | None] = [None] * len(network.actors)
    if stages is not None:
        for number, (stage, actors) in enumerate(stages.items()):
            for actor in actors:
                row = network.core.actor(actor)
                if stage_of[row] is not None:
                    raise InvalidOption(f'Actor "{actor}" stands in two stages, the second is "{stage}". Give one.')
                stage_of[row] = number
        return list(stages), stage_of
    known = network.vocabulary.get("stages", {})
    order = {stage: number for number, stage in enumerate(known)}
    for flow in flows:
        relation = network.ties[flow["tie"]].relation
        reached = next((stage for stage, one in known.items() if relation in one["reached_by"]), None)
        row = network.core.actor(flow["target"])
        if reached is not None:
            stage_of[row] = max(order[reached], stage_of[row] or 0)
    return [one["label"].get(lang) or one["label"].get("en", key) for key, one in known.items()], stage_of


def _vocabulary() -> dict[str, Any]:
    """Of rows of flows: one relation, read aloud as "A to B"."""
    to, band = ({lang: text(key, lang) for lang in LANGUAGES} for key in ("flow.to", "flow.band"))
    relation = {"layer": "flow", "directed": True, "label": to, "line": "flow"}
    return {
        "layers": {"flow": {"label": band}},
        "kinds": {},
        "relations": {"flow": relation},
        "lines": {"flow": {"label": band, "color": "#0072b2", "build": "single", "width": 1.5, "mark": "none"}},
    }


def _rows(rows: pd.DataFrame | Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    if hasattr(rows, "itertuples"):
        return list(rows.itertuples(index=False, name=None))
    return [tuple(row) for row in rows]


def _step(row: Sequence[Any], stages: list[Any]) -> tuple[tuple[str, int | None], tuple[str, int | None], float | None]:
    """Source and target of a row, each a name and the number of its stage, and the value; None: hidden."""
    wanted = 4 if stages else 3
    if len(row) != wanted:
        raise InvalidOption(
            f"Row {row} has {len(row)} values; it needs {wanted}: source, target, value"
            + (", stage of the source." if stages else ".")
        )
    source, target = (cell_text(end) for end in row[:2])
    if not source or not target:
        raise InvalidOption(f"Row {row} does not say from where to where. Give a source and a target.")
    value = _value(row)
    if not stages:
        return (source, None), (target, None), value
    if row[3] not in stages[:-1]:
        raise InvalidOption(f"Row {row}: its stage {row[3]!r} is not one of {stages[:-1]}, after which another comes.")
    place = stages.index(row[3])
    return (source, place), (target, place + 1), value


def _value(row: Sequence[Any]) -> float | None:
    """The value of a row: NaN if it is not known, None if it is hidden."""
    value = cell_text(row[2])
    if value == HIDDEN:
        return None
    try:
        return float(value) if value else math.nan
    except ValueError:
        raise InvalidOption(f'Row {row}: "{value}" is no number. Give one, nothing or "{HIDDEN}".') from None
