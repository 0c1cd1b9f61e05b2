#include <coopnet/analysis/detail/ranking.hpp>
#include <coopnet/analysis/pathways/most_reliable.hpp>

#include <algorithm>

namespace coopnet::pathways {

template <Direction D>
Pathways most_reliable(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
                       MostReliableOptions options, Monitor& monitor) {
    if (probabilities.size() != view.edge_count()) {
        throw InvalidOption{"Probabilities and edges are not as many. Give each edge one."};
    }
    if (!std::ranges::all_of(probabilities, [](double p) { return p >= 0 && p <= 1; })) {
        throw InvalidWeight{
            "A reliability is a probability from 0 to 1. Mend those that are not, or choose another weight."};
    }
    const detail::RankOptions rank{
        .most = options.k, .only_equal = options.only_equal, .time_limit = options.time_limit};
    return detail::best_pathways(view, detail::Reliability{probabilities}, source, target, rank, monitor);
}

template Pathways most_reliable(const Digraph&, std::span<const double>, Vertex, Vertex, MostReliableOptions, Monitor&);
template Pathways most_reliable(const Ugraph&, std::span<const double>, Vertex, Vertex, MostReliableOptions, Monitor&);

}  // namespace coopnet::pathways
