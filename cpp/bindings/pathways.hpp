#pragma once

#include <coopnet/tables/pathways.hpp>

#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace coopnet::bindings {

/// A pathway as Python takes it: vertices, edges, length.
using Way = std::tuple<std::vector<std::uint32_t>, std::vector<std::uint32_t>, double>;

/// And whether a limit left some out.
inline std::pair<std::vector<Way>, bool> ways(Pathways found) {
    std::vector<Way> ways;
    ways.reserve(found.items.size());
    for (Pathway& way : found.items) ways.emplace_back(std::move(way.vertices), std::move(way.edges), way.length);
    return {std::move(ways), found.partial};
}

}  // namespace coopnet::bindings
