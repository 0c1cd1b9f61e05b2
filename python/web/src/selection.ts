import type { Door } from "./door.js";
import { written } from "./layout.js";
import { isA, type Tables } from "./tables.js";
import { CoreError, type Projection, type View } from "./view.js";

// Which actors and ties of the tables a projection takes, as `select` of the core does.

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
        ({ id, layer }) =>
            (layers === undefined || layers.includes(layer)) && (names === undefined || names.includes(id)),
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
                throw new CoreError(
                    `"${begin === null ? since : until}" is not a date. Write 2022, 2022-08 or 2022-08-15.`,
                );
            }
            holds = door.call((core) => core.holds(...begin, ...end, ...days, certain)) !== 0;
            known.set(key, holds);
        }
        return holds;
    };
}
