#pragma once

#include <coopnet/analysis/flows/channels.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// An edge or a vertex whose capacity is used up in every maximum flow.
struct Narrow {
    bool is_vertex = false;
    std::uint32_t id = 0;
    double capacity = 0;
    double gain = 0;            ///< what one more unit of capacity brings
    double range = 0;           ///< up to how much more it brings as much; infinite: without end
    bool in_every_cut = false;  ///< in every minimum cut, or only in some
};

struct Bottleneck {
    double value = 0;
    std::vector<double> edges;     ///< the flow by edge
    std::vector<double> vertices;  ///< and by vertex
    std::vector<Narrow> narrow;    ///< the most gain first, then the longest range, ties before actors
    std::vector<Vertex> endless;   ///< a way that nothing limits, if there is one; nothing else is told then
};

/// The maximum flow, and what holds it: edges and vertices of the minimum cuts. Of each the flow
/// is computed anew with one unit more, and without limit.
///
/// As a function of one capacity the flow rises one for one and then not at all: only a capacity
/// that is in every minimum cut gains anything, up to `range`.
/// Cost: a maximum flow, and two for each in every minimum cut. Reference: Ford and Fulkerson (1956),
/// doi:10.4153/CJM-1956-045-5. Throws InvalidOption for ends that are none, InvalidWeight for a negative capacity,
/// Cancelled.
template <Direction D>
Bottleneck bottleneck(const Csr<D>& view, const Ends& ends, std::span<const double> edges,
                      std::span<const double> vertices, Monitor& monitor);

/// What flows at most if one edge fails, or one vertex.
struct Failures {
    double value = 0;              ///< with all
    std::vector<double> edges;     ///< without each edge
    std::vector<double> vertices;  ///< without each vertex; NaN for the ends
    std::vector<Vertex> endless;   ///< as of `Bottleneck`
};

/// Cost: a maximum flow for each that carries some of one. Throws as `bottleneck`.
template <Direction D>
Failures failures(const Csr<D>& view, const Ends& ends, std::span<const double> edges, std::span<const double> vertices,
                  Monitor& monitor);

}  // namespace coopnet::flows
