#include <coopnet/analysis/cohesion/homophily.hpp>

#include <limits>
#include <numeric>

namespace coopnet::cohesion {

Homophily homophily(const Mixing& mixing) {
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    const double actors = std::accumulate(mixing.group_sizes.begin(), mixing.group_sizes.end(), 0.0);
    const auto sent = mixing.sent();
    Homophily found;
    for (std::uint32_t group = 0; group < mixing.group_count; ++group) {
        HomophilyRow row{.actors = mixing.group_sizes[group], .internal = mixing(group, group)};
        row.share = row.actors / actors;
        row.external = sent[group] - row.internal;
        row.homophily = sent[group] > 0 ? row.internal / sent[group] : undefined;
        row.inbreeding = row.share < 1 ? (row.homophily - row.share) / (1 - row.share) : undefined;
        if (sent[group] == 0) found.why = "a group without ties sends none that could stay within.";
        if (row.share == 1) found.why = "all actors are of one group, so that no tie could leave it.";
        found.groups.push_back(row);
    }
    return found;
}

}  // namespace coopnet::cohesion
