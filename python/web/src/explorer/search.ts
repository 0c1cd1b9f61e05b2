// Search: actors and ties by a part of their names, in any language of the page.

import { byId, el, fill, isTyping, setAttributes } from "../dom.ts";
import type { Context } from "./context.ts";

const MOST = 12;

interface Hit {
    what: "actor" | "tie";
    id: string;
    text: string;
    more: string;
}

export function showSearch(context: Context): void {
    const { words } = context;
    const input = el("input", {
        type: "search",
        id: "query",
        role: "combobox",
        "aria-expanded": "false",
        "aria-controls": "hits",
        "aria-autocomplete": "list",
        autocomplete: "off",
        maxlength: 200,
    });
    const list = el("ul", { id: "hits", role: "listbox", hidden: true });
    byId("search").append(input, el("kbd", { "aria-hidden": "true" }, "/"), list);
    let hits: Hit[] = [];
    let at = -1;

    const show = (): void => {
        hits = input.value.trim() === "" ? [] : found(context, input.value);
        at = -1;
        const isOpen = input.value.trim() !== "";
        fill(
            list,
            ...(hits.length > 0
                ? hits.map(option)
                : [
                      el(
                          "li",
                          { class: "quiet", role: "option", "aria-disabled": "true" },
                          words.say("explore.not_found"),
                      ),
                  ]),
        );
        list.hidden = !isOpen;
        setAttributes(input, { "aria-expanded": String(isOpen), "aria-activedescendant": null });
    };
    const option = (hit: Hit, i: number): HTMLElement => {
        const item = el(
            "li",
            { role: "option", id: `hit-${i}`, "aria-selected": "false" },
            hit.text,
            el("span", { class: "quiet" }, ` ${hit.more}`),
        );
        item.addEventListener("pointerdown", (event) => {
            event.preventDefault();
            choose(i);
        });
        return item;
    };
    const choose = (i: number): void => {
        const hit = hits[i];
        if (hit === undefined) return;
        input.value = "";
        show();
        context.open(hit.what, hit.id);
    };
    const move = (step: number): void => {
        at = hits.length === 0 ? -1 : (at + step + hits.length) % hits.length;
        hits.forEach((_, i) => byId(`hit-${i}`).setAttribute("aria-selected", String(i === at)));
        setAttributes(input, { "aria-activedescendant": at < 0 ? null : `hit-${at}` });
        if (at >= 0) byId(`hit-${at}`).scrollIntoView({ block: "nearest" });
    };
    input.addEventListener("input", show);
    input.addEventListener("blur", () => {
        list.hidden = true;
        input.setAttribute("aria-expanded", "false");
    });
    input.addEventListener("keydown", (event) => {
        if (event.key === "ArrowDown") move(1);
        else if (event.key === "ArrowUp") move(-1);
        else if (event.key === "Enter") choose(Math.max(at, 0));
        else if (event.key === "Escape") {
            input.value = "";
            show();
        } else return;
        event.preventDefault();
        event.stopPropagation();
    });
    document.addEventListener("keydown", (event) => {
        if (event.key !== "/" || isTyping(event) || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        input.focus();
    });
    const say = (): void =>
        setAttributes(input, {
            placeholder: words.say("explore.search"),
            "aria-label": words.say("explore.search"),
        });
    words.onChange(say);
    say();
}

function found(context: Context, query: string): Hit[] {
    const parts = plain(query)
        .split(/\s+/)
        .filter((part) => part !== "");
    const fits = (...texts: string[]): boolean => {
        const text = plain(texts.join(" "));
        return parts.every((part) => text.includes(part));
    };
    const actors = context.data.actors
        .filter((actor) => fits(actor.id, ...Object.values(actor.name), ...Object.values(actor.short)))
        .map((actor): Hit => ({
            what: "actor",
            id: actor.id,
            text: context.words.of(actor.name) || actor.id,
            more: context.label("kinds", actor.kind),
        }));
    const ties = context.data.ties.flatMap((tie, row): Hit[] => {
        const text = context.sentence(row);
        const isHit = fits(
            text,
            tie.id,
            ...Object.values(context.actor(tie.source).name),
            ...Object.values(context.actor(tie.target).name),
        );
        return isHit ? [{ what: "tie", id: tie.id, text, more: context.words.period(tie.since, tie.until) }] : [];
    });
    return [...actors.slice(0, MOST / 2), ...ties].slice(0, MOST);
}

function plain(text: string): string {
    return text
        .normalize("NFKD")
        .replace(/\p{Mn}/gu, "")
        .toLowerCase();
}
