#include <coopnet/analysis/pathways/admission.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <utility>

namespace coopnet::pathways {
namespace {

void note(std::vector<std::string>& columns, std::span<const Condition> conditions) {
    for (const Condition& condition : conditions) {
        if (!condition.column.text.empty() && std::ranges::find(columns, condition.column.text) == columns.end()) {
            columns.push_back(condition.column.text);
        }
    }
}

std::vector<bool> where_all_hold(std::span<const Condition> conditions, std::span<const LabelColumn> columns,
                                 std::span<const std::string> known, std::size_t items, std::string_view text) {
    const std::uint64_t all = (std::uint64_t{1} << conditions.size()) - 1;
    std::vector<bool> hold;
    hold.reserve(items);
    for (const std::uint64_t verdict : judge(conditions, columns, known, items, text)) hold.push_back(verdict == all);
    return hold;
}

// What a view is measured by.
struct Extent {
    const Labels& labels;
    std::uint32_t vertices;
    std::uint32_t edges;
};

Passing passing(const Stop& stop, const Extent& extent) {
    if (const auto* vertex = std::get_if<Vertex>(&stop)) {
        std::vector<bool> only(extent.vertices, false);
        only[*vertex] = true;
        return {std::move(only), {}};
    }
    const auto& [labels, vertices, edges] = extent;
    const Demand& asked = std::get<Demand>(stop);
    if (!asked.of_actor.empty()) {
        return {where_all_hold(asked.of_actor, labels.actors, labels.actor_names, vertices, asked.text), {}};
    }
    return {{}, where_all_hold(asked.of_tie, labels.ties, labels.tie_names, edges, asked.text)};
}

std::vector<Passing> passings(const std::vector<Stop>& stops, const Extent& extent) {
    std::vector<Passing> all;
    all.reserve(stops.size());
    for (const Stop& stop : stops) all.push_back(passing(stop, extent));
    return all;
}

bool within(const std::vector<bool>& some, const std::vector<bool>& others) {
    for (std::size_t i = 0; i < some.size(); ++i) {
        if (some[i] && !others[i]) return false;
    }
    return true;
}

// Someone is there to be passed, and all of them are to be avoided.
bool contradict(const Passing& via, const Passing& avoid) {
    const auto& wanted = via.vertices.empty() ? via.edges : via.vertices;
    const auto& shunned = via.vertices.empty() ? avoid.edges : avoid.vertices;
    return std::ranges::find(wanted, true) != wanted.end() && !shunned.empty() && within(wanted, shunned);
}

}  // namespace

Columns columns_of(const Wish& wish) {
    Columns columns;
    if (wish.pattern) {
        note(columns.actors, wish.pattern->of_actors);
        note(columns.ties, wish.pattern->of_ties);
    }
    for (const auto* stops : {&wish.via, &wish.avoid}) {
        for (const Stop& stop : *stops) {
            if (const auto* asked = std::get_if<Demand>(&stop)) {
                note(columns.actors, asked->of_actor);
                note(columns.ties, asked->of_tie);
            }
        }
    }
    return columns;
}

Admission admit(const Wish& wish, const Labels& labels, std::uint32_t vertex_count, std::uint32_t edge_count) {
    if (wish.via.size() > most_passings) {
        throw InvalidOption{"A pathway can be asked to pass at most 12 things, and " + std::to_string(wish.via.size()) +
                            " are given. Pass fewer."};
    }
    const Extent extent{labels, vertex_count, edge_count};
    Admission admitted{
        .pattern = wish.pattern, .via = passings(wish.via, extent), .avoid = passings(wish.avoid, extent)};
    if (wish.pattern) {
        const auto& [text, of_actors, of_ties, arcs, states] = *wish.pattern;
        admitted.actor_verdicts = judge(of_actors, labels.actors, labels.actor_names, vertex_count, text);
        admitted.tie_verdicts = judge(of_ties, labels.ties, labels.tie_names, edge_count, text);
    }
    for (std::size_t i = 0; i < admitted.via.size(); ++i) {
        for (const Passing& avoid : admitted.avoid) {
            if (contradict(admitted.via[i], avoid)) {
                throw InvalidOption{"Number " + std::to_string(i + 1) +
                                    " of via is to be avoided as well. Take it out of one of them."};
            }
        }
    }
    return admitted;
}

bool avoids(const Admission& admitted, Vertex v) {
    return std::ranges::any_of(admitted.avoid,
                               [v](const Passing& some) { return !some.vertices.empty() && some.vertices[v]; });
}

std::vector<Vertex> fitting(const Demand& demand, const Labels& labels, std::uint32_t vertex_count) {
    const auto hold = where_all_hold(demand.of_actor, labels.actors, labels.actor_names, vertex_count, demand.text);
    std::vector<Vertex> vertices;
    for (Vertex v = 0; v < vertex_count; ++v) {
        if (hold[v]) vertices.push_back(v);
    }
    return vertices;
}

}  // namespace coopnet::pathways
