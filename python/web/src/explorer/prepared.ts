// The answers that Python wrote into the page: all there is where WebAssembly is off.

import type { Answer, Answers, Setting } from "./answers.ts";
import type { Prepared } from "./data.ts";

export class PreparedAnswers implements Answers {
    readonly live = false;

    constructor(private readonly prepared: Prepared) {}

    ways(from: string, to: string, setting: Setting): Answer | null {
        return this.#covers(setting) ? (this.prepared.ways[keyOf(setting, from, to)] ?? null) : null;
    }

    scores(measure: string, setting: Setting): Map<string, number> | null {
        if (!this.#covers(setting) || measure !== "betweenness") return null;
        const scores = this.prepared.scores[keyOf(setting)];
        return scores === undefined ? null : new Map(Object.entries(scores).map(([id, value]) => [id, value ?? NaN]));
    }

    said(): null {
        return null;
    }

    // Changes by hand have no prepared answer, nor has a month.
    #covers(setting: Setting): boolean {
        return setting.during === null && !setting.byHand;
    }
}

/** One text for what is asked, as `coopnet.pages.prepared.key_of` makes it. */
function keyOf(setting: Setting, ...ends: string[]): string {
    return [[...setting.scenarios].sort().join(), [...setting.layers].sort().join(), ...ends].join("|");
}
