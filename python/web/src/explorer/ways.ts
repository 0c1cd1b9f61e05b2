// The ways between two actors: one strip per channel with steps, dates, sources and the weakest step.

import type { Tie } from "../data.ts";
import { byId, el, fill } from "../dom.ts";
import { announce } from "../frame.ts";
import { isOneWay, type Answer, type Way } from "./answers.ts";
import type { Asked } from "./asked.ts";
import { changesText } from "./change_text.ts";
import type { Context } from "./context.ts";
import { spanId } from "./state.ts";
import { lineColor, references, statusTag } from "./evidence.ts";
import type { Stage } from "./stage.ts";

const SURENESS = ["documented", "claimed", "inferred", ""];

export function showWays(context: Context, asked: Asked, stage: Stage): () => void {
    const { words, store } = context;
    const panel = byId("panel-ways");
    const [from, to] = [actorSelect(context, "from"), actorSelect(context, "to")];
    const title = el("h2");
    const found = el("div");
    const changed = el("p", { class: "box added" });
    const swap = el("button", { class: "btn controls" }, "⇅");
    swap.addEventListener("click", () => store.set({ from: store.state.to, to: store.state.from }));
    panel.append(title, from.box, to.box, swap, changed, found);

    const show = (): void => {
        const { state } = store;
        title.textContent = words.say("explore.ways");
        swap.setAttribute("aria-label", words.say("explore.swap"));
        const isOpen = state.tab === "ways";
        const isAsked = state.from !== "" && state.to !== "" && state.from !== state.to;
        const answer = isAsked ? asked.ways(state, true) : null;
        const changes = changesText(context, state);
        changed.hidden = changes === "";
        changed.textContent = words.say("explore.changed", { changes });
        if (isOpen)
            fill(
                found,
                ...(isAsked
                    ? answered(context, answer, asked.answers.live)
                    : [el("p", {}, words.say("explore.choose"))]),
            );
        if (isOpen) stage.light(answer === null ? null : lit(context, answer));
    };
    store.onChange((state, before) => {
        if (state.tab !== before.tab && before.tab === "ways") stage.light(null);
        if (state.tab !== "ways") return;
        const keys = ["tab", "from", "to", "layers", "month", "scenarios", "changes"] as const;
        if (!keys.some((key) => state[key] !== before[key])) return;
        show();
        if (state.from !== before.from || state.to !== before.to) {
            announce([...found.querySelectorAll("h3")].map((head) => head.textContent).join(". "));
        }
    });
    words.onChange(show);
    return show;
}

function actorSelect(context: Context, part: "from" | "to"): { box: HTMLElement } {
    const { words, store, data } = context;
    const select = el("select", { id: part });
    const label = el("label", { for: part });
    const say = (): void => {
        label.textContent = words.say(`explore.${part}`);
        const rows = [...data.inside].filter((row) => (context.tiesOf[row] ?? []).length > 0 || data.inside.length < 3);
        const compare = new Intl.Collator(words.language).compare;
        const codes = [...new Set(rows.map((row) => context.actor(row).country))];
        const groups = codes.map((code) =>
            el(
                "optgroup",
                { label: code === "" ? words.say("explore.no_country") : context.label("countries", code) },
                ...rows
                    .filter((row) => context.actor(row).country === code)
                    .sort((a, b) => compare(context.name(a), context.name(b)))
                    .map((row) => el("option", { value: context.actor(row).id }, context.name(row))),
            ),
        );
        fill(
            select,
            el("option", { value: "" }, "–"),
            ...(codes.length > 1 ? groups : groups.flatMap((group) => [...group.children])),
        );
        select.value = store.state[part];
    };
    select.addEventListener("change", () => store.set({ [part]: select.value }));
    store.onChange((state) => {
        select.value = state[part];
    });
    words.onChange(say);
    say();
    return { box: el("div", { class: "field" }, label, select) };
}

// --- the answer ------------------------------------------------------------------------------------------------------

function answered(context: Context, answer: Answer | null, live: boolean): Node[] {
    const { words } = context;
    if (answer === null)
        return [el("p", { class: "box" }, words.say(live ? "explore.not_asked" : "explore.not_prepared"))];
    const seen = new Set<string>();
    const asked = isOneWay(answer) ? answer.ways.filter(({ channel }) => channel === "") : answer.ways;
    const own = asked.filter(({ channel, way }) => {
        const key = JSON.stringify(way?.ties ?? null);
        const isNew = way === null ? channel !== "" || asked.length === 1 : !seen.has(key);
        seen.add(key);
        return isNew;
    });
    const isNone = answer.ways.every(({ way }) => way === null);
    return [
        ...(isNone ? [none(context, answer)] : own.flatMap(({ channel, way }) => strip(context, channel, way))),
        ...(answer.gates.length > 0 ? [gates(context, answer.gates)] : []),
        el("p", { class: "quiet" }, words.say("explore.ways_convention", { within: within(context) })),
    ];
}

/** What the answers rest on: the layers and the time that are on. */
export function within(context: Context): string {
    const { state } = context.store;
    const layers = state.layers.map((layer) => context.label("layers", layer)).join(", ");
    const time =
        state.month === null
            ? context.words.say("explore.any_time")
            : context.words.date(spanId(state.month, context.data.explore.window?.step ?? 1));
    return `${layers}; ${time}`;
}

function none(context: Context, answer: Answer): HTMLElement {
    const { words } = context;
    const furthest = Object.entries(answer.reached).sort((a, b) => b[1] - a[1]);
    const names = furthest
        .slice(0, 5)
        .map(([id]) => context.nameOf(id))
        .join(", ");
    const count = furthest.length - 1;
    return el(
        "div",
        { class: "box" },
        el("h3", {}, words.say("explore.no_way")),
        el(
            "p",
            {},
            count <= 0 ? words.say("explore.nowhere") : words.say("explore.gets_to", { n: words.number(count), names }),
        ),
    );
}

export function gates(context: Context, ids: readonly string[]): HTMLElement {
    return el(
        "p",
        { class: "box way" },
        `${context.words.say("explore.gates")} `,
        el("strong", {}, ids.map((id) => context.nameOf(id)).join(", ")),
    );
}

export function channelName(context: Context, channel: string): string {
    return channel === "" ? context.words.say("explore.any_channel") : context.label("lines", channel);
}

function strip(context: Context, channel: string, way: Way | null): Node[] {
    const { words } = context;
    const name = channelName(context, channel);
    if (way === null) return [el("h3", {}, words.say("explore.no_way_by", { channel: name }))];
    const rows = way.ties.map((ties) => ties.flatMap((id) => context.tieRow.get(id) ?? []));
    const weakest = weakestOf(rows.flatMap((step) => best(step.map((row) => context.tie(row)))));
    const items = way.actors.flatMap((actor, i) => [
        el("li", { class: "stop" }, actorButton(context, actor)),
        ...(i < rows.length ? [step(context, rows[i]!)] : []),
    ]);
    return [
        el(
            "h3",
            {},
            words.say("explore.way_by", { channel: name, steps: words.count("explore.steps", way.ties.length) }),
        ),
        el("p", { class: "quiet" }, `${words.say("explore.weakest")} `, statusTag(context, weakest)),
        el("ol", { class: "strip" }, ...items),
    ];
}

function actorButton(context: Context, id: string): HTMLElement {
    const button = el("button", { class: "line strong" }, context.nameOf(id));
    button.addEventListener("click", () => context.open("actor", id));
    return button;
}

// Ties that a step may take stand in for each other: the surest speaks for it.
function step(context: Context, rows: readonly number[]): HTMLElement {
    const sorted = [...rows].sort(
        (a, b) => SURENESS.indexOf(context.tie(a).status) - SURENESS.indexOf(context.tie(b).status) || a - b,
    );
    const first = sorted[0];
    if (first === undefined) return el("li", { class: "step line-added" }, context.words.say("explore.added_tie"));
    const tie = context.tie(first);
    const open = el("button", { class: "line" }, context.label("relations", tie.relation));
    open.addEventListener("click", () => context.open("tie", tie.id));
    const more = sorted.length > 1 ? ` ${context.words.say("explore.and_more", { n: sorted.length - 1 })}` : "";
    const item = el(
        "li",
        { class: `step ${tie.status}` },
        open,
        ` · ${context.words.period(tie.since, tie.until)}${more} `,
        references(context, tie.sources),
        tie.status === "documented" ? null : statusTag(context, tie.status),
    );
    item.style.borderLeftColor = lineColor(context, tie.line);
    return item;
}

function best(ties: readonly Tie[]): Tie[] {
    return [...ties].sort((a, b) => SURENESS.indexOf(a.status) - SURENESS.indexOf(b.status)).slice(0, 1);
}

function weakestOf(ties: readonly Tie[]): string {
    return SURENESS[Math.max(0, ...ties.map((tie) => SURENESS.indexOf(tie.status)))] ?? "";
}

/** The actors and ties of all ways that were found. */
export function lit(context: Context, answer: Answer): { actors: Set<number>; ties: Set<number> } | null {
    const ways = answer.ways.flatMap(({ way }) => way ?? []);
    const ids = ways.length > 0 ? ways.flatMap((way) => way.actors) : Object.keys(answer.reached);
    if (ids.length === 0) return null;
    return {
        actors: new Set(ids.flatMap((id) => context.actorRow.get(id) ?? [])),
        ties: new Set(ways.flatMap((way) => way.ties.flat()).flatMap((id) => context.tieRow.get(id) ?? [])),
    };
}
