#include <coopnet/analysis/centrality/hits.hpp>

#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/detail/walks.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <limits>
#include <utility>
#include <vector>

namespace coopnet::centrality {
namespace {

// Each actor twice: as an authority, v, and as a hub, count + v, tied to whom it points to.
// The leading singular vectors of the ties are the leading eigenvector of these.
struct Cover {
    Ugraph graph;
    std::vector<double> strengths;
};

template <Direction D>
Cover cover(const Csr<D>& view, std::span<const double> strengths) {
    const std::uint32_t count = view.vertex_count();
    std::vector<EdgeSpec> edges;
    std::vector<double> by_edge;
    for (Vertex v = 0; v < count; ++v) {
        const auto out = view.out(v);
        const auto ids = view.out_edges(v);
        for (std::size_t i = 0; i < out.size(); ++i) {
            edges.push_back({count + v, out[i]});
            by_edge.push_back(strengths.empty() ? 1.0 : strengths[ids[i]]);
        }
    }
    return {{2 * count, std::move(edges)}, std::move(by_edge)};
}

Hits undefined(std::uint32_t count, std::string why) {
    const std::vector<double> nothing(count, std::numeric_limits<double>::quiet_NaN());
    return {nothing, nothing, std::move(why)};
}

}  // namespace

template <Direction D>
Hits hits(const Csr<D>& view, std::span<const double> strengths, HitsOptions options, Monitor& monitor) {
    detail::require_strengths(strengths);
    const std::uint32_t count = view.vertex_count();
    if (count == 0) return {};
    if (view.edge_count() == 0) return undefined(count, "there are no ties.");

    const Cover both = cover(view, strengths);
    const auto flow = detail::inflow(both.graph, both.strengths, detail::Mode::in);
    const auto pieces = detail::leading_pieces(flow, detail::members(detail::weak_pieces(both.graph)), monitor);
    if (pieces.equals > 1 && !Csr<D>::is_directed) {
        return undefined(count,
                         "hubs and authorities are two groups that could change places, since all undirected ties "
                         "run between them, or pieces lead equally. Ask eigenvector.");
    }
    if (pieces.equals > 1) {
        return undefined(count, std::to_string(pieces.equals) +
                                    " pieces of those who point to the same lead equally, so that no one answer is "
                                    "right.");
    }
    std::vector<double> hubs(count, 0.0);
    std::vector<double> authorities(count, 0.0);
    const auto& leaders = pieces.members[pieces.first];
    for (std::size_t i = 0; i < leaders.size(); ++i) {
        const double score = pieces.pairs[pieces.first].scores[i];
        (leaders[i] < count ? authorities[leaders[i]] : hubs[leaders[i] - count]) = score;
    }
    return {detail::scaled(std::move(hubs), options.scale).values,
            detail::scaled(std::move(authorities), options.scale).values,
            {}};
}

template Hits hits(const Digraph&, std::span<const double>, HitsOptions, Monitor&);
template Hits hits(const Ugraph&, std::span<const double>, HitsOptions, Monitor&);

}  // namespace coopnet::centrality
