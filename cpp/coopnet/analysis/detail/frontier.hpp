#pragma once

#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/view/csr.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::detail {

/// The probability that some pathway leads from source to target, edges working
/// independently with the probabilities that are their weights. Exact.
///
/// The network is reduced, then its vertices are taken in one by one, each with its edges to
/// those that are in. Of the edges so far all that matters is who of the *front*, the
/// vertices with edges to come, is reached from the source, who reaches the target and who
/// reaches whom: states that agree in this are one. So the work grows with the front of a
/// network, not with its size.
/// Reference: Hardy, Lucet and Limnios (2007), doi:10.1109/TR.2007.898572, for undirected
/// edges; with direction, reaching stands for being connected.
class Frontier {
public:
    static constexpr std::size_t most_states = 500'000;
    static constexpr std::size_t widest = 29;  // one that comes, source and target make a word of 32 bits

    Frontier(std::uint32_t vertex_count, Vertex source, Vertex target, Patience& patience);

    /// Of edges as in a directed view. Nothing if patience is spent.
    /// Throws InvalidOption past a limit, with both numbers.
    [[nodiscard]] std::optional<double> reliability(std::vector<EdgeSpec> edges);

private:
    using Place = std::uint32_t;  // in the front: 0 is the source, 1 the target

    struct Step {
        Place from = 0;
        Place to = 0;
        double works = 0;
        bool both_ways = false;
        std::uint32_t leaving = 0;  // places whose last edge this is; the source's and target's too
    };

    struct Order;

    [[nodiscard]] Order order_from(const Ugraph& graph, Vertex start) const;
    [[nodiscard]] std::vector<Vertex> order(const std::vector<EdgeSpec>& edges) const;
    void plan(const std::vector<EdgeSpec>& edges, std::span<const Vertex> vertices);
    [[nodiscard]] std::optional<double> sweep() const;

    std::uint32_t vertex_count_;
    Vertex source_;
    Vertex target_;
    Patience& patience_;
    std::vector<Step> steps_;
    Place places_ = 2;
};

}  // namespace coopnet::detail
