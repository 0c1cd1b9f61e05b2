import { CoreError, type Filter, type Projection } from "./view.js";

export const MEANINGS = ["none", "strength", "cost", "probability", "capacity"];
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
        if (beyond !== undefined)
            throw new CoreError(`This page leaves out ${name} "${beyond}". Choose among those it shows.`);
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
