// How large the picture is: all of it if there is room, but names never under 12 px; then its column scrolls.

const LEAST = 12 / 13.5; // names are 13.5 px at 100 %
const MOST = 1.6;

export interface Bounds {
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

/** Scrolls so that the first of these bounds is seen, or the next where that has no room. */
export function reveal(
    column: HTMLElement,
    svg: SVGSVGElement,
    size: readonly [number, number],
    bounds: readonly Bounds[],
): void {
    if (bounds.length === 0) return;
    const scale = svg.clientWidth / size[0];
    const across = bounds.map(({ left, right }) => [left * scale, right * scale] as const);
    const down = bounds.map(({ top, bottom }) => [top * scale, bottom * scale] as const);
    column.scrollLeft = scrolled(column.scrollLeft, column.clientWidth, across);
    column.scrollTop = scrolled(column.scrollTop, column.clientHeight, down);
}

const AROUND = 24;

/** Where to scroll so that the first span with room is seen, no farther than needed; else where the last one begins. */
export function scrolled(now: number, room: number, spans: readonly (readonly [number, number])[]): number {
    const span = spans.find(([from, to]) => to - from + 2 * AROUND <= room);
    if (span === undefined) return (spans.at(-1)?.[0] ?? now) - AROUND;
    return Math.max(span[1] + AROUND - room, Math.min(now, span[0] - AROUND));
}
