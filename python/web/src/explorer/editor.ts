// Changes by hand: an actor or a tie removed, a reliability set, a tie added.

import { el } from "../dom.ts";
import type { Context } from "./context.ts";

export function editor(context: Context): Node[] {
    const { words, store, data } = context;
    const actors = (): HTMLSelectElement =>
        el(
            "select",
            {},
            ...data.inside
                .map((row) => ({ id: context.actor(row).id, name: context.name(row) }))
                .sort((a, b) => a.name.localeCompare(b.name, words.language))
                .map(({ id, name }) => el("option", { value: id }, name)),
        );
    const labeled = (key: string, control: HTMLElement): HTMLElement =>
        el("label", { class: "field" }, words.say(key), control);
    const add = (key: string, make: () => string): HTMLElement => {
        const button = el("button", { class: "btn" }, words.say(key));
        button.addEventListener("click", () => {
            const change = make();
            if (!store.state.changes.includes(change)) store.toggle("changes", change);
        });
        return button;
    };
    const gone = actors();
    const ties = (): HTMLSelectElement =>
        el("select", {}, ...data.ties.map((tie, row) => el("option", { value: tie.id }, context.sentence(row))));
    const [lost, weak] = [ties(), ties()];
    const value = el("input", { type: "number", min: 0, max: 1, step: 0.05, value: 0.5 });
    const [from, to] = [actors(), actors()];
    const relation = el(
        "select",
        {},
        ...data.relations
            .filter((item) => item.layer === "cooperation" || data.layers.length === 1)
            .map((item) => el("option", { value: item.id }, words.of(item.label))),
    );
    if (to.options.length > 1) to.selectedIndex = 1;
    return [
        el(
            "details",
            {},
            el("summary", {}, words.say("explore.by_hand")),
            labeled("explore.remove_actor", gone),
            add("explore.remove", () => `-${gone.value}`),
            labeled("explore.remove_tie", lost),
            add("explore.remove", () => `-${lost.value}`),
            labeled("explore.change_tie", weak),
            labeled("explore.reliability", value),
            add("explore.set", () => `${weak.value}=${Math.min(1, Math.max(0, Number(value.value) || 0))}`),
            labeled("explore.from", from),
            labeled("explore.by_relation", relation),
            labeled("explore.to", to),
            add("explore.add", () => `+${from.value}>${to.value}>${relation.value}`),
        ),
    ];
}
