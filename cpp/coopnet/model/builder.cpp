#include <coopnet/core/circles.hpp>
#include <coopnet/model/builder.hpp>
#include <coopnet/model/detail/cells.hpp>
#include <coopnet/model/detail/tidy.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_map>
#include <utility>

namespace coopnet {
namespace {

using detail::Place;
using detail::quoted;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array<std::string_view, 5> handling_marks{"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"};
// More kinds or relations than this are names in the wrong column.
constexpr std::size_t most_words = 10'000;

template <class Row>
using Words = std::unordered_map<std::string, Row>;

template <class Row>
std::optional<Row> find_row(const Words<Row>& words, std::string_view id) {
    const auto found = words.find(std::string{id});
    return found == words.end() ? std::nullopt : std::optional{found->second};
}

// The row of a sheet whose id this is.
template <class Row>
std::optional<Row> find_row(const KeyRows& rows, const Sheet& sheet, std::string_view id) {
    const auto* ids = sheet.column("id");
    const auto found = ids == nullptr ? std::nullopt : rows.find(id, *ids);
    return found ? std::optional{row<Row>(*found)} : std::nullopt;
}

// What the row above names: lists go actor by actor, and a search through all of them is dear.
template <class Row>
struct Last {
    std::string_view id;
    std::optional<Row> row;
};

template <class Row, class Items>
Words<Row> rows_by_id(const Items& items) {
    Words<Row> rows;
    for (std::size_t i = 0; i < items.size(); ++i) rows.emplace(items[i].id, row<Row>(i));
    return rows;
}

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> ids;
    for (const auto& item : items) ids.push_back(item.id);
    return ids;
}

}  // namespace

// Reads the tables in the order in which they speak of each other.
class Builder {
public:
    explicit Builder(Draft draft) {
        network_.notes_ = std::exchange(draft.notes, {});
        network_.draft_ = std::move(draft);
    }

    Network finish() {
        detail::tidy(draft(), problems_);
        problems_.throw_if_any();
        detail::settle_types(draft(), problems_);
        kind_rows_ = rows_by_id<KindRow>(vocabulary().kinds);
        relation_rows_ = rows_by_id<RelationRow>(vocabulary().relations);
        const bool actors = draft().actors.columns.empty() || has_columns(draft().actors, {"id"});
        const bool ties = has_columns(draft().ties, {"source", "target"});
        read_sources();
        if (actors) read_actors();
        if (actors && ties) read_ties();
        if (actors) read_figures();
        problems_.throw_if_any();
        for (const Table table : all_tables) draft().sheet(table).lines.clear();
        return std::move(network_);
    }

private:
    Draft& draft() noexcept { return network_.draft_; }
    Vocabulary& vocabulary() noexcept { return network_.draft_.vocabulary; }

    void note(const Place& at, std::string_view column, std::string message) {
        network_.notes_.push_back(
            {at.sheet->file, at.sheet->shown_row(at.row), std::string{column}, std::move(message)});
    }

    // Without these nothing can be said of the rows.
    bool has_columns(const Sheet& sheet, std::initializer_list<std::string_view> names) {
        bool all = true;
        for (const std::string_view name : names) {
            if (sheet.column(name) != nullptr) continue;
            problems_.in_header(sheet, name, "there is no column " + std::string{name} + ". Add or rename one.");
            all = false;
        }
        return all;
    }

    // Every row has an id of its own; rows of a sheet without the column are numbered.
    KeyRows identify(Sheet& sheet, std::string_view prefix) {
        const bool numbered = sheet.column("id") == nullptr;
        auto& ids = sheet.ensure("id");
        if (numbered) {
            for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = std::string{prefix} + std::to_string(i + 1);
            return KeyRows::numbered(prefix, ids.size());
        }
        KeyRows rows;
        rows.reserve(ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (ids[i].empty()) {
                problems_.at({&sheet, i}, "id", "the id is missing. Give every row one.");
            } else if (const auto [first, fresh] = rows.add(ids[i], i, ids); !fresh) {
                problems_.at({&sheet, i}, "id",
                             quoted(ids[i]) + " stands in row " + std::to_string(sheet.shown_row(first)) +
                                 " already. Give each row an id of its own.");
            }
        }
        return rows;
    }

    // --- cells that name something --------------------------------------------------
    std::optional<ActorRow> actor(const Place& at, std::string_view column) {
        const auto id = at.cell(column);
        if (id.empty()) return std::nullopt;
        const auto found = find_row<ActorRow>(network_.actor_rows_, draft().actors, id);
        if (!found) {
            problems_.at(at, column,
                         "there is no actor " + quoted(id) + "." + problems_.hint(id, *draft().actors.column("id")));
        }
        return found;
    }

    std::vector<SourceRow> sources(const Place& at) {
        std::vector<SourceRow> rows;
        for (const std::string& id : split_cell(at.cell("sources"))) {
            if (const auto found = find_row<SourceRow>(source_rows_, draft().sources, id)) {
                rows.push_back(*found);
            } else if (draft().open_vocabulary && sources_are_found_) {
                rows.push_back(take_source(at, id));
            } else {
                problems_.at(at, "sources",
                             "there is no source " + quoted(id) + " in " + draft().sources.file + "." +
                                 problems_.hint(id, draft().sources.ensure("id")));
            }
        }
        return rows;
    }

    SourceRow take_source(const Place& at, const std::string& id) {
        note(at, "sources", "the source " + quoted(id) + " is taken as found; it has no grade.");
        draft().sources.ensure("id");
        for (auto& column : draft().sources.columns) column.emplace_back();
        draft().sources.ensure("id").back() = id;
        const auto taken = row<SourceRow>(network_.sources_.size());
        source_rows_.add(id, index(taken), *draft().sources.column("id"));
        network_.sources_.push_back({id, {}});
        return taken;
    }

    std::optional<KindRow> kind(const Place& at) {
        const auto id = at.cell("kind");
        if (id.empty()) return std::nullopt;
        if (const auto known = find_row(kind_rows_, id)) return known;
        if (!may_take(at, "kind", vocabulary().kinds)) return std::nullopt;
        note(at, "kind", "the kind " + quoted(id) + " is taken as found.");
        const auto taken = row<KindRow>(vocabulary().kinds.size());
        vocabulary().kinds.push_back({std::string{id}, {}, {}, {}, {}});
        kind_rows_.emplace(id, taken);
        return taken;
    }

    std::optional<RelationRow> relation(const Place& at) {
        auto& cell = draft().ties.ensure("relation")[at.row];
        if (last_relation_.row && cell == last_relation_.id) return last_relation_.row;
        if (cell.empty() && !draft().open_vocabulary) {
            problems_.at(at, "relation", "the relation is missing. Name one of the vocabulary.");
            return std::nullopt;
        }
        if (cell.empty()) cell = "tie";
        if (const auto known = find_row(relation_rows_, cell)) return (last_relation_ = {cell, known}).row;
        if (!may_take(at, "relation", vocabulary().relations)) return std::nullopt;
        note(at, "relation", "the relation " + quoted(cell) + " is taken as found: directed, layer cooperation.");
        return take_relation(cell);
    }

    template <class Items>
    bool may_take(const Place& at, std::string_view column, const Items& items) {
        const std::string what{column};
        if (!draft().open_vocabulary) {
            const auto id = at.cell(column);
            problems_.at(at, column,
                         "the vocabulary has no " + what + " " + quoted(id) + "." + problems_.hint(id, ids_of(items)));
        } else if (items.size() >= most_words) {
            problems_.at(at, column, "there are more than 10,000 of these. A " + what + " is a sort, not a name.");
        } else {
            return true;
        }
        return false;
    }

    RelationRow take_relation(const std::string& id) {
        auto layer = vocabulary().layer("cooperation");
        if (!layer) {
            layer = row<LayerRow>(vocabulary().layers.size());
            vocabulary().layers.push_back({"cooperation", {}});
        }
        Relation found;
        found.id = id;
        found.layer = *layer;
        const auto taken = row<RelationRow>(vocabulary().relations.size());
        vocabulary().relations.push_back(std::move(found));
        relation_rows_.emplace(id, taken);
        return taken;
    }

    void check_handling(const Place& at) {
        const auto mark = at.cell("handling");
        if (mark.empty() || std::ranges::find(handling_marks, mark) != handling_marks.end()) return;
        problems_.at(at, "handling",
                     quoted(mark) + " is not a TLP 2.0 marking: CLEAR, GREEN, AMBER, AMBER+STRICT or RED.");
    }

    // --- sources --------------------------------------------------------------------
    void read_sources() {
        auto& sheet = draft().sources;
        sources_are_found_ = sheet.rows() == 0;
        if (sources_are_found_) return;
        source_rows_ = identify(sheet, "S");
        for (std::size_t i = 0; i < sheet.rows(); ++i) {
            const Place at{&sheet, i};
            network_.sources_.push_back({std::string{at.cell("id")}, cells_.grade(at)});
            cells_.date(at, "date");
            check_handling(at);
        }
    }

    // --- actors ---------------------------------------------------------------------
    void read_actors() {
        auto& sheet = draft().actors;
        if (sheet.columns.empty()) return take_actors_from_ties();
        network_.actor_rows_ = identify(sheet, "A");
        std::vector<std::optional<ActorRow>> parents;
        for (std::size_t i = 0; i < sheet.rows(); ++i) {
            const Place at{&sheet, i};
            network_.actors_.push_back({std::string{at.cell("id")}, kind(at)});
            parents.push_back(actor(at, "parent"));
            sources(at);
            check_handling(at);
        }
        refuse_circles(sheet, "parent", parents);
    }

    void take_actors_from_ties() {
        auto& ids = draft().actors.ensure("id");
        const Sheet& ties = draft().ties;
        for (std::size_t i = 0; i < ties.rows(); ++i) {
            for (const std::string_view column : {"source", "target", "instrument"}) {
                const auto id = ties.cell(i, column);
                if (id.empty() || !network_.actor_rows_.add(id, ids.size(), ids).second) continue;
                ids.emplace_back(id);
                network_.actors_.push_back({std::string{id}, std::nullopt});
            }
        }
    }

    template <class Row>
    void refuse_circles(const Sheet& sheet, std::string_view column, const std::vector<std::optional<Row>>& above) {
        for (const std::size_t place : circles(above)) {
            problems_.at({&sheet, place}, column,
                         "following " + std::string{column} + " leads back here. Mend one row.");
        }
    }

    // --- ties -----------------------------------------------------------------------
    void read_ties() {
        auto& sheet = draft().ties;
        network_.tie_rows_ = identify(sheet, "T");
        sheet.ensure("relation");
        const auto facts = facts_in(sheet);
        network_.ties_.reserve(sheet.rows());
        for (std::size_t i = 0; i < sheet.rows(); ++i) network_.ties_.push_back(tie({&sheet, i}, facts));
    }

    using Fact = void (*)(Builder&, const Place&, Tie&);

    // What the columns that are there say of a tie: to look for each of the others in every row takes long.
    static std::vector<Fact> facts_in(const Sheet& sheet) {
        std::vector<Fact> facts;
        const auto ask = [&](std::initializer_list<std::string_view> columns, Fact fact) {
            const auto is_there = [&](std::string_view column) { return sheet.column(column) != nullptr; };
            if (std::ranges::any_of(columns, is_there)) facts.push_back(fact);
        };
        ask({"since", "until"}, [](Builder& b, const Place& at, Tie& made) { made.period = b.cells_.period(at); });
        ask({"strength"},
            [](Builder& b, const Place& at, Tie& made) { made.strength = b.cells_.number(at, "strength"); });
        ask({"reliability"}, [](Builder& b, const Place& at, Tie& made) {
            made.reliability = b.cells_.number(at, "reliability", 0, 1);
        });
        ask({"delay_days"},
            [](Builder& b, const Place& at, Tie& made) { made.delay_days = b.cells_.number(at, "delay_days", 0); });
        ask({"capacity"},
            [](Builder& b, const Place& at, Tie& made) { made.capacity = b.cells_.number(at, "capacity", 0); });
        ask({"instrument"},
            [](Builder& b, const Place& at, Tie& made) { made.instrument = b.actor(at, "instrument"); });
        ask({"sources"}, [](Builder& b, const Place& at, Tie& made) { made.sources = b.sources(at); });
        ask({"status"}, [](Builder& b, const Place& at, Tie& made) { made.status = b.cells_.status(at); });
        ask({"handling"}, [](Builder& b, const Place& at, Tie&) { b.check_handling(at); });
        return facts;
    }

    Tie tie(const Place& at, const std::vector<Fact>& facts) {
        Tie made;
        const auto source = end(at, "source", last_source_);
        const auto target = end(at, "target", last_target_);
        const auto relation_row = relation(at);
        if (source) made.source = *source;
        if (target) made.target = *target;
        if (relation_row) made.relation = *relation_row;
        if (source && target && relation_row) check_ends(at, made);
        for (const Fact fact : facts) fact(*this, at, made);
        return made;
    }

    std::optional<ActorRow> end(const Place& at, std::string_view column, Last<ActorRow>& last) {
        const auto id = at.cell(column);
        if (last.row && id == last.id) return last.row;
        if (!id.empty()) return (last = {id, actor(at, column)}).row;
        problems_.at(at, column, "the actor is missing. A tie needs a source and a target.");
        return std::nullopt;
    }

    void check_ends(const Place& at, const Tie& made) {
        const Relation& relation = vocabulary()[made.relation];
        check_end(at, "source", made.source, relation, relation.from);
        check_end(at, "target", made.target, relation, relation.to);
    }

    void check_end(const Place& at, std::string_view column, ActorRow row, const Relation& relation,
                   const std::vector<KindRow>& allowed) {
        const Actor& actor = network_[row];
        if (allowed.empty() || (actor.kind && vocabulary().allowed(*actor.kind, allowed))) return;
        std::string kinds;
        for (const KindRow kind : allowed) kinds += (kinds.empty() ? "" : ", ") + vocabulary()[kind].id;
        problems_.at(at, column,
                     quoted(actor.id) + " is of kind " +
                         (actor.kind ? quoted(vocabulary()[*actor.kind].id) : std::string{"(none)"}) + "; the " +
                         std::string{column} + " of " + quoted(relation.id) + " must be " + kinds + ".");
    }

    // --- figures --------------------------------------------------------------------
    void read_figures() {
        auto& sheet = draft().figures;
        if (sheet.rows() == 0) return;
        const auto rows = identify(sheet, "F");
        std::vector<std::optional<FigureRow>> wholes;
        for (std::size_t i = 0; i < sheet.rows(); ++i) {
            network_.figures_.push_back(figure({&sheet, i}, rows));
            wholes.push_back(network_.figures_.back().part_of);
        }
        refuse_circles(sheet, "part_of", wholes);
    }

    Figure figure(const Place& at, const KeyRows& rows) {
        Figure made;
        made.id = at.cell("id");
        made.measure = at.cell("measure");
        if (made.measure.empty())
            problems_.at(at, "measure", "what was counted is missing. Name a relation or a stage.");
        made.group = at.cell("group");
        made.origin = actor(at, "origin");
        made.destination = actor(at, "destination");
        made.counting = counting_of(at.cell("definition"), !at.cell("since").empty() || !at.cell("until").empty(),
                                    !at.cell("as_of").empty());
        read_count(at, made);
        made.period = cells_.period(at);
        made.as_of = cells_.date(at, "as_of");
        made.part_of = whole(at, rows);
        made.sources = sources(at);
        check_handling(at);
        return made;
    }

    void read_count(const Place& at, Figure& made) {
        const double least = made.counting == Counting::other ? -std::numeric_limits<double>::infinity() : 0;
        made.value = cells_.number(at, "value", least);
        made.low = cells_.number(at, "low", least);
        made.high = cells_.number(at, "high", least);
        if (made.low > made.high) problems_.at(at, "low", "low is above high. Exchange the two.");
        if (made.value < made.low || made.value > made.high) {
            problems_.at(at, "value", "the value does not lie from low to high. Mend one of the three.");
        }
    }

    std::optional<FigureRow> whole(const Place& at, const KeyRows& rows) {
        const auto id = at.cell("part_of");
        if (id.empty()) return std::nullopt;
        const auto found = find_row<FigureRow>(rows, *at.sheet, id);
        if (!found) {
            problems_.at(at, "part_of",
                         "there is no figure " + quoted(id) + "." + problems_.hint(id, *at.sheet->column("id")));
        }
        return found;
    }

    Network network_;
    detail::Problems problems_;
    detail::Cells cells_{problems_};
    Words<KindRow> kind_rows_;
    Words<RelationRow> relation_rows_;
    KeyRows source_rows_;
    bool sources_are_found_ = false;
    Last<ActorRow> last_source_;
    Last<ActorRow> last_target_;
    Last<RelationRow> last_relation_;
};

Network build(Draft draft) {
    return Builder{std::move(draft)}.finish();
}

}  // namespace coopnet
