// The picture under the filters: what is gone, lit, chosen, shaded, removed or added. No place ever changes.

import type { Box } from "../data.ts";
import { setAttributes, svgElement } from "../dom.ts";
import { Picture } from "../picture.ts";
import type { Change } from "./changes.ts";
import type { Context } from "./context.ts";
import type { Shown } from "./filters.ts";
import type { Shades } from "./measures.ts";
import { edge, hexagon, inRiver, riverOf, wrapped, type Where } from "./river.ts";

const MARGIN = 12;

export class Stage {
    readonly picture: Picture;
    readonly #layer = svgElement("g", { class: "over" });
    readonly #full: number;

    constructor(
        private readonly context: Context,
        svg: SVGSVGElement,
    ) {
        const { data } = context;
        this.#full = data.picture.size[1];
        this.picture = new Picture(svg, data.picture, (part) => {
            if ("actor" in part) context.open("actor", context.actor(part.actor).id);
            else this.#openLine(part.line);
        });
        svg.append(this.#layer);
        svg.style.minWidth = `${data.picture.size[0]}px`; // never below 100 %: a narrow column scrolls
        for (const [row, group] of this.picture.actors) {
            group.addEventListener("pointerenter", () => this.#hover(row));
            group.addEventListener("pointerleave", () => this.#hover(null));
            group.append(svgElement("title"));
        }
        const say = (): void => this.#say();
        context.words.onChange(say);
        say();
    }

    /** The months and filters decide which parts are there. */
    filter(shown: Shown): void {
        const { picture } = this;
        const lines = picture.linesWith(shown.ties);
        const seen = new Set(lines);
        picture.mark(
            "hidden",
            [...picture.actors.keys()].filter((row) => !shown.actors.has(row)),
            picture.lines.flatMap((_, i) => (seen.has(i) ? [] : [i])),
        );
        this.#crop(shown);
    }

    /** What is open in the facts has a ring. */
    choose(open: string): void {
        const { context, picture } = this;
        const id = open.slice(open.indexOf(" ") + 1);
        if (open.startsWith("actor ")) {
            const row = context.actorRow.get(id);
            picture.mark("chosen", row === undefined ? [] : [row]);
        } else {
            const row = context.tieRow.get(id);
            picture.mark("chosen", [], row === undefined ? [] : picture.linesWith([row]));
        }
    }

    light(ways: { actors: Iterable<number>; ties: Iterable<number> } | null): void {
        this.#lit = ways;
        this.picture.light(ways === null ? null : { actors: ways.actors, lines: this.picture.linesWith(ways.ties) });
    }

    #lit: { actors: Iterable<number>; ties: Iterable<number> } | null = null;

    // An actor under the pointer: its neighbors stay lit, the rest steps back, unless a way is lit already.
    #hover(row: number | null): void {
        if (this.#lit !== null) return;
        if (row === null) {
            this.picture.light(null);
            return;
        }
        const lines = this.picture.linesOf(row);
        const actors = this.picture.actorsAt(lines);
        actors.add(row);
        this.picture.light({ actors, lines });
    }

    #scores: ReadonlyMap<number, string> = new Map();

    /** Five shades and the number under the name; kinds have their own colors again for null. */
    shade(shades: Shades | null): void {
        for (const [row, group] of this.picture.actors) {
            const step = shades?.steps.get(row);
            for (let i = 0; i < 5; ++i) group.classList.toggle(`shade-${i}`, step === i);
            group.querySelector(".score")?.remove();
            const box = this.#box(row);
            const text = shades?.texts.get(row);
            if (box === undefined || text === undefined) continue;
            group.append(
                " ",
                svgElement(
                    "text",
                    {
                        class: "score",
                        x: box.x,
                        y: box.y + box.height / 2 + 13,
                        "text-anchor": "middle",
                    },
                    text,
                ),
            );
        }
        this.#scores = shades?.texts ?? new Map();
        this.#say();
    }

    /** What a scenario takes away, adds and changes. */
    change(change: Change): void {
        const { picture } = this;
        picture.mark(
            "removed",
            change.removedActors,
            picture.lines.flatMap((_, i) => {
                const ties = picture.data.lines[i]?.ties ?? [];
                return ties.length > 0 && ties.every((tie) => change.removedTies.has(tie)) ? [i] : [];
            }),
        );
        picture.mark("changed", [], picture.linesWith(change.changedTies));
        this.#layer.replaceChildren(...this.#crosses(change), ...this.#added(change));
    }

    #say(): void {
        const { context, picture } = this;
        picture.label(
            (row) =>
                [
                    ...new Set([
                        `${context.name(row)} ${this.#scores.get(row) ?? ""}`.trim(),
                        context.words.of(context.actor(row).name),
                        context.label("kinds", context.actor(row).kind),
                    ]),
                ]
                    .filter((part) => part !== "")
                    .join(", "),
            (line) => context.words.of(line.label),
        );
        for (const [row, group] of picture.actors) {
            const title = group.querySelector(":scope > title");
            if (title !== null) title.textContent = context.words.of(context.actor(row).name);
        }
        for (const [i, group] of picture.lines.entries()) {
            const line = picture.data.lines[i];
            let title = group.querySelector(":scope > title");
            if (title === null) group.append((title = svgElement("title")));
            title.textContent = line === undefined ? "" : context.words.of(line.label);
        }
        setAttributes(picture.svg, { lang: context.words.language });
        const title = picture.svg.querySelector(":scope > title");
        const about = picture.svg.querySelector(":scope > desc");
        if (title !== null) title.textContent = context.words.of(context.data.picture.title);
        if (about !== null) about.textContent = context.words.of(context.data.picture.description);
    }

    // Several ties may look the same: the first that the filters show is opened; its actor lists the others.
    #openLine(line: number): void {
        const ties = this.picture.data.lines[line]?.ties ?? [];
        const first =
            ties.find((tie) => this.context.store.state.open !== `tie ${this.context.tie(tie).id}`) ?? ties[0];
        if (first !== undefined) this.context.open("tie", this.context.tie(first).id);
    }

    #box(row: number): Box | undefined {
        return this.picture.data.boxes.find((box) => box.actor === row);
    }

    // Empty ground below the last row that is shown is left out; nothing moves by that.
    #crop(shown: Shown): void {
        const { svg, data } = this.picture;
        const bottoms = (isShown: boolean): number[] =>
            data.boxes
                .filter((box) => shown.actors.has(box.actor) === isShown)
                .map((box) => box.y + ((isShown ? 1 : -1) * box.height) / 2);
        const last = Math.max(0, ...bottoms(true));
        const below = bottoms(false).filter((top) => top > last);
        const height =
            below.length > 0 && last > 0 ? last + Math.min(MARGIN, (Math.min(...below) - last) / 2) : this.#full;
        setAttributes(svg, { viewBox: `0 0 ${data.size[0]} ${height}`, height });
    }

    // --- scenarios ---------------------------------------------------------------------------------------------------

    #crosses(change: Change): SVGElement[] {
        return [...change.removedActors].flatMap((row) => {
            const box = this.#box(row);
            if (box === undefined) return [];
            const [x, y] = [box.width / 2, box.height / 2];
            return [
                svgElement("path", {
                    class: "cross",
                    d: `M${box.x - x},${box.y - y}l${box.width},${box.height}M${box.x - x},${box.y + y}l${box.width},${-box.height}`,
                }),
            ];
        });
    }

    #added(change: Change): SVGElement[] {
        const places = inRiver(this.picture, change, (id) => this.context.actorRow.get(id));
        const at = (id: string): Where | undefined => {
            const row = this.context.actorRow.get(id);
            const box = row === undefined ? undefined : this.#box(row);
            return places.get(id) ?? (box && { x: box.x, y: box.y, width: box.width, height: box.height });
        };
        const ties = change.addedTies.flatMap((tie) => {
            const [from, to] = [at(tie.source), at(tie.target)];
            if (from === undefined || to === undefined) return [];
            const [a, b] = [edge(from, to), edge(to, from)];
            return [svgElement("path", { class: "new-tie", d: `M${a.x},${a.y}L${b.x},${b.y}` })];
        });
        const actors = change.addedActors.map((actor) => {
            const place = places.get(actor.id)!;
            const lines = wrapped(this.context.words.of(actor.name) || actor.id);
            const top = place.y - ((lines.length - 1) * 16.5) / 2 + 5;
            return svgElement(
                "g",
                { class: "new-actor", role: "img", "aria-label": lines.join(" ") },
                svgElement("path", { d: hexagon(place) }),
                svgElement("path", {
                    class: "plus",
                    d: `M${place.x + place.width / 2},${place.y - place.height / 2 - 7}v14m-7,-7h14`,
                }),
                ...lines.map((line, i) =>
                    svgElement("text", { x: place.x, y: top + i * 16.5, "text-anchor": "middle" }, line),
                ),
            );
        });
        return [...ties, ...actors];
    }
}

/** The drawing scrolled so that the river is in sight: where a narrow screen begins. */
export function scrollToRiver(stage: Stage): void {
    const place = stage.picture.svg.parentElement;
    if (place !== null) place.scrollLeft = riverOf(stage.picture.data) - place.clientWidth / 2;
}
