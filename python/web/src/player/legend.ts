// How to read the picture: what is shown in it, in a fixed order.

import type { Sample } from "../data.ts";
import { el } from "../dom.ts";
import type { Words } from "../words.ts";
import type { PlayerData } from "./data.ts";

export function legend(data: PlayerData, words: Words): HTMLElement[] {
    const parts = [
        ["play.legend.kinds", data.picture.kinds],
        ["play.legend.lines", data.picture.channels],
        ["play.legend.breaks", data.picture.breaks],
    ] as const;
    return parts.flatMap(([key, samples]) =>
        samples.length === 0
            ? []
            : [
                  el("h3", {}, words.say(key)),
                  el("ul", { class: "legend" }, ...samples.map((sample) => item(sample, words))),
              ],
    );
}

function item(sample: Sample, words: Words): HTMLElement {
    return el("li", {}, drawn(sample), words.of(sample.text));
}

/** A sample as the core drew it, read as a picture: it never holds a name. */
export function drawn(sample: Sample): SVGSVGElement {
    const svg = new DOMParser().parseFromString(sample.svg, "image/svg+xml").documentElement;
    return document.importNode(svg, true) as unknown as SVGSVGElement;
}
