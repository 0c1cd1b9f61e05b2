import { asked, cellsOf, ENDS, ends, isProbability, type Between } from "./said.js";
import type { Ask, Edit, Projection, Question, View } from "./view.js";

/** A question of the page as Python asks it: text that runs as it stands. */
export function asPython(view: View, ask: Ask, { edits = [], over = {} }: Question = {}): string {
    const projection = asked(view, ask, over);
    const fields = Object.entries(projection).map(([name, value]) => `${name}=${literal(value)}`);
    const lines = ["import coopnet as cn", "", `case = ${loaded(view)}`];
    if (edits.length > 0) lines.push(`scenario = ${scenario(edits)}`);
    if (fields.length > 0) lines.push(`over = cn.Projection(${fields.join(", ")})`);
    const { question, subjects, options } = inPython(ask, projection);
    const given = [...subjects.map(literal), ...options, ...(fields.length > 0 ? ["over=over"] : [])];
    lines.push(`answer = ${called(question, given, edits.length > 0)}`, "print(answer)");
    return lines.join("\n") + "\n";
}

function loaded(view: View): string {
    return view.bundled ? `cn.load(${literal(view.name)})` : `cn.read(${literal(view.name || "network")})`;
}

interface InPython {
    question: string;
    subjects: (string | number)[];
    options: string[];
}

function inPython(ask: Ask, projection: Projection): InPython {
    switch (ask.ask) {
        case "pathways": {
            const question = `cn.pathways.${isProbability(projection) ? "most_reliable" : "k_shortest"}`;
            return { question, subjects: [ask.from, ask.to, ask.k ?? 1], options: [] };
        }
        case "cuts":
        case "dominators": {
            const options = ask.of === "ties" ? ['of="ties"'] : [];
            return { question: `cn.pathways.${ask.ask}`, subjects: [ask.from, ask.to], options };
        }
        case "reach": {
            const options = ask.mode === undefined ? [] : [`mode=${literal(ask.mode)}`];
            const within = ask.within === undefined ? [] : [ask.within];
            return { question: "cn.pathways.reach", subjects: [ask.from, ...within], options };
        }
        case "components":
            return { question: "cn.cohesion.components", subjects: [], options: ask.strong ? ["strong=True"] : [] };
        case "reliability":
            return { question: "cn.pathways.reliability", subjects: [ask.from, ask.to], options: [] };
        default:
            return { question: `cn.centrality.${ask.ask}`, subjects: [], options: [] };
    }
}

function called(question: string, given: readonly string[], changed: boolean): string {
    if (!changed) return `${question}(${["case", ...given].join(", ")})`;
    // Pieces have no numbers to compare.
    if (question === "cn.cohesion.components") return `${question}(${["scenario.apply(case)", ...given].join(", ")})`;
    return `cn.scenario.compare(${["case", "scenario", question, ...given].join(", ")})`;
}

function scenario(edits: readonly Edit[]): string {
    return ["cn.Scenario()", ...edits.map((edit) => `.${method(edit)}`)].join("");
}

function method(edit: Edit): string {
    switch (edit.edit) {
        case "remove":
            if ("tie" in edit) return `remove(tie=${literal(edit.tie)})`;
            return "actor" in edit ? `remove(${literal(edit.actor)})` : `remove(${ends(edit).map(literal).join(", ")})`;
        case "add_actor":
            return `add_actor(${[literal(edit.actor), ...columns(edit, ["actor"])].join(", ")})`;
        case "add_tie":
            return `add_tie(${[...ends(edit).map(literal), ...columns(edit, ENDS)].join(", ")})`;
        case "change": {
            const who = "source" in edit ? ends(edit as Between) : [edit.id as string];
            return `change(${[...who.map(literal), ...columns(edit, ["id", ...ENDS])].join(", ")})`;
        }
    }
}

/** As keywords; a column whose name is no name of Python goes in by a dict. */
function columns(edit: Edit, who: readonly string[]): string[] {
    const cells = cellsOf(edit, who);
    const named = cells.filter(([name]) => isName(name)).map(([name, cell]) => `${name}=${literal(cell)}`);
    const others = cells.filter(([name]) => !isName(name)).map(([name, cell]) => `${literal(name)}: ${literal(cell)}`);
    return others.length > 0 ? [...named, `**{${others.join(", ")}}`] : named;
}

const KEYWORDS = new Set(
    (
        "False None True and as assert async await break class continue def del elif else except finally for from global " +
        "if import in is lambda nonlocal not or pass raise return try while with yield what"
    ).split(" "),
);

function isName(text: string): boolean {
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) && !KEYWORDS.has(text);
}

function literal(value: unknown): string {
    if (value === null || value === undefined) return "None";
    if (value === true) return "True";
    if (value === false) return "False";
    if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
    if (typeof value === "object") {
        const items = Object.entries(value).map(([name, item]) => `${literal(name)}: ${literal(item)}`);
        return `{${items.join(", ")}}`;
    }
    // What JSON escapes, Python reads alike.
    return JSON.stringify(value);
}
