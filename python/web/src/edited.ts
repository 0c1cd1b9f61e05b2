import { asNumber, asText, copied, isA, type Tables } from "./tables.js";
import { CoreError, type Cell, type Edit, type View } from "./view.js";

// The tables of a view under edits, as `coopnet.Scenario.apply` leaves them: what is removed is marked, what is added
// stands last.

const TIE_TEXTS = ["since", "until"] as const;
const ENDS = ["source", "target", "relation"];
// What a tie is judged by in Python alone: grades, and tables that the page does not carry.
const NOT_HERE = ["status", "sources"];

export function edited(view: View, edits: readonly Edit[]): Tables {
    const editor = new Editor(view);
    edits.forEach((edit, place) => {
        try {
            editor.apply(edit);
        } catch (error) {
            if (!(error instanceof CoreError)) throw error;
            throw new CoreError(`Edit ${place + 1} (${edit.edit}): ${error.message}`);
        }
    });
    return editor.tables;
}

class Editor {
    readonly tables: Tables;
    private readonly actors: Map<string, number>;
    private readonly ties: Map<string, number>;
    private numbered = 0;

    constructor(private readonly view: View) {
        this.tables = copied(view);
        this.actors = new Map(view.actors.id.map((id, row) => [id, row]));
        this.ties = new Map(view.ties.id.map((id, row) => [id, row]));
    }

    apply(edit: Edit): void {
        switch (edit.edit) {
            case "remove":
                if ("actor" in edit) return this.removeActor(edit.actor);
                if ("tie" in edit) return this.removeTies([this.tie(edit.tie)]);
                return this.removeTies(this.between(edit.source, edit.target, edit.relation));
            case "add_actor":
                return this.addActor(edit.actor, without(edit, ["edit", "actor"]));
            case "add_tie":
                return this.addTie(edit.source, edit.target, edit.relation, without(edit, ["edit", ...ENDS]));
            case "change":
                return this.change(edit);
        }
    }

    // --- the edits ------------------------------------------------------------------------------------------------------

    private removeActor(id: string): void {
        const row = this.actor(id);
        const { ties, actors } = this.tables;
        actors.gone[row] = true;
        for (let tie = 0; tie < ties.id.length; ++tie) {
            if (ties.source[tie] === row || ties.target[tie] === row || ties.instrument[tie] === row)
                ties.gone[tie] = true;
        }
    }

    private removeTies(rows: readonly number[]): void {
        for (const row of rows) this.tables.ties.gone[row] = true;
    }

    private addActor(id: string, cells: Record<string, Cell>): void {
        if (id === "") throw new CoreError("A new actor needs an id. Give it one.");
        this.requireFree(id, this.actors);
        const kind = asText(cells.kind);
        if (kind !== null && !(kind in this.view.kinds)) throw new CoreError(`The page knows no kind "${kind}".`);
        const country = asText(cells.country);
        const parent = asText(cells.parent);
        if (parent !== null) this.actor(parent);
        const { actors } = this.tables;
        this.actors.set(id, actors.id.length);
        actors.id.push(id);
        actors.kind.push(kind);
        actors.country.push(country);
        actors.in.push(this.takesActor(kind, country));
        actors.gone.push(false);
    }

    private addTie(source: string, target: string, relation: string, cells: Record<string, Cell>): void {
        const from = this.actor(source);
        const to = this.actor(target);
        const { ties } = this.tables;
        const id = asText(cells.id) ?? this.newId();
        this.requireFree(id, this.ties);
        if ((cells.status ?? "inferred") !== "inferred") throw notHere("status");
        if (asText(cells.sources) !== null) throw notHere("sources");
        this.ties.set(id, ties.id.length);
        ties.id.push(id);
        ties.source.push(from);
        ties.target.push(to);
        ties.relation.push(this.relation(relation));
        ties.instrument.push(this.instrument(cells.instrument));
        for (const name of TIE_TEXTS) ties[name].push(asText(cells[name]));
        for (const name of Object.keys(ties.columns)) ties.columns[name]!.push(asNumber(name, cells[name]));
        const { inferred } = this.view.takes;
        if (cells.status !== null) ties.columns.reliability![ties.id.length - 1] ??= inferred;
        ties.in.push(this.takesTie(from, to, cells));
        ties.gone.push(false);
    }

    private change(edit: Edit & { edit: "change" }): void {
        if ("source" in edit) {
            const cells = without(edit, ["edit", ...ENDS]);
            const rows = this.between(
                edit.source as string,
                edit.target as string,
                edit.relation as string | undefined,
            );
            for (const row of rows) this.changeTie(row, cells);
            return;
        }
        const id = edit.id as string;
        const cells = without(edit, ["edit", "id"]);
        if (this.actors.has(id) && this.ties.has(id)) {
            throw new CoreError(`"${id}" is an actor and a tie. Name the tie by its two actors.`);
        }
        if (!this.actors.has(id)) return this.changeTie(this.tie(id), cells);
        this.actor(id);
        for (const name of ["kind", "country"]) if (name in cells) throw notHere(name);
    }

    private changeTie(row: number, cells: Record<string, Cell>): void {
        const { ties } = this.tables;
        for (const [name, cell] of Object.entries(cells)) {
            if (ENDS.includes(name)) throw new CoreError(`A tie keeps its ${name}. Remove it and add another.`);
            if (NOT_HERE.includes(name) || name in this.view.takes.where) throw notHere(name);
            if (name === "since" || name === "until") ties[name][row] = asText(cell);
            if (name === "instrument") ties.instrument[row] = this.instrument(cell);
            const column = ties.columns[name];
            if (column === undefined) continue;
            column[row] = asNumber(name, cell);
            if (name === "reliability") column[row] ??= this.view.ties.by_grade[row] ?? this.addedReliability(row);
        }
    }

    private addedReliability(row: number): number | null {
        return row >= this.view.ties.id.length ? this.view.takes.inferred : null;
    }

    // --- what the projection takes --------------------------------------------------------------------------------------

    private takesActor(kind: string | null, country: string | null): boolean {
        const { kinds, countries, actors } = this.view.takes;
        const ofKind =
            kinds === null || kinds.some((wanted) => (wanted === null ? kind === null : isA(this.view, kind, wanted)));
        return actors && ofKind && (countries === null || countries.includes(country));
    }

    private takesTie(from: number, to: number, cells: Record<string, Cell>): boolean {
        const { takes } = this.view;
        const where = Object.entries(takes.where);
        const status = (this.view.over.status ?? null) as (string | null)[] | null;
        const asSaid =
            cells.status === null
                ? !this.view.over.min_grade && (status === null || status.includes(null))
                : takes.ties;
        const { actors } = this.tables;
        return (
            asSaid &&
            where.every(([column, values]) => values.includes(asText(cells[column]))) &&
            actors.in[from]! &&
            actors.in[to]!
        );
    }

    // --- who is meant ---------------------------------------------------------------------------------------------------

    private actor(id: string): number {
        const row = this.actors.get(id);
        if (row === undefined) throw new CoreError(`There is no actor "${id}".`);
        if (this.tables.actors.gone[row])
            throw new CoreError(`The actor "${id}" is removed already. Take this edit out.`);
        return row;
    }

    private tie(id: string): number {
        const row = this.ties.get(id);
        if (row === undefined) throw new CoreError(`There is no tie "${id}".`);
        if (this.tables.ties.gone[row]) throw new CoreError(`The tie "${id}" is removed already. Take this edit out.`);
        return row;
    }

    private between(source: string, target: string, relation?: string): number[] {
        const a = this.actor(source);
        const b = this.actor(target);
        const kind = relation === undefined ? null : this.relation(relation);
        const { ties } = this.tables;
        const found = ties.id
            .map((_, row) => row)
            .filter((row) => !ties.gone[row] && (kind === null || ties.relation[row] === kind))
            .filter(
                (row) =>
                    (ties.source[row] === a && ties.target[row] === b) ||
                    (ties.source[row] === b && ties.target[row] === a),
            );
        if (found.length > 0) return found;
        const of = relation === undefined ? "" : ` of relation "${relation}"`;
        throw new CoreError(`There is no tie${of} between "${source}" and "${target}". Look at the network's ties.`);
    }

    private relation(id: string): number {
        const found = this.view.relations.findIndex((relation) => relation.id === id);
        if (found < 0) throw new CoreError(`There is no relation "${id}".`);
        return found;
    }

    private instrument(cell: Cell | undefined): number {
        const id = asText(cell);
        return id === null ? -1 : this.actor(id);
    }

    private requireFree(id: string, taken: ReadonlyMap<string, number>): void {
        if (taken.has(id)) throw new CoreError(`The id "${id}" is taken already. Choose another.`);
    }

    private newId(): string {
        let id: string;
        do id = `new${++this.numbered}`;
        while (this.ties.has(id));
        return id;
    }
}

function without(edit: Edit, names: readonly string[]): Record<string, Cell> {
    return Object.fromEntries(Object.entries(edit).filter(([name]) => !names.includes(name))) as Record<string, Cell>;
}

function notHere(column: string): CoreError {
    return new CoreError(`The page does not compute with another ${column}. Copy the scenario and ask in Python.`);
}
