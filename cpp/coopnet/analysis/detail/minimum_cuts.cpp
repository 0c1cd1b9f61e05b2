#include <coopnet/analysis/detail/minimum_cuts.hpp>

#include <coopnet/analysis/detail/closed_sets.hpp>
#include <coopnet/analysis/detail/unit_flow.hpp>

#include <algorithm>
#include <span>
#include <utility>

namespace coopnet::detail {
namespace {

// What could still be sent. Where actors are cut no edge is, whether or not it carries a pathway.
template <Direction D>
Digraph residual(const UnitFlow<D>& flow, const Csr<D>& view, Of of) {
    std::vector<EdgeSpec> steps;
    for (std::uint32_t node = 0; node < flow.node_count(); ++node) {
        flow.each_step(node, [&](std::uint32_t next, EdgeId, int) { steps.push_back({node, next}); });
    }
    for (EdgeId edge = 0; of == Of::actors && edge < view.edge_count(); ++edge) {
        if (!flow.carries(edge)) continue;
        const EdgeSpec& ends = view.edges()[edge];
        const Vertex from = flow.sender(edge);
        steps.push_back({flow.exit(from), flow.entry(from == ends.source ? ends.target : ends.source)});
    }
    return {flow.node_count(), std::move(steps)};
}

// Each minimum cut takes of every pathway exactly one member. Two cuts differ in the nodes of
// pathways on the source's side, and only these are chosen.
template <Direction D>
class Members {
public:
    Members(const UnitFlow<D>& flow, Of of) : flow_(flow), of_(of), ways_(flow.pathways()) {}

    [[nodiscard]] std::vector<Vertex> nodes() const {
        std::vector<Vertex> nodes;
        for (const Pathway& way : ways_) {
            for (const Vertex v : std::span{way.vertices}.subspan(1, way.edges.size() - 1)) {
                nodes.push_back(flow_.entry(v));
                if (of_ == Of::actors) nodes.push_back(flow_.exit(v));
            }
        }
        return nodes;
    }

    [[nodiscard]] std::vector<std::uint32_t> cut(const ClosedSets& side) const {
        std::vector<std::uint32_t> cut;
        cut.reserve(ways_.size());
        for (const Pathway& way : ways_) cut.push_back(of_ == Of::actors ? vertex(way, side) : edge(way, side));
        std::ranges::sort(cut);
        return cut;
    }

private:
    [[nodiscard]] Vertex vertex(const Pathway& way, const ClosedSets& side) const {
        return *std::ranges::find_if(way.vertices, [&](Vertex v) { return !side.holds(flow_.exit(v)); });
    }
    [[nodiscard]] EdgeId edge(const Pathway& way, const ClosedSets& side) const {
        const auto first = std::ranges::find_if(way.vertices, [&](Vertex v) { return !side.holds(flow_.entry(v)); });
        return way.edges[static_cast<std::size_t>(first - way.vertices.begin()) - 1];
    }

    const UnitFlow<D>& flow_;
    Of of_;
    std::vector<Pathway> ways_;
};

}  // namespace

template <Direction D>
MinimumCuts minimum_cuts(const Csr<D>& view, Vertex source, Vertex target, Of of, std::uint64_t max_results,
                         Patience& patience) {
    MinimumCuts found;
    const auto far = view.out(source);
    if (of == Of::actors && std::ranges::find(far, target) != far.end()) return found;

    const std::vector<double> nothing(view.edge_count(), 0.0);
    UnitFlow<D> flow{view, nothing, source, target, of};
    std::uint32_t size = 0;
    for (; flow.add(); ++size) {
        found.partial = !patience.lasts(view.edge_count());
        if (found.partial) return found;
    }
    found.size = size;
    const Members<D> members{flow, of};
    ClosedSets sides{residual(flow, view, of), flow.exit(source), flow.entry(target), members.nodes()};
    std::uint64_t worked = 0;
    while (sides.next()) {
        const std::uint64_t work = sides.work() - std::exchange(worked, sides.work());
        found.partial = found.sets.size() == max_results || !patience.lasts(work + 1);
        if (found.partial) break;
        found.sets.push_back(members.cut(sides));
    }
    std::ranges::sort(found.sets);
    return found;
}

template MinimumCuts minimum_cuts(const Digraph&, Vertex, Vertex, Of, std::uint64_t, Patience&);
template MinimumCuts minimum_cuts(const Ugraph&, Vertex, Vertex, Of, std::uint64_t, Patience&);

}  // namespace coopnet::detail
