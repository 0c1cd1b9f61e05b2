import assert from "node:assert/strict";
import { test } from "node:test";
import type { Tie } from "../src/data.ts";
import { csvText } from "../src/explorer/csv.ts";
import { holds } from "../src/explorer/filters.ts";
import { shadesOf } from "../src/explorer/measures.ts";
import { firstDayOf, heights, lastDayOf } from "../src/explorer/months.ts";
import { address, monthId, parsed, type State } from "../src/explorer/state.ts";

const start: State = {
    view: "picture",
    tab: "facts",
    open: "",
    layers: ["cooperation"],
    lines: [],
    kinds: [],
    countries: [],
    statuses: [],
    relation: "",
    month: null,
    measure: "",
    from: "",
    to: "",
    scenarios: [],
    changes: [],
};

test("an address says what differs, and leads back to it", () => {
    assert.equal(address(start, start), "");
    const state: State = {
        ...start,
        open: "actor ID.NCB",
        layers: [],
        month: 12 * 2022 + 7,
        kinds: ["police"],
        changes: ["-ID.NCB", "T026=0.5", "+A>B>asks"],
    };
    assert.deepEqual(parsed(`#${address(state, start)}`, start), state);
});

test("what an address says wrongly is as the page opens", () => {
    assert.equal(parsed("#month=2022-13", start).month, null);
    assert.equal(parsed("#month=soon", start).month, null);
    assert.deepEqual(parsed("#nothing=here&&=", start), start);
});

test("a month has its days", () => {
    const month = 12 * 2024 + 1;
    assert.equal(monthId(month), "2024-02");
    assert.equal(lastDayOf(month) - firstDayOf(month), 28);
    assert.equal(firstDayOf(12 * 1970), 0);
});

const tie = (first: number | null, last: number | null): Tie => ({ first, last }) as Tie;

test("a tie may hold in each month that some reading of its days touches", () => {
    const month = 12 * 2022;
    const [begin, end] = [firstDayOf(month), lastDayOf(month)];
    assert.ok(holds(tie(end, end), month) && holds(tie(begin, begin), month) && holds(tie(null, null), month));
    assert.ok(!holds(tie(end + 1, null), month) && !holds(tie(null, begin - 1), month));
    assert.deepEqual(heights([tie(begin, end + 1), tie(null, null), tie(end + 1, null)], month, 3), [1, 2, 1]);
});

test("no cell of a saved table runs in a spreadsheet, and numbers stay numbers", () => {
    const text = csvText(
        ["a"],
        [["=1+1"], ["-5"], ["-5+2"], ["@x"], ["'=2"], ["plain"], ['say "hi", he said'], ["line\nbreak"], ["＝3"]],
    );
    assert.equal(text, 'a\n\'=1+1\n-5\n\'-5+2\n\'@x\n\'\'=2\nplain\n"say ""hi"", he said"\n"line\nbreak"\n\'＝3\n');
});

test("shades are five equal steps from the least to the most", () => {
    const rows = new Map(["a", "b", "c", "d"].map((id, row) => [id, row]));
    const { steps, texts } = shadesOf(
        new Map([
            ["a", 0],
            ["b", 5],
            ["c", 10],
            ["d", NaN],
            ["stranger", 99],
        ]),
        rows,
        String,
    );
    assert.deepEqual(
        [...steps],
        [
            [0, 0],
            [1, 2],
            [2, 4],
        ],
    );
    assert.deepEqual(
        [...texts],
        [
            [0, "0"],
            [1, "5"],
            [2, "10"],
        ],
    );
});
