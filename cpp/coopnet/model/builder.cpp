#include <coopnet/core/nearest.hpp>
#include <coopnet/model/builder.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>
#include <utility>

namespace coopnet {
namespace {

constexpr std::uint32_t first_row = 2;  // below the header, as a spreadsheet counts
constexpr std::array<std::string_view, 5> handling_marks{"CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"};

std::string quoted(std::string_view text) {
    return "\"" + std::string{text} + "\"";
}

using Rows = std::unordered_map<std::string, std::size_t>;

}  // namespace

class Builder {
public:
    explicit Builder(Draft draft) { network_.draft_ = std::move(draft); }

    Network finish() {
        name_files();
        read_sources();
        read_actors();
        read_ties();
        read_figures();
        if (!problems_.empty()) throw InvalidNetwork{std::move(problems_)};
        return std::move(network_);
    }

private:
    // --- where we are -------------------------------------------------------------
    struct Place {
        const Sheet* sheet;
        std::size_t row;

        [[nodiscard]] std::string_view cell(std::string_view column) const { return sheet->cell(row, column); }
    };

    Draft& draft() noexcept { return network_.draft_; }
    Vocabulary& vocabulary() noexcept { return network_.draft_.vocabulary; }

    void name_files() {
        const auto name = [](Sheet& sheet, std::string_view file) {
            if (sheet.file.empty()) sheet.file = file;
        };
        name(draft().actors, "actors.csv");
        name(draft().ties, "ties.csv");
        name(draft().sources, "sources.csv");
        name(draft().figures, "figures.csv");
    }

    static Problem problem_at(const Place& at, std::string_view column, std::string message) {
        return {at.sheet->file, static_cast<std::uint32_t>(at.row) + first_row, std::string{column},
                std::move(message)};
    }
    void complain(const Place& at, std::string_view column, std::string message) {
        problems_.push_back(problem_at(at, column, std::move(message)));
    }
    void note(const Place& at, std::string_view column, std::string message) {
        network_.notes_.push_back(problem_at(at, column, std::move(message)));
    }

    // --- cells --------------------------------------------------------------------
    double number(const Place& at, std::string_view column, double low, double high) {
        const auto cell = at.cell(column);
        if (cell.empty()) return unknown;
        const auto value = read_number(cell);
        if (!value) {
            complain(at, column, quoted(cell) + " is not a number. Write it plainly, with a decimal point.");
            return unknown;
        }
        if (*value < low || *value > high) {
            const std::string range = std::isfinite(high) ? "from " + format_number(low) + " to " + format_number(high)
                                                          : "at least " + format_number(low);
            complain(at, column, std::string{cell} + " is out of range; it must be " + range + ".");
            return unknown;
        }
        return *value;
    }

    Date date(const Place& at, std::string_view column, std::optional<Date> (*parse)(std::string_view)) {
        const auto parsed = parse(at.cell(column));
        if (parsed) return *parsed;
        complain(
            at, column,
            quoted(at.cell(column)) + " is not a date. Write 2022, 2022-08 or 2022-08-15; leave it empty if unknown.");
        return {};
    }

    Period period(const Place& at) {
        const Period held{date(at, "since", [](std::string_view cell) { return parse_since(cell); }),
                          date(at, "until", [](std::string_view cell) { return parse_until(cell); })};
        if (held.ends_before_it_begins()) {
            complain(at, "until",
                     std::string{at.cell("until")} + " is before it begins, " + std::string{at.cell("since")} +
                         ". Exchange the two or mend one.");
        }
        return held;
    }

    std::optional<ActorRow> actor(const Place& at, std::string_view column, std::string_view id) {
        const auto found = network_.actor_rows_.find(std::string{id});
        if (found != network_.actor_rows_.end()) return found->second;
        complain(at, column, "there is no actor " + quoted(id) + "." + nearest_hint(id, actor_ids()));
        return std::nullopt;
    }
    std::optional<ActorRow> optional_actor(const Place& at, std::string_view column) {
        const auto id = at.cell(column);
        return id.empty() ? std::nullopt : actor(at, column, id);
    }

    std::vector<SourceRow> sources(const Place& at) {
        std::vector<SourceRow> rows;
        for (const std::string& id : split_cell(at.cell("sources"))) {
            if (const auto found = source_rows_.find(id); found != source_rows_.end()) {
                rows.push_back(row<SourceRow>(found->second));
            } else if (draft().open_vocabulary && draft().sources.rows() == found_sources_) {
                rows.push_back(take_source(at, id));
            } else {
                complain(at, "sources",
                         "there is no source " + quoted(id) + " in " + draft().sources.file + "." +
                             nearest_hint(id, *draft().sources.column("id")));
            }
        }
        return rows;
    }

    SourceRow take_source(const Place& at, const std::string& id) {
        note(at, "sources", "the source " + quoted(id) + " is taken as found; it has no grade.");
        const std::size_t position = network_.sources_.size();
        auto& sheet = draft().sources;
        sheet.ensure("id");
        for (auto& column : sheet.columns) column.emplace_back();
        sheet.ensure("id").back() = id;
        ++found_sources_;
        source_rows_.emplace(id, position);
        network_.sources_.push_back({id, {}});
        return row<SourceRow>(position);
    }

    void check_handling(const Place& at) {
        const auto mark = at.cell("handling");
        if (mark.empty() || std::ranges::find(handling_marks, mark) != handling_marks.end()) return;
        complain(at, "handling", quoted(mark) + " is not a TLP 2.0 marking: CLEAR, GREEN, AMBER, AMBER+STRICT or RED.");
    }

    /// Every row has an id of its own; rows of a sheet without the column are numbered.
    Rows identify(Sheet& sheet, std::string_view prefix) {
        const bool numbered = sheet.column("id") == nullptr;
        auto& ids = sheet.ensure("id");
        if (numbered) ids.resize(sheet.rows());
        Rows rows;
        rows.reserve(ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const Place at{&sheet, i};
            if (numbered) ids[i] = std::string{prefix} + std::to_string(i + 1);
            if (ids[i].empty()) {
                complain(at, "id", "the id is missing. Give every row one.");
            } else if (const auto [first, fresh] = rows.emplace(ids[i], i); !fresh) {
                complain(at, "id",
                         quoted(ids[i]) + " stands in row " + std::to_string(first->second + first_row) +
                             " already. Give each row an id of its own.");
            }
        }
        return rows;
    }

    // --- tables -------------------------------------------------------------------
    void read_sources() {
        auto& sheet = draft().sources;
        if (sheet.rows() == 0) return;
        source_rows_ = identify(sheet, "S");
        for (std::size_t i = 0; i < sheet.rows(); ++i) {
            const Place at{&sheet, i};
            const auto grade = parse_grade(at.cell("grade"));
            if (!grade)
                complain(at, "grade",
                         quoted(at.cell("grade")) + " is not a grade. Write a letter A–F and a digit 1–6, as B2.");
            if (!parse_date(at.cell("date")) && !at.cell("date").empty()) {
                complain(at, "date", quoted(at.cell("date")) + " is not a date. Write 2022, 2022-08 or 2022-08-15.");
            }
            check_handling(at);
            network_.sources_.push_back({std::string{at.cell("id")}, grade.value_or(Grade{})});
        }
    }

    void read_actors() {
        auto& sheet = draft().actors;
        if (sheet.columns.empty()) {
            take_actors_from_ties();
            return;
        }
        if (sheet.column("id") == nullptr) {
            problems_.push_back({sheet.file, 1, "id", "there is no column id. Name the column of the actors' ids so."});
            return;
        }
        for (const auto& [id, position] : identify(sheet, "A"))
            network_.actor_rows_.emplace(id, row<ActorRow>(position));
        for (std::size_t i = 0; i < sheet.rows(); ++i) {
            const Place at{&sheet, i};
            network_.actors_.push_back({std::string{at.cell("id")}, kind(at)});
        }
        for (std::size_t i = 0; i < sheet.rows(); ++i) {
            const Place at{&sheet, i};
            optional_actor(at, "parent");
            sources(at);
            check_handling(at);
        }
    }

    void take_actors_from_ties() {
        auto& ids = draft().actors.ensure("id");
        const auto* sources = draft().ties.column("source");
        const auto* targets = draft().ties.column("target");
        if (sources == nullptr || targets == nullptr) return;  // read_ties says so
        for (std::size_t i = 0; i < sources->size(); ++i) {
            for (const auto* id : {&(*sources)[i], &(*targets)[i]}) {
                if (id->empty()) continue;
                const auto [at, fresh] = network_.actor_rows_.emplace(*id, row<ActorRow>(ids.size()));
                if (!fresh) continue;
                ids.push_back(*id);
                network_.actors_.push_back({*id, std::nullopt});
            }
        }
    }

    std::optional<KindRow> kind(const Place& at) {
        const auto id = at.cell("kind");
        if (id.empty()) return std::nullopt;
        if (const auto known = vocabulary().kind(id)) return known;
        if (!draft().open_vocabulary) {
            complain(at, "kind",
                     "the vocabulary has no kind " + quoted(id) + "." + nearest_hint(id, ids_of(vocabulary().kinds)));
            return std::nullopt;
        }
        note(at, "kind", "the kind " + quoted(id) + " is taken as found.");
        vocabulary().kinds.push_back({std::string{id}, {}, {}, {}, {}});
        return row<KindRow>(vocabulary().kinds.size() - 1);
    }

    void read_ties() {
        auto& sheet = draft().ties;
        for (const std::string_view end : {"source", "target"}) {
            if (sheet.column(end) == nullptr) {
                problems_.push_back(
                    {sheet.file, 1, std::string{end},
                     "there is no column " + std::string{end} + ". A tie needs a source and a target."});
            }
        }
        if (sheet.column("source") == nullptr || sheet.column("target") == nullptr) return;
        for (const auto& [id, position] : identify(sheet, "T")) network_.tie_rows_.emplace(id, row<TieRow>(position));
        if (sheet.column("relation") == nullptr) sheet.ensure("relation");
        network_.ties_.reserve(sheet.rows());
        for (std::size_t i = 0; i < sheet.rows(); ++i) network_.ties_.push_back(tie({&sheet, i}));
    }

    Tie tie(const Place& at) {
        Tie made;
        const auto source = end(at, "source");
        const auto target = end(at, "target");
        const auto relation_row = relation(at);
        if (source) made.source = *source;
        if (target) made.target = *target;
        if (relation_row) made.relation = *relation_row;
        if (source && target && relation_row) check_ends(at, made);
        read_values(at, made);
        return made;
    }

    void read_values(const Place& at, Tie& made) {
        constexpr double inf = std::numeric_limits<double>::infinity();
        made.period = period(at);
        made.strength = number(at, "strength", -inf, inf);
        made.reliability = number(at, "reliability", 0, 1);
        made.delay_days = number(at, "delay_days", 0, inf);
        made.capacity = number(at, "capacity", 0, inf);
        made.instrument = optional_actor(at, "instrument");
        made.sources = sources(at);
        made.status = status(at, made);
        check_handling(at);
    }

    std::optional<ActorRow> end(const Place& at, std::string_view column) {
        const auto id = at.cell(column);
        if (!id.empty()) return actor(at, column, id);
        complain(at, column, "the actor is missing. A tie needs a source and a target.");
        return std::nullopt;
    }

    std::optional<RelationRow> relation(const Place& at) {
        auto& cell = draft().ties.ensure("relation")[at.row];
        if (cell.empty()) cell = "tie";
        if (const auto known = vocabulary().relation(cell)) return known;
        if (!draft().open_vocabulary) {
            complain(at, "relation",
                     "the vocabulary has no relation " + quoted(cell) + "." +
                         nearest_hint(cell, ids_of(vocabulary().relations)));
            return std::nullopt;
        }
        note(at, "relation", "the relation " + quoted(cell) + " is taken as found: directed, layer cooperation.");
        return take_relation(cell);
    }

    RelationRow take_relation(const std::string& id) {
        auto layer = vocabulary().layer("cooperation");
        if (!layer) {
            vocabulary().layers.push_back({"cooperation", {}});
            layer = row<LayerRow>(vocabulary().layers.size() - 1);
        }
        Relation found;
        found.id = id;
        found.layer = *layer;
        vocabulary().relations.push_back(std::move(found));
        return row<RelationRow>(vocabulary().relations.size() - 1);
    }

    void check_ends(const Place& at, const Tie& made) {
        const Relation& relation = vocabulary()[made.relation];
        const auto check = [&](ActorRow actor, const std::vector<KindRow>& allowed, std::string_view column) {
            const auto kind = network_.actors_[index(actor)].kind;
            if (allowed.empty() || (kind && vocabulary().allowed(*kind, allowed))) return;
            complain(at, column,
                     quoted(network_.actors_[index(actor)].id) + " is of kind " +
                         (kind ? quoted(vocabulary()[*kind].id) : std::string{"(none)"}) + "; the " +
                         std::string{column} + " of " + quoted(relation.id) + " must be " + kinds_text(allowed) + ".");
        };
        check(made.source, relation.from, "source");
        check(made.target, relation.to, "target");
    }

    std::string kinds_text(const std::vector<KindRow>& kinds) {
        std::string text;
        for (const KindRow kind : kinds) text += (text.empty() ? "" : ", ") + vocabulary()[kind].id;
        return text;
    }

    Status status(const Place& at, const Tie& made) {
        const auto parsed = parse_status(at.cell("status"));
        if (!parsed) {
            complain(at, "status",
                     quoted(at.cell("status")) + " is not a status: documented, claimed, inferred or empty.");
            return Status::unsaid;
        }
        const bool needs_source = *parsed == Status::documented || *parsed == Status::claimed;
        if (needs_source && made.sources.empty() && at.cell("sources").empty()) {
            complain(
                at, "sources",
                "a tie that is " + std::string{at.cell("status")} + " needs a source. Name one, or call it inferred.");
        }
        return *parsed;
    }

    void read_figures() {
        auto& sheet = draft().figures;
        if (sheet.rows() == 0) return;
        const Rows rows = identify(sheet, "F");
        for (std::size_t i = 0; i < sheet.rows(); ++i) network_.figures_.push_back(figure({&sheet, i}, rows));
    }

    Figure figure(const Place& at, const Rows& rows) {
        constexpr double inf = std::numeric_limits<double>::infinity();
        Figure made;
        made.id = at.cell("id");
        made.measure = at.cell("measure");
        if (made.measure.empty()) complain(at, "measure", "what was counted is missing.");
        made.origin = optional_actor(at, "origin");
        made.destination = optional_actor(at, "destination");
        made.value = number(at, "value", -inf, inf);
        made.low = number(at, "low", -inf, inf);
        made.high = number(at, "high", -inf, inf);
        if (made.low > made.high) complain(at, "low", "low is above high. Exchange the two.");
        made.period = period(at);
        made.as_of = date(at, "as_of", [](std::string_view cell) { return parse_since(cell); });
        if (const auto whole = at.cell("part_of"); !whole.empty()) {
            const auto found = rows.find(std::string{whole});
            if (found == rows.end())
                complain(at, "part_of",
                         "there is no figure " + quoted(whole) + "." + nearest_hint(whole, *at.sheet->column("id")));
            else
                made.part_of = row<FigureRow>(found->second);
        }
        made.sources = sources(at);
        check_handling(at);
        return made;
    }

    // --- names to suggest ---------------------------------------------------------
    const std::vector<std::string>& actor_ids() { return *draft().actors.column("id"); }

    template <class Items>
    static std::vector<std::string> ids_of(const Items& items) {
        std::vector<std::string> ids;
        for (const auto& item : items) ids.push_back(item.id);
        return ids;
    }

    Network network_;
    std::vector<Problem> problems_;
    Rows source_rows_;
    std::size_t found_sources_ = 0;
};

Network build(Draft draft) {
    return Builder{std::move(draft)}.finish();
}

}  // namespace coopnet
