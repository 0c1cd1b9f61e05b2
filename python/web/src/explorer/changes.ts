// What is changed in a what-if: prepared switches and changes by hand, as edits that Python knows, and on the picture.

import type { Said } from "../data.ts";
import type { Edit } from "./answers.ts";
import type { Context } from "./context.ts";
import type { State } from "./state.ts";

export interface Change {
    removedActors: Set<number>;
    removedTies: Set<number>;
    changedTies: Set<number>;
    addedActors: { id: string; name: Said }[];
    addedTies: { source: string; target: string; relation: string }[];
}

/** A change by hand in the address: "-ID.NCB", "-T026", "T026=0.5", "+A>B>requests". */
function editOf(context: Context, change: string): Edit | null {
    const body = change.slice(1);
    if (change.startsWith("-")) {
        if (context.actorRow.has(body)) return { edit: "remove", actor: body };
        return context.tieRow.has(body) ? { edit: "remove", tie: body } : null;
    }
    if (change.startsWith("+")) {
        const [source = "", target = "", relation = ""] = body.split(">");
        const isKnown =
            context.actorRow.has(source) &&
            context.actorRow.has(target) &&
            source !== target &&
            context.data.relations.some((item) => item.id === relation);
        return isKnown ? { edit: "add_tie", source, target, relation } : null;
    }
    const at = change.lastIndexOf("=");
    const [id, reliability] = [change.slice(0, at), Number(change.slice(at + 1))];
    const isKnown = context.tieRow.has(id) && reliability >= 0 && reliability <= 1;
    return isKnown ? { edit: "change", id, reliability } : null;
}

/** All edits of a state, in the order in which they can be made: what is added first, what is removed last. */
export function editsOf(context: Context, state: State): Edit[] {
    const switched = context.data.explore.scenarios
        .filter((item) => state.scenarios.includes(item.id))
        .flatMap((item) => item.edits);
    const byHand = state.changes.flatMap((change) => editOf(context, change) ?? []);
    const edits = [...switched, ...byHand];
    return ORDER.flatMap((kind) => edits.filter((edit) => edit.edit === kind)).filter((edit, _, all) =>
        isPossible(edit, all),
    );
}

const ORDER = ["add_actor", "add_tie", "change", "remove"];

// What is removed with its actor cannot be removed again.
function isPossible(edit: Edit, all: readonly Edit[]): boolean {
    if (edit.edit !== "remove" || edit["source"] === undefined) return true;
    const gone = new Set(
        all.filter((other) => other.edit === "remove" && other["actor"] !== undefined).map((other) => other["actor"]),
    );
    return !gone.has(edit["source"]) && !gone.has(edit["target"]);
}

/** What the edits do to the actors and ties that the page knows. */
export function changeOf(context: Context, edits: readonly Edit[]): Change {
    const change: Change = {
        removedActors: new Set(),
        removedTies: new Set(),
        changedTies: new Set(),
        addedActors: [],
        addedTies: [],
    };
    const { data } = context;
    const between = (edit: Edit): number[] =>
        data.ties.flatMap((tie, row) => {
            const [a, b] = [context.actor(tie.source).id, context.actor(tie.target).id];
            const isPair =
                (a === edit["source"] && b === edit["target"]) || (a === edit["target"] && b === edit["source"]);
            return isPair && (edit["relation"] === undefined || edit["relation"] === tie.relation) ? [row] : [];
        });
    for (const edit of edits) {
        const [actor, tie] = [String(edit["actor"] ?? ""), String(edit["tie"] ?? edit["id"] ?? "")];
        if (edit.edit === "add_actor") {
            const name = String(edit["short"] ?? edit["name"] ?? actor);
            change.addedActors.push({
                id: actor,
                name: { en: name, id: String(edit["short_id"] ?? edit["name_id"] ?? name) },
            });
        } else if (edit.edit === "add_tie") {
            change.addedTies.push({
                source: String(edit["source"]),
                target: String(edit["target"]),
                relation: String(edit["relation"]),
            });
        } else if (edit.edit === "change") {
            for (const row of tie === "" ? between(edit) : [context.tieRow.get(tie)]) {
                if (row !== undefined) change.changedTies.add(row);
            }
        } else if (actor !== "") {
            const row = context.actorRow.get(actor);
            if (row !== undefined) change.removedActors.add(row);
        } else {
            for (const row of tie === "" ? between(edit) : [context.tieRow.get(tie)]) {
                if (row !== undefined) change.removedTies.add(row);
            }
        }
    }
    data.ties.forEach((tie, row) => {
        const { removedActors } = change;
        if (
            removedActors.has(tie.source) ||
            removedActors.has(tie.target) ||
            (tie.instrument !== null && removedActors.has(tie.instrument))
        )
            change.removedTies.add(row);
    });
    return change;
}
