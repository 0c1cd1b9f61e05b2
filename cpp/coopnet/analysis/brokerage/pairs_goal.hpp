#pragma once

#include <coopnet/analysis/brokerage/absences.hpp>
#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/core/compare.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// To fragment with directions, or by distance: the cost of a set is the sum, over ordered
/// pairs that stay connected without it, of one, or one over the distance.
class PairsGoal {
public:
    /// `back` are the ties against their direction.
    PairsGoal(const detail::Contacts& ties, const detail::Contacts& back, bool by_distance)
        : ties_(ties), absences_(ties, back), by_distance_(by_distance) {}

    [[nodiscard]] static bool same(double a, double b) noexcept { return nearly_equal(a, b); }
    [[nodiscard]] std::vector<Vertex> order() const;
    [[nodiscard]] std::uint64_t effort() const noexcept {
        return ties_.vertex_count() * (ties_.vertex_count() + ties_.actors.size());
    }
    [[nodiscard]] double cost(std::span<const Vertex> chosen, Monitor& monitor) const;
    /// Cost: as of Absences, on several threads.
    bool singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const;

    /// Pathways through actors that are kept are there whoever else goes.
    class Bounds {
    public:
        Bounds(const PairsGoal& goal, std::span<const Vertex> chosen, std::uint32_t left);
        void keep(Vertex v) { kept_[v] = true; }
        /// Cost: O(V·(V + E)).
        [[nodiscard]] double now() const;

    private:
        const PairsGoal& goal_;
        std::uint32_t left_;
        std::vector<bool> gone_, kept_;
    };

private:
    const detail::Contacts& ties_;
    Absences absences_;
    bool by_distance_;
};

}  // namespace coopnet::brokerage
