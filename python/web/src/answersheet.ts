// The answer sheet of the trainer's kit: what is right, in each branch, and the network's numbers.

import { readData } from "./data.ts";
import { byId, el, fill } from "./dom.ts";
import { languageSwitch, sayTexts } from "./frame.ts";
import type { Answer, Branch, Exercise, PlayerData } from "./player/data.ts";
import { Facts } from "./player/facts.ts";
import { Outcomes } from "./player/outcome.ts";
import { Words } from "./words.ts";

const data = readData<PlayerData>();
const words = new Words(data, document.documentElement.lang);
const facts = new Facts(data, words);
const outcomes = new Outcomes(data, words, facts);

function branchNames(): string[] {
    return [words.say("play.branch.none"), ...data.branches.map((branch) => words.of(branch.text))];
}

function stepName(place: number): string {
    return `${place + 1} ${words.of(data.steps[place]!.title)}`;
}

function said(answer: Answer): string {
    const mark = answer.right ? "✓" : "–";
    const outcome = answer.outcome;
    if (!answer.there) return `${mark} ${words.say("play.absent.short")}`;
    if (outcome === null) return mark;
    if (outcome.steps === null) return `${mark} ${words.say("play.none")}`;
    return `${mark} ${words.count("play.steps", outcome.steps)}, ${outcomes.reliability(outcome.reliability)}`;
}

function exercise(one: Exercise): HTMLElement {
    // What no actor is asked of is the same in every branch.
    const fixed = one.choices.every((choice) => choice.actor === null);
    const columns = fixed ? branchNames().slice(0, 1) : branchNames();
    const head = el(
        "tr",
        {},
        el("th", { scope: "col" }, words.say("lesson.choice")),
        ...columns.map((name) => el("th", { scope: "col" }, name)),
    );
    const rows = one.choices.map((choice) =>
        el(
            "tr",
            {},
            el("th", { scope: "row" }, words.of(choice.text)),
            ...choice.answers
                .slice(0, columns.length)
                .map((answer) => el("td", { class: answer.right ? "right" : "" }, said(answer))),
        ),
    );
    const goal =
        one.goal === null || fixed ? [] : [el("p", {}, words.say("lesson.goal", { goal: facts.name(one.goal) }))];
    const ways = one.choices.flatMap((choice) => {
        const outcome = choice.answers[0]?.outcome;
        return outcome == null || outcome.ways.length === 0
            ? []
            : [el("h4", {}, words.of(choice.text)), outcomes.list(outcome)];
    });
    return el(
        "section",
        { class: "one" },
        el("h3", {}, `${stepName(one.step)}: ${words.of(one.ask)}`),
        ...goal,
        el("div", { class: "wide" }, el("table", {}, el("thead", {}, head), el("tbody", {}, ...rows))),
        ...(ways.length === 0 ? [] : [el("p", { class: "small" }, words.say("lesson.ways"))]),
        ...ways,
    );
}

function branch(one: Branch, place: number): HTMLElement {
    const steps = (key: string, rows: readonly number[]): HTMLElement[] =>
        rows.length === 0 ? [] : [el("p", {}, words.say(key), " ", rows.map(stepName).join("; "))];
    const none = one.lost.length + one.weaker.length === 0 ? [el("p", {}, words.say("lesson.branch.all"))] : [];
    return el(
        "section",
        { class: "one" },
        el("h3", {}, words.of(one.text)),
        ...(words.of(one.note) === "" ? [] : [el("p", {}, words.of(one.note))]),
        ...steps("play.branch.steps.lost", one.lost),
        ...steps("play.branch.steps.weaker", one.weaker),
        ...none,
        outcomes.table(place + 1) ?? "",
    );
}

function notes(): HTMLElement[] {
    const noted = data.steps.flatMap((step, i) => (words.of(step.note) === "" ? [] : [i]));
    return noted.length === 0
        ? []
        : [
              el("h2", {}, words.say("play.notes.title")),
              el(
                  "dl",
                  {},
                  ...noted.flatMap((i) => [el("dt", {}, stepName(i)), el("dd", {}, words.of(data.steps[i]!.note))]),
              ),
          ];
}

function write(): void {
    const title = words.say("lesson.answers.title", { title: words.of(data.title) });
    document.title = title;
    byId("title").textContent = title;
    fill(
        byId("answers"),
        ...(data.exercises.length === 0 ? [] : [el("h2", {}, words.say("lesson.exercises"))]),
        ...data.exercises.map(exercise),
        ...(data.branches.length === 0 ? [] : [el("h2", {}, words.say("lesson.branches"))]),
        ...data.branches.map(branch),
        outcomes.convention(),
        ...notes(),
        el("p", { class: "small" }, words.say("play.stamp", { name: data.name, version: data.version })),
    );
}

fill(byId("switches"), languageSwitch(words, data.languages));
byId("print").addEventListener("click", () => window.print());
sayTexts(words);
words.onChange(write);
write();
