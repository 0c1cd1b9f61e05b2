// What a step says, from its ties: who, to whom, by what, when, how sure.

import type { Tie } from "../data.ts";
import type { Words } from "../words.ts";
import type { PlayerData, Step } from "./data.ts";

export class Facts {
    constructor(
        private readonly data: PlayerData,
        private readonly words: Words,
    ) {}

    ties(step: Step): Tie[] {
        return step.ties.map((row) => this.data.ties[row]).filter((tie) => tie !== undefined);
    }

    short(actor: number): string {
        return this.words.of(this.data.actors[actor]?.short ?? {});
    }

    name(actor: number): string {
        return this.words.of(this.data.actors[actor]?.name ?? {});
    }

    /** As it stands on the picture, then in full. */
    bothNames(actor: number): string {
        const [short, name] = [this.short(actor), this.name(actor)];
        return short === name ? name : `${short}: ${name}`;
    }

    /** Whom the ties lead to, but for those who act themselves. */
    receivers(step: Step): number[] {
        const targets = this.ties(step).map((tie) => tie.target);
        return [...new Set(targets)].filter((actor) => !step.acting.includes(actor));
    }

    /** By which instruments, else by which relations and channels. */
    means(step: Step): string[] {
        return [...new Set(this.ties(step).map((tie) => this.#means(tie)))];
    }

    #means(tie: Tie): string {
        const relation = this.#label("relations", tie.relation);
        if (tie.instrument !== null) return `${relation}: ${this.short(tie.instrument)}`;
        return tie.channel === "" ? relation : `${relation} (${this.#label("lines", tie.channel)})`;
    }

    /** From the first day that a tie may have held to the last. */
    period(step: Step): string {
        const dated = this.ties(step).filter((tie) => tie.since !== "" || tie.until !== "");
        if (dated.length === 0) return this.words.say("page.undated");
        const first = dated.reduce((a, b) => ((b.first ?? Infinity) < (a.first ?? Infinity) ? b : a));
        const last = dated.reduce((a, b) => ((b.last ?? Infinity) > (a.last ?? Infinity) ? b : a));
        return this.words.period(first.since, last.until);
    }

    /** After how many days, counted from where; empty if that is not known. */
    days(step: Step): string {
        if (step.days === null) return "";
        const [low, high] = step.days;
        const days =
            low === high
                ? this.words.count("play.days", low)
                : this.words.say("play.days.span", { low: this.words.number(low), high: this.words.number(high) });
        const from = step.daysFrom === null ? undefined : this.data.steps[step.daysFrom];
        if (from === undefined) return days;
        const number = (step.daysFrom ?? 0) + 1;
        return this.words.say("play.days.from", { days, number, title: this.words.of(from.title) });
    }

    /** How many ties are how sure, the surest first. */
    statuses(step: Step): { status: string; count: number }[] {
        const ties = this.ties(step);
        return ["documented", "claimed", "inferred", ""]
            .map((status) => ({ status, count: ties.filter((tie) => tie.status === status).length }))
            .filter(({ count }) => count > 0);
    }

    status(status: string): string {
        return this.words.say(`status.${status || "unsaid"}`);
    }

    /** A tie as a sentence: who does what to whom. */
    sentence(tie: Tie): string {
        return `${this.name(tie.source)} ${this.#label("relations", tie.relation)} ${this.name(tie.target)}`;
    }

    /** When and how sure, by which channel and instrument. */
    circumstances(tie: Tie): string {
        const parts = [this.words.period(tie.since, tie.until), this.status(tie.status)];
        if (tie.channel !== "") parts.push(this.#label("lines", tie.channel));
        if (tie.instrument !== null) parts.push(this.name(tie.instrument));
        if (tie.delay !== null) parts.push(this.words.count("play.days", tie.delay));
        return parts.join(", ");
    }

    sources(rows: readonly number[]): string {
        return rows.map((row) => this.data.sources[row]?.id ?? "").join(", ");
    }

    #label(part: "relations" | "lines", id: string): string {
        return this.words.of(this.data[part].find((word) => word.id === id)?.label ?? { en: id });
    }
}
