// Picture, table, flows: one of them is in sight.

import { byId, el } from "../dom.ts";
import type { Context } from "./context.ts";
import { isPhone } from "./tabs.ts";

export function showViews(context: Context): HTMLElement {
    const { store, words } = context;
    const names = ["picture", "table", "flows"].filter((name) => document.getElementById(`view-${name}`) !== null);
    const group = el("div", { class: "seg", id: "view-switch", role: "group" });
    const buttons = names.map((name) => {
        const button = el("button", { class: "btn" });
        button.addEventListener("click", () => store.set({ view: name, ...(isPhone() ? { tab: "picture" } : {}) }));
        return button;
    });
    group.append(...buttons);
    const show = (): void => {
        const view = names.includes(store.state.view) ? store.state.view : "picture";
        document.body.dataset["view"] = view;
        group.setAttribute("aria-label", words.say("explore.views"));
        buttons.forEach((button, i) => {
            const name = names[i]!;
            button.textContent = words.say(`explore.${name}`);
            button.setAttribute("aria-pressed", String(name === view));
            byId(`view-${name}`).hidden = name !== view;
        });
    };
    store.onChange((state, before) => {
        if (state.view !== before.view) show();
    });
    words.onChange(show);
    show();
    return group;
}
