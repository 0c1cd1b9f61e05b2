#include <coopnet/analysis/detail/brandes.hpp>

namespace coopnet::detail {

Brandes::Brandes(const Steps& steps)
    : steps_(steps),
      sweep_(steps),
      ways_(steps.vertex_count()),
      credit_(steps.vertex_count()),
      share_(steps.vertex_count()),
      rank_(steps.exact ? 0 : steps.vertex_count()),
      next_(std::size_t{steps.step_count()} + 1),
      next_offsets_(std::size_t{steps.vertex_count()} + 1) {}

void Brandes::from(Vertex source) {
    sweep_.from(source);
    for (const Vertex v : order()) ways_[v] = 0;
    ways_[source] = 1;

    const auto far = sweep_.lengths();
    const auto& length = steps_.lengths;
    if (length.empty()) {
        count_ways([&](Vertex v, std::uint32_t, Vertex w) { return far[v] + 1 == far[w]; });
    } else if (steps_.exact) {
        count_ways([&](Vertex v, std::uint32_t step, Vertex w) { return far[v] + length[step] == far[w]; });
    } else {
        // The rank keeps a pair that is equally far within tolerance from preceding each other.
        for (std::uint32_t i = 0; i < order().size(); ++i) rank_[order()[i]] = i;
        count_ways([&](Vertex v, std::uint32_t step, Vertex w) {
            return rank_[v] < rank_[w] && nearly_equal(far[v] + length[step], far[w]);
        });
    }
    share_back();
}

template <class IsShortest>
void Brandes::count_ways(const IsShortest& is_shortest) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < order().size(); ++i) {
        const Vertex v = order()[i];
        const std::uint32_t first = count;
        next_offsets_[i] = first;
        // Written always and kept or not: a branch here would be mispredicted half the time.
        for (std::uint32_t step = steps_.offsets[v]; step < steps_.offsets[v + 1]; ++step) {
            next_[count] = step;
            count += is_shortest(v, step, steps_.targets[step]) ? 1U : 0U;
        }
        for (std::uint32_t k = first; k < count; ++k) ways_[steps_.targets[next_[k]]] += ways_[v];
    }
    next_offsets_[order().size()] = count;
}

void Brandes::share_back() {
    for (std::size_t i = order().size(); i-- > 0;) {
        const Vertex v = order()[i];
        double shares = 0;
        for (std::uint32_t k = next_offsets_[i]; k < next_offsets_[i + 1]; ++k)
            shares += share_[steps_.targets[next_[k]]];
        credit_[v] = ways_[v] * shares;
        share_[v] = (1 + credit_[v]) / ways_[v];
    }
}

void Brandes::add_steps(std::span<double> sums) const noexcept {
    for (std::size_t i = 0; i < order().size(); ++i) {
        const double ways = ways_[order()[i]];
        for (std::uint32_t k = next_offsets_[i]; k < next_offsets_[i + 1]; ++k) {
            sums[next_[k]] += ways * share_[steps_.targets[next_[k]]];
        }
    }
}

}  // namespace coopnet::detail
