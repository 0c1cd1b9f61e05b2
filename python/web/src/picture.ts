// The picture that the core drew: which of its actors and lines are lit, gone, hidden or chosen. Places never change.

import type { Line, PictureData } from "./data.ts";
import { setAttributes, svgElement } from "./dom.ts";

export type Part = { actor: number } | { line: number };

interface Where {
    x: number;
    y: number;
}

export class Picture {
    readonly actors = new Map<number, SVGGElement>();
    readonly lines: SVGGElement[] = [];
    /** The actor that the arrow keys start from: the picture's one Tab stop. */
    #current: number | undefined;

    constructor(
        readonly svg: SVGSVGElement,
        readonly data: PictureData,
        opened: (part: Part) => void,
    ) {
        for (const group of svg.querySelectorAll<SVGGElement>("[data-of]")) {
            const [what, number] = (group.dataset["of"] ?? "").split(" ");
            if (what === "actor") this.actors.set(Number(number), group);
            else if (what === "line") this.lines[Number(number)] = group;
            else continue;
            group.querySelector(":scope > title")?.remove();
        }
        svg.querySelector(".actors")?.setAttribute("role", "group"); // of buttons now, no longer a list
        this.lines.forEach((group, i) => this.#prepareLine(group, () => opened({ line: i })));
        for (const [actor, group] of this.actors) this.#prepareActor(actor, group, () => opened({ actor }));
        this.#current = data.boxes[0]?.actor;
        this.#moveTabStop();
    }

    /** Says the names of actors and lines anew, as screen readers read them. */
    label(actor: (row: number) => string, line: (line: Line) => string): void {
        for (const [row, group] of this.actors) group.setAttribute("aria-label", actor(row));
        this.lines.forEach((group, i) => {
            const drawn = this.data.lines[i];
            if (drawn !== undefined) group.setAttribute("aria-label", line(drawn));
        });
    }

    /** Sets a class on exactly these parts. */
    mark(name: string, actors: Iterable<number>, lines: Iterable<number> = []): void {
        const marked = new Set(actors);
        const drawn = new Set(lines);
        for (const [row, group] of this.actors) group.classList.toggle(name, marked.has(row));
        this.lines.forEach((group, i) => group.classList.toggle(name, drawn.has(i)));
    }

    /** Lets all but these parts step back; nothing steps back from `null`. */
    light(parts: { actors: Iterable<number>; lines: Iterable<number> } | null): void {
        this.svg.classList.toggle("dimmed", parts !== null);
        this.mark("lit", parts?.actors ?? [], parts?.lines ?? []);
    }

    /** The lines of an actor, and those that a set of ties is drawn with. */
    linesOf(actor: number): number[] {
        return this.#linesWhere(
            (line) => this.data.boxes[line.from]?.actor === actor || this.data.boxes[line.to]?.actor === actor,
        );
    }

    linesWith(ties: Iterable<number>): number[] {
        const wanted = new Set(ties);
        return this.#linesWhere((line) => line.ties.some((tie) => wanted.has(tie)));
    }

    actorsAt(lines: Iterable<number>): Set<number> {
        const found = new Set<number>();
        for (const i of lines) {
            const line = this.data.lines[i];
            for (const end of line === undefined ? [] : [line.from, line.to]) {
                const box = this.data.boxes[end];
                if (box !== undefined) found.add(box.actor);
            }
        }
        return found;
    }

    focus(actor: number): void {
        this.#current = actor;
        this.#moveTabStop();
        this.actors.get(actor)?.focus();
    }

    #linesWhere(wanted: (line: Line) => boolean): number[] {
        return this.data.lines.flatMap((line, i) => (wanted(line) ? [i] : []));
    }

    // A thin line is hard to hit: an unseen broad one takes the click.
    #prepareLine(group: SVGGElement, open: () => void): void {
        const path = [...group.querySelectorAll("path[fill='none']")].map((part) => part.getAttribute("d")).join("");
        if (path) group.append(svgElement("path", { d: path, class: "hit" }));
        group.addEventListener("click", open);
    }

    #prepareActor(actor: number, group: SVGGElement, open: () => void): void {
        setAttributes(group, { tabindex: -1, role: "button" });
        for (const line of group.querySelectorAll("text")) line.before(" "); // lines of a name are words to a reader
        group.addEventListener("click", () => {
            this.focus(actor);
            open();
        });
        group.addEventListener("keydown", (event) => {
            if (event.key === "Enter" || event.key === " ") {
                open();
            } else {
                const next = this.#towards(actor, event.key);
                if (next === undefined) return;
                this.focus(next);
            }
            event.preventDefault();
            event.stopPropagation();
        });
    }

    #moveTabStop(): void {
        for (const [row, group] of this.actors) group.setAttribute("tabindex", row === this.#current ? "0" : "-1");
    }

    // The nearest actor that is shown in the direction of an arrow key: what lies aside counts double.
    #towards(actor: number, key: string): number | undefined {
        const directions: Record<string, Where> = {
            ArrowLeft: { x: -1, y: 0 },
            ArrowRight: { x: 1, y: 0 },
            ArrowUp: { x: 0, y: -1 },
            ArrowDown: { x: 0, y: 1 },
        };
        const direction = directions[key];
        const here = this.data.boxes.find((box) => box.actor === actor);
        if (direction === undefined || here === undefined) return undefined;
        let best: number | undefined;
        let least = Infinity;
        for (const box of this.data.boxes) {
            if (this.actors.get(box.actor)?.classList.contains("hidden")) continue;
            const [dx, dy] = [box.x - here.x, box.y - here.y];
            const ahead = dx * direction.x + dy * direction.y;
            if (ahead <= 1) continue;
            const far = ahead + 2 * Math.abs(dx * direction.y + dy * direction.x);
            if (far < least) [best, least] = [box.actor, far];
        }
        return best ?? actor;
    }
}
