// Plays by itself: the next step after so many seconds, until the last one.

import { el, fill } from "../dom.ts";
import { announce } from "../frame.ts";
import type { Words } from "../words.ts";
import type { Deck } from "./deck.ts";

const SECONDS = [5, 10, 20, 40];

export class Auto {
    readonly button = el("button", { class: "btn", id: "play" });
    readonly speed = el("select", { class: "btn", id: "speed" });
    #timer: number | undefined;

    constructor(
        private readonly words: Words,
        private readonly deck: Deck,
    ) {
        this.button.addEventListener("click", () => this.toggle());
        this.speed.addEventListener("change", () => this.#wait());
        words.onChange(() => this.#show());
        deck.onChange(() => this.#wait());
        this.#show();
        this.speed.value = "10";
    }

    get playing(): boolean {
        return this.#timer !== undefined;
    }

    toggle(): void {
        if (this.playing) {
            this.stop();
            return;
        }
        if (this.deck.isLast) this.deck.go(0);
        this.#start();
        this.#show();
        announce(this.words.say("play.playing"));
    }

    stop(): void {
        window.clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#show();
    }

    #start(): void {
        window.clearTimeout(this.#timer);
        this.#timer = window.setTimeout(() => this.deck.next(), 1000 * Number(this.speed.value));
    }

    // Whatever changes the step, the new one gets its whole time.
    #wait(): void {
        if (!this.playing) return;
        if (this.deck.isLast) this.stop();
        else this.#start();
    }

    #show(): void {
        const chosen = this.speed.value;
        fill(this.button, this.playing ? "❚❚" : "▶");
        const label = this.words.say(this.playing ? "play.pause" : "play.play");
        for (const name of ["aria-label", "title"]) this.button.setAttribute(name, label);
        this.speed.setAttribute("aria-label", this.words.say("play.speed"));
        fill(this.speed, ...SECONDS.map((n) => el("option", { value: n }, this.words.say("play.seconds", { n }))));
        if (chosen !== "") this.speed.value = chosen;
    }
}
