// What is changed, in words: of a switch, of a change by hand, of all that is on.

import type { Context } from "./context.ts";
import type { Switch } from "./data.ts";
import type { State } from "./state.ts";

export function switchText(context: Context, item: Switch): string {
    const actor = item.edits.find((edit) => edit.edit === "remove")?.["actor"];
    return (
        context.words.of(item.text) ||
        context.words.say("explore.without", { actor: context.nameOf(String(actor ?? "")) })
    );
}

export function changeText(context: Context, change: string): string {
    const { words } = context;
    const tieText = (id: string): string => {
        const row = context.tieRow.get(id);
        return row === undefined ? id : context.sentence(row);
    };
    const body = change.slice(1);
    if (change.startsWith("-")) {
        return words.say("explore.without", {
            actor: context.actorRow.has(body) ? context.nameOf(body) : tieText(body),
        });
    }
    if (change.startsWith("+")) {
        const [a = "", b = "", relation = ""] = body.split(">");
        return words.say("explore.with", {
            tie: `${context.nameOf(a)} ${context.label("relations", relation)} ${context.nameOf(b)}`,
        });
    }
    const [id = "", value = ""] = change.split("=");
    return words.say("explore.with_reliability", { tie: tieText(id), value: words.number(Number(value)) });
}

export function changesText(context: Context, state: State): string {
    const switched = context.data.explore.scenarios.filter((item) => state.scenarios.includes(item.id));
    return [
        ...switched.map((item) => switchText(context, item)),
        ...state.changes.map((change) => changeText(context, change)),
    ].join("; ");
}
