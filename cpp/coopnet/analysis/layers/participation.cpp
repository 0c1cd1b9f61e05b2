#include <coopnet/analysis/layers/participation.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace coopnet::layers {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

// In standard deviations from the mean; undefined if all are alike.
std::vector<double> standardized(const std::vector<double>& values) {
    const auto count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double variance = 0;
    for (const double value : values) variance += (value - mean) * (value - mean) / count;
    const bool alike = std::ranges::all_of(values, [&](double value) { return value == values.front(); });
    std::vector<double> scores;
    for (const double value : values) scores.push_back(alike ? undefined : (value - mean) / std::sqrt(variance));
    return scores;
}

}  // namespace

Participation participation(std::span<const double> degrees, std::uint32_t layer_count) {
    Participation found;
    const std::size_t actors = layer_count == 0 ? 0 : degrees.size() / layer_count;
    for (std::size_t v = 0; v < actors; ++v) {
        const auto row = degrees.subspan(v * layer_count, layer_count);
        const double all = std::accumulate(row.begin(), row.end(), 0.0);
        // Whole numbers up to the division, so that an even spread is exactly 1.
        double squares = 0;
        for (const double ties : row) squares += ties * ties;
        const double layers = layer_count;
        const bool defined = all > 0 && layers > 1;
        found.overlapping.push_back(all);
        found.participation.push_back(defined ? layers * (all * all - squares) / ((layers - 1) * all * all)
                                              : undefined);
        if (all == 0) found.why = "an actor without ties spreads none over layers.";
    }
    if (layer_count == 1 && actors > 0) found.why = "there is a single layer.";
    found.z = standardized(found.overlapping);
    if (!found.z.empty() && std::isnan(found.z.front()) && found.why.empty()) {
        found.why = "all actors have as many ties, so that z does not vary.";
    }
    return found;
}

}  // namespace coopnet::layers
