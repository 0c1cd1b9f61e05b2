import type { Tables } from "./tables.js";
import type { Measure } from "./view.js";

// What the page is answered, and how it is read out of the core's numbers.

/** A number for each actor, in the network's order; undefined ones are NaN, and `why` says why. */
export interface Scores {
    measure: Measure;
    values: Map<string, number>;
    why: string;
}

/** One way: the actors in order, and the ties that each step may take. */
export interface Pathway {
    actors: string[];
    ties: string[][];
    steps: number;
    /** What the weight adds up to; −ln of a product of probabilities. */
    cost: number;
    /** NaN if a step's delay, or reliability, is not known. */
    delayDays: number;
    reliability: number;
}

/** Pathways, best first; none if no way leads there. `partial`: the time was up, there may be more. */
export interface Pathways {
    ways: Pathway[];
    partial: boolean;
}

/** Smallest sets of actors, or ties, that all pathways need one of. No pathway: `size` 0; no set can part them: null. */
export interface Cuts {
    size: number | null;
    sets: string[][];
    partial: boolean;
}

/** Whom, or what, every pathway passes, from source to target; ties that stand for one step are joined by commas. */
export interface Gate {
    id: string;
    after: string | null;
    opens: number;
}

export interface Row {
    id: string;
    before: number;
    after: number;
    /** NaN where one of the two is undefined. */
    difference: number;
}

/** One answer before and after a change, number by number. */
export interface Comparison {
    rows: Row[];
    /** Those that differ, the largest difference first. */
    changed: Row[];
}

/** A row of numbers, read from left to right. */
export class Answer {
    private at = 0;

    constructor(private readonly numbers: Float64Array) {}

    get done(): boolean {
        return this.at >= this.numbers.length;
    }

    next(): number {
        return this.numbers[this.at++]!;
    }

    flag(): boolean {
        return this.next() !== 0;
    }

    /** As many rows as are said, then the rows. */
    rows(): number[] {
        const count = this.next();
        return Array.from({ length: count }, () => this.next());
    }

    items(ids: readonly string[]): string[] {
        return this.rows().map((row) => ids[row]!);
    }
}

export function pairs(found: Float64Array, ids: readonly string[]): Map<string, number> {
    const values = new Map<string, number>();
    for (let i = 0; i < found.length; i += 2) values.set(ids[found[i]!]!, found[i + 1]!);
    return values;
}

export function readPathway(read: Answer, { actors, ties }: Tables, isProduct: boolean): Pathway {
    const length = read.next();
    const steps = read.next();
    const way: Pathway = {
        actors: [actors.id[read.next()]!],
        ties: [],
        steps,
        cost: isProduct ? (length > 0 ? 0 - Math.log(length) : Infinity) : length,
        delayDays: 0,
        reliability: 1,
    };
    for (let step = 0; step < steps; ++step) {
        way.actors.push(actors.id[read.next()]!);
        const rows = read.rows();
        way.ties.push(rows.map((row) => ties.id[row]!));
        way.delayDays += best(Math.min, ties.columns.delay_days!, rows);
        way.reliability *= best(Math.max, ties.columns.reliability!, rows);
    }
    return way;
}

/** Of the ties that a step may take the best; NaN if none says. */
function best(
    choose: (...values: number[]) => number,
    column: readonly (number | null)[],
    rows: readonly number[],
): number {
    const known = rows.flatMap((row) => column[row] ?? []);
    return known.length > 0 ? choose(...known) : NaN;
}

/** Equal, or both undefined: as `coopnet.scenario.compare` says what changed. */
export function same(before: number, after: number): boolean {
    if (Number.isNaN(before) || Number.isNaN(after)) return Number.isNaN(before) && Number.isNaN(after);
    if (before === after) return true;
    return Math.abs(before - after) <= Math.max(1e-10 * Math.max(Math.abs(before), Math.abs(after)), 1e-12);
}
