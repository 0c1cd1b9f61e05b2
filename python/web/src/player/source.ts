// A source in full: what it is, who published it and when, how it is graded, where it stands.

import type { Source } from "../data.ts";
import { el } from "../dom.ts";
import type { Words } from "../words.ts";

export function cited(source: Source, words: Words): string {
    const title = source.title === "" ? "" : `“${source.title}”`;
    const parts = [title, source.publisher, source.date === "" ? "" : words.date(source.date)];
    const text = parts.filter((part) => part !== "").join(", ");
    const grade = source.grade === "" ? "" : ` ${words.say("play.grade", { grade: source.grade })}`;
    return `${source.id}: ${text || "–"}.${grade}`;
}

export function sourceItem(source: Source, words: Words): HTMLElement {
    const links = source.url
        .split(";")
        .map((url) => url.trim())
        .filter((url) => /^https?:\/\//.test(url));
    return el(
        "li",
        {},
        cited(source, words),
        ...links.flatMap((url) => [
            " ",
            el("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, new URL(url).hostname),
        ]),
    );
}
