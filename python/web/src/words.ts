// What the page says, in the language that is chosen.

import type { PageData, Said } from "./data.ts";

const MONTHS: Record<string, string[]> = {
    en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    id: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
};

export class Words {
    #language: string;
    readonly #heard: (() => void)[] = [];

    constructor(
        private readonly data: Pick<PageData, "languages" | "texts">,
        language: string,
    ) {
        this.#language = language;
    }

    get language(): string {
        return this.#language;
    }

    /** Speaks another language of the page, and tells whoever shows texts. */
    speak(language: string): void {
        if (language === this.#language || !this.data.languages.includes(language)) return;
        this.#language = language;
        for (const listener of this.#heard) listener();
    }

    onChange(listener: () => void): void {
        this.#heard.push(listener);
    }

    /** The text of a key, its {places} filled in. */
    say(key: string, values: Record<string, string | number> = {}): string {
        const text = this.data.texts[this.#language]?.[key] ?? key;
        return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
    }

    /** A number with its noun: keys `….one` and `….many`. */
    count(key: string, number: number): string {
        return this.say(`${key}.${number === 1 ? "one" : "many"}`, { n: this.number(number) });
    }

    of(said: Said): string {
        return said[this.#language] || said["en"] || "";
    }

    number(value: number, digits = 3): string {
        if (Number.isNaN(value)) return "–";
        const language = this.#language === "id" ? "id-ID" : "en-US";
        return value.toLocaleString(language, { maximumFractionDigits: digits }).replace("-", "−");
    }

    /** 2 Aug 2022, Aug 2022 or 2022, as far as known. */
    date(iso: string): string {
        const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(iso);
        if (found === null) return iso;
        const [, year, month, day] = found;
        const name = month === undefined ? "" : (MONTHS[this.#language]?.[Number(month) - 1] ?? month);
        return [day === undefined ? "" : String(Number(day)), name, year].filter((part) => part !== "").join(" ");
    }

    /** From when until when something holds. */
    period(since: string, until: string): string {
        if (since === "" && until === "") return this.say("page.undated");
        if (since === until) return this.date(since);
        if (until === "..") return this.say("page.since", { since: this.date(since) });
        if (until === "") return this.say("page.from", { since: this.date(since) });
        if (since === "") return this.say("page.until", { until: this.date(until) });
        return `${this.date(since)} – ${this.date(until)}`;
    }
}
