// The core in the page against what Python prepared: the same ways, gates, reach and scores, bit by bit.
import { readFileSync } from "node:fs";

const compiled = new URL("../../build/pages/src/", import.meta.url);
const { liveAnswers } = await import(new URL("explorer/live.js", compiled));
const { Context } = await import(new URL("explorer/context.js", compiled));
const { editsOf } = await import(new URL("explorer/changes.js", compiled));

export async function differences(file) {
    const html = readFileSync(file, "utf8");
    const data = JSON.parse(/id="data">(.*?)<\/script>/s.exec(html)[1]);
    const context = new Context(data, null, null);
    const live = await liveAnswers(context, /id="core">(.*?)<\/script>/s.exec(html)[1], data.explore.view);
    const wrong = [];
    const setting = (key) => {
        const [scenarios, layers, from, to] = key.split("|");
        const chosen = scenarios.split(",").filter((id) => id !== "");
        const edits = editsOf(context, { scenarios: chosen, changes: [] });
        return {
            from,
            to,
            setting: { scenarios: chosen, edits, byHand: false, layers: layers.split(","), during: null },
        };
    };
    for (const [key, prepared] of Object.entries(data.explore.prepared.ways)) {
        const asked = setting(key);
        const answer = live.ways(asked.from, asked.to, asked.setting);
        const [one, other] = [said(prepared), said(answer)];
        if (one !== other) wrong.push(`${key}: Python ${one}, the page ${other}`);
    }
    for (const [key, prepared] of Object.entries(data.explore.prepared.scores)) {
        const scores = live.scores("betweenness", setting(key).setting);
        const [one, other] = [JSON.stringify(prepared), JSON.stringify(Object.fromEntries(scores))];
        if (one !== other) wrong.push(`${key}: Python's scores are not the page's`);
    }
    const count = Object.keys(data.explore.prepared.ways).length + Object.keys(data.explore.prepared.scores).length;
    return count >= 32 ? wrong : [...wrong, `only ${count} answers were prepared`];
}

const number = (value) => (value === null || Number.isNaN(value) ? null : Number(value.toPrecision(12)));
const way = (found) =>
    found && {
        actors: found.actors,
        ties: found.ties,
        reliability: number(found.reliability),
        days: number(found.days),
    };

function said(answer) {
    return JSON.stringify({
        ways: answer.ways.map((item) => [item.channel, way(item.way)]),
        surest: way(answer.surest),
        gates: answer.gates,
        cuts: answer.cuts,
        reached: Object.entries(answer.reached).sort(),
    });
}
