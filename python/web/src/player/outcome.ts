// What the network says of ways to a goal, in words.

import { el } from "../dom.ts";
import type { Words } from "../words.ts";
import type { Outcome, PlayerData, Way } from "./data.ts";
import type { Facts } from "./facts.ts";

export class Outcomes {
    constructor(
        private readonly data: PlayerData,
        private readonly words: Words,
        private readonly facts: Facts,
    ) {}

    /** 2 steps, reliability 0.36. */
    said(way: Way): string {
        const steps = this.words.count("play.steps", way.steps);
        if (way.reliability === null) return steps;
        return this.words.say("play.way", { steps, reliability: this.reliability(way.reliability) });
    }

    reliability(value: number | null): string {
        if (value === null) return "–";
        return value > 0 && value < 0.01 ? this.words.number(value, 4) : this.words.number(value, 2);
    }

    /** The pathways that remain, the most reliable first. */
    list(outcome: Outcome): HTMLElement {
        const items = outcome.ways.map((way) =>
            el("li", {}, way.actors.map((actor) => this.facts.short(actor)).join(" → "), ` (${this.said(way)})`),
        );
        if (outcome.more) items.push(el("li", {}, this.words.say("play.ways.more")));
        return el("ul", { class: "ways" }, ...items);
    }

    /** Before and now, by pathway: steps and reliability; what is lost or new is said in words. */
    table(branch: number): HTMLElement | null {
        if (this.data.routes.length === 0) return null;
        const say = (key: string): string => this.words.say(key);
        const head = el(
            "tr",
            {},
            el("th", { scope: "col" }, say("play.pathway")),
            el("th", { scope: "col", class: "number" }, say("play.before")),
            el("th", { scope: "col", class: "number" }, say("play.now")),
        );
        const bodies = this.data.routes.map((route) => {
            const [before, now] = [route.outcomes[0], route.outcomes[branch]];
            const steps = (outcome: Outcome | undefined): string =>
                outcome?.steps == null ? say("play.none") : this.words.number(outcome.steps);
            const likely = (outcome: Outcome | undefined): string => this.reliability(outcome?.reliability ?? null);
            const lost = before?.steps != null && now?.steps == null;
            const fresh = before?.steps == null && now?.steps != null;
            return el(
                "tbody",
                {},
                el("tr", { class: "route" }, el("th", { scope: "rowgroup", colspan: 3 }, this.words.of(route.text))),
                row(
                    say("play.shortest"),
                    steps(before),
                    lost ? say("play.lost") : steps(now),
                    fresh ? say("play.new") : "",
                ),
                row(say("play.likely"), likely(before), likely(now), ""),
            );
        });
        return el("table", {}, el("thead", {}, head), ...bodies);
    }

    /** Where such numbers come from. */
    convention(): HTMLElement {
        const keys = ["play.convention", ...(this.data.onTable ? ["play.convention.table"] : [])];
        return el("p", { class: "small" }, keys.map((key) => this.words.say(key)).join(" "));
    }
}

function row(name: string, before: string, now: string, mark: string): HTMLElement {
    const cell = el("td", { class: "number" }, now);
    if (mark !== "") cell.append(" ", el("strong", {}, mark));
    return el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "number" }, before), cell);
}
