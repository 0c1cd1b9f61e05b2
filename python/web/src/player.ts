// The player: a flow told step by step, its exercises and branches.

import { readData } from "./data.ts";
import { byId, isTyping } from "./dom.ts";
import { announce, languageSwitch, sayTexts, themeSwitch } from "./frame.ts";
import { Picture } from "./picture.ts";
import { Auto } from "./player/auto.ts";
import { BranchChoice } from "./player/branches.ts";
import { Card } from "./player/card.ts";
import type { PlayerData, Way } from "./player/data.ts";
import { Deck } from "./player/deck.ts";
import { copyOf } from "./player/drawing.ts";
import { Exercises } from "./player/exercise.ts";
import { Facts } from "./player/facts.ts";
import { fit, reveal } from "./player/fit.ts";
import { Handout } from "./player/handout.ts";
import { plainPicture, png, save } from "./player/image.ts";
import { type Action, actionOf } from "./player/keys.ts";
import { drawn } from "./player/legend.ts";
import { Outcomes } from "./player/outcome.ts";
import { Parts } from "./player/parts.ts";
import { jumpList, showProgress } from "./player/progress.ts";
import { Stage } from "./player/stage.ts";
import { Words } from "./words.ts";

const data = readData<PlayerData>();
const words = new Words(data, document.documentElement.lang);
const deck = new Deck(data);
const facts = new Facts(data, words);
const outcomes = new Outcomes(data, words, facts);
const exercises = new Exercises(data, words, facts, outcomes, deck);
const card = new Card(data, words, deck, facts, outcomes, exercises);
const parts = new Parts(data, words, facts, deck);
const picture = new Picture(document.querySelector<SVGSVGElement>("#picture > svg")!, data.picture, (part) =>
    parts.open(part),
);
const stage = new Stage(picture, data);
const handout = new Handout(data, words, facts, card, picture, stage);
const auto = new Auto(words, deck);
const branches = new BranchChoice(data, words, deck);
const theme = themeSwitch(words);
const column = byId("picture");

// --- what is shown ----------------------------------------------------------------------

/** The pathway that the last answer of this step brought up. */
function answeredWay(): Way | null {
    for (const place of exercises.at(deck.step).reverse()) {
        const choice = deck.tried(place).at(-1);
        const answer = choice === undefined ? undefined : data.exercises[place]?.choices[choice]?.answers[deck.branch];
        if (answer?.outcome?.ways[0] !== undefined) return answer.outcome.ways[0];
    }
    return null;
}

function showPicture(): void {
    stage.show(deck.step, data.branches[deck.branch - 1], answeredWay());
    reveal(column, picture.svg, data.picture.size, stage.bounds());
}

let shown = "";

function show(): void {
    const here = deck.address;
    const moved = here !== shown;
    shown = here;
    parts.close();
    const focused = document.activeElement?.getAttribute("data-choice");
    showPicture();
    card.show(byId("step"));
    if (focused != null) document.querySelector<HTMLElement>(`[data-choice="${focused}"]`)?.focus();
    showProgress(byId("progress"), data, words, deck);
    byId<HTMLButtonElement>("back").disabled = deck.isFirst;
    byId<HTMLButtonElement>("next").disabled = deck.isLast;
    const step = data.steps[deck.step]!;
    byId("note").textContent = words.of(step.note) || words.say("play.note.none");
    picture.svg.setAttribute("aria-label", `${words.of(step.title)}. ${words.of(step.text)}`);
    if (!moved) return;
    if (location.protocol !== "about:") history.replaceState(null, "", here); // a frame in a notebook has no address
    byId("card").scrollTop = 0;
    announce(
        `${words.say("play.step", { n: deck.step + 1, of: data.steps.length })}: ${words.of(step.title)}. ${words.of(step.text)}`,
    );
}

function label(): void {
    document.title = words.of(data.title);
    byId("title").textContent = words.of(data.title);
    picture.label(
        (row) => facts.bothNames(row),
        (line) => words.of(line.label),
    );
    announce("");
    for (const id of ["back", "next"]) byId(id).setAttribute("aria-label", words.say(`play.${id}`));
    show();
}

// --- what the class does ----------------------------------------------------------------

function toggleNotes(): void {
    const notes = byId("notes");
    notes.hidden = !notes.hidden;
    byId("notes-switch").setAttribute("aria-pressed", String(!notes.hidden));
    showPicture();
}

function toggleScreen(): void {
    const done =
        document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
    void done.catch(() => announce(words.say("play.screen.refused")));
}

function writeHandout(): void {
    handout.write(byId("handout"), deck.branch);
    showPicture();
}

async function saveImage(): Promise<void> {
    const style = getComputedStyle(document.documentElement);
    const step = data.steps[deck.step]!;
    const branch = data.branches[deck.branch - 1];
    const what = branch === undefined ? "" : ` – ${words.of(branch.text)}`;
    picture.svg.classList.add("still");
    const copy = plainPicture(copyOf(picture), style);
    picture.svg.classList.remove("still");
    const blob = await png(copy, data.picture.size, {
        title: `${deck.step + 1} ${words.of(step.title)}${what}`,
        text: words.of(step.text),
        keys: [...data.picture.kinds, ...data.picture.channels, ...data.picture.breaks].map((sample) => ({
            svg: plainPicture(drawn(sample), style),
            text: words.of(sample.text),
        })),
        foot: handout.foot(deck.step),
        ground: style.getPropertyValue("--paper"),
        ink: style.getPropertyValue("--ink"),
        family: style.fontFamily,
    });
    save(
        blob,
        `${String(deck.step + 1).padStart(2, "0")}-${step.id}${branch === undefined ? "" : `-${branch.id}`}.png`,
    );
    announce(words.say("play.saved"));
}

function act(action: Action): void {
    if (typeof action === "object") deck.go(action.step);
    else ACTS[action]();
}

const ACTS: Record<Exclude<Action, object>, () => void> = {
    next: () => deck.next(),
    back: () => deck.back(),
    first: () => deck.go(0),
    last: () => deck.go(data.steps.length - 1),
    branch: () => deck.take(deck.branch + 1),
    notes: toggleNotes,
    screen: toggleScreen,
    print: () => window.print(),
    theme: () => theme.click(),
    play: () => auto.toggle(),
};

// --- wiring -----------------------------------------------------------------------------

byId("branches").append(...branches.parts);
byId("switches").prepend(languageSwitch(words, data.languages));
byId("switches").append(theme);
byId("jump-place").append(jumpList(data, words, deck));
byId("playing").append(auto.button, auto.speed);
byId("back").addEventListener("click", () => deck.back());
byId("next").addEventListener("click", () => deck.next());
byId("notes-switch").addEventListener("click", toggleNotes);
byId("print").addEventListener("click", () => window.print());
byId("image").addEventListener("click", () => void saveImage());
byId("screen").addEventListener("click", toggleScreen);
byId("screen").hidden = !document.fullscreenEnabled;
window.addEventListener("beforeprint", writeHandout);
window.addEventListener("afterprint", () => byId("handout").replaceChildren());
window.addEventListener("hashchange", () => deck.follow(location.hash));
document.addEventListener("keydown", (event) => {
    const onControl =
        event.target instanceof Element && event.target.closest("button, summary, a, [role=button]") !== null;
    if (event.defaultPrevented || isTyping(event) || (event.key === " " && onControl)) return;
    const action = actionOf(event);
    if (action === null) return;
    event.preventDefault();
    act(action);
});
new ResizeObserver(() => {
    fit(column, picture.svg, data.picture.size);
    reveal(column, picture.svg, data.picture.size, stage.bounds());
}).observe(column);

deck.onChange(show);
words.onChange(label);
sayTexts(words);
fit(column, picture.svg, data.picture.size);
deck.follow(location.hash);
label();
