// What every page has at its top: language and theme, chosen by hand or by what the reader's machine prefers.

import { byId, el, fill } from "./dom.ts";
import type { Words } from "./words.ts";

/** Buttons that choose a language; the page's root says which one is spoken. */
export function languageSwitch(words: Words, languages: readonly string[]): HTMLElement {
    const group = el("div", { class: "seg", role: "group" });
    const show = (): void => {
        document.documentElement.lang = words.language;
        group.setAttribute("aria-label", words.say("page.language"));
        for (const button of group.children) {
            button.setAttribute("aria-pressed", String(button.getAttribute("lang") === words.language));
        }
    };
    for (const language of languages) {
        const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
        const button = el("button", { class: "btn", lang: language, title: name }, language.toUpperCase());
        button.addEventListener("click", () => words.speak(language));
        group.append(button);
    }
    words.onChange(show);
    show();
    return group;
}

/** The button that goes from light to dark and back; without it the page follows the system. */
export function themeSwitch(words: Words): HTMLButtonElement {
    const button = el("button", { class: "btn", id: "theme" }, "◐");
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const isDark = (): boolean =>
        (document.documentElement.dataset["theme"] ?? (dark.matches ? "dark" : "light")) === "dark";
    const show = (): void => {
        button.setAttribute("aria-label", words.say("page.theme"));
        button.setAttribute("title", words.say("page.theme"));
        button.setAttribute("aria-pressed", String(isDark()));
    };
    button.addEventListener("click", () => {
        document.documentElement.dataset["theme"] = isDark() ? "light" : "dark";
        show();
    });
    words.onChange(show);
    show();
    return button;
}

/** Says something to whoever cannot see that it changed. */
export function announce(text: string): void {
    fill(byId("live"), text);
}

/** Shows a fixed text of the template in the language that is spoken: `<… data-say="page.search">`. */
export function sayTexts(words: Words, root: ParentNode = document): void {
    const show = (): void => {
        for (const element of root.querySelectorAll<HTMLElement>("[data-say]")) {
            element.textContent = words.say(element.dataset["say"] ?? "");
        }
    };
    words.onChange(show);
    show();
}
