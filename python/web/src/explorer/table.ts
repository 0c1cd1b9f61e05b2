// The table beside the picture: all ties and actors that the filters show, and their sources; sortable, to be saved as CSV.

import type { Source } from "../data.ts";
import { byId, el, fill } from "../dom.ts";
import { announce } from "../frame.ts";
import type { Context } from "./context.ts";
import { csvText } from "./csv.ts";
import { lineSample, references, sourceLink, statusTag } from "./evidence.ts";
import type { Shown } from "./filters.ts";

interface Column {
    key: string;
    /** What it is sorted by and written as. */
    cell: (row: number) => string | number;
    /** What it shows, if not just that. */
    show?: (row: number) => (Node | string | null)[];
    /** An id for code: in the file, not on the page. */
    isId?: boolean;
}

type Name = "actors" | "ties" | "sources";

interface Sheet {
    name: Name;
    columns: Column[];
    sort: { column: number; down: boolean };
    body: HTMLElement;
    heads: HTMLElement[];
    caption: HTMLElement;
}

export class Tables {
    readonly #sheets: Sheet[];
    #shown: Shown = { ties: new Set(), actors: new Set(), anyTime: new Set() };

    constructor(private readonly context: Context) {
        this.#sheets = [
            this.#sheet("ties", tieColumns(context)),
            this.#sheet(
                "actors",
                actorColumns(context, () => this.#shown),
            ),
            this.#sheet("sources", sourceColumns(context)),
        ];
        context.words.onChange(() => this.#write());
    }

    show(shown: Shown): void {
        this.#shown = shown;
        this.#write();
    }

    #sheet(name: Name, columns: Column[]): Sheet {
        const seen = columns.filter((column) => !column.isId);
        const caption = el("h2", { id: `sheet-${name}` });
        const body = el("tbody");
        const heads = seen.map((_, i) => {
            const button = el("button", { class: "sort" });
            const head = el("th", { scope: "col" }, button);
            button.addEventListener("click", () => this.#sortBy(sheet, i));
            return head;
        });
        const save = el("button", { class: "btn controls" });
        save.addEventListener("click", () => this.#save(sheet));
        const sheet: Sheet = { name, columns, sort: { column: 0, down: false }, body, heads, caption };
        const say = (): void => {
            save.textContent = this.context.words.say("explore.save_csv");
            heads.forEach((head, i) => {
                head.firstElementChild!.textContent = this.context.words.say(`explore.column.${columns[i]!.key}`);
            });
        };
        this.context.words.onChange(say);
        say();
        byId("view-table").append(
            el("div", { class: "row" }, caption, save),
            el(
                "div",
                { class: "scroll", tabindex: 0, role: "region", "aria-labelledby": caption.id },
                el("table", { "aria-labelledby": caption.id }, el("thead", {}, el("tr", {}, ...heads)), body),
            ),
        );
        return sheet;
    }

    #sortBy(sheet: Sheet, column: number): void {
        sheet.sort = { column, down: sheet.sort.column === column && !sheet.sort.down };
        this.#write();
        const { words } = this.context;
        announce(
            words.say(sheet.sort.down ? "explore.sorted_down" : "explore.sorted_up", {
                column: words.say(`explore.column.${sheet.columns[column]!.key}`),
            }),
        );
    }

    #rows(sheet: Sheet): number[] {
        const rows = [...(sheet.name === "sources" ? this.#cited() : this.#shown[sheet.name])];
        const { cell } = sheet.columns[sheet.sort.column]!;
        const compare = new Intl.Collator(this.context.words.language, { numeric: true }).compare;
        const sign = sheet.sort.down ? -1 : 1;
        return rows.sort((a, b) => {
            const [one, other] = [cell(a), cell(b)];
            const order =
                typeof one === "number" && typeof other === "number"
                    ? one - other
                    : compare(String(one), String(other));
            return sign * order || a - b;
        });
    }

    #cited(): Set<number> {
        const { context } = this;
        return new Set(
            [
                ...[...this.#shown.ties].map((row) => context.tie(row)),
                ...[...this.#shown.actors].map((row) => context.actor(row)),
            ].flatMap((item) => item.sources),
        );
    }

    #write(): void {
        if (this.context.store.state.view !== "table") return;
        const { words } = this.context;
        for (const sheet of this.#sheets) {
            const rows = this.#rows(sheet);
            sheet.caption.textContent = words.count(`explore.${sheet.name}`, rows.length);
            sheet.heads.forEach((head, i) =>
                head.setAttribute(
                    "aria-sort",
                    i !== sheet.sort.column ? "none" : sheet.sort.down ? "descending" : "ascending",
                ),
            );
            fill(
                sheet.body,
                ...rows.map((row) =>
                    el(
                        "tr",
                        {},
                        ...sheet.columns
                            .filter((column) => !column.isId)
                            .map((column) => {
                                const cell = column.cell(row);
                                return el(
                                    "td",
                                    {
                                        class:
                                            typeof cell === "number"
                                                ? "number"
                                                : column.key === "since" || column.key === "until"
                                                  ? "date"
                                                  : null,
                                    },
                                    ...(column.show?.(row) ?? [typeof cell === "number" ? words.number(cell) : cell]),
                                );
                            }),
                    ),
                ),
            );
        }
    }

    #save(sheet: Sheet): void {
        const { data } = this.context;
        const text = csvText(
            sheet.columns.map((column) => column.key),
            this.#rows(sheet).map((row) => sheet.columns.map((column) => String(column.cell(row)))),
        );
        const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
        el("a", { href: url, download: `${data.name}-${sheet.name}.csv` }).click();
        URL.revokeObjectURL(url);
    }
}

function opener(context: Context, what: "actor" | "tie", id: string, text: string): HTMLElement {
    const button = el("button", { class: "line" }, text);
    button.addEventListener("click", () => context.open(what, id));
    return button;
}

function tieColumns(context: Context): Column[] {
    const actor = (row: number): (Node | string)[] => [
        opener(context, "actor", context.actor(row).id, context.name(row)),
    ];
    return [
        {
            key: "source",
            cell: (row) => context.name(context.tie(row).source),
            show: (row) => actor(context.tie(row).source),
        },
        {
            key: "relation",
            cell: (row) => context.label("relations", context.tie(row).relation),
            show: (row) => [
                lineSample(context, context.tie(row)),
                opener(context, "tie", context.tie(row).id, context.label("relations", context.tie(row).relation)),
            ],
        },
        {
            key: "target",
            cell: (row) => context.name(context.tie(row).target),
            show: (row) => actor(context.tie(row).target),
        },
        { key: "since", cell: (row) => context.tie(row).since },
        {
            key: "until",
            cell: (row) => context.tie(row).until,
            show: (row) => [
                context.tie(row).until === ".." ? context.words.say("explore.ongoing") : context.tie(row).until,
            ],
        },
        {
            key: "status",
            cell: (row) => context.status(context.tie(row).status),
            show: (row) => [statusTag(context, context.tie(row).status)],
        },
        { key: "grade", cell: (row) => context.tie(row).grade },
        {
            key: "sources",
            cell: (row) =>
                context
                    .tie(row)
                    .sources.map((source) => context.source(source).id)
                    .join(";"),
            show: (row) => [references(context, context.tie(row).sources)],
        },
        { key: "id", cell: (row) => context.tie(row).id, isId: true },
    ];
}

function actorColumns(context: Context, shown: () => Shown): Column[] {
    const { data } = context;
    const measures = Object.entries(data.explore.measures).map(([name, scores]): Column => ({
        key: name,
        cell: (row) => scores[context.actor(row).id] ?? NaN,
    }));
    return [
        {
            key: "name",
            cell: (row) => context.words.of(context.actor(row).name),
            show: (row) => [
                opener(
                    context,
                    "actor",
                    context.actor(row).id,
                    context.words.of(context.actor(row).name) || context.actor(row).id,
                ),
            ],
        },
        { key: "kind", cell: (row) => context.label("kinds", context.actor(row).kind) },
        { key: "country", cell: (row) => context.label("countries", context.actor(row).country) },
        { key: "ties", cell: (row) => (context.tiesOf[row] ?? []).filter((tie) => shown().ties.has(tie)).length },
        ...measures,
        { key: "id", cell: (row) => context.actor(row).id, isId: true },
    ];
}

function sourceColumns(context: Context): Column[] {
    const source = (row: number): Source => context.source(row);
    return [
        {
            key: "source_id",
            cell: (row) => source(row).id,
            show: (row) => [el("span", { class: "tag" }, source(row).id)],
        },
        { key: "title", cell: (row) => source(row).title, show: (row) => [sourceLink(source(row))] },
        { key: "publisher", cell: (row) => source(row).publisher },
        { key: "date", cell: (row) => source(row).date },
        { key: "grade", cell: (row) => source(row).grade },
        { key: "url", cell: (row) => source(row).url, isId: true },
    ];
}
