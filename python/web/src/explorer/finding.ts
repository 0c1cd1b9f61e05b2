// What the ties that are shown come to, as a sentence: true of every filter, as the picture's own title would not be.

import type { Context } from "./context.ts";

export function findingOf(context: Context, ties: ReadonlySet<number>): string {
    const { words } = context;
    const across = [...ties]
        .map((row) => context.tie(row))
        .filter((tie) => {
            const [a, b] = [context.actor(tie.source).country, context.actor(tie.target).country];
            return a !== "" && b !== "" && a !== b;
        });
    if (across.length === 0) return words.say("explore.finding.none");
    const counts = ["documented", "claimed", "inferred", ""].flatMap((status) => {
        const n = across.filter((tie) => tie.status === status).length;
        return n === 0 ? [] : [`${words.number(n)} ${context.status(status)}`];
    });
    return words.say(across.length === 1 ? "explore.finding.one" : "explore.finding.many", {
        n: words.number(across.length),
        counts: counts.join(", "),
    });
}
