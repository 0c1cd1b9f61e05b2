// The explorer page.

import { readData } from "./data.ts";
import { byId, el, fill } from "./dom.ts";
import { Asked } from "./explorer/asked.ts";
import { Context } from "./explorer/context.ts";
import type { ExplorerData } from "./explorer/data.ts";
import { showFacts } from "./explorer/facts.ts";
import { shown } from "./explorer/filters.ts";
import { findingOf } from "./explorer/finding.ts";
import { liveAnswers } from "./explorer/live.ts";
import { Legend } from "./explorer/legend.ts";
import { shadeNote, shadesOf } from "./explorer/measures.ts";
import { isDated } from "./explorer/months.ts";
import { PreparedAnswers } from "./explorer/prepared.ts";
import { showSearch } from "./explorer/search.ts";
import { scrollToRiver, Stage } from "./explorer/stage.ts";
import { Store, type State } from "./explorer/state.ts";
import { Tables } from "./explorer/table.ts";
import { isPhone, showTabs } from "./explorer/tabs.ts";
import { showTime } from "./explorer/time.ts";
import { showViews } from "./explorer/views.ts";
import { showWays } from "./explorer/ways.ts";
import { showWhatIf } from "./explorer/whatif.ts";
import { languageSwitch, sayTexts, themeSwitch } from "./frame.ts";
import { Words } from "./words.ts";

const data = readData<ExplorerData>();
const words = new Words(data, document.documentElement.lang);
const store = new Store(startOf(data));
const context = new Context(data, words, store);

const views = showViews(context);
byId("switches").append(views, languageSwitch(words, data.languages), themeSwitch(words));
sayTexts(words);

const stage = new Stage(context, document.querySelector<SVGSVGElement>("#picture > svg")!);
const asked = new Asked(context, new PreparedAnswers(data.explore.prepared));
const legend = new Legend(context);
const tables = new Tables(context);
const undated = data.ties.filter((tie) => !isDated(tie)).length;
const step = data.explore.window?.step ?? 1;
let now = shown(data, data.inside, store.state, step);
const sayTime = showTime(context, () => now.ties.size);
showSearch(context);
showFacts(context);
const sayWays = showWays(context, asked, stage);
const sayWhatIf = showWhatIf(context, asked, stage);
showTabs(context);

const FILTERS = ["layers", "lines", "kinds", "countries", "statuses", "relation", "month"] as const;

store.onChange((state, before) => {
    if (FILTERS.some((key) => state[key] !== before[key])) filter(state);
    if (state.open !== before.open) stage.choose(state.open);
    if (state.view !== before.view) tables.show(now);
    if (
        ["measure", "layers", "month", "scenarios", "changes"].some(
            (key) => state[key as keyof State] !== before[key as keyof State],
        )
    )
        shade(state);
});
words.onChange(() => {
    filter(store.state);
    shade(store.state);
});
document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const sheet = document.querySelector<HTMLDetailsElement>(".more[open]");
    if (sheet === null) store.set({ open: "" });
    else closeSheet(sheet);
});
document.addEventListener("pointerdown", (event) => {
    const sheet = document.querySelector<HTMLDetailsElement>(".more[open]");
    if (sheet !== null && event.target instanceof Node && !sheet.contains(event.target)) sheet.open = false;
});
byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
});

filter(store.state);
stage.choose(store.state.open);
shade(store.state);
sayWays();
sayWhatIf();
if (isPhone()) scrollToRiver(stage);
// The core is ready a moment later: until then, and without it, what Python prepared answers.
void liveAnswers(context, document.getElementById("core")?.textContent ?? "", data.explore.view).then((live) => {
    if (live !== null) {
        asked.answers = live;
        asked.practise(store.state);
        sayWays();
        sayWhatIf();
        shade(store.state);
    }
    performance.mark("core");
    document.documentElement.dataset["core"] = live === null ? "prepared" : "live";
});
performance.mark("interactive");

function startOf({ explore }: ExplorerData): State {
    return {
        view: "picture",
        tab: "facts",
        open: "",
        layers: explore.layers,
        lines: [],
        kinds: [],
        countries: [],
        statuses: [],
        relation: "",
        month: null,
        measure: "",
        from: explore.questions[0]?.from ?? "",
        to: explore.questions[0]?.to ?? "",
        scenarios: [],
        changes: [],
    };
}

function closeSheet(sheet: HTMLDetailsElement): void {
    sheet.open = false;
    sheet.querySelector("summary")?.focus();
}

function filter(state: State): void {
    now = shown(data, data.inside, state, step);
    stage.filter(now);
    legend.show(state, now);
    tables.show(now);
    sayTime();
    const off = data.layers.filter(
        (layer) =>
            !state.layers.includes(layer.id) &&
            data.relations.some(
                (relation) => relation.layer === layer.id && data.ties.some((tie) => tie.relation === relation.id),
            ),
    );
    const unseen = [...now.actors].filter((row) => !stage.picture.actors.has(row)).length;
    document.title = words.of(data.title);
    fill(byId("title"), words.of(data.title));
    fill(
        byId("counts"),
        `${words.count("explore.actors", now.actors.size)}, ${words.count("explore.ties", now.ties.size)}`,
    );
    fill(
        byId("finding"),
        el("strong", {}, findingOf(context, now.ties)),
        off.length === 0
            ? null
            : ` ${words.say("explore.layers_off", { layers: off.map((layer) => words.of(layer.label)).join(", ") })}`,
    );
    fill(
        byId("about"),
        data.handling === "" ? null : el("strong", {}, `TLP:${data.handling.replace(/^TLP:/, "")}`),
        unseen === 0 ? null : el("span", {}, words.count("explore.not_drawn", unseen)),
        undated === 0 ? null : el("span", {}, words.count("explore.undated", undated)),
        el("span", {}, words.say(data.public ? "explore.public" : "explore.about")),
        data.version === "" ? null : el("span", {}, words.say("explore.data_of", { date: words.date(data.version) })),
        el("span", {}, "coopnet"),
    );
}

function shade(state: State): void {
    const scores = state.measure === "" ? null : (asked.scores(state, state.measure, true) ?? prepared(state.measure));
    stage.shade(scores === null ? null : shadesOf(scores, context.actorRow, (value) => words.number(value)));
    fill(byId("shades"), scores === null ? "" : shadeNote(context, state.measure));
}

function prepared(measure: string): Map<string, number> {
    return new Map(Object.entries(data.explore.measures[measure] ?? {}).map(([id, value]) => [id, value ?? NaN]));
}
