#pragma once

#include <coopnet/core/random.hpp>
#include <coopnet/view/csr.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

/// As many states of a network as are looked at together, a bit each.
struct Lanes {
    static constexpr std::uint32_t count = 512;
    std::array<std::uint64_t, count / 64> words{};

    [[nodiscard]] static Lanes all() noexcept;
    /// The first `few` of them.
    [[nodiscard]] static Lanes first(std::uint64_t few) noexcept;
    [[nodiscard]] std::uint64_t ones() const noexcept;
};

/// The states in which something of this probability works, each by itself. Exact: as many
/// binary digits of the probability are drawn as it has, or as decide all states.
Lanes draw(Random& random, double probability) noexcept;

/// In which states one gets from vertex 0 to vertex 1. Kept and asked again.
class Flood {
public:
    Flood(std::uint32_t vertex_count, const std::vector<EdgeSpec>& edges);

    /// `works` says by edge in which states it works.
    [[nodiscard]] Lanes reached(std::span<const Lanes> works);

private:
    Digraph graph_;
    std::vector<Lanes> at_;  // by vertex: the states in which one gets there
    std::vector<Vertex> queue_;
    std::vector<bool> waiting_;
};

}  // namespace coopnet::detail
