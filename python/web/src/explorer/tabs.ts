// Tabs beside the picture; on a phone they stand below and the picture is the first of them.

import { byId, el, setAttributes } from "../dom.ts";
import type { Context } from "./context.ts";

const TABS = ["picture", "facts", "ways", "whatif"];

export function showTabs(context: Context): void {
    const { store, words } = context;
    const list = el("div", { role: "tablist", class: "tabs" });
    const buttons = TABS.map((tab) => {
        const button = el("button", {
            role: "tab",
            id: `tab-${tab}`,
            "aria-controls": tab === "picture" ? "main" : `panel-${tab}`,
        });
        button.addEventListener("click", () => store.set({ tab }));
        return button;
    });
    for (const tab of TABS.slice(1)) {
        setAttributes(byId(`panel-${tab}`), { role: "tabpanel", "aria-labelledby": `tab-${tab}`, tabindex: 0 });
    }
    list.append(...buttons);
    list.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step === undefined) return;
        const seen = buttons.filter((button) => button.offsetParent !== null);
        const next =
            seen[(seen.indexOf(document.activeElement as HTMLButtonElement) + step + seen.length) % seen.length];
        next?.focus();
        next?.click();
        event.preventDefault();
    });
    byId("tabs").append(list);
    const show = (): void => {
        // The picture is a tab on a phone alone: elsewhere the facts stand beside it.
        const tab = TABS.includes(store.state.tab) ? store.state.tab : "facts";
        document.body.dataset["tab"] = tab;
        list.setAttribute("aria-label", words.say("explore.tabs"));
        buttons.forEach((button, i) => {
            const own = TABS[i] ?? "";
            const open = own === tab || (own === "facts" && tab === "picture" && !isPhone());
            button.textContent = words.say(`explore.${own}`);
            setAttributes(button, { "aria-selected": String(open), tabindex: open ? 0 : -1 });
            if (own !== "picture") byId(`panel-${own}`).hidden = !open;
        });
    };
    matchMedia(PHONE).addEventListener("change", show);
    store.onChange((state, before) => {
        if (state.tab !== before.tab) show();
    });
    words.onChange(show);
    show();
}

const PHONE = "(max-width: 700px)";

export function isPhone(): boolean {
    return matchMedia(PHONE).matches;
}
