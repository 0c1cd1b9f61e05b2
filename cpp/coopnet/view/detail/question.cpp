#include <coopnet/core/nearest.hpp>
#include <coopnet/model/columns.hpp>
#include <coopnet/view/detail/question.hpp>

#include <algorithm>

namespace coopnet::detail {
namespace {

using Choice = Projection::Choice;
using Choices = Projection::Choices;

bool passes(const Choices& choices, std::string_view value) {
    return !choices || std::ranges::any_of(*choices, [value](const Choice& c) { return c.value_or("") == value; });
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

// --- actors -----------------------------------------------------------------------

// kinds="police" means police and all that is_a police; None is an actor without a kind.
bool kind_passes(const Vocabulary& words, const Choices& kinds, std::optional<KindRow> kind) {
    if (!kinds) return true;
    return std::ranges::any_of(
        *kinds, [&](const Choice& choice) { return choice ? kind && words.is_a(*kind, *words.kind(*choice)) : !kind; });
}

// By kind: may it be an end of a relation asked for? Nothing if some relation takes any kind.
std::optional<std::vector<bool>> kinds_of_ends(const Vocabulary& words, const Projection& asked,
                                               const std::vector<bool>& relation_in) {
    if (!asked.layers && !asked.relations) return std::nullopt;
    std::vector<bool> allowed(words.kinds.size(), false);
    for (std::size_t r = 0; r < words.relations.size(); ++r) {
        if (!relation_in[r]) continue;
        const Relation& relation = words.relations[r];
        if (relation.from.empty() || relation.to.empty()) return std::nullopt;
        for (std::size_t k = 0; k < allowed.size(); ++k) {
            const auto kind = row<KindRow>(k);
            allowed[k] = allowed[k] || words.allowed(kind, relation.from) || words.allowed(kind, relation.to);
        }
    }
    return allowed;
}

std::vector<bool> named_actors(const Network& network, const Choices& actors) {
    std::vector<bool> named(network.actors().size(), !actors);
    if (!actors) return named;
    for (const Choice& id : *actors) named[index(network.actor(id.value_or("")))] = true;
    return named;
}

std::vector<bool> choose_actors(const Network& network, const Projection& asked, const std::vector<bool>& relation_in) {
    const Vocabulary& words = network.vocabulary();
    const auto ends = kinds_of_ends(words, asked, relation_in);
    std::vector<bool> in = named_actors(network, asked.actors);
    for (std::size_t i = 0; i < in.size(); ++i) {
        const auto kind = network.actors()[i].kind;
        in[i] = in[i] && kind_passes(words, asked.kinds, kind) && (!ends || (kind && (*ends)[index(*kind)])) &&
                passes(asked.countries, network.draft().actors.cell(i, "country"));
    }
    return in;
}

// --- ties -------------------------------------------------------------------------

std::vector<bool> choose_relations(const Vocabulary& words, const Projection& asked) {
    require_known<UnknownName>(asked.layers, ids_of(words.layers), "layer");
    require_known<UnknownRelation>(asked.relations, ids_of(words.relations), "relation");
    std::vector<bool> in;
    for (const Relation& relation : words.relations) {
        in.push_back(passes(asked.layers, words.layers[index(relation.layer)].id) &&
                     passes(asked.relations, relation.id));
    }
    return in;
}

std::array<bool, 4> choose_status(const Choices& asked) {
    std::array<bool, 4> in{};
    in.fill(!asked);
    if (!asked) return in;
    for (const Choice& choice : *asked) {
        const auto status = parse_status(choice.value_or(""));
        if (!status) {
            throw UnknownName{"There is no status \"" + *choice + "\": documented, claimed, inferred, or none."};
        }
        in[static_cast<std::size_t>(*status)] = true;
    }
    return in;
}

Grade grade_of(const std::string& text) {
    if (const auto grade = parse_grade(text); grade && !text.empty()) return *grade;
    throw InvalidOption{"min_grade=\"" + text + "\" is not a grade. Write one as B2."};
}

std::optional<std::vector<bool>> choose_sources(const Network& network, const Projection& asked) {
    if (!asked.min_grade && asked.without_sources.empty()) return std::nullopt;
    const auto ids = ids_of(network.sources());
    require_known<UnknownName>(Choices{{asked.without_sources.begin(), asked.without_sources.end()}}, ids, "source");
    const Grade least = asked.min_grade ? grade_of(*asked.min_grade) : Grade{};
    std::vector<bool> in;
    for (const Source& source : network.sources()) {
        const bool left_out = std::ranges::find(asked.without_sources, source.id) != asked.without_sources.end();
        in.push_back(!left_out && source.grade.meets(least));
    }
    return in;
}

std::vector<Question::Condition> conditions(const Network& network, const Projection& asked) {
    std::vector<Question::Condition> conditions;
    for (const auto& [column, choices] : asked.where) {
        auto& condition = conditions.emplace_back(Question::Condition{tie_column(network, column), {}});
        for (const Choice& choice : choices) condition.values.push_back(choice.value_or(""));
    }
    return conditions;
}

// --- dates ------------------------------------------------------------------------

std::optional<Date> span_of(const Projection& asked) {
    if (asked.at && asked.during) throw InvalidOption{"Give either at= or during=, not both."};
    const auto& text = asked.at ? asked.at : asked.during;
    if (!text) return std::nullopt;
    const auto span = parse_span(*text);
    const std::string given = std::string{asked.at ? "at" : "during"} + "=\"" + *text + "\"";
    if (!span) throw InvalidOption{given + " is not a date. Write 2022, 2022-08-15 or 2022-07/2022-09."};
    if (asked.at && span->earliest != span->latest) {
        throw InvalidOption{given + " is not one day. Use during= for longer."};
    }
    return span;
}

}  // namespace

const std::vector<std::string>* tie_column(const Network& network, const std::string& column) {
    const Sheet& ties = network.draft().ties;
    const auto* cells = ties.column(column);
    if (cells == nullptr && format_column(Table::ties, column) == nullptr) {
        throw UnknownName{"Ties have no column \"" + column + "\"." + nearest_hint(column, ties.header)};
    }
    return cells;
}

Question read_question(const Network& network, const Projection& asked) {
    const Vocabulary& words = network.vocabulary();
    Question question;
    question.relation_in = choose_relations(words, asked);
    require_known<UnknownName>(asked.kinds, ids_of(words.kinds), "kind");
    question.actor_in = choose_actors(network, asked, question.relation_in);
    question.status_in = choose_status(asked.status);
    question.source_in = choose_sources(network, asked);
    question.without_source_in = !asked.min_grade;
    question.conditions = conditions(network, asked);
    question.span = span_of(asked);
    question.dates = asked.dates;
    return question;
}

// A tie goes when all its sources do; one that never had a source goes when a grade is asked for.
bool Question::takes(const Network& network, TieRow row) const {
    const Tie& tie = network[row];
    if (!relation_in[index(tie.relation)] || !status_in[static_cast<std::size_t>(tie.status)]) return false;
    if (!actor_in[index(tie.source)] || !actor_in[index(tie.target)]) return false;
    for (const auto& [cells, values] : conditions) {
        const std::string_view value = cells == nullptr ? std::string_view{} : std::string_view{(*cells)[index(row)]};
        if (std::ranges::find(values, value) == values.end()) return false;
    }
    if (!source_in) return true;
    if (tie.sources.empty()) return without_source_in;
    return std::ranges::any_of(tie.sources, [this](SourceRow source) { return (*source_in)[index(source)]; });
}

bool Question::in_period(const Period& period) const noexcept {
    if (!span) return true;
    return dates == Dates::possible ? period.possible_during(*span) : period.certain_during(*span);
}

}  // namespace coopnet::detail
