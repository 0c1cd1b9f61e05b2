// The answers that Python wrote into the page: all there is where WebAssembly is off.

import type { Answer, Answers, Setting } from "./answers.ts";
import type { Prepared } from "./data.ts";

export class PreparedAnswers implements Answers {
    readonly live = false;

    constructor(private readonly prepared: Prepared) {}

    ways(from: string, to: string, setting: Setting): Answer | null {
        return this.#covers(setting) ? this.prepared.ways[keyOf(setting, from, to)] ?? null : null;
    }

    scores(measure: string, setting: Setting): Map<string, number> | null {
        const scores = this.#covers(setting) ? this.prepared.scores[keyOf(setting)]?.[measure] : undefined;
        return scores === undefined ? null : new Map(Object.entries(scores).map(([id, value]) => [id, value ?? NaN]));
    }

    #covers(setting: Setting): boolean {
        return setting.during === null;
    }
}

/** One text for what is asked, as `coopnet.pages.prepared.key_of` makes it. */
export function keyOf(setting: Setting, ...ends: string[]): string {
    return [[...setting.scenarios].sort().join(), [...setting.layers].sort().join(), ...ends].join("|");
}
