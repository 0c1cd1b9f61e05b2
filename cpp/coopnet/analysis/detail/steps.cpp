#include <coopnet/analysis/detail/steps.hpp>

#include <algorithm>

namespace coopnet::detail {
namespace {

struct Strand {
    Vertex target;
    double length;
    EdgeId edge;
};

template <class Rule>
bool before(const Strand& a, const Strand& b) noexcept {
    if (a.target != b.target) return a.target < b.target;
    if (a.length != b.length) return Rule::better(a.length, b.length);
    return a.edge < b.edge;
}

void add_strands(Vertex v, std::span<const Vertex> far, std::span<const EdgeId> edges, std::span<const double> lengths,
                 std::vector<Strand>& strands) {
    for (std::size_t i = 0; i < far.size(); ++i) {
        if (far[i] == v) continue;
        strands.push_back({far[i], lengths.empty() ? 1.0 : lengths[edges[i]], edges[i]});
    }
}

void append(Steps& steps, std::span<const Strand> strands, const EdgeLengths& lengths, Parallels parallels) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < strands.size(); ++i) {
        const bool first = i == 0 || strands[i].target != strands[i - 1].target;
        if (first) {
            best = i;
        } else if (strands[i].edge == strands[i - 1].edge) {
            continue;  // both halves of an undirected tie, met when direction is ignored
        }
        if (!lengths.equal(strands[i].length, strands[best].length)) continue;
        if (first || parallels == Parallels::apart) {
            steps.targets.push_back(strands[i].target);
            if (!lengths.values.empty()) steps.lengths.push_back(strands[i].length);
            steps.edge_offsets.push_back(static_cast<std::uint32_t>(steps.edges.size()));
        }
        steps.edges.push_back(strands[i].edge);
    }
}

}  // namespace

template <class Rule, Direction D>
Steps steps(const Csr<D>& view, const EdgeLengths& lengths, Mode mode, Parallels parallels) {
    Steps steps;
    steps.exact = lengths.exact;
    steps.offsets.reserve(std::size_t{view.vertex_count()} + 1);
    steps.targets.reserve(view.out_targets().size());
    std::vector<Strand> strands;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        strands.clear();
        const bool against = Csr<D>::is_directed && mode != Mode::out;
        if (!against || mode == Mode::all) add_strands(v, view.out(v), view.out_edges(v), lengths.values, strands);
        if (against) add_strands(v, view.in(v), view.in_edges(v), lengths.values, strands);
        std::ranges::sort(strands, before<Rule>);
        steps.offsets.push_back(steps.step_count());
        append(steps, strands, lengths, parallels);
    }
    steps.offsets.push_back(steps.step_count());
    steps.edge_offsets.push_back(static_cast<std::uint32_t>(steps.edges.size()));
    return steps;
}

template Steps steps<Sum>(const Digraph&, const EdgeLengths&, Mode, Parallels);
template Steps steps<Sum>(const Ugraph&, const EdgeLengths&, Mode, Parallels);
template Steps steps<Product>(const Digraph&, const EdgeLengths&, Mode, Parallels);
template Steps steps<Product>(const Ugraph&, const EdgeLengths&, Mode, Parallels);

}  // namespace coopnet::detail
