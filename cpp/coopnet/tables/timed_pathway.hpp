#pragma once

#include <coopnet/core/moment.hpp>
#include <coopnet/tables/pathways.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet {

/// A pathway and when its steps are taken; its length is what the question asked for, in days.
struct TimedPathway {
    Pathway pathway;
    std::vector<Moment> departs;  ///< by step
    std::vector<Moment> arrives;  ///< by step
};

/// The best pathway in time, if there is one; `partial`: a limit stopped the search before one was found.
struct BestInTime {
    std::optional<TimedPathway> best;
    bool partial = false;
};

/// When one gets to vertices first, the first ones first, then in the view's order.
struct Arrivals {
    std::vector<std::uint32_t> vertices;
    std::vector<Moment> moments;
};

}  // namespace coopnet
