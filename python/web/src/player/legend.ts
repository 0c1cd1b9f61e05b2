// How to read the picture: what is shown in it, in a fixed order.

import type { Sample } from "../data.ts";
import { el } from "../dom.ts";
import type { Words } from "../words.ts";
import type { PlayerData } from "./data.ts";

export function legend(data: PlayerData, words: Words): HTMLElement[] {
    const parts = [["play.legend.kinds", data.picture.kinds], ["play.legend.lines", data.picture.channels],
        ["play.legend.breaks", data.picture.breaks]] as const;
    return parts.flatMap(([key, samples]) => samples.length === 0 ? [] : [
        el("h3", {}, words.say(key)),
        el("ul", { class: "legend" }, ...samples.map((sample) => item(sample, words))),
    ]);
}

function item(sample: Sample, words: Words): HTMLElement {
    // The core's own drawing, read as a picture: it never holds a name.
    const drawn = new DOMParser().parseFromString(sample.svg, "image/svg+xml").documentElement;
    return el("li", {}, document.importNode(drawn, true), words.of(sample.text));
}
