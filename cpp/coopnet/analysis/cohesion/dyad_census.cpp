#include <coopnet/analysis/cohesion/dyad_census.hpp>

#include <coopnet/analysis/detail/dyads.hpp>

namespace coopnet::cohesion {

template <Direction D>
DyadCensus dyad_census(const Csr<D>& view) {
    const auto dyads = detail::dyads(view);
    std::uint64_t mutual_ends = 0;
    for (const detail::Way way : dyads.ways) mutual_ends += way == detail::Way::both ? 1 : 0;
    const std::uint64_t count = view.vertex_count();
    DyadCensus census;
    census.mutual = mutual_ends / 2;
    census.asymmetric = dyads.ways.size() / 2 - census.mutual;
    census.null = (count == 0 ? 0 : count * (count - 1) / 2) - census.mutual - census.asymmetric;
    return census;
}

template DyadCensus dyad_census(const Digraph&);
template DyadCensus dyad_census(const Ugraph&);

}  // namespace coopnet::cohesion
