// What if: switches, changes by hand, and what they do to ways and scores, before and after.

import { byId, el, fill } from "../dom.ts";
import { announce } from "../frame.ts";
import { isOneWay, type Answer } from "./answers.ts";
import type { Asked } from "./asked.ts";
import { changeText, switchText } from "./change_text.ts";
import { changeOf, editsOf } from "./changes.ts";
import { codeBlock } from "./code.ts";
import type { Context } from "./context.ts";
import type { Switch } from "./data.ts";
import { editor } from "./editor.ts";
import type { Stage } from "./stage.ts";
import { channelName, gates, within } from "./ways.ts";

const SHOWN = 5;

export function showWhatIf(context: Context, asked: Asked, stage: Stage): () => void {
    const { words, store, data } = context;
    const panel = byId("panel-whatif");
    const title = el("h2");
    const switches = el("div", { class: "switches" });
    const [made, editing] = [el("div"), el("div")];
    const byHand = el("div", { class: "by-hand" }, made, editing);
    const result = el("div", { class: "result" });
    panel.append(title, switches, byHand, result);
    const boxes = data.explore.scenarios.map((item) => switchOf(context, item));
    switches.append(...boxes.map((box) => box.label));

    const show = (): void => {
        title.textContent = words.say("explore.change");
        boxes.forEach((box) => box.say());
        fill(made, ...changesMade(context));
        fill(
            editing,
            ...(asked.answers.live
                ? editor(context)
                : [el("p", { class: "quiet" }, words.say("explore.prepared_only"))]),
        );
        update();
    };
    const update = (): void => {
        const { state } = store;
        const edits = editsOf(context, state);
        stage.change(changeOf(context, edits));
        if (state.tab !== "whatif") return;
        fill(result, ...compared(context, asked));
    };
    store.onChange((state, before) => {
        const keys = ["scenarios", "changes", "tab", "from", "to", "layers", "month"] as const;
        if (!keys.some((key) => state[key] !== before[key])) return;
        boxes.forEach((box) => box.say());
        if (state.changes !== before.changes) {
            const isFromHere = made.contains(document.activeElement);
            fill(made, ...changesMade(context));
            if (isFromHere) byHand.querySelector<HTMLElement>("button, summary")?.focus();
        }
        update();
        if (state.scenarios !== before.scenarios || state.changes !== before.changes) {
            announce(result.querySelector(".news")?.textContent ?? words.say("explore.nothing_changes"));
        }
    });
    words.onChange(show);
    return show;
}

// --- what is changed -------------------------------------------------------------------------------------------------

function switchOf(context: Context, item: Switch): { label: HTMLElement; say: () => void } {
    const box = el("input", { type: "checkbox" });
    const text = el("strong");
    const reason = el("span", { class: "quiet" });
    box.addEventListener("change", () => context.store.toggle("scenarios", item.id));
    const label = el("label", { class: "switch" }, box, el("span", {}, text, reason));
    const say = (): void => {
        const isOn = context.store.state.scenarios.includes(item.id);
        box.checked = isOn;
        label.classList.toggle("on", isOn);
        text.textContent = switchText(context, item);
        reason.textContent = context.words.say(`explore.reason.${reasonOf(item)}`);
    };
    say();
    return { label, say };
}

function reasonOf(item: Switch): string {
    const first = item.edits[0];
    if (first === undefined) return "none";
    if (first.edit === "remove") return first["actor"] === undefined ? "tie" : "actor";
    return first.edit === "change" ? "changed" : "added";
}

function changesMade(context: Context): Node[] {
    const { words, store } = context;
    const list = store.state.changes.map((change) => {
        const button = el("button", { class: "btn" }, words.say("explore.undo"));
        button.setAttribute("aria-label", `${words.say("explore.undo")}: ${changeText(context, change)}`);
        button.addEventListener("click", () => store.toggle("changes", change));
        return el("li", {}, `${changeText(context, change)} `, button);
    });
    return list.length > 0 ? [el("ul", { class: "plain changes" }, ...list)] : [];
}

// --- before and after ------------------------------------------------------------------------------------------------

function compared(context: Context, asked: Asked): Node[] {
    const { words, store } = context;
    const { state } = store;
    const isChanged = editsOf(context, state).length > 0;
    const isAsked = state.from !== "" && state.to !== "" && state.from !== state.to;
    if (!isAsked) return [el("p", {}, words.say("explore.choose_ends"))];
    const [before, after] = [asked.ways(state, false), asked.ways(state, true)];
    if (before === null || after === null)
        return [
            el("p", { class: "box" }, words.say(asked.answers.live ? "explore.not_asked" : "explore.not_prepared")),
        ];
    const rows = [...wayRows(context, before, after), ...scoreRows(context, asked, isChanged)];
    return [
        el("h3", {}, `${context.nameOf(state.from)} → ${context.nameOf(state.to)}`),
        el("p", { class: "unseen news" }, rows.map((row) => `${row.name}: ${row.before}, ${row.after}`).join("; ")),
        table(context, rows),
        ...(after.gates.length > 0 ? [gates(context, after.gates)] : cut(context, after.cuts)),
        el("p", { class: "quiet" }, words.say("explore.convention", { within: within(context) })),
        ...(isChanged ? inCode(context, asked) : []),
    ];
}

// Where no single actor parts the two: the smallest sets that do.
function cut(context: Context, cuts: readonly string[][]): Node[] {
    if (cuts.length === 0) return [];
    const sets = cuts.map((ids) => ids.map((id) => context.nameOf(id)).join(" + "));
    return [el("p", { class: "box way" }, `${context.words.say("explore.cuts")} `, el("strong", {}, sets.join("; ")))];
}

function inCode(context: Context, asked: Asked): Node[] {
    const said = asked.said(context.store.state);
    if (said === null) return [];
    return [
        ...codeBlock(context, "explore.python", said.python),
        ...(said.command === null ? [] : codeBlock(context, "explore.command", said.command)),
    ];
}

interface Line {
    name: string;
    before: string;
    after: string;
    change: string;
    isLoss: boolean;
}

function wayRows(context: Context, before: Answer, after: Answer): Line[] {
    const { words } = context;
    const isOne = isOneWay(before) && isOneWay(after);
    const steps = before.ways
        .filter(({ channel }) => !isOne || channel === "")
        .map(({ channel, way }) =>
            line(
                context,
                words.say("explore.steps_by", { channel: channelName(context, channel) }),
                way?.ties.length ?? NaN,
                after.ways.find((other) => other.channel === channel)?.way?.ties.length ?? NaN,
            ),
        );
    return [
        ...steps,
        line(context, words.say("explore.surest"), before.surest?.reliability ?? NaN, after.surest?.reliability ?? NaN),
        line(context, words.say("explore.cut_size"), before.cuts[0]?.length ?? NaN, after.cuts[0]?.length ?? NaN),
        line(context, words.say("explore.reached"), reachedBy(before), reachedBy(after)),
    ];
}

function reachedBy(answer: Answer): number {
    return Math.max(0, Object.keys(answer.reached).length - 1);
}

// Those whose betweenness changes most; before a change, those who have most.
function scoreRows(context: Context, asked: Asked, isChanged: boolean): Line[] {
    const { words, store } = context;
    const before = asked.scores(store.state, "betweenness", false);
    const after = asked.scores(store.state, "betweenness", true);
    if (before === null || after === null) return [];
    const ids = [...new Set([...before.keys(), ...after.keys()])];
    const size = (id: string): number => {
        const [was, is] = [before.get(id) ?? 0, after.get(id) ?? 0];
        return isChanged ? Math.abs(is - was) : was;
    };
    return ids
        .filter((id) => size(id) > 1e-12)
        .sort((a, b) => size(b) - size(a))
        .slice(0, SHOWN)
        .map((id) =>
            line(
                context,
                words.say("explore.betweenness_of", { actor: context.nameOf(id) }),
                before.get(id) ?? NaN,
                after.get(id) ?? NaN,
            ),
        );
}

function line(context: Context, name: string, before: number, after: number): Line {
    const { words } = context;
    const [had, has] = [!Number.isNaN(before), !Number.isNaN(after)];
    const difference = after - before;
    const sign = difference > 0 ? "+" : "";
    const change =
        had && has
            ? `${sign}${words.number(Math.abs(difference) < 1e-12 ? 0 : difference)}`
            : had
              ? words.say("explore.lost")
              : has
                ? words.say("explore.new")
                : "–";
    const cell = (value: number): string => (Number.isNaN(value) ? words.say("explore.none") : words.number(value));
    return { name, before: cell(before), after: cell(after), change, isLoss: had && !has };
}

function table(context: Context, rows: readonly Line[]): HTMLElement {
    const { words } = context;
    const head = (key: string): HTMLElement => el("th", { scope: "col", class: "number" }, words.say(key));
    return el(
        "table",
        {},
        el(
            "thead",
            {},
            el(
                "tr",
                {},
                el("th", { scope: "col" }, el("span", { class: "unseen" }, words.say("explore.what"))),
                head("explore.before"),
                head("explore.after"),
                el("th", { scope: "col", class: "number", "aria-label": words.say("explore.difference") }, "±"),
            ),
        ),
        el(
            "tbody",
            {},
            ...rows.map((row) =>
                el(
                    "tr",
                    {},
                    el("th", { scope: "row" }, row.name),
                    el("td", { class: "number" }, row.before),
                    el("td", { class: "number" }, row.after),
                    el("td", { class: row.isLoss ? "number loss" : "number" }, el("strong", {}, row.change)),
                ),
            ),
        ),
    );
}
