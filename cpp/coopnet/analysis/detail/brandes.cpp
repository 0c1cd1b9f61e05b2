#include <coopnet/analysis/detail/brandes.hpp>

namespace coopnet::detail {

Brandes::Brandes(const Steps& steps, double longest, std::span<const double> due)
    : ways_(steps, longest), due_(due), credit_(steps.vertex_count()), share_(steps.vertex_count()) {}

void Brandes::from(Vertex source) {
    ways_.from(source);
    const auto& targets = ways_.steps().targets;
    for (std::size_t i = order().size(); i-- > 0;) {
        const Vertex v = order()[i];
        double shares = 0;
        for (const std::uint32_t step : ways_.onward(i)) shares += share_[targets[step]];
        credit_[v] = ways_.ways(v) * shares;
        share_[v] = (due(v) + credit_[v]) / ways_.ways(v);
    }
}

void Brandes::add_steps(std::span<double> sums) const noexcept {
    const auto& targets = ways_.steps().targets;
    for (std::size_t i = 0; i < order().size(); ++i) {
        const double ways = ways_.ways(order()[i]);
        for (const std::uint32_t step : ways_.onward(i)) sums[step] += ways * share_[targets[step]];
    }
}

}  // namespace coopnet::detail
