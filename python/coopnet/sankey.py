"""Flows as bands as wide as their amounts: Sankey and alluvial diagrams."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from . import _core
from .errors import InvalidOption
from .flows.flow import Flow
from .flows.reconciled import Reconciled, reconcile
from .frames import cell_text
from .network import Network
from .pictures import Picture, period_text, picture_texts
from .privacy.redact import countable, published
from .privacy.suppress import HIDDEN, K
from .privacy.words import whole_quarters
from .projection import Projection
from .tables import Asked
from .texts import LANGUAGES, text

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["alluvial", "sankey"]

Stages = Mapping[str, Iterable[str]]


def sankey(
    network: Network,
    *,
    flow: Flow | Mapping[str, float] | None = None,
    over: Projection | None = None,
    stages: Stages | None = None,
    unknown: bool = False,
    theme: str = "print",
    lang: str = "en",
    public: bool = False,
    title: str | None = None,
) -> Picture:
    """Draw the amounts that run along ties as bands between actors, from left to right.

    Color and mark of a band are its channel, its edges how sure the tie is: solid documented, dashed claimed, dotted
    inferred. Hollow with dashed edges: one account only. Hollow without a number: the amount is not known; its limits,
    if there are any, stand there. Hatched, marked [c]: the amount is hidden; it reaches neither width nor words. Where
    what comes in differs from what goes out, and both are known, a pale stub says how much is not accounted for. What
    runs back (returns, recruitment anew) is a loop below the others, and named under the title.

    Parameters
    ----------
    flow
        What every question of `cn.flows` returns that gives an amount to each tie, or amounts by tie id; NaN: not
        known. A `Flow` says which way ties are used, and what each amount can be at least and at most; if it does,
        and one source alone stands behind it, that is one account. None: the flow that is closest to the figures,
        `cn.flows.reconcile`.
    over
        Only ties of this projection; by default those of the flow. If no flow is given: of the layer ``flow``, unless
        it names layers or relations, and figures of its days.
    stages
        Stage → its actors, in order: where they stand, under these names. By default the stages of the vocabulary,
        each actor at the last one that the ties into it reach; ``{}``: none, the longest way along ties decides.
    unknown
        Draw ties of which no amount is known, too, not even a limit. By default they are counted under the title.
    theme
        ``"print"``, ``"dark"`` or ``"gray"``.
    lang
        ``"en"`` or ``"id"``.
    public
        To hand the picture out: names and places as `coopnet.redact` leaves them with ``public=True``, amounts as
        `Flow.public` leaves them, without ranges. What is reconciled are the figures that are not hidden, anew if
        it was done of all; another flow should come of what is public, too. Days asked about become whole quarters.
        Of a network that is redacted already, always so.
    title
        In place of the sentence that says what the picture shows.

    Raises
    ------
    InvalidOption
        An amount that is negative or above 10^15; an actor in two stages.
    UnknownName, UnknownActor
        A tie or an actor that does not exist.
    Infeasible
        No flow was given, and the figures fit none.

    Cost: some 20 ms for 200 ties, and what `reconcile` costs if no flow is given.

    Examples
    --------
    >>> import coopnet as cn
    >>> network = cn.Network.from_edges([("site", "police"), ("police", "embassy"), ("police", "shelter")])
    >>> cn.sankey(network, flow={"T1": 62, "T2": 50, "T3": 9})
    <Picture: 3 are not accounted for at police>

    What the sources of the case say of two months, reconciled:

    >>> cn.sankey(cn.load("indonesia-cambodia-2021-2022"), over=cn.Projection(during="2022-07/2022-08"))
    <Picture: The largest flow, 201, runs from Embassy Phnom Penh to BP2MI>
    """
    if public and isinstance(flow, Reconciled) and not flow.network.disclosure:
        over, flow = over or flow.projection, None  # asked anew, of the figures that are not hidden
    if over is not None and (public or network.disclosure):
        over = _in_quarters(over)
    if flow is None:
        counted = countable(network, public)
        # Where figures are hidden persons are unrecorded: balance alone must not tell where they came from.
        flow = reconcile(counted, over=_of_persons(over), gaps=True if counted.disclosure else None)
    elif not isinstance(flow, Flow):
        flow = _given(network, flow, over)
    asked = over or flow.projection
    within = None if over is None else _within(network, over)
    network = published(network, public)
    if network.disclosure:
        flow = flow.public(float(network.disclosure.get("k", K)))
    flows = _flows(network, flow, within, _silenced(flow.network))
    drawn = [one for one in flows if unknown or not _says_nothing(one)]
    names, stage_of = _stages_of(network, stages, drawn, lang)
    left_out = [_ends(network, one) for one in flows if one not in drawn]
    remark = _remark(flow, lang)
    return _picture(
        network, drawn, names, stage_of, asked, left_out=left_out, remark=remark, theme=theme, lang=lang, title=title
    )


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
    left_out: Sequence[tuple[int, int]] = (),
    remark: str = "",
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
            remark=remark,
            selection="" if asked is None else str(asked),
            left_out=list(left_out),
        )
    )


def _in_quarters(over: Projection) -> Projection:
    """Days asked about are as coarse as those that are shown."""
    days = over.during or over.at
    return over if days is None else over.replace(at=None, during=whole_quarters(days))


def _of_persons(over: Projection | None) -> Projection | None:
    """Ties that carry persons, unless others are asked for."""
    if over is None or {"layers", "relations"} & over.to_dict().keys():
        return over
    return over.replace(layers="flow")


def _given(network: Network, amounts: Mapping[str, float], over: Projection | None) -> Flow:
    ties = {tie: network.ties[tie] for tie in amounts}
    rows = [
        {"tie": tie, "source": one.source, "target": one.target, "amount": float(amounts[tie])}
        for tie, one in ties.items()
    ]
    return Flow(rows, Asked(sankey, network, over), convention="Amounts as given.")


def _within(network: Network, over: Projection) -> set[str]:
    ids = list(network.ties)
    return {ids[row] for row in network.freeze(over, merges=False).all_ties}


def _silenced(network: Network) -> set[str]:
    """The ties of which a figure tells whose number is hidden."""
    told = {
        (figure.measure, figure.origin, figure.destination)
        for figure in network.figures.values()
        if figure.get("suppressed") == "c"
    }
    return {tie.id for tie in network.ties.values() if (tie.relation, tie.source, tie.target) in told}


def _flows(network: Network, flow: Flow, within: set[str] | None, silenced: set[str]) -> list[dict[str, Any]]:
    """A row a tie that is drawn, as `Flow.rows`, with `hidden`; its ends as the network's."""
    return [
        row
        | _way(network, flow, row)
        | {"hidden": row["tie"] in flow.hidden or (math.isnan(row["amount"]) and row["tie"] in silenced)}
        for row in flow.rows()
        if within is None or row["tie"] in within
    ]


def _way(network: Network, flow: Flow, row: Mapping[str, Any]) -> dict[str, str]:
    """The ends of a tie, the way it is used; in a public network they are others than those of the flow."""
    tie = network.ties[row["tie"]]
    turned = row["source"] != flow.network.ties[row["tie"]].source
    return {"source": tie.target, "target": tie.source} if turned else {"source": tie.source, "target": tie.target}


def _says_nothing(flow: Mapping[str, Any]) -> bool:
    """Neither the amount is known nor a limit of it."""
    at_least, at_most = flow["low"] > 0, flow["high"] < math.inf
    return not flow["hidden"] and math.isnan(flow["amount"]) and not (at_least or at_most)


def _remark(flow: Flow, lang: str) -> str:
    """Where amounts come from that no source says so."""
    if not isinstance(flow, Reconciled) or not flow.residuals:
        return ""
    count = len(flow.residuals)
    return text("picture.sankey.reconciled." + ("one" if count == 1 else "many"), lang, count=count)


def _ends(network: Network, flow: Mapping[str, Any]) -> tuple[int, int]:
    return network.core.actor(flow["source"]), network.core.actor(flow["target"])


def _said(
    network: Network, flow: Mapping[str, Any]
) -> tuple[int, int, int, float | None, tuple[float, float] | None, bool, bool]:
    """A flow as the core takes it. What is hidden stays here."""
    low, high = flow.get("low", math.nan), flow.get("high", math.nan)
    bounded = low <= high and not flow["hidden"]
    return (
        network.core.tie(flow["tie"]),
        *_ends(network, flow),
        None if flow["hidden"] or math.isnan(flow["amount"]) else float(flow["amount"]),
        (float(low), float(high)) if bounded and not network.disclosure else None,
        flow["hidden"],
        bounded and len(flow["sources"]) == 1,
    )


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
        stage = network.core.stage_of(network.core.tie(flow["tie"]))
        if stage:
            row = network.core.actor(flow["target"])
            stage_of[row] = max(order[stage], stage_of[row] or 0)
    return [network.vocabulary.label("stages", stage, lang) for stage in known], stage_of


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
