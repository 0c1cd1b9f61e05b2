// What a page knows: the network as Python wrote it into the page. Rows point into the lists.

/** A text in every language of the page. */
export type Said = Record<string, string>;

export interface Actor {
    id: string;
    name: Said;
    short: Said;
    kind: string;
    country: string;
    note: string;
    sources: number[];
}

export interface Tie {
    id: string;
    source: number;
    target: number;
    relation: string;
    channel: string;
    /** The line that it is drawn with: "i247", "police" … */
    line: string;
    directed: boolean;
    status: "documented" | "claimed" | "inferred" | "";
    /** As recorded: 2022, 2022-08, 2022-08-02, or "..", or "". */
    since: string;
    until: string;
    /** The first and the last day it may have held, as days from 1970-01-01; null: open. */
    first: number | null;
    last: number | null;
    strength: number | null;
    reliability: number | null;
    delay: number | null;
    instrument: number | null;
    grade: string;
    note: string;
    sources: number[];
}

export interface Source {
    id: string;
    title: string;
    publisher: string;
    url: string;
    date: string;
    grade: string;
}

export interface Word {
    id: string;
    label: Said;
}

export interface Relation extends Word {
    layer: string;
}

export interface Box {
    actor: number;
    x: number;
    y: number;
    width: number;
    height: number;
    shape: string;
}

/** Ties that look the same between the same two boxes. */
export interface Line {
    ties: number[];
    from: number;
    to: number;
    style: string;
    status: string;
    label: Said;
}

/** A sample of the legend, and the kinds, the line or the status that it explains. */
export interface Sample {
    of: string[];
    text: Said;
    svg: string;
}

export interface PictureData {
    title: Said;
    description: Said;
    size: [number, number];
    boxes: Box[];
    lines: Line[];
    kinds: Sample[];
    channels: Sample[];
    breaks: Sample[];
}

export interface PageData {
    name: string;
    title: Said;
    version: string;
    handling: string;
    languages: string[];
    texts: Record<string, Record<string, string>>;
    actors: Actor[];
    ties: Tie[];
    sources: Source[];
    kinds: Word[];
    relations: Relation[];
    layers: Word[];
    lines: Word[];
    countries: Word[];
    picture: PictureData;
}

/** The page's data; the page's own parts extend it. */
export function readData<T extends PageData>(): T {
    return JSON.parse(document.getElementById("data")?.textContent ?? "null") as T;
}
