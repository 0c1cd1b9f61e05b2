#pragma once

#include <coopnet/analysis/community/level.hpp>
#include <coopnet/core/monitor.hpp>

#include <cstdint>
#include <functional>

namespace coopnet::community {

struct Found {
    Labels groups;
    double quality = 0;
};

/// The best of several searches, each with a random stream of its own, on several threads; of
/// equally good ones the first. Throws InvalidOption for no start, Cancelled.
Found best_of(std::uint32_t starts, std::uint64_t seed, Monitor& monitor, const std::function<Found(Random&)>& search);

}  // namespace coopnet::community
