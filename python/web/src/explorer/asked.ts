// What is asked now: the setting of the filters and switches, and who answers it.

import type { Answer, Answers, Setting } from "./answers.ts";
import { editsOf } from "./changes.ts";
import type { Context } from "./context.ts";
import { monthId, type State } from "./state.ts";

export class Asked {
    constructor(private readonly context: Context, public answers: Answers) {}

    setting(state: State, changed: boolean): Setting {
        return {
            scenarios: changed ? state.scenarios : [],
            edits: changed ? editsOf(this.context, state) : [],
            layers: state.layers,
            during: state.month === null ? null : monthId(state.month),
        };
    }

    ways(state: State, changed: boolean): Answer | null {
        return this.answers.ways(state.from, state.to, this.setting(state, changed));
    }

    scores(state: State, measure: string, changed: boolean): Map<string, number> | null {
        return this.answers.scores(measure, this.setting(state, changed));
    }
}
