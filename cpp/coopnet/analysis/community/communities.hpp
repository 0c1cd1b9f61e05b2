#pragma once

#include <coopnet/tables/partition.hpp>
#include <coopnet/tables/value.hpp>

namespace coopnet::community {

/// Groups, and how good they are by what they were looked for.
struct Communities {
    Partition partition;
    Value quality;
};

}  // namespace coopnet::community
