#pragma once

#include <coopnet/analysis/detail/steps.hpp>
#include <coopnet/tables/scores.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Sums that several threads build, each block of work its own part.
class Totals {
public:
    Totals(std::size_t blocks, std::size_t size) : parts_(blocks, std::vector<double>(size)) {}

    [[nodiscard]] std::vector<double>& part(std::size_t block) noexcept { return parts_[block]; }
    /// The parts added in block order, the same bits for any number of threads.
    [[nodiscard]] std::vector<double> sum() const;

private:
    std::vector<std::vector<double>> parts_;
};

/// What passes over each edge, from what passes over each step: edges behind one step share.
std::vector<double> by_edge(const Steps& steps, std::span<const double> by_step, std::size_t edge_count);

/// Credit on shortest pathways over `divisor`; undefined where pathways were too many to count.
Scores credit_scores(std::vector<double> credit, double divisor);

}  // namespace coopnet::detail
