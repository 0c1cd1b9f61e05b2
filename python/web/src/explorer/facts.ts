// The facts: of an actor, of a tie, or two questions to start with.

import { byId, el, fill } from "../dom.ts";
import { announce } from "../frame.ts";
import type { Context } from "./context.ts";
import type { StartQuestion } from "./data.ts";
import { lineSample, sourceList, statusTag } from "./evidence.ts";

export function showFacts(context: Context): void {
    const panel = byId("panel-facts");
    const { store, words } = context;
    const show = (): void => {
        const [what, id] = split(store.state.open);
        const row = (what === "actor" ? context.actorRow : context.tieRow).get(id);
        const facts =
            row === undefined ? atRest(context) : what === "actor" ? actorFacts(context, row) : tieFacts(context, row);
        fill(panel, ...facts);
    };
    store.onChange((state, before) => {
        if (state.open === before.open) return;
        const isFromHere = byId("side").contains(document.activeElement);
        show();
        if (isFromHere) focusOn(panel.querySelector("h2"));
        announce(panel.querySelector("h2")?.textContent ?? "");
    });
    words.onChange(show);
    show();
}

// What was clicked is gone: who goes by keys goes on from the new heading.
function focusOn(heading: HTMLElement | null): void {
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
}

function split(open: string): [string, string] {
    const at = open.indexOf(" ");
    return [open.slice(0, at), open.slice(at + 1)];
}

// --- at rest ---------------------------------------------------------------------------------------------------------

function atRest(context: Context): Node[] {
    const { words } = context;
    const questions = context.data.explore.questions.map((question) => {
        const button = el("button", { class: "question" }, questionText(context, question));
        button.addEventListener("click", () => ask(context, question));
        return el("li", {}, button);
    });
    return [
        el("h2", {}, words.say("explore.facts")),
        el("p", {}, words.say("explore.rest")),
        ...(questions.length > 0
            ? [el("h3", {}, words.say("explore.start")), el("ul", { class: "plain" }, ...questions)]
            : []),
        el("p", { class: "quiet" }, words.say("explore.keys")),
    ];
}

function questionText(context: Context, question: StartQuestion): string {
    const name = (id: string | undefined): string => {
        const row = context.actorRow.get(id ?? "");
        return row === undefined ? (id ?? "") : context.name(row);
    };
    return context.words.say(`explore.ask.${question.ask}`, {
        from: name(question.from),
        to: name(question.to),
        actor: name(question.actor),
    });
}

function ask(context: Context, question: StartQuestion): void {
    const { store, data } = context;
    const on =
        question.ask === "without"
            ? data.explore.scenarios.filter((item) => item.id.endsWith(question.actor ?? ""))
            : [];
    store.set({
        tab: question.ask === "way" ? "ways" : "whatif",
        from: question.from,
        to: question.to,
        layers: [...question.layers],
        scenarios: on.map((item) => item.id),
    });
}

// --- an actor --------------------------------------------------------------------------------------------------------

function actorFacts(context: Context, row: number): Node[] {
    const { words, store, data } = context;
    const actor = context.actor(row);
    const country = context.label("countries", actor.country);
    const rows = context.tiesOf[row] ?? [];
    const ends = (part: "from" | "to"): HTMLElement => {
        const button = el("button", { class: "btn" }, words.say(`explore.${part}_here`));
        button.addEventListener("click", () => store.set({ [part]: actor.id, tab: "ways" }));
        return button;
    };
    return [
        closing(context),
        el("h2", {}, words.of(actor.name) || actor.id),
        el(
            "p",
            { class: "quiet" },
            [context.label("kinds", actor.kind), country].filter((part) => part !== "").join(" · "),
        ),
        el("div", { class: "row controls" }, ends("from"), ends("to")),
        ...(actor.note === "" ? [] : [el("p", {}, actor.note)]),
        el("h3", {}, words.count("explore.ties", rows.length)),
        el("ul", { class: "ties" }, ...rows.map((tie) => tieItem(context, tie))),
        ...(actor.sources.length > 0 || !data.public
            ? [el("h3", {}, words.say("explore.sources")), sourceList(context, actor.sources)]
            : []),
    ];
}

function tieItem(context: Context, row: number): HTMLElement {
    const tie = context.tie(row);
    const button = el("button", { class: "line" }, context.sentence(row));
    button.addEventListener("click", () => context.open("tie", tie.id));
    return el(
        "li",
        {},
        lineSample(context, tie),
        el(
            "div",
            {},
            button,
            el(
                "div",
                { class: "quiet" },
                `${context.words.period(tie.since, tie.until)} `,
                tie.status === "documented" ? null : statusTag(context, tie.status),
            ),
        ),
    );
}

// --- a tie -----------------------------------------------------------------------------------------------------------

function tieFacts(context: Context, row: number): Node[] {
    const { words } = context;
    const tie = context.tie(row);
    const end = (actor: number): HTMLElement => {
        const button = el("button", { class: "line" }, context.name(actor));
        button.addEventListener("click", () => context.open("actor", context.actor(actor).id));
        return button;
    };
    const facts: [string, (Node | string | null)[]][] = [
        ["what", [lineSample(context, tie), context.label("relations", tie.relation)]],
        ["who", [end(tie.source), tie.directed ? " → " : " – ", end(tie.target)]],
        ["when", [words.period(tie.since, tie.until)]],
        [
            "sure",
            [
                statusTag(context, tie.status),
                tie.grade === "" ? "" : ` ${words.say("explore.grade", { grade: tie.grade })}`,
            ],
        ],
    ];
    if (tie.reliability !== null) facts.push(["reliability", [words.number(tie.reliability)]]);
    if (tie.delay !== null) facts.push(["delay", [words.count("explore.days", tie.delay)]]);
    if (tie.instrument !== null) facts.push(["instrument", [end(tie.instrument)]]);
    return [
        closing(context),
        el("h2", {}, context.sentence(row)),
        ...(tie.status === "claimed" ? [el("p", { class: "box warning" }, words.say("explore.claim"))] : []),
        ...(tie.status === "inferred" ? [el("p", { class: "box" }, words.say("explore.inference"))] : []),
        el(
            "dl",
            {},
            ...facts.flatMap(([key, values]) => [el("dt", {}, words.say(`explore.${key}`)), el("dd", {}, ...values)]),
        ),
        ...(tie.note === "" ? [] : [el("p", {}, tie.note)]),
        el("h3", {}, words.say("explore.sources")),
        sourceList(context, tie.sources),
    ];
}

function closing(context: Context): HTMLElement {
    const label = context.words.say("explore.close");
    const button = el("button", { class: "btn close controls", "aria-label": label, title: label }, "×");
    button.addEventListener("click", () => context.store.set({ open: "" }));
    return button;
}
