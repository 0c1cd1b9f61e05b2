// What every part of the explorer needs: the data, the words, the state, and names for what is in the data.

import type { Actor, Source, Tie } from "../data.ts";
import type { Words } from "../words.ts";
import type { ExplorerData } from "./data.ts";
import type { Store } from "./state.ts";

export class Context {
    readonly actorRow: ReadonlyMap<string, number>;
    readonly tieRow: ReadonlyMap<string, number>;
    readonly tiesOf: readonly (readonly number[])[];

    constructor(
        readonly data: ExplorerData,
        readonly words: Words,
        readonly store: Store,
    ) {
        this.actorRow = new Map(data.actors.map((actor, row) => [actor.id, row]));
        this.tieRow = new Map(data.ties.map((tie, row) => [tie.id, row]));
        const of: number[][] = data.actors.map(() => []);
        data.ties.forEach((tie, row) => {
            for (const end of new Set([tie.source, tie.target])) of[end]?.push(row);
        });
        this.tiesOf = of;
    }

    actor(row: number): Actor {
        return known(this.data.actors[row]);
    }

    tie(row: number): Tie {
        return known(this.data.ties[row]);
    }

    source(row: number): Source {
        return known(this.data.sources[row]);
    }

    name(row: number): string {
        return this.words.of(this.actor(row).short) || this.actor(row).id;
    }

    /** The name of an actor by id, also of one that only a scenario adds. */
    nameOf(id: string): string {
        const row = this.actorRow.get(id);
        if (row !== undefined) return this.name(row);
        const added = this.data.explore.scenarios.flatMap((item) => item.edits).find((edit) => edit["actor"] === id);
        const columns =
            this.words.language === "en"
                ? ["short", "name"]
                : [`short_${this.words.language}`, `name_${this.words.language}`, "short", "name"];
        return String(
            columns.map((column) => added?.[column]).find((name) => name !== undefined && name !== null) ?? id,
        );
    }

    /** The name of a kind, relation, layer, line or country. */
    label(section: "kinds" | "relations" | "layers" | "lines" | "countries", id: string): string {
        const word = this.data[section].find((item) => item.id === id);
        return word === undefined ? id : this.words.of(word.label);
    }

    status(status: string): string {
        return this.words.say(`status.${status || "unsaid"}`);
    }

    /** A tie as a sentence: who does what to whom. */
    sentence(row: number): string {
        const tie = this.tie(row);
        return `${this.name(tie.source)} ${this.label("relations", tie.relation)} ${this.name(tie.target)}`;
    }

    open(what: "actor" | "tie", id: string): void {
        this.store.set({ open: `${what} ${id}`, tab: "facts" });
    }
}

function known<T>(item: T | undefined): T {
    if (item === undefined) throw new Error("The page's data names a row that is not there.");
    return item;
}
