// What is asked now: the setting of the filters and switches, and who answers it.

import type { Answer, Answers, Setting } from "./answers.ts";
import { editsOf } from "./changes.ts";
import type { Context } from "./context.ts";
import { spanId, type State } from "./state.ts";

const MOST_KNOWN = 200;

export class Asked {
    constructor(
        private readonly context: Context,
        public answers: Answers,
    ) {}

    setting(state: State, changed: boolean): Setting {
        return {
            scenarios: changed ? state.scenarios : [],
            edits: changed ? editsOf(this.context, state) : [],
            byHand: changed && state.changes.length > 0,
            layers: state.layers,
            during: state.month === null ? null : spanId(state.month, this.context.data.explore.window?.step ?? 1),
        };
    }

    ways(state: State, changed: boolean): Answer | null {
        const setting = this.setting(state, changed);
        return this.#once(["ways", state.from, state.to, setting], () =>
            this.answers.ways(state.from, state.to, setting),
        );
    }

    scores(state: State, measure: string, changed: boolean): Map<string, number> | null {
        const setting = this.setting(state, changed);
        return this.#once([measure, setting], () => this.answers.scores(measure, setting));
    }

    said(state: State): { python: string; command: string | null } | null {
        return this.answers.said(state.from, state.to, this.setting(state, true));
    }

    /** Asks once of everything, so that the engine has compiled what the first click needs. */
    practise(state: State): void {
        const setting = this.setting(state, false);
        this.answers.ways(state.from, state.to, setting);
        this.answers.scores("betweenness", setting);
    }

    // The network as recorded is asked at every click anew: what it answered is kept.
    readonly #known = new Map<string, unknown>();

    #once<T>(question: unknown, ask: () => T): T {
        const key = JSON.stringify([this.answers.live, question]);
        if (!this.#known.has(key)) {
            if (this.#known.size > MOST_KNOWN) this.#known.clear();
            this.#known.set(key, ask());
        }
        return this.#known.get(key) as T;
    }
}
