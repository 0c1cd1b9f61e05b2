// What the page asks about ways and what-ifs, whoever answers: the core that runs in it, or what Python prepared.

/** An edit as in a playbook: the plain data of `coopnet.Scenario.edits`. */
export interface Edit {
    edit: string;
    [column: string]: unknown;
}

export interface Way {
    actors: string[];
    /** By step the ties that it may take. */
    ties: string[][];
    reliability: number | null;
    days: number | null;
}

export interface Answer {
    /** The shortest way by each channel alone, and by all of them (channel ""); null: no way. */
    ways: { channel: string; way: Way | null }[];
    /** The most reliable one. */
    surest: Way | null;
    /** Actors that every way passes. */
    gates: string[];
    /** Smallest sets of actors without which no way is left, some of them; none if the two are tied, or no way leads. */
    cuts: string[][];
    /** Whom one gets to from the start, and in how many steps. */
    reached: Record<string, number>;
}

/** So many smallest cuts are told. */
export const MOST_CUTS = 5;

/** Whether every channel alone takes the way that all of them together take: then it is none of one channel. */
export function isOneWay({ ways }: Answer): boolean {
    return new Set(ways.map(({ way }) => JSON.stringify(way?.ties ?? null))).size === 1;
}

/** What is changed, and the ties that are asked about. */
export interface Setting {
    scenarios: readonly string[];
    edits: readonly Edit[];
    /** Whether the edits are more than those of the scenarios. */
    byHand: boolean;
    layers: readonly string[];
    /** "2022-08", or null: at any time. */
    during: string | null;
}

export interface Answers {
    /** Whether anything can be asked, not only what was prepared. */
    readonly live: boolean;
    ways(from: string, to: string, setting: Setting): Answer | null;
    scores(measure: string, setting: Setting): Map<string, number> | null;
    /** The question in Python and as a command; null where nobody says it so. */
    said(from: string, to: string, setting: Setting): { python: string; command: string | null } | null;
}
