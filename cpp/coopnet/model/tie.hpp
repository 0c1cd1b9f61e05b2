#pragma once

#include <coopnet/core/ids.hpp>
#include <coopnet/core/period.hpp>
#include <coopnet/model/vocabulary.hpp>

#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace coopnet {

/// A number that a table leaves open.
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// One relation between two actors. Texts (id, channel, note, further columns) stay in the
/// ties sheet.
struct Tie {
    ActorRow source{};
    ActorRow target{};
    RelationRow relation{};
    Status status = Status::unsaid;
    Period period;
    double strength = unknown;
    double reliability = unknown;
    double delay_days = unknown;
    double capacity = unknown;
    std::optional<ActorRow> instrument;
    std::vector<SourceRow> sources;
};

}  // namespace coopnet
