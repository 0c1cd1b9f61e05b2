#include <coopnet/analysis/detail/costs.hpp>

#include <coopnet/core/error.hpp>

#include <algorithm>
#include <cmath>

namespace coopnet::detail {

std::vector<double> costs_of_edges(std::span<const double> costs, std::size_t edge_count) {
    if (costs.empty()) return std::vector<double>(edge_count, 1.0);
    if (costs.size() != edge_count) throw InvalidOption{"Costs and edges are not as many. Give each edge one."};
    const auto is_cost = [](double cost) { return std::isfinite(cost) && cost >= 0; };
    if (!std::ranges::all_of(costs, is_cost)) {
        throw InvalidWeight{
            "Pathways need costs that are finite and not negative. Mend them, or choose another weight."};
    }
    return {costs.begin(), costs.end()};
}

}  // namespace coopnet::detail
