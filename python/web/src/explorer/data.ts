// What the explorer alone knows, beside what every page knows: `coopnet.pages.explorer` writes it.

import type { PageData, Said } from "../data.ts";
import type { View } from "../view.ts";
import type { Answer, Edit } from "./answers.ts";

export interface StartQuestion {
    ask: "way" | "without";
    actor?: string;
    from: string;
    to: string;
    layers: string[];
}

export interface Prepared {
    ways: Record<string, Answer>;
    scores: Record<string, Record<string, number | null>>;
}

export interface Switch {
    id: string;
    text: Said;
    edits: Edit[];
}

export interface ExplorerData extends PageData {
    projection: string;
    public: boolean;
    inside: number[];
    explore: {
        layers: string[];
        window: { first: number; months: number; step: number } | null;
        questions: StartQuestion[];
        scenarios: Switch[];
        channels: string[];
        measures: Record<string, Record<string, number | null>>;
        prepared: Prepared;
        /** The network as the core takes it; null: the page has no core. */
        view: View | null;
    };
}
