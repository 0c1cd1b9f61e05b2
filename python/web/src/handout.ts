// The handout of the trainer's kit: all sheets, on the screen as on paper.

import { readData } from "./data.ts";
import { byId, el, fill } from "./dom.ts";
import { languageSwitch, sayTexts } from "./frame.ts";
import { Picture } from "./picture.ts";
import { Card } from "./player/card.ts";
import type { PlayerData } from "./player/data.ts";
import { Deck } from "./player/deck.ts";
import { Exercises } from "./player/exercise.ts";
import { Facts } from "./player/facts.ts";
import { Handout } from "./player/handout.ts";
import { legend } from "./player/legend.ts";
import { Outcomes } from "./player/outcome.ts";
import { sourceItem } from "./player/source.ts";
import { Stage } from "./player/stage.ts";
import { Words } from "./words.ts";

const data = readData<PlayerData>();
const words = new Words(data, document.documentElement.lang);
const deck = new Deck(data);
const facts = new Facts(data, words);
const outcomes = new Outcomes(data, words, facts);
const card = new Card(data, words, deck, facts, outcomes, new Exercises(data, words, facts, outcomes, deck));
const picture = new Picture(document.querySelector<SVGSVGElement>("#picture > svg")!, data.picture, () => undefined);
const handout = new Handout(data, words, facts, card, picture, new Stage(picture, data));

function write(): void {
    document.title = words.of(data.title);
    byId("title").textContent = words.of(data.title);
    handout.write(byId("handout"), 0);
    byId("handout").append(key());
}

/** The last sheet: how to read the picture, and all sources in full. */
function key(): HTMLElement {
    const cited = [...new Set(data.steps.flatMap((step) => step.sources))].sort((a, b) => a - b);
    return el(
        "section",
        { class: "sheet key" },
        el("div", { class: "head" }, words.of(data.title)),
        el("h2", {}, words.say("play.legend")),
        ...legend(data, words),
        el("h2", {}, words.count("play.sources", cited.length)),
        el("ul", { class: "cited" }, ...cited.map((row) => sourceItem(data.sources[row]!, words))),
    );
}

fill(byId("switches"), languageSwitch(words, data.languages));
byId("print").addEventListener("click", () => window.print());
sayTexts(words);
words.onChange(write);
write();
