import { meaningOf, narrowed } from "./projection.js";
import { weightOf, type Ask, type Cell, type Edit, type Projection, type Question, type View } from "./view.js";

// What the texts for Python and for the command line share.

/** The projection with the filter and the weight of the question in it; what is as ever is left out. */
export function asked(view: View, ask: Ask, over: NonNullable<Question["over"]>): Projection {
    const own = narrowed(view.over, over);
    const made = narrowed(own, { weight: weightOf(ask, (own.weight as string | null | undefined) ?? null) });
    return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== null && value !== undefined));
}

export function isProbability(projection: Projection): boolean {
    return meaningOf(projection) === "probability";
}

export const ENDS = ["source", "target", "relation"];
export interface Between {
    source: string;
    target: string;
    relation?: string;
}

export function ends({ source, target, relation }: Between): string[] {
    return relation === undefined ? [source, target] : [source, target, relation];
}

export function cellsOf(edit: Edit, who: readonly string[]): [string, Cell][] {
    return (Object.entries(edit) as [string, Cell][]).filter(([name]) => name !== "edit" && !who.includes(name));
}
