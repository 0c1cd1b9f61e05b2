#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/pathways/cuts.hpp>

namespace coopnet::pathways {

template <Direction D>
MinimumCuts cuts(const Csr<D>& view, Vertex source, Vertex target, const CutsOptions& options, Monitor& monitor) {
    if (source == target) throw InvalidOption{"Nothing parts an actor from itself. Name two different actors."};
    if (options.max_results == 0) throw InvalidOption{"max_results=0 lists no set. Ask for at least 1."};
    detail::Patience patience{monitor, options.time_limit};
    return detail::minimum_cuts(view, source, target, options.of, options.max_results, patience);
}

template MinimumCuts cuts(const Digraph&, Vertex, Vertex, const CutsOptions&, Monitor&);
template MinimumCuts cuts(const Ugraph&, Vertex, Vertex, const CutsOptions&, Monitor&);

}  // namespace coopnet::pathways
