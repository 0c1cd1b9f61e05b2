// The card beside the picture: the step's number, title, text; the branch, the exercise; then the facts.

import { el, fill } from "../dom.ts";
import type { Words } from "../words.ts";
import type { PlayerData, Step } from "./data.ts";
import type { Deck } from "./deck.ts";
import type { Exercises } from "./exercise.ts";
import type { Facts } from "./facts.ts";
import { legend } from "./legend.ts";
import type { Outcomes } from "./outcome.ts";
import { sourceItem } from "./source.ts";

export class Card {
    constructor(
        private readonly data: PlayerData,
        private readonly words: Words,
        private readonly deck: Deck,
        private readonly facts: Facts,
        private readonly outcomes: Outcomes,
        private readonly exercises: Exercises,
    ) {}

    show(card: HTMLElement): void {
        const opened = [...card.querySelectorAll("details[open]")].map((one) => one.id);
        const step = this.data.steps[this.deck.step]!;
        fill(
            card,
            ...this.heading(this.deck.step),
            ...(this.deck.branch > 0 ? [this.branch()] : []),
            ...this.exercises.at(this.deck.step).map((place) => this.exercises.box(place)),
            this.#convention(),
            this.factList(step),
            this.#ties(step),
            this.#sources(step),
            el(
                "details",
                { id: "legend" },
                el("summary", {}, this.words.say("play.legend")),
                ...legend(this.data, this.words),
            ),
        );
        for (const id of opened) card.querySelector(`#${id}`)?.setAttribute("open", "");
    }

    heading(place: number): HTMLElement[] {
        const step = this.data.steps[place]!;
        const count = this.words.say("play.step", { n: place + 1, of: this.data.steps.length });
        return [
            el("p", { class: "count" }, count),
            el("h2", { dir: "auto" }, this.words.of(step.title)),
            el("p", { class: "text", dir: "auto" }, this.words.of(step.text)),
        ];
    }

    factList(step: Step): HTMLElement {
        const list = el("dl", { class: "facts" });
        const add = (key: string, ...values: (Node | string)[]): void => {
            if (values.length > 0) list.append(el("dt", {}, this.words.say(key)), el("dd", {}, ...values));
        };
        const gone = this.data.branches[this.deck.branch - 1]?.removed.actors ?? [];
        const names = (actors: number[]): (Node | string)[] =>
            actors.flatMap((actor, i) => [
                ...(i === 0 ? [] : [", "]),
                gone.includes(actor) ? el("del", {}, this.facts.short(actor)) : this.facts.short(actor),
            ]);
        add("play.who", ...names(step.acting));
        add("play.to", ...names(this.facts.receivers(step)));
        add("play.by", ...joined(this.facts.means(step)));
        const days = this.facts.days(step);
        add("play.when", ...(step.ties.length > 0 ? [this.facts.period(step)] : []));
        if (days !== "") add("play.after", days);
        add(
            "play.sure",
            ...this.facts
                .statuses(step)
                .flatMap(({ status, count }) => [
                    el("span", { class: `tag ${status}` }, `${this.words.number(count)} ${this.facts.status(status)}`),
                    " ",
                ]),
        );
        return list;
    }

    branch(): HTMLElement {
        const branch = this.data.branches[this.deck.branch - 1]!;
        const step = this.deck.step;
        const fate = branch.lost.includes(step) ? "lost" : branch.weaker.includes(step) ? "weaker" : "stays";
        const box = el(
            "section",
            { class: "branch", "aria-labelledby": "branch-title" },
            el(
                "h3",
                { id: "branch-title" },
                this.words.say("play.branch.title", { branch: this.words.of(branch.text) }),
            ),
            ...(this.words.of(branch.note) === "" ? [] : [el("p", {}, this.words.of(branch.note))]),
            el("p", { class: "fate" }, this.words.say(`play.branch.${fate}`)),
        );
        for (const [key, steps] of [
            ["play.branch.steps.lost", branch.lost],
            ["play.branch.steps.weaker", branch.weaker],
        ] as const) {
            if (steps.length > 0) box.append(el("p", {}, this.words.say(key), " ", ...this.#jumps(steps)));
        }
        const table = this.outcomes.table(this.deck.branch);
        if (table !== null) box.append(table);
        return box;
    }

    /** Where the numbers above come from, said once. */
    #convention(): HTMLElement | null {
        const table = this.deck.branch > 0 && this.data.routes.length > 0;
        const answered = this.exercises.at(this.deck.step).some((place) => this.exercises.tellsNumbers(place));
        return table || answered ? this.outcomes.convention() : null;
    }

    #jumps(steps: readonly number[]): (HTMLElement | string)[] {
        return steps.flatMap((step, i) => {
            const title = `${step + 1} ${this.words.of(this.data.steps[step]!.title)}`;
            const button = el("button", { class: "jump" }, title);
            button.addEventListener("click", () => this.deck.go(step));
            return i === 0 ? [button] : [", ", button];
        });
    }

    #ties(step: Step): HTMLElement | null {
        const ties = this.facts.ties(step);
        if (ties.length === 0) return null;
        const items = ties.map((tie) =>
            el(
                "li",
                {},
                this.facts.sentence(tie),
                " ",
                el(
                    "span",
                    { class: "small" },
                    `(${this.facts.circumstances(tie)}${
                        tie.sources.length === 0 ? "" : `; ${this.facts.sources(tie.sources)}`
                    })`,
                ),
            ),
        );
        return el(
            "details",
            { id: "ties" },
            el("summary", {}, this.words.count("play.ties", ties.length)),
            el("ul", {}, ...items),
        );
    }

    #sources(step: Step): HTMLElement {
        if (step.sources.length === 0) return el("p", { class: "small" }, this.words.say("play.sources.none"));
        const summary = `${this.words.count("play.sources", step.sources.length)}: ${this.facts.sources(step.sources)}`;
        return el(
            "details",
            { id: "sources" },
            el("summary", {}, summary),
            el("ul", {}, ...step.sources.map((row) => sourceItem(this.data.sources[row]!, this.words))),
        );
    }
}

function joined(texts: string[]): string[] {
    return texts.length === 0 ? [] : [texts.join("; ")];
}
