#include <coopnet/analysis/detail/ways.hpp>

#include <coopnet/core/error.hpp>

#include <cmath>

namespace coopnet::detail {

double longest_sum(const CostScale& scale, std::optional<double> cutoff) {
    if (!cutoff) return Sum::unreached;
    if (!(*cutoff >= 0)) {
        throw InvalidOption{"A cutoff is a length of at least 0. Leave it out to follow pathways of any length."};
    }
    // A sum that is equal to the cutoff on paper is within it.
    return *cutoff / scale.length(1) * (1 + 1e-10);
}

ShortestWays::ShortestWays(const Steps& steps, double longest)
    : steps_(steps),
      sweep_(steps, longest),
      ways_(steps.vertex_count()),
      rank_(steps.exact ? 0 : steps.vertex_count()),
      next_(std::size_t{steps.step_count()} + 1),
      next_offsets_(std::size_t{steps.vertex_count()} + 1) {}

void ShortestWays::from(Vertex source) {
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
            // nearly_equal, without a branch: the way over v is never the shorter one.
            const double over = far[v] + length[step];
            const bool equal = std::abs(over - far[w]) <= 1e-10 * over;
            const bool behind = rank_[v] < rank_[w];
            return static_cast<bool>(static_cast<unsigned>(equal) & static_cast<unsigned>(behind));
        });
    }
}

template <class IsShortest>
void ShortestWays::count_ways(const IsShortest& is_shortest) {
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

}  // namespace coopnet::detail
