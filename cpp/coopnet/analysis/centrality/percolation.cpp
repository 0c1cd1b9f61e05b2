#include <coopnet/analysis/centrality/percolation.hpp>

#include <coopnet/analysis/detail/passing.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

namespace coopnet::centrality {
namespace {

void require_states(std::span<const double> states, std::uint32_t count) {
    const auto is_state = [](double state) { return state >= 0 && state <= 1; };
    if (states.size() == count && std::ranges::all_of(states, is_state)) return;
    throw InvalidOption{"Percolation needs a state from 0 to 1 for every actor. Fill in or mend the states."};
}

// The sum of all states but that of each actor, without taking one from a sum it drowns in.
std::vector<double> of_others(std::span<const double> states) {
    std::vector<double> sums(states.size());
    std::exclusive_scan(states.begin(), states.end(), sums.begin(), 0.0);
    double after = 0;
    for (std::size_t v = states.size(); v-- > 0;) {
        sums[v] += after;
        after += states[v];
    }
    return sums;
}

}  // namespace

template <Direction D>
Scores percolation(const Csr<D>& view, std::span<const double> costs, std::span<const double> states,
                   Monitor& monitor) {
    detail::require_costs(costs);
    require_states(states, view.vertex_count());
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, detail::Mode::out);

    auto sums = detail::passing(steps, view.vertex_count(), {.from = states}, monitor,
                                [&](const detail::Brandes& brandes, std::vector<double>& credit) {
                                    const double state = states[brandes.order().front()];
                                    for (const Vertex v : brandes.order().subspan(1)) {
                                        credit[v] += state * brandes.credit(v);
                                    }
                                });
    Scores scores = detail::credit_scores(std::move(sums), std::max(1.0, static_cast<double>(view.vertex_count()) - 2));
    const auto others = of_others(states);
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        if (scores.values[v] != 0) scores.values[v] /= others[v];
    }
    return scores;
}

template Scores percolation(const Digraph&, std::span<const double>, std::span<const double>, Monitor&);
template Scores percolation(const Ugraph&, std::span<const double>, std::span<const double>, Monitor&);

}  // namespace coopnet::centrality
