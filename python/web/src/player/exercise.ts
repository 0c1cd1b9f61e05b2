// An exercise: the class chooses, the network answers, in the branch that is taken.

import { el } from "../dom.ts";
import type { Words } from "../words.ts";
import type { Choice, Exercise, PlayerData } from "./data.ts";
import type { Deck } from "./deck.ts";
import type { Facts } from "./facts.ts";
import type { Outcomes } from "./outcome.ts";

export class Exercises {
    constructor(
        private readonly data: PlayerData,
        private readonly words: Words,
        private readonly facts: Facts,
        private readonly outcomes: Outcomes,
        private readonly deck: Deck,
    ) {}

    /** The exercises of a step, by their place. */
    at(step: number): number[] {
        return this.data.exercises.flatMap((exercise, i) => (exercise.step === step ? [i] : []));
    }

    box(place: number): HTMLElement {
        const exercise = this.data.exercises[place]!;
        const tried = this.deck.tried(place);
        const last = tried.at(-1);
        const title = `ask-${place}`;
        const box = el(
            "section",
            { class: "exercise", "aria-labelledby": title },
            el("h3", { id: title, dir: "auto" }, this.words.say("play.exercise", { ask: this.words.of(exercise.ask) })),
            el(
                "div",
                { class: "choices" },
                ...exercise.choices.map((choice, i) => this.#button(place, choice, i, tried.includes(i), i === last)),
            ),
        );
        if (last !== undefined) box.append(...this.#verdict(place, last), this.#again(place));
        return box;
    }

    /** Whether the answer that is shown has pathways with numbers. */
    tellsNumbers(place: number): boolean {
        const choice = this.deck.tried(place).at(-1);
        const answer =
            choice === undefined ? undefined : this.data.exercises[place]?.choices[choice]?.answers[this.deck.branch];
        return (answer?.outcome?.ways.length ?? 0) > 0;
    }

    /** What is said of a choice, in one text. */
    said(place: number, choice: number): string {
        const exercise = this.data.exercises[place]!;
        const chosen = exercise.choices[choice]!;
        const answer = chosen.answers[this.deck.branch]!;
        const inBranch = this.deck.branch > 0 && chosen.answers[0]!.right !== answer.right;
        const verdict = this.words.say(`play.${answer.right ? "right" : "wrong"}${inBranch ? ".branch" : ""}`);
        return [verdict, this.#reason(exercise, chosen)].filter((part) => part !== "").join(" ");
    }

    #button(place: number, choice: Choice, i: number, tried: boolean, last: boolean): HTMLElement {
        const right = choice.answers[this.deck.branch]!.right;
        const mark = !tried ? "" : right ? "✓ " : "– ";
        const button = el(
            "button",
            {
                class: `btn${tried ? (right ? " right" : " wrong") : ""}`,
                "aria-pressed": last ? "true" : "false",
                "data-choice": `${place} ${i}`,
                dir: "auto",
            },
            mark,
            this.words.of(choice.text),
        );
        button.addEventListener("click", () => this.deck.answer(place, i));
        return button;
    }

    #verdict(place: number, choice: number): HTMLElement[] {
        const answer = this.data.exercises[place]!.choices[choice]!.answers[this.deck.branch]!;
        const parts: HTMLElement[] = [el("p", { class: "verdict" }, this.said(place, choice))];
        if (answer.outcome !== null && answer.outcome.ways.length > 0) {
            parts.push(this.outcomes.list(answer.outcome));
        }
        return parts;
    }

    #reason(exercise: Exercise, chosen: Choice): string {
        const answer = chosen.answers[this.deck.branch]!;
        if (chosen.actor === null || exercise.goal === null) return "";
        const names = { actor: this.facts.short(chosen.actor), goal: this.facts.short(exercise.goal) };
        if (!answer.there) return this.words.say("play.absent", names);
        if (answer.outcome?.steps == null) return this.words.say("play.no_way", names);
        const steps = this.words.count("play.steps", answer.outcome.steps);
        return this.words.say(answer.right ? "play.leads" : "play.leads_though", { ...names, steps });
    }

    #again(place: number): HTMLElement {
        const button = el("button", { class: "btn" }, this.words.say("play.again"));
        button.addEventListener("click", () => this.deck.forget(place));
        return button;
    }
}
