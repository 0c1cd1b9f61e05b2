#pragma once

#include <coopnet/analysis/detail/steps.hpp>

#include <span>
#include <utility>
#include <vector>

namespace coopnet::detail {

/// The best pathways from one source to everybody: breadth first, or Dijkstra's search if
/// steps have lengths. It is kept and asked again for the next source, so that nothing is
/// allocated twice. The steps must outlive it.
///
/// Cost of a source: O(V + E), or O(E · log V) with lengths.
template <class Rule>
class Sweep {
public:
    explicit Sweep(const Steps& steps);

    void from(Vertex source);

    /// Those reached, the source first, nearer ones before farther ones.
    [[nodiscard]] std::span<const Vertex> order() const noexcept { return order_; }
    /// How far each is; `Rule::unreached` if no pathway leads there.
    [[nodiscard]] std::span<const double> lengths() const noexcept { return lengths_; }

private:
    void breadth_first();
    void nearest_first();

    const Steps& steps_;
    std::vector<double> lengths_;
    std::vector<Vertex> order_;
    std::vector<std::pair<double, Vertex>> waiting_;  // a heap; may hold outdated entries
};

}  // namespace coopnet::detail
