#include <coopnet/core/nearest.hpp>
#include <coopnet/model/network.hpp>

namespace coopnet {
namespace {

template <class AnyDraft>
auto& sheet_of(AnyDraft& draft, Table table) noexcept {
    switch (table) {
        case Table::actors:
            return draft.actors;
        case Table::ties:
            return draft.ties;
        case Table::sources:
            return draft.sources;
        default:
            return draft.figures;
    }
}

}  // namespace

Sheet& Draft::sheet(Table table) noexcept {
    return sheet_of(*this, table);
}

const Sheet& Draft::sheet(Table table) const noexcept {
    return sheet_of(*this, table);
}

ActorRow Network::actor(std::string_view id) const {
    const auto& ids = *draft_.actors.column("id");
    if (const auto found = actor_rows_.find(id, ids)) return row<ActorRow>(*found);
    throw UnknownActor{"There is no actor \"" + std::string{id} + "\"." + nearest_hint(id, ids)};
}

TieRow Network::tie(std::string_view id) const {
    const auto& ids = *draft_.ties.column("id");
    if (const auto found = tie_rows_.find(id, ids)) return row<TieRow>(*found);
    throw UnknownName{"There is no tie \"" + std::string{id} + "\"." + nearest_hint(id, ids)};
}

RelationRow Network::relation(std::string_view id) const {
    if (const auto found = vocabulary().relation(id)) return *found;
    std::vector<std::string> ids;
    for (const Relation& relation : vocabulary().relations) ids.push_back(relation.id);
    throw UnknownRelation{"There is no relation \"" + std::string{id} + "\"." + nearest_hint(id, ids)};
}

const std::string& Network::tie_id(TieRow tie) const {
    return (*draft_.ties.column("id"))[index(tie)];
}

std::string_view Network::channel(TieRow tie) const noexcept {
    return draft_.ties.cell(index(tie), "channel");
}

std::optional<Grade> Network::best_grade(std::span<const SourceRow> sources) const {
    std::optional<Grade> best;
    for (const SourceRow source : sources) {
        const Grade grade = sources_[index(source)].grade;
        if (!best || better(grade, *best)) best = grade;
    }
    return best;
}

double Network::reliability(TieRow tie) const {
    const Tie& recorded = ties_[index(tie)];
    if (!std::isnan(recorded.reliability)) return recorded.reliability;
    return vocabulary().reliability.of(best_grade(tie), recorded.status).value_or(unknown);
}

}  // namespace coopnet
