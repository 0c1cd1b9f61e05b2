// The explorer page.

import { readData } from "./data.ts";
import { byId, el, fill } from "./dom.ts";
import { languageSwitch, sayTexts, themeSwitch } from "./frame.ts";
import { Picture } from "./picture.ts";
import { Words } from "./words.ts";

const data = readData();
const words = new Words(data, document.documentElement.lang);
byId("switches").append(languageSwitch(words, data.languages), themeSwitch(words));
sayTexts(words);

const picture = new Picture(document.querySelector<SVGSVGElement>("#picture > svg")!, data.picture, (part) => {
    if (!("actor" in part)) return;
    const actor = data.actors[part.actor];
    if (actor !== undefined) fill(byId("facts"), el("p", {}, words.of(actor.name)));
});
const label = (): void => picture.label((row) => words.of(data.actors[row]?.name ?? {}), (line) => words.of(line.label));
words.onChange(label);
label();
