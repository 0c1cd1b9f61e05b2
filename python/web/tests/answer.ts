// Answers what pytest asks (tests/agreement/test_page.py): cases on standard input, numbers as the 16 hex digits of
// their doubles on standard output.
import { readFileSync } from "node:fs";

import { openCore, CoreError, type Ask, type Network, type Question, type View } from "../src/core.js";

interface Case {
    view: View;
    asked: { ask: Ask; question: Question }[];
}

const bits = new DataView(new ArrayBuffer(8));

function hex(value: number): string {
    bits.setFloat64(0, value);
    return bits.getBigUint64(0).toString(16).padStart(16, "0");
}

function plain(answer: unknown): unknown {
    if (typeof answer === "number") return hex(answer);
    if (answer instanceof Map) return [...answer].map(([id, value]) => [id, plain(value)]);
    if (Array.isArray(answer)) return answer.map(plain);
    if (answer === null || typeof answer !== "object") return answer;
    return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, plain(value)]));
}

function answered(network: Network, ask: Ask, question: Question): unknown {
    switch (ask.ask) {
        case "pathways":
            return network.pathways(ask.from, ask.to, ask, question);
        case "cuts":
            return network.cuts(ask.from, ask.to, ask, question);
        case "dominators":
            return network.dominators(ask.from, ask.to, ask, question);
        case "reach":
            return network.reach(ask.from, ask, question);
        case "components":
            return network.components(ask, question);
        case "reliability":
            return network.reliability(ask.from, ask.to, question);
        default:
            return network.scores(ask.ask, question);
    }
}

const core = await openCore(readFileSync(process.argv[2]!));
const cases = JSON.parse(readFileSync(0, "utf8")) as Case[];
const answers = cases.map(({ view, asked }) => {
    const network = core.network(view);
    return asked.map(({ ask, question }) => {
        try {
            return { answer: plain(answered(network, ask, question)) };
        } catch (error) {
            if (error instanceof CoreError) return { error: error.message };
            throw error;
        }
    });
});
process.stdout.write(JSON.stringify(answers));
