#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Ties as wires: their strength is how well they conduct. Each piece by itself.
struct Wires {
    struct Wire {
        Vertex one = 0;
        Vertex other = 0;
        double strength = 1;
    };
    std::vector<Vertex> members;  ///< the actors of the piece, as numbered below
    std::vector<Wire> wires;      ///< no loops; of parallel edges each
};

/// By piece, the largest first. Cost: O(V + E).
std::vector<Wires> wires(const Ugraph& view, std::span<const double> strengths);

/// The potentials of a piece whose first actor is grounded: at(u, v) is that of u if one unit
/// of current enters at v and leaves at the ground. Symmetric.
struct Potentials {
    std::size_t size = 0;
    std::vector<double> values;  ///< by v, then u

    [[nodiscard]] const double* from(std::size_t v) const noexcept { return values.data() + (v * size); }
};

/// Cost: O(V³) at worst, on several threads, and the same bits for any number of them; O(V²)
/// for a tree, and in between with few ties. Memory O(V²).
/// Throws Cancelled.
Potentials potentials(const Wires& piece, Monitor& monitor);

}  // namespace coopnet::detail
