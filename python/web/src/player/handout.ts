// The handout: a page a step, made when it is printed; the picture at the left, text and ruled lines at the right.

import { el, fill } from "../dom.ts";
import type { Picture } from "../picture.ts";
import type { Words } from "../words.ts";
import type { Card } from "./card.ts";
import type { Exercise, PlayerData } from "./data.ts";
import type { Facts } from "./facts.ts";
import { copyOf } from "./drawing.ts";
import type { Stage } from "./stage.ts";

const LINES = 24; // as many as a page could hold; what has no room is not shown

export class Handout {
    constructor(
        private readonly data: PlayerData,
        private readonly words: Words,
        private readonly facts: Facts,
        private readonly card: Card,
        private readonly picture: Picture,
        private readonly stage: Stage,
    ) {}

    /** Fills a page with all sheets, of a branch if one is taken; the picture is left at the last step. */
    write(into: HTMLElement, branch: number): void {
        this.picture.svg.classList.add("still");
        fill(into, ...this.data.steps.map((_, place) => this.#sheet(place, branch)));
        this.picture.svg.classList.remove("still");
    }

    #sheet(place: number, branch: number): HTMLElement {
        const step = this.data.steps[place]!;
        this.stage.show(place, this.data.branches[branch - 1], null);
        const exercises = this.data.exercises.filter((exercise) => exercise.step === place);
        return el(
            "section",
            { class: "sheet" },
            el("div", { class: "head" }, el("span", {}, this.words.of(this.data.title)), this.#branch(branch)),
            el("div", { class: "picture" }, copyOf(this.picture)),
            el(
                "div",
                { class: "words" },
                ...this.card.heading(place),
                this.card.factList(step),
                ...exercises.map((exercise) => this.#exercise(exercise)),
                el("div", { class: "rules" }, ...Array.from({ length: LINES }, () => el("div", {}))),
            ),
            el("div", { class: "foot" }, this.foot(place)),
        );
    }

    #branch(branch: number): HTMLElement | null {
        const taken = this.data.branches[branch - 1];
        return taken === undefined
            ? null
            : el("strong", {}, this.words.say("play.branch.title", { branch: this.words.of(taken.text) }));
    }

    #exercise(exercise: Exercise): HTMLElement {
        return el(
            "div",
            { class: "exercise" },
            el("h3", {}, this.words.of(exercise.ask)),
            el("ul", {}, ...exercise.choices.map((choice) => el("li", {}, this.words.of(choice.text)))),
        );
    }

    foot(place: number): string {
        const sources = this.facts.sources(this.data.steps[place]!.sources);
        const stamp = [
            this.data.handling,
            this.words.say("play.stamp", { name: this.data.name, version: this.data.version }),
        ];
        return [sources === "" ? "" : this.words.say("play.sources.named", { sources }), ...stamp]
            .filter((part) => part !== "")
            .join(" · ");
    }
}
