// Measures as shade and number: five steps from paper to blue; no size, which would tell the same a second time.

import { el, fill } from "../dom.ts";
import type { Context } from "./context.ts";

export interface Shades {
    steps: Map<number, number>;
    texts: Map<number, string>;
}

/** Five equal steps from the least to the largest number, as `cn.draw` shades; what is undefined has none. */
export function shadesOf(
    scores: Map<string, number>,
    rowOf: ReadonlyMap<string, number>,
    say: (value: number) => string,
): Shades {
    const steps = new Map<number, number>();
    const texts = new Map<number, string>();
    const known = [...scores]
        .filter(([id, value]) => rowOf.has(id) && Number.isFinite(value))
        .map(([, value]) => value);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    for (const [id, value] of scores) {
        const row = rowOf.get(id);
        if (row === undefined || Number.isNaN(value)) continue;
        steps.set(row, most > least ? Math.min(4, Math.floor((5 * (value - least)) / (most - least))) : 0);
        texts.set(row, say(value));
    }
    return { steps, texts };
}

/** What the shades mean, and by which convention the numbers were computed. */
export function shadeNote(context: Context, measure: string): string {
    const { words } = context;
    return words.say("explore.shades", {
        measure: words.say(`explore.measure.${measure}`),
        convention: words.say(`explore.rule.${measure}`),
    });
}

export function measureSelect(context: Context): HTMLElement {
    const { words, store, data } = context;
    const select = el("select", { id: "measure" });
    const label = el("label", { for: "measure" });
    const say = (): void => {
        label.textContent = words.say("explore.color");
        fill(
            select,
            el("option", { value: "" }, words.say("explore.by_kind")),
            ...Object.keys(data.explore.measures).map((name) =>
                el("option", { value: name }, words.say(`explore.measure.${name}`)),
            ),
        );
        select.value = store.state.measure;
    };
    select.addEventListener("change", () => store.set({ measure: select.value }));
    store.onChange((state) => {
        select.value = state.measure;
    });
    words.onChange(say);
    say();
    return el("div", { class: "row measure" }, label, select);
}
