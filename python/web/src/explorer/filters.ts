// Which ties and actors are shown, by the state of the filters.

import type { Actor, PageData, Tie } from "../data.ts";
import { lastDayOf, firstDayOf } from "./months.ts";
import type { State } from "./state.ts";

export interface Shown {
    ties: Set<number>;
    actors: Set<number>;
    /** Ties that pass all but the month: what "n of m" counts. */
    anyTime: Set<number>;
}

export function shown(data: PageData, inside: readonly number[], state: State, step = 1): Shown {
    const layerOf = new Map(data.relations.map((relation) => [relation.id, relation.layer]));
    const layers = new Set(state.layers);
    const passes = data.actors.map((actor) => actorPasses(data, actor, state));
    const anyTime = new Set<number>();
    const ties = new Set<number>();
    const tied = new Set<number>();
    data.ties.forEach((tie, row) => {
        if (!layers.has(layerOf.get(tie.relation) ?? "")) return;
        if (state.lines.includes(tie.line) || state.statuses.includes(tie.status)) return;
        if (state.relation !== "" && tie.relation !== state.relation) return;
        if (!passes[tie.source] || !passes[tie.target]) return;
        anyTime.add(row);
        tied.add(tie.source);
        tied.add(tie.target);
        if (holds(tie, state.month, step)) ties.add(row);
    });
    const everTied = new Set(data.ties.flatMap((tie) => [tie.source, tie.target]));
    // Who has ties, but none of those asked for, is gone; who has none at all, stays.
    const actors = new Set(inside.filter((row) => passes[row] && (tied.has(row) || !everTied.has(row))));
    return { ties, actors, anyTime };
}

/** Whether a tie may hold in a month, or the span of several that begins with it: some reading of its unknown days fits. */
export function holds(tie: Tie, month: number | null, step = 1): boolean {
    if (month === null) return true;
    return (
        (tie.first === null || tie.first <= lastDayOf(month + step - 1)) &&
        (tie.last === null || tie.last >= firstDayOf(month))
    );
}

/** The kinds of the legend are switched off as a whole: by the first that its sample explains. */
function kindGroup(data: PageData, kind: string): string {
    return data.picture.kinds.find((sample) => sample.of.includes(kind))?.of[0] ?? "";
}

function actorPasses(data: PageData, actor: Actor, state: State): boolean {
    if (state.countries.includes(actor.country || "none")) return false;
    return state.kinds.length === 0 || !state.kinds.includes(kindGroup(data, actor.kind));
}

/** How many of some ties there are by a property of theirs. */
export function counted(data: PageData, ties: Iterable<number>, of: (tie: Tie) => string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const row of ties) {
        const tie = data.ties[row];
        if (tie !== undefined) counts.set(of(tie), (counts.get(of(tie)) ?? 0) + 1);
    }
    return counts;
}
