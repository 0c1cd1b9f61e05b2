#include <coopnet/analysis/centrality/degree.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <limits>
#include <vector>

namespace coopnet::centrality {
namespace {

template <Direction D>
std::vector<double> sums(const Csr<D>& view, std::span<const double> strengths, Mode mode) {
    std::vector<double> sums(view.vertex_count(), 0.0);
    const auto& edges = view.edges();
    for (std::size_t id = 0; id < edges.size(); ++id) {
        const EdgeSpec& edge = edges[id];
        const double strength = strengths.empty() ? 1.0 : strengths[id];
        const bool both = mode == Mode::all || !Csr<D>::is_directed || (edge.both_ways && edge.source != edge.target);
        if (both || mode == Mode::out) sums[edge.source] += strength;
        if (both || mode == Mode::in) sums[edge.target] += strength;
    }
    return sums;
}

}  // namespace

template <Direction D>
Scores degree(const Csr<D>& view, DegreeOptions options) {
    Scores degrees{sums(view, {}, options.mode), {}};
    if (!options.normalized) return degrees;
    if (view.vertex_count() == 1) {
        return {{std::numeric_limits<double>::quiet_NaN()}, "there is no other actor to divide by."};
    }
    for (double& degree : degrees.values) degree /= static_cast<double>(view.vertex_count()) - 1;
    return degrees;
}

template <Direction D>
Scores strength(const Csr<D>& view, std::span<const double> strengths, Mode mode) {
    detail::require_strengths(strengths);
    return {sums(view, strengths, mode), {}};
}

template Scores degree(const Digraph&, DegreeOptions);
template Scores degree(const Ugraph&, DegreeOptions);
template Scores strength(const Digraph&, std::span<const double>, Mode);
template Scores strength(const Ugraph&, std::span<const double>, Mode);

}  // namespace coopnet::centrality
