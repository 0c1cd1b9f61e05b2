#pragma once

#include <coopnet/analysis/community/level.hpp>
#include <coopnet/core/monitor.hpp>

#include <cstdint>
#include <functional>
#include <optional>

namespace coopnet::community {

/// As many searches as asked for, or as a network of that size needs: small ones have more
/// equally shallow hollows to end in, and cost little.
std::uint32_t starts(std::optional<std::uint32_t> asked, std::uint32_t actors) noexcept;

struct Found {
    Labels groups;
    double quality = 0;
};

/// The best of several searches, each with a random stream of its own, on several threads; of
/// equally good ones the first. Throws InvalidOption for no start, Cancelled.
Found best_of(std::uint32_t starts, std::uint64_t seed, Monitor& monitor, const std::function<Found(Random&)>& search);

}  // namespace coopnet::community
