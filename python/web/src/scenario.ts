import { MEANINGS, meaningOf, narrowed } from "./selection.js";
import { MEASURES, weightOf, type Ask, type Cell, type Edit, type Projection, type Question, type View } from "./view.js";

// The same scenario and question, said in Python and as a command.

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

/** The projection with the filter and the weight of the question in it; what is as ever is left out. */
function asked(view: View, ask: Ask, over: NonNullable<Question["over"]>): Projection {
  const own = narrowed(view.over, over);
  const made = narrowed(own, { weight: weightOf(ask, (own.weight as string | null | undefined) ?? null) });
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== null && value !== undefined));
}

function isProbability(projection: Projection): boolean {
  return meaningOf(projection) === MEANINGS[3];
}

// --- Python -------------------------------------------------------------------------------------------------------------

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

const ENDS = ["source", "target", "relation"];
interface Between {
  source: string;
  target: string;
  relation?: string;
}

function ends({ source, target, relation }: Between): string[] {
  return relation === undefined ? [source, target] : [source, target, relation];
}

function cellsOf(edit: Edit, who: readonly string[]): [string, Cell][] {
  return (Object.entries(edit) as [string, Cell][]).filter(([name]) => name !== "edit" && !who.includes(name));
}

/** As keywords; a column whose name is no name of Python goes in by a dict. */
function columns(edit: Edit, who: readonly string[]): string[] {
  const cells = cellsOf(edit, who);
  const named = cells.filter(([name]) => isName(name)).map(([name, cell]) => `${name}=${literal(cell)}`);
  const others = cells.filter(([name]) => !isName(name)).map(([name, cell]) => `${literal(name)}: ${literal(cell)}`);
  return others.length > 0 ? [...named, `**{${others.join(", ")}}`] : named;
}

const KEYWORDS = new Set(
  ("False None True and as assert async await break class continue def del elif else except finally for from global " +
    "if import in is lambda nonlocal not or pass raise return try while with yield what").split(" "),
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

// --- the command --------------------------------------------------------------------------------------------------------

type Command = readonly [command: string, subjects: string[], flags: string[]];

function plainCommand(ask: Ask, projection: Projection): Command | null {
  switch (ask.ask) {
    case "pathways": {
      const own = projection.weight === undefined ? [] : ["--by", isProbability(projection) ? "reliability" : "weight"];
      return ["paths", [ask.from, ask.to], [...own, "--k", String(ask.k ?? 1)]];
    }
    case "cuts":
    case "dominators": {
      const flags = [...(ask.of === "ties" ? ["--of", "ties"] : []), ...(ask.ask === "cuts" ? [] : ["--dominators"])];
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
  return items.map((item) => (item === null ? "-" : /[",\n]|^\s/.test(item) ? `"${item.replaceAll('"', '""')}"` : item)).join(",");
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
  return new Set((Object.entries(edit) as [string, Cell][]).filter(([name, cell]) => who.includes(name) && cell !== null).map(([, cell]) => String(cell)));
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
