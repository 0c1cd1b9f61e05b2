import { CoreError, type Cell, type View } from "./view.js";

export interface Tables {
    actors: Omit<View["actors"], "in"> & { in: boolean[]; gone: boolean[] };
    ties: Omit<View["ties"], "in" | "by_grade"> & { in: boolean[]; gone: boolean[] };
}

/** The tables of a view, to be edited. */
export function copied(view: View): Tables {
    const { actors, ties } = view;
    return {
        actors: {
            id: [...actors.id],
            kind: [...actors.kind],
            country: [...actors.country],
            in: actors.in.map(Boolean),
            gone: actors.id.map(() => false),
        },
        ties: {
            id: [...ties.id],
            source: [...ties.source],
            target: [...ties.target],
            relation: [...ties.relation],
            instrument: [...ties.instrument],
            since: [...ties.since],
            until: [...ties.until],
            in: ties.in.map(Boolean),
            gone: ties.id.map(() => false),
            columns: Object.fromEntries(Object.entries(ties.columns).map(([name, cells]) => [name, [...cells]])),
        },
    };
}

export function isA(view: View, kind: string | null, ancestor: string): boolean {
    for (let at = kind; at !== null; at = view.kinds[at] ?? null) if (at === ancestor) return true;
    return false;
}

/** A cell as a table holds it: nothing if it is empty. */
export function asText(cell: Cell | undefined): string | null {
    return cell === undefined || cell === null || cell === "" ? null : String(cell);
}

/** The same of a column of numbers. */
export function asNumber(column: string, cell: Cell | undefined): number | null {
    if (cell === undefined || cell === null || cell === "") return null;
    const value = typeof cell === "number" ? cell : Number(cell);
    const fits = Number.isFinite(value) && value >= 0 && (column !== "reliability" || value <= 1);
    if (fits && typeof cell !== "boolean") return value;
    throw new CoreError(
        column === "reliability"
            ? `A reliability is a number from 0 to 1, and this is ${cell}.`
            : `A ${column} is a number, 0 or more, and this is ${cell}.`,
    );
}
