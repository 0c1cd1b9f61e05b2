// The core that runs in the page answers whatever is asked, with the same bits as Python.

import {
    asCommand,
    asPython,
    openCore,
    unpacked,
    type Edit as CoreEdit,
    type Network,
    type Pathway,
    type Question,
    type View,
} from "../core.ts";
import { MOST_CUTS, type Answer, type Answers, type Edit, type Setting, type Way } from "./answers.ts";
import { changeOf } from "./changes.ts";
import type { Context } from "./context.ts";

/** The core, or null where WebAssembly is off, or the page was written without it. */
export async function liveAnswers(context: Context, packed: string, view: View | null): Promise<LiveAnswers | null> {
    if (packed === "" || view === null) return null;
    try {
        const core = await openCore(await unpacked(packed));
        return new LiveAnswers(context, core.network(view), view);
    } catch {
        return null;
    }
}

class LiveAnswers implements Answers {
    readonly live = true;

    constructor(
        private readonly context: Context,
        private readonly network: Network,
        private readonly view: View,
    ) {}

    ways(from: string, to: string, setting: Setting): Answer | null {
        const question = questionOf(setting);
        const best = (by: "steps" | "reliability", asked: Question): Way | null =>
            answered(() => wayOf(this.network.pathways(from, to, { by, k: 1 }, asked).ways[0]), null);
        const channels = this.context.data.explore.channels.map((channel) => ({
            channel,
            way: best("steps", { ...question, edits: this.#byChannel(setting.edits, channel) }),
        }));
        return {
            ways: [...channels, { channel: "", way: best("steps", question) }],
            surest: best("reliability", question),
            gates: answered(() => (this.network.dominators(from, to, {}, question) ?? []).map((gate) => gate.id), []),
            cuts: answered(
                () =>
                    this.network
                        .cuts(from, to, {}, question)
                        .sets.filter((ids) => ids.length > 0)
                        .slice(0, MOST_CUTS),
                [],
            ),
            reached: answered(() => Object.fromEntries(this.network.reach(from, {}, question)), {}),
        };
    }

    scores(measure: string, setting: Setting): Map<string, number> | null {
        return answered(() => this.network.scores(measure as "degree", questionOf(setting)).values, null);
    }

    /** What is asked of the shortest way, in Python and as a command; null: no command asks it. */
    said(from: string, to: string, setting: Setting): { python: string; command: string | null } {
        const ask = { ask: "pathways", from, to, by: "steps" } as const;
        return {
            python: asPython(this.view, ask, questionOf(setting)),
            command: asCommand(this.view, ask, questionOf(setting)),
        };
    }

    // One channel alone: the ties of all others are taken away, those of none stay.
    #byChannel(edits: readonly Edit[], channel: string): CoreEdit[] {
        const isOther = (other: unknown): boolean =>
            other !== undefined && other !== null && other !== "" && other !== channel;
        const kept = edits.filter((edit) => edit.edit !== "add_tie" || !isOther(edit["channel"]));
        const { removedTies } = changeOf(this.context, edits);
        const removed = this.context.data.ties.flatMap((tie, row) =>
            isOther(tie.channel) && !removedTies.has(row) ? [{ edit: "remove", tie: tie.id }] : [],
        );
        return [...kept, ...removed] as unknown as CoreEdit[];
    }
}

function questionOf(setting: Setting): Question {
    return {
        edits: setting.edits as unknown as readonly CoreEdit[],
        over: { layers: setting.layers, ...(setting.during === null ? {} : { during: setting.during }) },
    };
}

function wayOf(way: Pathway | undefined): Way | null {
    return way === undefined
        ? null
        : { actors: way.actors, ties: way.ties, reliability: way.reliability, days: way.delayDays };
}

// An end that a change took away, or that the layers leave out, is an answer: no way.
function answered<T>(ask: () => T, otherwise: T): T {
    try {
        return ask();
    } catch {
        return otherwise;
    }
}
