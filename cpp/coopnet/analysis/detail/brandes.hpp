#pragma once

#include <coopnet/analysis/detail/steps.hpp>
#include <coopnet/analysis/detail/sweep.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

/// What the shortest pathways from a source send through each actor and step: each pair is
/// one unit, shared by its shortest pathways. Kept and asked again for the next source.
///
/// In the words of Brandes (2001), doi:10.1080/0022250X.2001.9990249: ways_ is σ, credit_
/// is δ. The division of his recursion is made once an actor: share_[w] = (1 + δ[w]) / σ[w].
/// Pathways are counted in doubles, so that many of them round instead of wrapping.
class Brandes {
public:
    explicit Brandes(const Steps& steps);

    void from(Vertex source);

    /// Those reached, the source first.
    [[nodiscard]] std::span<const Vertex> order() const noexcept { return sweep_.order(); }
    /// What passes through v on its way to others, for v among those reached.
    [[nodiscard]] double credit(Vertex v) const noexcept { return credit_[v]; }
    /// Adds what passes over each step.
    void add_steps(std::span<double> sums) const noexcept;

private:
    template <class IsShortest>
    void count_ways(const IsShortest& is_shortest);
    void share_back();

    const Steps& steps_;
    Sweep<Sum> sweep_;
    std::vector<double> ways_, credit_, share_;
    std::vector<std::uint32_t> rank_;  // place in order(); for inexact lengths alone
    std::vector<std::uint32_t> next_;  // steps on shortest pathways, by order()
    std::vector<std::uint32_t> next_offsets_;
};

}  // namespace coopnet::detail
