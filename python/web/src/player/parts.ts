// What an actor or a line of the picture is, when it is opened: its name, and the steps it has a part in.

import { byId, el, fill } from "../dom.ts";
import { announce } from "../frame.ts";
import type { Part } from "../picture.ts";
import type { Words } from "../words.ts";
import type { PlayerData } from "./data.ts";
import type { Deck } from "./deck.ts";
import type { Facts } from "./facts.ts";

export class Parts {
    constructor(
        private readonly data: PlayerData,
        private readonly words: Words,
        private readonly facts: Facts,
        private readonly deck: Deck,
    ) {}

    open(part: Part): void {
        const texts = "actor" in part ? [this.facts.name(part.actor), this.#kind(part.actor)] : this.#ties(part.line);
        const steps = this.data.steps.flatMap((_, i) => (this.#has(part, i) ? [i] : []));
        const close = el("button", { class: "btn close", "aria-label": this.words.say("play.close") }, "×");
        close.addEventListener("click", () => this.close());
        fill(
            byId("part"),
            close,
            ...texts.map((text, i) => el(i === 0 ? "h3" : "p", {}, text)),
            el(
                "p",
                {},
                steps.length === 0 ? this.words.say("play.part.none") : `${this.words.say("play.part")} `,
                ...steps.flatMap((step) => [this.#jump(step), " "]),
            ),
        );
        byId("part").hidden = false;
        announce(byId("part").textContent ?? "");
    }

    close(): void {
        byId("part").hidden = true;
    }

    #jump(step: number): HTMLElement {
        const button = el("button", { class: "jump" }, `${step + 1} ${this.words.of(this.data.steps[step]!.title)}`);
        button.addEventListener("click", () => this.deck.go(step));
        return button;
    }

    #has(part: Part, place: number): boolean {
        const step = this.data.steps[place]!;
        if ("line" in part)
            return this.data.picture.lines[part.line]?.ties.some((tie) => step.ties.includes(tie)) === true;
        return (
            step.actors.includes(part.actor) ||
            this.facts.ties(step).some((tie) => tie.source === part.actor || tie.target === part.actor)
        );
    }

    #kind(actor: number): string {
        const kind = this.data.actors[actor]?.kind ?? "";
        return this.words.of(this.data.kinds.find((word) => word.id === kind)?.label ?? { en: kind });
    }

    #ties(line: number): string[] {
        const ties = this.data.picture.lines[line]?.ties ?? [];
        return ties.flatMap((row) => {
            const tie = this.data.ties[row];
            return tie === undefined ? [] : [`${this.facts.sentence(tie)} (${this.facts.circumstances(tie)})`];
        });
    }
}
