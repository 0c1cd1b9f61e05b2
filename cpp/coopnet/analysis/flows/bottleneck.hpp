#pragma once

#include <coopnet/analysis/flows/channels.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/flow.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// An edge or a vertex that is part of a minimum cut.
struct Narrow {
    bool is_vertex = false;
    std::uint32_t id = 0;
    double capacity = 0;
    double gain = 0;            ///< what one more unit of capacity brings
    double range = 0;           ///< up to how much more it brings as much; infinite: without end
    bool in_every_cut = false;  ///< of all minimum cuts, or only of some
};

struct Bottleneck {
    Flow flow;                   ///< if it is endless, nothing else is told
    std::vector<Narrow> narrow;  ///< the most gain first, then the longest range, edges before vertices
};

/// The maximum flow, and what holds it: edges and vertices of the minimum cuts. Of each the flow is
/// computed anew with one unit more, and without limit. `rooms` are by vertex, empty: no limit.
///
/// As a function of one capacity the flow rises one for one and then not at all: only a capacity
/// that is in every minimum cut gains anything, up to `range`.
/// Cost: a maximum flow, and two for each in every minimum cut. Reference: Ford and Fulkerson (1956),
/// doi:10.4153/CJM-1956-045-5. Throws InvalidOption for ends that are none, InvalidWeight, Cancelled.
template <Direction D>
Bottleneck bottleneck(const Csr<D>& view, const Ends& ends, std::span<const double> capacities,
                      std::span<const double> rooms, Monitor& monitor);

/// What flows at most if one edge fails, or one vertex.
struct Failures {
    double value = 0;              ///< with all
    std::vector<double> edges;     ///< without each edge
    std::vector<double> vertices;  ///< without each vertex; NaN for the ends
    std::vector<Vertex> endless;   ///< a way that nothing limits, if there is one; nothing else is told then
};

/// Cost: a maximum flow for each that carries some of one. Throws as `bottleneck`.
template <Direction D>
Failures failures(const Csr<D>& view, const Ends& ends, std::span<const double> capacities,
                  std::span<const double> rooms, Monitor& monitor);

}  // namespace coopnet::flows
