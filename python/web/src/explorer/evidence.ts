// How sure something is and who says so: tags, samples of lines, sources in full.

import type { Sample, Source, Tie } from "../data.ts";
import { el } from "../dom.ts";
import type { Context } from "./context.ts";

export function statusTag(context: Context, status: string): HTMLElement {
    return el("span", { class: `tag ${status}` }, context.status(status));
}

/** The sample of a line of the legend, dashed or dotted as its tie is. */
export function lineSample(context: Context, tie: Tie): Element | null {
    const sample = context.data.picture.channels.find((item) => item.of.includes(tie.line));
    if (sample === undefined) return null;
    const drawing = drawnSample(sample);
    const breaks = { claimed: "10 4", inferred: "1.5 4" }[tie.status as string];
    if (breaks !== undefined) {
        for (const path of drawing.querySelectorAll('path[fill="none"]')) path.setAttribute("stroke-dasharray", breaks);
    }
    return drawing;
}

/** The color of a line on the paper that is chosen, as the core gave it. */
export function lineColor(context: Context, line: string): string {
    const sample = context.data.picture.channels.find((item) => item.of.includes(line));
    return /fill="none" stroke="(var\(--c\d+\))"/.exec(sample?.svg ?? "")?.[1] ?? "var(--control)";
}

/** The core's own drawing of a sample, which holds no text of the network. */
export function drawnSample(sample: Sample): Element {
    const parsed = new DOMParser().parseFromString(sample.svg, "image/svg+xml").documentElement;
    parsed.setAttribute("class", "sample");
    return document.importNode(parsed, true);
}

/** Sources in full: title, publisher, date, grade, and the address as a link to follow. */
export function sourceList(context: Context, rows: readonly number[]): HTMLElement {
    const { words } = context;
    if (rows.length === 0) return el("p", { class: "quiet" }, words.say("explore.no_sources"));
    const items = rows.map((row) => {
        const source = context.source(row);
        const facts = [
            source.publisher,
            words.date(source.date),
            source.grade && words.say("explore.grade", { grade: source.grade }),
        ];
        return el(
            "li",
            {},
            el("span", { class: "tag" }, source.id),
            " ",
            sourceLink(source),
            el("span", { class: "quiet" }, ` ${facts.filter((fact) => fact !== "").join(" · ")}`),
        );
    });
    return el("ul", { class: "sources" }, ...items);
}

/** The title of a source, or the site where it has none; a link where there is an address to follow. */
export function sourceLink(source: Source): Node | string {
    const site = /^https?:\/\/(?:www\.)?([^/]+)/.exec(source.url)?.[1];
    const title = source.title || site || source.id;
    return /^https?:\/\//.test(source.url)
        ? el("a", { href: source.url, rel: "noreferrer", target: "_blank" }, title)
        : title;
}

/** Short references that lead to the sources in full. */
export function references(context: Context, rows: readonly number[]): HTMLElement {
    const tags = rows.map((row) => {
        const source = context.source(row);
        return el("span", { class: "tag", title: source.title }, source.id);
    });
    return el("span", { class: "references" }, ...tags.flatMap((tag) => [tag, " "]));
}
