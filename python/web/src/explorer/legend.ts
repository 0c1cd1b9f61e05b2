// The legend is the filter: layers, lines with their samples and counts; kinds and how sure below; the rest on demand.

import { byId, el, fill, setAttributes } from "../dom.ts";
import type { Context } from "./context.ts";
import { drawnSample } from "./evidence.ts";
import { counted, type Shown } from "./filters.ts";
import { measureSelect } from "./measures.ts";
import type { State } from "./state.ts";

interface Chip {
    button: HTMLButtonElement;
    text: HTMLElement;
    count: HTMLElement;
    label: () => string;
    on: (state: State) => boolean;
    /** How many of what is shown, and of what would be at any time; null: not counted, and always there. */
    numbers: (shown: Shown) => [number, number] | null;
    /** Whether anything that is shown, or would be, needs it: a legend names nothing else. */
    needed: (state: State, shown: Shown) => boolean;
}

export class Legend {
    readonly #chips: Chip[] = [];

    constructor(private readonly context: Context) {
        const { data } = context;
        const used = (of: (tie: { line: string; relation: string; status: string }) => string): Set<string> =>
            new Set(data.ties.map(of));
        const layerOf = new Map(data.relations.map((relation) => [relation.id, relation.layer]));
        const layers = used((tie) => layerOf.get(tie.relation) ?? "");
        const lines = used((tie) => tie.line);
        const group = (name: string, ...chips: Node[]): HTMLElement => {
            const box = el("div", { class: `chips by-${name}`, role: "group" }, ...chips);
            this.#says.push(() => box.setAttribute("aria-label", context.words.say(`explore.by_${name}`)));
            return box;
        };
        byId("legend").append(
            group(
                "layer",
                ...data.layers.filter((layer) => layers.has(layer.id)).map((layer) => this.#layerChip(layer.id)),
            ),
            this.#more(group),
            this.#clear(),
            measureSelect(context),
            group(
                "line",
                ...data.picture.channels
                    .filter((sample) => sample.of.some((line) => lines.has(line)))
                    .map((sample) => this.#lineChip(sample.of[0] ?? "", drawnSample(sample))),
            ),
        );
        byId("kinds").append(
            group(
                "kind",
                ...data.picture.kinds.map((sample) => {
                    const kind = sample.of[0] ?? "";
                    const button = this.#chip("kinds", kind, () => context.words.of(sample.text), drawnSample(sample));
                    const drawn = new Set(
                        data.picture.boxes
                            .map((box) => box.actor)
                            .filter((row) => sample.of.includes(context.actor(row).kind)),
                    );
                    this.#last().needed = (state, shown) =>
                        state.kinds.includes(kind) || [...drawn].some((row) => shown.actors.has(row));
                    return button;
                }),
            ),
            group("status", ...this.#statusChips()),
        );
        context.words.onChange(() => this.#says.forEach((say) => say()));
        this.#says.forEach((say) => say());
    }

    readonly #says: (() => void)[] = [];

    /** Says what is on, and how many ties that makes. */
    show(state: State, shown: Shown): void {
        for (const chip of this.#chips) {
            const numbers = chip.numbers(shown);
            chip.text.textContent = chip.label();
            fill(chip.count, numbers === null ? "" : this.#count(numbers));
            setAttributes(chip.button, { "aria-pressed": String(chip.on(state)) });
            chip.button.hidden = !chip.needed(state, shown);
        }
    }

    #count([now, ever]: [number, number]): string {
        return now === ever ? String(ever) : `${now}/${ever}`;
    }

    #chip(
        list: "layers" | "lines" | "kinds" | "countries" | "statuses",
        item: string,
        label: () => string,
        sample: Element | null = null,
    ): HTMLButtonElement {
        const text = el("span");
        const count = el("span", { class: "count" });
        const button = el("button", { class: "chip" }, sample, text, count);
        const isOn = list === "layers";
        button.addEventListener("click", () => this.context.store.toggle(list, item));
        this.#chips.push({
            button,
            text,
            count,
            label,
            on: (state) => state[list].includes(item) === isOn,
            numbers: () => null,
            needed: () => true,
        });
        return button;
    }

    #last(): Chip {
        return this.#chips[this.#chips.length - 1]!;
    }

    #layerChip(layer: string): HTMLButtonElement {
        const { context } = this;
        const of = new Map(context.data.relations.map((relation) => [relation.id, relation.layer]));
        const all = context.data.ties.filter((tie) => of.get(tie.relation) === layer).length;
        const button = this.#chip("layers", layer, () => context.label("layers", layer));
        this.#last().numbers = (shown) => {
            const now = counted(context.data, shown.ties, (tie) => of.get(tie.relation) ?? "").get(layer) ?? 0;
            return [context.store.state.layers.includes(layer) ? now : all, all];
        };
        return button;
    }

    #lineChip(line: string, sample: Element): HTMLButtonElement {
        const { context } = this;
        const of = new Map(context.data.relations.map((relation) => [relation.id, relation.layer]));
        const button = this.#chip("lines", line, () => context.label("lines", line), sample);
        const rows = context.data.ties.flatMap((tie, row) => (tie.line === line ? [row] : []));
        this.#last().numbers = (shown) => [
            rows.filter((row) => shown.ties.has(row)).length,
            context.store.state.lines.includes(line)
                ? rows.filter((row) => context.store.state.layers.includes(of.get(context.tie(row).relation) ?? ""))
                      .length
                : rows.filter((row) => shown.anyTime.has(row)).length,
        ];
        this.#last().needed = (state) =>
            rows.some((row) => state.layers.includes(of.get(context.tie(row).relation) ?? ""));
        return button;
    }

    // How sure: by the breaks of the line; where nothing is said, by the word.
    #statusChips(): HTMLButtonElement[] {
        const { context } = this;
        const used = new Set<string>(context.data.ties.map((tie) => tie.status));
        const drawn = context.data.picture.breaks.filter((sample) => sample.of.some((status) => used.has(status)));
        const chips = drawn.map((sample) =>
            this.#chip("statuses", sample.of[0] ?? "", () => context.words.of(sample.text), drawnSample(sample)),
        );
        const others = [...used].filter((status) => !drawn.some((sample) => sample.of.includes(status)));
        return [...chips, ...others.map((status) => this.#chip("statuses", status, () => context.status(status)))];
    }

    #clear(): HTMLButtonElement {
        const { words, store } = this.context;
        const button = el("button", { class: "btn", hidden: true });
        const filters = ["layers", "lines", "kinds", "countries", "statuses", "relation"] as const;
        button.addEventListener("click", () => {
            store.set(Object.fromEntries(filters.map((key) => [key, store.start[key]])));
            document.querySelector<HTMLElement>("#legend .chip")?.focus();
        });
        this.#says.push(() => (button.textContent = words.say("explore.clear")));
        store.onChange((state) => {
            button.hidden = filters.every((key) => state[key].toString() === store.start[key].toString());
        });
        button.hidden = filters.every((key) => store.state[key].toString() === store.start[key].toString());
        return button;
    }

    // What is asked for less often: one relation, countries, how sure.
    #more(group: (name: string, ...chips: Node[]) => HTMLElement): HTMLElement {
        const { context } = this;
        const { data, words, store } = context;
        const codes = [...new Set(data.actors.map((actor) => actor.country || "none"))];
        const relations = el("select", { id: "relation" });
        relations.addEventListener("change", () => store.set({ relation: relations.value }));
        const used = new Set(data.ties.map((tie) => tie.relation));
        const label = el("label", { for: "relation" });
        const summary = el("summary", { class: "btn" });
        this.#says.push(() => {
            const options = data.relations
                .filter((relation) => used.has(relation.id))
                .map((relation) => el("option", { value: relation.id }, words.of(relation.label)));
            fill(relations, el("option", { value: "" }, words.say("explore.any_relation")), ...options);
            relations.value = store.state.relation;
            label.textContent = words.say("explore.by_relation");
            summary.textContent = words.say("explore.more");
        });
        store.onChange((state) => {
            relations.value = state.relation;
        });
        return el(
            "details",
            { class: "more" },
            summary,
            el(
                "div",
                { class: "sheet" },
                el("div", { class: "row" }, label, relations),
                group(
                    "country",
                    ...codes.map((code) =>
                        this.#chip("countries", code, () =>
                            code === "none" ? words.say("explore.no_country") : context.label("countries", code),
                        ),
                    ),
                ),
            ),
        );
    }
}
