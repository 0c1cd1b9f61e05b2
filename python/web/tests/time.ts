// How long the page's core takes (tests/benchmarks/page.py): milliseconds on standard output.
import { readFileSync } from "node:fs";

import { openCore, type Edit, type Network, type View } from "../src/core.js";

interface Given {
    view: View;
    clicks: Edit[][];
    from: string;
    to: string;
}

const { view, clicks, from, to } = JSON.parse(readFileSync(0, "utf8")) as Given;
const bytes = readFileSync(process.argv[2]!);

/** What a click asks anew: scores, ten pathways, what breaks them, and what differs. */
function answered(network: Network, edits: Edit[]): void {
    network.compare({ ask: "betweenness" }, { edits });
    network.pathways(from, to, { by: "reliability", k: 10 }, { edits });
    network.cuts(from, to, {}, { edits });
    network.cuts(from, to, { of: "ties" }, { edits });
    network.dominators(from, to, {}, { edits });
}

function took(work: () => void): number {
    const begin = performance.now();
    work();
    return performance.now() - begin;
}

const begin = performance.now();
const network = (await openCore(bytes)).network(view);
network.scores("degree");
const opened = performance.now() - begin;
const all = [...clicks, ...clicks, ...clicks, ...clicks].map((edits) => took(() => answered(network, edits)));
const sorted = [...all].sort((one, other) => one - other);
process.stdout.write(
    JSON.stringify({ opened, first: all[0], median: sorted[Math.floor(sorted.length / 2)], worst: sorted.at(-1) }),
);
