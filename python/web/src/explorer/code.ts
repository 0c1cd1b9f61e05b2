// The same in Python and as a command, to be copied.

import { el } from "../dom.ts";
import { announce } from "../frame.ts";
import type { Context } from "./context.ts";

export function codeBlock(context: Context, key: string, code: string): Node[] {
    const { words } = context;
    const copy = el("button", { class: "btn controls" }, words.say("explore.copy"));
    copy.setAttribute("aria-label", `${words.say("explore.copy")}: ${words.say(key)}`);
    const text = el("pre", { tabindex: 0 }, el("code", {}, code));
    copy.addEventListener("click", async () => {
        try {
            await navigator.clipboard.writeText(code);
            announce(words.say("explore.copied"));
        } catch {
            // Not from every file and frame: then the text is marked, for the keys to copy.
            getSelection()?.selectAllChildren(text);
            announce(words.say("explore.marked"));
        }
    });
    return [el("div", { class: "row" }, el("h3", {}, words.say(key)), copy), text];
}
