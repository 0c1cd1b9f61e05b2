import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { CoreError, openCore, unpacked, type Network, type View } from "../src/core.js";

const bytes = readFileSync(process.env.COOPNET_CORE!);

// a → b → c, a → c unsure; I-24/7 is the instrument of b → c.
const view: View = {
    layout: 1,
    name: "three",
    bundled: false,
    over: {},
    actors: {
        id: ["a", "b", "c", "I-24/7"],
        kind: [null, null, null, null],
        country: [null, null, null, null],
        in: [1, 1, 1, 1],
    },
    ties: {
        id: ["T1", "T2", "T3"],
        source: [0, 1, 0],
        target: [1, 2, 2],
        relation: [0, 0, 0],
        instrument: [-1, 3, -1],
        since: [null, "2022", null],
        until: [null, "2022", null],
        in: [1, 1, 1],
        columns: { strength: [null, null, null], reliability: [0.9, 0.9, 0.5], delay_days: [1, null, 4] },
        by_grade: [0.3, 0.3, 0.3],
    },
    relations: [{ id: "tie", layer: "cooperation", directed: true, affiliation: false, ends: null }],
    kinds: {},
    takes: { kinds: null, countries: null, actors: true, where: {}, ties: true, inferred: 0.3 },
};

async function three(): Promise<Network> {
    return (await openCore(bytes)).network(view);
}

test("the most reliable pathway, before and after the channel is gone", async () => {
    const network = await three();
    const by = { by: "reliability" } as const;
    assert.deepEqual(network.pathways("a", "c", by).ways[0]!.actors, ["a", "b", "c"]);
    const edits = [{ edit: "remove", actor: "I-24/7" }] as const;
    assert.deepEqual(network.pathways("a", "c", by, { edits }).ways[0]!.ties, [["T3"]]);
    assert.deepEqual(network.pathways("b", "c", by, { edits }).ways, []);
});

test("a comparison has what differs, the largest first", async () => {
    const network = await three();
    const edits = [{ edit: "change", id: "T3", reliability: 1 }] as const;
    const { rows, changed } = network.compare({ ask: "pathways", from: "a", to: "c", by: "reliability" }, { edits });
    assert.equal(rows.length, 4);
    const sizes = changed.map(({ difference }) => Math.abs(difference)).filter((size) => !Number.isNaN(size));
    assert.deepEqual(
        sizes,
        [...sizes].sort((one, other) => other - one),
    );
    assert.equal(changed.find(({ id }) => id === "steps")!.difference, -1);
    assert.ok(Number.isNaN(changed.at(-1)!.difference), "the delay of the way before is not known, so it comes last");
});

test("what is undefined says why", async () => {
    const network = (await openCore(bytes)).network({
        ...view,
        actors: { ...view.actors, in: [1, 0, 0, 0] },
        ties: { ...view.ties, in: [0, 0, 0] },
    });
    const { values, why } = network.scores("betweenness");
    assert.deepEqual([...values], [["a", 0]]);
    assert.equal(typeof why, "string");
});

test("a question that the core refuses says so, and the next is answered", async () => {
    const network = await three();
    const sound = network.scores("betweenness");
    assert.throws(() => network.scores("closeness", { over: { weight: "reliability" } }), {
        name: "CoreError",
        message: /^Probabilities have no mean distance/,
    });
    assert.deepEqual(network.scores("betweenness"), sound);
});

test("an empty cell that would weigh is refused by its tie", async () => {
    const network = await three();
    assert.throws(
        () => network.pathways("a", "c", { by: "delay_days" }),
        /The tie T2 \(b → c, tie\) has no delay_days/,
    );
    const over = { fill: 2 };
    assert.deepEqual(network.pathways("a", "c", { by: "delay_days" }, { over }).ways[0]!.cost, 3);
});

test("a date that is none, an unknown actor, one that is removed", async () => {
    const network = await three();
    assert.throws(() => network.scores("degree", { over: { during: "last year" } }), /"last year" is not a date/);
    assert.throws(() => network.reach("x"), /There is no actor "x"/);
    assert.throws(() => network.reach("b", {}, { edits: [{ edit: "remove", actor: "b" }] }), /"b" is removed/);
    assert.equal(network.scores("degree", { over: { during: "2023" } }).values.get("c"), 1);
    assert.equal(network.scores("degree", { over: { during: "2023", dates: "certain" } }).values.get("c"), 0);
});

test("edits can be looked at before anything is asked", async () => {
    const network = await three();
    network.check([{ edit: "remove", tie: "T1" }]);
    assert.throws(() => network.check([{ edit: "remove", tie: "T9" }]), {
        message: 'Edit 1 (remove): There is no tie "T9".',
    });
});

test("a network of nobody, and one written for another version", async () => {
    const core = await openCore(bytes);
    const nobody = { ...view, actors: { id: [], kind: [], country: [], in: [] } };
    const none = {
        ...view.ties,
        id: [],
        source: [],
        target: [],
        relation: [],
        instrument: [],
        since: [],
        until: [],
        in: [],
    };
    const empty = core.network({
        ...nobody,
        ties: { ...none, columns: { strength: [], reliability: [], delay_days: [] }, by_grade: [] },
    });
    assert.equal(empty.scores("betweenness").values.size, 0);
    assert.deepEqual(empty.components(), []);
    assert.throws(() => core.network({ ...view, layout: 2 }), CoreError);
});

test("the packed core is the core", async () => {
    const packed = gzipSync(bytes).toString("base64");
    assert.deepEqual(Buffer.from(await unpacked(packed)), bytes);
});
