#include <coopnet/core/nearest.hpp>
#include <coopnet/view/freeze.hpp>

#include <algorithm>
#include <array>

namespace coopnet {
namespace {

using Choices = Projection::Choices;
using Choice = Projection::Choice;

bool chosen(const std::vector<Choice>& choices, std::string_view value) noexcept {
    return std::ranges::any_of(choices, [value](const Choice& choice) { return choice.value_or("") == value; });
}

bool passes(const Choices& choices, std::string_view value) noexcept {
    return !choices || chosen(*choices, value);
}

template <class Items>
std::vector<std::string> ids_of(const Items& items) {
    std::vector<std::string> ids;
    for (const auto& item : items) ids.push_back(item.id);
    return ids;
}

template <class Unknown>
void require_known(const Choices& choices, const std::vector<std::string>& ids, std::string_view what) {
    if (!choices) return;
    for (const Choice& choice : *choices) {
        if (!choice || std::ranges::find(ids, *choice) != ids.end()) continue;
        throw Unknown{"There is no " + std::string{what} + " \"" + *choice + "\"." + nearest_hint(*choice, ids)};
    }
}

Date span_of(const std::string& text, std::string_view option) {
    const auto span = parse_span(text);
    if (span) return *span;
    throw InvalidOption{std::string{option} + "=\"" + text +
                        "\" is not a date. Write 2022, 2022-08-15 or 2022-07/2022-09."};
}

class Selector {
public:
    Selector(const Network& network, const Projection& projection)
        : network_(network), words_(network.vocabulary()), asked_(projection) {
        check_names();
        read_period();
        choose_relations();
        read_conditions();
    }

    Selection make() {
        choose_actors();
        choose_ties();
        return std::move(selection_);
    }

private:
    // --- what is asked ------------------------------------------------------------
    void check_names() const {
        require_known<UnknownName>(asked_.layers, ids_of(words_.layers), "layer");
        require_known<UnknownRelation>(asked_.relations, ids_of(words_.relations), "relation");
        require_known<UnknownName>(asked_.kinds, ids_of(words_.kinds), "kind");
        if (asked_.actors) {
            for (const Choice& id : *asked_.actors) static_cast<void>(network_.actor(id.value_or("")));
        }
        if (asked_.status) {
            for (const Choice& status : *asked_.status) require_status(status.value_or(""));
        }
        const auto sources = ids_of(network_.sources());
        for (const std::string& id : asked_.without_sources) {
            if (std::ranges::find(sources, id) == sources.end()) {
                throw UnknownName{"There is no source \"" + id + "\"." + nearest_hint(id, sources)};
            }
        }
    }

    static void require_status(const std::string& text) {
        if (!parse_status(text)) {
            throw UnknownName{"There is no status \"" + text + "\": documented, claimed, inferred, or none."};
        }
    }

    void read_period() {
        if (asked_.at && asked_.during) throw InvalidOption{"Give either at= or during=, not both."};
        if (asked_.during) span_ = span_of(*asked_.during, "during");
        if (asked_.at) {
            span_ = span_of(*asked_.at, "at");
            if (span_->earliest != span_->latest)
                throw InvalidOption{"at=\"" + *asked_.at + "\" is not one day. Use during= for longer."};
        }
        if (asked_.min_grade) {
            const auto grade = parse_grade(*asked_.min_grade);
            if (!grade) throw InvalidOption{"min_grade=\"" + *asked_.min_grade + "\" is not a grade. Write one as B2."};
            min_grade_ = *grade;
        }
    }

    void choose_relations() {
        for (const Relation& relation : words_.relations) {
            const std::string& layer = words_.layers[index(relation.layer)].id;
            relation_in_.push_back(passes(asked_.layers, layer) && passes(asked_.relations, relation.id));
        }
    }

    void read_conditions() {
        const Sheet& ties = network_.draft().ties;
        for (const auto& [column, values] : asked_.where) {
            const auto* cells = ties.column(column);
            if (cells == nullptr && !is_standard(column)) {
                throw UnknownName{"Ties have no column \"" + column + "\"." + nearest_hint(column, ties.header)};
            }
            conditions_.push_back({cells, &values});
        }
        meaning_ = meaning_of_weight(asked_);
        if (asked_.weight) weight_cells_ = ties.column(*asked_.weight);
        if (asked_.weight && weight_cells_ == nullptr && !is_standard(*asked_.weight)) {
            throw UnknownName{"Ties have no column \"" + *asked_.weight + "\"." +
                              nearest_hint(*asked_.weight, ties.header)};
        }
    }

    // A column of the format that this network's table happens to leave out is empty, not unknown.
    static bool is_standard(std::string_view column) noexcept {
        constexpr std::array<std::string_view, 15> columns{
            "id",          "source",     "target",   "relation",   "channel", "since",   "until", "strength",
            "reliability", "delay_days", "capacity", "instrument", "status",  "sources", "note"};
        return std::ranges::find(columns, column) != columns.end();
    }

    // --- actors -------------------------------------------------------------------
    void choose_actors() {
        const Sheet& sheet = network_.draft().actors;
        const auto* countries = sheet.column("country");
        const auto kinds = kinds_of_ends();
        place_.assign(network_.actors().size(), gone);
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < network_.actors().size(); ++i) {
            const Actor& actor = network_.actors()[i];
            const std::string_view country =
                countries == nullptr ? std::string_view{} : std::string_view{(*countries)[i]};
            const bool in = kind_passes(actor.kind) && passes(asked_.countries, country) &&
                            passes(asked_.actors, actor.id) && (!kinds || (actor.kind && (*kinds)[index(*actor.kind)]));
            if (!in) continue;
            place_[i] = static_cast<Vertex>(keys.size());
            selection_.actors.push_back(row<ActorRow>(i));
            keys.push_back(actor.id);
        }
        selection_.names = std::make_shared<const Names>(std::move(keys));
        selection_.forum.assign(selection_.actors.size(), false);
    }

    // kinds="police" means police and all that is_a police.
    bool kind_passes(std::optional<KindRow> kind) const {
        if (!asked_.kinds) return true;
        return std::ranges::any_of(*asked_.kinds, [&](const Choice& choice) {
            if (!choice) return !kind.has_value();
            return kind && words_.is_a(*kind, *words_.kind(*choice));
        });
    }

    // By kind: may it be an end of a relation asked for? Nothing if some relation takes any kind.
    std::optional<std::vector<bool>> kinds_of_ends() const {
        if (!asked_.layers && !asked_.relations) return std::nullopt;
        std::vector<bool> allowed(words_.kinds.size(), false);
        for (std::size_t r = 0; r < words_.relations.size(); ++r) {
            if (!relation_in_[r]) continue;
            const Relation& relation = words_.relations[r];
            if (relation.from.empty() || relation.to.empty()) return std::nullopt;
            for (std::size_t k = 0; k < allowed.size(); ++k) {
                const auto kind = row<KindRow>(k);
                allowed[k] = allowed[k] || words_.allowed(kind, relation.from) || words_.allowed(kind, relation.to);
            }
        }
        return allowed;
    }

    // --- ties ---------------------------------------------------------------------
    void choose_ties() {
        for (std::size_t i = 0; i < network_.ties().size(); ++i) {
            const Tie& tie = network_.ties()[i];
            if (!selected_at_some_date(i, tie)) continue;
            const bool directed = words_[tie.relation].directed && asked_.direction != Orientation::undirected;
            (words_[tie.relation].affiliation ? selection_.directed_affiliations : selection_.directed_ties) |=
                directed;
            if (!in_period(tie)) continue;
            add(i, tie, directed);
        }
        selection_.meaning = meaning_;
    }

    bool selected_at_some_date(std::size_t i, const Tie& tie) const {
        if (!relation_in_[index(tie.relation)]) return false;
        if (place_[index(tie.source)] == gone || place_[index(tie.target)] == gone) return false;
        if (!passes(asked_.status, status_name(tie.status))) return false;
        for (const auto& [cells, values] : conditions_) {
            const std::string_view value = cells == nullptr ? std::string_view{} : std::string_view{(*cells)[i]};
            if (!chosen(*values, value)) return false;
        }
        return rests_on_allowed_sources(tie);
    }

    // A tie goes when all its sources do; one that never had a source stays, unless a grade is asked for.
    bool rests_on_allowed_sources(const Tie& tie) const {
        if (!min_grade_ && asked_.without_sources.empty()) return true;
        if (tie.sources.empty()) return !min_grade_;
        return std::ranges::any_of(tie.sources, [&](SourceRow row) {
            const Source& source = network_.sources()[index(row)];
            const bool left_out = std::ranges::find(asked_.without_sources, source.id) != asked_.without_sources.end();
            return !left_out && (!min_grade_ || source.grade.meets(*min_grade_));
        });
    }

    bool in_period(const Tie& tie) const noexcept {
        if (!span_) return true;
        return asked_.dates == Dates::possible ? tie.period.possible_during(*span_) : tie.period.certain_during(*span_);
    }

    void add(std::size_t i, const Tie& tie, bool directed) {
        const bool reversed = asked_.direction == Orientation::reversed && directed;
        const bool affiliation = words_[tie.relation].affiliation;
        const Vertex source = place_[index(tie.source)];
        const Vertex target = place_[index(tie.target)];
        selection_.sources.push_back(reversed ? target : source);
        selection_.targets.push_back(reversed ? source : target);
        selection_.directed.push_back(directed);
        selection_.affiliation.push_back(affiliation);
        selection_.ties.push_back(row<TieRow>(i));
        if (affiliation) selection_.forum[target] = true;
        if (meaning_ != WeightMeaning::none) selection_.weights.push_back(weight(i, tie));
    }

    double weight(std::size_t i, const Tie& tie) const {
        const double recorded = recorded_weight(i, tie);
        if (!std::isnan(recorded)) return recorded;
        if (asked_.fill) return *asked_.fill;
        throw InvalidWeight{"The tie " + network_.tie_id(row<TieRow>(i)) + " (" + network_[tie.source].id + " → " +
                            network_[tie.target].id + ", " + words_[tie.relation].id + ") has no " + *asked_.weight +
                            ". Say fill= to give empty cells a value, or choose another weight."};
    }

    double recorded_weight(std::size_t i, const Tie& tie) const {
        if (*asked_.weight == "reliability") return network_.reliability(row<TieRow>(i));
        if (*asked_.weight == "strength") return std::isnan(tie.strength) ? 1 : tie.strength;
        if (*asked_.weight == "delay_days") return tie.delay_days;
        if (*asked_.weight == "capacity") return tie.capacity;
        const std::string& cell = (*weight_cells_)[i];
        if (cell.empty()) return unknown;
        if (const auto value = read_number(cell)) return *value;
        throw InvalidWeight{"The tie " + network_.tie_id(row<TieRow>(i)) + " has \"" + cell + "\" as " +
                            *asked_.weight + ", which is no number."};
    }

    static constexpr Vertex gone = ~Vertex{0};

    struct Condition {
        const std::vector<std::string>* cells;  // nullptr: the column is empty throughout
        const std::vector<Choice>* values;
    };

    const Network& network_;
    const Vocabulary& words_;
    const Projection& asked_;
    std::optional<Date> span_;
    std::optional<Grade> min_grade_;
    std::vector<bool> relation_in_;
    std::vector<Condition> conditions_;
    WeightMeaning meaning_ = WeightMeaning::none;
    const std::vector<std::string>* weight_cells_ = nullptr;
    std::vector<Vertex> place_;
    Selection selection_;
};

}  // namespace

Selection select(const Network& network, const Projection& projection) {
    return Selector{network, projection}.make();
}

View freeze(const Network& network, const Projection& projection, bool merges) {
    const bool keeps = projection.parallel == Parallel::automatic && !merges;
    return fold(select(network, projection), {.parallel = keeps ? Parallel::keep : projection.parallel,
                                              .affiliations = projection.affiliations,
                                              .loops = projection.loops,
                                              .isolates = projection.isolates});
}

}  // namespace coopnet
