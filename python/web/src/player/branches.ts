// Which branch is taken: chosen in the header.

import { el, fill } from "../dom.ts";
import type { Words } from "../words.ts";
import type { PlayerData } from "./data.ts";
import type { Deck } from "./deck.ts";

export class BranchChoice {
    readonly parts: HTMLElement[];
    readonly #label = el("label", { for: "branch" });
    readonly #list = el("select", { id: "branch", class: "btn" });

    constructor(
        private readonly data: PlayerData,
        private readonly words: Words,
        private readonly deck: Deck,
    ) {
        this.parts = data.branches.length === 0 ? [] : [this.#label, this.#list];
        this.#list.addEventListener("change", () => deck.take(Number(this.#list.value)));
        words.onChange(() => this.#show());
        deck.onChange(() => (this.#list.value = String(deck.branch)));
        this.#show();
    }

    #show(): void {
        const names = [
            this.words.say("play.branch.none"),
            ...this.data.branches.map((branch) => this.words.of(branch.text)),
        ];
        fill(this.#label, this.words.say("play.branch"));
        fill(this.#list, ...names.map((name, i) => el("option", { value: i }, name)));
        this.#list.value = String(this.deck.branch);
    }
}
