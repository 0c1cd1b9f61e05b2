"""Answers computed while the page is written: all that it knows where WebAssembly is off."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from .. import centrality, pathways
from ..errors import Infeasible, InvalidWeight, NoPathway, UnknownActor
from ..network import Network
from ..projection import Projection
from ..scenario import Scenario
from ..ways import Pathway, Pathways

__all__ = ["MEASURES", "answers", "channels", "key_of"]

MEASURES: dict[str, Callable[..., Any]] = {
    "degree": centrality.degree,
    "betweenness": centrality.betweenness,
    "harmonic": centrality.harmonic,
}
MOST_CHANNELS = 4
MOST_CUTS = 5
MOST_TOGETHER = 2  # scenarios; all of all subsets would fill the page
ORDER = ("add_actor", "add_tie", "change", "remove")


def channels(network: Network, ties: Sequence[Mapping[str, Any]]) -> list[str]:
    """The channels that ways are asked of, one by one: those of the report, else those of the ties."""
    named = [str(name) for name in network.report.get("channels") or ()]
    seen = dict.fromkeys(tie["channel"] for tie in ties if tie["channel"])
    return [name for name in named if name in seen] or list(seen)[:MOST_CHANNELS]


def answers(
    network: Network,
    over: Projection,
    asked: Sequence[Mapping[str, Any]],
    scenarios: Sequence[Mapping[str, Any]],
    names: Sequence[str],
) -> dict[str, Any]:
    """To each question under each scenario and each two of them, by `key_of`; scores by layers and scenarios."""
    ways: dict[str, Any] = {}
    scores: dict[str, Any] = {}
    views = {tuple(item["layers"]): over.replace(layers=list(item["layers"]) or None) for item in asked}
    for chosen in _subsets(scenarios):
        ids = [item["id"] for item in chosen]
        changed = Scenario(edits=_together(chosen)).apply(network)
        for item in asked:
            view = views[tuple(item["layers"])]
            ways[key_of(ids, item["layers"], item["from"], item["to"])] = _answer(
                changed, view, item["from"], item["to"], names
            )
        for layers, view in views.items():
            scores[key_of(ids, layers)] = dict(centrality.betweenness(changed, over=view))
    return {"ways": ways, "scores": scores}


def measures(network: Network, over: Projection) -> dict[str, dict[str, float]]:
    return {name: dict(measure(network, over=over)) for name, measure in MEASURES.items()}


def key_of(scenarios: Sequence[str], layers: Sequence[str], *ends: str) -> str:
    """One text for what is asked, as `src/explorer/answers.ts` makes it."""
    return "|".join([",".join(sorted(scenarios)), ",".join(sorted(layers)), *ends])


def _subsets(scenarios: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], ...]]:
    for size in range(min(len(scenarios), MOST_TOGETHER) + 1):
        yield from combinations(scenarios, size)


def _together(scenarios: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """Their edits in an order in which all can be made, as `src/explorer/changes.ts` has it."""
    edits = [edit for item in scenarios for edit in item["edits"]]
    gone = {edit["actor"] for edit in edits if edit["edit"] == "remove" and "actor" in edit}
    possible = [
        edit for edit in edits if edit["edit"] != "remove" or not gone & {edit.get("source"), edit.get("target")}
    ]
    return tuple(sorted(possible, key=lambda edit: ORDER.index(edit["edit"])))


def _answer(network: Network, over: Projection, source: str, target: str, names: Sequence[str]) -> dict[str, Any]:
    by_channel = {name: over.replace(where={**over.where, "channel": [name, None]}) for name in names} | {"": over}
    ways = [
        {"channel": name, "way": _best(pathways.shortest, network, source, target, view)}
        for name, view in by_channel.items()
    ]
    surest = _best(pathways.most_reliable, network, source, target, over)
    return {
        "ways": ways,
        "surest": surest,
        "gates": _asked(lambda: list(pathways.dominators(network, source, target, over=over)), []),
        "cuts": _asked(lambda: [list(cut) for cut in pathways.cuts(network, source, target, over=over)], [])[
            :MOST_CUTS
        ],
        "reached": _asked(lambda: dict(pathways.reach(network, source, over=over)), {}),
    }


def _best(ask: Callable[..., Any], network: Network, source: str, target: str, over: Projection) -> Any:
    found: Pathway | Pathways | None = _asked(lambda: ask(network, source, target, over=over), None)
    way = found[0] if isinstance(found, Pathways) else found
    if way is None:
        return None
    steps = [list(step["ties"]) for step in way.rows()]
    return {"actors": list(way.actors), "ties": steps, "reliability": way.reliability, "days": way.delay_days}


def _asked(ask: Callable[[], Any], otherwise: Any) -> Any:
    """No pathway is an answer; so are an end that is gone, ties without a reliability, ends that are tied."""
    try:
        return ask()
    except (NoPathway, UnknownActor, InvalidWeight, Infeasible):
        return otherwise
