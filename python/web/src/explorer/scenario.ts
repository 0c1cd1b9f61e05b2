// A what-if in the words of Python and of the command line.

import type { Edit, Setting } from "./answers.ts";

export interface AskedOf {
    network: string;
    from: string;
    to: string;
    setting: Setting;
}

export function asPython({ network, from, to, setting }: AskedOf, edits: readonly Edit[]): string {
    const over = [`layers=${listed(setting.layers)}`, ...(setting.during === null ? [] : [`during=${quoted(setting.during)}`])];
    return [
        "import coopnet as cn",
        `net = cn.load(${quoted(network)})`,
        `over = cn.Projection(${over.join(", ")})`,
        "scenario = cn.Scenario(edits=[",
        ...edits.map((edit) => `    ${literal(edit)},`),
        "])",
        `cn.scenario.compare(net, scenario, "pathways.shortest", ${quoted(from)}, ${quoted(to)}, over=over)`,
        'cn.scenario.compare(net, scenario, "betweenness", over=over)',
    ].join("\n");
}

export function asCommand({ network, from, to, setting }: AskedOf, edits: readonly Edit[]): string {
    const flags = edits.flatMap(flagOf);
    const over = [`--layers ${shell(setting.layers.join())}`, ...(setting.during === null ? [] : [`--during ${setting.during}`])];
    return [`coopnet whatif ${shell(network)} ${shell(from)} ${shell(to)}`, ...flags, ...over].join(" \\\n    ");
}

const WHO = ["edit", "actor", "tie", "id", "source", "target", "relation"];

function flagOf(edit: Edit): string[] {
    const cells = Object.entries(edit)
        .filter(([key, value]) => !WHO.includes(key) && value !== null)
        .map(([key, value]) => (/[,"]/.test(String(value)) ? `"${key}=${String(value).replaceAll('"', '""')}"` : `${key}=${String(value)}`));
    const ends = ["source", "target", "relation"].flatMap((key) => (edit[key] === undefined ? [] : [String(edit[key])]));
    const one = String(edit["actor"] ?? edit["tie"] ?? edit["id"] ?? "");
    const flag = edit.edit === "remove" && edit["actor"] === undefined ? "remove-tie" : edit.edit.replaceAll("_", "-");
    return [`--${flag} ${shell([...(one === "" ? ends : [one]), ...cells].join())}`];
}

function literal(edit: Edit): string {
    const parts = Object.entries(edit).map(([key, value]) => `${quoted(key)}: ${value === null ? "None" : typeof value === "string" ? quoted(value) : python(value)}`);
    return `{${parts.join(", ")}}`;
}

function python(value: unknown): string {
    if (value === true) return "True";
    if (value === false) return "False";
    return Array.isArray(value) ? listed(value.map(String)) : String(value);
}

function listed(items: readonly string[]): string {
    return `[${items.map(quoted).join(", ")}]`;
}

// JSON's escapes are Python's, too.
function quoted(text: string): string {
    return JSON.stringify(text);
}

function shell(text: string): string {
    return /^[\w.,:=@/+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
