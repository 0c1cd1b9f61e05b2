#include <coopnet/model/builder.hpp>
#include <coopnet/model/scenario.hpp>

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace coopnet {
namespace {

// Which rows stay, by row.
struct Kept {
    std::vector<bool> actors;
    std::vector<bool> ties;

    [[nodiscard]] bool has(ActorRow actor) const { return actors[index(actor)]; }
};

ActorRow kept_actor(const Network& network, const Kept& kept, const std::string& id) {
    const ActorRow actor = network.actor(id);
    if (kept.has(actor)) return actor;
    throw UnknownActor{"The actor \"" + id + "\" is removed already. Take the second edit of it out."};
}

void edit(const Network& network, Kept& kept, const RemoveActor& remove) {
    const ActorRow actor = kept_actor(network, kept, remove.actor);
    kept.actors[index(actor)] = false;
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        const Tie& tie = network.ties()[i];
        if (tie.source == actor || tie.target == actor || tie.instrument == actor) kept.ties[i] = false;
    }
}

void edit(const Network& network, Kept& kept, const RemoveTies& remove) {
    const ActorRow source = kept_actor(network, kept, remove.source);
    const ActorRow target = kept_actor(network, kept, remove.target);
    std::optional<RelationRow> relation;
    if (remove.relation) relation = network.relation(*remove.relation);
    bool removed = false;
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        const Tie& tie = network.ties()[i];
        const bool joins =
            (tie.source == source && tie.target == target) || (tie.source == target && tie.target == source);
        if (!joins || !kept.ties[i] || (relation && tie.relation != *relation)) continue;
        kept.ties[i] = false;
        removed = true;
    }
    if (removed) return;
    const std::string kind = remove.relation ? " of relation \"" + *remove.relation + "\"" : "";
    throw UnknownName{"There is no tie" + kind + " between \"" + remove.source + "\" and \"" + remove.target +
                      "\" to remove. Look at the network's ties."};
}

template <class Keep>
void drop_rows(Sheet& sheet, Keep keep) {
    for (auto& column : sheet.columns) {
        std::size_t kept = 0;
        for (std::size_t row = 0; row < column.size(); ++row) {
            if (!keep(row)) continue;
            if (kept != row) column[kept] = std::move(column[row]);
            ++kept;
        }
        column.resize(kept);
    }
}

void clear_cells(Sheet& sheet, std::string_view name, const std::unordered_set<std::string>& gone) {
    if (sheet.column(name) == nullptr) return;
    for (std::string& cell : sheet.ensure(name)) {
        if (gone.contains(cell)) cell.clear();
    }
}

Draft without(const Network& network, const Kept& kept) {
    Draft draft = network.draft();
    std::unordered_set<std::string> gone;
    for (std::size_t i = 0; i < kept.actors.size(); ++i) {
        if (!kept.actors[i]) gone.insert(network.actors()[i].id);
    }
    std::unordered_set<std::string> gone_figures;
    const auto counts_kept = [&](std::size_t i) {
        const Figure& figure = network.figures()[i];
        return (!figure.origin || kept.has(*figure.origin)) && (!figure.destination || kept.has(*figure.destination));
    };
    for (std::size_t i = 0; i < network.figures().size(); ++i) {
        if (!counts_kept(i)) gone_figures.insert(network.figures()[i].id);
    }
    drop_rows(draft.actors, [&](std::size_t row) { return kept.actors[row]; });
    drop_rows(draft.ties, [&](std::size_t row) { return kept.ties[row]; });
    drop_rows(draft.figures, counts_kept);
    clear_cells(draft.actors, "parent", gone);
    clear_cells(draft.figures, "part_of", gone_figures);
    return draft;
}

}  // namespace

Network edited(const Network& network, std::span<const Edit> edits) {
    Kept kept{std::vector<bool>(network.actors().size(), true), std::vector<bool>(network.ties().size(), true)};
    for (const Edit& next : edits) {
        std::visit([&](const auto& asked) { edit(network, kept, asked); }, next);
    }
    return build(without(network, kept));
}

}  // namespace coopnet
