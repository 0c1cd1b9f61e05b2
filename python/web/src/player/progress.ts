// The bar at the foot: how far, the titles, and a jump to any step.

import { el, fill } from "../dom.ts";
import type { Words } from "../words.ts";
import type { PlayerData } from "./data.ts";
import type { Deck } from "./deck.ts";

const FEW = 9; // steps whose titles have room side by side
const MANY = 24; // steps whose numbers have none

export function showProgress(bar: HTMLElement, data: PlayerData, words: Words, deck: Deck): void {
    const branch = data.branches[deck.branch - 1];
    bar.classList.toggle("few", data.steps.length <= FEW);
    bar.classList.toggle("many", data.steps.length > MANY);
    const parts = data.steps.map((step, i) => {
        const title = words.of(step.title);
        const lost = branch?.lost.includes(i) === true;
        const state = i === deck.step ? "now" : i < deck.step ? "done" : "";
        const button = el(
            "button",
            {
                class: ["part", state, lost ? "lost" : ""].filter((name) => name !== "").join(" "),
                "aria-current": i === deck.step ? "step" : null,
                "aria-label": lost ? `${i + 1} ${title} (${words.say("play.lost")})` : `${i + 1} ${title}`,
                title,
            },
            el("span", { class: "line" }),
            el("span", { class: "number" }, String(i + 1)),
            " ",
            el("span", { class: "title" }, title),
        );
        button.addEventListener("click", () => deck.go(i));
        return el("li", {}, button);
    });
    const focused = [...bar.children].findIndex((item) => item.contains(document.activeElement));
    fill(bar, ...parts);
    if (focused >= 0) bar.children[focused]?.querySelector("button")?.focus();
}

/** All titles to choose from, where the bar has no room for them. */
export function jumpList(data: PlayerData, words: Words, deck: Deck): HTMLSelectElement {
    const list = el("select", { id: "jump", class: "btn" });
    const show = (): void => {
        list.setAttribute("aria-label", words.say("play.jump"));
        fill(list, ...data.steps.map((step, i) => el("option", { value: i }, `${i + 1} ${words.of(step.title)}`)));
        list.value = String(deck.step);
    };
    list.addEventListener("change", () => deck.go(Number(list.value)));
    words.onChange(show);
    deck.onChange(() => (list.value = String(deck.step)));
    show();
    return list;
}
