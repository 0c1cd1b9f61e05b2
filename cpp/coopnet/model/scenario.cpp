#include <coopnet/core/nearest.hpp>
#include <coopnet/model/builder.hpp>
#include <coopnet/model/detail/problems.hpp>
#include <coopnet/model/scenario.hpp>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace coopnet {
namespace {

using detail::quoted;

std::string said_between(const Between& ties) {
    return quoted(ties.source) + " – " + quoted(ties.target) + (ties.relation ? " (" + *ties.relation + ")" : "");
}

struct Saying {
    std::string operator()(const RemoveActor& edit) const { return "remove " + quoted(edit.actor); }
    std::string operator()(const RemoveTie& edit) const { return "remove " + quoted(edit.tie); }
    std::string operator()(const RemoveTies& edit) const { return "remove " + said_between(edit.ties); }
    std::string operator()(const AddActor& edit) const { return "add_actor " + quoted(edit.actor); }
    std::string operator()(const AddTie& edit) const {
        return "add_tie " + quoted(edit.source) + " → " + quoted(edit.target);
    }
    std::string operator()(const Change& edit) const { return "change " + quoted(edit.id); }
    std::string operator()(const ChangeTies& edit) const { return "change " + said_between(edit.ties); }
};

// Runs `work` so that what it finds wrong is said with the edit.
template <class Work>
void naming(std::size_t number, const Edit& edit, Work work) {
    const auto named = [&](const Error& error) {
        return "Edit " + std::to_string(number + 1) + " (" + said(edit) + "): " + error.what();
    };
    try {
        work();
    } catch (const UnknownActor& error) {
        throw UnknownActor{named(error)};
    } catch (const UnknownRelation& error) {
        throw UnknownRelation{named(error)};
    } catch (const UnknownName& error) {
        throw UnknownName{named(error)};
    } catch (const InvalidOption& error) {
        throw InvalidOption{named(error)};
    }
}

// A sheet under edits: rows are added behind, removed ones only marked.
class MarkedSheet {
public:
    std::vector<Fate> fates;
    std::vector<std::size_t> edits;        // by row: the last that wrote it
    std::unordered_set<std::size_t> gone;  // added and removed again

    MarkedSheet(Sheet& sheet, Table what)
        : fates(sheet.rows(), Fate::kept), edits(sheet.rows()), sheet_{sheet}, what_{what} {
        const auto& ids = sheet_.ensure("id");
        for (std::size_t i = 0; i < ids.size(); ++i) rows_.emplace(ids[i], i);
    }

    [[nodiscard]] std::optional<std::size_t> row_of(const std::string& id) const {
        const auto found = rows_.find(id);
        return found == rows_.end() ? std::nullopt : std::optional{found->second};
    }
    [[nodiscard]] const std::vector<std::string>& ids() const { return *sheet_.column("id"); }
    [[nodiscard]] bool stands(std::size_t row) const { return fates[row] != Fate::removed && !gone.contains(row); }

    void remove(std::size_t row) {
        if (fates[row] == Fate::added) gone.insert(row);
        fates[row] = Fate::removed;
    }

    void add(const std::string& id, const Cells& cells, std::size_t edit) {
        if (rows_.contains(id)) {
            throw InvalidOption{"The id " + quoted(id) + " is taken already. Choose another."};
        }
        for (const auto& [column, cell] : cells) require_column(column);
        sheet_.ensure("id");
        for (const auto& [column, cell] : cells) sheet_.ensure(column);
        for (auto& column : sheet_.columns) column.emplace_back();
        const std::size_t row = fates.size();
        sheet_.ensure("id")[row] = id;
        for (const auto& [column, cell] : cells) sheet_.ensure(column)[row] = cell;
        fates.push_back(Fate::added);
        edits.push_back(edit);
        rows_.emplace(id, row);
    }

    void change(std::size_t row, const Cells& cells, std::size_t edit) {
        for (const auto& [column, cell] : cells) require_column(column);
        for (const auto& [column, cell] : cells) sheet_.ensure(column)[row] = cell;
        if (fates[row] == Fate::kept) fates[row] = Fate::changed;
        edits[row] = edit;
    }

    // The first of new1, new2 … that nobody has.
    std::string new_id() {
        std::string id;
        do id = "new" + std::to_string(++numbered_);
        while (rows_.contains(id));
        return id;
    }

private:
    void require_column(const std::string& name) const {
        if (sheet_.column(name) != nullptr || format_column(what_, name) != nullptr) return;
        std::vector<std::string> known = sheet_.header;
        for (const Column& column : format_columns(what_)) {
            if (sheet_.column(column.name) == nullptr) known.emplace_back(column.name);
        }
        throw UnknownName{"The " + std::string{table_name(what_)} + " have no column " + quoted(name) + "." +
                          nearest_hint(name, known) + " Add a column of your own to the network first."};
    }

    Sheet& sheet_;
    Table what_;
    std::unordered_map<std::string, std::size_t> rows_;
    std::size_t numbered_ = 0;
};

// Applies edits to a draft, one after the other.
class Editor {
public:
    explicit Editor(const Network& network) : network_{network}, draft_{network.draft()} {}

    void apply(std::span<const Edit> edits) {
        for (std::size_t i = 0; i < edits.size(); ++i) {
            number_ = i;
            naming(i, edits[i], [&] { std::visit([this](const auto& asked) { edit(asked); }, edits[i]); });
        }
    }

    // All rows but those that `keep` drops, built.
    template <class Keep>
    Network built(std::span<const Edit> edits, Keep keep) {
        const auto actor_rows = kept_rows(actors_, keep);
        const auto tie_rows = kept_rows(ties_, keep);
        drop_actors(actor_rows);
        take_rows(draft_.actors, actor_rows);
        take_rows(draft_.ties, tie_rows);
        const std::string actor_file = draft_.actors.file;
        const std::string tie_file = draft_.ties.file;
        try {
            return build(std::move(draft_));
        } catch (const InvalidNetwork& error) {
            if (actor_file == tie_file) throw;
            std::vector<Problem> problems = error.problems();
            for (Problem& problem : problems) {
                if (problem.file == actor_file) name_edit(problem, actors_, actor_rows, edits);
                if (problem.file == tie_file) name_edit(problem, ties_, tie_rows, edits);
            }
            throw InvalidNetwork{std::move(problems)};
        }
    }

    void restore_ties(std::span<const std::string> ids) {
        for (const std::string& id : ids) {
            const std::size_t row = index(network_.tie(id));
            for (std::size_t c = 0; c < draft_.ties.header.size(); ++c) {
                draft_.ties.columns[c][row] = std::string{network_.draft().ties.cell(row, draft_.ties.header[c])};
            }
        }
    }

    [[nodiscard]] RemovedRows removed() const {
        RemovedRows rows;
        for (std::size_t i = 0; i < actors_.fates.size(); ++i) {
            if (actors_.fates[i] == Fate::removed) rows.actors.push_back(row<ActorRow>(i));
        }
        for (std::size_t i = 0; i < ties_.fates.size(); ++i) {
            if (ties_.fates[i] == Fate::removed) rows.ties.push_back(row<TieRow>(i));
        }
        return rows;
    }

    void forget_removals() {
        actors_.fates.assign(actors_.fates.size(), Fate::kept);
        ties_.fates.assign(ties_.fates.size(), Fate::kept);
    }

    [[nodiscard]] const MarkedSheet& actors() const { return actors_; }
    [[nodiscard]] const MarkedSheet& ties() const { return ties_; }

    template <class Keep>
    static std::vector<std::size_t> kept_rows(const MarkedSheet& table, Keep keep) {
        std::vector<std::size_t> rows;
        for (std::size_t i = 0; i < table.fates.size(); ++i) {
            if (keep(table, i)) rows.push_back(i);
        }
        return rows;
    }

private:
    // --- the edits --------------------------------------------------------------------
    void edit(const RemoveActor& asked) {
        if (!actors_.row_of(asked.actor) && ties_.row_of(asked.actor)) {
            throw UnknownActor{"There is no actor " + quoted(asked.actor) + ", but a tie. Remove it as a tie."};
        }
        actors_.remove(actor(asked.actor));
        for (const std::string_view column : {"source", "target", "instrument"}) {
            const auto* const ends = draft_.ties.column(column);
            for (std::size_t i = 0; ends != nullptr && i < ends->size(); ++i) {
                if ((*ends)[i] == asked.actor && ties_.stands(i)) ties_.remove(i);
            }
        }
    }

    void edit(const RemoveTie& asked) { ties_.remove(tie(asked.tie)); }

    void edit(const RemoveTies& asked) {
        for (const std::size_t row : between(asked.ties, "remove")) ties_.remove(row);
    }

    void edit(const AddActor& asked) {
        if (asked.actor.empty()) throw InvalidOption{"A new actor needs an id. Give it one."};
        const auto parent = asked.cells.find("parent");
        if (parent != asked.cells.end() && !parent->second.empty()) actor(parent->second);
        actors_.add(asked.actor, asked.cells, number_);
    }

    void edit(const AddTie& asked) {
        Cells cells = asked.cells;
        actor(asked.source);
        actor(asked.target);
        if (const auto instrument = cells.find("instrument"); instrument != cells.end() && !instrument->second.empty())
            actor(instrument->second);
        if (!draft_.open_vocabulary) static_cast<void>(network_.relation(asked.relation));
        const auto id = cells.find("id");
        const std::string own = id == cells.end() ? ties_.new_id() : id->second;
        cells["source"] = asked.source;
        cells["target"] = asked.target;
        cells["relation"] = asked.relation;
        cells.try_emplace("status", status_name(Status::inferred));
        ties_.add(own, cells, number_);
    }

    void edit(const Change& asked) {
        const auto actor_row = actors_.row_of(asked.id);
        const auto tie_row = ties_.row_of(asked.id);
        if (actor_row && tie_row) {
            throw InvalidOption{quoted(asked.id) + " is an actor and a tie. Name the tie by its two actors."};
        }
        if (asked.cells.contains("id")) throw InvalidOption{"An id stays. Remove the row and add another."};
        if (actor_row) return actors_.change(actor(asked.id), asked.cells, number_);
        const std::size_t row = tie(asked.id);
        for (const char* column : {"source", "target", "relation"}) {
            if (!asked.cells.contains(column)) continue;
            throw InvalidOption{"A tie keeps its " + std::string{column} + ". Remove it and add another."};
        }
        ties_.change(row, asked.cells, number_);
    }

    void edit(const ChangeTies& asked) {
        for (const std::size_t row : between(asked.ties, "change")) ties_.change(row, asked.cells, number_);
    }

    // --- who is meant -----------------------------------------------------------------
    std::size_t actor(const std::string& id) const {
        const auto row = actors_.row_of(id);
        if (!row) throw UnknownActor{"There is no actor " + quoted(id) + "." + nearest_hint(id, actors_.ids())};
        if (actors_.stands(*row)) return *row;
        throw UnknownActor{"The actor " + quoted(id) + " is removed already. Take this edit out."};
    }

    std::size_t tie(const std::string& id) const {
        const auto row = ties_.row_of(id);
        if (!row) throw UnknownName{"There is no tie " + quoted(id) + "." + nearest_hint(id, ties_.ids())};
        if (ties_.stands(*row)) return *row;
        throw UnknownName{"The tie " + quoted(id) + " is removed already. Take this edit out."};
    }

    std::vector<std::size_t> between(const Between& asked, const std::string& what) const {
        actor(asked.source);
        actor(asked.target);
        if (asked.relation) require_relation(*asked.relation);
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < ties_.fates.size(); ++i) {
            const auto source = draft_.ties.cell(i, "source");
            const auto target = draft_.ties.cell(i, "target");
            const bool joins = (source == asked.source && target == asked.target) ||
                               (source == asked.target && target == asked.source);
            if (!joins || !ties_.stands(i)) continue;
            if (!asked.relation || draft_.ties.cell(i, "relation") == *asked.relation) found.push_back(i);
        }
        if (!found.empty()) return found;
        const std::string kind = asked.relation ? " of relation " + quoted(*asked.relation) : "";
        throw UnknownName{"There is no tie" + kind + " between " + quoted(asked.source) + " and " +
                          quoted(asked.target) + " to " + what + ". Look at the network's ties."};
    }

    // An open vocabulary takes the relation of an added tie only once it is built.
    void require_relation(const std::string& id) const {
        const auto* const relations = draft_.ties.column("relation");
        if (relations == nullptr || std::ranges::find(*relations, id) == relations->end())
            static_cast<void>(network_.relation(id));
    }

    // --- what is left -----------------------------------------------------------------
    static void take_rows(Sheet& sheet, const std::vector<std::size_t>& rows) {
        for (auto& column : sheet.columns) {
            for (std::size_t i = 0; i < rows.size(); ++i) {
                if (rows[i] != i) column[i] = std::move(column[rows[i]]);
            }
            column.resize(rows.size());
        }
    }

    static void clear_cells(Sheet& sheet, std::string_view name, const std::unordered_set<std::string>& gone) {
        if (sheet.column(name) == nullptr) return;
        for (std::string& cell : sheet.ensure(name)) {
            if (gone.contains(cell)) cell.clear();
        }
    }

    // Nobody has a parent that is gone, and no figure counts from or to it.
    void drop_actors(const std::vector<std::size_t>& kept) {
        std::unordered_set<std::string> gone(actors_.ids().begin(), actors_.ids().end());
        for (const std::size_t row : kept) gone.erase(actors_.ids()[row]);
        if (gone.empty()) return;
        std::unordered_set<std::string> gone_figures;
        std::vector<std::size_t> figures;
        for (std::size_t i = 0; i < draft_.figures.rows(); ++i) {
            const auto counts = [&](std::string_view end) {
                return gone.contains(std::string{draft_.figures.cell(i, end)});
            };
            if (counts("origin") || counts("destination")) {
                gone_figures.emplace(draft_.figures.cell(i, "id"));
            } else {
                figures.push_back(i);
            }
        }
        take_rows(draft_.figures, figures);
        clear_cells(draft_.actors, "parent", gone);
        clear_cells(draft_.figures, "part_of", gone_figures);
    }

    static void name_edit(Problem& problem, const MarkedSheet& table, const std::vector<std::size_t>& rows,
                          std::span<const Edit> edits) {
        if (!problem.row) return;
        const Sheet counted;  // edited sheets count their rows from the first
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (counted.shown_row(i) != *problem.row) continue;
            const Fate fate = table.fates[rows[i]];
            if (fate != Fate::added && fate != Fate::changed) return;
            const std::size_t edit = table.edits[rows[i]];
            problem.file = "edit " + std::to_string(edit + 1) + " (" + said(edits[edit]) + ")";
            problem.row.reset();
            return;
        }
    }

    const Network& network_;
    Draft draft_;
    MarkedSheet actors_{draft_.actors, Table::actors};
    MarkedSheet ties_{draft_.ties, Table::ties};
    std::size_t number_ = 0;
};

template <class Item>
std::vector<Item> chosen(const std::vector<Item>& items, const std::vector<std::size_t>& rows) {
    std::vector<Item> kept;
    for (const std::size_t row : rows) kept.push_back(items[row]);
    return kept;
}

bool only_removes(const Edit& edit) {
    return std::holds_alternative<RemoveActor>(edit) || std::holds_alternative<RemoveTie>(edit) ||
           std::holds_alternative<RemoveTies>(edit);
}

}  // namespace

std::string said(const Edit& edit) {
    return std::visit(Saying{}, edit);
}

Network edited(const Network& network, std::span<const Edit> edits) {
    Editor editor{network};
    editor.apply(edits);
    return editor.built(edits, [](const MarkedSheet& table, std::size_t row) { return table.stands(row); });
}

Overlay overlaid(const Network& network, std::span<const Edit> edits, std::span<const std::string> as_they_were) {
    Editor editor{network};
    editor.apply(edits);
    editor.restore_ties(as_they_were);
    const auto keep = [](const MarkedSheet& table, std::size_t row) { return !table.gone.contains(row); };
    const auto actors = Editor::kept_rows(editor.actors(), keep);
    const auto ties = Editor::kept_rows(editor.ties(), keep);
    return {editor.built(edits, keep), chosen(editor.actors().fates, actors), chosen(editor.ties().fates, ties),
            chosen(editor.actors().edits, actors), chosen(editor.ties().edits, ties)};
}

std::vector<RemovedRows> removed_rows(const Network& network, std::span<const std::vector<Edit>> each) {
    Editor editor{network};
    std::vector<RemovedRows> all;
    for (const std::vector<Edit>& edits : each) {
        for (const Edit& edit : edits) {
            if (only_removes(edit)) continue;
            throw InvalidOption{"The edit " + said(edit) + " does not remove. Take it out."};
        }
        editor.apply(edits);
        all.push_back(editor.removed());
        editor.forget_removals();
    }
    return all;
}

}  // namespace coopnet
