#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/core/random.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::community {

/// A group of each vertex or node; any numbers below how many they are.
using Labels = std::vector<std::uint32_t>;

/// What a node or a group brings into the balance: the ties it sends and receives, its actors.
struct Mass {
    double out = 0;
    double in = 0;
    double size = 0;

    Mass& operator+=(const Mass& other) noexcept;
    Mass& operator-=(const Mass& other) noexcept;
};

/// A network whose nodes are actors, or groups of them that move as one. Every tie is one or
/// two directed ones: undirected ties run both ways.
struct Level {
    std::vector<std::uint32_t> offsets{0};
    std::vector<std::uint32_t> targets;  ///< each once at a node, itself left out
    std::vector<double> links;           ///< beside them: the ties to and fro together
    std::vector<double> inside;          ///< the ties within each node
    std::vector<Mass> masses;
    double all = 0;   ///< the strength of all ties
    double mean = 1;  ///< of one tie, as the network recorded it

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(masses.size()); }
};

/// Throws InvalidWeight if a strength is not positive and finite. Cost: O(V + E).
template <Direction D>
Level level(const Csr<D>& view, std::span<const double> strengths);

/// The groups of a level as nodes. Cost: O(V + E).
Level merged(const Level& level, const Labels& groups, std::uint32_t group_count);

/// What a division into groups is judged by.
struct Judgment {
    enum class By { modularity, cpm } by = By::modularity;
    double resolution = 1;
    double all = 0;  ///< the strength of all ties

    /// What keeps two apart: the ties that would be between them anyway.
    [[nodiscard]] double apart(const Mass& a, const Mass& b) const noexcept;
};

/// Modularity, or the constant Potts model's strength within beyond what the resolution asks
/// for, in directed ties (twice that of undirected ones).
double quality(const Level& level, const Labels& groups, const Judgment& judgment);

/// Nodes move to the group that gains most until none does, in random order, those first whose
/// neighbors moved. True if any moved.
bool move_nodes(const Level& level, const Judgment& judgment, Labels& groups, Random& random, Monitor& monitor);

/// Each node a group of its own.
Labels alone(std::uint32_t size);

/// Groups numbered from 0 in the order of their first nodes; returns how many.
std::uint32_t number(Labels& groups);

}  // namespace coopnet::community
