#include <coopnet/analysis/cohesion/mixing.hpp>

#include <coopnet/analysis/detail/ties.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <numeric>

namespace coopnet::cohesion {

std::vector<double> Mixing::sent() const {
    std::vector<double> sums(group_count, 0.0);
    for (std::uint32_t from = 0; from < group_count; ++from) {
        for (std::uint32_t to = 0; to < group_count; ++to) sums[from] += (*this)(from, to);
    }
    return sums;
}

std::vector<double> Mixing::received() const {
    std::vector<double> sums(group_count, 0.0);
    for (std::uint32_t from = 0; from < group_count; ++from) {
        for (std::uint32_t to = 0; to < group_count; ++to) sums[to] += (*this)(from, to);
    }
    return sums;
}

double Mixing::inside() const noexcept {
    double sum = 0;
    for (std::uint32_t group = 0; group < group_count; ++group) sum += (*this)(group, group);
    return sum;
}

double Mixing::all() const noexcept {
    return std::accumulate(ties.begin(), ties.end(), 0.0);
}

template <Direction D>
Mixing mixing(const Csr<D>& view, std::span<const std::uint32_t> groups, std::uint32_t group_count,
              std::span<const double> strengths) {
    detail::require_strengths(strengths);
    if (groups.size() != view.vertex_count()) throw InvalidOption{"Each actor needs a group. Give as many as actors."};
    Mixing mixing{group_count, std::vector<double>(std::size_t{group_count} * group_count, 0.0),
                  std::vector<double>(group_count, 0.0)};
    for (const std::uint32_t group : groups) ++mixing.group_sizes[group];
    detail::each_tie(view, strengths, [&](Vertex from, Vertex to, double strength) {
        mixing.ties[(std::size_t{groups[from]} * group_count) + groups[to]] += strength;
    });
    return mixing;
}

template Mixing mixing(const Digraph&, std::span<const std::uint32_t>, std::uint32_t, std::span<const double>);
template Mixing mixing(const Ugraph&, std::span<const std::uint32_t>, std::uint32_t, std::span<const double>);

}  // namespace coopnet::cohesion
