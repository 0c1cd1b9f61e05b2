#pragma once

#include <coopnet/analysis/detail/steps.hpp>
#include <coopnet/analysis/detail/sweep.hpp>
#include <coopnet/core/compare.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::detail {

/// The longest sum of scaled costs that `cutoff`, in the unit of the costs, lets through.
/// Throws InvalidOption if the cutoff is negative or no number.
double longest_sum(const CostScale& scale, std::optional<double> cutoff);

/// All shortest pathways from one source at once: which steps they take, and how many they
/// are. Kept and asked again for the next source. Pathways are counted in doubles, so that
/// many of them round instead of wrapping.
class ShortestWays {
public:
    /// Pathways longer than `longest` are not followed.
    explicit ShortestWays(const Steps& steps, double longest = Sum::unreached);

    void from(Vertex source);

    /// Those reached, the source first, nearer ones before farther ones.
    [[nodiscard]] std::span<const Vertex> order() const noexcept { return sweep_.order(); }
    [[nodiscard]] std::span<const double> lengths() const noexcept { return sweep_.lengths(); }
    /// How many shortest pathways lead from the source to v, for v among those reached.
    [[nodiscard]] double ways(Vertex v) const noexcept { return ways_[v]; }
    /// The steps onward from order()[i] that lie on shortest pathways from the source.
    [[nodiscard]] std::span<const std::uint32_t> onward(std::size_t i) const noexcept {
        return {next_.data() + next_offsets_[i], next_.data() + next_offsets_[i + 1]};
    }
    [[nodiscard]] const Steps& steps() const noexcept { return steps_; }

private:
    template <class IsShortest>
    void count_ways(const IsShortest& is_shortest);

    const Steps& steps_;
    Sweep<Sum> sweep_;
    std::vector<double> ways_;
    std::vector<std::uint32_t> rank_;  // place in order(); for inexact lengths alone
    std::vector<std::uint32_t> next_;  // steps on shortest pathways, by order()
    std::vector<std::uint32_t> next_offsets_;
};

}  // namespace coopnet::detail
