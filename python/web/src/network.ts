import {
    Answer,
    pairs,
    readPathway,
    same,
    type Comparison,
    type Cuts,
    type Gate,
    type Pathway,
    type Pathways,
    type Row,
    type Scores,
} from "./answers.js";
import type { Door } from "./door.js";
import { edited } from "./edited.js";
import { MEANINGS, narrowed } from "./projection.js";
import { selected } from "./selection.js";
import type { Tables } from "./tables.js";
import {
    CoreError,
    LAYOUT,
    MEASURES,
    weightOf,
    type Ask,
    type By,
    type Edit,
    type Filter,
    type Measure,
    type Mode,
    type Of,
    type Projection,
    type Question,
    type View,
} from "./view.js";

/** The most sets of a cut that are listed. */
const MOST_SETS = 1000;
const MODES: readonly Mode[] = ["out", "in", "all"];

/**
 * A network that answers under edits what Python answers of `Scenario(edits=edits).apply(network)` over
 * `view.over` with `question.over` in it, with the same bits; 1e-12 where a logarithm made the cost.
 */
export class Network {
    private tables: { key: string; made: Tables } | null = null;
    private recorded: { key: string; numbers: Map<string, number> } | null = null;
    private folded: { key: string; places: Int32Array; meaning: string } | null = null;

    constructor(
        private readonly door: Door,
        readonly view: View,
    ) {
        if (view.layout !== LAYOUT)
            throw new CoreError("This network was written for another version of the page. Save it anew.");
    }

    /** Python's measure of this name, as it is by default. */
    scores(measure: Measure, question: Question = {}): Scores {
        const { actors } = this.fold({ ask: measure }, question);
        const found = this.door.ask((core) => core.scores(MEASURES.indexOf(measure)));
        return { measure, values: pairs(found, actors.id), why: this.door.why() };
    }

    /** The k best pathways: of fewest steps, or by a column; `most_reliable` by reliability, else `k_shortest`. */
    pathways(from: string, to: string, { by, k = 1 }: { by?: By; k?: number } = {}, question: Question = {}): Pathways {
        const tables = this.fold({ ask: "pathways", from, to, ...(by && { by }) }, question);
        if (by === "reliability") this.requireProbability("The most reliable pathway");
        const read = new Answer(this.between(tables, from, to, (core, a, b) => core.pathways(a, b, k)));
        const partial = read.flag();
        const ways: Pathway[] = [];
        while (!read.done) ways.push(readPathway(read, tables, this.multiplies));
        return { ways, partial };
    }

    cuts(from: string, to: string, { of = "actors" }: { of?: Of } = {}, question: Question = {}): Cuts {
        const tables = this.fold({ ask: "cuts", from, to, of }, question);
        const ofTies = of === "ties" ? 1 : 0;
        const read = new Answer(this.between(tables, from, to, (core, a, b) => core.cuts(a, b, ofTies, MOST_SETS)));
        const size = read.next();
        const partial = read.flag();
        const ids = of === "ties" ? tables.ties.id : tables.actors.id;
        const sets: string[][] = [];
        while (!read.done) {
            const members = read.next();
            sets.push(Array.from({ length: members }, () => read.items(ids)).flat());
        }
        return { size: size < 0 ? null : size, sets, partial };
    }

    /** Null if no pathway leads there; empty if no single one is needed. */
    dominators(from: string, to: string, { of = "actors" }: { of?: Of } = {}, question: Question = {}): Gate[] | null {
        const tables = this.fold({ ask: "dominators", from, to, of }, question);
        const read = new Answer(
            this.between(tables, from, to, (core, a, b) => core.dominators(a, b, of === "ties" ? 1 : 0)),
        );
        if (!read.flag()) return null;
        const ids = of === "ties" ? tables.ties.id : tables.actors.id;
        const gates: Gate[] = [];
        while (!read.done) {
            const id = read.items(ids).join(", ");
            const after = read.items(ids);
            gates.push({ id, after: after.length > 0 ? after.join(", ") : null, opens: read.next() });
        }
        return gates;
    }

    /** Whom an actor reaches and in how many steps, itself at 0, nearest first. */
    reach(
        from: string,
        { within, mode = "out" }: { within?: number; mode?: Mode } = {},
        question: Question = {},
    ): Map<string, number> {
        const tables = this.fold({ ask: "reach", from }, question);
        const start = this.place(tables, from);
        return pairs(
            this.door.ask((core) => core.reach(start, within ?? -1, MODES.indexOf(mode))),
            tables.actors.id,
        );
    }

    /** The pieces of the network, the largest first. */
    components({ strong = false }: { strong?: boolean } = {}, question: Question = {}): string[][] {
        const { actors } = this.fold({ ask: "components" }, question);
        const groups: string[][] = [];
        for (const [actor, group] of pairs(
            this.door.ask((core) => core.components(strong ? 1 : 0)),
            actors.id,
        )) {
            (groups[group] ??= []).push(actor);
        }
        return groups;
    }

    /** The probability that some pathway works, exactly; refused where that would take too long. */
    reliability(from: string, to: string, question: Question = {}): number {
        const tables = this.fold({ ask: "reliability", from, to }, question);
        this.requireProbability("Reliability");
        const [a, b] = [this.place(tables, from), this.place(tables, to)];
        return this.door.call((core) => core.reliability(a, b));
    }

    /** One question before and after edits: its numbers as `coopnet.scenario.compare` has them. */
    compare(ask: Ask, { edits = [], over = {} }: Question = {}): Comparison {
        const before = this.before(ask, over);
        const after = this.numbers(ask, { edits, over });
        const rows = [...new Set([...before.keys(), ...after.keys()])].map((id) => {
            const [was, is] = [before.get(id) ?? NaN, after.get(id) ?? NaN];
            return { id, before: was, after: is, difference: is - was };
        });
        const changed = rows.filter((row) => !same(row.before, row.after));
        const size = (row: Row): number => (Number.isNaN(row.difference) ? -1 : Math.abs(row.difference));
        return { rows, changed: changed.sort((one, other) => size(other) - size(one)) };
    }

    /** What can be compared of an answer; nothing if there is no pathway. */
    numbers(ask: Ask, question: Question = {}): Map<string, number> {
        switch (ask.ask) {
            case "pathways": {
                const [best] = this.pathways(ask.from, ask.to, { ...ask, k: 1 }, question).ways;
                if (best === undefined) return new Map();
                return new Map([
                    ["steps", best.steps],
                    ["cost", best.cost],
                    ["delay_days", best.delayDays],
                    ["reliability", best.reliability],
                ]);
            }
            case "cuts": {
                const { size, sets } = this.cuts(ask.from, ask.to, ask, question);
                return size
                    ? new Map([
                          ["size", size],
                          ["sets", sets.length],
                      ])
                    : new Map();
            }
            case "dominators": {
                const gates = this.dominators(ask.from, ask.to, ask, question) ?? [];
                return new Map(gates.map((gate) => [`${gate.id}: opens`, gate.opens]));
            }
            case "reach":
                return this.reach(ask.from, ask, question);
            case "components":
                return new Map([["pieces", this.components(ask, question).length]]);
            case "reliability":
                return new Map([["value", this.reliability(ask.from, ask.to, question)]]);
            default:
                return this.scores(ask.ask, question).values;
        }
    }

    /** Throws the sentence of the first edit that cannot be made. */
    check(edits: readonly Edit[]): void {
        this.under(edits);
    }

    // --- handing over -----------------------------------------------------------------------------------------------------

    private over(ask: Ask, { over = {} }: Question): Projection {
        const own = narrowed(this.view.over, over);
        const weight = weightOf(ask, (own.weight as string | null | undefined) ?? null);
        return narrowed(own, { weight } satisfies Filter);
    }

    /** The numbers without edits: the same from click to click. */
    private before(ask: Ask, over: Filter): Map<string, number> {
        const key = JSON.stringify([ask, over]);
        if (this.recorded?.key !== key) this.recorded = { key, numbers: this.numbers(ask, { over }) };
        return this.recorded.numbers;
    }

    private under(edits: readonly Edit[]): Tables {
        const key = JSON.stringify(edits);
        if (this.tables?.key !== key) this.tables = { key, made: edited(this.view, edits) };
        return this.tables.made;
    }

    /** Has the core fold what a question is about, unless it did so last. */
    private fold(ask: Ask, question: Question): Tables {
        const tables = this.under(question.edits ?? []);
        const over = this.over(ask, question);
        const merges = ask.ask === "components" || (MEASURES as readonly string[]).includes(ask.ask);
        const key = JSON.stringify([question.edits ?? [], over, merges]);
        if (this.door.fresh || this.folded?.key !== key) {
            this.folded = null;
            const made = selected(this.view, tables, over, merges, this.door);
            this.door.write(made.bytes);
            const meaning = MEANINGS[this.door.call((core) => core.fold())]!;
            this.folded = { key, places: made.places, meaning };
        }
        return tables;
    }

    private get multiplies(): boolean {
        return this.folded?.meaning === "probability";
    }

    private requireProbability(what: string): void {
        if (this.multiplies) return;
        throw new CoreError(
            `${what} multiplies probabilities, and the weight is a ${this.folded?.meaning}. ` +
                "Leave the weight out, or choose reliability.",
        );
    }

    private place(tables: Tables, actor: string): number {
        const row = tables.actors.id.indexOf(actor);
        if (row < 0) throw new CoreError(`There is no actor "${actor}".`);
        if (tables.actors.gone[row]) throw new CoreError(`The actor "${actor}" is removed. Ask about another.`);
        const place = this.folded!.places[row]!;
        if (place >= 0) return place;
        throw new CoreError(
            `The projection leaves the actor "${actor}" out. Widen its layers, kinds, countries or actors.`,
        );
    }

    private between(
        tables: Tables,
        from: string,
        to: string,
        ask: (core: Parameters<Parameters<Door["ask"]>[0]>[0], a: number, b: number) => void,
    ): Float64Array {
        const [a, b] = [this.place(tables, from), this.place(tables, to)];
        return this.door.ask((core) => ask(core, a, b));
    }
}
