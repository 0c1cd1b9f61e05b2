#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/two_mode/betweenness.hpp>
#include <coopnet/analysis/two_mode/centralization.hpp>
#include <coopnet/analysis/two_mode/closeness.hpp>
#include <coopnet/analysis/two_mode/degree.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace coopnet::two_mode {
namespace {

Scores scores(const Modes& modes, Measure measure, Monitor& monitor) {
    switch (measure) {
        case Measure::closeness:
            return closeness(modes, {}, monitor);
        case Measure::betweenness:
            return betweenness(modes, {.normalized = false}, monitor);
        case Measure::degree:
            break;
    }
    return degree(modes, {.normalized = false});
}

// What the differences of closeness add up to where one actor is tied to all of the other
// mode and the rest of its own hang on those, s or s + 1 on each; t have one more.
double most_of_closeness(double own, double other) noexcept {
    const double rest = own - 1;
    const double least = other + (2 * rest);
    const double s = std::floor(rest / other);
    const double t = rest - (s * other);
    const auto differences = [&](double hanging) {
        // Beside one of the other mode it hangs on and those it shares it with, all are two further.
        const double farness = 1 + (3 * (other - 1)) + 2 + (2 * (hanging - 1)) + (4 * (rest - hanging));
        return hanging * (1 - (least / farness));
    };
    return (t * differences(s + 1)) + (s > 0 ? (other - t) * differences(s) : 0);
}

double most(Measure measure, double own, double other) noexcept {
    switch (measure) {
        case Measure::closeness:
            return most_of_closeness(own, other);
        case Measure::betweenness:
            return (own - 1) * most_betweenness(own, other);
        case Measure::degree:
            break;
    }
    return (own - 1) * (other - 1);
}

std::string obstacle(const Modes& modes, std::uint32_t mode, Measure measure) {
    const std::uint32_t pieces = detail::weak_pieces(modes.graph).group_count;
    if (measure == Measure::closeness && pieces > 1)
        return "the network is in " + std::to_string(pieces) + " pieces, so that closeness has another maximum.";
    if (measure != Measure::degree) return "";
    for (Vertex v = 0; v < modes.graph.vertex_count(); ++v) {
        if (modes.mode[v] == mode && modes.graph.out(v).empty())
            return "some actors have no tie, so that degree has another maximum; isolates=False leaves them out.";
    }
    return "";
}

}  // namespace

ByMode centralization(const Modes& modes, CentralizationOptions options, Monitor& monitor) {
    const Scores found = scores(modes, options.measure, monitor);
    ByMode centralized;
    for (std::uint32_t mode = 0; mode < 2; ++mode) {
        std::vector<double> members;
        for (Vertex v = 0; v < modes.graph.vertex_count(); ++v)
            if (modes.mode[v] == mode) members.push_back(found.values[v]);
        const double own = modes.sizes[mode];
        const double other = modes.sizes[1 - mode];
        std::string why = obstacle(modes, mode, options.measure);
        if (why.empty() && (own < 2 || other < 1 || !(most(options.measure, own, other) > 0)))
            why = "modes of " + std::to_string(modes.sizes[mode]) + " and " + std::to_string(modes.sizes[1 - mode]) +
                  " leave no room for differences.";
        if (!why.empty()) {
            centralized.values[mode] = std::numeric_limits<double>::quiet_NaN();
            centralized.why = std::move(why);
            continue;
        }
        double sum = 0;
        for (const double score : members) sum += std::ranges::max(members) - score;
        centralized.values[mode] = sum / most(options.measure, own, other);
    }
    return centralized;
}

}  // namespace coopnet::two_mode
