#pragma once

#include <coopnet/tables/scores.hpp>

#include <cstddef>
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

/// Credit on shortest pathways over `divisor`; undefined where pathways were too many to count.
Scores credit_scores(std::vector<double> credit, double divisor);

}  // namespace coopnet::detail
