#pragma once

#include <cstdint>
#include <vector>

namespace coopnet {

/// One way through a view: the vertices from source to target and the edges between them.
/// From a vertex to itself leads the pathway of one vertex and no edge.
struct Pathway {
    std::vector<std::uint32_t> vertices;
    std::vector<std::uint32_t> edges;  ///< one fewer than vertices
    double length = 0;                 ///< what the question adds up: a sum of costs, or a product of probabilities
};

/// Pathways, best first.
struct Pathways {
    std::vector<Pathway> items;
    bool partial = false;  ///< a limit stopped the search: there may be more
};

/// How far one gets: vertices by number of steps, then in the view's order.
struct Reach {
    std::vector<std::uint32_t> vertices;
    std::vector<std::uint32_t> steps;
};

/// How much of what runs between two groups passes each vertex and edge, in pairs.
struct Passage {
    std::vector<double> vertices{};
    std::vector<double> edges{};
    std::uint64_t pairs = 0;   ///< that could be joined
    std::uint64_t joined = 0;  ///< of them those that a pathway joins
    bool partial = false;
};

}  // namespace coopnet
