#include <coopnet/render/naming.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace coopnet::render {
namespace {

std::vector<double> neighbors_of(const Network& network, const View& view) {
    std::vector<std::set<Vertex>> tied(view.actors.size());
    std::visit(
        [&](const auto& csr) {
            for (const EdgeSpec& edge : csr.edges()) {
                if (edge.source == edge.target) continue;
                tied[edge.source].insert(edge.target);
                tied[edge.target].insert(edge.source);
            }
        },
        view.csr);
    std::vector<double> counts(network.actors().size());
    for (std::size_t vertex = 0; vertex < tied.size(); ++vertex)
        counts[index(view.actors[vertex])] = static_cast<double>(tied[vertex].size());
    return counts;
}

}  // namespace

std::size_t most_named(std::size_t actors) noexcept {
    if (actors <= 120) return actors;
    return actors <= 300 ? 60 : 40;
}

std::vector<bool> named_actors(const Network& network, const View& view, std::span<const double> values,
                               std::span<const TieRow> lit) {
    const std::size_t most = most_named(view.actors.size());
    if (most == view.actors.size()) return {};
    const std::vector<double> counts = values.empty() ? neighbors_of(network, view) : std::vector<double>{};
    const auto worth = [&](ActorRow actor) {
        const double value = values.empty() ? counts[index(actor)] : values[index(actor)];
        return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
    };
    std::vector<ActorRow> order = view.actors;
    std::ranges::stable_sort(order, std::ranges::greater{}, worth);
    std::vector<bool> named(network.actors().size(), false);
    for (std::size_t i = 0; i < most; ++i) named[index(order[i])] = true;
    for (const TieRow tie : lit) named[index(network[tie].source)] = named[index(network[tie].target)] = true;
    return named;
}

}  // namespace coopnet::render
