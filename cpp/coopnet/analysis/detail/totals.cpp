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
