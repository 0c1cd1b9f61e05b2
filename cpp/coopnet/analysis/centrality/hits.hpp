#pragma once

#include <coopnet/analysis/detail/scale.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <span>
#include <string>
#include <vector>

namespace coopnet::centrality {

using detail::Scale;

struct HitsOptions {
    /// The unit, of hubs and authorities each.
    Scale scale = Scale::sum;
};

/// By actor; if undefined all are NaN and `why` says what makes them so.
struct Hits {
    std::vector<double> hubs;
    std::vector<double> authorities;
    std::string why;
};

/// Who points to those worth pointing to (hubs), and who is pointed to by such (authorities):
/// the leading singular vectors of the strengths.
///
/// An undirected tie points both ways, a loop once, parallel edges each; then hubs and
/// authorities are the same. Who points to nobody is no hub: 0. `strengths` by edge id,
/// empty: all one. Undefined without ties, and where pieces lead equally: those of actors
/// who point to the same, and also the two sides of an undirected network whose ties all run
/// between two groups.
/// Cost: O(V + E) a round; few rounds unless two singular values nearly coincide.
/// Reference: Kleinberg (1999), doi:10.1145/324133.324140.
/// Throws InvalidWeight if a strength is not positive and finite, Cancelled.
template <Direction D>
Hits hits(const Csr<D>& view, std::span<const double> strengths, HitsOptions options, Monitor& monitor);

}  // namespace coopnet::centrality
