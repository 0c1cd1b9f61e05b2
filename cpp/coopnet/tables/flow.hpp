#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet {

/// Why an amount cannot flow: what must come into some vertices, or start there, is more than
/// can leave them, or end there.
struct Shortage {
    std::vector<std::uint32_t> vertices{};
    std::vector<std::uint32_t> into{};   ///< edges that must carry something into them
    std::vector<std::uint32_t> out{};    ///< edges that leave them
    std::vector<std::uint32_t> rooms{};  ///< those of them whose room is full
    double must = 0;
    double can = 0;
};

/// An amount for each edge.
struct Flow {
    double value = 0;               ///< from the sources to the targets, in all
    std::vector<double> amounts{};  ///< by edge; negative: from its target to its source
    double cost = 0;
    std::optional<Shortage> shortage{};    ///< if there is no such flow; nothing else is told then
    std::vector<std::uint32_t> endless{};  ///< vertices of a way without limit, if the flow has none
};

/// One minimum cut.
struct FlowCut {
    std::vector<std::uint32_t> edges{};
    std::vector<std::uint32_t> rooms{};        ///< vertices whose room is cut
    std::vector<std::uint32_t> source_side{};  ///< vertices that stay with the sources
};

struct FlowCuts {
    double value = 0;
    std::vector<FlowCut> cuts{};  ///< smallest source side first
    std::vector<std::uint32_t> endless{};
    bool partial = false;  ///< a limit stopped the search
};

/// So much along one way.
struct FlowRoute {
    std::vector<std::uint32_t> vertices{};  ///< a circle ends where it begins
    std::vector<std::uint32_t> edges{};
    double amount = 0;
};

struct FlowRoutes {
    std::vector<FlowRoute> routes{};
    std::vector<FlowRoute> circles{};
    bool partial = false;  ///< a limit stopped the search
};

}  // namespace coopnet
