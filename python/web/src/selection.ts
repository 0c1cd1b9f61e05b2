import type { Door } from "./door.ts";
import { isA, type Tables } from "./edited.ts";
import { CoreError, type Filter, type Projection, type View } from "./view.ts";

// Which actors and ties of the tables a projection takes, and how they are handed to the core (cpp/web/selection.hpp).

export const MEANINGS = ["none", "strength", "cost", "probability", "capacity"];
const PARALLEL = ["auto", "keep", "sum", "max", "min", "count"];
const AFFILIATIONS = ["keep", "count", "newman", "jaccard"];
const KNOWN: Record<string, string> = {
  strength: "strength",
  reliability: "probability",
  delay_days: "cost",
  capacity: "capacity",
};

/** The projection of a view with a page's filter in it: `over.replace(**filter)`. */
export function narrowed(over: Projection, filter: Filter): Projection {
  const made: Projection = { ...over };
  for (const name of ["layers", "relations", "countries"] as const) {
    const wanted = filter[name];
    if (wanted === undefined) continue;
    const allowed = over[name] as readonly (string | null)[] | undefined;
    const beyond = allowed && [...wanted].find((item) => !allowed.includes(item));
    if (beyond !== undefined) throw new CoreError(`This page leaves out ${name} "${beyond}". Choose among those it shows.`);
    made[name] = wanted;
  }
  if (filter.during !== undefined) {
    delete made.at;
    made.during = filter.during;
  }
  if (filter.dates !== undefined) made.dates = filter.dates;
  if (filter.fill !== undefined) made.fill = filter.fill;
  if (filter.weight !== undefined && filter.weight !== (over.weight ?? null)) {
    delete made.weight_means;
    made.weight = filter.weight;
  }
  return made;
}

/** What the weight of a projection means. */
export function meaningOf(over: Projection): string {
  if (over.weight === undefined || over.weight === null) return "none";
  const meaning = (over.weight_means as string | undefined) ?? KNOWN[over.weight as string];
  if (meaning === undefined) throw new CoreError(`What does the weight "${over.weight}" mean? Say weight_means.`);
  return meaning;
}

export interface Selected {
  /** The place of each row of the actors among those selected; -1: left out. */
  places: Int32Array;
  bytes: Uint8Array;
}

export function selected(view: View, tables: Tables, over: Projection, merges: boolean, door: Door): Selected {
  const relations = relationsIn(view, over);
  const actors = actorsIn(view, tables, over, relations);
  const places = new Int32Array(tables.actors.id.length).fill(-1);
  actors.forEach((row, place) => (places[row] = place));

  const awake: number[] = [];
  const dormant: number[] = [];
  const hold = holding(over, door);
  const { ties } = tables;
  for (let tie = 0; tie < ties.id.length; ++tie) {
    if (!ties.in[tie] || ties.gone[tie] || !relations[ties.relation[tie]!]) continue;
    if (places[ties.source[tie]!]! < 0 || places[ties.target[tie]!]! < 0) continue;
    (hold(ties.since[tie] ?? "", ties.until[tie] ?? "") ? awake : dormant).push(tie);
  }
  return { places, bytes: written(view, tables, over, merges, places, actors, awake, dormant) };
}

function relationsIn(view: View, over: Projection): boolean[] {
  const layers = over.layers as readonly string[] | undefined;
  const names = over.relations as readonly string[] | undefined;
  return view.relations.map(
    ({ id, layer }) => (layers === undefined || layers.includes(layer)) && (names === undefined || names.includes(id)),
  );
}

/** Whose kind may be an end of a relation that is asked for; everybody if none is. */
function actorsIn(view: View, tables: Tables, over: Projection, relations: readonly boolean[]): number[] {
  const { actors } = tables;
  const countries = over.countries as readonly (string | null)[] | undefined;
  const asked = over.layers !== undefined || over.relations !== undefined;
  const ends = view.relations.filter((_, number) => relations[number]).map((relation) => relation.ends);
  const anyKind = !asked || ends.includes(null);
  const kinds = new Set(ends.flatMap((named) => named ?? []));
  const fits = (kind: string | null): boolean => anyKind || [...kinds].some((end) => isA(view, kind, end));
  return actors.id
    .map((_, row) => row)
    .filter((row) => actors.in[row] && !actors.gone[row] && fits(actors.kind[row]!))
    .filter((row) => countries === undefined || countries.includes(actors.country[row]!));
}

/** Whether a tie of such a period is kept, by the dates that the projection asks about. */
function holding(over: Projection, door: Door): (since: string, until: string) => boolean {
  const span = (over.at ?? over.during ?? null) as string | null;
  if (span === null) return () => true;
  const days = door.date("span", span);
  if (days === null) throw new CoreError(`"${span}" is not a date. Write 2022, 2022-08-15 or 2022-07/2022-09.`);
  const certain = over.dates === "certain" ? 1 : 0;
  const known = new Map<string, boolean>();
  return (since, until) => {
    const key = `${since} ${until}`;
    let holds = known.get(key);
    if (holds === undefined) {
      const begin = door.date("since", since);
      const end = door.date("until", until);
      if (begin === null || end === null) {
        throw new CoreError(`"${begin === null ? since : until}" is not a date. Write 2022, 2022-08 or 2022-08-15.`);
      }
      holds = door.call((core) => core.holds(...begin, ...end, ...days, certain)) !== 0;
      known.set(key, holds);
    }
    return holds;
  };
}

// --- as bytes -----------------------------------------------------------------------------------------------------------

function written(
  view: View,
  tables: Tables,
  over: Projection,
  merges: boolean,
  places: Int32Array,
  actors: readonly number[],
  awake: readonly number[],
  dormant: readonly number[],
): Uint8Array {
  const { ties } = tables;
  const undirected = over.direction === "undirected";
  const kind = (tie: number): number => {
    const { directed, affiliation } = view.relations[ties.relation[tie]!]!;
    return (directed && !undirected ? 1 : 0) + (affiliation ? 2 : 0);
  };
  const source = (tie: number): number => places[ties.source[tie]!]!;
  const target = (tie: number): number => places[ties.target[tie]!]!;
  const meaning = meaningOf(over);
  const weights = meaning === "none" ? [] : awake.map((tie) => weight(view, tables, over, tie));
  const keys = actors.map((row) => new TextEncoder().encode(tables.actors.id[row]!));
  let end = 0;
  const words = [
    ...actors,
    ...awake.map(source),
    ...awake.map(target),
    ...awake.map(kind),
    ...awake,
    ...dormant.map(source),
    ...dormant.map(target),
    ...dormant.map(kind),
    ...keys.map((key) => (end += key.length)),
  ];
  const head = [
    actors.length,
    awake.length,
    dormant.length,
    MEANINGS.indexOf(meaning),
    over.direction === "reversed" ? 1 : 0,
    parallelRule(over, merges),
    AFFILIATIONS.indexOf((over.affiliations as string | undefined) ?? "keep"),
    (over.loops === false ? 0 : 1) + (over.isolates === false ? 0 : 2),
  ];
  const bytes = new Uint8Array(4 * head.length + 8 * weights.length + 4 * words.length + end);
  const out = new DataView(bytes.buffer);
  let at = 0;
  const putWord = (word: number): void => {
    out.setUint32(at, word, true);
    at += 4;
  };
  head.forEach(putWord);
  for (const value of weights) {
    out.setFloat64(at, value, true);
    at += 8;
  }
  words.forEach(putWord);
  for (const key of keys) {
    bytes.set(key, at);
    at += key.length;
  }
  return bytes;
}

/** Measures merge parallel ties, pathways keep them, unless the projection says how. */
function parallelRule(over: Projection, merges: boolean): number {
  const asked = (over.parallel as string | undefined) ?? "auto";
  return PARALLEL.indexOf(asked === "auto" && !merges ? "keep" : asked);
}

function weight(view: View, tables: Tables, over: Projection, tie: number): number {
  const name = over.weight as string;
  const { ties, actors } = tables;
  const column = ties.columns[name];
  if (column === undefined) throw new CoreError(`This page does not carry the column "${name}". Choose another weight.`);
  const recorded = column[tie] ?? (name === "strength" ? 1 : null) ?? (over.fill as number | null | undefined) ?? null;
  if (recorded !== null) return recorded;
  const ends = `${actors.id[ties.source[tie]!]} → ${actors.id[ties.target[tie]!]}`;
  throw new CoreError(
    `The tie ${ties.id[tie]} (${ends}, ${view.relations[ties.relation[tie]!]!.id}) has no ${name}. ` +
      "Say fill to give empty cells a value, or choose another weight.",
  );
}
