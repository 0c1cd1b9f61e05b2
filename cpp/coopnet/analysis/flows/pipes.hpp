#pragma once

#include <coopnet/analysis/detail/max_flow.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/tables/flow.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::flows {

constexpr double unlimited = std::numeric_limits<double>::infinity();

/// What edges and vertices let through.
struct Bounds {
    std::span<const double> capacities{};  ///< by edge, those that run both ways in either direction; may be infinite
    /// What each edge must carry at least, empty: nothing; of one that runs both ways, from its source to its target.
    std::span<const double> least{};
    std::span<const double> rooms{};  ///< what passes each vertex at most, starts and ends there too; empty: anything
};

/// Throws InvalidOption if bounds and edges or vertices are not as many, InvalidWeight for a bound that is
/// negative or no number.
void require(const Bounds& bounds, std::uint32_t edges, std::uint32_t vertices);

/// An arc of a flow network: along an edge, through a vertex, or from and to the ends.
struct Pipe {
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double capacity = unlimited;
    double least = 0;
    EdgeId edge = none;
    Vertex room = none;
    bool back = false;  ///< from the edge's target to its source
};

/// A view as a flow network: nodes, and the pipes between them.
///
/// A vertex with room is two nodes with a pipe of that room between; an edge that runs both ways is
/// two pipes; a loop is none. One node feeds all sources, one takes in from all targets. Amounts are whole
/// numbers where all that is given shares a decimal scale, so that sums are exact.
class Pipes {
public:
    /// `further`: amounts beside the bounds that must be on the same scale. Throws as `require`, and
    /// InvalidOption if a source is a target too.
    template <Direction D>
    Pipes(const Csr<D>& view, const Bounds& bounds, std::span<const Vertex> sources, std::span<const Vertex> targets,
          std::span<const double> further = {});

    [[nodiscard]] const std::vector<Pipe>& pipes() const noexcept { return pipes_; }
    [[nodiscard]] std::uint32_t vertex_count() const noexcept { return vertex_count_; }
    [[nodiscard]] std::uint32_t node_count() const noexcept { return (2 * vertex_count_) + 2; }
    [[nodiscard]] static std::uint32_t entry(Vertex v) noexcept { return v; }
    [[nodiscard]] std::uint32_t exit(Vertex v) const noexcept { return has_rooms_ ? vertex_count_ + v : v; }
    [[nodiscard]] std::uint32_t source() const noexcept { return 2 * vertex_count_; }
    [[nodiscard]] std::uint32_t target() const noexcept { return source() + 1; }
    [[nodiscard]] bool exact() const noexcept { return scale_.exact(); }
    [[nodiscard]] bool has_least() const noexcept { return has_least_; }

    /// The i-th of the further amounts, on the scale.
    [[nodiscard]] double further(std::size_t i) const noexcept { return scale_.costs()[i]; }
    /// An amount in the unit it was given in.
    [[nodiscard]] double told(double amount) const noexcept { return scale_.length(amount); }
    /// Equal by the rule for sums.
    [[nodiscard]] bool equal(double a, double b) const noexcept { return scale_.equal(a, b); }

    /// What each pipe lets through beyond what it must.
    [[nodiscard]] std::vector<detail::FlowArc> arcs() const;
    /// Vertices of a way without limit from a source to a target, none if there is none.
    [[nodiscard]] std::vector<Vertex> endless() const;
    /// The flow of which these are the amounts by pipe, without circles that nothing asks for.
    [[nodiscard]] Flow flow(std::vector<double> amounts) const;
    /// What comes to each node, or must leave it, if every pipe carries just its least.
    [[nodiscard]] std::vector<double> needs() const;
    /// The first edge that must carry more than it can.
    [[nodiscard]] std::optional<Shortage> overfull() const;
    /// Why the nodes of `side` cannot pass on what must come into them; `supply`: what starts at a node, or ends there.
    [[nodiscard]] Shortage shortage(const std::vector<bool>& side, std::span<const double> supply) const;

private:
    void add_edge(const EdgeSpec& edge, EdgeId id, bool both_ways, double capacity, double least);

    std::uint32_t vertex_count_ = 0;
    std::uint32_t edge_count_ = 0;
    bool has_rooms_ = false;
    bool has_least_ = false;
    CostScale scale_;
    std::vector<Pipe> pipes_;
};

}  // namespace coopnet::flows
