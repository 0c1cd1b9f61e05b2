import { asked, cellsOf, ENDS, ends, isProbability, type Between } from "./said.js";
import { MEASURES, type Ask, type Cell, type Edit, type Projection, type Question, type View } from "./view.js";

/** The same as a command line; null where no command asks it. */
export function asCommand(view: View, ask: Ask, { edits = [], over = {} }: Question = {}): string | null {
    const network = view.bundled ? view.name : `./${view.name || "network"}`;
    const projection = asked(view, ask, over);
    const asking = edits.length > 0 ? changedCommand(ask, projection) : plainCommand(ask, projection);
    if (asking === null) return null;
    const [command, subjects, flags] = asking;
    const reordered = inTheirOrder(edits);
    const words = ["coopnet", command, network, ...subjects, ...flags, ...projectionFlags(projection)];
    if (reordered !== null) return [...words, ...reordered.flatMap(editFlags)].map(shell).join(" ");
    // Flags are made in an order of their own; where that would make a difference the edits go in as they are.
    return `${[...words, "--edits", "/dev/stdin"].map(shell).join(" ")} <<'END'\n${JSON.stringify(edits)}\nEND`;
}

type Command = readonly [command: string, subjects: string[], flags: string[]];

function plainCommand(ask: Ask, projection: Projection): Command | null {
    switch (ask.ask) {
        case "pathways": {
            const own =
                projection.weight === undefined ? [] : ["--by", isProbability(projection) ? "reliability" : "weight"];
            return ["paths", [ask.from, ask.to], [...own, "--k", String(ask.k ?? 1)]];
        }
        case "cuts":
        case "dominators": {
            const flags = [
                ...(ask.of === "ties" ? ["--of", "ties"] : []),
                ...(ask.ask === "cuts" ? [] : ["--dominators"]),
            ];
            return ["cut", [ask.from, ask.to], flags];
        }
        case "reach": {
            const within = ask.within === undefined ? [] : ["--within", String(ask.within)];
            return ["reach", [ask.from], [...within, ...(ask.mode === undefined ? [] : ["--mode", ask.mode])]];
        }
        case "components":
        case "reliability":
            return null;
        default:
            return ["rank", [], ["--measure", ask.ask]];
    }
}

function changedCommand(ask: Ask, projection: Projection): Command | null {
    const flags = (name: string): string[] => ["--ask", name];
    if ((MEASURES as readonly string[]).includes(ask.ask)) return ["whatif", [], flags(ask.ask)];
    switch (ask.ask) {
        case "pathways": {
            const best = isProbability(projection) ? "pathways.most_reliable" : "pathways.shortest";
            return ["whatif", [ask.from, ask.to], flags(best)];
        }
        case "cuts":
            return ask.of === "ties" ? null : ["whatif", [ask.from, ask.to], flags("pathways.cuts")];
        case "reach":
            return ask.within !== undefined || ask.mode !== undefined ? null : ["whatif", [ask.from], flags("reach")];
        case "reliability":
            return ["whatif", [ask.from, ask.to], flags("pathways.reliability")];
        default:
            return null;
    }
}

function projectionFlags(projection: Projection): string[] {
    return Object.entries(projection).flatMap(([name, value]) => {
        const flag = `--${name.replaceAll("_", "-")}`;
        if (name === "where") {
            const each = Object.entries(value as Record<string, (string | null)[]>);
            return each.flatMap(([column, values]) => [flag, `${column}=${list(values)}`]);
        }
        if (typeof value === "boolean") return value ? [flag] : [`--no-${name}`];
        return [flag, Array.isArray(value) ? list(value as (string | null)[]) : String(value)];
    });
}

/** Items of a flag: quotes around one that holds a comma, `-` for the empty cell. */
function list(items: readonly (string | null)[]): string {
    return items
        .map((item) => (item === null ? "-" : /[",\n]|^\s/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
        .join(",");
}

// The order in which the command makes them.
const ORDER = [/^add_actor/, /^add_tie/, /^change/, /^remove tie/, /^remove actor/];

function rank(edit: Edit): number {
    const kind = edit.edit === "remove" ? ("actor" in edit ? "remove actor" : "remove tie") : edit.edit;
    return ORDER.findIndex((known) => known.test(kind));
}

/** The edits in the order of the command; null where that is another scenario, or a name is none that a flag takes. */
function inTheirOrder(edits: readonly Edit[]): Edit[] | null {
    const hidden = (edit: Edit): boolean => [...names(edit)].some((name) => name.includes("=") || name === "-");
    if (edits.some(hidden)) return null;
    for (let later = 1; later < edits.length; ++later) {
        for (let earlier = 0; earlier < later; ++earlier) {
            const [first, second] = [edits[earlier]!, edits[later]!];
            if (rank(first) > rank(second) && [...names(first)].some((name) => names(second).has(name))) return null;
        }
    }
    return [...edits].sort((one, other) => rank(one) - rank(other));
}

/** Whom and what an edit names. */
function names(edit: Edit): Set<string> {
    const who = ["actor", "tie", "id", "instrument", "parent", ...ENDS];
    return new Set(
        (Object.entries(edit) as [string, Cell][])
            .filter(([name, cell]) => who.includes(name) && cell !== null)
            .map(([, cell]) => String(cell)),
    );
}

function editFlags(edit: Edit): string[] {
    const items = (named: readonly string[], who: readonly string[]): string =>
        list([...named, ...cellsOf(edit, who).map(([name, cell]) => `${name}=${cell ?? ""}`)]);
    switch (edit.edit) {
        case "add_actor":
            return ["--add-actor", items([edit.actor], ["actor"])];
        case "add_tie":
            return ["--add-tie", items(ends(edit), ENDS)];
        case "change":
            return ["--change", items("source" in edit ? ends(edit as Between) : [edit.id as string], ["id", ...ENDS])];
        case "remove":
            if ("actor" in edit) return ["--remove", list([edit.actor])];
            return ["--remove-tie", list("tie" in edit ? [edit.tie] : ends(edit))];
    }
}

function shell(word: string): string {
    return /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
