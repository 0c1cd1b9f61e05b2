#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/view/csr.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Whom each actor is tied to and how strongly: no loops, the strengths of parallel edges
/// added up, and of both directions if all ties are followed.
struct Contacts {
    std::vector<std::uint32_t> offsets{0};  ///< by vertex, into actors
    std::vector<Vertex> actors;             ///< ascending at each vertex
    std::vector<double> strengths;          ///< beside them

    [[nodiscard]] std::uint32_t vertex_count() const noexcept { return static_cast<std::uint32_t>(offsets.size() - 1); }
    [[nodiscard]] std::uint32_t degree(Vertex v) const noexcept { return offsets[v + 1] - offsets[v]; }
    [[nodiscard]] std::span<const Vertex> of(Vertex v) const noexcept {
        return {actors.data() + offsets[v], actors.data() + offsets[v + 1]};
    }
    [[nodiscard]] std::span<const double> strengths_of(Vertex v) const noexcept {
        return {strengths.data() + offsets[v], strengths.data() + offsets[v + 1]};
    }
};

/// `strengths` by edge id; empty: each edge has strength one. Cost: O(V + E log d).
template <Direction D>
Contacts contacts(const Csr<D>& view, std::span<const double> strengths, Mode mode);

/// Visits the places, in `a` and in `b`, of those who are in both; both ascend. Two lists of
/// like length are walked together; a short one is looked up in a long one, so that all
/// pairs of contacts cost O(E·√E·log d) at most.
template <class Visit>
void each_common(std::span<const Vertex> a, std::span<const Vertex> b, const Visit& visit) {
    const bool turned = a.size() > b.size();
    const auto shorter = turned ? b : a;
    const auto longer = turned ? a : b;
    const bool alike = longer.size() / 8 < shorter.size();
    auto place = longer.begin();
    for (std::size_t i = 0; i < shorter.size(); ++i) {
        if (alike) {
            while (place != longer.end() && *place < shorter[i]) ++place;
        } else {
            place = std::lower_bound(place, longer.end(), shorter[i]);
        }
        if (place == longer.end()) return;
        if (*place != shorter[i]) continue;
        const auto at = static_cast<std::size_t>(place - longer.begin());
        turned ? visit(at, i) : visit(i, at);
    }
}

}  // namespace coopnet::detail
