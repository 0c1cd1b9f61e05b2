#include <coopnet/analysis/community/comparison.hpp>

#include <coopnet/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

namespace coopnet::community {
namespace {

double pairs(double count) noexcept {
    return count * (count - 1) / 2;
}

// How many actors are in each pair of groups, and in each group.
struct Table {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> cells;
    std::map<std::uint32_t, double> rows, columns;
    double actors = 0;

    Table(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other)
        : actors(static_cast<double>(one.size())) {
        for (std::size_t v = 0; v < one.size(); ++v) {
            ++cells[{one[v], other[v]}];
            ++rows[one[v]];
            ++columns[other[v]];
        }
    }
    // Each group of one is one group of the other.
    [[nodiscard]] bool same() const { return cells.size() == rows.size() && cells.size() == columns.size(); }
};

double entropy(const std::map<std::uint32_t, double>& sizes, double actors) {
    double sum = 0;
    for (const auto& [group, size] : sizes) sum -= size / actors * std::log(size / actors);
    return sum;
}

double shared_information(const Table& table) {
    double sum = 0;
    for (const auto& [groups, count] : table.cells) {
        const double chance = table.rows.at(groups.first) * table.columns.at(groups.second) / table.actors;
        sum += count / table.actors * std::log(count / chance);
    }
    return sum;
}

// The mean shared information of divisions into groups of these sizes at random (Vinh, Epps and Bailey, 2010):
// the number that two groups share is hypergeometric.
double expected_information(const Table& table) {
    const double n = table.actors;
    const auto log_factorial = [](double x) { return std::lgamma(x + 1); };
    double sum = 0;
    for (const auto& [row, a] : table.rows) {
        for (const auto& [column, b] : table.columns) {
            const double fixed =
                log_factorial(a) + log_factorial(b) + log_factorial(n - a) + log_factorial(n - b) - log_factorial(n);
            for (double x = std::max(1.0, a + b - n); x <= std::min(a, b); ++x) {
                const double likely = std::exp(fixed - log_factorial(x) - log_factorial(a - x) - log_factorial(b - x) -
                                               log_factorial(n - a - b + x));
                sum += x / n * std::log(n * x / (a * b)) * likely;
            }
        }
    }
    return sum;
}

}  // namespace

Comparison compare(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
    if (one.size() != other.size()) throw InvalidOption{"Two divisions are compared on the same actors."};
    const Table table{one, other};
    if (table.same()) return {1, 1, 1, 1, 0};

    const double in_one = entropy(table.rows, table.actors);
    const double in_other = entropy(table.columns, table.actors);
    const double shared = shared_information(table);
    const double mean = (in_one + in_other) / 2;
    double together = 0;
    double in_rows = 0;
    double in_columns = 0;
    for (const auto& [groups, count] : table.cells) together += pairs(count);
    for (const auto& [group, count] : table.rows) in_rows += pairs(count);
    for (const auto& [group, count] : table.columns) in_columns += pairs(count);
    const double all = pairs(table.actors);
    const double chance = in_rows * in_columns / all;

    Comparison found;
    found.nmi = std::max(0.0, shared / mean);
    const double expected = expected_information(table);
    found.ami = (shared - expected) / (mean - expected);
    found.rand = (all + 2 * together - in_rows - in_columns) / all;
    found.adjusted_rand = (together - chance) / ((in_rows + in_columns) / 2 - chance);
    found.variation_of_information = std::max(0.0, in_one + in_other - (2 * shared));
    return found;
}

}  // namespace coopnet::community
