// What Python hands to a page (coopnet.pages.arrays.web_view), and what is asked of it.

/** Which writing of a view this page reads, as coopnet.pages.arrays says. */
export const LAYOUT = 1;

export interface View {
    layout: number;
    name: string;
    /** Whether coopnet loads it by this name. */
    bundled: boolean;
    over: Projection;
    actors: { id: string[]; kind: (string | null)[]; country: (string | null)[]; in: number[] };
    ties: {
        id: string[];
        source: number[];
        target: number[];
        relation: number[];
        instrument: number[];
        since: (string | null)[];
        until: (string | null)[];
        in: number[];
        columns: Record<string, (number | null)[]>;
        by_grade: (number | null)[];
    };
    relations: Relation[];
    kinds: Record<string, string | null>;
    takes: {
        kinds: (string | null)[] | null;
        countries: (string | null)[] | null;
        actors: boolean;
        where: Record<string, (string | null)[]>;
        ties: boolean;
        inferred: number | null;
    };
}

export interface Relation {
    id: string;
    layer: string;
    directed: boolean;
    affiliation: boolean;
    ends: string[] | null;
}

/** The fields of a coopnet.Projection that differ from its defaults. */
export type Projection = Record<string, unknown>;

/** What a page may select of its view: fields of a Projection. A list narrows the one of the view. */
export interface Filter {
    layers?: readonly string[];
    relations?: readonly string[];
    countries?: readonly (string | null)[];
    /** A day or a span: "2022-08-15", "2022", "2022-07/2022-09"; null: at any date. */
    during?: string | null;
    dates?: "possible" | "certain";
    /** A column of the view's ties; null: none. */
    weight?: string | null;
    /** The weight of a tie whose cell is empty. */
    fill?: number | null;
}

export type Cell = string | number | boolean | null;

/** An edit as in a playbook, the same plain data as `coopnet.Scenario.edits`. */
export type Edit =
    | { edit: "remove"; actor: string }
    | { edit: "remove"; tie: string }
    | { edit: "remove"; source: string; target: string; relation?: string }
    | { edit: "add_actor"; actor: string; [column: string]: Cell }
    | { edit: "add_tie"; source: string; target: string; relation: string; [column: string]: Cell }
    | { edit: "change"; id: string; [column: string]: Cell }
    | { edit: "change"; source: string; target: string; relation?: string; [column: string]: Cell };

/** What is changed and what is selected, of whatever is asked. */
export interface Question {
    edits?: readonly Edit[];
    over?: Filter;
}

export type Measure = "degree" | "strength" | "betweenness" | "closeness" | "harmonic";
/** What makes a pathway good: fewest steps, or a column; not said: what the view's projection weighs by. */
export type By = "steps" | "reliability" | "delay_days" | "strength";
export type Of = "actors" | "ties";
export type Mode = "out" | "in" | "all";

/** A question as data: to be asked twice by `compare`, and to be said in Python or as a command. */
export type Ask =
    | { ask: Measure }
    | { ask: "pathways"; from: string; to: string; by?: By; k?: number }
    | { ask: "cuts"; from: string; to: string; of?: Of }
    | { ask: "dominators"; from: string; to: string; of?: Of }
    | { ask: "reach"; from: string; within?: number; mode?: Mode }
    | { ask: "components"; strong?: boolean }
    | { ask: "reliability"; from: string; to: string };

/** What is wrong, in a sentence that says what to do. */
export class CoreError extends Error {
    override name = "CoreError";
}

export const MEASURES: readonly Measure[] = ["degree", "strength", "betweenness", "closeness", "harmonic"];

/** The weight that a question needs where the projection has none. */
export function weightOf(ask: Ask, own: string | null): string | null {
    switch (ask.ask) {
        case "pathways":
            return ask.by === undefined ? own : ask.by === "steps" ? null : ask.by;
        case "reliability":
            return own ?? "reliability";
        case "strength":
            return own ?? "strength";
        default:
            return own;
    }
}
