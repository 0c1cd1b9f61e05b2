// The picture as a step shows it: who acts is ringed, what happens is lit, what happened before is kept faintly.

import { svgElement } from "../dom.ts";
import type { Picture } from "../picture.ts";
import type { Branch, PlayerData, Rows, Step, Way } from "./data.ts";
import type { Bounds } from "./fit.ts";

const NOTHING: Rows = { actors: [], ties: [] };

export class Stage {
    readonly #rings = new Map<number, SVGElement>();
    /** What the core drew a second time, as removed or changed, by its name. */
    readonly #variants = new Map<string, SVGGElement>();

    constructor(
        private readonly picture: Picture,
        private readonly data: PlayerData,
    ) {
        for (const group of picture.svg.querySelectorAll<SVGGElement>("[data-of]")) {
            const name = group.dataset["of"] ?? "";
            if (!/^(removed|changed) /.test(name)) continue;
            group.querySelector(":scope > title")?.remove();
            if (name.includes(" actor ")) group.setAttribute("role", "img");
            this.#variants.set(name, group);
        }
        for (const [actor, group] of picture.actors) this.#rings.set(actor, ringOf(group));
    }

    /** Shows a step in a branch; `way` is lit in its place if an answer is shown. */
    show(place: number, branch: Branch | undefined, way: Way | null): void {
        const step = this.data.steps[place]!;
        this.#branch(branch);
        const lit =
            way === null ? this.#lit(step) : { actors: new Set(way.actors), lines: this.picture.linesWith(way.ties) };
        this.picture.light(lit);
        const before = this.data.steps.slice(0, place);
        const past = this.picture.linesWith(before.flatMap((one) => one.ties));
        this.picture.mark("past", this.picture.actorsAt(past), past);
        const acting = new Set(way === null ? step.acting : way.actors.slice(0, 1));
        this.picture.mark("acting", acting);
        for (const [actor, ring] of this.#rings)
            ring.classList.toggle("hidden", !acting.has(actor) || this.#isGone(actor));
        for (const [name, group] of this.#variants) {
            const [, what, number] = name.split(" ");
            group.classList.toggle(
                "lit",
                what === "actor" ? lit.actors.has(Number(number)) : lit.lines.includes(Number(number)),
            );
        }
    }

    /** What is to be seen: all that is lit, or at least who acts. */
    bounds(): Bounds[] {
        return [this.#around("lit"), this.#around("acting")].filter((bounds) => bounds !== null);
    }

    /** The box around all actors of a class, in the picture's own measure. */
    #around(name: string): Bounds | null {
        const boxes = this.data.picture.boxes.filter((box) =>
            this.picture.actors.get(box.actor)?.classList.contains(name),
        );
        if (boxes.length === 0) return null;
        return {
            left: Math.min(...boxes.map((box) => box.x - box.width / 2)),
            right: Math.max(...boxes.map((box) => box.x + box.width / 2)),
            top: Math.min(...boxes.map((box) => box.y - box.height / 2)),
            bottom: Math.max(...boxes.map((box) => box.y + box.height / 2)),
        };
    }

    #lit(step: Step): { actors: Set<number>; lines: number[] } {
        const lines = this.picture.linesWith(step.ties);
        const ends = step.ties.flatMap((row) => {
            const tie = this.data.ties[row];
            return tie === undefined ? [] : [tie.source, tie.target];
        });
        return { actors: new Set([...this.picture.actorsAt(lines), ...ends, ...step.actors]), lines };
    }

    #branch(branch: Branch | undefined): void {
        const [removed, changed] = [branch?.removed ?? NOTHING, branch?.changed ?? NOTHING];
        const added = this.#addedElsewhere(branch);
        const gone = this.#lines(removed.ties, "every");
        const altered = this.#lines(changed.ties, "some").filter((line) => !gone.includes(line));
        const alteredActors = changed.actors.filter((actor) => !removed.actors.includes(actor));
        const hidden = this.#lines(added.ties, "every");
        const anew = new Set([
            ...gone.map((line) => `removed line ${line}`),
            ...removed.actors.map((actor) => `removed actor ${actor}`),
            ...altered.map((line) => `changed line ${line}`),
            ...alteredActors.map((actor) => `changed actor ${actor}`),
        ]);
        for (const [name, group] of this.#variants) group.classList.toggle("shown", anew.has(name));
        const brought = branch?.added ?? NOTHING;
        this.picture.mark("new", brought.actors, this.#lines(brought.ties, "every"));
        this.picture.mark(
            "hidden",
            [...added.actors, ...removed.actors, ...alteredActors],
            [...hidden, ...gone, ...altered],
        );
    }

    /** What other branches add, and this one does not. */
    #addedElsewhere(branch: Branch | undefined): Rows {
        const mine = branch?.added ?? NOTHING;
        const all = this.data.branches.map((one) => one.added);
        return {
            actors: all.flatMap((one) => one.actors).filter((actor) => !mine.actors.includes(actor)),
            ties: all.flatMap((one) => one.ties).filter((tie) => !mine.ties.includes(tie)),
        };
    }

    #lines(ties: readonly number[], which: "every" | "some"): number[] {
        const wanted = new Set(ties);
        return this.data.picture.lines.flatMap((line, i) => (line.ties[which]((tie) => wanted.has(tie)) ? [i] : []));
    }

    #isGone(actor: number): boolean {
        return this.picture.actors.get(actor)?.classList.contains("hidden") === true;
    }
}

// A yellow ring in an ink outline, under the box.
function ringOf(group: SVGGElement): SVGElement {
    const d = group.querySelector("path")?.getAttribute("d") ?? "";
    const ring = svgElement(
        "g",
        { class: "ring hidden", "aria-hidden": "true" },
        svgElement("path", { d, fill: "none", stroke: "var(--ink)", "stroke-width": 13 }),
        svgElement("path", { d, fill: "none", stroke: "var(--ring)", "stroke-width": 9 }),
    );
    group.before(ring);
    return ring;
}
