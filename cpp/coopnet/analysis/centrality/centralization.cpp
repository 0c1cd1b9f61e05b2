#include <coopnet/analysis/centrality/centralization.hpp>

#include <coopnet/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace coopnet::centrality {
namespace {

// Do ties of a star all run one way, so that its leaves are as peripheral as can be?
bool one_way(bool directed, Mode mode) noexcept {
    return directed && mode != Mode::all;
}

}  // namespace

Value centralization(const Scores& scores, double most) {
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    if (scores.values.size() < 3) return {undefined, "fewer than three actors cannot be more or less centralized."};
    if (std::ranges::any_of(scores.values, [](double score) { return std::isnan(score); })) {
        return {undefined, scores.why};
    }
    const double highest = *std::ranges::max_element(scores.values);
    double sum = 0;
    for (const double score : scores.values) sum += highest - score;
    return {sum / most, {}};
}

double most_degree(std::uint32_t actors, bool directed, DegreeOptions options) {
    const double leaves = static_cast<double>(actors) - 1;
    const double both_ways = directed ? 2 : 1;
    const double difference = one_way(directed, options.mode) ? leaves : both_ways * (leaves - 1);
    return leaves * difference / (options.normalized ? leaves : 1);
}

double most_closeness(std::uint32_t actors, bool directed, ClosenessOptions options) {
    if (options.unreached == Unreached::skipped && !options.wf_improved) {
        throw InvalidOption{
            "Closeness in each piece by itself has no most centralized network. Leave wf_improved on: where all are "
            "connected, it makes no difference."};
    }
    if (!options.normalized) {
        throw InvalidOption{"Closeness by the sum of distances has no most centralized network. Leave normalized on."};
    }
    const double leaves = static_cast<double>(actors) - 1;
    if (!one_way(directed, options.mode)) return leaves * (leaves - 1) / (2 * leaves - 1);
    return options.unreached == Unreached::n ? leaves * leaves / (leaves + 1) : leaves;
}

double most_harmonic(std::uint32_t actors, bool directed, Mode mode, bool normalized) {
    const double leaves = static_cast<double>(actors) - 1;
    const double difference = one_way(directed, mode) ? leaves : (leaves - 1) / 2;
    return leaves * difference / (normalized ? leaves : 1);
}

double most_betweenness(std::uint32_t actors, bool directed, bool normalized) {
    const double leaves = static_cast<double>(actors) - 1;
    const double pairs = leaves * (leaves - 1) / (directed ? 1 : 2);
    return leaves * (normalized ? 1 : pairs);
}

double most_eigenvector(std::uint32_t actors, bool directed) {
    if (directed) {
        throw InvalidOption{
            "No directed network is known to be the most centralized by eigenvector. Ask without directions: "
            "direction=\"undirected\"."};
    }
    return (static_cast<double>(actors) - 2) * std::numbers::sqrt2 / 2;
}

}  // namespace coopnet::centrality
