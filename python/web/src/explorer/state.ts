// Where the reader stands: all of it fits into the address, so a link leads back to it.

export interface State {
    view: string;
    tab: string;
    /** What is open in the facts: "actor ID.NCB", "tie T026", or nothing. */
    open: string;
    layers: readonly string[];
    /** Lines and kinds of the legend that are switched off. */
    lines: readonly string[];
    kinds: readonly string[];
    countries: readonly string[];
    statuses: readonly string[];
    relation: string;
    /** The month shown, from January of year 0; null: any time. */
    month: number | null;
    measure: string;
    from: string;
    to: string;
    /** Scenarios that are on, and what else is changed: "-ID.NCB", "-T026", "T026=0.5", "+A>B>requests". */
    scenarios: readonly string[];
    changes: readonly string[];
}

const LISTS = ["layers", "lines", "kinds", "countries", "statuses", "scenarios", "changes"] as const;
const WORDS = ["view", "tab", "open", "relation", "measure", "from", "to"] as const;

/** The address of a state: only what differs from how the page opens. */
export function address(state: State, start: State): string {
    const parts: string[] = [];
    const put = (name: string, value: string): void => {
        parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%20", "+")}`);
    };
    for (const name of WORDS) if (state[name] !== start[name]) put(name, state[name]);
    for (const name of LISTS) {
        if (state[name].join() !== start[name].join())
            put(name, state[name].map((item) => item.replaceAll(",", ";")).join());
    }
    if (state.month !== start.month) put("month", state.month === null ? "" : monthId(state.month));
    return parts.join("&");
}

/** The state of an address; what it does not say is as the page opens, and so is what it says wrongly. */
export function parsed(text: string, start: State): State {
    const said = new URLSearchParams(text.replace(/^#/, ""));
    const state: State = { ...start };
    for (const name of WORDS) state[name] = said.get(name) ?? start[name];
    for (const name of LISTS) {
        const list = said.get(name);
        if (list !== null) state[name] = list.split(",").filter((item) => item !== "");
    }
    const month = said.get("month");
    if (month !== null) state.month = monthOf(month);
    return state;
}

/** The month, or the year that it begins where a step is a year, as Python and readers write it. */
export function spanId(month: number, step: number): string {
    return step === 12 ? String(Math.floor(month / 12)) : monthId(month);
}

export function monthId(month: number): string {
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

function monthOf(id: string): number | null {
    const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(id);
    return found === null ? null : 12 * Number(found[1]) + Number(found[2]) - 1;
}

type Listener = (state: State, before: State) => void;

/** Holds the state and tells whoever shows it; the address follows. */
export class Store {
    #state: State;
    readonly #heard: Listener[] = [];

    constructor(readonly start: State) {
        this.#state = parsed(location.hash, start);
        addEventListener("hashchange", () => this.#become(parsed(location.hash, start), false));
    }

    get state(): State {
        return this.#state;
    }

    set(changes: Partial<State>): void {
        this.#become({ ...this.#state, ...changes }, true);
    }

    /** Puts an item into a list, or takes it out. */
    toggle(name: (typeof LISTS)[number], item: string): void {
        const list = this.#state[name];
        this.set({ [name]: list.includes(item) ? list.filter((other) => other !== item) : [...list, item] });
    }

    onChange(listener: Listener): void {
        this.#heard.push(listener);
    }

    #become(state: State, write: boolean): void {
        const before = this.#state;
        this.#state = state;
        for (const listener of this.#heard) listener(state, before);
        if (write) showAddress(address(state, this.start));
    }
}

// A frame inside a notebook has no address of its own to change.
function showAddress(text: string): void {
    try {
        history.replaceState(null, "", `#${text}`);
    } catch {
        // The page works without; there is only no link to copy.
    }
}
