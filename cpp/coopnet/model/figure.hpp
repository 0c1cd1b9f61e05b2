#pragma once

#include <coopnet/core/counting.hpp>
#include <coopnet/core/ids.hpp>
#include <coopnet/core/period.hpp>

#include <optional>
#include <string>
#include <vector>

namespace coopnet {

/// A reported count. Several figures may contradict each other: each stays as it was reported.
struct Figure {
    std::string id;
    std::string measure;
    std::string group;  ///< who of them: men, women …; empty: all
    Counting counting = Counting::other;
    std::optional<ActorRow> origin;
    std::optional<ActorRow> destination;
    double value;  ///< NaN: reported as missing
    double low;
    double high;
    Period period;
    Date as_of;
    std::optional<FigureRow> part_of;
    std::vector<SourceRow> sources;
};

}  // namespace coopnet
