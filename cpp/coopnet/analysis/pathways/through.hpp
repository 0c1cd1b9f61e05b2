#pragma once

#include <coopnet/analysis/pathways/find.hpp>

#include <span>
#include <vector>

namespace coopnet::pathways {

/// How much of the pathways between two groups passes each vertex and each edge.
///
/// Every ordered pair of one of `sources` and another of `targets` shares one unit among its
/// admitted pathways, the `k` best by `measure`, each by its probability to work, the product
/// of `probabilities`; equally if there are none. A pathway credits its share to all vertices
/// between its ends and all its edges. Pairs that no pathway joins have nothing to share.
/// Cost: that of `find`, for each pair. Throws as `find`.
template <Direction D>
Passage through(const Csr<D>& view, const Admission& admitted, const Measure& measure, const std::vector<Limit>& limits,
                std::span<const Vertex> sources, std::span<const Vertex> targets, std::span<const double> probabilities,
                FindOptions options, Monitor& monitor);

}  // namespace coopnet::pathways
