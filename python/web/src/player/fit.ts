// How large the picture is: all of it if there is room, but names never under 12 px; then its column scrolls.

const LEAST = 12 / 13.5; // names are 13.5 px at 100 %
const MOST = 1.6;

interface Bounds {
    left: number;
    top: number;
    right: number;
    bottom: number;
}

export function scaleFor(room: readonly [number, number], size: readonly [number, number]): number {
    return Math.max(LEAST, Math.min(MOST, room[0] / size[0], room[1] / size[1]));
}

export function fit(column: HTMLElement, svg: SVGSVGElement, size: readonly [number, number]): void {
    const scale = scaleFor([column.clientWidth, column.clientHeight], size);
    svg.setAttribute("width", String(Math.floor(size[0] * scale)));
    svg.setAttribute("height", String(Math.floor(size[1] * scale)));
}

/** Scrolls so that what is lit is seen, its middle in the middle where it is too large. */
export function reveal(column: HTMLElement, svg: SVGSVGElement, size: readonly [number, number], lit: Bounds | null): void {
    if (lit === null) return;
    const scale = svg.clientWidth / size[0];
    column.scrollLeft = scrolled(column.scrollLeft, column.clientWidth, lit.left * scale, lit.right * scale);
    column.scrollTop = scrolled(column.scrollTop, column.clientHeight, lit.top * scale, lit.bottom * scale);
}

const AROUND = 24;

/** Where to scroll so that a span is seen: no farther than needed. */
export function scrolled(now: number, room: number, from: number, to: number): number {
    if (to - from + 2 * AROUND > room) return (from + to - room) / 2;
    return Math.max(to + AROUND - room, Math.min(now, from - AROUND));
}
