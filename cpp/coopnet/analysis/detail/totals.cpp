#include <coopnet/analysis/detail/totals.hpp>

#include <cmath>
#include <limits>
#include <utility>

namespace coopnet::detail {

std::vector<double> Totals::sum() const {
    std::vector<double> sum = parts_.front();
    for (std::size_t block = 1; block < parts_.size(); ++block) {
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += parts_[block][i];
    }
    return sum;
}

std::vector<double> by_edge(const Steps& steps, std::span<const double> by_step, std::size_t edge_count) {
    std::vector<double> sums(edge_count, 0.0);
    for (std::uint32_t step = 0; step < steps.step_count(); ++step) {
        const auto edges = steps.edges_of(step);
        for (const EdgeId edge : edges) sums[edge] += by_step[step] / static_cast<double>(edges.size());
    }
    return sums;
}

Scores credit_scores(std::vector<double> credit, double divisor) {
    Scores scores{std::move(credit), {}};
    for (double& value : scores.values) {
        value /= divisor;
        if (std::isfinite(value)) continue;
        value = std::numeric_limits<double>::quiet_NaN();
        scores.why = "there are more shortest pathways than a number can count.";
    }
    return scores;
}

}  // namespace coopnet::detail
