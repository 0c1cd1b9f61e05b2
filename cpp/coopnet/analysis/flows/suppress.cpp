#include <coopnet/analysis/flows/suppress.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace coopnet::flows {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// The sums as rows over the columns from `first` on: the whole less its parts.
void put_sums(detail::SparseRows& rows, const std::vector<Sum>& sums, std::size_t first) {
    for (const Sum& sum : sums) {
        rows.put(first + sum.whole, 1);
        for (const auto part : sum.parts) rows.put(first + part, -1);
        rows.end_row(0, sum.exact ? 0 : infinite);
    }
}

// A reading of a count is no further from what is shown of it than the distance.
void put_distance(detail::SparseRows& rows, std::size_t reading, std::size_t distance, double low, double high) {
    rows.put(reading, 1);
    rows.put(distance, -1);
    rows.end_row(-infinite, high);
    rows.put(reading, 1);
    rows.put(distance, 1);
    rows.end_row(low, infinite);
}

}  // namespace

std::vector<bool> small_counts(const CountTable& table, double k, bool zeros) {
    const auto is_small = [&](double end) { return end < k && (end > 0 || (zeros && end == 0)); };
    std::vector<bool> small(table.low.size());
    for (std::size_t i = 0; i < small.size(); ++i) {
        // An interval that begins at zero says nothing small by that.
        const bool from_nothing = table.low[i] == 0 && table.high[i] >= k;
        small[i] = !from_nothing && (is_small(table.low[i]) || is_small(table.high[i]));
    }
    return small;
}

LinearProgram attacked(const CountTable& table, const std::vector<bool>& hidden) {
    LinearProgram program;
    program.costs.assign(hidden.size(), 0);
    program.low = table.low;
    program.high = table.high;
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        if (!hidden[i]) continue;
        program.low[i] = table.least;
        program.high[i] = infinite;
    }
    put_sums(program.rows, table.sums, 0);
    return program;
}

LinearProgram covered(const CountTable& table, const std::vector<bool>& hidden, std::span<const double> costs,
                      std::uint32_t count, double width) {
    const std::size_t n = hidden.size();
    LinearProgram program;
    program.costs.assign(3 * n, 0);
    program.low.assign(3 * n, 0);
    program.high.assign(3 * n, infinite);
    put_sums(program.rows, table.sums, 0);
    put_sums(program.rows, table.sums, n);
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t distance = (2 * n) + i;
        const bool fixed = !hidden[i] && std::isinf(costs[i]);
        const bool may_differ = !hidden[i] && !fixed;
        for (const std::size_t reading : {i, n + i}) {
            program.low[reading] = fixed ? table.low[i] : table.least;
            if (fixed) program.high[reading] = table.high[i];
            if (!may_differ) continue;
            program.low[reading] = std::min(table.least, table.low[i]);
            put_distance(program.rows, reading, distance, table.low[i], table.high[i]);
        }
        if (may_differ) {
            program.costs[distance] = costs[i];
        } else {
            program.high[distance] = 0;
        }
    }
    program.rows.put(count, 1);
    program.rows.put(n + count, -1);
    program.rows.end_row(width, infinite);
    return program;
}

}  // namespace coopnet::flows
