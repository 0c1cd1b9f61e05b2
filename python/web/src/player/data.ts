// What the player's page knows beside the network: as `coopnet/pages/player_data.py` wrote it.

import type { PageData, Said, Word } from "../data.ts";

export interface Step {
    id: string;
    title: Said;
    text: Said;
    note: Said;
    ties: number[];
    actors: number[];
    /** Who acts in it: those that its ties start from. */
    acting: number[];
    sources: number[];
    /** After how many days: at least, at most. */
    days: [number, number] | null;
    daysFrom: number | null;
}

/** One pathway, by rows of actors and ties. */
export interface Way {
    actors: number[];
    ties: number[];
    steps: number;
    reliability: number | null;
}

/** What the network says of the ways to a goal; steps are null where there is none. */
export interface Outcome {
    steps: number | null;
    reliability: number | null;
    more: boolean;
    ways: Way[];
}

/** Outcomes stand by branch: as recorded first. */
export interface Route {
    text: Said;
    outcomes: Outcome[];
}

export interface Answer {
    right: boolean;
    there: boolean;
    outcome: Outcome | null;
}

export interface Choice {
    text: Said;
    actor: number | null;
    answers: Answer[];
}

export interface Exercise {
    step: number;
    ask: Said;
    goal: number | null;
    choices: Choice[];
}

export interface Rows {
    actors: number[];
    ties: number[];
}

export interface Branch {
    id: string;
    text: Said;
    note: Said;
    removed: Rows;
    added: Rows;
    changed: Rows;
    /** Steps all of whose ties are gone; some of whose ties are gone. */
    lost: number[];
    weaker: number[];
}

export interface PlayerData extends PageData {
    lines: Word[];
    steps: Step[];
    routes: Route[];
    exercises: Exercise[];
    branches: Branch[];
    /** Some reliability follows from grade and status by a table. */
    onTable: boolean;
}
