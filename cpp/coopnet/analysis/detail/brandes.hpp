#pragma once

#include <coopnet/analysis/detail/ways.hpp>

#include <span>
#include <vector>

namespace coopnet::detail {

/// What the shortest pathways from a source send through each actor and step: each pair is
/// one unit, shared by its shortest pathways. Kept and asked again for the next source.
///
/// In the words of Brandes (2001), doi:10.1080/0022250X.2001.9990249: ways() is σ, credit_
/// is δ. The division of his recursion is made once an actor: share_[w] = (1 + δ[w]) / σ[w].
class Brandes {
public:
    /// `due` is what is sent to each actor, by vertex; empty: one unit. Pathways longer than
    /// `longest` are not followed.
    explicit Brandes(const Steps& steps, double longest = Sum::unreached, std::span<const double> due = {});

    void from(Vertex source);

    /// Those reached, the source first.
    [[nodiscard]] std::span<const Vertex> order() const noexcept { return ways_.order(); }
    /// What passes through v on its way to others, for v among those reached.
    [[nodiscard]] double credit(Vertex v) const noexcept { return credit_[v]; }
    /// What is sent to v.
    [[nodiscard]] double due(Vertex v) const noexcept { return due_.empty() ? 1 : due_[v]; }
    /// Adds what passes over each step.
    void add_steps(std::span<double> sums) const noexcept;

private:
    ShortestWays ways_;
    std::span<const double> due_;
    std::vector<double> credit_, share_;
};

}  // namespace coopnet::detail
