#include <coopnet/analysis/centrality/eigenvector.hpp>

#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/detail/walks.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace coopnet::centrality {
namespace {

Scores undefined(std::uint32_t count, std::string why) {
    return {std::vector<double>(count, std::numeric_limits<double>::quiet_NaN()), std::move(why)};
}

}  // namespace

template <Direction D>
Scores eigenvector(const Csr<D>& view, std::span<const double> strengths, EigenvectorOptions options,
                   Monitor& monitor) {
    detail::require_strengths(strengths);
    const std::uint32_t count = view.vertex_count();
    if (count == 0) return {};
    if (view.edge_count() == 0) return undefined(count, "there are no ties.");

    // Each piece has one leading eigenvector (Perron and Frobenius); the network has one if
    // one piece leads alone.
    const auto flow = detail::inflow(view, strengths, detail::Mode::in);
    const auto pieces = detail::leading_pieces(flow, detail::members(detail::strong_pieces(view)), monitor);
    if (pieces.equals == 0) return undefined(count, "no ties run in a circle, so no score feeds another.");
    if (pieces.equals > 1) {
        return undefined(count, std::to_string(pieces.equals) +
                                    " pieces of the network lead equally, so that no one answer is right.");
    }
    std::vector<double> scores(count, 0.0);
    const auto& leaders = pieces.members[pieces.first];
    for (std::size_t i = 0; i < leaders.size(); ++i) scores[leaders[i]] = pieces.pairs[pieces.first].scores[i];
    // From the leading piece on to those that it feeds.
    if (Csr<D>::is_directed && leaders.size() < count) {
        scores = detail::leading(flow, std::move(scores), false, monitor).scores;
    }
    return detail::scaled(std::move(scores), options.scale);
}

template Scores eigenvector(const Digraph&, std::span<const double>, EigenvectorOptions, Monitor&);
template Scores eigenvector(const Ugraph&, std::span<const double>, EigenvectorOptions, Monitor&);

}  // namespace coopnet::centrality
