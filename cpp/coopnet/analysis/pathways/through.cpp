#include <coopnet/analysis/pathways/through.hpp>

namespace coopnet::pathways {
namespace {

// Each pathway's share of what the pair has, to all it passes.
void credit(const Pathways& found, std::span<const double> probabilities, Passage& passage) {
    std::vector<double> weights;
    double whole = 0;
    for (const Pathway& way : found.items) {
        double weight = 1;
        if (!probabilities.empty()) {
            for (const EdgeId edge : way.edges) weight *= probabilities[edge];
        }
        weights.push_back(weight);
        whole += weight;
    }
    if (!(whole > 0)) return;
    ++passage.joined;
    for (std::size_t i = 0; i < found.items.size(); ++i) {
        const auto& [vertices, edges, length] = found.items[i];
        for (const Vertex v : std::span{vertices}.subspan(1, edges.size() - 1)) {
            passage.vertices[v] += weights[i] / whole;
        }
        for (const EdgeId edge : edges) passage.edges[edge] += weights[i] / whole;
    }
}

}  // namespace

template <Direction D>
Passage through(const Csr<D>& view, const Admission& admitted, const Measure& measure, const std::vector<Limit>& limits,
                std::span<const Vertex> sources, std::span<const Vertex> targets, std::span<const double> probabilities,
                FindOptions options, Monitor& monitor) {
    detail::Patience patience{monitor, options.time_limit};
    monitor.expect(sources.size() * targets.size());
    Passage passage{std::vector<double>(view.vertex_count()), std::vector<double>(view.edge_count())};
    for (const Vertex source : sources) {
        for (const Vertex target : targets) {
            monitor.advance();
            if (source == target || avoids(admitted, source) || avoids(admitted, target)) continue;
            ++passage.pairs;
            const Pathways found = find(view, admitted, measure, limits, source, target, options, patience);
            passage.partial = passage.partial || found.partial;
            credit(found, probabilities, passage);
        }
    }
    return passage;
}

template Passage through(const Digraph&, const Admission&, const Measure&, const std::vector<Limit>&,
                         std::span<const Vertex>, std::span<const Vertex>, std::span<const double>, FindOptions,
                         Monitor&);
template Passage through(const Ugraph&, const Admission&, const Measure&, const std::vector<Limit>&,
                         std::span<const Vertex>, std::span<const Vertex>, std::span<const double>, FindOptions,
                         Monitor&);

}  // namespace coopnet::pathways
