import { meaningOf, MEANINGS } from "./projection.js";
import type { Tables } from "./tables.js";
import { CoreError, type Projection, type View } from "./view.js";

const PARALLEL = ["auto", "keep", "sum", "max", "min", "count"];
const AFFILIATIONS = ["keep", "count", "newman", "jaccard"];
/** Weights of ties and the numbers of actors and ties, as cpp/web/selection.hpp reads them. */
export function written(
    view: View,
    tables: Tables,
    over: Projection,
    merges: boolean,
    places: Int32Array,
    actors: readonly number[],
    awake: readonly number[],
    dormant: readonly number[],
): Uint8Array {
    const { ties } = tables;
    const undirected = over.direction === "undirected";
    const kind = (tie: number): number => {
        const { directed, affiliation } = view.relations[ties.relation[tie]!]!;
        return (directed && !undirected ? 1 : 0) + (affiliation ? 2 : 0);
    };
    const source = (tie: number): number => places[ties.source[tie]!]!;
    const target = (tie: number): number => places[ties.target[tie]!]!;
    const meaning = meaningOf(over);
    const weights = meaning === "none" ? [] : awake.map((tie) => weight(view, tables, over, tie));
    const keys = actors.map((row) => new TextEncoder().encode(tables.actors.id[row]!));
    let end = 0;
    const words = [
        ...actors,
        ...awake.map(source),
        ...awake.map(target),
        ...awake.map(kind),
        ...awake,
        ...dormant.map(source),
        ...dormant.map(target),
        ...dormant.map(kind),
        ...keys.map((key) => (end += key.length)),
    ];
    const head = [
        actors.length,
        awake.length,
        dormant.length,
        MEANINGS.indexOf(meaning),
        over.direction === "reversed" ? 1 : 0,
        parallelRule(over, merges),
        AFFILIATIONS.indexOf((over.affiliations as string | undefined) ?? "keep"),
        (over.loops === false ? 0 : 1) + (over.isolates === false ? 0 : 2),
    ];
    const bytes = new Uint8Array(4 * head.length + 8 * weights.length + 4 * words.length + end);
    const out = new DataView(bytes.buffer);
    let at = 0;
    const putWord = (word: number): void => {
        out.setUint32(at, word, true);
        at += 4;
    };
    head.forEach(putWord);
    for (const value of weights) {
        out.setFloat64(at, value, true);
        at += 8;
    }
    words.forEach(putWord);
    for (const key of keys) {
        bytes.set(key, at);
        at += key.length;
    }
    return bytes;
}

/** Measures merge parallel ties, pathways keep them, unless the projection says how. */
function parallelRule(over: Projection, merges: boolean): number {
    const asked = (over.parallel as string | undefined) ?? "auto";
    return PARALLEL.indexOf(asked === "auto" && !merges ? "keep" : asked);
}

function weight(view: View, tables: Tables, over: Projection, tie: number): number {
    const name = over.weight as string;
    const { ties, actors } = tables;
    const column = ties.columns[name];
    if (column === undefined)
        throw new CoreError(`This page does not carry the column "${name}". Choose another weight.`);
    const recorded =
        column[tie] ?? (name === "strength" ? 1 : null) ?? (over.fill as number | null | undefined) ?? null;
    if (recorded !== null) return recorded;
    const ends = `${actors.id[ties.source[tie]!]} → ${actors.id[ties.target[tie]!]}`;
    throw new CoreError(
        `The tie ${ties.id[tie]} (${ends}, ${view.relations[ties.relation[tie]!]!.id}) has no ${name}. ` +
            "Say fill to give empty cells a value, or choose another weight.",
    );
}
