// Where an added actor stands: in the river between the banks, near those it is tied to, where few lines pass.

import type { PictureData } from "../data.ts";
import type { Picture } from "../picture.ts";
import type { Change } from "./changes.ts";

/** The box of an added actor. */
const NEW = { width: 150, height: 60 };
/** How far from those it is tied to it may stand. */
const FAR = 230;

interface Point {
    x: number;
    y: number;
}

export interface Where extends Point {
    width: number;
    height: number;
}

// Added actors stand in the river, on the level of those they are tied to, one below the other.
export function inRiver(
    picture: Picture,
    change: Change,
    rowOf: (id: string) => number | undefined,
): Map<string, Where> {
    const places = new Map<string, Where>();
    const { data } = picture;
    if (change.addedActors.length === 0) return places;
    const river = riverOf(data);
    let lowest = 0;
    for (const actor of change.addedActors) {
        const levels = change.addedTies
            .filter((tie) => tie.source === actor.id || tie.target === actor.id)
            .flatMap((tie) =>
                data.boxes.filter((box) => box.actor === rowOf(tie.source) || box.actor === rowOf(tie.target)),
            )
            .map((box) => box.y);
        const middle = levels.reduce((sum, level) => sum + level, 0) / levels.length;
        const y = Math.max(freeLevel(picture, river, levels.length > 0 ? middle : data.size[1] / 2), lowest);
        places.set(actor.id, { x: river, y, ...NEW });
        lowest = y + NEW.height + 16;
    }
    return places;
}

// A level near the one that is wanted, off the level ties with their words, and where few lines pass.
function freeLevel(picture: Picture, river: number, wanted: number): number {
    const { data } = picture;
    const taken = data.lines.flatMap((line) => {
        const [a, b] = [data.boxes[line.from], data.boxes[line.to]];
        return a !== undefined && b !== undefined && Math.abs(a.y - b.y) < 24 ? [a.y] : [];
    });
    const passing = points(picture)
        .filter((point) => Math.abs(point.x - river) < NEW.width / 2)
        .map((point) => point.y);
    let best = wanted;
    let least = Infinity;
    for (let y = 120; y < data.size[1] - NEW.height; y += 8) {
        if (Math.abs(y - wanted) > FAR || taken.some((level) => Math.abs(level - y) < 46)) continue;
        const cost =
            Math.abs(y - wanted) / 2 + 6 * passing.filter((other) => Math.abs(other - y) < NEW.height / 2).length;
        if (cost < least) [best, least] = [y, cost];
    }
    return best;
}

// Where the lines run, about every 12 px: their corners, and points between them.
function points(picture: Picture): Point[] {
    const found = new Map<string, Point>();
    for (const group of picture.lines) {
        for (const part of (group.querySelector(".hit")?.getAttribute("d") ?? "").split("M")) {
            const numbers = (part.match(/-?[\d.]+/g) ?? []).map(Number);
            for (let i = 0; i + 3 < numbers.length; i += 2) {
                const [x, y, toX, toY] = numbers.slice(i, i + 4) as [number, number, number, number];
                const pieces = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) / 12));
                for (let k = 0; k < pieces; ++k) {
                    const point = { x: x + ((toX - x) * k) / pieces, y: y + ((toY - y) * k) / pieces };
                    found.set(`${Math.round(point.x / 6)} ${Math.round(point.y / 6)}`, point);
                }
            }
        }
    }
    return [...found.values()];
}

/** The middle of the widest gap between boxes of the two largest banks; the middle of the picture without banks. */
export function riverOf(data: PictureData): number {
    const rightOf = Math.max(
        0,
        ...data.boxes.map((box) => box.x + box.width / 2).filter((x) => x < data.size[0] * 0.56),
    );
    const leftOf = Math.min(
        data.size[0],
        ...data.boxes.map((box) => box.x - box.width / 2).filter((x) => x > data.size[0] * 0.6),
    );
    return leftOf - rightOf > 60 ? (leftOf + rightOf) / 2 : data.size[0] / 2;
}

export function edge(from: Where, to: Where): Point {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const scale = Math.min(
        from.width / 2 / Math.max(Math.abs(dx), 1e-9),
        from.height / 2 / Math.max(Math.abs(dy), 1e-9),
        1,
    );
    return { x: from.x + dx * scale, y: from.y + dy * scale };
}

export function hexagon({ x, y, width, height }: Where): string {
    const [w, h, cut] = [width / 2, height / 2, 14];
    return `M${x - w},${y}L${x - w + cut},${y - h}L${x + w - cut},${y - h}L${x + w},${y}L${x + w - cut},${y + h}L${x - w + cut},${y + h}Z`;
}

export function wrapped(name: string): string[] {
    const lines: string[] = [];
    for (const word of name.split(/\s+/)) {
        const last = lines[lines.length - 1];
        if (last !== undefined && `${last} ${word}`.length <= 16) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
    }
    return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]!.slice(0, 13)}…`] : lines;
}
