#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Costs add up along a pathway; the least sum is the best.
struct Sum {
    static constexpr double start = 0;
    static constexpr double unreached = std::numeric_limits<double>::infinity();
    static constexpr double join(double length, double step) noexcept { return length + step; }
    static constexpr bool better(double a, double b) noexcept { return a < b; }
};

/// Probabilities multiply along a pathway; the greatest product is the best.
struct Product {
    static constexpr double start = 1;
    static constexpr double unreached = 0;
    static constexpr double join(double length, double step) noexcept { return length * step; }
    static constexpr bool better(double a, double b) noexcept { return a > b; }
};

/// The length of each edge, by edge id; no values: each edge has length one.
struct EdgeLengths {
    std::span<const double> values;
    bool exact = true;  ///< sums are exact, as those of CostScale: `==` decides

    [[nodiscard]] bool equal(double a, double b) const noexcept { return exact ? a == b : nearly_equal(a, b); }
};

/// A view as pathways walk it: no loops, and between two neighbors one step each way, as
/// long as the best of the edges between them, so that parallel edges are no further ways.
struct Steps {
    std::vector<std::uint32_t> offsets;  ///< by vertex, into targets
    std::vector<Vertex> targets;         ///< ascending at each vertex
    std::vector<double> lengths;         ///< empty: each step has length one
    std::vector<std::uint32_t> edge_offsets;
    std::vector<EdgeId> edges;  ///< behind a step: the best edges, equally good
    bool exact = true;          ///< as the lengths were

    [[nodiscard]] std::uint32_t vertex_count() const noexcept { return static_cast<std::uint32_t>(offsets.size() - 1); }
    [[nodiscard]] std::uint32_t step_count() const noexcept { return static_cast<std::uint32_t>(targets.size()); }
    [[nodiscard]] std::span<const EdgeId> edges_of(std::uint32_t step) const noexcept {
        return {edges.data() + edge_offsets[step], edges.data() + edge_offsets[step + 1]};
    }
};

/// Do equally good parallel edges make one step together, or each a step of its own?
enum class Parallels { together, apart };

/// `Rule` is Sum or Product. Cost: O(V + E log d) for d neighbors at most.
template <class Rule, Direction D>
Steps steps(const Csr<D>& view, const EdgeLengths& lengths, Mode mode, Parallels parallels = Parallels::together);

}  // namespace coopnet::detail
